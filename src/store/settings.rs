//! What kehu.toml must say plainly before any total is told: what each currency is worth. A rate that cannot be used is
//! no rate to be passed over; every total would be wrong without a word.

use super::SETTINGS_FILE;
use crate::error::{Error, Place, Result};
use crate::formats::toml::{DeTable, Document};
use crate::lang::tr;
use crate::model::{Number, Settings, currency};
use crate::tr;

/// Looks at the base currency and at every rate.
///
/// # Errors
/// A currency that is none, a rate that is not above zero, a rate without currency or value, with its place.
pub(super) fn check_money(document: &Document<'_>, settings: &Settings) -> Result<()> {
    if let Some(base) = &settings.currency {
        known(base).map_err(|error| error.at(place(document, &document.root, "currency", settings.at)))?;
    }
    let tables = document.root.get("rate").and_then(|list| list.get_ref().as_array());
    let tables = tables.into_iter().flat_map(|list| list.iter()).filter_map(|rate| rate.get_ref().as_table());
    for (rate, table) in settings.rate.iter().zip(tables) {
        let at = |key| place(document, table, key, rate.at);
        let Some(code) = &rate.currency else {
            return Err(lacking().at(at("currency")));
        };
        known(code).map_err(|error| error.at(at("currency")))?;
        let value = rate.value.ok_or_else(|| lacking().at(at("value")))?;
        positive(value, code.trim()).map_err(|error| error.at(at("value")))?;
    }
    Ok(())
}

fn known(code: &str) -> Result<()> {
    currency::find(code).map(drop).ok_or_else(|| {
        Error::new(tr!("\"{code}\" is no currency", "“{code}”不是币种"))
            .next(tr("write a code of ISO 4217, such as USD, EUR, CNY", "请写 ISO 4217 代码，如 USD、EUR、CNY"))
    })
}

fn positive(value: Number, code: &str) -> Result<()> {
    if value.is_zero() || value.is_sign_negative() {
        return Err(Error::new(tr!("the rate {value} is not above zero", "汇率 {value} 不大于零")).next(tr!(
            "write what 1 {code} is worth in base currency, as value = \"7.05\"",
            "请写 1 {code} 合多少本位币，如 value = \"7.05\""
        )));
    }
    Ok(())
}

fn lacking() -> Error {
    Error::new(tr("a [[rate]] needs `currency` and `value`", "[[rate]] 须有 currency 和 value"))
        .next(tr("fill in what is missing, or delete the rate", "请补上缺少的一项，或删除这条汇率"))
}

/// Where a value stands; where there is none, where its record begins.
fn place(document: &Document<'_>, table: &DeTable<'_>, key: &str, at: usize) -> Place {
    Place::in_text(SETTINGS_FILE, document.text, table.get(key).map_or(at, |value| value.span().start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_that_nobody_could_count_by_is_refused_at_its_place() {
        let usd = "[[rate]]\ncurrency = 'USD'\nvalue = '7'\n";
        for (text, want) in [
            ("", None),
            ("currency = 'RMB'\n[[rate]]\ncurrency = '美元'\nvalue = 7\n", None),
            ("language = 'en'\ncurrency = 'XXX'\n", Some("kehu.toml:2:12: “XXX”不是币种")),
            ("currency = ''\n", Some("kehu.toml:1:12: “”不是币种")),
            (
                &format!("{usd}[[rate]]\ndate = 2026-01-01\ncurrency = 'XAU'\nvalue = '7'\n"),
                Some("kehu.toml:6:12: “XAU”不是币种"),
            ),
            (&format!("{usd}[[rate]]\ncurrency = 'EUR'\nvalue = '0.00'\n"), Some("kehu.toml:6:9: 汇率 0.00 不大于零")),
            ("rate = [ { currency = 'EUR', value = -8 } ]\n", Some("kehu.toml:1:38: 汇率 -8 不大于零")),
            (&format!("{usd}[[rate]]\nvalue = 8\n"), Some("kehu.toml:4:1: [[rate]] 须有 currency 和 value")),
            (&format!("{usd}[[rate]]\ncurrency = 'EUR'\n"), Some("kehu.toml:4:1: [[rate]] 须有 currency 和 value")),
        ] {
            let document = Document::parse(text).unwrap();
            let settings = document.read().unwrap();
            let told = check_money(&document, &settings).err().map(|error| error.to_string());
            assert_eq!(told.as_deref(), want, "{text}");
        }
    }
}
