//! What is due, in words.

use crate::commands::request::article;
use crate::lang::{counted, tr};
use crate::model::choice::{AlertKind, AlertState, PaymentMethod, RequestKind, Role};
use crate::model::money::full;
use crate::rules::due::{About, Item, Money};
use crate::store::Customer;
use crate::tr;

/// Where the amount of an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// In the sentence, which stands alone.
    Within,
    /// In a column of its own beside the sentence.
    Beside,
}

/// An item in a sentence.
pub fn words(item: &Item, customer: &Customer, amount: Amount) -> String {
    match &item.about {
        About::Inquiry(text) | About::Visit(text) => one_line(text),
        About::Next(kind, text) => match kind {
            Some(kind) => tr!("{kind}: {}", "{kind}：{}", one_line(text)),
            None => one_line(text),
        },
        About::Quote(number, valid) => {
            let number = or(number, tr("without a number", "（无单号）"));
            match valid {
                Some(end) => tr!("quote {number}, valid until {end}", "报价 {number}，有效期至 {end}"),
                None => tr!("quote {number}", "报价 {number}"),
            }
        }
        About::Sample(product, received) => {
            let product = or(product, tr("without a name", "（未写品名）"));
            if *received {
                tr!("feedback on the sample \"{product}\"", "样品“{product}”已签收，待反馈")
            } else {
                tr!("has the sample \"{product}\" arrived?", "样品“{product}”是否收到？")
            }
        }
        About::Quiet(Some(days)) => {
            let quiet = counted(*days, "day", "days");
            tr!("no contact for {quiet}", "{days} 天未联系")
        }
        About::Quiet(None) => match customer.card.created {
            Some(created) => tr!("never contacted since the card was made on {created}", "{created} 建卡后从未联系"),
            None => tr("never contacted", "从未联系").to_owned(),
        },
        About::Review(grade, months) => {
            let grade = grade.map_or_else(|| tr("ungraded", "未评级").to_owned(), |grade| grade.to_string());
            match months {
                1 => tr!("credit investigation, {grade}, every month (第11条)", "信用调查，{grade}每月一次（第11条）"),
                _ => tr!(
                    "credit investigation, {grade}, every {months} months (第11条)",
                    "信用调查，{grade}每 {months} 个月一次（第11条）"
                ),
            }
        }
        About::Request { id, kind, waits } => of_request(id, *kind, *waits),
        About::Complaint(text) => or(text, tr("not said what about", "（未写内容）")),
        About::Alert { .. } | About::Notice(_) => of_alert(&item.about),
        About::Report(completed) => tr!(
            "investigation completed on {completed}: report to the sales manager (第11条)",
            "{completed} 完成信用调查，报告待交销售经理（第11条）"
        ),
        about => of_money(about, amount),
    }
}

/// A request in a sentence: who decides next, or that the owner is to know of it.
fn of_request(id: &str, kind: Option<RequestKind>, waits: Option<Role>) -> String {
    let article = article(kind);
    let kind = kind.map(|kind| kind.to_string()).unwrap_or_default();
    match waits {
        Some(role) => {
            tr!("{id}, {kind}: to be decided by {role} ({article})", "{id}（{kind}）：待{role}审批（{article}）")
        }
        None => tr!(
            "{id}, {kind}: approved; the owner takes note with kehu request approve {id} ({article})",
            "{id}（{kind}）：已批准，请负责人知悉：kehu request approve {id}（{article}）"
        ),
    }
}

/// An urgent report in a sentence: what happened, and what is awaited of whom.
fn of_alert(about: &About) -> String {
    match about {
        About::Alert { kind, summary, state, reported_to, ordered } => {
            let kind = kind.unwrap_or(AlertKind::Other);
            let (summary, ordered) = (one_line(summary), one_line(ordered));
            let superior = reported_to.as_deref().map_or_else(|| tr("the superior", "上级").to_owned(), one_line);
            match state {
                AlertState::Reported => tr!(
                    "{kind}: {summary}; the directive of {superior} is awaited (第11条)",
                    "{kind}：{summary}；待 {superior} 批示（第11条）"
                ),
                AlertState::Directed => tr!(
                    "{kind}: {summary}; to be done as directed: {ordered}",
                    "{kind}：{summary}；已批示，待落实：{ordered}"
                ),
                AlertState::Acted | AlertState::Closed => {
                    tr!("{kind}: {summary}; acted on, to be closed", "{kind}：{summary}；已采取对策，待结案")
                }
            }
        }
        About::Notice(since) => tr!(
            "halted since {since}; the customer is to be told, with proof (第14条)",
            "自 {since} 中止交易，尚未正式通知客户并留凭证（第14条）"
        ),
        _ => String::new(),
    }
}

