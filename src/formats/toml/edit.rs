//! Edits that change nothing but what was asked, byte for byte.
//!
//! Each edit is one splice: a range of the old text gives way to a new piece, at a place that the parser's spans name.
//! Comments, order, spacing, byte order mark and line ends outside that range cannot change, because they are not
//! touched; afterwards both texts are parsed and every value outside the edited path must be the same.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::path::{find, lines};
use super::{Document, Fault, Spanned, Step, inline_table};
use crate::lang::tr;
use crate::model::field::{RecordType, Shape};

/// One change of a file. Values are TOML literals.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a value at a path, in place of what is there; tables on the way are made.
    Set {
        /// Where.
        path: Vec<Step>,
        /// What.
        value: String,
    },
    /// Takes a value away; a comment behind it stays.
    Remove {
        /// Where.
        path: Vec<Step>,
    },
    /// Adds a value at the end of a list.
    PushValue {
        /// The list.
        path: Vec<Step>,
        /// What.
        value: String,
    },
    /// Adds a record at the end of a list of records; at the root, at the end of the file.
    PushRecord {
        /// The list.
        path: Vec<Step>,
        /// Keys and values.
        fields: Vec<(&'static str, String)>,
    },
}

/// A range of the text and what takes its place.
struct Splice {
    range: Range<usize>,
    text: String,
}

/// Applies edits one after the other. `schema` tells in which order keys stand.
///
/// # Errors
/// The text does not parse, or an edit has no place in it; nothing is changed then.
pub fn apply(text: &str, schema: &'static RecordType, edits: &[Edit]) -> Result<String, Fault> {
    let mut text = text.to_owned();
    for edit in edits {
        text = apply_one(&text, schema, edit)?;
    }
    Ok(text)
}

fn apply_one(text: &str, schema: &'static RecordType, edit: &Edit) -> Result<String, Fault> {
    let first = |faults: Vec<Fault>| faults.into_iter().next().unwrap_or_else(|| refusal(0..0));
    let document = Document::parse(text).map_err(first)?;
    let splice = Editor { text, root: &document.root, schema }.splice(edit)?;
    let edited = format!("{}{}{}", &text[..splice.range.start], splice.text, &text[splice.range.end..]);
    let after = Document::parse(&edited).map_err(|_| refusal(splice.range.clone()))?;
    let touched = touched(edit, &document.root);
    let kept = |root: &DeTable<'_>| -> Vec<_> {
        lines(root).into_iter().filter(|(path, _)| !path.starts_with(&touched)).collect()
    };
    if kept(&document.root) != kept(&after.root) {
        return Err(refusal(splice.range));
    }
    Ok(edited)
}

fn refusal(span: Range<usize>) -> Fault {
    let what = tr(
        "this edit cannot be made without touching something else; make it by hand with `kehu edit`",
        "此修改会影响其他内容，请用 kehu edit 手工修改",
    );
    Fault { span, what: what.to_owned() }
}

/// The part of the file that an edit may change.
fn touched(edit: &Edit, root: &DeTable<'_>) -> Vec<Step> {
    match edit {
        Edit::Set { path, .. } => path.clone(),
        // the items behind a removed one move up
        Edit::Remove { path } => match path.split_last() {
            Some((Step::Index(_), list)) => list.to_vec(),
            _ => path.clone(),
        },
        Edit::PushValue { path, .. } | Edit::PushRecord { path, .. } => {
            let length = find(root, path).and_then(|list| list.get_ref().as_array()).map_or(0, |list| list.len());
            [path.as_slice(), &[Step::Index(length)]].concat()
        }
    }
}

/// How an entry stands in the text, told by where its key is.
#[derive(PartialEq)]
enum Form {
    /// `key = value`
    Inline,
    /// `a.key = value`, or only implied by a header further down
    Dotted,
    /// `[key]` or `[[key]]`
    Header,
}

fn form(key: &Range<usize>, value: &Range<usize>) -> Form {
    if value == key {
        Form::Dotted
    } else if value.start < key.start {
        Form::Header
    } else {
        Form::Inline
    }
}

/// The table an entry is put into.
enum Container<'a, 't> {
    /// The root, or the table under a header: a line each.
    Lines { table: &'a DeTable<'t>, header: Option<Range<usize>> },
    /// `{ … }`
    Braces { table: &'a DeTable<'t>, span: Range<usize> },
    /// Made of dotted keys.
    Dotted { table: &'a DeTable<'t> },
}

