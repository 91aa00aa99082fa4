//! Money as people read it: `USD 7,030.00`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::currency;

/// An amount with its currency in front.
pub fn money(currency: &str, amount: Decimal) -> String {
    format!("{currency} {}", self::amount(amount))
}

/// The same with at least the decimals of the currency; more where somebody wrote more.
pub fn full(currency: &str, amount: Decimal) -> String {
    let unit = currency::minor_unit(currency).unwrap_or(0).max(amount.normalize().scale());
    let mut amount = amount;
    amount.rescale(unit);
    money(currency, amount).trim_start().to_owned()
}

/// An amount with commas between thousands, its decimals as they are, a minus sign first.
pub fn amount(amount: Decimal) -> String {
    let text = amount.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    // a nothing that was negative is nothing
    let mut shown = String::from(if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

/// A share as people say it: 0.05 is 5%.
pub fn percent(share: Decimal) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(hundredths) => format!("{}%", amount(hundredths.normalize())),
        None => share.to_string(),
    }
}

/// A share in per cent with one decimal, for columns: 0.1234 is 12.3%.
pub fn per_cent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{:.1}%", percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_and_decimals_kept() {
        for (number, want) in [
            ("0", "0"),
            ("-0.00", "0.00"),
            ("7", "7"),
            ("999.9", "999.9"),
            ("1000", "1,000"),
            ("7030.00", "7,030.00"),
            ("-1234567.005", "-1,234,567.005"),
            ("100000", "100,000"),
            ("1234567890123456789012345678", "1,234,567,890,123,456,789,012,345,678"),
        ] {
            assert_eq!(amount(Decimal::from_str_exact(number).unwrap()), want, "{number}");
        }
        for (share, want) in [("0.05", "5%"), ("0.300", "30%"), ("0.125", "12.5%"), ("1", "100%"), ("0", "0%")] {
            assert_eq!(percent(Decimal::from_str_exact(share).unwrap()), want, "{share}");
        }
        assert_eq!(per_cent(Decimal::new(12345, 5)), "12.3%");
        assert_eq!(per_cent(Decimal::ONE), "100.0%");
        assert_eq!(money("USD", Decimal::new(-703_000, 2)), "USD -7,030.00");
    }

    #[test]
    fn full_money_has_the_decimals_of_its_currency() {
        for (code, number, want) in [
            ("USD", "7030", "USD 7,030.00"),
            ("USD", "7030.5", "USD 7,030.50"),
            ("USD", "0.12500", "USD 0.125"),
            ("JPY", "1234567.00", "JPY 1,234,567"),
            ("KWD", "-999.5", "KWD -999.500"),
            ("", "100", "100"),
        ] {
            assert_eq!(full(code, Decimal::from_str_exact(number).unwrap()), want);
        }
    }
}
