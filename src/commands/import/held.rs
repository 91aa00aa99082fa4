//! Rows that are probably a customer who is in the book already: held back until somebody decides.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::index::Index;
use super::sheet::listed;
use super::values::Wrong;
use crate::commands::likely::{Likely, is_name, reason};
use crate::lang::tr;
use crate::model::choice::choices;
use crate::model::{Country, Date};
use crate::store::{Book, CardFile};
use crate::tr;

choices! {
    /// What becomes of a row that is probably a customer who is there.
    pub enum Duplicates {
        Hold = "hold" "held back" "待定",
        Create = "create" "a card of its own" "新建",
        Skip = "skip" "left out" "跳过",
        Update = "update" "the card that is there updated" "更新",
    }
}

/// The cards of the book that a new one may be the second of: their places in the index, with the reasons.
pub type Twins = BTreeMap<usize, Vec<String>>;

/// For each new card those that are probably the same customer; `None` where there are none, and for no card at all. Of one name
/// in two countries are a group and its branches more often than one firm: there the name alone says nothing.
pub fn twins(
    book: &Book,
    index: &Index,
    today: Date,
    new: impl Iterator<Item = Option<CardFile>>,
) -> Vec<Option<Twins>> {
    let likely = Likely::new(book, today);
    // a card is let go as soon as its marks are known: hundreds of thousands would not fit into memory
    let marks = |file: Option<CardFile>| file.map(|file| (file.location.country(), likely.marks(&file)));
    let marks: Vec<(Option<Country>, Vec<String>)> = new.map(|file| marks(file).unwrap_or_default()).collect();
    let wanted: HashSet<&String> = marks.iter().flat_map(|(_, marks)| marks).collect();
    if wanted.is_empty() {
        return marks.iter().map(|_| None).collect();
    }
    let places: HashMap<&str, usize> =
        index.locations.iter().enumerate().map(|(at, location)| (location.path.as_str(), at)).collect();
    let scan = book.scan_files(|file| {
        let mut found = likely.marks(&file);
        found.retain(|mark| wanted.contains(mark));
        Ok((file.location.path, found))
    });
    let mut holders: HashMap<String, Vec<usize>> = HashMap::new();
    for (path, found) in scan.rows.into_iter().flatten() {
        let Some(at) = places.get(path.as_str()) else { continue };
        found.into_iter().for_each(|mark| holders.entry(mark).or_default().push(*at));
    }
    let of = |(country, marks): &(Option<Country>, Vec<String>)| {
        let mut twins = Twins::new();
        for mark in marks {
            let says = |at: &&usize| !is_name(mark) || index.country(**at) == *country;
            for at in holders.get(mark).into_iter().flatten().filter(says) {
                twins.entry(*at).or_default().push(reason(mark));
            }
        }
        Some(twins).filter(|twins| !twins.is_empty())
    };
    marks.iter().map(of).collect()
}

/// Why a row is held back, and how to decide.
pub fn held(index: &Index, twins: &Twins) -> Wrong {
    let path = |at: &usize| index.locations.get(*at).map_or("", |location| location.path.as_str());
    let one = |(at, reasons): (&usize, &Vec<String>)| {
        let (path, reasons) = (path(at), reasons.join(tr("; ", "；")));
        tr!("{path} ({reasons})", "{path}（{reasons}）")
    };
    let cards = listed(&twins.iter().map(one).collect::<Vec<_>>());
    Wrong::new(tr!("probably here already: {cards}", "可能已有此客户：{cards}")).next(tr(
        "decide with --duplicates create, skip or update; a row with a code of its own is never held back",
        "请用 --duplicates create（新建）、skip（跳过）或 update（更新）决定；有客户编号的行不会被搁置",
    ))
}
