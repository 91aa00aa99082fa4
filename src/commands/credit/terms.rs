//! What a customer may be offered (第6条): said when a price is quoted, while there is still something to negotiate.

use rust_decimal::Decimal;

use crate::lang::tr;
use crate::model::choice::{Grade, State};
use crate::model::money::{full, percent};
use crate::model::{Choose, Policy};
use crate::rules::credit::{Account, Reported};
use crate::tr;

/// The terms that may be offered, in a sentence.
pub fn allowed(account: &Account, policy: &Policy, base: &str) -> String {
    if account.state() != State::Active {
        let state = account.state();
        return tr!("{state}: no order may be taken (第14条)", "{state}：不可接单（第14条）");
    }
    match account.reported {
        Some(Reported::Undirected | Reported::Refused) => {
            return tr("an urgent report is open: no order may be taken (第11条)", "紧急报告未结：不可接单（第11条）")
                .to_owned();
        }
        Some(Reported::CashOnly) => {
            return tr("by directive cash only (第11条)", "按批示仅限现款（第11条）").to_owned();
        }
        None => {}
    }
    if account.overdue == Ok(true) {
        return tr("debts are overdue: cash only (第6条)", "有逾期货款：仅限现款（第6条）").to_owned();
    }
    match account.grade() {
        None | Some(Grade::D) => {
            let least = percent(policy.held_deposit);
            let who = account.grade().map_or_else(|| tr("ungraded", "未评级").to_owned(), |grade| grade.to_string());
            tr!(
                "{who}: cash or payment first; against documents a deposit of {least} at least (第6条 4)",
                "{who}：现款现货或先款后货；凭单付款定金至少 {least}（第6条 4）"
            )
        }
        Some(grade) => graded(account, grade, base),
    }
}

/// What grades A to C may be offered.
fn graded(account: &Account, grade: Grade, base: &str) -> String {
    let article = match grade {
        Grade::A => "第6条 1",
        Grade::B => "第6条 2",
        Grade::C | Grade::D => "第6条 3",
    };
    let letter = grade.key();
    let limit = account.counts().ok().and_then(|counts| counts.limit.as_ref());
    let Some(_) = limit.filter(|limit| limit.counts > Decimal::ZERO) else {
        return tr!("grade {letter} without a limit: cash ({article})", "{letter}级未给额度：现款现货（{article}）");
    };
    let headroom = account.headroom().unwrap_or_default().max(Decimal::ZERO);
    let (headroom, days) = (full(base, headroom), account.term().unwrap_or(0));
    if grade == Grade::C {
        return tr!(
            "grade C: up to {days} days within {headroom}, each order by the sales manager ({article})",
            "C级：赊销至多 {days} 天，可用额度 {headroom}，每单须销售经理审查（{article}）"
        );
    }
    tr!(
        "grade {letter}: open account up to {days} days within {headroom} ({article})",
        "{letter}级：赊销至多 {days} 天，可用额度 {headroom}（{article}）"
    )
}
