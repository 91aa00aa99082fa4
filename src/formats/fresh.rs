//! A fresh card: what is known filled in, the other required and common fields as comments to fill in later.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::toml::{inline_table, quoted};
use crate::lang::{Lang, Words, lang};
use crate::model::Card;
use crate::model::choice::StageKind;
use crate::model::field::{Field, Needed, Record, RecordType, Shape};

/// Where the explanation of a line begins.
const COLUMN: usize = 36;

/// A value known at the making: path such as `payment_profile.method` (`contact.name` is of the first contact), and literal.
pub type Known = (String, String);

/// The text of a fresh card, explained in the language of this process.
pub fn card(known: &[Known], kind: StageKind, full: bool) -> String {
    let mut fresh = Fresh { known, kind, full, text: String::new() };
    let (plain, groups): (Vec<&Field>, Vec<&Field>) =
        Card::TYPE.fields.iter().partition(|field| field.record().is_none());
    for field in plain {
        // what customers must have is asked of a prospect too, though not required: it will be wanted
        let wanted = field.common || field.needed != Needed::No;
        fresh.line("", field, wanted);
    }
    for field in groups {
        fresh.group(field);
    }
    fresh.text
}

struct Fresh<'a> {
    known: &'a [Known],
    kind: StageKind,
    full: bool,
    text: String,
}

impl Fresh<'_> {
    fn value(&self, path: &str) -> Option<&str> {
        self.known.iter().find(|(known, _)| known == path).map(|(_, literal)| literal.as_str())
    }

    fn required(&self, field: &Field) -> bool {
        match field.needed {
            Needed::Always => true,
            Needed::Customer => self.kind == StageKind::Customer,
            Needed::No => false,
        }
    }

    /// A field: its value where it is known, else a comment to fill in where it is wanted.
    fn line(&mut self, prefix: &str, field: &Field, wanted: bool) {
        let line = match self.value(&format!("{prefix}{}", field.key)) {
            Some(value) => format!("{} = {value}", field.key),
            None if wanted || self.full => format!("# {} = {}", field.key, placeholder(field.shape)),
            None => return,
        };
        let pad = COLUMN.saturating_sub(unicode_width::UnicodeWidthStr::width(line.as_str())).max(1);
        self.text += &format!("{line}{}# {}\n", " ".repeat(pad), self.explain(field));
    }

    /// A table or a list of records: written out where something of it is known, else as a comment where it is wanted.
    fn group(&mut self, field: &'static Field) {
        let Some(record) = field.record() else { return };
        let prefix = format!("{}.", field.key);
        let known = self.known.iter().any(|(path, _)| path.starts_with(&prefix));
        let list = matches!(field.shape, Shape::List(_));
        let wanted =
            self.full || (self.required(field) && (list || record.fields.iter().any(|inner| self.required(inner))));
        // facts of standing (size, reputation, capital) are asked for of customers: grades need them
        let common = !list && self.kind == StageKind::Customer && record.fields.iter().any(|inner| inner.common);
        // a prospect is worth nothing without somebody to reach
        let reach = field.key == "contact";
        if !(known || wanted || common || reach) {
            return;
        }
        let header = if list { format!("[[{}]]", field.key) } else { format!("[{}]", field.key) };
        let mark = if known { "" } else { "# " };
        let line = format!("{mark}{header}");
        let pad = COLUMN.saturating_sub(line.len()).max(1);
        self.text += &format!("\n{line}{}# {}\n", " ".repeat(pad), self.explain(field));
        for inner_field in record.fields {
            let wanted = inner_field.record().is_none() && (inner_field.common || self.required(inner_field));
            self.line(&prefix, inner_field, wanted);
        }
    }

    fn explain(&self, field: &Field) -> String {
        explanation(field, self.required(field), lang())
    }
}

/// What a fresh card says of a field.
fn explanation(field: &Field, required: bool, lang: Lang) -> String {
    let say = |en, zh| Words::new(en, zh).of(lang);
    let mut text = field.label.of(lang).to_owned();
    if required {
        text += say(", required", "，必填");
    }
    if !field.article.is_empty() {
        text += &[say(" (", "（"), field.article, say(")", "）")].concat();
    }
    let colon = say(": ", "：");
    if !field.about.of(lang).is_empty() {
        text += &[colon, field.about.of(lang)].concat();
    }
    if let Shape::Choice(choices) = field.shape {
        let word = |choice: &crate::model::field::Choice| match choice.words.of(lang) {
            word if word == choice.key => choice.key.to_owned(),
            word => format!("{} {word}", choice.key),
        };
        let words: Vec<String> = choices.iter().map(word).collect();
        text += &[colon, &words.join(" | ")].concat();
    }
    text
}

/// Whether a comment (without its #) is one that a fresh card has from us, and nobody's own words.
pub fn is_ours(comment: &str) -> bool {
    static OURS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let mut ours = HashSet::new();
        gather(Card::TYPE, &mut ours);
        ours
    });
    // a line that waits to be filled in: what it holds, and then the explanation
    match comment.rsplit_once("# ") {
        Some((line, explained)) => ours_line(line.trim(), &OURS) && OURS.contains(explained.trim()),
        None => OURS.contains(comment.trim()),
    }
}

fn ours_line(line: &str, ours: &HashSet<String>) -> bool {
    ours.contains(&format!("# {line}"))
}

fn gather(record: &'static RecordType, ours: &mut HashSet<String>) {
    for field in record.fields {
        for (required, lang) in [(false, Lang::Zh), (false, Lang::En), (true, Lang::Zh), (true, Lang::En)] {
            ours.insert(explanation(field, required, lang));
        }
        ours.insert(format!("# {} = {}", field.key, placeholder(field.shape)));
        ours.insert(format!("# [{}]", field.key));
        ours.insert(format!("# [[{}]]", field.key));
        if let Some(inner) = field.record() {
            gather(inner, ours);
        }
    }
}

fn placeholder(shape: &Shape) -> String {
    match shape {
        Shape::Date => "2026-01-31".to_owned(),
        Shape::Number => quoted("0.00"),
        Shape::Integer => "0".to_owned(),
        Shape::Bool => "false".to_owned(),
        Shape::List(item @ Shape::Table(_)) => format!("[{}]", placeholder(item)),
        Shape::List(_) => "[]".to_owned(),
        Shape::Table(record) => {
            let fields: Vec<_> = record.fields.iter().map(|field| (field.key, placeholder(field.shape))).collect();
            inline_table(&fields)
        }
        Shape::Text | Shape::Choice(_) | Shape::Any => quoted(""),
    }
}
