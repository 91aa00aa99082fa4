//! What stands around the sheets of a workbook: which there are, the texts they share, how numbers are shown.

use std::collections::HashMap;
use std::io::BufRead;

use super::value::Shown;
use super::xml::{Broken, Piece, Xml, attribute, is_set, number};
use crate::formats::csv::CELL;
use crate::formats::package::read_part;

/// The most bytes of text that the cells of a workbook share.
const TEXT: usize = 64 * 1024 * 1024;
/// The most shared texts.
const TEXTS: usize = 4_000_000;
/// The most formats of cells; Excel allows 65,490.
const FORMATS: usize = 100_000;
/// The most names of cells.
const NAMES: usize = 10_000;
/// The most sheets.
const SHEETS: usize = 1_000;

/// A sheet of a workbook.
#[derive(Clone, Debug)]
pub(super) struct SheetPart {
    pub name: String,
    pub hidden: bool,
    /// The part that holds its cells.
    pub part: String,
}

/// What the workbook part says.
#[derive(Default)]
pub(super) struct Outline {
    pub sheets: Vec<SheetPart>,
    pub from_1904: bool,
    pub strings: Strings,
    pub shown: Vec<Shown>,
    /// Names of cells, each with what it means.
    pub names: Vec<(String, String)>,
}

/// The texts that cells share, behind each other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub fn get(&self, at: usize) -> Option<&str> {
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(at)?)
    }
}

/// Reads all but the sheets; `None` where the package is no workbook.
pub(super) fn outline(bytes: &[u8]) -> Result<Option<Outline>, Broken> {
    let part = relations(bytes, "")?.into_values().find(|(kind, _)| kind == "officeDocument").map(|(_, part)| part);
    let part = part.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let Some(found) = read_part(bytes, &part, |source| workbook(source)) else { return Ok(None) };
    let Some((mut outline, ids)) = found? else { return Ok(None) };
    let relations = relations(bytes, &part)?;
    let of_kind = |wanted: &str| relations.values().find(|(kind, _)| kind == wanted).map(|(_, part)| part.as_str());
    for (sheet, id) in outline.sheets.iter_mut().zip(ids) {
        // sheets of nothing but a chart hold no cells
        let cells = relations.get(&id).filter(|(kind, _)| kind == "worksheet");
        sheet.part = cells.map(|(_, part)| part.clone()).unwrap_or_default();
    }
    outline.sheets.retain(|sheet| !sheet.part.is_empty());
    if let Some(strings) = of_kind("sharedStrings").and_then(|part| read_part(bytes, part, |source| shared(source))) {
        outline.strings = strings?;
    }
    if let Some(shown) = of_kind("styles").and_then(|part| read_part(bytes, part, |source| styles(source))) {
        outline.shown = shown?;
    }
    Ok(Some(outline))
}

/// The parts that a part speaks of: by id, their kind and name.
fn relations(bytes: &[u8], of: &str) -> Result<HashMap<String, (String, String)>, Broken> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let file = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let read = |source: &mut dyn BufRead| -> Result<_, Broken> {
        let mut found = HashMap::new();
        let mut xml = Xml::new(source);
        loop {
            match xml.next()? {
                Piece::Open(start) if start.local_name().as_ref() == "Relationship" => {
                    let given = |name| attribute(&start, name).unwrap_or_default();
                    let kind = given("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    found.insert(given("Id"), (kind, resolved(folder, &given("Target"))));
                    if found.len() > 4 * SHEETS {
                        return Err(Broken::Large);
                    }
                }
                Piece::End => return Ok(found),
                _ => {}
            }
        }
    };
    read_part(bytes, &file, read).unwrap_or_else(|| Ok(HashMap::new()))
}

