//! Currencies: the codes of ISO 4217 that money comes in, what people write for them, and their minor units.

use std::collections::HashMap;
use std::sync::LazyLock;

use iso_currency::{Currency, IntoEnumIterator};

/// The code that is meant, in capitals, by code, sign or Chinese name; RMB is CNY. `None` for anything that is no
/// money: unknown codes, metals, testing codes.
pub fn find(text: &str) -> Option<String> {
    // as it stands in nearly all cards
    if minor_unit(text).is_some() {
        return Some(text.to_owned());
    }
    let code = text.trim().to_uppercase();
    let code = match code.as_str() {
        "RMB" | "人民币" => "CNY".to_owned(),
        "US$" | "美元" | "美金" => "USD".to_owned(),
        "€" | "欧元" => "EUR".to_owned(),
        "£" | "英镑" => "GBP".to_owned(),
        "日元" => "JPY".to_owned(),
        "HK$" | "港币" | "港元" => "HKD".to_owned(),
        _ => code,
    };
    minor_unit(&code).map(|_| code)
}

/// How many decimals amounts of a currency have: 2 for USD, 0 for JPY, 3 for KWD. `None` where the code is no currency
/// that amounts are paid in (XXX and XAU have no minor unit).
pub fn minor_unit(code: &str) -> Option<u32> {
    UNITS.get(code).copied()
}

/// The minor units by code: an order's currency is looked up for every sum it is in, and the crate goes through its
/// list each time.
static UNITS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    Currency::iter().filter_map(|currency| Some((currency.code(), currency.exponent()?.into()))).collect()
});

/// With how many decimals amounts of a currency are written; two for a code that is none.
pub fn decimals(code: &str) -> u32 {
    minor_unit(code).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_their_minor_units() {
        for (text, want) in [
            ("USD", Some(("USD", 2))),
            (" rmb ", Some(("CNY", 2))),
            ("日元", Some(("JPY", 0))),
            ("KWD", Some(("KWD", 3))),
            ("XXX", None),
            ("XAU", None),
            ("XTS", None),
            ("USDT", None),
            ("", None),
        ] {
            let found = find(text);
            let unit = found.as_deref().and_then(minor_unit);
            assert_eq!(found.as_deref().zip(unit), want, "{text}");
        }
    }
}
