//! The cells of a sheet, filled row by row.

use super::book::{Book, Sheet};
use super::formula::copied;
use super::heights::Heights;
use super::plan::{Plan, Planned};
use super::styles::Shows;
use super::{Copy, Sheets, column_of, numbered};
use crate::error::{Error, Place, Result};
use crate::formats::spreadsheet::{days, letters};
use crate::formats::template::mark::{Mark, Style, What, marks, may_hold, written};
use crate::formats::template::runs::{replace, text};
use crate::formats::template::value::with_decimals;
use crate::formats::template::xml::{Element, Node};
use crate::formats::template::{LARGEST, Names, Value, Values, holds, large};
use crate::lang::tr;
use crate::tr;

use std::collections::BTreeMap;

/// The longest text that a cell can hold, in UTF-16 units as Excel counts.
const LONGEST: usize = 32_767;
/// The most digits that Excel keeps of a number.
const DIGITS: usize = 15;

/// A formula that other cells share: where it stands, and what it is.
type Master = (u32, u32, String);

/// A sheet in the making.
pub struct Cells<'a> {
    pub book: &'a Book,
    pub sheet: &'a Sheet,
    pub values: &'a dyn Values,
    pub names: &'a dyn Names,
    pub sheets: &'a Sheets,
    pub plan: &'a Plan,
    pub file: &'a str,
    /// What was written so far, of all sheets.
    pub size: &'a mut usize,
}

/// Where a cell is written.
struct At<'o> {
    column: u32,
    /// The row of the template.
    row: u32,
    /// The row of the paper.
    new: u32,
    copy: u32,
    entry: Option<usize>,
    open: &'o mut Vec<bool>,
}

impl Cells<'_> {
    /// Fills the cells and page headers.
    ///
    /// # Errors
    /// A text is too long for a cell, or the whole too large.
    pub fn fill(&mut self, root: &mut Element) -> Result<()> {
        self.headers(root);
        let heights = Heights::of(root, self.book);
        let Some(data) = root.child_mut("sheetData") else { return Ok(()) };
        let masters = masters(data);
        let mut children = Vec::new();
        for planned in &self.plan.planned {
            let Some(row) = data.children.get(planned.at).and_then(Node::element) else { continue };
            for (copy, entry) in (0..).zip(&planned.entries) {
                let filled = self.row(row, planned, copy, *entry, (&masters, &heights))?;
                *self.size = self.size.saturating_add(Node::Element(filled.clone()).weight());
                if *self.size > LARGEST {
                    return Err(large(self.file));
                }
                children.push(Node::Element(filled));
            }
        }
        data.set_children(children);
        Ok(())
    }

    /// The texts above and below each printed page, in which & says what follows is an instruction.
    fn headers(&self, root: &mut Element) {
        let Some(headers) = root.child_mut("headerFooter") else { return };
        for one in headers.elements_mut() {
            let text = one.text();
            if !may_hold(&text) {
                continue;
            }
            let (found, _) = marks(&text, self.names);
            let (mut out, mut at) = (String::new(), 0);
            for mark in found {
                out.push_str(text.get(at..mark.range.start).unwrap_or_default());
                at = mark.range.end;
                if let What::Value(name, styles) = &mark.what {
                    let value = written(&self.values.value(name, None), name.lang, styles);
                    // &8 is a size; a number behind it would be another one
                    let sized = out.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('&');
                    let number = value.starts_with(|c: char| c.is_ascii_digit());
                    out.push_str(if sized && number { " " } else { "" });
                    out.push_str(&value.replace('&', "&&").replace('\n', " "));
                }
            }
            out.push_str(text.get(at..).unwrap_or_default());
            one.set_text(&out);
        }
    }

    fn row(
        &self,
        row: &Element,
        planned: &Planned,
        copy: u32,
        entry: Option<usize>,
        (masters, heights): (&BTreeMap<String, Master>, &Heights<'_>),
    ) -> Result<Element> {
        let new = self.plan.rows.first(planned.row) + copy;
        let mut filled = row.clone();
        filled.set_attribute("r", &new.to_string());
        let (mut column, mut open, mut asks) = (0, planned.open.clone(), false);
        for cell in filled.elements_mut() {
            column = column_of(cell, column);
            cell.set_attribute("r", &format!("{}{new}", letters(column)));
            let mut at = At { column, row: planned.row, new, copy, entry, open: &mut open };
            if cell.child("f").is_some() {
                self.formula(cell, &at, masters);
            } else {
                asks |= self.text(cell, &mut at)?;
            }
        }
        if asks {
            heights.fit(&mut filled, planned.row);
        }
        Ok(filled)
    }

    /// A formula goes with its row; what it came to is counted anew when the file is opened.
    fn formula(&self, cell: &mut Element, at: &At<'_>, masters: &BTreeMap<String, Master>) {
        cell.children.retain(|node| node.element().is_none_or(|child| child.local() != "v"));
        cell.remove_attribute("t");
        let Some(formula) = cell.child_mut("f") else { return };
        let mut text = formula.text();
        if formula.attribute("t").as_deref() == Some("shared") {
            if let Some((row, column, master)) = formula.attribute("si").and_then(|index| masters.get(&index)) {
                let (down, right) = (i64::from(at.row) - i64::from(*row), i64::from(at.column) - i64::from(*column));
                text = copied(master, down, right);
            }
            ["t", "si", "ref"].iter().for_each(|name| formula.remove_attribute(name));
        }
        if let Some(range) = formula.attribute("ref") {
            let copy = Copy { row: at.row, number: at.copy };
            formula.set_attribute("ref", &self.sheets.moved(&range, Some(&self.sheet.name), Some(copy)));
        }
        let copy = Copy { row: at.row, number: at.copy };
        formula.set_text(&self.sheets.moved(&text, Some(&self.sheet.name), Some(copy)));
    }

    /// Fills the text of a cell; whether it asks for anything.
    fn text(&self, cell: &mut Element, at: &mut At<'_>) -> Result<bool> {
        let Some(mut runs) = self.book.typed_text(cell) else { return Ok(false) };
        let prefix = cell.prefix().to_owned();
        let whole = text(&runs, &prefix);
        if !may_hold(&whole) {
            if !at.open.iter().all(|kept| *kept) {
                empty(cell);
            }
            return Ok(false);
        }
        let (found, _) = marks(&whole, self.names);
        if let Some(value) = self.alone(&whole, &found, at)
            && put_value(cell, &value, self.book)
        {
            return Ok(true);
        }
        let edits = self.edits(&whole, &found, at.entry, at.open);
        replace(&mut runs, &prefix, false, &edits);
        let said = text(&runs, &prefix);
        if said.encode_utf16().count() > LONGEST {
            return Err(self.too_long(&said, at.column, at.new));
        }
        empty(cell);
        if !said.is_empty() {
            cell.set_attribute("t", "inlineStr");
            cell.set_children(vec![Node::Element(runs)]);
        }
        Ok(true)
    }

    /// The value of a cell that is nothing but one placeholder.
    fn alone(&self, whole: &str, found: &[Mark], at: &At<'_>) -> Option<Value> {
        let [Mark { range, what: What::Value(name, styles) }] = found else { return None };
        let bare = whole.get(range.clone()).is_some_and(|mark| mark == whole.trim());
        let plain = styles.iter().all(|style| *style == Style::Plain);
        let open = at.open.iter().all(|kept| *kept);
        (bare && plain && open).then(|| self.values.value(name, at.entry))
    }

    fn edits(
        &self,
        whole: &str,
        found: &[Mark],
        entry: Option<usize>,
        open: &mut Vec<bool>,
    ) -> Vec<(std::ops::Range<usize>, String)> {
        let mut edits = Vec::new();
        let mut from = 0;
        let is_open = |open: &[bool]| open.iter().all(|kept| *kept);
        for mark in found {
            if !is_open(open) {
                edits.push((from..mark.range.start, String::new()));
            }
            from = mark.range.end;
            let mut new = String::new();
            match &mark.what {
                What::Value(name, styles) if is_open(open) => {
                    new = written(&self.values.value(name, entry), name.lang, styles);
                }
                What::Value(..) => {}
                What::Open { name, none, .. } => open.push(holds(self.values, name, entry) != *none),
                What::Close(..) => drop(open.pop()),
            }
            edits.push((mark.range.clone(), new));
        }
        if !is_open(open) {
            edits.push((from..whole.len(), String::new()));
        }
        edits.retain(|(range, new)| !range.is_empty() || !new.is_empty());
        edits
    }

    fn too_long(&self, said: &str, column: u32, row: u32) -> Error {
        let count = said.chars().count();
        let (file, sheet, column) = (self.file, &self.sheet.name, letters(column));
        Error::new(tr!(
            "a text of {count} characters does not fit into a cell of Excel",
            "文本有 {count} 字，Excel 单元格放不下"
        ))
        .at(Place::file(format!("{file} {sheet}!{column}{row}")))
        .next(tr("shorten it on the card, or use a Word template", "请在卡片中缩短，或改用 Word 模板"))
    }
}

