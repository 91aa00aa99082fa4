//! A calendar day, as cards write it: `2026-11-23`, bare or quoted.

use std::fmt;
use std::ops::Deref;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::field::{Shape, Shaped};

/// A calendar day. No time, no zone: what happens to a customer happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The name under which a deserializer that sees a bare TOML date hands it over: as the number `YYYYMMDD`, or as text
/// where it is more than a day.
pub const DATE_TOKEN: &str = "kehu::Date";

impl Date {
    /// Reads exactly `YYYY-MM-DD`; `None` for every other notation and for days that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        let year = i32::try_from(number(0..4)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?).map(Self)
    }

    /// The day `n` days later, or earlier where `n` is negative; stays at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, n: i64) -> Self {
        let days = Days::new(n.unsigned_abs());
        let (moved, end) = if n < 0 {
            (self.0.checked_sub_days(days), NaiveDate::MIN)
        } else {
            (self.0.checked_add_days(days), NaiveDate::MAX)
        };
        Self(moved.unwrap_or(end))
    }

    /// The day `n` calendar months later; month ends clamp (31 January + 1 = 28 or 29 February).
    #[must_use]
    pub fn plus_months(self, n: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX))
    }

    /// The day `n` calendar months earlier; month ends clamp.
    #[must_use]
    pub fn minus_months(self, n: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(n)).unwrap_or(NaiveDate::MIN))
    }

    /// The day `n` working days (Monday to Friday) later.
    #[must_use]
    pub fn plus_working_days(self, n: u32) -> Self {
        let mut day = self;
        for _ in 0..n {
            day = day.plus_days(1);
            while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                day = day.plus_days(1);
            }
        }
        day
    }

    /// Days from `earlier` to this day; negative where it is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The year, for names and groups.
    pub fn year(self) -> i32 {
        self.0.year()
    }
}

impl Deref for Date {
    type Target = NaiveDate;
    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `pad` lets `{:>12}` work
        f.pad(&self.0.to_string())
    }
}

impl Shaped for Date {
    const SHAPE: &'static Shape = &Shape::Date;
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(crate::lang::tr("a day such as 2026-11-23", "日期，如 2026-11-23"))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
            fn visit_u32<E: Error>(self, day: u32) -> Result<Date, E> {
                let date = NaiveDate::from_ymd_opt((day / 10_000).cast_signed(), day / 100 % 100, day % 100);
                date.map(Date).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Unsigned(day.into()), &self))
            }
        }
        deserializer.deserialize_newtype_struct(DATE_TOKEN, Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_the_one_notation_and_only_days_that_exist() {
        for good in ["2026-11-23", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(good).map(|d| d.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "2026-2-9",
            "26-02-09",
            "+2024-02-29",
            "2023-02-29",
            "2026-02-30",
            "2026-11-23 ",
            "20261123",
            "2026/11/23",
            "２０２６-11-23",
            "",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_clamp_and_working_days_skip_the_weekend() {
        for (from, months, want) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-05-23", 6, "2026-11-23"),
        ] {
            assert_eq!(day(from).plus_months(months), day(want));
        }
        for (from, n, want) in [
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-19", 1, "2026-11-20"),
            ("2026-11-20", 6, "2026-11-30"),
        ] {
            assert_eq!(day(from).plus_working_days(n), day(want), "{from} + {n}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        assert!(day("9999-12-31").plus_days(i64::MAX) >= day("9999-12-31"));
        assert!(day("0001-01-01").plus_days(i64::MIN) <= day("0001-01-01"));
        assert!(day("9999-12-31").plus_months(u32::MAX) >= day("9999-12-31"));
    }
}
