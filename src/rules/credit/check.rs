//! "May I take this order?" (第6–7, 11, 14条): every rule that speaks, and the strictest of what they say.

use rust_decimal::Decimal;

use super::account::Account;
use super::reported::Reported;
use crate::model::choice::{Grade, PaymentMethod, Reputation, Role, State, Verdict};
use crate::model::{Date, Policy};
use crate::rules::money::exact::{add, mul, rounded, sub};
use crate::rules::money::{Counted, Exact};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What the order comes to, in base currency.
    pub amount: Decimal,
    /// The deposit, in base currency.
    pub deposit: Decimal,
    /// The deposit as a share of the order.
    pub share: Decimal,
    /// How the balance is paid.
    pub method: PaymentMethod,
    /// Days from B/L date to payment.
    pub days: u32,
}

impl Ask {
    /// What is paid on credit, in base currency.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn credit(&self) -> Exact<Decimal> {
        Ok(sub(self.amount, self.deposit)?.max(Decimal::ZERO))
    }

    /// Whether the balance is paid on open account.
    pub fn is_open_account(&self) -> bool {
        matches!(self.method, PaymentMethod::Oa | PaymentMethod::Da)
    }

    /// Whether all is paid before the goods leave.
    pub fn is_cash(&self) -> bool {
        matches!(self.method, PaymentMethod::Advance | PaymentMethod::BeforeShipment)
    }
}

/// A rule that spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Supply is suspended, or trading halted (第14条).
    State(State),
    /// An urgent report is open (第11条 2).
    Reported(Reported),
    /// Grade D or none buys nothing on credit (第6条 4).
    NoCredit(Option<Grade>),
    /// Documents are held against too small a deposit (ours).
    Deposit(Decimal),
    /// A letter of credit that pays later (ours).
    Usance(u32),
    /// Debts are overdue (第6条): so much in base currency, where that can be told.
    Overdue(Option<Decimal>),
    /// No limit is granted (第6条 2, 3).
    NoLimit,
    /// Exposure and this order pass the limit by so much, in base currency (第7条).
    OverLimit(Decimal),
    /// Likewise the limit of the group.
    OverGroupLimit(Decimal),
    /// The term is longer than the one that counts, of so many days (第7条).
    OverTerm(u32),
    /// Each order of a C customer is looked at (第6条 3).
    GradeC,
    /// A C customer whose investigation is overdue since this day (第6条 3).
    ReviewLate(Date),
    /// A C customer of poor or unknown reputation (第6条 3).
    Reputation(Option<Reputation>),
    /// The policy is a draft (第4条).
    Draft,
}

/// A rule and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The rule.
    pub rule: Rule,
    /// What it says.
    pub verdict: Verdict,
    /// Who may decide otherwise.
    pub roles: &'static [Role],
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The strictest of all.
    pub verdict: Verdict,
    /// Who must approve, where approval is what it takes; in the order in which they decide.
    pub roles: Vec<Role>,
    /// Every rule that spoke, the strictest first.
    pub rules: Vec<Spoken>,
    /// The deposit with which the order would fit, in base currency; `None` where that cannot be told.
    pub deposit: Option<Decimal>,
}

const MANAGER: &[Role] = &[Role::SalesManager];
const UP_TO_PRESIDENT: &[Role] = &[Role::SalesManager, Role::President];
const PRESIDENT: &[Role] = &[Role::President];

/// May this order be taken? The rules in their order (rulebook §4); advance and before shipment pass unless trading is
/// stopped.
///
/// # Errors
/// What an order on credit is measured by cannot be told.
pub fn check(account: &Account, ask: &Ask, policy: &Policy, draft: bool) -> Counted<Answer> {
    let mut spoken = Vec::new();
    let mut say = |rule, verdict, roles| spoken.push(Spoken { rule, verdict, roles });
    if account.state() != State::Active {
        say(Rule::State(account.state()), Verdict::Refused, &[][..]);
    }
    match account.reported {
        Some(reported @ (Reported::Undirected | Reported::Refused)) => {
            say(Rule::Reported(reported), Verdict::Refused, &[]);
        }
        Some(Reported::CashOnly) if !ask.is_cash() => say(Rule::Reported(Reported::CashOnly), Verdict::CashOnly, &[]),
        _ => {}
    }
    if matches!(account.grade(), None | Some(Grade::D)) {
        without_credit(account, ask, policy, &mut say);
    }
    if !ask.is_cash() && account.overdue.clone()? {
        let amount = account.counts().ok().and_then(|counts| counts.position.ageing.overdue().ok());
        say(Rule::Overdue(amount), Verdict::CashOnly, &[]);
    }
    if ask.is_open_account() && !matches!(account.grade(), None | Some(Grade::D)) {
        on_open_account(account, ask, policy, &mut say)?;
    }
    let strictest = |spoken: &[Spoken]| spoken.iter().map(|spoken| spoken.verdict).max().unwrap_or(Verdict::Allowed);
    if draft && !ask.is_cash() && strictest(&spoken) <= Verdict::Approval {
        spoken.push(Spoken { rule: Rule::Draft, verdict: Verdict::Approval, roles: PRESIDENT });
    }
    let verdict = strictest(&spoken);
    spoken.sort_by_key(|spoken| std::cmp::Reverse(spoken.verdict));
    let asked = spoken.iter().filter(|_| verdict == Verdict::Approval).flat_map(|spoken| spoken.roles.iter().copied());
    let mut roles: Vec<Role> = asked.collect();
    roles.sort();
    roles.dedup();
    let deposit = account.headroom().and_then(|headroom| Ok(sub(ask.amount, headroom)?));
    let deposit = deposit.ok().map(|deposit| deposit.clamp(Decimal::ZERO, ask.amount.max(Decimal::ZERO)));
    Ok(Answer { verdict, roles, rules: spoken, deposit })
}

