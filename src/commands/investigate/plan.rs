//! How the card is changed: a draft is taken up, else an investigation is added; it is completed if it lacks nothing.

use super::super::append::{Draft, wrong_value};
use super::super::deal::sum::decimals;
use super::super::deal::write::edited;
use super::told;
use super::wanted::{Finished, list, no_currency};
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, Step, quoted};
use crate::lang::tr;
use crate::model::card::Investigation;
use crate::model::choice::{Channel, Section};
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::investigation::{Lack, drafts, finding, lacks};
use crate::rules::staff::Staff;
use crate::store::{Book, CardFile};
use crate::tr;

/// What became of an investigation.
pub struct Outcome {
    /// Its place in the card.
    pub place: usize,
    /// What it lacks still.
    pub lacks: Vec<Lack>,
    /// The day on which it was completed, if it was.
    pub completed: Option<Date>,
}

/// The draft of an update or of a full investigation that is taken up, if there is one: of several, the one of this day.
///
/// # Errors
/// There are several, or one of another day.
pub fn open(card: &Card, update: bool, said: Option<Date>, today: Date) -> Result<Option<usize>> {
    let open: Vec<(usize, Option<Date>)> = drafts(card, today)
        .filter(|(_, draft)| (draft.update == Some(true)) == update && draft.completed.is_none())
        .map(|(place, draft)| (place, draft.date))
        .collect();
    let days: Vec<String> = open.iter().filter_map(|(_, date)| Some((*date)?.to_string())).collect();
    let days = days.join(tr(" and ", "、"));
    match (said, open.as_slice()) {
        (_, []) => Ok(None),
        (None, [(place, _)]) => Ok(Some(*place)),
        (None, _) => {
            Err(Error::new(tr!("there are several drafts, begun on {days}", "有多份调查草稿，开始日期为 {days}"))
                .next(tr("say which one: --date DATE", "请指明哪一份：--date 日期")))
        }
        (Some(date), _) => match open.iter().rev().find(|(_, begun)| *begun == said) {
            Some((place, _)) => Ok(Some(*place)),
            None => Err(Error::refused(tr!(
                "the investigation begun on {days} is not completed, so none is begun on {date}",
                "{days} 开始的调查尚未完成，不能在 {date} 另开一份"
            ))
            .next(tr("take that one up: leave --date away", "请接着填写那一份：去掉 --date"))),
        },
    }
}

/// The edits that write an investigation into a card, and what becomes of it.
///
/// # Errors
/// It is to be completed and lacks something, it would be completed before it was begun, or the edits do not fit.
pub fn edits(file: &CardFile, wanted: &Finished, book: &Book, today: Date) -> Result<(Vec<Edit>, Outcome)> {
    let card = file.card()?;
    let taken =
        open(&card, wanted.update, wanted.date, today)?.and_then(|place| Some((place, card.investigation.get(place)?)));
    let place = taken.map_or(card.investigation.len(), |(place, _)| place);
    let mut edits = match taken {
        Some((place, draft)) => changed(place, draft, wanted),
        None => vec![begun(wanted, today)?],
    };
    let after = edited(book, file, &edits)?;
    // it is there: these edits put it there
    let record = after.investigation.get(place).cloned().unwrap_or_default();
    check_limit(&record)?;
    if let Some(day) = wanted.completed {
        new(&card, taken.map(|(place, _)| place), &record, day, &file.location.path)?;
    }
    let lacks = lacks(&record, Staff::new(&book.settings), wanted.completed.unwrap_or(today));
    let completed = match wanted.completed {
        Some(day) if lacks.is_empty() => Some(after_beginning(&record, day)?),
        Some(_) if !wanted.keep => return Err(incomplete(&lacks, book, today)),
        _ => None,
    };
    if let Some(day) = completed {
        edits.push(Edit::Set { path: path(place, "completed"), value: day.to_string() });
    }
    Ok((edits, Outcome { place, lacks, completed }))
}

fn path(place: usize, key: &str) -> Vec<Step> {
    vec![Step::from("investigation"), Step::from(place), Step::from(key)]
}

/// A new one.
fn begun(wanted: &Finished, today: Date) -> Result<Edit> {
    let mut draft = Draft::new(Investigation::TYPE, today);
    let date = wanted.date.or(wanted.completed).unwrap_or(today);
    draft.literal("date", date.to_string());
    if let Some(by) = wanted.by.as_deref().filter(|_| wanted.record.by.is_none()) {
        draft.typed("by", Some(by))?;
    }
    if wanted.update {
        draft.literal("update", true.to_string());
    }
    // what we know of a customer from our own dealings is an inquiry within the firm
    if wanted.update && wanted.record.channels.is_empty() {
        draft.literal("channels", list([Channel::Internal.key()]));
    }
    for (key, literal) in &wanted.fields {
        draft.literal(key, literal.clone());
    }
    Ok(draft.push("investigation"))
}

