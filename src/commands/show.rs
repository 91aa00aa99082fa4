//! `show`: one customer whole, with the labels of the fields.

use serde_json::{Map, Value};

use super::found::Who;
use super::resolve::customer;
use crate::cli::{Context, format_of};
use crate::error::{Exit, Result};
use crate::formats::json::object;
use crate::formats::toml::{DeTable, DeValue, Document};
use crate::lang::tr;
use crate::model::field::{Field, Record, RecordType, Shape};
use crate::model::{Card, Choose, Date};
use crate::rules::{contact, standing};
use crate::store::{CardFile, Customer};
use crate::views::emit::json_value;
use crate::views::table::{Head, Shown, render};
use crate::views::text::width;
use crate::views::{Format, Style, Text};
use crate::{row, tr};

const FORMATS: &[Format] = &[Format::Text, Format::Json, Format::Toml];

/// What may be said to `show`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "客户：名称或其一部分、编号、邮箱、电话、路径"))]
    name: String,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it; toml is the card as it stands", "输出格式；toml 为卡片原文"))]
    format: Format,
}

row! {
    /// One customer, whole.
    pub struct ShowRow("customer", "客户") of Who {
        state: Option<String> = "state" "状态", article("第14条");
        limit: Option<String> = "limit" "信用额度", article("第6条");
        limit_currency: Option<String> = "currency of the limit" "额度币种";
        term_days: Option<u32> = "term in days" "账期（天）", article("第6条");
        last: Option<Date> = "last contact" "上次联系";
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
        let location = customer(&self.name, &book, context)?;
        let file = book.read(&location)?;
        if self.format == Format::Toml {
            let text = file.text.strip_suffix('\n').unwrap_or(&file.text);
            // a file or a pipe gets the card byte for byte; a terminal gets it harmless
            match context.shell.width() {
                Some(_) => context.shell.line(text)?,
                None => context.shell.raw(file.text.as_bytes())?,
            }
            return Ok(Exit::Done);
        }
        let card = file.card()?;
        let customer = Customer::new(location, card);
        let row = show_row(&customer, &file, context.today);
        match self.format {
            Format::Json => {
                let value = serde_json::to_value(&row).map_err(|error| crate::error::Error::new(error.to_string()))?;
                json_value(context.shell, &value)?;
            }
            _ => {
                let text = page(&row, &file, context.shell.width());
                context.shell.say(&text)?;
            }
        }
        Ok(Exit::Done)
    }
}

fn show_row(customer: &Customer, file: &CardFile, day: Date) -> ShowRow {
    let standing = standing::in_force(&customer.card, day);
    let contacts = contact::contacts(&customer.card, day);
    let (limit, limit_currency) = standing.limit.map_or((None, None), |(limit, currency)| (Some(limit.to_string()), currency));
    let card = Document::parse(&file.text).map_or(Value::Object(Map::new()), |document| object(&document.root));
    ShowRow {
        of: Who::new(customer, day),
        state: standing.state.map(|state| state.key().to_owned()),
        limit,
        limit_currency,
        term_days: standing.term_days,
        last: contact::last(&contacts).map(|last| last.date),
        card,
    }
}

fn page(row: &ShowRow, file: &CardFile, fit: Option<usize>) -> Text {
    let name = row.of.name.as_deref().unwrap_or(&row.of.company);
    let mut text = Text::new().and(Style::Strong, name).and(Style::Faint, format!("  {}", row.of.path)).line();
    let mut facts = vec![row.of.stage.words().text().to_owned()];
    facts.extend(row.of.grade.map(|grade| grade.to_string()));
    facts.extend(row.state.as_deref().and_then(crate::model::choice::State::find).map(|state| state.to_string()));
    facts.extend(row.limit.as_ref().map(|limit| tr!("limit {} {limit}", "额度 {} {limit}", row.limit_currency.as_deref().unwrap_or(""))));
    facts.extend(row.term_days.map(|days| tr!("term {days} days", "账期 {days} 天")));
    facts.push(match row.last {
        Some(last) => tr!("last contact {last}", "上次联系 {last}"),
        None => tr("never contacted", "从未联系").to_owned(),
    });
    text = text.and(Style::Plain, facts.join(" · ")).line();
    if let Ok(document) = Document::parse(&file.text) {
        text = record(text.line(), &document.root, Card::TYPE, fit);
    }
    text
}

/// The scalar fields of a table, then its groups, then its records: each only where it holds something.
fn record(text: Text, table: &DeTable<'_>, schema: &'static RecordType, fit: Option<usize>) -> Text {
    let held = || schema.fields.iter().filter_map(|field| table.get(field.key).map(|value| (field, value.get_ref())));
    let plain: Vec<(&Field, String)> = held().filter(|(field, _)| inner(field).is_none()).map(|(field, value)| (field, words(value, field.shape))).collect();
    let column = plain.iter().map(|(field, _)| width(field.label.text())).max().unwrap_or(0);
    let mut text = plain.iter().filter(|(_, value)| !value.is_empty()).fold(text, |text, (field, value)| {
        let label = field.label.text();
        let pad = " ".repeat(column - width(label) + 2);
        text.and(Style::Faint, label).and(Style::Plain, format!("{pad}{value}")).line()
    });
    for (field, value) in held() {
        let Some(schema) = inner(field) else { continue };
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

/// Records as a table of the fields that any of them holds.
fn records(rows: &[&DeTable<'_>], schema: &'static RecordType, fit: Option<usize>) -> Text {
    let fields: Vec<&Field> = schema.fields.iter().filter(|field| rows.iter().any(|row| row.contains_key(field.key))).collect();
    let heads: Vec<Head> = (0_u8..)
        .zip(&fields)
        .map(|(place, field)| Head {
            title: field.label.text().to_owned(),
            right: matches!(field.shape, Shape::Number | Shape::Integer),
            // what stands first in the schema tells one record from another; it never goes
            spare: if place < 2 { 0 } else { place },
            elastic: matches!(field.shape, Shape::Text | Shape::List(_) | Shape::Table(_)),
        })
        .collect();
    let cells: Vec<Vec<Shown>> = rows
        .iter()
        .map(|row| fields.iter().map(|field| row.get(field.key).map(|value| words(value.get_ref(), field.shape)).unwrap_or_default().into()).collect())
        .collect();
    render(&heads, &cells, fit)
}

fn inner(field: &Field) -> Option<&'static RecordType> {
    match field.shape {
        Shape::Table(record) | Shape::List(Shape::Table(record)) => Some(record),
        _ => None,
    }
}

/// A value as people read it.
fn words(value: &DeValue<'_>, shape: &'static Shape) -> String {
    match (value, shape) {
        (DeValue::String(text), Shape::Choice(choices)) => {
            choices.iter().find(|choice| choice.key.eq_ignore_ascii_case(text)).map_or_else(|| text.to_string(), |choice| choice.words.text().to_owned())
        }
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
            let parts: Vec<String> =
                record.fields.iter().filter_map(|field| table.get(field.key).map(|value| words(value.get_ref(), field.shape))).filter(|text| !text.is_empty()).collect();
            parts.join(" ")
        }
        _ => String::new(),
    }
}
