//! Whether a customer is meant, and what in its card says so.

use std::ops::{ControlFlow, Range};

use super::facts::Facts;
use super::field::{Derived, Field, Of, Source};
use super::test::{Test, Value, value_of};
use super::{Leaf, Node, Query};
use crate::formats::fresh;
use crate::formats::toml::{End, Piece, pieces};
use crate::model::fold::fold_into;
use crate::model::tree::Location;
use crate::rules::money::Problem;

/// What in a card answers the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The keys that lead to the value; none where it is a comment, or a field that was worked out.
    pub keys: Vec<String>,
    /// The field that was worked out, and its value.
    pub derived: Option<(&'static str, Value)>,
    /// The value as people read it.
    pub text: String,
    /// Its bytes in the card; 0 where it stands nowhere.
    pub span: Range<usize>,
    /// Which record it stands in.
    pub record: usize,
}

/// Why no answer can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snag {
    /// The card is no TOML.
    Malformed,
    /// Its money cannot be told.
    Money(Problem),
}

impl Query {
    /// Whether a customer is meant. `facts` are wanted where [`Query::needs_card`]; without them what follows from the
    /// rules is nothing.
    ///
    /// # Errors
    /// The card cannot be read as far as that is needed.
    pub fn holds(&self, location: &Location, text: &str, facts: Option<&Facts<'_>>) -> Result<bool, Snag> {
        if self.holds_early(location, text) {
            return Ok(true);
        }
        let mut inquiry = Inquiry::new(self, location, None);
        inquiry.read(text)?;
        inquiry.all(&self.all, facts)
    }

    /// Whether the beginning of the text is enough to say yes. A word that many cards hold stands near the top of most:
    /// what comes after the record in which it stands just as it was typed need not be read. No means nothing.
    fn holds_early(&self, location: &Location, text: &str) -> bool {
        let [Leaf::Word(word)] = self.leaves.as_slice() else { return false };
        let [Node::Leaf(_)] = self.all.as_slice() else { return false };
        let Some(place) = word.plainly_in(text) else { return false };
        let end = text.get(place..).and_then(|rest| rest.find("\n[")).map_or(text.len(), |behind| place + behind + 1);
        let mut inquiry = Inquiry::new(self, location, None);
        let beginning = text.get(..end).unwrap_or(text);
        // a beginning that breaks off within a text is no TOML; whoever reads all of it will see
        inquiry.read(beginning).is_ok() && inquiry.yes.contains(&true)
    }

    /// The same, with what in the card says so.
    ///
    /// # Errors
    /// The card cannot be read as far as that is needed.
    pub fn hits(&self, location: &Location, text: &str, facts: Option<&Facts<'_>>) -> Result<Option<Vec<Hit>>, Snag> {
        let mut inquiry = Inquiry::new(self, location, Some(Vec::new()));
        inquiry.read(text)?;
        let yes = inquiry.all(&self.all, facts)?;
        Ok(yes.then(|| inquiry.hits.unwrap_or_default()))
    }
}

/// One customer asked.
struct Inquiry<'q> {
    query: &'q Query,
    location: &'q Location,
    /// The leaves that the text or the place has answered with yes.
    yes: Vec<bool>,
    /// What says so, where that is wanted.
    hits: Option<Vec<Hit>>,
}

impl<'q> Inquiry<'q> {
    fn new(query: &'q Query, location: &'q Location, hits: Option<Vec<Hit>>) -> Self {
        let by_place = |leaf: &Leaf| matches!(leaf, Leaf::Word(word) if word.is_in_place(location));
        Self { query, location, yes: query.leaves.iter().map(by_place).collect(), hits }
    }

    /// Looks through the text for all leaves that may be answered by it.
    fn read(&mut self, text: &str) -> Result<(), Snag> {
        let by_text = |leaf: &Leaf| match leaf {
            Leaf::Word(_) | Leaf::Regex(_) => true,
            Leaf::Field(field, _) | Leaf::Has(field) => matches!(field.source, Source::Card(_)),
        };
        let mut open = self.query.leaves.iter().zip(&self.yes).filter(|(leaf, yes)| by_text(leaf) && !**yes).count();
        if open == 0 && self.hits.is_none() {
            return Ok(());
        }
        let mut folded = Vec::new();
        let end = pieces(text, &mut |piece| {
            if piece.is_comment() && fresh::is_ours(&piece.text) {
                return ControlFlow::Continue(());
            }
            folded.clear();
            fold_into(&piece.text, &mut folded);
            let mut hit = false;
            for (leaf, yes) in self.query.leaves.iter().zip(&mut self.yes) {
                if (*yes && self.hits.is_none()) || !answers(leaf, &piece, &folded) {
                    continue;
                }
                hit = true;
                open -= usize::from(!*yes);
                *yes = true;
            }
            match &mut self.hits {
                Some(hits) if hit => hits.push(Hit::of(&piece)),
                None if open == 0 => return ControlFlow::Break(()),
                _ => {}
            }
            ControlFlow::Continue(())
        });
        if end == End::Malformed { Err(Snag::Malformed) } else { Ok(()) }
    }

