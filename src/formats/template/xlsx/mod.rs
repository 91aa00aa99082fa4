//! Excel: placeholders in cells, page headers and text boxes; rows that name a list repeat, and all that points to rows follows
//! them. A cell that is nothing but one placeholder holds a number or a day, not a text.

mod book;
mod boxes;
mod cells;
mod check;
mod formula;
mod heights;
mod plan;
mod rows;
mod shift;
mod styles;

use super::docx::{UNPACKED, without_macros};
use super::mark::What;
use super::xml::{self, Element, Node};
use super::{LARGEST, Names, Values, large};
use crate::error::{Error, Result};
use crate::formats::package::Package;
use crate::formats::spreadsheet::number;
use book::Book;
use cells::Cells;
use formula::{Copy, Sheets};
use plan::Plan;

/// An Excel file with what it asks for.
#[derive(Debug)]
pub struct Xlsx {
    package: Package,
    book: Book,
    /// What it asks for, in its order.
    pub marks: Vec<What>,
}

impl Xlsx {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(bytes: &[u8], file: &str, names: &dyn Names) -> std::result::Result<Self, Vec<Error>> {
        let one = |error| vec![error];
        let package = Package::open(bytes, file, UNPACKED).map_err(one)?;
        without_macros(&package, file).map_err(one)?;
        let book = Book::read(&package, file).map_err(one)?;
        let mut found = check::check(&book, names, file);
        boxes::check(&package, names, file, &mut found);
        if found.errors.is_empty() { Ok(Self { package, book, marks: found.marks }) } else { Err(found.errors) }
    }

    /// The paper.
    ///
    /// # Errors
    /// It would be larger than is reasonable, has more rows than a sheet can hold, or a text is too long for a cell.
    pub fn fill(&self, values: &dyn Values, names: &dyn Names, file: &str) -> Result<Vec<u8>> {
        let book = &self.book;
        let plans: Vec<Plan> = book.sheets.iter().map(|sheet| Plan::of(sheet, book, values, names)).collect();
        let mut sheets = Sheets::default();
        for (sheet, plan) in book.sheets.iter().zip(&plans) {
            plan.fits(sheet, file)?;
            sheets.insert(&sheet.name, plan.rows.clone());
        }
        let mut package = self.package.clone();
        let mut size = 0;
        for (sheet, plan) in book.sheets.iter().zip(&plans) {
            let mut nodes = sheet.nodes.clone();
            let Some(root) = xml::root_mut(&mut nodes) else { continue };
            let mut cells = Cells { book, sheet, values, names, sheets: &sheets, plan, file, size: &mut size };
            cells.fill(root)?;
            shift::sheet(root, &sheets, &sheet.name, &plan.rows);
            put(&mut package, sheet.part, &nodes);
            shift::beside(&mut package, sheet, &sheets, &plan.rows);
        }
        shift::workbook(&mut package, book, &sheets);
        boxes::fill(&mut package, values, names);
        if size > LARGEST { Err(large(file)) } else { package.pack() }
    }
}

/// Writes a part.
fn put(package: &mut Package, part: usize, nodes: &[Node]) {
    if let Some(part) = package.parts.get_mut(part) {
        part.bytes = xml::write(nodes);
    }
}

/// The row of a sheet's row, and the column of each of its cells, where they are written or by counting on.
fn numbered(data: &Element) -> Vec<(usize, u32, &Element)> {
    let mut row = 0_u32;
    let rows = data.children.iter().enumerate().filter_map(|(at, node)| Some((at, node.element()?)));
    rows.filter(|(_, element)| element.local() == "row")
        .map(|(at, element)| {
            let said = element.attribute("r").and_then(|text| text.parse().ok());
            row = said.unwrap_or(row.saturating_add(1));
            (at, row, element)
        })
        .collect()
}

/// The column of a cell, from 1: as it is written, or the next one.
fn column_of(cell: &Element, before: u32) -> u32 {
    let said = cell.attribute("r").map(|place| number(place.trim_end_matches(|c: char| c.is_ascii_digit())));
    said.filter(|column| *column > 0).unwrap_or(before.saturating_add(1))
}

#[cfg(test)]
mod tests;