/// The formulas that other cells share, by their index.
fn masters(data: &Element) -> BTreeMap<String, Master> {
    let mut masters = BTreeMap::new();
    for (_, row, element) in numbered(data) {
        let mut column = 0;
        for cell in element.elements() {
            column = column_of(cell, column);
            let Some(formula) = cell.child("f") else { continue };
            let (shared, text) = (formula.attribute("t").as_deref() == Some("shared"), formula.text());
            if let Some(index) = formula.attribute("si").filter(|_| shared && !text.is_empty()) {
                masters.insert(index, (row, column, text));
            }
        }
    }
    masters
}

/// A cell with its looks and nothing in it.
fn empty(cell: &mut Element) {
    cell.remove_attribute("t");
    cell.children.clear();
}

/// Puts a number or a day into a cell, where it can show one; whether it did.
fn put_value(cell: &mut Element, value: &Value, book: &Book) -> bool {
    let shows = book.style(cell).shows;
    let digits = match value {
        _ if shows == Shows::Text => None,
        Value::Empty | Value::Picture(_) => {
            empty(cell);
            return true;
        }
        Value::Number(number) | Value::Share(number) => Some(number.normalize().to_string()),
        Value::Money(number, code) => Some(with_decimals(*number, code).to_string()),
        Value::Date(date) if shows == Shows::Date => days(*date, book.from_1904).map(|days| days.to_string()),
        _ => None,
    };
    let significant = |text: &str| text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let Some(digits) = digits.filter(|digits| significant(digits) <= DIGITS) else { return false };
    empty(cell);
    let mut number = Element::new(&format!("{}v", cell.prefix()), "", Vec::new());
    number.set_text(&digits);
    cell.set_children(vec![Node::Element(number)]);
    true
}