    fn all(&mut self, nodes: &[Node], facts: Option<&Facts<'_>>) -> Result<bool, Snag> {
        for node in nodes {
            if !self.answer(node, facts)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn answer(&mut self, node: &Node, facts: Option<&Facts<'_>>) -> Result<bool, Snag> {
        match node {
            Node::All(nodes) => self.all(nodes, facts),
            Node::Any(nodes) => {
                for node in nodes {
                    if self.answer(node, facts)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Node::Not(node) => {
                // what says no to a no is nothing to show
                let hits = self.hits.take();
                let answer = self.answer(node, facts);
                self.hits = hits;
                answer.map(|yes| !yes)
            }
            Node::Leaf(at) => match self.query.leaves.get(*at) {
                Some(Leaf::Field(field, tests)) => {
                    self.derived(*at, field, facts, &|value| tests.iter().any(|test| test.passes(value)))
                }
                Some(Leaf::Has(field)) => self.derived(*at, field, facts, &|value| is_something(field, value)),
                _ => Ok(self.yes.get(*at).copied().unwrap_or(false)),
            },
        }
    }

    /// The answer of a field that is worked out; that of one that stands in the card is known already.
    fn derived(
        &mut self,
        at: usize,
        field: &Field,
        facts: Option<&Facts<'_>>,
        passes: &dyn Fn(&Value) -> bool,
    ) -> Result<bool, Snag> {
        let Source::Derived(derived) = &field.source else {
            return Ok(self.yes.get(at).copied().unwrap_or(false));
        };
        let values = derived.values(self.location, facts).map_err(Snag::Money)?;
        let passed: Vec<&Value> = values.iter().filter(|value| passes(value)).collect();
        if let (Some(hits), Some(first)) = (&mut self.hits, passed.first()) {
            hits.push(Hit::derived(derived, first));
        }
        Ok(!passed.is_empty())
    }
}

impl Field {
    /// The values of a customer, in the order of the card; empty ones left out.
    ///
    /// # Errors
    /// Money that cannot be told.
    pub fn values(&self, location: &Location, text: &str, facts: Option<&Facts<'_>>) -> Result<Vec<Value>, Problem> {
        if let Source::Derived(derived) = &self.source {
            return derived.values(location, facts);
        }
        let mut values = Vec::new();
        pieces(text, &mut |piece| {
            if self.covers(piece.keys) && !piece.text.trim().is_empty() {
                values.extend(value_of(self.kind, &piece.text));
            }
            ControlFlow::Continue(())
        });
        if matches!(&self.source, Source::Card(paths) if paths.len() > 1) {
            // one number under phone and whatsapp is one phone
            let mut told = Vec::new();
            values.retain(|value| {
                !told.contains(value) && {
                    told.push(value.clone());
                    true
                }
            });
        }
        Ok(values)
    }
}

impl Derived {
    /// The values of a customer.
    ///
    /// # Errors
    /// Money that cannot be told.
    pub fn values(&self, location: &Location, facts: Option<&Facts<'_>>) -> Result<Vec<Value>, Problem> {
        match (self.of, facts) {
            (Of::Place(values), _) => Ok(values(location)),
            (Of::Facts(values), Some(facts)) => Ok(values(facts)),
            (Of::Money(values), Some(facts)) => values(facts),
            (Of::Facts(_) | Of::Money(_), None) | (Of::Paths(_), _) => Ok(Vec::new()),
        }
    }
}

impl Hit {
    fn of(piece: &Piece<'_, '_>) -> Self {
        Self {
            keys: piece.keys.iter().map(ToString::to_string).collect(),
            derived: None,
            text: piece.text.trim().to_owned(),
            span: piece.span.clone(),
            record: piece.record,
        }
    }

    fn derived(derived: &'static Derived, value: &Value) -> Self {
        Self {
            keys: Vec::new(),
            derived: Some((derived.key, value.clone())),
            text: value.to_string(),
            span: 0..0,
            record: 0,
        }
    }
}

/// Whether a value or a comment of the card answers a leaf.
fn answers(leaf: &Leaf, piece: &Piece<'_, '_>, folded: &[u8]) -> bool {
    match leaf {
        Leaf::Word(word) => word.is_in_piece(piece, folded),
        Leaf::Regex(regex) => regex.is_match(&piece.text),
        Leaf::Field(field, tests) => {
            field.covers(piece.keys) && tests.iter().any(|test| tested(test, field, piece, folded))
        }
        Leaf::Has(field) => field.covers(piece.keys) && !piece.text.trim().is_empty(),
    }
}

fn tested(test: &Test, field: &Field, piece: &Piece<'_, '_>, folded: &[u8]) -> bool {
    match test {
        Test::Holds(word) => word.is_in(folded),
        Test::Is(text) => folded.trim_ascii() == text.as_bytes(),
        Test::Fits(regex) => regex.is_match(&piece.text),
        test => value_of(field.kind, &piece.text).is_some_and(|value| test.passes(&value)),
    }
}

/// Whether a value that was worked out is more than nothing; of what is due only what is due now.
fn is_something(field: &Field, value: &Value) -> bool {
    match value {
        Value::Text(text) => !text.is_empty(),
        Value::Number(number) => !number.is_zero(),
        Value::Date(_) => field.kind != super::Kind::Due,
    }
}
