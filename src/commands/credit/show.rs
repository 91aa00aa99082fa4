//! `credit show`: a customer's credit whole: grade, limit, caps, exposure, and the purchases that they come from.

use super::look::look;
use crate::cli::{Context, format_of};
use crate::commands::counted::error as counted_error;
use crate::commands::found::Who;
use crate::commands::owed::Owed;
use crate::commands::resolve::given_or_asked;
use crate::error::{Exit, Result};
use crate::lang::{counted, tr};
use crate::model::choice::{DirectiveEffect, Grade, State};
use crate::model::money::{amount, full};
use crate::model::{Choose, Date, Number};
use crate::row;
use crate::rules::alert::strictest;
use crate::rules::credit::{Account, Lack, Reported};
use crate::rules::money::{Basis, Counted, purchases};
use crate::rules::review;
use crate::store::Customer;
use crate::tr;
use crate::views::emit::json_row;
use crate::views::table::{Head, Shown, render};
use crate::views::{Format, Style, Text};

const FORMATS: &[Format] = &[Format::Text, Format::Json];

/// What may be said to `credit show`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

row! {
    /// A purchase that one purchase and one cycle come from.
    pub struct PurchaseRow("purchase", "进货") {
        date: Date = "date" "日期";
        amount: Number = "amount" "金额", about("In base currency", "以本位币计");
        orders: Vec<String> = "orders" "订单号";
    }
}

row! {
    /// A customer's credit.
    pub struct CreditRow("credit", "信用") of Who, owed: Owed {
        state: State = "state" "状态", article("第14条");
        urgent: Option<DirectiveEffect> = "urgent report" "紧急报告", article("第11条 2"), about("What open ones mean for new orders; null where none is open", "未结案的对新订单的效果；没有则为 null");
        limit: Option<Number> = "limit" "信用额度", article("第6条"), about("As granted; null where none is valid", "核定额度；无有效额度为 null");
        limit_currency: Option<String> = "currency of the limit" "额度币种";
        limit_until: Option<Date> = "limit valid until" "额度有效期至";
        limit_counts: Option<Number> = "limit that counts" "生效额度", about("In base currency, up to the cap", "以本位币计，不超过等级上限");
        limit_cap: Number = "cap of the limit" "额度上限", article("第6条");
        term_days: Option<u32> = "term in days" "账期（天）", article("第6条");
        term_counts: u32 = "term that counts" "生效账期（天）";
        term_cap: u32 = "cap of the term" "账期上限（天）", article("第6条");
        clean_reviews: usize = "clean reviews in a row" "连续无异常核查";
        headroom: Option<Number> = "headroom" "可用额度", about("In base currency; null without a limit", "以本位币计；无额度为 null");
        one_purchase: Option<Number> = "one purchase" "一次进货额", article("第6条"), about("In base currency", "以本位币计");
        one_cycle: Option<i64> = "one cycle in days" "进货周期（天）", article("第6条");
        purchases: Vec<PurchaseRow> = "purchases" "进货记录";
        insured_limit: Option<Number> = "insured limit" "保险限额";
        insured_currency: Option<String> = "currency of the insured limit" "保险限额币种";
        insured_until: Option<Date> = "insured until" "保险到期";
        uninsured: Option<Number> = "uninsured exposure" "未投保敞口";
        group_head: Option<String> = "head of the group" "集团总部";
        group_limit: Option<Number> = "limit of the group" "集团额度";
        group_exposure: Option<Number> = "exposure of the group" "集团敞口";
        next_review: Date = "next investigation" "下次调查", article("第11条 1(2)");
    }
}

