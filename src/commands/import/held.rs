//! Rows that are probably a customer who is in the book already, or stands above them in the file: held back until somebody decides.

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

/// Whom a new card may be the second of, each with the reasons.
pub enum Twins {
    /// Cards of the book, by their places in the index.
    Cards(BTreeMap<usize, Vec<String>>),
    /// New cards before it, by their places among these.
    New(BTreeMap<usize, Vec<String>>),
}

impl Twins {
    /// The card of the book, where it is one.
    pub fn only(&self) -> Option<usize> {
        match self {
            Self::Cards(cards) if cards.len() == 1 => cards.keys().next().copied(),
            _ => None,
        }
    }
}

/// What tells a new card: whether somebody decides of it, its country, its marks.
type Marked = (bool, Option<Country>, Vec<String>);

/// For each new card those that are probably the same customer; `None` where there are none, and for a card of which nobody
/// decides. Of one name in two countries are a group and its branches more often than one firm: there the name alone says
/// nothing.
pub fn twins(
    book: &Book,
    index: &Index,
    today: Date,
    new: impl Iterator<Item = (bool, Option<CardFile>)>,
) -> Vec<Option<Twins>> {
    let likely = Likely::new(book, today);
    // a card is let go as soon as its marks are known: hundreds of thousands would not fit into memory
    let marks = |(open, file): (bool, Option<CardFile>)| match file {
        Some(file) => (open, file.location.country(), likely.marks(&file)),
        None => (false, None, Vec::new()),
    };
    let marked: Vec<Marked> = new.map(marks).collect();
    let wanted: HashSet<&String> = marked.iter().filter(|(open, ..)| *open).flat_map(|(.., marks)| marks).collect();
    if wanted.is_empty() {
        return marked.iter().map(|_| None).collect();
    }
    let above = above(&marked);
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
    let of = |((open, country, marks), above): (&Marked, BTreeMap<usize, Vec<String>>)| {
        let mut twins: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for mark in marks.iter().filter(|_| *open) {
            let says = |at: &&usize| !is_name(mark) || index.country(**at) == *country;
            for at in holders.get(mark).into_iter().flatten().filter(says) {
                twins.entry(*at).or_default().push(reason(mark));
            }
        }
        match (twins.is_empty(), above.is_empty()) {
            (false, _) => Some(Twins::Cards(twins)),
            (true, false) => Some(Twins::New(above)),
            (true, true) => None,
        }
    };
    marked.iter().zip(above).map(of).collect()
}

/// For each card of which somebody decides the first before it that has a mark of it.
fn above(marked: &[Marked]) -> Vec<BTreeMap<usize, Vec<String>>> {
    let mut first: HashMap<(Option<Country>, &str), usize> = HashMap::new();
    let mut all = Vec::with_capacity(marked.len());
    for (at, (open, country, marks)) in marked.iter().enumerate() {
        let mut twins: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for mark in marks {
            let mark = mark.as_str();
            let before = *first.entry((country.filter(|_| is_name(mark)), mark)).or_insert(at);
            if *open && before != at {
                twins.entry(before).or_default().push(reason(mark));
            }
        }
        all.push(twins);
    }
    all
}

/// Why a row is held back, and how to decide; `line` is that of a new card.
pub fn held(index: &Index, twins: &Twins, line: &dyn Fn(usize) -> usize) -> Wrong {
    let told = |twins: &BTreeMap<usize, Vec<String>>, name: &dyn Fn(usize) -> String| {
        let one = |(at, reasons): (&usize, &Vec<String>)| {
            let (name, reasons) = (name(*at), reasons.join(tr("; ", "；")));
            tr!("{name} ({reasons})", "{name}（{reasons}）")
        };
        listed(&twins.iter().map(one).collect::<Vec<_>>())
    };
    let cards = match twins {
        Twins::Cards(cards) => {
            told(cards, &|at| index.locations.get(at).map_or_else(String::new, |location| location.path.clone()))
        }
        Twins::New(rows) => {
            let rows = told(rows, &|at| tr!("row {}", "第 {} 行", line(at)));
            return Wrong::new(tr!("probably one customer with {rows}", "与{rows}可能是同一客户")).next(tr(
                "decide with --duplicates create or skip; update takes it once the first is in the book; a row with a code of its own is never held back",
                "请用 --duplicates create（新建）或 skip（跳过）决定；前一行入账后可用 update（更新）；有客户编号的行不会被搁置",
            ));
        }
    };
    Wrong::new(tr!("probably here already: {cards}", "可能已有此客户：{cards}")).next(tr(
        "decide with --duplicates create, skip or update; a row with a code of its own is never held back",
        "请用 --duplicates create（新建）、skip（跳过）或 update（更新）决定；有客户编号的行不会被搁置",
    ))
}
