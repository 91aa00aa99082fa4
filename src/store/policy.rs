//! policy.toml and what else stands beside kehu.toml: read whole, edited without touching anything else.

use std::path::Path;

use super::{Book, LARGEST, decode, disk};
use crate::error::{Error, Place, Result};
use crate::formats::policy::{Reading, read};
use crate::formats::toml::{Edit, apply};
use crate::model::field::RecordType;

/// The file that holds the credit policy, where the firm has one of its own.
pub const POLICY_FILE: &str = "policy.toml";

/// The text of a file of the book's own, by its name; `None` where there is none.
pub(super) fn text_of(root: &Path, name: &str) -> Result<Option<String>> {
    let path = root.join(name);
    if !disk::exists(&path) {
        return Ok(None);
    }
    let bytes = disk::read_at_most(&path, LARGEST).map_err(|error| error.at(Place::file(name)))?;
    decode(bytes, name).map(Some)
}

/// What policy.toml says; `None` where there is none.
///
/// # Errors
/// It cannot be read at all.
pub(super) fn read_policy(root: &Path) -> Result<Option<Reading>> {
    Ok(text_of(root, POLICY_FILE)?.map(|text| read(POLICY_FILE, &text)))
}

impl Book {
    /// The text of a file that stands beside kehu.toml, by its name; `None` where there is none.
    ///
    /// # Errors
    /// It is too large, no file, not UTF-8, or cannot be read.
    pub fn text_of(&self, name: &str) -> Result<Option<String>> {
        text_of(&self.root, name)
    }

    /// The text of such a file with edits made, not yet written. `schema` tells in which order keys stand.
    ///
    /// # Errors
    /// It does not parse, or the edits do not fit.
    pub fn edited_text(&self, name: &str, text: &str, schema: &'static RecordType, edits: &[Edit]) -> Result<String> {
        apply(text, schema, edits).map_err(|fault| fault.in_file(name, text))
    }

    /// Writes such a file anew in the place of what was read. Call it under [`Book::lock`].
    ///
    /// # Errors
    /// It is a link, is not what it was when it was read, or cannot be written; the old one stays.
    pub fn replace_text(&self, name: &str, old: &str, new: &str) -> Result<()> {
        if old == new {
            return Ok(());
        }
        disk::write_over(&self.root.join(name), old.as_bytes(), new.as_bytes())
            .map_err(|error| Error { place: Some(Place::file(name)), ..error })
    }
}
