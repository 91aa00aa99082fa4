//! The rows of a sheet, one after the other.

use std::borrow::Cow;
use std::io::BufRead;
use std::ops::RangeInclusive;

use quick_xml::events::BytesStart;

use super::book::{Outline, Runs, unescaped};
use super::value::{Said, iso, said};
use super::xml::{Broken, Piece, Xml, attribute, is_set, number};
use crate::formats::csv::CELL;
use crate::formats::spreadsheet;
use crate::formats::table::Merged;
use crate::lang::tr;
use crate::tr;

/// Rows and columns of a sheet of Excel.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
/// The most cells that are merged.
const MERGED: usize = 100_000;

/// A cell that holds something.
pub(super) struct Cell<'s> {
    /// From 0.
    pub column: usize,
    pub value: Result<Cow<'s, str>, (String, String)>,
    /// A time of day was left out.
    pub timed: bool,
}

/// A row of a sheet that holds something.
pub(super) struct Line<'s> {
    /// From 1.
    pub number: usize,
    pub hidden: bool,
    pub cells: Vec<Cell<'s>>,
}

/// What is told of a sheet apart from its rows.
#[derive(Default)]
pub(super) struct Around {
    pub merged: Vec<Merged>,
    pub hidden: Vec<RangeInclusive<usize>>,
}

/// Gives each row to `take` until it says that it has enough.
pub(super) fn lines<'s>(
    source: &mut dyn BufRead,
    outline: &'s Outline,
    take: &mut dyn FnMut(Line<'s>) -> bool,
) -> Result<Around, Broken> {
    let mut xml = Xml::new(source);
    let mut around = Around::default();
    let mut line = Line { number: 0, hidden: false, cells: Vec::new() };
    // the column of the cell that was read last, counted from 1
    let mut last = 0;
    // what stands there, whether it holds anything or not: nothing of it may be endless
    let (mut rows, mut cells) = (0, 0);
    let mut is_sheet = false;
    loop {
        let raw = match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "worksheet" => {
                    is_sheet = true;
                    continue;
                }
                "row" => {
                    let next = number(&start, "r").unwrap_or_else(|| line.number.saturating_add(1));
                    (rows, cells) = (rows + 1, 0);
                    if next == 0 || next > ROWS || rows > ROWS {
                        return Err(Broken::Damaged);
                    }
                    line = Line { number: next, hidden: is_set(&start, "hidden"), cells: Vec::new() };
                    last = 0;
                    continue;
                }
                "col" if is_set(&start, "hidden") && around.hidden.len() < COLUMNS => {
                    if let (Some(from), Some(to)) = (number(&start, "min"), number(&start, "max")) {
                        around.hidden.push(from.saturating_sub(1)..=to.saturating_sub(1));
                    }
                    continue;
                }
                "mergeCell" => {
                    around.merge(&start)?;
                    continue;
                }
                "c" => Raw::new(&start, last)?,
                _ => continue,
            },
            Piece::Close(name) if name == "row" => {
                let next = Line { number: line.number, hidden: false, cells: Vec::new() };
                let done = std::mem::replace(&mut line, next);
                if !done.cells.is_empty() && !take(done) {
                    return Ok(around);
                }
                continue;
            }
            Piece::End => return if is_sheet { Ok(around) } else { Err(Broken::Damaged) },
            _ => continue,
        };
        last = raw.column.saturating_add(1);
        line.cells.extend(raw.read(&mut xml)?.cell(outline));
        cells += 1;
        if cells > COLUMNS {
            return Err(Broken::Damaged);
        }
    }
}

impl Around {
    fn merge(&mut self, start: &BytesStart<'_>) -> Result<(), Broken> {
        let range = attribute(start, "ref").unwrap_or_default();
        let (from, to) = range.split_once(':').unwrap_or((&range, &range));
        let ((column, from), (_, to)) = (place(from)?, place(to)?);
        if self.merged.len() == MERGED {
            return Err(Broken::Large);
        }
        // beside each other they are one for the eye alone: the value is that of the first
        if from < to {
            self.merged.push(Merged { column, from, to });
        }
        Ok(())
    }
}

/// Column from 0 and row from 1 of a reference as B7.
pub(super) fn place(reference: &str) -> Result<(usize, usize), Broken> {
    let reference = reference.replace('$', "");
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, row) = reference.split_at_checked(letters).ok_or(Broken::Damaged)?;
    let row = row.parse().map_err(|_| Broken::Damaged)?;
    Ok((column(name).ok_or(Broken::Damaged)?, row))
}

/// The place of a column by its letters, from 0.
fn column(letters: &str) -> Option<usize> {
    let number = usize::try_from(spreadsheet::number(letters)).ok()?;
    number.checked_sub(1).filter(|column| *column < COLUMNS)
}

/// The letters of a column, counted from 0.
pub(super) fn letters(column: usize) -> String {
    u32::try_from(column + 1).map(spreadsheet::letters).unwrap_or_default()
}

