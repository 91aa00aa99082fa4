//! The papers that a new book begins with: written down as short texts, made into Word and Excel files by code. A person
//! edits them there once; kehu fills them.

mod excel;
mod places;
mod sources;
mod text;
mod word;

use crate::error::Result;
use crate::lang::{Lang, Words};

pub use excel::NAMES;
pub use places::Places;

/// A paper of those that ship with kehu.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// What its file is called, without the ending.
    pub name: Words,
    /// Its text. Where both stand, the Chinese one is for papers that only our own people read.
    en: &'static str,
    zh: Option<&'static str>,
    /// Whether there is an Excel file of it too.
    excel: bool,
}

/// In which languages a paper speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speech {
    /// One of them.
    One(Lang),
    /// English, and Chinese below: what goes abroad from a Chinese book, read by the buyer, his bank and our own people.
    Both,
}

impl Paper {
    /// The files of all papers for a book of this language: name and bytes.
    ///
    /// # Errors
    /// A file cannot be packed.
    pub fn files(lang: Lang) -> Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        for paper in sources::PAPERS {
            let name = paper.name.of(lang);
            let sheet = paper.sheet(lang);
            files.push((format!("{name}.docx"), word::file(&sheet)?));
            if paper.excel {
                files.push((format!("{name}.xlsx"), excel::file(&sheet)?));
            }
        }
        Ok(files)
    }

    /// What the paper of this name is called in the other language.
    pub fn other_name(name: &str) -> Option<&'static str> {
        sources::PAPERS.iter().find_map(|paper| match name {
            own if own == paper.name.en => Some(paper.name.zh),
            own if own == paper.name.zh => Some(paper.name.en),
            _ => None,
        })
    }

    fn sheet(&self, lang: Lang) -> text::Sheet {
        match (lang, self.zh) {
            (Lang::En, _) => text::read(self.en, Speech::One(Lang::En)),
            (Lang::Zh, Some(zh)) => text::read(zh, Speech::One(Lang::Zh)),
            (Lang::Zh, None) => text::read(self.en, Speech::Both),
        }
    }
}

#[cfg(test)]
mod tests;
