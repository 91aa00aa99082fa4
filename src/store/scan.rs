//! Every card read in parallel and turned into something small; no command holds all cards at once.

use std::cell::OnceCell;

use rayon::prelude::*;

use super::{Book, CardFile, Location};
use crate::error::{Error, Result};
use crate::model::{Card, Country};

/// A customer: where it is kept and what its card says.
#[derive(Debug)]
pub struct Customer {
    /// Where.
    pub location: Location,
    /// What.
    pub card: Card,
    country: OnceCell<Option<Country>>,
}

impl Customer {
    /// A card at its place.
    pub fn new(location: Location, card: Card) -> Self {
        Self { location, card, country: OnceCell::new() }
    }

    /// The country of the folder.
    pub fn country(&self) -> Option<Country> {
        *self.country.get_or_init(|| self.location.country())
    }

    /// What people call the customer: short name, else name, else the folder.
    pub fn called(&self) -> &str {
        self.card
            .short_name
            .as_deref()
            .or(self.card.name.as_deref())
            .filter(|name| !name.trim().is_empty())
            .unwrap_or(self.location.company())
    }
}

/// What a scan of the book found.
#[derive(Debug)]
pub struct Scan<T> {
    /// One for each readable card that the function kept, in the order of the book.
    pub rows: Vec<T>,
    /// One for each card or folder that could not be read.
    pub errors: Vec<Error>,
}

impl Book {
    /// Reads every card and maps each to a small row, in parallel.
    pub fn scan<T: Send>(&self, row: impl Fn(&Customer) -> Option<T> + Sync) -> Scan<T> {
        let results = self.scan_files(|file| {
            let card = file.card()?;
            Ok(row(&Customer::new(file.location, card)))
        });
        let mut scan = Scan { rows: Vec::new(), errors: results.errors };
        for result in results.rows {
            match result {
                Ok(row) => scan.rows.extend(row),
                Err(error) => scan.errors.push(error),
            }
        }
        scan
    }

    /// Maps known cards in parallel, in their order.
    pub fn map<T: Send>(&self, cards: &[Location], row: impl Fn(&Location) -> T + Sync + Send) -> Vec<T> {
        cards.par_iter().map(row).collect()
    }

    /// Reads the text of every card and maps each, in parallel, readable as a card or not.
    pub fn scan_files<T: Send>(&self, row: impl Fn(CardFile) -> Result<T> + Sync) -> Scan<Result<T>> {
        let (cards, errors) = self.cards();
        let rows = cards.par_iter().map(|location| self.read(location).and_then(&row)).collect();
        Scan { rows, errors }
    }
}
