//! A customer of the visit plan, as a row.

use crate::commands::found::Who;
use crate::lang::tr;
use crate::model::{Date, Policy};
use crate::rules::plan::{Made, Visits};
use crate::store::{Book, Customer};
use crate::views::table::Shown;
use crate::views::{Column, Style};
use crate::{row, tr};

row! {
    /// A customer of the visit plan.
    pub struct PlanRow("planned visit", "访问计划") of Who {
        next: Option<Date> = "next visit" "下次访问", article("第13条 1");
        place: Option<String> = "place" "地点", article("第13条 1");
        by: Option<String> = "by" "拜访人", article("第13条 1");
        with: Option<String> = "with" "对方", article("第13条 1");
        purpose: Option<String> = "purpose" "目的", article("第13条 1");
        planned: usize = "planned visits" "已安排次数";
        visits: usize = "visits so far" "已访问次数", about("Visits, meetings and fairs", "拜访、会议、展会");
        last: Option<Date> = "last visit" "上次访问";
        fruitless: usize = "fruitless in a row" "连续无实效次数", article("第13条 1");
        dropped: Option<Date> = "left the plan" "移出计划日期", article("第13条 1");
        why: Option<String> = "why" "移出原因";
        restored: Option<Date> = "restored" "恢复日期";
        reason: Option<String> = "reason for the return" "恢复理由";
        unsaid: Vec<Date> = "unsaid" "未写实效", about("Visits of which nobody said whether they had any effect", "未写明是否有实效的访问");
        made: usize = "visits in the period" "本期已访次数", about("From --since on, without it all; so the three that follow", "--since 起；不写则为全部，以下三项同");
        made_effective: usize = "with effect" "有实效";
        made_fruitless: usize = "without effect" "无实效";
        made_unsaid: usize = "not said whether" "未写实效次数";
    }
}

/// A customer's row.
pub fn row(customer: &Customer, visits: &Visits<'_>, made: Made, book: &Book, day: Date) -> PlanRow {
    let next = visits.planned.first();
    PlanRow {
        of: Who::new(customer, &book.settings, day),
        next: next.and_then(|plan| plan.date),
        place: next.and_then(|plan| plan.place.clone()),
        by: next.and_then(|plan| plan.by.clone()),
        with: next.and_then(|plan| plan.with.clone()),
        purpose: next.and_then(|plan| plan.purpose.clone()),
        planned: visits.planned.len(),
        visits: visits.made,
        last: visits.last,
        fruitless: visits.fruitless,
        dropped: visits.dropped,
        why: visits.dropped.map(|_| why(&book.policy)),
        restored: visits.restored.and_then(|plan| plan.date),
        reason: visits.restored.and_then(|plan| plan.restored.clone()),
        unsaid: visits.unsaid.iter().map(|(_, date)| *date).collect(),
        made: made.all(),
        made_effective: made.effective,
        made_fruitless: made.fruitless,
        made_unsaid: made.unsaid,
    }
}

/// Why a customer is visited no more.
pub fn why(policy: &Policy) -> String {
    tr!("{} visits in a row without effect (第13条 1)", "连续 {} 次访问无实效（第13条 1）", policy.fruitless_visits)
}

/// The columns of the table.
pub fn columns() -> Vec<Column<PlanRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&PlanRow) -> Shown| Column { title, right, spare, elastic, show };
    vec![
        column(tr("next visit", "下次访问"), false, 0, false, |row| match (row.next, row.dropped) {
            (Some(next), _) => next.to_string().into(),
            (None, Some(_)) => Shown { text: tr("left the plan", "已移出").to_owned(), style: Style::Bad },
            (None, None) => "".into(),
        }),
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("place", "地点"), false, 2, true, |row| text(row.place.as_ref())),
        column(tr("by", "拜访人"), false, 3, false, |row| text(row.by.as_ref())),
        column(tr("with", "对方"), false, 6, true, |row| text(row.with.as_ref())),
        column(tr("purpose", "目的"), false, 1, true, |row| text(row.purpose.as_ref())),
        column(tr("visits", "已访"), true, 5, false, |row| row.visits.to_string().into()),
        column(tr("fruitless", "无实效"), true, 0, false, |row| Shown {
            text: row.fruitless.to_string(),
            style: if row.fruitless > 0 { Style::Warn } else { Style::Plain },
        }),
        column(tr("unsaid", "未写实效"), true, 7, false, |row| match row.unsaid.len() {
            0 => "".into(),
            count => Shown { text: count.to_string(), style: Style::Warn },
        }),
        column(tr("left the plan", "移出计划"), false, 4, true, |row| match (row.dropped, &row.why) {
            (Some(day), Some(why)) => tr!("{day}: {why}", "{day}：{why}").into(),
            _ => "".into(),
        }),
    ]
}

fn text(text: Option<&String>) -> Shown {
    text.cloned().unwrap_or_default().into()
}
