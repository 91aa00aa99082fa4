//! Where money goes: to the order that a payment names, to the pool, or nowhere yet.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::super::exact::{add, rounded};
use super::super::order::{Placed, currency_of, is_cancelled, is_credit_note};
use super::super::{Exact, Fault, Slip};
use super::Deal;
use crate::model::card::{Order, Payment};
use crate::model::choice::PaymentKind;
use crate::model::name::paper_key;
use crate::model::{Card, Date, currency};

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
pub fn meant(
    card: &Card,
    placed: &[Placed<'_>],
    deals: &[Deal<'_>],
    day: Date,
    old: &dyn Fn(Date) -> bool,
) -> HashMap<String, Meant> {
    let key = |order: &Order| order.number.as_deref().map(paper_key);
    let deals = (0..).zip(deals).map(|(place, deal)| (key(deal.order), Meant::Deal(place)));
    let before =
        placed.iter().filter(|placed| !is_credit_note(placed.order)).map(|placed| (key(placed.order), Meant::Old));
    let notes = placed.iter().filter(|placed| is_credit_note(placed.order)).map(|placed| placed.order);
    let known = |order: &&Order| order.date.is_none_or(|date| date <= day);
    let cancelled = card.order.iter().filter(known).filter(|order| is_cancelled(order, day));
    let spare = notes.chain(cancelled).map(|order| {
        let meaning = if order.date.is_some_and(old) { Meant::Old } else { Meant::Spare };
        (key(order), meaning)
    });
    let (gone, spare): (Vec<_>, Vec<_>) = spare.partition(|(_, meaning)| matches!(meaning, Meant::Old));
    let mut meant = HashMap::new();
    for (key, meaning) in deals.chain(before).chain(gone).chain(spare) {
        if let Some(key) = key.filter(|key| !key.is_empty()) {
            meant.entry(key).or_insert(meaning);
        }
    }
    meant
}

/// Money on its way to orders.
pub struct Flow<'d> {
    /// The day of the report.
    pub day: Date,
    /// Whether a day lies before debts are counted.
    pub old: &'d dyn Fn(Date) -> bool,
    /// The orders that can be owed.
    pub deals: &'d [Deal<'d>],
    /// What each number means.
    pub meant: HashMap<String, Meant>,
    /// What names a deal, by its place.
    pub named: BTreeMap<usize, Decimal>,
    /// What may settle any order of the currency.
    pub pool: BTreeMap<String, Decimal>,
    /// What names an order that is not there, or not yet: nobody may spend it on another.
    pub idle: BTreeMap<String, Decimal>,
}

impl Flow<'_> {
    /// Sends a payment on its way, unless it comes after the day.
    ///
    /// # Errors
    /// A payment whose money cannot be told.
    pub fn payment(&mut self, payment: &Payment) -> Slip<()> {
        let date = payment.date.ok_or(Fault::NoDate)?;
        if date > self.day {
            return Ok(());
        }
        let currency = currency_of(payment.currency.as_deref())?;
        let signed = |amount: Decimal, currency: &str| {
            let amount = rounded(amount, currency::decimals(currency));
            if payment.kind == Some(PaymentKind::Refund) { -amount.abs() } else { amount }
        };
        let amount = signed(*payment.amount.ok_or(Fault::NoAmount)?, &currency);
        let Some(number) = payment.order.as_deref().filter(|number| !number.trim().is_empty()) else {
            // money of the time before debts are counted settled debts of that time
            return if (self.old)(date) { Ok(()) } else { Ok(gather(&mut self.pool, &currency, amount)?) };
        };
        match (payment.settles, self.deal(number)) {
            (Some(settles), Some(deal)) => {
                let currency = deal.currency.clone();
                self.put(number, signed(*settles, &currency), &currency)
            }
            // nor did it leave anything to be spent now
            _ if (self.old)(date) && self.meaning(number).is_none() => Ok(()),
            _ => self.put(number, amount, &currency),
        }
    }

    /// What an order's number means; nothing where no order of it is known by the day.
    pub fn meaning(&self, number: &str) -> Option<Meant> {
        self.meant.get(&paper_key(number)).copied()
    }

    fn deal(&self, number: &str) -> Option<&Deal<'_>> {
        match self.meaning(number) {
            Some(Meant::Deal(place)) => self.deals.get(place),
            _ => None,
        }
    }

    /// Gives money to the order that it names.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn put(&mut self, number: &str, amount: Decimal, currency: &str) -> Slip<()> {
        match self.meaning(number) {
            Some(Meant::Deal(place)) if self.deal(number).is_some_and(|deal| deal.currency == currency) => {
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
pub fn gather(pool: &mut BTreeMap<String, Decimal>, currency: &str, amount: Decimal) -> Exact<()> {
    let sum = pool.entry(currency.to_owned()).or_default();
    *sum = add(*sum, amount)?;
    Ok(())
}
