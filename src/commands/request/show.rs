//! `request show`: one request whole, with every decision on it.

use super::find::holder;
use super::row::RequestRow;
use crate::cli::{Context, format_of};
use crate::commands::found::Who;
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::lint::checks::why_not;
use crate::model::Date;
use crate::model::choice::{Decision, Role};
use crate::row;
use crate::rules::approval::{Decided, find};
use crate::rules::staff::Staff;
use crate::tr;
use crate::views::emit::json_row;
use crate::views::{Format, Style, Text};

const FORMATS: &[Format] = &[Format::Text, Format::Json];

/// What may be said to `request show`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("REQUEST", "审批单号"), help = tr("The request, as RQ-7K2M9Q", "审批单号，如 RQ-7K2M9Q"))]
    id: String,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

row! {
    /// One decision.
    pub struct DecisionRow("decision", "批复") {
        date: Option<Date> = "date" "日期";
        by: Option<String> = "by" "审批人";
        role: Option<Role> = "role" "职务";
        decision: Option<Decision> = "decision" "决定";
        note: Option<String> = "note" "意见";
        counts: bool = "counts" "有效";
        why_not: Option<String> = "why it does not count" "无效原因";
    }
}

row! {
    /// One request, whole.
    pub struct RequestWhole("request", "审批") of RequestRow {
        decisions: Vec<DecisionRow> = "decisions" "批复";
    }
}

impl Args {
    /// Shows the request.
    ///
    /// # Errors
    /// There is none of this id.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let (day, staff) = (context.today, Staff::new(&book.settings));
        let customer = holder(&self.id, &book)?;
        let Some(decided) = find(&customer.card, &self.id, staff, day) else {
            return Err(Error::refused(tr!("{} was not filed yet on {day}", "{} 在 {day} 尚未提交", self.id))
                .next(tr("give a later --today", "请用更晚的 --today")));
        };
        let of = RequestRow::new(Who::new(&customer, &book.settings, day), &decided, staff, day);
        let whole = RequestWhole { of, decisions: decisions(&decided) };
        match self.format {
            Format::Json => json_row(context.shell, &whole)?,
            _ => context.shell.say(&page(&whole))?,
        }
        Ok(Exit::Done)
    }
}

fn decisions(decided: &Decided<'_>) -> Vec<DecisionRow> {
    let good = decided.approvals.iter().map(|approval| (*approval, None));
    let all = good.chain(decided.misfits.iter().map(|(approval, misfit)| (*approval, Some(*misfit))));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(approval, _)| (approval.date, approval.at));
    all.into_iter()
        .map(|(approval, misfit)| DecisionRow {
            date: approval.date,
            by: approval.by.clone(),
            role: approval.role,
            decision: approval.decision,
            note: approval.note.clone(),
            counts: misfit.is_none(),
            why_not: misfit.map(why_not),
        })
        .collect()
}

fn page(whole: &RequestWhole) -> Text {
    let row = &whole.of;
    let title = row.request.clone().unwrap_or_default();
    let mut text = Text::new().and(Style::Strong, title).and(Style::Plain, format!("  {}", row.of.called())).line();
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let facts = [
        (tr("kind", "类别"), row.kind.map(|kind| kind.to_string())),
        (tr("asks for", "申请内容"), Some(row.asks()).filter(|asks| !asks.is_empty())),
        (tr("valid until", "有效期至"), day(row.valid_until)),
        (tr("by", "申请人"), row.by.clone()),
        (tr("date", "日期"), day(row.date)),
        (tr("reason", "理由"), row.reason.clone()),
        (tr("to be approved by", "审批职务"), Some(crate::commands::acting::words(&row.roles))),
        (tr("stands", "进展"), Some(row.stands().text)),
    ];
    for (label, value) in facts.into_iter().filter_map(|(label, value)| Some((label, value?))) {
        text = text.and(Style::Faint, tr!("  {label}: ", "  {label}：")).and(Style::Plain, value).line();
    }
    for decision in &whole.decisions {
        let parts = [day(decision.date), decision.by.clone(), decision.role.map(|role| role.to_string())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let said = decision.decision.map(|decision| decision.to_string()).unwrap_or_default();
        text = text.and(Style::Plain, format!("  {}  ", parts.join("  "))).and(Style::Strong, said);
        if let Some(note) = &decision.note {
            text = text.and(Style::Plain, format!("  {note}"));
        }
        if let Some(why) = &decision.why_not {
            text = text.and(Style::Bad, tr!("  does not count: {why}", "  无效：{why}"));
        }
        text = text.line();
    }
    text
}
