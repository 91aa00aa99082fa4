//! How punctually a customer pays: for each shipment settled in the last twelve months, the days after its due date.

use std::collections::BTreeMap;

use super::money::{Basis, Counted, Ledger, event_days, ledger};
use crate::model::choice::AlertKind;
use crate::model::{Card, Date};

/// A shipment that was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The order's number.
    pub order: String,
    /// B/L date.
    pub shipped: Date,
    /// The day payment was due.
    pub due: Date,
    /// The day the last of it came in.
    pub settled: Date,
}

impl Settled {
    /// Days late; early is 0.
    pub fn late(&self) -> i64 {
        self.settled.days_since(self.due).max(0)
    }
}

/// What is known of a customer's conduct in dealings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conduct {
    /// The shipments settled in the months looked back on, by day of settlement.
    pub settled: Vec<Settled>,
    /// The day of the last report of a dishonoured bill in these months, or of one that is still open.
    pub dishonoured: Option<Date>,
}

impl Conduct {
    /// The sum of days late; the mean is this by the number of shipments.
    pub fn days_late(&self) -> i64 {
        self.settled.iter().map(Settled::late).sum()
    }

    /// Whether the shipments were paid more than so many days late on average. Exact: no mean is rounded.
    pub fn later_than(&self, days: u32) -> bool {
        let count = i64::try_from(self.settled.len()).unwrap_or(i64::MAX);
        self.days_late() > count.saturating_mul(i64::from(days))
    }
}

/// The conduct of a customer as of a day.
///
/// # Errors
/// An order or payment whose money cannot be told.
pub fn conduct(card: &Card, basis: &Basis<'_>, day: Date) -> Counted<Conduct> {
    let start = day.minus_months(basis.policy.conduct_months);
    let mut days = settled_days(card, basis, start, day)?;
    days.sort_by_key(|settled| (settled.settled, settled.due));
    Ok(Conduct { settled: days, dishonoured: dishonoured(card, start, day) })
}

/// Shipments that are settled on a day and went from open to settled after `start`.
fn settled_days(card: &Card, basis: &Basis<'_>, start: Date, day: Date) -> Counted<Vec<Settled>> {
    // a shipment by the place of its order in the file and its own place among the order's shipments
    let mut since: BTreeMap<(usize, usize), Settled> = BTreeMap::new();
    let mut before = states(&ledger(card, basis, start)?);
    for event in event_days(card, day).into_iter().filter(|event| *event > start) {
        let now = states(&ledger(card, basis, event)?);
        for (key, (done, part)) in &now {
            match (before.get(key).is_some_and(|(done, _)| *done), *done) {
                (false, true) => drop(since.insert(*key, Settled { settled: event, ..part.clone() })),
                (true, false) => drop(since.remove(key)),
                _ => {}
            }
        }
        before = now;
    }
    // an order cancelled since is no shipment any more; after the last event nothing changes
    Ok(since.into_iter().filter(|(key, _)| before.contains_key(key)).map(|(_, settled)| settled).collect())
}

/// Whether each shipment is settled; a remainder that nobody runs after counts as settled.
fn states(ledger: &Ledger<'_>) -> BTreeMap<(usize, usize), (bool, Settled)> {
    let deals = ledger.deals.iter();
    deals
        .flat_map(|deal| {
            (0..).zip(&deal.parts).map(move |(place, part)| {
                let done = deal.remainder || part.open().is_ok_and(|open| open.is_zero());
                let settled =
                    Settled { order: deal.number().to_owned(), shipped: part.date, due: part.due, settled: part.date };
                ((deal.order.at, place), (done, settled))
            })
        })
        .collect()
}

fn dishonoured(card: &Card, start: Date, day: Date) -> Option<Date> {
    card.alert
        .iter()
        .filter(|alert| alert.kind == Some(AlertKind::Dishonoured))
        .filter_map(|alert| {
            let date = alert.date.filter(|date| *date <= day)?;
            let open = alert.closed.is_none_or(|closed| closed > day);
            (open || date > start).then_some(date)
        })
        .max()
}
