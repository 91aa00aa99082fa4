//! `receivables` and `show --order`, as their users meet them: who owes us, since when, and how one order came to be so.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

const SETTINGS: &str = "language = \"zh-CN\"\ncurrency = \"CNY\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n\
    [[rate]]\ndate = 2026-11-01\ncurrency = \"USD\"\nvalue = \"7.1\"\n[[rate]]\ncurrency = \"EUR\"\nvalue = \"8\"\n";

const ACME: &str = "\
name = 'Acme'
owner = '张伟'

[[credit]]
from = 2026-01-01
grade = 'A'
limit = '30000'
currency = 'USD'
term_days = 60

[[quote]]
number = 'Q-031'
date = 2026-05-02
currency = 'USD'
outcome = 'won'
closed = 2026-06-01
items = [ { product = '手动叉车', quantity = 100, unit_price = '185.00' } ]

[[order]]
number = 'PI-011'
date = 2026-06-01
currency = 'USD'
terms = 'FOB Ningbo'
quote = 'Q-031'
pay = { deposit = '0.30', balance = 'oa', days = 60 }
items = [
  { product = '手动叉车', quantity = 100, unit = '台', unit_price = '185.00', discount = '0.05' },
  { product = 'PU 轮', quantity = 10, unit_price = '2.50' },
]
shipments = [
  { date = 2026-08-01, amount = '10000.00', bl = 'BL-1', invoice = 'CI-1' },
  { date = 2026-10-15, amount = '7600.00' },
]
status = 'shipped'

[[payment]]
date = 2026-06-05
amount = '5280.00'
currency = 'USD'
order = 'pi-011'
reference = 'TT-1'

[[followup]]
date = 2026-11-20
kind = 'collection'
summary = '催第一批余款'
order = 'PI-011'
";

const BETA: &str = "\
name = 'Beta'
owner = '李娜'
[[order]]
number = 'B-1'
date = 2026-10-01
currency = 'EUR'
amount = '1000.00'
shipped = 2026-11-20
pay = { balance = 'bl_copy' }
[[payment]]
date = 2026-11-21
amount = '50'
currency = 'EUR'
";

fn book() -> Book {
    Book::nowhere("2026-11-23")
        .file("kehu.toml", SETTINGS)
        .card("国外客户/德国/Acme", ACME)
        .card("国外客户/法国/Beta", BETA)
        .card("潜在客户/法国/Quiet", "name = 'Quiet'\nowner = '李娜'\n")
}

#[test]
fn who_owes_us_the_most_overdue_first() {
    let book = book();
    // 10000 less 3000 of the deposit, 7600 less 2280: 7000 since 30 September, 5320 until 14 December, at 7.1
    book.run("receivables")
        .stdout(
            "\
客户  负责人  等级   应收账款     未到期  1–30 天   31–60 天  61–90 天  90 天以上  30 天内到期      押单   信用敞口   可用额度  上次催款
Acme  张伟    A     87,472.00  37,772.00           49,700.00                         37,772.00            87,472.00  35,728.00  2026-11-20
Beta  李娜           7,600.00   7,600.00                                              7,600.00  7,600.00
合计                95,072.00  45,372.00           49,700.00                         45,372.00  7,600.00  87,472.00
",
        )
        .stderr("金额单位 CNY，按 2026-11-23 汇率折算\n")
        .exits(0);
    book.run("receivables --by owner").any_stderr().stdout(
        "\
负责人  客户数   应收账款     未到期  1–30 天   31–60 天  61–90 天  90 天以上  30 天内到期      押单   信用敞口
张伟         1  87,472.00  37,772.00           49,700.00                         37,772.00            87,472.00
李娜         1   7,600.00   7,600.00                                              7,600.00  7,600.00
",
    );
    book.run("receivables --by country --lang en")
        .any_stderr()
        .says(&["Germany          1   87,472.00", "France           1    7,600.00"]);
    book.run("receivables --by 币种 --format csv").stdout(
        "\
by,group,customers,currency,receivable,not_due,overdue_1_30,overdue_31_60,overdue_61_90,overdue_over_90,disputed,remainder,falls_due,commitment,at_risk,exposure,unapplied
currency,EUR,1,EUR,950.00,950.00,0.00,0.00,0.00,0.00,0.00,0.00,950.00,0.00,950.00,0.00,0.00
currency,USD,1,USD,12320.00,5320.00,0.00,7000.00,0.00,0.00,0.00,0.00,5320.00,0.00,0.00,12320.00,0.00
",
    );
    let rows = book.run("receivables --format json --owner 张伟").json();
    for (key, want) in [
        ("currency", "CNY"),
        ("receivable", "87472.00"),
        ("overdue_31_60", "49700.00"),
        ("limit", "30000"),
        ("limit_currency", "USD"),
        ("headroom", "35728.00"),
        ("one_purchase", "123200.00"),
        ("last_collection", "2026-11-20"),
    ] {
        assert_eq!(rows[0][key], want, "{key}");
    }
    assert_eq!(rows[0]["one_cycle"], serde_json::Value::Null);
    book.run("receivables --format ids").stdout("国外客户/德国/Acme\n国外客户/法国/Beta\n");
}

