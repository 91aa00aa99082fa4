//! How an order is paid and delivered, in the words of papers.

use rust_decimal::Decimal;

use crate::formats::template::Value;
use crate::model::card::PayTerms;
use crate::model::choice::PaymentMethod;
use crate::model::money::percent;

/// How it is paid, in one sentence of each language. Where the balance is not said, it is paid by the terms in force: on
/// open account where a term is granted, before shipment where none is.
pub fn payment(pay: Option<&PayTerms>, granted: u32) -> Value {
    let share = pay.and_then(|pay| pay.deposit).map_or(Decimal::ZERO, |share| *share);
    let days = pay.and_then(|pay| pay.days);
    let on_credit = days.unwrap_or(granted) > 0;
    let usual = if on_credit { PaymentMethod::Oa } else { PaymentMethod::BeforeShipment };
    let method = pay.and_then(|pay| pay.balance).unwrap_or(usual);
    let days =
        days.or(matches!(method, PaymentMethod::Oa | PaymentMethod::Da).then_some(granted)).filter(|days| *days > 0);
    if share.is_zero() {
        let (en, zh) = balance(method, days, "100%", "全款");
        return Value::Both { en, zh };
    }
    let deposit = percent(share);
    let (en, zh) = balance(method, days, "balance", "余款");
    Value::Both { en: format!("{deposit} deposit by T/T, {en}"), zh: format!("{deposit} 定金电汇，{zh}") }
}

fn balance(method: PaymentMethod, days: Option<u32>, en: &str, zh: &str) -> (String, String) {
    let after = |en: &str, zh: &str| match days {
        Some(days) => (format!("{en}{days} days after B/L date"), format!("{zh}提单日后 {days} 天")),
        None => (format!("{en}sight"), format!("{zh}即期")),
    };
    match method {
        PaymentMethod::Advance => (format!("{en} by T/T in advance"), format!("{zh}预付电汇")),
        PaymentMethod::BeforeShipment => (format!("{en} by T/T before shipment"), format!("{zh}发货前电汇付清")),
        PaymentMethod::BlCopy => match days {
            Some(days) => (
                format!("{en} by T/T against copy of B/L, within {days} days of B/L date"),
                format!("{zh}见提单复印件电汇付款，提单日后 {days} 天内"),
            ),
            None => (format!("{en} by T/T against copy of B/L"), format!("{zh}见提单复印件电汇付款")),
        },
        PaymentMethod::Lc => {
            let (when, when_zh) = after("at ", "");
            (format!("{en} by irrevocable letter of credit {when}"), format!("{zh}以不可撤销{when_zh}信用证支付"))
        }
        PaymentMethod::Dp => {
            let (when, when_zh) = after("at ", "");
            (format!("{en} by documents against payment (D/P) {when}"), format!("{zh}{when_zh}付款交单（D/P）"))
        }
        PaymentMethod::Da => {
            let (when, when_zh) = after("at ", "");
            (format!("{en} by documents against acceptance (D/A) {when}"), format!("{zh}{when_zh}承兑交单（D/A）"))
        }
        PaymentMethod::Oa => match days {
            Some(days) => (
                format!("{en} on open account, {days} days after B/L date"),
                format!("{zh}赊销，提单日后 {days} 天付款"),
            ),
            None => (format!("{en} on open account"), format!("{zh}赊销")),
        },
    }
}

/// The rule and the place of delivery terms: FOB and Ningbo of `FOB Ningbo`.
pub fn delivery(terms: Option<&str>) -> (Option<String>, Option<&str>) {
    let terms = terms.map(str::trim).filter(|terms| !terms.is_empty());
    let Some(terms) = terms else { return (None, None) };
    match terms.split_once(char::is_whitespace) {
        Some((rule, place)) => (Some(rule.to_uppercase()), Some(place.trim()).filter(|place| !place.is_empty())),
        None => (Some(terms.to_uppercase()), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;
    use crate::lang::Lang;

    #[test]
    fn how_it_is_paid_in_one_sentence() {
        for (pay, granted, en, zh) in [
            ("", 0, "100% by T/T before shipment", "全款发货前电汇付清"),
            ("", 60, "100% on open account, 60 days after B/L date", "全款赊销，提单日后 60 天付款"),
            (
                "deposit = '0.3'",
                0,
                "30% deposit by T/T, balance by T/T before shipment",
                "30% 定金电汇，余款发货前电汇付清",
            ),
            (
                "deposit = '0.30'\nbalance = 'bl_copy'\ndays = 7",
                60,
                "30% deposit by T/T, balance by T/T against copy of B/L, within 7 days of B/L date",
                "30% 定金电汇，余款见提单复印件电汇付款，提单日后 7 天内",
            ),
            ("balance = 'lc'", 60, "100% by irrevocable letter of credit at sight", "全款以不可撤销即期信用证支付"),
            (
                "balance = 'da'\ndays = 90",
                0,
                "100% by documents against acceptance (D/A) at 90 days after B/L date",
                "全款提单日后 90 天承兑交单（D/A）",
            ),
            ("balance = 'advance'", 60, "100% by T/T in advance", "全款预付电汇"),
        ] {
            let pay: PayTerms = from_text(pay).unwrap();
            let told = payment(Some(&pay), granted);
            assert_eq!((told.shown(Lang::En), told.shown(Lang::Zh)), (en.into(), zh.into()));
        }
    }

    #[test]
    fn delivery_terms_are_a_rule_and_a_place() {
        for (terms, rule, place) in [
            (Some("FOB Ningbo"), Some("FOB"), Some("Ningbo")),
            (Some(" cif  Hamburg Port "), Some("CIF"), Some("Hamburg Port")),
            (Some("EXW"), Some("EXW"), None),
            (Some(" "), None, None),
            (None, None, None),
        ] {
            assert_eq!(delivery(terms), (rule.map(str::to_owned), place));
        }
    }
}
