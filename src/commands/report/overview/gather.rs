//! The cards of the book, each read once and turned into the little that the overview needs of it.

use std::collections::HashMap;

use crate::cli::Context;
use crate::commands::counted::{Uncounted, sorted};
use crate::commands::found::Who;
use crate::commands::lint::{CardChecks, CardFindings};
use crate::commands::receivables::{Owing, owing_by};
use crate::model::choice::{DueKind, StageKind};
use crate::model::{Country, Date};
use crate::rules::due::items_by;
use crate::rules::grade::{Entry, Period, entry_of};
use crate::rules::money::sales::sales;
use crate::rules::money::{Basis, Counted, Fault, Problem, ledger};
use crate::rules::plan::{Made, made, visits};
use crate::rules::stats::{Cells, Cut, Whose, cells};
use crate::store::{Book, Customer, Scan};

use super::row::VisitRow;

/// By what the overview is counted.
pub struct Scope<'a> {
    /// What money is counted by.
    pub basis: &'a Basis<'a>,
    /// The day of the report.
    pub day: Date,
    /// Sales of this period.
    pub period: Period,
    /// Counted by what, the first by nothing.
    pub cuts: Vec<Cut<'a>>,
    /// What is due up to this day.
    pub horizon: Date,
}

/// What one customer brings.
pub struct One {
    pub who: Who,
    pub kind: StageKind,
    /// The figures of each cut, and what the grading asks.
    pub sold: Counted<(Vec<Cells>, Option<Entry>)>,
    pub owing: Counted<Owing>,
    /// What is due up to the horizon: kind and day.
    pub due: Vec<(DueKind, Option<Date>)>,
    pub visits: Visited,
    pub next: Option<VisitRow>,
}

/// How a customer stands in the visit plan, and the visits of the period.
pub struct Visited {
    pub planned: usize,
    pub made: Made,
    /// There were fruitless ones in a row, and it is still in the plan.
    pub at_risk: bool,
    pub dropped: bool,
}

/// What one card brings, and what the checks say of it.
struct Read {
    one: One,
    uncounted: Option<Uncounted>,
    checked: (String, CardFindings),
}

/// What the book brings.
pub struct All {
    pub customers: Vec<One>,
    /// Cards that could not be read or counted.
    pub troubled: usize,
    /// No rate is missing for sales.
    pub sales_told: bool,
    /// No rate is missing for debts.
    pub debts_told: bool,
    /// What the checks found in the cards that could be read, by their file.
    pub checked: HashMap<String, CardFindings>,
}

/// Reads the book. What cannot be read or counted is told, and what can be stands.
pub fn gather(book: &Book, scope: &Scope<'_>, checks: &CardChecks<'_>, context: &mut Context<'_>) -> All {
    let day = context.today;
    let scan = book.scan_seen(
        |file, document, card| checks.seen(file, document, card),
        |customer, checked| {
            let one = one(customer, scope);
            // a card is told about once: what is wrong with its sales is wrong with its debts
            let problem = one.sold.as_ref().err().or(one.owing.as_ref().err()).cloned();
            let uncounted = problem.map(|problem| Uncounted::new(customer, problem, scope.basis, day));
            Read { one, uncounted, checked: (customer.location.file.clone(), checked) }
        },
    );
    let (mut customers, mut problems, mut checked) = (Vec::new(), Vec::new(), HashMap::new());
    for read in scan.rows {
        customers.push(read.one);
        problems.extend(read.uncounted.map(Err));
        checked.extend([read.checked]);
    }
    let problems: Scan<Result<(), Uncounted>> = Scan { rows: problems, errors: scan.errors };
    let unread = problems.errors.len() + problems.rows.len();
    sorted(problems, book, context);
    let rate = |problem: Option<&Problem>| problem.is_some_and(|problem| matches!(problem.fault, Fault::NoRate { .. }));
    All {
        sales_told: !customers.iter().any(|one| rate(one.sold.as_ref().err())),
        debts_told: !customers.iter().any(|one| rate(one.owing.as_ref().err())),
        customers,
        troubled: unread,
        checked,
    }
}

fn one(customer: &Customer, scope: &Scope<'_>) -> One {
    let (card, basis, day) = (&customer.card, scope.basis, scope.day);
    let ledger = ledger(card, basis, day);
    let (found, _) = items_by(card, customer.location.kind, &ledger, basis, day);
    let due = found.iter().filter(|item| item.due.is_none_or(|due| due <= scope.horizon));
    let plan = visits(card, basis.policy, day);
    One {
        due: due.map(|item| (item.kind, item.due)).collect(),
        sold: sold(customer, scope),
        owing: ledger.and_then(|ledger| owing_by(customer, &ledger, basis, day)),
        visits: Visited {
            planned: plan.planned.len(),
            made: made(card, scope.period),
            at_risk: plan.dropped.is_none() && plan.fruitless > 0,
            dropped: plan.dropped.is_some(),
        },
        next: plan.planned.first().map(|visit| VisitRow {
            date: visit.date,
            path: customer.location.path.clone(),
            name: customer.called().to_owned(),
            by: visit.by.clone(),
            purpose: visit.purpose.clone(),
        }),
        who: Who::new(customer, basis.settings, day),
        kind: customer.location.kind,
    }
}

fn sold(customer: &Customer, scope: &Scope<'_>) -> Counted<(Vec<Cells>, Option<Entry>)> {
    let (card, basis, day) = (&customer.card, scope.basis, scope.day);
    let path = customer.location.path.as_str();
    let whose = Whose { card, country: customer.country().map(Country::alpha2), path };
    let sold = sales(card, basis, day)?;
    let mut found = Vec::new();
    for cut in &scope.cuts {
        // a year ago orders stood that were cancelled since; what counts today is compared
        found.push(cells(&whose, &sold, cut, basis, day)?);
    }
    let entry = match customer.location.kind {
        StageKind::Customer => Some(entry_of(card, &sold, basis, day)?),
        StageKind::Prospect => None,
    };
    Ok((found, entry))
}

impl All {
    /// Customers in a customer stage: who is graded, and whose sales are counted.
    pub fn graded(&self) -> impl Iterator<Item = &One> {
        self.customers.iter().filter(|one| one.kind == StageKind::Customer)
    }
}

/// Whether anybody has a grade: then the grades are checked from time to time.
pub fn is_graded(all: &All) -> bool {
    all.customers.iter().any(|one| one.who.grade.is_some())
}
