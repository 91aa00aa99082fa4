//! The text of a paragraph or a cell, whole, whichever runs Word or Excel has cut it into; and the runs again, with
//! something else in them.

use std::ops::Range;

use super::xml::{Element, Node};

/// What belongs to a paragraph but is no text of it: properties, and what is a text by itself.
const APART: &[&str] = &["pPr", "rPr", "txbxContent", "p", "tbl"];

/// The text of a paragraph. Tabs and line breaks are one character each.
pub fn text(paragraph: &Element, prefix: &str) -> String {
    let mut text = String::new();
    gather(paragraph, prefix, &mut text);
    text
}

fn gather(element: &Element, prefix: &str, text: &mut String) {
    for child in element.elements() {
        match child.name.strip_prefix(prefix) {
            Some("t") => text.push_str(&child.text()),
            Some("tab") => text.push('\t'),
            Some("br" | "cr") => text.push('\n'),
            Some(local) if APART.contains(&local) => {}
            _ => gather(child, prefix, text),
        }
    }
}

/// Whether there is something in a paragraph that people see beside its text.
pub fn shows(element: &Element, prefix: &str) -> bool {
    const SEEN: &[&str] =
        &["drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference", "fldSimple", "fldChar"];
    element.elements().any(|child| {
        let local = child.name.strip_prefix(prefix);
        local.is_some_and(|local| SEEN.contains(&local)) || (local != Some("pPr") && shows(child, prefix))
    })
}

/// Puts other texts in the place of parts of a paragraph: what begins in a run stands there, with its looks. Lines are
/// elements of their own in Word, where `breaks` says so.
pub fn replace(paragraph: &mut Element, prefix: &str, breaks: bool, edits: &[(Range<usize>, String)]) {
    let mut at = 0;
    change(paragraph, prefix, breaks, edits, &mut at);
}

fn change(element: &mut Element, prefix: &str, breaks: bool, edits: &[(Range<usize>, String)], at: &mut usize) {
    let mut children = Vec::with_capacity(element.children.len());
    for node in std::mem::take(&mut element.children) {
        let Node::Element(mut child) = node else {
            children.push(node);
            continue;
        };
        match child.name.strip_prefix(prefix) {
            Some("t") => {
                let text = child.text();
                let range = *at..*at + text.len();
                *at = range.end;
                match edited(&text, &range, edits) {
                    Some(new) => children.extend(lines(&new, prefix, breaks)),
                    None => children.push(Node::Element(child)),
                }
            }
            Some("tab" | "br" | "cr") => {
                let kept = !edits.iter().any(|(range, _)| range.contains(at));
                *at += 1;
                if kept {
                    children.push(Node::Element(child));
                }
            }
            Some(local) if APART.contains(&local) => children.push(Node::Element(child)),
            _ => {
                change(&mut child, prefix, breaks, edits, at);
                children.push(Node::Element(child));
            }
        }
    }
    element.children = children;
}

/// The text of a run with its edits; `None` where it has none.
fn edited(text: &str, place: &Range<usize>, edits: &[(Range<usize>, String)]) -> Option<String> {
    let touching = |range: &Range<usize>| range.start < place.end && place.start < range.end;
    let mut out = String::new();
    let mut at = place.start;
    let mut changed = false;
    let piece = |from: usize, to: usize| {
        text.get(from.saturating_sub(place.start)..to.saturating_sub(place.start)).unwrap_or_default()
    };
    for (range, new) in edits.iter().filter(|(range, _)| touching(range)) {
        changed = true;
        out.push_str(piece(at, range.start.max(at)));
        if place.contains(&range.start) {
            out.push_str(new);
        }
        at = range.end.min(place.end).max(at);
    }
    out.push_str(piece(at, place.end));
    changed.then_some(out)
}

/// A text as it is held: in Excel as one, in Word with elements for lines and tabs.
fn lines(text: &str, prefix: &str, breaks: bool) -> Vec<Node> {
    let run = |text: &str| {
        let mut element = Element::new(&format!("{prefix}t"), "xml:space=\"preserve\"", Vec::new());
        element.set_text(text);
        Node::Element(element)
    };
    if !breaks {
        return vec![run(text)];
    }
    let mut nodes = Vec::new();
    for line in text.split_inclusive(['\n', '\t']) {
        let said = line.trim_end_matches(['\n', '\t']);
        if !said.is_empty() {
            nodes.push(run(said));
        }
        let end = match line.chars().next_back() {
            Some('\n') => "br",
            Some('\t') => "tab",
            _ => continue,
        };
        nodes.push(Node::Element(Element::new(&format!("{prefix}{end}"), "", Vec::new())));
    }
    nodes
}
