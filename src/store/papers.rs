//! The papers in a customer's folder: beside the card, and kehu's to look for, never to touch.

use std::path::{Component, Path};

use super::{Book, CARD_FILE, Location, exists, list};

impl Book {
    /// Whether a paper lies in a customer's folder, or in a folder below it.
    pub fn holds(&self, location: &Location, name: &str) -> bool {
        let path = Path::new(name.trim());
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        !name.trim().is_empty() && inside && exists(&self.root.join(&location.path).join(path))
    }

    /// The names of the papers that lie beside a card; none where the folder cannot be read.
    pub fn papers(&self, location: &Location) -> Vec<String> {
        let names = list(&self.root.join(&location.path)).unwrap_or_default();
        names.into_iter().filter(|(name, folder)| !folder && name != CARD_FILE).map(|(name, _)| name).collect()
    }
}
