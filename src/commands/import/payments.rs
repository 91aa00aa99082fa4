//! Payments of a file, appended to the cards of their customers.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::append::{Appended, append, with};
use super::change::{Change, changed};
use super::compare::{on_card, records};
use super::index::Index;
use super::orders::text;
use super::outcome::{Outcome, Reject};
use super::sheet::{Said, Sheet, listed};
use super::subject::{CUSTOMER_CODE, CUSTOMER_COUNTRY, CUSTOMER_NAME};
use super::values::{Wrong, meaning_of};
use super::{Work, own};
use crate::commands::deal::orders;
use crate::error::Result;
use crate::formats::toml::{DeTable, Document, Record as Fields, Step};
use crate::lang::{counted, tr};
use crate::model::card::Payment;
use crate::model::choice::PaymentKind;
use crate::model::field::Record;
use crate::model::name::paper_key;
use crate::model::{Card, Choose};
use crate::store::Location;
use crate::tr;

/// A payment as the file has it.
struct Paid {
    row: usize,
    line: usize,
    /// Place in the sheet and literal.
    said: Said,
}

/// Imports a list of payments.
///
/// # Errors
/// The file lacks what every payment must have.
pub fn import(work: &Work<'_>) -> Result<Outcome> {
    let (sheet, book) = (work.sheet, work.book);
    sheet.require(&[CUSTOMER_CODE, CUSTOMER_NAME, "order"])?;
    for path in ["date", "amount", "currency"] {
        sheet.require(&[path])?;
    }
    let index = Index::of(book);
    let mut outcome = Outcome::default();
    let own = own::rows(sheet, &index, &mut outcome.rejects);
    let new: Vec<usize> = (0..sheet.rows.len()).filter(|row| !sheet.is_marked(*row)).collect();
    let paid: Vec<std::result::Result<(usize, Paid), Reject>> =
        new.par_iter().map(|row| paid(sheet, &index, *row)).collect();
    let mut of: BTreeMap<usize, Vec<Paid>> = BTreeMap::new();
    let mut astray = Vec::new();
    for paid in paid {
        match paid {
            Ok((customer, paid)) => {
                if strays(sheet, &index, customer, &paid) {
                    astray.push(paid.line.to_string());
                }
                of.entry(customer).or_default().push(paid);
            }
            Err(reject) => outcome.rejects.push(reject),
        }
    }
    if !astray.is_empty() {
        let (count, lines) = (astray.len(), listed(&astray));
        let some = counted(count, "payment names", "payments name");
        outcome.remarks.push(tr!(
            "{some} an order that is not on the customer's card: line {lines}",
            "有 {count} 笔收款的订单不在该客户的卡片上：第 {lines} 行"
        ));
    }
    let of: Vec<(usize, Vec<Paid>)> = of.into_iter().collect();
    append(work, &index, &of, &mut outcome, &|location, paid| card(work, location, paid));
    own::apply(work, &index, own, &mut outcome);
    outcome.unread = index.errors;
    Ok(outcome)
}

fn paid(sheet: &Sheet<'_>, index: &Index, row: usize) -> std::result::Result<(usize, Paid), Reject> {
    let (said, line) = sheet.rows.get(row).map_or((Said::default(), 0), |cells| (sheet.said(cells), cells.line));
    let reject = |wrong: Wrong| Reject { line, rows: vec![row], wrong, held: false };
    if let Some(wrong) = said.fault() {
        return Err(reject(wrong));
    }
    let customer = customer(sheet, index, &said).map_err(reject)?;
    for (path, what) in [
        ("date", tr("the payment has no date", "没有日期")),
        ("amount", tr("the payment has no amount", "没有金额")),
        ("currency", tr("the payment has no currency", "没有币种")),
    ] {
        if said.get(sheet, path).is_none() {
            return Err(reject(Wrong::new(what).next(tr("fill it in", "请填写"))));
        }
    }
    let own = |(at, _): &(usize, String)| sheet.target(*at).is_some_and(|target| !target.is_place());
    let values = said.values.into_iter().filter(own).collect();
    Ok((customer, Paid { row, line, said: Said { values, wrong: Vec::new() } }))
}

/// Who paid: the customer that the row names, else the one whose order it is.
fn customer(sheet: &Sheet<'_>, index: &Index, said: &Said) -> std::result::Result<usize, Wrong> {
    let (code, name) = (said.get(sheet, CUSTOMER_CODE), said.get(sheet, CUSTOMER_NAME));
    if code.is_some() || name.is_some() {
        return index.customer(code, name, said.get(sheet, CUSTOMER_COUNTRY));
    }
    let next = tr("name the customer, by code or name", "请填写客户编号或名称");
    let Some(order) = text(sheet, said, "order") else {
        return Err(
            Wrong::new(tr("the payment names neither a customer nor an order", "既没有客户也没有订单号")).next(next)
        );
    };
    match index.with_order(&order) {
        [only] => Ok(*only),
        [] => Err(Wrong::new(tr!("no customer has an order {order}", "没有客户有订单 {order}")).next(next)),
        several => {
            let paths: Vec<String> =
                several.iter().filter_map(|at| Some(index.locations.get(*at)?.path.clone())).collect();
            let paths = listed(&paths);
            Err(Wrong::new(tr!("several customers have an order {order}: {paths}", "多个客户有订单 {order}：{paths}"))
                .next(next))
        }
    }
}

/// Whether a payment names an order that its customer does not have.
fn strays(sheet: &Sheet<'_>, index: &Index, customer: usize, paid: &Paid) -> bool {
    text(sheet, &paid.said, "order").is_some_and(|order| !index.with_order(&order).contains(&customer))
}

