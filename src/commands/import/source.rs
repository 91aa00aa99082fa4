//! The file that is imported, whichever kind of file it is.

use std::path::Path;

use super::columns::fold;
use super::people;
use super::subject::Subject;
use crate::commands::sheets::rows_name;
use crate::error::{Error, Place, Result};
use crate::formats::csv;
use crate::formats::encoding::Encoding;
use crate::formats::package::is_package;
use crate::formats::table::{Table, no_header};
use crate::formats::vcard;
use crate::formats::xlsx::{Wanted, Workbook};
use crate::lang::tr;
use crate::model::Choose;
use crate::model::name::shell_word;
use crate::store::read_at_most;
use crate::tr;

/// A file that was read, not yet taken for a table.
pub struct Source {
    /// What it is called.
    pub file: String,
    kind: Kind,
}

enum Kind {
    Text(String, Option<Encoding>),
    /// Business cards.
    People(String, Option<Encoding>),
    Workbook(Vec<u8>),
}

/// A table of a file.
pub struct Found<'s> {
    /// What it is called in messages.
    pub file: String,
    /// What it holds.
    pub table: Table<'s>,
    /// Whether its places are cells of a sheet.
    pub cells: bool,
    /// Whether its rows are people, of whom several may be of one company.
    pub people: bool,
    /// How many rows kehu wrote there.
    pub written: Option<usize>,
}

impl Source {
    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub fn read(path: &Path) -> Result<Self> {
        let file = path.display().to_string();
        let bytes = read_at_most(path, csv::LARGEST)?;
        let kind = if is_package(&bytes) {
            Kind::Workbook(bytes)
        } else {
            let (text, encoding) = csv::decode(bytes, &file)?;
            if vcard::is_one(&text) { Kind::People(text, encoding) } else { Kind::Text(text, encoding) }
        };
        Ok(Self { file, kind })
    }

    /// The workbook it is, if it is one.
    ///
    /// # Errors
    /// It is damaged, or no workbook that can be read; a sheet is named and it is no workbook.
    pub fn workbook(&self, sheet: Option<&str>) -> Result<Option<Workbook<'_>>> {
        match &self.kind {
            Kind::Workbook(bytes) => Workbook::open(bytes, &self.file).map(Some),
            _ if sheet.is_some() => {
                Err(Error::new(tr("--sheet goes with workbooks of Excel alone", "--sheet 只用于 Excel 工作簿"))
                    .at(Place::file(&self.file))
                    .next(tr("leave it out", "请去掉 --sheet")))
            }
            _ => Ok(None),
        }
    }

    /// Its table; `known` says what is the name of a column, `read` is called for each row of a workbook.
    ///
    /// # Errors
    /// There is none, or it is larger than any that is meant.
    pub fn table<'s>(
        &'s self,
        workbook: Option<&'s Workbook<'s>>,
        sheet: Option<&str>,
        subject: Subject,
        known: &dyn Fn(&str) -> bool,
        read: &dyn Fn(),
    ) -> Result<Found<'s>> {
        if let Some(workbook) = workbook {
            let words = subject.words();
            let named = |name: &str| [words.en, words.zh].iter().any(|word| fold(word) == fold(name));
            let found = workbook.table(&Wanted { sheet, column: known, named: &named, read })?;
            let file = format!("{}: {}", self.file, found.sheet);
            let name = rows_name(subject);
            let written = workbook.names().iter().find(|(own, _)| *own == name);
            let written = written.and_then(|(_, number)| number.trim().parse().ok());
            return Ok(Found { file, table: found.table, cells: true, people: false, written });
        }
        let (mut table, people, encoding) = match &self.kind {
            Kind::People(..) if subject != Subject::Customers => {
                return Err(Error::new(tr("business cards are customers", "名片文件只能导入为客户"))
                    .at(Place::file(&self.file))
                    .next(tr!("kehu import customers {}", "kehu import customers {}", shell_word(&self.file))));
            }
            Kind::People(text, encoding) => (people::table(vcard::read(text, &self.file)?), true, encoding),
            Kind::Text(text, encoding) => (csv::read(text, &self.file, known)?, false, encoding),
            Kind::Workbook(_) => return Err(no_header(&self.file)),
        };
        table.remarks.extend(encoding.map(read_as));
        Ok(Found { file: self.file.clone(), table, cells: false, people, written: None })
    }
}

fn read_as(encoding: Encoding) -> String {
    let name = match encoding {
        Encoding::Gbk => "GBK",
        Encoding::Utf16 => "UTF-16",
        Encoding::Western => "Windows-1252",
        Encoding::Damaged => "?",
    };
    tr!("the file is not UTF-8; read as {name}", "文件不是 UTF-8，按 {name} 读取")
}
