//! `show`: one customer whole, with the labels of the fields.

mod deal;
mod deal_page;

use serde_json::{Map, Value};

use super::counted;
use super::found::Who;
use super::owed::Owed;
use super::resolve::given_or_asked;
use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::formats::json::object;
use crate::formats::toml::{DeTable, DeValue, Document};
use crate::lang::{counted, tr};
use crate::model::field::{Field, Is, Record, RecordType, Shape};
use crate::model::name::invisible;
use crate::model::{Card, Choose, Date, Number};
use crate::rules::contact;
use crate::rules::credit::granted;
use crate::rules::money::{Basis, Counted, Problem, exact, ledger, positions_by_currency};
use crate::store::Customer;
use crate::views::emit::json_value;
use crate::views::table::{Head, Shown, render};
use crate::views::text::width;
use crate::views::{Format, Style, Text, money};
use crate::{row, tr};
pub use deal::DealRow;

const FORMATS: &[Format] = &[Format::Text, Format::Json, Format::Toml];

/// What may be said to `show`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), help = tr("One order of the customer: quote, lines, shipments, payments, what is owed", "只看该订单：报价、明细、出运、收款、欠款"))]
    order: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it; toml is the card as it stands", "输出格式；toml 为卡片原文"))]
    format: Format,
}

row! {
    /// One customer, whole.
    pub struct ShowRow("customer", "客户") of Who {
        state: Option<String> = "state" "状态", article("第14条");
        limit: Option<Number> = "limit" "信用额度", article("第6条");
        limit_currency: Option<String> = "currency of the limit" "额度币种";
        term_days: Option<u32> = "term in days" "账期（天）", article("第6条");
        last: Option<Date> = "last contact" "上次联系";
        owed: Vec<Owed> = "owed" "欠款", about("By currency, each in its own; empty where nothing is", "按币种，各以原币计；没有则为空");
        card: Value = "card as it stands" "卡片内容";
    }
}

impl Args {
    /// Shows the customer.
    ///
    /// # Errors
    /// Unknown customer, or a card that cannot be read.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let file = book.read(&location)?;
        if let Some(number) = &self.order {
            let basis = context.basis(&book);
            let customer = Customer::new(file)?;
            let row = deal::row(&customer, number, &basis, context.today)?;
            return self.deal(&row, context);
        }
        if self.format == Format::Toml {
            context.shell.raw(harmless(&file.text).as_bytes())?;
            return Ok(Exit::Done);
        }
        let customer = Customer::new(file)?;
        let basis = context.basis(&book);
        let (owed, problem) = match owed(&customer, &basis, context.today) {
            Ok(owed) => (owed, None),
            Err(problem) => (Vec::new(), Some(counted::error(&customer.location, &problem, &book))),
        };
        let row = show_row(&customer, owed, &basis, context.today);
        match self.format {
            Format::Json => {
                let value = serde_json::to_value(&row).map_err(|error| Error::new(error.to_string()))?;
                json_value(context.shell, &value)?;
            }
            _ => {
                let text = page(&row, &customer.text, context.shell.width());
                context.shell.say(&text)?;
            }
        }
        let troubled = context.tell(problem.as_slice());
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }

    fn deal(&self, row: &DealRow, context: &mut Context<'_>) -> Result<Exit> {
        match self.format {
            Format::Json => {
                let value = serde_json::to_value(row).map_err(|error| Error::new(error.to_string()))?;
                json_value(context.shell, &value)?;
            }
            Format::Toml => {
                return Err(Error::new(tr("an order has no toml of its own", "单个订单不能输出为 toml"))
                    .next(tr("leave --order away, or write json", "请去掉 --order，或输出 json")));
            }
            _ => {
                let page = deal_page::page(row, context.shell.width());
                context.shell.say(&page)?;
            }
        }
        Ok(Exit::Done)
    }
}

/// What the customer owes, by currency: no rates are needed.
fn owed(customer: &Customer, basis: &Basis<'_>, day: Date) -> Counted<Vec<Owed>> {
    let positions = positions_by_currency(&ledger(&customer.card, basis, day)?, basis, day).map_err(Problem::whole)?;
    Ok(positions.iter().map(|(currency, position)| Owed::new(currency, position)).collect())
}

fn show_row(customer: &Customer, owed: Vec<Owed>, basis: &Basis<'_>, day: Date) -> ShowRow {
    let standing = granted(&customer.card, basis.settings, day).standing;
    let contacts = contact::contacts(&customer.card, day);
    let card = Document::parse(&customer.text).map_or(Value::Object(Map::new()), |document| object(&document.root));
    ShowRow {
        of: Who::new(customer, basis.settings, day),
        state: standing.state.map(|state| state.key().to_owned()),
        limit: standing.limit,
        limit_currency: standing.currency.filter(|_| standing.limit.is_some()),
        term_days: standing.term_days,
        last: contact::last(&contacts).map(|last| last.date),
        owed,
        card,
    }
}

