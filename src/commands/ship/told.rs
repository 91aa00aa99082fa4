//! The remark on a shipment: what left, when it is to be paid, what stays.

use crate::commands::deal::orders;
use crate::commands::deal::told::{deal, joined, left, untold};
use crate::commands::deal::write::{Written, count};
use crate::lang::tr;
use crate::model::card::Order;
use crate::model::money::full;
use crate::model::{Card, Date};
use crate::rules::money::{Deal, Exact, Part, progress};
use crate::store::Book;
use crate::tr;

/// What was noted.
pub fn remark(book: &Book, path: &str, written: &Written, number: &str, today: Date) -> String {
    let find = |card: &'_ Card| orders::find(card, number).ok().map(|(index, _)| index);
    let order = find(&written.after).and_then(|index| written.after.order.get(index));
    let old = find(&written.before).and_then(|index| written.before.order.get(index));
    let (Some(order), Some(old)) = (order, old) else { return path.to_owned() };
    let number = orders::called(order);
    let mut pieces = Vec::new();
    let ledger = count(book, &written.after, today);
    // one that was ended only has no shipment more than before
    if order.shipments.len() == old.shipments.len() && order.shipped == old.shipped {
        pieces.push(tr!("{path}: {number}: the rest will not come", "{path}：{number} 余下的不再出运"));
        pieces.push(ledger.map_or_else(|why| untold(&why), |ledger| left(&written.after, &ledger, number, today)));
        return joined(&pieces);
    }
    match ledger {
        Ok(ledger) => {
            let deal = deal(&ledger, number);
            match deal.and_then(|deal| Some((deal, latest(deal, order)?))) {
                Some((deal, part)) => {
                    let shown = full(&deal.currency, part.amount);
                    pieces.push(tr!("{path}: {number}: {shown} shipped", "{path}：{number} 已登记出运 {shown}"));
                    pieces.extend(owed(deal, part).ok());
                }
                None => pieces.push(tr!("{path}: {number} shipped", "{path}：{number} 已登记出运")),
            }
        }
        Err(why) => {
            pieces.push(tr!("{path}: {number} shipped", "{path}：{number} 已登记出运"));
            pieces.push(untold(&why));
        }
    }
    if let Ok(progress) = progress(order) {
        let rest = full(&progress.currency, progress.rest);
        pieces.push(match progress.is_complete() {
            true => tr("nothing is left to ship", "已全部出运").to_owned(),
            false => tr!("{rest} still to be shipped", "未出运 {rest}"),
        });
    }
    joined(&pieces)
}

/// The shipment that was noted last, as the ledger knows it.
fn latest<'d>(deal: &'d Deal<'_>, order: &Order) -> Option<&'d Part> {
    let Some(last) = order.shipments.last() else { return deal.parts.first() };
    deal.parts.iter().rev().find(|part| {
        Some(part.date) == last.date
            && part.bl == last.bl
            && part.invoice == last.invoice
            && last.amount.is_some_and(|amount| *amount == part.amount)
    })
}

/// What is owed for a shipment, when, and what of it is there already.
fn owed(deal: &Deal<'_>, part: &Part) -> Exact<String> {
    let open = part.open()?;
    let paid = full(&deal.currency, part.settled);
    if open.is_zero() {
        return Ok(tr("paid in full already", "货款已收清").to_owned());
    }
    let (shown, due) = (full(&deal.currency, open), part.due);
    Ok(if part.settled.is_zero() {
        tr!("{shown} due on {due}", "应收 {shown}，{due} 到期")
    } else {
        tr!("{shown} due on {due}, {paid} covered ahead", "应收 {shown}，{due} 到期（定金等已抵 {paid}）")
    })
}
