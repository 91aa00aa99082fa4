//! Cards that cannot be meant, told from their text as a whole: most of them need not be looked at closer.

use super::test::Test;
use super::{Leaf, Node, Query, Source, Word};
use crate::model::fold::with_lines_folded;
use crate::model::tree::Location;

impl Query {
    /// Whether the sieve can hold anything back.
    pub fn is_selective(&self) -> bool {
        self.all.iter().any(|node| self.sifts(node))
    }

    fn sifts(&self, node: &Node) -> bool {
        match node {
            Node::All(nodes) => nodes.iter().any(|node| self.sifts(node)),
            Node::Any(nodes) => nodes.iter().all(|node| self.sifts(node)),
            Node::Not(_) => false,
            Node::Leaf(at) => self.leaves.get(*at).is_some_and(|leaf| words(leaf).is_some()),
        }
    }

    /// Whether a card may answer with yes: never no where it would.
    pub fn may_hold(&self, location: &Location, raw: &str) -> bool {
        // the word just as it was typed is the commonest yes
        if let [Leaf::Word(word)] = self.leaves.as_slice()
            && word.plainly_in(raw).is_some()
        {
            return true;
        }
        with_lines_folded(raw, |folded| self.all.iter().all(|node| self.may(node, location, raw, folded)))
    }

    fn may(&self, node: &Node, location: &Location, raw: &str, folded: &[u8]) -> bool {
        match node {
            Node::All(nodes) => nodes.iter().all(|node| self.may(node, location, raw, folded)),
            Node::Any(nodes) => nodes.iter().any(|node| self.may(node, location, raw, folded)),
            Node::Not(_) => true,
            Node::Leaf(at) => match self.leaves.get(*at) {
                Some(Leaf::Word(word)) => word.may_stand_in(raw, folded) || word.is_in_place(location),
                Some(leaf) => words(leaf).is_none_or(|words| words.iter().any(|word| word.may_stand_in(raw, folded))),
                None => true,
            },
        }
    }
}

/// The words of which the text of a card must hold one to answer a leaf; `None` where it may answer without.
fn words(leaf: &Leaf) -> Option<Vec<&Word>> {
    match leaf {
        Leaf::Word(word) => Some(vec![word]),
        Leaf::Field(field, tests) if matches!(field.source, Source::Card(_)) => tests.iter().map(must_hold).collect(),
        _ => None,
    }
}

/// The word that a text must hold to pass a test. What may sound like it need not hold it.
fn must_hold(test: &Test) -> Option<&Word> {
    match test {
        Test::Named(word) if word.may_sound() => None,
        test => test.word(),
    }
}