impl Args {
    /// Shows the credit.
    ///
    /// # Errors
    /// Unknown customer, or money that cannot be told.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let day = context.today;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let customer = Customer::new(book.read(&location)?)?;
        let basis = context.basis(&book);
        let account = look(&location, &customer.card, &book, &basis, day)?;
        let wrong = |problem| counted_error(&location, &problem, &book);
        let row = row(&customer, &account, &basis, day).map_err(wrong)?;
        match self.format {
            Format::Json => json_row(context.shell, &row)?,
            _ => {
                let text = page(&row, &account, customer.called(), context.shell.width());
                context.shell.say(&text)?;
            }
        }
        Ok(Exit::Done)
    }
}

fn row(customer: &Customer, account: &Account, basis: &Basis<'_>, day: Date) -> Counted<CreditRow> {
    let (headroom, counts) = (account.headroom()?, account.counts()?);
    let (limit, cap, insured) = (counts.limit.as_ref(), &counts.cap, counts.insured.as_ref());
    let orders_of = |date: Date| {
        let of_day = customer.card.order.iter().filter(|order| order.date == Some(date));
        of_day.filter_map(|order| order.number.clone()).collect()
    };
    let known: Vec<Date> = purchases(&customer.card, day).collect();
    let rows = cap.habit.purchases.iter().filter(|(date, _)| known.contains(date));
    Ok(CreditRow {
        of: Who::new(customer, basis.settings, day),
        owed: Owed::new(basis.rates.base(), &counts.position),
        state: account.state(),
        urgent: strictest(&customer.card, day),
        limit: limit.map(|limit| limit.amount.into()),
        limit_currency: limit.map(|limit| limit.currency.clone()),
        limit_until: limit.and_then(|limit| limit.until),
        limit_counts: limit.map(|limit| limit.counts.into()),
        limit_cap: cap.limit.into(),
        term_days: account.granted.standing.term_days,
        term_counts: account.term()?,
        term_cap: cap.term,
        clean_reviews: cap.clean,
        headroom: limit.map(|_| headroom.into()),
        one_purchase: cap.habit.one_purchase.map(Number::from),
        one_cycle: cap.habit.one_cycle,
        purchases: rows
            .map(|(date, amount)| PurchaseRow { date: *date, amount: (*amount).into(), orders: orders_of(*date) })
            .collect(),
        insured_limit: insured.map(|insured| insured.amount.into()),
        insured_currency: insured.map(|insured| insured.currency.clone()),
        insured_until: insured.and_then(|insured| insured.until),
        uninsured: insured.map(|insured| insured.uninsured.into()),
        group_head: account.group.as_ref().map(|group| group.head.clone()),
        group_limit: account.group.as_ref().map(|group| group.limit.into()),
        group_exposure: account.group.as_ref().map(|group| group.exposure.into()),
        next_review: review::review(&customer.card, basis, day).due,
    })
}

/// The page: a line a fact, then the purchases.
fn page(row: &CreditRow, account: &Account, called: &str, fit: Option<usize>) -> Text {
    let mut text = Text::new().and(Style::Strong, called).and(Style::Plain, format!("  {}", row.of.path)).line();
    for (label, value, style) in facts(row, account) {
        let line = Text::new().and(Style::Faint, tr!("{label}: ", "{label}：")).and(style, value).line();
        text = text.and(Style::Plain, "  ").then(line);
    }
    if row.purchases.is_empty() {
        return text;
    }
    let count = row.purchases.len();
    let last = counted(count, "purchase", "purchases");
    let title = tr!("The last {last}", "最近 {count} 次进货");
    text = text.line().and(Style::Strong, title).line();
    let head = |title: &str, right, spare| Head { title: title.to_owned(), right, spare, elastic: false };
    let base = row.owed.currency.as_str();
    let heads = [head(tr("date", "日期"), false, 0), head(base, true, 0), head(tr("orders", "订单号"), false, 1)];
    let rows: Vec<Vec<Shown>> = row
        .purchases
        .iter()
        .map(|purchase| {
            let orders = purchase.orders.join(tr(", ", "、"));
            vec![purchase.date.to_string().into(), amount(*purchase.amount).into(), orders.into()]
        })
        .collect();
    text = text.then(render(&heads, &rows, fit));
    text.and(Style::Faint, habit(row)).line()
}

