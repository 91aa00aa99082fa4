//! `set --where`: the same change to every customer that a query means, looked at before it is written.

use super::edits;
use crate::cli::{Answer, Context};
use crate::commands::counted::counted;
use crate::commands::found::means;
use crate::error::{Error, Exit, Place, Result};
use crate::lang::{counted as counted_of, tr};
use crate::query::{Query, Vocabulary, parse_text};
use crate::store::{Book, CardFile, Write};
use crate::tr;
use crate::views::{Style, Text, diff};

/// How many cards are shown before the question; with --dry-run all of them.
const SHOWN: usize = 20;

/// Changes every card that the query means, or none.
///
/// # Errors
/// A mistake in the query; a card that cannot be read or that the change does not fit; nobody to ask and no --yes.
pub fn run(query: &str, changes: &[String], dry_run: bool, context: &mut Context<'_>) -> Result<Exit> {
    let book = context.take_book()?;
    let query = parse_text(query, &Vocabulary { stages: &book.stages, today: context.today })?;
    if query.is_everybody() {
        // an unset variable of a script would change the whole book
        return Err(Error::new(tr("--where asks for nothing", "--where 没有条件")).next(tr(
            "say whom you mean; for every customer: --where has:name",
            "请写明条件；要改全部客户：--where has:name",
        )));
    }
    let Some(cards) = meant(&query, &book, context) else { return Ok(Exit::Trouble) };
    if cards.is_empty() {
        context.done(tr("no such customer", "没有符合条件的客户"));
        return Ok(Exit::No);
    }
    let Some(writes) = changed(&cards, changes, &book, context) else { return Ok(Exit::Trouble) };
    if writes.is_empty() {
        context.done(tr("nothing to change", "没有变化"));
        return Ok(Exit::Done);
    }
    if dry_run || !context.yes {
        show(&writes, if dry_run { writes.len() } else { SHOWN }, context)?;
    }
    let count = writes.len();
    if dry_run {
        return Ok(Exit::Done);
    }
    let cards = counted_of(count, "card", "cards");
    let question = tr!("Change {cards}?", "是否修改这 {count} 张卡片？");
    if !context.yes && !Answer::new(context.shell).confirm(&question)? {
        return Err(Error::refused(tr("not changed; nothing was written", "未修改，未写入任何内容")));
    }
    write(&writes, &book, context)
}

/// The cards that are meant; `None` where some could not be read or counted: a change to all must miss nobody.
fn meant(query: &Query, book: &Book, context: &mut Context<'_>) -> Option<Vec<CardFile>> {
    let (day, basis) = (context.today, context.basis(book));
    let file = |customer: &crate::store::Customer| CardFile {
        location: customer.location.clone(),
        text: customer.text.clone(),
    };
    let found = counted(book, &basis, context, |customer| {
        means(query, customer, &basis, day).map(|yes| yes.then(|| file(customer)))
    });
    let (cards, troubles) = found?;
    if troubles > 0 {
        nothing_written(context);
        return None;
    }
    Some(cards)
}

/// What would be written; `None` where the change does not fit some of the cards.
fn changed(cards: &[CardFile], changes: &[String], book: &Book, context: &mut Context<'_>) -> Option<Vec<Write>> {
    let mut writes = Vec::new();
    let mut errors = Vec::new();
    for card in cards {
        let text = edits(card, changes, context.today).and_then(|edits| book.edited(card, &edits));
        match text {
            Ok(text) if text == card.text => {}
            Ok(text) => writes.push(Write::Over(card.clone(), text)),
            // a change that is wrong by itself is wrong for all: once is enough
            Err(error) if error.place.is_none() => {
                context.tell(&[error.at(Place::file(&card.location.file))]);
                nothing_written(context);
                return None;
            }
            Err(error) => errors.push(error),
        }
    }
    if context.tell(&errors) {
        nothing_written(context);
        return None;
    }
    Some(writes)
}

fn nothing_written(context: &mut Context<'_>) {
    context.shell.warn(&Text::plain(tr("nothing was written to any card", "所有卡片均未写入")));
}

fn show(writes: &[Write], most: usize, context: &mut Context<'_>) -> Result<()> {
    for write in writes.iter().take(most) {
        if let Write::Over(card, text) = write {
            context.shell.say(&diff(&card.location.file, &card.text, text))?;
        }
    }
    let more = writes.len().saturating_sub(most);
    if more > 0 {
        let cards = counted_of(more, "more card", "more cards");
        let note = tr!("… and {cards}; see all with --dry-run", "……另有 {more} 张卡片；加 --dry-run 查看全部");
        context.shell.say(&Text::new().and(Style::Faint, note).line())?;
    }
    Ok(())
}

fn write(writes: &[Write], book: &Book, context: &mut Context<'_>) -> Result<Exit> {
    let _lock = context.lock(book, false)?;
    let (count, trouble) = book.write_many(writes);
    let cards = counted_of(count, "card", "cards");
    context.done(tr!("{cards} changed", "已修改 {count} 张卡片"));
    match trouble {
        Some(error) => Err(error),
        None => Ok(Exit::Done),
    }
}
