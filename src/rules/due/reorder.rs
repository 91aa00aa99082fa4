//! A customer that buys in cycles is due to order again one and a half cycles after the last purchase.

use rust_decimal::Decimal;

use super::{About, Item, Seen};
use crate::model::choice::{DueKind, StageKind};
use crate::rules::money::exact::mul;
use crate::rules::money::sales::{cycle, purchase_days};

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if seen.kind != StageKind::Customer {
        return;
    }
    let days = purchase_days(seen.card, seen.basis, seen.day);
    let (Some(last), Some(cycle)) = (days.last().copied(), cycle(&days)) else { return };
    let wait = mul(Decimal::from(cycle), seen.policy.reorder_cycles).ok();
    let Some(wait) = wait.and_then(|days| i64::try_from(days.floor()).ok()) else { return };
    items.push(Item {
        kind: DueKind::Reorder,
        since: Some(last),
        due: Some(last.plus_days(wait)),
        about: About::Reorder(last, cycle),
    });
}
