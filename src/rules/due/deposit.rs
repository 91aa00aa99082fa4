//! A deposit is due from the day of the order until it is there or the goods are gone. It is awaited, never owed.

use super::{About, Item, Seen};
use crate::model::choice::DueKind;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for deal in &seen.ledger.deals {
        let Some(open) = deal.deposit_due().ok().filter(|open| !open.is_zero()) else { continue };
        items.push(Item {
            kind: DueKind::Deposit,
            since: Some(deal.date),
            due: Some(deal.date),
            about: About::Deposit(deal.number().to_owned(), (deal.currency.clone(), open), deal.method),
        });
    }
}
