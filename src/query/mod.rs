//! Which customers are meant: the query language of `list`, `search` and wherever many customers are meant. Told to
//! people by `kehu help query`.
//!
//! A query is a tree of leaves. What stands in the text of a card is looked up in one pass over it for all leaves
//! together; what follows from the rules (sales, what is due …) is worked out only where the tree asks for it.

mod cursor;
mod facts;
mod field;
mod judge;
mod mistake;
mod parse;
mod period;
mod quote;
mod sieve;
mod test;
mod word;

pub use cursor::is_comma;
pub use facts::Facts;
pub use field::{DERIVED, Derived, Field, Kind, Source, fields_of, labels};
pub use judge::{Hit, Snag};
pub use parse::{ANY, HAS, NOT, Vocabulary, parse, parse_text};
pub use period::period;
pub use quote::one_value;
pub use test::Value;
pub use word::Word;

use regex::Regex;
use test::{Join, Test};

use crate::error::{Error, Result};

/// A question that a customer answers with yes or no.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// All of these.
    all: Vec<Node>,
    leaves: Vec<Leaf>,
}

/// How the leaves hang together.
#[derive(Clone, Debug)]
enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// The leaf at this place.
    Leaf(usize),
}

/// One thing that is asked.
#[derive(Clone, Debug)]
enum Leaf {
    /// It says this somewhere, or is called so.
    Word(Box<Word>),
    /// Something that it says fits.
    Regex(Regex),
    /// One of the values of a field passes one of the tests.
    Field(Field, Vec<Test>),
    /// A field is filled in; a sum is not zero; something is due.
    Has(Field),
}

impl Query {
    /// Whether every customer is meant.
    pub fn is_everybody(&self) -> bool {
        self.leaves.is_empty()
    }

    /// Whether the card itself must have been read; else its text is enough.
    pub fn needs_card(&self) -> bool {
        self.leaves.iter().any(|leaf| match leaf {
            Leaf::Field(field, _) | Leaf::Has(field) => field.needs_card(),
            Leaf::Word(_) | Leaf::Regex(_) => false,
        })
    }

    /// The words that are looked for, for those who mark them.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.leaves.iter().flat_map(|leaf| match leaf {
            Leaf::Word(word) => vec![word.as_ref()],
            Leaf::Field(_, tests) => tests.iter().filter_map(Test::word).collect(),
            Leaf::Regex(_) | Leaf::Has(_) => Vec::new(),
        })
    }

    /// Asks for one thing more: that a field is this.
    ///
    /// # Errors
    /// The field cannot be this, or there is no such field.
    pub fn also(&mut self, field: &str, value: &str, vocabulary: &Vocabulary<'_>) -> Result<()> {
        let Some(field) = Field::find(field) else { return Err(Error::new(field)) };
        let test = Test::new(&field, Join::Equals, value, vocabulary)?;
        self.all.push(Node::Leaf(self.leaves.len()));
        self.leaves.push(Leaf::Field(field, vec![test]));
        Ok(())
    }
}
