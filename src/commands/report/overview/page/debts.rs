//! Debts: who owes how much since when, and how much is at stake.

use maud::{Markup, html};
use rust_decimal::Decimal;

use super::parts::{As, barred, legend, name, no_rate, none, section, table, word};
use crate::commands::owed::Owed;
use crate::commands::report::overview::figures::{Figures, overdue};
use crate::lang::tr;
use crate::model::Number;
use crate::views::{amount, chart};

/// The parts of a debt by age, with the class of each.
fn ages(owed: &Owed) -> [(&'static str, Decimal); 6] {
    [
        ("a0", *owed.not_due),
        ("a1", *owed.overdue_1_30),
        ("a2", *owed.overdue_31_60),
        ("a3", *owed.overdue_61_90),
        ("a4", *owed.overdue_over_90),
        ("dispute", *owed.disputed),
    ]
}

fn told(number: Number) -> Markup {
    word(if number.is_zero() { String::new() } else { amount(*number) })
}

/// Debts by age, a bar a customer.
pub fn ageing(figures: &Figures) -> Markup {
    let row = &figures.row;
    let body = if !figures.debts_told {
        no_rate("kehu receivables")
    } else if row.debtors.is_empty() {
        none(tr("Nobody owes anything.", "没有应收账款。"))
    } else {
        let largest = row.debtors.iter().map(|row| *row.owed.receivable).max().unwrap_or_default();
        let line = |who: Markup, owed: &Owed| {
            let mut cells = vec![who, word(amount(*owed.receivable)), told(overdue(owed).into())];
            let parts = [
                owed.not_due,
                owed.overdue_1_30,
                owed.overdue_31_60,
                owed.overdue_61_90,
                owed.overdue_over_90,
                owed.disputed,
            ];
            cells.extend(parts.map(told));
            cells
        };
        let mut rows: Vec<Vec<Markup>> = row
            .debtors
            .iter()
            .map(|row| {
                let bar = chart::bar(&ages(&row.owed), largest);
                line(barred(&name(&row.of.called()), &bar), &row.owed)
            })
            .collect();
        if let Some(owed) = &row.owed {
            rows.push(line(html! { b { (tr("all customers", "全部客户")) } }, owed));
        }
        let heads = [
            (tr("customer", "客户"), As::Bars),
            (tr("receivable", "应收账款"), As::Number),
            (tr("overdue", "逾期"), As::Number),
            (tr("not due", "未到期"), As::Roomy),
            (tr("1-30 days", "1–30 天"), As::Roomy),
            (tr("31-60", "31–60 天"), As::Roomy),
            (tr("61-90", "61–90 天"), As::Roomy),
            (tr("over 90", "90 天以上"), As::Roomy),
            (tr("disputed", "有争议"), As::Roomy),
        ];
        html! {
            (legend(&[
                ("a0", tr("not due", "未到期")),
                ("a1", tr("1-30 days overdue", "逾期 1–30 天")),
                ("a2", tr("31-60 days", "31–60 天")),
                ("a3", tr("61-90 days", "61–90 天")),
                ("a4", tr("over 90 days", "90 天以上")),
                ("dispute", tr("disputed", "有争议")),
            ]))
            (table(&heads, &rows))
        }
    };
    section("ageing", true, tr("Receivables by age", "应收账款账龄"), "kehu receivables", &body)
}

/// The largest exposures beside the limits.
pub fn exposures(figures: &Figures) -> Markup {
    let row = &figures.row;
    let body = if !figures.debts_told {
        no_rate("kehu receivables")
    } else if row.exposures.is_empty() {
        none(tr("Nothing is at stake.", "没有信用敞口。"))
    } else {
        let largest = row.exposures.iter().map(|row| *row.owed.exposure).max().unwrap_or_default();
        let rows: Vec<Vec<Markup>> = row
            .exposures
            .iter()
            .map(|row| {
                // what is beyond the limit is seen without its colour, by the minus of the headroom
                let beyond = row.headroom.is_none_or(|headroom| headroom.is_sign_negative() && !headroom.is_zero());
                let class = if beyond { "a3" } else { "now" };
                let headroom =
                    row.headroom.map_or_else(|| tr("no limit", "无额度").to_owned(), |headroom| amount(*headroom));
                vec![
                    barred(&name(&row.of.called()), &chart::bar(&[(class, *row.owed.exposure)], largest)),
                    word(row.of.grade_shown().text),
                    word(amount(*row.owed.exposure)),
                    html! { span class=[beyond.then_some("down")] { (headroom) } },
                ]
            })
            .collect();
        let heads = [
            (tr("customer", "客户"), As::Bars),
            (tr("grade", "等级"), As::SpareWord),
            (tr("exposure", "信用敞口"), As::Number),
            (tr("headroom", "可用额度"), As::Number),
        ];
        html! {
            (legend(&[("now", tr("within the limit", "额度以内")), ("a3", tr("beyond it, or without one", "超出额度或无额度"))]))
            (table(&heads, &rows))
        }
    };
    section("exposures", false, tr("Largest exposures", "最大信用敞口"), "kehu receivables --format json", &body)
}