/// What rules have to say goes here.
type Say<'s> = dyn FnMut(Rule, Verdict, &'static [Role]) + 's;

/// Grade D and the ungraded pay first, or against documents with a deposit (第6条 4).
fn without_credit(account: &Account, ask: &Ask, policy: &Policy, say: &mut Say<'_>) {
    match ask.method {
        PaymentMethod::Oa | PaymentMethod::Da => say(Rule::NoCredit(account.grade()), Verdict::Refused, &[]),
        PaymentMethod::Dp | PaymentMethod::BlCopy if ask.share < policy.held_deposit => {
            say(Rule::Deposit(policy.held_deposit), Verdict::Approval, MANAGER);
        }
        PaymentMethod::Lc if ask.days > 0 => say(Rule::Usance(ask.days), Verdict::Approval, MANAGER),
        _ => {}
    }
}

/// Grades A to C on open account: limit, group, term, and what C must meet (第6–7条).
fn on_open_account(account: &Account, ask: &Ask, policy: &Policy, say: &mut Say<'_>) -> Counted<()> {
    let counts = account.counts()?;
    let wanted = add(counts.position.exposure, ask.credit()?)?;
    match &counts.limit {
        None => say(Rule::NoLimit, Verdict::CashOnly, &[]),
        Some(limit) => {
            let over = sub(wanted, limit.counts)?;
            if over > Decimal::ZERO {
                say(Rule::OverLimit(over), Verdict::Approval, beyond(over, limit.counts, policy.over_limit_share)?);
            }
        }
    }
    if let Some(group) = &account.group {
        let over = sub(add(group.exposure, ask.credit()?)?, group.limit)?;
        if over > Decimal::ZERO {
            say(Rule::OverGroupLimit(over), Verdict::Approval, beyond(over, group.limit, policy.over_limit_share)?);
        }
    }
    let term = account.term()?;
    if ask.days > term {
        let over = Decimal::from(ask.days - term);
        say(Rule::OverTerm(term), Verdict::Approval, beyond(over, Decimal::from(term), policy.over_term_share)?);
    }
    if account.grade() == Some(Grade::C) {
        say(Rule::GradeC, Verdict::Approval, MANAGER);
        if let Some(since) = account.review_late {
            say(Rule::ReviewLate(since), Verdict::CashOnly, &[]);
        }
        let least = policy.c_reputation;
        if account.reputation.is_none_or(|reputation| reputation < least) {
            say(Rule::Reputation(account.reputation), Verdict::CashOnly, &[]);
        }
    }
    Ok(())
}

/// Who decides on what is beyond a measure: the sales manager up to a share of it, the president too further on (第7条).
fn beyond(over: Decimal, measure: Decimal, share: Decimal) -> Exact<&'static [Role]> {
    Ok(if over <= mul(measure, share)? { MANAGER } else { UP_TO_PRESIDENT })
}

/// Days to payment where nothing is said: as a method has them, a letter of credit at sight (rulebook §4).
pub fn usual_days(method: PaymentMethod, granted: u32, policy: &Policy) -> u32 {
    match method {
        PaymentMethod::Lc => 0,
        method => policy.method_days(method, granted),
    }
}

/// An amount of base currency in another one at a rate, rounded up to its minor unit: a deposit that falls short by a cent
/// does not fit.
pub fn in_currency(base: Decimal, rate: Decimal, unit: u32) -> Option<Decimal> {
    let exact = base.checked_div(rate)?;
    let near = rounded(exact, unit);
    let cent = Decimal::new(1, unit);
    Some(if near < exact { near.checked_add(cent)? } else { near })
}
