//! A planned visit is due on its date, until a visit, a meeting or a fair (第13条 1).

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, FollowupKind};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    let met: Vec<_> = seen
        .card
        .followup
        .iter()
        .filter(|followup| {
            matches!(followup.kind, Some(FollowupKind::Visit | FollowupKind::Meeting | FollowupKind::Exhibition))
        })
        .filter_map(|followup| seen.known(followup.date))
        .collect();
    for plan in seen.card.plan.iter().filter(|plan| plan.restored.is_none()) {
        let Some(date) = plan.date else { continue };
        if met.iter().any(|met| *met >= date) {
            continue;
        }
        let words = [plan.place.as_deref(), plan.purpose.as_deref()];
        let about: Vec<&str> = words.into_iter().flatten().filter(|text| !text.trim().is_empty()).collect();
        items.push(Item {
            kind: DueKind::Plan,
            since: Some(date),
            due: Some(date),
            about: About::Visit(about.join(" · ")),
        });
    }
}
