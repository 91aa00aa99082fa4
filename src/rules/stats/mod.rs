//! Sales counted by what one likes: by product, country, month and so on, against the period before. What is sold, when and
//! at which rate are the same rules as those of grading, so that the sums are the same to the cent.

mod cell;
mod lines;
mod movement;
pub mod span;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

pub use cell::{Cell, Cells, Name, Part, Quantity, gather};
pub use movement::{Moved, moved};

use super::conduct::conduct;
use super::credit::granted;
use super::grade::Period;
use super::money::exact::rounded;
use super::money::sales::Sale;
use super::money::{Basis, Counted};
use crate::model::choice::{Facet, Punctuality};
use crate::model::{Card, Choose, Date, Products};
use lines::{Piece, pieces};

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// By what.
    pub facets: &'a [Facet],
    /// Over which period.
    pub period: Period,
    /// What products are called, and which family they are of.
    pub products: &'a Products,
}

impl Cut<'_> {
    /// Whether there is anything to compare with: a period before, or months one after the other.
    pub fn compares(&self) -> bool {
        self.period.since.is_some() || self.finest().is_some()
    }

    /// The shortest time that sales are cut into.
    fn finest(&self) -> Option<Facet> {
        self.facets
            .iter()
            .copied()
            .filter(|facet| span::months(*facet).is_some())
            .min_by_key(|facet| span::months(*facet))
    }
}

/// A customer as far as figures ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The card.
    pub card: &'a Card,
    /// The country, ISO 3166 alpha-2.
    pub country: Option<&'a str>,
    /// The folder.
    pub path: &'a str,
}

/// A time into which a sale falls: its first day tells which, and since when a customer is new in it.
#[derive(Clone, Copy)]
struct Slot {
    day: Date,
    since: Option<Date>,
    now: bool,
}

/// What one customer adds to a part.
#[derive(Default)]
struct Own {
    cell: Cell,
    since: Option<Date>,
    before: bool,
}

/// The figures of one customer, from what it was sold up to the end of the period.
///
/// # Errors
/// Money that cannot be told.
pub fn cells(whose: &Whose<'_>, sold: &[Sale<'_>], cut: &Cut<'_>, basis: &Basis<'_>, day: Date) -> Counted<Cells> {
    let first = sold.iter().filter(|sale| !sale.credit_note).map(|sale| sale.date).min();
    let fixed: Vec<Option<Part>> =
        cut.facets.iter().map(|facet| fact(*facet, whose, basis, day)).collect::<Counted<_>>()?;
    let unit = basis.rates.base_unit();
    let mut own: BTreeMap<Vec<Part>, Own> = BTreeMap::new();
    for sale in sold {
        let slots = slots(sale.date, cut);
        if slots.is_empty() {
            continue;
        }
        let pieces = split(sale, cut, unit)?;
        for slot in slots {
            let mut found: BTreeMap<Vec<Part>, Cell> = BTreeMap::new();
            for piece in &pieces {
                let key = key(&fixed, piece, slot.day, cut);
                let cell = found.remove(&key).unwrap_or_default();
                let more = if slot.now {
                    Cell { sales: piece.base, quantity: piece.quantity.clone(), ..Cell::default() }
                } else {
                    Cell { before: piece.base, ..Cell::default() }
                };
                found.insert(key, cell.plus(more)?);
            }
            for (key, mut cell) in found {
                cell.orders = usize::from(slot.now && !sale.credit_note);
                let whole = own.entry(key).or_default();
                whole.since = slot.since;
                whole.before |= !slot.now && !sale.credit_note;
                whole.cell = std::mem::take(&mut whole.cell).plus(cell)?;
            }
        }
    }
    Ok(own.into_iter().map(|(key, own)| (key, counted(own, first, unit))).collect())
}

/// Counts the customer itself.
fn counted(own: Own, first: Option<Date>, unit: u32) -> Cell {
    let bought = own.cell.orders > 0;
    let is_new = own.since.zip(first).is_some_and(|(since, first)| first >= since);
    Cell {
        customers: usize::from(bought),
        new: usize::from(bought && is_new),
        returning: usize::from(bought && own.since.is_some() && !is_new),
        quiet: usize::from(!bought && own.before),
        sales: rounded(own.cell.sales, unit),
        before: rounded(own.cell.before, unit),
        ..own.cell
    }
}