/// One purchase and one cycle, and where they come from.
fn habit(row: &CreditRow) -> String {
    let one = row.one_purchase.map(|one| full(&row.owed.currency, *one)).unwrap_or_default();
    match row.one_cycle {
        Some(days) => tr!(
            "one purchase {one}, one cycle {days} days: the medians of these (第6条)",
            "一次进货额 {one}，进货周期 {days} 天：以上的中位数（第6条）"
        ),
        None => tr!(
            "one purchase {one} (第6条); one purchase makes no cycle yet",
            "一次进货额 {one}（第6条）；仅一次进货，尚无周期"
        ),
    }
}

fn facts(row: &CreditRow, account: &Account) -> Vec<(&'static str, String, Style)> {
    let base = row.owed.currency.as_str();
    let grade = account.grade().map_or_else(|| tr("ungraded", "未评级").to_owned(), |grade| grade.to_string());
    let bad = |yes: bool| if yes { Style::Bad } else { Style::Plain };
    let mut facts = vec![(tr("grade", "核定等级"), grade, Style::Plain)];
    if row.state != State::Active {
        facts.push((tr("state", "状态"), row.state.to_string(), Style::Bad));
    }
    if let Some(reported) = account.reported {
        facts.push((tr("urgent report", "紧急报告"), stands(reported).to_owned(), Style::Bad));
    }
    facts.push((tr("limit", "信用额度"), limit(row, account), Style::Plain));
    facts.push((tr("term", "账期"), term(row), Style::Plain));
    facts.push((tr("exposure", "信用敞口"), exposure(row), Style::Plain));
    if let Some(headroom) = row.headroom {
        facts.push((tr("headroom", "可用额度"), full(base, *headroom), bad(headroom.is_sign_negative())));
    }
    if account.overdue == Ok(true) {
        let of = &row.owed;
        let overdue = *of.overdue_1_30 + *of.overdue_31_60 + *of.overdue_61_90 + *of.overdue_over_90;
        facts.push((tr("overdue", "逾期"), full(base, overdue), Style::Bad));
    }
    if !row.owed.at_risk.is_zero() {
        facts.push((tr("at risk", "押单"), full(base, *row.owed.at_risk), Style::Plain));
    }
    if let (Some(limit), Some(code), Some(open)) = (row.insured_limit, &row.insured_currency, row.uninsured) {
        let (limit, open) = (full(code, *limit), full(base, *open));
        let until = row.insured_until.map(|until| tr!(" until {until}", "，至 {until}")).unwrap_or_default();
        let text = tr!("{limit}{until}; uninsured {open}", "{limit}{until}；未投保敞口 {open}");
        facts.push((tr("insured", "信用保险"), text, Style::Plain));
    }
    if let (Some(head), Some(limit), Some(exposure)) = (&row.group_head, row.group_limit, row.group_exposure) {
        let (limit, exposure) = (full(base, *limit), full(base, *exposure));
        facts.push((
            tr("group", "集团"),
            tr!("{head}: limit {limit}, exposure {exposure}", "{head}：额度 {limit}，敞口 {exposure}"),
            Style::Plain,
        ));
    }
    let late = account.review_late.is_some();
    facts.push((tr("next investigation", "下次调查"), row.next_review.to_string(), bad(late)));
    if let Some((from, lack)) = account.granted.lack {
        facts.push((tr("not in force", "未生效"), lacks(from, lack), Style::Bad));
    }
    facts
}

/// What an urgent report means for new orders (第11条 2).
fn stands(reported: Reported) -> &'static str {
    match reported {
        Reported::Undirected => {
            tr("open, the superior's directive is awaited: no new orders", "未结案，待上级批示：不接新单")
        }
        Reported::Refused => tr("open, as directed: no new orders", "未结案，按批示不接新单"),
        Reported::CashOnly => tr("open, as directed: cash only", "未结案，按批示仅限现款"),
    }
}

