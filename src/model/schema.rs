//! JSON Schema of any record: what editors complete and check cards with, and what outputs promise.

use serde_json::{Map, Value, json};

use super::field::{Field, Is, Needed, Record, RecordType, Shape};
use crate::lang::Words;

/// The schema of a card file, for editors; labels and notes in both languages.
pub fn card() -> Value {
    file(super::card::Card::TYPE)
}

/// The schema of kehu.toml, for editors.
pub fn settings() -> Value {
    file(super::settings::Settings::TYPE)
}

/// The schema of products.toml, for editors.
pub fn products() -> Value {
    file(super::product::Products::TYPE)
}

/// The schema of policy.toml, for editors.
pub fn policy() -> Value {
    file(super::policy::Written::TYPE)
}

/// The schema of an output: an array of rows, every key always there, null where a value may be missing.
pub fn output(row: &'static RecordType) -> Value {
    json!({
        "$schema": DRAFT,
        "type": "array",
        "items": object(row, Reader::Script),
    })
}

/// The schema of an output that is a single object.
pub fn one(row: &'static RecordType) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!(DRAFT));
    schema.extend(object(row, Reader::Script));
    Value::Object(schema)
}

/// The schema of rows that are put together of fields under keys of their own.
pub fn rows<'k>(label: Words, fields: impl Iterator<Item = (&'k str, &'static Field)>) -> Value {
    let fields: Vec<(&str, &Field)> = fields.collect();
    let properties: Map<String, Value> =
        fields.iter().map(|(key, field)| ((*key).to_owned(), property(field, Reader::Script))).collect();
    let keys: Vec<&str> = fields.iter().map(|(key, _)| *key).collect();
    json!({
        "$schema": DRAFT,
        "type": "array",
        "items": {
            "title": both(label),
            "type": "object",
            "properties": properties,
            "required": keys,
            "additionalProperties": false,
        },
    })
}

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// For whom a schema is made.
#[derive(Clone, Copy, PartialEq)]
enum Reader {
    /// Completes and checks what a person writes into TOML.
    Editor,
    /// Reads JSON that kehu prints.
    Script,
}

fn file(record: &'static RecordType) -> Value {
    // no `$id`: Taplo takes it for an absolute address and calls the schema invalid when it is none
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!(DRAFT));
    schema.extend(object(record, Reader::Editor));
    Value::Object(schema)
}

fn both(words: Words) -> String {
    if words.en == words.zh { words.en.to_owned() } else { format!("{} · {}", words.zh, words.en) }
}

fn object(record: &'static RecordType, reader: Reader) -> Map<String, Value> {
    let properties: Map<String, Value> =
        record.all().map(|field| (field.key.to_owned(), property(field, reader))).collect();
    let required: Vec<&str> = record
        .all()
        .filter(|field| reader == Reader::Script || field.needed == Needed::Always)
        .map(|field| field.key)
        .collect();
    let mut schema = Map::new();
    schema.insert("title".into(), json!(both(record.label)));
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema.insert("additionalProperties".into(), json!(false));
    schema
}

fn property(field: &Field, reader: Reader) -> Value {
    let mut schema = shape(field.shape, reader);
    if reader == Reader::Script && field.optional && !matches!(field.shape, Shape::List(_) | Shape::Any) {
        allow_null(&mut schema);
    }
    schema.insert("title".into(), json!(both(field.label)));
    let mut notes: Vec<&str> = [field.about.zh, field.about.en].into_iter().filter(|text| !text.is_empty()).collect();
    if !field.article.is_empty() {
        notes.push(field.article);
        schema.insert("x-article".into(), json!(field.article));
    }
    if !notes.is_empty() {
        schema.insert("description".into(), json!(notes.join(" · ")));
    }
    match field.needed {
        Needed::No => None,
        Needed::Customer => schema.insert("x-required".into(), json!("customer")),
        Needed::Always => schema.insert("x-required".into(), json!("always")),
    };
    if reader == Reader::Editor {
        match field.is {
            Is::Email => schema.insert("format".into(), json!("email")),
            Is::Url => schema.insert("format".into(), json!("uri")),
            Is::Currency => schema.insert("pattern".into(), json!("^[A-Z]{3}$")),
            _ => None,
        };
    }
    Value::Object(schema)
}

fn shape(shape: &'static Shape, reader: Reader) -> Map<String, Value> {
    let schema = match (shape, reader) {
        (Shape::Text, _) => json!({ "type": "string" }),
        (Shape::Date, _) => json!({ "type": "string", "format": "date" }),
        (Shape::Number, Reader::Editor) => {
            json!({ "type": ["string", "integer", "number"], "pattern": "^[-+]?[0-9]+(\\.[0-9]+)?$" })
        }
        (Shape::Number, Reader::Script) => json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }),
        (Shape::Integer, _) => json!({ "type": "integer" }),
        (Shape::Bool, _) => json!({ "type": "boolean" }),
        (Shape::Choice(choices), _) => {
            let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
            let titles: Vec<String> = choices.iter().map(|choice| both(choice.words)).collect();
            // taplo shows these behind each key while completing
            json!({ "type": "string", "enum": keys, "x-taplo": { "docs": { "enumValues": titles } } })
        }
        (Shape::Table(record), _) => Value::Object(object(record, reader)),
        (Shape::List(item), _) => json!({ "type": "array", "items": self::shape(item, reader) }),
        (Shape::Any, _) => json!({}),
    };
    match schema {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn allow_null(schema: &mut Map<String, Value>) {
    if let Some(kind) = schema.get("type").cloned() {
        schema.insert("type".into(), json!([kind, "null"]));
    }
    if let Some(Value::Array(keys)) = schema.get_mut("enum") {
        keys.push(Value::Null);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_card_has_labels_in_both_languages() {
        fn walk(record: &'static RecordType) {
            for field in record.fields {
                assert!(!field.label.en.is_empty() && !field.label.zh.is_empty(), "{}", field.key);
                assert_eq!(field.about.en.is_empty(), field.about.zh.is_empty(), "{}", field.key);
                if let Some(record) = field.record() {
                    walk(record);
                }
            }
        }
        walk(super::super::card::Card::TYPE);
        walk(super::super::settings::Settings::TYPE);
    }
}
