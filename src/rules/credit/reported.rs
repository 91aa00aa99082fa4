//! What urgent reports say to new orders (第11条 2): nothing is sold on credit while one is open, and nothing at all before
//! the superior has said what is to be done.

use crate::model::choice::DirectiveEffect;
use crate::model::{Card, Date};

/// What an urgent report that is open allows; the stricter, the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reported {
    /// Cash only, as directed.
    CashOnly,
    /// Nothing, as directed.
    Refused,
    /// Nothing: the superior has not directed yet.
    Undirected,
}

/// The strictest of what the reports that are open on a day allow; `None` where none is.
pub fn reported(card: &Card, day: Date) -> Option<Reported> {
    let up_to = |date: Option<Date>| date.is_some_and(|date| date <= day);
    let open = card.alert.iter().filter(|alert| up_to(alert.date) && !up_to(alert.closed));
    open.map(|alert| match alert.directive.as_ref().filter(|directive| up_to(directive.date)) {
        None => Reported::Undirected,
        Some(directive) => match directive.effect {
            Some(DirectiveEffect::Refused | DirectiveEffect::Halt) => Reported::Refused,
            Some(DirectiveEffect::CashOnly) | None => Reported::CashOnly,
        },
    })
    .max()
}
