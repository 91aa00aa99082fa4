//! The clocks: what is due at a customer's, and since when. One file a clock.

mod followup;
mod inquiry;
mod quiet;
mod quote;
mod review;
mod sample;
mod visit;

use super::contact::{self, Contact};
use crate::model::choice::{DueKind, FollowupKind, Grade, StageKind};
use crate::model::{Card, Date, Policy};

/// One thing that is due, or will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What kind of thing.
    pub kind: DueKind,
    /// The day its clock started.
    pub since: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// What it is about.
    pub about: About,
}

/// What an item is about, for whoever puts it into words.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// An inquiry that nobody answered.
    Inquiry(String),
    /// What was agreed to be done next.
    Next(Option<FollowupKind>, String),
    /// An open quote: its number and the last day of its validity.
    Quote(String, Option<Date>),
    /// A sample without feedback: the product, and whether it is known to have arrived.
    Sample(String, bool),
    /// Days without contact; `None` where there was never any.
    Quiet(Option<i64>),
    /// A planned visit: place and purpose.
    Visit(String),
    /// The regular investigation at the grade in force, every so many months.
    Review(Option<Grade>, u32),
}

impl DueKind {
    /// How urgent: 1 is most. A planned visit is a follow-up with a date.
    pub fn urgency(self) -> u8 {
        match self {
            Self::Dishonoured => 1,
            Self::Inquiry => 2,
            Self::Payment => 3,
            Self::Quote | Self::Sample => 4,
            Self::FollowUp | Self::Plan | Self::Deposit => 5,
            Self::Review => 6,
            Self::Quiet | Self::Reorder => 8,
        }
    }
}

/// What a clock looks at.
struct Seen<'a> {
    card: &'a Card,
    kind: StageKind,
    policy: &'a Policy,
    day: Date,
    contacts: Vec<Contact>,
}

/// One clock.
type Clock = fn(&Seen<'_>, &mut Vec<Item>);

/// Every clock there is.
const CLOCKS: &[Clock] =
    &[inquiry::clock, visit::clock, followup::clock, quote::clock, sample::clock, quiet::clock, review::clock];

/// Everything that waits at a customer's as of a day, due already or later; the caller decides how far ahead to look.
pub fn items(card: &Card, kind: StageKind, policy: &Policy, day: Date) -> Vec<Item> {
    let seen = Seen { card, kind, policy, day, contacts: contact::contacts(card, day) };
    let mut items = Vec::new();
    for clock in CLOCKS {
        clock(&seen, &mut items);
    }
    items
}

impl Seen<'_> {
    /// A date that had come by the day of the report.
    fn known(&self, date: Option<Date>) -> Option<Date> {
        date.filter(|date| *date <= self.day)
    }
}

#[cfg(test)]
mod tests;
