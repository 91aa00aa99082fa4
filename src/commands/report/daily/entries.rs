//! The entries of one day on one card, each in a sentence: follow-ups, quotes, samples, orders, shipments, payments,
//! urgent reports, and what was done about credit.

use super::credit;
use crate::commands::deal::fault::what;
use crate::model::card::{Followup, Order, Quote, Shipment};
use crate::model::choice::{FollowupKind, PaymentKind};
use crate::model::money::full;
use crate::model::{Date, Number, currency};
use crate::rules::money::{Fault, amount, line};
use crate::store::Customer;
use crate::tr;

/// Something that was done.
pub(super) struct Entry {
    /// By whom: as it says, else by who is in charge of the customer.
    pub by: String,
    /// What.
    pub text: String,
}

/// Everything of a day, in the order of the card. Reports to the superior are what this becomes, and are left out.
pub(super) fn entries(customer: &Customer, day: Date) -> Vec<Entry> {
    let card = &customer.card;
    let who = customer.called();
    let owner = card.owner.as_deref().unwrap_or_default().trim();
    let on = |date: Option<Date>| date == Some(day);
    let mut all = Vec::new();
    let mut note = |by: Option<&str>, text: String| {
        let by = by.map(str::trim).filter(|by| !by.is_empty()).unwrap_or(owner).to_owned();
        all.push(Entry { by, text: tr!("{who}: {text}", "{who}：{text}") });
    };
    for followup in card.followup.iter().filter(|it| on(it.date) && it.kind != Some(FollowupKind::Report)) {
        note(followup.by.as_deref(), touched(followup));
    }
    for quote in card.quote.iter().filter(|quote| on(quote.date)) {
        note(None, quoted(quote));
    }
    for sample in card.sample.iter().filter(|sample| on(sample.date)) {
        let product = one_line(sample.product.as_deref());
        note(None, tr!("sample {product} sent", "寄样 {product}"));
    }
    for order in card.order.iter().filter(|order| on(order.date)) {
        let (number, worth) = (one_line(order.number.as_deref()), worth(order));
        note(order.by.as_deref(), tr!("order {number}, {worth}", "订单 {number}，{worth}"));
    }
    for order in &card.order {
        for text in shipped(order, day) {
            note(order.by.as_deref(), text);
        }
    }
    for payment in card.payment.iter().filter(|payment| on(payment.date)) {
        let kind = payment.kind.unwrap_or(PaymentKind::Receipt);
        let (sum, order) = (sum(payment.amount, payment.currency.as_deref()), behind(payment.order.as_deref()));
        note(None, tr!("{kind} {sum}{order}", "{kind} {sum}{order}"));
    }
    for alert in card.alert.iter().filter(|alert| on(alert.date)) {
        let kind = alert.kind.map(|kind| kind.to_string()).unwrap_or_default();
        let (sum, summary) = (sum(alert.amount, alert.currency.as_deref()), one_line(alert.summary.as_deref()));
        let sum = if sum.is_empty() { sum } else { format!(" {sum}") };
        note(alert.by.as_deref(), tr!("urgent report, {kind}{sum}: {summary}", "紧急报告（{kind}{sum}）：{summary}"));
    }
    for (by, text) in credit::notes(card, day) {
        note(by, text);
    }
    all
}

fn touched(followup: &Followup) -> String {
    let kind = followup.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let summary = one_line(followup.summary.as_deref());
    let with = followup.with.as_deref().map(|with| tr!(" with {with}", "（{with}）")).unwrap_or_default();
    let next = followup.next.map(|next| tr!("; next on {next}", "；下次 {next}")).unwrap_or_default();
    let order = one_line(followup.order.as_deref());
    let order = if order.is_empty() { order } else { tr!(" ({order})", "（{order}）") };
    tr!("{kind}{with}, {summary}{order}{next}", "{kind}{with}，{summary}{order}{next}")
}

fn quoted(quote: &Quote) -> String {
    let number = one_line(quote.number.as_deref());
    let code = quote.currency.as_deref().and_then(currency::find).unwrap_or_default();
    let unit = currency::decimals(&code);
    let lines: Result<Vec<_>, Fault> = quote.items.iter().map(|item| line(item, unit)).collect();
    let sum = lines.and_then(|lines| crate::rules::money::exact::sum(lines).map_err(Fault::from));
    let sum = sum.map_or_else(|fault| what(&fault), |sum| full(&code, sum));
    tr!("quote {number}, {sum}", "报价 {number}，{sum}")
}

/// The shipments of an order on a day, each with what it was worth.
fn shipped(order: &Order, day: Date) -> Vec<String> {
    let number = one_line(order.number.as_deref());
    let code = order.currency.as_deref();
    let told = |sum: String, bl: &str| {
        let bl = if bl.is_empty() { String::new() } else { tr!(", B/L {bl}", "，提单 {bl}") };
        tr!("{number} shipped, {sum}{bl}", "{number} 出运，{sum}{bl}")
    };
    let part = |part: &Shipment| told(sum(part.amount, code), &one_line(part.bl.as_deref()));
    let parts = order.shipments.iter().filter(|part| part.date == Some(day)).map(part);
    let whole = (order.shipments.is_empty() && order.shipped == Some(day)).then(|| told(worth(order), ""));
    parts.chain(whole).collect()
}

fn worth(order: &Order) -> String {
    amount(order).map_or_else(|fault| what(&fault), |(amount, code)| full(&code, amount))
}

pub(super) fn sum(amount: Option<Number>, code: Option<&str>) -> String {
    let code = code.and_then(currency::find).unwrap_or_default();
    amount.map(|amount| full(&code, *amount)).unwrap_or_default()
}

fn behind(order: Option<&str>) -> String {
    let order = one_line(order);
    if order.is_empty() { order } else { tr!(" for {order}", "（{order}）") }
}

pub(super) fn one_line(text: Option<&str>) -> String {
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
