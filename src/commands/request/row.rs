//! Requests as rows: for `request list`, `request show` and the question before a decision.

use crate::commands::acting;
use crate::commands::found::Who;
use crate::lang::{counted, or, tr};
use crate::model::card::Request;
use crate::model::choice::{Grade, RequestKind, RequestState, Role, State};
use crate::model::money::full;
use crate::model::{Date, Number};
use crate::row;
use crate::rules::approval::{Decided, Outcome};
use crate::rules::staff::Staff;
use crate::tr;
use crate::views::table::Shown;
use crate::views::{Column, Style};

row! {
    /// One request.
    pub struct RequestRow("request", "审批") of Who {
        request: Option<String> = "request" "审批单号";
        date: Option<Date> = "date" "日期";
        by: Option<String> = "by" "申请人";
        kind: Option<RequestKind> = "kind" "类别";
        asked_grade: Option<Grade> = "grade asked for" "申请等级";
        amount: Option<Number> = "amount" "金额";
        currency: Option<String> = "currency" "币种", about("Of the amount", "金额的币种");
        term_days: Option<u32> = "term in days" "账期（天）";
        order: Option<String> = "order" "订单号";
        valid_until: Option<Date> = "valid until" "有效期至";
        asked_state: Option<State> = "state asked for" "申请状态";
        reason: Option<String> = "reason" "理由";
        outcome: RequestState = "outcome" "结果";
        decided: Option<Date> = "decided" "决定日期";
        roles: Vec<Role> = "roles" "审批职务", about("Who must approve, in this order", "须由谁审批，依此顺序");
        wanted: Vec<Role> = "wanted" "尚待职务", about("Who still has to", "尚未审批的职务");
        waiting_for: Vec<String> = "waiting for" "等待", about("The people who may decide next", "下一步可批复的人");
        waived: Vec<Role> = "waived" "无复核", about("Roles that nobody else holds", "无他人担任、因而未复核的职务");
        acknowledged: bool = "acknowledged" "已知悉", about("The owner knows of it", "负责人已知悉");
    }
}

impl RequestRow {
    /// Of a request as of a day.
    pub fn new(of: Who, decided: &Decided<'_>, staff: Staff<'_>, day: Date) -> Self {
        let request = decided.request;
        let (outcome, on) = match decided.outcome {
            Outcome::Open => (RequestState::Open, None),
            Outcome::Approved(on) => (RequestState::Approved, Some(on)),
            Outcome::Rejected(on) => (RequestState::Rejected, Some(on)),
            Outcome::Edited => (RequestState::Edited, None),
        };
        let open = decided.is_open();
        Self {
            of,
            request: request.id.clone(),
            date: request.date,
            by: request.by.clone(),
            kind: request.kind,
            asked_grade: request.grade,
            amount: request.amount,
            currency: request.currency.clone(),
            term_days: request.term_days,
            order: request.order.clone(),
            valid_until: request.valid_until,
            asked_state: request.state,
            reason: request.reason.clone(),
            outcome,
            decided: on,
            roles: decided.roles.clone(),
            wanted: if open { decided.wanted.clone() } else { Vec::new() },
            waiting_for: waiting_for(decided, staff, day),
            waived: decided.waived.clone(),
            acknowledged: decided.acknowledged,
        }
    }

    /// What is asked for, in a few words.
    pub fn asks(&self) -> String {
        asks(&Request {
            grade: self.asked_grade,
            state: self.asked_state,
            amount: self.amount,
            currency: self.currency.clone(),
            term_days: self.term_days,
            order: self.order.clone(),
            ..Request::default()
        })
    }

    /// How it stands: who is waited for, or how it ended.
    pub fn stands(&self) -> Shown {
        let waived = !self.waived.is_empty() && self.outcome == RequestState::Approved;
        match self.outcome {
            RequestState::Open if self.waiting_for.is_empty() => {
                let text = tr!("nobody holds the role: {}", "无人担任：{}", acting::words(&self.wanted));
                Shown { text, style: Style::Bad }
            }
            RequestState::Open => {
                let names = self.waiting_for.join(or());
                Shown { text: tr!("waits for {names}", "待 {names}"), style: Style::Warn }
            }
            RequestState::Approved if waived => {
                Shown { text: tr("approved, unreviewed", "已同意（无复核）").to_owned(), style: Style::Warn }
            }
            RequestState::Approved => Shown { text: self.outcome.to_string(), style: Style::Good },
            RequestState::Rejected | RequestState::Edited => {
                Shown { text: self.outcome.to_string(), style: Style::Bad }
            }
        }
    }
}

/// What a request asks for, in a few words: `B级，USD 12,000.00，30 天`.
pub fn asks(request: &Request) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(request.grade.map(|grade| tr!("grade {grade}", "评为{grade}")));
    parts.extend(request.state.map(|state| state.to_string()));
    if let (Some(amount), Some(code)) = (request.amount, &request.currency) {
        parts.push(full(code, *amount));
    }
    parts.extend(request.term_days.map(|days| {
        let term = counted(days, "day", "days");
        tr!("{term}", "账期 {days} 天")
    }));
    parts.extend(request.order.clone());
    parts.join(tr(", ", "，"))
}

/// The people who may decide next.
pub fn waiting_for(decided: &Decided<'_>, staff: Staff<'_>, day: Date) -> Vec<String> {
    let by = decided.request.by.as_deref().unwrap_or_default().trim();
    let next = decided.wanted.iter().find(|role| !staff.is_waived(**role, by, day));
    let Some(next) = next.filter(|_| decided.is_open()) else { return Vec::new() };
    staff.holders(*next, day).into_iter().filter(|name| *name != by).map(str::to_owned).collect()
}

/// The columns of a table of requests.
pub fn columns() -> Vec<Column<RequestRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&RequestRow) -> Shown| Column { title, right, spare, elastic, show };
    vec![
        column(tr("request", "审批单号"), false, 0, false, |row| row.request.clone().unwrap_or_default().into()),
        column(tr("date", "日期"), false, 4, false, |row| {
            row.date.map(|date| date.to_string()).unwrap_or_default().into()
        }),
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("kind", "类别"), false, 2, false, |row| {
            row.kind.map(|kind| kind.to_string()).unwrap_or_default().into()
        }),
        column(tr("asks for", "申请内容"), false, 0, true, |row| row.asks().into()),
        column(tr("by", "申请人"), false, 3, false, |row| row.by.clone().unwrap_or_default().into()),
        column(tr("reason", "理由"), false, 5, true, |row| row.reason.clone().unwrap_or_default().into()),
        column(tr("stands", "进展"), false, 0, false, RequestRow::stands),
    ]
}

/// The article by which a request of a kind is decided.
pub fn article(kind: Option<RequestKind>) -> &'static str {
    match kind {
        Some(RequestKind::Order) => "第7条",
        Some(RequestKind::Policy) => "第9条",
        Some(RequestKind::Investigation) => "第10条",
        Some(RequestKind::Resume) => "第14条",
        _ => "第8条",
    }
}