fn page(row: &ShowRow, text_of_card: &str, fit: Option<usize>) -> Text {
    let name = row.of.name.as_deref().unwrap_or(&row.of.company);
    let mut text = Text::new().and(Style::Strong, name).and(Style::Faint, format!("  {}", row.of.path)).line();
    let mut facts = vec![row.of.stage.words().text().to_owned()];
    facts.extend(row.of.grade.map(|grade| grade.to_string()));
    facts.extend(row.state.as_deref().and_then(crate::model::choice::State::find).map(|state| state.to_string()));
    facts.extend(row.limit.map(|limit| {
        let limit = money(row.limit_currency.as_deref().unwrap_or_default(), *limit);
        tr!("limit {}", "额度 {}", limit.trim_start())
    }));
    facts.extend(row.term_days.map(|days| {
        let term = counted(days, "day", "days");
        tr!("term {term}", "账期 {days} 天")
    }));
    facts.push(match row.last {
        Some(last) => tr!("last contact {last}", "上次联系 {last}"),
        None => tr("never contacted", "从未联系").to_owned(),
    });
    text = text.and(Style::Plain, facts.join(" · ")).line();
    text = row.owed.iter().fold(text, |text, owed| text.then(debt(owed)));
    if let Ok(document) = Document::parse(text_of_card) {
        text = record(text.line(), &document.root, Card::TYPE, fit);
    }
    text
}

/// What is owed in one currency, in a line.
fn debt(owed: &Owed) -> Text {
    let sum = |number: Number| money(&owed.currency, *number);
    let overdue = [owed.overdue_1_30, owed.overdue_31_60, owed.overdue_61_90, owed.overdue_over_90];
    let overdue = exact::sum(overdue.map(|number| *number)).unwrap_or_default();
    let mut pieces = Vec::new();
    if !owed.receivable.is_zero() {
        pieces.push((Style::Plain, tr!("owes {}", "应收 {}", sum(owed.receivable))));
    }
    if !overdue.is_zero() {
        pieces.push((Style::Bad, tr!("overdue {}", "逾期 {}", money(&owed.currency, overdue))));
    }
    for (number, style, words) in [
        (owed.disputed, Style::Warn, tr("disputed", "有争议")),
        (owed.commitment, Style::Plain, tr("on credit, not shipped", "在手承诺")),
        (owed.unapplied, Style::Plain, tr("unapplied", "预收款")),
    ] {
        if !number.is_zero() {
            pieces.push((style, format!("{words} {}", sum(number))));
        }
    }
    let mut text = Text::new();
    for (place, (style, piece)) in pieces.into_iter().enumerate() {
        text = if place == 0 { text } else { text.and(Style::Plain, " · ") }.and(style, piece);
    }
    text.line()
}

/// The scalar fields of a table, then its groups, then its records: each only where it holds something.
fn record(text: Text, table: &DeTable<'_>, schema: &'static RecordType, fit: Option<usize>) -> Text {
    let held = || schema.fields.iter().filter_map(|field| table.get(field.key).map(|value| (field, value.get_ref())));
    let plain: Vec<(&Field, String)> = held()
        .filter(|(field, _)| field.record().is_none())
        .map(|(field, value)| (field, words(value, field.shape)))
        .collect();
    let column = plain.iter().map(|(field, _)| width(field.label.text())).max().unwrap_or(0);
    let mut text = plain.iter().filter(|(_, value)| !value.is_empty()).fold(text, |text, (field, value)| {
        let label = field.label.text();
        let pad = " ".repeat(column - width(label) + 2);
        text.and(Style::Faint, label).and(Style::Plain, format!("{pad}{value}")).line()
    });
    for (field, value) in held() {
        let Some(schema) = field.record() else { continue };
        match value {
            DeValue::Table(table) if !table.is_empty() => {
                text = text.line().and(Style::Strong, field.label.text()).line();
                text = record(text, table, schema, fit);
            }
            DeValue::Array(list) if !list.is_empty() => {
                text = text.line().and(Style::Strong, format!("{} ({})", field.label.text(), list.len())).line();
                let rows: Vec<&DeTable<'_>> = list.iter().filter_map(|item| item.get_ref().as_table()).collect();
                text = text.then(records(&rows, schema, fit));
            }
            _ => {}
        }
    }
    text
}

/// A column of records: its head, and what stands below it.
struct Column {
    head: Head,
    prose: bool,
    cells: Vec<String>,
}

impl Column {
    fn width(&self) -> usize {
        self.cells.iter().map(|cell| width(cell)).max().unwrap_or(0).max(width(&self.head.title))
    }
}

