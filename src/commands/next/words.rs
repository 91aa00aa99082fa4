//! What a step needs, in words, and the command to type.

use crate::lang::tr;
use crate::model::choice::DealStep;
use crate::model::name::shell_word;
use crate::rules::due::Money;
use crate::rules::next::{Need, Next};
use crate::tr;
use crate::views::money;

/// A need in words.
pub fn words(need: &Need) -> String {
    match need {
        Need::Resume(state) => {
            tr!("trading is stopped ({state}): resume it first (第14条)", "{state}，须先恢复交易（第14条）")
        }
        Need::Contact => tr("a first contact", "首次联系").to_owned(),
        Need::Answer(asked) => tr!("an answer to the inquiry of {asked}", "回复 {asked} 的询盘"),
        Need::Offer => tr("a quote: none is open", "报价（目前没有待回复的报价）").to_owned(),
        Need::Reply(number, valid) => reply(number, valid.map(|day| day.to_string())),
        Need::Feedback(product) => tr!("feedback on the sample \"{product}\"", "样品“{product}”的反馈"),
        Need::TradingCard => tr("the exchanged trading card (第13条 2)", "交换客户交易卡（第13条 2）").to_owned(),
        Need::Promotion => tr("to be made a customer (第13条 2)", "转为正式客户（第13条 2）").to_owned(),
        Need::Order => tr("the order, confirmed by both sides", "双方确认的合同或形式发票").to_owned(),
        Need::AfterSales => tr("to ask how the goods arrived", "回访到货情况").to_owned(),
        Need::Complaint(date) => tr!("the complaint of {date} settled", "了结 {date} 的投诉"),
        Need::Reorder(Some(due)) => tr!("the next order, expected by {due}", "下一张订单，预计 {due} 前"),
        Need::Reorder(None) => tr("the next order", "下一张订单").to_owned(),
        need => of_credit(need).unwrap_or_else(|| of_order(need)),
    }
}

fn reply(number: &str, valid: Option<String>) -> String {
    match valid {
        Some(day) => {
            tr!("the answer to quote {number}, valid until {day}", "客户对报价 {number} 的答复，有效期至 {day}")
        }
        None => tr!("the answer to quote {number}", "客户对报价 {number} 的答复"),
    }
}

fn of_credit(need: &Need) -> Option<String> {
    Some(match need {
        Need::Investigation(Some(due)) => {
            tr!("a credit investigation, due since {due} (第11条)", "信用调查，{due} 到期（第11条）")
        }
        Need::Investigation(None) => {
            tr("a credit investigation: there was none yet (第11条)", "信用调查：尚未做过（第11条）").to_owned()
        }
        Need::Grade => tr("a grade (第5条)", "评定等级（第5条）").to_owned(),
        Need::BetterGrade(grade) => {
            tr!("grade {grade} buys for cash, not on credit (第6条)", "{grade}只能现款，不能赊销（第6条）")
        }
        Need::Limit => tr("a credit limit in force (第6条)", "有效的信用额度（第6条）").to_owned(),
        _ => return None,
    })
}

fn of_order(need: &Need) -> String {
    let by = |day: &Option<crate::model::Date>| {
        day.map(|day| tr!(", wanted by {day}", "，要求 {day} 前")).unwrap_or_default()
    };
    match need {
        Need::Deposit(open) => tr!("the deposit: {} awaited", "定金：{} 未到", in_money(open)),
        Need::Release => tr("the order released: it is on hold", "解除暂缓").to_owned(),
        Need::Start(required) => tr!("production to begin{}", "安排生产{}", by(required)),
        Need::Finish(required) => tr!("the goods finished and ready{}", "完工备货{}", by(required)),
        Need::Balance(open) => tr!("before shipment: {} to come in", "发货前须收 {}", in_money(open)),
        Need::Goods(left) => tr!("goods worth {} to leave", "待出运 {}", in_money(left)),
        Need::Payment(open, due) => tr!("payment of {}, due {due}", "收款 {}，{due} 到期", in_money(open)),
        Need::Dispute(open) => tr!("the dispute settled: {} is open", "解决争议：{} 未收", in_money(open)),
        _ => String::new(),
    }
}

fn in_money((currency, amount): &Money) -> String {
    money(currency, *amount)
}

/// The command that takes the next step.
pub fn command(next: &Next, path: &str) -> String {
    let path = shell_word(path);
    let number = next.paper.as_deref().map(shell_word).unwrap_or_default();
    let with = |before: &str| if number.is_empty() { String::new() } else { format!(" {before}{number}") };
    let line = match next.step {
        None => format!("kehu resume {path}"),
        Some(DealStep::Inquiry) => format!("kehu log {path} --kind email …"),
        Some(DealStep::Quote) if next.paper.is_some() => format!("kehu quote {path}{} --outcome …", with("")),
        Some(DealStep::Quote | DealStep::Reorder) => format!("kehu quote {path} …"),
        Some(DealStep::Sample) => format!("kehu sample {path} --feedback …"),
        Some(DealStep::TradingCard) if next.needs.contains(&Need::Promotion) => format!("kehu promote {path}"),
        Some(DealStep::TradingCard) => format!("kehu set {path} start.trading_card=…"),
        Some(DealStep::Investigation) => format!("kehu investigate {path}"),
        Some(DealStep::Grade) => format!("kehu grade --explain {path}"),
        Some(DealStep::Limit) => format!("kehu credit set {path}"),
        Some(DealStep::Order) => format!("kehu order {path} …{}", with("--quote ")),
        Some(DealStep::Deposit | DealStep::Payment) => format!("kehu pay {path} …{}", with("--order ")),
        Some(DealStep::Production) => production(next, &path),
        Some(DealStep::Shipment) => format!("kehu ship {path}{}", with("")),
        Some(DealStep::AfterSales) => format!("kehu log {path} --kind call …"),
    };
    line.trim_end().to_owned()
}

/// In production an order is only waited for, until it ships.
fn production(next: &Next, path: &str) -> String {
    let number = next.paper.as_deref().unwrap_or_default();
    if next.needs.iter().any(|need| matches!(need, Need::Finish(_))) || number.is_empty() {
        return format!("kehu ship {path} {}", shell_word(number));
    }
    format!("kehu set {path} {}", shell_word(&format!("order.{number}.status=production")))
}
