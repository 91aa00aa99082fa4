//! The amounts that every list of debts shows.

use super::found::Who;
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::Number;
use crate::row;
use crate::rules::money::{Overflow, Position};
use crate::views::table::Shown;
use crate::views::{Column, Style, amount};

row! {
    /// What is owed, in one currency.
    pub struct Owed("debt", "欠款") {
        currency: String = "currency" "币种", about("Of the amounts", "以下金额的币种");
        receivable: Number = "receivable" "应收账款", about("Owed for what was shipped", "已出运未收的货款");
        not_due: Number = "not due" "未到期", about("Remainders too", "含尾差");
        overdue_1_30: Number = "overdue 1-30 days" "逾期 1–30 天";
        overdue_31_60: Number = "overdue 31-60 days" "逾期 31–60 天";
        overdue_61_90: Number = "overdue 61-90 days" "逾期 61–90 天";
        overdue_over_90: Number = "overdue over 90 days" "逾期 90 天以上";
        disputed: Number = "disputed" "有争议";
        remainder: Number = "remainder" "尾差", about("Too small to run after; part of not_due", "金额很小、不再追讨的余款，含在未到期中");
        falls_due: Number = "falls due in 30 days" "30 天内到期";
        commitment: Number = "commitment" "在手承诺", about("On credit, not shipped yet", "赊销订单未出运部分");
        at_risk: Number = "at risk" "押单", about("Owed, the goods or papers still ours", "货款未付、货权仍在我方");
        exposure: Number = "exposure" "信用敞口";
        unapplied: Number = "unapplied" "预收款", about("Settles no order yet; never netted", "尚未核销订单，不抵减应收");
    }
}

impl Owed {
    /// The amounts of a position.
    pub fn new(currency: &str, position: &Position) -> Self {
        let ageing = &position.ageing;
        Self {
            currency: currency.to_owned(),
            receivable: position.receivable.into(),
            not_due: ageing.not_due.into(),
            overdue_1_30: ageing.overdue_1_30.into(),
            overdue_31_60: ageing.overdue_31_60.into(),
            overdue_61_90: ageing.overdue_61_90.into(),
            overdue_over_90: ageing.overdue_over_90.into(),
            disputed: ageing.disputed.into(),
            remainder: position.remainder.into(),
            falls_due: position.falls_due.into(),
            commitment: position.commitment.into(),
            at_risk: position.at_risk.into(),
            exposure: position.exposure.into(),
            unapplied: position.unapplied.into(),
        }
    }
}

/// A row that shows debts.
pub trait Owes {
    /// The amounts.
    fn owed(&self) -> &Owed;
}

/// The columns of money. What is nothing stays blank, so that what is there is seen.
pub fn columns<T: Owes>() -> Vec<Column<T>> {
    let money = |title, spare, show: fn(&T) -> Shown| Column { title, right: true, spare, elastic: false, show };
    vec![
        money(tr("receivable", "应收账款"), 0, |row| shown(row.owed().receivable, Style::Strong)),
        money(tr("not due", "未到期"), 3, |row| shown(row.owed().not_due, Style::Plain)),
        money(tr("1-30", "1–30 天"), 1, |row| shown(row.owed().overdue_1_30, Style::Warn)),
        money(tr("31-60", "31–60 天"), 1, |row| shown(row.owed().overdue_31_60, Style::Warn)),
        money(tr("61-90", "61–90 天"), 1, |row| shown(row.owed().overdue_61_90, Style::Bad)),
        money(tr("over 90", "90 天以上"), 1, |row| shown(row.owed().overdue_over_90, Style::Bad)),
        money(tr("disputed", "有争议"), 4, |row| shown(row.owed().disputed, Style::Warn)),
        money(tr("due in 30 d", "30 天内到期"), 5, |row| shown(row.owed().falls_due, Style::Plain)),
        money(tr("at risk", "押单"), 6, |row| shown(row.owed().at_risk, Style::Plain)),
        money(tr("on credit, unshipped", "在手承诺"), 7, |row| shown(row.owed().commitment, Style::Plain)),
        money(tr("exposure", "信用敞口"), 4, |row| shown(row.owed().exposure, Style::Plain)),
        money(tr("unapplied", "预收款"), 8, |row| shown(row.owed().unapplied, Style::Plain)),
    ]
}

/// The columns without those that say nothing of anybody and may go.
pub fn worth_showing<T>(columns: Vec<Column<T>>, rows: &[T]) -> Vec<Column<T>> {
    let blank = |column: &Column<T>| rows.iter().all(|row| (column.show)(row).text.is_empty());
    columns.into_iter().filter(|column| column.spare < SPARE || !blank(column)).collect()
}

/// From this weight on a column goes where it is blank from top to bottom.
const SPARE: u8 = 4;

fn shown(number: Number, style: Style) -> Shown {
    if number.is_zero() { "".into() } else { Shown { text: amount(*number), style } }
}

/// Two positions together.
///
/// # Errors
/// The sum has too many digits.
pub fn together(a: &Position, b: &Position) -> Result<Position> {
    a.plus(b).map_err(too_much)
}

/// A sum over cards that does not fit into exact digits.
pub fn too_much(_: Overflow) -> Error {
    Error::new(tr("the sum has more digits than can be counted exactly", "合计位数过多，无法精确计算"))
        .next(tr("look for an order with an absurd amount: kehu lint", "请查找金额异常的订单：kehu lint"))
}

/// Whom a line is about that sums many.
pub fn total() -> Who {
    Who::summing(tr("total", "合计").to_owned())
}
