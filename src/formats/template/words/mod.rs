//! Amounts in words, as papers want them beside the figures.

mod chinese;
mod english;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::lang::Lang;
use crate::model::currency;
use crate::model::money::amount;

/// The largest whole part that is put into words.
const MOST: u64 = 1_000_000_000_000_000;

/// An amount taken apart.
struct Parts {
    negative: bool,
    whole: u64,
    /// The minor units, and how many decimals they are.
    minor: u32,
    decimals: u32,
}

/// An amount in words, `SAY US DOLLARS … ONLY` or 人民币…元整; rounded half up to the decimals of its currency. An amount
/// over 10¹⁵ stays in figures.
pub fn in_words(number: Decimal, code: &str, lang: Lang) -> String {
    let Some(parts) = parts(number, currency::decimals(code)) else { return amount(number) };
    match lang {
        Lang::En => english::say(&parts, code),
        Lang::Zh => chinese::say(&parts, code),
    }
}

/// A number without a currency in words; one with decimals, or over 10¹⁵, stays in figures.
pub fn count_in_words(number: Decimal, lang: Lang) -> String {
    let exact = parts(number, 0).filter(|_| number.normalize().scale() == 0);
    match (exact, lang) {
        (Some(parts), Lang::En) => english::number(parts.whole),
        (Some(parts), Lang::Zh) => chinese::number(parts.whole),
        (None, _) => amount(number.normalize()),
    }
}

fn parts(number: Decimal, decimals: u32) -> Option<Parts> {
    let rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).abs();
    let mut fraction = rounded.fract();
    fraction.rescale(decimals);
    let whole = rounded.trunc().to_u64().filter(|whole| *whole <= MOST)?;
    let minor = u32::try_from(fraction.mantissa()).ok()?;
    Some(Parts { negative: number.is_sign_negative() && !rounded.is_zero(), whole, minor, decimals })
}

#[cfg(test)]
mod tests;
