//! Exact decimal arithmetic: a result is right to the last digit, or it is refused.

use rust_decimal::{Decimal, RoundingStrategy};

/// A result of more digits than are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// What arithmetic returns.
pub type Exact<T> = Result<T, Overflow>;

/// The sum.
///
/// # Errors
/// It has more than 28 digits.
pub fn add(a: Decimal, b: Decimal) -> Exact<Decimal> {
    // most sums begin with nothing
    if a.is_zero() && a.scale() <= b.scale() {
        return Ok(unsigned(b));
    }
    // where the digits do not suffice, rust_decimal drops the last ones without a word
    let exact = |a: Decimal, b: Decimal| a.checked_add(b).filter(|sum| sum.scale() == a.scale().max(b.scale()));
    // first with the decimals as they are, which the sum then has too
    let sum = exact(a, b).or_else(|| exact(a.normalize(), b.normalize())).ok_or(Overflow)?;
    Ok(unsigned(sum))
}

/// The difference.
///
/// # Errors
/// It has more than 28 digits.
pub fn sub(a: Decimal, b: Decimal) -> Exact<Decimal> {
    add(a, -b)
}

/// The product.
///
/// # Errors
/// It has more than 28 digits.
pub fn mul(a: Decimal, b: Decimal) -> Exact<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let product = a.checked_mul(b).ok_or(Overflow)?;
    let zero = a.is_zero() || b.is_zero();
    if zero || product.scale() == a.scale() + b.scale() { Ok(unsigned(product)) } else { Err(Overflow) }
}

/// The sum of many.
///
/// # Errors
/// It has more than 28 digits.
pub fn sum(numbers: impl IntoIterator<Item = Decimal>) -> Exact<Decimal> {
    numbers.into_iter().try_fold(Decimal::ZERO, add)
}

/// A share of an amount: `amount × part ÷ whole`, rounded to a minor unit; nothing of nothing.
///
/// # Errors
/// It has more than 28 digits on the way.
pub fn share(amount: Decimal, part: Decimal, whole: Decimal, unit: u32) -> Exact<Decimal> {
    if whole.is_zero() {
        return Ok(Decimal::ZERO);
    }
    Ok(rounded(mul(amount, part)?.checked_div(whole).ok_or(Overflow)?, unit))
}

/// Rounded to so many decimals, half up (四舍五入), what is negative as its opposite; always written with that many.
pub fn rounded(number: Decimal, unit: u32) -> Decimal {
    let mut rounded = number.round_dp_with_strategy(unit, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(unit);
    unsigned(rounded)
}

/// A nothing has no sign.
fn unsigned(number: Decimal) -> Decimal {
    if number.is_zero() { number.abs() } else { number }
}

/// Whether an amount has no more decimals than its currency.
pub fn fits_unit(amount: Decimal, unit: u32) -> bool {
    amount.normalize().scale() <= unit
}

/// The median: of an even number the mean of the middle two, not rounded; `None` of nothing.
///
/// # Errors
/// It has more than 28 digits.
pub fn median(mut numbers: Vec<Decimal>) -> Exact<Option<Decimal>> {
    numbers.sort();
    let Some(last) = numbers.len().checked_sub(1) else { return Ok(None) };
    let at = |index: usize| numbers.get(index).copied().unwrap_or_default();
    let middle = add(at(last / 2), at(last.div_ceil(2)))?;
    mul(middle, Decimal::new(5, 1)).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn exact_or_refused() {
        assert_eq!(add(d("0.10"), d("0.2")), Ok(d("0.3")));
        assert_eq!(sub(d("1"), d("1.00")), Ok(d("0")));
        assert_eq!(mul(d("12.5"), d("0.08")), Ok(d("1")));
        assert_eq!(add(d("79228162514264337593543950335"), d("1")), Err(Overflow));
        assert_eq!(add(d("9999999999999999999999999999"), d("0.05")), Err(Overflow));
        assert_eq!(mul(d("1000000000000000000"), d("100000000000")), Err(Overflow));
        assert_eq!(mul(d("1.000000000000001"), d("1.00000000000001")), Err(Overflow));
        assert_eq!(mul(d("0"), d("1.00000000000001")), Ok(d("0")));
        assert_eq!(sum([d("1.1"), d("2.2"), d("-3.3")]), Ok(d("0")));
        assert_eq!(sub(d("0.00"), d("0.00")).map(|none| none.to_string()), Ok("0.00".to_owned()));
        assert_eq!(add(d("0.50"), d("0.50")).map(|sum| sum.to_string()), Ok("1.00".to_owned()));
        assert_eq!(add(d("9999999999999999999999999999"), d("0.00")), Ok(d("9999999999999999999999999999")));
    }

    #[test]
    fn half_is_rounded_up_and_a_credit_mirrors_its_order() {
        for (number, unit, want) in [
            ("2.345", 2, "2.35"),
            ("-2.345", 2, "-2.35"),
            ("0.5", 0, "1"),
            ("1.0005", 3, "1.001"),
            ("7", 2, "7.00"),
            ("-0.001", 2, "0.00"),
        ] {
            assert_eq!(rounded(d(number), unit).to_string(), want, "{number}");
        }
        assert_eq!(share(d("100"), d("1"), d("3"), 2), Ok(d("33.33")));
        assert_eq!(share(d("100"), d("1"), d("0"), 2), Ok(d("0")));
    }

    #[test]
    fn decimals_that_a_currency_has() {
        for (amount, unit, fits) in
            [("1.05", 2, true), ("1.005", 2, false), ("1.000", 2, true), ("1", 0, true), ("1.5", 0, false)]
        {
            assert_eq!(fits_unit(d(amount), unit), fits, "{amount} {unit}");
        }
    }

    #[test]
    fn the_middle_of_many() {
        for (numbers, want) in [
            (&[][..], None),
            (&["5"], Some("5")),
            (&["5", "2"], Some("3.5")),
            (&["9", "1", "4"], Some("4")),
            (&["9", "1", "4", "5.01"], Some("4.505")),
        ] {
            let numbers = numbers.iter().map(|number| d(number)).collect();
            assert_eq!(median(numbers), Ok(want.map(d)));
        }
    }
}
