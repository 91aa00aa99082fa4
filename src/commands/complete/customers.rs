//! The customers of the book as the folders name them: cards stay closed, so that ten thousand take no time.

use std::collections::{BTreeSet, HashMap};

use super::Candidate;
use super::words::{best, fit, fold};
use crate::formats::toml::Document;
use crate::model::{Card, Country};
use crate::store::{Book, CARD_FILE, exists};

/// How customers are named.
#[derive(Clone, Copy, PartialEq)]
pub enum Way {
    /// By the company's folder where that is enough.
    Shortest,
    /// By the path, and the folders above them too.
    Path,
}

/// Of so many it is looked whether a card lies in the folder; of more nobody will look at each, and it would take time.
const LOOKED_AT: usize = 256;

/// The customers that fit what is typed.
pub fn find(book: &Book, typed: &str, way: Way) -> Vec<Candidate> {
    let companies = book.companies();
    let typed_key = fold(typed);
    let paths = || paths(book, &companies, &typed_key, way);
    let names = || names(book, &companies, &typed_key, way);
    let found = if way == Way::Path || typed.contains('/') { paths() } else { names() };
    match (found.is_empty(), way) {
        (false, _) => found,
        (true, Way::Path) => names(),
        (true, Way::Shortest) => paths(),
    }
}

/// By the company's folder: as it is where that says enough, else with those above it.
fn names(book: &Book, companies: &[String], typed: &str, way: Way) -> Vec<Candidate> {
    let keys: Vec<String> = companies.iter().map(|path| fold(company(path))).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for key in &keys {
        *times.entry(key).or_default() += 1;
    }
    let fits = companies.iter().zip(&keys).filter_map(|(path, key)| Some((fit(key, typed)?, (path, key))));
    let mut fits: Vec<_> = best(fits.collect());
    if fits.len() <= LOOKED_AT {
        fits.retain(|(path, _)| has_card(book, path));
    }
    let named = fits.into_iter().map(|(path, key)| {
        let alone = way == Way::Shortest && times.get(key.as_str()) == Some(&1) && names_itself(company(path));
        if alone { Candidate::new(company(path), above(path)) } else { Candidate::new(path, "") }
    });
    named.collect()
}

fn has_card(book: &Book, path: &str) -> bool {
    exists(&book.root.join(path).join(CARD_FILE))
}

/// Whether `kehu show NAME` finds a customer by this folder name: not where it looks like an option, is all marks, or
/// would be trimmed.
fn names_itself(folder: &str) -> bool {
    !folder.starts_with('-') && folder.trim() == folder && folder.chars().any(char::is_alphanumeric)
}

fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(above, _)| above)
}

fn company(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// By the path; where folders are wanted, those above too.
fn paths(book: &Book, companies: &[String], typed: &str, way: Way) -> Vec<Candidate> {
    let mut found: BTreeSet<&str> = companies.iter().map(String::as_str).collect();
    if way == Way::Path {
        for path in companies {
            let mut folder = above(path);
            while !folder.is_empty() && found.insert(folder) {
                folder = above(folder);
            }
        }
    }
    found.retain(|path| fold(path).starts_with(typed));
    if way == Way::Shortest && found.len() <= LOOKED_AT {
        found.retain(|path| has_card(book, path));
    }
    found.into_iter().map(|path| Candidate::new(path, "")).collect()
}

/// The countries that folders of the book name.
pub fn countries(book: &Book) -> BTreeSet<Country> {
    let companies = book.companies();
    let folders: BTreeSet<&str> = companies.iter().filter_map(|path| path.split('/').nth(1)).collect();
    folders.into_iter().filter_map(Country::find).collect()
}

/// The card of the customer that a folder name or a path means beyond doubt.
pub fn card(book: &Book, name: &str) -> Option<Card> {
    let companies = book.companies();
    let path = name.trim_end_matches('/');
    let path = path.strip_suffix(CARD_FILE).map_or(path, |folder| folder.trim_end_matches('/'));
    let company = companies.iter().find(|company| *company == path).or_else(|| {
        let wanted = fold(name.trim());
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut found = companies.iter().filter(|path| fits(&fold(company(path))));
            found.next().filter(|_| found.next().is_none())
        };
        only(&|company| company == wanted).or_else(|| only(&|company| company.contains(&wanted)))
    })?;
    book.read(&book.location_of(&format!("{company}/{CARD_FILE}")).ok()?).ok()?.card().ok()
}

/// The owners that stand on cards, by their lines alone: to understand every card would take too long.
pub fn owners(book: &Book) -> BTreeSet<String> {
    let scan = book.scan_texts(|_, text| Ok(owner_line(text).map(str::to_owned)));
    let lines: BTreeSet<String> = scan.rows.into_iter().collect();
    let name = |line: &String| {
        let document = Document::parse(line).ok()?;
        document.root.get("owner")?.get_ref().as_str().map(str::to_owned)
    };
    lines.iter().filter_map(name).filter(|name| !name.trim().is_empty()).collect()
}

/// The line of the owner, above the first record.
fn owner_line(text: &str) -> Option<&str> {
    let lines = text.lines().take_while(|line| !line.starts_with('['));
    lines.map(str::trim).find(|line| line.strip_prefix("owner").is_some_and(|rest| rest.trim_start().starts_with('=')))
}