struct Editor<'a, 't> {
    text: &'t str,
    root: &'a DeTable<'t>,
    schema: &'static RecordType,
}

impl<'a, 't> Editor<'a, 't> {
    fn splice(&self, edit: &Edit) -> Result<Splice, Fault> {
        match edit {
            Edit::Set { path, value } => self.set(path, value),
            Edit::Remove { path } => self.remove(path),
            Edit::PushValue { path, value } => self.push(path, value),
            Edit::PushRecord { path, fields } => self.push_record(path, fields),
        }
    }

    fn set(&self, path: &[Step], value: &str) -> Result<Splice, Fault> {
        if let Some(old) = find(self.root, path) {
            let standing = self.text.get(old.span()).unwrap_or_default();
            let whole = match old.get_ref() {
                DeValue::Table(_) => standing.starts_with('{'),
                DeValue::Array(list) => !list.iter().any(|item| item.span().start <= old.span().start),
                _ => true,
            };
            return if whole {
                Ok(Splice { range: old.span(), text: value.to_owned() })
            } else {
                Err(refusal(old.span()))
            };
        }
        let Some((Step::Key(key), parent)) = path.split_last() else { return Err(refusal(0..0)) };
        match (self.container(parent), parent) {
            (Some(container), _) => self.insert(&container, parent, key, value),
            (None, [Step::Key(table)]) => Ok(self.new_table(table, key, value)),
            (None, _) => self.set(parent, &inline_table(&[(key, value.to_owned())])),
        }
    }

    fn container(&self, path: &[Step]) -> Option<Container<'a, 't>> {
        if path.is_empty() {
            return Some(Container::Lines { table: self.root, header: None });
        }
        let value = find(self.root, path)?;
        let DeValue::Table(table) = value.get_ref() else { return None };
        let span = value.span();
        match self.text.get(span.clone())?.bytes().next()? {
            b'{' => Some(Container::Braces { table, span }),
            b'[' => Some(Container::Lines { table, header: Some(span) }),
            // a table that only headers below it imply can still be given a header of its own
            _ if table.iter().all(|(key, value)| form(&key.span(), &value.span()) == Form::Header) => None,
            _ => Some(Container::Dotted { table }),
        }
    }

    fn insert(&self, container: &Container<'a, 't>, path: &[Step], key: &str, value: &str) -> Result<Splice, Fault> {
        match container {
            Container::Braces { table, span } => {
                let last = table.iter().map(|(_, value)| end_of(value)).max();
                let (at, text) = match last {
                    Some(end) => (end, format!(", {key} = {value}")),
                    None => (span.start + 1, format!(" {key} = {value} ")),
                };
                let range = if last.is_none() { at..span.end - 1 } else { at..at };
                Ok(Splice { range, text })
            }
            Container::Lines { table, header } => {
                let indent =
                    |at: usize| self.text[self.line_start(at)..at].trim_end_matches(|c: char| !c.is_whitespace());
                match (self.sibling_before(table, path, key), header) {
                    (Some((start, end)), _) => Ok(self.line_after(end, indent(start), key, value)),
                    (None, Some(header)) => Ok(self.line_after(header.end, "", key, value)),
                    (None, None) => Ok(self.first_line(table, key, value)),
                }
            }
            Container::Dotted { table } => {
                let sibling = self
                    .sibling_before(table, path, key)
                    .or_else(|| direct(table).map(|(_, start, end)| (start, end)).next());
                let (start, end) = sibling.ok_or_else(|| refusal(0..0))?;
                let prefix = &self.text[self.line_start(start)..start];
                Ok(self.line_after(end, prefix, key, value))
            }
        }
    }

    /// The entry after which a new key stands, so that keys keep the order of the schema: start of its key, end of its value.
    fn sibling_before(&self, table: &DeTable<'t>, path: &[Step], key: &str) -> Option<(usize, usize)> {
        let fields = record_at(self.schema, path).map_or(&[][..], |record| record.fields);
        let before = fields.iter().position(|field| field.key == key).unwrap_or(fields.len());
        let rank = |name: &str| fields.iter().position(|field| field.key == name).unwrap_or(fields.len());
        direct(table)
            .filter(|(name, ..)| rank(name) <= before)
            .max_by_key(|(name, _, end)| (rank(name), *end))
            .map(|(_, start, end)| (start, end))
    }

