//! What was done on a day about one customer's credit, each in a sentence: investigations, requests, decisions, and
//! entries that nobody had to ask for.

use super::entries::{one_line, sum};
use crate::commands::request::asks;
use crate::model::card::{Approval, Credit, Investigation, Request};
use crate::model::choice::Decision;
use crate::model::{Card, Date};
use crate::tr;

/// By whom, where it says, and what.
pub(super) type Note<'a> = (Option<&'a str>, String);

/// Everything of a day, in the order of the work.
pub(super) fn notes(card: &Card, day: Date) -> Vec<Note<'_>> {
    let on = |date: Option<Date>| date == Some(day);
    let mut all: Vec<Note<'_>> = card.investigation.iter().flat_map(|one| investigated(one, day)).collect();
    for request in card.request.iter().filter(|request| on(request.date)) {
        let asked = named(request);
        all.push((request.by.as_deref(), tr!("asked for: {asked}", "提交审批：{asked}")));
    }
    for approval in card.approval.iter().filter(|approval| on(approval.date)) {
        let note = decided(approval, card);
        // who decides in two roles decides once
        all.extend(note.filter(|note| !all.contains(note)));
    }
    for entry in card.credit.iter().filter(|entry| on(entry.from) && one_line(entry.request.as_deref()).is_empty()) {
        let entered = entered(entry);
        all.push((None, tr!("credit entry: {entered}", "信用登记：{entered}")));
    }
    all
}

/// Begun by who collects, completed by who concludes; told once where that is one day's work of one person.
fn investigated(one: &Investigation, day: Date) -> Vec<Note<'_>> {
    let update = one.update == Some(true);
    let what =
        if update { tr!("periodic update", "例行更新") } else { tr!("credit investigation", "信用调查") };
    let (begun, completed) = (one.date == Some(day), one.completed == Some(day));
    let collected = filled(one.by.as_deref());
    let concluded = filled(one.assessed_by.as_deref()).or(collected);
    let mut notes = Vec::new();
    if begun && !(completed && (collected.is_none() || collected == concluded)) {
        notes.push((collected, tr!("{what} begun", "{what}，开始")));
    }
    if completed {
        let conclusion = one_line(one.conclusion.as_deref());
        let conclusion = if conclusion.is_empty() { conclusion } else { tr!(": {conclusion}", "：{conclusion}") };
        notes.push((concluded, tr!("{what} completed{conclusion}", "{what}，完成{conclusion}")));
    }
    notes
}

/// What somebody decided; that a role was waived or the owner knows of it is nobody's decision.
fn decided<'a>(approval: &'a Approval, card: &Card) -> Option<Note<'a>> {
    let id = one_line(approval.request.as_deref());
    let request = card.request.iter().find(|request| one_line(request.id.as_deref()) == id);
    let asked = request.map_or(id, named);
    let text = match approval.decision? {
        Decision::Approve => tr!("approved: {asked}", "同意审批：{asked}"),
        Decision::Reject => tr!("rejected: {asked}", "驳回审批：{asked}"),
        Decision::Waive | Decision::Acknowledge => return None,
    };
    Some((approval.by.as_deref(), text))
}

/// A request by its id, its kind and what it asks; its reason, where it asks for nothing that can be counted.
fn named(request: &Request) -> String {
    let id = one_line(request.id.as_deref());
    let kind = request.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let asked = asks(request);
    let asked = if asked.is_empty() { one_line(request.reason.as_deref()) } else { asked };
    if asked.is_empty() {
        tr!("{id} ({kind})", "{id}（{kind}）")
    } else {
        tr!("{id} ({kind}), {asked}", "{id}（{kind}），{asked}")
    }
}

/// What an entry says.
fn entered(entry: &Credit) -> String {
    let code = entry.currency.as_deref();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.grade.map(|grade| tr!("grade {grade}", "评为{grade}")));
    parts.extend(entry.limit.map(|limit| sum(Some(limit), code)).map(|limit| tr!("limit {limit}", "额度 {limit}")));
    parts.extend(entry.term_days.map(|days| {
        let term = crate::lang::counted(days, "day", "days");
        tr!("{term}", "账期 {days} 天")
    }));
    parts.extend(entry.state.map(|state| state.to_string()));
    let insured = entry.insured_limit.map(|limit| sum(Some(limit), code));
    parts.extend(insured.map(|limit| tr!("insured for {limit}", "保险限额 {limit}")));
    parts.extend(Some(one_line(entry.reason.as_deref())).filter(|reason| !reason.is_empty()));
    parts.join(crate::lang::tr(", ", "，"))
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
