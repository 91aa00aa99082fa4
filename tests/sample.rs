//! `sample`, as its users meet it.

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

const KEPT: &str = "\
name = 'Acme GmbH' # 全称

[[sample]]
product = '把手 A' # 黑色
date = 2026-11-01
tracking='DHL-1'

[[sample]]
product = '把手 B'
date = 2026-11-02
feedback = '太重'

[start]
evidence = ['x.pdf']
";

fn book() -> Book {
    Book::on("2026-11-23").card("潜在客户/德国/Acme", KEPT)
}

fn card(book: &Book) -> String {
    book.text("潜在客户/德国/Acme/card.toml")
}

#[test]
fn a_sample_sent_is_appended() {
    let book = book();
    book.run("sample Acme '油泵 整套' --courier DHL --tracking 123 --fee 41.50 --currency 人民币 --date 昨天")
        .stderr("潜在客户/德国/Acme：已登记样品：油泵 整套\n");
    let added = "
[[sample]]
date = 2026-11-22
product = \"油泵 整套\"
courier = \"DHL\"
tracking = \"123\"
fee = \"41.50\"
currency = \"CNY\"
";
    assert_eq!(card(&book), format!("{KEPT}{added}"));
}

#[test]
fn what_became_of_it_is_noted_on_the_one_that_waits() {
    let book = book();
    book.run("寄样 Acme --received 11-20").stderr("潜在客户/德国/Acme：已登记样品：把手 A 2026-11-01 DHL-1\n");
    let received = KEPT.replace("tracking='DHL-1'", "tracking='DHL-1'\nreceived = 2026-11-20");
    assert_eq!(card(&book), received);
    book.run("sample Acme --feedback '手感好 \"OK\"' --fee 12 --currency EUR -q");
    assert_eq!(
        card(&book),
        received
            .replace("tracking='DHL-1'", "tracking='DHL-1'\nfee = 12\ncurrency = \"EUR\"")
            .replace("received = 2026-11-20", "received = 2026-11-20\nfeedback = \"手感好 \\\"OK\\\"\"")
    );
}

#[test]
fn of_several_one_must_be_named() {
    let book = book();
    book.run("sample Acme '把手 C' -q");
    book.run("sample Acme --received today")
        .stderr("错误：有多个样品待反馈：把手 A 2026-11-01 DHL-1、把手 C 2026-11-23\n  下一步：请写明品名，或用 --tracking\n")
        .exits(2);
    for line in ["sample Acme c --received today", "sample Acme --tracking dhl-1 --received today"] {
        book.run(&format!("{line} -q"));
    }
    assert_eq!(card(&book).matches("received = 2026-11-23").count(), 2);
}

#[test]
fn what_fits_no_sample_is_refused_with_what_there_is() {
    let book = book();
    book.run("sample Acme B --feedback 好")
        .stderr("错误：没有待反馈的样品；最近一个：把手 B 2026-11-02\n  下一步：要修改反馈：kehu set \"潜在客户/德国/Acme\" sample.2.feedback=…\n")
        .exits(2);
    book.run("sample Acme 轮子 --feedback 好")
        .stderr("错误：没有这样的样品\n  下一步：现有：把手 A 2026-11-01 DHL-1、把手 B 2026-11-02\n")
        .exits(2);
    book.run("sample Acme A --received 2026-12-24")
        .stderr("错误：签收日期：2026-12-24 还没到\n  下一步：未写入任何内容，请改正后重试\n")
        .exits(2);
    book.run("sample Acme").stderr("错误：缺少 品名，且没有终端可供询问\n  下一步：请在命令行给出：品名 …\n").exits(2);
    book.run("sample Acme x --feedback y --date today").remarks(&["--date", "--feedback"]).exits(2);
    assert_eq!(card(&book), KEPT);
    Book::on("2026-11-23")
        .card("潜在客户/德国/Acme", "")
        .english()
        .run("sample Acme --feedback fine")
        .stderr(
            "error: the customer was sent no sample\n  next: note one: kehu sample \"潜在客户/德国/Acme\" PRODUCT\n",
        )
        .exits(2);
}

#[test]
fn a_dry_run_writes_nothing() {
    let book = book();
    book.run("sample Acme x --dry-run").says(&["\n+[[sample]]\n+date = 2026-11-23\n+product = \"x\"\n"]);
    book.run("sample Acme --feedback 好 --dry-run").says(&["\n+feedback = \"好\"\n"]);
    assert_eq!(card(&book), KEPT);
    assert_eq!(book.files(), ["kehu.toml", "潜在客户/德国/Acme/card.toml"]);
}