    fn line_after(&self, end: usize, prefix: &str, key: &str, value: &str) -> Splice {
        let at = self.line_end(end);
        Splice { range: at..at, text: format!("{}{prefix}{key} = {value}", self.eol()) }
    }

    fn first_line(&self, table: &DeTable<'t>, key: &str, value: &str) -> Splice {
        let eol = self.eol();
        match direct(table).map(|(_, start, _)| start).min() {
            Some(start) => {
                let at = self.line_start(start);
                Splice { range: at..at, text: format!("{key} = {value}{eol}") }
            }
            None => {
                let at = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
                let gap = if self.text.len() > at { eol } else { "" };
                Splice { range: at..at, text: format!("{key} = {value}{eol}{gap}") }
            }
        }
    }

    /// A table that is not there yet: before the records, which are what grows at the end.
    fn new_table(&self, table: &str, key: &str, value: &str) -> Splice {
        let eol = self.eol();
        let records = self.root.iter().filter(|(key, value)| {
            form(&key.span(), &value.span()) == Form::Header && matches!(value.get_ref(), DeValue::Array(_))
        });
        match records.map(|(_, value)| value.span().start).min() {
            Some(start) => {
                let at = self.above_comments(self.line_start(start));
                Splice { range: at..at, text: format!("[{table}]{eol}{key} = {value}{eol}{eol}") }
            }
            None => self.at_end(&format!("[{table}]{eol}{key} = {value}{eol}")),
        }
    }

    fn remove(&self, path: &[Step]) -> Result<Splice, Fault> {
        let value = find(self.root, path).ok_or_else(|| refusal(0..0))?;
        let (last, parent) = path.split_last().ok_or_else(|| refusal(0..0))?;
        match last {
            Step::Index(index) => {
                let list = find(self.root, parent)
                    .and_then(|list| list.get_ref().as_array())
                    .ok_or_else(|| refusal(value.span()))?;
                if self.text[value.span()].starts_with("[[")
                    && list.iter().any(|item| self.text[item.span()].starts_with("[["))
                {
                    return Err(refusal(value.span()));
                }
                let spans: Vec<_> = list.iter().map(Spanned::span).collect();
                Ok(without(&spans, *index))
            }
            Step::Key(key) => {
                let container = self.container(parent).ok_or_else(|| refusal(value.span()))?;
                let (Container::Lines { table, .. } | Container::Dotted { table } | Container::Braces { table, .. }) =
                    &container;
                let entry =
                    table.iter().position(|(name, _)| name.get_ref() == key).ok_or_else(|| refusal(value.span()))?;
                let spans: Vec<_> = table.iter().map(|(name, value)| name.span().start..value.span().end).collect();
                let (name, _) = table.iter().nth(entry).ok_or_else(|| refusal(value.span()))?;
                if form(&name.span(), &value.span()) != Form::Inline {
                    return Err(refusal(value.span()));
                }
                match container {
                    Container::Braces { .. } => Ok(without(&spans, entry)),
                    _ => Ok(self.without_line(name.span().start, value.span().end)),
                }
            }
        }
    }

    fn without_line(&self, start: usize, end: usize) -> Splice {
        let line = self.line_start(start);
        let stop = self.line_end(end);
        let range = match self.text[end..stop].find('#') {
            Some(comment) => line..end + comment,
            None => line..self.text[stop..].find('\n').map_or(stop, |newline| stop + newline + 1),
        };
        Splice { range, text: String::new() }
    }

    fn push(&self, path: &[Step], value: &str) -> Result<Splice, Fault> {
        let Some(list) = find(self.root, path) else { return self.set(path, &format!("[{value}]")) };
        let DeValue::Array(items) = list.get_ref() else { return Err(refusal(list.span())) };
        match items.iter().last() {
            Some(last) if last.span().start <= list.span().start => Err(refusal(list.span())),
            None => Ok(Splice { range: list.span().start + 1..list.span().start + 1, text: value.to_owned() }),
            Some(last) => {
                let start = self.line_start(last.span().start);
                let own_line = self.text[start..last.span().start].trim().is_empty();
                let gap = if own_line {
                    format!("{}{}", self.eol(), &self.text[start..last.span().start])
                } else {
                    " ".to_owned()
                };
                let at = last.span().end;
                Ok(Splice { range: at..at, text: format!(",{gap}{value}") })
            }
        }
    }

