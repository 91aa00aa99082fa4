//! Orders of a file, whose lines may stand anywhere in it, appended to the cards of their customers.

mod assemble;
mod update;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::append::{Appended, append, with};
use super::compare::{on_card, records};
use super::index::Index;
use super::outcome::{Outcome, Reject};
use super::sheet::{Said, Sheet, listed};
use super::subject::{CUSTOMER_CODE, CUSTOMER_COUNTRY, CUSTOMER_NAME, Target};
use super::values::{Wrong, meaning, meaning_of};
use super::{Work, own};
use crate::error::Result;
use crate::formats::toml::{DeTable, Document, Record as Fields};
use crate::lang::{counted, tr};
use crate::model::name::paper_key;
use crate::model::{Date, Number};
use crate::store::Location;
use crate::tr;
use assemble::assemble;

/// A row of the file.
struct Line {
    /// Its place in the sheet.
    row: usize,
    /// Its line in the file.
    line: usize,
    said: Said,
    number: Option<String>,
    /// Nothing where the row names nobody: another line of the order may.
    customer: Option<std::result::Result<usize, Wrong>>,
}

/// An order as the file has it.
struct Order {
    customer: usize,
    number: String,
    /// The line it begins on.
    line: usize,
    rows: Vec<usize>,
    /// Fields of the order: place in the sheet, literal.
    head: Vec<(usize, String)>,
    /// For each line of the order: key and literal.
    items: Vec<Fields>,
    /// The total, where only that is known.
    amount: Option<String>,
    /// What that total is for.
    goods: Option<String>,
    /// Lines whose amount is not what quantity and price come to.
    odd: Vec<usize>,
}

impl Order {
    fn reject(&self, wrong: Wrong) -> Reject {
        Reject { line: self.line, rows: self.rows.clone(), wrong, held: false }
    }
}

/// Imports a list of orders.
///
/// # Errors
/// The file lacks what every order must have.
pub fn import(work: &Work<'_>) -> Result<Outcome> {
    let (sheet, book) = (work.sheet, work.book);
    sheet.require(&["number"])?;
    sheet.require(&[CUSTOMER_CODE, CUSTOMER_NAME])?;
    sheet.require(&["date"])?;
    sheet.require(&["currency"])?;
    sheet.require(&["items.unit_price", "amount"])?;
    let index = Index::of(book);
    let mut outcome = Outcome::default();
    let own = own::rows(sheet, &index, &mut outcome.rejects);
    let (orders, odd) = orders(sheet, &index, &mut outcome);
    if !odd.is_empty() {
        let (count, some) = (odd.len(), counted(odd.len(), "amount is", "amounts are"));
        let lines = listed(&odd.iter().map(ToString::to_string).collect::<Vec<_>>());
        outcome.remarks.push(tr!(
            "{some} not quantity × unit price; the lines count, not these: line {lines}",
            "有 {count} 个金额与 数量×单价 不符，以明细为准：第 {lines} 行"
        ));
    }
    let old = orders.iter().any(|order| left_long_ago(sheet, order));
    let mut of: BTreeMap<usize, Vec<Order>> = BTreeMap::new();
    for order in orders {
        of.entry(order.customer).or_default().push(order);
    }
    let of: Vec<(usize, Vec<Order>)> = of.into_iter().collect();
    append(work, &index, &of, &mut outcome, &|location, orders| card(work, &index, location, orders));
    own::apply(work, &index, own, &mut outcome);
    if old && outcome.added > 0 && book.settings.receivables_from.is_none() {
        outcome.remarks.push(
            tr(
                "what was shipped counts as owed until its payments are here too; for old lists say in kehu.toml from which day on debts count: receivables_from = 2026-01-01",
                "已出运的订单在录入收款前都计为应收；导入旧单时，可在 kehu.toml 中写明应收起算日：receivables_from = 2026-01-01",
            )
            .to_owned(),
        );
    }
    outcome.unread = index.errors;
    Ok(outcome)
}

/// Whether the file says that an order of more than a year ago was shipped: nobody will enter its payments.
fn left_long_ago(sheet: &Sheet<'_>, order: &Order) -> bool {
    let said = |path: &str| {
        let is = |at: usize| sheet.target(at).is_some_and(|target| target.path == path);
        order.head.iter().find(|(at, _)| is(*at)).map(|(_, literal)| literal.as_str())
    };
    let gone = said("shipped").is_some() || said("status").is_some_and(|status| GONE.contains(&status));
    gone && said("date").and_then(Date::parse).is_some_and(|date| date.plus_months(12) < sheet.today)
}

