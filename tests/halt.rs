//! `suspend` and `halt`, as their users meet them.

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

const PEOPLE: &str = "language = 'zh-CN'\n\
    [[person]]\nname = '李娜'\nroles = ['salesperson']\nreports_to = '王芳'\n\
    [[person]]\nname = '王芳'\nroles = ['sales_manager']\n";
const ACME: &str = "国外客户/德国/Acme/card.toml";

fn firm(more: &str) -> Book {
    let card = format!("id = 'k7f3m2q9xz'\nname = 'Acme'\n{more}");
    Book::on("2026-11-23").file("kehu.toml", PEOPLE).file(ACME, &card)
}

/// With a report on which the superior has said so.
fn directed(effect: &str) -> Book {
    firm(&format!(
        "[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'anomaly'\nsummary = '停产'\n\
         directive = {{ date = 2026-11-12, by = '王芳', text = '中止往来', effect = '{effect}' }}\n"
    ))
}

#[test]
fn supply_stops_and_the_report_goes_out_in_one_write() {
    let book = firm("");
    let before = book.text(ACME);
    book.run("暂停 Acme --reason '法人被捕' --source 新闻 --as 李娜").stderr(
        "国外客户/德国/Acme：今天起暂停供货；紧急报告 AL-56NHBA，报 王芳；批示之前不接新单、不采取对策（第11条）：\
         kehu alert directive \"国外客户/德国/Acme\" AL-56NHBA\n",
    );
    let added = "
[[credit]]
from = 2026-11-23
state = \"suspended\"
reason = \"法人被捕\"

[[alert]]
id = \"AL-56NHBA\"
date = 2026-11-23
by = \"李娜\"
kind = \"anomaly\"
summary = \"法人被捕\"
source = \"新闻\"
reported_to = \"王芳\"
";
    assert_eq!(book.text(ACME), format!("{before}{added}"));
    book.run("suspend Acme --reason y --as 李娜")
        .stderr(
            "错误：该客户自 2026-11-23 起已暂停供货\n  下一步：有新情况请上报：kehu alert add \"国外客户/德国/Acme\"\n",
        )
        .exits(1);
    book.run("alert close Acme -o paid").remarks(&["（已收回）；目前仍暂停供货：kehu resume \"国外客户/德国/Acme\""]);
}

#[test]
fn a_bill_wants_its_amount_and_a_dry_run_shows_both_records() {
    let book = firm("").english();
    let before = book.text(ACME);
    book.run("suspend Acme --reason x --kind dishonoured --as 李娜")
        .stderr("error: --amount is missing, and there is no terminal to ask at\n  next: give it on the command line: --amount …\n")
        .exits(2);
    book.run("suspend Acme --as 李娜")
        .stderr("error: --reason is missing, and there is no terminal to ask at\n  next: give it on the command line: --reason …\n")
        .exits(2);
    book.run("suspend Acme --reason x --kind dishonoured --amount 'EUR 5' --as 李娜 --dry-run").says(&[
        "+state = \"suspended\"",
        "+kind = \"dishonoured\"",
        "+amount = 5",
        "+currency = \"EUR\"",
    ]);
    assert_eq!(book.text(ACME), before);
}

#[test]
fn trading_ends_on_the_directive_and_is_complete_when_the_customer_was_told() {
    let book = directed("halt").file("国外客户/德国/Acme/函件/通知.pdf", "x");
    book.run("中止 Acme").stderr(
        "国外客户/德国/Acme：今天起中止交易；通知客户后才算完成：kehu halt \"国外客户/德国/Acme\" --notified 今天 --how \"…\" --evidence 文件\n",
    );
    assert!(book.text(ACME).ends_with("\n[[credit]]\nfrom = 2026-11-23\nstate = \"halted\"\nreason = \"中止往来\"\n"));
    book.run("due --kind alert --format json")
        .says(&["自 2026-11-23 中止交易，尚未正式通知客户并留凭证（第14条）", "异常：停产；已批示，待落实：中止往来"]);
    let found = book.run("lint --format json").json().to_string();
    assert!(found.contains("halt-not-notified") && !found.contains("halt-without-directive"), "{found}");
    book.run("halt Acme --notified today --how '顺丰 SF123' --evidence 函件/通知.pdf")
        .stderr("国外客户/德国/Acme：已登记通知客户，中止手续完成\n");
    assert!(book.text(ACME).ends_with(
        "\n[[credit]]\nfrom = 2026-11-23\nstate = \"halted\"\nreason = \"中止往来\"\nnotified = 2026-11-23\nnotified_how = \"顺丰 SF123\"\nevidence = [\"函件/通知.pdf\"]\n"
    ));
    book.run("due --kind alert --format json").hides(&["尚未正式通知"]).text();
    assert!(!book.run("lint --format json").json().to_string().contains("halt-"));
}

#[test]
fn both_at_once_and_in_english() {
    let book = directed("halt").file("国外客户/德国/Acme/a.pdf", "x").english();
    book.run("halt Acme --reason 'fraud' --notified 2026-11-20 --how courier --evidence a.pdf")
        .stderr("国外客户/德国/Acme: trading halted from today, the customer was told\n");
    assert!(book.text(ACME).contains("reason = \"fraud\"\nnotified = 2026-11-20\n"));
}

#[test]
fn nobody_halts_without_an_open_directive_to() {
    for book in [firm(""), directed("refused"), directed("cash_only")] {
        let before = book.text(ACME);
        book.run("halt Acme").remarks(&["没有未结案的紧急报告批示中止交易（第14条）"]).exits(1);
        assert_eq!(book.text(ACME), before);
    }
    let book = directed("halt");
    book.run("alert close Acme -o resolved -q");
    book.run("halt Acme").remarks(&["没有未结案的紧急报告批示中止交易"]).exits(1);
}

#[test]
fn a_notice_needs_its_day_its_way_and_its_proof() {
    let book = directed("halt").file("国外客户/德国/Acme/a.pdf", "x");
    let before = book.text(ACME);
    book.run("halt Acme --notified today").remarks(&["缺少：--how、--evidence"]).exits(2);
    book.run("halt Acme --how x").remarks(&["缺少：--evidence、--notified"]).exits(2);
    for (options, want) in [
        ("--notified 明天 --how x --evidence a.pdf", "错误：通知日期：2026-11-24 还没到"),
        ("--notified 2026-11-11 --how x --evidence a.pdf", "错误：通知日期 2026-11-11 早于批示日期 2026-11-12"),
    ] {
        let again = "\n  下一步：未写入任何内容，请改正后重试\n";
        book.run(&format!("halt Acme {options}")).stderr(&format!("{want}{again}")).exits(2);
    }
    for file in ["b.pdf", "../Acme/a.pdf", "/etc/passwd", "' '"] {
        book.run(&format!("halt Acme --notified today --how x --evidence {file}"))
            .remarks(&["国外客户/德国/Acme 中没有文件"])
            .exits(2);
    }
    assert_eq!(book.text(ACME), before);
}

#[test]
fn an_order_after_the_stop_is_found() {
    let book = firm(
        "[[credit]]\nfrom = 2026-11-01\nstate = 'suspended'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-11-05\ncurrency = 'CNY'\namount = 5\n",
    );
    let found = book.run("lint --format json").any_stderr().exits(1).json();
    let found = found.as_array().unwrap().iter().find(|row| row["code"] == "order-for-halted").unwrap();
    assert_eq!(found["severity"], "error");
    assert_eq!(found["message"], "订单 PI-1：2026-11-05 下单时，该客户已暂停供货");
}
