//! The clocks: what is due at a customer's, and since when. One file a clock.

mod alert;
mod book;
mod complaint;
mod deposit;
mod dishonoured;
mod followup;
mod inquiry;
mod limit;
mod payment;
mod quiet;
mod quote;
mod reorder;
mod report;
mod request;
mod review;
mod sample;
mod visit;

pub use book::{Known, of_book};
use rust_decimal::Decimal;

use super::contact::{self, Contact};
use super::credit::granted;
use super::money::{Basis, Counted, Ledger, Problem, ledger};
use crate::model::choice::{
    AlertKind, AlertState, DueKind, FollowupKind, Grade, PaymentMethod, RequestKind, Role, StageKind, State,
};
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
    /// The report of an investigation that was completed on this day.
    Report(Date),
    /// What is owed for a shipment.
    Payment {
        /// The order's number.
        order: String,
        /// What is owed.
        open: Money,
        /// B/L date.
        shipped: Date,
        /// How it was to be paid.
        method: PaymentMethod,
    },
    /// A deposit that has not come: the order's number, what is wanted, and how the order is to be paid.
    Deposit(String, Money, PaymentMethod),
    /// The next order, after this last one, by a cycle of so many days.
    Reorder(Date, i64),
    /// A bill that was not honoured, or put off.
    Bill {
        /// Put off.
        deferred: bool,
        /// The order's number.
        order: Option<String>,
        /// What it was about.
        amount: Option<Money>,
        /// The last dunning since.
        dunned: Option<Date>,
    },
    /// A request: its id, its kind, and the role that decides next; `None` where the owner is to know of it.
    Request {
        /// Its id.
        id: String,
        /// What is asked for.
        kind: Option<RequestKind>,
        /// Who decides next.
        waits: Option<Role>,
    },
    /// A limit and its last day.
    Limit(Money, Date),
    /// An urgent report that is open.
    Alert {
        /// What it is about.
        kind: Option<AlertKind>,
        /// What happened.
        summary: String,
        /// How far it has come, and so what is awaited: the directive, the measures, the end.
        state: AlertState,
        /// Whose directive is awaited.
        reported_to: Option<String>,
        /// What was directed.
        ordered: String,
    },
    /// Trading was ended on this day, but the customer was not told in due form.
    Notice(Date),
    /// A complaint that is not closed.
    Complaint(String),
    /// The regular check of the grades: the last, and every so many months.
    GradeCheck(Option<Date>, u32),
    /// A copy of the book: the day of the last.
    Backup(Option<Date>),
}

/// An amount: currency and number.
pub type Money = (String, Decimal);

impl About {
    /// The order that it is about.
    pub fn order(&self) -> Option<&str> {
        match self {
            Self::Payment { order, .. } | Self::Deposit(order, ..) => Some(order),
            Self::Bill { order, .. } => order.as_deref(),
            _ => None,
        }
    }

    /// Which record of the card it is about, as far as its kind and the day its clock started leave that open; `None`
    /// where the customer has one such clock, which starts anew.
    pub fn record(&self) -> Option<String> {
        match self {
            Self::Quiet(_) | Self::Review(..) | Self::Reorder(..) | Self::GradeCheck(..) | Self::Backup(_) => None,
            Self::Limit(..) | Self::Notice(_) | Self::Report(_) => Some(String::new()),
            Self::Payment { order, shipped, .. } => Some(format!("{order} {shipped}")),
            Self::Deposit(order, ..) => Some(order.clone()),
            Self::Bill { order, .. } => Some(order.clone().unwrap_or_default()),
            Self::Request { id, .. } => Some(id.clone()),
            Self::Quote(number, _) => Some(number.clone()),
            Self::Sample(product, _) => Some(product.clone()),
            Self::Inquiry(_) | Self::Next(..) | Self::Visit(_) | Self::Alert { .. } | Self::Complaint(_) => {
                Some(String::new())
            }
        }
    }

    /// The money that it is about.
    pub fn money(&self) -> Option<&Money> {
        match self {
            Self::Payment { open, .. } | Self::Deposit(_, open, _) | Self::Limit(open, _) => Some(open),
            Self::Bill { amount, .. } => amount.as_ref(),
            _ => None,
        }
    }
}

impl DueKind {
    /// How urgent: 1 is most. A planned visit is a follow-up with a date.
    pub fn urgency(self) -> u8 {
        match self {
            Self::Alert | Self::Dishonoured => 1,
            Self::Inquiry => 2,
            Self::Payment => 3,
            Self::Quote | Self::Sample => 4,
            Self::FollowUp | Self::Plan | Self::Deposit => 5,
            Self::Review | Self::Report => 6,
            Self::Request => 7,
            Self::Quiet | Self::Reorder | Self::GradeCheck | Self::Limit | Self::Complaint | Self::Backup => 8,
        }
    }
}

/// What a clock looks at.
struct Seen<'a> {
    card: &'a Card,
    kind: StageKind,
    policy: &'a Policy,
    basis: &'a Basis<'a>,
    day: Date,
    contacts: Vec<Contact>,
    /// What is owed; nothing where that cannot be told.
    ledger: &'a Ledger<'a>,
}

/// One clock.
type Clock = fn(&Seen<'_>, &mut Vec<Item>);

/// Every clock there is.
const CLOCKS: &[Clock] = &[
    alert::clock,
    dishonoured::clock,
    inquiry::clock,
    payment::clock,
    visit::clock,
    followup::clock,
    quote::clock,
    sample::clock,
    deposit::clock,
    quiet::clock,
    review::clock,
    request::clock,
    limit::clock,
    report::clock,
    reorder::clock,
    complaint::clock,
];

/// Everything that waits at a customer's as of a day, due already or later; the caller decides how far ahead to look.
/// Second, why its money could not be told, if so: then the other clocks still ring.
pub fn items(card: &Card, kind: StageKind, basis: &Basis<'_>, day: Date) -> (Vec<Item>, Option<Problem>) {
    items_by(card, kind, &ledger(card, basis, day), basis, day)
}

/// The same where the ledger is known already.
pub fn items_by(
    card: &Card,
    kind: StageKind,
    ledger: &Counted<Ledger<'_>>,
    basis: &Basis<'_>,
    day: Date,
) -> (Vec<Item>, Option<Problem>) {
    let none = Ledger::default();
    let (ledger, problem) = match ledger {
        Ok(ledger) => (ledger, None),
        Err(problem) => (&none, Some(problem.clone())),
    };
    let contacts = contact::contacts(card, day);
    let seen = Seen { card, kind, policy: basis.policy, basis, day, contacts, ledger };
    let mut items = Vec::new();
    for clock in CLOCKS {
        clock(&seen, &mut items);
    }
    (items, problem)
}

impl Seen<'_> {
    /// Whether we trade with the customer, as far as it counts.
    fn state(&self) -> State {
        granted(self.card, self.basis.settings, self.day).standing.state.unwrap_or(State::Active)
    }

    /// A date that had come by the day of the report.
    fn known(&self, date: Option<Date>) -> Option<Date> {
        date.filter(|date| *date <= self.day)
    }
}

#[cfg(test)]
mod tests;
