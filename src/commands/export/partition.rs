//! Rows in folders by their values, `stage=customer/country=DE/part-0.jsonl`, as Hive names them: DuckDB and Spark read
//! them as one table and open only the folders they need.

use std::collections::BTreeMap;
use std::path::Path;

use super::By;
use super::layout::{Column, Layout};
use super::sink::{Counts, object};
use crate::error::Result;
use crate::model::Choose;
use crate::store::OutputFolder;

/// What stands for no value.
const NOTHING: &str = "__HIVE_DEFAULT_PARTITION__";
/// Bytes kept of one file before they are written behind what it holds.
const ROOM: usize = 64 * 1024;
/// Bytes kept of all files together.
const ALL: usize = 32 * 1024 * 1024;

/// Folders being filled.
pub struct Partition {
    folder: OutputFolder,
    by: Vec<By>,
    waiting: BTreeMap<String, Vec<u8>>,
    held: usize,
    counts: Counts,
}

impl Partition {
    /// Begins a folder.
    ///
    /// # Errors
    /// Something is in it already.
    pub fn begin(path: &Path, by: &[By]) -> Result<Self> {
        let mut kept: Vec<By> = Vec::new();
        for by in by {
            if !kept.contains(by) {
                kept.push(*by);
            }
        }
        let folder = OutputFolder::begin(path)?;
        Ok(Self { folder, by: kept, waiting: BTreeMap::new(), held: 0, counts: Vec::new() })
    }

    /// A row of the kind at a place.
    ///
    /// # Errors
    /// The disk is full.
    pub fn row(&mut self, at: usize, layout: &Layout, values: &[Option<String>]) -> Result<()> {
        if self.counts.len() <= at {
            self.counts.resize(at + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(at) {
            *count += 1;
        }
        let mut file = layout.what.key().to_owned();
        for by in &self.by {
            file.push_str(&format!("/{}={}", by.key(), encoded(value_of(*by, layout, values))));
        }
        file.push_str("/part-0.jsonl");
        // what the folder says stands in no row: Spark takes a column that is told twice for a mistake
        let said = |column: &Column| self.by.iter().any(|by| by.key() == column.key);
        let columns = layout.columns.iter().zip(values).filter(|(column, _)| !said(column));
        let line = object(columns) + "\n";
        self.held += line.len();
        let waiting = self.waiting.entry(file.clone()).or_default();
        waiting.extend_from_slice(line.as_bytes());
        if waiting.len() >= ROOM {
            self.held -= waiting.len();
            self.folder.append(&file, waiting)?;
            waiting.clear();
        }
        if self.held >= ALL { self.write_all() } else { Ok(()) }
    }

    fn write_all(&mut self) -> Result<()> {
        self.held = 0;
        std::mem::take(&mut self.waiting).iter().try_for_each(|(file, bytes)| self.folder.append(file, bytes))
    }

    /// Puts the folder there, unless it was only to be tried.
    ///
    /// # Errors
    /// The disk is full.
    pub fn end(mut self, dry_run: bool) -> Result<Counts> {
        self.write_all()?;
        if !dry_run {
            self.folder.finish()?;
        }
        Ok(self.counts)
    }
}

/// What a row says of a field that parts it. The year is that of the order or payment, of a customer that of its card.
fn value_of<'v>(by: By, layout: &Layout, values: &'v [Option<String>]) -> Option<&'v str> {
    let key = match by {
        By::Year if layout.place("date").is_some() => "date",
        By::Year => "created",
        by => by.key(),
    };
    let value = values.get(layout.place(key)?)?.as_deref()?;
    if by == By::Year { value.get(..4) } else { Some(value) }
}

/// A value as part of a folder's name: what Hive writes as `%3D`, and whatever else a file system could mind.
fn encoded(value: Option<&str>) -> String {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return NOTHING.to_owned() };
    let mut out = String::new();
    for c in value.chars() {
        let plain = c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '(' | ')' | '&' | '+' | '·');
        if plain {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_names_of_folders() {
        for (value, want) in [
            (Some("DE"), "DE"),
            (Some("张伟"), "张伟"),
            (Some("a/b=c %"), "a%2Fb%3Dc%20%25"),
            (Some("..\\:*?\"<>|\u{7}"), "..%5C%3A%2A%3F%22%3C%3E%7C%07"),
            (Some("”"), "%E2%80%9D"),
            (Some(""), NOTHING),
            (None, NOTHING),
        ] {
            assert_eq!(encoded(value), want);
        }
    }
}
