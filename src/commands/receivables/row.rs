//! One customer of the list of debts.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::super::found::Who;
use super::super::owed::{self, Owed, Owes};
use crate::lang::tr;
use crate::model::{Date, Number};
use crate::row;
use crate::rules::contact;
use crate::rules::credit::{Counts, account_at};
use crate::rules::money::{Basis, Counted, Ledger, Position, Problem, ledger, position};
use crate::store::Customer;
use crate::views::table::Shown;
use crate::views::{Column, Style, amount};

row! {
    /// What a customer owes, in base currency.
    pub struct ReceivableRow("receivable", "应收") of Who, owed: Owed {
        limit: Option<Number> = "limit" "信用额度", article("第6条");
        limit_currency: Option<String> = "currency of the limit" "额度币种";
        headroom: Option<Number> = "headroom" "可用额度", about("Limit less exposure, in base currency", "额度减敞口，以本位币计");
        one_purchase: Option<Number> = "one purchase" "一次进货额", article("第6条"), about("In base currency", "以本位币计");
        one_cycle: Option<i64> = "one cycle in days" "进货周期（天）", article("第6条");
        last_collection: Option<Date> = "last dunning" "上次催款";
    }
}

impl Owes for ReceivableRow {
    fn owed(&self) -> &Owed {
        &self.owed
    }
}

/// A customer and where it stands.
pub struct Owing {
    /// Whose.
    pub of: Who,
    /// What is owed.
    pub position: Position,
    counts: Counts,
    headroom: Decimal,
    last_collection: Option<Date>,
}

/// Where a customer stands on a day.
///
/// # Errors
/// An order or payment whose money cannot be told, or a missing rate.
pub fn owing(customer: &Customer, basis: &Basis<'_>, day: Date) -> Counted<Owing> {
    owing_by(customer, &ledger(&customer.card, basis, day)?, basis, day)
}

/// The same where the ledger is known already.
///
/// # Errors
/// A missing rate, or the digits do not suffice.
pub fn owing_by(customer: &Customer, ledger: &Ledger<'_>, basis: &Basis<'_>, day: Date) -> Counted<Owing> {
    let card = &customer.card;
    let position = position(ledger, basis, day).map_err(Problem::whole)?;
    let overdue = position.ageing.overdue()? > Decimal::ZERO;
    let account = account_at(card, Ok(position), Ok(overdue), basis, day);
    Ok(Owing {
        of: Who::new(customer, basis.settings, day),
        headroom: account.headroom()?,
        counts: account.counts()?.clone(),
        position,
        last_collection: contact::last_collection(card, day),
    })
}

impl Owing {
    /// Those with the most overdue come first, then those who owe most.
    pub fn rank(&self) -> (Reverse<Decimal>, Reverse<Decimal>, String) {
        let overdue = self.position.ageing.overdue().unwrap_or(Decimal::MAX);
        (Reverse(overdue), Reverse(self.position.receivable), self.of.path.clone())
    }

    /// As a row.
    pub fn row(self, base: &str) -> ReceivableRow {
        ReceivableRow {
            of: self.of,
            owed: Owed::new(base, &self.position),
            limit: self.counts.limit.as_ref().map(|limit| limit.amount.into()),
            headroom: self.counts.limit.as_ref().map(|_| self.headroom.into()),
            limit_currency: self.counts.limit.map(|limit| limit.currency),
            one_purchase: self.counts.cap.habit.one_purchase.map(Number::from),
            one_cycle: self.counts.cap.habit.one_cycle,
            last_collection: self.last_collection,
        }
    }
}

/// The last line: all together.
pub fn total(base: &str, sum: &Position) -> ReceivableRow {
    ReceivableRow {
        of: owed::total(),
        owed: Owed::new(base, sum),
        limit: None,
        limit_currency: None,
        headroom: None,
        one_purchase: None,
        one_cycle: None,
        last_collection: None,
    }
}

/// The columns of the table.
pub fn columns() -> Vec<Column<ReceivableRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&ReceivableRow) -> Shown| Column { title, right, spare, elastic, show };
    let mut columns = vec![
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("owner", "负责人"), false, 6, false, |row| row.of.owner_shown()),
        column(tr("grade", "等级"), false, 7, false, |row| row.of.grade_shown()),
    ];
    columns.extend(owed::columns());
    columns.push(column(tr("headroom", "可用额度"), true, 5, false, headroom));
    columns.push(column(tr("last dunning", "上次催款"), false, 9, false, |row| {
        row.last_collection.map(|date| date.to_string()).unwrap_or_default().into()
    }));
    columns
}

fn headroom(row: &ReceivableRow) -> Shown {
    let Some(headroom) = row.headroom else { return "".into() };
    let style = if headroom.is_sign_negative() { Style::Bad } else { Style::Plain };
    Shown { text: amount(*headroom), style }
}
