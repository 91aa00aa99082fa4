//! How much and for how long a grade may buy on open account (第6条).

use rust_decimal::Decimal;

use crate::model::choice::Grade;
use crate::model::{Card, Date, Policy};
use crate::rules::credit::clean::clean_reviews;
use crate::rules::money::exact::{add, mul, rounded};
use crate::rules::money::sales::{Habit, habit, sales};
use crate::rules::money::{Basis, Counted, Exact};

/// The most that a customer's grade allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cap {
    /// Of the limit, in base currency; nothing for D and the ungraded.
    pub limit: Decimal,
    /// Of the term, in days.
    pub term: u32,
    /// Clean reviews one behind the other, which relax the limit of B.
    pub clean: usize,
    /// How the customer buys.
    pub habit: Habit,
}

/// The caps of a customer at a grade, as of a day.
///
/// # Errors
/// An order whose money cannot be told, or a missing rate.
pub fn cap(card: &Card, grade: Option<Grade>, basis: &Basis<'_>, day: Date) -> Counted<Cap> {
    let habit = habit(&sales(card, basis, day)?, basis)?;
    let clean = if grade == Some(Grade::B) { clean_reviews(card, basis, day)? } else { 0 };
    let one = habit.one_purchase.unwrap_or_default();
    let limit = rounded(mul(one, share(grade, clean, basis.policy)?)?, basis.rates.base_unit());
    let term = term(grade, habit.one_cycle.unwrap_or(0), basis.policy)?;
    Ok(Cap { limit, term, clean, habit })
}

/// How many purchases a limit may come to.
fn share(grade: Option<Grade>, clean: usize, policy: &Policy) -> Exact<Decimal> {
    match grade {
        Some(Grade::A) => Ok(policy.cap_a_purchases),
        Some(Grade::B) => {
            let steps = mul(policy.cap_b_step, Decimal::from(clean))?;
            Ok(add(policy.cap_b_start, steps)?.min(policy.cap_b_most))
        }
        Some(Grade::C) => Ok(policy.cap_c_share),
        Some(Grade::D) | None => Ok(Decimal::ZERO),
    }
}

/// How many days a term may last, rounded down.
fn term(grade: Option<Grade>, cycle: i64, policy: &Policy) -> Exact<u32> {
    let cycles = match grade {
        Some(Grade::A) => policy.term_a_cycles,
        Some(Grade::B) => policy.term_b_cycles,
        // never more than B has: a lower grade is never given more
        Some(Grade::C) => return Ok(term(Some(Grade::B), cycle, policy)?.min(policy.term_c_days)),
        Some(Grade::D) | None => return Ok(0),
    };
    let days = mul(Decimal::from(cycle), cycles)?.floor();
    Ok(u32::try_from(days).unwrap_or(u32::MAX))
}
