//! Days as programs and spreadsheets write them: `2026-01-05`, `2026/1/5 0:00`, `5-Jan-2026`, `1/5/2026`.

use unicode_normalization::UnicodeNormalization;

use crate::model::Date;

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether the day or the month stands first where both are numbers and the year comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 24/02/2003, as in most countries.
    DayFirst,
    /// 2/24/2003, as in the United States.
    MonthFirst,
}

/// What a written day says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// One day.
    Day(Date),
    /// One or the other, by which number is the month; `None` where there is no such day.
    Either {
        /// Read with the day first.
        day_first: Option<Date>,
        /// Read with the month first.
        month_first: Option<Date>,
    },
}

impl Written {
    /// The day, with this order where it matters.
    pub fn day(self, order: Option<DayOrder>) -> Option<Date> {
        match (self, order) {
            (Self::Day(day), _) => Some(day),
            (Self::Either { day_first, .. }, Some(DayOrder::DayFirst)) => day_first,
            (Self::Either { month_first, .. }, Some(DayOrder::MonthFirst)) => month_first,
            // the fifth of May is the fifth of May
            (Self::Either { day_first, month_first }, None) => day_first.filter(|_| day_first == month_first),
        }
    }
}

/// A day with its year, a time of day behind it left out. `None` for days that do not exist, for years of two digits,
/// and for what only makes sense today (明天, 11-23, 3d).
pub fn written(text: &str) -> Option<Written> {
    let text = text.trim().nfkc().collect::<String>().to_lowercase();
    let text = without_time(&text);
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return day(text.get(..4)?, text.get(4..6)?, text.get(6..)?).map(Written::Day);
    }
    let plain = text.trim_end_matches(['日', '号']).replace(['年', '月'], "-");
    let parts: Vec<&str> =
        plain.split(['-', '/', '.', ' ', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let one = |year: &str, month: &str, date: &str| day(year, month, date).map(Written::Day);
    match (month(a), month(b)) {
        (Some(month), _) => one(c, month, b),
        (_, Some(month)) => one(c, month, a).or_else(|| one(a, month, c)),
        _ if a.len() == 4 => one(a, b, c),
        _ => {
            let (day_first, month_first) = (day(c, b, a), day(c, a, b));
            (day_first.is_some() || month_first.is_some()).then_some(Written::Either { day_first, month_first })
        }
    }
}

/// Without the time of day that programs put behind a day.
fn without_time(text: &str) -> &str {
    let behind = |at: usize| text.get(at + 1..).unwrap_or_default();
    let is_time = |time: &str| {
        let mut chars = time.chars();
        chars.next().is_some_and(|c| c.is_ascii_digit())
            && time.contains(':')
            && chars.all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'a' | 'p' | 'm' | 'z' | ' '))
    };
    let at = text.char_indices().find(|(at, c)| matches!(c, ' ' | 't') && is_time(behind(*at)));
    at.and_then(|(at, _)| text.get(..at)).unwrap_or(text).trim_end()
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && year != "0000" && number(month) && number(day);
    fits.then(|| Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
}

/// The number of a month by its English name or the first three letters of it.
fn month(name: &str) -> Option<&'static str> {
    const NUMBERS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    const NAMES: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place =
        MONTHS.iter().position(|month| *month == name).or_else(|| NAMES.iter().position(|month| *month == name));
    // September is cut to four letters by some
    let place = place.or_else(|| (name == "sept").then_some(8));
    place.and_then(|place| NUMBERS.get(place).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_exports_write_them() {
        for text in [
            "2026-01-05",
            "2026-1-5",
            "2026/1/5",
            "2026.01.05",
            "2026年1月5日",
            "20260105",
            "２０２６/1/5",
            "2026-01-05 00:00:00",
            "2026-01-05 00:00:00.000",
            "2026-01-05T00:00:00Z",
            "2026-01-05T08:30:00+08:00",
            "2026/1/5 0:00",
            "2026/1/5 9:05 AM",
            "5-Jan-2026",
            "05 January 2026",
            "Jan 5, 2026",
            "5.jan.2026",
            "2026-Jan-05",
        ] {
            assert_eq!(written(text), Date::parse("2026-01-05").map(Written::Day), "{text}");
        }
        for text in [
            "",
            "today",
            "明天",
            "3d",
            "11-23",
            "周五",
            "5-Jan-26",
            "1/5/26",
            "46027",
            "2026-13-01",
            "2026-02-30",
            "31/02/2003",
            "13/13/2026",
            "0000-00-00",
            "0000-01-01",
            "2026-001-5",
            "2026",
            "+2026-1-5",
            "2026-01-05 x",
            "12026-01-05",
            "1:00",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
    }

    #[test]
    fn two_numbers_before_the_year_are_read_in_one_order_or_the_other() {
        use DayOrder::{DayFirst, MonthFirst};
        for (text, order, want) in [
            ("2/24/2003 0:00", Some(MonthFirst), Some("2003-02-24")),
            ("2/24/2003", Some(DayFirst), None),
            ("24.02.2003", Some(DayFirst), Some("2003-02-24")),
            ("24.02.2003", None, None),
            ("05-06-2003", None, None),
            ("05-06-2003", Some(DayFirst), Some("2003-06-05")),
            ("05-06-2003", Some(MonthFirst), Some("2003-05-06")),
            ("5/5/2003", None, Some("2003-05-05")),
        ] {
            let day = written(text).and_then(|written| written.day(order));
            assert_eq!(day, want.and_then(Date::parse), "{text} {order:?}");
        }
    }
}
