//! The step that comes next at a customer, and what it still needs (the document's opening: know the whole process).
//!
//! 询盘 → 报价 → 寄样 → 交易卡 → 合同/形式发票 → 定金 → 生产 → 出运 → 收款 → 售后 → 返单; where credit is asked for, investigation,
//! grade and limit before the order. What decides is the last open deal: the newest order that is not finished, else an
//! open quote, else the newest of what there was. A step is done when its record is there. The first that is not is the next
//! one; a step that should have come before an order and did not is missing, and told beside it.

mod deal;
mod round;
#[cfg(test)]
mod tests;

use super::contact::Moment;
use super::credit::granted;
use super::due::Money;
use super::money::{Basis, Counted, Ledger, Problem, ledger};
use crate::model::choice::{DealStep, Grade, StageKind, State, StepState};
use crate::model::{Card, Date};
use round::Round;

/// Where a customer stands in the process.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Next {
    /// The next step; none while trading is stopped.
    pub step: Option<DealStep>,
    /// The day from which it waits.
    pub since: Option<Date>,
    /// What it needs.
    pub needs: Vec<Need>,
    /// Every step, in order; none while trading is stopped.
    pub steps: Vec<Stage>,
    /// The number of the order or quote that decides.
    pub paper: Option<String>,
}

/// One step of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub step: DealStep,
    /// How far it is.
    pub state: StepState,
    /// When it was done, where that is written down.
    pub date: Option<Date>,
}

/// What a step needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Need {
    /// Trading is stopped; it must be resumed first (第14条).
    Resume(State),
    /// A first contact.
    Contact,
    /// An answer to the inquiry of this day.
    Answer(Date),
    /// An offer: nothing is on the table.
    Offer,
    /// The customer's answer to a quote: its number, and the last day of its validity.
    Reply(String, Option<Date>),
    /// Feedback on a sample.
    Feedback(String),
    /// The exchanged trading card (第13条 2).
    TradingCard,
    /// The prospect is to become a customer (第13条 2).
    Promotion,
    /// A credit investigation: late since this day, or never made (第11条).
    Investigation(Option<Date>),
    /// A grade (第5条).
    Grade,
    /// A better grade: at this one nothing is sold on credit (第6条).
    BetterGrade(Grade),
    /// A limit in force (第6条).
    Limit,
    /// The order.
    Order,
    /// The deposit, or what of it is missing.
    Deposit(Money),
    /// The order is on hold.
    Release,
    /// Production is to begin; the day on which the customer wants the goods.
    Start(Option<Date>),
    /// Production is to end.
    Finish(Option<Date>),
    /// The balance, which is paid before shipment.
    Balance(Money),
    /// Goods of this value are to leave.
    Goods(Money),
    /// What is owed, and since when it is due.
    Payment(Money, Date),
    /// The dispute is to be settled; so much is open.
    Dispute(Money),
    /// The complaint of this day is to be settled.
    Complaint(Date),
    /// The customer is to be asked how the goods arrived.
    AfterSales,
    /// The next order, which is due then, where a cycle is known.
    Reorder(Option<Date>),
}

/// What is known of a step.
enum Mark {
    /// Its record is there.
    Done(Option<Date>),
    /// It is to be done; the day from which it waits, where that is its own.
    Open(Option<Date>, Vec<Need>),
    /// It should have been done before.
    Missing(Vec<Need>),
    /// It is not wanted here.
    Skipped,
}

/// What is looked at.
struct Seen<'a> {
    card: &'a Card,
    kind: StageKind,
    basis: &'a Basis<'a>,
    day: Date,
    ledger: &'a Ledger<'a>,
}

/// The next step of a customer as of a day.
///
/// # Errors
/// An order or payment whose money cannot be told.
pub fn next(card: &Card, kind: StageKind, basis: &Basis<'_>, day: Date) -> Counted<Next> {
    if let Some(state @ (State::Suspended | State::Halted)) = granted(card, basis.settings, day).standing.state {
        let since = card.credit.iter().filter(|entry| entry.state == Some(state)).filter_map(|entry| entry.from);
        let since = since.filter(|from| *from <= day).max();
        return Ok(Next { since, needs: vec![Need::Resume(state)], ..Next::default() });
    }
    let ledger = ledger(card, basis, day)?;
    let seen = Seen { card, kind, basis, day, ledger: &ledger };
    let round = Round::of(&seen).map_err(Problem::whole)?;
    let mut marks = round.before_the_order(&seen);
    marks.extend(round.since_the_order(&seen).map_err(Problem::whole)?);
    Ok(told(marks, &round))
}

/// The first open step is the next; what is missing before it is needed too.
fn told(marks: Vec<(DealStep, Mark)>, round: &Round<'_>) -> Next {
    let mut next = Next { paper: round.paper(), ..Next::default() };
    let (mut last, mut missing) = (None, Vec::new());
    for (step, mark) in marks {
        let (state, date) = match mark {
            Mark::Done(date) => {
                // what comes after an order waits since the order, whatever was made up for later
                last = match step {
                    _ if next.step.is_some() => last,
                    DealStep::Order => date,
                    _ => last.max(date),
                };
                (StepState::Done, date)
            }
            Mark::Open(since, needs) if next.step.is_none() => {
                next.step = Some(step);
                next.since = since.or(last);
                next.needs = needs;
                (StepState::Now, None)
            }
            Mark::Open(..) => (StepState::Later, None),
            Mark::Missing(needs) => {
                missing.extend(needs);
                (StepState::Missing, None)
            }
            Mark::Skipped => (StepState::Skipped, None),
        };
        next.steps.push(Stage { step, state, date });
    }
    next.needs.extend(missing);
    next
}

impl Seen<'_> {
    /// A moment that had come by the day of the report.
    fn known(&self, date: Option<Date>, at: usize) -> Option<Moment> {
        Some(Moment { date: date.filter(|date| *date <= self.day)?, at })
    }
}
