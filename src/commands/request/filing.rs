//! A request put on a card, and what its approval brings about (第7–9条).

use crate::commands::append::Draft;
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, quoted};
use crate::formats::typed::decimal;
use crate::model::card::{Approval, Credit, Request};
use crate::model::choice::{Decision, Grade, RequestKind, Role, State};
use crate::model::field::Record;
use crate::model::id::paper_id;
use crate::model::{Card, Choose, Date, Number, currency};
use crate::rules::approval::{decided, digest, is_called, wanted_roles};
use crate::rules::staff::Staff;
use crate::rules::standing;
use crate::tr;
use rust_decimal::Decimal;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Filing {
    /// What kind of thing.
    pub kind: RequestKind,
    /// Who asks.
    pub by: String,
    /// A grade.
    pub grade: Option<Grade>,
    /// A limit, or what an order comes to, with its currency.
    pub amount: Option<(Number, String)>,
    /// A term in days.
    pub term_days: Option<u32>,
    /// The order.
    pub order: Option<String>,
    /// The last day on which a limit is to hold.
    pub valid_until: Option<Date>,
    /// The state that is asked for.
    pub state: Option<State>,
    /// Who must approve beside those whom the kind asks for.
    pub roles: Vec<Role>,
    /// Why.
    pub reason: Option<String>,
}

/// A request as it is filed: its edits, and who is to decide.
#[derive(Clone, Debug)]
pub struct Filed {
    /// Its id.
    pub id: String,
    /// What is written.
    pub edits: Vec<Edit>,
    /// Who must approve, in this order.
    pub wanted: Vec<Role>,
    /// Roles that nobody else holds: the change is not looked at by them (无复核).
    pub waived: Vec<Role>,
}

impl Filing {
    /// Of a kind, asking for nothing yet.
    pub fn new(kind: RequestKind, by: String) -> Self {
        Self {
            kind,
            by,
            grade: None,
            amount: None,
            term_days: None,
            order: None,
            valid_until: None,
            state: None,
            roles: Vec::new(),
            reason: None,
        }
    }

    /// The same, for who becomes D: what is in force of limit and term goes with the grade (第6条 4).
    fn without_credit_for_d(&self, card: &Card, day: Date) -> Self {
        let mut filing = self.clone();
        if self.grade == Some(Grade::D) {
            let (limit, term) = left_to_d(card, day);
            filing.amount = filing.amount.or(limit);
            filing.term_days = filing.term_days.or(term);
        }
        filing
    }

    fn request(&self, card: &Card, day: Date) -> Request {
        let text = |value: Option<String>| value.unwrap_or_default();
        let amount = self.amount.as_ref();
        let parts = [
            text(card.id.clone()),
            day.to_string(),
            self.by.clone(),
            self.kind.key().to_owned(),
            text(self.grade.map(|grade| grade.key().to_owned())),
            text(amount.map(|(number, code)| format!("{} {code}", number.normalize()))),
            text(self.term_days.map(|days| days.to_string())),
            text(self.order.clone()),
            text(self.reason.clone()),
        ];
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let taken = |id: &str| card.request.iter().any(|request| is_called(request.id.as_deref(), id));
        let mut request = Request {
            id: Some(paper_id("RQ", &parts, taken)),
            date: Some(day),
            by: Some(self.by.clone()),
            kind: Some(self.kind),
            grade: self.grade,
            amount: amount.map(|(number, _)| *number),
            currency: amount.map(|(_, code)| code.clone()),
            term_days: self.term_days,
            order: self.order.clone(),
            valid_until: self.valid_until,
            state: self.state,
            roles: self.roles.clone(),
            reason: self.reason.clone(),
            digest: None,
            at: 0,
        };
        request.digest = Some(digest(card.id.as_deref(), &request));
        request
    }

    /// Refuses what an open request asks for already.
    fn asked_already(&self, request: &Request, card: &Card, staff: Staff<'_>, day: Date) -> Result<()> {
        let asks = |request: &Request| {
            let code = request.currency.as_deref().and_then(currency::find);
            let what = (request.kind, request.grade, request.amount, code, request.term_days);
            (what, request.order.clone(), request.state)
        };
        let same = |other: &Request| self.kind != RequestKind::Investigation && asks(other) == asks(request);
        match decided(card, staff, day).iter().find(|decided| decided.is_open() && same(decided.request)) {
            None => Ok(()),
            Some(decided) => {
                let id = decided.request.id.clone().unwrap_or_default();
                Err(Error::refused(tr!("{id} asks for it already", "已有申请 {id}"))
                    .next(tr!("see it: kehu request show {id}", "查看：kehu request show {id}")))
            }
        }
    }

