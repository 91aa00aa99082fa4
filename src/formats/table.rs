//! A table as it was read from a file, whatever kind of file: a header, and rows of text cells with their lines.

use std::borrow::Cow;

use crate::error::{Error, Place};
use crate::lang::tr;
use crate::tr;

/// How far down the header is looked for: titles may stand above it.
pub const TITLES: usize = 10;

/// The most cells, so that a file of nothing but commas does not fill the memory.
pub const CELLS: usize = 8_000_000;

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'t> {
    /// The line of the file, or row of the sheet, on which it begins, from 1.
    pub line: usize,
    /// Its cells as they stand there, quotes taken off.
    pub cells: Vec<Cow<'t, str>>,
    /// Cells that hold something which is no value.
    pub faults: Vec<Fault>,
}

/// Why a cell has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column, from 0.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub next: String,
}

impl Row<'_> {
    /// Whether nothing stands in any cell.
    pub fn is_blank(&self) -> bool {
        self.faults.is_empty() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Cells below each other that were made one: the value stands in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The column, from 0.
    pub column: usize,
    /// The first line.
    pub from: usize,
    /// The last line.
    pub to: usize,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<'t> {
    /// The row that names the columns.
    pub header: Row<'t>,
    /// What stands below it; blank rows left out.
    pub rows: Vec<Row<'t>>,
    /// Cells made one over several rows.
    pub merged: Vec<Merged>,
    /// Columns that are hidden, from 0.
    pub hidden: Vec<usize>,
    /// What people should know about how the file was read.
    pub remarks: Vec<String>,
}

/// Nothing that was looked at names a column.
pub fn no_header(file: &str) -> Error {
    Error::new(tr!(
        "none of the first {TITLES} rows names a column that kehu knows",
        "前 {TITLES} 行中没有可识别的列名"
    ))
    .at(Place::file(file))
    .next(tr(
        "put the names of the columns in the first row, or say with --map FILE what they mean",
        "请在第一行写上列名，或用 --map 文件 说明各列的含义",
    ))
}

/// A header stands there and nothing else.
pub fn no_rows(place: Place) -> Error {
    Error::new(tr("nothing stands below the header", "表头下面没有数据"))
        .at(place)
        .next(tr("export the table again, with its rows", "请重新导出，带上数据行"))
}

/// More rows or cells than are taken.
pub fn too_large(place: Place, rows: usize) -> Error {
    Error::new(tr!(
        "the table is too large: {rows} rows and {CELLS} cells at most",
        "表格过大：最多 {rows} 行、{CELLS} 个单元格"
    ))
    .at(place)
    .next(tr("import it in parts", "请拆成几个文件分别导入"))
}
