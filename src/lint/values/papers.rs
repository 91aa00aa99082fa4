//! Orders and payments, each with its place in the file: what the checks of money look at, and how they name it.

use std::collections::HashMap;
use std::ops::Range;

use toml::de::DeTable;

use crate::lang::tr;
use crate::lint::Source;
use crate::model::card::{Alert, Credit, Investigation, Order, Payment};
use crate::model::choice::PaymentKind;
use crate::model::money::full;
use crate::model::name::{paper_key, shell_word};
use crate::model::tree::Location;
use crate::model::{Choose, Date};
use crate::rules::money::{amount, is_cancelled, is_credit_note};
use crate::tr;

/// A record of the card beside the table it was read from.
pub struct Paper<'a, T> {
    /// The record.
    pub record: &'a T,
    /// Its values with their places.
    pub table: &'a DeTable<'a>,
    /// Its place in the list, counted from 1, as `kehu set` counts.
    pub place: usize,
    span: Range<usize>,
}

impl<'a, T> Paper<'a, T> {
    /// Where the value of a field stands; where there is none, where the record begins.
    pub fn span(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.span.clone(), toml::Spanned::span)
    }

    /// The records in one of its lists: lines, shipments.
    pub fn inside<U>(&self, list: &str, records: &'a [U]) -> Vec<Paper<'a, U>> {
        papers(self.table, list, records)
    }
}

/// The orders of a card that can be read, in the order of the file.
pub fn orders<'a>(source: &Source<'a>) -> Vec<Paper<'a, Order>> {
    source.card.zip(source.document).map_or_else(Vec::new, |(card, file)| papers(&file.root, "order", &card.order))
}

/// The payments of a card that can be read, in the order of the file.
pub fn payments<'a>(source: &Source<'a>) -> Vec<Paper<'a, Payment>> {
    source.card.zip(source.document).map_or_else(Vec::new, |(card, file)| papers(&file.root, "payment", &card.payment))
}

/// The urgent reports of a card that can be read, in the order of the file.
pub fn alerts<'a>(source: &Source<'a>) -> Vec<Paper<'a, Alert>> {
    source.card.zip(source.document).map_or_else(Vec::new, |(card, file)| papers(&file.root, "alert", &card.alert))
}

/// The credit entries of a card that can be read, in the order of the file.
pub fn credits<'a>(source: &Source<'a>) -> Vec<Paper<'a, Credit>> {
    source.card.zip(source.document).map_or_else(Vec::new, |(card, file)| papers(&file.root, "credit", &card.credit))
}

fn papers<'a, T>(above: &'a DeTable<'a>, list: &str, records: &'a [T]) -> Vec<Paper<'a, T>> {
    let values = above.get(list).and_then(|list| list.get_ref().as_array());
    let tables = values.into_iter().flat_map(|list| list.iter());
    let tables = tables.filter_map(|value| Some((value.get_ref().as_table()?, value.span())));
    let pairs = (1..).zip(tables).zip(records);
    pairs.map(|((place, (table, span)), record)| Paper { record, table, place, span }).collect()
}

/// The investigations of a card that can be read, in the order of the file.
pub fn investigations<'a>(source: &Source<'a>) -> Vec<Paper<'a, Investigation>> {
    let pair = source.card.zip(source.document);
    pair.map_or_else(Vec::new, |(card, file)| papers(&file.root, "investigation", &card.investigation))
}

/// The number that a field gives, without blanks around it; `None` where it is blank.
pub fn number(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Whether two numbers are one.
pub fn same(number: &str, other: &str) -> bool {
    paper_key(number) == paper_key(other)
}

/// The orders by their numbers, in the order of the file.
pub fn by_number<'p, 'a>(orders: &'p [Paper<'a, Order>]) -> HashMap<String, Vec<&'p Paper<'a, Order>>> {
    let mut by_number: HashMap<String, Vec<&Paper<'_, Order>>> = HashMap::new();
    for order in orders {
        if let Some(number) = number(order.record.number.as_deref()) {
            by_number.entry(paper_key(number)).or_default().push(order);
        }
    }
    by_number
}

/// The number that was probably meant by one that is not there.
pub fn nearest<'n>(numbers: impl Iterator<Item = &'n str>, wanted: &str) -> Option<&'n str> {
    let wanted = paper_key(wanted);
    let far = |number: &&str| strsim::osa_distance(&paper_key(number), &wanted);
    numbers.min_by_key(far).filter(|number| far(number) <= wanted.chars().count().div_ceil(3))
}

/// Whether an order is owed, now or once its day has come: no credit note, not cancelled, not older than debts are
/// counted.
pub fn is_debt(source: &Source<'_>, order: &Order) -> bool {
    !is_credit_note(order) && !is_cancelled(order, source.today) && !order.date.is_some_and(|date| is_old(source, date))
}

/// Whether a day lies before debts are counted.
pub fn is_old(source: &Source<'_>, date: Date) -> bool {
    source.basis.receivables_from.is_some_and(|from| date < from)
}

/// What an order is called: by its number, else by its day.
pub fn called(order: &Order) -> String {
    match (number(order.number.as_deref()), order.date) {
        (Some(number), _) => tr!("order {number}", "订单 {number}"),
        (None, Some(date)) => tr!("the order of {date}", "{date} 的订单"),
        (None, None) => tr!("the order without a number", "没有编号的订单"),
    }
}

/// What an urgent report is called: by its id, else by its day.
pub fn reported(alert: &Alert) -> String {
    match (number(alert.id.as_deref()), alert.date) {
        (Some(id), _) => tr!("urgent report {id}", "紧急报告 {id}"),
        (None, Some(date)) => tr!("the urgent report of {date}", "{date} 的紧急报告"),
        (None, None) => tr!("the urgent report without an id", "没有编号的紧急报告"),
    }
}

/// What a payment is called: kind, amount and day.
pub fn told(payment: &Payment) -> String {
    let kind = payment.kind.unwrap_or(PaymentKind::Receipt).words().text();
    let code = payment.currency.as_deref().unwrap_or_default().trim();
    let money =
        payment.amount.map_or_else(|| tr("an unknown amount", "金额不详").to_owned(), |amount| full(code, *amount));
    match payment.date {
        Some(date) => tr!("the {kind} of {money} on {date}", "{date} 的{kind} {money}"),
        None => tr!("the undated {kind} of {money}", "无日期的{kind} {money}"),
    }
}

/// What an order comes to, as people read it; nothing where that cannot be told.
pub fn worth(order: &Order) -> Option<String> {
    amount(order).ok().map(|(amount, code)| full(&code, amount.abs()))
}

/// The command that puts a known value into a field; an empty one takes the value away.
pub fn put(location: &Location, path: &str, value: &str) -> String {
    let value = if value.is_empty() { String::new() } else { shell_word(value) };
    format!("kehu set {} {path}={value}", shell_word(&location.path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_near_another_of_which_at_most_a_third_differs() {
        for (wanted, want) in [
            ("PI-2026-101", Some("PI-2026-011")),
            ("pi 2026 11", Some("PI-2026-011")),
            ("2026-012", Some("PI-2026-012")),
            ("C-77", None),
        ] {
            assert_eq!(nearest(["PI-2026-011", "PI-2026-012"].into_iter(), wanted), want, "{wanted}");
        }
    }
}
