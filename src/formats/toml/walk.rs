//! A document walked against its schema: every value with the field it belongs to, every key that no field knows.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Document, Spanned, Step};
use crate::model::field::{Field, RecordType, Shape};

/// A value of a document and the field it belongs to.
pub struct Visit<'a, 't> {
    /// The way to it.
    pub path: Vec<Step>,
    /// The record it stands in.
    pub record: &'static RecordType,
    /// The table it stands in: its siblings.
    pub table: &'a DeTable<'t>,
    /// The field.
    pub field: &'static Field,
    /// What the value should look like: the field's shape, or for an item of a list the item's.
    pub shape: &'static Shape,
    /// The bytes of its key.
    pub key: Range<usize>,
    /// The value.
    pub value: &'a Spanned<DeValue<'t>>,
}

/// A key that the schema does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// The key as it stands there.
    pub key: String,
    /// Its bytes.
    pub span: Range<usize>,
    /// The known key that was perhaps meant.
    pub nearest: Option<&'static str>,
}

/// What a walk met.
#[derive(Default)]
pub struct Walk<'a, 't> {
    /// Every value that a field of the schema covers, from the top down, lists and their items too. A value whose type
    /// is wrong is among them, and what it holds is not.
    pub values: Vec<Visit<'a, 't>>,
    /// Every key that no field of the schema has, in the order of the text.
    pub unknown: Vec<UnknownKey>,
}

/// Walks a document from the top down.
pub fn walk<'a, 't>(document: &'a Document<'t>, schema: &'static RecordType) -> Walk<'a, 't> {
    let mut walk = Walk::default();
    walk.table(&document.root, schema, &[]);
    walk.unknown.sort_by_key(|key| key.span.start);
    walk
}

/// Every key that no field of the schema has, in the order of the text.
pub fn unknown_keys(document: &Document<'_>, schema: &'static RecordType) -> Vec<UnknownKey> {
    walk(document, schema).unknown
}

impl<'a, 't> Walk<'a, 't> {
    fn table(&mut self, table: &'a DeTable<'t>, record: &'static RecordType, above: &[Step]) {
        // the parser keeps entries by name; what is told about them follows the text
        let mut in_order: Vec<_> = table.iter().collect();
        in_order.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in in_order {
            let Some(field) = record.field(key.get_ref()) else {
                let nearest = nearest(record, key.get_ref());
                self.unknown.push(UnknownKey { key: key.get_ref().to_string(), span: key.span(), nearest });
                continue;
            };
            let path = below(above, Step::Key(Cow::Borrowed(field.key)));
            self.value(Visit { path, record, table, field, shape: field.shape, key: key.span(), value });
        }
    }

    fn value(&mut self, place: Visit<'a, 't>) {
        match (place.shape, place.value.get_ref()) {
            (Shape::Table(record), DeValue::Table(inner)) => {
                let path = place.path.clone();
                self.values.push(place);
                self.table(inner, record, &path);
            }
            (Shape::List(shape), DeValue::Array(list)) => {
                let item = |(index, value)| Visit {
                    path: below(&place.path, Step::Index(index)),
                    key: place.key.clone(),
                    shape,
                    value,
                    ..place
                };
                let items: Vec<Visit<'_, '_>> = list.iter().enumerate().map(item).collect();
                self.values.push(place);
                for item in items {
                    self.value(item);
                }
            }
            _ => self.values.push(place),
        }
    }
}

fn below(above: &[Step], step: Step) -> Vec<Step> {
    let mut path = Vec::with_capacity(above.len() + 1);
    path.extend_from_slice(above);
    path.push(step);
    path
}

/// The known key that a misspelt one most resembles, by key or by label.
fn nearest(record: &'static RecordType, key: &str) -> Option<&'static str> {
    if let Some(field) = record.find(key) {
        return Some(field.key);
    }
    let key = key.to_lowercase();
    let far = |field: &&Field| strsim::osa_distance(field.key, &key);
    // of two that are as far, the one that shares more of its letters in order
    let near = |a: &&Field, b: &&Field| strsim::jaro_winkler(a.key, &key).total_cmp(&strsim::jaro_winkler(b.key, &key));
    let best = record.fields.iter().min_by(|a, b| far(a).cmp(&far(b)).then_with(|| near(b, a)));
    best.filter(|field| far(field) <= key.chars().count().div_ceil(3).max(1)).map(|field| field.key)
}
