//! The papers in a customer's folder: beside the card, and kehu's to look for, never to touch.

use std::path::{Component, Path};

use super::{Book, CARD_FILE, Location, exists, list};

impl Book {
    /// Whether a paper lies in a customer's folder, or in a folder below it.
    pub fn holds(&self, location: &Location, name: &str) -> bool {
        let name = name.trim();
        !name.is_empty() && stays_below(name) && exists(&self.root.join(&location.path).join(name))
    }

    /// The names of the papers that lie beside a card; none where the folder cannot be read.
    pub fn papers(&self, location: &Location) -> Vec<String> {
        let names = list(&self.root.join(&location.path)).unwrap_or_default();
        names.into_iter().filter(|(name, folder)| !folder && name != CARD_FILE).map(|(name, _)| name).collect()
    }
}

/// Whether a path leads nowhere but down from where it is taken.
pub(super) fn stays_below(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
