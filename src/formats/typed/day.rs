//! Days as people type them: `2026-11-23`, `11-23`, `明天`, `周五`, `3d`.

use chrono::Datelike;
use unicode_normalization::UnicodeNormalization;

use crate::model::Date;

/// Which of several days is meant where the text leaves it open.
#[derive(Clone, Copy, PartialEq)]
enum Lean {
    /// The nearest: what is planned.
    Nearest,
    /// The last that has been: what happened.
    Past,
}

/// A day as people type it: `2026-11-23`, `11-23`, `11月23日`, `today`, `明天`, `周五`, `下周一`, `3d`, `2w`, `1m`, `-5d`.
/// A month and day without a year are the nearest such day; a weekday is the next one.
pub fn day(text: &str, today: Date) -> Option<Date> {
    read(text, today, Lean::Nearest)
}

/// A day on which something happened: as [`day`], but a weekday is the last one, and a day without a year rather lies
/// behind us.
pub fn past_day(text: &str, today: Date) -> Option<Date> {
    read(text, today, Lean::Past)
}

fn read(text: &str, today: Date, lean: Lean) -> Option<Date> {
    // full-width digits come out of Chinese keyboards
    let text = text.trim().nfkc().collect::<String>().to_lowercase();
    let day = named(&text)
        .map(|days| today.plus_days(days))
        .or_else(|| calendar(&text, today, lean))
        .or_else(|| weekday(&text, today, lean))
        .or_else(|| span(&text, today))?;
    // four digits are all that a card can hold
    (1..=9999).contains(&day.year()).then_some(day)
}

fn named(text: &str) -> Option<i64> {
    match text {
        "today" | "今天" | "今日" => Some(0),
        "tomorrow" | "明天" => Some(1),
        "后天" => Some(2),
        "大后天" => Some(3),
        "yesterday" | "昨天" => Some(-1),
        "前天" => Some(-2),
        _ => None,
    }
}

/// `2026-11-23`, `2026/1/5`, `2026年1月5日`, `20261123`; `11-23` and `11月23日` of the year that fits.
fn calendar(text: &str, today: Date, lean: Lean) -> Option<Date> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return date(text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    }
    let plain = text.trim_end_matches(['日', '号']).replace(['年', '月'], "-");
    // 3/4 is a day in March for one reader and in April for the next; with the year in front it is not
    let parts: Vec<&str> = match plain.split(['/', '.']).collect::<Vec<_>>() {
        parts if parts.len() == 3 => parts,
        _ => plain.split('-').collect(),
    };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [month, day] => {
            let of = |year: i32| date(&format!("{year:04}"), month, day);
            let distance = |day: &Date| day.days_since(today).abs();
            let (last, this, next) = (of(today.year() - 1), of(today.year()), of(today.year() + 1));
            match lean {
                Lean::Past if this.is_some_and(|this| this <= today) => this,
                Lean::Past => [last, this].into_iter().flatten().min_by_key(distance),
                Lean::Nearest => [last, this, next].into_iter().flatten().min_by_key(distance),
            }
        }
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let short = |part: &str| (1..=2).contains(&part.len());
    (short(month) && short(day)).then(|| Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
}

/// `周五`, `friday`, `下周一`, `上周三`.
fn weekday(text: &str, today: Date, lean: Lean) -> Option<Date> {
    const WEEKS: &[(&str, Option<i64>)] =
        &[("下", Some(1)), ("上", Some(-1)), ("本", Some(0)), ("这", Some(0)), ("", None)];
    const ENGLISH: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let (week, rest) = WEEKS.iter().find_map(|(word, week)| Some((*week, text.strip_prefix(word)?)))?;
    let chinese = ["周", "星期", "礼拜"].iter().find_map(|word| rest.strip_prefix(word));
    let wanted = match chinese {
        Some("日" | "天") => 6,
        Some(number) => "一二三四五六".chars().position(|c| number.chars().eq([c]))?,
        None => ENGLISH.iter().position(|name| *name == rest || name.get(..3) == Some(rest))?,
    };
    let (wanted, now) = (i64::try_from(wanted).ok()?, i64::from(today.weekday().num_days_from_monday()));
    let days = match (week, lean) {
        (Some(week), _) => 7 * week + wanted - now,
        (None, Lean::Nearest) => (wanted - now + 6).rem_euclid(7) + 1,
        (None, Lean::Past) => -(now - wanted).rem_euclid(7),
    };
    Some(today.plus_days(days))
}

