//! What urgent reports say to new orders (第11条 2): nothing is sold on credit while one is open, and nothing at all before
//! the superior has said what is to be done.

use crate::model::choice::DirectiveEffect;
use crate::model::{Card, Date};
use crate::rules::alert::{directed, effect};

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
    let open = card.alert.iter().filter_map(|alert| Some((alert, effect(alert, day)?)));
    open.map(|(alert, effect)| match effect {
        _ if directed(alert, day).is_none() => Reported::Undirected,
        DirectiveEffect::CashOnly => Reported::CashOnly,
        DirectiveEffect::Refused | DirectiveEffect::Halt => Reported::Refused,
    })
    .max()
}
