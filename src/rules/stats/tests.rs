//! Figures by part: what falls where, what is compared with what, and that nothing is lost or made.

use super::*;
use crate::formats::toml::from_text;
use crate::model::{Policy, Settings};
use crate::rules::money::exact::sum;
use crate::rules::money::sales::{sales, total};

const SETTINGS: &str = "currency = 'CNY'\nrate = [ { currency = 'USD', value = '7.013' } ]\n";

const PRODUCTS: &str = "\
[[product]]\nname = '叉车'\nnames = ['Forklift', '手动叉车']\nfamily = '搬运'\nunit = '台'
[[product]]\nname = '堆高车'\nfamily = '搬运'
[[product]]\nname = '海运费'\nnames = ['Freight']\ncharge = true\n";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn d(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// `叉车 2 台 20.00` by part, and the sum of the card's sales in the period.
fn counted(card: &str, facets: &[Facet], since: Option<&str>) -> (Vec<(Vec<Part>, Cell)>, Decimal) {
    let (policy, settings): (Policy, Settings) = (Policy::default(), from_text(SETTINGS).unwrap());
    let basis = Basis::new(&settings, &policy);
    let products: Products = from_text(PRODUCTS).unwrap();
    let card: Card = from_text(card).unwrap();
    let today = day("2026-11-24");
    let period = Period { since: since.map(day), until: today };
    let sold = sales(&card, &basis, today).unwrap();
    let cut = Cut { facets, period, products: &products };
    let whose = Whose { card: &card, country: Some("DE"), path: "a" };
    let cells = cells(&whose, &sold, &cut, &basis, today).unwrap();
    let within: Vec<Sale<'_>> = sold.into_iter().filter(|sale| period.holds(sale.date)).collect();
    (cells.into_iter().collect(), total(&within, 2).unwrap())
}

fn spelled(part: &Part) -> String {
    match part {
        Part::Named(name) => name.spelled.clone(),
        Part::Charge(name) => format!("+{}", name.spelled),
        other => format!("{other:?}"),
    }
}

fn order(number: &str, date: &str, items: &str, more: &str) -> String {
    format!("[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'USD'\nitems = [ {items} ]\n{more}\n")
}

fn line(product: &str, quantity: &str, price: &str, more: &str) -> String {
    format!("{{ product = '{product}', quantity = '{quantity}', unit_price = '{price}' {more} }}, ")
}

#[test]
fn lines_sum_to_the_order_to_the_cent() {
    // each line alone would be rounded up
    let items: String = (1..=7).map(|n| line(&format!("件{n}"), "1", "0.15", "")).collect();
    let (cells, total) = counted(&order("1", "2026-05-01", &items, ""), &[Facet::Product], None);
    assert_eq!(cells.len(), 7);
    assert_eq!(sum(cells.iter().map(|(_, cell)| cell.sales)), Ok(total));
    assert_eq!(total, d("7.36"));
}

#[test]
fn lines_go_by_the_name_of_the_product_list() {
    let items = [
        line("手动叉车", "2", "100", ""),
        line("FORKLIFT ", "3", "100", ", unit = '台'"),
        line("别的", "1", "10", ", unit = '箱'"),
        line("Freight", "1", "50", ""),
    ]
    .concat();
    let card = order("1", "2026-05-01", &items, "")
        + "[[order]]\nnumber = '2'\ndate = 2026-06-01\ncurrency = 'CNY'\namount = '80'\n"
        + &order("3", "2026-07-01", &line("叉车", "1", "100", ""), "credits = '1'");
    let told = |facets: &[Facet]| -> Vec<String> {
        let (cells, total) = counted(&card, facets, None);
        assert_eq!(sum(cells.iter().map(|(_, cell)| cell.sales)), Ok(total));
        let quantity = |cell: &Cell| match &cell.quantity {
            Quantity::Of(number, unit) => format!("{number} {}", unit.as_ref().map_or("?", |unit| &unit.spelled)),
            other => format!("{other:?}"),
        };
        cells.iter().map(|(key, cell)| format!("{} {} {}", spelled(&key[0]), quantity(cell), cell.orders)).collect()
    };
    assert_eq!(told(&[Facet::Product]), ["别的 1 箱 1", "叉车 4 台 1", "+海运费 1 ? 1", "Lineless Nothing 1"]);
    assert_eq!(told(&[Facet::Family]), ["搬运 4 台 1", "Charges 1 ? 1", "Unknown 1 箱 1", "Lineless Nothing 1"]);
}

