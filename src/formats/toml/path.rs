//! The way to a value: keys of tables and places in lists.

use toml::de::{DeTable, DeValue};

use super::Spanned;

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a table, by key.
    Key(String),
    /// Into a list, counted from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
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
        (DeValue::Table(table), Step::Key(key)) => table.get(key.as_str()),
        (DeValue::Array(array), Step::Index(index)) => array.get(*index),
        _ => None,
    }
}

/// The value at the end of a path.
pub(super) fn find<'a, 't>(root: &'a DeTable<'t>, path: &[Step]) -> Option<&'a Spanned<DeValue<'t>>> {
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = root.get(key.as_str())?;
    for step in rest {
        value = child(value.get_ref(), step)?;
    }
    Some(value)
}

/// Every scalar with its path, as one comparable line each, in the order of the text.
pub(super) fn lines(root: &DeTable<'_>) -> Vec<(Vec<Step>, String)> {
    fn walk(value: &DeValue<'_>, path: &mut Vec<Step>, out: &mut Vec<(Vec<Step>, String)>) {
        let mut down = |step: Step, value: &Spanned<DeValue<'_>>, out: &mut _| {
            path.push(step);
            walk(value.get_ref(), path, out);
            path.pop();
        };
        match value {
            DeValue::Table(table) => {
                table.iter().for_each(|(key, value)| down(Step::from(key.get_ref().as_ref()), value, out))
            }
            DeValue::Array(array) => array.iter().enumerate().for_each(|(i, value)| down(Step::from(i), value, out)),
            DeValue::String(text) => out.push((path.clone(), format!("{text:?}"))),
            DeValue::Integer(number) => out.push((path.clone(), number.to_string())),
            DeValue::Float(number) => out.push((path.clone(), number.to_string())),
            DeValue::Boolean(yes) => out.push((path.clone(), yes.to_string())),
            DeValue::Datetime(day) => out.push((path.clone(), day.to_string())),
        }
    }
    let mut out = Vec::new();
    for (key, value) in root {
        walk(value.get_ref(), &mut vec![Step::from(key.get_ref().as_ref())], &mut out);
    }
    out
}
