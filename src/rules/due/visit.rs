//! A planned visit is due on its date, until a visit, a meeting or a fair; at a customer that left the plan none is
//! (第13条 1).

use super::{About, Item, Seen};
use crate::model::choice::DueKind;
use crate::rules::plan::visits;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for plan in visits(seen.card, seen.policy, seen.day).planned {
        let words = [plan.place.as_deref(), plan.purpose.as_deref()];
        let about: Vec<&str> = words.into_iter().flatten().filter(|text| !text.trim().is_empty()).collect();
        items.push(Item {
            kind: DueKind::Plan,
            since: plan.date,
            due: plan.date,
            about: About::Visit(about.join(" · ")),
        });
    }
}
