//! `import form`: a trading card or an investigation form that came back filled in.

mod changes;
mod investigation;

use std::path::Path;

use super::super::append::{DryRun, rewrite, wrong_value};
use super::super::resolve::customer;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::form::{Filled, Form};
use crate::formats::package;
use crate::formats::toml::{Edit, Step};
use crate::formats::typed::literal;
use crate::lang::{counted, tr};
use crate::model::Date;
use crate::model::card::Start;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::store::{Book, Location, read_at_most};
use crate::tr;
use crate::views::{Style, Text};
use changes::Changes;

/// What may be said of a form.
pub struct Wish<'a> {
    /// The file that came back.
    pub file: &'a Path,
    /// Whose it is, where the form does not tell.
    pub customer: Option<&'a str>,
    /// The day both copies were exchanged.
    pub exchanged: Option<&'a str>,
    /// What the card has already is replaced.
    pub update: bool,
    /// Nothing is written.
    pub dry_run: bool,
}

/// Takes over what the form says.
///
/// # Errors
/// It cannot be read, is nobody's, says something that does not fit, or would replace what the card has already.
pub fn import(wish: &Wish<'_>, book: &Book, context: &mut Context<'_>) -> Result<Exit> {
    let shown = wish.file.display().to_string();
    let form = Form::read(&read_at_most(wish.file, package::LARGEST)?, &shown)?;
    let location = whose(&form, wish, &shown, book, context)?;
    if investigation::is_one(&form) {
        return investigation::import(&form, &shown, &location, book, wish.dry_run, context);
    }
    let exchanged = wish.exchanged.map(|day| exchanged(day, context.today)).transpose()?;
    let plan = |file: &_| Changes::of(&form, file, &shown, exchanged.as_deref());
    let changes = plan(&book.read(&location)?)?;
    changes.lines().iter().try_for_each(|line| context.shell.say(line))?;
    if changes.is_empty() {
        context.done(tr!("{}: nothing new in the form", "{}：表中没有新内容", location.path));
        return Ok(Exit::Done);
    }
    let replacing = replacing(&changes, wish, &location, context)?;
    if !wish.dry_run && !context.yes {
        let question = tr!("Take this over into {}?", "是否写入 {}？", location.path);
        if !Answer::new(context.shell).confirm(&question)? {
            return Err(Error::refused(tr("not changed; nothing was written", "未修改，未写入任何内容")));
        }
    }
    let dry_run = DryRun { dry_run: wish.dry_run };
    rewrite(context, book, &location, dry_run, |file| Ok(plan(file)?.edits(replacing)))?;
    if !wish.dry_run {
        let (path, count) = (&location.path, changes.count(replacing));
        let values = counted(count, "value", "values");
        context.done(tr!("{path}: {values} taken over from the form", "{path}：已由表格写入 {count} 项"));
    }
    Ok(Exit::Done)
}

/// Whether what differs is replaced too: as was said, or as is answered.
fn replacing(changes: &Changes, wish: &Wish<'_>, location: &Location, context: &mut Context<'_>) -> Result<bool> {
    let differing = changes.differing();
    if differing == 0 || wish.update || wish.dry_run {
        return Ok(wish.update);
    }
    let note =
        tr!("{differing} of these values differ from what the card has", "其中 {differing} 项与卡片现有内容不同");
    if context.shell.can_ask() && !context.yes {
        context.shell.remark(&Text::new().and(Style::Hint, note));
        let question = tr("Replace those too?", "是否一并替换？");
        return Answer::new(context.shell).confirm(question);
    }
    Err(Error::refused(note)
        .at(Place::file(&location.file))
        .next(tr("nothing was written; to replace them: --update", "未写入任何内容；要替换请加 --update")))
}

/// The day of the exchange, as the card takes it.
fn exchanged(day: &str, today: Date) -> Result<String> {
    let Some(field) = Start::TYPE.field("trading_card") else { return Err(Error::new(day)) };
    literal(field, day, today).map_err(wrong_value)
}

/// The customer whose form it is: as was said, by the mark that kehu put there, or by name.
fn whose(form: &Form, wish: &Wish<'_>, shown: &str, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    let marked = form.get("id").and_then(|id| by_id(&id.text, book));
    let named = wish.customer.map(|name| customer(name, book, context)).transpose()?;
    match (named, marked) {
        (Some(named), Some(marked)) if named.path != marked.path => Err(Error::refused(tr!(
            "the form is that of {}, not of {}",
            "这是 {} 的表格，不是 {} 的",
            marked.path,
            named.path
        ))
        .at(Place::file(shown))
        .next(tr!(
            "nothing was written; leave --customer out, or write --customer {}",
            "未写入任何内容；请去掉 --customer，或写 --customer {}",
            shell_word(&marked.path)
        ))),
        (Some(location), _) | (None, Some(location)) => Ok(location),
        (None, None) => {
            let name = ["papers.legal_name", "name"].iter().find_map(|path| form.get(path));
            let name = name.ok_or_else(|| nobody(shown))?;
            customer(&name.text, book, context).map_err(|error| {
                let next = tr("say whose form it is: --customer NAME", "请指明是谁的表格：--customer 客户").to_owned();
                Error { place: Some(Place::file(shown)), next: Some(next), ..error }
            })
        }
    }
}

fn by_id(id: &str, book: &Book) -> Option<Location> {
    let scan = book.scan(|customer| (customer.card.id.as_deref() == Some(id)).then(|| customer.location.clone()));
    scan.rows.into_iter().next()
}

fn nobody(shown: &str) -> Error {
    Error::new(tr("the form does not say whose it is", "表格中没有写明是哪个客户"))
        .at(Place::file(shown))
        .next(tr("say whose form it is: --customer NAME", "请指明是谁的表格：--customer 客户"))
}

/// A value of a form that does not fit, with its place.
pub fn misfit(what: &str, filled: &Filled, shown: &str) -> Error {
    let place = &filled.place;
    wrong_value(tr!("{place}: {what}", "{place}：{what}")).at(Place::file(shown))
}

/// A value at a path of the card.
pub fn set(path: &[&str], value: String) -> Edit {
    Edit::Set { path: path.iter().map(|key| Step::from(*key)).collect(), value }
}
