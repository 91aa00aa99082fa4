//! What is to be done: due by week, visits, and cards to be mended.

use maud::{Markup, html};
use rust_decimal::Decimal;

use super::parts::{As, barred, legend, more, name, none, section, table, word};
use super::since;
use crate::commands::report::overview::figures::{Figures, horizon};
use crate::commands::report::overview::row::WeekRow;
use crate::lang::tr;
use crate::model::choice::Severity;
use crate::tr;
use crate::views::chart;

fn count(count: usize) -> Markup {
    word(if count == 0 { String::new() } else { count.to_string() })
}

/// What is due by week; what is overdue first.
pub fn weeks(figures: &Figures) -> Markup {
    let row = &figures.row;
    let command = format!("kehu due --within {}d", horizon(row.date).days_since(row.date));
    let all = |week: &WeekRow| week.money + week.contact + week.credit;
    let largest = Decimal::from(row.weeks.iter().map(all).max().unwrap_or(0));
    let body = if largest.is_zero() {
        none(tr("Nothing is due.", "没有到期事项。"))
    } else {
        let rows: Vec<Vec<Markup>> = row
            .weeks
            .iter()
            .map(|week| {
                let parts = [("a3", week.money), ("now", week.contact), ("a1", week.credit)];
                vec![
                    barred(
                        &word(called(week)),
                        &chart::bar(&parts.map(|(class, count)| (class, Decimal::from(count))), largest),
                    ),
                    html! { b { (count(all(week))) } },
                    count(week.money),
                    count(week.contact),
                    count(week.credit),
                ]
            })
            .collect();
        let heads = [
            (tr("week", "周"), As::Bars),
            (tr("all", "合计"), As::Number),
            (tr("money", "款项"), As::Number),
            (tr("contact", "联系"), As::Number),
            (tr("credit", "信用"), As::Number),
        ];
        html! {
            (legend(&[("a3", tr("money", "款项")), ("now", tr("contact", "联系")), ("a1", tr("credit", "信用"))]))
            (table(&heads, &rows))
        }
    };
    section("weeks", false, tr("Due by week", "按周到期事项"), &command, &body)
}

fn called(week: &WeekRow) -> String {
    let short = |day: crate::model::Date| day.to_string().chars().skip(5).collect::<String>();
    match week.since {
        None => tr("overdue", "逾期").to_owned(),
        Some(since) => format!("{} – {}", short(since), short(week.until)),
    }
}

/// Visits: planned, made, with what effect.
pub fn visits(figures: &Figures) -> Markup {
    let row = &figures.row;
    let of = &row.visits;
    let facts = [
        (tr("planned", "已安排"), of.planned),
        (tr("made", "本期已访"), of.made),
        (tr("with effect", "有实效"), of.effective),
        (tr("without effect", "无实效"), of.fruitless),
        (tr("not said", "未写实效"), of.unsaid),
        (tr("left the plan", "移出计划"), of.dropped),
    ];
    let rows: Vec<Vec<Markup>> = row
        .next_visits
        .iter()
        .map(|visit| {
            vec![
                word(visit.date.map(|date| date.to_string()).unwrap_or_default()),
                name(&visit.name),
                name(visit.by.as_deref().unwrap_or_default()),
                name(visit.purpose.as_deref().unwrap_or_default()),
            ]
        })
        .collect();
    let heads = [
        (tr("next visit", "下次访问"), As::Word),
        (tr("customer", "客户"), As::Word),
        (tr("by", "拜访人"), As::Word),
        (tr("purpose", "目的"), As::SpareWord),
    ];
    let body = html! {
        dl.facts { @for (label, count) in facts { div { dt { (label) } dd { (count) } } } }
        @if rows.is_empty() { (none(tr("No visit is planned.", "没有安排访问。"))) } @else { (table(&heads, &rows)) }
    };
    let command = format!("kehu plan{}", since(figures));
    section("visits", false, tr("Visits (第13条 1)", "访问（第13条 1）"), &command, &body)
}

/// How well the cards are kept.
pub fn quality(figures: &Figures) -> Markup {
    let of = &figures.row.quality;
    let sum = |severity: Severity| -> usize {
        of.findings.iter().filter(|row| row.severity == severity).map(|row| row.count).sum()
    };
    let facts = [
        (tr("cards", "卡片"), of.cards),
        (tr("complete", "资料齐全"), of.complete),
        (tr("errors", "错误"), sum(Severity::Error)),
        (tr("warnings", "警告"), sum(Severity::Warning)),
        (tr("notes", "提示"), sum(Severity::Info)),
        (tr("not graded", "未评级"), of.ungraded),
        (tr("provisional", "暂定等级"), of.provisional),
    ];
    let largest = Decimal::from(of.findings.iter().map(|row| row.count).max().unwrap_or(0));
    let rows: Vec<Vec<Markup>> = of
        .findings
        .iter()
        .map(|row| {
            let class = if row.severity == Severity::Error { "a3" } else { "now" };
            vec![
                barred(&word(&row.what), &chart::bar(&[(class, Decimal::from(row.count))], largest)),
                word(row.severity.to_string()),
                html! { code { "kehu lint --explain " (row.code) } },
                word(row.count.to_string()),
            ]
        })
        .collect();
    let heads = [
        (tr("finding", "问题"), As::Bars),
        (tr("severity", "程度"), As::Word),
        (tr("explained by", "说明"), As::SpareWord),
        (tr("count", "次数"), As::Number),
    ];
    let body = html! {
        dl.facts { @for (label, count) in facts { div { dt { (label) } dd { (count) } } } }
        @if rows.is_empty() {
            (none(tr("Nothing is wrong with the cards.", "卡片没有问题。")))
        } @else if rows.len() > SHOWN {
            @let (first, rest) = rows.split_at_checked(SHOWN).unwrap_or((&rows, &[]));
            (table(&heads, first))
            (more(&tr!("{} more kinds", "其余 {} 类", rest.len()), &table(&heads, rest)))
        } @else { (table(&heads, &rows)) }
    };
    section("quality", true, tr("Data quality", "资料质量"), "kehu lint", &body)
}

/// Kinds of findings that are shown at once.
const SHOWN: usize = 8;
