//! What checks of the tree ask of it.

use std::collections::HashSet;

use super::Tree;
use crate::formats::toml::{DeTable, Document};
use crate::model::tree::{CARD_FILE, Node, NodeKind};

impl<'a> Tree<'a> {
    /// The folders in the place of a country.
    pub(super) fn countries(&self) -> impl Iterator<Item = &'a Node> {
        self.folders(0)
    }

    /// The folders in the place of a company.
    pub(super) fn companies(&self) -> impl Iterator<Item = &'a Node> {
        self.folders(1)
    }

    fn folders(&self, depth: usize) -> impl Iterator<Item = &'a Node> {
        self.nodes
            .iter()
            .filter(move |node| node.kind == NodeKind::Folder && node.depth() == depth && !hidden(&node.path))
    }

    /// Everything that goes by the name of a card, whatever it is.
    pub(super) fn cards(&self) -> impl Iterator<Item = &'a Node> {
        self.nodes.iter().filter(|node| node.name() == CARD_FILE)
    }

    /// The folders that hold a card themselves.
    pub(super) fn with_card(&self) -> HashSet<&'a str> {
        self.cards().map(Node::folder).collect()
    }

    /// The folders on the way to a card, the one that holds it included.
    pub(super) fn above_cards(&self) -> HashSet<&'a str> {
        let above = |card: &'a Node| card.path.match_indices('/').filter_map(|(at, _)| card.path.get(..at));
        self.cards().flat_map(above).collect()
    }
}

/// Whether a folder on the path is hidden: kehu lets such folders be, as file managers do.
pub(super) fn hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// The products of a product list, one table each.
pub(super) fn products<'d, 't>(document: &'d Document<'t>) -> impl Iterator<Item = &'d DeTable<'t>> {
    let list = document.root.get("product").and_then(|list| list.get_ref().as_array());
    list.into_iter().flatten().filter_map(|product| product.get_ref().as_table())
}
