//! Trading stopped or ended: since when, why, and whether the customer was told (第14条).

use super::contact::Moment;
use crate::model::card::{Credit, Request};
use crate::model::choice::State;
use crate::model::{Card, Date};

/// A stop that is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// Suspended or halted.
    pub state: State,
    /// Since when, without a break.
    pub since: Date,
    /// Why, as the entry that stopped it says.
    pub reason: Option<&'a str>,
    /// The day on which the customer was told that trading is ended, with how and evidence.
    pub notified: Option<Date>,
}

impl Stop<'_> {
    /// Whether trading is ended, but the customer was not told in due form.
    pub fn awaits_notice(&self) -> bool {
        self.state == State::Halted && self.notified.is_none()
    }
}

/// What stops trading on a day; `None` where nothing does.
pub fn stop(card: &Card, day: Date) -> Option<Stop<'_>> {
    let mut found: Option<Stop<'_>> = None;
    for entry in entries(card, |moment| moment.date <= day) {
        let from = entry.from?;
        if let Some(state) = entry.state {
            match &mut found {
                _ if state == State::Active => found = None,
                Some(stop) if stop.state == state => {}
                _ => found = Some(Stop { state, since: from, reason: entry.reason.as_deref(), notified: None }),
            }
        }
        if let Some(stop) = found.as_mut().filter(|stop| stop.state == State::Halted) {
            stop.notified = stop.notified.or_else(|| notice(entry).filter(|notified| *notified <= day));
        }
    }
    found
}

/// The day of a notice in due form: when, how, and with evidence (第14条 2).
fn notice(entry: &Credit) -> Option<Date> {
    let how = entry.notified_how.as_deref().is_some_and(|how| !how.trim().is_empty());
    entry.notified.filter(|_| how && !entry.evidence.is_empty())
}

/// Whether trading was stopped already at a moment of the record, on an earlier day or on that one further up, and was
/// not taken up again that day.
pub fn stopped_before(card: &Card, moment: Moment) -> Option<State> {
    let state = entries(card, |entry| entry < moment).into_iter().rev().find_map(|entry| entry.state);
    state.filter(|state| *state != State::Active && stop(card, moment.date).is_some())
}

/// The last entry up to a day that stopped trading after a request was filed, on a later day or on that one further
/// down: what was approved for an earlier stop does not undo it.
pub fn stopped_after(request: &Request, entries: &[Credit], day: Date) -> Option<(State, Date)> {
    let filed = Moment { date: request.date?, at: request.at };
    entries
        .iter()
        .filter_map(|entry| {
            let moment = Moment { date: entry.from.filter(|from| *from <= day)?, at: entry.at };
            let state = entry.state.filter(|state| *state != State::Active)?;
            (moment > filed).then_some((moment, state))
        })
        .max_by_key(|(moment, _)| *moment)
        .map(|(moment, state)| (state, moment.date))
}

