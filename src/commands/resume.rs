//! `resume`: trading is to begin again; asked for, never typed in (rulebook §9).

use super::acting::acting;
use super::alert::chosen::reminder;
use super::append::{Draft, DryRun, rewrite};
use super::credit::set::waits;
use super::request::filing::Filing;
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::Edit;
use crate::lang::tr;
use crate::model::card::{Credit, Request};
use crate::model::choice::{RequestKind, State};
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date, Settings};
use crate::rules::approval::decided;
use crate::rules::credit::granted;
use crate::rules::halt::stopped_after;
use crate::rules::staff::Staff;
use crate::store::Location;
use crate::tr;

/// What may be said to `resume`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("TEXT", "理由"), help = tr("Why", "理由"))]
    reason: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Files the request; where nobody is listed who could decide, trading begins again.
    ///
    /// # Errors
    /// The customer is traded with, or such a request is open; no reason; the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let day = context.today;
        let staff = Staff::new(&book.settings);
        stopped(&book.read(&location)?.card()?, &location, &book.settings, day)?;
        let me = acting(&book, context)?;
        let reason = match &self.reason {
            Some(reason) => Some(reason.clone()),
            None => Answer::new(context.shell).text(tr("Why", "理由"), "--reason", true)?,
        };
        let mut filed = None;
        let (_, after) = rewrite(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            stopped(&card, &location, &book.settings, day)?;
            let Some(by) = me.as_deref().filter(|_| !staff.is_empty()) else {
                return Ok(vec![entry(reason.as_deref(), day)?]);
            };
            let mut filing = Filing::new(RequestKind::Resume, by.to_owned());
            filing.state = Some(State::Active);
            filing.reason.clone_from(&reason);
            let done = filing.file(&card, staff, day)?;
            let edits = done.edits.clone();
            filed = Some(done);
            Ok(edits)
        })?;
        if !self.dry_run.dry_run {
            let company = &location.path;
            let open = reminder(&after.card()?, company, day);
            context.done(match &filed {
                Some(filed) => {
                    let waits = waits(filed, staff, me.as_deref().unwrap_or_default(), day);
                    tr!("{company}: {waits}{open}", "{company}：{waits}{open}")
                }
                None => tr!("{company}: trading goes on{open}", "{company}：恢复交易{open}"),
            });
        }
        Ok(Exit::Done)
    }
}

/// Refuses where trading goes on, or such a request is open; one that was filed before the last stop asks for nothing any
/// more.
fn stopped(card: &Card, location: &Location, settings: &Settings, day: Date) -> Result<()> {
    if matches!(granted(card, settings, day).standing.state, None | Some(State::Active)) {
        return Err(Error::refused(tr("trading with this customer goes on", "与该客户的交易没有停止")).next(tr!(
            "see its credit: kehu credit show {}",
            "查看其信用：kehu credit show {}",
            shell_word(&location.path)
        )));
    }
    let open = |request: &Request| {
        request.kind == Some(RequestKind::Resume) && stopped_after(request, &card.credit, day).is_none()
    };
    match decided(card, Staff::new(settings), day).iter().find(|decided| decided.is_open() && open(decided.request)) {
        None => Ok(()),
        Some(decided) => {
            let id = decided.request.id.clone().unwrap_or_default();
            Err(Error::refused(tr!("{id} asks for it already", "已有申请 {id}"))
                .next(tr!("see it: kehu request show {id}", "查看：kehu request show {id}")))
        }
    }
}

fn entry(reason: Option<&str>, day: Date) -> Result<Edit> {
    let mut draft = Draft::new(Credit::TYPE, day);
    draft.typed("from", Some(&day.to_string()))?;
    draft.typed("state", Some(State::Active.key()))?;
    draft.typed("reason", reason)?;
    Ok(draft.push("credit"))
}
