//! A workbook for Excel, written row by row: what was written is kept on the disk, not in memory.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Excel, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::{Date, Number};
use crate::tr;

/// Rows that a sheet may have, its heads included.
const ROWS: u32 = 1_048_576;
/// The widest a column is made, in Latin letters; what is longer can be read by widening it.
const WIDEST: usize = 40;
/// The narrowest.
const NARROWEST: usize = 6;
/// Digits that Excel keeps of a number.
const DIGITS: usize = 15;
/// Room for the arrow of the filter beside a head.
const ARROW: usize = 3;

/// A column.
#[derive(Clone, Debug)]
pub struct Head {
    /// What stands above it.
    pub title: String,
    /// Nobody needs to see it.
    pub hidden: bool,
    /// Nobody needs to see it while it is empty.
    pub spare: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like; never a formula.
    Text(String),
    /// A number with at least so many decimals shown; text where Excel would lose digits of it.
    Number(Number, u32),
    /// A day; text where Excel knows no such day.
    Day(Date),
}

/// A workbook being written.
pub struct Workbook {
    excel: Excel,
    sheets: Vec<Sheet>,
    /// The formats of numbers by their decimals.
    numbers: BTreeMap<u32, Format>,
    day: Format,
    bold: Format,
}

/// What is known of a sheet.
struct Sheet {
    heads: Vec<Head>,
    /// The widest text of each column.
    widths: Vec<usize>,
    /// Whether anything stands in each column.
    used: Vec<bool>,
    next: u32,
}

impl Workbook {
    /// An empty one, made on a day.
    pub fn new(today: Date) -> Self {
        let mut excel = Excel::new();
        if let Ok(day) = ExcelDateTime::parse_from_str(&today.to_string()) {
            excel.set_properties(&DocProperties::new().set_creation_datetime(&day));
        }
        let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
        let bold = Format::new().set_bold().set_background_color(0x00DD_EBF7).set_align(FormatAlign::VerticalCenter);
        Self { excel, sheets: Vec::new(), numbers: BTreeMap::new(), day, bold }
    }

    /// Begins a sheet; its place.
    ///
    /// # Errors
    /// The disk has no room for it.
    pub fn sheet(&mut self, name: &str, heads: Vec<Head>) -> Result<usize> {
        let sheet = self.excel.add_worksheet_with_constant_memory().map_err(|error| trouble(&error))?;
        let mut write = || -> std::result::Result<(), XlsxError> {
            sheet.set_name(name)?.set_freeze_panes(1, 0)?;
            for (column, head) in (0..).zip(&heads) {
                sheet.write_string_with_format(0, column, &head.title, &self.bold)?;
            }
            Ok(())
        };
        write().map_err(|error| trouble(&error))?;
        let widths = heads.iter().map(|head| head.title.width() + ARROW).collect();
        let used = heads.iter().map(|_| false).collect();
        self.sheets.push(Sheet { heads, widths, used, next: 1 });
        Ok(self.sheets.len() - 1)
    }

    /// The next row of a sheet.
    ///
    /// # Errors
    /// There are more than Excel can hold, or the disk is full.
    pub fn row(&mut self, at: usize, cells: &[Cell]) -> Result<()> {
        let (Some(known), Ok(sheet)) = (self.sheets.get_mut(at), self.excel.worksheet_from_index(at)) else {
            return Ok(());
        };
        if known.next >= ROWS {
            let (name, most) = (sheet.name(), ROWS - 1);
            return Err(Error::new(tr!(
                "the sheet {name} would have more than the {most} rows that Excel can hold",
                "工作表“{name}”超过 Excel 的 {most} 行上限"
            ))
            .next(tr(
                "ask for fewer customers, or export jsonl, which has no limit",
                "请缩小查询范围，或导出 jsonl（没有上限）",
            )));
        }
        for (column, cell) in (0_u16..).zip(cells) {
            let width = write(sheet, (known.next, column), cell, &mut self.numbers, &self.day);
            let width = width.map_err(|error| trouble(&error))?;
            let place = usize::from(column);
            if let Some(widest) = known.widths.get_mut(place) {
                *widest = width.max(*widest);
            }
            if let Some(used) = known.used.get_mut(place) {
                *used |= !matches!(cell, Cell::Empty);
            }
        }
        known.next += 1;
        Ok(())
    }

