//! What an Excel template asks for, and all that is wrong with it, before anything is filled.

use super::book::{Book, Sheet};
use super::{column_of, numbered};
use crate::error::{Error, Place};
use crate::formats::spreadsheet::letters;
use crate::formats::template::Names;
use crate::formats::template::mark::{Fault, What, marks, may_hold};
use crate::formats::template::runs::text;
use crate::formats::template::text::{closes, closes_nothing, not_closed, two_lists};
use crate::formats::template::xml::{self, Element};
use crate::lang::tr;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// What is asked for.
    pub marks: Vec<What>,
    /// What is wrong.
    pub errors: Vec<Error>,
}

/// Looks through all sheets.
pub fn check(book: &Book, names: &dyn Names, file: &str) -> Found {
    let mut found = Found::default();
    for sheet in &book.sheets {
        let Some(root) = xml::root(&sheet.nodes) else { continue };
        if let Some(data) = root.child("sheetData") {
            cells(data, book, names, &|cell| place(file, sheet, cell), &mut found);
        }
        for text in root.child("headerFooter").into_iter().flat_map(Element::elements) {
            let (marks, faults) = marks(&text.text(), names);
            let at = place(file, sheet, tr("page header", "页眉页脚"));
            let others = marks.iter().filter(|mark| !matches!(&mark.what, What::Value(name, _) if !name.list));
            let all = faults.into_iter().chain(others.map(|_| only_values()));
            found.errors.extend(all.map(|fault| fault.at_place(at.clone())));
            found.marks.extend(marks.into_iter().map(|mark| mark.what));
        }
    }
    found
}

fn place(file: &str, sheet: &Sheet, cell: &str) -> Place {
    Place::file(format!("{file} {}!{cell}", sheet.name))
}

/// Page headers and text boxes are there once, whatever is known.
pub fn only_values() -> Fault {
    Fault {
        at: 0,
        what: tr(
            "page headers and text boxes can hold single values, no blocks and no lists",
            "页眉页脚和文本框中只能放单个值，不能放条件块和列表",
        )
        .to_owned(),
        next: tr("put it into cells", "请放到单元格中").to_owned(),
    }
}

fn cells(data: &Element, book: &Book, names: &dyn Names, place: &dyn Fn(&str) -> Place, found: &mut Found) {
    let mut open: Vec<(What, Place)> = Vec::new();
    for (_, number, row) in numbered(data) {
        let (mut list, mut column): (Option<String>, u32) = (None, 0);
        let mut seen: Vec<(What, Place)> = Vec::new();
        for cell in row.elements() {
            column = column_of(cell, column);
            let at = || place(&format!("{}{number}", letters(column)));
            if cell.child("f").is_some_and(|formula| may_hold(&formula.text())) {
                found.errors.push(in_formula().at_place(at()));
            }
            let Some(text) = book.typed_text(cell).map(|runs| text(&runs, cell.prefix())) else { continue };
            if !may_hold(&text) {
                continue;
            }
            let (marks, faults) = marks(&text, names);
            found.errors.extend(faults.into_iter().map(|fault| fault.at_place(at())));
            for mark in marks {
                match (mark.what.list(), &list) {
                    (Some(named), Some(one)) if named != one => {
                        found.errors.push(two_lists(0, one, named).at_place(at()));
                    }
                    (Some(named), _) => list = Some(named.to_owned()),
                    _ => {}
                }
                seen.push((mark.what, at()));
            }
        }
        // what begins in a row that repeats ends in it
        let base = if list.is_some() { open.len() } else { 0 };
        balance(&seen, &mut open, base, found);
        if list.is_some() {
            unclosed(open.split_off(base.min(open.len())), found);
        }
        found.marks.extend(seen.into_iter().map(|(what, _)| what));
    }
    unclosed(open, found);
}

fn balance(seen: &[(What, Place)], open: &mut Vec<(What, Place)>, base: usize, found: &mut Found) {
    for (what, place) in seen {
        match what {
            What::Open { .. } => open.push((what.clone(), place.clone())),
            What::Close(name, said) => {
                let begun = if open.len() > base { open.pop() } else { None };
                if !begun.is_some_and(|(begun, _)| closes(name.as_ref(), &begun)) {
                    found.errors.push(closes_nothing(0, said).at_place(place.clone()));
                }
            }
            What::Value(..) => {}
        }
    }
}

fn unclosed(open: Vec<(What, Place)>, found: &mut Found) {
    for (what, place) in open {
        if let What::Open { said, .. } = &what {
            found.errors.push(not_closed(0, said).at_place(place));
        }
    }
}

fn in_formula() -> Fault {
    Fault {
        at: 0,
        what: tr("a formula cannot hold a placeholder", "公式中不能用占位符").to_owned(),
        next: tr(
            "put the placeholder into a cell of its own and refer to that cell",
            "请把占位符放到单独的单元格，公式引用该单元格",
        )
        .to_owned(),
    }
}
