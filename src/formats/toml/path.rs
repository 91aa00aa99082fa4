//! The way to a value: keys of tables and places in lists.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Spanned;

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into a table, by key.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(Cow::Owned(key.to_owned()))
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// One step down from a value.
pub(super) fn child<'a, 't>(value: &'a DeValue<'t>, step: &Step) -> Option<&'a Spanned<DeValue<'t>>> {
    match (value, step) {
        (DeValue::Table(table), Step::Key(key)) => table.get(key.as_ref()),
        (DeValue::Array(array), Step::Index(index)) => array.get(*index),
        _ => None,
    }
}

/// The value at the end of a path.
pub(super) fn find<'a, 't>(root: &'a DeTable<'t>, path: &[Step]) -> Option<&'a Spanned<DeValue<'t>>> {
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = root.get(key.as_ref())?;
    for step in rest {
        value = child(value.get_ref(), step)?;
    }
    Some(value)
}

/// The place of the last value that a path still reaches: where it leads to, or what stands in its way.
pub(super) fn reached(root: &DeTable<'_>, path: &[Step]) -> Range<usize> {
    let reached = (0..=path.len()).rev().filter_map(|depth| find(root, path.get(..depth)?)).next();
    reached.map_or(0..0, Spanned::span)
}
