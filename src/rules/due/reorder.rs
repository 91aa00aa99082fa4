//! A customer that buys in cycles is due to order again one and a half cycles after the last purchase, where it may.

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, StageKind, State};
use crate::rules::money::sales::next_purchase;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if seen.kind != StageKind::Customer || seen.state() != State::Active {
        return;
    }
    let Some(next) = next_purchase(seen.card, seen.basis, seen.day) else { return };
    items.push(Item {
        kind: DueKind::Reorder,
        since: Some(next.last),
        due: Some(next.due),
        about: About::Reorder(next.last, next.cycle),
    });
}
