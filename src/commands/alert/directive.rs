//! `alert directive`: what the superior says is to be done about an urgent report (第11条 2(1)).

use super::chosen::{called, find_open, name};
use crate::cli::{Answer, Context, choice_of};
use crate::commands::acting::{acting, unknown};
use crate::commands::append::{Draft, DryRun, change, wrong_value};
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step, inline_table};
use crate::lang::{or, tr};
use crate::model::card::{Alert, Directive};
use crate::model::choice::DirectiveEffect;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Choose, Date};
use crate::rules::alert::directors;
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// What may be said to `alert directive`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("ID", "编号"), help = tr("The report; not needed where only one is open", "报告编号；只有一份未结案时可省略"))]
    id: Option<String>,
    #[arg(long, value_name = tr("TEXT", "批示"), help = tr("What is to be done", "批示内容"))]
    text: Option<String>,
    #[arg(long, value_name = tr("EFFECT", "效果"), value_parser = choice_of::<DirectiveEffect>(), help = tr("What it means for new orders; cash only unless given", "对新订单的效果，默认仅限现款"))]
    effect: Option<DirectiveEffect>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was given; today unless given", "批示日期，默认今天"))]
    date: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Notes the directive of who is acting.
    ///
    /// # Errors
    /// Unknown customer or report, a report that is closed or directed already, somebody who may not direct it, values
    /// that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let acting = acting(&book, context)?;
        let card = book.read(&location)?.card()?;
        // where nobody is listed, the owner of the customer says what is to be done
        let owner = || card.owner.as_deref().map(|owner| owner.trim().to_owned()).filter(|owner| !owner.is_empty());
        let by = acting.or_else(owner).ok_or_else(unknown)?;
        let named = name(self.id.as_deref(), &card, &location, context)?;
        let today = context.today;
        let mut draft = Draft::new(Directive::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("by", Some(&by))?;
        let date = draft.date("date").unwrap_or(today);
        // whether it may be said at all is told before it is asked what is said
        let (_, alert, _) = find_open(&card, &named, &location, today)?;
        let named = called(alert);
        undirected(alert, &location)?;
        let alone = may_direct(alert, &by, date, &book)?;
        let effect = self.ask(&mut draft, context)?;
        let fields = draft.finish();
        change(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            let (at, alert, _) = find_open(&card, &named, &location, today)?;
            undirected(alert, &location)?;
            may_direct(alert, &by, date, &book)?;
            let path = vec![Step::from("alert"), Step::from(at), Step::from("directive")];
            Ok(vec![Edit::Set { path, value: inline_table(&fields) }])
        })?;
        if !self.dry_run.dry_run {
            context.done(told(&location, &named, effect, alone));
        }
        Ok(Exit::Done)
    }

    /// Text and effect, given or asked; the effect only where the text is asked too.
    fn ask(&self, draft: &mut Draft, context: &mut Context<'_>) -> Result<DirectiveEffect> {
        let mut answer = Answer::new(context.shell);
        let mut effect = self.effect;
        match self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => draft.typed("text", Some(text))?,
            None => {
                let text = answer.text(tr("What is to be done?", "批示内容"), "--text", true)?;
                draft.typed("text", text.as_deref())?;
                if effect.is_none() {
                    let items: Vec<String> = DirectiveEffect::ALL.iter().map(ToString::to_string).collect();
                    let picked = answer.select(tr("For new orders", "对新订单"), "--effect", &items)?;
                    effect = DirectiveEffect::ALL.get(picked).copied();
                }
            }
        }
        let effect = effect.unwrap_or(DirectiveEffect::CashOnly);
        draft.typed("effect", Some(effect.key()))?;
        Ok(effect)
    }
}

/// Refuses a second directive: what was said stays, and what is new is a report of its own.
fn undirected(alert: &Alert, location: &Location) -> Result<()> {
    let Some(directive) = &alert.directive else { return Ok(()) };
    let called = called(alert);
    let by = directive.by.as_deref().unwrap_or_default().trim();
    let date = directive.date.map(|date| date.to_string()).unwrap_or_default();
    let path = shell_word(&location.path);
    Err(Error::refused(tr!(
        "urgent report {called} has the directive of {by}, {date}",
        "紧急报告 {called} 已有批示（{by} {date}）"
    ))
    .next(tr!(
        "it stays as it was said; report what is new: kehu alert add {path}",
        "原批示保留；有新情况请另行上报：kehu alert add {path}"
    )))
}

/// Refuses who may not direct it, and a day before the report. Whether there is nobody but the reporter to do so.
fn may_direct(alert: &Alert, by: &str, date: Date, book: &Book) -> Result<bool> {
    let called = called(alert);
    if let Some(reported) = alert.date.filter(|reported| date < *reported) {
        return Err(wrong_value(tr!(
            "the directive is of {date}, but the report is of {reported}",
            "批示日期 {date} 早于报告日期 {reported}"
        )));
    }
    let reporter = alert.by.as_deref().map(str::trim).unwrap_or_default();
    let staff = Staff::new(&book.settings);
    if staff.is_empty() {
        return Ok(reporter == by);
    }
    let names = directors(alert, staff, date);
    if names.contains(&by) {
        return Ok(reporter == by);
    }
    let error = Error::refused(tr!(
        "{by} may not direct urgent report {called}: that is for the superior of the reporter (第11条 2(1))",
        "{by} 不能批示紧急报告 {called}：须由报告人的上级批示（第11条 2(1)）"
    ));
    Err(if names.is_empty() {
        error.next(tr(
            "add a [[person]] with roles = [\"sales_manager\"] to kehu.toml",
            "请在 kehu.toml 中添加 [[person]]，roles = [\"sales_manager\"]",
        ))
    } else {
        error.next(tr!("let {} do it: --as", "请由 {} 办理：--as", names.join(or())))
    })
}

fn told(location: &Location, id: &str, effect: DirectiveEffect, alone: bool) -> String {
    let (company, path) = (&location.path, shell_word(&location.path));
    let next = if effect == DirectiveEffect::Halt {
        tr!("end trading: kehu halt {path}", "请中止交易：kehu halt {path}")
    } else {
        tr!("act on it and note it: kehu alert measure {path} {id}", "请落实对策并登记：kehu alert measure {path} {id}")
    };
    // to halt is to take no order either
    let effect = if effect == DirectiveEffect::Halt { DirectiveEffect::Refused } else { effect };
    let alone =
        if alone { tr(" (unreviewed: by the reporter)", "（无复核：由报告人自己批示）") } else { "" };
    tr!(
        "{company}: directive on {id} noted{alone}; new orders: {effect}; {next}",
        "{company}：{id} 已批示{alone}；对新订单：{effect}；{next}"
    )
}
