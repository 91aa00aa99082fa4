//! The visit plan (第13条 1): who is to be visited, which visits had no effect, and who left the plan for it.

use super::contact::Moment;
use super::grade::Period;
use crate::model::card::{Followup, Plan};
use crate::model::choice::FollowupKind;
use crate::model::{Card, Date, Policy};

/// How a customer stands in the visit plan on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visits<'a> {
    /// Planned visits that were not made yet, by date; none of a customer that left the plan.
    pub planned: Vec<&'a Plan>,
    /// Visits, meetings and fairs so far.
    pub made: usize,
    /// The day of the last of them.
    pub last: Option<Date>,
    /// How many in a row had no effect; while the customer is out of the plan, those since then too.
    pub fruitless: usize,
    /// The day on which the customer left the plan, if it has not come back.
    pub dropped: Option<Date>,
    /// The last return to the plan.
    pub restored: Option<&'a Plan>,
    /// Of which nobody said whether they had any effect, since the last that had one: their places on the card, from 0.
    pub unsaid: Vec<(usize, Date)>,
}

impl Visits<'_> {
    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        self.planned.is_empty() && self.fruitless == 0 && self.dropped.is_none() && self.unsaid.is_empty()
    }

    /// How many more visits without effect there may be before the customer leaves the plan.
    pub fn left(&self, policy: &Policy) -> usize {
        policy.fruitless_visits.saturating_sub(self.fruitless)
    }
}

/// The visits of a period, by what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// With effect.
    pub effective: usize,
    /// Without.
    pub fruitless: usize,
    /// Nobody said which.
    pub unsaid: usize,
}

impl Made {
    /// All of them.
    pub fn all(self) -> usize {
        self.effective + self.fruitless + self.unsaid
    }
}

/// Visits, meetings and fairs of a period.
pub fn made(card: &Card, period: Period) -> Made {
    let visits = card
        .followup
        .iter()
        .filter(|followup| counts(followup) && followup.date.is_some_and(|date| period.holds(date)));
    visits.fold(Made::default(), |made, visit| match visit.effective {
        Some(true) => Made { effective: made.effective + 1, ..made },
        Some(false) => Made { fruitless: made.fruitless + 1, ..made },
        None => Made { unsaid: made.unsaid + 1, ..made },
    })
}

/// What counts, one after the other.
enum Event<'a> {
    Visit(usize, Option<bool>),
    Restored(&'a Plan),
}

/// The visit plan of a customer as of a day.
///
/// Visits, meetings and fairs count by date, then by their place on the card: one without effect is counted, one with
/// effect begins anew, one of which nobody said counts for nothing. With the fifth the customer leaves the plan. An effective
/// visit after that brings nobody back by itself: somebody must say why (第13条 1). A return that stands on the card above
/// the fifth visit of its own day was written because of it: records of one kind stand together on a card.
pub fn visits<'a>(card: &'a Card, policy: &Policy, day: Date) -> Visits<'a> {
    let mut visits = Visits::default();
    let mut early = None;
    for (moment, event) in events(card, day) {
        match event {
            Event::Visit(place, effective) => {
                visits.made += 1;
                visits.last = Some(moment.date);
                match effective {
                    None => visits.unsaid.push((place, moment.date)),
                    Some(false) => visits.fruitless += 1,
                    Some(true) if visits.dropped.is_none() => visits.begin(),
                    Some(true) => {}
                }
                if visits.dropped.is_none() && visits.fruitless >= policy.fruitless_visits {
                    visits.dropped = Some(moment.date);
                    if let Some(plan) = early.filter(|plan: &&Plan| plan.date == Some(moment.date)) {
                        visits.restore(plan);
                    }
                }
            }
            Event::Restored(plan) if visits.dropped.is_some() => visits.restore(plan),
            Event::Restored(plan) => early = Some(plan),
        }
    }
    if visits.dropped.is_none() {
        visits.planned = open(card, day);
    }
    visits
}

