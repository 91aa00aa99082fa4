//! Every card read in parallel and turned into something small; no command holds all cards at once.

use std::cell::OnceCell;

use rayon::prelude::*;

use super::card::{read_into, undecodable};
use super::disk::opened;
use super::walk::Spot;
use super::{Book, CardFile, Location, decode};
use crate::error::{Error, Result};
use crate::formats::toml::Document;
use crate::model::{Card, Country};

/// A customer: where it is kept and what its card says.
#[derive(Debug)]
pub struct Customer {
    /// Where.
    pub location: Location,
    /// What.
    pub card: Card,
    /// The card as it stands in its file.
    pub text: String,
    country: OnceCell<Option<Country>>,
}

impl Customer {
    /// A card at its place, read.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn new(file: CardFile) -> Result<Self> {
        Self::seen(file, |_, _, _| ()).map(|(customer, ())| customer)
    }

    /// The same, and what somebody sees who looks at the file, its values with their places, and the card.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn seen<L>(file: CardFile, look: impl FnOnce(&CardFile, &Document<'_>, &Card) -> L) -> Result<(Self, L)> {
        let (card, seen) = file.card_and(|document, card| look(&file, document, card))?;
        Ok((Self { card, location: file.location, text: file.text, country: OnceCell::new() }, seen))
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
        let (results, errors) = self
            .each_card(opened, |_, spot| file(spot).and_then(Customer::new).map(|customer| row(&customer)).transpose());
        kept(results, errors)
    }

    /// The same, for those who look at the values of each card before they are a customer.
    pub fn scan_seen<L, T: Send>(
        &self,
        look: impl Fn(&CardFile, &Document<'_>, &Card) -> L + Sync,
        row: impl Fn(&Customer, L) -> T + Sync,
    ) -> Scan<T> {
        let of = |file| Customer::seen(file, &look).map(|(customer, seen)| row(&customer, seen));
        let (results, errors) = self.each_card(opened, |_, spot| Some(file(spot).and_then(of)));
        kept(results, errors)
    }

    /// Maps the text of every card to a small row, in parallel, readable as a card or not. Nothing of a card that is not
    /// kept is copied.
    pub fn scan_texts<T: Send>(&self, row: impl Fn(&Location, &str) -> Result<Option<T>> + Sync) -> Scan<T> {
        let (results, errors) = self.each_card(opened, |room, Spot { location, card, probe }| {
            let found = read_into(room, &card, &location.file, probe).and_then(|()| {
                let text = std::str::from_utf8(room).map_err(|error| undecodable(room, &error, &location.file))?;
                row(&location, text)
            });
            found.transpose()
        });
        kept(results, errors)
    }

    /// Maps known cards in parallel, in their order.
    pub fn map<T: Send>(&self, cards: &[Location], row: impl Fn(&Location) -> T + Sync + Send) -> Vec<T> {
        cards.par_iter().map(row).collect()
    }

    /// Reads the text of every card and maps each, in parallel, readable as a card or not.
    pub fn scan_files<T: Send>(&self, row: impl Fn(CardFile) -> Result<T> + Sync) -> Scan<Result<T>> {
        let (rows, errors) = self.each_card(opened, |_, spot| Some(file(spot).and_then(&row)));
        Scan { rows, errors }
    }
}

fn file(Spot { location, card, probe }: Spot) -> Result<CardFile> {
    let mut bytes = Vec::new();
    read_into(&mut bytes, &card, &location.file, probe)?;
    let text = decode(bytes, &location.file)?;
    Ok(CardFile { location, text })
}

/// The rows that are, and the errors behind those there were before.
fn kept<T>(results: Vec<Result<T>>, mut errors: Vec<Error>) -> Scan<T> {
    let mut rows = Vec::new();
    for result in results {
        match result {
            Ok(row) => rows.push(row),
            Err(error) => errors.push(error),
        }
    }
    Scan { rows, errors }
}
