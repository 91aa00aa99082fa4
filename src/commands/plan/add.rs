//! `plan add`: a visit is planned, with date, place, person and purpose (第13条 1).

use super::why;
use crate::cli::{Answer, Context};
use crate::commands::append::{Draft, DryRun, change, fits};
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
    #[arg(short, long, value_name = tr("DATE", "日期"), help = tr("The day of the visit, as 2026-12-01, friday or 2w", "访问日期，如 2026-12-01、周五、2w"))]
    date: Option<String>,
    #[arg(short, long, value_name = tr("PLACE", "地点"), help = tr("Where", "地点"))]
    place: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of us goes; --as unless given, else the owner", "拜访人，默认 --as，其次负责人"))]
    by: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of them", "对方人员"))]
    with: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("What for", "访问目的"))]
    purpose: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the visit to the plan.
    ///
    /// # Errors
    /// Unknown customer, one that left the plan, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let card = book.read(&location)?.card()?;
        let today = context.today;
        may_be_visited(&card, &book, &location, today)?;
        let mut draft = self.given(&card, &book, context)?;
        self.ask(&mut draft, context)?;
        let date = draft.date("date").unwrap_or(today);
        not_past(date, &location, today)?;
        let edit = draft.push("plan");
        change(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            may_be_visited(&card, &book, &location, today)?;
            not_planned(&card, date, &location)?;
            Ok(vec![edit])
        })?;
        if !self.dry_run.dry_run {
            context.done(tr!("{}: visit on {date} planned", "{}：已安排 {date} 访问", location.path));
        }
        Ok(Exit::Done)
    }

    /// What the flags say.
    fn given(&self, card: &Card, book: &Book, context: &Context<'_>) -> Result<Draft> {
        let mut draft = Draft::new(Plan::TYPE, context.today);
        let by = self.by.clone().or_else(|| context.person(book)).or_else(|| card.owner.clone());
        draft.typed("date", self.date.as_deref())?;
        draft.typed("by", by.as_deref())?;
        draft.typed("place", self.place.as_deref())?;
        draft.typed("with", self.with.as_deref())?;
        draft.typed("purpose", self.purpose.as_deref())?;
        Ok(draft)
    }

    /// What the flags leave out: the document asks for date, place, person and purpose (第13条 1).
    fn ask(&self, draft: &mut Draft, context: &mut Context<'_>) -> Result<()> {
        let today = context.today;
        let questions = [
            (
                "date",
                tr("Date of the visit, as friday, 2w or 2026-12-01", "访问日期，如 周五、2w、2026-12-01"),
                "--date",
            ),
            ("place", tr("Place", "地点"), "--place"),
            ("by", tr("Who of us goes", "拜访人"), "--by"),
            ("purpose", tr("Purpose", "访问目的"), "--purpose"),
        ];
        let mut answer = Answer::new(context.shell);
        for (key, question, flag) in questions {
            if !draft.holds(key) {
                let fit = |text: &str| fits(Plan::TYPE, key, text, today);
                let said = answer.checked(question, flag, true, &fit)?;
                draft.typed(key, said.as_deref())?;
            }
        }
        // asked only where everything is asked: who gives the date has said what is wanted
        if self.date.is_none() && self.with.is_none() {
            let with = answer.text(tr("Who of them", "对方人员"), "--with", false)?;
            draft.typed("with", with.as_deref())?;
        }
        Ok(())
    }
}

/// Refuses who left the plan.
fn may_be_visited(card: &Card, book: &Book, location: &Location, today: Date) -> Result<()> {
    let Some(day) = visits(card, &book.policy, today).dropped else { return Ok(()) };
    let why = why(&book.policy);
    let path = shell_word(&location.path);
    Err(Error::refused(tr!("the customer left the visit plan on {day}: {why}", "该客户已于 {day} 移出访问计划：{why}"))
        .next(tr!(
            "to visit it all the same, say why: kehu plan restore {path} --reason …",
            "仍要访问请说明理由：kehu plan restore {path} --reason …"
        )))
}

fn not_past(date: Date, location: &Location, today: Date) -> Result<()> {
    if date >= today {
        return Ok(());
    }
    let path = shell_word(&location.path);
    Err(Error::new(tr!("{date} has passed: a visit is planned ahead", "{date} 已过，访问计划须提前安排")).next(tr!(
        "a visit that was made is noted: kehu log {path} --kind visit --date {date} …",
        "已经做过的访问请登记：kehu log {path} --kind visit --date {date} …"
    )))
}

/// Refuses a second visit on one day.
fn not_planned(card: &Card, date: Date, location: &Location) -> Result<()> {
    let there = card.plan.iter().any(|plan| plan.date == Some(date) && plan.restored.is_none());
    if !there {
        return Ok(());
    }
    let path = shell_word(&location.path);
    Err(Error::refused(tr!("a visit on {date} is planned already", "{date} 已安排访问")).next(tr!(
        "to change it: kehu set {path} plan.{date}.purpose=…",
        "要修改：kehu set {path} plan.{date}.purpose=…"
    )))
}
