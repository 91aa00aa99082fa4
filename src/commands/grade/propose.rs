//! `grade --request`, `grade --confirm`: finance checks the grades and proposes (第8条); the day of the check is noted in
//! kehu.toml.

use super::Graded;
use crate::cli::{Answer, Context};
use crate::commands::acting::{self, acting, must_be};
use crate::commands::append::{Draft, DryRun, mendable};
use crate::commands::request::filing::{Filing, left_to_d};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::Edit;
use crate::formats::typed::decimal;
use crate::lang::{counted, tr};
use crate::model::card::Credit;
use crate::model::choice::{Grade, RequestKind, Role};
use crate::model::field::Record;
use crate::model::settings::GradeCheck;
use crate::model::{Card, Choose, Date, Settings};
use crate::rules::approval::decided;
use crate::rules::staff::Staff;
use crate::store::{Book, CardFile, SETTINGS_FILE, Write};
use crate::tr;
use crate::views::diff;
use crate::views::table::{Head, Shown, render};

/// A change of grade that is proposed.
struct Proposed<'g> {
    graded: &'g Graded,
    to: Grade,
}

/// Files a request for every grade that is to change, after they were shown; or only notes that the grades were checked.
///
/// # Errors
/// Somebody else than finance; nobody to ask and no `--yes`; a card cannot be read or written.
pub fn run(graded: &[Graded], confirm: bool, dry_run: DryRun, book: &Book, context: &mut Context<'_>) -> Result<Exit> {
    let me = acting(book, context)?;
    must_be(&[Role::Finance], me.as_deref(), book, context, "第8条")?;
    let me = me.unwrap_or_default();
    let (mut count, mut filed_as) = (0, Vec::new());
    if !confirm {
        let proposed = proposed(graded);
        let (writes, ids) = filed(&proposed, &me, book, context.today)?;
        (count, filed_as) = (writes.len(), ids);
        if count > 0 {
            ask(&proposed, &writes, dry_run, context)?;
            write(&writes, dry_run, book, context)?;
        }
    }
    note(&me, dry_run, book, context)?;
    if !dry_run.dry_run {
        context.done(told(graded, count, &filed_as, confirm, book, context.today));
    }
    Ok(Exit::Done)
}

/// The grades that would change; what is provisional cannot be put up for approval.
fn proposed(graded: &[Graded]) -> Vec<Proposed<'_>> {
    let meant = graded.iter().filter(|graded| graded.meant);
    meant
        .filter_map(|graded| {
            let proposal = graded.proposal();
            let changes = !proposal.provisional && graded.entry.in_force != Some(proposal.grade);
            changes.then_some(Proposed { graded, to: proposal.grade })
        })
        .collect()
}

