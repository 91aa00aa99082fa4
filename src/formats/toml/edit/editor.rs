//! The splice that makes an edit.

use toml::de::DeTable;

use super::super::literal::key_literal;
use super::super::path::find;
use super::super::{DeValue, Spanned, Step, inline_table};
use super::commas::Commas;
use super::layout::{Body, Container, Entry, all_values, container, entries, is_header_list, is_whole, with_inner};
use super::lines::Lines;
use super::{Edit, Record, Splice};
use crate::model::field::RecordType;

/// A text that is edited. Every method is `None` where the edit has no place of its own.
pub(super) struct Editor<'a, 't> {
    pub lines: Lines<'t>,
    pub root: &'a DeTable<'t>,
    pub schema: &'static RecordType,
}

impl<'a, 't> Editor<'a, 't> {
    pub fn splice(&self, edit: &Edit) -> Option<Splice> {
        match edit {
            Edit::Set { path, value } => self.set(path, value),
            Edit::Remove { path } => self.remove(path),
            Edit::PushValue { path, value } => self.push(path, value),
            Edit::PushRecord { path, fields } => self.push_records(path, std::slice::from_ref(fields)),
            Edit::PushRecords { path, records } => self.push_records(path, records),
        }
    }

    fn set(&self, path: &[Step], value: &str) -> Option<Splice> {
        if let Some(old) = find(self.root, path) {
            return is_whole(self.lines, old).then(|| Splice::replace(old.span(), self.in_place(path, old, value)));
        }
        let (Step::Key(key), parent) = path.split_last()? else { return None };
        match (container(self.lines, self.root, parent), parent) {
            (Some(container), _) => self.insert(&container, parent, key, value),
            (None, [Step::Key(table)]) => Some(self.new_table(table, key, value)),
            (None, _) => self.set(parent, &inline_table(&[(key, value.to_owned())])),
        }
    }

    /// A literal as it stands in the place of an old one: on one line where that is between braces or commas.
    fn in_place(&self, path: &[Step], old: &Spanned<DeValue<'t>>, value: &str) -> String {
        let parent = path.split_last().and_then(|(_, parent)| container(self.lines, self.root, parent));
        match parent.map(|parent| parent.body) {
            Some(Body::Lines(_)) => self.written(value, self.lines.indent(old.span().start)),
            _ => on_one_line(value),
        }
    }

    /// Puts a new key behind the one that it follows in the schema, or before the first.
    fn insert(&self, container: &Container<'a, 't>, path: &[Step], key: &str, value: &str) -> Option<Splice> {
        let lines = self.lines;
        let eol = lines.eol();
        let entries = entries(container.table);
        let before = self.predecessor(&entries, path, key);
        let first = entries.iter().min_by_key(|entry| entry.start);
        let value = match container.body {
            Body::Lines(_) => self.written(value, before.or(first).map_or("", |entry| lines.indent(entry.start))),
            Body::Braces(_) => on_one_line(value),
        };
        let entry = format!("{} = {value}", key_literal(key));
        Some(match (&container.body, before, first) {
            (Body::Lines(_), Some(before), _) => {
                let prefix = lines.before(before.start);
                Splice::insert(lines.end(before.end), format!("{eol}{prefix}{entry}"))
            }
            (Body::Lines(Some(header)), None, first) => {
                let prefix = first.map_or("", |first| lines.before(first.start));
                Splice::insert(lines.end(*header), format!("{eol}{prefix}{entry}"))
            }
            (Body::Lines(None), None, Some(first)) => {
                let prefix = lines.before(first.start);
                Splice::insert(lines.start(first.start), format!("{prefix}{entry}{eol}"))
            }
            // no key at the root yet: at the very top, for below may be headers, and comments that are to become some
            (Body::Lines(None), None, None) => {
                let gap = if lines.get(lines.top()..).is_empty() { "" } else { eol };
                Splice::insert(lines.top(), format!("{entry}{eol}{gap}"))
            }
            (Body::Braces(commas), Some(before), _) => {
                let prefix = lines.get(commas.start_of(before.start)?..before.start);
                Splice::insert(before.end, format!(", {prefix}{entry}"))
            }
            (Body::Braces(commas), None, Some(first)) => {
                let start = commas.start_of(first.start)?;
                let prefix = lines.get(start..first.start);
                Splice::insert(start, format!("{prefix}{entry}, "))
            }
            (Body::Braces(commas), None, None) => commas.first(&entry),
        })
    }

