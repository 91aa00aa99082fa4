//! The customers of the book as a list to pick from.

use rayon::prelude::*;

use super::entry::{Entry, Name};
use super::fit::{Fit, Wanted};
use crate::cli::Choices;
use crate::store::Book;
use crate::views::{Style, Text};

/// Every customer; those whose card cannot be read by their folders.
pub struct Customers(pub Vec<Entry>);

impl Customers {
    /// Of a book.
    pub fn of(book: &Book) -> Self {
        let scan = book.scan_texts(|location, text| Ok(Some(Entry::of_text(location, text))));
        let mut entries = scan.rows;
        entries.extend(scan.errors.iter().filter_map(|error| Entry::of_error(error, book)));
        Self(entries)
    }
}

impl Choices for Customers {
    fn find(&self, typed: &str) -> Vec<usize> {
        let Some(wanted) = Wanted::new(typed) else {
            // nothing is typed yet, or nothing that a name could hold
            return if typed.trim().is_empty() { (0..self.0.len()).collect() } else { Vec::new() };
        };
        let fit = |(number, entry): (usize, &Entry)| wanted.fit_in_list(entry).map(|fit| (fit, number));
        let mut found: Vec<(Fit, usize)> = self.0.par_iter().enumerate().filter_map(fit).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, number)| number).collect()
    }

    fn row(&self, number: usize, typed: &str) -> Text {
        let Some(entry) = self.0.get(number) else { return Text::new() };
        let wanted = Wanted::new(typed);
        let mark = |text: &str, style| marked(text, style, wanted.as_ref());
        let row = mark(&entry.called, Style::Plain).and(Style::Plain, "  ").then(mark(entry.place(), Style::Faint));
        match wanted.as_ref().and_then(|wanted| unseen(entry, wanted)) {
            Some(name) => row.and(Style::Plain, "  ").then(mark(&name.text, Style::Faint)),
            None => row,
        }
    }
}

/// The name that fits, where it is none of those that a row shows.
fn unseen<'e>(entry: &'e Entry, wanted: &Wanted) -> Option<&'e Name> {
    let says = |text: &str| !wanted.places_in(text).is_empty();
    let mut others = entry.names.iter().chain(&entry.people);
    if says(&entry.called) || says(entry.place()) { None } else { others.find(|name| says(&name.text)) }
}

/// A text in which stands out what was typed.
fn marked(text: &str, style: Style, wanted: Option<&Wanted>) -> Text {
    let mut out = Text::new();
    let mut end = 0;
    for place in wanted.map(|wanted| wanted.places_in(text)).unwrap_or_default() {
        let start = place.start.max(end);
        out = out.and(style, text.get(end..start).unwrap_or_default());
        out = out.and(Style::Found, text.get(start..place.end).unwrap_or_default());
        end = end.max(place.end);
    }
    out.and(style, text.get(end..).unwrap_or_default())
}
