//! Values without their places: what a text must hold after an edit, told independently of how the edit is made.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::super::{Document, Spanned, Step};
use super::Edit;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    /// A scalar, by its text; strings quoted, so that "1" is not 1.
    Leaf(String),
    List(Vec<Tree>),
    Table(BTreeMap<String, Tree>),
}

impl Tree {
    /// The values of a whole file.
    pub fn of(root: &DeTable<'_>) -> Self {
        Self::Table(
            root.iter().map(|(key, value)| (key.get_ref().to_string(), Self::of_value(value.get_ref()))).collect(),
        )
    }

    fn of_value(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::Table(table) => Self::of(table),
            DeValue::Array(list) => Self::List(list.iter().map(|item| Self::of_value(item.get_ref())).collect()),
            DeValue::String(text) => Self::Leaf(format!("{text:?}")),
            DeValue::Integer(number) => Self::Leaf(number.to_string()),
            DeValue::Float(number) => Self::Leaf(number.to_string()),
            DeValue::Boolean(yes) => Self::Leaf(yes.to_string()),
            DeValue::Datetime(day) => Self::Leaf(day.to_string()),
        }
    }

    /// What a literal says; `None` unless it is one value and nothing else, on one line but for line ends between the
    /// items of a list.
    fn of_literal(literal: &str) -> Option<Self> {
        let text = format!("v={literal}");
        let document = Document::parse(&text).ok()?;
        let value = document.root.get("v").filter(|value| value.span() == (2..text.len()))?;
        let fits = match value.get_ref() {
            _ if !literal.contains('\n') => true,
            // a comment could hide what stands behind it once the lines are joined
            DeValue::Array(list) => {
                let items = list.iter().map(Spanned::span);
                let between = items.clone().map(|item| item.start).chain([text.len()]);
                let mut gaps = [0].into_iter().chain(items.clone().map(|item| item.end)).zip(between);
                items.clone().all(|item| !text.get(item).is_none_or(|item| item.contains(['\n', '\r'])))
                    && gaps.all(|(end, start)| text.get(end..start).is_some_and(|gap| !gap.contains(['#', '\r'])))
            }
            _ => false,
        };
        fits.then(|| Self::of_value(value.get_ref()))
    }

    fn of_record(fields: &[(&'static str, String)]) -> Option<Self> {
        let fields = fields.iter().map(|(key, value)| Some(((*key).to_owned(), Self::of_literal(value)?)));
        fields.collect::<Option<_>>().map(Self::Table)
    }

    /// Without tables that hold nothing, where a table holds them: those of dotted keys come and go with their values.
    pub fn pruned(self) -> Self {
        match self {
            Self::Leaf(_) => self,
            Self::List(list) => Self::List(list.into_iter().map(Self::pruned).collect()),
            Self::Table(table) => {
                let entries = table.into_iter().map(|(key, value)| (key, value.pruned()));
                Self::Table(entries.filter(|(_, value)| *value != Self::empty()).collect())
            }
        }
    }

    fn empty() -> Self {
        Self::Table(BTreeMap::new())
    }

    /// The values after an edit; `None` where it does not fit them.
    pub fn changed(mut self, edit: &Edit) -> Option<Self> {
        match edit {
            Edit::Set { path, value } => self.set(path, Self::of_literal(value)?)?,
            Edit::Remove { path } => self.remove(path)?,
            Edit::PushValue { path, value } => self.push(path, Self::of_literal(value)?)?,
            Edit::PushRecord { path, fields } => self.push(path, Self::of_record(fields)?)?,
            Edit::PushRecords { path, records } => {
                records.iter().try_for_each(|fields| self.push(path, Self::of_record(fields)?))?;
            }
        }
        Some(self)
    }

    fn set(&mut self, path: &[Step], value: Self) -> Option<()> {
        match (self, path) {
            (this, []) => *this = value,
            (Self::Table(table), [Step::Key(key), rest @ ..]) => {
                table.entry(key.to_string()).or_insert_with(Self::empty).set(rest, value)?;
            }
            (Self::List(list), [Step::Index(index), rest @ ..]) => list.get_mut(*index)?.set(rest, value)?,
            _ => return None,
        }
        Some(())
    }

    fn remove(&mut self, path: &[Step]) -> Option<()> {
        let (last, parent) = path.split_last()?;
        match (self.find(parent)?, last) {
            (Self::Table(table), Step::Key(key)) => drop(table.remove(key.as_ref())?),
            (Self::List(list), Step::Index(index)) if *index < list.len() => drop(list.remove(*index)),
            _ => return None,
        }
        Some(())
    }

    fn push(&mut self, path: &[Step], value: Self) -> Option<()> {
        match self.find(path) {
            Some(Self::List(list)) => list.push(value),
            Some(_) => return None,
            None => self.set(path, Self::List(vec![value]))?,
        }
        Some(())
    }

    fn find(&mut self, path: &[Step]) -> Option<&mut Self> {
        match (self, path) {
            (this, []) => Some(this),
            (Self::Table(table), [Step::Key(key), rest @ ..]) => table.get_mut(key.as_ref())?.find(rest),
            (Self::List(list), [Step::Index(index), rest @ ..]) => list.get_mut(*index)?.find(rest),
            _ => None,
        }
    }
}
