//! TOML as cards and settings are written in it: parsed once, with the place of everything.

mod content;
mod edit;
mod literal;
mod message;
mod path;
mod read;
mod walk;

use std::ops::Range;

use serde::de::{DeserializeOwned, DeserializeSeed};
pub use toml::Spanned;
pub use toml::de::{DeTable, DeValue};

pub use content::{End, Piece, pieces};
pub use edit::{Edit, Record, apply};
pub use literal::{inline_table, list_of_tables, quoted};
pub use message::conflict;
pub use path::Step;
pub use walk::{UnknownKey, Visit, Walk, unknown_keys, walk};

use crate::error::{Error, Place};

/// A parsed file: its text, and its values with their places.
pub struct Document<'t> {
    /// The whole text as it stands in the file, byte order mark and all.
    pub text: &'t str,
    /// The root table.
    pub root: DeTable<'t>,
}

/// What is wrong at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes it is about.
    pub span: Range<usize>,
    /// What is wrong.
    pub what: String,
}

impl Fault {
    /// As an error of a file.
    pub fn in_file(self, file: &str, text: &str) -> Error {
        Error::new(self.what).at(Place::in_text(file, text, self.span.start))
    }
}

impl<'t> Document<'t> {
    /// Parses a text.
    ///
    /// # Errors
    /// Every syntax error of the text, in the order of the text; never empty.
    pub fn parse(text: &'t str) -> Result<Self, Vec<Fault>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return Err(message::faults(text, &errors));
        }
        let root = root.into_inner();
        let mut faults = Vec::new();
        message::malformed(&root, &mut faults);
        if faults.is_empty() { Ok(Self { text, root }) } else { Err(faults) }
    }

    /// Reads the document into a record of the model.
    ///
    /// # Errors
    /// The first value of a wrong type or outside its closed list, with its place.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        read::read(&self.root)
    }
}

/// Reads one value by what knows its type, which need not be a record of the model.
///
/// # Errors
/// The value is none of the type, with its place.
pub fn read_value<'de, S: DeserializeSeed<'de>>(value: &Spanned<DeValue<'_>>, seed: S) -> Result<S::Value, Fault> {
    read::read_value(value, seed)
}

/// Parses and reads in one go, telling the first thing that is wrong.
///
/// # Errors
/// The first fault of the text.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    match Document::parse(text) {
        Ok(document) => document.read(),
        Err(faults) => Err(faults.into_iter().next().unwrap_or(Fault { span: 0..0, what: String::new() })),
    }
}
