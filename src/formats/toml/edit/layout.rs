//! Where the values of a file stand: under which header, on which lines, between which braces.

use toml::de::{DeTable, DeValue};

use super::super::path::find;
use super::super::{Spanned, Step};
use super::commas::Commas;
use super::lines::Lines;

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;

/// How an entry of a table stands in the text, told by where its key is.
#[derive(PartialEq)]
enum Form {
    /// `key = value`
    Plain,
    /// `key.inner = value`, or only implied by a header `[key.inner]`
    Dotted,
    /// `[key]` or `[[key]]`
    Header,
}

fn form(key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Form {
    if value.span() == key.span() {
        Form::Dotted
    } else if value.span().start < key.span().start {
        Form::Header
    } else {
        Form::Plain
    }
}

/// Whether a list is one of `[[records]]`: then its own place is that of the first header.
pub(super) fn is_header_list(value: &Spanned<DeValue<'_>>) -> bool {
    let first = value.get_ref().as_array().and_then(|list| list.first());
    first.is_some_and(|first| first.span().start <= value.span().start)
}

/// The values that stand in the body of a table, behind a plain or dotted key, in the order of the text.
pub(super) fn body<'a, 't>(table: &'a DeTable<'t>) -> Vec<&'a Spanned<DeValue<'t>>> {
    let mut values: Vec<_> = table
        .iter()
        .flat_map(|(key, value)| match (form(key, value), value.get_ref()) {
            (Form::Plain, _) => vec![value],
            (Form::Dotted, DeValue::Table(inner)) => body(inner),
            _ => Vec::new(),
        })
        .collect();
    values.sort_by_key(|value| value.span().start);
    values
}

/// An entry in the body of a table.
pub(super) struct Entry<'a> {
    /// Its key.
    pub name: &'a str,
    /// Where its key is first written.
    pub start: usize,
    /// Where its value, or the last of its dotted values, ends.
    pub end: usize,
}

/// The entries in the body of a table.
pub(super) fn entries<'a>(table: &'a DeTable<'_>) -> Vec<Entry<'a>> {
    let entry = |(key, value): (&'a Key<'_>, &'a Spanned<DeValue<'_>>)| {
        let end = match (form(key, value), value.get_ref()) {
            (Form::Plain, _) => value.span().end,
            (Form::Dotted, DeValue::Table(inner)) => body(inner).last()?.span().end,
            _ => return None,
        };
        Some(Entry { name: key.get_ref(), start: key.span().start, end })
    };
    table.iter().filter_map(entry).collect()
}

/// Where the entries of a table are written.
pub(super) enum Body<'t> {
    /// A line each, behind the header that ends here; the root and dotted keys have none.
    Lines(Option<usize>),
    /// Between braces.
    Braces(Commas<'t>),
}

/// A table that entries can be put into.
pub(super) struct Container<'a, 't> {
    /// The table.
    pub table: &'a DeTable<'t>,
    /// Where its entries are written.
    pub body: Body<'t>,
}

/// The table at the end of a path; `None` where nothing is, or only headers below imply that there is one.
pub(super) fn container<'a, 't>(lines: Lines<'t>, root: &'a DeTable<'t>, path: &[Step]) -> Option<Container<'a, 't>> {
    let Some((_, parent)) = path.split_last() else {
        return Some(Container { table: root, body: Body::Lines(None) });
    };
    let value = find(root, path)?;
    let table = value.get_ref().as_table()?;
    let body = match lines.get(value.span()).chars().next()? {
        '{' => Body::Braces(Commas::of(lines, value)?),
        '[' => Body::Lines(Some(value.span().end)),
        _ if entries(table).is_empty() => return None,
        _ => match container(lines, root, parent)?.body {
            Body::Lines(_) => Body::Lines(None),
            braces @ Body::Braces(_) => braces,
        },
    };
    Some(Container { table, body })
}

/// Whether a value stands in one piece and holds no comment, so that nothing else goes with it.
pub(super) fn is_whole(lines: Lines<'_>, value: &Spanned<DeValue<'_>>) -> bool {
    let inner: Vec<_> = match value.get_ref() {
        DeValue::Table(table) => body(table),
        DeValue::Array(list) => list.iter().collect(),
        _ => return true,
    };
    Commas::of(lines, value).is_some_and(|commas| !commas.commented())
        && inner.into_iter().all(|value| is_whole(lines, value))
}

/// Every value of a table, at any depth.
pub(super) fn all_values<'a, 't>(table: &'a DeTable<'t>) -> Vec<&'a Spanned<DeValue<'t>>> {
    table.iter().flat_map(|(_, value)| with_inner(value)).collect()
}

/// A value and everything inside it.
pub(super) fn with_inner<'a, 't>(value: &'a Spanned<DeValue<'t>>) -> Vec<&'a Spanned<DeValue<'t>>> {
    let mut all = vec![value];
    match value.get_ref() {
        DeValue::Table(table) => all.extend(all_values(table)),
        DeValue::Array(list) => all.extend(list.iter().flat_map(with_inner)),
        _ => {}
    }
    all
}