    /// The entry behind which a new key stands, so that keys keep the order of the schema; unknown keys come last.
    fn predecessor<'e>(&self, entries: &'e [Entry<'a>], path: &[Step], key: &str) -> Option<&'e Entry<'a>> {
        let fields = record_at(self.schema, path).map_or(&[][..], |record| record.fields);
        let rank = |name: &str| fields.iter().position(|field| field.key == name).unwrap_or(fields.len());
        let own = rank(key);
        entries.iter().filter(|entry| rank(entry.name) <= own).max_by_key(|entry| (rank(entry.name), entry.end))
    }

    /// A table that is not there yet: before the records, which are what grows at the end.
    fn new_table(&self, table: &str, key: &str, value: &str) -> Splice {
        let lines = self.lines;
        let eol = lines.eol();
        let value = self.written(value, "");
        let block = format!("[{}]{eol}{} = {value}{eol}", key_literal(table), key_literal(key));
        let records = self.root.iter().map(|(_, value)| value).filter(|value| is_header_list(value));
        match records.map(|records| records.span().start).min() {
            Some(first) => {
                let line = lines.start(first);
                let above = all_values(self.root).into_iter().map(|value| value.span().end).filter(|end| *end <= line);
                let floor = above.max().unwrap_or_default();
                Splice::insert(lines.above_comments(line, floor), format!("{block}{eol}"))
            }
            None => lines.append(&block),
        }
    }

    fn remove(&self, path: &[Step]) -> Option<Splice> {
        let lines = self.lines;
        let value = find(self.root, path).filter(|value| is_whole(lines, value))?;
        let (last, parent) = path.split_last()?;
        if let Step::Index(index) = last {
            return Commas::of(lines, find(self.root, parent)?)?.without(*index);
        }
        match container(lines, self.root, parent)?.body {
            Body::Braces(commas) => commas.without(commas.position(value.span().start)?),
            Body::Lines(_) => Some(lines.without(value.span().start, value.span().end)),
        }
    }

    fn push(&self, path: &[Step], value: &str) -> Option<Splice> {
        match find(self.root, path) {
            Some(list) => Some(Commas::of(self.lines, list)?.push(&on_one_line(value))),
            None => self.set(path, &format!("[{}]", on_one_line(value))),
        }
    }

    fn push_records(&self, path: &[Step], records: &[Record]) -> Option<Splice> {
        let lines = self.lines;
        let eol = lines.eol();
        let block = |indent| {
            let blocks: Vec<String> = records.iter().map(|fields| self.record(path, fields, indent)).collect();
            blocks.join(eol)
        };
        match (find(self.root, path), path, records) {
            (Some(list), _, _) if is_header_list(list) => {
                let last = list.get_ref().as_array()?.last()?;
                let block = block(lines.indent(last.span().start));
                if path.len() == 1 {
                    return Some(lines.append(&block));
                }
                // behind everything that belongs to the last one
                let end = with_inner(last).into_iter().map(|value| value.span().end).max()?;
                Some(Splice::insert(lines.end(end), format!("{eol}{eol}{}", block.trim_end())))
            }
            (None, [_], _) => Some(lines.append(&block(""))),
            (_, _, [fields]) => {
                let fields: Record = fields.iter().map(|(key, value)| (*key, on_one_line(value))).collect();
                self.push(path, &inline_table(&fields))
            }
            _ => None,
        }
    }

    /// A record under a header of its own.
    fn record(&self, path: &[Step], fields: &[(&'static str, String)], indent: &str) -> String {
        let eol = self.lines.eol();
        let names =
            path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key_literal(key)) } else { None });
        let header = format!("{indent}[[{}]]{eol}", names.collect::<Vec<_>>().join("."));
        fields.iter().fold(header, |block, (key, value)| {
            format!("{block}{indent}{} = {}{eol}", key_literal(key), self.written(value, indent))
        })
    }

    /// A literal with the file's own line ends, its further lines as far in as the first.
    fn written(&self, literal: &str, indent: &str) -> String {
        literal.replace('\n', &format!("{}{indent}", self.lines.eol()))
    }
}

/// A list without the line ends between its items, for a place between braces or commas.
fn on_one_line(literal: &str) -> String {
    if !literal.contains('\n') {
        return literal.to_owned();
    }
    let lines: Vec<&str> = literal.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let joined = lines.join(" ");
    let inside = joined.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
    inside.map_or_else(|| joined.clone(), |inside| format!("[{}]", inside.trim().trim_end_matches(',')))
}

/// The record type at the end of a path.
fn record_at(schema: &'static RecordType, path: &[Step]) -> Option<&'static RecordType> {
    let keys = path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
    keys.into_iter().try_fold(schema, |record, key| record.field(key)?.record())
}
