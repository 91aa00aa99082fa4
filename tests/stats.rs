//! `stats`, as its users meet it: what is counted by what, that the sums are those of `grade`, and what is said where
//! something cannot be counted.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;
use rust_decimal::Decimal;
use serde_json::Value;

const SETTINGS: &str = "language = 'zh-CN'\ncurrency = 'CNY'\n[[rate]]\ncurrency = 'USD'\nvalue = '7'\n";

const PRODUCTS: &str = "\
[[product]]\nname = '手动叉车'\nnames = ['Hand truck']\nfamily = '搬运车'\nunit = '台'
[[product]]\nname = '海运费'\ncharge = true\n";

const ACME: &str = "name = 'Acme'\nowner = '张伟'\ntype = 'distributor'\nsource = '广交会'
[[credit]]\nfrom = 2025-01-01\ngrade = 'A'
[[order]]\nnumber = 'A-1'\ndate = 2025-03-10\ncurrency = 'USD'
items = [ { product = '手动叉车', quantity = 10, unit_price = '100' } ]
[[order]]\nnumber = 'A-2'\ndate = 2026-03-10\ncurrency = 'USD'
items = [ { product = 'hand truck', quantity = 12, unit_price = '100' }, { product = '海运费', quantity = 1, unit_price = '50' } ]
[[order]]\nnumber = 'A-3'\ndate = 2026-04-10\ncurrency = 'USD'\namount = '9999'\nstatus = 'cancelled'\n";

const BETA: &str = "name = 'Beta'\nowner = '李娜'
[[order]]\nnumber = 'B-1'\ndate = 2026-10-05\ncurrency = 'CNY'\namount = '3000'
[[order]]\nnumber = 'B-2'\ndate = 2026-10-20\ncurrency = 'CNY'\namount = '500'\ncredits = 'B-1'\n";

const COUR: &str = "name = 'Cour'\nowner = '张伟'\ntype = 'agent'
[[order]]\nnumber = 'C-1'\ndate = 2025-06-01\ncurrency = 'CNY'\namount = '1000'\n";

const DUNE: &str = "name = 'Dune'\n[[order]]\nnumber = 'D-1'\ndate = 2026-02-01\ncurrency = 'USD'\namount = '1'\n";

fn book() -> Book {
    Book::nowhere("2026-11-24")
        .file("kehu.toml", SETTINGS)
        .file("products.toml", PRODUCTS)
        .card("国外客户/德国/Acme", ACME)
        .card("国外客户/法国/Beta", BETA)
        .card("国外客户/法国/Cour", COUR)
}

fn sum(rows: &Value) -> Decimal {
    rows.as_array().unwrap().iter().map(|row| Decimal::from_str_exact(row["sales"].as_str().unwrap()).unwrap()).sum()
}

#[test]
fn products_under_one_name_charges_apart_and_totals_by_themselves() {
    book()
        .run("stats 产品")
        .stdout(
            "\
产品            客户数  订单数   数量     销售额    占比
手动叉车             1       2  22 台  15,400.00   80.0%  ████████████████████
海运费（费用）       1       1      1     350.00    1.8%  ▌
（只有总额）         2       2          3,500.00   18.2%  ████▌
合计                 3       4         19,250.00  100.0%
",
        )
        .stderr("销售额单位 CNY\n");
}

#[test]
fn a_year_against_the_one_before_with_who_is_new_and_who_is_gone() {
    book()
        .english()
        .run("stats country --period this-year")
        .says(&["Germany", "France"])
        .remarks(&["sales in CNY; 2026-01-01 to 2026-11-24 against 2025-01-01 to 2025-11-24"]);
    let rows = book().run("stats country --period 今年 --format json").json();
    let told: Vec<(&str, &str, &Value, &Value, &Value)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (row["group"].as_str().unwrap(), row["sales"].as_str().unwrap(), &row["change"], &row["new"], &row["quiet"])
        })
        .collect();
    let json = |value: i32| Value::from(value);
    assert_eq!(
        told,
        [
            ("DE", "8750.00", &Value::from("0.2500"), &json(0), &json(0)),
            ("FR", "2500.00", &Value::from("1.5000"), &json(1), &json(1)),
        ]
    );
}

