//! Where a customer stands: receivable, ageing, commitment, goods at risk, exposure (rulebook §3).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::{add, mul, rounded, share, sub};
use super::{Basis, Deal, Exact, Fault, Ledger, Part, Slip};
use crate::model::{Date, currency};

/// What is owed by how long it has been due. Receivable = all of these together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Not due yet, and remainders that nobody runs after.
    pub not_due: Decimal,
    /// 1 to 30 days past due.
    pub overdue_1_30: Decimal,
    /// 31 to 60 days.
    pub overdue_31_60: Decimal,
    /// 61 to 90 days.
    pub overdue_61_90: Decimal,
    /// More than 90 days.
    pub overdue_over_90: Decimal,
    /// Disputed: not overdue, but owed.
    pub disputed: Decimal,
}

impl Ageing {
    /// What is past due.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn overdue(&self) -> Exact<Decimal> {
        super::exact::sum([self.overdue_1_30, self.overdue_31_60, self.overdue_61_90, self.overdue_over_90])
    }

    fn bucket(&mut self, days: i64) -> &mut Decimal {
        match days {
            ..=0 => &mut self.not_due,
            1..=30 => &mut self.overdue_1_30,
            31..=60 => &mut self.overdue_31_60,
            61..=90 => &mut self.overdue_61_90,
            _ => &mut self.overdue_over_90,
        }
    }
}

/// Where a customer stands, in one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Owed for what was shipped.
    pub receivable: Decimal,
    /// The same by age.
    pub ageing: Ageing,
    /// Remainders among what is not due (尾差).
    pub remainder: Decimal,
    /// What falls due within the days that the policy looks ahead.
    pub falls_due: Decimal,
    /// What will be owed on credit for goods not shipped yet, beyond what is paid or agreed ahead (在手承诺).
    pub commitment: Decimal,
    /// Owed, but not at stake by the weight of its method: the goods or their papers are still ours (押单).
    pub at_risk: Decimal,
    /// What would be lost if the customer never paid again (信用敞口).
    pub exposure: Decimal,
    /// Money that settles no order yet (预收款); never netted.
    pub unapplied: Decimal,
}

impl Position {
    /// Two together.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn plus(&self, other: &Self) -> Exact<Self> {
        let (a, b) = (&self.ageing, &other.ageing);
        Ok(Self {
            receivable: add(self.receivable, other.receivable)?,
            ageing: Ageing {
                not_due: add(a.not_due, b.not_due)?,
                overdue_1_30: add(a.overdue_1_30, b.overdue_1_30)?,
                overdue_31_60: add(a.overdue_31_60, b.overdue_31_60)?,
                overdue_61_90: add(a.overdue_61_90, b.overdue_61_90)?,
                overdue_over_90: add(a.overdue_over_90, b.overdue_over_90)?,
                disputed: add(a.disputed, b.disputed)?,
            },
            remainder: add(self.remainder, other.remainder)?,
            falls_due: add(self.falls_due, other.falls_due)?,
            commitment: add(self.commitment, other.commitment)?,
            at_risk: add(self.at_risk, other.at_risk)?,
            exposure: add(self.exposure, other.exposure)?,
            unapplied: add(self.unapplied, other.unapplied)?,
        })
    }

    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        [self.receivable, self.commitment, self.unapplied].iter().all(Decimal::is_zero)
    }
}

/// The position in base currency: only what is open is converted, at the rate of the day, each item by itself, so that
/// the parts add up.
///
/// # Errors
/// A rate is missing, or the digits do not suffice.
pub fn position(ledger: &Ledger<'_>, basis: &Basis<'_>, day: Date) -> Slip<Position> {
    let unit = basis.rates.base_unit();
    let mut whole = zero(unit);
    for deal in &ledger.deals {
        let to_base = |amount| basis.rates.to_base(amount, &deal.currency, day);
        whole = whole.plus(&of_deal(deal, basis, day, unit, &to_base)?)?;
    }
    for (currency, money) in &ledger.unapplied {
        whole.unapplied = add(whole.unapplied, basis.rates.to_base(*money, currency, day)?)?;
    }
    Ok(whole)
}

