//! The tree: where a customer is kept (stage, country, company), and what else lies there.

use super::choice::StageKind;
use super::country::Country;

/// The one file that kehu owns in a customer's folder.
pub const CARD_FILE: &str = "card.toml";
/// The largest file that is read as a card, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;
/// The JSON Schema of cards, for editors.
pub const SCHEMA_FILE: &str = "kehu.schema.json";
/// Temp files begin so; a stray one after a crash is swept by the next write into its folder.
pub const TEMP_PREFIX: &str = ".kehu-";
/// And end so.
pub const TEMP_SUFFIX: &str = ".tmp";

/// The place of one customer in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The customer's folder, relative to the book, with `/` on every system.
    pub path: String,
    /// The card, relative to the book.
    pub file: String,
    /// What the stage folder holds.
    pub kind: StageKind,
    /// How many folders lie between stage folder and card: 2 by the layout.
    pub depth: usize,
}

impl Location {
    /// From the path of a card relative to the book.
    pub fn of_card(file: &str, kind: StageKind) -> Self {
        let path = file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let depth = path.split('/').count() - 1;
        Self { path, file: file.to_owned(), kind, depth }
    }

    /// Of a company in a country folder, as the layout has it.
    pub fn of_company(country: &str, company: &str, kind: StageKind) -> Self {
        let path = [country, "/", company].concat();
        let file = [&path, "/", CARD_FILE].concat();
        Self { path, file, kind, depth: 2 }
    }

    /// The stage folder.
    pub fn stage(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The country folder, if the card lies below one.
    pub fn country_folder(&self) -> Option<&str> {
        self.path.split('/').nth(1)
    }

    /// The country that the folder names, if there is such a country.
    pub fn country(&self) -> Option<Country> {
        self.country_folder().and_then(Country::find)
    }

    /// The company's folder name.
    pub fn company(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// One thing in the tree, for checks of the tree itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Relative to the book, with `/`.
    pub path: String,
    /// What it is.
    pub kind: NodeKind,
    /// Its size in bytes, where it is a card.
    pub size: u64,
}

/// What a thing in the tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A link, which kehu does not follow.
    Link,
    /// A device, pipe or socket.
    Other,
}

impl Node {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// How many folders lie above it below the stage folder: 0 for a country, 1 for a company.
    pub fn depth(&self) -> usize {
        self.path.matches('/').count().saturating_sub(1)
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}
