//! An open quote is due after three days without contact, and again seven days before its validity ends; from then on
//! it stays due until it has an outcome.

use super::{About, Item, Seen};
use crate::model::card::Quote;
use crate::model::choice::{DueKind, QuoteOutcome};
use crate::rules::contact::last;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    for quote in &seen.card.quote {
        let Some(date) = seen.known(quote.date) else { continue };
        if !open(quote, seen) {
            continue;
        }
        let touched = last(&seen.contacts).map_or(date, |contact| contact.date.max(date));
        let silent = touched.plus_days(seen.policy.quote_days);
        // a quote that is short-lived from the start is reminded of by the first clock, not on the day it is made
        let earliest = date.plus_days(seen.policy.quote_days);
        let ending = quote.valid_until.map(|end| end.plus_days(-seen.policy.quote_ends_days).max(earliest));
        let due = ending.map_or(silent, |ending| ending.min(silent));
        items.push(Item {
            kind: DueKind::Quote,
            since: Some(touched),
            due: Some(due),
            about: About::Quote(quote.number.clone().unwrap_or_default(), quote.valid_until),
        });
    }
}

/// Whether a quote had no outcome yet on the day of the report.
fn open(quote: &Quote, seen: &Seen<'_>) -> bool {
    match quote.outcome {
        None | Some(QuoteOutcome::Open) => true,
        Some(_) => quote.closed.is_some_and(|closed| closed > seen.day),
    }
}
