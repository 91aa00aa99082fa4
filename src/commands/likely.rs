//! What tells that two cards are probably one customer, for those who are about to make a second one.

use crate::formats::toml::Document;
use crate::lint::{Check, Source, checks, claims_of};
use crate::model::{Card, Date};
use crate::rules::money::Basis;
use crate::store::{Book, CardFile};

pub use crate::lint::checks::{likely_by_name as is_name, likely_reason as reason};

/// Looks at cards as the check of likely duplicates does.
pub struct Likely<'b> {
    book: &'b Book,
    basis: Basis<'b>,
    check: &'static Check,
    today: Date,
}

impl<'b> Likely<'b> {
    /// For the cards of a book.
    pub fn new(book: &'b Book, today: Date) -> Self {
        let basis = Basis::new(&book.settings, &book.policy);
        Self { book, basis, check: &checks::LIKELY_DUPLICATE, today }
    }

    /// The marks of a card: one that another card has too says that both are probably one customer.
    pub fn marks(&self, file: &CardFile) -> Vec<String> {
        let document = Document::parse(&file.text).ok();
        let card = document.as_ref().and_then(|document| document.read::<Card>().ok());
        let (document, card, settings) = (document.as_ref(), card.as_ref(), &self.book.settings);
        let source = Source::new(&file.location, &file.text, document, card, settings, &self.basis, self.today);
        claims_of(self.check, &source)
    }
}
