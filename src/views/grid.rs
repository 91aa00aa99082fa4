//! A table whose columns are chosen by whoever asks for it, in every format.

use serde_json::{Map, Value};

use super::Format;
use super::emit::{csv_cell, csv_line, ids, json, markdown_line, markdown_rule};
use super::shell::Shell;
use super::table::{Head, Shown, stream};
use crate::error::{Error, Result};
use crate::model::field::Shape;

/// A column.
pub struct Chosen {
    /// How it stands in a table.
    pub head: Head,
    /// Its key in JSON and CSV.
    pub key: String,
    /// It is text that somebody typed: a spreadsheet must not run it.
    pub typed: bool,
}

/// A row: whom it is about, and its cells, as people and as programs read them.
pub struct Line {
    /// The customer's folder.
    pub path: String,
    /// For people.
    pub cells: Vec<Shown>,
    /// For programs.
    pub values: Vec<Value>,
}

/// Writes rows of chosen columns.
///
/// # Errors
/// The output cannot be written.
pub fn emit(columns: &[Chosen], lines: &[Line], format: Format, nul: bool, shell: &mut Shell) -> Result<()> {
    match format {
        Format::Json => json(shell, &objects(columns, lines)),
        Format::Jsonl => objects(columns, lines).iter().try_for_each(|object| {
            let line = serde_json::to_string(object).map_err(|error| Error::new(error.to_string()))?;
            shell.raw(format!("{}\n", super::emit::armoured(&line)).as_bytes())
        }),
        Format::Csv => {
            let keys = std::iter::once("path".to_owned()).chain(columns.iter().map(|column| column.key.clone()));
            shell.raw(&csv_line(keys)?)?;
            lines.iter().try_for_each(|line| shell.raw(&csv_line(csv_cells(columns, line))?))
        }
        Format::Md => {
            shell.say(&markdown_line(columns.iter().map(|column| column.head.title.clone())))?;
            shell.say(&markdown_rule(columns.iter().map(|column| column.head.right)))?;
            lines.iter().try_for_each(|line| {
                let cells = line.cells.iter().map(|cell| super::emit::markdown_cell(&cell.text));
                shell.say(&markdown_line(cells))
            })
        }
        Format::Ids => ids(lines.iter().map(|line| line.path.as_str()), nul, shell),
        _ if lines.is_empty() => Ok(()),
        _ => {
            let heads: Vec<Head> = columns.iter().map(|column| column.head.clone()).collect();
            stream(&heads, lines, &|line: &Line| line.cells.clone(), shell.width(), &mut |text| shell.say(&text))
        }
    }
}

fn objects(columns: &[Chosen], lines: &[Line]) -> Vec<Map<String, Value>> {
    let object = |line: &Line| {
        let own = columns.iter().map(|column| column.key.clone()).zip(line.values.iter().cloned());
        std::iter::once(("path".to_owned(), Value::String(line.path.clone()))).chain(own).collect()
    };
    lines.iter().map(object).collect()
}

fn csv_cells(columns: &[Chosen], line: &Line) -> impl Iterator<Item = String> {
    let cells = columns
        .iter()
        .zip(&line.values)
        .map(|(column, value)| csv_cell(value, if column.typed { &Shape::Text } else { &Shape::Number }));
    let path = csv_cell(&Value::String(line.path.clone()), &Shape::Text);
    std::iter::once(path).chain(cells.collect::<Vec<_>>())
}
