//! One order put together of its rows.

use super::super::index::Index;
use super::super::outcome::Reject;
use super::super::sheet::Sheet;
use super::super::values::{Wrong, meaning_of};
use super::{Fields, Line, Order, text};
use crate::formats::toml::{inline_table, list_of_tables, quoted};
use crate::lang::tr;
use crate::model::card::{Item, Order as Card};
use crate::model::field::Record;
use crate::model::{Number, currency};
use crate::rules::money;
use crate::tr;

/// An order of its lines; a line that is rejected rejects the whole order.
pub(super) fn assemble(sheet: &Sheet<'_>, index: &Index, lines: &[Line]) -> Result<Order, Reject> {
    let rows: Vec<usize> = lines.iter().map(|line| line.row).collect();
    let reject = |line: usize, wrong: Wrong| Reject { line, rows: rows.clone(), wrong, held: false };
    if let Some((line, wrong)) = lines.iter().find_map(|line| line.said.fault().map(|wrong| (line.line, wrong))) {
        return Err(reject(line, wrong));
    }
    let first = lines.first().map_or(0, |line| line.line);
    let number = lines.first().and_then(|line| line.number.clone()).unwrap_or_default();
    let customer = customer(index, lines, &number).map_err(|(line, wrong)| reject(line, wrong))?;
    let head = head(sheet, lines).map_err(|(line, wrong)| reject(line, wrong))?;
    let given = |path: &str| sheet.place(path).is_some_and(|at| head.iter().any(|(place, _)| *place == at));
    for (path, wrong) in [
        ("date", tr("the order has no date", "没有订购日期")),
        ("currency", tr("the order has no currency", "没有币种")),
    ] {
        if !given(path) {
            return Err(reject(first, Wrong::new(wrong).next(missing(path))));
        }
    }
    let mut order = Order {
        customer,
        number,
        line: first,
        rows: rows.clone(),
        head,
        items: Vec::new(),
        amount: None,
        goods: None,
        odd: Vec::new(),
    };
    body(sheet, lines, &mut order).map_err(|(line, wrong)| reject(line, wrong))?;
    Ok(order)
}

fn missing(path: &str) -> String {
    match path {
        "currency" => tr(
            "fill it in, or say it once for all in a --map file: [defaults] currency = \"USD\"",
            "请填写币种；各行相同则写入 --map 文件：[defaults] currency = \"USD\"",
        ),
        _ => tr("fill it in", "请填写"),
    }
    .to_owned()
}

/// Whose order it is: of the customer whom one of its lines names, all that name one the same.
fn customer(index: &Index, lines: &[Line], number: &str) -> Result<usize, (usize, Wrong)> {
    let mut found: Option<(usize, usize)> = None;
    for line in lines {
        match (&line.customer, found) {
            (None, _) => {}
            (Some(Err(wrong)), _) => return Err((line.line, wrong.clone())),
            (Some(Ok(customer)), None) => found = Some((*customer, line.line)),
            (Some(Ok(customer)), Some((other, above))) if *customer != other => {
                let path = |at: usize| index.locations.get(at).map_or("", |location| location.path.as_str());
                let (own, other) = (path(*customer), path(other));
                return Err((
                    line.line,
                    Wrong::new(tr!(
                        "order {number} is of {own} here and of {other} on line {above}",
                        "订单 {number} 此行属于 {own}，第 {above} 行属于 {other}"
                    ))
                    .next(tr(
                        "an order has one customer: correct the customer or the number",
                        "一张订单只有一个客户：请改正客户或订单号",
                    )),
                ));
            }
            _ => {}
        }
    }
    found.map(|(customer, _)| customer).ok_or_else(|| {
        let line = lines.first().map_or(0, |line| line.line);
        (line, Wrong::new(tr("the order names no customer", "没有客户")).next(tr("fill in the customer", "请填写客户")))
    })
}

/// What the lines of an order say of the whole of it, which must be the same.
fn head(sheet: &Sheet<'_>, lines: &[Line]) -> Result<Vec<(usize, String)>, (usize, Wrong)> {
    let mut head: Vec<(usize, String, usize)> = Vec::new();
    for line in lines {
        for (at, literal) in &line.said.values {
            let Some(target) = sheet.target(*at) else { continue };
            if target.is_place() || target.path.starts_with("items.") || target.path == "amount" {
                continue;
            }
            let Some((_, other, above)) = head.iter().find(|(place, ..)| place == at) else {
                head.push((*at, literal.clone(), line.line));
                continue;
            };
            // a number may differ in case and width, as it was grouped
            let same = other == literal
                || target.path == "number"
                || meaning_of(target.field, other) == meaning_of(target.field, literal);
            if !same {
                let (label, shown) = (target.field.label.text(), |literal: &str| literal.trim_matches('"').to_owned());
                let (own, other) = (shown(literal), shown(other));
                return Err((
                    line.line,
                    Wrong::new(tr!(
                        "{label} is {own} here and {other} on line {above}, though both are lines of one order",
                        "{label}此行为 {own}，第 {above} 行为 {other}，但两行属于同一订单"
                    ))
                    .next(tr("make them the same, or give one another order number", "请改成一致，或换一个订单号")),
                ));
            }
        }
    }
    Ok(head.into_iter().map(|(at, literal, _)| (at, literal)).collect())
}

