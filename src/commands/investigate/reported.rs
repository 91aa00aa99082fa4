//! The report of a completed investigation is with the sales manager (第11条 1(1)).

use super::super::append::{Draft, change, wrong_value};
use super::{Args, wanted};
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::tr;
use crate::model::card::Investigation;
use crate::model::choice::Role;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::rules::investigation::completed;
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// Notes it down: of all that were completed until then and not reported, or of the one that was begun on the day that
/// was said.
///
/// # Errors
/// None waits for its report, it was completed later, or the card cannot be written.
pub fn report(args: &Args, day: &str, book: &Book, location: &Location, context: &mut Context<'_>) -> Result<Exit> {
    let today = context.today;
    let mut draft = Draft::new(Investigation::TYPE, today);
    draft.typed("reported", Some(day))?;
    let day = draft.date("reported").unwrap_or(today);
    let manager = Staff::new(&book.settings).holders(Role::SalesManager, day).first().copied();
    let to = args.to.as_deref().map(str::trim).filter(|to| !to.is_empty()).or(manager);
    draft.typed("reported_to", to)?;
    let (begun, fields) = (wanted::day("date", args.date.as_deref(), today)?, draft.finish());
    let mut days = Vec::new();
    change(context, book, location, args.dry_run, |file| {
        let card = file.card()?;
        let meant = meant(&card, begun, day, today, location)?;
        days = meant.iter().filter_map(|(_, one)| one.completed).collect();
        let edits = meant.iter().flat_map(|(place, _)| {
            let path = |key: &str| vec![Step::from("investigation"), Step::from(*place), Step::from(key)];
            fields.iter().map(move |(key, value)| Edit::Set { path: path(key), value: value.clone() })
        });
        Ok(edits.collect())
    })?;
    if !args.dry_run.dry_run {
        context.done(told(&days, to, day, location));
    }
    Ok(Exit::Done)
}

/// Those that are meant, the first completed first. One that was followed by a reported one is awaited no more, but its
/// report never came either.
fn meant<'a>(
    card: &'a Card,
    begun: Option<Date>,
    day: Date,
    today: Date,
    location: &Location,
) -> Result<Vec<(usize, &'a Investigation)>> {
    let mut waiting = completed(card, today);
    waiting.retain(|(_, one)| one.reported.is_none() && (begun.is_none() || one.date == begun));
    waiting.reverse();
    let Some((_, first)) = waiting.first() else {
        return Err(Error::refused(tr("no completed investigation waits for its report", "没有已完成、待报告的调查"))
            .next(tr!(
                "complete it first: kehu investigate {} --completed",
                "请先完成调查：kehu investigate {} --completed",
                shell_word(&location.path)
            )));
    };
    not_before(first.completed, day)?;
    waiting.retain(|(_, one)| one.completed.is_some_and(|completed| completed <= day));
    Ok(waiting)
}

fn told(days: &[Date], to: Option<&str>, day: Date, location: &Location) -> String {
    let (company, count) = (&location.path, days.len());
    let completed = days.iter().map(Date::to_string).collect::<Vec<_>>().join(tr(", ", "、"));
    match (to, count > 1) {
        (Some(to), false) => tr!(
            "{company}: the investigation completed on {completed} was reported to {to} on {day}",
            "{company}：{completed} 完成的调查已于 {day} 报告 {to}"
        ),
        (None, false) => tr!(
            "{company}: the investigation completed on {completed} was reported on {day}",
            "{company}：{completed} 完成的调查已于 {day} 报告"
        ),
        (Some(to), true) => tr!(
            "{company}: {count} investigations, completed on {completed}, were reported to {to} on {day}",
            "{company}：{completed} 完成的 {count} 份调查已于 {day} 报告 {to}"
        ),
        (None, true) => tr!(
            "{company}: {count} investigations, completed on {completed}, were reported on {day}",
            "{company}：{completed} 完成的 {count} 份调查已于 {day} 报告"
        ),
    }
}

fn not_before(completed: Option<Date>, day: Date) -> Result<()> {
    match completed.filter(|completed| *completed > day) {
        None => Ok(()),
        Some(completed) => Err(wrong_value(tr!(
            "the investigation was completed on {completed}; it cannot have been reported on {day}",
            "调查于 {completed} 完成，不可能在 {day} 报告"
        ))),
    }
}
