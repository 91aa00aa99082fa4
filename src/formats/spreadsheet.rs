//! How spreadsheets name columns and count days.

pub mod height;

use crate::model::Date;

/// The last day that Excel knows, 31 December 9999, counted from 1900.
const LAST: i64 = 2_958_465;

/// The number of a column by its letters, from 1; 0 where there are none, and what no column has where there are too many.
pub fn number(letters: &str) -> u32 {
    letters.bytes().filter(u8::is_ascii_alphabetic).fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })
}

/// The letters of a column, counted from 1.
pub fn letters(number: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), number);
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

/// The day of a number of days. In the calendar from 1900 there is a 29 February 1900, which never was.
pub fn day(days: i64, from_1904: bool) -> Option<Date> {
    if !(i64::from(!from_1904)..=LAST).contains(&days) {
        return None;
    }
    let zero = match (from_1904, days) {
        (true, _) => "1904-01-01",
        (false, ..=59) => "1899-12-31",
        (false, 60) => return None,
        (false, _) => "1899-12-30",
    };
    Some(Date::parse(zero)?.plus_days(days))
}

/// The number of days of a day; none before the calendar begins, and none where that of 1900 counts the day that never was.
pub fn days(date: Date, from_1904: bool) -> Option<i64> {
    let zero = Date::parse(if from_1904 { "1904-01-01" } else { "1899-12-30" })?;
    let least = if from_1904 { 0 } else { 61 };
    Some(date.days_since(zero)).filter(|days| *days >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_letters_and_back() {
        for (name, at) in [("A", 1), ("Z", 26), ("AA", 27), ("ZZ", 702), ("AAA", 703), ("XFD", 16_384)] {
            assert_eq!((number(name), letters(at).as_str()), (at, name));
        }
        assert_eq!((number(""), number(&"Z".repeat(40)), letters(0).as_str()), (0, u32::MAX, ""));
    }

    #[test]
    fn days_there_and_back() {
        for (number, from_1904) in [(61, false), (46_083, false), (LAST, false), (0, true), (44_621, true)] {
            assert_eq!(day(number, from_1904).and_then(|date| days(date, from_1904)), Some(number), "{number}");
        }
        for (text, from_1904) in [("1900-02-28", false), ("1903-12-31", true)] {
            assert_eq!(days(Date::parse(text).unwrap(), from_1904), None, "{text}");
        }
    }
}
