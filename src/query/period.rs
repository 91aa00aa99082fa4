//! Days and spans of days as people ask for them: `2026`, `2026-06`, `上月`, `2026-01-01..今天`.

use chrono::Datelike;

use crate::formats::typed;
use crate::model::Date;

/// The first and the last day of what was said: a day, a month, a year, last week.
pub fn period(text: &str, today: Date) -> Option<(Date, Date)> {
    let text = text.trim();
    named(text, today).or_else(|| year_or_month(text)).or_else(|| typed::day(text, today).map(|day| (day, day)))
}

/// Spans that are counted from today.
fn named(text: &str, today: Date) -> Option<(Date, Date)> {
    let monday = today.plus_days(-i64::from(today.weekday().num_days_from_monday()));
    let week = |weeks: i64| Some((monday.plus_days(7 * weeks), monday.plus_days(7 * weeks + 6)));
    let (year, this) = (today.year(), today.month());
    match text.to_lowercase().replace('_', "-").as_str() {
        "本周" | "这周" | "this-week" => week(0),
        "上周" | "last-week" => week(-1),
        "下周" | "next-week" => week(1),
        "本月" | "这个月" | "this-month" => month(year, this),
        "上月" | "上个月" | "last-month" if this == 1 => month(year - 1, 12),
        "上月" | "上个月" | "last-month" => month(year, this - 1),
        "下月" | "下个月" | "next-month" if this == 12 => month(year + 1, 1),
        "下月" | "下个月" | "next-month" => month(year, this + 1),
        "今年" | "this-year" => whole(year),
        "去年" | "last-year" => whole(year - 1),
        "明年" | "next-year" => whole(year + 1),
        _ => None,
    }
}

fn year_or_month(text: &str) -> Option<(Date, Date)> {
    let digits = |text: &str, count: usize| {
        (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
    };
    let plain = text.trim_end_matches(['月', '年']).replace(['年', '/'], "-");
    match plain.split_once('-') {
        None => whole(digits(&plain, 4)?),
        Some((year, number)) => {
            let number = digits(number, 2).or_else(|| digits(number, 1))?;
            month(digits(year, 4)?, u32::try_from(number).ok()?)
        }
    }
}

fn whole(year: i32) -> Option<(Date, Date)> {
    Some((month(year, 1)?.0, month(year, 12)?.1))
}

fn month(year: i32, month: u32) -> Option<(Date, Date)> {
    let first = Date::parse(&format!("{year:04}-{month:02}-01"))?;
    Some((first, first.plus_months(1).plus_days(-1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_as_people_say_them() {
        // a Monday
        let today = Date::parse("2026-11-23").unwrap();
        for (text, from, to) in [
            ("2026-06-30", "2026-06-30", "2026-06-30"),
            ("2026-02", "2026-02-01", "2026-02-28"),
            ("2026-2", "2026-02-01", "2026-02-28"),
            ("2026/12", "2026-12-01", "2026-12-31"),
            ("2026年6月", "2026-06-01", "2026-06-30"),
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026年", "2026-01-01", "2026-12-31"),
            ("上月", "2026-10-01", "2026-10-31"),
            ("this-month", "2026-11-01", "2026-11-30"),
            ("本周", "2026-11-23", "2026-11-29"),
            ("last-week", "2026-11-16", "2026-11-22"),
            ("去年", "2025-01-01", "2025-12-31"),
            ("今天", "2026-11-23", "2026-11-23"),
            ("-30d", "2026-10-24", "2026-10-24"),
            ("30天前", "2026-10-24", "2026-10-24"),
        ] {
            let want = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
            assert_eq!(period(text, today), Some(want), "{text}");
        }
        for none in ["", "20", "2026-13", "2026-02-30", "abc", "26-06"] {
            assert_eq!(period(none, today), None, "{none}");
        }
    }
}