/// Statuses, as literals, of what has left.
const GONE: [&str; 2] = ["\"shipped\"", "\"delivered\""];

/// The rows of the file put together to orders, and the lines whose amount does not agree.
fn orders(sheet: &Sheet<'_>, index: &Index, outcome: &mut Outcome) -> (Vec<Order>, Vec<usize>) {
    let new: Vec<usize> = (0..sheet.rows.len()).filter(|row| !sheet.is_marked(*row)).collect();
    let lines: Vec<Line> = new.par_iter().map(|row| line(sheet, index, *row)).collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let Some(number) = line.number.as_deref().map(paper_key).filter(|number| !number.is_empty()) else {
            let wrong = line.said.fault().unwrap_or_else(|| {
                Wrong::new(tr("the row has no order number", "没有订单号"))
                    .next(tr("fill in the number of the order on each of its lines", "请在订单的每一行填写订单号"))
            });
            outcome.rejects.push(Reject { line: line.line, rows: vec![line.row], wrong, held: false });
            continue;
        };
        let place = *places.entry(number).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    // each group goes as its order comes: both of all orders would be too much to hold
    let made: Vec<std::result::Result<Order, Reject>> =
        groups.into_par_iter().map(|group| assemble(sheet, index, &group)).collect();
    let (mut orders, mut odd) = (Vec::new(), Vec::new());
    for made in made {
        match made {
            Ok(order) => {
                odd.extend(&order.odd);
                orders.push(order);
            }
            Err(reject) => outcome.rejects.push(reject),
        }
    }
    odd.sort_unstable();
    (orders, odd)
}

fn line(sheet: &Sheet<'_>, index: &Index, row: usize) -> Line {
    let (said, line) = sheet.rows.get(row).map_or((Said::default(), 0), |cells| (sheet.said(cells), cells.line));
    let number = text(sheet, &said, "number");
    let (code, name) = (said.get(sheet, CUSTOMER_CODE), said.get(sheet, CUSTOMER_NAME));
    let customer =
        (code.is_some() || name.is_some()).then(|| index.customer(code, name, said.get(sheet, CUSTOMER_COUNTRY)));
    Line { row, line, number, customer, said }
}

/// What a row says of a text field.
pub fn text(sheet: &Sheet<'_>, said: &Said, path: &str) -> Option<String> {
    let target = sheet.target(sheet.place(path)?)?;
    meaning_of(target.field, said.get(sheet, path)?)
}

/// The orders of one customer: those that the card has are compared, the others added.
fn card(work: &Work<'_>, index: &Index, location: &Location, orders: &[Order]) -> Appended {
    let (sheet, book) = (work.sheet, work.book);
    let mut done = Appended::default();
    let mut edits = Vec::new();
    let file = match book.read(location) {
        Ok(file) => file,
        Err(error) => return refused(orders, &error.into()),
    };
    let mut new = Vec::new();
    {
        let Ok(document) = Document::parse(&file.text) else { return done };
        let there: Vec<_> = records(&document.root, "order");
        let numbered = |number: &str| {
            there.iter().enumerate().find(|(_, order)| {
                let own = order.get("number").and_then(|value| value.get_ref().as_str());
                own.is_some_and(|own| paper_key(own) == paper_key(number))
            })
        };
        for order in orders {
            let others = index.with_order(&order.number).iter().filter(|at| **at != order.customer);
            let other = others.filter_map(|at| index.locations.get(*at)).next();
            match (numbered(&order.number), other) {
                (Some((at, own)), _) => match (difference(sheet, order, own), work.update) {
                    (None, _) => done.unchanged += 1,
                    (Some(what), false) => done.rejects.push(order.reject(differs(order, location, &what))),
                    (Some(_), true) => match update::changes(sheet, order, own, at) {
                        Ok(changes) if changes.is_empty() => done.unchanged += 1,
                        Ok(changes) => {
                            done.changed += 1;
                            edits.extend(changes.iter().map(|change| change.edit.clone()));
                            let number = &order.number;
                            let told =
                                changes.iter().map(|change| tr!("order {number}: {}", "订单 {number} {}", change.told));
                            done.changes.extend(told);
                        }
                        Err(what) => done.rejects.push(order.reject(differs(order, location, &what))),
                    },
                },
                (None, Some(other)) => done.rejects.push(order.reject(elsewhere(order, other))),
                (None, None) => new.push(order),
            }
        }
    }
    if new.is_empty() && edits.is_empty() {
        return done;
    }
    let fields = new.iter().map(|order| assemble::fields(sheet, order)).collect();
    match with(book, file, edits, "order", fields) {
        Ok(write) => {
            done.added = new.len();
            done.write = Some(write);
        }
        Err(wrong) => {
            (done.changed, done.changes) = (0, Vec::new());
            let refused = if new.is_empty() { orders.iter().collect() } else { new };
            done.rejects.extend(refused.iter().map(|order| order.reject(wrong.clone())));
        }
    }
    done
}

