//! What the writing commands share: a record put together from flags, and a card changed under the lock.

use serde::de::DeserializeOwned;

use crate::cli::Context;
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, Step, from_text};
use crate::formats::typed::literal;
use crate::lang::tr;
use crate::model::field::RecordType;
use crate::model::name::shell_word;
use crate::model::{Date, Number};
use crate::store::{Book, CardFile, Location};
use crate::tr;
use crate::views::diff;

/// Whether to write, or only to show what would be written.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct DryRun {
    #[arg(long, help = tr("Show what would be written, write nothing", "只显示将写入的内容，不写入"))]
    pub dry_run: bool,
}

/// A record in the making: typed values by key, written in the order of the schema.
pub struct Draft {
    record: &'static RecordType,
    today: Date,
    fields: Vec<(&'static str, String)>,
}

impl Draft {
    /// An empty record.
    pub fn new(record: &'static RecordType, today: Date) -> Self {
        Self { record, today, fields: Vec::new() }
    }

    /// With a value as it was typed; nothing where nothing was.
    ///
    /// # Errors
    /// The value does not fit the field.
    pub fn typed(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else { return Ok(()) };
        let Some(field) = self.record.field(key) else { return Err(Error::new(key)) };
        let literal = literal(field, value, self.today).map_err(wrong_value)?;
        self.fields.push((field.key, literal));
        Ok(())
    }

    /// With a value that is a TOML literal already.
    pub fn literal(&mut self, key: &'static str, literal: String) {
        self.fields.push((key, literal));
    }

    /// Whether there is a value.
    pub fn holds(&self, key: &str) -> bool {
        self.fields.iter().any(|(name, _)| *name == key)
    }

    /// Whether there is this value and no other.
    pub fn is_only(&self, key: &str) -> bool {
        self.fields.iter().all(|(name, _)| *name == key)
    }

    /// The value of a number that was typed.
    pub fn number(&self, key: &str) -> Option<Number> {
        self.fields
            .iter()
            .find(|(name, _)| *name == key)
            .and_then(|(_, literal)| Number::parse(literal.trim_matches('"')))
    }

    /// The value of a date that was typed.
    pub fn date(&self, key: &str) -> Option<Date> {
        self.fields.iter().find(|(name, _)| *name == key).and_then(|(_, literal)| Date::parse(literal))
    }

    /// The record as the rules will read it.
    ///
    /// # Errors
    /// A literal does not fit its field.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        let text: String = self.fields.iter().map(|(key, literal)| format!("{key} = {literal}\n")).collect();
        from_text(&text).map_err(|fault| wrong_value(fault.what))
    }

    /// Keys and literals in the order of the schema.
    pub fn finish(mut self) -> Vec<(&'static str, String)> {
        let place = |key: &str| self.record.fields.iter().position(|field| field.key == key);
        self.fields.sort_by_key(|(key, _)| place(key));
        self.fields
    }

    /// As one more record of a card.
    pub fn push(self, list: &'static str) -> Edit {
        Edit::PushRecord { path: vec![Step::from(list)], fields: self.finish() }
    }
}

/// A typed value that does not fit.
pub fn wrong_value(what: String) -> Error {
    Error::new(what)
        .next(tr("nothing was written; correct it and run the command again", "未写入任何内容，请改正后重试"))
}

/// Whether a value typed at a prompt would fit a field of a record.
///
/// # Errors
/// It does not; what is expected.
pub fn fits(record: &'static RecordType, key: &str, value: &str, today: Date) -> Result<()> {
    let Some(field) = record.field(key) else { return Err(Error::new(key)) };
    literal(field, value, today).map(drop).map_err(Error::new)
}

/// Changes a card under the lock: `edits` sees the card as it is then. Returns whether anything changed.
///
/// # Errors
/// The card cannot be read or written, or the edits do not fit.
pub fn change(
    context: &mut Context<'_>,
    book: &Book,
    location: &Location,
    dry_run: DryRun,
    edits: impl FnOnce(&CardFile) -> Result<Vec<Edit>>,
) -> Result<bool> {
    let (before, after) = rewrite(context, book, location, dry_run, edits)?;
    Ok(before.text != after.text)
}

/// Changes a card as [`change`] does. Returns it as it was and as it is, or would be.
///
/// # Errors
/// The card cannot be read or written, or the edits do not fit.
pub fn rewrite(
    context: &mut Context<'_>,
    book: &Book,
    location: &Location,
    dry_run: DryRun,
    edits: impl FnOnce(&CardFile) -> Result<Vec<Edit>>,
) -> Result<(CardFile, CardFile)> {
    let _lock = context.lock(book, dry_run.dry_run)?;
    let file = book.read(location)?;
    let edits = edits(&file)?;
    let text = book.edited(&file, &edits).map_err(|error| mendable(error, location))?;
    if dry_run.dry_run {
        context.shell.say(&diff(&file.location.file, &file.text, &text))?;
    } else {
        book.replace(&file, &text)?;
    }
    let after = CardFile { location: file.location.clone(), text };
    Ok((file, after))
}

/// A fault of the card itself, with the way to mend it.
pub fn mendable(error: Error, location: &Location) -> Error {
    match error.next {
        Some(_) => error,
        None => error.next(tr!(
            "mend the card by hand: kehu edit {}",
            "请手工修改卡片：kehu edit {}",
            shell_word(&location.path)
        )),
    }
}
