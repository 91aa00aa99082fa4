//! A Word template filled: paragraphs, rows that repeat, blocks that go.

use std::ops::Range;

use super::pictures::Pictures;
use super::{is, paragraphs};
use crate::formats::template::mark::{What, marks, written};
use crate::formats::template::runs::{replace, shows, text};
use crate::formats::template::xml::{Element, Node};
use crate::formats::template::{LARGEST, Names, Value, Values, holds};

/// What Word numbers; copies get numbers of their own, far from those it gives itself.
const COPIED_FROM: u32 = 1_000_000;

/// The entry of a list that a row is filled with.
type Entry = Option<usize>;

/// One part in the making.
pub struct Filling<'a> {
    values: &'a dyn Values,
    names: &'a dyn Names,
    prefix: String,
    /// Whether each block around is kept.
    open: Vec<bool>,
    /// What people would see was kept, so many times.
    kept: usize,
    copies: u32,
    weight: usize,
    /// The pictures that the part shows.
    pictures: &'a mut Pictures,
}

/// What became of a paragraph or row.
#[derive(PartialEq, Eq)]
enum Left {
    Stays,
    Goes,
}

impl<'a> Filling<'a> {
    /// A part whose elements begin with this.
    pub fn new(values: &'a dyn Values, names: &'a dyn Names, prefix: String, pictures: &'a mut Pictures) -> Self {
        Self { values, names, prefix, open: Vec::new(), kept: 0, copies: 0, weight: 0, pictures }
    }

    /// Whether what repeats has grown beyond what is reasonable; then the rest was left out.
    pub fn is_too_large(&self) -> bool {
        self.weight > LARGEST
    }

    fn is_open(&self) -> bool {
        self.open.iter().all(|kept| *kept)
    }

    /// Fills what is in an element.
    pub fn inside(&mut self, element: &mut Element, entry: Entry) {
        let prefix = self.prefix.clone();
        let holds_paragraphs = element.elements().any(|child| is(child, &prefix, "p"));
        let first = element.elements().find(|child| is(child, &prefix, "p")).cloned();
        let mut children = Vec::with_capacity(element.children.len());
        for node in std::mem::take(&mut element.children) {
            let Node::Element(child) = node else {
                children.push(node);
                continue;
            };
            match child.name.strip_prefix(prefix.as_str()) {
                Some("p") => {
                    self.repeated(child, entry, &mut children, Self::paragraph);
                }
                Some("tr") => {
                    self.repeated(child, entry, &mut children, Self::row);
                }
                _ => {
                    let mut child = child;
                    if self.container(&mut child, entry) == Left::Stays {
                        children.push(Node::Element(child));
                    }
                }
            }
        }
        let ends_well = match children.iter().rev().find_map(Node::element) {
            // a cell that ends with a table is none to Word
            Some(last) => !is(last, &prefix, "tbl") || element.local() != "tc",
            None => false,
        };
        let any = children
            .iter()
            .filter_map(Node::element)
            .any(|child| is(child, &prefix, "p") || is(child, &prefix, "tbl") || is(child, &prefix, "sdt"));
        if holds_paragraphs && (!any || !ends_well) {
            let at = children
                .iter()
                .rposition(|node| !matches!(node.element(), Some(child) if is(child, &prefix, "sectPr")));
            let place = at.map_or(0, |at| at + 1).min(children.len());
            children.insert(place, Node::Element(emptied(first, &prefix)));
        }
        element.children = children;
    }

    /// Anything that is neither paragraph nor row. A table without rows, and what was only there for a block, goes.
    fn container(&mut self, element: &mut Element, entry: Entry) -> Left {
        let table = is(element, &self.prefix, "tbl");
        let had = element.elements().any(|child| is(child, &self.prefix, "tr"));
        let (open, kept) = (self.is_open(), self.kept);
        self.inside(element, entry);
        let rows = element.elements().any(|child| is(child, &self.prefix, "tr") || is(child, &self.prefix, "sdt"));
        let hidden = !open && !self.is_open() && kept == self.kept;
        let block = table || is(element, &self.prefix, "sdt");
        if (table && had && !rows) || (block && hidden) { Left::Goes } else { Left::Stays }
    }

    /// A paragraph or row, once or for each entry of the list that it names.
    fn repeated(
        &mut self,
        element: Element,
        entry: Entry,
        out: &mut Vec<Node>,
        fill: fn(&mut Self, &mut Element, Entry) -> Left,
    ) {
        let list = if entry.is_some() { None } else { self.list(&element) };
        let Some(list) = list else {
            let mut element = element;
            if fill(self, &mut element, entry) == Left::Stays {
                out.push(Node::Element(element));
            }
            return;
        };
        let count = if self.is_open() { self.values.rows(&list) } else { 0 };
        for row in 0..count {
            let mut copy = element.clone();
            if row > 0 {
                self.renumber(&mut copy);
            }
            if row + 1 < count && is(&copy, &self.prefix, "tr") {
                // what follows the table stays with its last row, not with all that there may be
                apart(&mut copy);
            }
            if fill(self, &mut copy, Some(row)) == Left::Stays {
                let node = Node::Element(copy);
                self.weight = self.weight.saturating_add(node.weight());
                out.push(node);
            }
            if self.is_too_large() {
                return;
            }
        }
    }

