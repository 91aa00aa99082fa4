//! A record of the file beside one of a card.

use super::subject::Target;
use super::values::{meaning, meaning_of};
use crate::formats::toml::{DeTable, DeValue};

/// What a table of a card says at a path, by meaning. A contact is whichever one says what is wanted, or else the first.
pub fn on_card(table: &DeTable<'_>, target: &Target) -> Option<String> {
    let mut table = table;
    let mut keys = target.path.split('.').peekable();
    while let Some(key) = keys.next() {
        let value = table.get(key)?.get_ref();
        if keys.peek().is_none() {
            return meaning(target.field, value);
        }
        table = match value {
            DeValue::Table(inner) => inner,
            DeValue::Array(list) => list.first()?.get_ref().as_table()?,
            _ => return None,
        };
    }
    None
}

/// Whether a card says what the file says of a field.
pub fn says(card: &DeTable<'_>, target: &Target, literal: &str) -> bool {
    let wanted = meaning_of(target.field, literal);
    if wanted.is_none() || on_card(card, target) == wanted {
        return true;
    }
    let Some(key) = target.path.strip_prefix("contact.") else { return false };
    let contacts = card.get("contact").and_then(|list| list.get_ref().as_array());
    contacts
        .into_iter()
        .flatten()
        .filter_map(|contact| contact.get_ref().as_table())
        .any(|contact| contact.get(key).and_then(|value| meaning(target.field, value.get_ref())) == wanted)
}

/// The records of a list of a card.
pub fn records<'a, 't>(card: &'a DeTable<'t>, list: &str) -> Vec<&'a DeTable<'t>> {
    let list = card.get(list).and_then(|list| list.get_ref().as_array());
    list.into_iter().flatten().filter_map(|record| record.get_ref().as_table()).collect()
}
