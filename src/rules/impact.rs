//! What a policy means for one customer: computed under two policies, the difference is what a change would do.

use rust_decimal::Decimal;

use super::credit::{cap, granted};
use super::grade::{Entry, Period, entry};
use super::money::{Basis, Counted, Problem, ledger, position};
use super::review;
use crate::model::{Card, Date};

/// What follows from a policy for a customer on a day, but for the band of the grade, which is among all.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequences {
    /// What the customer brings to the grading (第5条).
    pub entry: Entry,
    /// When its credit is to be investigated next (第11条 1(2)).
    pub review: Date,
    /// What is at stake with it now, in base currency.
    pub exposure: Decimal,
    /// The most that its grade in force allows as a limit, in base currency (第6条).
    pub limit_cap: Decimal,
    /// The most that it allows as a term, in days (第6条).
    pub term_cap: u32,
}

/// What follows from the policy of a basis for a customer.
///
/// # Errors
/// An order or payment whose money cannot be told, or a missing rate.
pub fn consequences(card: &Card, basis: &Basis<'_>, day: Date) -> Counted<Consequences> {
    let position = position(&ledger(card, basis, day)?, basis, day).map_err(Problem::whole)?;
    let cap = cap(card, granted(card, basis.settings, day).standing.grade, basis, day)?;
    Ok(Consequences {
        limit_cap: cap.limit,
        term_cap: cap.term,
        entry: entry(card, basis, Period { since: None, until: day }, day)?,
        review: review::review(card, basis, day).due,
        exposure: position.exposure,
    })
}
