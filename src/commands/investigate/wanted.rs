//! What flags, form and answers say of an investigation, before it meets the card.

use super::super::append::{Draft, wrong_value};
use super::super::deal::sum::{Sign, sum};
use super::{Args, form};
use crate::cli::Context;
use crate::error::{Error, Result};
use crate::formats::toml::quoted;
use crate::formats::typed::decimal;
use crate::lang::{or, tr};
use crate::model::card::Investigation;
use crate::model::choice::Role;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Choose, Date, Number};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// An investigation as far as it is said.
pub struct Wanted {
    draft: Draft,
    /// A periodic update.
    pub update: bool,
    /// When it was begun, where that was said.
    pub date: Option<Date>,
    /// The day on which it is to be completed.
    pub completed: Option<Date>,
    /// It is kept as a draft where something is missing.
    pub keep: bool,
    /// Who collects, unless the card says so already.
    by: Option<String>,
}

/// The same, when nothing more is asked.
pub struct Finished {
    /// Values by key, in the order of the schema.
    pub fields: Vec<(&'static str, String)>,
    /// The same, read.
    pub record: Investigation,
    /// As before.
    pub update: bool,
    /// As before.
    pub date: Option<Date>,
    /// As before.
    pub completed: Option<Date>,
    /// As before.
    pub keep: bool,
    /// As before.
    pub by: Option<String>,
}

impl Wanted {
    /// Of nothing yet, to be kept as a draft.
    pub fn draft(by: Option<String>, today: Date) -> Self {
        let draft = Draft::new(Investigation::TYPE, today);
        Self { draft, update: false, date: None, completed: None, keep: true, by }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        !Investigation::TYPE.fields.iter().any(|field| self.draft.holds(field.key))
    }

    /// Whether there is a value.
    pub fn holds(&self, key: &str) -> bool {
        self.draft.holds(key)
    }

    /// With a value as it was typed.
    ///
    /// # Errors
    /// It does not fit.
    pub fn typed(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        self.draft.typed(key, value)
    }

    /// With a text.
    pub fn text(&mut self, key: &'static str, text: &str) {
        self.draft.literal(key, quoted(text.trim()));
    }

    /// With texts.
    pub fn texts<'t>(&mut self, key: &'static str, texts: impl IntoIterator<Item = &'t str>) {
        self.draft.literal(key, list(texts));
    }

    /// With a value from a form, unless a flag said it.
    pub fn literal(&mut self, key: &'static str, literal: String) {
        match key {
            "update" => self.update |= literal == "true",
            "date" => self.date = self.date.or_else(|| Date::parse(&literal)),
            "completed" => self.completed = self.completed.or_else(|| Date::parse(&literal)),
            key if self.draft.holds(key) => {}
            key => self.draft.literal(key, literal),
        }
    }

    /// With a limit and its currency.
    ///
    /// # Errors
    /// As [`Wanted::limited`].
    pub fn limit(&mut self, text: &str, today: Date) -> Result<()> {
        let (limit, currency) = Self::limited(text, today)?;
        self.draft.literal("limit", decimal(limit));
        self.draft.literal("currency", quoted(&currency));
        Ok(())
    }

    /// A limit and its currency.
    ///
    /// # Errors
    /// It is no amount above zero, or in no currency.
    pub fn limited(text: &str, today: Date) -> Result<(Number, String)> {
        let sum = sum(text, Sign::Above, today)?;
        let currency = sum.currency.ok_or_else(|| no_currency(sum.amount))?;
        Ok((sum.amount, currency))
    }

    /// What is said so far, as the rules read it.
    ///
    /// # Errors
    /// A value does not fit its field.
    pub fn read(&self) -> Result<Investigation> {
        self.draft.read()
    }

    /// The day on which who concludes must be of finance.
    pub fn day(&self, today: Date) -> Date {
        self.completed.unwrap_or(today)
    }

    /// Nothing more is asked.
    ///
    /// # Errors
    /// A value does not fit its field.
    pub fn finish(self) -> Result<Finished> {
        let Self { draft, update, date, completed, keep, by } = self;
        let record = draft.read()?;
        Ok(Finished { fields: draft.finish(), record, update, date, completed, keep, by })
    }
}

/// A day as it was typed, for the field of this key.
///
/// # Errors
/// It is none, or does not fit.
pub fn day(key: &str, text: Option<&str>, today: Date) -> Result<Option<Date>> {
    let mut draft = Draft::new(Investigation::TYPE, today);
    draft.typed(key, text)?;
    Ok(draft.date(key))
}

