//! What becomes of the rows, one after the other: a workbook, lines of text, or a folder of them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::sheets::rows_name;
use super::layout::{Column, Layout};
use super::out::Out;
use super::partition::Partition;
use super::value;
use crate::error::Result;
use crate::formats::workbook::{Head, Workbook};
use crate::model::{Choose, Date};
use crate::views::emit::{armoured, csv_line, csv_text};

/// Marks a CSV file as UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Where rows go.
pub enum Sink<'s> {
    /// A workbook, a sheet for each kind of rows.
    Excel(Box<Workbook>, Out<'s>, Counts, Known),
    /// Lines.
    Text(Out<'s>, Style, Counts),
    /// Folders.
    Folder(Partition),
}

/// How rows are written as lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With commas.
    Csv,
    /// One array.
    Json,
    /// An object a line.
    Jsonl,
    /// Somebody else's text.
    Plain,
}

/// How many rows of each kind there were.
pub type Counts = Vec<usize>;

/// How many rows there were that `import` knows again, by the name of their number.
type Known = BTreeMap<String, usize>;

impl<'s> Sink<'s> {
    /// A workbook with the sheets of these kinds.
    ///
    /// # Errors
    /// The disk is full.
    pub fn excel(out: Out<'s>, today: Date, layouts: &[Layout]) -> Result<Self> {
        let mut book = Workbook::new(today);
        for layout in layouts {
            let head =
                |column: &Column| Head { title: column.title.clone(), hidden: column.hidden, spare: column.spare };
            book.sheet(layout.what.words().text(), layout.columns.iter().map(head).collect())?;
        }
        Ok(Self::Excel(Box::new(book), out, layouts.iter().map(|_| 0).collect(), Known::new()))
    }

    /// CSV with its heads.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn csv(mut out: Out<'s>, bom: bool, layouts: &[Layout]) -> Result<Self> {
        if bom {
            out.write(BOM)?;
        }
        for layout in layouts {
            out.write(&csv_line(layout.columns.iter().map(|column| column.title.clone()))?)?;
        }
        Ok(Self::Text(out, Style::Csv, vec![0]))
    }

    /// One array.
    pub fn json(out: Out<'s>) -> Self {
        Self::Text(out, Style::Json, vec![0])
    }

    /// An object a line.
    pub fn jsonl(out: Out<'s>) -> Self {
        Self::Text(out, Style::Jsonl, vec![0])
    }

    /// Text that is ready.
    pub fn plain(out: Out<'s>) -> Self {
        Self::Text(out, Style::Plain, vec![0])
    }

    /// A row of the kind at a place.
    ///
    /// # Errors
    /// The output cannot be written, or holds no more rows.
    pub fn row(&mut self, at: usize, layout: &Layout, values: &[Option<String>]) -> Result<()> {
        match self {
            Self::Excel(book, _, counts, known) => {
                book.row(at, &value::cells(layout, values))?;
                if let Some(count) = counts.get_mut(at) {
                    *count += 1;
                }
                if let Some(subject) = layout.what.subject().filter(|_| layout.is_known(values)) {
                    *known.entry(rows_name(subject)).or_default() += 1;
                }
                Ok(())
            }
            Self::Text(out, style, counts) => {
                let first = counts.first() == Some(&0);
                if let Some(count) = counts.first_mut() {
                    *count += 1;
                }
                out.write(&line(*style, first, layout, values)?)
            }
            Self::Folder(partition) => partition.row(at, layout, values),
        }
    }

    /// Text that is ready.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn text(&mut self, text: &str) -> Result<()> {
        match self {
            Self::Text(out, ..) if !text.is_empty() => out.write(text.as_bytes()),
            _ => Ok(()),
        }
    }

    /// Ends it; how many rows of each kind there were.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn end(self, dry_run: bool) -> Result<Counts> {
        match self {
            Self::Excel(mut book, mut out, counts, known) => {
                known.iter().try_for_each(|(name, rows)| book.name(name, *rows))?;
                out.write(&book.finish()?)?;
                out.finish(dry_run)?;
                Ok(counts)
            }
            Self::Text(mut out, style, counts) => {
                if style == Style::Json {
                    out.write(if counts.first() == Some(&0) { b"[]\n" } else { b"\n]\n" })?;
                }
                out.finish(dry_run)?;
                Ok(counts)
            }
            Self::Folder(partition) => partition.end(dry_run),
        }
    }
}

fn line(style: Style, first: bool, layout: &Layout, values: &[Option<String>]) -> Result<Vec<u8>> {
    let columns = layout.columns.iter().zip(values);
    if style == Style::Csv {
        return csv_line(columns.map(|(column, value)| {
            let text = value.as_deref().map(|value| value::text(column, value)).unwrap_or_default();
            csv_text(&text, column.field.shape)
        }));
    }
    let object = object(columns);
    Ok(match style {
        Style::Json => [if first { "[\n  " } else { ",\n  " }, &object].concat(),
        _ => [&object, "\n"].concat(),
    }
    .into_bytes())
}

/// A row as a JSON object on one line.
pub fn object<'c>(columns: impl Iterator<Item = (&'c Column, &'c Option<String>)>) -> String {
    let row: Map<String, Value> =
        columns.map(|(column, value)| (column.key.clone(), value::json(column, value.as_deref()))).collect();
    armoured(&Value::Object(row).to_string())
}
