//! Excel workbooks as tables. Read by our own reader: calamine 0.38 ends the process on some damaged files, gives up a whole sheet
//! for one odd cell, and does not tell hidden rows.

mod book;
mod cells;
mod value;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::error::{Error, Place, Result};
use crate::formats::csv::COLUMNS;
use crate::formats::package::{read_part, weigh};
use crate::formats::table::{CELLS, Fault, Row, TITLES, Table, no_header, no_rows, too_large};
use crate::lang::tr;
use crate::tr;
use book::{Outline, SheetPart, outline};
use cells::{Around, Cell, Line};
use xml::Broken;

pub use crate::formats::package::LARGEST;

/// The most rows below the header.
pub const ROWS: usize = 250_000;
/// How many cells are named that lie outside of the table.
const NAMED: usize = 3;

/// A workbook that is going to be read.
pub struct Workbook<'b> {
    bytes: &'b [u8],
    file: String,
    outline: Outline,
}

/// A table of a workbook, and the sheet it stands on.
pub struct Found<'w> {
    /// The name of the sheet.
    pub sheet: &'w str,
    /// What stands there.
    pub table: Table<'w>,
}

/// What is wanted of a workbook.
pub struct Wanted<'n> {
    /// The sheet, by name or place among those in sight.
    pub sheet: Option<&'n str>,
    /// Whether a text is the name of a column.
    pub column: &'n dyn Fn(&str) -> bool,
    /// Whether a sheet is called as what is looked for.
    pub named: &'n dyn Fn(&str) -> bool,
    /// Called for each row that was read.
    pub read: &'n dyn Fn(),
}

/// The letters of a column, counted from 0.
pub fn column_name(column: usize) -> String {
    cells::letters(column)
}

/// The name of a cell, of column from 0 and row.
pub fn cell_name(column: usize, row: usize) -> String {
    format!("{}{row}", cells::letters(column))
}

/// Column from 0 and row from 1 of a reference as `$B$7`.
pub fn cell_place(reference: &str) -> Option<(usize, usize)> {
    cells::place(reference).ok()
}

/// The texts of cells by row from 1 and column from 0.
pub type Texts = BTreeMap<(usize, usize), String>;

impl<'b> Workbook<'b> {
    /// Looks at a workbook.
    ///
    /// # Errors
    /// It is none, is damaged, has a password, or is larger than any that is meant.
    pub fn open(bytes: &'b [u8], file: &str) -> Result<Self> {
        weigh(bytes, file)?;
        let none = || {
            Error::new(tr("this is no workbook of Excel (.xlsx)", "这不是 Excel 工作簿（.xlsx）"))
                .at(Place::file(file))
                .next(tr("open it in Excel and save it as .xlsx", "请用 Excel 打开后另存为 .xlsx"))
        };
        let outline = outline(bytes).map_err(|broken| told(broken, file))?.ok_or_else(none)?;
        Ok(Self { bytes, file: file.to_owned(), outline })
    }

