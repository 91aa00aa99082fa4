//! What is due for the book itself, at no customer: the check of the grades (第8条), a copy of the book.

use super::{About, Item};
use crate::model::choice::{DueKind, Role};
use crate::model::{Date, Policy, Settings};
use crate::rules::staff::Staff;

/// What is known of the book beside its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Whether any customer has a grade.
    pub graded: bool,
    /// Where copies are asked for, the day of the last one.
    pub copied: Option<Option<Date>>,
}

/// What waits at the book as of a day.
pub fn of_book(settings: &Settings, known: Known, policy: &Policy, day: Date) -> Vec<Item> {
    [grade_check(settings, known.graded, policy, day), backup(known.copied, policy, day)]
        .into_iter()
        .flatten()
        .collect()
}

/// Finance checks the grades every three months (ours). Where none was noted yet they are due as soon as there is a grade and
/// somebody of finance to check it: whoever works alone is not pressed.
fn grade_check(settings: &Settings, graded: bool, policy: &Policy, day: Date) -> Option<Item> {
    let last = settings.grade_check.iter().filter_map(|check| check.date).filter(|date| *date <= day).max();
    let finance = || !Staff::new(settings).holders(Role::Finance, day).is_empty();
    let due = match last {
        Some(last) => last.plus_months(policy.grade_check_months),
        None if graded && finance() => day,
        None => return None,
    };
    let about = About::GradeCheck(last, policy.grade_check_months);
    Some(Item { kind: DueKind::GradeCheck, since: last, due: Some(due), about })
}

/// A copy is due seven days (ours) after the last; only where kehu.toml says where copies go.
fn backup(copied: Option<Option<Date>>, policy: &Policy, day: Date) -> Option<Item> {
    let last = copied?;
    let due = last.map_or(day, |last| last.plus_days(policy.backup_days));
    Some(Item { kind: DueKind::Backup, since: last, due: Some(due), about: About::Backup(last) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// The due days as of 2026-11-23.
    fn due(settings: &str, graded: bool, copied: Option<Option<&str>>) -> Vec<(DueKind, String)> {
        let settings: Settings = from_text(settings).unwrap();
        let known = Known { graded, copied: copied.map(|last| last.map(day)) };
        let items = of_book(&settings, known, &Policy::default(), day("2026-11-23"));
        items.into_iter().map(|item| (item.kind, item.due.unwrap().to_string())).collect()
    }

    #[test]
    fn grades_are_checked_every_three_months() {
        let finance = "[[person]]\nname = '罗'\nroles = ['finance']\n";
        let sales = "[[person]]\nname = '沈'\nroles = ['salesperson']\n";
        let check = |date: &str| format!("[[grade_check]]\ndate = {date}\n");
        for (name, settings, graded, want) in [
            ("nobody is asked to", String::new(), true, None),
            ("nobody of finance", sales.to_owned(), true, None),
            ("somebody of finance, nothing to check", finance.to_owned(), false, None),
            ("somebody of finance, never checked", finance.to_owned(), true, Some("2026-11-23")),
            ("three months after the last", finance.to_owned() + &check("2026-10-15"), true, Some("2027-01-15")),
            ("who checked once checks again", check("2026-08-31"), true, Some("2026-11-30")),
            ("the last counts", check("2026-08-31") + &check("2026-05-01"), true, Some("2026-11-30")),
            ("one to come does not", check("2026-11-24"), true, None),
            ("finance that left", finance.to_owned() + "left = 2026-11-22\n", true, None),
        ] {
            let found = due(&settings, graded, None);
            let want: Vec<_> = want.map(|day| (DueKind::GradeCheck, day.to_owned())).into_iter().collect();
            assert_eq!(found, want, "{name}");
        }
    }

    #[test]
    fn a_copy_is_due_every_seven_days_where_copies_are_asked_for() {
        for (name, copied, want) in [
            ("nobody asked", None, None),
            ("asked, none yet", Some(None), Some("2026-11-23")),
            ("seven days after the last", Some(Some("2026-11-20")), Some("2026-11-27")),
            ("late", Some(Some("2026-11-01")), Some("2026-11-08")),
        ] {
            let want: Vec<_> = want.map(|day| (DueKind::Backup, day.to_owned())).into_iter().collect();
            assert_eq!(due("", true, copied), want, "{name}");
        }
    }
}