/// The lines of the order, or its total where only that is known.
fn body(sheet: &Sheet<'_>, lines: &[Line], order: &mut Order) -> Result<(), (usize, Wrong)> {
    let mut total: Option<usize> = None;
    for line in lines {
        let whole = ["items.quantity", "items.unit_price"].iter().all(|path| line.said.get(sheet, path).is_some());
        if whole {
            order.items.push(item(sheet, line));
        } else if line.said.get(sheet, "amount").is_none() {
            let wrong = Wrong::new(tr(
                "the row has neither quantity and unit price nor an amount",
                "既没有数量和单价，也没有金额",
            ));
            return Err((line.line, wrong.next(tr("fill in what is missing", "请补齐"))));
        } else if let Some(above) = total {
            let wrong = Wrong::new(tr!(
                "line {above} gives the total of this order already; one order has one total",
                "第 {above} 行已是该订单的总额；一张订单只有一个总额"
            ));
            return Err((line.line, wrong.next(advice())));
        } else {
            total = Some(line.line);
            order.amount = line.said.get(sheet, "amount").map(str::to_owned);
            note(sheet, line, order);
        }
    }
    match total {
        Some(line) if !order.items.is_empty() => {
            let wrong = Wrong::new(tr(
                "this row gives a total, but other rows of the order give lines",
                "此行只有总额，而该订单的其他行是明细",
            ));
            Err((line, wrong.next(advice())))
        }
        Some(_) => Ok(()),
        None => {
            order.odd = odd(sheet, lines, order);
            Ok(())
        }
    }
}

fn advice() -> &'static str {
    tr(
        "give every line its quantity and unit price, or put the total on one row and leave the others out",
        "请给每行补上数量和单价，或只留一行写总额",
    )
}

fn item(sheet: &Sheet<'_>, line: &Line) -> Fields {
    Item::TYPE
        .fields
        .iter()
        .filter_map(|field| {
            let literal = line.said.get(sheet, &format!("items.{}", field.key))?;
            Some((field.key, literal.to_owned()))
        })
        .collect()
}

/// A total stands for goods that have no line: what they are is kept in the note.
fn note(sheet: &Sheet<'_>, line: &Line, order: &mut Order) {
    let Some(product) = text(sheet, &line.said, "items.product") else { return };
    let goods = match text(sheet, &line.said, "items.quantity") {
        Some(quantity) => format!("{product} × {quantity}"),
        None => product,
    };
    order.goods = Some(goods);
}

/// The lines whose amount is neither theirs nor the order's.
fn odd(sheet: &Sheet<'_>, lines: &[Line], order: &Order) -> Vec<usize> {
    let number =
        |line: &Line, path: &str| line.said.get(sheet, path).and_then(|text| Number::parse(text.trim_matches('"')));
    let currency = order.head.iter().find(|(at, _)| sheet.place("currency") == Some(*at));
    let unit = currency::decimals(currency.map_or("", |(_, code)| code.trim_matches('"')));
    let items: Vec<Item> = lines
        .iter()
        .map(|line| Item {
            quantity: number(line, "items.quantity"),
            unit_price: number(line, "items.unit_price"),
            discount: number(line, "items.discount"),
            ..Item::default()
        })
        .collect();
    let card = Card {
        currency: currency.map(|(_, code)| code.trim_matches('"').to_owned()),
        items: items.clone(),
        ..Card::default()
    };
    let total = money::amount(&card).ok().map(|(amount, _)| amount);
    let given: Vec<Option<Number>> = lines.iter().map(|line| number(line, "amount")).collect();
    let rounded = |number: &Number| money::exact::rounded(**number, unit);
    // some files repeat the total of the order on every line of it
    if total.is_some() && given.iter().flatten().all(|given| Some(rounded(given)) == total) {
        return Vec::new();
    }
    let odd = lines.iter().zip(&items).zip(&given).filter(|((_, item), given)| {
        given.as_ref().is_some_and(|given| money::line(item, unit).ok() != Some(rounded(given)))
    });
    odd.map(|((line, _), _)| line.line).collect()
}

/// The order as it stands in a card: keys and literals in the order of the schema.
pub(super) fn fields(sheet: &Sheet<'_>, order: &Order) -> Fields {
    let said = |path: &str| {
        let at = sheet.place(path)?;
        order.head.iter().find(|(place, _)| *place == at).map(|(_, literal)| literal.clone())
    };
    let field = |field: &'static crate::model::field::Field| {
        let literal = match (field.key, field.record()) {
            ("items", _) if order.items.is_empty() => None,
            ("items", _) => Some(list_of_tables(&order.items.iter().map(written).collect::<Vec<_>>())),
            ("amount", _) => order.amount.clone(),
            ("note", _) => with_goods(said("note"), order.goods.as_deref()),
            (key, Some(group)) => {
                let inner = group.fields.iter();
                let inner: Fields =
                    inner.filter_map(|inner| Some((inner.key, said(&format!("{key}.{}", inner.key))?))).collect();
                (!inner.is_empty()).then(|| inline_table(&inner))
            }
            (key, None) => said(key),
        };
        literal.map(|literal| (field.key, literal))
    };
    Card::TYPE.fields.iter().filter_map(field).collect()
}

/// A line, without a discount of nothing.
fn written(item: &Fields) -> String {
    let item: Fields =
        item.iter().filter(|(key, literal)| *key != "discount" || !super::is_nothing(literal)).cloned().collect();
    inline_table(&item)
}

pub(super) fn with_goods(note: Option<String>, goods: Option<&str>) -> Option<String> {
    match (note, goods) {
        (note, None) => note,
        (None, Some(goods)) => Some(quoted(goods)),
        (Some(note), Some(goods)) => {
            let field = Card::TYPE.field("note")?;
            Some(quoted(&format!("{goods}\n{}", meaning_of(field, &note)?)))
        }
    }
}
