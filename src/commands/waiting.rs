//! What waits at customers, as rows: for `due` and for today's page.

mod book;
mod words;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::found::Who;
use crate::lang::tr;
use crate::model::choice::{DueKind, Grade};
use crate::model::{Date, Number};
use crate::rules::due::{Item, items};
use crate::rules::money::{Basis, Problem};
use crate::store::Customer;
use crate::views::Style;
use crate::views::table::Shown;
use crate::{row, tr};
pub use book::waiting_at_book;
pub use words::Amount;
use words::words;

row! {
    /// One thing that is due.
    pub struct DueRow("item due", "到期事项") of Who {
        kind: DueKind = "kind" "类别";
        since: Option<Date> = "since" "起算日", about("The day the clock started", "时钟起算之日");
        due: Option<Date> = "due" "到期日";
        days_overdue: i64 = "days overdue" "逾期天数", about("Negative: days still to go", "负数为尚余天数");
        urgency: u8 = "urgency" "紧急程度", about("1 is most urgent, 8 least", "1 最急，8 最缓");
        summary: String = "summary" "事项";
        order: Option<String> = "order" "订单号", about("Of money: what it is about", "款项所属订单");
        amount: Option<Number> = "amount" "金额", about("Of money: what is wanted", "应收的金额");
        currency: Option<String> = "currency" "币种", about("Of the amount", "金额的币种");
    }
}

/// What waits at a customer's and is kept, as rows. Second, why its money could not be told, if so.
pub fn waiting(
    customer: &Customer,
    basis: &Basis<'_>,
    day: Date,
    amount: Amount,
    keep: impl Fn(&Item) -> bool,
) -> (Vec<DueRow>, Option<Problem>) {
    let (rows, problem) = waiting_items(customer, basis, day, amount, keep);
    (rows.into_iter().map(|(row, _)| row).collect(), problem)
}

/// The same, each row with the item that it tells of.
pub fn waiting_items(
    customer: &Customer,
    basis: &Basis<'_>,
    day: Date,
    amount: Amount,
    keep: impl Fn(&Item) -> bool,
) -> (Vec<(DueRow, Item)>, Option<Problem>) {
    let (mut items, problem) = items(&customer.card, customer.location.kind, basis, day);
    items.retain(keep);
    if items.is_empty() {
        return (Vec::new(), problem);
    }
    let who = Who::new(customer, basis.settings, day);
    (items.into_iter().map(|item| (row(&who, customer, &item, day, amount), item)).collect(), problem)
}

/// Most urgent first, then most overdue.
pub fn sort(rows: &mut [DueRow]) {
    rows.sort_by(order);
}

/// Which of two comes first.
pub fn order(a: &DueRow, b: &DueRow) -> Ordering {
    (a.urgency, -a.days_overdue, &a.of.path, a.kind).cmp(&(b.urgency, -b.days_overdue, &b.of.path, b.kind))
}

fn row(who: &Who, customer: &Customer, item: &Item, day: Date, amount: Amount) -> DueRow {
    row_of(who, item, words(item, customer, amount), day)
}

fn row_of(who: &Who, item: &Item, summary: String, day: Date) -> DueRow {
    let days_overdue = item.due.map_or(0, |due| day.days_since(due));
    DueRow {
        of: who.clone(),
        kind: item.kind,
        since: item.since,
        due: item.due,
        days_overdue,
        urgency: item.kind.urgency(),
        summary,
        order: item.about.order().map(str::to_owned).filter(|order| !order.is_empty()),
        amount: item.about.money().map(|(_, amount)| Number::from(*amount)),
        currency: item.about.money().map(|(currency, _)| currency.clone()),
    }
}

/// How many customers a gathered line names before it only counts.
const NAMED: usize = 5;

/// The monthly investigations of C, D and the ungraded, as one line an owner where there are several.
pub fn gather(rows: &[DueRow]) -> Vec<DueRow> {
    let monthly = |row: &DueRow| row.kind == DueKind::Review && !matches!(row.of.grade, Some(Grade::A | Grade::B));
    let mut owners: BTreeMap<&Option<String>, Vec<&DueRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| monthly(row)) {
        owners.entry(&row.of.owner).or_default().push(row);
    }
    let mut gathered = Vec::new();
    for row in rows {
        match owners.get(&row.of.owner).filter(|all| monthly(row) && all.len() > 1) {
            None => gathered.push(row.clone()),
            // the rows come most overdue first, so the first of an owner stands for all
            Some(all) if all.first().is_some_and(|first| std::ptr::eq(*first, row)) => {
                gathered.push(one_for_all(row, all));
            }
            Some(_) => {}
        }
    }
    gathered
}

fn one_for_all(first: &DueRow, all: &[&DueRow]) -> DueRow {
    let count = all.len();
    let names: Vec<String> = all.iter().take(NAMED).map(|row| row.of.called()).collect();
    let names = names.join(tr(", ", "、"));
    let names = if count > NAMED {
        tr!(
            "{names} … all: kehu due --kind review --format ids",
            "{names}等，全部：kehu due --kind review --format ids"
        )
    } else {
        names
    };
    let mut line = first.clone();
    line.of.name = Some(tr!("{count} customers", "{count} 个客户"));
    line.of.country = None;
    line.of.path.clear();
    line.of.grade = None;
    line.summary = tr!("credit investigation, every month (第11条): {names}", "每月信用调查（第11条）：{names}");
    line
}

/// How late, or how long still.
pub fn overdue(row: &DueRow) -> Shown {
    match row.days_overdue {
        0 => Shown { text: tr("today", "今天").to_owned(), style: Style::Warn },
        days if days > 0 => Shown { text: tr!("{days} d", "{days} 天"), style: Style::Bad },
        days => Shown { text: tr!("in {} d", "还有 {} 天", -days), style: Style::Faint },
    }
}