#[test]
fn as_of_a_past_day_only_what_had_happened_counts() {
    let book = book();
    // before the first shipment: 12320 USD on credit at 7, nothing owed; the deposit is paid ahead
    let rows = book.run("--today 2026-07-31 receivables --format json").json();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!((&rows[0]["receivable"], &rows[0]["commitment"]), (&"0.00".into(), &"86240.00".into()));
    book.run("--today 2026-06-01 due --kind deposit").stdout(
        "逾期  类别  客户  国家  等级  负责人  事项\n今天  定金  Acme  德国  A     张伟    PI-011：定金 USD 5,280.00 未到\n",
    );
    book.run("--today 2026-06-05 due --kind deposit").stderr("没有到期事项\n");
    book.run("--today 2026-05-31 receivables").stderr("没有应收账款\n").exits(0);
    book.run("--today 2026-05-31 receivables --format json").stdout("[]\n");
}

#[test]
fn one_order_from_quote_to_last_payment() {
    let book = book();
    book.run("show Acme --order 011").stdout(
        "\
PI-011  Acme  国外客户/德国/Acme
2026-06-01 下单 · USD 17,600.00 · FOB Ningbo · 已出运
来自报价 Q-031（2026-05-02），2026-06-01 成交

明细
品名      数量  单位    单价  折扣       金额
手动叉车   100  台    185.00    5%  17,575.00
PU 轮       10          2.50            25.00

付款条件
赊销 · 60 天 · 定金 USD 5,280.00

出运
提单日期    提单号  发票号       金额  应收日期        已结      未结        逾期
2026-08-01  BL-1    CI-1    10,000.00  2026-09-30  3,000.00  7,000.00       54 天
2026-10-15                   7,600.00  2026-12-14  2,280.00  5,320.00  还有 21 天

收款
日期        类别          金额  流水号
2026-06-05  收款  USD 5,280.00  TT-1

跟进
日期        方式  内容
2026-11-20  催款  催第一批余款

已结 USD 5,280.00
应收：USD 12,320.00
",
    );
    let row = book.run("show Beta --order B-1 --format json").json();
    assert_eq!(row["owed"]["unnamed"], "50.00");
    assert_eq!(row["owed"]["method"], "bl_copy");
    assert_eq!(row["shipments"][0]["open"], "950.00");
    assert_eq!(row["shipments"][0]["days_overdue"], -4);
    book.run("show Acme --order PI-012").stderr("错误：该客户没有订单 PI-012\n  下一步：已有订单：PI-011\n").exits(2);
    book.run("show Acme --order 011 --format toml").remarks(&["单个订单不能输出为 toml"]).exits(2);
    book.run("show Acme").says(&["\n应收 USD 12,320.00 · 逾期 USD 7,000.00\n"]);
    assert_eq!(book.run("show Acme --format json").json()["owed"][0]["overdue_31_60"], "7000.00");
}

#[test]
fn what_cannot_be_counted_is_named_and_the_rest_is_told() {
    let book = book().card(
        "国外客户/德国/Bad",
        "name = 'Bad'\n[[order]]\nnumber = 'X'\ndate = 2026-01-01\ncurrency = 'USD'\namount = '1'\n[[payment]]\ndate = 2026-02-01\ncurrency = 'USD'\n",
    );
    for command in ["receivables", "receivables --by currency", "due"] {
        book.run(command)
            .says(&[])
            .remarks(&["国外客户/德国/Bad/card.toml:7:1：没有金额，或明细缺少数量、单价\n  下一步：请改正卡片：kehu edit \"国外客户/德国/Bad\"\n"])
            .exits(2);
    }
    book.run("show Bad").says(&["Bad  国外客户/德国/Bad"]).remarks(&["card.toml:7:1"]).exits(2);
    let book = book.card("国外客户/德国/Yen", "name = 'Yen'\n[[order]]\nnumber = 'Y'\ndate = 2026-01-01\ncurrency = 'JPY'\namount = '1'\nshipped = 2026-01-02\n");
    // no sum in base currency without a rate; in its own currency it needs none
    book.run("receivables")
        .remarks(&["缺少汇率：JPY 在 2026-01-01（国外客户/德国/Yen）", "currency = \"JPY\""])
        .exits(2);
    book.run("receivables --by currency --owner 张伟").says(&["USD"]).exits(0);
    book.run("receivables --by stage")
        .remarks(&["--by：“stage”不在以下之列：customer 客户、owner 负责人、country 国家、currency 币种"])
        .exits(2);
    book.run("receivables --by owner --format ids").remarks(&["分组没有路径可输出"]).exits(2);
}

#[test]
fn wrong_rates_in_the_settings_do_not_count() {
    let book = book().card("国外客户/德国/Old", "name = 'Old'\n[[order]]\nnumber = 'O'\ndate = 2020-01-01\ncurrency = 'USD'\namount = '100'\nshipped = 2020-01-02\n");
    let with = |line: &str| format!("receivables_from = 2026-01-01\n{line}{SETTINGS}");
    let book = book.file("kehu.toml", &with(""));
    // of the time before debts are counted: a sale, no debt
    let paths = book.run("receivables --format ids").text();
    assert!(!paths.contains("Old"), "{paths}");
    book.run("show Old --order O").says(&["早于应收起算日：只计销售，不计应收"]);
    assert_eq!(book.run("grade --format json --explain Old").json()["sales"], "700.00");
}
