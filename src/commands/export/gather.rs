//! The cards read, a few at a time, and what of each is written.

use serde_json::{Map, Value};

use super::layout::Layout;
use super::sink::Sink;
use super::{What, cards};
use crate::commands::counted;
use crate::commands::found::{Asked, Who};
use crate::commands::receivables::{Owing, owing};
use crate::commands::sheets::{Record, Row};
use crate::commands::waiting::{Amount, DueRow, order, waiting_at_book, waiting_items};
use crate::error::{Error, Result};
use crate::formats::toml::Document;
use crate::model::{Card, Date};
use crate::rules::due::Item;
use crate::rules::money::{Basis, Counted, Problem, Share, sales, shares};
use crate::store::{Book, Customer, Location};
use crate::views::Progress;

/// Cards that are held at once.
const AT_ONCE: usize = 256;

/// What is wanted beside the rows of cards.
pub struct Wanted {
    /// What is due.
    pub due: bool,
    /// The contacts, as vCards.
    pub contacts: bool,
    /// What waits at the book itself too.
    pub about_book: bool,
    /// The last day of what is due.
    pub horizon: Date,
}

/// What is read, and how.
pub struct Gather<'a> {
    pub book: &'a Book,
    pub asked: &'a Asked,
    pub basis: &'a Basis<'a>,
    pub day: Date,
    pub layouts: &'a [Layout],
    pub wanted: Wanted,
}

/// What was found beside the rows that went their way.
#[derive(Default)]
pub struct Told {
    /// What is due, most urgent first, each with what it is for good.
    pub due: Vec<(DueRow, String)>,
    /// Cards that could not be read or counted.
    pub errors: Vec<Error>,
    /// Customers that were meant.
    pub customers: usize,
    /// Contacts that were written.
    pub contacts: usize,
}

/// The rows of a card by the places of their layouts.
type Lines = Vec<(usize, Vec<Option<String>>)>;

/// What one card gives.
#[derive(Default)]
struct Found {
    lines: Lines,
    owing: Option<Owing>,
    due: Vec<(DueRow, String)>,
    cards: Vec<String>,
    errors: Vec<Error>,
    graded: bool,
}

