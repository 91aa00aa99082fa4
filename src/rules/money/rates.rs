//! Dated rates: what one unit of a currency is worth in base currency, from a day on.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::{mul, rounded};
use super::{Basis, Fault, Slip, is_cancelled};
use crate::model::{Card, Date, Settings, currency};

/// The rates of a book.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    base: String,
    by_currency: BTreeMap<String, Vec<(Option<Date>, Decimal)>>,
}

impl Rates {
    /// As kehu.toml gives them; entries that are no rate (no currency, nothing above zero) count for nothing.
    pub fn new(settings: &Settings) -> Self {
        let base = settings.currency.as_deref().and_then(currency::find).unwrap_or_else(|| "CNY".to_owned());
        let mut by_currency: BTreeMap<String, Vec<(Option<Date>, usize, Decimal)>> = BTreeMap::new();
        for rate in &settings.rate {
            let code = rate.currency.as_deref().and_then(currency::find);
            let value = rate.value.map(|value| *value).filter(|value| *value > Decimal::ZERO);
            if let (Some(code), Some(value)) = (code, value) {
                by_currency.entry(code).or_default().push((rate.date, rate.at, value));
            }
        }
        let sorted = by_currency.into_iter().map(|(code, mut rates)| {
            // of two of one day the one further down holds
            rates.sort_by_key(|(date, at, _)| (*date, *at));
            (code, rates.into_iter().map(|(date, _, value)| (date, value)).collect())
        });
        Self { by_currency: sorted.collect(), base }
    }

    /// The currency in which totals are told.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// How many decimals amounts in base currency have.
    pub fn base_unit(&self) -> u32 {
        currency::decimals(&self.base)
    }

    /// What one unit of a currency is worth in base currency on a day: by the last rate from that day or before.
    pub fn on(&self, currency: &str, day: Date) -> Option<Decimal> {
        if currency == self.base {
            return Some(Decimal::ONE);
        }
        let rates = self.by_currency.get(currency)?;
        rates.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day)).map(|(_, value)| *value)
    }

    /// An amount in base currency on a day, rounded to its minor unit. Nothing is nothing in any currency.
    ///
    /// # Errors
    /// There is no rate for the day, or the result has too many digits.
    pub fn to_base(&self, amount: Decimal, currency: &str, day: Date) -> Slip<Decimal> {
        if amount.is_zero() {
            return Ok(rounded(amount, self.base_unit()));
        }
        let rate = self.on(currency, day).ok_or_else(|| Fault::NoRate { currency: currency.to_owned(), day })?;
        Ok(rounded(mul(amount, rate)?, self.base_unit()))
    }
}

/// Every currency of a card that lacks a rate, with the first day on which it is wanted: that of an order, or the day of
/// the report for what is open. All of them, so that they can be filled in at once.
pub fn missing(card: &Card, basis: &Basis<'_>, day: Date) -> BTreeMap<String, Date> {
    let mut wanted = BTreeMap::new();
    let orders = card.order.iter().filter(|order| !is_cancelled(order, day)).map(|order| (&order.currency, order.date));
    let payments = card.payment.iter().map(|payment| (&payment.currency, payment.date.map(|date| date.max(day))));
    for (code, date) in orders.chain(payments) {
        let Some((code, date)) = code.as_deref().and_then(currency::find).zip(date) else { continue };
        if date <= day && basis.rates.on(&code, date).is_none() {
            let first = wanted.entry(code).or_insert(date);
            *first = date.min(*first);
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    #[test]
    fn the_last_rate_up_to_the_day_holds() {
        let settings: Settings = from_text(
            "currency = 'RMB'\nrate = [ { currency = 'USD', value = '6' }, { date = 2026-01-01, currency = 'usd', value = '7.1' }, \
             { date = 2026-01-01, currency = 'USD', value = '7.0' }, { date = 2025-01-01, currency = 'EUR', value = '8' }, \
             { currency = 'GBP', value = 0 } ]\n",
        )
        .unwrap();
        let rates = Rates::new(&settings);
        for (currency, day, want) in [
            ("CNY", "2020-01-01", Some("1")),
            ("USD", "2020-01-01", Some("6")),
            ("USD", "2025-12-31", Some("6")),
            ("USD", "2026-01-01", Some("7.0")),
            ("EUR", "2024-12-31", None),
            ("EUR", "2026-12-31", Some("8")),
            ("GBP", "2026-12-31", None),
        ] {
            let rate = rates.on(currency, Date::parse(day).unwrap());
            assert_eq!(rate.map(|rate| rate.to_string()).as_deref(), want, "{currency} {day}");
        }
        let day = Date::parse("2026-02-01").unwrap();
        assert_eq!(
            rates.to_base(Decimal::new(1005, 3), "USD", day).map(|base| base.to_string()),
            Ok("7.04".to_owned())
        );
        assert!(matches!(rates.to_base(Decimal::ONE, "GBP", day), Err(Fault::NoRate { .. })));
        assert_eq!(rates.to_base(Decimal::ZERO, "GBP", day), Ok(Decimal::ZERO));
    }
}
