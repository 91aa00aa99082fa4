//! Who is new, bought again, buys more or less, and who went quiet.

use super::page::moved as arrow;
use crate::commands::found::Who;
use crate::lang::tr;
use crate::model::choice::Movement;
use crate::model::{Choose, Date, Number};
use crate::row;
use crate::rules::grade::Period;
use crate::rules::stats::{Moved, change};
use crate::tr;
use crate::views::table::Shown;
use crate::views::{Column, Style, amount};

row! {
    /// How a customer's buying moved against the period before.
    pub struct MovementRow("movement", "动态") of Who {
        movement: Movement = "movement" "动态";
        since: Option<Date> = "since" "起";
        until: Date = "until" "止";
        orders: usize = "orders" "订单数", about("In the period", "本期");
        sales: Number = "sales" "销售额", article("第5条");
        before: Number = "sales before" "上期销售额";
        change: Option<Number> = "change" "增减", about("0.25 is a quarter more; null where nothing was sold before", "0.25 即增加四分之一；上期无销售为 null");
        currency: String = "currency" "币种";
        first: Option<Date> = "first purchase" "首次购买";
        last: Option<Date> = "last purchase" "最近购买";
    }
}

impl MovementRow {
    /// The row of a customer.
    pub fn new(of: Who, moved: &Moved, period: Period, base: &str) -> Self {
        Self {
            of,
            movement: moved.movement,
            since: period.since,
            until: period.until,
            orders: moved.orders,
            sales: moved.sales.into(),
            before: moved.before.into(),
            change: change(moved.sales, moved.before).map(Number::from),
            currency: base.to_owned(),
            first: moved.first,
            last: moved.last,
        }
    }

    /// The groups one after the other, in each who moved most first.
    pub fn rank(&self) -> (Movement, rust_decimal::Decimal, String) {
        let moved = self.sales.saturating_sub(*self.before).abs();
        (self.movement, -moved, self.of.path.clone())
    }
}

/// The columns of the table.
pub fn columns() -> Vec<Column<MovementRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&MovementRow) -> Shown| Column { title, right, spare, elastic, show };
    vec![
        column(tr("movement", "动态"), false, 0, false, |row| Shown {
            text: row.movement.to_string(),
            style: match row.movement {
                Movement::New | Movement::Returned | Movement::Rising => Style::Good,
                Movement::Steady => Style::Plain,
                Movement::Falling => Style::Warn,
                Movement::Quiet => Style::Bad,
            },
        }),
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("country", "国家"), false, 5, false, |row| row.of.country_shown()),
        column(tr("owner", "负责人"), false, 4, false, |row| row.of.owner_shown()),
        column(tr("sales before", "上期"), true, 2, false, |row| amount(*row.before).into()),
        column(tr("sales", "本期"), true, 0, false, |row| amount(*row.sales).into()),
        column(tr("change", "增减"), true, 1, false, |row| {
            arrow(*row.sales, Some(*row.before), row.change.map(|change| *change))
        }),
        column(tr("last purchase", "最近购买"), false, 3, false, |row| {
            row.last.map(|day| day.to_string()).unwrap_or_default().into()
        }),
    ]
}

/// How many there are of each, in a line.
pub fn summary(rows: &[MovementRow]) -> String {
    let parts = Movement::ALL.iter().map(|movement| {
        let count = rows.iter().filter(|row| row.movement == *movement).count();
        tr!("{movement} {count}", "{movement} {count}")
    });
    parts.collect::<Vec<_>>().join(tr(", ", "，"))
}
