//! What is in force on a day: grade, limit, term and state, as the credit entries say (第5–8, 14条).

use crate::model::card::Credit;
use crate::model::choice::{Grade, State};
use crate::model::{Card, Date, Number, Policy};

/// What is in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The grade; `None` until one was given.
    pub grade: Option<Grade>,
    /// The credit limit.
    pub limit: Option<Number>,
    /// The currency of the limit.
    pub currency: Option<String>,
    /// The day of the entry that gave the limit.
    pub limit_since: Option<Date>,
    /// The last day on which the limit holds.
    pub valid_until: Option<Date>,
    /// The credit term in days.
    pub term_days: Option<u32>,
    /// Whether we trade.
    pub state: Option<State>,
}

/// What is in force on a day: each value from the last entry that names it, up to the day;
/// of two entries of one day the one further down.
pub fn in_force(card: &Card, day: Date) -> Standing {
    entries(card, day).into_iter().fold(Standing::default(), |before, (_, entry)| before.then(entry))
}

/// The credit entries that hold on a day, each with its first day, the oldest first; of two of one day the one further
/// down is the later.
pub fn entries(card: &Card, day: Date) -> Vec<(Date, &Credit)> {
    let held = |entry: &Credit| entry.from.filter(|from| *from <= day);
    let mut entries: Vec<(Date, &Credit)> =
        card.credit.iter().filter_map(|entry| Some((held(entry)?, entry))).collect();
    entries.sort_by_key(|(from, entry)| (*from, entry.at));
    entries
}

impl Standing {
    /// What is in force once an entry is.
    #[must_use]
    pub fn then(self, entry: &Credit) -> Self {
        Self {
            grade: entry.grade.or(self.grade),
            limit: entry.limit.or(self.limit),
            limit_since: if entry.limit.is_some() { entry.from } else { self.limit_since },
            // the currency of a limit is the one in which it was granted, whatever stands beside an insurer's
            currency: match (entry.limit, self.limit) {
                (None, Some(_)) => self.currency,
                _ => entry.currency.clone().or(self.currency),
            },
            valid_until: entry.valid_until.or(self.valid_until),
            term_days: entry.term_days.or(self.term_days),
            state: entry.state.or(self.state),
        }
    }

    /// The limit, where it still holds on a day: until the day that was said, else for as long as the policy lets a limit
    /// hold.
    pub fn limit_on(&self, policy: &Policy, day: Date) -> Option<Number> {
        let end = self.limit_until(policy);
        self.limit.filter(|_| end.is_none_or(|end| day <= end))
    }

    /// The last day on which the limit holds.
    pub fn limit_until(&self, policy: &Policy) -> Option<Date> {
        self.valid_until.or_else(|| Some(self.limit_since?.plus_months(policy.limit_months)))
    }
}

/// The grade in force on a day.
pub fn grade(card: &Card, day: Date) -> Option<Grade> {
    in_force(card, day).grade
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    #[test]
    fn what_an_entry_leaves_out_carries_over() {
        let card: Card = from_text(
            "[[credit]]\nfrom = 2026-06-01\nlimit = '9000'\ncurrency = 'USD'\n\
             [[credit]]\nfrom = 2026-01-01\ngrade = 'A'\nterm_days = 30\n\
             [[credit]]\nfrom = 2026-09-01\ngrade = 'C'\n[[credit]]\nfrom = 2026-09-01\ngrade = 'B'\n",
        )
        .unwrap();
        for (day, grade, limit, term) in [
            ("2025-12-31", None, None, None),
            ("2026-01-01", Some(Grade::A), None, Some(30)),
            ("2026-06-01", Some(Grade::A), Some("9000"), Some(30)),
            ("2026-09-01", Some(Grade::B), Some("9000"), Some(30)),
        ] {
            let standing = in_force(&card, Date::parse(day).unwrap());
            assert_eq!(standing.grade, grade, "{day}");
            assert_eq!(standing.limit.map(|limit| limit.to_string()).as_deref(), limit, "{day}");
            assert_eq!(standing.currency.as_deref(), limit.map(|_| "USD"), "{day}");
            assert_eq!(standing.term_days, term, "{day}");
        }
    }

    #[test]
    fn a_limit_holds_until_its_last_day() {
        let entry = "[[credit]]\nfrom = 2026-01-31\nlimit = '9000'\n";
        for (more, day, holds) in [
            ("", "2027-01-31", true),
            ("", "2027-02-01", false),
            ("valid_until = 2026-06-30\n", "2026-06-30", true),
            ("valid_until = 2026-06-30\n", "2026-07-01", false),
            ("valid_until = 2026-06-30\n[[credit]]\nfrom = 2026-06-01\nvalid_until = 2027-06-30\n", "2027-06-30", true),
            ("", "2026-01-30", false),
        ] {
            let card: Card = from_text(&format!("{entry}{more}")).unwrap();
            let day = Date::parse(day).unwrap();
            assert_eq!(in_force(&card, day).limit_on(&Policy::default(), day).is_some(), holds, "{more} {day}");
        }
    }
}
