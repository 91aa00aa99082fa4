//! Periods, the one that each is compared with, and the months, quarters and years that they are cut into.

use chrono::Datelike;

use crate::model::Date;
use crate::model::choice::{Facet, Stretch};
use crate::rules::grade::Period;

/// How far back the period lies that another is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A week.
    Week,
    /// So many calendar months.
    Months(u32),
}

impl Step {
    fn back(self, day: Date) -> Date {
        match self {
            Self::Week => day.plus_days(-7),
            Self::Months(months) => day.minus_months(months),
        }
    }
}

/// Years that a comparison goes back at most: nobody trades longer.
const YEARS: u32 = 200;

/// The step to the period before: the first of a week, a month, a quarter, a year, two years and so on with which the two
/// do not overlap. So this year up to today is held against the same days of last year, a month against the month before.
fn step(since: Date, end: Date) -> Step {
    let steps = [Step::Week, Step::Months(1), Step::Months(3)];
    let years = (1..=YEARS).map(|years| Step::Months(12 * years));
    steps.into_iter().chain(years).find(|step| step.back(end) <= since).unwrap_or(Step::Months(12 * YEARS))
}

/// The period that another is compared with; `None` where that has no first day.
pub fn before(period: Period) -> Option<Period> {
    let since = period.since?;
    Some(moved(since, period.until, step(since, period.until.plus_days(1))))
}

/// A period moved back. It is the day after the last that is moved, so that whole months stay whole.
fn moved(since: Date, until: Date, step: Step) -> Period {
    Period { since: Some(step.back(since)), until: step.back(until.plus_days(1)).plus_days(-1) }
}

/// The period of a stretch of time, up to today.
pub fn stretch(stretch: Stretch, today: Date) -> Period {
    let month = first(Facet::Month, today);
    let year = first(Facet::Year, today);
    let (since, until) = match stretch {
        Stretch::ThisMonth => (Some(month), today),
        Stretch::LastMonth => (Some(month.minus_months(1)), month.plus_days(-1)),
        Stretch::ThisYear => (Some(year), today),
        Stretch::LastYear => (Some(year.minus_months(12)), year.plus_days(-1)),
        Stretch::TwelveMonths => (Some(today.plus_days(1).minus_months(12)), today),
        Stretch::All | Stretch::Given => (None, today),
    };
    Period { since, until }
}

/// How many months a facet of time takes together; `None` for one of another kind.
pub fn months(facet: Facet) -> Option<u32> {
    match facet {
        Facet::Month => Some(1),
        Facet::Quarter => Some(3),
        Facet::Year => Some(12),
        _ => None,
    }
}

/// The first day of the month, quarter or year that a day falls into; the day itself for other facets.
pub fn first(facet: Facet, day: Date) -> Date {
    let month = day.plus_days(1 - i64::from(day.day()));
    months(facet).map_or(day, |months| month.minus_months(day.month0() % months))
}

/// What a month, quarter or year is called, as it sorts: `2026-03`, `2026-Q1`, `2026`.
pub fn called(facet: Facet, day: Date) -> String {
    let (year, month) = (day.year(), day.month());
    match facet {
        Facet::Quarter => format!("{year:04}-Q{}", month.div_ceil(3)),
        Facet::Year => format!("{year:04}"),
        _ => format!("{year:04}-{month:02}"),
    }
}

/// The part of a period that lies in the month, quarter or year of a day, and what it is compared with: the same days of
/// the one before, so that a month that has just begun is not held against a whole one.
pub fn slice(facet: Facet, day: Date, period: Period) -> Option<(Period, Period)> {
    let months = months(facet)?;
    let (from, next) = (first(facet, day), first(facet, day).plus_months(months));
    let since = period.since.map_or(from, |since| since.max(from));
    let until = period.until.min(next.plus_days(-1));
    Some((Period { since: Some(since), until }, moved(since, until, Step::Months(months))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn told(period: Period) -> String {
        format!("{}..{}", period.since.map(|since| since.to_string()).unwrap_or_default(), period.until)
    }

    #[test]
    fn each_period_has_one_before_it() {
        for (since, until, want) in [
            ("2026-11-01", "2026-11-24", "2026-10-01..2026-10-24"),
            ("2026-11-01", "2026-11-30", "2026-10-01..2026-10-31"),
            ("2026-02-01", "2026-02-28", "2026-01-01..2026-01-31"),
            ("2026-03-01", "2026-03-31", "2026-02-01..2026-02-28"),
            ("2026-11-23", "2026-11-29", "2026-11-16..2026-11-22"),
            ("2026-11-24", "2026-11-24", "2026-11-17..2026-11-17"),
            ("2026-07-01", "2026-09-30", "2026-04-01..2026-06-30"),
            ("2026-01-01", "2026-06-30", "2025-01-01..2025-06-30"),
            ("2026-01-01", "2026-11-24", "2025-01-01..2025-11-24"),
            ("2025-11-25", "2026-11-24", "2024-11-25..2025-11-24"),
            ("2024-01-01", "2025-12-31", "2022-01-01..2023-12-31"),
        ] {
            let period = Period { since: Some(day(since)), until: day(until) };
            assert_eq!(before(period).map(told).as_deref(), Some(want), "{since}..{until}");
        }
        assert_eq!(before(Period { since: None, until: day("2026-11-24") }).map(told), None);
    }

    #[test]
    fn months_are_cut_by_the_period_and_compared_with_the_same_days() {
        let period = Period { since: Some(day("2026-01-15")), until: day("2026-11-24") };
        for (facet, at, own, other) in [
            (Facet::Month, "2026-01-20", "2026-01-15..2026-01-31", "2025-12-15..2025-12-31"),
            (Facet::Month, "2026-03-01", "2026-03-01..2026-03-31", "2026-02-01..2026-02-28"),
            (Facet::Month, "2026-11-02", "2026-11-01..2026-11-24", "2026-10-01..2026-10-24"),
            (Facet::Quarter, "2026-11-02", "2026-10-01..2026-11-24", "2026-07-01..2026-08-24"),
            (Facet::Year, "2026-11-02", "2026-01-15..2026-11-24", "2025-01-15..2025-11-24"),
        ] {
            let (a, b) = slice(facet, day(at), period).unwrap();
            assert_eq!((told(a).as_str(), told(b).as_str()), (own, other), "{facet:?} {at}");
        }
        assert_eq!(called(Facet::Quarter, day("2026-11-24")), "2026-Q4");
        assert_eq!(called(Facet::Month, day("2026-03-01")), "2026-03");
    }
}
