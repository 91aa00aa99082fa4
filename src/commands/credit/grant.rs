//! What is to be granted, and who must approve it (第6–8条).

use crate::commands::counted;
use crate::commands::deal::fault;
use crate::commands::request::filing::Filing;
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::choice::{Grade, RequestKind, Role};
use crate::model::{Card, Date, Number, Policy, Settings};
use crate::rules::credit::{cap, granted};
use crate::rules::money::Basis;
use crate::store::{Book, Location};

/// Grade, limit and term.
#[derive(Clone, Debug, Default)]
pub struct Grant {
    /// The grade.
    pub grade: Option<Grade>,
    /// The limit and its currency.
    pub limit: Option<(Number, String)>,
    /// The term in days.
    pub term: Option<u32>,
    /// The last day of the limit.
    pub until: Option<Date>,
}

impl Grant {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.grade.is_none() && self.limit.is_none() && self.term.is_none() && self.until.is_none()
    }

    /// What kind of request asks for it.
    pub fn kind(&self) -> RequestKind {
        if self.limit.is_none() && self.term.is_none() && self.until.is_none() {
            RequestKind::Grade
        } else {
            RequestKind::Limit
        }
    }

    /// The last day of the limit: as said, else as long as the policy lets a limit hold.
    pub fn until(&self, policy: &Policy, from: Date) -> Option<Date> {
        self.until.or_else(|| self.limit.as_ref().map(|_| from.plus_months(policy.limit_months)))
    }

    /// Puts it into a request.
    pub fn fill(&self, filing: &mut Filing, policy: &Policy, day: Date) {
        filing.grade = self.grade;
        filing.amount.clone_from(&self.limit);
        filing.term_days = self.term;
        filing.valid_until = self.until(policy, day);
    }

    /// Refuses credit for grade D and for who is not graded (第6条 4).
    ///
    /// # Errors
    /// Credit for grade D or none.
    pub fn check(&self, card: &Card, settings: &Settings, day: Date) -> Result<()> {
        let grade = self.grade.or_else(|| granted(card, settings, day).standing.grade);
        let credit =
            self.limit.as_ref().is_some_and(|(limit, _)| !limit.is_zero()) || self.term.is_some_and(|days| days > 0);
        if !credit || !matches!(grade, None | Some(Grade::D)) {
            return Ok(());
        }
        Err(match grade {
            None => Error::refused(tr("who is not graded gets no credit (第6条 4)", "未评级的客户不给信用（第6条 4）"))
                .next(tr("give the grade with it: --grade", "请一并给出等级：--grade")),
            Some(_) => Error::refused(tr("grade D gets no credit (第6条 4)", "D级客户不给予任何信用交易（第6条 4）"))
                .next(tr("see what it could be graded: kehu grade --explain", "查看可评等级：kehu grade --explain")),
        })
    }
}

/// The president, where a limit or term goes beyond the cap of the grade (第7条).
///
/// # Errors
/// Money that cannot be told.
pub fn wanted_beyond(
    grant: &Grant,
    card: &Card,
    location: &Location,
    book: &Book,
    basis: &Basis<'_>,
    day: Date,
) -> Result<Vec<Role>> {
    let grade = grant.grade.or_else(|| granted(card, basis.settings, day).standing.grade);
    let cap = cap(card, grade, basis, day).map_err(|problem| counted::error(location, &problem, book))?;
    let over_limit = match &grant.limit {
        None => false,
        Some((limit, code)) => {
            let base = basis.rates.to_base(**limit, code, day).map_err(|fault| fault::refused(&fault))?;
            base > cap.limit
        }
    };
    let over_term = grant.term.is_some_and(|days| days > cap.term);
    Ok(if over_limit || over_term { vec![Role::President] } else { Vec::new() })
}