/// One that is taken up: what is said takes the place of what was said; to lists it is added.
fn changed(place: usize, draft: &Investigation, wanted: &Finished) -> Vec<Edit> {
    let mut edits: Vec<Edit> = wanted
        .fields
        .iter()
        .map(|(key, literal)| {
            let value = match *key {
                "channels" => added(&draft.channels, &wanted.record.channels, |channel| channel.key()),
                "conditions" => added(&draft.conditions, &wanted.record.conditions, |condition| condition.key()),
                "evidence" => added(&draft.evidence, &wanted.record.evidence, String::as_str),
                _ => literal.clone(),
            };
            Edit::Set { path: path(place, key), value }
        })
        .collect();
    if let Some(by) = wanted.by.as_deref().filter(|_| draft.by.is_none() && wanted.record.by.is_none()) {
        edits.push(Edit::Set { path: path(place, "by"), value: quoted(by.trim()) });
    }
    edits
}

fn added<T: PartialEq>(there: &[T], more: &[T], key: fn(&T) -> &str) -> String {
    list(there.iter().chain(more.iter().filter(|new| !there.contains(new))).map(key))
}

/// Refuses what is completed on a day already: an investigation that says the same, or any update.
///
/// # Errors
/// As it says.
pub fn new(card: &Card, taken: Option<usize>, record: &Investigation, day: Date, path: &str) -> Result<()> {
    let others = card.investigation.iter().enumerate().filter(|(place, _)| Some(*place) != taken);
    let mut done = others.map(|(_, other)| other).filter(|other| other.completed == Some(day));
    let (update, path) = (record.update == Some(true), shell_word(path));
    if update && done.any(|other| other.update == Some(true)) {
        return Err(Error::refused(tr!("the update of {day} stands already", "{day} 的例行更新已登记过"))
            .next(tr!("add to that one: kehu edit {path}", "请在那一份里补充：kehu edit {path}")));
    }
    if !update && done.any(|other| other.update != Some(true) && says_the_same(other, record)) {
        return Err(Error::refused(tr!(
            "the investigation completed on {day} says the same already",
            "{day} 完成的信用调查内容完全相同，已登记过"
        ))
        .next(tr!(
            "note what changed: kehu investigate {path} --update; one of another day: --completed DATE",
            "登记此后的变化：kehu investigate {path} --update；若是另一天的调查：--completed 日期"
        )));
    }
    Ok(())
}

/// Whether two investigations found, concluded and propose the same.
fn says_the_same(one: &Investigation, other: &Investigation) -> bool {
    let proposal = |of: &Investigation| (of.grade, of.limit, of.currency.clone(), of.term_days, of.conditions.clone());
    Section::ALL.iter().all(|section| finding(one, *section) == finding(other, *section))
        && one.conclusion.as_deref().map(str::trim) == other.conclusion.as_deref().map(str::trim)
        && proposal(one) == proposal(other)
}

/// Refuses a limit that nobody can count.
fn check_limit(record: &Investigation) -> Result<()> {
    match (record.limit, record.currency.as_deref()) {
        (None, _) => Ok(()),
        (Some(limit), Some(currency)) => decimals(limit, currency),
        (Some(limit), None) => Err(no_currency(limit)),
    }
}

/// Refuses an end before the beginning.
fn after_beginning(record: &Investigation, day: Date) -> Result<Date> {
    match record.date.filter(|begun| *begun > day) {
        None => Ok(day),
        Some(begun) => Err(wrong_value(tr!(
            "the investigation was begun on {begun}; it cannot have been completed on {day}",
            "调查于 {begun} 开始，不可能在 {day} 完成"
        ))),
    }
}

fn incomplete(lacks: &[Lack], book: &Book, today: Date) -> Error {
    let list: Vec<String> = lacks.iter().map(|lack| told::lack(*lack, book, today)).collect();
    let list = list.join(tr(", ", "、"));
    Error::refused(tr!("the investigation is not complete; it lacks {list}", "调查尚不完整，缺：{list}"))
        .next(tr("give what is missing, or keep it as a draft: --draft", "请补齐，或加 --draft 存为草稿"))
}
