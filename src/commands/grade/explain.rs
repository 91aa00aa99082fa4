//! The arithmetic of one customer's grade, line by line.

use super::super::counted::error;
use super::super::found::Who;
use super::Graded;
use super::reasons::{band, label, letter, mean, of_limit, value};
use super::row::{GradeRow, row};
use crate::cli::Context;
use crate::error::{Error, Result};
use crate::lang::{counted, tr};
use crate::model::choice::StageKind;
use crate::model::name::shell_word;
use crate::model::{Date, Number};
use crate::row;
use crate::rules::conduct::Settled;
use crate::rules::grade::{Fact, Period, edges};
use crate::rules::money::Basis;
use crate::rules::money::exact::{mul, rounded};
use crate::rules::money::sales::Sale;
use crate::rules::review;
use crate::store::{Book, Location};
use crate::tr;
use crate::views::emit::json_value;
use crate::views::table::{Head, Shown, render};
use crate::views::{Format, Style, Text, amount, money, per_cent};

row! {
    /// One order as it counts in sales.
    pub struct SaleRow("sale", "销售") {
        date: Date = "date" "日期";
        order: Option<String> = "order" "订单号";
        amount: Number = "amount" "金额", about("Below zero for a credit note", "贷项为负数");
        currency: String = "currency" "币种";
        rate: Number = "rate" "汇率", about("On the order's date", "订单日期的汇率");
        base: Number = "in base currency" "本位币";
    }
}

row! {
    /// A shipment that was settled.
    pub struct SettledRow("settled shipment", "结清的出运") {
        order: String = "order" "订单号";
        shipped: Date = "shipped" "出运日期";
        due: Date = "due" "应收日期";
        settled: Date = "settled" "结清日期";
        days_late: i64 = "days late" "迟付天数";
    }
}

row! {
    /// One customer's grade, explained.
    pub struct ExplainedRow("grading, explained", "评级说明") of GradeRow {
        rank: usize = "rank" "名次", about("Among all customers, by sales", "按销售额在全部客户中的名次");
        customers: usize = "customers" "客户数";
        total: Number = "total sales" "全部销售额";
        before: Number = "sales of those before" "此前合计";
        sold: Vec<SaleRow> = "sales, order by order" "逐单销售额";
        settled: Vec<SettledRow> = "shipments settled" "结清的出运", about("In the last twelve months", "近十二个月");
        dishonoured: Option<Date> = "bill not honoured" "拒付";
        investigated: bool = "investigation in date" "调查有效";
    }
}

/// A customer that is in no grading.
pub fn not_graded(location: &Location, troubled: bool) -> Error {
    let path = shell_word(&location.path);
    if location.kind == StageKind::Prospect {
        return Error::new(tr!(
            "{} is a prospect; only customers are graded",
            "{} 是潜在客户，只有国外客户才评级",
            location.path
        ))
        .next(tr("its folder moves to a customer stage when trading begins", "开始交易后请把文件夹移到国外客户之下"));
    }
    let error = Error::new(tr!("{} could not be graded", "无法评级：{}", location.path));
    if troubled {
        error.next(tr("mend what is told above", "请先改正上面列出的问题"))
    } else {
        error.next(tr!("check the card: kehu lint {path}", "请检查卡片：kehu lint {path}"))
    }
}

/// Tells the arithmetic.
///
/// # Errors
/// The card cannot be read any more, or the output cannot be written.
#[expect(clippy::too_many_arguments, reason = "the one place where all that went into a grade comes together")]
pub fn explain(
    graded: &Graded,
    customers: usize,
    location: &Location,
    book: &Book,
    basis: &Basis<'_>,
    period: Period,
    format: Format,
    context: &mut Context<'_>,
) -> Result<()> {
    let card = book.read(location)?.card()?;
    let sold = period.sales(&card, basis).map_err(|problem| error(location, &problem, book))?;
    if format == Format::Json || format == Format::Jsonl {
        let row = explained(graded, customers, &sold, basis);
        let value = serde_json::to_value(&row).map_err(|error| Error::new(error.to_string()))?;
        return json_value(context.shell, &value);
    }
    if format != Format::Table {
        return Err(Error::new(tr("--explain is written as table or json", "--explain 只能输出为 table 或 json"))
            .next(tr("leave --format away", "请去掉 --format")));
    }
    let fit = context.shell.width();
    let review = review::review(&card, basis, context.today);
    let page = head(&graded.of, context.today, period)
        .then(sales_part(&sold, graded, customers, basis, fit)?)
        .then(facts_part(graded))
        .then(conduct_part(graded, basis, fit))
        .then(end(graded, basis, review.due));
    context.shell.say(&page)
}

