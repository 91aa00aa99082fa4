//! What people type, as the TOML literal that a field of the card takes: `3d` for a date, `拜访` for a kind of visit.

mod day;
mod written;

use unicode_normalization::UnicodeNormalization;

use super::toml::quoted;
use crate::lang::tr;
use crate::model::field::{Choice, Field, Is, Shape};
use crate::model::{Date, Number, currency};
use crate::tr;

pub use day::{day, past_day};
pub use written::{DayOrder, Written, written};

/// A number of days: `7`, `7d`, `2w`, `7天`.
pub fn days(text: &str) -> Option<i64> {
    let text = text.trim();
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let count: u32 = text.get(..split)?.parse().ok()?;
    match text.get(split..)?.trim().to_lowercase().as_str() {
        "" | "d" | "天" | "日" => Some(i64::from(count)),
        "w" | "周" => Some(7 * i64::from(count)),
        _ => None,
    }
}

/// The TOML literal of a typed value; lists are split at commas.
///
/// # Errors
/// What is wrong with it, in a sentence that names what is expected.
pub fn literal(field: &Field, text: &str, today: Date) -> Result<String, String> {
    match field.shape {
        Shape::List(item) => {
            let items: Result<Vec<String>, String> = text
                .split([',', '，', '、'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| one(field, item, part, today))
                .collect();
            Ok(format!("[{}]", items?.join(", ")))
        }
        shape => one(field, shape, text, today),
    }
}

/// The TOML literal of one value, or of one item of a list.
///
/// # Errors
/// What is wrong with it, in a sentence that names what is expected.
pub fn one(field: &Field, shape: &'static Shape, text: &str, today: Date) -> Result<String, String> {
    let label = field.label.text();
    // text stays as it was typed; of everything else full-width letters and digits mean the plain ones
    let plain: String = text.trim().nfkc().collect();
    let text = if matches!(shape, Shape::Text) { text.trim() } else { plain.as_str() };
    match shape {
        Shape::Text if field.is == Is::Currency => Ok(quoted(&currency(text)?)),
        Shape::Text => Ok(quoted(text)),
        Shape::Date => date(field, text, today),
        Shape::Number => number(field, text),
        Shape::Integer => text
            .parse::<u32>()
            .map(|number| number.to_string())
            .map_err(|_| tr!("{label}: \"{text}\" is no whole number", "{label}：“{text}”不是整数")),
        Shape::Bool => yes_or_no(text)
            .map(|yes| yes.to_string())
            .ok_or_else(|| tr!("{label}: say yes or no", "{label}：请写 是 或 否")),
        Shape::Choice(choices) => choice(label, choices, text).map(quoted),
        Shape::List(_) | Shape::Table(_) | Shape::Any => {
            Err(tr!("{label} holds several fields; name one of them", "{label}含多个字段，请指明其中一个"))
        }
    }
}

fn date(field: &Field, text: &str, today: Date) -> Result<String, String> {
    let label = field.label.text();
    let happened = field.is == Is::Past;
    match if happened { past_day(text, today) } else { day(text, today) } {
        Some(day) if happened && day > today => Err(tr!("{label}: {day} has not come yet", "{label}：{day} 还没到")),
        Some(day) => Ok(day.to_string()),
        None => Err(tr!(
            "{label}: \"{text}\" is no day; write 2026-11-23, 11-23, today, friday, 3d, 2w",
            "{label}：“{text}”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w"
        )),
    }
}

/// The TOML literal of a number: whole ones are bare, what has decimals is text, so that no program rounds it.
pub fn decimal(number: Number) -> String {
    if number.scale() == 0 { number.to_string() } else { quoted(&number.to_string()) }
}

/// A share may be typed in per cent.
fn number(field: &Field, text: &str) -> Result<String, String> {
    let label = field.label.text();
    let percent = text.strip_suffix('%').filter(|_| field.is == Is::Share);
    let number = match percent {
        Some(percent) => Number::parse(percent.trim_end())
            .map(|number| Number::from((*number / rust_decimal::Decimal::ONE_HUNDRED).normalize())),
        None => Number::parse(text),
    };
    let fits = |number: &Number| {
        field.is != Is::Share || (!number.is_sign_negative() && **number <= rust_decimal::Decimal::ONE)
    };
    match number.filter(fits) {
        Some(number) => Ok(decimal(number)),
        None if field.is == Is::Share => {
            Err(tr!("{label}: \"{text}\" is no share; write 0.05 or 5%", "{label}：“{text}”不是比例；请写 0.05 或 5%"))
        }
        // it is plain, there is only too much of it
        None if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && text.len() > 28 => Err(tr!(
            "{label}: {text} has more than the 28 digits that are exact",
            "{label}：{text} 超过 28 位，无法精确计算"
        )),
        None => Err(tr!(
            "{label}: \"{text}\" is no plain number; write plain digits, e.g. 1187.00, without commas or units",
            "{label}：“{text}”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位"
        )),
    }
}

/// An ISO 4217 code in capitals; RMB is CNY.
///
/// # Errors
/// There is no such currency.
pub fn currency(text: &str) -> Result<String, String> {
    currency::find(text).ok_or_else(|| {
        tr!(
            "\"{text}\" is no currency; write a code such as USD, EUR, CNY",
            "“{text}”不是币种；请写代码，如 USD、EUR、CNY"
        )
    })
}

/// Yes or no, as people say it.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "是" | "有" | "有效" => Some(true),
        "no" | "n" | "false" | "0" | "否" | "无" | "无效" | "不是" => Some(false),
        _ => None,
    }
}

