//! A query: the fields that may be asked about, and the values that they take.

use super::fields::of_list;
use super::words::{fitting, of_script};
use super::{Candidate, Follow, Kind, Offer};
use crate::lang::Words;
use crate::model::Card;
use crate::model::field::{Field as CardField, Record, RecordType};
use crate::query::{ANY, DERIVED, Field, HAS, Kind as Values, NOT, Source, is_comma, one_value};

/// What stands before something that is asked, and what it means.
const BEFORE: &[(&[&str], Words)] = &[
    (NOT, Words::new("all but these", "除此以外的")),
    (ANY, Words::new("any of these", "几项取其一")),
    (HAS, Words::new("filled in", "已有内容")),
];

/// What may stand in a word of a query. `live` are the values of a kind that only the book knows.
pub fn values(typed: &str, live: &dyn Fn(Kind, &str) -> Vec<Candidate>) -> Offer {
    let whole = term(typed, live);
    // a word that quotes keep together may ask several things; or it is one value with blanks in it
    match typed.rfind(char::is_whitespace) {
        Some(blank) if whole.candidates.is_empty() && !is_open(typed) => {
            let (before, last) = behind(typed, blank);
            term(last, live).behind(before, true)
        }
        _ => whole,
    }
}

/// Names of fields between commas.
pub fn columns(typed: &str) -> Offer {
    let (before, last) = last_of(typed);
    Offer { follow: Follow::More, candidates: fields(last, End::Nothing) }.behind(before, true)
}

/// The same, each with - before it where the largest comes first.
pub fn orders(typed: &str) -> Offer {
    let (before, last) = last_of(typed);
    let name = last.strip_prefix('-').unwrap_or(last);
    let sign = last.strip_suffix(name).unwrap_or_default();
    Offer { follow: Follow::More, candidates: fields(name, End::Nothing) }.behind(&format!("{before}{sign}"), true)
}

/// One thing that is asked, with what stands before it.
fn term(typed: &str, live: &dyn Fn(Kind, &str) -> Vec<Candidate>) -> Offer {
    let mut rest = typed;
    while let Some(inner) = opened(rest) {
        rest = inner;
    }
    let offer = match split(rest) {
        None => Offer { follow: Follow::More, candidates: fields(rest, End::Colon) },
        Some((name, value)) if is_one_of(name, HAS) => {
            rest = value;
            Offer::words(fields(value, End::Nothing))
        }
        Some((name, value)) => {
            let (_, last) = last_of(value);
            rest = last;
            Offer::words(Field::find(name).map_or_else(Vec::new, |field| of_field(&field, last, live)))
        }
    };
    offer.behind(typed.strip_suffix(rest).unwrap_or_default(), true)
}

/// What stands behind `not:`, `any:`, a bracket or a dash; behind `any:` without a bracket that is what follows the last
/// comma.
fn opened(text: &str) -> Option<&str> {
    if let Some(inner) = text.strip_prefix(['-', '(', '（']) {
        return Some(inner);
    }
    let (name, value) = split(text)?;
    if is_one_of(name, ANY) && !value.starts_with(['(', '（']) {
        return Some(last_of(value).1);
    }
    (is_one_of(name, ANY) || is_one_of(name, NOT)).then_some(value)
}

fn is_one_of(name: &str, words: &[&str]) -> bool {
    words.contains(&name.to_lowercase().as_str())
}

/// The name of a field, and what is typed of its value.
fn split(text: &str) -> Option<(&str, &str)> {
    let sign = text.find([':', '：', '='])?;
    let (_, value) = behind(text, sign);
    Some((text.get(..sign)?, value))
}

/// Up to the character at a place, and behind it.
fn behind(text: &str, at: usize) -> (&str, &str) {
    let end = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Up to the last comma that stands in no quotes, and behind it.
fn last_of(text: &str) -> (&str, &str) {
    let comma =
        text.match_indices(is_comma).map(|(at, _)| at).rfind(|at| !is_open(text.get(..*at).unwrap_or_default()));
    comma.map_or(("", text), |at| behind(text, at))
}

/// Whether a quote stands open at the end.
fn is_open(text: &str) -> bool {
    let mut open = None;
    for c in text.chars() {
        open = match (open, c) {
            (None, '"') => Some('"'),
            (None, '“') => Some('”'),
            (Some(close), c) if c == close => None,
            (open, _) => open,
        };
    }
    open.is_some()
}

/// What comes behind the name of a field.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Nothing,
    /// A colon; behind a record or a group the dot before its own fields, too.
    Colon,
}

/// The fields that may be meant: those with a name of one word; behind a dot, or where none of those is meant, all that
/// the card has.
fn fields(typed: &str, end: End) -> Vec<Candidate> {
    let mut short = Vec::new();
    for field in DERIVED {
        let name = if typed.is_ascii() { field.key } else { field.words.zh };
        push(&mut short, name, field.words, None, end);
    }
    if end == End::Colon {
        for (names, about) in BEFORE {
            let named = names.iter().filter(|name| of_script(name, typed));
            short.extend(named.map(|name| Candidate::new(format!("{name}:"), about.text())));
        }
    }
    if typed.is_empty() {
        return short;
    }
    let chinese = !typed.is_ascii();
    let add = |deep, found: &mut Vec<Candidate>| {
        below(Card::TYPE, "", deep, chinese, &mut |path, field| push(found, path, field.label, field.record(), end));
        fitting(found.clone(), typed)
    };
    let found = add(false, &mut short);
    if found.is_empty() { add(true, &mut Vec::new()) } else { found }
}

fn push(found: &mut Vec<Candidate>, name: &str, label: Words, inner: Option<&RecordType>, end: End) {
    let about = label.text();
    let ends: &[&str] = match (end, inner) {
        (End::Nothing, _) => &[""],
        (End::Colon, None) => &[":"],
        (End::Colon, Some(_)) => &[":", "."],
    };
    let new = ends.iter().map(|end| Candidate::new(format!("{name}{end}"), about));
    let new: Vec<Candidate> = new.filter(|new| found.iter().all(|known| known.word != new.word)).collect();
    found.extend(new);
}

/// The fields of a record by their paths, and with `deep` those of the records in it.
fn below(
    record: &'static RecordType,
    before: &str,
    deep: bool,
    chinese: bool,
    see: &mut dyn FnMut(&str, &'static CardField),
) {
    for field in record.fields {
        let path = format!("{before}{}", if chinese { field.label.zh } else { field.key });
        see(&path, field);
        if let Some(inner) = field.record().filter(|_| deep) {
            below(inner, &format!("{path}."), deep, chinese, see);
        }
    }
}

/// The values of a field, each written so that the query takes it for one.
fn of_field(field: &Field, typed: &str, live: &dyn Fn(Kind, &str) -> Vec<Candidate>) -> Vec<Candidate> {
    let typed = typed.strip_prefix(['"', '“', '”']).unwrap_or(typed);
    let known = match field.kind {
        Values::Country => live(Kind::Country, typed),
        Values::Stage => live(Kind::Stage, typed),
        // a name that stands in the card, and is not the customer's, is that of somebody of ours
        Values::Name if matches!(field.source, Source::Card(_)) => live(Kind::Owner, typed),
        Values::Bool => fitting(of_list(super::fields::YES_OR_NO, typed), typed),
        kind => fitting(of_list(kind.choices(), typed), typed),
    };
    let written = |Candidate { word, about }| {
        let about = if about == word { String::new() } else { about };
        Some(Candidate { word: one_value(&word)?, about })
    };
    known.into_iter().filter_map(written).collect()
}