/// `3d`, `2周`, `1m`, `-5d`, `3天前`.
fn span(text: &str, today: Date) -> Option<Date> {
    let (text, sign) = text.strip_suffix('前').map_or((text, 1), |text| (text, -1));
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '+')?;
    let (count, unit) = (text.get(..split)?, text.get(split..)?.trim_end_matches('后'));
    let count = sign * i64::from(count.parse::<i32>().ok()?);
    let months = |months: i64| u32::try_from(months).ok().map(|months| today.plus_months(months));
    match unit {
        "d" | "天" | "日" => Some(today.plus_days(count)),
        "w" | "周" => Some(today.plus_days(7 * count)),
        "m" | "月" | "个月" => months(count),
        "y" | "年" => months(12 * count),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_type_them() {
        // a Monday
        let today = Date::parse("2026-11-23").unwrap();
        for (text, want, past) in [
            ("2026-12-01", "2026-12-01", "2026-12-01"),
            ("2026-2-9", "2026-02-09", "2026-02-09"),
            ("2026/2/9", "2026-02-09", "2026-02-09"),
            ("2026年2月9日", "2026-02-09", "2026-02-09"),
            ("20260209", "2026-02-09", "2026-02-09"),
            ("２０２６－０２－０９", "2026-02-09", "2026-02-09"),
            ("12-01", "2026-12-01", "2026-12-01"),
            ("12月1日", "2026-12-01", "2026-12-01"),
            ("1-5", "2027-01-05", "2026-01-05"),
            ("10-8", "2026-10-08", "2026-10-08"),
            ("today", "2026-11-23", "2026-11-23"),
            (" 明天 ", "2026-11-24", "2026-11-24"),
            ("周五", "2026-11-27", "2026-11-20"),
            ("Fri", "2026-11-27", "2026-11-20"),
            ("周一", "2026-11-30", "2026-11-23"),
            ("星期日", "2026-11-29", "2026-11-22"),
            ("下周一", "2026-11-30", "2026-11-30"),
            ("上周三", "2026-11-18", "2026-11-18"),
            ("3d", "2026-11-26", "2026-11-26"),
            ("3天后", "2026-11-26", "2026-11-26"),
            ("3天前", "2026-11-20", "2026-11-20"),
            ("-3d", "2026-11-20", "2026-11-20"),
            ("2周", "2026-12-07", "2026-12-07"),
            ("1m", "2026-12-23", "2026-12-23"),
        ] {
            assert_eq!(day(text, today).map(|d| d.to_string()).as_deref(), Some(want), "{text}");
            assert_eq!(past_day(text, today).map(|d| d.to_string()).as_deref(), Some(past), "{text}, past");
        }
        for bad in [
            "2026-02-30",
            "2-30",
            "3/4",
            "26-02-09",
            "soon",
            "",
            "-",
            "1-2-3",
            "2000000000d",
            "99999999999d",
            "周八",
            "-1m",
            "2026-001-1",
            "d",
            "德-国",
        ] {
            assert_eq!(day(bad, today), None, "{bad}");
        }
    }

    #[test]
    fn a_day_without_a_year_in_january() {
        let today = Date::parse("2027-01-03").unwrap();
        for (text, want) in [("12-28", "2026-12-28"), ("1-10", "2027-01-10")] {
            assert_eq!(day(text, today).map(|d| d.to_string()).as_deref(), Some(want));
        }
        assert_eq!(past_day("12-28", today).map(|d| d.to_string()).as_deref(), Some("2026-12-28"));
    }
}
