//! A customer's credit is investigated every six, three or one months by its grade (第11条 1(2)); not where trading has
//! ended.

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, StageKind, State};
use crate::rules::credit::granted;
use crate::rules::review;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if seen.kind != StageKind::Customer || seen.state() == State::Halted {
        return;
    }
    let review = review::review(seen.card, seen.basis, seen.day);
    if review.since.is_none() && seen.card.created.is_some() {
        return; // the card was made later: on that day nobody knew of the customer
    }
    items.push(Item {
        kind: DueKind::Review,
        since: review.since,
        due: Some(review.due),
        about: About::Review(granted(seen.card, seen.basis.settings, seen.day).standing.grade, review.months),
    });
}
