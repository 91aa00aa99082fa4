//! What a shell asks at a press of Tab: the words that may stand where the cursor is.
//!
//! No command of the table: people never type it, so it stands in no help, page or list. It never fails and never asks;
//! outside a book, or in one that cannot be read, it knows commands and options alone.

mod bash;
mod customers;
mod fields;
mod kinds;
mod live;
mod place;
mod queries;
mod words;

use std::path::Path;

use clap::{Arg, Command};

pub use bash::Line;
pub use kinds::{KINDS, Kind, kind_of};
pub use place::Place;

use crate::model::name::invisible;
use words::{choices, commands, options};

/// A word that may stand where the cursor is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The word as kehu is to receive it.
    pub word: String,
    /// What it means, for shells that show it.
    pub about: String,
}

impl Candidate {
    fn new(word: impl Into<String>, about: impl Into<String>) -> Self {
        Self { word: word.into(), about: about.into() }
    }
}

/// What comes behind a word that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// A blank: the word is whole.
    Blank,
    /// More of the same word.
    More,
    /// Not ours to say: the shell knows files better.
    File,
    /// Folders likewise.
    Folder,
}

impl Follow {
    /// As scripts read it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Blank => "word",
            Self::More => "part",
            Self::File => "file",
            Self::Folder => "folder",
        }
    }
}

/// The words that may stand where the cursor is, and what comes behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Behind each of them.
    pub follow: Follow,
    /// The words, likeliest first.
    pub candidates: Vec<Candidate>,
}

impl Offer {
    /// Nothing of ours.
    pub fn left_to_the_shell(follow: Follow) -> Self {
        Self { follow, candidates: Vec::new() }
    }

    fn words(candidates: Vec<Candidate>) -> Self {
        Self { follow: Follow::Blank, candidates }
    }

    /// Without what cannot be typed, or would be shown as something else than it is.
    fn typeable(mut self) -> Self {
        self.candidates.retain(|candidate| !candidate.word.is_empty() && !candidate.word.contains(invisible));
        for candidate in &mut self.candidates {
            if candidate.about == candidate.word || candidate.about.contains(invisible) {
                candidate.about.clear();
            }
        }
        self
    }
}

/// What may stand in the place of the last word. `book` is where the book is looked for unless the words say so.
pub fn offer(root: &Command, words: &[String], book: &Path) -> Offer {
    let place = Place::find(root, words);
    match place.expected {
        place::Expected::Command => Offer::words(commands(place.command, &place.typed)),
        place::Expected::CommandOr(arg) => either(commands(place.command, &place.typed), valued(arg, &place, book)),
        place::Expected::Option => Offer::words(options(&place)),
        place::Expected::Value(arg) if !arg.get_possible_values().is_empty() => {
            Offer::words(choices(arg, &place.typed)).behind(&place.head, false)
        }
        place::Expected::Value(arg) => valued(arg, &place, book),
        place::Expected::Nothing => Offer::words(Vec::new()),
    }
    .typeable()
}

/// The values of an argument that takes a free one.
fn valued(arg: &Arg, place: &Place<'_>, book: &Path) -> Offer {
    let kind = kind_of(&place.path, arg.get_id().as_str()).unwrap_or(Kind::Plain);
    live::values(kind, place, book).behind(&place.head, arg.is_allow_hyphen_values_set())
}

/// Commands, and behind them what may stand in their place.
fn either(commands: Vec<Candidate>, values: Offer) -> Offer {
    if values.candidates.is_empty() {
        return Offer::words(commands);
    }
    Offer { candidates: [commands, values.candidates].concat(), ..values }
}

impl Offer {
    /// With what stands before the value in the same word, as `--owner=`. `dashed`: the value may begin with a dash.
    fn behind(mut self, head: &str, dashed: bool) -> Self {
        if head.is_empty() && !dashed {
            // as a word by itself it would be taken for an option
            self.candidates.retain(|candidate| !candidate.word.starts_with('-'));
        }
        for candidate in &mut self.candidates {
            candidate.word.insert_str(0, head);
        }
        self
    }
}
