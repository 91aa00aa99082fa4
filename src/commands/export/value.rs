//! A value as a cell, as text, and as JSON.

use serde_json::Value;

use super::super::sheets::shown_as;
use super::layout::{Column, Layout};
use crate::formats::workbook::Cell;
use crate::model::field::Shape;
use crate::model::{Date, Number, currency};

/// A value as people read it.
pub fn text(column: &Column, value: &str) -> String {
    shown_as(column.field, column.country, value)
}

/// A row as cells, typed.
pub fn cells(layout: &Layout, values: &[Option<String>]) -> Vec<Cell> {
    let own = layout.place("currency").and_then(|at| values.get(at)).and_then(Option::as_deref);
    let own = currency::decimals(own.unwrap_or(&layout.currency));
    let base = currency::decimals(&layout.currency);
    let cell = |column: &Column, value: &Option<String>| {
        let Some(value) = value else { return Cell::Empty };
        let decimals = if !column.money {
            0
        } else if column.key == "sales" {
            base
        } else {
            own
        };
        let typed = match column.field.shape {
            Shape::Number => Number::parse(value).map(|number| Cell::Number(number, decimals)),
            Shape::Integer => Number::parse(value).map(|number| Cell::Number(number, 0)),
            Shape::Date => Date::parse(value).map(Cell::Day),
            _ => None,
        };
        typed.unwrap_or_else(|| Cell::Text(text(column, value)))
    };
    layout.columns.iter().zip(values).map(|(column, value)| cell(column, value)).collect()
}

/// A value as JSON: numbers stay exact as text, days too.
pub fn json(column: &Column, value: Option<&str>) -> Value {
    let Some(value) = value else {
        return if matches!(column.field.shape, Shape::List(_)) { Value::Array(Vec::new()) } else { Value::Null };
    };
    let text = || Value::String(value.to_owned());
    match column.field.shape {
        Shape::Integer => value.parse::<i64>().map_or_else(|_| text(), Value::from),
        Shape::Bool => Value::Bool(value == "true"),
        Shape::List(_) => value.split('\u{1F}').map(|item| Value::String(item.to_owned())).collect(),
        _ => text(),
    }
}
