//! A card changed after it was made sure of what is doubtful: asked before the lock is taken, looked at again under it.

use crate::cli::{Answer, Context};
use crate::commands::append::{DryRun, mendable, rewrite};
use crate::error::{Error, Result};
use crate::formats::toml::Edit;
use crate::lang::tr;
use crate::model::{Card, Date};
use crate::rules::money::{Basis, Ledger, ledger};
use crate::store::{Book, CardFile, Location};
use crate::tr;
use crate::views::{Style, Text};

use super::fault;

/// What may be right, but is more likely a slip.
#[derive(Debug, Default)]
pub struct Doubts(Vec<String>);

impl Doubts {
    /// One more.
    pub fn raise(&mut self, what: String) {
        self.0.push(what);
    }

    /// What was raised.
    pub fn raised(&self) -> &[String] {
        &self.0
    }
}

/// The edits that a card asks for, and what is doubtful about them.
pub type Plan<'p> = dyn Fn(&CardFile, &Card, &mut Doubts) -> Result<Vec<Edit>> + 'p;

/// A card before and after it was changed.
#[derive(Clone, Debug)]
pub struct Written {
    /// As it was.
    pub before: Card,
    /// As it is now, or would be.
    pub after: Card,
}

/// Changes a card by the edits that `plan` makes of it. What `plan` doubts is asked while the card is free for others;
/// under the lock it plans anew.
///
/// # Errors
/// Whatever `plan` refuses; a doubt that nobody allays; a card whose money could be counted and then no longer could; the
/// card cannot be read or written.
pub fn write(
    context: &mut Context<'_>,
    book: &Book,
    location: &Location,
    dry_run: DryRun,
    plan: &Plan<'_>,
) -> Result<Written> {
    let mut known = Doubts::default();
    let file = book.read(location)?;
    let card = file.card()?;
    let edits = plan(&file, &card, &mut known)?;
    check(book, &card, &edited(book, &file, &edits)?, context.today)?;
    settle(context, &known, dry_run)?;
    let today = context.today;
    let (before, after) = rewrite(context, book, location, dry_run, |file| {
        let card = file.card()?;
        let mut doubts = Doubts::default();
        let edits = plan(file, &card, &mut doubts)?;
        check(book, &card, &edited(book, file, &edits)?, today)?;
        match doubts.0.into_iter().find(|doubt| !known.0.contains(doubt)) {
            Some(new) => Err(Error::refused(tr!("meanwhile the card was changed: {new}", "卡片刚被他人修改：{new}"))
                .next(tr("look at it and run the command again", "请查看后重试"))),
            None => Ok(edits),
        }
    })?;
    Ok(Written { before: before.card()?, after: after.card()? })
}

/// The card as edits would leave it.
///
/// # Errors
/// They do not fit.
pub fn edited(book: &Book, file: &CardFile, edits: &[Edit]) -> Result<Card> {
    let text = book.edited(file, edits).map_err(|error| mendable(error, &file.location))?;
    CardFile { location: file.location.clone(), text }.card()
}

/// The ledger of a card, or why there is none.
///
/// # Errors
/// A record whose money cannot be told.
pub fn count<'a>(book: &Book, card: &'a Card, today: Date) -> std::result::Result<Ledger<'a>, String> {
    ledger(card, &Basis::new(&book.settings, &book.policy), today).map_err(|problem| fault::in_card(&problem))
}

/// Refuses a change after which money could no longer be counted.
fn check(book: &Book, before: &Card, after: &Card, today: Date) -> Result<()> {
    match ledger(after, &Basis::new(&book.settings, &book.policy), today) {
        Err(problem) if count(book, before, today).is_ok() => Err(fault::refused(&problem.fault)),
        _ => Ok(()),
    }
}

/// Asks whether to go on in spite of what is doubtful.
fn settle(context: &mut Context<'_>, doubts: &Doubts, dry_run: DryRun) -> Result<()> {
    if doubts.0.is_empty() {
        return Ok(());
    }
    let all = doubts.0.join(tr("; ", "；"));
    if context.yes || dry_run.dry_run {
        context.shell.remark(&Text::new().and(Style::Warn, all));
        return Ok(());
    }
    if !context.shell.can_ask() {
        return Err(Error::refused(all).next(tr("if that is meant: --yes", "确认无误时加 --yes")));
    }
    context.shell.warn(&Text::new().and(Style::Warn, all));
    if Answer::new(context.shell).confirm(tr("Note it all the same?", "仍要登记？"))? {
        return Ok(());
    }
    Err(Error::refused(tr("not noted; nothing was written", "没有登记，未写入任何内容")))
}