    /// Gives a number a name of the workbook.
    ///
    /// # Errors
    /// Excel takes no such name.
    pub fn name(&mut self, name: &str, number: usize) -> Result<()> {
        self.excel.define_name(name, &format!("={number}")).map_err(|error| trouble(&error))?;
        Ok(())
    }

    /// Ends it; its bytes.
    ///
    /// # Errors
    /// The disk is full.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        for (at, known) in self.sheets.iter().enumerate() {
            let Ok(sheet) = self.excel.worksheet_from_index(at) else { continue };
            end(sheet, known).map_err(|error| trouble(&error))?;
        }
        self.excel.save_to_buffer().map_err(|error| trouble(&error))
    }
}

/// Filter, widths, and what is hidden.
fn end(sheet: &mut Worksheet, known: &Sheet) -> std::result::Result<(), XlsxError> {
    let last = u16::try_from(known.heads.len().saturating_sub(1)).unwrap_or(0);
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, known.next.saturating_sub(1), last)?;
    for ((column, head), (width, used)) in (0..).zip(&known.heads).zip(known.widths.iter().zip(&known.used)) {
        let width = u16::try_from((*width + 1).clamp(NARROWEST, WIDEST)).unwrap_or(0);
        sheet.set_column_width(column, width)?;
        if head.hidden || (head.spare && !used) {
            sheet.set_column_hidden(column)?;
        }
    }
    Ok(())
}

/// Writes a cell; how wide it is.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    numbers: &mut BTreeMap<u32, Format>,
    day: &Format,
) -> std::result::Result<usize, XlsxError> {
    match cell {
        Cell::Empty => Ok(0),
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
            Ok(text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0))
        }
        Cell::Number(number, decimals) => match held(number) {
            Some(float) => {
                let decimals = number.scale().max(*decimals);
                let format = numbers.entry(decimals).or_insert_with(|| Format::new().set_num_format(shape(decimals)));
                sheet.write_number_with_format(row, column, float, format)?;
                let text = number.to_string();
                Ok(text.len() + text.len() / 3 + 1)
            }
            None => {
                let text = number.to_string();
                sheet.write_string(row, column, &text)?;
                Ok(text.len())
            }
        },
        Cell::Day(date) => {
            let text = date.to_string();
            match ExcelDateTime::parse_from_str(&text) {
                Ok(date) => sheet.write_datetime_with_format(row, column, &date, day)?,
                Err(_) => sheet.write_string(row, column, &text)?,
            };
            Ok(text.len())
        }
    }
}

fn shape(decimals: u32) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => (0..decimals).fold("#,##0.".to_owned(), |shape, _| shape + "0"),
    }
}

/// A number as Excel holds it, where that is the same number.
fn held(number: &Number) -> Option<f64> {
    let text = number.normalize().to_string();
    let digits = text.chars().filter(char::is_ascii_digit).collect::<String>();
    let significant = digits.trim_start_matches('0').trim_end_matches('0').len();
    if significant > DIGITS { None } else { text.parse().ok() }
}

fn trouble(error: &XlsxError) -> Error {
    Error::new(tr!("the Excel file cannot be made: {error}", "无法生成 Excel 文件：{error}"))
        .next(tr("free some space and run the command again", "请腾出空间后重试"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_where_excel_keeps_its_digits() {
        for (text, want) in [
            ("187.00", Some(187.0)),
            ("0.05", Some(0.05)),
            ("-1234567.89", Some(-1_234_567.89)),
            ("123456789012345", Some(123_456_789_012_345.0)),
            ("1230000000000000000", Some(1_230_000_000_000_000_000.0)),
            ("1234567890123456", None),
            ("1234567890123456.78", None),
            ("0", Some(0.0)),
        ] {
            assert_eq!(held(&Number::parse(text).unwrap()), want, "{text}");
        }
        assert_eq!([shape(0), shape(2)], ["#,##0", "#,##0.00"]);
    }
}
