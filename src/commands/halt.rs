//! `halt`: trading is ended on the superior's directive; it is complete when the customer was told (第14条).

use super::append::{Draft, DryRun, change, wrong_value};
use super::resolve::given_or_asked;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, quoted};
use crate::lang::tr;
use crate::model::card::Credit;
use crate::model::choice::State;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::alert::{halting, open};
use crate::rules::halt::{Stop, stop};
use crate::store::{Book, Location};
use crate::tr;

/// What may be said to `halt`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(short, long, value_name = tr("TEXT", "原因"), help = tr("Why; what the directive says unless given", "原因，默认用批示内容"))]
    reason: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, requires_all = ["how", "evidence"], help = tr("When the customer was told", "通知客户的日期"))]
    notified: Option<String>,
    #[arg(long, value_name = tr("TEXT", "方式"), requires = "notified", help = tr("How the customer was told, as \"courier SF123\"", "通知方式，如 \"顺丰 SF123\""))]
    how: Option<String>,
    #[arg(long, value_name = tr("FILE", "文件"), requires = "notified", help = tr("The proof: a file in the customer's folder; may be repeated", "凭证：客户文件夹中的文件名；可多次给出"))]
    evidence: Vec<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Halts trading, or notes that the customer was told.
    ///
    /// # Errors
    /// Unknown customer, no directive to halt, trading that is ended already, a proof that is not there, values that do
    /// not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let today = context.today;
        self.evidence.iter().try_for_each(|file| is_there(file, &book, &location))?;
        let mut halted_before = false;
        change(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            let halted = stop(&card, today).filter(|stop| stop.state == State::Halted);
            halted_before = halted.is_some();
            let edit = match halted {
                Some(stop) => self.completed(&stop, &card, &location, today)?,
                None => self.halted(&card, &location, today)?,
            };
            Ok(vec![edit])
        })?;
        if !self.dry_run.dry_run {
            context.done(self.told(&location, halted_before));
        }
        Ok(Exit::Done)
    }

    /// The entry that ends trading.
    fn halted(&self, card: &Card, location: &Location, today: Date) -> Result<Edit> {
        let (alert, directed) = halting(card, today, true).ok_or_else(|| undirected(card, location, today))?;
        let directive = alert.directive.as_ref().and_then(|directive| directive.text.as_deref());
        let mut draft = Draft::new(Credit::TYPE, today);
        draft.typed("from", Some("today"))?;
        draft.literal("state", quoted(State::Halted.key()));
        draft.typed("reason", self.reason.as_deref().or(directive))?;
        self.notice(&mut draft, directed)?;
        Ok(draft.push("credit"))
    }

    /// The entry that says when and how the customer was told.
    fn completed(&self, stop: &Stop<'_>, card: &Card, location: &Location, today: Date) -> Result<Edit> {
        let (since, path) = (stop.since, shell_word(&location.path));
        if let Some(notified) = stop.notified {
            return Err(Error::refused(tr!(
                "trading is halted since {since}, and the customer was told on {notified}",
                "自 {since} 起已中止交易，并于 {notified} 通知客户"
            ))
            .next(tr!("to trade again: kehu resume {path}", "要恢复交易：kehu resume {path}")));
        }
        if self.notified.is_none() {
            return Err(Error::refused(tr!(
                "trading is halted since {since}, but the customer was not told in due form (第14条 2)",
                "自 {since} 起已中止交易，但尚未正式通知客户（第14条 2）"
            ))
            .next(tr!(
                "tell the customer, then: kehu halt {path} --notified today --how \"…\" --evidence FILE",
                "通知客户后登记：kehu halt {path} --notified 今天 --how \"…\" --evidence 文件"
            )));
        }
        let mut draft = Draft::new(Credit::TYPE, today);
        draft.typed("from", Some("today"))?;
        draft.literal("state", quoted(State::Halted.key()));
        draft.typed("reason", self.reason.as_deref().or(stop.reason))?;
        self.notice(&mut draft, halting(card, today, false).map_or(since, |(_, directed)| directed))?;
        Ok(draft.push("credit"))
    }

    /// When, how and with what proof the customer was told; not before it was ordered.
    fn notice(&self, draft: &mut Draft, ordered: Date) -> Result<()> {
        draft.typed("notified", self.notified.as_deref())?;
        draft.typed("notified_how", self.how.as_deref())?;
        if let Some(notified) = draft.date("notified").filter(|notified| *notified < ordered) {
            return Err(wrong_value(tr!(
                "the customer was told on {notified}, but it was ordered on {ordered} only",
                "通知日期 {notified} 早于批示日期 {ordered}"
            )));
        }
        if !self.evidence.is_empty() {
            let files: Vec<String> = self.evidence.iter().map(|file| quoted(file.trim())).collect();
            draft.literal("evidence", format!("[{}]", files.join(", ")));
        }
        Ok(())
    }

    fn told(&self, location: &Location, halted_before: bool) -> String {
        let (company, path) = (&location.path, shell_word(&location.path));
        match (halted_before, self.notified.is_some()) {
            (true, _) => {
                tr!("{company}: the customer was told; the halt is complete", "{company}：已登记通知客户，中止手续完成")
            }
            (false, true) => tr!(
                "{company}: trading halted from today, the customer was told",
                "{company}：今天起中止交易，客户已通知"
            ),
            (false, false) => tr!(
                "{company}: trading halted from today; it is complete when the customer was told: kehu halt {path} --notified today --how \"…\" --evidence FILE",
                "{company}：今天起中止交易；通知客户后才算完成：kehu halt {path} --notified 今天 --how \"…\" --evidence 文件"
            ),
        }
    }
}

/// Why trading may not be ended: nobody has ordered it. The next step leads to the order.
fn undirected(card: &Card, location: &Location, today: Date) -> Error {
    let path = shell_word(&location.path);
    let waiting = open(card, today).find(|alert| alert.directive.is_none());
    let next = match waiting {
        Some(alert) => tr!(
            "let the superior order it: kehu alert directive {path} {} --effect halt",
            "请上级批示：kehu alert directive {path} {} --effect 中止",
            super::alert::chosen::called(alert)
        ),
        None => tr!(
            "file an urgent report and let the superior order it: kehu alert add {path}",
            "请先上报，由上级批示中止：kehu alert add {path}"
        ),
    };
    Error::refused(tr(
        "no open urgent report has the directive to halt trading (第14条)",
        "没有未结案的紧急报告批示中止交易（第14条）",
    ))
    .next(next)
}

/// Refuses a proof that is no file in the customer's folder.
fn is_there(file: &str, book: &Book, location: &Location) -> Result<()> {
    if book.holds(location, file) {
        return Ok(());
    }
    let folder = &location.path;
    Err(Error::new(tr!("{folder} holds no file \"{file}\"", "{folder} 中没有文件“{file}”")).next(tr(
        "put the proof into the customer's folder, then give its name",
        "请先把凭证放进客户文件夹，再写文件名",
    )))
}
