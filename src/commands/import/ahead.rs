//! What somebody is asked before an import writes: what becomes of likely duplicates, and whether cards are to be changed.

use super::Work;
use super::held::Duplicates;
use super::outcome::Outcome;
use crate::cli::{Answer, Context};
use crate::error::{Error, Result};
use crate::lang::{counted, tr};
use crate::model::Choose;
use crate::model::choice::StageKind;
use crate::tr;
use crate::views::{Progress, Style, Text};

/// How many changes are shown before the question; with --dry-run all of them.
const SHOWN: usize = 20;

/// Looks ahead where there is something to ask, asks, and keeps the answers in the work. Nothing is written, and no other writer is
/// kept waiting.
///
/// # Errors
/// The file lacks what every record must have; nobody to ask and no --yes; the answer is no.
pub fn look(work: &mut Work<'_>, stage: &(String, StageKind), asks: bool, context: &mut Context<'_>) -> Result<()> {
    let changes = work.update || work.duplicates == Duplicates::Update || work.sheet.marks.is_some();
    let asks = asks && context.shell.can_ask();
    if work.dry_run || context.yes || !(changes || asks) {
        return Ok(());
    }
    let mut ahead = outcome(work, stage, context)?;
    if asks && decide(work, &ahead, context)? {
        ahead = outcome(work, stage, context)?;
    }
    if ahead.changed == 0 { Ok(()) } else { confirm(&ahead, context) }
}

/// What would become of the file. The bar is gone when it is told: questions stand alone.
fn outcome(work: &mut Work<'_>, stage: &(String, StageKind), context: &Context<'_>) -> Result<Outcome> {
    (work.dry_run, work.progress) = (true, context.shell.progress());
    let outcome = work.outcome(stage);
    (work.dry_run, work.progress) = (false, Progress::new(false));
    outcome
}

/// Asks of each row that is held back; whether cards are to be updated by it.
fn decide(work: &mut Work<'_>, ahead: &Outcome, context: &mut Context<'_>) -> Result<bool> {
    let mut updates = false;
    for reject in ahead.rejects.iter().filter(|reject| reject.held) {
        let Some(row) = reject.rows.first() else { continue };
        let place = work.sheet.at(reject.line, None);
        context.shell.warn(&Text::new().and(Style::Warn, format!("{place}: {}", reject.wrong.what)));
        let items: Vec<String> = Duplicates::ALL.iter().map(ToString::to_string).collect();
        let picked =
            Answer::new(context.shell).select(tr("What is to become of it?", "如何处理？"), "--duplicates", &items)?;
        let decision = Duplicates::ALL.get(picked).copied().unwrap_or(Duplicates::Hold);
        updates |= decision == Duplicates::Update;
        work.decided.insert(*row, decision);
    }
    Ok(updates)
}

/// Shows what would be changed and asks whether it should.
fn confirm(ahead: &Outcome, context: &mut Context<'_>) -> Result<()> {
    for line in ahead.changes.iter().take(SHOWN) {
        context.shell.line(line)?;
    }
    let more = ahead.changes.len().saturating_sub(SHOWN);
    if more > 0 {
        let changes = counted(more, "more change", "more changes");
        context.done(tr!("… and {changes}; see all with --dry-run", "……另有 {more} 处修改；加 --dry-run 查看全部"));
    }
    let (count, records) = (ahead.changed, counted(ahead.changed, "record", "records"));
    let question = tr!("Change {records}?", "是否修改这 {count} 条记录？");
    if Answer::new(context.shell).confirm(&question)? {
        return Ok(());
    }
    Err(Error::refused(tr("not imported; nothing was written", "没有导入，未写入任何内容")))
}
