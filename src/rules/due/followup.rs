//! A follow-up is due on the day that was set as its next, until a later contact.

use super::{About, Item, Seen};
use crate::model::choice::DueKind;
use crate::rules::contact::{Moment, since};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for followup in &seen.card.followup {
        let (Some(date), Some(next)) = (seen.known(followup.date), followup.next) else { continue };
        if since(&seen.contacts, Moment { date, at: followup.at }) || seen.known(followup.closed).is_some() {
            continue;
        }
        items.push(Item {
            kind: DueKind::FollowUp,
            since: Some(date),
            due: Some(next),
            about: About::Next(followup.next_kind, followup.summary.clone().unwrap_or_default()),
        });
    }
}