    /// The table that is wanted: of the sheet that is named, or of the one in sight whose header names most columns.
    ///
    /// # Errors
    /// There is no such sheet, no header, nothing below it, or more than is taken.
    pub fn table(&self, wanted: &Wanted<'_>) -> Result<Found<'_>> {
        let (sheet, header) = self.sheet(wanted)?;
        let file = self.place(sheet);
        let mut taken = Taken::new(header);
        let around = self.lines(sheet, &mut |line| {
            (wanted.read)();
            taken.take(line)
        })?;
        if let Some(row) = taken.full {
            return Err(too_large(Place { file, line: row, column: 0 }, ROWS));
        }
        if taken.table.header.cells.len() > COLUMNS {
            let what = tr!("the row has too many columns: {COLUMNS} at most", "列太多：最多 {COLUMNS} 列");
            return Err(Error::new(what)
                .at(Place { file, line: header, column: 0 })
                .next(tr("export only the columns that are wanted", "请只导出需要的列")));
        }
        let mut table = taken.finish(&around);
        if table.rows.is_empty() {
            return Err(no_rows(Place { file, line: header, column: 0 }));
        }
        table.remarks.splice(0..0, self.remarks(sheet));
        Ok(Found { sheet: &sheet.name, table })
    }

    /// Gives each sheet with its cells that say something, of the first rows and columns.
    ///
    /// # Errors
    /// A sheet is damaged.
    pub fn sheets(&self, rows: usize, columns: usize, take: &mut dyn FnMut(&str, Texts)) -> Result<()> {
        for sheet in &self.outline.sheets {
            let mut texts = Texts::new();
            self.lines(sheet, &mut |line| {
                for cell in line.cells.into_iter().filter(|cell| line.number <= rows && cell.column < columns) {
                    let text = cell.value.map(|text| text.trim().to_owned()).unwrap_or_default();
                    if !text.is_empty() {
                        texts.insert((line.number, cell.column), text);
                    }
                }
                true
            })?;
            take(&sheet.name, texts);
        }
        Ok(())
    }

    /// The names that the workbook gives to cells, each with what it means, as `Sheet1!$B$3`.
    pub fn names(&self) -> &[(String, String)] {
        &self.outline.names
    }

    /// What people should know of the workbook itself.
    fn remarks(&self, sheet: &SheetPart) -> Vec<String> {
        let (name, others) = (&sheet.name, self.outline.sheets.len().saturating_sub(1));
        let which = (others > 0).then(|| {
            tr!(
                "read from the sheet \"{name}\"; the workbook has {others} more, see --sheet",
                "读取工作表“{name}”；另有 {others} 个工作表，可用 --sheet 指定"
            )
        });
        let macros = read_part(self.bytes, "xl/vbaProject.bin", |_| ())
            .map(|()| tr("the macros of the workbook are left alone", "忽略工作簿中的宏").to_owned());
        which.into_iter().chain(macros).collect()
    }

    fn place(&self, sheet: &SheetPart) -> String {
        format!("{}: {}", self.file, sheet.name)
    }

    fn lines<'s>(&'s self, sheet: &SheetPart, take: &mut dyn FnMut(Line<'s>) -> bool) -> Result<Around> {
        let read = read_part(self.bytes, &sheet.part, |source| cells::lines(source, &self.outline, take));
        read.unwrap_or(Err(Broken::Damaged)).map_err(|broken| told(broken, &self.place(sheet)))
    }

    /// The sheet, and the row of its header.
    fn sheet(&self, wanted: &Wanted<'_>) -> Result<(&SheetPart, usize)> {
        let sheets = &self.outline.sheets;
        let in_sight = || sheets.iter().filter(|sheet| !sheet.hidden);
        if let Some(name) = wanted.sheet {
            let folded = name.trim().to_lowercase();
            let number = || name.trim().parse::<usize>().ok().and_then(|number| in_sight().nth(number.checked_sub(1)?));
            let named = sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == folded).or_else(number);
            let sheet = named.ok_or_else(|| self.no_sheet(name))?;
            let (row, _) = self.header(sheet, wanted.column)?.ok_or_else(|| no_header(&self.place(sheet)))?;
            return Ok((sheet, row));
        }
        let mut best: Option<((bool, usize), &SheetPart, usize)> = None;
        for sheet in in_sight() {
            let Some((row, names)) = self.header(sheet, wanted.column)? else { continue };
            // one that is called so is meant, if it has more than a stray word in common
            let rank = ((wanted.named)(&sheet.name) && names > 1, names);
            if best.as_ref().is_none_or(|(most, ..)| rank > *most) {
                best = Some((rank, sheet, row));
            }
        }
        best.map(|(_, sheet, row)| (sheet, row)).ok_or_else(|| no_header(&self.file))
    }

    fn no_sheet(&self, name: &str) -> Error {
        let names: Vec<&str> = self.outline.sheets.iter().take(20).map(|sheet| sheet.name.as_str()).collect();
        let names = names.join(tr(", ", "、"));
        Error::new(tr!("the workbook has no sheet \"{name}\"", "工作簿中没有工作表“{name}”"))
            .at(Place::file(&self.file))
            .next(tr!("it has these: {names}", "现有工作表：{names}"))
    }

    /// That one of the first rows which names most columns, and how many.
    fn header(&self, sheet: &SheetPart, known: &dyn Fn(&str) -> bool) -> Result<Option<(usize, usize)>> {
        let mut seen = 0;
        let mut best: Option<(usize, usize)> = None;
        self.lines(sheet, &mut |line| {
            let names = line.cells.iter().filter(|cell| cell.value.as_ref().is_ok_and(|name| known(name))).count();
            if names > best.map_or(0, |(_, most)| most) {
                best = Some((line.number, names));
            }
            seen += 1;
            seen < TITLES
        })?;
        Ok(best)
    }
}

