//! A customer's credit as of a day: what was granted, what of it counts, and what is taken of it (rulebook §4).

use rust_decimal::Decimal;

use super::cap::{Cap, cap};
use super::clean::is_overdue;
use super::granted::{Granted, granted};
use super::reported::{Reported, reported};
use crate::model::card::Credit;
use crate::model::choice::{Grade, Reputation, State};
use crate::model::{Card, Date, currency};
use crate::rules::money::exact::{mul, rounded, sub};
use crate::rules::money::{Basis, Counted, Ledger, Position, Problem, Slip, ledger, position};
use crate::rules::review;
use crate::rules::standing::entries;

/// The limit that was granted and is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// As it was granted.
    pub amount: Decimal,
    /// In this currency.
    pub currency: String,
    /// In base currency at the rate of the day.
    pub base: Decimal,
    /// What of it counts today, in base currency: up to the cap, unless the president approved more (第7条).
    pub counts: Decimal,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

/// What an insurer would pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insured {
    /// The insurer's limit.
    pub amount: Decimal,
    /// In this currency.
    pub currency: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// What of the exposure nobody would pay, in base currency.
    pub uninsured: Decimal,
}

/// A group of customers under one head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What people call the head.
    pub head: String,
    /// The head's limit that counts, in base currency.
    pub limit: Decimal,
    /// The exposures of all together.
    pub exposure: Decimal,
    /// How many they are.
    pub members: usize,
}

/// What is counted of a customer's credit.
#[derive(Clone, Debug)]
pub struct Counts {
    /// The caps of the grade.
    pub cap: Cap,
    /// What is owed.
    pub position: Position,
    /// The limit, where one is granted and valid.
    pub limit: Option<Limit>,
    /// The insurer's limit, where there is one and it holds.
    pub insured: Option<Insured>,
}

/// Everything that the check of an order asks.
#[derive(Clone, Debug)]
pub struct Account {
    /// What counts of what was granted.
    pub granted: Granted,
    /// What the urgent reports that are open say to new orders.
    pub reported: Option<Reported>,
    /// The next investigation is overdue since this day.
    pub review_late: Option<Date>,
    /// How well the customer is spoken of.
    pub reputation: Option<Reputation>,
    /// Whether anything is past due, which needs no rates; or why that cannot be told.
    pub overdue: Counted<bool>,
    /// The limit of the group, where there is one.
    pub group: Option<Group>,
    /// What is counted; or why it cannot be: who pays first is sold to all the same.
    counts: Counted<Counts>,
}

impl Account {
    /// The grade that counts.
    pub fn grade(&self) -> Option<Grade> {
        self.granted.standing.grade
    }

    /// Whether we trade.
    pub fn state(&self) -> State {
        self.granted.standing.state.unwrap_or(State::Active)
    }

    /// What is counted.
    ///
    /// # Errors
    /// An order or payment whose money cannot be told, or a missing rate.
    pub fn counts(&self) -> Counted<&Counts> {
        self.counts.as_ref().map_err(Clone::clone)
    }

    /// The term that counts: the granted one up to the cap, unless the president approved more.
    ///
    /// # Errors
    /// As [`Account::counts`].
    pub fn term(&self) -> Counted<u32> {
        let granted = self.granted.standing.term_days.unwrap_or(0);
        Ok(if self.granted.term_beyond { granted } else { granted.min(self.counts()?.cap.term) })
    }

    /// What is still free: the limit that counts less the exposure, and no more than the group leaves. In base currency.
    ///
    /// # Errors
    /// As [`Account::counts`], or the digits do not suffice.
    pub fn headroom(&self) -> Counted<Decimal> {
        let counts = self.counts()?;
        let limit = counts.limit.as_ref().map_or(Decimal::ZERO, |limit| limit.counts);
        let own = sub(limit, counts.position.exposure)?;
        Ok(match &self.group {
            Some(group) => own.min(sub(group.limit, group.exposure)?),
            None => own,
        })
    }
}

