//! The urgent report of a card that is meant: by its id, or because only one is open.

use crate::cli::{Answer, Context};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::card::Alert;
use crate::model::choice::{AlertState, DirectiveEffect};
use crate::model::name::{paper_key, shell_word};
use crate::model::{Card, Date};
use crate::rules::alert::{effect, open, state};
use crate::store::Location;
use crate::tr;

/// What a report is called: its id, else its day.
pub fn called(alert: &Alert) -> String {
    let id = alert.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
    match (id, alert.date) {
        (Some(id), _) => id.to_owned(),
        (None, Some(date)) => date.to_string(),
        (None, None) => String::new(),
    }
}

/// The name of the report that is meant: the one given, else the only open one, else the one that is picked.
///
/// # Errors
/// None is open; several are and there is nobody to ask.
pub fn name(given: Option<&str>, card: &Card, location: &Location, context: &mut Context<'_>) -> Result<String> {
    if let Some(given) = given {
        return Ok(given.trim().to_owned());
    }
    let open: Vec<&Alert> = open(card, context.today).collect();
    match open.as_slice() {
        [] => Err(Error::refused(tr("the customer has no open urgent report", "该客户没有未结案的紧急报告"))
            .next(file_one(location))),
        [only] => Ok(called(only)),
        several if context.shell.can_ask() => {
            let lines: Vec<String> = several.iter().map(|alert| line(alert)).collect();
            let picked =
                Answer::new(context.shell).select(tr("Which report?", "哪份报告"), tr("ID", "编号"), &lines)?;
            Ok(several.get(picked).map(|alert| called(alert)).unwrap_or_default())
        }
        several => Err(Error::new(tr("several urgent reports are open", "有多份紧急报告未结案")).next(tr!(
            "say which: {}",
            "请指明：{}",
            names(several)
        ))),
    }
}

/// What is said beside it where trading is to begin again and an urgent report is open: what the strictest means for new
/// orders until it is directed, or closed.
pub fn reminder(card: &Card, path: &str, day: Date) -> String {
    let Some(alert) = open(card, day).max_by_key(|alert| effect(alert, day)) else { return String::new() };
    let (id, path) = (called(alert), shell_word(path));
    match (state(alert, day), effect(alert, day)) {
        (Some(AlertState::Reported), _) => tr!(
            "; urgent report {id} is open: orders stay refused until it is directed: kehu alert directive {path} {id}",
            "；紧急报告 {id} 未结案：批示之前仍不接新单：kehu alert directive {path} {id}"
        ),
        (_, Some(DirectiveEffect::CashOnly)) => tr!(
            "; urgent report {id} is open: cash only until it is closed: kehu alert close {path} {id}",
            "；紧急报告 {id} 未结案：结案之前仅限现款：kehu alert close {path} {id}"
        ),
        _ => tr!(
            "; urgent report {id} is open: orders stay refused until it is closed: kehu alert close {path} {id}",
            "；紧急报告 {id} 未结案：结案之前仍不接新单：kehu alert close {path} {id}"
        ),
    }
}

fn line(alert: &Alert) -> String {
    let kind = alert.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let summary = alert.summary.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {kind}  {summary}", called(alert))
}

/// The report of this name, made by a day, and its place in the list.
///
/// # Errors
/// There is none, or there are several.
pub fn find<'c>(card: &'c Card, name: &str, location: &Location, day: Date) -> Result<(usize, &'c Alert, AlertState)> {
    let wanted = paper_key(name);
    let known = || (0..).zip(&card.alert).filter_map(|(at, alert)| Some((at, alert, state(alert, day)?)));
    let hits: Vec<_> =
        known().filter(|(_, alert, _)| !wanted.is_empty() && paper_key(&called(alert)) == wanted).collect();
    match hits.as_slice() {
        [only] => Ok(*only),
        [] => {
            let all: Vec<&Alert> = known().map(|(_, alert, _)| alert).collect();
            let next = match all.as_slice() {
                [] => file_one(location),
                all => tr!("its reports are {}", "已有：{}", names(all)),
            };
            Err(Error::new(tr!("the customer has no urgent report {name}", "该客户没有紧急报告 {name}")).next(next))
        }
        _ => Err(Error::new(tr!("several urgent reports are called {name}", "有多份紧急报告叫 {name}")).next(tr!(
            "give them ids: kehu edit {}",
            "请给它们编号：kehu edit {}",
            shell_word(&location.path)
        ))),
    }
}

/// The same, where it is open.
///
/// # Errors
/// As [`find`]; it is closed.
pub fn find_open<'c>(
    card: &'c Card,
    name: &str,
    location: &Location,
    day: Date,
) -> Result<(usize, &'c Alert, AlertState)> {
    let found = find(card, name, location, day)?;
    let (_, alert, _) = found;
    match alert.closed.filter(|_| found.2 == AlertState::Closed) {
        None => Ok(found),
        Some(closed) => {
            let called = called(alert);
            Err(Error::refused(tr!(
                "urgent report {called} was closed on {closed}",
                "紧急报告 {called} 已于 {closed} 结案"
            ))
            .next(file_one(location)))
        }
    }
}

fn file_one(location: &Location) -> String {
    let path = shell_word(&location.path);
    tr!("report what is new: kehu alert add {path}", "有新情况请上报：kehu alert add {path}")
}

fn names(alerts: &[&Alert]) -> String {
    alerts.iter().map(|alert| called(alert)).collect::<Vec<_>>().join(tr(", ", "、"))
}