fn told(broken: Broken, file: &str) -> Error {
    match broken {
        Broken::Damaged => Error::new(tr("the workbook is damaged", "工作簿已损坏"))
            .at(Place::file(file))
            .next(tr("open it in Excel and save it again", "请用 Excel 打开后另存一份")),
        Broken::Large => Error::new(tr("the workbook holds more than is reasonable", "工作簿内容过多"))
            .at(Place::file(file))
            .next(tr("copy the rows that are wanted into a new workbook", "请把需要的行复制到新的工作簿")),
    }
}

/// The rows of a table as they come.
struct Taken<'s> {
    table: Table<'s>,
    header: usize,
    cells: usize,
    /// The row at which there was too much.
    full: Option<usize>,
    hidden: usize,
    timed: usize,
    /// Cells beside the table, and the names of some.
    outside: usize,
    some: Vec<String>,
}

impl<'s> Taken<'s> {
    fn new(header: usize) -> Self {
        Self {
            table: Table::default(),
            header,
            cells: 0,
            full: None,
            hidden: 0,
            timed: 0,
            outside: 0,
            some: Vec::new(),
        }
    }

    fn take(&mut self, line: Line<'s>) -> bool {
        if line.number < self.header {
            return true;
        }
        if line.number == self.header {
            self.table.header = row(line, usize::MAX);
            return self.table.header.cells.len() <= COLUMNS;
        }
        let width = self.table.header.cells.len();
        for cell in line.cells.iter().filter(|cell| cell.column >= width) {
            self.outside += 1;
            if self.some.len() < NAMED {
                self.some.push(cell_name(cell.column, line.number));
            }
        }
        let (hidden, timed) = (line.hidden, line.cells.iter().filter(|cell| cell.timed).count());
        let row = row(line, width);
        if row.is_blank() {
            return true;
        }
        self.cells += width;
        if self.table.rows.len() == ROWS || self.cells > CELLS {
            self.full = Some(row.line);
            return false;
        }
        self.hidden += usize::from(hidden);
        self.timed += timed;
        self.table.rows.push(row);
        true
    }

    fn finish(mut self, around: &Around) -> Table<'s> {
        // rows stand in their order, unless a program wrote them otherwise
        self.table.rows.sort_by_key(|row| row.line);
        let (header, width) = (self.header, self.table.header.cells.len());
        let below = around.merged.iter().filter(|merged| merged.from > header && merged.column < width);
        self.table.merged = below.copied().collect();
        let columns = (0..width).filter(|column| around.hidden.iter().any(|range| range.contains(column)));
        self.table.hidden = columns.collect();
        let (hidden, timed, outside) = (self.hidden, self.timed, self.outside);
        let remarks = &mut self.table.remarks;
        if hidden > 0 {
            remarks.push(tr!("hidden rows are read too: {hidden}", "隐藏的行也一并读取：{hidden} 行"));
        }
        if timed > 0 {
            remarks.push(tr!("times of day are left out: {timed} cells", "只取日期、略去时刻的单元格：{timed} 个"));
        }
        if outside > 0 {
            let some = self.some.join(tr(", ", "、"));
            let more = if outside > self.some.len() { " …" } else { "" };
            remarks
                .push(tr!("cells beside the table are left out: {some}{more}", "表格以外的单元格略过：{some}{more}"));
        }
        self.table
    }
}

/// A row with a cell for each column of at most `width`.
fn row(line: Line<'_>, width: usize) -> Row<'_> {
    let last = line.cells.iter().map(|cell| cell.column + 1).filter(|end| *end <= width).max().unwrap_or(0);
    let columns = if width == usize::MAX { last } else { width };
    let mut row = Row { line: line.number, cells: vec![Cow::Borrowed(""); columns], faults: Vec::new() };
    for Cell { column, value, .. } in line.cells {
        match (value, row.cells.get_mut(column)) {
            (_, None) => {}
            (Ok(text), Some(cell)) => *cell = text,
            (Err((what, next)), Some(_)) => row.faults.push(Fault { column, what, next }),
        }
    }
    row
}