fn choice(label: &str, choices: &'static [Choice], text: &str) -> Result<&'static str, String> {
    let folded = text.to_lowercase().replace([' ', '-'], "_");
    let hit = choices.iter().find(|choice| {
        choice.key.eq_ignore_ascii_case(&folded)
            || choice.words.zh == text
            || choice.words.en.eq_ignore_ascii_case(text)
    });
    hit.map(|choice| choice.key).ok_or_else(|| {
        let all: Vec<String> = choices.iter().map(listed).collect();
        let what =
            tr!("{label}: \"{text}\" is none of {}", "{label}：“{text}”不在以下之列：{}", all.join(tr(", ", "、")));
        match nearest(choices, text) {
            Some(near) => what + &tr!("; did you mean {}?", "；是否想写 {}？", near.key),
            None => what,
        }
    })
}

fn nearest(choices: &'static [Choice], text: &str) -> Option<&'static Choice> {
    let text = text.to_lowercase();
    let likeness = |choice: &Choice| {
        [choice.key, choice.words.en, choice.words.zh]
            .map(|word| strsim::jaro_winkler(word, &text))
            .into_iter()
            .fold(0.0, f64::max)
    };
    let near = choices.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    near.filter(|choice| likeness(choice) > 0.7)
}

fn listed(choice: &Choice) -> String {
    let (key, zh) = (choice.key, choice.words.zh);
    tr!("{key}", "{zh}（{key}）")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::card::Order;
    use crate::model::field::Record;

    #[test]
    fn numbers_of_days() {
        for (text, want) in [("7d", Some(7)), ("2w", Some(14)), ("7", Some(7)), ("x", None), ("-1", None)] {
            assert_eq!(days(text), want, "{text}");
        }
    }

    #[test]
    fn literals_by_the_field_they_are_for() {
        let today = Date::parse("2026-11-23").unwrap();
        let order = |key: &str| Order::TYPE.field(key).unwrap();
        for (key, text, want) in [
            ("number", "PI \"1\"", Ok("\"PI \\\"1\\\"\"")),
            ("date", "今天", Ok("2026-11-23")),
            ("amount", "187.00", Ok("\"187.00\"")),
            ("amount", "40", Ok("40")),
            ("amount", "1,234.50", Err(())),
            ("status", "已出运", Ok("\"shipped\"")),
            ("status", "On hold", Ok("\"on_hold\"")),
            ("status", "sunk", Err(())),
            ("currency", "rmb", Ok("\"CNY\"")),
            ("currency", "XYZ", Err(())),
            ("currency", "XXX", Err(())),
            ("released", "是", Ok("true")),
            ("items", "x", Err(())),
            ("date", "明天", Err(())),
            ("required", "明天", Ok("2026-11-24")),
            ("amount", "１８７．５", Ok("\"187.5\"")),
            ("amount", "40 台", Err(())),
            ("amount", "40%", Err(())),
            ("amount", "12345678901234567890123456789", Err(())),
            ("note", "４０％", Ok("\"４０％\"")),
        ] {
            assert_eq!(literal(order(key), text, today).as_deref().map_err(|_| ()), want, "{key}={text}");
        }
    }
    #[test]
    fn shares_may_be_typed_in_per_cent() {
        let today = Date::parse("2026-11-23").unwrap();
        let deposit = crate::model::card::PayTerms::TYPE.field("deposit").unwrap();
        for (text, want) in [
            ("30%", Ok("\"0.3\"")),
            ("12.5 %", Ok("\"0.125\"")),
            ("0.30", Ok("\"0.30\"")),
            ("100%", Ok("1")),
            ("third", Err(())),
            ("30", Err(())),
            ("-5%", Err(())),
        ] {
            assert_eq!(literal(deposit, text, today).as_deref().map_err(|_| ()), want, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_none_of_the_list_is_told_the_nearest() {
        let today = Date::parse("2026-11-23").unwrap();
        let status = Order::TYPE.field("status").unwrap();
        let told = literal(status, "shiped", today).unwrap_err();
        assert!(told.ends_with("；是否想写 shipped？"), "{told}");
        let told = literal(status, "已出货", today).unwrap_err();
        assert!(told.ends_with("；是否想写 shipped？"), "{told}");
        assert!(!literal(status, "zzz", today).unwrap_err().contains("是否"));
    }
}
