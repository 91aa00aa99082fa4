//! Checks of cards and of the tree: each one file under `checks/`, all of them in one list.
//!
//! A check says what it finds, why that matters, which article asks for it, and shows a book that it finds something in
//! and one that it passes. It sees parsed values, never the disk.

pub mod checks;
mod fields;
mod finding;
mod run;
#[cfg(test)]
mod tests;
mod tree;
mod values;

pub use finding::{Finding, Findings, Fix};
pub use run::{Claimed, check_card, check_claims, check_tree, claims_of};
pub use values::phone;

use std::cell::OnceCell;

use crate::formats::toml::{Document, UnknownKey, Visit, Walk, walk};
use crate::lang::Words;
use crate::model::choice::Severity;
use crate::model::field::Record;
use crate::model::policy::Written;
use crate::model::tree::{Location, Node};
use crate::model::{Card, Date, Products, Settings};
use crate::rules::money::{self, Basis, Counted, Ledger};

/// One check.
pub struct Check {
    /// Its kebab-case name.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The article that asks for it, as `第12条 1`; empty where it is ours.
    pub article: &'static str,
    /// What it finds, one sentence.
    pub what: Words,
    /// Why it matters, a sentence or two.
    pub why: Words,
    /// A book in which it finds something.
    pub bad: &'static [Sample],
    /// The same book in order.
    pub good: &'static [Sample],
    /// How it looks.
    pub run: Run,
}

/// How a check looks at the book.
pub enum Run {
    /// At one card.
    Card(fn(&Source<'_>, &mut Findings<'_>)),
    /// At the tree as a whole.
    Tree(fn(&Tree<'_>, &mut Findings<'_>)),
    /// For things that may stand only once in the book.
    Claims {
        /// What a card claims.
        claims: fn(&Source<'_>, &mut Vec<Claim>),
        /// What to say where two places claim the same.
        clash: fn(&Claimed<'_>, &mut Findings<'_>),
    },
}

/// One thing of a sample book.
pub enum Sample {
    /// A card in the folder `国外客户/德国/Acme` with this text.
    Card(&'static str),
    /// A file with this text.
    File(&'static str, &'static str),
    /// A file with this text so many times over.
    Repeated(&'static str, &'static str, usize),
    /// A file with these bytes.
    Bytes(&'static str, &'static [u8]),
    /// An empty folder.
    Folder(&'static str),
    /// A link at the first path to the second.
    Link(&'static str, &'static str),
}

/// One card, as far as it could be read.
pub struct Source<'a> {
    /// Where it is.
    pub location: &'a Location,
    /// The bytes of the file.
    pub bytes: &'a [u8],
    /// The text, where the bytes are UTF-8.
    pub text: Option<&'a str>,
    /// The values with their places, where the text is TOML.
    pub document: Option<&'a Document<'a>>,
    /// The card, where the values are of the right types.
    pub card: Option<&'a Card>,
    /// The book's settings.
    pub settings: &'a Settings,
    /// What money is counted by.
    pub basis: &'a Basis<'a>,
    /// The day of the report.
    pub today: Date,
    /// Whether a paper of this name lies in the customer's folder; `None` where nobody can look.
    pub holds: Option<&'a dyn Fn(&str) -> bool>,
    /// The product list; `None` where there is none, or none that can be read.
    pub products: Option<&'a Products>,
    /// The document walked against the schema, when the first check asks.
    walk: OnceCell<Walk<'a, 'a>>,
    /// What settles what, counted when the first check asks.
    ledger: OnceCell<Counted<Ledger<'a>>>,
}

impl<'a> Source<'a> {
    /// A card whose text could be read.
    pub fn new(
        location: &'a Location,
        text: &'a str,
        document: Option<&'a Document<'a>>,
        card: Option<&'a Card>,
        settings: &'a Settings,
        basis: &'a Basis<'a>,
        today: Date,
    ) -> Self {
        Self {
            location,
            bytes: text.as_bytes(),
            text: Some(text),
            document,
            card,
            settings,
            basis,
            today,
            holds: None,
            products: None,
            walk: OnceCell::new(),
            ledger: OnceCell::new(),
        }
    }

    /// Every value of the card that a field covers, from the top down; none where the text is no TOML.
    pub fn values(&self) -> &[Visit<'a, 'a>] {
        &self.walk().values
    }

    /// Every key of the card that no field has.
    pub fn unknown_keys(&self) -> &[UnknownKey] {
        &self.walk().unknown
    }

    fn walk(&self) -> &Walk<'a, 'a> {
        self.walk.get_or_init(|| self.document.map(|document| walk(document, Card::TYPE)).unwrap_or_default())
    }

    /// The ledger of a card that can be read, as of the day of the report.
    pub fn ledger(&self) -> Option<&Counted<Ledger<'a>>> {
        let card = self.card?;
        Some(self.ledger.get_or_init(|| money::ledger(card, self.basis, self.today)))
    }
}

/// The book as a tree.
pub struct Tree<'a> {
    /// Everything below the stage folders, sorted by path.
    pub nodes: &'a [Node],
    /// The stage folders.
    pub stages: &'a [(String, crate::model::choice::StageKind)],
    /// Files that kehu makes for editors: name, what it should hold, what it holds.
    pub companions: &'a [(String, String, Option<String>)],
    /// The book's settings.
    pub settings: &'a Settings,
    /// What stands in policy.toml, where there is one.
    pub policy: Option<&'a Written>,
    /// The text of products.toml, where there is one.
    pub products: Option<&'a str>,
    /// Whether the book holds a file of this name; `None` where nobody can look.
    pub holds: Option<&'a dyn Fn(&str) -> bool>,
}

/// Something that a card claims for itself alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed, in the form in which claims are compared.
    pub value: String,
    /// Where in the card.
    pub span: std::ops::Range<usize>,
}
