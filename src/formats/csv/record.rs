//! The rows of a text. Our own reader, because a quote that is never closed must be told by the line where it opens,
//! and the caps must hold before anything is kept; the csv crate tells neither.

use std::borrow::Cow;

use super::{CELL, COLUMNS};
use crate::error::{Error, Place};
use crate::formats::table::Row;
use crate::lang::tr;
use crate::tr;

/// What keeps a text from being read as rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quote opens on this line and is not closed.
    OpenQuote(usize),
    /// A cell that begins on this line is too long.
    Long(usize),
    /// The row that begins on this line has too many cells.
    Wide(usize),
}

impl Fault {
    /// As an error of a file.
    pub fn in_file(self, file: &str) -> Error {
        let (line, what, next) = match self {
            Self::OpenQuote(line) => (
                line,
                tr("the quote that opens on this line is not closed", "此行开始的引号没有闭合").to_owned(),
                tr(
                    "close it, or write a quote that is meant as a character twice (\"\")",
                    "请补上右引号；引号本身要写成两个（\"\"）",
                ),
            ),
            Self::Long(line) => (
                line,
                tr!("a cell is too long: {CELL} characters at most", "单元格过长：最多 {CELL} 个字符"),
                tr(
                    "a quote that is not closed makes such cells; else shorten it",
                    "常见原因是引号没有闭合；否则请缩短内容",
                ),
            ),
            Self::Wide(line) => (
                line,
                tr!("the row has too many columns: {COLUMNS} at most", "列太多：最多 {COLUMNS} 列"),
                tr("export only the columns that are wanted", "请只导出需要的列"),
            ),
        };
        Error::new(what).at(Place { file: file.to_owned(), line, column: 0 }).next(next)
    }
}

/// The rows of a text, one after the other; ends at the first fault.
pub(super) struct Records<'t> {
    rest: &'t str,
    line: usize,
    delimiter: char,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, delimiter: char) -> Self {
        Self { rest: text, line: 1, delimiter }
    }

    /// One cell, and whether another follows on the row.
    fn cell(&mut self) -> Result<(Cow<'t, str>, bool), Fault> {
        let start = self.line;
        let quoted = match self.rest.strip_prefix('"') {
            Some(rest) => {
                self.rest = rest;
                Some(self.quoted(start)?)
            }
            None => None,
        };
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let (bare, behind) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        let cell = match quoted {
            None => Cow::Borrowed(bare),
            Some(quoted) if bare.is_empty() => quoted,
            // a quote in the middle of a cell: nothing of it is lost
            Some(quoted) => Cow::Owned(quoted.into_owned() + bare),
        };
        if cell.len() > CELL && cell.chars().nth(CELL).is_some() {
            return Err(Fault::Long(start));
        }
        let more = behind.starts_with(self.delimiter);
        self.rest = if more {
            behind.get(self.delimiter.len_utf8()..).unwrap_or_default()
        } else {
            self.line += usize::from(!behind.is_empty());
            behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r'])).unwrap_or(behind)
        };
        Ok((cell, more))
    }

    /// What stands up to the closing quote, which is passed; two quotes are one.
    fn quoted(&mut self, start: usize) -> Result<Cow<'t, str>, Fault> {
        let mut text = Cow::Borrowed("");
        loop {
            let (piece, behind) = self.rest.split_once('"').ok_or(Fault::OpenQuote(start))?;
            let bytes = piece.as_bytes();
            // a carriage return alone ends a line too
            let ends = bytes.iter().filter(|byte| **byte == b'\n').count()
                + bytes.windows(2).filter(|two| matches!(two, [b'\r', next] if *next != b'\n')).count()
                + usize::from(bytes.ends_with(b"\r"));
            self.line += ends;
            if text.is_empty() {
                text = Cow::Borrowed(piece);
            } else {
                text.to_mut().push_str(piece);
            }
            match behind.strip_prefix('"') {
                Some(rest) => {
                    text.to_mut().push('"');
                    self.rest = rest;
                }
                None => {
                    self.rest = behind;
                    return Ok(text);
                }
            }
        }
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Result<Row<'t>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let (cell, more) = match self.cell() {
                Ok(cell) => cell,
                Err(fault) => {
                    self.rest = "";
                    return Some(Err(fault));
                }
            };
            if cells.len() == COLUMNS {
                self.rest = "";
                return Some(Err(Fault::Wide(line)));
            }
            cells.push(cell);
            if !more {
                return Some(Ok(Row { line, cells, faults: Vec::new() }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(usize, Vec<String>)>, Fault> {
        let cells = |row: Row<'_>| row.cells.into_iter().map(Cow::into_owned).collect();
        Records::new(text, ',').map(|row| row.map(|row| (row.line, cells(row)))).collect()
    }

    #[test]
    fn rows_and_the_lines_they_begin_on() {
        for (text, want) in [
            ("", vec![]),
            ("a", vec![(1, vec!["a"])]),
            ("a,b\r\nc,\r\n", vec![(1, vec!["a", "b"]), (2, vec!["c", ""])]),
            ("\"a\nb\",c\nd", vec![(1, vec!["a\nb", "c"]), (3, vec!["d"])]),
            ("\"a\r\nb\r\n\",c\rd", vec![(1, vec!["a\r\nb\r\n", "c"]), (4, vec!["d"])]),
            ("\"\"\"x\"\"\",\"\"\n", vec![(1, vec!["\"x\"", ""])]),
            ("5\" pipe,\"x\" y,\n", vec![(1, vec!["5\" pipe", "x y", ""])]),
            ("\n\na", vec![(1, vec![""]), (2, vec![""]), (3, vec!["a"])]),
        ] {
            let want = want.into_iter().map(|(line, row)| (line, row.into_iter().map(str::to_owned).collect()));
            assert_eq!(read(text), Ok(want.collect::<Vec<(usize, Vec<String>)>>()), "{text:?}");
        }
        assert_eq!(read("a\n\"b\n\"\"c\n\nd"), Err(Fault::OpenQuote(2)));
    }

    /// Wherever no quote is left open, rows are what the csv crate makes of them.
    #[test]
    fn the_csv_crate_reads_the_same_cells() {
        let parts = ["a", "é", ",", "\"", "\"\"", "\n", "\r\n", " ", "客"];
        let mut seed = 7_usize;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(parts[(seed >> 33) % parts.len()]);
            }
            let Ok(ours) = read(&text) else { continue };
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let ours: Vec<Vec<String>> = ours.into_iter().map(|(_, row)| row).filter(|row| *row != [""]).collect();
            let theirs: Vec<Vec<String>> = theirs.into_iter().filter(|row| *row != [""]).collect();
            assert_eq!(ours, theirs, "{text:?}");
        }
    }
}
