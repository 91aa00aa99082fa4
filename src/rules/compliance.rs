//! How the policy was kept with one customer (第4条: 财务部监督信用政策的执行): orders that the check would not have
//! allowed, reviews and reports that came late, goods that left all the same, changes that nobody approved or reviewed.

use rust_decimal::Decimal;

use super::approval::{Outcome, decided};
use super::credit::{Ask, account, check, lacking, usual_days};
use super::money::{Basis, amount, is_credit_note};
use super::review::review_after;
use super::staff::Staff;
use super::standing;
use crate::model::card::Order;
use crate::model::choice::{Breach, FollowupKind, PaymentMethod, StageKind, Verdict};
use crate::model::{Card, Date};
use crate::rules::money::exact::{mul, rounded};

/// Something that was not as the policy wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// What kind of thing.
    pub breach: Breach,
    /// The day on which it happened, or was due.
    pub date: Date,
    /// Days late, of what came late or is still to come.
    pub days: Option<i64>,
    /// The order or request that it is about.
    pub paper: Option<String>,
    /// What the check would have said, of an order.
    pub verdict: Option<Verdict>,
    /// What was said for it.
    pub reason: Option<String>,
}

impl Lapse {
    fn new(breach: Breach, date: Date) -> Self {
        Self { breach, date, days: None, paper: None, verdict: None, reason: None }
    }
}

/// The lapses of a customer from one day to another, by date. What cannot be counted is left to those who count.
pub fn lapses(card: &Card, kind: StageKind, basis: &Basis<'_>, since: Date, day: Date) -> Vec<Lapse> {
    let mut found = orders(card, basis, since, day);
    if kind == StageKind::Customer {
        found.extend(reviews(card, basis, day));
    }
    found.extend(reports(card, basis, day));
    found.extend(overrides(card, day));
    found.extend(changes(card, basis, day));
    found.retain(|lapse| lapse.date >= since && lapse.date <= day);
    found.sort_by_key(|lapse| lapse.date);
    found
}

/// Orders that the check would not have allowed on their day, and that no request covers.
fn orders(card: &Card, basis: &Basis<'_>, since: Date, day: Date) -> Vec<Lapse> {
    let placed = card.order.iter().enumerate().filter_map(|(place, order)| {
        let date = order.date.filter(|date| *date >= since && *date <= day)?;
        let counts = !is_credit_note(order) && order.cancelled.is_none_or(|cancelled| cancelled > date);
        counts.then_some((place, order, date))
    });
    let mut found = Vec::new();
    for (place, order, date) in placed {
        let Some((verdict, days)) = verdict(card, place, order, basis, date) else { continue };
        let covered = || verdict == Verdict::Approval && covered(card, order, days, basis, date);
        if verdict == Verdict::Allowed || covered() {
            continue;
        }
        let paper = order.number.clone();
        found.push(Lapse { paper, verdict: Some(verdict), ..Lapse::new(Breach::OrderNotAllowed, date) });
    }
    found
}

/// What the check would have said of an order on its day, before it was there; and the days to payment.
fn verdict(card: &Card, place: usize, order: &Order, basis: &Basis<'_>, date: Date) -> Option<(Verdict, u32)> {
    let (sum, code) = amount(order).ok()?;
    let pay = order.pay.as_ref();
    let granted = standing::in_force(card, date).term_days.unwrap_or(0);
    let method = pay.and_then(|pay| pay.balance);
    let method = method.unwrap_or(if granted > 0 { PaymentMethod::Oa } else { PaymentMethod::BeforeShipment });
    let days = pay.and_then(|pay| pay.days).unwrap_or_else(|| usual_days(method, granted, basis.policy));
    let share = pay.and_then(|pay| pay.deposit).map_or(Decimal::ZERO, |share| *share);
    let mut before = card.clone();
    before.order.remove(place);
    let amount = basis.rates.to_base(sum, &code, date).unwrap_or_default();
    let deposit = rounded(mul(amount, share).ok()?, basis.rates.base_unit());
    let ask = Ask { amount, deposit, share, method, days };
    // the policy is today's; whether it was a draft that day nobody can know
    check(&account(&before, basis, date), &ask, basis.policy, false).ok().map(|answer| (answer.verdict, days))
}

