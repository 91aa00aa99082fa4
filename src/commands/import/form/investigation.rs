//! An investigation form as a draft of the card: the items of each section in one text, their sources in another.

use super::misfit;
use crate::cli::Context;
use crate::commands::investigate::{filed, keys};
use crate::error::{Exit, Result};
use crate::formats::form::{Filled, Form};
use crate::formats::toml::quoted;
use crate::formats::typed::one;
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Investigation;
use crate::model::choice::{Channel, Choose, Section};
use crate::model::field::{Field, Record, Shape};
use crate::rules::investigation::{Item, coverage};
use crate::store::{Book, Location};
use crate::tr;

/// What stands before the names of what is said of the investigation as a whole.
const WHOLE: &str = "investigation.";

/// Whether a form is that of an investigation.
pub fn is_one(form: &Form) -> bool {
    form.places.keys().any(|path| path.starts_with(WHOLE) || path.contains('@'))
}

/// Takes it over as a draft.
///
/// # Errors
/// A value does not fit, or the card cannot be written.
pub fn import(
    form: &Form,
    shown: &str,
    location: &Location,
    book: &Book,
    dry_run: bool,
    context: &mut Context<'_>,
) -> Result<Exit> {
    let card = book.read(location)?.card()?;
    let mut literals = Vec::new();
    for section in coverage(&card, None) {
        literals.extend(found(form, section.section, &section.items));
    }
    literals.extend(channels(form, shown, context.today)?);
    for field in Investigation::TYPE.fields.iter().filter(|field| field.key != "channels") {
        if let Some(filled) = form.get(&format!("{WHOLE}{}", field.key)) {
            literals.push((field.key, literal(field, filled, shown, context.today)?));
        }
    }
    filed(&literals, book, location, dry_run, context)
}

/// What was found of a section, and where it comes from.
fn found(form: &Form, section: Section, items: &[Item<'_>]) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    for item in items {
        let Some(fact) = form.get(item.path) else { continue };
        let label = item.field().map_or(item.path, |field| field.label.text());
        facts.push(tr!("{label}: {}", "{label}：{}", fact.text));
        let said = |what: &str| form.get(&format!("{}@{what}", item.path)).map(|filled| filled.text.as_str());
        let more: Vec<&str> = ["channel", "date"].iter().filter_map(|what| said(what)).collect();
        let more = more.join(tr(", ", "，"));
        let source = match (said("source"), more.is_empty()) {
            (Some(source), true) => source.to_owned(),
            (Some(source), false) => tr!("{source} ({more})", "{source}（{more}）"),
            (None, _) => more,
        };
        if !source.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let between = tr("; ", "；");
    let (text, source) = keys(section);
    let texts = [(text, facts.join(between)), (source, sources.join(between))];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, quoted(&text))).collect()
}

/// The channels that the form names, as a whole or at an item.
fn channels(form: &Form, shown: &str, today: Date) -> Result<Option<(&'static str, String)>> {
    let Some(field) = Investigation::TYPE.field("channels") else { return Ok(None) };
    let Shape::List(shape) = field.shape else { return Ok(None) };
    let mut found: Vec<String> = Vec::new();
    let named = |path: &str| path == "investigation.channels" || path.ends_with("@channel");
    for (_, filled) in form.places.iter().filter(|(path, _)| named(path)) {
        for word in words(&filled.text) {
            found.push(one(field, shape, word, today).map_err(|what| misfit(&what, filled, shown))?);
        }
    }
    // in the order of the document
    let known = Channel::ALL.iter().map(|channel| quoted(channel.key()));
    let list: Vec<String> = known.filter(|channel| found.contains(channel)).collect();
    Ok((!list.is_empty()).then(|| (field.key, format!("[{}]", list.join(", ")))))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', '；', '/', '\n']).map(str::trim).filter(|word| !word.is_empty())
}

fn literal(field: &Field, filled: &Filled, shown: &str, today: Date) -> Result<String> {
    let wrong = |what: String| misfit(&what, filled, shown);
    match field.shape {
        Shape::List(shape) => {
            let items: std::result::Result<Vec<String>, String> =
                words(&filled.text).map(|word| one(field, shape, word, today)).collect();
            Ok(format!("[{}]", items.map_err(wrong)?.join(", ")))
        }
        shape => one(field, shape, &filled.text, today).map_err(wrong),
    }
}
