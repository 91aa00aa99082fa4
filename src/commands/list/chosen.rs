//! Columns and order of a list as they are asked for: any field that a query knows.

use std::cmp::Ordering;
use std::collections::HashSet;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::error::{Error, Result};
use crate::lang::{lang, tr};
use crate::model::pinyin;
use crate::model::{Country, Date, Number};
use crate::query::{Facts, Field, Kind, Value, is_comma};
use crate::rules::money::Counted;
use crate::store::Customer;
use crate::tr;
use crate::views::grid::{Chosen, Line};
use crate::views::table::{Head, Shown};
use crate::views::{Style, amount};

/// A field by which a list is sorted.
pub struct Order {
    field: Field,
    /// The largest first.
    down: bool,
}

/// The fields that are named, separated by commas.
///
/// # Errors
/// There is no such field.
pub fn fields(names: &str) -> Result<Vec<Field>> {
    parted(names).map(field).collect()
}

/// The fields to sort by, each with - before it for the largest first.
///
/// # Errors
/// There is no such field.
pub fn orders(names: &str) -> Result<Vec<Order>> {
    parted(names)
        .map(|name| {
            let (down, name) = name.strip_prefix('-').map_or((false, name), |name| (true, name));
            Ok(Order { field: field(name)?, down })
        })
        .collect()
}

fn parted(names: &str) -> impl Iterator<Item = &str> {
    names.split(is_comma).map(str::trim).filter(|name| !name.is_empty())
}

fn field(name: &str) -> Result<Field> {
    Field::find(name).ok_or_else(|| {
        let error = Error::new(tr!("there is no field \"{name}\"", "没有字段“{name}”"));
        match Field::nearest(name) {
            Some(near) => error.next(tr!("did you mean {near}?", "是否想写 {near}？")),
            None => error.next(tr("see the fields with `kehu help query`", "字段见 kehu help query")),
        }
    })
}

/// What one value counts when rows are put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By size, or by place in a closed list.
    Number(Decimal),
    /// By day.
    Day(Date),
    /// By sound.
    Text(String),
}

impl Order {
    /// What a customer counts; `None` where nothing is said.
    ///
    /// # Errors
    /// Money that cannot be told.
    pub fn rank(&self, customer: &Customer, facts: &Facts<'_>) -> Counted<Option<Rank>> {
        Ok(values(&self.field, customer, facts)?.first().map(|value| rank(&self.field, value)))
    }

    /// Which of two comes first; what says nothing comes last either way.
    pub fn compare(&self, a: Option<&Rank>, b: Option<&Rank>) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) if self.down => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

fn rank(field: &Field, value: &Value) -> Rank {
    match value {
        Value::Number(number) => Rank::Number(*number),
        Value::Date(day) => Rank::Day(*day),
        Value::Text(text) => match field.kind {
            Kind::Choice(choices) => {
                let place = choices.iter().position(|choice| choice.key == text).unwrap_or(choices.len());
                Rank::Number(Decimal::from(place))
            }
            _ => Rank::Text(pinyin::sort_key(&said(field, value))),
        },
    }
}

/// What a customer says now: of what is due not the days of what will be.
fn values(field: &Field, customer: &Customer, facts: &Facts<'_>) -> Counted<Vec<Value>> {
    let mut values = field.values(&customer.location, &customer.text, Some(facts))?;
    values.retain(|value| field.kind != Kind::Due || matches!(value, Value::Text(_)));
    Ok(values)
}

/// The columns; the customer comes first unless it was asked for elsewhere.
pub fn columns(fields: &[Field]) -> Vec<Chosen> {
    let column = |(at, field): (usize, &Field)| Chosen {
        head: Head {
            title: field.label.clone(),
            right: field.kind == Kind::Number,
            // the last that was asked for is missed least
            spare: u8::try_from(at).unwrap_or(u8::MAX),
            elastic: matches!(field.kind, Kind::Text | Kind::Name | Kind::Phone),
        },
        key: field.key.clone(),
        typed: matches!(field.kind, Kind::Text | Kind::Name | Kind::Phone),
    };
    (0..).zip(fields).map(column).collect()
}

/// A row of the fields.
///
/// # Errors
/// Money that cannot be told.
pub fn line(fields: &[Field], customer: &Customer, facts: &Facts<'_>) -> Counted<Line> {
    let mut line = Line { path: customer.location.path.clone(), cells: Vec::new(), values: Vec::new() };
    for field in fields {
        let mut values = values(field, customer, facts)?;
        if !field.is_many() {
            values.truncate(1);
        }
        let mut texts: Vec<String> = values.iter().map(|value| said(field, value)).collect();
        // twelve orders in one currency are one currency to people
        let mut told = HashSet::new();
        texts.retain(|text| told.insert(text.clone()));
        line.cells.push(Shown { text: texts.join(tr(", ", "、")), style: Style::Plain });
        let mut all = values.iter().map(json);
        line.values.push(if field.is_many() { Json::Array(all.collect()) } else { all.next().unwrap_or(Json::Null) });
    }
    Ok(line)
}

fn json(value: &Value) -> Json {
    match value {
        Value::Number(number) => serde_json::to_value(Number::from(*number)).unwrap_or(Json::Null),
        other => Json::String(other.to_string()),
    }
}

/// A value as people read it.
pub fn said(field: &Field, value: &Value) -> String {
    match (field.kind, value) {
        (_, Value::Number(number)) => amount(*number),
        (Kind::Country, Value::Text(code)) => {
            Country::find(code).map_or(code.clone(), |country| country.name(lang()).to_owned())
        }
        (kind, Value::Text(key)) => match kind.choices().iter().find(|choice| choice.key == key) {
            Some(choice) => choice.words.text().to_owned(),
            None => key.clone(),
        },
        (_, Value::Date(day)) => day.to_string(),
    }
}
