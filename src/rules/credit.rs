//! What a customer may owe (第6条). More of the credit rules will stand here.

use rust_decimal::Decimal;

use super::money::exact::sub;
use super::money::{Basis, Slip};
use super::standing;
use crate::model::{Card, Date, currency};

/// The limit that holds on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// As it was granted.
    pub amount: Decimal,
    /// In this currency.
    pub currency: String,
    /// Limit less exposure (可用额度), in base currency; below zero where it is exceeded.
    pub headroom: Decimal,
}

/// The limit that holds on a day, if one does, and what of it is free at an exposure in base currency.
///
/// # Errors
/// No rate for its currency, or too many digits.
pub fn limit(card: &Card, basis: &Basis<'_>, exposure: Decimal, day: Date) -> Slip<Option<Limit>> {
    let standing = standing::in_force(card, day);
    let Some(amount) = standing.limit_on(basis.policy, day) else { return Ok(None) };
    let base = || basis.rates.base().to_owned();
    let currency = standing.currency.as_deref().and_then(currency::find).unwrap_or_else(base);
    let headroom = sub(basis.rates.to_base(*amount, &currency, day)?, exposure)?;
    Ok(Some(Limit { amount: *amount, currency, headroom }))
}