/// An item about money in a sentence.
fn of_money(about: &About, amount: Amount) -> String {
    match about {
        About::Payment { order, shipped, method, .. } if amount == Amount::Beside => {
            let order = numbered(order);
            tr!("{order}: shipped {shipped}, {method}", "{order}：{shipped} 出运（{method}）")
        }
        About::Deposit(order, _, method) if amount == Amount::Beside => {
            let order = numbered(order);
            match method {
                PaymentMethod::Advance => tr!("{order}: payment in advance awaited", "{order}：全款未到"),
                _ => tr!("{order}: awaited", "{order}：未到"),
            }
        }
        About::Payment { order, open, shipped, method } => {
            let (order, open) = (numbered(order), in_money(open));
            tr!(
                "{order}: {open} for the shipment of {shipped}, {method}",
                "{order}：{shipped} 出运，欠 {open}（{method}）"
            )
        }
        About::Deposit(order, open, method) => {
            let (order, open) = (numbered(order), in_money(open));
            match method {
                PaymentMethod::Advance => {
                    tr!("{order}: payment in advance of {open} awaited", "{order}：全款 {open} 未到")
                }
                _ => tr!("{order}: deposit of {open} awaited", "{order}：定金 {open} 未到"),
            }
        }
        About::Limit(_, until) if amount == Amount::Beside => tr!("limit until {until}", "额度有效期至 {until}"),
        About::Limit((currency, limit), until) => {
            let limit = full(currency, *limit);
            tr!("limit of {limit} until {until}", "额度 {limit}，有效期至 {until}")
        }
        About::Reorder(last, cycle) => {
            let often = counted(*cycle, "day", "days");
            tr!("buys every {often}, last on {last}", "约 {cycle} 天进货一次，上次 {last}")
        }
        About::Bill { deferred, order, amount: open, dunned: last } => {
            let open = open.as_ref().filter(|_| amount == Amount::Within).map(in_money).unwrap_or_default();
            let what = [order.as_deref().map(one_line).unwrap_or_default(), open];
            let bill = match deferred {
                true => tr("payment deferred", "延期支付"),
                false => tr("bill not honoured", "拒付"),
            };
            let what = std::iter::once(bill.to_owned()).chain(what).filter(|part| !part.is_empty());
            let what = what.collect::<Vec<_>>().join(" ");
            match last {
                Some(last) => {
                    tr!("{what}, last dunned on {last} (第14条)", "{what}，上次催款 {last}（第14条）")
                }
                None => tr!("{what}, not dunned yet (第14条)", "{what}，尚未催款（第14条）"),
            }
        }
        _ => String::new(),
    }
}

/// What waits at the book itself, in a sentence.
pub fn of_book(item: &Item) -> String {
    match &item.about {
        About::GradeCheck(Some(last), months) => tr!(
            "finance checks the grades every {months} months, last on {last} (第8条)",
            "财务每 {months} 个月核查等级，上次 {last}（第8条）"
        ),
        About::GradeCheck(None, months) => tr!(
            "finance checks the grades every {months} months, none noted yet (第8条)",
            "财务每 {months} 个月核查等级，尚无记录（第8条）"
        ),
        About::Backup(Some(last)) => {
            tr!("copy the book, last on {last}: kehu backup", "备份账套，上次 {last}：kehu backup")
        }
        About::Backup(None) => {
            tr("copy the book, no copy is found yet: kehu backup", "备份账套，还没有备份：kehu backup").to_owned()
        }
        _ => String::new(),
    }
}

fn in_money((currency, amount): &Money) -> String {
    full(currency, *amount)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An order by its number.
fn numbered(number: &str) -> String {
    or(number, tr("an order without a number", "（无单号）"))
}

/// A text in one line, or what stands for it where it is empty.
fn or(text: &str, empty: &str) -> String {
    let line = one_line(text);
    if line.is_empty() { empty.to_owned() } else { line }
}
