//! One result, many formats: a row type of the model and a list of its columns is all a report needs.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use super::shell::Shell;
use super::table::{Head, Shown, stream};
use super::text::{Text, escape};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::choice::choices;
use crate::model::field::{Record, Shape};

choices! {
    /// How an answer is written.
    pub enum Format {
        Table = "table" "table" "表格",
        Json = "json" "json" "json",
        Jsonl = "jsonl" "jsonl" "jsonl",
        Csv = "csv" "csv" "csv",
        Md = "md" "md" "md",
        Html = "html" "html" "html",
        Ids = "ids" "ids" "路径",
        Human = "human" "human" "文本",
        Sarif = "sarif" "sarif" "sarif",
        Github = "github" "github" "github",
        Text = "text" "text" "文本",
        Toml = "toml" "toml" "toml",
    }
}
/// A column of a table: a field of the row, by its key, and how a value of it is shown.
pub struct Column<T> {
    /// What stands above it.
    pub title: &'static str,
    /// Numbers stand to the right.
    pub right: bool,
    /// The higher, the sooner it goes when the terminal is narrow; 0 never.
    pub spare: u8,
    /// May be cut.
    pub elastic: bool,
    /// What is shown.
    pub show: fn(&T) -> Shown,
}

/// Rows and how to show them.
pub struct Report<'a, T> {
    /// The rows.
    pub rows: &'a [T],
    /// The columns of the table.
    pub columns: &'a [Column<T>],
    /// The path that `ids` prints for a row.
    pub path: fn(&T) -> &str,
}

impl<T: Serialize + Record> Report<'_, T> {
    /// Writes the rows in a format that the command declared, a row at a time.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn emit(&self, format: Format, nul: bool, shell: &mut Shell) -> Result<()> {
        match format {
            Format::Json => json(shell, self.rows),
            Format::Jsonl => self.rows.iter().try_for_each(|row| shell.raw(format!("{}\n", line_of(row)?).as_bytes())),
            Format::Csv => self.csv(shell),
            Format::Md => self.markdown(shell),
            Format::Ids => ids(self.rows.iter().map(self.path), nul, shell),
            _ => self.table(shell),
        }
    }

    fn table(&self, shell: &mut Shell) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let heads: Vec<Head> = self
            .columns
            .iter()
            .map(|column| Head {
                title: column.title.to_owned(),
                right: column.right,
                spare: column.spare,
                elastic: column.elastic,
            })
            .collect();
        let cells = |row: &T| self.columns.iter().map(|column| (column.show)(row)).collect();
        stream(&heads, self.rows, &cells, shell.width(), &mut |text| shell.say(&text))
    }

    /// A table that mail programs and git hosts draw.
    fn markdown(&self, shell: &mut Shell) -> Result<()> {
        shell.say(&markdown_line(self.columns.iter().map(|column| column.title.to_owned())))?;
        shell.say(&markdown_rule(self.columns.iter().map(|column| column.right)))?;
        let cells = |row: &T| self.columns.iter().map(|column| markdown_cell(&(column.show)(row).text)).collect();
        self.rows.iter().try_for_each(|row| {
            let cells: Vec<String> = cells(row);
            shell.say(&markdown_line(cells.into_iter()))
        })
    }

    fn csv(&self, shell: &mut Shell) -> Result<()> {
        let fields: Vec<_> = T::TYPE.all().collect();
        shell.raw(&csv_line(fields.iter().map(|field| field.key.to_owned()))?)?;
        for row in self.rows {
            let row = value_of(row)?;
            let cells = fields.iter().map(|field| csv_cell(row.get(field.key).unwrap_or(&Value::Null), field.shape));
            shell.raw(&csv_line(cells)?)?;
        }
        Ok(())
    }
}

/// The folder of each customer once, a line each; ended with NUL for `xargs -0`.
///
/// # Errors
/// The output cannot be written.
pub fn ids<'p>(paths: impl Iterator<Item = &'p str>, nul: bool, shell: &mut Shell) -> Result<()> {
    // several rows may be about one customer; `xargs kehu show` wants it once
    let mut told = HashSet::new();
    for path in paths {
        if !told.insert(path) {
            continue;
        }
        if nul {
            shell.raw(path.as_bytes())?;
            shell.raw(b"\0")?;
        } else {
            shell.line(path)?;
        }
    }
    Ok(())
}

/// An array as JSON, one row a line, so that it can be read and compared by people too.
///
/// # Errors
/// The output cannot be written.
pub fn json<T: Serialize>(shell: &mut Shell, rows: &[T]) -> Result<()> {
    for (index, row) in rows.iter().enumerate() {
        let before = if index == 0 { "[\n" } else { ",\n" };
        shell.raw(format!("{before}  {}", line_of(row)?).as_bytes())?;
    }
    shell.raw(if rows.is_empty() { b"[]\n" } else { b"\n]\n" })
}

/// One value as JSON, indented.
///
/// # Errors
/// The output cannot be written.
pub fn json_value(shell: &mut Shell, value: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Error::new(error.to_string()))?;
    shell.raw(format!("{}\n", armoured(&text)).as_bytes())
}

/// One row as JSON, indented.
///
/// # Errors
/// The output cannot be written.
pub fn json_row<T: Serialize>(shell: &mut Shell, row: &T) -> Result<()> {
    json_value(shell, &value_of(row)?)
}

fn value_of<T: Serialize>(row: &T) -> Result<Value> {
    serde_json::to_value(row).map_err(|error| Error::new(error.to_string()))
}

fn line_of<T: Serialize>(row: &T) -> Result<String> {
    serde_json::to_string(row).map(|json| armoured(&json)).map_err(|error| Error::new(error.to_string()))
}

/// A line of CSV.
///
/// # Errors
/// The row cannot be written as CSV.
pub fn csv_line(cells: impl Iterator<Item = String>) -> Result<Vec<u8>> {
    let wrong = || Error::new(tr("the rows cannot be written as CSV", "无法写成 CSV"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).map_err(|_| wrong())?;
    writer.into_inner().map_err(|_| wrong())
}

/// JSON in which bidi overrides and other invisible characters are written as `\u202e`: the same value, harmless to look at.
pub fn armoured(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && crate::model::name::invisible(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A value in a CSV cell; text that a spreadsheet would run stays text.
pub(super) fn csv_cell(value: &Value, shape: &Shape) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    };
    csv_text(&text, shape)
}

/// A text in a CSV cell of a field of this shape; what a spreadsheet would run stays text.
pub fn csv_text(text: &str, shape: &Shape) -> String {
    // lines stay lines; what else a terminal would obey shows as what it is
    let text = text.split('\n').map(escape).collect::<Vec<_>>().join("\n");
    let runs = matches!(shape, Shape::Text | Shape::List(_)) && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs { format!("'{text}") } else { text }
}

/// A text in a cell of a table in Markdown, or in a line, with nothing in it that Markdown would obey.
pub fn markdown_cell(text: &str) -> String {
    let mut out = String::new();
    for c in escape(text).chars() {
        if matches!(c, '|' | '\\' | '`' | '*' | '_' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A row of a table in Markdown.
pub fn markdown_line(cells: impl Iterator<Item = String>) -> Text {
    Text::plain(format!("| {} |\n", cells.collect::<Vec<_>>().join(" | ")))
}

/// The line below the heads; numbers stand to the right.
pub fn markdown_rule(right: impl Iterator<Item = bool>) -> Text {
    markdown_line(right.map(|right| if right { "---:" } else { "---" }.to_owned()))
}
