//! Requests decided: each weighed by itself, all written or none.

use std::collections::HashSet;

use super::filing::{decision, effect};
use super::find::{holder, unknown};
use super::row::article;
use super::row::{RequestRow, columns, waiting_for};
use crate::cli::{Answer, Context};
use crate::commands::acting::{self, among_deciders};
use crate::commands::alert::chosen::reminder;
use crate::commands::append::{DryRun, mendable};
use crate::commands::found::Who;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::Edit;
use crate::lang::{counted, or, tr};
use crate::model::card::Request;
use crate::model::choice::{Decision, RequestKind, Role};
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::rules::approval::{Decided, Outcome, find};
use crate::rules::halt::stopped_after;
use crate::rules::staff::Staff;
use crate::store::{Book, Customer, Write};
use crate::tr;
use crate::views::{Format, Report, diff};

/// What is decided, by whom.
pub struct Deciding<'d> {
    /// Approved or rejected.
    pub decision: Decision,
    /// By this person.
    pub me: String,
    /// With these words.
    pub note: Option<&'d str>,
    /// On this day.
    pub day: Date,
}

/// Decides requests by their ids.
///
/// # Errors
/// It is not known who acts; an id that is none; a request that this person may not decide now; nobody to ask and no
/// `--yes` where there are several; a card cannot be written.
pub fn run(
    ids: &[String],
    decision: Decision,
    note: Option<&str>,
    dry_run: DryRun,
    context: &mut Context<'_>,
) -> Result<Exit> {
    let book = context.take_book()?;
    let me = among_deciders(&book, context)?;
    let deciding = Deciding { decision, me, note, day: context.today };
    let staff = Staff::new(&book.settings);
    let mut told = HashSet::new();
    let ids: Vec<&String> = ids.iter().filter(|id| told.insert(id.trim().to_uppercase())).collect();
    let several = ids.len() > 1;
    let mut meant = Vec::new();
    for id in ids {
        let customer = holder(id, &book)?;
        let named =
            |error: Error| if several { Error { what: format!("{id}: {}", error.what), ..error } } else { error };
        deciding.plan(&customer.card, &customer.location.path, id, staff).map_err(named)?;
        meant.push((id.as_str(), customer));
    }
    if meant.len() > 1 && !context.yes && !dry_run.dry_run {
        ask(&meant, decision, &book, context)?;
    }
    write(&deciding, &meant, &book, dry_run, context)
}

/// Shows what is going to be decided, and asks once.
fn ask(meant: &[(&str, Customer)], decision: Decision, book: &Book, context: &mut Context<'_>) -> Result<()> {
    let (day, staff) = (context.today, Staff::new(&book.settings));
    let row = |(id, customer): &(&str, Customer)| {
        let decided = find(&customer.card, id, staff, day)?;
        Some(RequestRow::new(Who::new(customer, &book.settings, day), &decided, staff, day))
    };
    let rows: Vec<RequestRow> = meant.iter().filter_map(row).collect();
    let report = Report { rows: &rows, columns: &columns(), path: |row| &row.of.path };
    report.emit(Format::Table, false, context.shell)?;
    let count = rows.len();
    let requests = counted(count, "request", "requests");
    let question = match decision {
        Decision::Reject => tr!("Reject {requests}?", "驳回这 {count} 份申请？"),
        _ => tr!("Approve {requests}?", "同意这 {count} 份申请？"),
    };
    if Answer::new(context.shell).confirm(&question)? {
        return Ok(());
    }
    Err(Error::refused(tr("not decided; nothing was written", "没有批复，未写入任何内容")))
}

