//! A request waits for those who decide from the day it was filed; a grade that was approved, for the owner to know of
//! it (第8条).

use super::{About, Item, Seen};
use crate::model::choice::DueKind;
use crate::rules::approval::{Outcome, decided};
use crate::rules::staff::Staff;

pub(super) fn clock(seen: &Seen<'_>, items: &mut Vec<Item>) {
    if seen.card.request.is_empty() {
        return;
    }
    let staff = Staff::new(seen.basis.settings);
    for decided in decided(seen.card, staff, seen.day) {
        let request = decided.request;
        let by = request.by.as_deref().unwrap_or_default().trim();
        let id = request.id.clone().unwrap_or_default();
        let (date, waits) = match decided.outcome {
            Outcome::Open => {
                let next = decided.wanted.iter().find(|role| !staff.is_waived(**role, by, seen.day)).copied();
                (request.date, next)
            }
            // who decided knows of it anyway
            Outcome::Approved(on) if request.grade.is_some() && !decided.acknowledged => {
                let owner = seen.card.owner.as_deref().map(str::trim).filter(|owner| staff.is_there(owner, seen.day));
                let decider = |owner: &str| decided.approvals.iter().any(|done| done.by.as_deref() == Some(owner));
                match owner.filter(|owner| !decider(owner)) {
                    Some(_) => (Some(on), None),
                    None => continue,
                }
            }
            _ => continue,
        };
        items.push(Item {
            kind: DueKind::Request,
            since: date,
            due: date,
            about: About::Request { id, kind: request.kind, waits },
        });
    }
}
