//! Our own people: who holds which role on a day, and who stands above whom (rulebook §10).

use crate::model::choice::Role;
use crate::model::settings::Person;
use crate::model::{Date, Settings};

/// The people of kehu.toml. One person may stand there several times, for roles of different times.
#[derive(Clone, Copy, Debug)]
pub struct Staff<'a> {
    people: &'a [Person],
}

impl<'a> Staff<'a> {
    /// Those of a book.
    pub fn new(settings: &'a Settings) -> Self {
        Self { people: &settings.person }
    }

    /// Whether nobody is listed: then nothing is approved, and grades and limits are typed in.
    pub fn is_empty(self) -> bool {
        self.people.is_empty()
    }

    /// The entries that hold on a day: the first and the last day count.
    fn on(self, day: Date) -> impl Iterator<Item = (&'a str, &'a Person)> {
        let there = move |person: &&Person| {
            person.since.is_none_or(|since| since <= day) && person.left.is_none_or(|left| day <= left)
        };
        self.people.iter().filter(there).filter_map(|person| Some((person.name.as_deref()?.trim(), person)))
    }

    /// Whether somebody is listed, on whatever day.
    pub fn knows(self, name: &str) -> bool {
        self.people.iter().any(|person| person.name.as_deref().map(str::trim) == Some(name.trim()))
    }

    /// Whether somebody is with us on a day.
    pub fn is_there(self, name: &str, day: Date) -> bool {
        self.on(day).any(|(there, _)| there == name.trim())
    }

    /// The roles of somebody on a day, in the order in which roles decide.
    pub fn roles(self, name: &str, day: Date) -> Vec<Role> {
        let own = self.on(day).filter(|(there, _)| *there == name.trim());
        let mut roles: Vec<Role> = own.flat_map(|(_, person)| person.roles.iter().copied()).collect();
        roles.sort();
        roles.dedup();
        roles
    }

    /// Whether somebody holds a role on a day.
    pub fn holds(self, name: &str, role: Role, day: Date) -> bool {
        self.roles(name, day).contains(&role)
    }

    /// Who holds a role on a day, in the order of kehu.toml.
    pub fn holders(self, role: Role, day: Date) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in self.on(day).filter(|(_, person)| person.roles.contains(&role)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether nobody but this person holds a role on a day: then it is waived.
    pub fn is_waived(self, role: Role, by: &str, day: Date) -> bool {
        self.holders(role, day).into_iter().all(|name| name == by.trim())
    }

    /// To whom somebody reports: as kehu.toml says, else the sales manager (第11条 2(1)). Nobody reports to oneself.
    pub fn superior(self, name: &str, day: Date) -> Option<&'a str> {
        let said = self.on(day).filter(|(there, _)| *there == name.trim());
        let said = said.filter_map(|(_, person)| person.reports_to.as_deref()).map(str::trim).next();
        let managers = || self.holders(Role::SalesManager, day).into_iter().next();
        said.filter(|above| !above.is_empty()).or_else(managers).filter(|above| *above != name.trim())
    }
}

impl<'a> Staff<'a> {
    /// Everybody above somebody, nearest first, as kehu.toml says whom they report to.
    pub fn above(self, name: &str, day: Date) -> Vec<&'a str> {
        let mut above: Vec<&str> = Vec::new();
        let mut next = self.superior(name, day);
        // who reports in a circle is not followed around it
        while let Some(found) = next.filter(|found| *found != name.trim() && !above.contains(found)) {
            above.push(found);
            next = self.superior(found, day);
        }
        above
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    const PEOPLE: &str = "\
[[person]]\nname = '沈'\nroles = ['salesperson']\nreports_to = '方'\n\
[[person]]\nname = '顾'\nroles = ['salesperson']\nleft = 2026-06-30\n\
[[person]]\nname = '方'\nroles = ['sales_manager']\n\
[[person]]\nname = '罗'\nroles = ['finance']\nsince = 2026-03-01\n\
[[person]]\nname = '蒋'\nroles = ['president', 'marketing_director']\n\
[[person]]\nname = '顾'\nroles = ['finance']\nsince = 2026-09-01\n";

    #[test]
    fn roles_hold_from_their_first_day_to_their_last() {
        let settings: Settings = from_text(PEOPLE).unwrap();
        let staff = Staff::new(&settings);
        for (name, day, want) in [
            ("罗", "2026-02-28", &[][..]),
            ("罗", "2026-03-01", &[Role::Finance]),
            ("顾", "2026-06-30", &[Role::Salesperson]),
            ("顾", "2026-07-01", &[]),
            ("顾", "2026-09-01", &[Role::Finance]),
            ("蒋", "2020-01-01", &[Role::MarketingDirector, Role::President]),
            ("谁", "2026-03-01", &[]),
        ] {
            assert_eq!(staff.roles(name, Date::parse(day).unwrap()), want, "{name} {day}");
        }
        let day = Date::parse("2026-03-01").unwrap();
        assert!(staff.is_waived(Role::Finance, "罗", day) && !staff.is_waived(Role::Finance, "方", day));
        assert!(staff.is_waived(Role::Finance, "方", day.plus_days(-1)));
        for (name, want) in [("沈", Some("方")), ("顾", Some("方")), ("方", None), ("蒋", Some("方"))] {
            assert_eq!(staff.superior(name, day), want, "{name}");
        }
    }

    #[test]
    fn who_stands_above_whom_ends_somewhere() {
        let settings: Settings = from_text(
            "[[person]]\nname = '沈'\nreports_to = '方'\n[[person]]\nname = '方'\nreports_to = '蒋'\n\
             [[person]]\nname = '蒋'\n[[person]]\nname = '甲'\nreports_to = '乙'\n[[person]]\nname = '乙'\nreports_to = '甲'\n",
        )
        .unwrap();
        let day = Date::parse("2026-03-01").unwrap();
        for (name, want) in [("沈", &["方", "蒋"][..]), ("蒋", &[]), ("甲", &["乙"]), ("谁", &[])] {
            assert_eq!(Staff::new(&settings).above(name, day), want, "{name}");
        }
    }
}
