//! Tables in text files, as spreadsheets and other programs write them: bytes to a header and rows, each with its line.

mod decode;
mod record;

use crate::error::{Error, Place, Result};
use crate::formats::table::{CELLS, TITLES, Table, no_header, no_rows, too_large};
use crate::lang::tr;

pub use decode::{LARGEST, decode};
use record::Records;

/// The most rows, blank ones too: what a sheet of Excel holds.
pub const ROWS: usize = 1_048_576;
/// The most columns; a customer card has no hundred fields.
pub const COLUMNS: usize = 256;
/// The most characters of a cell: what a cell of Excel holds.
pub const CELL: usize = 32_767;
/// What may part cells.
const DELIMITERS: &[char] = &[',', ';', '\t'];

/// Reads a text as a table. The header is that one of the first rows, and the delimiter that one of comma, semicolon
/// and tab, which make the most names of columns; `known` says what is one.
///
/// # Errors
/// No row names a column, nothing stands below the header, a quote is not closed, or the table is larger than any that
/// is meant. `file` is what the file is called in the message.
pub fn read<'t>(text: &'t str, file: &str, known: &dyn Fn(&str) -> bool) -> Result<Table<'t>> {
    let (delimiter, line) = header(text, known).ok_or_else(|| no_header(file))?;
    let mut table: Option<Table<'t>> = None;
    let mut cells = 0;
    for (at, row) in Records::new(text, delimiter).enumerate() {
        let row = row.map_err(|fault| fault.in_file(file))?;
        if at > ROWS {
            return Err(too_large(Place { file: file.to_owned(), line: row.line, column: 0 }, ROWS));
        }
        if row.line < line || row.is_blank() {
            continue;
        }
        let Some(table) = &mut table else {
            table = Some(Table { header: row, ..Table::default() });
            continue;
        };
        cells += row.cells.len();
        if cells > CELLS {
            return Err(too_large(Place { file: file.to_owned(), line: row.line, column: 0 }, ROWS));
        }
        table.rows.push(row);
    }
    let table = table.ok_or_else(|| no_header(file))?;
    if table.rows.is_empty() {
        return Err(no_rows(Place { file: file.to_owned(), line, column: 0 }));
    }
    Ok(table)
}

/// Delimiter and line of the header.
fn header(text: &str, known: &dyn Fn(&str) -> bool) -> Option<(char, usize)> {
    let mut best = None;
    let mut most = 0;
    for delimiter in DELIMITERS {
        let rows = Records::new(text, *delimiter).take(ROWS).map_while(std::result::Result::ok);
        let rows = rows.filter(|row| !row.is_blank());
        for row in rows.take(TITLES) {
            let names = row.cells.iter().filter(|cell| known(cell)).count();
            if names > most {
                most = names;
                best = Some((*delimiter, row.line));
            }
        }
    }
    best
}

/// Rows as CSV for spreadsheets: UTF-8 with byte order mark, as Excel wants it.
///
/// # Errors
/// Never in practice: the rows are written into memory.
pub fn write(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let wrong = || Error::new(tr("the rows cannot be written as CSV", "无法写成 CSV"));
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row).map_err(|_| wrong())?;
    }
    writer.into_inner().map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> bool {
        matches!(name.trim(), "name" | "country" | "名称" | "国家")
    }

    fn lines(text: &str) -> Result<(Vec<String>, Vec<usize>)> {
        let table = read(text, "x.csv", &known)?;
        let header = table.header.cells.iter().map(ToString::to_string).collect();
        Ok((header, table.rows.iter().map(|row| row.line).collect()))
    }

    #[test]
    fn the_header_and_the_delimiter_are_found() {
        for (text, header, rows) in [
            ("name,country\nA,B\n", vec!["name", "country"], vec![2]),
            ("name;country;a,b\nA;B;c\n", vec!["name", "country", "a,b"], vec![2]),
            ("name\tcountry\r\nA\tB\r\n", vec!["name", "country"], vec![2]),
            ("customers 2026\n\nname;country\nA;B", vec!["name", "country"], vec![4]),
            ("客户,,\n打印,2026,\n名称,国家,x\n\n,,\nA,B,C\n", vec!["名称", "国家", "x"], vec![6]),
            ("\"name\",\"country\"\r\"A\r\nB\",C\rD,E", vec!["name", "country"], vec![2, 4]),
        ] {
            assert_eq!(lines(text).unwrap(), (header.into_iter().map(str::to_owned).collect(), rows), "{text}");
        }
    }

    #[test]
    fn what_is_no_table_is_told() {
        let long = format!("name\n{}\n", "x".repeat(CELL + 1));
        let wide = format!("name\n{}\n", ",".repeat(COLUMNS));
        for (text, line, what) in [
            ("", 0, "列名"),
            ("a,b\n1,2\n", 0, "列名"),
            ("name,country\n\n,\n", 1, "没有数据"),
            ("name,country\nA,B\nC,\"D\nE,F\n", 3, "引号"),
            (&long, 2, "过长"),
            (&wide, 2, "列"),
        ] {
            let error = lines(text).unwrap_err();
            assert_eq!(error.place.as_ref().map(|place| place.line), Some(line), "{text}");
            assert!(error.what.contains(what) && error.next.is_some(), "{error}");
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let rows = vec![vec!["name".to_owned(), "a\"b".to_owned()], vec!["x,\r\ny".to_owned()]];
        let bytes = write(rows).unwrap();
        let text = decode(bytes, "x.csv").unwrap().0;
        assert_eq!(text, "name,\"a\"\"b\"\n\"x,\r\ny\"\n");
        assert_eq!(read(&text, "x.csv", &known).unwrap().rows[0].cells, ["x,\r\ny"]);
    }
}
