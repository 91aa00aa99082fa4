//! What the names of a template stand for, worked out as far as the template asks.

mod credit_file;
mod deal;
mod debts;
mod lines;
mod parties;
mod pictures;
mod subject;
mod terms;
mod visits;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use crate::error::Result;
use crate::formats::template::{Name, Value, Values};
use crate::lang::{Lang, Words};
use crate::model::field::{Is, RecordType, Shape};
use crate::model::{Date, Number, currency};

pub use deal::{Asks, deal};
pub use parties::{ourselves, people};
pub use subject::{Asked, Subject};
pub use visits::visits;

/// The values of one thing, by their English names.
pub type Row = BTreeMap<String, Value>;

/// All values that a paper is filled with.
#[derive(Debug, Default)]
pub struct Sheet {
    single: BTreeMap<&'static str, Row>,
    lists: BTreeMap<&'static str, Vec<Row>>,
    /// What is to be told beside the paper.
    pub remarks: Vec<String>,
}

impl Sheet {
    /// With what is known of one thing.
    pub fn put(&mut self, group: &'static str, row: Row) {
        self.single.insert(group, row);
    }

    /// With the entries of a list, numbered.
    pub fn list(&mut self, list: &'static str, mut rows: Vec<Row>) {
        for (number, row) in (1_usize..).zip(&mut rows) {
            row.insert("no".to_owned(), Value::count(number));
        }
        self.lists.insert(list, rows);
    }

    /// With one more value of each entry of a list.
    fn beside(&mut self, list: &'static str, key: &str, values: Vec<Value>) {
        let rows = self.lists.entry(list).or_default();
        for (row, value) in rows.iter_mut().zip(values) {
            row.insert(key.to_owned(), value);
        }
    }
}

impl Values for Sheet {
    fn rows(&self, list: &str) -> usize {
        self.lists.get(list).map_or(0, Vec::len)
    }

    fn value(&self, name: &Name, row: Option<usize>) -> Value {
        let row = match name.list {
            true => self.lists.get(name.group.as_str()).and_then(|rows| rows.get(row?)),
            false => self.single.get(name.group.as_str()),
        };
        let own = match name.lang {
            // names that stand for what each language has a text of its own for
            Lang::En => row.and_then(|row| row.get(&format!("{}@en", name.key))),
            Lang::Zh => None,
        };
        own.or_else(|| row?.get(&name.key)).cloned().unwrap_or(Value::Empty)
    }

    fn knows(&self, group: &str) -> bool {
        self.single.get(group).is_some_and(|row| row.values().any(Value::holds))
    }
}

/// The groups that names are about.
pub fn groups(names: &[Name]) -> BTreeSet<&str> {
    names.iter().map(|name| name.group.as_str()).collect()
}

/// Debts, credit and the credit file, as far as they are asked for.
///
/// # Errors
/// Money of the card that cannot be told.
pub fn file_of(sheet: &mut Sheet, subject: &Subject<'_>, asks: &BTreeSet<&str>) -> Result<()> {
    let any = |names: &[&str]| names.iter().any(|name| asks.contains(name));
    if any(&["debt", "open", "ageing", "undelivered", "orders", "payments", "shipments"]) {
        debts::debts(sheet, subject)?;
    }
    if any(&["credit"]) {
        debts::credit(sheet, subject)?;
    }
    if any(&["investigation", "facts", "gaps"]) {
        credit_file::investigation(sheet, subject);
    }
    if any(&["alert", "measures", "recovered"]) {
        credit_file::report(sheet, subject);
    }
    credit_file::stopped(sheet, subject);
    Ok(())
}

/// Fields that are amounts in the currency of their record.
const MONEY: &[&str] = &["amount", "unit_price", "price", "fee", "settles", "limit", "insured_limit"];

/// The values of a record as it stands in its file, tables in it too; amounts in the currency that it names, else in this.
pub fn of_record(json: &Map<String, Json>, record: &'static RecordType, code: &str) -> Row {
    let own = json.get("currency").and_then(Json::as_str).and_then(currency::find);
    let code = own.unwrap_or_else(|| code.to_owned());
    let mut row = Row::new();
    fields(json, record, "", &code, &mut row);
    row
}

fn fields(json: &Map<String, Json>, record: &'static RecordType, before: &str, code: &str, row: &mut Row) {
    for field in record.fields {
        let Some(value) = json.get(field.key) else { continue };
        let key = format!("{before}{}", field.key);
        match (field.shape, value) {
            (Shape::Table(inner), Json::Object(map)) => fields(map, inner, &format!("{key}."), code, row),
            (Shape::Table(_) | Shape::List(Shape::Table(_)), _) => {}
            (Shape::Number, _) if field.is == Is::Share => {
                row.insert(key, number(value).map_or(Value::Empty, Value::Share));
            }
            (Shape::Number, _) if MONEY.contains(&field.key) => {
                row.insert(key, number(value).map_or(Value::Empty, |number| Value::Money(number, code.to_owned())));
            }
            (Shape::Text, Json::String(text)) if field.is == Is::Currency => {
                row.insert(key, Value::text(Some(&currency::find(text).unwrap_or_else(|| text.clone()))));
            }
            (shape, value) => {
                row.insert(key, of_shape(value, shape));
            }
        }
    }
}

fn of_shape(value: &Json, shape: &Shape) -> Value {
    match (shape, value) {
        (Shape::List(inner), Json::Array(items)) => {
            Value::Several(items.iter().map(|item| of_shape(item, inner)).filter(|item| !item.is_empty()).collect())
        }
        (Shape::Date, Json::String(text)) => Value::date(Date::parse(text)),
        (Shape::Choice(choices), Json::String(text)) => {
            let meant = |words: Words, key: &str| key.eq_ignore_ascii_case(text.trim()) || words.zh == text.trim();
            let found = choices.iter().find(|choice| meant(choice.words, choice.key));
            found.map_or_else(|| Value::text(Some(text)), |choice| Value::words(choice.words))
        }
        (Shape::Number | Shape::Integer, value) => Value::number(number(value)),
        (_, Json::Bool(yes)) => Value::Flag(*yes),
        (_, Json::String(text)) => Value::text(Some(text)),
        _ => Value::Empty,
    }
}

fn number(value: &Json) -> Option<rust_decimal::Decimal> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return None,
    };
    Number::parse(text.trim()).map(|number| *number)
}

/// The record at a place of a list.
pub fn nth<'j>(json: &'j Map<String, Json>, list: &str, at: usize) -> Option<&'j Map<String, Json>> {
    json.get(list)?.as_array()?.get(at)?.as_object()
}

/// Puts a value where there is one; what stands there already stays where there is none.
pub fn put(row: &mut Row, key: &str, value: Value) {
    if !value.is_empty() || !row.contains_key(key) {
        row.insert(key.to_owned(), value);
    }
}
