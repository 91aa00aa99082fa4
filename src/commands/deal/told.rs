//! What became of money, in words: which orders it settled, what is left of them, what is left unapplied.

use super::orders;
use super::write::{Written, count};
use crate::lang::tr;
use crate::model::money::full;
use crate::model::name::paper_key;
use crate::model::{Card, Date};
use crate::rules::money::{Deal, Gain, Ledger, gains, is_cancelled, is_credit_note};
use crate::store::Book;
use crate::tr;

/// The pieces of a remark as one.
pub fn joined(pieces: &[String]) -> String {
    pieces.join(tr("; ", "；"))
}

/// Why a remark tells no balance.
pub fn untold(why: &str) -> String {
    tr!("what is open cannot be told: {why}", "余额无法计算：{why}")
}

/// The order of a ledger by its number.
pub fn deal<'l, 'c>(ledger: &'l Ledger<'c>, number: &str) -> Option<&'l Deal<'c>> {
    let wanted = paper_key(number);
    ledger.deals.iter().find(|deal| paper_key(deal.number()) == wanted)
}

/// What became of money that may name an order.
pub fn settled(book: &Book, written: &Written, named: Option<&str>, today: Date) -> Vec<String> {
    let ledgers =
        count(book, &written.before, today).and_then(|before| Ok((before, count(book, &written.after, today)?)));
    let (before, after) = match &ledgers {
        Ok(ledgers) => ledgers,
        Err(why) => return vec![untold(why)],
    };
    let mut told: Vec<String> = named.map(|number| left(&written.after, after, number, today)).into_iter().collect();
    // the sums were added up a moment ago
    let mut gained = gains(before, after).unwrap_or_default();
    gained.retain(|gain| named.is_none_or(|number| paper_key(&gain.number) != paper_key(number)));
    if !gained.is_empty() {
        let list: Vec<String> = gained.iter().map(applied).collect();
        told.push(list.join(tr(", ", "、")));
    }
    for (code, rest) in &after.unapplied {
        if before.unapplied.get(code) != Some(rest) {
            let rest = full(code, *rest);
            told.push(tr!("unapplied {rest}", "预收款 {rest}"));
        }
    }
    let last = written.after.payment.last().and_then(|payment| payment.date);
    if told.is_empty() && book.settings.receivables_from.is_some_and(|from| last.is_some_and(|last| last < from)) {
        told.push(tr("older than receivables_from, so it settles nothing", "早于应收起算日，不抵订单").to_owned());
    }
    told
}

/// What is left of an order that was named, or why nothing is.
pub fn left(card: &Card, ledger: &Ledger<'_>, number: &str, today: Date) -> String {
    if let Some(deal) = deal(ledger, number) {
        let rest = deal.rest().unwrap_or_default();
        return if rest.is_zero() {
            tr!("{number} is paid in full", "{number} 已收清")
        } else {
            let rest = full(&deal.currency, rest);
            tr!("{number}: {rest} still to come", "{number} 未收 {rest}")
        };
    }
    match orders::same(card, number) {
        Some((_, order)) if is_cancelled(order, today) => {
            tr!("{number} is cancelled, so it settles nothing there", "{number} 已取消，不抵该单")
        }
        Some((_, order)) if is_credit_note(order) => {
            tr!("{number} is a credit note, so it settles nothing there", "{number} 是贷项，不抵该单")
        }
        _ => tr!(
            "{number} is older than receivables_from, so no balance is kept of it",
            "{number} 早于应收起算日，不计余额"
        ),
    }
}

fn applied(gain: &Gain) -> String {
    let Gain { number, currency, amount, rest } = gain;
    let open = if rest.is_zero() {
        tr("paid in full", "已收清").to_owned()
    } else {
        let rest = full(currency, *rest);
        tr!("{rest} still to come", "未收 {rest}")
    };
    let shown = full(currency, amount.abs());
    if amount.is_sign_negative() {
        tr!("{shown} taken back from {number} ({open})", "冲回 {number} {shown}（{open}）")
    } else {
        tr!("{shown} settles {number} ({open})", "抵 {number} {shown}（{open}）")
    }
}
