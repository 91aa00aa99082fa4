//! Feedback on a sample is due 14 days after it arrived, else 24 after it was sent.

use super::{About, Item, Seen};
use crate::model::choice::DueKind;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for sample in &seen.card.sample {
        let Some(sent) = seen.known(sample.date) else { continue };
        if sample.feedback.as_deref().is_some_and(|feedback| !feedback.trim().is_empty()) {
            continue;
        }
        let received = seen.known(sample.received);
        let due = match received {
            Some(received) => received.plus_days(seen.policy.sample_received_days),
            None => sent.plus_days(seen.policy.sample_sent_days),
        };
        items.push(Item {
            kind: DueKind::Sample,
            since: received.or(Some(sent)),
            due: Some(due),
            about: About::Sample(sample.product.clone().unwrap_or_default(), received.is_some()),
        });
    }
}
