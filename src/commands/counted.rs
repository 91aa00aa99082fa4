//! Cards whose money cannot be told: named with place, reason and next step, so that no total hides them.

use std::collections::BTreeMap;

use super::deal::fault::{broken, in_card};
use crate::cli::Context;
use crate::error::{Error, Place};
use crate::lang::tr;
use crate::model::Date;
use crate::rules::money::{self, Basis, Counted, Fault, Problem};
use crate::store::{Book, Customer, Location, SETTINGS_FILE, Scan};
use crate::tr;
use crate::views::Text;
use std::result::Result;

/// Maps every customer of the book to something counted, in parallel; tells what could not be read or counted, and how
/// many cards that were. `None` where a rate is missing: then nothing that is converted may be shown.
pub fn counted<T: Send>(
    book: &Book,
    basis: &Basis<'_>,
    context: &mut Context<'_>,
    count: impl Fn(&Customer) -> Counted<Option<T>> + Sync,
) -> Option<(Vec<T>, usize)> {
    let day = context.today;
    let scan = book
        .scan(|customer| count(customer).map_err(|problem| Uncounted::new(customer, problem, basis, day)).transpose());
    sorted(scan, book, context)
}

/// A card that could not be counted.
#[derive(Debug)]
pub struct Uncounted {
    location: Location,
    problem: Problem,
    /// The rates that it lacks, each with the first day on which it is wanted.
    rates: BTreeMap<String, Date>,
}

impl Uncounted {
    /// Because of this problem; where it is a rate, all that are missing are looked for.
    pub fn new(customer: &Customer, problem: Problem, basis: &Basis<'_>, day: Date) -> Self {
        let rates = match problem.fault {
            Fault::NoRate { .. } => money::missing(&customer.card, basis, day),
            _ => BTreeMap::new(),
        };
        Self { location: customer.location.clone(), problem, rates }
    }
}

/// What was counted; tells what could not be read or counted, and how many cards that were. `None` where a rate is
/// missing.
pub fn sorted<T>(scan: Scan<Result<T, Uncounted>>, book: &Book, context: &mut Context<'_>) -> Option<(Vec<T>, usize)> {
    let mut rows = Vec::new();
    let mut errors = scan.errors;
    let mut missing = MissingRates { base: book.currency().to_owned(), wanted: BTreeMap::new() };
    for result in scan.rows {
        match result {
            Ok(row) => rows.push(row),
            Err(Uncounted { location, problem: Problem { fault: Fault::NoRate { currency, day }, .. }, rates }) => {
                for (currency, day) in rates.into_iter().chain([(currency, day)]) {
                    missing.want(currency, day, &location.path);
                }
            }
            Err(Uncounted { location, problem, .. }) => errors.push(error(&location, &problem, book)),
        }
    }
    context.tell(&errors);
    if missing.wanted.is_empty() {
        return Some((rows, errors.len()));
    }
    missing.tell(context);
    None
}

/// Currencies that lack a rate, each with the first day on which it is wanted, and by whom.
struct MissingRates {
    base: String,
    wanted: BTreeMap<String, (Date, String)>,
}

impl MissingRates {
    fn want(&mut self, currency: String, day: Date, path: &str) {
        let first = self.wanted.entry(currency).or_insert_with(|| (day, path.to_owned()));
        if day < first.0 {
            *first = (day, path.to_owned());
        }
    }

    /// Says which rates are missing, and what to write into kehu.toml.
    fn tell(&self, context: &mut Context<'_>) {
        let names: Vec<String> = self
            .wanted
            .iter()
            .map(|(currency, (day, path))| tr!("{currency} on {day} ({path})", "{currency} 在 {day}（{path}）"))
            .collect();
        let names = names.join(tr(", ", "、"));
        let error = Error::new(tr!("no rate for {names}", "缺少汇率：{names}"));
        context.tell(&[error.next(tr!(
            "add to kehu.toml what one unit is worth in {}, from that day on:",
            "请在 kehu.toml 中补上 1 单位外币合多少 {}（自该日起有效）：",
            self.base
        ))]);
        let lines: Vec<String> = self
            .wanted
            .iter()
            .map(|(currency, (day, _))| format!("[[rate]]\ndate = {day}\ncurrency = \"{currency}\"\nvalue = \"…\"\n"))
            .collect();
        context.shell.warn(&Text::plain(format!("\n{}", lines.join("\n"))));
    }
}

/// A card's problem as an error with its place.
pub fn error(location: &Location, problem: &Problem, book: &Book) -> Error {
    // the scan has dropped the text; a card with a fault is worth a second reading
    let place = match book.read(location) {
        Ok(file) if problem.at > 0 => Place::in_text(&location.file, &file.text, problem.at),
        // it is kehu.toml that lacks it
        _ if problem.at == 0 && matches!(problem.fault, Fault::NoRate { .. }) => Place::file(SETTINGS_FILE),
        _ => Place::file(&location.file),
    };
    match &problem.fault {
        Fault::NoRate { currency, day } => Error::new(in_card(problem)).at(place).next(tr!(
            "add to kehu.toml a [[rate]] with date = {day}, currency = \"{currency}\" and its value",
            "请在 kehu.toml 中补一条 [[rate]]：date = {day}、currency = \"{currency}\" 和 value"
        )),
        _ => broken(in_card(problem), location).at(place),
    }
}
