//! `plan restore`: a customer that left the plan is visited again, and why (第13条 1).

use crate::cli::{Answer, Context};
use crate::commands::append::{Draft, DryRun, change};
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::model::card::Plan;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::rules::plan::visits;
use crate::store::{Book, Location};
use crate::tr;

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(short, long, value_name = tr("TEXT", "理由"), help = tr("Why the customer is visited again", "恢复访问的理由"))]
    reason: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the return to the plan.
    ///
    /// # Errors
    /// Unknown customer, one that is in the plan, no reason, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let today = context.today;
        left(&book.read(&location)?.card()?, &book, &location, today)?;
        let mut draft = Draft::new(Plan::TYPE, today);
        draft.typed("date", Some("today"))?;
        draft.typed("by", context.person(&book).as_deref())?;
        draft.typed("restored", self.reason.as_deref())?;
        if !draft.holds("restored") {
            let question = tr("Why is the customer visited again", "恢复访问的理由");
            let reason = Answer::new(context.shell).text(question, "--reason", true)?;
            draft.typed("restored", reason.as_deref())?;
        }
        let edit = draft.push("plan");
        change(context, &book, &location, self.dry_run, |file| {
            left(&file.card()?, &book, &location, today)?;
            Ok(vec![edit])
        })?;
        if !self.dry_run.dry_run {
            context.done(tr!("{}: back in the visit plan", "{}：已恢复访问计划", location.path));
        }
        Ok(Exit::Done)
    }
}

/// Refuses who did not leave the plan.
fn left(card: &Card, book: &Book, location: &Location, today: Date) -> Result<()> {
    let visits = visits(card, &book.policy, today);
    if visits.dropped.is_some() {
        return Ok(());
    }
    let (count, most) = (visits.fruitless, book.policy.fruitless_visits);
    Err(Error::refused(tr!(
        "the customer did not leave the visit plan: {count} visits in a row without effect, it leaves at {most} (第13条 1)",
        "该客户没有移出访问计划：连续 {count} 次无实效，满 {most} 次才移出（第13条 1）"
    ))
    .next(tr!(
        "plan a visit: kehu plan add {}",
        "安排访问：kehu plan add {}",
        shell_word(&location.path)
    )))
}
