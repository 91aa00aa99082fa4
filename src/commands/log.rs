//! `log`: a follow-up is noted.

use super::append::{Draft, DryRun, change};
use super::resolve::customer;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::Choose;
use crate::model::card::Followup;
use crate::model::choice::FollowupKind;
use crate::model::field::Record;
use crate::tr;

/// What may be said to `log`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "客户：名称或其一部分、编号、邮箱、电话、路径"))]
    name: String,
    #[arg(value_name = tr("SUMMARY", "内容"), help = tr("What was said or done", "沟通内容"))]
    summary: Vec<String>,
    #[arg(short, long, value_name = tr("KIND", "方式"), value_parser = choice_of::<FollowupKind>(), help = tr("What it was", "跟进方式"))]
    kind: Option<FollowupKind>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("When it was; today unless given", "日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of us; --as unless given", "我方跟进人，默认 --as"))]
    by: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of them", "对方人员"))]
    with: Option<String>,
    #[arg(short, long, value_name = tr("DATE", "日期"), help = tr("When to follow up next, as 2026-12-01 or 3d", "下次跟进日期，如 2026-12-01 或 3d"))]
    next: Option<String>,
    #[arg(long, value_name = tr("KIND", "方式"), value_parser = choice_of::<FollowupKind>(), help = tr("How to follow up next", "下次跟进方式"))]
    next_kind: Option<FollowupKind>,
    #[arg(long, value_name = tr("YES|NO", "是|否"), help = tr("Whether a visit had any effect (第13条)", "拜访是否有实效（第13条）"))]
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
        let location = customer(&self.name, &book, context)?;
        let kind = match self.kind {
            Some(kind) => kind,
            None => ask_kind(context)?,
        };
        let summary = match self.summary.join(" ") {
            empty if empty.trim().is_empty() => Answer::new(context.shell).text(tr("What was said or done", "沟通内容"), "SUMMARY", true)?.unwrap_or_default(),
            summary => summary,
        };
        let effective = match self.effective {
            None if kind == FollowupKind::Visit => {
                Answer::new(context.shell).text(tr("Did the visit have any effect? yes/no", "拜访是否有实效？是/否"), "--effective", false)?
            }
            given => given,
        };
        // asked only where everything is asked: a script that gives a summary has said what it wants
        let next = match self.next {
            None if self.kind.is_none() => Answer::new(context.shell).text(tr("Next follow-up, as 3d or 2026-12-01", "下次跟进，如 3d 或 2026-12-01"), "--next", false)?,
            given => given,
        };
        let by = self.by.or_else(|| context.person(&book));
        let mut draft = Draft::new(Followup::TYPE, context.today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("kind", Some(kind.key()))?;
        draft.typed("by", by.as_deref())?;
        draft.typed("with", self.with.as_deref())?;
        draft.typed("summary", Some(&summary))?;
        draft.typed("effective", effective.as_deref())?;
        draft.typed("next", next.as_deref())?;
        draft.typed("next_kind", self.next_kind.map(Choose::key))?;
        draft.typed("order", self.order.as_deref())?;
        let (date, next) = (draft.date("date"), draft.date("next"));
        let edit = draft.push("followup");
        change(context, &book, &location, self.dry_run, |_| Ok(vec![edit]))?;
        if !self.dry_run.dry_run {
            let (date, company) = (date.unwrap_or(context.today), &location.path);
            context.done(match next {
                Some(next) => tr!("{company}: {kind} on {date} noted, next on {next}", "{company}：已记录 {date} {kind}，下次 {next}"),
                None => tr!("{company}: {kind} on {date} noted", "{company}：已记录 {date} {kind}"),
            });
        }
        Ok(Exit::Done)
    }
}

fn ask_kind(context: &Context<'_>) -> Result<FollowupKind> {
    let items: Vec<String> = FollowupKind::ALL.iter().map(ToString::to_string).collect();
    let picked = Answer::new(context.shell).select(tr("What was it?", "跟进方式"), "--kind", &items)?;
    Ok(FollowupKind::ALL.get(picked).copied().unwrap_or(FollowupKind::Other))
}
