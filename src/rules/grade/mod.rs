//! Grades (第5, 8条): a band by share of sales, a ceiling by what else is known, and the lower of both as the proposal.

mod band;
mod ceiling;
#[cfg(test)]
mod tests;

pub use band::{Seller, Standing, bands, edges};
pub use ceiling::{Ceiling, Fact, Limit};

use super::conduct::{Conduct, conduct};
use super::credit::granted;
use super::money::sales::{Sale, sales, total};
use super::money::{Basis, Counted};
use super::review;
use crate::model::choice::Grade;
use crate::model::{Card, Date};

/// What one customer brings to the grading.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Orders that count, credit notes left out.
    pub orders: usize,
    /// Sales in base currency.
    pub sales: rust_decimal::Decimal,
    /// The ceiling.
    pub ceiling: Ceiling,
    /// How the customer pays.
    pub conduct: Conduct,
    /// The grade in force.
    pub in_force: Option<Grade>,
}

/// The orders whose sales are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// From this day on; `None` from the first.
    pub since: Option<Date>,
    /// Up to this day.
    pub until: Date,
}

impl Period {
    /// Whether a day falls into it.
    pub fn holds(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && day <= self.until
    }

    /// The sales that fall into it, by date.
    ///
    /// # Errors
    /// An order whose money cannot be told, or a missing rate.
    pub fn sales<'a>(&self, card: &'a Card, basis: &Basis<'_>) -> Counted<Vec<Sale<'a>>> {
        let mut sold = sales(card, basis, self.until)?;
        sold.retain(|sale| self.holds(sale.date));
        Ok(sold)
    }
}

/// What a customer brings to the grading of a day. Only sales are counted over the period; standing and conduct are
/// those of the day.
///
/// # Errors
/// An order or payment whose money cannot be told, or a missing rate.
pub fn entry(card: &Card, basis: &Basis<'_>, period: Period, day: Date) -> Counted<Entry> {
    entry_of(card, &period.sales(card, basis)?, basis, day)
}

/// The same of sales that are counted already.
///
/// # Errors
/// An order or payment whose money cannot be told.
pub fn entry_of(card: &Card, sold: &[Sale<'_>], basis: &Basis<'_>, day: Date) -> Counted<Entry> {
    let conduct = conduct(card, basis, day)?;
    Ok(Entry {
        orders: sold.iter().filter(|sale| !sale.credit_note).count(),
        sales: total(sold, basis.rates.base_unit())?,
        ceiling: ceiling::ceiling(card, basis, &conduct, day),
        conduct,
        in_force: granted(card, basis.settings, day).standing.grade,
    })
}

/// The grade that is proposed, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The lower of band and ceiling, whatever is unknown taken for the best.
    pub grade: Grade,
    /// Something unknown could still lower it: it cannot be put up for approval.
    pub provisional: bool,
    /// What is unknown and could lower it.
    pub missing: Vec<Fact>,
}

/// The proposal for a band under a ceiling (第5条). Unknown is not a pass.
pub fn propose(band: Grade, ceiling: &Ceiling) -> Proposal {
    let grade = band.max(ceiling.best());
    let missing = ceiling.missing(grade);
    Proposal { grade, provisional: !missing.is_empty(), missing }
}

/// Whether an investigation is in date: one was completed, the next is not overdue, and nothing was reported since that
/// makes it stale (第11条 1(2), 2).
fn investigated(card: &Card, basis: &Basis<'_>, day: Date) -> bool {
    let known = |date: Option<Date>| date.filter(|date| *date <= day);
    let Some(last) = card.investigation.iter().filter_map(|investigation| known(investigation.completed)).max() else {
        return false;
    };
    let reported = card.alert.iter().filter_map(|alert| known(alert.date)).any(|alert| alert > last);
    !reported && review::review(card, basis, day).due >= day
}
