//! Edits that change nothing but what was asked, byte for byte.
//!
//! Each edit is one splice: a range of the old text gives way to a new piece, at a place that the parser's spans name
//! ([`layout`], [`commas`]). Comments, order, spacing, byte order mark and line ends outside that range cannot change,
//! because they are not touched; afterwards the new text is parsed, and must hold the old values with exactly this one
//! change ([`tree`]), or the edit is refused.

mod commas;
mod editor;
mod layout;
mod lines;
mod tree;

use std::ops::Range;

use editor::Editor;
use layout::is_header_list;
use lines::Lines;
use tree::Tree;

use super::path::{find, reached};
use super::{Document, Fault, Step};
use crate::lang::tr;
use crate::model::field::RecordType;

/// One change of a file. Values are TOML literals on one line; only between the items of a list a line may end.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a value at a path, in place of what is there; tables on the way are made.
    Set {
        /// Where.
        path: Vec<Step>,
        /// What.
        value: String,
    },
    /// Takes a value away; a comment behind it stays.
    Remove {
        /// Where.
        path: Vec<Step>,
    },
    /// Adds a value at the end of a list, which is made where there is none.
    PushValue {
        /// The list.
        path: Vec<Step>,
        /// What.
        value: String,
    },
    /// Adds a record at the end of a list of records; at the root, at the end of the file.
    PushRecord {
        /// The list.
        path: Vec<Step>,
        /// Keys and values.
        fields: Vec<(&'static str, String)>,
    },
    /// Adds several records at the end of a list of records, in one go.
    PushRecords {
        /// The list.
        path: Vec<Step>,
        /// Keys and values of each.
        records: Vec<Record>,
    },
}

/// Keys and values of a record.
pub type Record = Vec<(&'static str, String)>;

impl Edit {
    fn path(&self) -> &[Step] {
        match self {
            Self::Set { path, .. } | Self::Remove { path } => path,
            Self::PushValue { path, .. } | Self::PushRecord { path, .. } | Self::PushRecords { path, .. } => path,
        }
    }
}

/// Applies edits one after the other. `schema` tells in which order keys stand.
///
/// # Errors
/// The text does not parse, or an edit is refused; nothing is changed then. Refused are edits that
/// - lead through, or push onto, something that is no table or list, or no such item of a list;
/// - replace or take away as a whole what does not stand in one piece (`[table]`, `[[record]]`, dotted keys) or holds
///   comments of its own;
/// - bring a value that is not one TOML literal, or one whose lines end elsewhere than between the items of a list.
pub fn apply(text: &str, schema: &'static RecordType, edits: &[Edit]) -> Result<String, Fault> {
    edits.iter().try_fold(text.to_owned(), |text, edit| match edit {
        Edit::PushRecords { records, .. } if records.is_empty() => Ok(text),
        // between the commas of a list each record finds its place behind the one before
        Edit::PushRecords { path, records } if !is_headed(&text, path) => {
            let one = |fields: &Record| Edit::PushRecord { path: path.clone(), fields: fields.clone() };
            records.iter().try_fold(text, |text, fields| apply_one(&text, schema, &one(fields)))
        }
        edit => apply_one(&text, schema, edit),
    })
}

/// Whether records of this list stand, or would stand, under headers of their own.
fn is_headed(text: &str, path: &[Step]) -> bool {
    Document::parse(text).is_ok_and(|document| match find(&document.root, path) {
        Some(list) => is_header_list(list),
        None => path.len() == 1,
    })
}

fn apply_one(text: &str, schema: &'static RecordType, edit: &Edit) -> Result<String, Fault> {
    let document = Document::parse(text)
        .map_err(|faults| faults.into_iter().next().unwrap_or_else(|| Fault { span: 0..0, what: String::new() }))?;
    let place = reached(&document.root, edit.path());
    let wanted = Tree::of(&document.root).changed(edit).ok_or_else(|| misfit(place.clone()))?.pruned();
    let splice = Editor { lines: Lines(text), root: &document.root, schema }.splice(edit);
    splice
        .and_then(|splice| splice.applied(text))
        .filter(|edited| Document::parse(edited).is_ok_and(|after| Tree::of(&after.root).pruned() == wanted))
        .ok_or_else(|| refusal(place))
}

/// A range of the text and what takes its place.
#[derive(Debug)]
struct Splice {
    range: Range<usize>,
    text: String,
}

impl Splice {
    fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    fn applied(&self, text: &str) -> Option<String> {
        Some([text.get(..self.range.start)?, &self.text, text.get(self.range.end..)?].concat())
    }
}

fn misfit(span: Range<usize>) -> Fault {
    let what = tr("what stands here does not fit the change", "此处内容与要做的修改不符");
    Fault { span, what: what.to_owned() }
}

fn refusal(span: Range<usize>) -> Fault {
    let what = tr("this change cannot be made without touching something else", "此修改会影响其他内容，无法自动完成");
    Fault { span, what: what.to_owned() }
}
