//! The quote, order and shipment of a paper, and their lines.

use rust_decimal::Decimal;

use super::lines::{in_words, of_paper};
use super::pictures::of_goods;
use super::subject::Subject;
use super::terms::{delivery, payment};
use super::{Row, Sheet, nth, of_record, put};
use crate::commands::deal::{fault, orders};
use crate::error::{Error, Result};
use crate::formats::template::Value;
use crate::lang::Words;
use crate::model::card::{Item, Order, PayTerms, Quote, Shipment};
use crate::model::field::Record;
use crate::model::{Date, currency};
use crate::rules::credit::granted;
use crate::rules::goods::{Goods, deposit, goods};
use crate::rules::money::exact::add;
use crate::rules::money::{Fault, amount, ledger};
use crate::tr;

/// Terms under which we insure the goods.
const INSURED: &[&str] = &["CIF", "CIP"];
/// Terms whose place is the port where the goods are loaded.
const LOADED_AT: &[&str] = &["FOB", "FCA", "FAS"];

/// What a quote and an order have in common.
struct Deal<'a> {
    number: &'a str,
    code: String,
    terms: Option<&'a str>,
    pay: Option<&'a PayTerms>,
    items: &'a [Item],
    /// The total, where the lines do not tell.
    total: Option<Decimal>,
    lead_days: Option<u32>,
    order: Option<&'a Order>,
}

/// What a paper wants to know of the goods.
#[derive(Clone, Copy, Debug)]
pub struct Asks {
    /// The lines.
    pub lines: bool,
    /// Their pictures.
    pub pictures: bool,
}

/// Quote, order, shipment, and the lines of the paper.
///
/// # Errors
/// Amounts that cannot be told; lines that are asked for, of a shipment of which nobody said what left.
pub fn deal(sheet: &mut Sheet, subject: &Subject<'_>, asks: Asks) -> Result<()> {
    let card = &subject.customer.card;
    if let Some((at, quote)) = subject.quote.and_then(|at| Some((at, card.quote.get(at)?))) {
        let deal = of_quote(quote);
        let json = nth(&subject.json, "quote", at);
        let mut row = json.map(|json| of_record(json, Quote::TYPE, "")).unwrap_or_default();
        let goods = counted(&deal, deal.items, subject)?;
        totals(&mut row, &deal, &goods, subject)?;
        sheet.put("quote", row);
        lined(sheet, &goods, &deal, asks, subject);
    }
    let Some((at, order)) = subject.order.and_then(|at| Some((at, card.order.get(at)?))) else { return Ok(()) };
    let deal = of_order(order, subject)?;
    let json = nth(&subject.json, "order", at);
    let mut row = json.map(|json| of_record(json, Order::TYPE, "")).unwrap_or_default();
    let whole = counted(&deal, deal.items, subject)?;
    totals(&mut row, &deal, &whole, subject)?;
    let settled = ledger(card, subject.basis, subject.day)
        .ok()
        .and_then(|ledger| ledger.deals.iter().find(|known| known.order.at == order.at).map(|known| known.settled));
    let whole_amount = deal.total.map_or(Value::Empty, |sum| Value::Money(sum, deal.code.clone()));
    row.entry("amount".to_owned()).or_insert(whole_amount);
    row.insert("settled".to_owned(), settled.map_or(Value::Empty, |sum| Value::Money(sum, deal.code.clone())));
    sheet.put("order", row);
    match &subject.shipment {
        None => lined(sheet, &whole, &deal, asks, subject),
        Some((place, shipment)) => {
            let left = left(order, shipment, asks.lines, subject)?;
            let goods = counted(&deal, &left, subject)?;
            let json = nth(&subject.json, "order", at).and_then(|order| nth(order, "shipments", *place));
            let mut row = json.map(|json| of_record(json, Shipment::TYPE, &deal.code)).unwrap_or_default();
            shipped(&mut row, *place, shipment, order, &deal, &goods, subject);
            sheet.put("shipment", row);
            lined(sheet, &goods, &deal, asks, subject);
        }
    }
    Ok(())
}