fn refused(orders: &[Order], wrong: &Wrong) -> Appended {
    Appended { rejects: orders.iter().map(|order| order.reject(wrong.clone())).collect(), ..Appended::default() }
}

fn differs(order: &Order, location: &Location, what: &str) -> Wrong {
    let (number, path) = (&order.number, &location.path);
    Wrong::new(tr!(
        "order {number} is on the card of {path} already, and differs: {what}",
        "{path} 已有订单 {number}，但内容不同：{what}"
    ))
    .next(tr(
        "to take what the file says: --update; or correct the file, or change the card with `kehu edit`",
        "要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片",
    ))
}

fn elsewhere(order: &Order, other: &Location) -> Wrong {
    let (number, path) = (&order.number, &other.path);
    Wrong::new(tr!("order {number} is on the card of {path}", "订单 {number} 在 {path} 的卡片上"))
        .next(tr("correct the customer or the number of the order", "请改正客户或订单号"))
}

/// In what the file says something else than the card; where the file says nothing, the card may say what it likes.
fn difference(sheet: &Sheet<'_>, order: &Order, card: &DeTable<'_>) -> Option<String> {
    for (at, literal) in &order.head {
        let target = sheet.target(*at)?;
        let literal = match target.path.as_str() {
            "note" => assemble::with_goods(Some(literal.clone()), order.goods.as_deref()).unwrap_or_default(),
            _ => literal.clone(),
        };
        let (own, wanted) = (on_card(card, target), meaning_of(target.field, &literal));
        let (own, wanted) =
            if target.path == "number" { (folded(own.as_deref()), folded(wanted.as_deref())) } else { (own, wanted) };
        if own != wanted {
            return Some(told(target, own, wanted));
        }
    }
    if let Some(amount) = &order.amount {
        let target = sheet.target(sheet.place("amount")?)?;
        let (own, wanted) = (on_card(card, target), meaning_of(target.field, amount));
        return (own != wanted).then(|| told(target, own, wanted));
    }
    let lines = records(card, "items");
    if lines.len() != order.items.len() {
        return Some(line_count(lines.len(), order.items.len()));
    }
    lines.iter().zip(&order.items).find_map(|(line, item)| line_difference(line, item))
}

fn line_count(own: usize, wanted: usize) -> String {
    let lines = counted(own, "line", "lines");
    tr!("the card has {lines}, the file {wanted}", "卡片有 {own} 行明细，文件有 {wanted} 行")
}

/// Whether a literal is the number nought.
fn is_nothing(literal: &str) -> bool {
    Number::parse(literal.trim_matches('"')).is_some_and(|number| number.is_zero())
}

/// A number, for comparing.
fn folded(number: Option<&str>) -> Option<String> {
    number.map(paper_key)
}

fn line_difference(line: &DeTable<'_>, item: &Fields) -> Option<String> {
    use crate::model::card::Item;
    use crate::model::field::Record;
    item.iter().find_map(|(key, literal)| {
        let field = Item::TYPE.field(key)?;
        // a discount of nothing is none
        let given = |value: Option<String>| value.filter(|value| *key != "discount" || value != "0");
        let own = given(line.get(*key).and_then(|value| meaning(field, value.get_ref())));
        let wanted = given(meaning_of(field, literal));
        (own != wanted).then(|| told(&Target { path: (*key).to_owned(), field }, own, wanted))
    })
}

fn told(target: &Target, own: Option<String>, wanted: Option<String>) -> String {
    let (label, none) = (target.field.label.text(), || tr("nothing", "空").to_owned());
    let (own, wanted) = (own.unwrap_or_else(none), wanted.unwrap_or_else(none));
    tr!("{label} is {own} there, {wanted} here", "{label}：卡片为 {own}，文件为 {wanted}")
}