/// The positions by currency, each in its own: no rates needed.
///
/// # Errors
/// The digits do not suffice.
pub fn positions_by_currency(ledger: &Ledger<'_>, basis: &Basis<'_>, day: Date) -> Slip<BTreeMap<String, Position>> {
    let mut all: BTreeMap<String, Position> = BTreeMap::new();
    let start = |currency: &str| zero(currency::decimals(currency));
    for deal in &ledger.deals {
        let own = of_deal(deal, basis, day, deal.unit, &|amount| Ok(rounded(amount, deal.unit)))?;
        let sum = all.entry(deal.currency.clone()).or_insert_with(|| start(&deal.currency));
        *sum = sum.plus(&own)?;
    }
    for (currency, money) in &ledger.unapplied {
        let sum = all.entry(currency.clone()).or_insert_with(|| start(currency));
        sum.unapplied = add(sum.unapplied, *money)?;
    }
    all.retain(|_, position| !position.is_empty());
    Ok(all)
}

/// Nothing, written with the decimals of a currency.
fn zero(unit: u32) -> Position {
    let zero = rounded(Decimal::ZERO, unit);
    let ageing = Ageing {
        not_due: zero,
        overdue_1_30: zero,
        overdue_31_60: zero,
        overdue_61_90: zero,
        overdue_over_90: zero,
        disputed: zero,
    };
    Position {
        receivable: zero,
        ageing,
        remainder: zero,
        falls_due: zero,
        commitment: zero,
        at_risk: zero,
        exposure: zero,
        unapplied: zero,
    }
}

/// What one order adds.
fn of_deal(
    deal: &Deal<'_>,
    basis: &Basis<'_>,
    day: Date,
    unit: u32,
    money: &dyn Fn(Decimal) -> Slip<Decimal>,
) -> Slip<Position> {
    let mut own = zero(unit);
    for part in &deal.parts {
        let open = money(part.open()?)?;
        let days = day.days_since(part.due);
        let due = days > 0 && !deal.remainder && !deal.disputed();
        let bucket =
            if deal.disputed() { &mut own.ageing.disputed } else { own.ageing.bucket(if due { days } else { 0 }) };
        *bucket = add(*bucket, open)?;
        own.receivable = add(own.receivable, open)?;
        if deal.remainder && !deal.disputed() {
            own.remainder = add(own.remainder, open)?;
        } else if !due && !deal.disputed() && -days <= basis.policy.falls_due_days {
            own.falls_due = add(own.falls_due, open)?;
        }
        let weighed = if counts_whole(deal, part, basis, day) {
            open
        } else {
            rounded(mul(open, basis.policy.weight(deal.method))?, unit)
        };
        own.exposure = add(own.exposure, weighed)?;
        own.at_risk = add(own.at_risk, sub(open, weighed)?)?;
    }
    own.commitment = money(commitment(deal)?)?;
    own.exposure = add(own.exposure, own.commitment)?;
    Ok(own)
}

/// Whether what is open on a shipment is at stake in full, whatever its method of payment weighs: the goods are out of our
/// hands unpaid, or it is long past due, or disputed.
fn counts_whole(deal: &Deal<'_>, part: &Part, basis: &Basis<'_>, day: Date) -> bool {
    let released = deal.order.released == Some(true);
    let long_due = !deal.remainder && day.days_since(part.due) >= basis.policy.overdue_weighs_days;
    released || deal.disputed() || long_due
}

/// What of the unshipped will be owed on credit: less the deposit agreed on it, or what was paid ahead where that is more.
fn commitment(deal: &Deal<'_>) -> Exact<Decimal> {
    if !deal.on_credit() {
        return Ok(Decimal::ZERO);
    }
    let unshipped = deal.unshipped()?;
    let deposit = share(deal.deposit, unshipped, deal.claim, deal.unit)?;
    Ok(sub(unshipped, deposit.max(deal.ahead()?))?.max(Decimal::ZERO))
}

impl From<super::Problem> for Fault {
    fn from(problem: super::Problem) -> Self {
        problem.fault
    }
}