/// Writes all decisions under one lock, each card once.
fn write(
    deciding: &Deciding<'_>,
    meant: &[(&str, Customer)],
    book: &Book,
    dry_run: DryRun,
    context: &mut Context<'_>,
) -> Result<Exit> {
    let staff = Staff::new(&book.settings);
    let _lock = context.lock(book, dry_run.dry_run)?;
    let mut writes: Vec<(Write, String)> = Vec::new();
    let mut told = Vec::new();
    let mut cards: Vec<&Customer> = meant.iter().map(|(_, customer)| customer).collect();
    cards.sort_by_key(|customer| customer.location.path.as_str());
    cards.dedup_by_key(|customer| customer.location.path.clone());
    for customer in cards {
        let before = book.read(&customer.location)?;
        let mut file = before.clone();
        for (id, _) in meant.iter().filter(|(_, other)| other.location.path == customer.location.path) {
            let card = file.card()?;
            let path = &customer.location.path;
            let edits = deciding.plan(&card, path, id, staff)?;
            file.text = book.edited(&file, &edits).map_err(|error| mendable(error, &file.location))?;
            told.push(deciding.told(&file.card()?, path, id, staff));
        }
        let file_name = file.location.file.clone();
        writes.push((Write::Over(before, file.text), file_name));
    }
    if dry_run.dry_run {
        for (write, name) in &writes {
            if let Write::Over(before, text) = write {
                context.shell.say(&diff(name, &before.text, text))?;
            }
        }
        return Ok(Exit::Done);
    }
    let all: Vec<Write> = writes.into_iter().map(|(write, _)| write).collect();
    let (_, trouble) = book.write_many(&all);
    if let Some(error) = trouble {
        return Err(error);
    }
    told.into_iter().for_each(|line| context.done(line));
    Ok(Exit::Done)
}

impl Deciding<'_> {
    /// The edits that decide a request, or why this person cannot.
    fn plan(&self, card: &Card, path: &str, id: &str, staff: Staff<'_>) -> Result<Vec<Edit>> {
        let Some(decided) = find(card, id, staff, self.day) else { return Err(unknown(id)) };
        let owner = card.owner.as_deref().is_some_and(|owner| owner.trim() == self.me);
        let knows = self.decision == Decision::Approve && decided.is_approved() && owner && !decided.acknowledged;
        if knows {
            let role = Role::Salesperson;
            return Ok(vec![decision(decided.request, self.day, &self.me, role, Decision::Acknowledge, self.note)?]);
        }
        still_open(&decided, id)?;
        let own = decided.request.by.as_deref().is_some_and(|by| by.trim() == self.me);
        match self.decision {
            Decision::Reject => self.reject(&decided, own, staff),
            _ if own => Err(Error::refused(tr!(
                "{id} is your own request; nobody approves their own (第8条)",
                "{id} 是您自己提交的，不能审批自己的申请（第8条）"
            ))
            .next(tr!("let {} decide", "请由 {} 批复", self.others(&decided, staff)))),
            _ => {
                still_about(card, decided.request, path, self.day)?;
                self.approve(&decided, staff)
            }
        }
    }

    fn approve(&self, decided: &Decided<'_>, staff: Staff<'_>) -> Result<Vec<Edit>> {
        let request = decided.request;
        let by = request.by.as_deref().unwrap_or_default();
        let held = staff.roles(&self.me, self.day);
        let role = self.role(decided, staff)?;
        let first = decided.wanted.iter().find(|role| !staff.is_waived(**role, by, self.day));
        if let Some(first) = first.filter(|first| !held.contains(first)) {
            let (first, names) = (*first, staff.holders(*first, self.day).join(or()));
            let article = article(request.kind);
            return Err(Error::refused(tr!("{first} decides first ({article})", "应先由{first}审批（{article}）"))
                .next(tr!("let {names} decide, then approve", "请 {names} 先批复，再由您审批")));
        }
        let mut edits = vec![decision(request, self.day, &self.me, role, Decision::Approve, self.note)?];
        let mut left: Vec<Role> = decided.wanted.iter().copied().filter(|role| !held.contains(role)).collect();
        for role in left.iter().filter(|role| staff.is_waived(**role, by, self.day)) {
            edits.push(decision(request, self.day, by, *role, Decision::Waive, None)?);
        }
        left.retain(|role| !staff.is_waived(*role, by, self.day));
        if left.is_empty() {
            edits.extend(effect(request, self.day)?);
        }
        Ok(edits)
    }

    fn reject(&self, decided: &Decided<'_>, own: bool, staff: Staff<'_>) -> Result<Vec<Edit>> {
        let role = if own { Role::Salesperson } else { self.role(decided, staff)? };
        Ok(vec![decision(decided.request, self.day, &self.me, role, Decision::Reject, self.note)?])
    }

    /// The role in which this person decides: the first that is asked and held.
    fn role(&self, decided: &Decided<'_>, staff: Staff<'_>) -> Result<Role> {
        let held = staff.roles(&self.me, self.day);
        let asked = decided.wanted.iter().find(|role| held.contains(role));
        asked.copied().ok_or_else(|| {
            let (me, wanted, article) = (&self.me, acting::words(&decided.wanted), article(decided.request.kind));
            Error::refused(tr!(
                "{wanted} must decide this ({article}), and {me} is not",
                "此事须由{wanted}审批（{article}），{me}不是"
            ))
            .next(tr!("let {} decide", "请由 {} 批复", self.others(decided, staff)))
        })
    }

    fn others(&self, decided: &Decided<'_>, staff: Staff<'_>) -> String {
        let names = waiting_for(decided, staff, self.day);
        if names.is_empty() { acting::words(&decided.wanted) } else { names.join(or()) }
    }

    /// What became of it.
    fn told(&self, after: &Card, path: &str, id: &str, staff: Staff<'_>) -> String {
        let Some(decided) = find(after, id, staff, self.day) else { return String::new() };
        let me = &self.me;
        match decided.outcome {
            Outcome::Rejected(_) => tr!("{id} rejected by {me}", "{id} 已由 {me} 驳回"),
            Outcome::Approved(_) if decided.acknowledged => tr!("{id}: {me} knows of it", "{id}：{me} 已知悉"),
            Outcome::Approved(_) if decided.request.kind == Some(RequestKind::Resume) => {
                approved(decided.request, &decided, id) + &reminder(after, path, self.day)
            }
            Outcome::Approved(_) => approved(decided.request, &decided, id),
            _ => {
                let next = self.others(&decided, staff);
                tr!("{id} approved by {me}; it waits for {next}", "{id} 已由 {me} 同意，尚待 {next}")
            }
        }
    }
}