/// The lines of the paper, with pictures where it shows them.
fn lined(sheet: &mut Sheet, goods: &Goods<'_>, deal: &Deal<'_>, asks: Asks, subject: &Subject<'_>) {
    of_paper(sheet, goods, &deal.code);
    if asks.pictures {
        let (pictures, remarks) = of_goods(goods, subject.book);
        sheet.remarks = remarks;
        let any = pictures.iter().any(Value::holds);
        sheet.put("pictures", Row::from([(String::new(), Value::Flag(any))]));
        sheet.beside("lines", "picture", pictures);
    }
}

fn of_quote(quote: &Quote) -> Deal<'_> {
    Deal {
        number: quote.number.as_deref().unwrap_or_default(),
        code: quote.currency.as_deref().and_then(currency::find).unwrap_or_default(),
        terms: quote.terms.as_deref(),
        pay: quote.pay.as_ref(),
        items: &quote.items,
        total: None,
        lead_days: quote.lead_days,
        order: None,
    }
}

fn of_order<'a>(order: &'a Order, subject: &Subject<'_>) -> Result<Deal<'a>> {
    let (total, code) = amount(order).map_err(|fault| wrong(&fault, orders::called(order), subject))?;
    Ok(Deal {
        number: orders::called(order),
        code,
        terms: order.terms.as_deref(),
        pay: order.pay.as_ref(),
        items: &order.items,
        total: Some(total),
        lead_days: None,
        order: Some(order),
    })
}

fn wrong(fault: &Fault, number: &str, subject: &Subject<'_>) -> Error {
    let what = fault::what(fault);
    fault::broken(tr!("{number}: {what}", "{number}：{what}"), &subject.customer.location)
}

fn counted<'a>(deal: &Deal<'_>, items: &'a [Item], subject: &Subject<'a>) -> Result<Goods<'a>> {
    goods(items, subject.products, currency::decimals(&deal.code)).map_err(|fault| wrong(&fault, deal.number, subject))
}

/// What is worked out of a quote or an order.
fn totals(row: &mut Row, deal: &Deal<'_>, goods: &Goods<'_>, subject: &Subject<'_>) -> Result<()> {
    let card = &subject.customer.card;
    let overflow = |_| wrong(&Fault::Overflow, deal.number, subject);
    let sum = add(goods.goods_total, goods.charges_total).map_err(overflow)?;
    let total = deal.total.unwrap_or(sum);
    let goods_total = if deal.items.is_empty() { total } else { goods.goods_total };
    let (ahead, rest) = deposit(total, deal.pay, currency::decimals(&deal.code)).map_err(overflow)?;
    let (rule, place) = delivery(deal.terms);
    let term = granted(card, subject.basis.settings, subject.day).standing.term_days.unwrap_or(0);
    let money = |amount: Decimal| Value::Money(amount, deal.code.clone());
    let order = deal.order;
    let loaded = place.filter(|_| rule.as_deref().is_some_and(|rule| LOADED_AT.contains(&rule)));
    let insured = rule.as_deref().is_some_and(|rule| INSURED.contains(&rule));
    let either = |texts: [Option<&str>; 2]| {
        texts.into_iter().map(Value::text).find(|text| !text.is_empty()).unwrap_or(Value::Empty)
    };
    let marks = either([order.and_then(|order| order.marks.as_deref()), card.papers.marks.as_deref()]);
    let values = [
        ("total", money(total)),
        ("goods_total", money(goods_total)),
        ("charges_total", money(goods.charges_total)),
        ("payment", payment(deal.pay, term)),
        ("deposit", ahead.map_or(Value::Empty, money)),
        ("deposit_share", deal.pay.and_then(|pay| pay.deposit).map_or(Value::Empty, |share| Value::Share(*share))),
        ("balance", money(rest)),
        ("incoterm", Value::text(rule.as_deref())),
        ("place", Value::text(place)),
        ("insured", Value::Flag(insured)),
        ("loading", either([order.and_then(|order| order.port_of_loading.as_deref()), loaded])),
        (
            "discharge",
            either([order.and_then(|order| order.port_of_discharge.as_deref()), card.papers.port.as_deref()]),
        ),
        ("shipping_marks", if marks.is_empty() { Value::Text("N/M".to_owned()) } else { marks }),
        ("lead_days", deal.lead_days.or(goods.lead_days).map_or(Value::Empty, Value::count)),
        ("ship_by", Value::date(order.and_then(|order| order.latest_shipment.or(order.required)))),
        ("origin", origin(order.and_then(|order| order.origin.as_deref()), goods)),
        ("partial", allowed(order.and_then(|order| order.partial))),
        ("transhipment", allowed(order.and_then(|order| order.transhipment))),
    ];
    row.extend(values.map(|(key, value)| (key.to_owned(), value)));
    row.extend(measures(goods));
    Ok(())
}

