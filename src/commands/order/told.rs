//! The remark on an order that was noted: what it comes to, and when what is due.

use crate::commands::deal::orders;
use crate::commands::deal::told::{deal, joined, settled, untold};
use crate::commands::deal::write::{Written, count};
use crate::lang::{counted, tr};
use crate::model::Date;
use crate::model::card::Order;
use crate::model::choice::PaymentMethod;
use crate::model::money::full;
use crate::rules::money::{Deal, Exact, amount, is_credit_note};
use crate::store::Book;
use crate::tr;

/// What was noted.
pub fn remark(book: &Book, path: &str, written: &Written, number: &str, today: Date) -> String {
    let Some((_, order)) = orders::same(&written.after, number) else { return path.to_owned() };
    let (total, code) = amount(order).unwrap_or_default();
    let number = orders::called(order);
    let shown = full(&code, total.abs());
    let mut pieces = Vec::new();
    if is_credit_note(order) {
        let credited = order.credits.as_deref().unwrap_or_default().trim();
        pieces.push(tr!(
            "{path}: credit note {number} noted, {shown} off {credited}",
            "{path}：已登记贷项 {number}，冲减 {credited} {shown}"
        ));
        pieces.extend(settled(book, written, Some(credited), today));
        return joined(&pieces);
    }
    pieces.push(tr!("{path}: order {number} noted, {shown}", "{path}：已登记订单 {number}，{shown}"));
    match count(book, &written.after, today) {
        Ok(ledger) => {
            let due = deal(&ledger, number).and_then(|deal| due(deal).ok());
            pieces.extend(due.filter(|due| !due.is_empty()));
        }
        Err(why) => pieces.push(untold(&why)),
    }
    pieces.extend(won(order));
    joined(&pieces)
}

fn won(order: &Order) -> Option<String> {
    let quote = order.quote.as_deref()?;
    Some(tr!("quote {quote} won", "报价 {quote} 成交"))
}

/// What is due of an order, and when.
fn due(deal: &Deal<'_>) -> Exact<String> {
    let mut pieces = Vec::new();
    if !deal.settled.is_zero() {
        let paid = full(&deal.currency, deal.settled);
        pieces.push(tr!("{paid} is there already", "预收款已抵 {paid}"));
    }
    let deposit = deal.deposit_due()?;
    if !deposit.is_zero() {
        let shown = full(&deal.currency, deposit);
        pieces.push(match deal.method {
            PaymentMethod::Advance => tr!("{shown} to come in advance", "全款 {shown} 待收"),
            _ => tr!("deposit {shown} to come", "定金 {shown} 待收"),
        });
    }
    let receivable = deal.receivable()?;
    let balance = deal.balance()?;
    if !receivable.is_zero() {
        let shown = full(&deal.currency, receivable);
        let day = deal.parts.iter().map(|part| part.due).min().unwrap_or(deal.date);
        pieces.push(tr!("{shown} due on {day}", "应收 {shown}，{day} 到期"));
    } else if !balance.is_zero() && deal.parts.is_empty() {
        let (shown, when) = (full(&deal.currency, balance), when(deal));
        // the whole amount was named a moment ago
        pieces.push(if pieces.is_empty() { when } else { tr!("balance {shown} {when}", "余款 {shown} {when}") });
    }
    Ok(pieces.join(tr(", ", "，")))
}

/// When the balance is due.
fn when(deal: &Deal<'_>) -> String {
    match (deal.order.due, deal.method, deal.days) {
        (Some(day), ..) => tr!("due on {day}", "{day} 到期"),
        (None, PaymentMethod::BeforeShipment | PaymentMethod::Advance, 0) => {
            tr("due before shipment", "发货前付清").to_owned()
        }
        (None, _, 0) => tr("due on the B/L date", "提单日到期").to_owned(),
        (None, _, days) => {
            let en = counted(usize::try_from(days).unwrap_or_default(), "day", "days");
            tr!("due {en} after the B/L date", "提单日后 {days} 天到期")
        }
    }
}
