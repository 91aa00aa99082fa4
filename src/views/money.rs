//! Money as people read it: `USD 7,030.00`.

use rust_decimal::Decimal;

/// An amount with its currency.
pub fn money(currency: &str, amount: Decimal) -> String {
    format!("{currency} {}", self::amount(amount))
}

/// An amount with separators between thousands; its decimals stay.
pub fn amount(amount: Decimal) -> String {
    let text = amount.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    if amount.is_sign_negative() && !amount.is_zero() {
        out.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A share in per cent, with one decimal: `12.3%`.
pub fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{:.1}%", percent.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (number, want) in [
            ("0", "0"),
            ("999.50", "999.50"),
            ("1000", "1,000"),
            ("-1234567.890", "-1,234,567.890"),
            ("-0.00", "0.00"),
            ("100000", "100,000"),
        ] {
            assert_eq!(amount(Decimal::from_str_exact(number).unwrap()), want);
        }
        assert_eq!(money("USD", Decimal::new(703_000, 2)), "USD 7,030.00");
        assert_eq!(percent(Decimal::new(12345, 5)), "12.3%");
        assert_eq!(percent(Decimal::ONE), "100.0%");
    }
}
