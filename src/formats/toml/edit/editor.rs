//! The splice that makes an edit.

use toml::de::DeTable;

use super::super::literal::key_literal;
use super::super::path::find;
use super::super::{Step, inline_table};
use super::commas::Commas;
use super::layout::{Body, Container, Entry, all_values, container, entries, is_header_list, is_whole, with_inner};
use super::lines::Lines;
use super::{Edit, Splice};
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
            Edit::PushRecord { path, fields } => self.push_record(path, fields),
        }
    }

    fn set(&self, path: &[Step], value: &str) -> Option<Splice> {
        if let Some(old) = find(self.root, path) {
            return is_whole(self.lines, old).then(|| Splice::replace(old.span(), value));
        }
        let (Step::Key(key), parent) = path.split_last()? else { return None };
        match (container(self.lines, self.root, parent), parent) {
            (Some(container), _) => self.insert(&container, parent, key, value),
            (None, [Step::Key(table)]) => Some(self.new_table(table, key, value)),
            (None, _) => self.set(parent, &inline_table(&[(key, value.to_owned())])),
        }
    }

    /// Puts a new key behind the one that it follows in the schema, or before the first.
    fn insert(&self, container: &Container<'a, 't>, path: &[Step], key: &str, value: &str) -> Option<Splice> {
        let lines = self.lines;
        let eol = lines.eol();
        let entry = format!("{} = {value}", key_literal(key));
        let entries = entries(container.table);
        let before = self.predecessor(&entries, path, key);
        let first = entries.iter().min_by_key(|entry| entry.start);
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
            Some(list) => Some(Commas::of(self.lines, list)?.push(value)),
            None => self.set(path, &format!("[{value}]")),
        }
    }

    fn push_record(&self, path: &[Step], fields: &[(&'static str, String)]) -> Option<Splice> {
        let lines = self.lines;
        match (find(self.root, path), path) {
            (Some(list), _) if is_header_list(list) => {
                let last = list.get_ref().as_array()?.last()?;
                let block = self.record(path, fields, lines.indent(last.span().start));
                if path.len() == 1 {
                    return Some(lines.append(&block));
                }
                // behind everything that belongs to the last one
                let end = with_inner(last).into_iter().map(|value| value.span().end).max()?;
                let eol = lines.eol();
                Some(Splice::insert(lines.end(end), format!("{eol}{eol}{}", block.trim_end())))
            }
            (None, [_]) => Some(lines.append(&self.record(path, fields, ""))),
            _ => self.push(path, &inline_table(fields)),
        }
    }

    /// A record under a header of its own.
    fn record(&self, path: &[Step], fields: &[(&'static str, String)], indent: &str) -> String {
        let eol = self.lines.eol();
        let names =
            path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key_literal(key)) } else { None });
        let header = format!("{indent}[[{}]]{eol}", names.collect::<Vec<_>>().join("."));
        fields.iter().fold(header, |block, (key, value)| format!("{block}{indent}{} = {value}{eol}", key_literal(key)))
    }
}

/// The record type at the end of a path.
fn record_at(schema: &'static RecordType, path: &[Step]) -> Option<&'static RecordType> {
    let keys = path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
    keys.into_iter().try_fold(schema, |record, key| record.field(key)?.record())
}