/// The times for which a sale counts: the one that it falls into, and the one that is compared with that.
fn slots(date: Date, cut: &Cut<'_>) -> Vec<Slot> {
    let period = cut.period;
    let mut slots = Vec::new();
    let Some(facet) = cut.finest() else {
        if period.holds(date) {
            slots.push(Slot { day: date, since: period.since, now: true });
        }
        if span::before(period).is_some_and(|before| before.holds(date)) {
            slots.push(Slot { day: date, since: period.since, now: false });
        }
        return slots;
    };
    let next = span::months(facet).map_or(date, |months| span::first(facet, date).plus_months(months));
    for (day, now) in [(date, true), (next, false)] {
        let Some((own, before)) = span::slice(facet, day, period) else { continue };
        let within = if now { own } else { before };
        if own.since <= Some(own.until) && within.holds(date) {
            slots.push(Slot { day, since: own.since, now });
        }
    }
    slots
}

/// An order in one piece, or line by line where somebody asks for products.
fn split(sale: &Sale<'_>, cut: &Cut<'_>, unit: u32) -> Counted<Vec<Piece>> {
    if cut.facets.iter().any(|facet| matches!(facet, Facet::Product | Facet::Family)) {
        return pieces(sale, cut.products, unit);
    }
    Ok(vec![Piece::whole(sale, &Part::Unknown)])
}

fn key(fixed: &[Option<Part>], piece: &Piece, day: Date, cut: &Cut<'_>) -> Vec<Part> {
    let parts = cut.facets.iter().zip(fixed).map(|(facet, fixed)| match fixed {
        Some(part) => part.clone(),
        None if span::months(*facet).is_some() => Part::Named(Name::exact(span::called(*facet, day))),
        None if *facet == Facet::Family => piece.family.clone(),
        None => piece.product.clone(),
    });
    parts.collect()
}

/// What a customer is in the eyes of a facet; `None` where that differs from sale to sale.
fn fact(facet: Facet, whose: &Whose<'_>, basis: &Basis<'_>, day: Date) -> Counted<Option<Part>> {
    let card = whose.card;
    let name = match facet {
        Facet::Product | Facet::Family | Facet::Month | Facet::Quarter | Facet::Year => return Ok(None),
        Facet::Country => whose.country.map(Name::exact),
        Facet::Type => card.r#type.map(|kind| Name::exact(kind.key())),
        Facet::Grade => granted(card, basis.settings, day).standing.grade.map(|grade| Name::exact(grade.key())),
        Facet::Owner => Name::new(card.owner.as_deref()),
        Facet::Source => Name::new(card.source.as_deref()),
        Facet::Customer | Facet::Movement => Some(Name::exact(whose.path)),
        Facet::Conduct => Some(Name::exact(punctuality(card, basis, day)?.key())),
    };
    Ok(Some(name.map_or(Part::Unknown, Part::Named)))
}

/// How late a customer pays, by the days at which the policy lowers grades.
///
/// # Errors
/// Money that cannot be told.
pub fn punctuality(card: &Card, basis: &Basis<'_>, day: Date) -> Counted<Punctuality> {
    let conduct = conduct(card, basis, day)?;
    Ok(match conduct {
        _ if conduct.dishonoured.is_some() => Punctuality::Dishonoured,
        _ if conduct.settled.is_empty() => Punctuality::NoRecord,
        _ if conduct.later_than(basis.policy.late_c_days) => Punctuality::LateLong,
        _ if conduct.later_than(basis.policy.late_b_days) => Punctuality::LateMedium,
        _ if conduct.later_than(0) => Punctuality::LateShort,
        _ => Punctuality::OnTime,
    })
}

/// By how much sales changed: 0.25 is a quarter more, to four decimals. `None` where there was nothing before.
pub fn change(now: Decimal, before: Decimal) -> Option<Decimal> {
    let more = now.checked_sub(before)?;
    (before > Decimal::ZERO).then(|| more.checked_div(before)).flatten().map(|change| rounded(change, 4))
}

/// The part of a whole, to six decimals; `None` where there is nothing to share.
pub fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    (whole > Decimal::ZERO).then(|| part.checked_div(whole)).flatten().map(|share| rounded(share, 6))
}
