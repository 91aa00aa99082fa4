//! What was granted: of what the credit entries say, what counts (第6–9条). From the day on which the firm asks for
//! approvals, an entry without an approved request may only tighten.

use crate::model::card::{Credit, Request};
use crate::model::choice::{Grade, RequestKind, Role, State};
use crate::model::{Card, Date, Settings, currency};
use crate::rules::approval::{Decided, decided, is_called};
use crate::rules::halt::stopped_after;
use crate::rules::staff::Staff;
use crate::rules::standing::{Standing, entries};

/// Why an entry does not count, but where it tightens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It names no request.
    NoRequest,
    /// The card holds no such request.
    UnknownRequest,
    /// The request is not approved.
    NotApproved,
    /// It says something else than what was approved.
    Differs,
    /// The request took effect on an earlier day: it is good once.
    Used,
    /// Trading was stopped after the request was filed: it was not asked about that stop.
    Stopped,
}

/// What counts on a day.
#[derive(Clone, Debug, Default)]
pub struct Granted {
    /// Grade, limit, term and state that count.
    pub standing: Standing,
    /// The limit was approved by the president too: it holds beyond the cap of the grade (第7条).
    pub limit_beyond: bool,
    /// So was the term.
    pub term_beyond: bool,
    /// The last entry whose words count for less than they say, and why.
    pub lack: Option<(Date, Lack)>,
}

/// Whether an entry of this day needs an approved request.
pub fn needs_request(settings: &Settings, from: Date) -> bool {
    !settings.person.is_empty() && settings.approvals_from.is_some_and(|first| from >= first)
}

/// What was granted, as of a day.
pub fn granted(card: &Card, settings: &Settings, day: Date) -> Granted {
    let requests = decided(card, Staff::new(settings), day);
    let mut granted = Granted::default();
    for (from, entry) in entries(card, day) {
        let approved = entry.request.as_deref().and_then(|id| find(&requests, id));
        match lack(settings, &requests, &card.credit, from, entry, &granted.standing) {
            None => granted.take(from, entry, approved),
            Some(why) => {
                granted.tighten(entry);
                granted.lack = Some((from, why));
            }
        }
    }
    granted
}

/// Each entry that counts for less than it says, and why.
pub fn lacking<'c>(card: &'c Card, settings: &Settings, day: Date) -> Vec<(&'c Credit, Lack)> {
    let requests = decided(card, Staff::new(settings), day);
    let mut standing = Standing::default();
    let mut found = Vec::new();
    for (from, entry) in entries(card, day) {
        if let Some(why) = lack(settings, &requests, &card.credit, from, entry, &standing) {
            found.push((entry, why));
        }
        standing = standing.then(entry);
    }
    found
}

fn find<'d, 'c>(requests: &'d [Decided<'c>], id: &str) -> Option<&'d Decided<'c>> {
    requests.iter().rev().find(|decided| is_called(decided.request.id.as_deref(), id))
}

/// Why an entry does not count; `None` where it does, or where it says nothing that must be approved.
fn lack(
    settings: &Settings,
    requests: &[Decided<'_>],
    entries: &[Credit],
    from: Date,
    entry: &Credit,
    before: &Standing,
) -> Option<Lack> {
    let resumes = entry.state == Some(State::Active) && before.state.is_some_and(|state| state != State::Active);
    let grants =
        entry.grade.is_some() || entry.limit.is_some() || entry.term_days.is_some() || entry.valid_until.is_some();
    if !needs_request(settings, from) || !(grants || resumes) {
        return None;
    }
    let Some(id) = entry.request.as_deref().filter(|id| !id.trim().is_empty()) else { return Some(Lack::NoRequest) };
    match find(requests, id) {
        None => Some(Lack::UnknownRequest),
        Some(decided) if !decided.is_approved() => Some(Lack::NotApproved),
        Some(decided) if !fits(entry, decided.request) => Some(Lack::Differs),
        Some(_)
            if entries.iter().any(|other| {
                is_called(other.request.as_deref(), id) && other.from < Some(from) && other.from.is_some()
            }) =>
        {
            Some(Lack::Used)
        }
        // the entry itself says that trading goes on: it is no stop
        Some(decided) if resumes && stopped_after(decided.request, entries, from).is_some() => Some(Lack::Stopped),
        Some(_) => None,
    }
}

/// Whether an entry grants what was asked for, and no more.
fn fits(entry: &Credit, request: &Request) -> bool {
    let code = |text: &Option<String>| text.as_deref().and_then(currency::find);
    let said = |entry: bool, same: bool| !entry || same;
    // what was approved by others, or for something else, grants no credit
    let grants = matches!(request.kind, Some(RequestKind::Grade | RequestKind::Limit | RequestKind::Resume));
    let ends = match (entry.valid_until, request.valid_until) {
        (Some(entry), Some(asked)) => entry <= asked,
        (Some(_), None) => false,
        (None, asked) => entry.limit.is_none() || asked.is_none(),
    };
    grants
        && ends
        && said(entry.grade.is_some(), entry.grade == request.grade)
        && said(
            entry.limit.is_some(),
            entry.limit == request.amount && code(&entry.currency) == code(&request.currency),
        )
        && said(entry.term_days.is_some(), entry.term_days == request.term_days)
        && said(entry.state == Some(State::Active), request.state == Some(State::Active))
}

impl Granted {
    fn take(&mut self, from: Date, entry: &Credit, approved: Option<&Decided<'_>>) {
        let beyond = approved.is_some_and(|decided| decided.has(Role::President));
        self.standing = std::mem::take(&mut self.standing).then(entry);
        self.limit_beyond = if entry.limit.is_some() { beyond } else { self.limit_beyond };
        self.term_beyond = if entry.term_days.is_some() { beyond } else { self.term_beyond };
        // what was put right is no lack any more
        self.lack = self.lack.filter(|(since, _)| *since > from);
    }

    /// Takes of an entry what is stricter than what counted before.
    fn tighten(&mut self, entry: &Credit) {
        let now = &mut self.standing;
        let worse = |grade: Grade| now.grade.map_or(grade == Grade::D, |before| grade > before);
        if let Some(grade) = entry.grade.filter(|grade| worse(*grade)) {
            now.grade = Some(grade);
        }
        let same = |code: &str| now.currency.as_deref().and_then(currency::find) == currency::find(code);
        let in_kind = entry.currency.as_deref().is_none_or(same);
        if let Some(limit) = entry.limit.filter(|limit| in_kind && now.limit.is_some_and(|before| *limit < before)) {
            now.limit = Some(limit);
        }
        if let Some(days) = entry.term_days.filter(|days| now.term_days.is_some_and(|before| *days < before)) {
            now.term_days = Some(days);
        }
        if let Some(until) = entry.valid_until.filter(|until| now.valid_until.is_some_and(|before| *until < before)) {
            now.valid_until = Some(until);
        }
        if let Some(state) = entry.state.filter(|state| *state > now.state.unwrap_or(State::Active)) {
            now.state = Some(state);
        }
    }
}