#[test]
fn movement_says_who_bought_more_or_no_more() {
    let book = book();
    let rows = book.run("stats movement --since 2026-01-01 --format json").json();
    let told: Vec<(&str, &str)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["movement"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("Beta", "new"), ("Acme", "rising"), ("Cour", "quiet")]);
    assert_eq!(sum(&rows), sum(&book.run("grade --since 2026-01-01 --format json").json()));
    book.run("stats 动态 --since 2026-01-01")
        .says(&["新客户 1，恢复购买 0，上升 1，持平 0，下降 0，停购 1"])
        .any_stderr();
}

#[test]
fn two_levels_nested_and_flat_for_programs() {
    let book = book();
    book.run("stats owner month --top 1")
        .says(&["负责人／月份", "张伟", "　2026-03", "其他 1 项", "合计"])
        .any_stderr();
    let rows = book.run("stats owner month --format json").json();
    assert_eq!((rows[0]["by"].as_str(), rows[0]["then_by"].as_str()), (Some("owner"), Some("month")));
    assert_eq!(sum(&rows), sum(&book.run("grade --format json").json()));
    let header = book.run("stats owner month --format csv").text();
    assert!(header.starts_with("by,group,name,then_by,then_group,then_name,charge,"), "{header}");
}

/// Whatever sales are counted by, they sum to those of the grading, of all time and of a period.
#[test]
fn every_sum_is_that_of_the_grading() {
    for book in [book(), Book::demo()] {
        for period in ["", " --since 2026-01-01", " --since 2025-03-01 --until 2026-03-31"] {
            let want = sum(&book.run(&format!("grade{period} --format json")).json());
            for by in [
                "product",
                "family",
                "country",
                "type",
                "grade",
                "owner",
                "month",
                "quarter",
                "year",
                "conduct",
                "source",
                "customer",
                "country product",
                "month family",
            ] {
                let rows = book.run(&format!("stats {by}{period} --format json")).json();
                assert_eq!(sum(&rows), want, "{by}{period}");
            }
            let given = if period.is_empty() { 5 } else { 0 };
            let overview = book.run(&format!("stats{period} --format json")).json();
            assert_eq!(overview[given]["sales"].as_str().unwrap(), format!("{want:.2}"), "{period}");
        }
    }
}

#[test]
fn some_customers_only() {
    let book = book();
    for (asked, want) in [
        ("stats year --owner 李娜", "2500.00"),
        ("stats year country:德国 --since 2026-01-01", "8750.00"),
        ("stats year Cour", "1000.00"),
    ] {
        assert_eq!(sum(&book.run(&format!("{asked} --format json")).json()).to_string(), want, "{asked}");
    }
    book.run("stats month Nobody").stderr("没有符合条件的客户\n");
    book.run("stats month --period 2024").stderr("没有销售\n");
    book.run("stats month --period 2024 --format json").stdout("[]\n");
}

#[test]
fn prospects_are_not_graded_and_so_not_counted() {
    book()
        .card("潜在客户/法国/Dune", DUNE)
        .run("stats year")
        .says(&["19,250.00"])
        .stderr("销售额单位 CNY\n未计入：1 个潜在客户的订单；请用 kehu promote 转为正式客户\n");
}

#[test]
fn a_missing_rate_and_a_bad_card_are_told_as_elsewhere() {
    let book = book().card(
        "国外客户/德国/Evil",
        "name = 'Evil'\n[[order]]\nnumber = 'E'\ndate = 2026-01-01\ncurrency = 'EUR'\namount = '5'\n",
    );
    book.run("stats product")
        .remarks(&["缺少汇率：EUR 在 2026-01-01（国外客户/德国/Evil）", "currency = \"EUR\""])
        .exits(2);
    let book = self::book()
        .card("国外客户/德国/Evil", "name = 'Evil'\n[[order]]\nnumber = 'E'\ndate = 2026-01-01\namount = '5'\n");
    book.run("stats year").says(&["19,250.00"]).remarks(&["国外客户/德国/Evil/card.toml:2"]).exits(2);
}

#[test]
fn an_empty_book_has_no_sales() {
    Book::on("2026-11-24").run("stats product").stderr("没有销售\n");
    Book::on("2026-11-24").run("stats movement --format json").stdout("[]\n");
    Book::on("2026-11-24").run("stats --format jsonl").says(&["\"group\":\"all\"", "\"sales\":\"0"]);
}
