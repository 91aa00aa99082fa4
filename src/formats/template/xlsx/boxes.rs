//! Text boxes, shapes and the titles of charts: what is written in them stands in parts of its own.

use super::check::{Found, only_values};
use super::put;
use crate::error::Place;
use crate::formats::package::{Package, Part};
use crate::formats::template::mark::{What, marks, may_hold, written};
use crate::formats::template::runs::{replace, text};
use crate::formats::template::xml::{self, Element};
use crate::formats::template::{Names, Values};
use crate::tr;

/// How much of a text is shown with an error.
const SHOWN: usize = 24;

/// Looks through all of them.
pub fn check(package: &Package, names: &dyn Names, file: &str, found: &mut Found) {
    for part in package.parts.iter().filter(|part| is_drawn(part)) {
        let Ok(nodes) = xml::parse(&part.bytes) else { continue };
        let Some(root) = xml::root(&nodes) else { continue };
        paragraphs(root, &mut |paragraph| {
            let text = text(paragraph, paragraph.prefix());
            let (marks, faults) = marks(&text, names);
            let shown: String = text.trim().chars().take(SHOWN).collect();
            let place = Place::file(tr!("{file}, text box \"{shown}\"", "{file} 文本框“{shown}”"));
            let others = marks.iter().filter(|mark| !matches!(&mark.what, What::Value(name, _) if !name.list));
            let all = faults.into_iter().chain(others.map(|_| only_values()));
            found.errors.extend(all.map(|fault| fault.at_place(place.clone())));
            found.marks.extend(marks.into_iter().map(|mark| mark.what));
        });
    }
}

/// Fills all of them.
pub fn fill(package: &mut Package, values: &dyn Values, names: &dyn Names) {
    for at in 0..package.parts.len() {
        let Some(part) = package.parts.get(at).filter(|part| is_drawn(part)) else { continue };
        let Ok(mut nodes) = xml::parse(&part.bytes) else { continue };
        if let Some(root) = xml::root_mut(&mut nodes) {
            change(root, values, names);
            put(package, at, &nodes);
        }
    }
}

/// Whether a part is drawn and may ask for something.
fn is_drawn(part: &Part) -> bool {
    let drawn = ["xl/drawings/", "xl/charts/"].iter().any(|folder| part.name.starts_with(folder));
    drawn && part.name.ends_with(".xml") && may_hold(&String::from_utf8_lossy(&part.bytes))
}

fn is_paragraph(element: &Element) -> bool {
    element.local() == "p" && element.elements().any(|child| child.local() == "r")
}

fn paragraphs(element: &Element, see: &mut dyn FnMut(&Element)) {
    if is_paragraph(element) {
        see(element);
    } else {
        element.elements().for_each(|child| paragraphs(child, see));
    }
}

fn change(element: &mut Element, values: &dyn Values, names: &dyn Names) {
    if !is_paragraph(element) {
        element.elements_mut().for_each(|child| change(child, values, names));
        return;
    }
    let prefix = element.prefix().to_owned();
    let (found, _) = marks(&text(element, &prefix), names);
    let edits: Vec<_> = found
        .into_iter()
        .filter_map(|mark| match &mark.what {
            What::Value(name, styles) => {
                let value = written(&values.value(name, None), name.lang, styles);
                Some((mark.range, value.replace('\n', " ")))
            }
            _ => None,
        })
        .collect();
    if !edits.is_empty() {
        replace(element, &prefix, false, &edits);
        plain(element);
    }
}

/// Texts of drawings say nothing of the blanks in them; Excel takes a file in which they do for a broken one.
fn plain(element: &mut Element) {
    if element.local() == "t" {
        element.remove_attribute("xml:space");
    }
    element.elements_mut().for_each(plain);
}
