//! The user's own templates: what is written in them, and how they are filled. Bytes in, bytes out; values come through
//! [`Values`].

pub mod value;

pub use value::Value;

use crate::lang::Lang;

/// A placeholder's name, understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// What it is about: `order`, or the list that it is an entry of, `lines`.
    pub group: String,
    /// What of it, in English: `total`, `pay.deposit`; nothing where all of it is meant.
    pub key: String,
    /// Whether the group is a list.
    pub list: bool,
    /// In which language it was asked for.
    pub lang: Lang,
}

/// What may be named.
pub trait Names {
    /// What is meant by a name.
    ///
    /// # Errors
    /// Nothing; the nearest name that is known, if one is near.
    fn find(&self, name: &str) -> Result<Name, Option<String>>;
}

/// What the names stand for.
pub trait Values {
    /// How many entries a list has.
    fn rows(&self, list: &str) -> usize;
    /// A value; of a list that of the entry at `row`, counted from 0.
    fn value(&self, name: &Name, row: Option<usize>) -> Value;
}
