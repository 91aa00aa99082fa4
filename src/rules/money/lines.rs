//! What each line of an order adds to it.

use rust_decimal::Decimal;

use super::exact::{sub, sum};
use super::order::{about, line};
use super::sales::Sale;
use super::{Basis, Counted, Slip};
use crate::model::currency;

/// A line of an order that counts in sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// In the order's currency; below zero in a credit note.
    pub amount: Decimal,
    /// In base currency. The last line takes what rounding leaves, so that the lines come to the order.
    pub base: Decimal,
}

/// The lines of an order as they count, in their order; one where only the total is known.
///
/// # Errors
/// A line without quantity or price, a missing rate, or digits that do not suffice.
pub fn shares(sale: &Sale<'_>, basis: &Basis<'_>) -> Counted<Vec<Share>> {
    let count = || -> Slip<Vec<Share>> {
        let unit = currency::decimals(&sale.currency);
        let lines = sale.order.items.iter().map(|item| line(item, unit)).collect::<Slip<Vec<Decimal>>>()?;
        let turned = sum(lines.iter().copied())? != sale.amount;
        let mut shares = Vec::new();
        for line in lines {
            let amount = if turned { -line } else { line };
            shares.push(Share { amount, base: basis.rates.to_base(amount, &sale.currency, sale.date)? });
        }
        let Some(last) = shares.pop() else { return Ok(vec![Share { amount: sale.amount, base: sale.base }]) };
        let others = sum(shares.iter().map(|share| share.base))?;
        shares.push(Share { base: sub(sale.base, others)?, ..last });
        Ok(shares)
    };
    count().map_err(|fault| about(sale.order, fault))
}
