//! `path=value` of a card: the paths field by field, and the words that a field takes.

use super::words::{fitting, of_script};
use super::{Candidate, Follow, Offer};
use crate::lang::{Words, tr};
use crate::model::Card;
use crate::model::field::{Choice, Field, Is, Record, RecordType, Shape};

/// What may stand where a change is expected.
pub fn values(typed: &str, people: &dyn Fn() -> Vec<Candidate>) -> Offer {
    let (path, value) = split(typed);
    match value {
        None => Offer { follow: Follow::More, candidates: paths(path) },
        Some(value) => {
            let parts: Vec<&str> = path.strip_suffix(['+', '-']).unwrap_or(path).split('.').collect();
            let known = reach(&parts).map_or_else(Vec::new, |field| words(field, value, people));
            let whole = known.into_iter().map(|Candidate { word, about }| {
                let about = if about == word { String::new() } else { about };
                Candidate { word: format!("{path}={word}"), about }
            });
            Offer::words(whole.collect())
        }
    }
}

/// At the first `=` that stands in no quotes.
fn split(typed: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    let at = typed.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '=' && !quoted
    });
    match at {
        Some((at, _)) => (typed.get(..at).unwrap_or_default(), Some(typed.get(at + 1..).unwrap_or_default())),
        None => (typed, None),
    }
}

/// The field at the end of a path; of several records any may be chosen.
fn reach(parts: &[&str]) -> Option<&'static Field> {
    let (last, before) = parts.split_last()?;
    inside(before).and_then(Inside::record)?.find(last)
}

/// What a path leads into.
#[derive(Clone, Copy)]
enum Inside {
    Record(&'static RecordType),
    /// Several records, of which one is yet to be chosen.
    Several,
}

impl Inside {
    fn record(self) -> Option<&'static RecordType> {
        match self {
            Self::Record(record) => Some(record),
            Self::Several => None,
        }
    }
}

fn inside(parts: &[&str]) -> Option<Inside> {
    let mut record = Card::TYPE;
    let mut parts = parts.iter();
    while let Some(part) = parts.next() {
        match record.find(part)?.shape {
            Shape::Table(inner) => record = inner,
            Shape::List(Shape::Table(inner)) => {
                if parts.next().is_none() {
                    return Some(Inside::Several);
                }
                record = inner;
            }
            _ => return None,
        }
    }
    Some(Inside::Record(record))
}

fn paths(typed: &str) -> Vec<Candidate> {
    let (before, parts) = match typed.rsplit_once('.') {
        Some((before, _)) => (format!("{before}."), before.split('.').collect()),
        None => (String::new(), Vec::new()),
    };
    let mut found = Vec::new();
    match inside(&parts) {
        Some(Inside::Record(record)) => below(record, &before, !typed.is_ascii(), &mut found),
        Some(Inside::Several) => {
            found.push(Candidate::new(format!("{before}+."), tr("a new one", "新增一条")));
            found.push(Candidate::new(format!("{before}last."), tr("the last one", "最后一条")));
        }
        None => {}
    }
    fitting(found, typed)
}

/// The fields of a record and of the groups in it, by key, or by label where Chinese is typed.
fn below(record: &'static RecordType, before: &str, chinese: bool, found: &mut Vec<Candidate>) {
    for field in record.fields {
        let path = format!("{before}{}", if chinese { field.label.zh } else { field.key });
        let about = field.label.text();
        match field.shape {
            Shape::Table(inner) => below(inner, &format!("{path}."), chinese, found),
            Shape::List(Shape::Table(_)) => found.push(Candidate::new(format!("{path}."), about)),
            Shape::List(_) => {
                found.push(Candidate::new(format!("{path}="), about));
                found.push(Candidate::new(format!("{path}+="), about));
            }
            _ => found.push(Candidate::new(format!("{path}="), about)),
        }
    }
}

/// Yes and no.
pub const YES_OR_NO: &[Choice] =
    &[Choice { key: "yes", words: Words::new("yes", "是") }, Choice { key: "no", words: Words::new("no", "否") }];

/// The words that a field takes.
fn words(field: &Field, typed: &str, people: &dyn Fn() -> Vec<Candidate>) -> Vec<Candidate> {
    let known = match field.shape {
        Shape::Choice(choices) | Shape::List(Shape::Choice(choices)) => of_list(choices, typed),
        Shape::Bool => of_list(YES_OR_NO, typed),
        _ if field.is == Is::Person => people(),
        _ => Vec::new(),
    };
    fitting(known, typed)
}

/// The words of a closed list: by key, or by the Chinese word where Chinese is typed.
pub fn of_list(choices: &[Choice], typed: &str) -> Vec<Candidate> {
    let word = |choice: &Choice| if of_script(choice.key, typed) { choice.key } else { choice.words.zh };
    choices.iter().map(|choice| Candidate::new(word(choice), choice.words.text())).collect()
}
