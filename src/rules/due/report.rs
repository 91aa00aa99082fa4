//! The report of an investigation must be with the sales manager within three days of its completion (第11条 1(1)).

use super::{About, Item, Seen};
use crate::model::choice::DueKind;
use crate::rules::investigation::{report_due, unreported};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for (_, investigation) in unreported(seen.card, seen.day) {
        let Some(completed) = investigation.completed else { continue };
        items.push(Item {
            kind: DueKind::Report,
            since: Some(completed),
            due: report_due(investigation, seen.policy),
            about: About::Report(completed),
        });
    }
}
