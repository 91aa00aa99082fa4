//! Debts taken together: by owner, by currency.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::owed::{self, Owed, Owes, together};
use super::row::Owing;
use crate::error::Result;
use crate::lang::{lang, tr};
use crate::model::choice::Grouping;
use crate::model::{Choose, Country};
use crate::row;
use crate::rules::money::Position;
use crate::views::Column;
use crate::views::table::Shown;

row! {
    /// What several customers owe together.
    pub struct GroupRow("receivables", "应收"), owed: Owed {
        by: Grouping = "by" "分组";
        group: Option<String> = "group" "组", about("The owner, the country (alpha-2) or the currency; null where cards name no owner or their folders no country", "负责人、国家（二位代码）或币种；没有负责人或国家时为 null");
        customers: usize = "customers" "客户数";
    }
}

impl Owes for GroupRow {
    fn owed(&self) -> &Owed {
        &self.owed
    }
}

/// How many customers, and their positions together.
type Sum = (usize, Position);

/// One row an owner or country, in base currency, by what they have out.
///
/// # Errors
/// A sum has too many digits.
pub fn together_by(by: Grouping, all: &[Owing], base: &str) -> Result<Vec<GroupRow>> {
    let key = |owing: &Owing| match by {
        Grouping::Country => owing.of.country.clone(),
        _ => owing.of.owner.clone(),
    };
    let mut sums: BTreeMap<Option<String>, Sum> = BTreeMap::new();
    for owing in all {
        gather(sums.entry(key(owing)).or_default(), &owing.position)?;
    }
    let mut groups: Vec<GroupRow> = sums.into_iter().map(|(group, sum)| of(by, group.as_deref(), base, &sum)).collect();
    groups.sort_by_key(|group| Reverse(group.owed.receivable));
    Ok(groups)
}

/// One row a currency, each in its own.
///
/// # Errors
/// A sum has too many digits.
pub fn by_currency(customers: &[BTreeMap<String, Position>]) -> Result<Vec<GroupRow>> {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for (currency, position) in customers.iter().flatten() {
        gather(sums.entry(currency).or_default(), position)?;
    }
    Ok(sums.into_iter().map(|(currency, sum)| of(Grouping::Currency, Some(currency), currency, &sum)).collect())
}

fn gather(sum: &mut Sum, position: &Position) -> Result<()> {
    *sum = (sum.0 + 1, together(&sum.1, position)?);
    Ok(())
}

fn of(by: Grouping, group: Option<&str>, currency: &str, (customers, position): &Sum) -> GroupRow {
    GroupRow { by, group: group.map(str::to_owned), customers: *customers, owed: Owed::new(currency, position) }
}

/// The columns of the table.
pub fn columns(by: Grouping) -> Vec<Column<GroupRow>> {
    let column =
        |title, right, spare, show: fn(&GroupRow) -> Shown| Column { title, right, spare, elastic: !right, show };
    let mut columns = vec![
        column(by.words().text(), false, 0, named),
        column(tr("customers", "客户数"), true, 6, |row| row.customers.to_string().into()),
    ];
    columns.extend(owed::columns());
    columns
}

/// What a group is called.
fn named(row: &GroupRow) -> Shown {
    let country = |code: &str| Country::find(code).map(|country| country.name(lang()));
    match (row.by, &row.group) {
        (Grouping::Country, Some(code)) => country(code).unwrap_or(code).into(),
        (Grouping::Country, None) => tr("unknown", "（国家不明）").into(),
        (_, Some(group)) => group.as_str().into(),
        (_, None) => tr("nobody", "（无负责人）").into(),
    }
}
