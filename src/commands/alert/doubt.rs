//! What of an urgent report may be right, but is more likely a slip.

use crate::commands::deal::write::{Doubts, count};
use crate::model::card::Alert;
use crate::model::money::full;
use crate::model::name::paper_key;
use crate::model::{Card, Date, Number, currency};
use crate::rules::alert::received;
use crate::rules::money::exact::sub;
use crate::rules::money::{Deal, Ledger};
use crate::store::Book;
use crate::tr;

use super::chosen::called;

/// More at stake than the order comes to.
pub fn beyond(order: &str, (code, amount): (&str, Number), card: &Card, book: &Book, today: Date, doubts: &mut Doubts) {
    let Ok(ledger) = count(book, card, today) else { return };
    let Some(deal) = deal(&ledger, order) else { return };
    if currency::find(code) == currency::find(&deal.currency) && *amount > deal.amount {
        let (amount, total) = (full(&deal.currency, *amount), full(&deal.currency, deal.amount));
        doubts.raise(tr!(
            "{amount} is at stake, but order {order} comes to {total}",
            "涉及金额 {amount} 超过订单 {order} 的金额 {total}"
        ));
    }
}

/// Said to be paid, but the order that it names is open still; or less came in since than was at stake.
pub fn unpaid(alert: &Alert, card: &Card, book: &Book, date: Date, doubts: &mut Doubts) {
    let order = alert.order.as_deref().unwrap_or_default().trim();
    let ledger = count(book, card, date).unwrap_or_default();
    if let Some(deal) = deal(&ledger, order) {
        match sub(deal.claim, deal.settled) {
            // who has paid the order has paid what was at stake on it
            Ok(open) if open.is_zero() => return,
            Ok(open) => {
                let open = full(&deal.currency, open);
                doubts.raise(tr!("order {order}: {open} is not paid", "订单 {order} 还有 {open} 未收"));
            }
            Err(_) => {}
        }
    }
    let (Some(since), Some(amount), Some(code)) =
        (alert.date, alert.amount, alert.currency.as_deref().and_then(currency::find))
    else {
        return;
    };
    let Ok(came) = received(alert, card, &code, date) else { return };
    if came < *amount {
        let (id, amount, came) = (called(alert), full(&code, *amount), full(&code, came));
        doubts.raise(tr!(
            "{id} is about {amount}, but since {since} {came} came in",
            "{id} 涉及 {amount}，而 {since} 以来只收到 {came}"
        ));
    }
}

fn deal<'l, 'c>(ledger: &'l Ledger<'c>, order: &str) -> Option<&'l Deal<'c>> {
    let wanted = paper_key(order);
    ledger.deals.iter().find(|deal| !wanted.is_empty() && paper_key(deal.number()) == wanted)
}
