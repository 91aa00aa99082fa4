//! Numbering plans: which numbers a calling code gives out, and what is dialled before them.

use std::sync::LazyLock;

use super::table;
use crate::model::Country;

/// Digits of a calling code, at most.
const CODE: usize = 3;
/// The code of Argentina, whose mobile numbers are dialled in another form inside the country.
const ARGENTINA: &str = "54";

static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| table::ROWS.lines().filter_map(Plan::read).collect());

/// The plan of a calling code, as its row of the table spells it.
pub struct Plan {
    /// The calling code.
    pub code: &'static str,
    /// What is dialled before a number inside the country only; empty where nothing is.
    pub trunk: &'static str,
    places: &'static str,
    further: &'static str,
    exits: &'static str,
    numbers: &'static str,
}

impl Plan {
    fn read(row: &'static str) -> Option<Plan> {
        let mut columns = row.split('|');
        let mut column = || columns.next();
        let (code, places, trunk) = (column()?, column()?, column()?);
        Some(Plan { code, trunk, places, further: column()?, exits: column()?, numbers: column()? })
    }

    /// The plan of a country, and the area code that a place with only one leaves out. `None` where nobody can be
    /// called, as in Antarctica.
    pub fn of(country: Country) -> Option<(&'static Plan, &'static str)> {
        PLANS.iter().find_map(|plan| {
            let area = plan.places.split(' ').find_map(|place| place.strip_prefix(country.alpha2()))?;
            Some((plan, area))
        })
    }

    /// The country of a number behind its calling code: of those that share the code the one whose area it is, or the only one
    /// that has no area of its own; `None` where that is nobody's alone, as +1 and +7.
    pub fn country(&self, number: &str) -> Option<Country> {
        let places = || self.places.split(' ').filter_map(|place| place.split_at_checked(2));
        let own = places().find(|(_, area)| !area.is_empty() && number.starts_with(area));
        let mut whole = places().filter(|(place, area)| area.is_empty() && !GUESTS.contains(place));
        let (place, _) = own.or_else(|| whole.next().filter(|_| whole.next().is_none()))?;
        Country::find(place)
    }

    /// The plan of a number with its calling code, and the number behind the code.
    pub fn abroad(digits: &str) -> Option<(&'static Plan, &str)> {
        (1..=CODE).find_map(|length| {
            let (code, number) = digits.split_at_checked(length)?;
            Some((PLANS.iter().find(|plan| plan.code == code)?, number))
        })
    }

    /// Whether digits that were dialled inside the country reach a number in a way that only its plan knows: through a
    /// carrier, without the area code, with the calling code but no `+`, through a prefix for abroad that is not 00.
    pub fn reaches(&self, digits: &str, area: &str) -> bool {
        self.behind_prefixes(digits).any(|number| self.has(number))
            || (!area.is_empty() && self.has(&format!("{area}{digits}")))
            || digits.strip_prefix(self.code).is_some_and(|number| self.has(number))
            || self.exits.split_whitespace().filter_map(|exit| behind(exit, digits)).any(is_given_out)
    }

    /// The number behind each prefix that is dialled before one inside the country.
    fn behind_prefixes<'d>(&self, digits: &'d str) -> impl Iterator<Item = &'d str> {
        self.further.split_whitespace().chain([self.trunk]).filter_map(move |prefix| behind(prefix, digits))
    }

    fn has(&self, number: &str) -> bool {
        self.gives_out(number)
            || (self.code == ARGENTINA && mobile_of_argentina(number).any(|number| self.gives_out(&number)))
    }

    fn gives_out(&self, number: &str) -> bool {
        self.numbers.split(';').filter_map(|group| group.split_once(' ')).any(|(lengths, leads)| {
            lengths.split(',').any(|lengths| is_within(lengths, number.len()))
                && leads.split(' ').any(|leads| behind(leads, number).is_some())
        })
    }
}

/// Whether a number with its calling code is given out. Some write the trunk prefix behind the code: +36 (06) 1.
pub fn is_given_out(digits: &str) -> bool {
    Plan::abroad(digits)
        .is_some_and(|(plan, number)| plan.has(number) || plan.behind_prefixes(number).any(|number| plan.has(number)))
}

/// 11 15-2345-6789 is +54 9 11 2345-6789: one that calls from abroad says "mobile" before the area code, not behind it.
fn mobile_of_argentina(number: &str) -> impl Iterator<Item = String> {
    (2..=4).filter_map(|length| {
        let (area, rest) = number.split_at_checked(length)?;
        Some(format!("9{area}{}", rest.strip_prefix("15")?))
    })
}

/// What stands behind a lead, or behind one of `201-206`.
fn behind<'d>(leads: &str, digits: &'d str) -> Option<&'d str> {
    let (first, last) = ends(leads);
    let (lead, rest) = digits.split_at_checked(first.len())?;
    (first <= lead && lead <= last).then_some(rest)
}

fn is_within(lengths: &str, length: usize) -> bool {
    let (least, most) = ends(lengths);
    least.parse().is_ok_and(|least| length >= least) && most.parse().is_ok_and(|most| length <= most)
}

fn ends(range: &str) -> (&str, &str) {
    range.split_once('-').unwrap_or((range, range))
}

/// Places that share the numbers of a neighbour: the Vatican, Svalbard, Western Sahara.
const GUESTS: [&str; 3] = ["VA", "SJ", "EH"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(PLANS.len(), table::ROWS.lines().count());
        for plan in PLANS.iter() {
            assert!(!plan.code.is_empty() && plan.code.bytes().all(|c| c.is_ascii_digit()), "{}", plan.code);
            for range in plan.numbers.split([';', ' ', ',']) {
                let (first, last) = ends(range);
                assert!(first.parse::<u16>().unwrap() <= last.parse().unwrap(), "{} {range}", plan.code);
            }
        }
    }

    #[test]
    fn what_is_dialled_inside_a_country_reaches_a_number() {
        for (country, digits, want) in [
            ("US", "01186574 88881234", true),
            ("US", "12128782491", true),
            ("US", "8782491", false),
            ("JP", "010497115550134", true),
            ("JP", "0109997115550134", false),
            // the only area code of the place left out
            ("AG", "4601234", true),
            ("AG", "9601234", true),
            ("GG", "256789", true),
            // a carrier before the number
            ("BR", "0151123456789", true),
            ("BR", "0161123456789", false),
            ("BY", "80172345678", true),
            // mobile in Argentina
            ("AR", "011 15 23456789", true),
            ("AR", "0221 15 1234567", true),
            ("AR", "011 16 23456789", false),
            // the calling code without +
            ("CN", "8657488881234", true),
            ("AQ", "07115550134", false),
        ] {
            let digits = digits.replace(' ', "");
            let reaches =
                Country::find(country).and_then(Plan::of).is_some_and(|(plan, area)| plan.reaches(&digits, area));
            assert_eq!(reaches, want, "{country} {digits}");
        }
    }

    #[test]
    fn a_number_behind_its_calling_code() {
        for (digits, want) in [
            ("497115550134", true),
            ("4907115550134", true),
            ("4971155", false),
            ("390236618300", true),
            ("39236618300", false),
            ("12128782491", true),
            // no such area
            ("12118782491", false),
            ("1212878249", false),
            ("80012345678", true),
            // the trunk prefix behind the code
            ("360615550134", true),
            ("370852123456", true),
            ("8657488881234", true),
            ("86574888812345", false),
            ("999", false),
            ("", false),
        ] {
            assert_eq!(is_given_out(digits), want, "{digits}");
        }
    }
}
