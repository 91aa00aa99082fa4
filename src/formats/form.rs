//! A form that came back filled in, from Word or Excel: what stands in its places, found by the marks that kehu put there,
//! or, where whoever filled it in lost them, by the labels beside them.

mod excel;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use super::csv;
use super::package::{Package, weigh};
use super::paper;
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::fold::fold;

/// The most that a form unpacks to, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// The most characters of a place.
const LONGEST: usize = 10_000;

/// What stands in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The text, without blanks at its ends.
    pub text: String,
    /// Where it stands: a sheet and a cell, a table and a row.
    pub place: String,
}

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What stands in its places, by what they are for: `papers.tax_number`, `id`, `profile.size@source`.
    pub places: BTreeMap<String, Filled>,
}

/// What a file holds: marked places, and rows of cells.
#[derive(Debug, Default)]
struct Found {
    marked: Vec<(String, Filled)>,
    rows: Vec<Vec<Filled>>,
}

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// It is no Word or Excel file, is damaged, too large, holds macros, or has none of the places of our forms.
    pub fn read(bytes: &[u8], file: &str) -> Result<Self> {
        if let Some(what) = other(bytes) {
            return Err(Error::new(what).at(Place::file(file)).next(tr(
                "kehu reads forms of Word and Excel (.docx, .xlsx); what another file says goes in with kehu set",
                "kehu 只读取 Word、Excel 表格（.docx、.xlsx）；其他文件中的内容请用 kehu set 填写",
            )));
        }
        weigh(bytes, file)?;
        let package = Package::open(bytes, file, UNPACKED)?;
        if package.parts.iter().any(|part| part.name.to_lowercase().ends_with("vbaproject.bin")) {
            return Err(Error::new(tr("the file holds macros; kehu opens none such", "文件含有宏，kehu 不打开"))
                .at(Place::file(file))
                .next(tr("save it without macros as .docx or .xlsx", "请另存为不含宏的 .docx 或 .xlsx")));
        }
        let found = match (package.part("word/document.xml"), package.part("xl/workbook.xml")) {
            (Some(document), _) => word::read(document),
            (None, Some(_)) => Some(excel::read(bytes, file)?),
            (None, None) => None,
        };
        let found = found.ok_or_else(|| {
            Error::new(tr("the file is no Word or Excel form, or is damaged", "文件不是 Word/Excel 表格，或已损坏"))
                .at(Place::file(file))
                .next(tr("open it in Word or Excel and save it again", "请用 Word 或 Excel 打开后另存一份"))
        })?;
        let form = Self::of(&found);
        if form.places.is_empty() {
            return Err(Error::new(tr(
                "none of the places of a trading card or an investigation form is in it",
                "文件中没有客户交易卡或信用调查表的填写项",
            ))
            .at(Place::file(file))
            .next(tr(
                "see that it is the form that came back, its labels as they were",
                "请确认是填好寄回的表格，且项目名称未改动",
            )));
        }
        if let Some((path, filled)) = form.places.iter().find(|(_, filled)| filled.text.chars().count() > LONGEST) {
            let place = &filled.place;
            return Err(Error::new(crate::tr!(
                "{path} ({place}) holds more than {LONGEST} characters",
                "{path}（{place}）超过 {LONGEST} 个字符"
            ))
            .at(Place::file(file))
            .next(tr("shorten it there, then run the command again", "请在文件中删短后重试")));
        }
        Ok(form)
    }

    /// What the file says as that one of our forms of which it has most.
    fn of(found: &Found) -> Self {
        let forms = paper::Places::all().into_iter().map(|known| Self::read_as(&known, found));
        // of several that fit as well the first
        forms.rev().max_by_key(|form| form.places.len()).unwrap_or_default()
    }

    /// What the marks say; what the labels say where no mark does. Of two copies the first that says something counts.
    fn read_as(known: &paper::Places, found: &Found) -> Self {
        let marked = || found.marked.iter().filter(|(path, _)| known.is_known(path));
        let by_mark: BTreeSet<&str> = marked().map(|(path, _)| path.as_str()).collect();
        let labelled = labelled(known, &found.rows);
        let rest = labelled.iter().filter(|(path, _)| !by_mark.contains(path.as_str()));
        let mut places: BTreeMap<String, Filled> = BTreeMap::new();
        for (path, filled) in marked().chain(rest) {
            if places.get(path).is_none_or(|there| there.text.is_empty()) {
                places.insert(path.clone(), filled.clone());
            }
        }
        Self { places }
    }

    /// What stands in a place, unless it is blank.
    pub fn get(&self, path: &str) -> Option<&Filled> {
        self.places.get(path).filter(|filled| !filled.text.is_empty())
    }
}

/// What a file is that neither Word nor Excel wrote, as far as it shows.
fn other(bytes: &[u8]) -> Option<&'static str> {
    const PICTURES: [&[u8]; 5] = [b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"];
    if bytes.is_empty() {
        Some(tr("the file is empty", "文件是空的"))
    } else if bytes.starts_with(b"PK") {
        None
    } else if bytes.starts_with(b"%PDF") {
        Some(tr("this is a PDF, no form of Word or Excel", "这是 PDF 文件，不是 Word 或 Excel 表格"))
    } else if PICTURES.iter().any(|start| bytes.starts_with(start)) {
        Some(tr("this is a picture, no form of Word or Excel", "这是图片，不是 Word 或 Excel 表格"))
    } else if csv::decode(bytes.to_vec(), "").is_ok() {
        Some(tr("this is a text, no form of Word or Excel", "这是文本文件，不是 Word 或 Excel 表格"))
    } else {
        None
    }
}

/// What stands beside the labels of our forms.
fn labelled(known: &paper::Places, rows: &[Vec<Filled>]) -> Vec<(String, Filled)> {
    let mut out = Vec::new();
    // the places of a table without labels at its side go by its header
    let mut below: Vec<Vec<String>> = Vec::new();
    for row in rows {
        if let Some(columns) = row.first().and_then(|first| known.below(&label(&first.text))) {
            below = columns.into_iter().rev().collect();
            continue;
        }
        let beside: Vec<(String, Filled)> = (0..row.len()).flat_map(|at| beside(known, row, at)).collect();
        if !beside.is_empty() {
            below.clear();
            out.extend(beside);
        } else if let Some(paths) = below.pop() {
            out.extend(paths.into_iter().zip(row.iter().cloned()));
        }
    }
    out
}

/// The places that a label leads to, with what stands there.
fn beside(known: &paper::Places, row: &[Filled], at: usize) -> Vec<(String, Filled)> {
    let Some(cell) = row.get(at) else { return Vec::new() };
    let paths = known.beside(&label(&cell.text));
    paths.iter().filter_map(|(offset, path)| Some((path.clone(), row.get(at + offset)?.clone()))).collect()
}

/// A label as it is compared: letters and digits alone.
pub fn label(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests;
