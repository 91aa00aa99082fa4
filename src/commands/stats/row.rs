//! A figure as a row: what it is of, and how it stands against the period before.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::words::label;
use crate::model::choice::Facet;
use crate::model::{Date, Number, Policy};
use crate::row;
use crate::rules::grade::Period;
use crate::rules::money::Basis;
use crate::rules::money::exact::rounded;
use crate::rules::stats::{Cell, Cells, Cut, Part, Quantity, change, share};

row! {
    /// Sales, counted by something.
    pub struct StatRow("figure", "统计") {
        by: Option<Facet> = "counted by" "统计口径", about("Null for sums over all", "合计为 null");
        group: Option<String> = "group" "组", about("Product, ISO code, key, month or folder; null where nobody says", "品名、国家代码、键、月份或文件夹；不明为 null");
        name: String = "name of the group" "组名", about("For people, in the language of the run", "供人阅读，语言随运行环境");
        then_by: Option<Facet> = "then by" "再按";
        then_group: Option<String> = "group within" "下级组";
        then_name: Option<String> = "name of the group within" "下级组名";
        charge: bool = "charge" "费用", about("No goods, by the product list", "产品目录中注明不是货物");
        since: Option<Date> = "since" "起", about("The first day of the period; null from the first order on", "期间首日；自首单起为 null");
        until: Date = "until" "止";
        customers: usize = "customers" "客户数", about("That bought", "有购买的客户");
        orders: usize = "orders" "订单数", about("Credit notes left out", "不含贷项");
        quantity: Option<Number> = "quantity" "数量", about("By product, where the units agree", "按产品统计且单位一致时");
        unit: Option<String> = "unit" "单位";
        sales: Number = "sales" "销售额", article("第5条"), about("As graded: credit notes taken off, at the rate of each order's day", "与评级同口径：扣除贷项，按订购日汇率");
        currency: String = "currency" "币种", about("Of the sales: the book's base currency", "销售额的币种（本位币）");
        share: Option<Number> = "share" "占比", about("Of all sales that are counted", "占所统计销售额的比例");
        before: Option<Number> = "sales before" "上期销售额", about("In the period before; null where there is none", "上一期的销售额；没有上一期为 null");
        change: Option<Number> = "change" "增减", about("0.25 is a quarter more; null where nothing was sold before", "0.25 即增加四分之一；上期无销售为 null");
        new: Option<usize> = "new customers" "新客户", about("Whose first order falls into the period", "首单在本期");
        returning: Option<usize> = "returning customers" "老客户", about("Who had bought before", "此前买过");
        quiet: Option<usize> = "gone quiet" "停购", about("Bought in the period before, not in this one", "上期买过、本期未买");
    }
}

/// What rows are told by.
pub struct Told<'a> {
    /// The base currency.
    pub base: &'a str,
    /// Holds the days by which payment conduct is told.
    pub policy: &'a Policy,
    /// What customers are called, by folder.
    pub names: &'a BTreeMap<String, String>,
    /// All sales that are counted.
    pub whole: Decimal,
    /// How many decimals amounts have.
    unit: u32,
}

impl<'a> Told<'a> {
    /// By what counts in a book.
    pub fn new(basis: &'a Basis<'_>, names: &'a BTreeMap<String, String>, whole: Decimal) -> Self {
        Self { base: basis.rates.base(), policy: basis.policy, names, whole, unit: basis.rates.base_unit() }
    }

    /// The row of everything together.
    pub fn total(&self, name: String, cell: &Cell, period: Period) -> StatRow {
        self.row(name, cell, period, period.since.is_some())
    }

    /// The rows of what was counted, in the order in which people look at them.
    pub fn rows(&self, cells: &Cells, cut: &Cut<'_>) -> Vec<StatRow> {
        let mut found: Vec<(&Vec<Part>, &Cell)> = cells.iter().collect();
        let mut sums: BTreeMap<&Part, Decimal> = BTreeMap::new();
        for (key, cell) in &found {
            for part in key.iter().take(1) {
                let sum = sums.entry(part).or_default();
                *sum = sum.saturating_add(cell.sales);
            }
        }
        found.sort_by_cached_key(|(key, cell)| {
            let places = cut.facets.iter().zip(*key).enumerate().map(|(level, (facet, part))| {
                let sales =
                    if level + 1 == key.len() { cell.sales } else { sums.get(part).copied().unwrap_or_default() };
                place(*facet, part, sales)
            });
            (places.collect::<Vec<_>>(), (*key).clone())
        });
        found.into_iter().map(|(key, cell)| self.of(key, cell, cut)).collect()
    }

    fn of(&self, key: &[Part], cell: &Cell, cut: &Cut<'_>) -> StatRow {
        let mut parts = cut.facets.iter().copied().zip(key);
        let (first, then) = (parts.next(), parts.next());
        let label = |(facet, part): (Facet, &Part)| label(facet, part, self);
        let name = first.map(label).unwrap_or_default();
        StatRow {
            by: first.map(|(facet, _)| facet),
            group: first.and_then(|(_, part)| group(part)),
            then_by: then.map(|(facet, _)| facet),
            then_group: then.and_then(|(_, part)| group(part)),
            then_name: then.map(label),
            charge: key.iter().any(|part| matches!(part, Part::Charge(_) | Part::Charges)),
            ..self.row(name, cell, cut.period, cut.compares())
        }
    }

    fn row(&self, name: String, cell: &Cell, period: Period, compares: bool) -> StatRow {
        let (quantity, unit) = match &cell.quantity {
            Quantity::Of(number, unit) => (Some(Number::from(*number)), unit.as_ref().map(|unit| unit.spelled.clone())),
            Quantity::Nothing | Quantity::Mixed => (None, None),
        };
        let compared = |count: usize| compares.then_some(count);
        StatRow {
            by: None,
            group: None,
            name,
            then_by: None,
            then_group: None,
            then_name: None,
            charge: false,
            since: period.since,
            until: period.until,
            customers: cell.customers,
            orders: cell.orders,
            quantity,
            unit,
            sales: rounded(cell.sales, self.unit).into(),
            currency: self.base.to_owned(),
            share: share(cell.sales, self.whole).map(Number::from),
            before: compares.then(|| rounded(cell.before, self.unit).into()),
            change: change(cell.sales, cell.before).filter(|_| compares).map(Number::from),
            new: compared(cell.new),
            returning: compared(cell.returning),
            quiet: compared(cell.quiet),
        }
    }
}

/// What programs know a part by.
fn group(part: &Part) -> Option<String> {
    match part {
        Part::Named(name) | Part::Charge(name) => Some(name.spelled.clone()),
        Part::Charges | Part::Unknown | Part::Lineless => None,
    }
}

/// Where a part stands: goods before charges and what nobody says last; months, grades and conduct in their own order,
/// everything else by sales.
fn place(facet: Facet, part: &Part, sales: Decimal) -> (u8, usize, Decimal) {
    let kind = match part {
        Part::Named(_) => 0,
        Part::Charge(_) | Part::Charges => 1,
        Part::Unknown => 2,
        Part::Lineless => 3,
    };
    (kind, super::words::rank(facet, part), if super::words::is_ranked(facet) { Decimal::ZERO } else { -sales })
}
