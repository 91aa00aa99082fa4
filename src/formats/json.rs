//! Parsed TOML as JSON: dates as text, numbers that must stay exact as text.

use serde_json::{Map, Value};

use super::toml::{DeTable, DeValue};

/// A table as a JSON object, keys in the order of the file.
pub fn object(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    Value::Object(
        entries.into_iter().map(|(key, value)| (key.get_ref().to_string(), of(value.get_ref()))).collect::<Map<_, _>>(),
    )
}

fn of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::String(number.to_string()), Value::from),
        // a float would round what the file says exactly
        DeValue::Float(number) => Value::String(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Datetime(day) => Value::String(day.to_string()),
        DeValue::Array(list) => Value::Array(list.iter().map(|item| of(item.get_ref())).collect()),
        DeValue::Table(table) => object(table),
    }
}
