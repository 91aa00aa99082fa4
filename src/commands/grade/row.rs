//! One customer of the grading table.

use rust_decimal::Decimal;

use super::super::found::Who;
use super::super::owed::too_much;
use super::{Graded, reasons};
use crate::error::Result;
use crate::lang::{counted, tr};
use crate::model::Number;
use crate::model::choice::{Grade, Grouping};
use crate::row;
use crate::rules::money::Basis;
use crate::rules::money::exact::sum;
use crate::tr;
use crate::views::table::Shown;
use crate::views::{Column, Format, Style, Text, amount, money, per_cent};

row! {
    /// What a customer's grade should be.
    pub struct GradeRow("grading", "评级") of Who {
        orders: usize = "orders" "订单数";
        sales: Number = "sales" "销售额", article("第5条");
        currency: String = "currency" "币种", about("Of the sales: the book's base currency", "销售额的币种（本位币）");
        share: Option<Number> = "share" "占比", about("Of all sales; null where nothing was sold", "占全部销售额的比例；无销售时为 null");
        cumulative_before: Option<Number> = "cumulative share before" "此前累计", about("Of all customers that sold more", "销售额更大的客户合计占比");
        cumulative_after: Option<Number> = "cumulative share" "累计占比";
        band: Grade = "band" "销售档", article("第5条");
        ceiling: Grade = "ceiling" "等级上限", article("第5条"), about("What is unknown taken for the best", "未知的按最好计");
        proposal: Grade = "proposal" "建议等级", article("第5条");
        provisional: bool = "provisional" "暂定", about("Something unknown could still lower it", "缺少的资料可能使其降低");
        missing: Vec<String> = "missing facts" "缺少资料", about("Paths in the card", "卡片字段路径");
        reasons: Vec<String> = "reasons" "理由", about("For people, in the language of the run", "供人阅读，语言随运行环境");
    }
}

/// The row of a customer.
pub fn row(graded: &Graded, basis: &Basis<'_>) -> GradeRow {
    let (standing, entry, proposal) = (&graded.standing, &graded.entry, graded.proposal());
    let share = |part: Decimal| standing.share(part).map(Number::from);
    GradeRow {
        of: graded.of.clone(),
        orders: entry.orders,
        sales: entry.sales.into(),
        currency: basis.rates.base().to_owned(),
        share: share(entry.sales),
        cumulative_before: share(standing.before),
        cumulative_after: share(standing.after),
        band: standing.band,
        ceiling: entry.ceiling.best(),
        proposal: proposal.grade,
        provisional: proposal.provisional,
        missing: proposal.missing.iter().map(|fact| fact.path().to_owned()).collect(),
        reasons: reasons::reasons(graded, &proposal, basis),
    }
}

/// What a row belongs to.
pub fn group(row: &GradeRow, by: Grouping) -> String {
    match by {
        Grouping::Country => row.of.country_shown().text,
        _ => row.of.owner.clone().unwrap_or_else(|| tr("nobody", "（无负责人）").to_owned()),
    }
}

/// The group that sold most first; within one the customers as they were.
pub fn sort_by_group(rows: &mut [GradeRow], by: Grouping) {
    let mut sold: std::collections::HashMap<String, Decimal> = std::collections::HashMap::new();
    for row in rows.iter() {
        let sum = sold.entry(group(row, by)).or_default();
        *sum = sum.saturating_add(*row.sales);
    }
    rows.sort_by_cached_key(|row| {
        let group = group(row, by);
        (-sold.get(&group).copied().unwrap_or_default(), group)
    });
}

/// What stands above a group: how many customers, what they bought, which part of all that is.
///
/// # Errors
/// The sum has too many digits.
pub fn heading(rows: &[GradeRow], by: Grouping, base: &str, format: Format) -> Result<Text> {
    let Some(first) = rows.first() else { return Ok(Text::new()) };
    let sales = money(base, sum(rows.iter().map(|row| *row.sales)).map_err(too_much)?);
    let share: Decimal = rows.iter().filter_map(|row| row.share).map(|share| *share).sum();
    let (name, count, share) = (group(first, by), rows.len(), per_cent(share));
    let customers = counted(count, "customer", "customers");
    let rest = tr!(": {customers}, {sales}, {share}", "：{count} 个客户，{sales}，占 {share}");
    Ok(match format {
        Format::Md => Text::plain(format!("### {name}{rest}\n\n")),
        _ => Text::new().and(Style::Strong, name).and(Style::Plain, rest).line(),
    })
}

/// The columns of the table; what customers are taken together by stands above them.
pub fn columns(by: Option<Grouping>) -> Vec<Column<GradeRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&GradeRow) -> Shown| Column { title, right, spare, elastic, show };
    let mut columns = vec![column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into())];
    if by != Some(Grouping::Country) {
        columns.push(column(tr("country", "国家"), false, 5, false, |row| row.of.country_shown()));
    }
    if by != Some(Grouping::Owner) {
        columns.push(column(tr("owner", "负责人"), false, 4, false, |row| row.of.owner_shown()));
    }
    columns.extend([
        column(tr("orders", "订单"), true, 6, false, |row| row.orders.to_string().into()),
        column(tr("sales", "销售额"), true, 1, false, |row| amount(*row.sales).into()),
        column(tr("share", "占比"), true, 3, false, |row| shown(row.share)),
        column(tr("cumulative", "累计"), true, 2, false, |row| shown(row.cumulative_after)),
        column(tr("band", "销售档"), false, 1, false, |row| letter(row.band)),
        column(tr("ceiling", "上限"), false, 1, false, |row| letter(row.ceiling)),
        column(tr("proposal", "建议"), false, 0, false, proposal),
        column(tr("in force", "核定"), false, 0, false, |row| row.of.grade_shown()),
        column(tr("missing", "缺少"), false, 7, true, |row| reasons::named(&row.missing).into()),
    ]);
    columns
}

fn shown(share: Option<Number>) -> Shown {
    share.map(|share| per_cent(*share)).unwrap_or_default().into()
}

fn letter(grade: Grade) -> Shown {
    crate::model::Choose::key(grade).into()
}

/// The proposal, with ? where it is provisional; a difference from the grade in force catches the eye.
fn proposal(row: &GradeRow) -> Shown {
    let letter = crate::model::Choose::key(row.proposal);
    let text = if row.provisional { format!("{letter}?") } else { letter.to_owned() };
    let style = match row.of.grade {
        Some(grade) if grade != row.proposal => Style::Warn,
        _ => Style::Plain,
    };
    Shown { text, style }
}