fn entries(card: &Card, keep: impl Fn(Moment) -> bool) -> Vec<&Credit> {
    let moment = |entry: &Credit| entry.from.map(|date| Moment { date, at: entry.at });
    let mut entries: Vec<&Credit> = card.credit.iter().filter(|entry| moment(entry).is_some_and(&keep)).collect();
    entries.sort_by_key(|entry| moment(entry));
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn trading_stops_is_ended_and_is_complete_when_the_customer_was_told() {
        let suspended = "[[credit]]\nfrom = 2026-11-10\nstate = 'suspended'\nreason = '拒付'\n";
        let halted = "[[credit]]\nfrom = 2026-11-15\nstate = 'halted'\nreason = '批示'\n";
        let told = "[[credit]]\nfrom = 2026-11-18\nstate = 'halted'\nnotified = 2026-11-17\nnotified_how = '快递'\nevidence = ['a.pdf']\n";
        let active = "[[credit]]\nfrom = 2026-11-20\nstate = 'active'\n";
        for (name, text, on, want) in [
            ("nothing", String::new(), "2026-11-23", None),
            ("not yet", suspended.to_owned(), "2026-11-09", None),
            ("suspended", suspended.to_owned(), "2026-11-10", Some((State::Suspended, "2026-11-10", "拒付", None))),
            (
                "a later grade does not end it",
                suspended.to_owned() + "[[credit]]\nfrom = 2026-11-12\ngrade = 'D'\n",
                "2026-11-23",
                Some((State::Suspended, "2026-11-10", "拒付", None)),
            ),
            ("halted", suspended.to_owned() + halted, "2026-11-16", Some((State::Halted, "2026-11-15", "批示", None))),
            (
                "not told before it was written down",
                halted.to_owned() + told,
                "2026-11-17",
                Some((State::Halted, "2026-11-15", "批示", None)),
            ),
            (
                "told",
                halted.to_owned() + told,
                "2026-11-18",
                Some((State::Halted, "2026-11-15", "批示", Some("2026-11-17"))),
            ),
            (
                "told without evidence is not told",
                halted.to_owned() + &told.replace("evidence", "# "),
                "2026-11-18",
                Some((State::Halted, "2026-11-15", "批示", None)),
            ),
            ("resumed", halted.to_owned() + active, "2026-11-20", None),
            (
                "halted again, to be told again",
                halted.to_owned()
                    + told
                    + active
                    + "[[credit]]\nfrom = 2026-11-22\nstate = 'halted'\nreason = '再犯'\n",
                "2026-11-23",
                Some((State::Halted, "2026-11-22", "再犯", None)),
            ),
        ] {
            let card: Card = from_text(&text).unwrap();
            let found = stop(&card, day(on));
            let found = found.map(|stop| (stop.state, stop.since, stop.reason, stop.notified));
            let want = want.map(|(state, since, reason, told)| (state, day(since), Some(reason), told.map(day)));
            assert_eq!(found, want, "{name}");
        }
    }

    #[test]
    fn a_stop_after_the_request_is_none_that_it_was_filed_for() {
        let asked = "[[request]]\ndate = 2026-11-10\nkind = 'resume'\n";
        let stop = |from: &str, state: &str| format!("[[credit]]\nfrom = {from}\nstate = '{state}'\n");
        for (name, text, on, want) in [
            ("stopped before", stop("2026-11-09", "halted") + asked, "2026-11-23", None),
            ("the same day, further up", stop("2026-11-10", "suspended") + asked, "2026-11-23", None),
            (
                "the same day, further down",
                asked.to_owned() + &stop("2026-11-10", "suspended"),
                "2026-11-23",
                Some((State::Suspended, "2026-11-10")),
            ),
            (
                "later, wherever it stands",
                stop("2026-11-12", "halted") + asked,
                "2026-11-23",
                Some((State::Halted, "2026-11-12")),
            ),
            ("not yet", stop("2026-11-12", "halted") + asked, "2026-11-11", None),
            (
                "the last counts",
                stop("2026-11-20", "halted") + asked + &stop("2026-11-12", "suspended"),
                "2026-11-23",
                Some((State::Halted, "2026-11-20")),
            ),
            ("trading again is no stop", stop("2026-11-12", "active") + asked, "2026-11-23", None),
        ] {
            let card: Card = from_text(&text).unwrap();
            let found = stopped_after(card.request.first().unwrap(), &card.credit, day(on));
            assert_eq!(found, want.map(|(state, since)| (state, day(since))), "{name}");
        }
    }

    #[test]
    fn an_order_counts_as_after_the_stop_by_day_then_by_place() {
        let card: Card = from_text(
            "[[credit]]\nfrom = 2026-11-10\nstate = 'suspended'\n[[credit]]\nfrom = 2026-11-20\nstate = 'active'\n",
        )
        .unwrap();
        for (date, at, want) in [
            ("2026-11-09", 500, None),
            ("2026-11-10", 0, None),
            ("2026-11-10", 500, Some(State::Suspended)),
            ("2026-11-19", 0, Some(State::Suspended)),
            ("2026-11-20", 0, None),
            ("2026-11-20", 500, None),
            ("2026-11-21", 0, None),
        ] {
            assert_eq!(stopped_before(&card, Moment { date: day(date), at }), want, "{date} {at}");
        }
    }
}