impl Gather<'_> {
    /// Reads every card that is meant and lets its rows go into the sink, in the order of the book; then the debts and
    /// what is due, in theirs.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn all(&self, sink: &mut Sink<'_>, progress: &Progress) -> Result<Told> {
        let (locations, errors) = self.book.cards();
        let mut told = Told { errors, ..Told::default() };
        let mut owing: Vec<Owing> = Vec::new();
        let mut graded = false;
        progress.begin(locations.len());
        for some in locations.chunks(AT_ONCE) {
            for found in self.book.map(some, |location| self.one(location)) {
                let Some(found) = found else { continue };
                told.customers += 1;
                told.contacts += found.cards.len();
                graded |= found.graded;
                for (at, values) in &found.lines {
                    self.write(sink, *at, values)?;
                }
                found.cards.iter().try_for_each(|card| sink.text(card))?;
                owing.extend(found.owing);
                told.due.extend(found.due);
                told.errors.extend(found.errors);
            }
            progress.step(some.len());
        }
        if self.wanted.due && self.wanted.about_book {
            let rows = waiting_at_book(self.book, graded, self.day, |item| self.is_near(item));
            told.due.extend(rows.into_iter().map(|row| (row, String::new())));
        }
        self.in_order(owing, &mut told.due, sink)?;
        Ok(told)
    }

    fn write(&self, sink: &mut Sink<'_>, at: usize, values: &[Option<String>]) -> Result<()> {
        self.layouts.get(at).map_or(Ok(()), |layout| sink.row(at, layout, values))
    }

    fn in_order(&self, mut owing: Vec<Owing>, due: &mut [(DueRow, String)], sink: &mut Sink<'_>) -> Result<()> {
        owing.sort_by_cached_key(Owing::rank);
        due.sort_by(|(a, _), (b, _)| order(a, b));
        for (at, layout) in (0..).zip(self.layouts) {
            match layout.what {
                What::Receivables => {
                    for owing in std::mem::take(&mut owing) {
                        sink.row(at, layout, &layout.output(&map(&owing.row(self.basis.rates.base()))))?;
                    }
                }
                What::Due => due.iter().try_for_each(|(row, _)| sink.row(at, layout, &layout.output(&map(row))))?,
                _ => {}
            }
        }
        Ok(())
    }

    fn is_near(&self, item: &Item) -> bool {
        item.due.is_none_or(|due| due <= self.wanted.horizon)
    }

    /// One card; nothing where it is not meant.
    fn one(&self, location: &Location) -> Option<Found> {
        let seen = self
            .book
            .read(location)
            .and_then(|file| Customer::seen(file, |file, card, _| self.rows(&file.location, card)));
        let (customer, rows) = match seen {
            Ok(seen) => seen,
            Err(error) => return Some(Found { errors: vec![error], ..Found::default() }),
        };
        let problem = |problem| counted::error(location, &problem, self.book);
        match self.asked.means(&customer, self.basis, self.day) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(trouble) => return Some(Found { errors: vec![problem(trouble)], ..Found::default() }),
        }
        let mut found = Found::default();
        let who = Who::new(&customer, self.basis.settings, self.day);
        found.graded = who.grade.is_some();
        let (lines, trouble) = self.lines(&who, &customer.card, &rows);
        found.lines = lines;
        found.errors.extend(trouble.map(problem));
        if self.layouts.iter().any(|layout| layout.what == What::Receivables) {
            match owing(&customer, self.basis, self.day) {
                Ok(owing) => found.owing = Some(owing).filter(|owing| !owing.position.is_empty()),
                // it was told with the orders already
                Err(trouble) if found.errors.is_empty() => found.errors.push(problem(trouble)),
                Err(_) => {}
            }
        }
        if self.wanted.due {
            let (items, trouble) =
                waiting_items(&customer, self.basis, self.day, Amount::Within, |item| self.is_near(item));
            let name = |item: &Item| match item.about.record() {
                Some(record) => format!("{record} {}", item.since.map(|day| day.to_string()).unwrap_or_default()),
                None => String::new(),
            };
            found.due = items.into_iter().map(|(row, item)| (row, name(&item))).collect();
            found.errors.extend(trouble.filter(|_| found.errors.is_empty()).map(problem));
        }
        if self.wanted.contacts {
            found.cards = cards::cards(&who, &customer);
        }
        Some(found)
    }

    /// The rows of a card as it stands, for each layout that is made of them.
    fn rows(&self, location: &Location, card: &Document<'_>) -> Vec<Vec<Row>> {
        let rows = |layout: &Layout| layout.records.as_ref().map(|records| records.rows(location, &card.root));
        self.layouts.iter().map(|layout| rows(layout).unwrap_or_default()).collect()
    }

    /// The rows with what is worked out. Second, why that could not be, if so; the rest is told all the same.
    fn lines(&self, who: &Who, card: &Card, rows: &[Vec<Row>]) -> (Lines, Option<Problem>) {
        let wanted = self.layouts.iter().any(|layout| layout.what == What::Orders);
        let (shares, problem) = match if wanted { self.shares(card) } else { Ok(Vec::new()) } {
            Ok(shares) => (shares, None),
            Err(problem) => (Vec::new(), Some(problem)),
        };
        let who = map(who);
        let mut lines = Vec::new();
        for ((at, layout), rows) in (0..).zip(self.layouts).zip(rows) {
            for row in rows {
                let counted = match &row.record {
                    Record::Line { at: Some(order), line, .. } => shares
                        .get(*order)
                        .and_then(|lines| lines.get(line.unwrap_or(0)))
                        .map(|share| share.iter().cloned().map(Some).collect())
                        .unwrap_or_default(),
                    _ => Vec::new(),
                };
                lines.push((at, layout.record(&who, row, &counted)));
            }
        }
        (lines, problem)
    }

    /// What each line of each order counts for: its amount, that in base currency, and which that is; none where the order
    /// does not count.
    fn shares(&self, card: &Card) -> Counted<Vec<Vec<[String; 3]>>> {
        let base = self.basis.rates.base();
        let mut all: Vec<Vec<[String; 3]>> = card.order.iter().map(|_| Vec::new()).collect();
        for sale in sales::sales(card, self.basis, self.day)? {
            let lines = shares(&sale, self.basis)?;
            let place = card.order.iter().position(|order| std::ptr::eq(order, sale.order));
            if let Some(of_order) = place.and_then(|place| all.get_mut(place)) {
                let words = |share: &Share| [share.amount.to_string(), share.base.to_string(), base.to_owned()];
                *of_order = lines.iter().map(words).collect();
            }
        }
        Ok(all)
    }
}

fn map<T: serde::Serialize>(row: &T) -> Map<String, Value> {
    match serde_json::to_value(row) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}
