//! A document walked against its schema: every value with the field it belongs to, every key that no field knows.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Document, Spanned, Step};
use crate::model::field::{Field, RecordType, Shape};

/// A value of a document and the field it belongs to.
pub struct Visit<'a, 't> {
    /// The way to it.
    pub path: &'a [Step],
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

/// Calls `see` for every value that a field of the schema covers, from the top down, lists and their items too.
/// A value whose type is wrong is seen but not walked into.
pub fn visit<'a, 't>(document: &'a Document<'t>, schema: &'static RecordType, see: &mut dyn FnMut(&Visit<'_, 't>)) {
    table(&document.root, schema, &mut Vec::new(), see, &mut |_, _, _| {});
}

/// Every key that no field of the schema has, in the order of the text.
pub fn unknown_keys(document: &Document<'_>, schema: &'static RecordType) -> Vec<UnknownKey> {
    let mut unknown = Vec::new();
    table(&document.root, schema, &mut Vec::new(), &mut |_| {}, &mut |record, key, span| {
        unknown.push(UnknownKey { key: key.to_owned(), span, nearest: nearest(record, key) });
    });
    unknown.sort_by_key(|key| key.span.start);
    unknown
}

type Unknown<'u> = dyn FnMut(&'static RecordType, &str, Range<usize>) + 'u;

fn table<'t>(
    entries: &DeTable<'t>,
    record: &'static RecordType,
    path: &mut Vec<Step>,
    see: &mut dyn FnMut(&Visit<'_, 't>),
    unknown: &mut Unknown<'_>,
) {
    // the parser keeps entries by name; what is told about them follows the text
    let mut in_order: Vec<_> = entries.iter().collect();
    in_order.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in in_order {
        let Some(field) = record.field(key.get_ref()) else {
            unknown(record, key.get_ref(), key.span());
            continue;
        };
        path.push(Step::from(field.key));
        let mut item = Item { record, table: entries, field, key: key.span() };
        item.walk(field.shape, value, path, see, unknown);
        path.pop();
    }
}

struct Item<'a, 't> {
    record: &'static RecordType,
    table: &'a DeTable<'t>,
    field: &'static Field,
    key: Range<usize>,
}

impl<'t> Item<'_, 't> {
    fn walk(
        &mut self,
        shape: &'static Shape,
        value: &Spanned<DeValue<'t>>,
        path: &mut Vec<Step>,
        see: &mut dyn FnMut(&Visit<'_, 't>),
        unknown: &mut Unknown<'_>,
    ) {
        see(&Visit {
            path,
            record: self.record,
            table: self.table,
            field: self.field,
            shape,
            key: self.key.clone(),
            value,
        });
        match (shape, value.get_ref()) {
            (Shape::Table(record), DeValue::Table(inner)) => table(inner, record, path, see, unknown),
            (Shape::List(item), DeValue::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    path.push(Step::Index(index));
                    self.walk(item, value, path, see, unknown);
                    path.pop();
                }
            }
            _ => {}
        }
    }
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
