//! All that points to rows follows them: merged cells, filters, rules, names, pictures, notes, charts, tables.

use super::book::{Book, Sheet, relations};
use super::formula::{End, Sheets};
use super::put;
use super::rows::Rows;
use crate::formats::package::Package;
use crate::formats::template::xml::{self, Element, Node};

/// Elements whose text is a formula.
const FORMULAS: &[&str] =
    &["formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula", "definedName"];
/// Elements that must hold something, and may say how much.
const HOLDERS: &[&str] =
    &["mergeCells", "dataValidations", "hyperlinks", "ignoredErrors", "protectedRanges", "rowBreaks"];

/// What stands in a sheet beside its cells.
pub fn sheet(root: &mut Element, sheets: &Sheets, name: &str, rows: &Rows) {
    if sheets.is_same() {
        return;
    }
    let shift = Shift { sheets, name, rows };
    root.children.retain_mut(|node| match node {
        Node::Element(child) if child.local() != "sheetData" => shift.follows(child),
        _ => true,
    });
}

/// What belongs to a sheet and stands in other parts: pictures, notes, tables.
pub fn beside(package: &mut Package, sheet: &Sheet, sheets: &Sheets, rows: &Rows) {
    if rows.is_same() {
        return;
    }
    let shift = Shift { sheets, name: &sheet.name, rows };
    for relation in relations(package, &sheet.path) {
        let kind = relation.kind.rsplit('/').next();
        changed(package, &relation.target, &mut |root| match kind {
            Some("drawing") => shift.anchors(root),
            Some("comments") => shift.notes(root),
            Some("vmlDrawing") => shift.boxes(root),
            Some("table") => drop(shift.follows(root)),
            _ => {}
        });
    }
}

/// The workbook: its names; what was counted is counted anew. And what charts draw.
pub fn workbook(package: &mut Package, book: &Book, sheets: &Sheets) {
    let mut calls = |root: &mut Element| {
        if let Some(names) = root.child_mut("definedNames").filter(|_| !sheets.is_same()) {
            for name in names.elements_mut() {
                let moved = sheets.moved(&name.text(), None, None);
                name.set_text(&moved);
            }
        }
        count_anew(root);
    };
    changed(package, &book.path, &mut calls);
    without_chain(package, book);
    if sheets.is_same() {
        return;
    }
    let charts: Vec<String> = package
        .parts
        .iter()
        .map(|part| part.name.clone())
        .filter(|name| name.starts_with("xl/charts/chart") && name.ends_with(".xml"))
        .collect();
    for chart in charts {
        changed(package, &chart, &mut |root| formulas(root, sheets));
    }
}

/// Changes a part, where it can be read.
fn changed(package: &mut Package, path: &str, change: &mut dyn FnMut(&mut Element)) {
    let Some(at) = package.parts.iter().position(|part| part.name == path) else { return };
    let Some(Ok(mut nodes)) = package.parts.get(at).map(|part| xml::parse(&part.bytes)) else { return };
    if let Some(root) = xml::root_mut(&mut nodes) {
        change(root);
        put(package, at, &nodes);
    }
}

/// The formulas of a chart.
fn formulas(element: &mut Element, sheets: &Sheets) {
    if element.local() == "f" {
        let moved = sheets.moved(&element.text(), None, None);
        element.set_text(&moved);
    }
    element.elements_mut().for_each(|child| formulas(child, sheets));
}

/// Whoever opens the file counts its formulas anew.
fn count_anew(root: &mut Element) {
    if let Some(settings) = root.child_mut("calcPr") {
        settings.set_attribute("fullCalcOnLoad", "1");
        return;
    }
    const BEFORE: &[&str] = &["sheets", "functionGroups", "externalReferences", "definedNames"];
    let before = |node: &Node| node.element().is_some_and(|child| BEFORE.contains(&child.local()));
    let at = root.children.iter().rposition(before).map_or(root.children.len(), |at| at + 1);
    let settings = Element::new(&format!("{}calcPr", root.prefix()), "fullCalcOnLoad=\"1\"", Vec::new());
    root.children.insert(at, Node::Element(settings));
}

/// The order in which cells were counted is no more.
fn without_chain(package: &mut Package, book: &Book) {
    let Some(chain) = relations(package, &book.path).into_iter().find(|one| one.kind.ends_with("/calcChain")) else {
        return;
    };
    package.parts.retain(|part| part.name != chain.target);
    let (folder, name) = book.path.rsplit_once('/').unwrap_or(("", &book.path));
    let ends = |element: &Element, key: &str, end: &str| element.attribute(key).is_some_and(|text| text.ends_with(end));
    changed(package, &format!("{folder}/_rels/{name}.rels"), &mut |root| {
        root.children.retain(|node| !node.element().is_some_and(|one| ends(one, "Type", "/calcChain")));
    });
    changed(package, "[Content_Types].xml", &mut |root| {
        root.children.retain(|node| !node.element().is_some_and(|one| ends(one, "PartName", &chain.target)));
    });
}

/// What has moved on a sheet.
struct Shift<'a> {
    sheets: &'a Sheets,
    name: &'a str,
    rows: &'a Rows,
}

