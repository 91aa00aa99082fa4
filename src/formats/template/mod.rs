//! The user's own templates: what is written in them, and how they are filled. Bytes in, bytes out; values come through
//! [`Values`].

mod docx;
mod mark;
mod runs;
mod text;
pub mod value;
mod words;
mod xlsx;
mod xml;

pub use value::Value;

use std::cell::RefCell;
use std::collections::BTreeSet;

use docx::Docx;
use mark::What;
use text::Text;
use xlsx::Xlsx;

use crate::error::{Error, Place, Result};
use crate::lang::{Lang, tr};

/// The largest paper that is made, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;

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
    fn find(&self, name: &str) -> std::result::Result<Name, Option<String>>;
    /// Whether it is one value, not a group of them.
    fn is_value(&self, name: &Name) -> bool;
    /// The name of a value of a group, as an example.
    fn part_of(&self, group: &Name) -> String;
}

/// What the names stand for.
pub trait Values {
    /// How many entries a list has.
    fn rows(&self, list: &str) -> usize;
    /// A value; of a list that of the entry at `row`, counted from 0.
    fn value(&self, name: &Name, row: Option<usize>) -> Value;
    /// The same for a block that only wants to know whether there is one.
    fn look(&self, name: &Name, row: Option<usize>) -> Value {
        self.value(name, row)
    }
    /// Whether anything is known of a group.
    fn knows(&self, group: &str) -> bool;
}

/// Whether a block that asks for a name is kept.
fn holds(values: &dyn Values, name: &Name, row: Option<usize>) -> bool {
    match (name.key.is_empty(), name.list) {
        (true, true) => values.rows(&name.group) > 0,
        (true, false) => values.look(name, None).holds() || values.knows(&name.group),
        (false, _) => values.look(name, row).holds(),
    }
}

/// Values, and which of those that were written say nothing.
struct Watched<'a> {
    values: &'a dyn Values,
    empty: RefCell<BTreeSet<Name>>,
    said: RefCell<BTreeSet<Name>>,
}

impl Values for Watched<'_> {
    fn rows(&self, list: &str) -> usize {
        self.values.rows(list)
    }

    fn value(&self, name: &Name, row: Option<usize>) -> Value {
        let value = self.values.value(name, row);
        let seen = if value.is_empty() { &self.empty } else { &self.said };
        seen.borrow_mut().insert(name.clone());
        value
    }

    fn look(&self, name: &Name, row: Option<usize>) -> Value {
        self.values.look(name, row)
    }

    fn knows(&self, group: &str) -> bool {
        self.values.knows(group)
    }
}

/// A paper that was made.
#[derive(Debug)]
pub struct Filled {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The placeholders in it of which nothing is known, in no row.
    pub empty: Vec<Name>,
}

/// Characters that nobody sees and that change how others are read.
fn unseen(c: char) -> bool {
    crate::model::name::invisible(c)
}

/// What kind of file a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.md`
    Markdown,
    /// `.txt`
    Plain,
    /// `.html`
    Html,
    /// `.docx`
    Word,
    /// `.xlsx`
    Excel,
}

impl Kind {
    /// Whether its papers show pictures.
    pub fn shows_pictures(self) -> bool {
        matches!(self, Self::Word | Self::Html)
    }

    /// By the ending of a file's name; `None` where it is no kind of template.
    pub fn of(file: &str) -> Option<Self> {
        let (_, ending) = file.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "txt" => Self::Plain,
            "html" | "htm" => Self::Html,
            "docx" => Self::Word,
            "xlsx" => Self::Excel,
            _ => return None,
        })
    }
}

/// A template, read and understood.
#[derive(Debug)]
pub struct Template {
    inner: Inner,
    file: String,
}

#[derive(Debug)]
enum Inner {
    Text(Text),
    Word(Docx),
    Excel(Xlsx),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn read(bytes: &[u8], file: &str, kind: Kind, names: &dyn Names) -> std::result::Result<Self, Vec<Error>> {
        let inner = match kind {
            Kind::Word => Inner::Word(Docx::read(bytes, file, names)?),
            Kind::Excel => Inner::Excel(Xlsx::read(bytes, file, names)?),
            kind => Inner::Text(Text::read(bytes, file, kind, names)?),
        };
        Ok(Self { inner, file: file.to_owned() })
    }

    /// The names that it uses, each once, in their order.
    pub fn names(&self) -> Vec<Name> {
        let marks: Vec<&What> = match &self.inner {
            Inner::Text(text) => text.marks.iter().map(|mark| &mark.what).collect(),
            Inner::Word(docx) => docx.marks.iter().collect(),
            Inner::Excel(xlsx) => xlsx.marks.iter().collect(),
        };
        let mut names: Vec<Name> = Vec::new();
        for name in marks.into_iter().filter_map(What::name) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// The paper.
    ///
    /// # Errors
    /// It would be larger than is reasonable.
    pub fn fill(&self, values: &dyn Values, names: &dyn Names) -> Result<Filled> {
        let watched = Watched { values, empty: RefCell::default(), said: RefCell::default() };
        let bytes = match &self.inner {
            Inner::Text(text) => text.fill(&watched, &self.file),
            Inner::Word(docx) => docx.fill(&watched, names, &self.file),
            Inner::Excel(xlsx) => xlsx.fill(&watched, names, &self.file),
        }?;
        let (empty, said) = (watched.empty.into_inner(), watched.said.into_inner());
        Ok(Filled { bytes, empty: empty.difference(&said).cloned().collect() })
    }
}

fn large(file: &str) -> Error {
    Error::new(tr("the paper would be larger than is reasonable", "生成的文件会过大"))
        .at(Place::file(file))
        .next(tr("shorten what the card says, or the template", "请缩短卡片内容或模板"))
}

#[cfg(test)]
mod tests;
