//! What checks of fields ask of values.

use toml::de::{DeTable, DeValue};

use crate::model::choice::StageKind;
use crate::model::field::{Choice, Field, Needed, Shape};
use crate::model::name::shell_word;
use crate::model::tree::Location;

/// Whether a value says nothing: a blank text, a list of nothing but blanks.
pub(super) fn blank(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.trim().is_empty(),
        DeValue::Array(list) => list.iter().all(|item| blank(item.get_ref())),
        _ => false,
    }
}

/// Whether the table says something under this key.
pub(super) fn filled(table: &DeTable<'_>, key: &str) -> bool {
    table.get(key).is_some_and(|value| !blank(value.get_ref()))
}

/// Whether the table says nothing under a field. What is blank but no text or list has a wrong type, and is told so.
pub(super) fn lacks(table: &DeTable<'_>, field: &Field) -> bool {
    match table.get(field.key) {
        None => true,
        Some(value) => matches!(field.shape, Shape::Text | Shape::List(_)) && blank(value.get_ref()),
    }
}

/// Whether a customer of this stage must have the field.
pub(super) fn required(field: &Field, kind: StageKind) -> bool {
    match field.needed {
        Needed::Always => true,
        Needed::Customer => kind == StageKind::Customer,
        Needed::No => false,
    }
}

/// The choice that the reader of cards takes a text for: by key in any case, or by Chinese word.
pub(super) fn chosen(choices: &'static [Choice], text: &str) -> Option<&'static Choice> {
    let key = folded(text);
    choices.iter().find(|choice| choice.key.eq_ignore_ascii_case(&key) || choice.words.zh == text.trim())
}

/// A word as keys are written.
pub(super) fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The command that fills in fields of a card: `kehu set "国外客户/德国/Acme" phone=… address=…`.
pub(super) fn set_command<'p>(location: &Location, paths: impl IntoIterator<Item = &'p str>) -> String {
    let fields: Vec<String> = paths.into_iter().map(|path| format!("{path}=…")).collect();
    format!("kehu set {} {}", shell_word(&location.path), fields.join(" "))
}
