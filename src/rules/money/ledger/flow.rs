//! Where money goes: to the order that a payment names, to the pool, or nowhere yet.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::super::exact::add;
use super::super::order::{is_cancelled, is_credit_note};
use super::super::{Exact, Fault, Slip};
use super::Placed;
use super::dealings::{Dealings, Paid};
use crate::model::Date;
use crate::model::card::Order;

/// What a payment means by an order's number.
#[derive(Clone, Copy)]
pub enum Meant {
    /// The deal at this place.
    Deal(usize),
    /// An order that needs nothing, cancelled or a credit note: money for it is the customer's to spend.
    Spare,
    /// An order of the time before debts are counted: settled then.
    Old,
}

/// What each number means; of two orders of one number the first.
pub fn meant<'d>(
    dealings: &'d Dealings<'_, '_>,
    placed: &[Placed<'d, '_>],
    deals: &[Placed<'d, '_>],
    day: Date,
) -> HashMap<&'d str, Meant> {
    let key = |placed: &Placed<'d, '_>| placed.ordered.key.as_str();
    let deals = (0..).zip(deals).map(|(place, deal)| (key(deal), Meant::Deal(place)));
    let is_note = |placed: &&Placed<'_, '_>| is_credit_note(placed.ordered.order);
    let before = placed.iter().filter(|placed| !is_note(placed)).map(|placed| (key(placed), Meant::Old));
    let notes = placed.iter().filter(is_note).map(|placed| placed.ordered);
    let known = |order: &Order| order.date.is_none_or(|date| date <= day);
    let cancelled = dealings.orders.iter().filter(|ordered| known(ordered.order) && is_cancelled(ordered.order, day));
    let spare = notes.chain(cancelled).map(|ordered| {
        let old = ordered.order.date.is_some_and(|date| dealings.is_old(date));
        (ordered.key.as_str(), if old { Meant::Old } else { Meant::Spare })
    });
    let (gone, spare): (Vec<_>, Vec<_>) = spare.partition(|(_, meaning)| matches!(meaning, Meant::Old));
    let mut meant = HashMap::new();
    for (key, meaning) in deals.chain(before).chain(gone).chain(spare).filter(|(key, _)| !key.is_empty()) {
        meant.entry(key).or_insert(meaning);
    }
    meant
}

/// Money on its way to orders.
pub struct Flow<'d, 'a> {
    /// The day of the report.
    pub day: Date,
    /// All of the customer.
    pub dealings: &'d Dealings<'a, 'd>,
    /// The orders that can be owed.
    pub deals: &'d [Placed<'d, 'a>],
    /// What each number means.
    pub meant: HashMap<&'d str, Meant>,
    /// What names a deal, by its place.
    pub named: BTreeMap<usize, Decimal>,
    /// What may settle any order of the currency.
    pub pool: BTreeMap<&'d str, Decimal>,
    /// What names an order that is not there, or not yet: nobody may spend it on another.
    pub idle: BTreeMap<&'d str, Decimal>,
}

impl<'d, 'a> Flow<'d, 'a> {
    /// Sends a payment on its way, unless it comes after the day.
    ///
    /// # Errors
    /// A payment whose money cannot be told.
    pub fn payment(&mut self, paid: &'d Paid<'_>) -> Slip<()> {
        let date = paid.payment.date.ok_or(Fault::NoDate)?;
        if date > self.day {
            return Ok(());
        }
        let (amount, currency) = paid.money()?;
        let key = paid.key.as_str();
        let old = self.dealings.is_old(date);
        if key.is_empty() {
            // money of the time before debts are counted settled debts of that time
            return if old { Ok(()) } else { Ok(gather(&mut self.pool, currency, amount)?) };
        }
        match (paid.payment.settles, self.deal(key)) {
            (Some(settles), Some(deal)) => self.put(key, paid.signed(*settles, deal.currency), deal.currency),
            // nor did it leave anything to be spent now
            _ if old && self.meaning(key).is_none() => Ok(()),
            _ => self.put(key, amount, currency),
        }
    }

    /// What an order's number means; nothing where no order of it is known by the day.
    pub fn meaning(&self, key: &str) -> Option<Meant> {
        self.meant.get(key).copied()
    }

    fn deal(&self, key: &str) -> Option<&'d Placed<'d, 'a>> {
        match self.meaning(key) {
            Some(Meant::Deal(place)) => self.deals.get(place),
            _ => None,
        }
    }

    /// Gives money to the order that it names.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn put(&mut self, key: &str, amount: Decimal, currency: &'d str) -> Slip<()> {
        match self.meaning(key) {
            Some(Meant::Deal(place)) if self.deals.get(place).is_some_and(|deal| deal.currency == currency) => {
                let named = self.named.entry(place).or_default();
                *named = add(*named, amount)?;
            }
            Some(Meant::Old) => {}
            Some(Meant::Spare) => gather(&mut self.pool, currency, amount)?,
            // in another currency than the order's, and nobody said what it settles: it waits until somebody does
            Some(Meant::Deal(_)) | None => gather(&mut self.idle, currency, amount)?,
        }
        Ok(())
    }
}

/// Adds money to a pool of its currency.
///
/// # Errors
/// The digits do not suffice.
pub fn gather<'d>(pool: &mut BTreeMap<&'d str, Decimal>, currency: &'d str, amount: Decimal) -> Exact<()> {
    let sum = pool.entry(currency).or_default();
    *sum = add(*sum, amount)?;
    Ok(())
}
