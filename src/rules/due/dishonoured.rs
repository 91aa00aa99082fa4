//! After a bill that was not honoured, or put off, the customer is dunned at once and every seven days, until the report
//! is closed (第14条 2).

use super::{About, Item, Seen};
use crate::model::choice::{AlertKind, DueKind, FollowupKind};
use crate::model::currency;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for alert in &seen.card.alert {
        let bill = matches!(alert.kind, Some(AlertKind::Dishonoured | AlertKind::Deferred));
        let Some(date) = seen.known(alert.date).filter(|_| bill && seen.known(alert.closed).is_none()) else {
            continue;
        };
        let dunned = seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Collection));
        let last = dunned.filter_map(|followup| seen.known(followup.date)).filter(|dunned| *dunned >= date).max();
        let currency = alert.currency.as_deref().and_then(currency::find);
        items.push(Item {
            kind: DueKind::Dishonoured,
            since: Some(last.unwrap_or(date)),
            due: Some(last.map_or(date, |last| last.plus_days(seen.policy.dunning_days))),
            about: About::Bill {
                deferred: alert.kind == Some(AlertKind::Deferred),
                order: alert.order.clone(),
                amount: currency.zip(alert.amount.map(|amount| *amount)),
                dunned: last,
            },
        });
    }
}
