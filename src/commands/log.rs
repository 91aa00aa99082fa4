//! `log`: a follow-up is noted.

use super::append::{Draft, DryRun, fits, rewrite, wrong_value};
use super::plan::why;
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::card::Followup;
use crate::model::choice::FollowupKind;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose};
use crate::rules::plan::{is_visit, visits};
use crate::store::Book;
use crate::tr;
use crate::views::{Style, Text};

/// What may be said to `log`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("SUMMARY", "内容"), help = tr("What was said or done", "沟通内容"))]
    summary: Vec<String>,
    #[arg(short, long, value_name = tr("KIND", "方式"), value_parser = choice_of::<FollowupKind>(), help = tr("What it was", "跟进方式"))]
    kind: Option<FollowupKind>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was; today unless given", "日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of us; --as unless given", "我方跟进人，默认 --as"))]
    by: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of them", "对方人员"))]
    with: Option<String>,
    #[arg(short, long, value_name = tr("DATE", "日期"), help = tr("When to follow up next, as 2026-12-01, friday or 3d", "下次跟进日期，如 2026-12-01、周五、3d"))]
    next: Option<String>,
    #[arg(long, value_name = tr("KIND", "方式"), value_parser = choice_of::<FollowupKind>(), help = tr("How to follow up next", "下次跟进方式"))]
    next_kind: Option<FollowupKind>,
    #[arg(long, value_name = tr("YES|NO", "是|否"), help = tr("Whether a visit, meeting or fair had any effect (第13条)", "拜访、会议、展会是否有实效（第13条）"))]
    effective: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), help = tr("The order it was about", "涉及的订单"))]
    order: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the follow-up.
    ///
    /// # Errors
    /// Unknown customer, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        // flags first: a slip in one is told before anything is asked
        let mut draft = self.given(context, &book)?;
        let kind = self.ask(&mut draft, context)?;
        let (date, next) = (draft.date("date").unwrap_or(context.today), draft.date("next"));
        if let Some(next) = next.filter(|next| *next < date) {
            return Err(wrong_value(tr!(
                "the next follow-up {next} lies before {date}",
                "下次跟进 {next} 早于 {date}"
            )));
        }
        let edit = draft.push("followup");
        let (before, after) = rewrite(context, &book, &location, self.dry_run, |_| Ok(vec![edit]))?;
        if !self.dry_run.dry_run {
            let company = &location.path;
            context.done(match next {
                Some(next) => tr!(
                    "{company}: {kind} on {date} noted, next on {next}",
                    "{company}：已记录 {date} {kind}，下次 {next}"
                ),
                None => tr!("{company}: {kind} on {date} noted", "{company}：已记录 {date} {kind}"),
            });
            if let (Ok(before), Ok(after)) = (before.card(), after.card()) {
                tell_plan(&before, &after, &book, &location.path, context);
            }
        }
        Ok(Exit::Done)
    }

    /// What the flags say.
    fn given(&self, context: &Context<'_>, book: &Book) -> Result<Draft> {
        let mut draft = Draft::new(Followup::TYPE, context.today);
        let by = self.by.clone().or_else(|| context.person(book));
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("kind", self.kind.map(Choose::key))?;
        draft.typed("by", by.as_deref())?;
        draft.typed("with", self.with.as_deref())?;
        draft.typed("summary", Some(&self.summary.join(" ")))?;
        draft.typed("effective", self.effective.as_deref())?;
        draft.typed("next", self.next.as_deref())?;
        draft.typed("next_kind", self.next_kind.map(Choose::key))?;
        draft.typed("order", self.order.as_deref())?;
        Ok(draft)
    }

    /// What the flags leave out; the kind, given or asked.
    fn ask(&self, draft: &mut Draft, context: &mut Context<'_>) -> Result<FollowupKind> {
        let today = context.today;
        let fit = |key: &'static str| move |text: &str| fits(Followup::TYPE, key, text, today);
        let kind = match self.kind {
            Some(kind) => kind,
            None => {
                let kind = ask_kind(context)?;
                draft.typed("kind", Some(kind.key()))?;
                kind
            }
        };
        let mut answer = Answer::new(context.shell);
        if !draft.holds("summary") {
            let summary = answer.text(tr("What was said or done", "沟通内容"), tr("SUMMARY", "内容"), true)?;
            draft.typed("summary", summary.as_deref())?;
        }
        // these count for the visit plan (第13条 1), if it is known whether they had any effect
        if is_visit(kind) && self.effective.is_none() {
            let question = tr("Did it have any effect? yes/no", "是否有实效？是/否");
            let effective = answer.checked(question, "--effective", false, &fit("effective"))?;
            draft.typed("effective", effective.as_deref())?;
        }
        // asked only where everything is asked: who gives the kind has said what is wanted
        if self.kind.is_none() && self.next.is_none() {
            let question = tr("Next follow-up, as friday, 3d or 2026-12-01", "下次跟进，如 周五、3d、2026-12-01");
            let next = answer.checked(question, "--next", false, &fit("next"))?;
            draft.typed("next", next.as_deref())?;
        }
        Ok(kind)
    }
}

/// Tells where a visit without effect leaves the customer in the visit plan (第13条 1).
fn tell_plan(before: &Card, after: &Card, book: &Book, path: &str, context: &mut Context<'_>) {
    let [before, after] = [before, after].map(|card| visits(card, &book.policy, context.today));
    let warn = |text: String| Text::new().and(Style::Warn, text);
    if before.dropped.is_none() && after.dropped.is_some() {
        let (why, path) = (why(&book.policy), shell_word(path));
        context.shell.remark(&warn(tr!(
            "the customer leaves the visit plan: {why}; to take it back: kehu plan restore {path} --reason …",
            "该客户移出访问计划：{why}；要恢复：kehu plan restore {path} --reason …"
        )));
    } else if after.dropped.is_none() && after.fruitless > before.fruitless && after.left(&book.policy) == 1 {
        let count = after.fruitless;
        context.shell.remark(&warn(tr!(
            "{count} visits in a row without effect: after 1 more the customer leaves the visit plan (第13条 1)",
            "连续 {count} 次访问无实效，再有 1 次即移出访问计划（第13条 1）"
        )));
    }
}

fn ask_kind(context: &mut Context<'_>) -> Result<FollowupKind> {
    let items: Vec<String> = FollowupKind::ALL.iter().map(ToString::to_string).collect();
    let picked = Answer::new(context.shell).select(tr("What was it?", "跟进方式"), "--kind", &items)?;
    Ok(FollowupKind::ALL.get(picked).copied().unwrap_or(FollowupKind::Other))
}
