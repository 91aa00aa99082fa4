//! What a customer bought: sales (rulebook §2), one purchase and one cycle (第6条).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::exact::{add, median, mul, rounded, sum};
use super::order::{about, is_credit_note, placed, purchases};
use super::{Basis, Counted, Exact};
use crate::model::card::Order;
use crate::model::{Card, Date};

/// One order as it counts in sales.
#[derive(Clone, Debug)]
pub struct Sale<'a> {
    /// The order, or the credit note.
    pub order: &'a Order,
    /// Its day.
    pub date: Date,
    /// In its own currency; below zero for a credit note.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    /// What one unit was worth on that day.
    pub rate: Decimal,
    /// In base currency, rounded to its minor unit.
    pub base: Decimal,
    /// It takes another one back, and is no purchase.
    pub credit_note: bool,
}

/// The orders that count up to a day, in base currency at the rate of each one's day, by date.
///
/// # Errors
/// An order whose money cannot be told, or a missing rate.
pub fn sales<'a>(card: &'a Card, basis: &Basis<'_>, day: Date) -> Counted<Vec<Sale<'a>>> {
    placed(&card.order, day)?
        .into_iter()
        .map(|placed| {
            let base = basis.rates.to_base(placed.amount, &placed.currency, placed.date);
            let base = base.map_err(|fault| about(placed.order, fault))?;
            Ok(Sale {
                order: placed.order,
                date: placed.date,
                rate: basis.rates.on(&placed.currency, placed.date).unwrap_or_default(),
                amount: placed.amount,
                currency: placed.currency,
                base,
                credit_note: is_credit_note(placed.order),
            })
        })
        .collect()
}

/// The sum in base currency.
///
/// # Errors
/// The digits do not suffice.
pub fn total(sales: &[Sale<'_>], unit: u32) -> Exact<Decimal> {
    Ok(rounded(sum(sales.iter().map(|sale| sale.base))?, unit))
}

/// How a customer buys: from the last purchases, those of one day being one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    /// The purchases that were looked at: day and amount in base currency, the oldest first.
    pub purchases: Vec<(Date, Decimal)>,
    /// One purchase (一次进货额): their median, in base currency.
    pub one_purchase: Option<Decimal>,
    /// One cycle (进货周期): the median of the days between them, rounded down.
    pub one_cycle: Option<i64>,
}

/// One purchase and one cycle, from the last purchases (第6条; how many is ours).
///
/// # Errors
/// The digits do not suffice.
pub fn habit(sales: &[Sale<'_>], basis: &Basis<'_>) -> Exact<Habit> {
    let mut by_day: BTreeMap<Date, Decimal> = BTreeMap::new();
    for sale in sales.iter().filter(|sale| !sale.credit_note) {
        let day = by_day.entry(sale.date).or_default();
        *day = add(*day, sale.base)?;
    }
    let skip = by_day.len().saturating_sub(basis.policy.purchases);
    let purchases: Vec<(Date, Decimal)> = by_day.into_iter().skip(skip).collect();
    let amounts = purchases.iter().map(|(_, amount)| *amount).collect();
    let one_purchase = median(amounts)?.map(|amount| rounded(amount, basis.rates.base_unit()));
    let dates: Vec<Date> = purchases.iter().map(|(date, _)| *date).collect();
    Ok(Habit { one_purchase, one_cycle: cycle(&dates), purchases })
}

/// The days of the last purchases up to a day, the oldest first; needs no amounts.
pub fn purchase_days(card: &Card, basis: &Basis<'_>, day: Date) -> Vec<Date> {
    let days: BTreeSet<Date> = purchases(card, day).collect();
    let skip = days.len().saturating_sub(basis.policy.purchases);
    days.into_iter().skip(skip).collect()
}

/// When a customer that buys in cycles is due to buy again: one and a half cycles (ours) after the last purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextPurchase {
    /// The day of the last purchase.
    pub last: Date,
    /// One cycle, in days.
    pub cycle: i64,
    /// The day the next is due.
    pub due: Date,
}

/// The next purchase; `None` with fewer than two before.
pub fn next_purchase(card: &Card, basis: &Basis<'_>, day: Date) -> Option<NextPurchase> {
    let days = purchase_days(card, basis, day);
    let (last, cycle) = (days.last().copied()?, cycle(&days)?);
    let wait = mul(Decimal::from(cycle), basis.policy.reorder_cycles).ok()?;
    Some(NextPurchase { last, cycle, due: last.plus_days(i64::try_from(wait.floor()).ok()?) })
}

/// One cycle (进货周期): the median of the days between purchases, rounded down; `None` with fewer than two.
pub fn cycle(days: &[Date]) -> Option<i64> {
    let gaps = days.iter().zip(days.iter().skip(1)).map(|(before, after)| Decimal::from(after.days_since(*before)));
    median(gaps.collect()).ok()?.and_then(|days| i64::try_from(days.floor()).ok())
}
