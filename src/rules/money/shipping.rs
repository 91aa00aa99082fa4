//! How much of an order has left, whenever that was.

use rust_decimal::Decimal;

use super::exact::{rounded, sub, sum};
use super::order::has_left;
use super::{Exact, Fault, Slip, amount};
use crate::model::card::Order;
use crate::model::currency;

/// How far the shipments of an order have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// ISO 4217.
    pub currency: String,
    /// What was ordered.
    pub amount: Decimal,
    /// What is noted as shipped.
    pub shipped: Decimal,
    /// What is still to leave, with the decimals of its currency; never below zero.
    pub rest: Decimal,
}

impl Progress {
    /// Whether nothing is to come any more.
    pub fn is_complete(&self) -> bool {
        self.rest.is_zero()
    }

    /// By how much a shipment is more than what is still to leave; below zero where something stays.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn beyond(&self, shipment: Decimal) -> Exact<Decimal> {
        sub(shipment, self.rest)
    }
}

/// The progress of an order. Shipments that were noted complete it where they come to its amount, or where its status says
/// that the rest will not come. A status alone does not: the goods have left, but nobody noted when.
///
/// # Errors
/// No amount, no currency, or the digits do not suffice.
pub fn progress(order: &Order) -> Slip<Progress> {
    let (amount, currency) = amount(order)?;
    let unit = currency::decimals(&currency);
    let parts: Slip<Vec<Decimal>> = order
        .shipments
        .iter()
        .map(|part| Ok(rounded(*part.amount.ok_or(Fault::NoAmount)?, unit).max(Decimal::ZERO)))
        .collect();
    let parts = parts?;
    let shipped = if parts.is_empty() && order.shipped.is_some() { amount } else { sum(parts.iter().copied())? };
    let closed = !parts.is_empty() && has_left(order);
    let rest = if closed { Decimal::ZERO } else { sub(amount, shipped)?.max(Decimal::ZERO) };
    Ok(Progress { currency, amount, shipped, rest: rounded(rest, unit) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    #[test]
    fn what_is_noted_completes_an_order_and_a_word_does_not() {
        for (text, shipped, rest) in [
            ("", "0", "100"),
            ("status = 'shipped'", "0", "100"),
            ("status = 'disputed'", "0", "100"),
            ("shipped = 2026-02-01", "100.00", "0"),
            ("shipments = [ { amount = 40 } ]", "40.00", "60"),
            ("shipments = [ { amount = 40 }, { amount = '60.004' } ]", "100.00", "0"),
            ("shipments = [ { amount = 110 } ]", "110.00", "0"),
            ("shipments = [ { amount = 40 } ]\nstatus = 'delivered'", "40.00", "0"),
            ("shipments = [ { amount = 40 } ]\nstatus = 'disputed'", "40.00", "60"),
            ("shipments = [ { amount = -40 } ]", "0", "100"),
            ("shipments = [ { amount = 40 } ]\nshipped = 2026-02-01", "40.00", "60"),
        ] {
            let order: Order =
                from_text(&format!("date = 2026-01-01\ncurrency = 'USD'\namount = 100\n{text}\n")).unwrap();
            let found = progress(&order).unwrap();
            let d = |text: &str| Decimal::from_str_exact(text).unwrap();
            assert_eq!((found.shipped, found.rest), (d(shipped), d(rest)), "{text}");
            assert_eq!(found.is_complete(), rest == "0", "{text}");
        }
    }

    #[test]
    fn more_or_less_than_what_is_to_leave() {
        let order: Order =
            from_text("date = 2026-01-01\ncurrency = 'USD'\namount = 100\nshipments = [ { amount = 40 } ]\n").unwrap();
        let found = progress(&order).unwrap();
        for (shipment, beyond) in [(60, 0), (70, 10), (50, -10)] {
            assert_eq!(found.beyond(Decimal::from(shipment)), Ok(Decimal::from(beyond)), "{shipment}");
        }
        for text in ["currency = 'USD'", "amount = 1", "currency = 'USD'\namount = 1\nshipments = [ {} ]"] {
            let order: Order = from_text(text).unwrap();
            assert!(progress(&order).is_err(), "{text}");
        }
    }
}