/// Why an entry counts for less than it says.
fn lacks(from: Date, lack: Lack) -> String {
    match lack {
        Lack::NoRequest => {
            tr!("the entry of {from} names no request (第8条)", "{from} 的信用条目没有审批单号（第8条）")
        }
        Lack::UnknownRequest => {
            tr!("the entry of {from} names a request that the card lacks", "{from} 的信用条目所列审批单不在卡片中")
        }
        Lack::NotApproved => {
            tr!("the request of the entry of {from} is not approved (第8条)", "{from} 的信用条目未获批准（第8条）")
        }
        Lack::Used => {
            tr!(
                "the request of the entry of {from} took effect before: it is good once (第8条)",
                "{from} 的信用条目所列审批单此前已生效，只能用一次（第8条）"
            )
        }
        Lack::Stopped => {
            tr!(
                "trading was stopped after the request of the entry of {from} was filed; it must be asked anew (第14条)",
                "{from} 的信用条目所列申请提交后又停止了交易，须重新申请（第14条）"
            )
        }
        Lack::Differs => {
            tr!(
                "the entry of {from} differs from what was approved (第8条)",
                "{from} 的信用条目与批准内容不符（第8条）"
            )
        }
    }
}

fn limit(row: &CreditRow, account: &Account) -> String {
    let base = row.owed.currency.as_str();
    let cap = cap(row, account, base);
    let (Some(amount), Some(code)) = (row.limit, &row.limit_currency) else {
        return tr!("none ({cap})", "未给（{cap}）");
    };
    let amount = full(code, *amount);
    let until = row.limit_until.map(|until| tr!(" until {until}", "，有效期至 {until}")).unwrap_or_default();
    let counts = row.limit_counts.map(|counts| full(base, *counts)).unwrap_or_default();
    tr!("{amount}{until}; {counts} of it count ({cap})", "{amount}{until}；生效 {counts}（{cap}）")
}

/// How the cap comes about.
fn cap(row: &CreditRow, account: &Account, base: &str) -> String {
    let cap = full(base, *row.limit_cap);
    match account.grade() {
        Some(Grade::B) => {
            let reviews = counted(row.clean_reviews, "clean review", "clean reviews");
            let count = row.clean_reviews;
            tr!("cap of grade B after {reviews}: {cap}", "B级上限 {cap}，连续 {count} 次核查无异常")
        }
        Some(Grade::D) | None => {
            tr("no credit without grade A, B or C, 第6条 4", "A、B、C级方可给额度，第6条 4").to_owned()
        }
        Some(grade) => {
            let letter = grade.key();
            tr!("cap of grade {letter}: {cap}", "{letter}级上限 {cap}")
        }
    }
}

fn term(row: &CreditRow) -> String {
    let (counts, cap) = (row.term_counts, row.term_cap);
    match row.term_days {
        None | Some(0) => {
            let most = counted(cap, "day", "days");
            tr!("none (cap {most})", "无（上限 {cap} 天）")
        }
        Some(days) if days == counts => {
            let term = counted(days, "day", "days");
            tr!("{term} (cap {cap})", "{days} 天（上限 {cap} 天）")
        }
        Some(days) => {
            let term = counted(days, "day", "days");
            tr!("{term}, of which {counts} count (cap {cap})", "{days} 天，生效 {counts} 天（上限 {cap} 天）")
        }
    }
}

fn exposure(row: &CreditRow) -> String {
    let base = row.owed.currency.as_str();
    let (exposure, receivable) = (full(base, *row.owed.exposure), full(base, *row.owed.receivable));
    let commitment = full(base, *row.owed.commitment);
    tr!(
        "{exposure} (receivable {receivable}, on order {commitment})",
        "{exposure}（应收 {receivable}，在手承诺 {commitment}）"
    )
}
