//! One order's money: its lines, its amount, whether it counts on a day.

use rust_decimal::Decimal;

use super::exact::{mul, rounded, sub, sum};
use super::{Counted, Fault, Problem, Slip};
use crate::model::card::{Item, Order};
use crate::model::choice::OrderStatus;
use crate::model::{Card, Date, currency};

/// What a line comes to: quantity × unit price × (1 − discount), rounded half up to the minor unit (第5条, rulebook §2).
///
/// # Errors
/// Quantity or price is missing, or the digits do not suffice.
pub fn line(item: &Item, unit: u32) -> Slip<Decimal> {
    let (Some(quantity), Some(price)) = (item.quantity, item.unit_price) else { return Err(Fault::NoAmount) };
    let kept = sub(Decimal::ONE, item.discount.map_or(Decimal::ZERO, |discount| *discount))?;
    Ok(rounded(mul(mul(*quantity, *price)?, kept)?, unit))
}

/// Whether an order is off on a day: cancelled by then, or cancelled without a day, which never counted.
pub fn is_cancelled(order: &Order, day: Date) -> bool {
    match order.cancelled {
        Some(cancelled) => cancelled <= day,
        None => order.status == Some(OrderStatus::Cancelled),
    }
}

/// Whether an order takes another one back.
pub fn is_credit_note(order: &Order) -> bool {
    order.credits.as_deref().is_some_and(|number| !number.trim().is_empty())
}

/// Whether an order is said to have left, wholly or as far as it ever will.
pub(super) fn has_left(order: &Order) -> bool {
    matches!(order.status, Some(OrderStatus::Shipped | OrderStatus::Delivered))
}

/// The days, up to one, on which a customer bought: orders that count, credit notes left out, in the order of the card.
pub fn purchases(card: &Card, day: Date) -> impl Iterator<Item = Date> {
    let counts = move |order: &&Order| !is_cancelled(order, day) && !is_credit_note(order);
    card.order.iter().filter(counts).filter_map(move |order| order.date.filter(|date| *date <= day))
}

/// The problem of an order.
pub(super) fn about(order: &Order, fault: Fault) -> Problem {
    Problem { at: order.at, name: order.number.clone(), fault }
}

/// The code of the currency that a record names.
pub(super) fn currency_of(text: Option<&str>) -> Slip<String> {
    let text = text.filter(|text| !text.trim().is_empty()).ok_or(Fault::NoCurrency)?;
    currency::find(text).ok_or_else(|| Fault::BadCurrency(text.trim().to_owned()))
}

/// What an order comes to, in its currency: its lines, else the total it gives. A credit note is negative, whichever
/// sign its lines have.
///
/// # Errors
/// No amount, no currency, or the digits do not suffice.
pub fn amount(order: &Order) -> Slip<(Decimal, String)> {
    let currency = currency_of(order.currency.as_deref())?;
    let unit = currency::decimals(&currency);
    let amount = if order.items.is_empty() {
        rounded(*order.amount.ok_or(Fault::NoAmount)?, unit)
    } else {
        let lines: Slip<Vec<Decimal>> = order.items.iter().map(|item| line(item, unit)).collect();
        sum(lines?)?
    };
    Ok((if is_credit_note(order) { -amount.abs() } else { amount }, currency))
}

/// An order that counts on a day.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub order: &'a Order,
    pub date: Date,
    pub amount: Decimal,
    pub currency: String,
}

/// Since when an order counts, where it counts on a day.
///
/// # Errors
/// It does not say when it was placed.
pub(super) fn counts_since(order: &Order, day: Date) -> Slip<Option<Date>> {
    if is_cancelled(order, day) {
        return Ok(None);
    }
    let date = order.date.ok_or(Fault::NoDate)?;
    Ok((date <= day).then_some(date))
}

/// The orders that count on a day, credit notes too, by date and within one day as they stand in the file.
pub(super) fn placed(orders: &[Order], day: Date) -> Counted<Vec<Placed<'_>>> {
    let mut placed = Vec::new();
    for order in orders {
        let problem = |fault| about(order, fault);
        if let Some(date) = counts_since(order, day).map_err(problem)? {
            let (amount, currency) = amount(order).map_err(problem)?;
            placed.push(Placed { order, date, amount, currency });
        }
    }
    placed.sort_by_key(|placed| (placed.date, placed.order.at));
    Ok(placed)
}
