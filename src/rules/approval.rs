//! Requests and what was decided on them (第7–9条, rulebook §10): who must approve, in which order, and which approvals
//! count. An approval that no longer fits what it approved does not count.

mod roles;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::staff::Staff;
use crate::model::card::{Approval, Request};
use crate::model::choice::{Choose, Decision, RequestKind, Role};
use crate::model::name::paper_key;
use crate::model::{Card, Date, currency};

pub use roles::{base_roles, wanted_roles};

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody still has to decide.
    Open,
    /// Everybody who must has approved, the last on this day.
    Approved(Date),
    /// Somebody said no on this day: that ends it.
    Rejected(Date),
    /// What it asks for is no longer what was filed.
    Edited,
}

/// Why an approval does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// The request was edited after it was decided.
    Edited,
    /// It does not say what was approved: no digest of the request.
    Unsealed,
    /// No such request stands in this card.
    NoRequest,
    /// Nobody of that name was with the firm on that day.
    Gone,
    /// The person did not hold that role on that day.
    WrongRole,
    /// That role is not asked.
    NotAsked,
    /// Nobody approves their own request.
    Own,
    /// Another role decides first.
    OutOfOrder(Role),
    /// It is older than the request.
    TooEarly,
    /// That role had decided, or the request was rejected.
    Late,
    /// A role that somebody else holds is not waived.
    NotWaived,
}

/// A request and what became of it.
#[derive(Clone, Debug)]
pub struct Decided<'c> {
    /// The request.
    pub request: &'c Request,
    /// How it stands.
    pub outcome: Outcome,
    /// The roles that must approve, in this order.
    pub roles: Vec<Role>,
    /// Those that have not yet.
    pub wanted: Vec<Role>,
    /// Those that nobody else held (无复核).
    pub waived: Vec<Role>,
    /// The approvals that count.
    pub approvals: Vec<&'c Approval>,
    /// The owner knows of it (第8条: 由销售业务员按照新政策执行).
    pub acknowledged: bool,
    /// Those that do not, and why.
    pub misfits: Vec<(&'c Approval, Misfit)>,
}

impl Decided<'_> {
    /// Whether it is approved.
    pub fn is_approved(&self) -> bool {
        matches!(self.outcome, Outcome::Approved(_))
    }

    /// Whether somebody still has to decide.
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Open
    }

    /// Whether it asks for an order of this number, and this amount and term stay within it (第7条).
    pub fn asks_for_order(&self, number: &str, amount: Decimal, code: &str, days: u32) -> bool {
        let request = self.request;
        let named = request.order.as_deref().is_some_and(|order| paper_key(order) == paper_key(number));
        request.kind == Some(RequestKind::Order)
            && named
            && request.currency.as_deref().and_then(currency::find).as_deref() == Some(code)
            && request.amount.is_some_and(|most| amount <= *most)
            && days <= request.term_days.unwrap_or(0)
    }

    /// The same, and it is approved.
    pub fn allows_order(&self, number: &str, amount: Decimal, code: &str, days: u32) -> bool {
        self.is_approved() && self.asks_for_order(number, amount, code, days)
    }

    /// Whether this role approved it, or was waived.
    pub fn has(&self, role: Role) -> bool {
        self.is_approved() && self.roles.contains(&role)
    }
}

/// The id of a paper, as people may write it.
pub fn is_called(id: Option<&str>, called: &str) -> bool {
    id.is_some_and(|id| id.trim().eq_ignore_ascii_case(called.trim()))
}

/// SHA-256 over the sorted `path=value` lines of what is asked for: the same for the same request, however it is written.
pub fn digest(card_id: Option<&str>, request: &Request) -> String {
    let text = |value: &Option<String>| value.as_deref().map(|text| text.trim().to_owned()).unwrap_or_default();
    let key = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let roles: Vec<&str> = request.roles.iter().map(|role| role.key()).collect();
    let code = request.currency.as_deref().map(|code| currency::find(code).unwrap_or_else(|| code.trim().to_owned()));
    let mut lines: Vec<(&str, String)> = vec![
        ("customer", card_id.unwrap_or_default().trim().to_owned()),
        ("id", text(&request.id)),
        ("by", text(&request.by)),
        ("date", request.date.map(|date| date.to_string()).unwrap_or_default()),
        ("kind", key(request.kind.map(Choose::key))),
        ("grade", key(request.grade.map(Choose::key))),
        ("amount", request.amount.map(|amount| amount.normalize().to_string()).unwrap_or_default()),
        ("currency", code.unwrap_or_default()),
        ("term_days", request.term_days.map(|days| days.to_string()).unwrap_or_default()),
        ("order", text(&request.order)),
        ("valid_until", request.valid_until.map(|date| date.to_string()).unwrap_or_default()),
        ("state", key(request.state.map(Choose::key))),
        ("roles", roles.join(",")),
    ];
    lines.retain(|(_, value)| !value.is_empty());
    lines.sort();
    let text: String = lines.into_iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What became of every request that was filed up to a day, in the order of the card.
pub fn decided<'c>(card: &'c Card, staff: Staff<'_>, day: Date) -> Vec<Decided<'c>> {
    let filed = card.request.iter().filter(|request| request.date.is_some_and(|date| date <= day));
    filed.map(|request| decide(card, request, staff, day)).collect()
}

/// The request of this id, and what became of it. Of several of one id the last.
pub fn find<'c>(card: &'c Card, id: &str, staff: Staff<'_>, day: Date) -> Option<Decided<'c>> {
    decided(card, staff, day).into_iter().rev().find(|decided| is_called(decided.request.id.as_deref(), id))
}

/// The approvals up to a day that name no request of the card.
pub fn strays(card: &Card, day: Date) -> Vec<(&Approval, Misfit)> {
    let known = |approval: &Approval| {
        let id = approval.request.as_deref().unwrap_or_default();
        card.request.iter().any(|request| is_called(request.id.as_deref(), id))
    };
    let up_to = card.approval.iter().filter(|approval| approval.date.is_some_and(|date| date <= day));
    up_to.filter(|approval| !known(approval)).map(|approval| (approval, Misfit::NoRequest)).collect()
}

fn decide<'c>(card: &'c Card, request: &'c Request, staff: Staff<'_>, day: Date) -> Decided<'c> {
    let roles = wanted_roles(request, staff);
    let mut decided = Decided {
        request,
        outcome: Outcome::Open,
        wanted: roles.clone(),
        roles,
        waived: Vec::new(),
        approvals: Vec::new(),
        acknowledged: false,
        misfits: Vec::new(),
    };
    let id = request.id.as_deref().unwrap_or_default();
    let own =
        card.approval.iter().filter(|approval| is_called(approval.request.as_deref(), id) && !id.trim().is_empty());
    let mut own: Vec<(Date, &Approval)> =
        own.filter_map(|approval| Some((approval.date.filter(|date| *date <= day)?, approval))).collect();
    own.sort_by_key(|(date, approval)| (*date, approval.at));
    let now = digest(card.id.as_deref(), request);
    let edited = request.digest.as_deref().is_some_and(|filed| filed.trim() != now);
    for (date, approval) in own {
        match decided.weigh(approval, date, edited, &now, staff) {
            Ok(()) => decided.approvals.push(approval),
            Err(misfit) => decided.misfits.push((approval, misfit)),
        }
    }
    // a request without anybody to decide is nobody's word
    if edited && !matches!(decided.outcome, Outcome::Rejected(_)) {
        decided.outcome = Outcome::Edited;
    }
    decided
}