    fn push_record(&self, path: &[Step], fields: &[(&'static str, String)]) -> Result<Splice, Fault> {
        let list = find(self.root, path);
        let by_header = list.is_none_or(|list| {
            list.get_ref()
                .as_array()
                .is_some_and(|items| items.iter().any(|item| item.span().start <= list.span().start))
        });
        let nested = path.len() > 1;
        if !by_header || (nested && list.is_none()) {
            return self.push(path, &inline_table(fields));
        }
        let eol = self.eol();
        let names: Vec<&str> =
            path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None }).collect();
        let mut block = format!("[[{}]]{eol}", names.join("."));
        for (key, value) in fields {
            block.push_str(&format!("{key} = {value}{eol}"));
        }
        match list {
            Some(list) if nested => {
                let at = self.line_end(deep_end(list));
                Ok(Splice { range: at..at, text: format!("{eol}{eol}{}", block.trim_end()) })
            }
            _ => Ok(self.at_end(&block)),
        }
    }

    /// At the end of the file, a blank line before it.
    fn at_end(&self, block: &str) -> Splice {
        let eol = self.eol();
        let body = self.text.trim_start_matches('\u{feff}');
        let gap = if body.is_empty() || body.ends_with("\n\n") || body.ends_with("\n\r\n") {
            String::new()
        } else if body.ends_with('\n') {
            eol.to_owned()
        } else {
            format!("{eol}{eol}")
        };
        Splice { range: self.text.len()..self.text.len(), text: format!("{gap}{block}") }
    }

    /// The line end that the file uses.
    fn eol(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    fn line_start(&self, at: usize) -> usize {
        match self.text[..at].rfind('\n') {
            Some(newline) => newline + 1,
            None if self.text.starts_with('\u{feff}') => 3.min(at),
            None => 0,
        }
    }

    fn line_end(&self, at: usize) -> usize {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// The start of the comment lines that stand directly above a line.
    fn above_comments(&self, mut line: usize) -> usize {
        while line > 0 {
            let above = self.line_start(line - 1);
            if above == line || !self.text[above..line].trim_start().starts_with('#') {
                break;
            }
            line = above;
        }
        line
    }
}

/// The record type at the end of a path.
fn record_at(schema: &'static RecordType, path: &[Step]) -> Option<&'static RecordType> {
    let mut record = schema;
    for step in path {
        if let Step::Key(key) = step {
            let mut shape = record.field(key)?.shape;
            while let Shape::List(item) = shape {
                shape = item;
            }
            let Shape::Table(inner) = shape else { return None };
            record = inner;
        }
    }
    Some(record)
}

/// The entries of a table that stand on lines of its own body: key, start of the key, end of the value.
fn direct<'a>(table: &'a DeTable<'_>) -> impl Iterator<Item = (&'a str, usize, usize)> {
    table.iter().filter_map(|(key, value)| match form(&key.span(), &value.span()) {
        Form::Inline => Some((key.get_ref().as_ref(), key.span().start, value.span().end)),
        Form::Dotted => match value.get_ref() {
            DeValue::Table(inner) => {
                direct(inner).map(|(_, _, end)| end).max().map(|end| (key.get_ref().as_ref(), key.span().start, end))
            }
            _ => None,
        },
        Form::Header => None,
    })
}

fn end_of(value: &Spanned<DeValue<'_>>) -> usize {
    match value.get_ref() {
        DeValue::Table(inner) => direct(inner).map(|(_, _, end)| end).max().unwrap_or(0).max(value.span().end),
        _ => value.span().end,
    }
}

/// The end of everything that belongs to a value, records and tables below it too.
fn deep_end(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| deep_end(value)).max(),
        DeValue::Array(list) => list.iter().map(deep_end).max(),
        _ => None,
    };
    inner.unwrap_or(0).max(value.span().end)
}

/// One of several things parted by commas, taken away together with its comma.
fn without(spans: &[Range<usize>], index: usize) -> Splice {
    let range = match (index.checked_sub(1).and_then(|i| spans.get(i)), spans.get(index), spans.get(index + 1)) {
        (Some(before), Some(this), _) => before.end..this.end,
        (None, Some(this), Some(after)) => this.start..after.start,
        (None, Some(this), None) => this.clone(),
        (_, None, _) => 0..0,
    };
    Splice { range, text: String::new() }
}