/// The payments of one customer. A payment of the file is on the card where one there says the same in all that the
/// file says; each of those on the card stands for one of the file.
fn card(work: &Work<'_>, location: &Location, paid: &[Paid]) -> Appended {
    let (sheet, book) = (work.sheet, work.book);
    let mut done = Appended::default();
    let refused = |paid: &[&Paid], wrong: &Wrong| -> Vec<Reject> {
        paid.iter()
            .map(|paid| Reject { line: paid.line, rows: vec![paid.row], wrong: wrong.clone(), held: false })
            .collect()
    };
    let all: Vec<&Paid> = paid.iter().collect();
    let file = match book.read(location) {
        Ok(file) => file,
        Err(error) => {
            done.rejects = refused(&all, &error.into());
            return done;
        }
    };
    let mut edits = Vec::new();
    let mut new = {
        let Ok(document) = Document::parse(&file.text) else { return done };
        let mut there: Vec<(usize, &DeTable<'_>)> =
            records(&document.root, "payment").into_iter().enumerate().collect();
        // those that say most first, or else one that says less would take their place on the card
        let mut wanted = all;
        wanted.sort_by_key(|paid| std::cmp::Reverse(paid.said.values.len()));
        wanted.retain(|paid| match there.iter().position(|(_, card)| is(sheet, paid, card)) {
            Some(at) => {
                there.remove(at);
                false
            }
            None => true,
        });
        done.unchanged = paid.len() - wanted.len();
        if work.update {
            wanted.retain(|paid| match there.iter().position(|(_, card)| same_reference(sheet, paid, card)) {
                Some(found) => {
                    let (at, card) = there.remove(found);
                    let changes = changes(sheet, paid, card, at);
                    done.changed += 1;
                    done.changes.extend(changes.iter().map(|change| {
                        let reference = text(sheet, &paid.said, "reference").unwrap_or_default();
                        tr!("payment {reference}: {}", "收款 {reference} {}", change.told)
                    }));
                    edits.extend(changes.into_iter().map(|change| change.edit));
                    false
                }
                None => true,
            });
        }
        wanted
    };
    let card = file.card().ok();
    new.retain(|paid| match card.as_ref().and_then(|card| unsettled(sheet, paid, card)) {
        Some(wrong) => {
            done.rejects.extend(refused(&[*paid], &wrong));
            false
        }
        None => true,
    });
    if new.is_empty() && edits.is_empty() {
        return done;
    }
    new.sort_by_key(|paid| paid.row);
    let records = new.iter().map(|paid| fields(sheet, paid)).collect();
    match with(book, file, edits, "payment", records) {
        Ok(write) => {
            done.added = new.len();
            done.write = Some(write);
        }
        Err(wrong) => {
            (done.changed, done.changes) = (0, Vec::new());
            let rest: Vec<&Paid> = if new.is_empty() { paid.iter().collect() } else { new };
            done.rejects.extend(refused(&rest, &wrong));
        }
    }
    done
}

/// Why a payment cannot stand that is in another currency than its order and does not say what it settles.
fn unsettled(sheet: &Sheet<'_>, paid: &Paid, card: &Card) -> Option<Wrong> {
    if paid.said.get(sheet, "settles").is_some() {
        return None;
    }
    let (_, order) = orders::same(card, &text(sheet, &paid.said, "order")?)?;
    let what = orders::unsettled(order, &text(sheet, &paid.said, "currency")?, sheet.today)?;
    Some(Wrong::new(what).next(tr("say it in a column \"settles\"", "请在“核销金额”列中写明")))
}

/// Whether a payment of a card says all that the file says of one.
fn is(sheet: &Sheet<'_>, paid: &Paid, card: &DeTable<'_>) -> bool {
    paid.said.values.iter().all(|(at, literal)| {
        let Some(target) = sheet.target(*at) else { return false };
        // a payment that says no kind is a receipt
        let receipt = || (target.path == "kind").then(|| PaymentKind::Receipt.key().to_owned());
        on_card(card, target).or_else(receipt) == meaning_of(target.field, literal)
    })
}

/// Whether a payment of a card has the reference that the file gives.
fn same_reference(sheet: &Sheet<'_>, paid: &Paid, card: &DeTable<'_>) -> bool {
    let Some(target) = sheet.place("reference").and_then(|at| sheet.target(at)) else { return false };
    let said = text(sheet, &paid.said, "reference").map(|said| paper_key(&said));
    said.is_some() && on_card(card, target).map(|own| paper_key(&own)) == said
}

/// What the file says differently of a payment at a place of the card; what only the map says changes nothing.
fn changes(sheet: &Sheet<'_>, paid: &Paid, card: &DeTable<'_>, at: usize) -> Vec<Change> {
    let base = [Step::from("payment"), Step::from(at)];
    let own = paid.said.values.iter().filter(|(at, _)| sheet.is_own(*at, &[paid.row]));
    own.filter_map(|(at, literal)| {
        // what it was found by may differ in case and width
        let target = sheet.target(*at).filter(|target| target.path != "reference")?;
        changed(card, &base, target, &target.path, literal)
    })
    .collect()
}

/// Keys and literals in the order of the schema.
fn fields(sheet: &Sheet<'_>, paid: &Paid) -> Fields {
    let of =
        |field: &'static crate::model::field::Field| Some((field.key, paid.said.get(sheet, field.key)?.to_owned()));
    Payment::TYPE.fields.iter().filter_map(of).collect()
}
