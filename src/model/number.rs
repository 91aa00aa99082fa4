//! An exact decimal number, as cards write money, prices, quantities and shares: `"187.00"`, or bare.

use std::fmt;
use std::ops::Deref;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::field::{Shape, Shaped};

/// An exact decimal of at most 28 digits. Never a float: a bare TOML number is read from its own text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

/// The name under which a deserializer that sees a bare TOML number hands over its text.
pub const NUMBER_TOKEN: &str = "kehu::Number";

impl Number {
    /// Reads digits with at most one point and a leading sign, `_` between digits as TOML allows;
    /// `None` for thousands separators, exponents, other scripts' digits, and more digits than are exact.
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
        let digits = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_digit() || b == b'_')
                && !part.starts_with('_')
                && !part.ends_with('_')
        };
        if !digits(whole) || !fraction.is_none_or(digits) {
            return None;
        }
        // the 29th digit would fit for small numbers only; what is exact must not depend on the value
        let significant = unsigned.bytes().filter(u8::is_ascii_digit).skip_while(|b| *b == b'0').count();
        if significant > 28 {
            return None;
        }
        let plain = text.replace('_', "");
        Decimal::from_str_exact(plain.strip_prefix('+').unwrap_or(&plain)).ok().map(Self)
    }
}

impl Deref for Number {
    type Target = Decimal;
    fn deref(&self) -> &Decimal {
        &self.0
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Shaped for Number {
    const SHAPE: &'static Shape = &Shape::Number;
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(crate::lang::tr(
                    "a plain decimal of at most 28 digits such as \"187.00\"",
                    "不超过 28 位的普通小数，如 \"187.00\"",
                ))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
                Number::parse(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_newtype_struct(NUMBER_TOKEN, Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_or_refused() {
        for (text, want) in [
            ("187.00", "187.00"),
            ("-5", "-5"),
            ("+0.30", "0.30"),
            ("1_000.5", "1000.5"),
            ("1234567890123456789.01", "1234567890123456789.01"),
        ] {
            assert_eq!(Number::parse(text).map(|n| n.to_string()).as_deref(), Some(want), "{text}");
        }
        for bad in [
            "1,234.50",
            "1e400",
            "1e3",
            ".5",
            "5.",
            "NaN",
            "inf",
            "１２３",
            "",
            "-",
            "1__",
            "_1",
            "12345678901234567890123456789",
            "79228162514264337593543950336",
        ] {
            assert_eq!(Number::parse(bad), None, "{bad}");
        }
    }
}