impl Decided<'_> {
    /// Lets an approval count, or says why it does not.
    fn weigh(
        &mut self,
        approval: &Approval,
        date: Date,
        edited: bool,
        now: &str,
        staff: Staff<'_>,
    ) -> Result<(), Misfit> {
        let Self { request, outcome, .. } = self;
        let by = approval.by.as_deref().unwrap_or_default().trim();
        let own = request.by.as_deref().is_some_and(|filed| filed.trim() == by);
        // an approval is of what was seen, not of whatever goes by that name
        let Some(seen) = &approval.digest else { return Err(Misfit::Unsealed) };
        if edited || request.digest.is_none() || seen.trim() != now {
            return Err(Misfit::Edited);
        }
        if approval.decision == Some(Decision::Acknowledge) {
            self.acknowledged |= matches!(outcome, Outcome::Approved(_));
            return if self.acknowledged { Ok(()) } else { Err(Misfit::TooEarly) };
        }
        if *outcome != Outcome::Open {
            return Err(Misfit::Late);
        }
        if request.date.is_some_and(|filed| date < filed) {
            return Err(Misfit::TooEarly);
        }
        if !staff.is_there(by, date) {
            return Err(Misfit::Gone);
        }
        match approval.decision {
            Some(Decision::Reject) => self.reject(approval, date, by, own, staff),
            Some(Decision::Waive) => self.waive(approval, date, staff),
            Some(Decision::Approve) if own => Err(Misfit::Own),
            Some(Decision::Approve) => self.approve(approval, date, by, staff),
            Some(Decision::Acknowledge) | None => Err(Misfit::NotAsked),
        }
    }

    /// Who must approve may say no; who asked may take it back.
    fn reject(&mut self, approval: &Approval, date: Date, by: &str, own: bool, staff: Staff<'_>) -> Result<(), Misfit> {
        if !own {
            self.role_of(approval, date, by, staff)?;
        }
        self.outcome = Outcome::Rejected(date);
        Ok(())
    }

    fn waive(&mut self, approval: &Approval, date: Date, staff: Staff<'_>) -> Result<(), Misfit> {
        let role = approval.role.filter(|role| self.roles.contains(role)).ok_or(Misfit::NotAsked)?;
        if !self.wanted.contains(&role) {
            return Err(Misfit::Late);
        }
        if !staff.is_waived(role, self.request.by.as_deref().unwrap_or_default(), date) {
            return Err(Misfit::NotWaived);
        }
        self.waived.push(role);
        self.wanted.retain(|wanted| *wanted != role);
        self.close(date);
        Ok(())
    }

    /// One approval of a person counts for each role that the person holds.
    fn approve(&mut self, approval: &Approval, date: Date, by: &str, staff: Staff<'_>) -> Result<(), Misfit> {
        self.role_of(approval, date, by, staff)?;
        let held = staff.roles(by, date);
        match self
            .wanted
            .iter()
            .find(|role| !staff.is_waived(**role, self.request.by.as_deref().unwrap_or_default(), date))
        {
            Some(first) if !held.contains(first) => {
                let late = !held.iter().any(|role| self.wanted.contains(role));
                return Err(if late { Misfit::Late } else { Misfit::OutOfOrder(*first) });
            }
            _ => {}
        }
        self.wanted.retain(|role| !held.contains(role));
        self.close(date);
        Ok(())
    }

    /// The role in which somebody decides: one that is asked and held.
    fn role_of(&self, approval: &Approval, date: Date, by: &str, staff: Staff<'_>) -> Result<Role, Misfit> {
        let role = approval.role.ok_or(Misfit::WrongRole)?;
        if !staff.holds(by, role, date) {
            return Err(Misfit::WrongRole);
        }
        if self.roles.contains(&role) { Ok(role) } else { Err(Misfit::NotAsked) }
    }

    fn close(&mut self, date: Date) {
        if self.wanted.is_empty() {
            self.outcome = Outcome::Approved(date);
        }
    }
}
