//! Records appended to the cards of many customers, each card rewritten once.

use rayon::prelude::*;

use super::Work;
use super::index::Index;
use super::outcome::{CHUNK, Outcome, Reject};
use super::subject::Subject;
use super::values::Wrong;
use crate::formats::toml::{Edit, Record, Step};
use crate::lang::{Lang, counted, lang, tr};
use crate::store::{Book, CardFile, LARGEST, Location, Write};
use crate::tr;

/// What becomes of the records of one customer.
#[derive(Default)]
pub struct Appended {
    /// The card with what was added.
    pub write: Option<Write>,
    /// How many records were added.
    pub added: usize,
    /// How many were changed.
    pub changed: usize,
    /// How many were there.
    pub unchanged: usize,
    /// How many of these say less than the card by now.
    pub older: usize,
    /// What was changed, a line each.
    pub changes: Vec<String>,
    /// What cells say differently that a row cannot change, a line each.
    pub elsewhere: Vec<String>,
    /// What was not taken.
    pub rejects: Vec<Reject>,
}

/// Works out and writes the cards of many customers, some at a time, each once.
pub fn append<T: Sync>(
    work: &Work<'_>,
    index: &Index,
    of: &[(usize, Vec<T>)],
    outcome: &mut Outcome,
    card: &(dyn Fn(&Location, &[T]) -> Appended + Sync),
) {
    work.progress.begin(of.len());
    for chunk in of.chunks(CHUNK) {
        let done: Vec<Appended> = chunk
            .par_iter()
            .map(|(customer, records)| {
                index.locations.get(*customer).map(|location| card(location, records)).unwrap_or_default()
            })
            .collect();
        let (mut writes, mut added, mut changed) = (Vec::new(), 0, 0);
        for (done, (customer, _)) in done.into_iter().zip(chunk) {
            outcome.unchanged += done.unchanged;
            outcome.rejects.extend(done.rejects);
            outcome.older += done.older;
            outcome.elsewhere.extend(done.elsewhere);
            added += done.added;
            changed += done.changed;
            if let (Some(write), Some(location)) = (done.write, index.locations.get(*customer)) {
                let path = &location.path;
                if done.added > 0 {
                    outcome.plan.push(match work.sheet.subject {
                        Subject::Payments => planned(path, done.added, ("payment", "payments"), "笔收款"),
                        _ => planned(path, done.added, ("order", "orders"), "张订单"),
                    });
                }
                outcome.changes.extend(done.changes.iter().map(|told| tr!("{path}: {told}", "{path}：{told}")));
                writes.push(write);
            }
        }
        if !outcome.write(work, &writes, added, changed) {
            return;
        }
        work.progress.step(chunk.len());
    }
}

fn planned(path: &str, added: usize, (one, many): (&str, &str), zh: &str) -> String {
    match lang() {
        Lang::En => format!("{path}: {}", counted(added, one, many)),
        Lang::Zh => format!("{path}：{added} {zh}"),
    }
}

/// A card with edits made, and records behind those of a list.
///
/// # Errors
/// They cannot be put there, or the card would be larger than any that is read.
pub fn with(
    book: &Book,
    file: CardFile,
    mut edits: Vec<Edit>,
    list: &str,
    records: Vec<Record>,
) -> Result<Write, Wrong> {
    if !records.is_empty() {
        edits.push(Edit::PushRecords { path: vec![Step::from(list)], records });
    }
    let text = book.edited(&file, &edits)?;
    if text.len() as u64 > LARGEST {
        return Err(Wrong::new(tr("the card would be larger than 4 MiB", "卡片会超过 4 MiB"))
            .next(tr("keep older records on a card of their own", "请把较早的记录另存一张卡片")));
    }
    Ok(Write::Over(file, text))
}
