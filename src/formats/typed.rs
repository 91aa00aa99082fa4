//! What people type, as the TOML literal that a field of the card takes: `3d` for a date, `拜访` for a kind of visit.

use super::toml::quoted;
use crate::lang::tr;
use crate::model::field::{Choice, Field, Is, Shape};
use crate::model::{Date, Number};
use crate::tr;

/// A day as people type it: `2026-11-23`, `11-23`, `today`, `明天`, `3d`, `2w`, `1m`, `-5d`.
pub fn day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    if let Some(day) = Date::parse(text) {
        return Some(day);
    }
    match text.to_lowercase().as_str() {
        "today" | "今天" => return Some(today),
        "tomorrow" | "明天" => return Some(today.plus_days(1)),
        "yesterday" | "昨天" => return Some(today.plus_days(-1)),
        "后天" => return Some(today.plus_days(2)),
        "前天" => return Some(today.plus_days(-2)),
        _ => {}
    }
    if text.len() == 5 {
        return Date::parse(&format!("{:04}-{text}", today.year()));
    }
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '+')?;
    let (count, unit) = (text.get(..split)?, text.get(split..)?);
    let count: i32 = count.parse().ok()?;
    match unit.to_lowercase().as_str() {
        "d" | "天" | "日" => Some(today.plus_days(i64::from(count))),
        "w" | "周" => Some(today.plus_days(7 * i64::from(count))),
        "m" | "月" | "个月" => u32::try_from(count).ok().map(|months| today.plus_months(months)),
        "y" | "年" => u32::try_from(count).ok()?.checked_mul(12).map(|months| today.plus_months(months)),
        _ => None,
    }
}

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
    let text = text.trim();
    let label = field.label.text();
    match shape {
        Shape::Text if field.is == Is::Currency => Ok(quoted(&currency(text)?)),
        Shape::Text => Ok(quoted(text)),
        Shape::Date => day(text, today).map(|day| day.to_string()).ok_or_else(|| {
            tr!(
                "{label}: \"{text}\" is no day; write 2026-11-23, today, 3d, 2w",
                "{label}：“{text}”不是日期；可写 2026-11-23、今天、3d、2w"
            )
        }),
        Shape::Number => Number::parse(text)
            .map(|number| if number.scale() == 0 { number.to_string() } else { quoted(&number.to_string()) })
            .ok_or_else(|| {
                tr!(
                    "{label}: \"{text}\" is no plain number such as 187.00",
                    "{label}：“{text}”不是普通数字，应如 187.00"
                )
            }),
        Shape::Integer => text
            .parse::<u32>()
            .map(|number| number.to_string())
            .map_err(|_| tr!("{label}: \"{text}\" is no whole number", "{label}：“{text}”不是整数")),
        Shape::Bool => yes_or_no(text)
            .map(|yes| yes.to_string())
            .ok_or_else(|| tr!("{label}: say yes or no", "{label}：请写 是 或 否")),
        Shape::Choice(choices) => choice(label, choices, text).map(|key| quoted(key)),
        Shape::List(_) | Shape::Table(_) | Shape::Any => {
            Err(tr!("{label} holds several fields; name one of them", "{label}含多个字段，请指明其中一个"))
        }
    }
}

/// An ISO 4217 code in capitals; RMB is CNY.
///
/// # Errors
/// There is no such currency.
pub fn currency(text: &str) -> Result<String, String> {
    let code = text.trim().to_uppercase();
    let code = match code.as_str() {
        "RMB" | "人民币" => "CNY".to_owned(),
        "美元" => "USD".to_owned(),
        "欧元" => "EUR".to_owned(),
        _ => code,
    };
    match iso_currency::Currency::from_code(&code) {
        Some(_) => Ok(code),
        None => Err(tr!(
            "\"{text}\" is no currency; write a code such as USD, EUR, CNY",
            "“{text}”不是币种；请写代码，如 USD、EUR、CNY"
        )),
    }
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
        let all: Vec<String> = choices.iter().map(|choice| listed(choice)).collect();
        tr!("{label}: \"{text}\" is none of {}", "{label}：“{text}”不在以下之列：{}", all.join(tr(", ", "、")))
    })
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
    fn days_as_people_type_them() {
        let today = Date::parse("2026-11-23").unwrap();
        for (text, want) in [
            ("2026-12-01", Some("2026-12-01")),
            ("12-01", Some("2026-12-01")),
            ("today", Some("2026-11-23")),
            ("明天", Some("2026-11-24")),
            ("3d", Some("2026-11-26")),
            ("-3d", Some("2026-11-20")),
            ("2周", Some("2026-12-07")),
            ("1m", Some("2026-12-23")),
            ("2026-02-30", None),
            ("soon", None),
            ("99999999999d", None),
            ("", None),
        ] {
            assert_eq!(day(text, today).map(|d| d.to_string()).as_deref(), want, "{text}");
        }
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
            ("released", "是", Ok("true")),
            ("items", "x", Err(())),
        ] {
            assert_eq!(literal(order(key), text, today).as_deref().map_err(|_| ()), want, "{key}={text}");
        }
    }
}
