//! How punctually a customer pays: for each shipment settled in the last twelve months, the days after its due date.

use std::collections::BTreeMap;

use super::money::{Basis, Counted, Deal, Dealings, Ledger, Part, event_days};
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

/// A shipment: the place of its order in the file, and its own among the order's shipments.
type Key = (usize, usize);

/// Shipments that are settled on a day and went from open to settled after `start`.
fn settled_days(card: &Card, basis: &Basis<'_>, start: Date, day: Date) -> Counted<Vec<Settled>> {
    let dealings = Dealings::new(card, basis);
    let mut since: BTreeMap<Key, Settled> = BTreeMap::new();
    let mut before: BTreeMap<Key, bool> = states(&dealings.ledger(start)?).map(|(key, done, ..)| (key, done)).collect();
    for event in event_days(card, day).into_iter().filter(|event| *event > start) {
        let mut now = BTreeMap::new();
        for (key, done, deal, part) in states(&dealings.ledger(event)?) {
            match (before.get(&key).is_some_and(|done| *done), done) {
                (false, true) => {
                    let order = deal.number().to_owned();
                    since.insert(key, Settled { order, shipped: part.date, due: part.due, settled: event });
                }
                (true, false) => drop(since.remove(&key)),
                _ => {}
            }
            now.insert(key, done);
        }
        before = now;
    }
    // an order cancelled since is no shipment any more; after the last event nothing changes
    Ok(since.into_iter().filter(|(key, _)| before.contains_key(key)).map(|(_, settled)| settled).collect())
}

/// Whether each shipment is settled; a remainder that nobody runs after counts as settled.
fn states<'l>(ledger: &'l Ledger<'_>) -> impl Iterator<Item = (Key, bool, &'l Deal<'l>, &'l Part)> {
    ledger.deals.iter().flat_map(|deal| {
        (0..).zip(&deal.parts).map(move |(place, part)| {
            let done = deal.remainder || part.open().is_ok_and(|open| open.is_zero());
            ((deal.order.at, place), done, deal, part)
        })
    })
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
