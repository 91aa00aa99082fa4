//! What is owed for a shipment is due on its due date, until it is settled. Remainders and disputes are not run after.

use super::{About, Item, Seen};
use crate::model::choice::DueKind;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for deal in seen.ledger.deals.iter().filter(|deal| !deal.remainder && !deal.disputed()) {
        for part in &deal.parts {
            let Some(open) = part.open().ok().filter(|open| !open.is_zero()) else { continue };
            items.push(Item {
                kind: DueKind::Payment,
                since: Some(part.date),
                due: Some(part.due),
                about: About::Payment {
                    order: deal.number().to_owned(),
                    open: (deal.currency.clone(), open),
                    shipped: part.date,
                    method: deal.method,
                },
            });
        }
    }
}
