//! When a customer's credit must be investigated again (第11条 1(2)).

use std::cmp::max;

use super::credit::granted;
use super::money::Basis;
use crate::model::{Card, Date};

/// The clock of the regular investigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// Where the clock started: the last completed investigation, else the later of first order and the card's making.
    pub since: Option<Date>,
    /// The day the next investigation is due.
    pub due: Date,
    /// Months between two investigations at the grade in force.
    pub months: u32,
}

/// The next credit investigation (第11条 1(2)).
///
/// The clock starts at the last completed investigation; without one, at the later of the first order and the day the
/// card was made; with none of these it is due on `day`. Calendar months; month ends clamp (31 January + 1 = 28 or 29
/// February). The grade is the one that counts: what nobody approved puts nothing off. A lower grade shortens it at once; an urgent report newer than the last investigation makes one due on the
/// day of the report.
pub fn review(card: &Card, basis: &Basis<'_>, day: Date) -> Review {
    let completed = card.investigation.iter().filter_map(|done| done.completed.filter(|date| *date <= day));
    review_after(card, basis, day, completed.max())
}

/// The same as of a day, had the last investigation been completed on another.
pub fn review_after(card: &Card, basis: &Basis<'_>, day: Date, last: Option<Date>) -> Review {
    let known = |date: Option<Date>| date.filter(|date| *date <= day);
    let months = basis.policy.review_months(granted(card, basis.settings, day).standing.grade);
    let first_order = card.order.iter().filter_map(|order| known(order.date)).min();
    let since = last.or_else(|| max(first_order, known(card.created)));
    let regular = since.map_or(day, |since| since.plus_months(months));
    let urgent = card
        .alert
        .iter()
        .filter_map(|alert| known(alert.date))
        .filter(|alert| last.is_none_or(|last| *alert > last))
        .min();
    Review { since, due: urgent.map_or(regular, |urgent| regular.min(urgent)), months }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;
    use crate::model::{Policy, Settings};

    #[test]
    fn the_next_investigation_by_grade_and_history() {
        let day = |text: &str| Date::parse(text).unwrap();
        let grade = |grade: &str| format!("[[credit]]\nfrom = 2026-01-01\ngrade = '{grade}'\n");
        let done = |on: &str| format!("[[investigation]]\ndate = 2025-01-01\ncompleted = {on}\n");
        for (name, text, due) in [
            ("A: six months", grade("A") + &done("2026-05-23"), "2026-11-23"),
            ("B: three months", grade("B") + &done("2026-08-31"), "2026-11-30"),
            ("C: one month", grade("C") + &done("2026-10-31"), "2026-11-30"),
            ("D: one month", grade("D") + &done("2026-11-01"), "2026-12-01"),
            ("ungraded counts as D", done("2026-11-01"), "2026-12-01"),
            (
                "a lower grade shortens at once",
                grade("A") + "[[credit]]\nfrom = 2026-11-20\ngrade = 'C'\n" + &done("2026-10-10"),
                "2026-11-10",
            ),
            (
                "a grade to come does not yet",
                grade("A") + "[[credit]]\nfrom = 2026-12-20\ngrade = 'C'\n" + &done("2026-10-10"),
                "2027-04-10",
            ),
            (
                "never investigated: later of first order and card",
                "created = 2026-03-01\n[[order]]\ndate = 2026-10-05\n[[order]]\ndate = 2026-11-05\n".to_owned(),
                "2026-11-05",
            ),
            (
                "an unfinished one does not count",
                "created = 2026-11-01\n[[investigation]]\ndate = 2026-11-10\n".to_owned(),
                "2026-12-01",
            ),
            (
                "one finished after the day does not count",
                "created = 2026-11-01\n[[investigation]]\ndate = 2026-11-10\ncompleted = 2026-11-24\n".to_owned(),
                "2026-12-01",
            ),
            ("nothing known: today", String::new(), "2026-11-23"),
            (
                "an urgent report makes one due",
                grade("A") + &done("2026-10-10") + "[[alert]]\ndate = 2026-11-02\n",
                "2026-11-02",
            ),
            ("an old one does not", grade("A") + &done("2026-10-10") + "[[alert]]\ndate = 2026-10-10\n", "2027-04-10"),
        ] {
            let card: Card = from_text(&text).unwrap();
            let (settings, policy) = (Settings::default(), Policy::default());
            let basis = Basis::new(&settings, &policy);
            assert_eq!(review(&card, &basis, day("2026-11-23")).due, day(due), "{name}");
        }
    }
}