/// What an approved request brings.
fn approved(request: &Request, decided: &Decided<'_>, id: &str) -> String {
    let waived = acting::words(&decided.waived);
    let mark =
        if waived.is_empty() { String::new() } else { tr!(" (unreviewed by {waived})", "（{waived}无复核）") };
    match request.kind {
        Some(RequestKind::Order) => {
            let order = request.order.clone().unwrap_or_default();
            tr!("{id} approved{mark}: order {order} may be noted now", "{id} 已获批准{mark}：可登记订单 {order}")
        }
        Some(RequestKind::Investigation) => {
            tr!("{id} approved{mark}: finance investigates", "{id} 已获批准{mark}：由财务安排调查")
        }
        Some(RequestKind::Policy) => {
            tr!("{id} taken up{mark}: finance revises the policy", "{id} 已受理{mark}：由财务修订政策")
        }
        _ => tr!("{id} approved{mark} and in force", "{id} 已获批准{mark}，即日生效"),
    }
}

/// Refuses to let trading begin again where it was stopped after this was asked.
fn still_about(card: &Card, request: &Request, path: &str, day: Date) -> Result<()> {
    let resumes = request.kind == Some(RequestKind::Resume);
    let Some((state, on)) = stopped_after(request, &card.credit, day).filter(|_| resumes) else { return Ok(()) };
    let (id, path) = (request.id.clone().unwrap_or_default(), shell_word(path));
    Err(Error::refused(tr!(
        "the customer was {state} on {on}, after {id} was asked (第14条)",
        "{id} 提交后，该客户于 {on} 又被{state}，不能批准（第14条）"
    ))
    .next(tr!(
        "reject it: kehu request reject {id}; it must be asked anew: kehu resume {path}",
        "请驳回：kehu request reject {id}，再重新申请：kehu resume {path}"
    )))
}

/// Refuses what has been decided.
fn still_open(decided: &Decided<'_>, id: &str) -> Result<()> {
    let see = || tr!("see it: kehu request show {id}", "查看：kehu request show {id}");
    let (what, next) = match decided.outcome {
        Outcome::Open => return Ok(()),
        Outcome::Approved(on) => (tr!("{id} was approved on {on}", "{id} 已于 {on} 获批准"), see()),
        Outcome::Rejected(on) => (tr!("{id} was rejected on {on}", "{id} 已于 {on} 被驳回"), see()),
        Outcome::Edited => (
            tr!(
                "{id} was edited after it was filed; an approval would approve something else",
                "{id} 提交后被改动，不能审批"
            ),
            tr("file it anew: kehu request add", "请重新提交：kehu request add").to_owned(),
        ),
    };
    Err(Error::refused(what).next(next))
}
