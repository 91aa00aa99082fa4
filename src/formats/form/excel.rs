//! The places of an Excel file: cells with a name of ours, and all cells by rows.

use std::collections::BTreeMap;

use super::super::paper::NAMES;
use super::{Filled, Found};
use crate::error::Result;
use crate::formats::xlsx::{Workbook, cell_name, cell_place};
use crate::tr;

/// How far down a form is looked at.
const ROWS: usize = 2_000;
/// How far to the right.
const COLUMNS: usize = 100;

/// What a workbook holds, all sheets one below the other.
///
/// # Errors
/// It is none, or is damaged.
pub fn read(bytes: &[u8], file: &str) -> Result<Found> {
    let book = Workbook::open(bytes, file)?;
    let mut found = Found::default();
    book.sheets(ROWS, COLUMNS, &mut |sheet, cells| {
        let filled = |(at, text): ((usize, usize), String)| (at, Filled { text, ..blank(sheet, at) });
        let cells: BTreeMap<(usize, usize), Filled> = cells.into_iter().map(filled).collect();
        for (name, target) in book.names() {
            let path = name.strip_prefix(NAMES).or_else(|| name.strip_prefix(&NAMES.to_uppercase()));
            if let (Some(path), Some(at)) = (path, target_cell(target, sheet)) {
                let filled = cells.get(&at).cloned().unwrap_or_else(|| blank(sheet, at));
                found.marked.push((path.replace("..", "@"), filled));
            }
        }
        found.rows.extend(rows(cells));
    })?;
    Ok(found)
}

/// The rows, each from its first cell on; a label and what is beside it follow each other whatever is merged between.
fn rows(cells: BTreeMap<(usize, usize), Filled>) -> Vec<Vec<Filled>> {
    let mut rows: BTreeMap<usize, Vec<Filled>> = BTreeMap::new();
    for ((row, _), filled) in cells {
        rows.entry(row).or_default().push(filled);
    }
    rows.into_values().collect()
}

fn blank(sheet: &str, (row, column): (usize, usize)) -> Filled {
    let cell = cell_name(column, row);
    Filled { text: String::new(), place: tr!("sheet {sheet}, cell {cell}", "工作表 {sheet} 单元格 {cell}") }
}

/// The cell that `Sheet1!$B$3` means, if it lies on this sheet: its row and column.
fn target_cell(target: &str, sheet: &str) -> Option<(usize, usize)> {
    let (on, cell) = target.rsplit_once('!')?;
    if on.trim_matches('\'').replace("''", "'") != sheet {
        return None;
    }
    let (column, row) = cell_place(cell.split(':').next()?)?;
    Some((row, column))
}
