//! Money to the cent (rulebook §3): what was sold, what is owed and since when, what is at risk. Exact decimals; an
//! amount that cannot be told is a problem with a name, never a number that is nearly right.

pub mod exact;
mod ledger;
mod lines;
mod order;
mod position;
mod rates;
pub mod sales;
mod settle;
mod shipping;
#[cfg(test)]
mod tests;

pub use exact::{Exact, Overflow};
pub use ledger::{Deal, Dealings, Ledger, Part, event_days, ledger};
pub use lines::{Share, shares};
pub use order::{amount, is_cancelled, is_credit_note, line, purchases};
pub use position::{Ageing, Position, position, positions_by_currency};
pub use rates::{Rates, missing};
pub use settle::{Gain, gains, is_small, same_payment};
pub use shipping::{Progress, progress};

use crate::model::{Date, Policy, Settings};

/// What money is counted by.
#[derive(Clone, Debug)]
pub struct Basis<'a> {
    /// The numbers that the rules leave to the firm.
    pub policy: &'a Policy,
    /// The book's settings: who approves what, and since when.
    pub settings: &'a Settings,
    /// What currencies are worth.
    pub rates: Rates,
    /// Orders before this day are sales, not debts: imports of old lists.
    pub receivables_from: Option<Date>,
}

impl<'a> Basis<'a> {
    /// That of a book.
    pub fn new(settings: &'a Settings, policy: &'a Policy) -> Self {
        Self { policy, settings, rates: Rates::new(settings), receivables_from: settings.receivables_from }
    }
}

/// Why an amount cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It has more digits than are exact.
    Overflow,
    /// The record does not say when.
    NoDate,
    /// The record does not say in which currency.
    NoCurrency,
    /// That is no currency.
    BadCurrency(String),
    /// The record says no amount; a line lacks quantity or price.
    NoAmount,
    /// No rate is known for the day.
    NoRate {
        /// Of this currency,
        currency: String,
        /// on this day.
        day: Date,
    },
}

impl From<Overflow> for Fault {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// A result, or why there is none.
pub type Slip<T> = Result<T, Fault>;

/// A record of a card that keeps its money from being counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The byte of the card where the record begins; 0 where all of it is meant.
    pub at: usize,
    /// What the record is called: an order's or a payment's number, if it has one.
    pub name: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// The money of the card as a whole cannot be told.
    pub fn whole(fault: impl Into<Fault>) -> Self {
        Self { at: 0, name: None, fault: fault.into() }
    }
}

/// What functions over a whole card return.
pub type Counted<T> = Result<T, Problem>;

impl From<Overflow> for Problem {
    fn from(overflow: Overflow) -> Self {
        Self::whole(overflow)
    }
}
