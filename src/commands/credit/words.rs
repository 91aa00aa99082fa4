//! The rules of the credit check in words that can be read to a customer, each with its article.

use crate::lang::{counted, tr};
use crate::model::choice::{Grade, State};
use crate::model::money::{full, percent};
use crate::rules::credit::{Account, Reported, Rule};
use crate::tr;

/// The key of a rule, as JSON has it.
pub fn key(rule: &Rule) -> &'static str {
    match rule {
        Rule::State(State::Halted) => "halted",
        Rule::State(_) => "suspended",
        Rule::Reported(Reported::Undirected) => "urgent_report_undirected",
        Rule::Reported(_) => "urgent_report",
        Rule::NoCredit(_) => "no_credit",
        Rule::Deposit(_) => "deposit",
        Rule::Usance(_) => "usance",
        Rule::Overdue(_) => "overdue",
        Rule::NoLimit => "no_limit",
        Rule::OverLimit(_) => "over_limit",
        Rule::OverGroupLimit(_) => "over_group_limit",
        Rule::OverTerm(_) => "over_term",
        Rule::GradeC => "grade_c",
        Rule::ReviewLate(_) => "review_late",
        Rule::Reputation(_) => "reputation",
        Rule::Draft => "policy_draft",
    }
}

/// The article that the rule comes from; empty where it is ours alone.
pub fn article(rule: &Rule) -> &'static str {
    match rule {
        Rule::State(_) => "第14条",
        Rule::Reported(_) => "第11条 2(1)",
        Rule::NoCredit(_) | Rule::Deposit(_) | Rule::Usance(_) => "第6条 4",
        Rule::Overdue(_) => "第6条",
        Rule::NoLimit => "第6条 2",
        Rule::OverLimit(_) | Rule::OverGroupLimit(_) | Rule::OverTerm(_) => "第7条",
        Rule::GradeC | Rule::ReviewLate(_) | Rule::Reputation(_) => "第6条 3",
        Rule::Draft => "第4条",
    }
}

/// What the rule says.
pub fn says(rule: &Rule, account: &Account, base: &str) -> String {
    match rule {
        Rule::State(State::Halted) => tr("trading with this customer has ended", "已中止与该客户交易").to_owned(),
        Rule::State(_) => tr("supply to this customer is suspended", "已暂停向该客户供货").to_owned(),
        Rule::Reported(Reported::Undirected) => {
            tr("an urgent report waits for the superior's directive", "紧急报告尚待上级批示").to_owned()
        }
        Rule::Reported(Reported::Refused) => {
            tr("the directive on the urgent report: no order is taken", "按紧急报告批示，不接新单").to_owned()
        }
        Rule::Reported(Reported::CashOnly) => {
            tr("the directive on the urgent report: cash only", "按紧急报告批示，仅限现款").to_owned()
        }
        Rule::NoCredit(None) => tr("not graded yet: cash, or payment first", "尚未评级：现款现货或先款后货").to_owned(),
        Rule::NoCredit(_) => tr("grade D: cash, or payment first", "D级客户：现款现货或先款后货").to_owned(),
        Rule::Deposit(least) => {
            let least = percent(*least);
            tr!("without credit a deposit of {least} at least is asked", "不给信用的客户定金至少 {least}")
        }
        Rule::Usance(days) => {
            let term = counted(*days, "day", "days");
            tr!("a letter of credit at {term} is credit too", "{days} 天远期信用证也是信用")
        }
        Rule::Overdue(None) => tr("debts are overdue", "有逾期货款").to_owned(),
        Rule::Overdue(Some(amount)) => {
            let amount = full(base, *amount);
            tr!("{amount} are overdue", "有逾期货款 {amount}")
        }
        _ => of_grade(rule, account, base),
    }
}

/// The rules that speak of open account alone.
fn of_grade(rule: &Rule, account: &Account, base: &str) -> String {
    match rule {
        Rule::NoLimit if account.granted.lack.is_some() => {
            tr("no limit counts: what the card says is not approved", "没有生效的额度：卡片所载未经批准").to_owned()
        }
        Rule::NoLimit if account.grade() == Some(Grade::B) => {
            tr("grade B: cash unless a limit is set first", "B级客户：未设额度前现款现货").to_owned()
        }
        Rule::NoLimit => tr("no limit is granted: cash", "未给额度：现款现货").to_owned(),
        Rule::OverLimit(over) => {
            let limit = account.counts().ok().and_then(|counts| counts.limit.as_ref());
            let limit = limit.map(|limit| limit.counts).unwrap_or_default();
            let (over, limit) = (full(base, *over), full(base, limit));
            tr!("with this order {over} beyond the limit of {limit}", "加上本单，超出额度 {limit} 共 {over}")
        }
        Rule::OverGroupLimit(over) => {
            let (head, limit) =
                account.group.as_ref().map(|group| (group.head.clone(), group.limit)).unwrap_or_default();
            let (over, limit) = (full(base, *over), full(base, limit));
            tr!(
                "with this order the group of {head} is {over} beyond its limit of {limit}",
                "加上本单，{head} 集团超出其额度 {limit} 共 {over}"
            )
        }
        Rule::OverTerm(0) if account.granted.standing.term_days.is_some_and(|days| days > 0) => {
            tr("the term is 0 days at most: there is no cycle of purchases yet", "账期上限 0 天：尚无进货周期")
                .to_owned()
        }
        Rule::OverTerm(0) => tr("no term is granted", "未给账期").to_owned(),
        Rule::OverTerm(days) => {
            let term = counted(*days, "day", "days");
            tr!("the term may be {term} at most", "账期最长 {days} 天")
        }
        Rule::GradeC => {
            tr("grade C: each order is looked at by the sales manager", "C级客户：每单须销售经理审查").to_owned()
        }
        Rule::ReviewLate(since) => {
            tr!("grade C: the investigation is overdue since {since}", "C级客户：定期调查自 {since} 起逾期")
        }
        Rule::Reputation(None) => tr("grade C: the reputation is not known", "C级客户：声誉不明").to_owned(),
        Rule::Reputation(Some(reputation)) => {
            tr!("grade C: the reputation is {reputation}", "C级客户：声誉{reputation}")
        }
        Rule::Draft => tr("the credit policy is a draft, not approved", "信用政策为草案，未经批准").to_owned(),
        _ => String::new(),
    }
}