/// Records as a table of the fields that any of them holds.
fn records(rows: &[&DeTable<'_>], schema: &'static RecordType, fit: Option<usize>) -> Text {
    let held = schema.fields.iter().filter(|field| rows.iter().any(|row| row.contains_key(field.key)));
    let column = |(place, field): (u8, &Field)| Column {
        head: Head {
            title: field.label.text().to_owned(),
            right: matches!(field.shape, Shape::Number | Shape::Integer),
            // what stands first in the schema tells one record from another; it never goes
            spare: if place < 2 { 0 } else { place },
            elastic: matches!(field.shape, Shape::Text | Shape::List(_) | Shape::Table(_)),
        },
        prose: matches!(field.shape, Shape::Text),
        cells: rows
            .iter()
            .map(|row| row.get(field.key).map(|value| words(value.get_ref(), field.shape)).unwrap_or_default())
            .collect(),
    };
    let mut columns: Vec<Column> = (0_u8..).zip(held).map(column).collect();
    if let Some(fit) = fit {
        make_room(&mut columns, fit);
    }
    let cells: Vec<Vec<Shown>> = (0..rows.len())
        .map(|row| columns.iter().map(|column| column.cells.get(row).map_or("", String::as_str).into()).collect())
        .collect();
    let heads: Vec<Head> = columns.into_iter().map(|column| column.head).collect();
    render(&heads, &cells, fit)
}

/// Takes columns away from the end until the longest prose (what was said, what was found) can be read.
fn make_room(columns: &mut Vec<Column>, fit: usize) {
    const READABLE: usize = 28;
    const SHORT: usize = 12;
    const GAP: usize = 2;
    loop {
        let widths: Vec<usize> = columns.iter().map(Column::width).collect();
        let longest = (0..)
            .zip(columns.iter().zip(&widths))
            .filter(|(_, (column, _))| column.prose)
            .max_by_key(|(_, (_, width))| **width);
        let longest: Option<usize> = longest.map(|(at, _)| at);
        let least = (0..).zip(columns.iter().zip(&widths)).map(|(at, (column, width))| match column.head.elastic {
            _ if longest == Some(at) => *width.min(&READABLE),
            true => *width.min(&SHORT),
            false => *width,
        });
        let total: usize = least.map(|width| width + GAP).sum();
        if total <= fit + GAP || columns.len() <= 2 {
            return;
        }
        columns.pop();
    }
}

/// A value as people read it.
fn words(value: &DeValue<'_>, shape: &'static Shape) -> String {
    match (value, shape) {
        (DeValue::String(text), Shape::Choice(choices)) => choices
            .iter()
            .find(|choice| choice.key.eq_ignore_ascii_case(text))
            .map_or_else(|| text.to_string(), |choice| choice.words.text().to_owned()),
        (DeValue::String(text), _) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        (DeValue::Integer(number), _) => number.to_string(),
        (DeValue::Float(number), _) => number.to_string(),
        (DeValue::Boolean(yes), _) => if *yes { tr("yes", "是") } else { tr("no", "否") }.to_owned(),
        (DeValue::Datetime(day), _) => day.to_string(),
        (DeValue::Array(list), Shape::List(item)) => {
            let items: Vec<String> = list.iter().map(|value| words(value.get_ref(), item)).collect();
            items.join(tr(", ", "、"))
        }
        (DeValue::Table(table), Shape::Table(record)) => {
            let parts: Vec<String> = record
                .fields
                .iter()
                .filter_map(|field| table.get(field.key).map(|value| part(value.get_ref(), field)))
                .filter(|text| !text.is_empty())
                .collect();
            parts.join(" ")
        }
        _ => String::new(),
    }
}

/// A field of a record that stands in one cell: what the bare value does not say stands beside it.
fn part(value: &DeValue<'_>, field: &'static Field) -> String {
    let text = words(value, field.shape);
    let share = || Number::parse(&text).map(|share| (*share * rust_decimal::Decimal::ONE_HUNDRED).normalize());
    match (field.key, field.is) {
        (_, Is::Share) => match share() {
            // 定金比例 30% says "share" twice
            Some(percent) => format!("{} {percent}%", field.label.text().trim_end_matches("比例")),
            None => text,
        },
        ("unit_price", _) => format!("× {text}"),
        ("days", _) => {
            let noun = if text == "1" { "day" } else { "days" };
            tr!("{text} {noun}", "{text} 天")
        }
        _ => text,
    }
}

/// The card as it stands, save characters that a terminal would obey: those are written as TOML escapes them.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let line_end = c == '\n' || (c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n'));
        let kept = line_end || c == '\t' || (c == '\u{FEFF}' && at == 0);
        if kept || !invisible(c) { out.push(c) } else { out += &format!("\\u{:04X}", u32::from(c)) }
    }
    out
}
