//! `next`, as its users meet it.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;

const ORDER: &str = "\
name = 'Acme GmbH'
owner = '张伟'

[start]
trading_card = 2026-09-01

[[order]]
number = 'PI-1'
date = 2026-10-01
currency = 'USD'
amount = '1000.00'
pay = { deposit = '0.30', balance = 'bl_copy' }
";

fn book() -> Book {
    Book::on("2026-11-23")
        .card("国外客户/法国/Buyer", ORDER)
        .card("国外客户/法国/Halted", "name = 'Halted'\n[[credit]]\nfrom = 2026-11-01\nstate = 'halted'\n")
        .card("潜在客户/德国/New", "name = 'New'\nphone = '+49 711 5550134'\n")
        .card("潜在客户/德国/Won", "name = 'Won'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-02\ncurrency = 'USD'\noutcome = 'won'\nclosed = 2026-11-05\nitems = [ { product = 'x', quantity = 1, unit_price = 5 } ]\n")
}

#[test]
fn the_process_of_one_customer() {
    let book = book();
    book.run("下一步 Buyer").stdout(
        "Acme GmbH  国外客户/法国/Buyer\n\
         下一步：定金 PI-1，自 2026-10-01\n\
         \u{20} 定金：USD 300.00 未到\n\
         \u{20} kehu pay \"国外客户/法国/Buyer\" … --order \"PI-1\"\n\
         \n\
         - 询盘           跳过\n\
         - 报价           跳过\n\
         - 寄样           跳过\n\
         ✓ 交易卡         2026-09-01\n\
         ✓ 合同/形式发票  2026-10-01\n\
         → 定金           当前\n\
         \u{20} 生产           待办\n\
         \u{20} 出运           待办\n\
         \u{20} 收款           待办\n\
         \u{20} 售后           待办\n\
         \u{20} 返单           待办\n",
    );
    // the advice works, step by step
    book.run("pay 国外客户/法国/Buyer 300 --order PI-1 -q");
    let next = book.run("next Buyer --format json").json();
    assert_eq!(
        (&next["step"], &next["command"]),
        (&"production".into(), &"kehu set \"国外客户/法国/Buyer\" \"order.PI-1.status=production\"".into())
    );
    book.run("set 国外客户/法国/Buyer order.PI-1.status=production -q");
    assert_eq!(book.run("next Buyer --format json").json()["command"], "kehu ship \"国外客户/法国/Buyer\" \"PI-1\"");
    book.run("ship 国外客户/法国/Buyer PI-1").any_stderr().exits(0);
    let next = book.run("next Buyer --format json").json();
    assert_eq!((&next["step"], &next["needs"][0]), (&"payment".into(), &"收款 USD 700.00，2026-11-30 到期".into()));
    book.run("pay 国外客户/法国/Buyer 700 --order PI-1 -q");
    assert_eq!(book.run("next Buyer --format json").json()["step"], "after_sales");
}

#[test]
fn a_prospect_is_told_what_it_lacks_to_become_a_customer() {
    let next = book().english().run("next Won --format json").json();
    assert_eq!(next["step"], "trading_card");
    assert_eq!(
        next["needs"],
        serde_json::json!([
            "the exchanged trading card (第13条 2)",
            "to be made a customer (第13条 2)",
            "missing: address, phone, owner, contacts (第12条 1)",
            "payment profile: missing attitude to payment, time of payment, dealings with banks, who really controls finance, method of payment (第12条 2)"
        ])
    );
    assert_eq!(next["command"], "kehu promote \"潜在客户/德国/Won\"");
    assert_eq!(next["steps"][1], serde_json::json!({ "step": "quote", "state": "done", "date": "2026-11-02" }));
}

#[test]
fn where_trading_is_stopped_it_must_be_resumed_first() {
    book().english().run("next Halted").stdout(
        "Halted  国外客户/法国/Halted\nNext: nothing, trading is stopped, since 2026-11-01\n\
         \u{20} trading is stopped (halted): resume it first (第14条)\n\
         \u{20} kehu resume \"国外客户/法国/Halted\"\n",
    );
    let next = book().run("next Halted --format json").json();
    assert_eq!((&next["step"], &next["steps"]), (&serde_json::Value::Null, &serde_json::json!([])));
}

#[test]
fn the_book_along_the_process() {
    let book = book();
    book.run("next --where not:won").stdout(
        "下一步    客户       阶段      起算日      单号  还需                              负责人\n\
         询盘      New        潜在客户                    首次联系\n\
         定金      Acme GmbH  国外客户  2026-10-01  PI-1  定金：USD 300.00 未到             张伟\n\
         停止交易  Halted     国外客户  2026-11-01        中止交易，须先恢复交易（第14条）\n",
    );
    book.run("next --format ids")
        .stdout("潜在客户/德国/New\n潜在客户/德国/Won\n国外客户/法国/Buyer\n国外客户/法国/Halted\n");
    book.run("next --where country:DE --format ids").stdout("潜在客户/德国/New\n潜在客户/德国/Won\n");
    book.run("next --owner 张伟 --format ids -0").stdout("国外客户/法国/Buyer\0");
    book.run("next --stage customer --country FR --format ids").stdout("国外客户/法国/Buyer\n国外客户/法国/Halted\n");
    let row = book.run("next --owner 张伟 --format jsonl").json();
    assert_eq!((&row["step"], &row["since"], &row["paper"]), (&"deposit".into(), &"2026-10-01".into(), &"PI-1".into()));
    assert!(row.get("steps").is_none());
    book.run("next --where nobody").stderr("没有符合条件的客户\n");
    book.run("next --where nobody --format json").stdout("[]\n");
    Book::on("2026-11-23").run("next").stderr("还没有客户\n");
    book.at("2026-09-30").run("next Buyer --format json").says(&["\"step\": \"inquiry\""]);
}

#[test]
fn what_does_not_fit_is_told() {
    let book = book().card(
        "国外客户/法国/Broken",
        "name = 'Broken'\n[[order]]\nnumber = 'PI-9'\ndate = 2026-11-01\ncurrency = 'USD'\n",
    );
    book.run("next Nobody").remarks(&["没有名为“Nobody”的客户"]).exits(2);
    book.run("next Buyer --owner 张伟").remarks(&["--owner"]).exits(2);
    book.run("next --where grade:Z").remarks(&["grade:Z"]).exits(2);
    book.run("next -0").remarks(&["-0"]).exits(2);
    book.run("next Broken").remarks(&["国外客户/法国/Broken/card.toml:2:1：", "PI-9"]).exits(2);
    // the others are served
    book.run("next --format ids").says(&["国外客户/法国/Buyer\n"]).remarks(&["PI-9"]).exits(2);
}

#[test]
fn the_outputs_fit_their_schemas() {
    let book = book();
    for (schema, line) in
        [("next", "next --format json"), ("next_one", "next Buyer --format json"), ("plan", "plan --format json")]
    {
        let schema = book.run(&format!("schema {schema}")).json();
        let judge = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
        let output = book.run(line).json();
        let faults: Vec<String> =
            judge.iter_errors(&output).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{line}");
    }
}
