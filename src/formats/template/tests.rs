//! What the tests of all kinds of templates fill in.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Name, Names, Value, Values};
use crate::lang::Lang;
use crate::model::Date;

/// Names and values for tests: an order, a customer whose name is full of marks, two lines.
pub struct Sample {
    /// By whole name; what is not in it is not known.
    pub values: BTreeMap<&'static str, Value>,
    /// The rows of each list.
    pub lists: BTreeMap<&'static str, Vec<BTreeMap<&'static str, Value>>>,
}

impl Default for Sample {
    fn default() -> Self {
        let d = |text: &str| Decimal::from_str_exact(text).unwrap();
        let text = |text: &str| Value::Text(text.to_owned());
        let money = |text: &str| Value::Money(d(text), "USD".to_owned());
        let values = BTreeMap::from([
            ("today", Value::Date(Date::parse("2026-11-23").unwrap())),
            ("order.number", text("PI-1")),
            ("order.currency", text("USD")),
            ("order.total", money("7030")),
            ("order.date", Value::Date(Date::parse("2026-03-02").unwrap())),
            ("order.note", Value::Empty),
            ("customer.name", text("<b>*A* & \"B\"\nC|\u{1b}")),
            ("customer.big", Value::Number(d("12345678901234567.5"))),
            ("customer.long", text(&"长".repeat(40_000))),
        ]);
        let line = |no: i64, product: &str, quantity: &str, price: &str, discount: Value| {
            BTreeMap::from([
                ("no", Value::count(no)),
                ("product", text(product)),
                ("quantity", Value::Number(d(quantity))),
                ("price", money(price)),
                ("discount", discount),
            ])
        };
        let lists = BTreeMap::from([
            (
                "lines",
                vec![
                    line(1, "叉车", "40", "185", Value::Empty),
                    line(2, "=cmd()", "2.5", "0.125", Value::Share(d("0.05"))),
                ],
            ),
            ("none", Vec::new()),
        ]);
        Self { values, lists }
    }
}

impl Names for Sample {
    fn find(&self, name: &str) -> Result<Name, Option<String>> {
        let zh = match name {
            "订单.合计" => "order.total",
            "订单.日期" => "order.date",
            name => name,
        };
        let lang = if zh == name { Lang::En } else { Lang::Zh };
        let (group, key) = zh.split_once('.').unwrap_or((zh, ""));
        let list = self.lists.contains_key(group);
        let known = self.values.contains_key(zh)
            || list && (key.is_empty() || ["no", "product", "quantity", "price", "discount"].contains(&key))
            || zh == "order";
        if known { Ok(Name { group: group.into(), key: key.into(), list, lang }) } else { Err(None) }
    }

    fn is_value(&self, name: &Name) -> bool {
        !name.key.is_empty() || self.values.contains_key(name.group.as_str())
    }

    fn part_of(&self, group: &Name) -> String {
        format!("{}.no", group.group)
    }
}

impl Values for Sample {
    fn rows(&self, list: &str) -> usize {
        self.lists.get(list).map_or(0, Vec::len)
    }

    fn value(&self, name: &Name, row: Option<usize>) -> Value {
        let found = match name.list {
            true => row.and_then(|row| self.lists.get(name.group.as_str())?.get(row)?.get(name.key.as_str())),
            false => {
                let whole =
                    if name.key.is_empty() { name.group.clone() } else { format!("{}.{}", name.group, name.key) };
                self.values.get(whole.as_str())
            }
        };
        found.cloned().unwrap_or(Value::Empty)
    }

    fn knows(&self, group: &str) -> bool {
        self.values.iter().any(|(name, value)| name.starts_with(group) && !value.is_empty())
    }
}
