//! An amount of money as it is typed: `30000`, `USD 30000`, `30000 USD`.

use unicode_normalization::UnicodeNormalization;

use crate::commands::append::wrong_value;
use crate::error::Result;
use crate::formats::typed;
use crate::lang::tr;
use crate::model::card::Payment;
use crate::model::field::{Field, Record};
use crate::model::{Date, Number, currency};
use crate::rules::money::exact::fits_unit;
use crate::tr;

/// Which numbers fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Above zero.
    Above,
    /// Below zero too: a credit note may be written either way.
    Any,
}

impl Sign {
    /// What is wrong with a number, behind its label.
    pub fn wrong(self, number: Number) -> Option<&'static str> {
        match self {
            _ if number.is_zero() => Some(match self {
                Self::Above => tr("must be above zero", "必须大于零"),
                Self::Any => tr("must not be zero", "不能为零"),
            }),
            Self::Above if number.is_sign_negative() => Some(tr("must be above zero", "必须大于零")),
            _ => None,
        }
    }
}

/// An amount, with its currency where that was typed too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// How much.
    pub amount: Number,
    /// ISO 4217.
    pub currency: Option<String>,
}

/// Reads an amount; a currency may stand before or behind it.
///
/// # Errors
/// No plain number of at most 28 digits, one that does not fit, or no currency.
pub fn sum(text: &str, sign: Sign, today: Date) -> Result<Sum> {
    // full-width digits come out of Chinese keyboards
    let plain: String = text.trim().nfkc().collect();
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    let start = plain.find(digit).unwrap_or_default();
    let end = plain.rfind(|c: char| c.is_ascii_digit() || c == '.').map_or(plain.len(), |last| last + 1);
    let piece = |range| plain.get(range).unwrap_or(plain.as_str()).trim();
    // of "EUR 5 USD" nobody knows what is meant: it is no number as a whole
    let (number, code) = match (piece(0..start), piece(end..plain.len())) {
        ("", code) => (piece(start..end), code),
        (code, "") => (piece(start..plain.len()), code),
        _ => (plain.as_str(), ""),
    };
    let Some(field) = Payment::TYPE.field("amount") else { return Err(wrong_value(plain)) };
    let amount = number_of(field, number, today)?;
    let label = field.label.text();
    if let Some(wrong) = sign.wrong(amount) {
        return Err(wrong_value(tr!("{label} {amount} {wrong}", "{label} {amount} {wrong}")));
    }
    let currency = if code.is_empty() { None } else { Some(typed::currency(code).map_err(wrong_value)?) };
    if let Some(currency) = &currency {
        decimals(amount, currency)?;
    }
    Ok(Sum { amount, currency })
}

fn number_of(field: &Field, text: &str, today: Date) -> Result<Number> {
    let literal = typed::literal(field, text, today).map_err(wrong_value)?;
    Number::parse(literal.trim_matches('"')).ok_or_else(|| wrong_value(literal))
}

/// Reads an amount that is in a currency already known.
///
/// # Errors
/// As [`sum`]; another currency, or more decimals than this one has.
pub fn sum_in(currency: &str, text: &str, sign: Sign, today: Date) -> Result<Number> {
    let sum = sum(text, sign, today)?;
    if let Some(other) = sum.currency.filter(|other| other != currency) {
        return Err(wrong_value(tr!(
            "\"{text}\" is in {other}, the order in {currency}",
            "“{text}”的币种是 {other}，订单是 {currency}"
        )));
    }
    decimals(sum.amount, currency)?;
    Ok(sum.amount)
}

/// The currency that `--currency` says, or else the amount itself.
///
/// # Errors
/// The flag names none, or the two differ.
pub fn said(flag: Option<&str>, beside: Option<String>) -> Result<Option<String>> {
    let flag = flag.map(|text| typed::currency(text).map_err(wrong_value)).transpose()?;
    match (flag, beside) {
        (Some(flag), Some(given)) if flag != given => {
            Err(wrong_value(tr!("is it {given} or {flag}?", "币种是 {given} 还是 {flag}？")))
        }
        (flag, beside) => Ok(flag.or(beside)),
    }
}

/// Refuses more decimals than a currency has.
///
/// # Errors
/// There are more.
pub fn decimals(amount: Number, currency: &str) -> Result<()> {
    let unit = currency::decimals(currency);
    if fits_unit(*amount, unit) {
        return Ok(());
    }
    Err(wrong_value(match unit {
        0 => tr!("{currency} has no decimals: {amount}", "{currency} 没有小数：{amount}"),
        unit => tr!("{currency} has only {unit} decimals: {amount}", "{currency} 只有 {unit} 位小数：{amount}"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_type_them() {
        let today = Date::parse("2026-11-23").unwrap();
        for (text, want) in [
            ("30000", Some(("30000", None))),
            ("USD 30000", Some(("30000", Some("USD")))),
            ("30000.50 usd", Some(("30000.50", Some("USD")))),
            ("US$300", Some(("300", Some("USD")))),
            ("3000 美元", Some(("3000", Some("USD")))),
            (" １２３ ", Some(("123", None))),
            ("ＵＳＤ　１２３．５", Some(("123.5", Some("USD")))),
            ("100 JPY", Some(("100", Some("JPY")))),
            ("100.5 JPY", None),
            ("100.005 USD", None),
            ("100.000 USD", Some(("100.000", Some("USD")))),
            ("1,000", None),
            ("1 000", None),
            ("1e5", None),
            ("EUR 5 USD", None),
            ("5 XXX", None),
            ("5 XAU", None),
            ("$ 5", None),
            ("0", None),
            ("0.00 USD", None),
            ("-5", None),
            ("USD -5", None),
            ("12345678901234567890123456789", None),
            ("USD", None),
            ("五百", None),
            ("", None),
            ("-", None),
            (".", None),
        ] {
            let read = sum(text, Sign::Above, today).ok();
            let read = read.as_ref().map(|sum| (sum.amount.to_string(), sum.currency.as_deref()));
            assert_eq!(read.as_ref().map(|(amount, currency)| (amount.as_str(), *currency)), want, "{text}");
        }
        assert!(sum("-5", Sign::Any, today).is_ok() && sum("-0", Sign::Any, today).is_err());
    }

    #[test]
    fn an_amount_in_a_known_currency() {
        let today = Date::parse("2026-11-23").unwrap();
        for (text, fits) in [("5.25", true), ("5.25 USD", true), ("5.25 EUR", false), ("5.255", false)] {
            assert_eq!(sum_in("USD", text, Sign::Above, today).is_ok(), fits, "{text}");
        }
    }
}