    /// The list that a paragraph or row names.
    fn list(&self, element: &Element) -> Option<String> {
        let mut list = None;
        let mut see = |paragraph: &Element| {
            let (found, _) = marks(&text(paragraph, &self.prefix), self.names);
            let named = found.iter().find_map(|mark| mark.what.list().map(str::to_owned));
            list = list.take().or(named);
        };
        if is(element, &self.prefix, "p") {
            see(element);
        } else {
            paragraphs(element, &self.prefix, &mut see);
        }
        list
    }

    fn row(&mut self, row: &mut Element, entry: Entry) -> Left {
        let (open, kept) = (self.is_open(), self.kept);
        let blocks = self.has_blocks(row);
        self.inside(row, entry);
        let hidden = !open && !self.is_open() && kept == self.kept;
        // a row that holds nothing but the beginning or end of a block
        let bare = blocks && kept == self.kept && !self.says(row);
        if hidden || bare { Left::Goes } else { Left::Stays }
    }

    fn has_blocks(&self, row: &Element) -> bool {
        let mut any = false;
        paragraphs(row, &self.prefix, &mut |paragraph| {
            let (found, _) = marks(&text(paragraph, &self.prefix), self.names);
            any |= found.iter().any(|mark| !matches!(mark.what, What::Value(..)));
        });
        any
    }

    fn says(&self, row: &Element) -> bool {
        let mut any = shows(row, &self.prefix);
        paragraphs(row, &self.prefix, &mut |paragraph| any |= !text(paragraph, &self.prefix).trim().is_empty());
        any
    }

    fn paragraph(&mut self, paragraph: &mut Element, entry: Entry) -> Left {
        let whole = text(paragraph, &self.prefix);
        let (found, _) = marks(&whole, self.names);
        let (hidden, mut blocks, mut values) = (!self.is_open(), false, 0);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        let mut drawn = Vec::new();
        let mut at = 0;
        for mark in found {
            if !self.is_open() {
                edits.push((at..mark.range.start, String::new()));
            }
            at = mark.range.end;
            let new = match &mark.what {
                What::Value(name, styles) if self.is_open() => {
                    values += 1;
                    self.kept += 1;
                    let value = self.values.value(name, entry);
                    if let Value::Picture(picture) = &value {
                        drawn.push(picture.clone());
                    }
                    written(&value, name.lang, styles)
                }
                What::Value(..) => String::new(),
                What::Open { name, none, .. } => {
                    blocks = true;
                    let kept = holds(self.values, name, entry) != *none;
                    self.open.push(kept);
                    String::new()
                }
                What::Close(..) => {
                    blocks = true;
                    self.open.pop();
                    String::new()
                }
            };
            edits.push((mark.range, new));
        }
        if !self.is_open() {
            edits.push((at..whole.len(), String::new()));
        }
        edits.retain(|(range, new)| !range.is_empty() || !new.is_empty());
        if !edits.is_empty() {
            replace(paragraph, &self.prefix, true, &edits);
        }
        for picture in drawn {
            let shown = self.pictures.shown(&picture, &self.prefix);
            paragraph.children.push(Node::Raw(shown));
        }
        let blank = values == 0 && text(paragraph, &self.prefix).trim().is_empty();
        let section = paragraph.child("pPr").is_some_and(|properties| properties.child("sectPr").is_some());
        let goes = !section && blank && (hidden || (blocks && !shows(paragraph, &self.prefix)));
        if goes {
            return Left::Goes;
        }
        if !hidden {
            self.kept += usize::from(!blank || shows(paragraph, &self.prefix));
        }
        self.boxes(paragraph, entry);
        Left::Stays
    }

    /// Text boxes in a paragraph.
    fn boxes(&mut self, element: &mut Element, entry: Entry) {
        let prefix = self.prefix.clone();
        for child in element.elements_mut() {
            if is(child, &prefix, "txbxContent") {
                self.inside(child, entry);
            } else {
                self.boxes(child, entry);
            }
        }
    }

    /// What must be there once only: bookmarks stay with the first copy, numbers of pictures and paragraphs are its own.
    fn renumber(&mut self, element: &mut Element) {
        let prefix = self.prefix.clone();
        element.remove_attribute("w14:paraId");
        element.remove_attribute("w14:textId");
        if element.local() == "docPr" {
            self.copies += 1;
            element.set_attribute("id", &(COPIED_FROM + self.copies).to_string());
        }
        element.children.retain(|node| {
            !node
                .element()
                .is_some_and(|child| is(child, &prefix, "bookmarkStart") || is(child, &prefix, "bookmarkEnd"))
        });
        for child in element.elements_mut() {
            self.renumber(child);
        }
    }
}

/// Lets a page end behind a row.
fn apart(element: &mut Element) {
    element.children.retain(|node| node.element().is_none_or(|child| child.local() != "keepNext"));
    element.elements_mut().for_each(apart);
}

/// A paragraph that says nothing, with the looks of another.
fn emptied(like: Option<Element>, prefix: &str) -> Element {
    let name = format!("{prefix}p");
    let properties = like.and_then(|like| like.child("pPr").cloned());
    let mut properties: Vec<Node> = properties.into_iter().map(Node::Element).collect();
    for node in &mut properties {
        if let Node::Element(element) = node {
            element.children.retain(|node| node.element().is_none_or(|child| child.local() != "sectPr"));
        }
    }
    Element::new(&name, "", properties)
}
