//! `report compliance`: how the policy was kept, by owner and month (第4条).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

const FIRM: &str = "\
language = 'zh-CN'
approvals_from = 2026-01-01
[[person]]
name = '沈'
roles = ['salesperson']
[[person]]
name = '罗'
roles = ['finance', 'sales_manager']
";

/// Graded D since long; investigated late twice, reported late once; shipped all the same; given a grade by nobody.
const ACME: &str = "\
id = 'k7'
name = 'Acme'
owner = '沈'
created = 2026-01-05
[[credit]]
from = 2025-01-01
grade = 'D'
[[credit]]
from = 2026-04-01
grade = 'B'
[[order]]
number = 'PI-1'
date = 2026-02-01
currency = 'CNY'
amount = '100'
pay = { balance = 'oa', days = 30 }
[[order]]
number = 'PI-2'
date = 2026-02-02
currency = 'CNY'
amount = '100'
pay = { balance = 'before_shipment' }
[[order]]
number = 'PI-3'
date = 2026-02-03
currency = 'CNY'
amount = '100'
pay = { balance = 'oa', days = 30 }
cancelled = 2026-02-03
[[followup]]
date = 2026-03-01
kind = 'other'
summary = '照常办理：客户催得急'
order = 'PI-2'
[[investigation]]
date = 2026-02-01
completed = 2026-02-04
reported = 2026-02-08
[[investigation]]
date = 2026-03-06
completed = 2026-03-06
reported = 2026-03-09
";

fn book() -> Book {
    Book::on("2026-04-10").file("kehu.toml", FIRM).card("国外客户/德国/Acme", ACME)
}

#[test]
fn what_was_not_kept_by_month_and_owner() {
    book().run("report compliance").stdout(
        "\
信用政策执行情况

期间  2025-04-11 至 2026-04-10
监督  财务部（第4条）

按月、按负责人

月份     负责人  不合条件的订单  未达条件出运  逾期调查  逾期报告  未经审批的变动
2026-02  沈                   1                                 1
2026-03  沈                                 1         1
2026-04  沈                                           1                         1

明细

日期        负责人  客户  类别            说明
2026-02-01  沈      Acme  不合条件的订单  PI-1，不可接
2026-02-07  沈      Acme  逾期报告        逾期 1 天
2026-03-01  沈      Acme  未达条件出运    PI-2，客户催得急
2026-03-04  沈      Acme  逾期调查        逾期 2 天
2026-04-01  沈      Acme  未经审批的变动
2026-04-06  沈      Acme  逾期调查        逾期 4 天
",
    );
}

#[test]
fn as_data_and_from_a_day_on() {
    let json = book().run("report compliance --since 2026-03-01 --format json").json();
    let rows: Vec<(&str, &str)> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["breach"].as_str().unwrap(), row["date"].as_str().unwrap()))
        .collect();
    assert_eq!(
        rows,
        [
            ("override", "2026-03-01"),
            ("late_review", "2026-03-04"),
            ("unapproved", "2026-04-01"),
            ("late_review", "2026-04-06"),
        ]
    );
    assert_eq!((json[0]["reason"].as_str(), json[0]["paper"].as_str()), (Some("客户催得急"), Some("PI-2")));
    assert_eq!(json[1]["days_late"], 2);
    // as of an earlier day only what was known then
    let json = book().run("report compliance --today 2026-02-20 --format json").json();
    assert_eq!(json.as_array().unwrap().len(), 2);
    book().run("report compliance 国家:法国 --format json").stdout("[]\n");
    book().english().run("report compliance 国家:法国").says(&["Nothing to tell: the policy was kept."]);
}

#[test]
fn a_change_that_nobody_could_review_is_told() {
    let book = Book::on("2026-04-10").file("kehu.toml", FIRM).card("国外客户/德国/Acme", "id = 'k7'\nname = 'Acme'\n");
    book.run("credit set Acme --grade C --reason 试单顺利 --as 罗").any_stderr();
    let json = book.run("report compliance --format json").json();
    let rows = json.as_array().unwrap();
    let told = rows.iter().find(|row| row["breach"] == "unreviewed").unwrap();
    assert_eq!((told["date"].as_str(), told["reason"].as_str()), (Some("2026-04-10"), Some("试单顺利")));
}