/// The account of a customer by itself; its group, if it has one, is filled in by whoever reads the book.
pub fn account(card: &Card, basis: &Basis<'_>, day: Date) -> Account {
    account_by(card, &ledger(card, basis, day), basis, day)
}

/// The same where the ledger is known already.
pub fn account_by(card: &Card, ledger: &Counted<Ledger<'_>>, basis: &Basis<'_>, day: Date) -> Account {
    let ledger = ledger.as_ref().map_err(Clone::clone);
    let overdue = ledger.clone().map(|ledger| is_overdue(ledger, day));
    let position = ledger.and_then(|ledger| position(ledger, basis, day).map_err(Problem::whole));
    account_at(card, position, overdue, basis, day)
}

/// The same where the position is known already.
pub fn account_at(
    card: &Card,
    position: Counted<Position>,
    overdue: Counted<bool>,
    basis: &Basis<'_>,
    day: Date,
) -> Account {
    let granted = granted(card, basis.settings, day);
    let review = review::review(card, basis, day);
    Account {
        counts: position.and_then(|position| counts(card, position, &granted, basis, day)),
        reported: reported(card, day),
        review_late: (review.due < day).then_some(review.due),
        reputation: card.trade.reputation,
        overdue,
        group: None,
        granted,
    }
}

fn counts(card: &Card, position: Position, granted: &Granted, basis: &Basis<'_>, day: Date) -> Counted<Counts> {
    let cap = cap(card, granted.standing.grade, basis, day)?;
    let limit = limit(granted, &cap, basis, day).map_err(Problem::whole)?;
    let insured = insured(card, &position, basis, day).map_err(Problem::whole)?;
    Ok(Counts { cap, position, limit, insured })
}

fn limit(granted: &Granted, cap: &Cap, basis: &Basis<'_>, day: Date) -> Slip<Option<Limit>> {
    let standing = &granted.standing;
    let Some(amount) = standing.limit_on(basis.policy, day) else { return Ok(None) };
    let code = standing.currency.as_deref().and_then(currency::find);
    let code = code.unwrap_or_else(|| basis.rates.base().to_owned());
    let base = basis.rates.to_base(*amount, &code, day)?;
    let counts = if granted.limit_beyond { base } else { base.min(cap.limit) };
    Ok(Some(Limit { amount: *amount, currency: code, base, counts, until: standing.limit_until(basis.policy) }))
}

/// What the insurer's limit leaves uncovered (中信保): it stands beside ours and never raises it.
fn insured(card: &Card, position: &Position, basis: &Basis<'_>, day: Date) -> Slip<Option<Insured>> {
    let entries: Vec<&Credit> = entries(card, day).into_iter().map(|(_, entry)| entry).collect();
    let Some(last) = entries.iter().rev().find(|entry| entry.insured_limit.is_some()) else { return Ok(None) };
    let amount = last.insured_limit.map(|limit| *limit).unwrap_or_default();
    let later = |value: fn(&Credit) -> bool| entries.iter().rev().find(|entry| value(entry));
    let until = later(|entry| entry.insured_until.is_some()).and_then(|entry| entry.insured_until);
    if until.is_some_and(|until| until < day) {
        return Ok(None);
    }
    let share = later(|entry| entry.insured_share.is_some()).and_then(|entry| entry.insured_share);
    let share = share.map_or(Decimal::ONE, |share| (*share).clamp(Decimal::ZERO, Decimal::ONE));
    let told = entries.iter().rev().skip_while(|entry| entry.insured_limit.is_none());
    let code = told.filter_map(|entry| entry.currency.as_deref()).find_map(currency::find);
    let code = code.unwrap_or_else(|| basis.rates.base().to_owned());
    let covered = basis.rates.to_base(amount, &code, day)?.min(position.exposure);
    let paid = rounded(mul(covered, share)?, basis.rates.base_unit());
    Ok(Some(Insured { amount, currency: code, until, uninsured: sub(position.exposure, paid)? }))
}