fn measures(goods: &Goods<'_>) -> impl Iterator<Item = (String, Value)> {
    let values = [
        ("quantity", goods.quantity),
        ("packages", goods.packages),
        ("net_weight", goods.net_weight),
        ("gross_weight", goods.gross_weight),
        ("volume", goods.volume),
    ];
    values.into_iter().map(|(key, value)| (key.to_owned(), Value::number(value)))
}

fn allowed(said: Option<bool>) -> Value {
    said.map_or(Value::Empty, |yes| {
        Value::words(if yes { Words::new("allowed", "允许") } else { Words::new("not allowed", "不允许") })
    })
}

/// Where the goods are made: as the order says, else as the product list says of all of them.
fn origin(said: Option<&str>, goods: &Goods<'_>) -> Value {
    let mut known: Vec<&str> = goods.lines.iter().filter_map(|line| line.product?.origin.as_deref()).collect();
    known.dedup();
    match Value::text(said) {
        Value::Empty => Value::Several(known.into_iter().map(in_words).collect()),
        Value::Text(name) => in_words(&name),
        other => other,
    }
}

/// What left with a shipment: its own lines, with the prices of the order where it says none; else all of the order.
fn left(order: &Order, shipment: &Shipment, asked: bool, subject: &Subject<'_>) -> Result<Vec<Item>> {
    if !shipment.items.is_empty() {
        let priced = |item: &Item| {
            let mut item = item.clone();
            if item.unit_price.is_none() {
                let same = order.items.iter().find(|other| other.product == item.product);
                item.unit_price = same.and_then(|other| other.unit_price);
                item.discount = item.discount.or(same.and_then(|other| other.discount));
                item.unit = item.unit.or_else(|| same.and_then(|other| other.unit.clone()));
            }
            item
        };
        return Ok(shipment.items.iter().map(priced).collect());
    }
    let whole = amount(order).ok().map(|(sum, _)| sum);
    if shipment.amount.is_none_or(|part| Some(*part) == whole) {
        return Ok(order.items.clone());
    }
    if !asked {
        return Ok(Vec::new());
    }
    let (called, path) = (orders::called(order), crate::model::name::shell_word(&subject.customer.location.path));
    Err(Error::refused(tr!(
        "{called}: the shipment is a part of the order and does not say what left",
        "{called}：本批是分批出运，卡片未写所装明细"
    ))
    .next(tr!("add items to the shipment: kehu edit {path}", "请为该批出运补上明细（items）：kehu edit {path}")))
}

/// What is worked out of a shipment; what it says itself goes before.
fn shipped(
    row: &mut Row,
    place: usize,
    shipment: &Shipment,
    order: &Order,
    deal: &Deal<'_>,
    goods: &Goods<'_>,
    subject: &Subject<'_>,
) {
    let money = |amount: Decimal| Value::Money(amount, deal.code.clone());
    let sum = add(goods.goods_total, goods.charges_total).ok();
    let total = shipment.amount.map(|amount| *amount).or(sum);
    for (key, value) in measures(goods) {
        row.entry(key).or_insert(value);
    }
    put(row, "date", Value::date(shipment.date));
    put(row, "amount", total.map_or(Value::Empty, money));
    let values = [
        ("number", Value::count(place.saturating_add(1))),
        ("total", total.map_or(Value::Empty, money)),
        ("goods_total", money(goods.goods_total)),
        ("charges_total", money(goods.charges_total)),
        ("due", Value::date(due(order, shipment, subject))),
    ];
    row.extend(values.map(|(key, value)| (key.to_owned(), value)));
}

/// When a shipment is to be paid, as the ledger has it.
fn due(order: &Order, shipment: &Shipment, subject: &Subject<'_>) -> Option<Date> {
    let ledger = ledger(&subject.customer.card, subject.basis, subject.day).ok()?;
    let deal = ledger.deals.iter().find(|deal| deal.order.at == order.at)?;
    let same = deal.parts.iter().find(|part| Some(part.date) == shipment.date && part.bl == shipment.bl);
    same.map(|part| part.due)
}
