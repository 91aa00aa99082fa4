//! `suspend`: supply is stopped at once, as an emergency; the urgent report goes out with it (第14条).

use std::cell::RefCell;

use super::alert::filing::{Filing, Particulars};
use super::append::{Draft, DryRun};
use super::deal::sum::{Sign, sum};
use super::deal::write::{Doubts, write};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::quoted;
use crate::lang::tr;
use crate::model::card::Credit;
use crate::model::choice::{AlertKind, State};
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::alert::is_bill;
use crate::rules::halt::stop;
use crate::store::{CardFile, Location};
use crate::tr;

/// What may be said to `suspend`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(short, long, value_name = tr("TEXT", "原因"), help = tr("Why; the urgent report says so", "原因，写入紧急报告"))]
    reason: Option<String>,
    #[arg(short, long, value_name = tr("KIND", "类别"), value_parser = choice_of::<AlertKind>(), default_value = "anomaly", hide_default_value = true, help = tr("What the urgent report is about; an anomaly unless given", "紧急报告的类别，默认异常"))]
    kind: AlertKind,
    #[command(flatten)]
    particulars: Particulars,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Suspends supply and files the report, in one write.
    ///
    /// # Errors
    /// Unknown customer, one that is suspended or halted already, values that do not fit, a doubt that nobody allays, or the
    /// card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let today = context.today;
        running(&book.read(&location)?.card()?, &location, today)?;
        // a slip in what was said is told before anything is asked
        Filing::new(self.kind, "", &self.particulars, (None, None), &book, context)?;
        let (reason, particulars) = self.asked(context)?;
        let filing = Filing::new(self.kind, &reason, &particulars, (None, None), &book, context)?;
        let id = RefCell::new(String::new());
        let plan = |_: &CardFile, card: &Card, doubts: &mut Doubts| {
            running(card, &location, today)?;
            let mut draft = Draft::new(Credit::TYPE, today);
            draft.typed("from", Some("today"))?;
            draft.literal("state", quoted(State::Suspended.key()));
            draft.typed("reason", Some(&reason))?;
            let (report, made) = filing.edit(card, &location, (&book, today), doubts)?;
            id.replace(made);
            Ok(vec![draft.push("credit"), report])
        };
        write(context, &book, &location, self.dry_run, &plan)?;
        if !self.dry_run.dry_run {
            let (path, told) = (&location.path, filing.told(&id.into_inner(), &location));
            context.done(tr!("{path}: supply suspended from today; {told}", "{path}：今天起暂停供货；{told}"));
        }
        Ok(Exit::Done)
    }

    /// The reason and, of a bill, the amount: given or asked.
    fn asked(&self, context: &mut Context<'_>) -> Result<(String, Particulars)> {
        let today = context.today;
        let mut answer = Answer::new(context.shell);
        let reason = match self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty()) {
            Some(reason) => reason.to_owned(),
            None => answer.text(tr("Why?", "原因"), "--reason", true)?.unwrap_or_default(),
        };
        let mut particulars = self.particulars.clone();
        if particulars.amount.is_none() && is_bill(self.kind) {
            let question = tr("Amount, as USD 3153.60 (第14条)", "金额，如 USD 3153.60（第14条）");
            let check = |text: &str| sum(text, Sign::Above, today).map(drop);
            particulars.amount = answer.checked(question, "--amount", true, &check)?;
        }
        Ok((reason, particulars))
    }
}

/// Refuses to stop what is stopped.
fn running(card: &Card, location: &Location, today: Date) -> Result<()> {
    let Some(stop) = stop(card, today) else { return Ok(()) };
    let (state, since, path) = (stop.state, stop.since, shell_word(&location.path));
    Err(Error::refused(tr!("the customer is {state} since {since}", "该客户自 {since} 起已{state}"))
        .next(tr!("report what is new: kehu alert add {path}", "有新情况请上报：kehu alert add {path}")))
}
