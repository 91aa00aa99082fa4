//! Who must approve what (第7–9条).

use crate::model::card::Request;
use crate::model::choice::{RequestKind, Role};
use crate::rules::staff::Staff;

/// Who must approve a request of a kind, whoever filed it, in this order.
pub fn base_roles(kind: Option<RequestKind>) -> &'static [Role] {
    match kind {
        // proposed by finance, approved by sales manager and marketing director (第8条)
        Some(RequestKind::Grade | RequestKind::Limit | RequestKind::Resume) => {
            &[Role::SalesManager, Role::MarketingDirector]
        }
        // reported to the sales manager, where need be up to the president (第7条): the check says so
        Some(RequestKind::Order) | None => &[Role::SalesManager],
        // asked for by sales, taken up by finance (第9, 10条)
        Some(RequestKind::Investigation | RequestKind::Policy) => &[Role::Finance],
    }
}

/// Who must approve this request, in this order: by its kind and as it was filed; finance takes up what sales proposes
/// for grade and limit (第9条).
pub fn wanted_roles(request: &Request, staff: Staff<'_>) -> Vec<Role> {
    let mut roles: Vec<Role> = base_roles(request.kind).to_vec();
    roles.extend(&request.roles);
    if let (Some(RequestKind::Grade | RequestKind::Limit), Some(by), Some(date)) =
        (request.kind, &request.by, request.date)
        && !staff.holds(by, Role::Finance, date)
    {
        roles.push(Role::Finance);
    }
    roles.sort();
    roles.dedup();
    roles
}
