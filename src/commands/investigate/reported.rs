//! The report of a completed investigation is with the sales manager (第11条 1(1)).

use super::super::append::{Draft, change, wrong_value};
use super::{Args, wanted};
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Investigation;
use crate::model::choice::Role;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::rules::investigation::unreported;
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// Notes it down: of the last completed one, or of the one that was begun on the day that was said.
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
    let mut completed = None;
    change(context, book, location, args.dry_run, |file| {
        let card = file.card()?;
        let waiting = unreported(&card, today);
        let meant = waiting.iter().find(|(_, one)| begun.is_none() || one.date == begun);
        let Some((place, one)) = meant else {
            return Err(Error::refused(tr(
                "no completed investigation waits for its report",
                "没有已完成、待报告的调查",
            ))
            .next(tr!(
                "complete it first: kehu investigate {} --completed",
                "请先完成调查：kehu investigate {} --completed",
                shell_word(&location.path)
            )));
        };
        completed = one.completed;
        not_before(one.completed, day)?;
        let path = |key: &str| vec![Step::from("investigation"), Step::from(*place), Step::from(key)];
        Ok(fields.into_iter().map(|(key, value)| Edit::Set { path: path(key), value }).collect())
    })?;
    if !args.dry_run.dry_run {
        let company = &location.path;
        let completed = completed.map(|day| day.to_string()).unwrap_or_default();
        context.done(match to {
            Some(to) => tr!(
                "{company}: the investigation completed on {completed} was reported to {to} on {day}",
                "{company}：{completed} 完成的调查已于 {day} 报告 {to}"
            ),
            None => tr!(
                "{company}: the investigation completed on {completed} was reported on {day}",
                "{company}：{completed} 完成的调查已于 {day} 报告"
            ),
        });
    }
    Ok(Exit::Done)
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