/// A limit that nobody can count.
pub fn no_currency(limit: Number) -> Error {
    wrong_value(tr!("the limit {limit} is in no currency", "建议额度 {limit} 没有写币种"))
        .next(tr("write both, as USD 48000", "请一并写明，如 USD 48000"))
}

/// A list of texts as a literal.
pub fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    format!("[{}]", texts.into_iter().map(quoted).collect::<Vec<_>>().join(", "))
}

impl Args {
    /// What flags and form say.
    pub(super) fn wanted(&self, book: &Book, location: &Location, context: &Context<'_>) -> Result<Wanted> {
        let today = context.today;
        let mut wanted = Wanted {
            draft: Draft::new(Investigation::TYPE, today),
            update: self.update,
            date: day("date", self.date.as_deref(), today)?,
            completed: day("completed", self.completed.as_deref(), today)?,
            keep: self.draft,
            by: context.person(book),
        };
        self.flags(&mut wanted, today)?;
        if let Some(file) = &self.from {
            form::read(file, &mut wanted, today, location)?;
        }
        // an update is completed at once
        if wanted.update && !self.draft {
            wanted.completed = wanted.completed.or(wanted.date).or(Some(today));
        }
        let day = wanted.day(today);
        let record: Investigation = wanted.draft.read()?;
        if let Some(name) = &record.assessed_by {
            of_finance(name, day, book)?;
        }
        for name in &record.evidence {
            at_hand(name, book, location)?;
        }
        Ok(wanted)
    }

    fn flags(&self, wanted: &mut Wanted, today: Date) -> Result<()> {
        if !self.channels.is_empty() {
            wanted.texts("channels", self.channels.iter().map(|channel| channel.key()));
        }
        for (key, value) in self.findings.by_key() {
            wanted.typed(key, value)?;
        }
        if let Some(source) = &self.confirmed {
            wanted.text("trade", tr("checked, nothing changed", "经核实，无变化"));
            wanted.typed("trade_source", Some(source))?;
        }
        if !self.evidence.is_empty() {
            wanted.texts("evidence", self.evidence.iter().map(|name| name.trim()));
        }
        wanted.typed("conclusion", self.conclusion.as_deref())?;
        wanted.typed("grade", self.grade.map(Choose::key))?;
        if let Some(limit) = &self.limit {
            wanted.limit(limit, today)?;
        }
        wanted.typed("term_days", self.term.as_deref())?;
        if !self.conditions.is_empty() {
            wanted.texts("conditions", self.conditions.iter().map(|condition| condition.key()));
        }
        wanted.typed("by", self.by.as_deref())?;
        wanted.typed("assessed_by", self.assessed_by.as_deref())
    }
}

/// Refuses somebody who was not of finance on a day, where somebody was (第10条 4, 第11条 1(1)).
///
/// # Errors
/// As it says.
pub fn of_finance(name: &str, day: Date, book: &Book) -> Result<()> {
    let staff = Staff::new(&book.settings);
    let holders = staff.holders(Role::Finance, day);
    if holders.is_empty() || holders.contains(&name.trim()) {
        return Ok(());
    }
    let holders = holders.join(or());
    Err(Error::refused(tr!(
        "finance concludes (第11条 1(1)), and {name} is not of finance on {day}",
        "应由财务评估（第11条 1(1)），{name} 在 {day} 不是财务"
    ))
    .next(tr!("name somebody who is: --assessed-by {holders}", "请写财务人员：--assessed-by {holders}")))
}

/// Who acts, where that is somebody of finance on a day.
pub fn financier(book: &Book, context: &Context<'_>, day: Date) -> Option<String> {
    let staff = Staff::new(&book.settings);
    context.person(book).filter(|person| staff.holds(person, Role::Finance, day))
}

/// Refuses evidence that does not lie in the customer's folder; an address of the web may stand for a paper.
///
/// # Errors
/// It does not.
pub fn at_hand(name: &str, book: &Book, location: &Location) -> Result<()> {
    if name.contains("://") || book.holds(location, name) {
        return Ok(());
    }
    Err(wrong_value(tr!("{name} is not in the customer's folder", "客户文件夹中没有 {name}")).next(tr!(
        "put it into {}, or correct the name",
        "请放入 {}，或改正文件名",
        shell_word(&location.path)
    )))
}