fn covered(card: &Card, order: &Order, days: u32, basis: &Basis<'_>, date: Date) -> bool {
    let number = order.number.as_deref().unwrap_or_default();
    let Ok((sum, code)) = amount(order) else { return false };
    let requests = decided(card, Staff::new(basis.settings), date);
    requests.iter().any(|decided| decided.allows_order(number, sum, &code, days))
}

/// Investigations that were completed after their day, and the one that is overdue now (第11条 1(2)).
fn reviews(card: &Card, basis: &Basis<'_>, day: Date) -> Vec<Lapse> {
    let mut days: Vec<Date> =
        card.investigation.iter().filter_map(|done| done.completed.filter(|completed| *completed <= day)).collect();
    days.sort();
    let late = |last: Option<Date>, as_of: Date| {
        let due = review_after(card, basis, as_of, last).due;
        let days = Some(as_of.days_since(due)).filter(|days| *days > 0)?;
        Some(Lapse { days: Some(days), ..Lapse::new(Breach::LateReview, due) })
    };
    let before = std::iter::once(None).chain(days.iter().copied().map(Some));
    let mut found: Vec<Lapse> = before.zip(&days).filter_map(|(last, done)| late(last, *done)).collect();
    found.extend(late(days.last().copied(), day));
    found
}

/// Reports on investigations that came late, or have not come (第11条 1(1)).
fn reports(card: &Card, basis: &Basis<'_>, day: Date) -> Vec<Lapse> {
    let completed = card.investigation.iter().filter_map(|done| Some((done, done.completed.filter(|on| *on <= day)?)));
    completed
        .filter_map(|(done, on)| {
            let due = on.plus_days(basis.policy.report_days);
            let came = done.reported.filter(|reported| *reported <= day).unwrap_or(day);
            let days = Some(came.days_since(due)).filter(|days| *days > 0)?;
            Some(Lapse { days: Some(days), ..Lapse::new(Breach::LateReport, due) })
        })
        .collect()
}

/// Goods that left although the check said no: whoever noted it said why.
fn overrides(card: &Card, day: Date) -> Vec<Lapse> {
    let noted = card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Other));
    noted
        .filter_map(|followup| {
            let date = followup.date.filter(|date| *date <= day)?;
            let reason = override_reason(followup.summary.as_deref()?)?;
            let reason = Some(reason.to_owned());
            Some(Lapse { paper: followup.order.clone(), reason, ..Lapse::new(Breach::Override, date) })
        })
        .collect()
}

/// What stands before the reason of what was done although the check said no.
pub const ALL_THE_SAME: crate::lang::Words = crate::lang::Words::new("all the same: ", "照常办理：");

/// The reason behind it, in whichever language it was noted.
pub fn override_reason(summary: &str) -> Option<&str> {
    let summary = summary.trim();
    [ALL_THE_SAME.en, ALL_THE_SAME.zh].into_iter().find_map(|before| summary.strip_prefix(before))
}

/// Changes of grade, limit and term that nobody approved, or that went unreviewed (第8条; rulebook §10).
fn changes(card: &Card, basis: &Basis<'_>, day: Date) -> Vec<Lapse> {
    let unapproved = lacking(card, basis.settings, day).into_iter().filter_map(|(entry, _)| {
        Some(Lapse { paper: entry.request.clone(), ..Lapse::new(Breach::Unapproved, entry.from?) })
    });
    let unreviewed = decided(card, Staff::new(basis.settings), day).into_iter().filter_map(|decided| {
        let Outcome::Approved(on) = decided.outcome else { return None };
        (!decided.waived.is_empty()).then(|| Lapse {
            paper: decided.request.id.clone(),
            reason: decided.request.reason.clone(),
            ..Lapse::new(Breach::Unreviewed, on)
        })
    });
    unapproved.chain(unreviewed).collect()
}
