//! A limit that runs out is due some days before it does, so that it can be granted anew (rulebook §4).

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, State};
use crate::rules::credit::granted;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if !seen.card.credit.iter().any(|entry| entry.limit.is_some()) {
        return;
    }
    let standing = granted(seen.card, seen.basis.settings, seen.day).standing;
    let stopped = standing.state.is_some_and(|state| state != State::Active);
    let Some(limit) = standing.limit.filter(|limit| !limit.is_zero() && !stopped) else { return };
    let Some(until) = standing.limit_until(seen.policy) else { return };
    let code = standing.currency.unwrap_or_else(|| seen.basis.rates.base().to_owned());
    items.push(Item {
        kind: DueKind::Limit,
        since: standing.limit_since,
        due: Some(until.plus_days(-seen.policy.limit_ends_days)),
        about: About::Limit((code, *limit), until),
    });
}