#[test]
fn units_that_differ_have_no_sum() {
    let items = line("叉车", "2", "100", "") + &line("叉车", "1", "500", ", unit = '箱'");
    let (cells, _) = counted(&order("1", "2026-05-01", &items, ""), &[Facet::Product], None);
    assert_eq!(cells[0].1.quantity, Quantity::Mixed);
}

/// Orders on these days; what is told of a period that begins with this year.
#[test]
fn new_returning_and_gone_quiet() {
    for (days, want) in [
        (&["2026-03-01"][..], (1, 1, 0, 0)),
        (&["2025-03-01", "2026-03-01"], (1, 0, 1, 0)),
        (&["2025-03-01"], (0, 0, 0, 1)),
        // so late last year that the same days do not hold it
        (&["2025-12-01"], (0, 0, 0, 0)),
        (&["2020-03-01", "2026-03-01", "2026-04-01"], (1, 0, 1, 0)),
    ] {
        let card: String = days.iter().map(|day| order(day, day, &line("叉车", "1", "1", ""), "")).collect();
        let (cells, _) = counted(&card, &[], Some("2026-01-01"));
        let cell = cells.into_iter().next().map(|(_, cell)| cell).unwrap_or_default();
        assert_eq!((cell.customers, cell.new, cell.returning, cell.quiet), want, "{days:?}");
    }
}

#[test]
fn a_month_is_held_against_the_one_before() {
    let card: String = ["2026-08-31", "2026-09-01", "2026-10-23", "2026-10-25", "2026-11-02"]
        .iter()
        .map(|day| order(day, day, &line("叉车", "1", "100", ""), ""))
        .collect();
    let (cells, _) = counted(&card, &[Facet::Month], Some("2026-09-01"));
    let told: Vec<(String, String, String)> =
        cells.iter().map(|(key, cell)| (spelled(&key[0]), cell.sales.to_string(), cell.before.to_string())).collect();
    let told: Vec<(&str, &str, &str)> = told.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    // of October only the days that November has had so far
    assert_eq!(
        told,
        [("2026-09", "701.30", "701.30"), ("2026-10", "1402.60", "701.30"), ("2026-11", "701.30", "701.30")]
    );
}

#[test]
fn two_at_once_sum_to_each() {
    let items = line("叉车", "2", "100", "") + &line("堆高车", "1", "33.33", "");
    let card = order("1", "2026-05-01", &items, "") + &order("2", "2026-06-01", &items, "");
    let (both, total) = counted(&card, &[Facet::Product, Facet::Month], None);
    assert_eq!(both.iter().filter(|(_, cell)| cell.orders > 0).count(), 4);
    assert_eq!(sum(both.iter().map(|(_, cell)| cell.sales)), Ok(total));
    let (one, _) = counted(&card, &[Facet::Product], None);
    for (key, cell) in one {
        let parts = both.iter().filter(|(both, _)| both[0] == key[0]).map(|(_, cell)| cell.sales);
        assert_eq!(sum(parts), Ok(cell.sales));
    }
}

#[test]
fn what_changed_and_what_is_a_part() {
    for (now, before, want) in
        [("150", "100", Some("0.5000")), ("50", "200", Some("-0.7500")), ("1", "0", None), ("0", "-1", None)]
    {
        assert_eq!(change(d(now), d(before)), want.map(d), "{now} {before}");
    }
    assert_eq!(share(d("1"), d("3")), Some(d("0.333333")));
    assert_eq!(share(d("1"), d("0")), None);
}
