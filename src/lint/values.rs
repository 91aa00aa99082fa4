//! What several checks need: the values of a card by what they mean, read as the reader reads them.

pub mod host;
pub mod legal_forms;
pub mod papers;
pub mod phone;

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::{Claimed, Fix, Source};
use crate::formats::toml::{Document, Edit, Spanned, Visit, quoted};
use crate::lang::tr;
use crate::model::field::{Is, Shape};
use crate::model::{Date, Number};
use crate::tr;

/// How many places a message names before it only counts them.
const NAMED: usize = 3;

/// Calls `see` for every text that is not blank in a field that means `is`.
pub fn texts<'t>(source: &Source<'t>, is: Is, see: &mut dyn FnMut(&Visit<'_, '_>, &str)) {
    for value in source.values() {
        if let DeValue::String(text) = value.value.get_ref()
            && value.field.is == is
            && !text.trim().is_empty()
        {
            see(value, text);
        }
    }
}

/// Calls `see` for every value that should be a number, where a field means `is`.
pub fn numbers<'t>(source: &Source<'t>, is: Is, see: &mut dyn FnMut(&Visit<'_, 't>, Number)) {
    shaped(source, &Shape::Number, &mut |value| {
        if let Some(number) = number(value.value.get_ref())
            && value.field.is == is
        {
            see(value, number);
        }
    });
}

/// Calls `see` for every value that the schema wants in this shape, whatever it is.
pub fn shaped<'t>(source: &Source<'t>, shape: &Shape, see: &mut dyn FnMut(&Visit<'_, 't>)) {
    source.values().iter().filter(|value| value.shape == shape).for_each(see);
}

/// The number that the reader makes of a value.
pub fn number(value: &DeValue<'_>) -> Option<Number> {
    match value {
        DeValue::String(text) => Number::parse(text),
        DeValue::Float(token) => Number::parse(token.as_str()),
        DeValue::Integer(token) if token.radix() == 10 => Number::parse(token.as_str()),
        _ => None,
    }
}

/// The day that the reader makes of a value.
pub fn date(value: &DeValue<'_>) -> Option<Date> {
    match value {
        DeValue::String(text) => Date::parse(text),
        DeValue::Datetime(Datetime { date: Some(day), time: None, offset: None }) => {
            NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()).map(Date::from)
        }
        _ => None,
    }
}

/// The records of a list of the card, in the order of the file.
pub fn records<'a, 't>(document: &'a Document<'t>, list: &str) -> impl Iterator<Item = &'a DeTable<'t>> {
    let list = document.root.get(list).and_then(|list| list.get_ref().as_array());
    list.into_iter().flat_map(|list| list.iter()).filter_map(|record| record.get_ref().as_table())
}

/// The text of a field, without blanks around it, and where it stands; `None` where it is blank or no text.
pub fn text_in<'a>(table: &'a DeTable<'_>, key: &str) -> Option<(&'a str, Range<usize>)> {
    let value = table.get(key)?;
    let text = value.get_ref().as_str()?.trim();
    (!text.is_empty()).then(|| (text, value.span()))
}

/// The day of a field, and where it stands.
pub fn day_in(table: &DeTable<'_>, key: &str) -> Option<(Date, Range<usize>)> {
    let value = table.get(key)?;
    date(value.get_ref()).map(|day| (day, value.span()))
}

/// The pieces of a text between separators, without blanks around them; empty ones are left out.
pub fn pieces(text: &str, separator: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(&separator) {
        let bare = piece.trim_end_matches(&separator).trim_end();
        let blank = bare.len() - bare.trim_start().len();
        if blank < bare.len() {
            pieces.push(start + blank..start + bare.len());
        }
        start += piece.len();
    }
    pieces
}

/// Where a piece of a text stands in the file; the whole value where escapes make the places differ.
pub fn span_of(document: &Document<'_>, value: &Spanned<DeValue<'_>>, piece: &Range<usize>) -> Range<usize> {
    let whole = value.span();
    let text = value.get_ref().as_str().unwrap_or_default();
    let token = document.text.get(whole.clone()).unwrap_or_default();
    match token.find(text) {
        Some(at) => whole.start + at + piece.start..whole.start + at + piece.end,
        None => whole,
    }
}

/// The text with every piece that can be mended mended: the fix of any finding in it, so that no fix undoes another.
pub fn mended(text: &str, pieces: &[Range<usize>], mend: impl Fn(&str) -> Option<String>) -> String {
    let mut whole = text.to_owned();
    for piece in pieces.iter().rev() {
        if let Some(better) = text.get(piece.clone()).and_then(&mend) {
            whole.replace_range(piece.clone(), &better);
        }
    }
    whole
}

/// The mend that puts another text in the place of a value.
pub fn rewritten(value: &Visit<'_, '_>, text: &str) -> Fix {
    replaced(value, quoted(text))
}

/// The mend that puts a TOML literal in the place of a value.
pub fn replaced(value: &Visit<'_, '_>, literal: String) -> Fix {
    Fix::Edit(vec![Edit::Set { path: value.path.to_vec(), value: literal }])
}

/// The other places that claim the same, each once: the first few by name.
pub fn elsewhere(claimed: &Claimed<'_>) -> String {
    let mut places: Vec<&str> = Vec::new();
    for other in &claimed.others {
        let place = if *other == claimed.file { tr("this card", "本卡片") } else { other };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let named = places.iter().take(NAMED).copied().collect::<Vec<_>>().join(tr(", ", "、"));
    let all = places.len();
    match all.saturating_sub(NAMED) {
        0 => named,
        more => tr!("{named} and {more} more", "{named} 等 {all} 处"),
    }
}