impl<'a> Visits<'a> {
    fn begin(&mut self) {
        self.fruitless = 0;
        self.unsaid.clear();
    }

    fn restore(&mut self, plan: &'a Plan) {
        self.begin();
        self.dropped = None;
        self.restored = Some(plan);
    }
}

fn events(card: &Card, day: Date) -> Vec<(Moment, Event<'_>)> {
    let known = |date: Option<Date>, at| Some(Moment { date: date.filter(|date| *date <= day)?, at });
    let visits = card
        .followup
        .iter()
        .enumerate()
        .filter(|(_, followup)| counts(followup))
        .filter_map(|(place, visit)| Some((known(visit.date, visit.at)?, Event::Visit(place, visit.effective))));
    let restored = card.plan.iter().filter(|plan| is_restored(plan));
    let restored = restored.filter_map(|plan| Some((known(plan.date, plan.at)?, Event::Restored(plan))));
    let mut events: Vec<(Moment, Event<'_>)> = visits.chain(restored).collect();
    events.sort_by_key(|(moment, _)| *moment);
    events
}

/// Whether a follow-up is one of those that count for the plan.
fn counts(followup: &Followup) -> bool {
    followup.kind.is_some_and(is_visit)
}

/// Whether a follow-up of this kind counts for the plan.
pub fn is_visit(kind: FollowupKind) -> bool {
    matches!(kind, FollowupKind::Visit | FollowupKind::Meeting | FollowupKind::Exhibition)
}

/// Whether an entry of the plan takes the customer back, which needs a reason; else it is a planned visit.
fn is_restored(plan: &Plan) -> bool {
    plan.restored.as_deref().is_some_and(|reason| !reason.trim().is_empty())
}

/// Planned visits without a visit, a meeting or a fair on their day or later, by date.
fn open(card: &Card, day: Date) -> Vec<&Plan> {
    let met = card.followup.iter().filter(|followup| counts(followup)).filter_map(|followup| followup.date);
    let last = met.filter(|date| *date <= day).max();
    let planned = card.plan.iter().filter(|plan| !is_restored(plan) && plan.date.is_some());
    let mut open: Vec<&Plan> = planned.filter(|plan| last.is_none_or(|last| plan.date > Some(last))).collect();
    open.sort_by_key(|plan| (plan.date, plan.at));
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    fn visit(date: &str, more: &str) -> String {
        format!("[[followup]]\ndate = {date}\nkind = 'visit'\n{more}\n")
    }

    fn no(date: &str) -> String {
        visit(date, "effective = false")
    }

    fn yes(date: &str) -> String {
        visit(date, "effective = true")
    }

    fn back(date: &str) -> String {
        format!("[[plan]]\ndate = {date}\nrestored = '换了采购经理'\n")
    }

    fn nos(days: std::ops::RangeInclusive<u8>) -> String {
        days.map(|day| no(&format!("2026-10-{day:02}"))).collect()
    }

    /// Fruitless in a row, and since when the customer is out of the plan (第13条 1).
    #[test]
    fn five_visits_without_effect_in_a_row_and_the_customer_leaves_the_plan() {
        for (name, text, fruitless, dropped) in [
            ("nothing", String::new(), 0, None),
            ("four", nos(1..=4), 4, None),
            ("the fifth", nos(1..=5), 5, Some("2026-10-05")),
            ("by date, not as they were written", no("2026-10-09") + &nos(1..=4), 5, Some("2026-10-09")),
            ("six are still dropped since the fifth", nos(1..=6), 6, Some("2026-10-05")),
            ("an effective one begins anew", nos(1..=4) + &yes("2026-10-05") + &no("2026-10-06"), 1, None),
            (
                "the same day further down",
                nos(1..=4) + &yes("2026-10-05") + &no("2026-10-05") + &no("2026-10-06"),
                2,
                None,
            ),
            ("unsaid neither counts nor begins anew", nos(1..=4) + &visit("2026-10-05", ""), 4, None),
            ("a fifth after it does", nos(1..=4) + &visit("2026-10-05", "") + &no("2026-10-06"), 5, Some("2026-10-06")),
            (
                "meetings and fairs count",
                (nos(1..=3) + &no("2026-10-04") + &no("2026-10-05")).replacen("'visit'", "'meeting'", 1).replacen(
                    "'visit'",
                    "'exhibition'",
                    1,
                ),
                5,
                Some("2026-10-05"),
            ),
            ("calls do not", nos(1..=4) + &no("2026-10-05").replace("visit", "call"), 4, None),
            ("what is to come does not", nos(1..=4) + &no("2026-11-24"), 4, None),
            ("an effective one brings nobody back", nos(1..=5) + &yes("2026-10-06"), 5, Some("2026-10-05")),
            ("a reason does", nos(1..=5) + &back("2026-10-06"), 0, None),
            ("the same day further down does", nos(1..=5) + &back("2026-10-05"), 0, None),
            ("and above it, where plans stand above visits", back("2026-10-05") + &nos(1..=5), 0, None),
            ("one of an earlier day does not", back("2026-10-04") + &nos(1..=5), 5, Some("2026-10-05")),
            ("nor one to come", nos(1..=5) + &back("2026-11-24"), 5, Some("2026-10-05")),
            (
                "nor one without a reason",
                nos(1..=5) + "[[plan]]\ndate = 2026-10-06\nrestored = ' '\n",
                5,
                Some("2026-10-05"),
            ),
            ("then it is counted anew", nos(1..=5) + &back("2026-10-06") + &nos(7..=10), 4, None),
            ("and may leave again", nos(1..=5) + &back("2026-10-06") + &nos(7..=11), 5, Some("2026-10-11")),
        ] {
            let card: Card = from_text(&text).unwrap();
            let found = visits(&card, &Policy::default(), Date::parse("2026-11-23").unwrap());
            let want = dropped.map(|day| Date::parse(day).unwrap());
            assert_eq!((found.fruitless, found.dropped), (fruitless, want), "{name}");
        }
    }

    #[test]
    fn what_is_planned_and_what_was_not_said() {
        let plan = |date: &str| format!("[[plan]]\ndate = {date}\nplace = '展会'\n");
        for (name, text, planned, unsaid) in [
            ("by date", plan("2026-12-09") + &plan("2026-12-01"), &["2026-12-01", "2026-12-09"][..], &[][..]),
            ("late ones wait", plan("2026-11-01"), &["2026-11-01"], &[]),
            ("until a visit", plan("2026-11-01") + &visit("2026-11-01", ""), &[], &[0]),
            ("an earlier one does not do", plan("2026-11-01") + &visit("2026-10-31", ""), &["2026-11-01"], &[0]),
            ("of who left the plan none", nos(1..=5) + &plan("2026-12-01"), &[], &[]),
            ("of who came back again", nos(1..=5) + &back("2026-10-06") + &plan("2026-12-01"), &["2026-12-01"], &[]),
            ("a return is no visit", back("2026-12-01"), &[], &[]),
            ("unsaid before an effective one matters no more", visit("2026-10-01", "") + &yes("2026-10-02"), &[], &[]),
            ("unsaid after it does", yes("2026-10-02") + &visit("2026-10-03", ""), &[], &[1]),
        ] {
            let card: Card = from_text(&text).unwrap();
            let found = visits(&card, &Policy::default(), Date::parse("2026-11-23").unwrap());
            let days: Vec<String> = found.planned.iter().map(|plan| plan.date.unwrap().to_string()).collect();
            assert_eq!(days, planned, "{name}");
            let places: Vec<usize> = found.unsaid.iter().map(|(place, _)| *place).collect();
            assert_eq!(places, unsaid, "{name}");
        }
    }
}
