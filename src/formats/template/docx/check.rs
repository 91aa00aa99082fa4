//! What a Word template asks for, and all that is wrong with it, before anything is filled.

use super::{is, paragraphs};
use crate::error::{Error, Place};
use crate::formats::template::Names;
use crate::formats::template::mark::{Fault, Mark, What, marks};
use crate::formats::template::runs::text;
use crate::formats::template::text::{closes, closes_nothing, not_closed, two_lists};
use crate::formats::template::xml::Element;
use crate::lang::tr;
use crate::tr;

/// How much of a paragraph is shown with an error.
const SHOWN: usize = 24;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// What is asked for.
    pub marks: Vec<What>,
    /// What is wrong.
    pub errors: Vec<Error>,
}

/// A look through one part.
pub struct Check<'a> {
    names: &'a dyn Names,
    prefix: String,
    /// What people call the part.
    called: String,
    file: &'a str,
    paragraph: usize,
    found: Found,
    /// The blocks that are open: what begins each, and where.
    open: Vec<(What, Place)>,
    /// How many of them began outside of what is looked at, and cannot end in it.
    base: usize,
}

impl<'a> Check<'a> {
    /// Of a part, by its root.
    pub fn new(names: &'a dyn Names, root: &Element, file: &'a str) -> Self {
        let called = match root.local() {
            "hdr" => tr("header", "页眉"),
            "ftr" => tr("footer", "页脚"),
            "footnotes" => tr("footnotes", "脚注"),
            "endnotes" => tr("endnotes", "尾注"),
            _ => tr("text", "正文"),
        };
        let prefix = root.prefix().to_owned();
        let (called, found) = (called.to_owned(), Found::default());
        Self { names, prefix, called, file, paragraph: 0, found, open: Vec::new(), base: 0 }
    }

    /// What was found.
    pub fn found(self) -> Found {
        self.found
    }

    /// Looks through the root.
    pub fn all(&mut self, root: &Element) {
        self.alone(|check| check.children(root));
    }

    fn children(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.strip_prefix(self.prefix.as_str()) {
                Some("p") => self.paragraph(child),
                Some("tr") => self.row(child),
                // a block ends where it began: in the same table, box or note
                Some("tbl" | "txbxContent" | "footnote" | "endnote") => self.alone(|check| check.children(child)),
                _ => self.children(child),
            }
        }
    }

    /// Looks at something in which no block may end that began outside, nor the other way round.
    fn alone(&mut self, look: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.base, self.open.len());
        look(self);
        for (what, place) in self.open.split_off(self.base) {
            if let What::Open { said, .. } = &what {
                self.found.errors.push(not_closed(0, said).at_place(place));
            }
        }
        self.base = before;
    }

    fn row(&mut self, row: &Element) {
        let mut list: Option<String> = None;
        let (prefix, names) = (self.prefix.clone(), self.names);
        let mut faults = Vec::new();
        let mut paragraph = self.paragraph;
        paragraphs(row, &prefix, &mut |element| {
            paragraph += 1;
            let (found, _) = marks(&text(element, &prefix), names);
            for named in found.iter().filter_map(|mark| mark.what.list()) {
                match &list {
                    Some(one) if one != named => faults.push((two_lists(0, one, named), paragraph)),
                    Some(_) => {}
                    None => list = Some(named.to_owned()),
                }
            }
        });
        for (fault, paragraph) in faults {
            let place = self.place(paragraph, "");
            self.found.errors.push(fault.at_place(place));
        }
        if list.is_some() { self.alone(|check| check.children(row)) } else { self.children(row) }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        self.paragraph += 1;
        let text = text(paragraph, &self.prefix);
        let (found, faults) = marks(&text, self.names);
        let place = self.place(self.paragraph, text.trim());
        let mut wrong: Vec<Fault> = faults;
        let mut list: Option<&str> = None;
        for named in found.iter().filter_map(|mark| mark.what.list()) {
            match list {
                Some(one) if one != named => wrong.push(two_lists(0, one, named)),
                _ => list = Some(named),
            }
        }
        self.found.errors.extend(wrong.into_iter().map(|fault| fault.at_place(place.clone())));
        let repeats = list.is_some();
        let balance = |check: &mut Self| check.balance(&found, &place);
        if repeats {
            self.alone(balance)
        } else {
            balance(self)
        }
        self.found.marks.extend(found.into_iter().map(|mark| mark.what));
        self.nested(paragraph);
    }

    fn balance(&mut self, found: &[Mark], place: &Place) {
        for mark in found {
            match &mark.what {
                What::Open { .. } => self.open.push((mark.what.clone(), place.clone())),
                What::Close(name, said) => {
                    let begun = if self.open.len() > self.base { self.open.pop() } else { None };
                    if !begun.is_some_and(|(begun, _)| closes(name.as_ref(), &begun)) {
                        self.found.errors.push(closes_nothing(0, said).at_place(place.clone()));
                    }
                }
                What::Value(..) => {}
            }
        }
    }

    /// Text boxes in a paragraph.
    fn nested(&mut self, element: &Element) {
        for child in element.elements() {
            if is(child, &self.prefix, "txbxContent") {
                self.alone(|check| check.children(child));
            } else {
                self.nested(child);
            }
        }
    }

    fn place(&self, paragraph: usize, text: &str) -> Place {
        let (file, called) = (self.file, &self.called);
        let shown: String = text.chars().take(SHOWN).collect();
        let shown = if shown.is_empty() { shown } else { tr!(" \"{shown}\"", "“{shown}”") };
        Place::file(tr!("{file}, {called}, paragraph {paragraph}{shown}", "{file} {called}第 {paragraph} 段{shown}"))
    }
}