impl Shift<'_> {
    /// An element with all that is in it; whether anything is left that it is about.
    fn follows(&self, element: &mut Element) -> bool {
        for key in ["ref", "sqref"] {
            if let Some(places) = element.attribute(key) {
                let moved = self.places(&places);
                if moved.is_empty() {
                    return false;
                }
                element.set_attribute(key, &moved);
            }
        }
        for key in ["topLeftCell", "activeCell"] {
            if let Some(cell) = element.attribute(key).and_then(|text| End::cell(&text)) {
                element.set_attribute(key, &cell.at(self.rows.first(cell.row)));
            }
        }
        self.formulas(element);
        let local = element.local().to_owned();
        match local.as_str() {
            "mergeCells" => self.merged(element),
            "brk" => return true,
            "rowBreaks" => self.breaks(element),
            _ => {}
        }
        let before = element.elements().count();
        if local != "mergeCells" {
            element.children.retain_mut(|node| match node {
                Node::Element(child) => self.follows(child),
                _ => true,
            });
        }
        let count = element.elements().count();
        if HOLDERS.contains(&local.as_str()) {
            for key in ["count", "manualBreakCount"] {
                if element.attribute(key).is_some() {
                    element.set_attribute(key, &count.to_string());
                }
            }
            return count > 0;
        }
        before == 0 || count > 0 || local != "conditionalFormatting"
    }

    fn formulas(&self, element: &mut Element) {
        let moved = |text: &str| self.sheets.moved(text, Some(self.name), None);
        if FORMULAS.contains(&element.local()) {
            let text = moved(&element.text());
            element.set_text(&text);
        } else if element.local() == "sqref" {
            let text = self.places(&element.text());
            element.set_text(&text);
        }
        if let Some(place) = element.attribute("location").filter(|_| element.local() == "hyperlink") {
            element.set_attribute("location", &moved(&place));
        }
        if element.attribute("type").as_deref() == Some("formula") && element.local() == "cfvo" {
            let text = element.attribute("val").map(|text| moved(&text));
            text.into_iter().for_each(|text| element.set_attribute("val", &text));
        }
    }

    /// Places between blanks, as `A1:B2 C5`; those that have gone are left out.
    fn places(&self, text: &str) -> String {
        let moved = text.split_whitespace().filter_map(|place| match ends(place) {
            Some((from, to)) => {
                let (first, last) = self.rows.range(from.row, to.row)?;
                let one = from.at(first);
                let other = to.at(last);
                Some(if one == other { one } else { format!("{one}:{other}") })
            }
            None => Some(place.to_owned()),
        });
        moved.collect::<Vec<_>>().join(" ")
    }

    /// Cells merged within a row that repeats are merged in each copy.
    fn merged(&self, element: &mut Element) {
        let mut children = Vec::new();
        for node in std::mem::take(&mut element.children) {
            let Node::Element(merge) = node else { continue };
            let place = merge.attribute("ref").unwrap_or_default();
            let within = ends(&place).filter(|(from, to)| from.row == to.row);
            let moved: Vec<String> = match within {
                Some((from, to)) => (0..self.rows.times(from.row))
                    .map(|copy| self.rows.first(from.row) + copy)
                    .map(|row| format!("{}:{}", from.at(row), to.at(row)))
                    .collect(),
                None => vec![self.places(&place)],
            };
            for place in moved.into_iter().filter(|place| place.contains(':')) {
                let mut copy = merge.clone();
                copy.set_attribute("ref", &place);
                children.push(Node::Element(copy));
            }
        }
        element.children = children;
    }

    /// A page ends behind the last copy of the row behind which it ended.
    fn breaks(&self, element: &mut Element) {
        for one in element.elements_mut() {
            if let Some(row) = one.attribute("id").and_then(|id| id.parse().ok()) {
                one.set_attribute("id", &self.rows.last(row).to_string());
            }
        }
    }

    /// Pictures keep their size and go with the row on which they stand.
    fn anchors(&self, root: &mut Element) {
        for anchor in root.elements_mut() {
            let row = |anchor: &Element, end: &str| -> Option<u32> {
                anchor.child(end)?.child("row")?.text().trim().parse().ok()
            };
            let (Some(from), to) = (row(anchor, "from"), row(anchor, "to")) else { continue };
            let moved = |row: u32| self.rows.first(row.saturating_add(1)).saturating_sub(1);
            let keeps = anchor.child("pic").is_some() || anchor.attribute("editAs").as_deref() == Some("oneCell");
            let new = moved(from);
            set(anchor, "from", new);
            if let Some(to) = to {
                set(anchor, "to", if keeps { new.saturating_add(to.saturating_sub(from)) } else { moved(to) });
            }
        }
    }

    fn notes(&self, root: &mut Element) {
        let Some(list) = root.child_mut("commentList") else { return };
        for note in list.elements_mut() {
            if let Some(cell) = note.attribute("ref").and_then(|text| End::cell(&text)) {
                note.set_attribute("ref", &cell.at(self.rows.first(cell.row)));
            }
        }
    }

    /// The boxes in which notes are shown.
    fn boxes(&self, element: &mut Element) {
        if element.local() == "Row"
            && let Ok(row) = element.text().trim().parse::<u32>()
        {
            element.set_text(&self.rows.first(row.saturating_add(1)).saturating_sub(1).to_string());
        }
        element.elements_mut().for_each(|child| self.boxes(child));
    }
}

fn set(anchor: &mut Element, end: &str, row: u32) {
    if let Some(element) = anchor.child_mut(end).and_then(|end| end.child_mut("row")) {
        element.set_text(&row.to_string());
    }
}

/// The ends of `A1:B2`; of `A1` the same twice.
pub fn ends(place: &str) -> Option<(End, End)> {
    match place.split_once(':') {
        Some((from, to)) => Some((End::cell(from)?, End::cell(to)?)),
        None => {
            let cell = End::cell(place)?;
            Some((cell.clone(), cell))
        }
    }
}
