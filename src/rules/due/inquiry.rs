//! An inquiry is due one working day after it came, until it is answered.

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, FollowupKind};
use crate::rules::contact::{Moment, answered};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for inquiry in seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Inquiry)) {
        let Some(date) = seen.known(inquiry.date) else { continue };
        // a second inquiry is no answer to the first
        if answered(&seen.contacts, Moment { date, at: inquiry.at }) || seen.known(inquiry.closed).is_some() {
            continue;
        }
        items.push(Item {
            kind: DueKind::Inquiry,
            since: Some(date),
            due: Some(date.plus_working_days(seen.policy.inquiry_working_days)),
            about: About::Inquiry(inquiry.summary.clone().unwrap_or_default()),
        });
    }
}
