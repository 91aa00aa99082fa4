//! `alert close`: an urgent report ends when somebody says so, never by itself (第14条 2).

use super::chosen::{called, find_open, name};
use super::doubt::unpaid;
use crate::cli::{Answer, Context, choice_of};
use crate::commands::append::{Draft, DryRun, wrong_value};
use crate::commands::deal::write::{Doubts, write};
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::tr;
use crate::model::card::Alert;
use crate::model::choice::AlertOutcome;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::alert::directed;
use crate::rules::halt::stop;
use crate::store::{CardFile, Location};
use crate::tr;

/// What may be said to `alert close`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("ID", "编号"), help = tr("The report; not needed where only one is open", "报告编号；只有一份未结案时可省略"))]
    id: Option<String>,
    #[arg(short, long, value_name = tr("OUTCOME", "结果"), value_parser = choice_of::<AlertOutcome>(), help = tr("How it ended", "结果"))]
    outcome: Option<AlertOutcome>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it ended; today unless given", "结案日期，默认今天"))]
    date: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Closes the report.
    ///
    /// # Errors
    /// Unknown customer or report, one that is closed already, or that has no directive and was not paid, values that do
    /// not fit, money that is said to have come and has not unless that is confirmed, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let card = book.read(&location)?.card()?;
        let named = name(self.id.as_deref(), &card, &location, context)?;
        let today = context.today;
        let mut draft = Draft::new(Alert::TYPE, today);
        draft.typed("closed", Some(self.date.as_deref().unwrap_or("today")))?;
        let date = draft.date("closed").unwrap_or(today);
        let named = called(find_open(&card, &named, &location, today)?.1);
        let outcome = match self.outcome {
            Some(outcome) => outcome,
            None => ask(context)?,
        };
        draft.typed("outcome", Some(outcome.key()))?;
        let fields = draft.finish();
        let plan = |_: &CardFile, card: &Card, doubts: &mut Doubts| {
            let (at, alert, _) = find_open(card, &named, &location, today)?;
            may_close(alert, outcome, date, &location)?;
            if outcome == AlertOutcome::Paid {
                unpaid(alert, card, &book, date, doubts);
            }
            let path = |key: &str| vec![Step::from("alert"), Step::from(at), Step::from(key)];
            Ok(fields.iter().cloned().map(|(key, value)| Edit::Set { path: path(key), value }).collect())
        };
        let written = write(context, &book, &location, self.dry_run, &plan)?;
        if !self.dry_run.dry_run {
            let path = &location.path;
            let stopped = stop(&written.after, today).map(|stop| {
                let (state, path) = (stop.state, shell_word(path));
                tr!("; still {state}: kehu resume {path}", "；目前仍{state}：kehu resume {path}")
            });
            let stopped = stopped.unwrap_or_default();
            context.done(tr!(
                "{path}: urgent report {named} closed on {date}, {outcome}{stopped}",
                "{path}：紧急报告 {named} 已于 {date} 结案（{outcome}）{stopped}"
            ));
        }
        Ok(Exit::Done)
    }
}

fn ask(context: &mut Context<'_>) -> Result<AlertOutcome> {
    let items: Vec<String> = AlertOutcome::ALL.iter().map(ToString::to_string).collect();
    let picked = Answer::new(context.shell).select(tr("How did it end?", "结果"), "--outcome", &items)?;
    Ok(AlertOutcome::ALL.get(picked).copied().unwrap_or(AlertOutcome::Resolved))
}

/// Refuses an end before the beginning, and any end but payment before the superior has said something.
fn may_close(alert: &Alert, outcome: AlertOutcome, date: Date, location: &Location) -> Result<()> {
    let (called, path) = (called(alert), shell_word(&location.path));
    if let Some(reported) = alert.date.filter(|reported| date < *reported) {
        return Err(wrong_value(tr!(
            "{called} is of {reported}, after {date}",
            "{called} 的日期是 {reported}，晚于 {date}"
        )));
    }
    if outcome == AlertOutcome::Paid || directed(alert, date).is_some() {
        return Ok(());
    }
    Err(Error::refused(tr!(
        "{called} had no directive on {date}, and was not paid (第11条 2(1))",
        "{called} 在 {date} 尚无批示，也未收回，不能结案（第11条 2(1)）"
    ))
    .next(tr!(
        "let the superior say it: kehu alert directive {path} {called}",
        "请上级先批示：kehu alert directive {path} {called}"
    )))
}