/// The name of a part that is named from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let (from, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The sheets with the ids of their parts; `None` where the part is that of something else.
fn workbook(source: &mut dyn BufRead) -> Result<Option<(Outline, Vec<String>)>, Broken> {
    let mut xml = Xml::new(source);
    let (mut outline, mut ids, mut is_one) = (Outline::default(), Vec::new(), false);
    let mut named = false;
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "workbook" => is_one = true,
                "workbookPr" => outline.from_1904 = is_set(&start, "date1904"),
                "sheet" => {
                    let hidden =
                        attribute(&start, "state").is_some_and(|state| state.to_lowercase().contains("hidden"));
                    let name = attribute(&start, "name").unwrap_or_default();
                    outline.sheets.push(SheetPart { name, hidden, part: String::new() });
                    ids.push(attribute(&start, "id").unwrap_or_default());
                    if ids.len() > SHEETS {
                        return Err(Broken::Large);
                    }
                }
                "definedName" => {
                    named = true;
                    outline.names.push((attribute(&start, "name").unwrap_or_default(), String::new()));
                    if outline.names.len() > NAMES {
                        return Err(Broken::Large);
                    }
                }
                _ => {}
            },
            Piece::Close(name) if name == "definedName" => named = false,
            // what is longer means no cell
            Piece::Text(text) if named => {
                if let Some((_, target)) = outline.names.last_mut().filter(|(_, target)| target.len() <= CELL) {
                    target.push_str(&text);
                }
            }
            Piece::End => return Ok(is_one.then_some((outline, ids))),
            _ => {}
        }
    }
}

/// The texts that cells share; how Japanese is to be read aloud is left out.
fn shared(source: &mut dyn BufRead) -> Result<Strings, Broken> {
    let mut xml = Xml::new(source);
    let mut strings = Strings::default();
    let mut text = Runs::default();
    loop {
        match xml.next()? {
            Piece::Open(start) if start.local_name().as_ref() == "si" => text = Runs::default(),
            Piece::Close(name) if name == "si" => {
                strings.text.push_str(&unescaped(&text.text));
                strings.ends.push(strings.text.len());
                if strings.text.len() > TEXT || strings.ends.len() > TEXTS {
                    return Err(Broken::Large);
                }
            }
            Piece::End => return Ok(strings),
            piece => text.take(&piece),
        }
    }
}

/// The text of a cell or shared text, put together of its runs.
#[derive(Default)]
pub(super) struct Runs {
    pub text: String,
    /// Within an element of text.
    inside: bool,
    /// Within how it is to be read aloud.
    aloud: bool,
}

impl Runs {
    pub fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(start) => match start.local_name().as_ref() {
                "t" => self.inside = true,
                "rPh" => self.aloud = true,
                _ => {}
            },
            Piece::Close(name) => match name.as_ref() {
                "t" => self.inside = false,
                "rPh" => self.aloud = false,
                _ => {}
            },
            // beyond what a cell may hold it is kept only as far as to be seen to be too long
            Piece::Text(text) if self.inside && !self.aloud && self.text.len() <= 4 * CELL => self.text.push_str(text),
            _ => {}
        }
    }
}

/// Characters that XML has no room for, which Excel writes as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        whole.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let found = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (shown, length) = found.map_or(('_', 1), |found| (found, 7));
        whole.push(shown);
        rest = from.get(length..).unwrap_or_default();
    }
    whole.push_str(rest);
    whole
}

/// What each format of cells shows.
fn styles(source: &mut dyn BufRead) -> Result<Vec<Shown>, Broken> {
    let mut xml = Xml::new(source);
    let (mut codes, mut shown, mut of_cells) = (HashMap::new(), Vec::new(), false);
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (number(&start, "numFmtId"), attribute(&start, "formatCode")) {
                        codes.insert(id, Shown::of_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = number(&start, "numFmtId").unwrap_or_default();
                    shown.push(codes.get(&id).copied().unwrap_or_else(|| Shown::built_in(id)));
                }
                _ => {}
            },
            Piece::Close(name) if name == "cellXfs" => of_cells = false,
            Piece::End => return Ok(shown),
            _ => {}
        }
        if shown.len().max(codes.len()) > FORMATS {
            return Err(Broken::Large);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts() {
        for (folder, target, want) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../a.xml", "a.xml"),
            ("", "", ""),
        ] {
            assert_eq!(resolved(folder, target), want);
        }
    }

    #[test]
    fn characters_that_xml_has_no_room_for() {
        for (text, want) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00", "_x00"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_xD800_", "_xD800_"),
            ("文_x客户_", "文_x客户_"),
            ("_x0041", "_x0041"),
        ] {
            assert_eq!(unescaped(text), want);
        }
    }
}
