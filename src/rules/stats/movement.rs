//! How a customer's buying moved: new, bought again, more, less, gone quiet.

use rust_decimal::Decimal;

use crate::model::Date;
use crate::model::choice::Movement;
use crate::rules::grade::Period;
use crate::rules::money::Exact;
use crate::rules::money::sales::{Sale, total};

/// How a customer bought in two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What that is.
    pub movement: Movement,
    /// Orders in the period, credit notes left out.
    pub orders: usize,
    /// Sales in the period, in base currency.
    pub sales: Decimal,
    /// Sales in the period before.
    pub before: Decimal,
    /// The first purchase ever.
    pub first: Option<Date>,
    /// The last up to the end of the period.
    pub last: Option<Date>,
}

/// The movement of a customer against the period before; `None` where there was nothing in either.
///
/// # Errors
/// The digits do not suffice.
pub fn moved(sold: &[Sale<'_>], period: Period, before: Period, unit: u32) -> Exact<Option<Moved>> {
    let within =
        |period: Period| -> Vec<Sale<'_>> { sold.iter().filter(|sale| period.holds(sale.date)).cloned().collect() };
    let (now, then) = (within(period), within(before));
    let orders = |sales: &[Sale<'_>]| sales.iter().filter(|sale| !sale.credit_note).count();
    let (sales, earlier) = (total(&now, unit)?, total(&then, unit)?);
    let bought =
        || sold.iter().filter(|sale| !sale.credit_note).map(|sale| sale.date).filter(|day| *day <= period.until);
    let (first, last) = (bought().min(), bought().max());
    let movement = match (orders(&now) > 0, orders(&then) > 0) {
        (false, false) if sales.is_zero() && earlier.is_zero() => return Ok(None),
        (true, _) if first.is_some_and(|first| period.holds(first)) => Movement::New,
        (true, false) => Movement::Returned,
        (false, true) => Movement::Quiet,
        _ => match sales.cmp(&earlier) {
            std::cmp::Ordering::Greater => Movement::Rising,
            std::cmp::Ordering::Equal => Movement::Steady,
            std::cmp::Ordering::Less => Movement::Falling,
        },
    };
    Ok(Some(Moved { movement, orders: orders(&now), sales, before: earlier, first, last }))
}
