//! An urgent report is due from its first day until it is closed: first the superior's directive, then what it ordered,
//! then the end (第11条 2). A halt of which the customer was not told is due until that is done (第14条 2).

use super::{About, Item, Seen};
use crate::model::choice::{AlertState, DueKind};
use crate::rules::alert::{directed, state};
use crate::rules::halt::stop;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for alert in &seen.card.alert {
        let Some(state) = state(alert, seen.day).filter(|state| *state != AlertState::Closed) else { continue };
        let person = |name: Option<&str>| name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        // what is directed later is not known yet
        let said = alert.directive.as_ref().filter(|_| directed(alert, seen.day).is_some());
        items.push(Item {
            kind: DueKind::Alert,
            since: alert.date,
            due: directed(alert, seen.day).or(alert.date),
            about: About::Alert {
                kind: alert.kind,
                summary: alert.summary.clone().unwrap_or_default(),
                state,
                reported_to: person(alert.reported_to.as_deref()),
                ordered: said.and_then(|directive| directive.text.clone()).unwrap_or_default(),
            },
        });
    }
    if let Some(stop) = stop(seen.card, seen.day).filter(crate::rules::halt::Stop::awaits_notice) {
        items.push(Item {
            kind: DueKind::Alert,
            since: Some(stop.since),
            due: Some(stop.since),
            about: About::Notice(stop.since),
        });
    }
}
