//! A complaint is due from its day until it is closed; an answer alone does not close it.

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, FollowupKind};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for complaint in seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Complaint)) {
        let Some(date) = seen.known(complaint.date).filter(|_| seen.known(complaint.closed).is_none()) else {
            continue;
        };
        items.push(Item {
            kind: DueKind::Complaint,
            since: Some(date),
            due: Some(date),
            about: About::Complaint(complaint.summary.clone().unwrap_or_default()),
        });
    }
}