fn explained(graded: &Graded, customers: usize, sold: &[Sale<'_>], basis: &Basis<'_>) -> ExplainedRow {
    let (standing, conduct) = (&graded.standing, &graded.entry.conduct);
    ExplainedRow {
        of: row(graded, basis),
        rank: graded.rank,
        customers,
        total: standing.total.into(),
        before: standing.before.into(),
        sold: sold.iter().map(sale_row).collect(),
        settled: conduct.settled.iter().map(settled_row).collect(),
        dishonoured: conduct.dishonoured,
        investigated: graded.entry.ceiling.investigated,
    }
}

fn sale_row(sale: &Sale<'_>) -> SaleRow {
    SaleRow {
        date: sale.date,
        order: sale.order.number.clone(),
        amount: sale.amount.into(),
        currency: sale.currency.clone(),
        rate: sale.rate.into(),
        base: sale.base.into(),
    }
}

fn settled_row(settled: &Settled) -> SettledRow {
    SettledRow {
        order: settled.order.clone(),
        shipped: settled.shipped,
        due: settled.due,
        settled: settled.settled,
        days_late: settled.late(),
    }
}

fn head(who: &Who, day: Date, period: Period) -> Text {
    let text = Text::new().and(Style::Strong, who.called()).and(Style::Faint, format!("  {}", who.path)).line();
    let span = match period.since {
        Some(since) => tr!("sales from {since} to {}", "销售额 {since} 至 {}", period.until),
        None => tr!("sales up to {}", "销售额截至 {}", period.until),
    };
    text.and(Style::Faint, tr!("grade as of {day}, {span}", "{day} 评级依据，{span}")).line()
}

fn section(title: &str) -> Text {
    Text::new().line().and(Style::Strong, title).line()
}

/// Titles, whether numbers stand below them, and how soon they go on a narrow terminal.
fn heads(titles: &[(&str, bool, u8)]) -> Vec<Head> {
    titles
        .iter()
        .map(|(title, right, spare)| Head { title: (*title).to_owned(), right: *right, spare: *spare, elastic: !right })
        .collect()
}

/// Order by order, then the sum among all.
fn sales_part(
    sold: &[Sale<'_>],
    graded: &Graded,
    customers: usize,
    basis: &Basis<'_>,
    fit: Option<usize>,
) -> Result<Text> {
    let base = basis.rates.base();
    let mut text = section(tr("Sales (第5条)", "销售额（第5条）"));
    if !sold.is_empty() {
        let heads = heads(&[
            (tr("date", "日期"), false, 2),
            (tr("order", "订单号"), false, 0),
            (tr("amount", "金额"), true, 0),
            (tr("rate", "汇率"), true, 3),
            (base, true, 0),
        ]);
        let rows: Vec<Vec<Shown>> = sold
            .iter()
            .map(|sale| {
                let number = sale.order.number.clone().unwrap_or_default();
                let cells = [
                    sale.date.to_string(),
                    number,
                    money(&sale.currency, sale.amount),
                    sale.rate.to_string(),
                    amount(sale.base),
                ];
                cells.map(Shown::from).to_vec()
            })
            .collect();
        text = text.then(render(&heads, &rows, fit));
    }
    let (entry, standing) = (&graded.entry, &graded.standing);
    let (count, sales) = (entry.orders, money(base, entry.sales));
    let orders = counted(count, "order", "orders");
    text = text.and(Style::Plain, tr!("together: {sales} in {orders}", "合计：{count} 单，{sales}")).line();
    let (all, count) = (money(base, standing.total), counted(customers, "customer", "customers"));
    text = text.and(Style::Plain, tr!("of all {count}: {all}", "全部 {customers} 个客户：{all}")).line();
    Ok(text.then(place(graded, base, basis)?).and(Style::Strong, band(graded)).line())
}

/// Where the customer stands among all, and the edge of its band.
fn place(graded: &Graded, base: &str, basis: &Basis<'_>) -> Result<Text> {
    let (entry, standing) = (&graded.entry, &graded.standing);
    let percent_of = |part| standing.share(part).map(per_cent).unwrap_or_default();
    let (own, before, after) = (percent_of(entry.sales), percent_of(standing.before), percent_of(standing.after));
    let sum = money(base, rounded(standing.before, basis.rates.base_unit()));
    let mut text = Text::plain(tr!(
        "own share {own}; those before hold {sum} = {before}, with this one {after}",
        "本客户占 {own}；此前合计 {sum}，占 {before}；含本客户 {after}"
    ))
    .line();
    let too_much = super::super::owed::too_much;
    let edges: Result<Vec<String>> = edges(basis.policy)
        .map_err(too_much)?
        .iter()
        .map(|(grade, edge)| {
            let amount = amount(rounded(mul(standing.total, *edge).map_err(too_much)?, basis.rates.base_unit()));
            Ok(format!("{} < {} = {amount}", letter(*grade), per_cent(*edge)))
        })
        .collect();
    text = text.and(Style::Plain, tr!("edges: {}", "档界：{}", edges?.join(tr(", ", "，")))).line();
    Ok(text)
}

fn facts_part(graded: &Graded) -> Text {
    let facts = [Fact::Size, Fact::Reputation, Fact::Capital, Fact::Investigation];
    let facts = facts.map(|fact| tr!("{}: {}", "{}：{}", label(fact), value(fact, graded)));
    section(tr("Standing (第5条)", "其他信息（第5条）")).and(Style::Plain, facts.join(tr(", ", "，"))).line()
}

fn conduct_part(graded: &Graded, basis: &Basis<'_>, fit: Option<usize>) -> Text {
    let conduct = &graded.entry.conduct;
    let months = basis.policy.conduct_months;
    let mut text = section(&tr!("Conduct in the last {months} months", "近 {months} 个月的付款表现"));
    if conduct.settled.is_empty() {
        return text.and(Style::Plain, tr("no shipment was settled", "没有结清的出运")).line();
    }
    let heads = heads(&[
        (tr("order", "订单号"), false, 0),
        (tr("shipped", "出运日期"), false, 3),
        (tr("due", "应收日期"), false, 2),
        (tr("settled", "结清日期"), false, 1),
        (tr("days late", "迟付天数"), true, 0),
    ]);
    let rows: Vec<Vec<Shown>> = conduct
        .settled
        .iter()
        .map(|settled| {
            let days = [settled.shipped, settled.due, settled.settled].map(|day| day.to_string());
            let mut cells = vec![Shown::from(settled.order.clone())];
            cells.extend(days.map(Shown::from));
            cells.push(settled.late().to_string().into());
            cells
        })
        .collect();
    text = text.then(render(&heads, &rows, fit));
    let (days, count, mean) = (conduct.days_late(), conduct.settled.len(), mean(conduct));
    let shipments = counted(count, "shipment", "shipments");
    text.and(
        Style::Plain,
        tr!("{days} days ÷ {shipments} = {mean} days late on average", "{days} 天 ÷ {count} 批 = 平均迟付 {mean} 天"),
    )
    .line()
}

/// What holds the grade down, what is missing, and the result.
fn end(graded: &Graded, basis: &Basis<'_>, review: Date) -> Text {
    let ceiling = &graded.entry.ceiling;
    let mut text = section(tr("Result", "结果"));
    for limit in ceiling.limits() {
        text = text.and(Style::Plain, of_limit(limit, graded, basis)).line();
    }
    let proposal = graded.proposal();
    let (band, best, proposed) = (letter(graded.standing.band), letter(ceiling.best()), letter(proposal.grade));
    let in_force = graded.entry.in_force.map_or_else(|| tr("none", "未评级"), letter);
    let mark = if proposal.provisional { "?" } else { "" };
    text = text
        .and(
            Style::Strong,
            tr!(
                "band {band}, ceiling {best}: proposal {proposed}{mark}; in force {in_force}",
                "销售档 {band}，等级上限 {best}：建议等级 {proposed}{mark}；核定等级 {in_force}"
            ),
        )
        .line();
    for fact in &proposal.missing {
        text = text.and(Style::Warn, missing(*fact, review)).line();
    }
    text
}

/// What to do about a fact that is missing.
fn missing(fact: Fact, review: Date) -> String {
    let label = label(fact);
    match fact {
        Fact::Investigation => tr!(
            "provisional: no investigation in date, due since {review} (第11条)",
            "暂定：没有有效的信用调查，{review} 起应调查（第11条）"
        ),
        _ => tr!("provisional: {label} is unknown; fill in {}", "暂定：{label}未知，请填写 {}", fact.path()),
    }
}