/// The cards with the requests on them, and the ids of these; none where one is open already.
fn filed(proposed: &[Proposed<'_>], me: &str, book: &Book, day: Date) -> Result<(Vec<Write>, Vec<String>)> {
    let staff = Staff::new(&book.settings);
    let (mut writes, mut ids) = (Vec::new(), Vec::new());
    for Proposed { graded, to } in proposed {
        let location = book.location_of(&graded.of.file)?;
        let file = book.read(&location)?;
        let card = file.card()?;
        let open =
            decided(&card, staff, day).iter().any(|decided| decided.is_open() && decided.request.grade == Some(*to));
        if open {
            continue;
        }
        let reason = super::reasons::reasons(
            graded,
            &graded.proposal(),
            &crate::rules::money::Basis::new(&book.settings, &book.policy),
        );
        let reason = reason.join(tr("; ", "；"));
        let edits = if staff.is_empty() {
            vec![entry(*to, &reason, &card, day)?]
        } else {
            let mut filing = Filing::new(RequestKind::Grade, me.to_owned());
            filing.grade = Some(*to);
            filing.reason = Some(reason);
            let filed = filing.file(&card, staff, day)?;
            ids.push(filed.id);
            filed.edits
        };
        let text = book.edited(&file, &edits).map_err(|error| mendable(error, &location))?;
        writes.push(Write::Over(file, text));
    }
    Ok((writes, ids))
}

/// A grade that is typed in, where nobody has to approve.
fn entry(grade: Grade, reason: &str, card: &Card, day: Date) -> Result<Edit> {
    let mut draft = Draft::new(Credit::TYPE, day);
    draft.typed("from", Some(&day.to_string()))?;
    draft.typed("grade", Some(grade.key()))?;
    if grade == Grade::D {
        let (limit, term) = left_to_d(card, day);
        if let Some((limit, code)) = limit {
            draft.literal("limit", decimal(limit));
            draft.typed("currency", Some(&code))?;
        }
        draft.typed("term_days", term.map(|days| days.to_string()).as_deref())?;
    }
    draft.typed("reason", Some(reason))?;
    Ok(draft.push("credit"))
}

/// Shows what is proposed, and asks once.
fn ask(proposed: &[Proposed<'_>], writes: &[Write], dry_run: DryRun, context: &mut Context<'_>) -> Result<()> {
    if dry_run.dry_run {
        return Ok(());
    }
    let head = |title: &str, spare, elastic| Head { title: title.to_owned(), right: false, spare, elastic };
    let heads = [
        head(tr("customer", "客户"), 0, true),
        head(tr("in force", "核定等级"), 0, false),
        head(tr("proposal", "建议等级"), 0, false),
    ];
    let letter = |grade: Option<Grade>| grade.map_or("–", Choose::key);
    let rows: Vec<Vec<Shown>> = proposed
        .iter()
        .filter(|proposed| {
            writes
                .iter()
                .any(|write| matches!(write, Write::Over(file, _) if file.location.file == proposed.graded.of.file))
        })
        .map(|proposed| {
            vec![
                proposed.graded.of.called().into(),
                letter(proposed.graded.entry.in_force).into(),
                letter(Some(proposed.to)).into(),
            ]
        })
        .collect();
    let table = render(&heads, &rows, context.shell.width());
    context.shell.say(&table)?;
    let count = rows.len();
    let requests = counted(count, "request", "requests");
    if context.yes || Answer::new(context.shell).confirm(&tr!("File {requests}?", "提交这 {count} 份申请？"))? {
        return Ok(());
    }
    Err(Error::refused(tr("not filed; nothing was written", "没有提交，未写入任何内容")))
}

fn write(writes: &[Write], dry_run: DryRun, book: &Book, context: &mut Context<'_>) -> Result<()> {
    if dry_run.dry_run {
        for write in writes {
            if let Write::Over(CardFile { location, text: before }, text) = write {
                context.shell.say(&diff(&location.file, before, text))?;
            }
        }
        return Ok(());
    }
    let _lock = context.lock(book, false)?;
    match book.write_many(writes) {
        (_, Some(error)) => Err(error),
        _ => Ok(()),
    }
}

/// Notes the day of the check in kehu.toml.
fn note(me: &str, dry_run: DryRun, book: &Book, context: &mut Context<'_>) -> Result<()> {
    let today = context.today;
    if book.settings.grade_check.iter().any(|check| check.date == Some(today) && check.by.as_deref() == Some(me)) {
        return Ok(());
    }
    let mut draft = Draft::new(GradeCheck::TYPE, today);
    draft.typed("date", Some(&today.to_string()))?;
    draft.typed("by", Some(me))?;
    let edits = [draft.push("grade_check")];
    let _lock = context.lock(book, dry_run.dry_run)?;
    let before = book.text_of(SETTINGS_FILE)?.unwrap_or_default();
    let after = book.edited_text(SETTINGS_FILE, &before, Settings::TYPE, &edits)?;
    if dry_run.dry_run {
        return context.shell.say(&diff(SETTINGS_FILE, &before, &after));
    }
    book.replace_text(SETTINGS_FILE, &before, &after)
}

fn told(graded: &[Graded], filed: usize, ids: &[String], confirm: bool, book: &Book, day: Date) -> String {
    let next = day.plus_months(book.policy.grade_check_months);
    let open = graded.iter().filter(|graded| graded.meant && graded.proposal().provisional).count();
    let mut parts = Vec::new();
    if confirm {
        parts.push(tr("grades confirmed", "等级已核查，维持不变").to_owned());
    } else if filed == 0 {
        parts.push(tr("grades checked, nothing to propose", "等级已核查，无须调整").to_owned());
    } else if Staff::new(&book.settings).is_empty() {
        let grades = counted(filed, "grade", "grades");
        parts.push(tr!(
            "{grades} set: kehu.toml lists nobody who would approve",
            "已改 {filed} 个等级（kehu.toml 没有审批人）"
        ));
    } else {
        let roles = acting::words(&[Role::SalesManager, Role::MarketingDirector]);
        let requests = counted(filed, "request", "requests");
        let ids = ids.join(tr(", ", "、"));
        parts.push(tr!(
            "{requests} filed, for {roles} to approve: {ids}",
            "已提交 {filed} 份申请，待{roles}审批：{ids}"
        ));
    }
    if open > 0 && !confirm {
        let customers = counted(open, "customer", "customers");
        parts.push(tr!("{customers} provisional, not put up", "{open} 个客户为暂定，不提交"));
    }
    parts.push(tr!("next check by {next}", "下次核查 {next} 前"));
    parts.join(tr("; ", "；"))
}
