//! From parsed TOML to the model, through serde: bare dates and numbers by their own text, exactly,
//! errors with the place of the value, and for each record the byte where it begins.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, Unexpected, Visitor};
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::{Fault, Spanned};
use crate::lang::tr;
use crate::model::date::DATE_TOKEN;
use crate::model::number::NUMBER_TOKEN;
use crate::tr;

/// The field by which a record learns where in the file it begins; `@` cannot be a bare key.
const PLACE: &str = "@";

/// How many characters of a wrong value a message quotes.
const LONGEST_QUOTE: usize = 40;

/// Reads a root table into a record.
pub(super) fn read<T: DeserializeOwned>(root: &DeTable<'_>) -> Result<T, Fault> {
    T::deserialize(Table { table: root, start: 0 })
        .map_err(|error| Fault { span: error.span.unwrap_or(0..0), what: error.what })
}

/// Reads one value by what knows its type.
pub(super) fn read_value<'de, S: DeserializeSeed<'de>>(
    value: &Spanned<DeValue<'_>>,
    seed: S,
) -> Result<S::Value, Fault> {
    let wrong = |wrong: Wrong| Fault { span: wrong.span.unwrap_or_else(|| value.span()), what: wrong.what };
    seed.deserialize(Value(value)).map_err(wrong)
}

/// What serde could not make of a value; the place is added on the way out.
#[derive(Debug)]
struct Wrong {
    span: Option<std::ops::Range<usize>>,
    what: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { span: None, what: message.to_string() }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(wanted(found, expected))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(wanted(found, expected))
    }
}

fn wanted(found: Unexpected<'_>, expected: &dyn Expected) -> String {
    let expected = expected.to_string();
    // serde's own visitors say what they expect in English; ours speak the reader's language already
    let expected = match expected.as_str() {
        "a string" => tr("text in double quotes", "加双引号的文本"),
        "a boolean" => tr("true or false", "true 或 false"),
        "a sequence" => tr("a list in [ ]", "用 [ ] 括起的列表"),
        "u32" => tr("a whole number from 0 to 4294967295", "0 至 4294967295 的整数"),
        "i64" | "usize" => tr("a whole number", "整数"),
        other if other.starts_with("struct ") => tr("a group of fields", "一组字段"),
        other => other,
    };
    let found = match found {
        Unexpected::Str(text) => {
            let text = shortened(text);
            tr!("\"{text}\"", "“{text}”")
        }
        Unexpected::Signed(number) => number.to_string(),
        Unexpected::Unsigned(number) => number.to_string(),
        Unexpected::Bool(yes) => yes.to_string(),
        Unexpected::Seq => tr("a list", "列表").to_owned(),
        Unexpected::Map => tr("a group of fields", "一组字段").to_owned(),
        Unexpected::Other(what) => shortened(what),
        other => other.to_string(),
    };
    let (before, between) = (spaced(expected), spaced(&found));
    tr!("expected {expected}, found {found}", "应为{before}{expected}，实为{between}{found}")
}

/// Chinese and Latin letters or digits stand a space apart.
fn spaced(text: &str) -> &'static str {
    if text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') { " " } else { "" }
}

/// A text as far as it helps to recognise it: a message is no place for a whole letter.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

struct Value<'a, 't>(&'a Spanned<DeValue<'t>>);

impl<'a, 't> Value<'a, 't> {
    fn placed<T>(self, result: Result<T, Wrong>) -> Result<T, Wrong> {
        result.map_err(|mut wrong| {
            wrong.span.get_or_insert(self.0.span());
            wrong
        })
    }

    fn visit<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => Err(de::Error::invalid_type(Unexpected::Other(number.as_str()), &visitor)),
            },
            DeValue::Float(number) => Err(de::Error::invalid_type(Unexpected::Other(number.as_str()), &visitor)),
            DeValue::Boolean(yes) => visitor.visit_bool(*yes),
            DeValue::Datetime(day) => Err(de::Error::invalid_type(Unexpected::Other(&day.to_string()), &visitor)),
            DeValue::Array(array) => visitor.visit_seq(List(array.iter())),
            DeValue::Table(table) => visitor.visit_map(Fields::new(table, None)),
        }
    }

    /// A value whose own text counts, not what a number type would make of it.
    fn visit_token<'de, V: Visitor<'de>>(&self, name: &str, visitor: V) -> Result<V::Value, Wrong> {
        match (name, self.0.get_ref()) {
            // a card is full of them: as a number, the day needs no text on the way
            (DATE_TOKEN, DeValue::Datetime(Datetime { date: Some(day), time: None, offset: None })) => {
                visitor.visit_u32(u32::from(day.year) * 10_000 + u32::from(day.month) * 100 + u32::from(day.day))
            }
            (DATE_TOKEN, DeValue::Datetime(day)) => visitor.visit_str(&day.to_string()),
            (NUMBER_TOKEN, DeValue::Float(number)) => visitor.visit_str(number.as_str()),
            (NUMBER_TOKEN, DeValue::Integer(number)) if number.radix() == 10 => visitor.visit_str(number.as_str()),
            // 0x1F is no decimal, and is told so as it stands there
            (NUMBER_TOKEN, DeValue::Integer(number)) => visitor.visit_str(&number.to_string()),
            _ => self.visit(visitor),
        }
    }
}

impl<'de> de::Deserializer<'de> for Value<'_, '_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let result = self.visit(visitor);
        self.placed(result)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        let result = self.visit_token(name, visitor);
        self.placed(result)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let result = match self.0.get_ref() {
            DeValue::Table(table) => visitor.visit_map(Fields::new(table, place_of(fields, self.0.span().start))),
            // serde would take a list for the fields in their order
            DeValue::Array(_) => Err(de::Error::invalid_type(Unexpected::Seq, &visitor)),
            _ => self.visit(visitor),
        };
        self.placed(result)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map enum identifier
    }
}

fn place_of(fields: &[&str], start: usize) -> Option<usize> {
    fields.contains(&PLACE).then_some(start)
}

struct Table<'a, 't> {
    table: &'a DeTable<'t>,
    start: usize,
}

impl<'de> de::Deserializer<'de> for Table<'_, '_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_map(Fields::new(self.table, None))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_map(Fields::new(self.table, place_of(fields, self.start)))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Fields<'a, 't> {
    entries: toml::map::Iter<'a, Spanned<std::borrow::Cow<'t, str>>, Spanned<DeValue<'t>>>,
    value: Option<&'a Spanned<DeValue<'t>>>,
    place: Option<usize>,
}

impl<'a, 't> Fields<'a, 't> {
    fn new(table: &'a DeTable<'t>, place: Option<usize>) -> Self {
        Self { entries: table.iter(), value: None, place }
    }
}

impl<'de> de::MapAccess<'de> for Fields<'_, '_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        for (key, value) in self.entries.by_ref() {
            if key.get_ref() == PLACE {
                continue; // somebody quoted it as a key of their own: unknown, and lint says so
            }
            self.value = Some(value);
            return seed.deserialize(key.get_ref().as_ref().into_deserializer()).map(Some);
        }
        match self.place {
            Some(_) => seed.deserialize(PLACE.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        match (self.value.take(), self.place.take()) {
            (Some(value), place) => {
                self.place = place;
                seed.deserialize(Value(value))
            }
            (None, place) => seed.deserialize(place.unwrap_or(0).into_deserializer()),
        }
    }
}

struct List<'a, 't>(std::slice::Iter<'a, Spanned<DeValue<'t>>>);

impl<'de> de::SeqAccess<'de> for List<'_, '_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        self.0.next().map(|value| seed.deserialize(Value(value))).transpose()
    }
}