/// A cell as the file has it.
struct Raw {
    column: usize,
    kind: String,
    style: usize,
    value: String,
    text: Runs,
    /// It is worked out of others.
    formula: bool,
}

impl Raw {
    fn new(start: &BytesStart<'_>, last: usize) -> Result<Self, Broken> {
        let column = match attribute(start, "r") {
            Some(reference) => place(&reference)?.0,
            None => last,
        };
        if column >= COLUMNS {
            return Err(Broken::Damaged);
        }
        let kind = attribute(start, "t").unwrap_or_default();
        let style = number(start, "s").unwrap_or_default();
        Ok(Self { column, kind, style, value: String::new(), text: Runs::default(), formula: false })
    }

    fn read(mut self, xml: &mut Xml<'_>) -> Result<Self, Broken> {
        let mut inside = false;
        loop {
            match xml.next()? {
                Piece::Open(start) if start.local_name().as_ref() == "v" => inside = true,
                Piece::Open(start) if start.local_name().as_ref() == "f" => self.formula = true,
                Piece::Close(name) if name == "v" => inside = false,
                Piece::Close(name) if name == "c" => return Ok(self),
                Piece::Text(text) if inside && self.value.len() <= 4 * CELL => self.value.push_str(&text),
                Piece::End => return Err(Broken::Damaged),
                piece => self.text.take(&piece),
            }
        }
    }

    /// What it says, if anything.
    fn cell<'s>(self, outline: &'s Outline) -> Option<Cell<'s>> {
        let shown = outline.shown.get(self.style).copied().unwrap_or_default();
        let column = self.column;
        let plain = |value: Cow<'s, str>| (Ok(value), false);
        let (value, timed) = match self.kind.as_str() {
            "s" => {
                let text = self.value.trim().parse().ok().and_then(|at| outline.strings.get(at));
                (text.map(Cow::Borrowed).ok_or_else(lost), false)
            }
            "inlineStr" => plain(Cow::Owned(unescaped(&self.text.text))),
            "str" => plain(Cow::Owned(unescaped(&self.value))),
            "b" => plain(Cow::Borrowed(if matches!(self.value.trim(), "0" | "false") { "false" } else { "true" })),
            "e" => (Err(self.error()), false),
            _ if self.value.trim().is_empty() && self.formula => (Err(uncounted()), false),
            _ if self.value.trim().is_empty() => return None,
            "d" => {
                let Said { text, timed } = iso(self.value.trim());
                (Ok(Cow::Owned(text)), timed)
            }
            _ => match said(&self.value, shown, outline.from_1904) {
                Some(Said { text, timed }) => (Ok(Cow::Owned(text)), timed),
                None => (Err(self.no_number()), false),
            },
        };
        let value = match value {
            Ok(text) if text.is_empty() => return None,
            Ok(text) if text.len() > CELL && text.chars().nth(CELL).is_some() => Err((
                tr!("a cell is too long: {CELL} characters at most", "单元格过长：最多 {CELL} 个字符"),
                tr("shorten it", "请缩短内容").to_owned(),
            )),
            value => value,
        };
        Some(Cell { column, value, timed })
    }

    fn no_number(&self) -> (String, String) {
        let shown: String = self.value.chars().take(40).collect();
        (
            tr!("\"{shown}\" is no number or day that there is", "“{shown}”不是有效的数字或日期"),
            tr("correct the cell in Excel", "请在 Excel 中改正该单元格").to_owned(),
        )
    }

    fn error(&self) -> (String, String) {
        let shown: String = self.value.chars().take(40).collect();
        (
            tr!("the formula gives the error {shown}", "公式出错：{shown}"),
            tr("mend the formula in Excel, or put the value in its place", "请在 Excel 中改正公式，或直接填写数值")
                .to_owned(),
        )
    }
}

/// The text of a cell that the file does not hold.
fn lost() -> (String, String) {
    (
        tr("the file is damaged: the text of this cell is missing", "文件已损坏：此单元格的文字缺失").to_owned(),
        tr("type it in again in Excel, and save the file", "请在 Excel 中重新填写并保存").to_owned(),
    )
}

/// A formula whose value no program has put into the file yet.
fn uncounted() -> (String, String) {
    (
        tr("the formula has no value yet", "公式还没有计算结果").to_owned(),
        tr("open the file in Excel and save it", "请用 Excel 打开文件并保存").to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_cells() {
        for (text, want) in [
            ("A1", Some((0, 1))),
            ("$B$7", Some((1, 7))),
            ("aa10", Some((26, 10))),
            ("XFD1048576", Some((16_383, 1_048_576))),
            ("XFE1", None),
            ("ZZZZZZZZZZZZZZZZZZZZZZ1", None),
            ("A99999999999999999999999", None),
            ("7", None),
            ("A", None),
            ("", None),
            ("客1", None),
        ] {
            assert_eq!(place(text).ok(), want, "{text}");
        }
        for (column, want) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), want);
        }
    }
}
