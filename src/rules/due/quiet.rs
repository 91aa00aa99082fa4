//! A customer is quiet after 60 days without contact, a prospect after 30; with no contact at all the clock starts when
//! the card was made. Nobody need call a customer that gets nothing.

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, State};
use crate::rules::contact::last;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if seen.state() != State::Active {
        return;
    }
    let contact = last(&seen.contacts).map(|contact| contact.date);
    let since = contact.or(seen.known(seen.card.created));
    if since.is_none() && seen.card.created.is_some() {
        return; // the card was made later: on that day nobody knew of the customer
    }
    items.push(Item {
        kind: DueKind::Quiet,
        since,
        // nothing is known of when the card was made: somebody must look at it now
        due: Some(since.map_or(seen.day, |since| since.plus_days(seen.policy.quiet_days(seen.kind)))),
        about: About::Quiet(contact.map(|contact| seen.day.days_since(contact))),
    });
}