    /// The edits that file it. Roles that nobody else holds are waived at once; where that leaves nobody to ask, it takes
    /// effect.
    ///
    /// # Errors
    /// A value that does not fit its field.
    pub fn file(&self, card: &Card, staff: Staff<'_>, day: Date) -> Result<Filed> {
        let mut request = self.without_credit_for_d(card, day).request(card, day);
        self.asked_already(&request, card, staff, day)?;
        let all = wanted_roles(&request, staff);
        if all != request.roles {
            // who must decide is part of what is decided on
            request.roles.clone_from(&all);
            request.digest = Some(digest(card.id.as_deref(), &request));
        }
        let id = request.id.clone().unwrap_or_default();
        let (waived, wanted): (Vec<Role>, Vec<Role>) =
            all.into_iter().partition(|role| staff.is_waived(*role, &self.by, day));
        let mut edits = vec![pushed(&request, day)?];
        for role in &waived {
            edits.push(decision(&request, day, &self.by, *role, Decision::Waive, None)?);
        }
        if wanted.is_empty() {
            edits.extend(effect(&request, day)?);
        }
        Ok(Filed { id, edits, wanted, waived })
    }
}

/// The limit and the term that are to be nothing for who becomes D; `None` each where there is none.
pub fn left_to_d(card: &Card, day: Date) -> (Option<(Number, String)>, Option<u32>) {
    let standing = standing::in_force(card, day);
    let limit = standing.limit.filter(|limit| !limit.is_zero());
    let code = standing.currency.as_deref().and_then(currency::find).unwrap_or_else(|| "CNY".to_owned());
    (limit.map(|_| (Number::from(Decimal::ZERO), code)), standing.term_days.filter(|days| *days > 0).map(|_| 0))
}

/// A request as a record.
fn pushed(request: &Request, day: Date) -> Result<Edit> {
    let mut draft = Draft::new(Request::TYPE, day);
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    draft.typed("id", request.id.as_deref())?;
    draft.typed("date", date(request.date).as_deref())?;
    draft.typed("by", request.by.as_deref())?;
    draft.typed("kind", request.kind.map(Choose::key))?;
    draft.typed("grade", request.grade.map(Choose::key))?;
    if let Some(amount) = request.amount {
        draft.literal("amount", decimal(amount));
    }
    draft.typed("currency", request.currency.as_deref())?;
    draft.typed("term_days", request.term_days.map(|days| days.to_string()).as_deref())?;
    draft.typed("order", request.order.as_deref())?;
    draft.typed("valid_until", date(request.valid_until).as_deref())?;
    draft.typed("state", request.state.map(Choose::key))?;
    let roles: Vec<String> = request.roles.iter().map(|role| quoted(role.key())).collect();
    draft.literal("roles", format!("[{}]", roles.join(", ")));
    draft.typed("reason", request.reason.as_deref())?;
    draft.typed("digest", request.digest.as_deref())?;
    Ok(draft.push("request"))
}

/// A decision as a record.
///
/// # Errors
/// A value that does not fit its field.
pub fn decision(
    request: &Request,
    day: Date,
    by: &str,
    role: Role,
    decision: Decision,
    note: Option<&str>,
) -> Result<Edit> {
    let mut draft = Draft::new(Approval::TYPE, day);
    draft.typed("request", request.id.as_deref())?;
    draft.typed("date", Some(&day.to_string()))?;
    draft.typed("by", Some(by))?;
    draft.typed("role", Some(role.key()))?;
    draft.typed("decision", Some(decision.key()))?;
    draft.typed("note", note)?;
    draft.typed("digest", request.digest.as_deref())?;
    Ok(draft.push("approval"))
}

/// What a request brings about once it is approved: a credit entry, for grade, limit and resumption.
///
/// # Errors
/// A value that does not fit its field.
pub fn effect(request: &Request, day: Date) -> Result<Option<Edit>> {
    if !matches!(request.kind, Some(RequestKind::Grade | RequestKind::Limit | RequestKind::Resume)) {
        return Ok(None);
    }
    let mut draft = Draft::new(Credit::TYPE, day);
    draft.typed("from", Some(&day.to_string()))?;
    draft.typed("grade", request.grade.map(Choose::key))?;
    if let Some(amount) = request.amount {
        draft.literal("limit", decimal(amount));
        draft.typed("currency", request.currency.as_deref())?;
    }
    draft.typed("valid_until", request.valid_until.map(|until| until.to_string()).as_deref())?;
    draft.typed("term_days", request.term_days.map(|days| days.to_string()).as_deref())?;
    draft.typed("state", request.state.map(Choose::key))?;
    draft.typed("reason", request.reason.as_deref())?;
    draft.typed("request", request.id.as_deref())?;
    Ok(Some(draft.push("credit")))
}
