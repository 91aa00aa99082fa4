//! The places of an Excel file: cells with a name of ours, and all cells by rows.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::super::paper::NAMES;
use super::{Filled, Found};
use crate::tr;

/// How far down a form is looked at.
const ROWS: u32 = 2_000;
/// How far to the right.
const COLUMNS: u32 = 100;

/// What a workbook holds, all sheets one below the other; `None` where it is none.
pub fn read(bytes: &[u8]) -> Option<Found> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).ok()?;
    let names: Vec<(String, String)> = book.defined_names().to_vec();
    let mut found = Found::default();
    for sheet in book.sheet_names() {
        let cells = cells(&mut book, &sheet)?;
        for (name, target) in &names {
            let path = name.strip_prefix(NAMES).or_else(|| name.strip_prefix(&NAMES.to_uppercase()));
            if let (Some(path), Some(at)) = (path, target_cell(target, &sheet)) {
                let filled = cells.get(&at).cloned().unwrap_or_else(|| blank(&sheet, at));
                found.marked.push((path.replace("..", "@"), filled));
            }
        }
        found.rows.extend(rows(cells));
    }
    Some(found)
}

/// The cells that hold something, by row and column from 0.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Option<BTreeMap<(u32, u32), Filled>> {
    let mut cells = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(sheet).ok()?;
    while let Some(cell) = reader.next_cell().ok()? {
        let at = cell.get_position();
        if at.0 < ROWS && at.1 < COLUMNS {
            let text = text(cell.get_value());
            cells.insert(at, Filled { text: text.trim().to_owned(), ..blank(sheet, at) });
        }
    }
    cells.retain(|_, filled| !filled.text.is_empty());
    Some(cells)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(number) => number.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The rows, each from its first cell on; a label and what is beside it follow each other whatever is merged between.
fn rows(cells: BTreeMap<(u32, u32), Filled>) -> Vec<Vec<Filled>> {
    let mut rows: BTreeMap<u32, Vec<Filled>> = BTreeMap::new();
    for ((row, _), filled) in cells {
        rows.entry(row).or_default().push(filled);
    }
    rows.into_values().collect()
}

fn blank(sheet: &str, (row, column): (u32, u32)) -> Filled {
    let cell = format!("{}{}", letters(column), row + 1);
    Filled { text: String::new(), place: tr!("sheet {sheet}, cell {cell}", "工作表 {sheet} 单元格 {cell}") }
}

fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut out = String::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        out.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    out
}

/// The cell that `Sheet1!$B$3` means, if it lies on this sheet.
fn target_cell(target: &str, sheet: &str) -> Option<(u32, u32)> {
    let (on, cell) = target.rsplit_once('!')?;
    if on.trim_matches('\'').replace("''", "'") != sheet {
        return None;
    }
    let cell: String = cell.split(':').next()?.chars().filter(|c| *c != '$').collect();
    let digits = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let row: u32 = digits.parse().ok()?;
    let column = cell.strip_suffix(digits)?.chars().try_fold(0_u32, |sum, c| {
        sum.checked_mul(26)?.checked_add(u32::from(c.to_ascii_uppercase()).checked_sub(u32::from('A'))? + 1)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
