//! `alert measure`: a countermeasure, taken as the superior directed (第11条 2(2)).

use super::chosen::{called, find_open, name};
use crate::cli::{Answer, Context, choice_of};
use crate::commands::append::{Draft, DryRun, change};
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::{or, tr};
use crate::model::card::{Alert, Measure};
use crate::model::choice::MeasureKind;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::alert::{directed, is_possible, wants};
use crate::store::Location;
use crate::tr;

/// What may be said to `alert measure`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("ID", "编号"), help = tr("The report; not needed where only one is open", "报告编号；只有一份未结案时可省略"))]
    id: Option<String>,
    #[arg(short, long, value_name = tr("KIND", "对策"), value_parser = choice_of::<MeasureKind>(), help = tr("What was done", "采取的对策"))]
    kind: Option<MeasureKind>,
    #[arg(long, value_name = tr("TEXT", "说明"), help = tr("A note", "说明"))]
    note: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was done; today unless given", "日期，默认今天"))]
    date: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Notes the measure.
    ///
    /// # Errors
    /// Unknown customer or report, a report that is closed or not directed yet, a measure that the conditions do not
    /// allow, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let card = book.read(&location)?.card()?;
        let named = name(self.id.as_deref(), &card, &location, context)?;
        let today = context.today;
        let mut draft = Draft::new(Measure::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("note", self.note.as_deref())?;
        let date = draft.date("date").unwrap_or(today);
        let (_, alert, _) = find_open(&card, &named, &location, today)?;
        let named = called(alert);
        may_act(alert, date, &location)?;
        let kind = match self.kind {
            Some(kind) => kind,
            None => ask(&card, date, context)?,
        };
        draft.typed("kind", Some(kind.key()))?;
        let fields = draft.finish();
        change(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            let (at, alert, _) = find_open(&card, &named, &location, today)?;
            may_act(alert, date, &location)?;
            possible(kind, &card, date, &location)?;
            let path = vec![Step::from("alert"), Step::from(at), Step::from("measures")];
            Ok(vec![Edit::PushRecord { path, fields }])
        })?;
        if !self.dry_run.dry_run {
            let path = &location.path;
            context
                .done(tr!("{path}: {kind} on {date} noted on {named}", "{path}：{named} 已登记 {date} 的对策“{kind}”"));
        }
        Ok(Exit::Done)
    }
}

/// Which of those that the conditions allow.
fn ask(card: &Card, date: Date, context: &mut Context<'_>) -> Result<MeasureKind> {
    let kinds: Vec<MeasureKind> =
        MeasureKind::ALL.iter().copied().filter(|kind| is_possible(*kind, card, date)).collect();
    let items: Vec<String> = kinds.iter().map(ToString::to_string).collect();
    let picked = Answer::new(context.shell).select(tr("What was done?", "采取的对策"), "--kind", &items)?;
    Ok(kinds.get(picked).copied().unwrap_or(MeasureKind::Reduce))
}

/// Refuses to act before the superior has said so.
fn may_act(alert: &Alert, date: Date, location: &Location) -> Result<()> {
    let (called, path) = (called(alert), shell_word(&location.path));
    if directed(alert, date).is_some() {
        return Ok(());
    }
    Err(match alert.directive.as_ref().and_then(|directive| directive.date) {
        Some(said) => Error::refused(tr!(
            "the directive on {called} is of {said}: acting first is refused (第11条 2(1))",
            "{called} 的批示日期是 {said}：不得先行采取对策（第11条 2(1)）"
        ))
        .next(tr!(
            "nothing was written; give a day from {said} on: --date",
            "未写入任何内容；日期不得早于 {said}：--date"
        )),
        None => Error::refused(tr!(
            "{called} has no directive yet: acting first is refused (第11条 2(1))",
            "{called} 尚无批示：不得先行采取对策（第11条 2(1)）"
        ))
        .next(tr!(
            "let the superior say it: kehu alert directive {path} {called}",
            "请上级先批示：kehu alert directive {path} {called}"
        )),
    })
}

/// Refuses a measure that the customer's conditions do not give.
fn possible(kind: MeasureKind, card: &Card, date: Date, location: &Location) -> Result<()> {
    if is_possible(kind, card, date) {
        return Ok(());
    }
    let conditions: Vec<&str> = wants(kind).iter().map(|condition| condition.words().text()).collect();
    let keys: Vec<&str> = wants(kind).iter().map(|condition| condition.key()).collect();
    let (conditions, path) = (conditions.join(or()), shell_word(&location.path));
    let key = keys.first().copied().unwrap_or_default();
    Err(Error::refused(tr!(
        "{kind} needs {conditions}, and the customer's conditions hold none (第11条 2(2))",
        "“{kind}”须有{conditions}，而客户的附加条件中没有（第11条 2(2)）"
    ))
    .next(tr!(
        "if it was agreed when trading began: kehu set {path} start.conditions+={key}",
        "如开始交易时已约定，请登记：kehu set {path} start.conditions+={key}"
    )))
}
