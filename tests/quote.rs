//! `quote`, as its users meet it.

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

[[quote]] # 第一次
number = 'Q-2026-001'
date = 2026-10-01
items = [
  { product = '叉车', quantity = 1, unit_price = '100.00' }, # 试单
]
outcome = 'open'   # 等回复
currency = 'USD'

[business]
attitude = '好'
";

fn card(book: &Book) -> String {
    book.text("潜在客户/德国/Acme/card.toml")
}

fn book() -> Book {
    Book::on("2026-11-23").card("潜在客户/德国/Acme", KEPT)
}

#[test]
fn a_quote_is_appended_with_its_lines() {
    let book = book();
    book.run("quote Acme Q-2026-002 -i '手动叉车 2.5t;40台;185.00;5%' -i 'PU 轮；200；2.5' --currency usd --terms 'FOB Ningbo' --valid-until 30d --moq 20 --lead-days 40")
        .stderr("潜在客户/德国/Acme：已登记报价 Q-2026-002\n可给条件：未评级：现款现货或先款后货；凭单付款定金至少 30%（第6条 4）\n");
    let added = r#"
[[quote]]
number = "Q-2026-002"
date = 2026-11-23
currency = "USD"
terms = "FOB Ningbo"
valid_until = 2026-12-23
moq = 20
lead_days = 40
outcome = "open"
items = [
  { product = "手动叉车 2.5t", quantity = 40, unit = "台", unit_price = "185.00", discount = "0.05" },
  { product = "PU 轮", quantity = 200, unit_price = "2.5" },
]
"#;
    assert_eq!(card(&book), format!("{KEPT}{added}"));
}

#[test]
fn an_outcome_changes_its_quote_and_nothing_else() {
    let book = book();
    book.run("quote Acme q-2026-001 --outcome 丢单 --reason 价格高 --date 2026-11-20")
        .stderr("潜在客户/德国/Acme：报价 Q-2026-001 丢单\n");
    let lost = KEPT.replace(
        "outcome = 'open'   # 等回复",
        "outcome = \"lost\"   # 等回复\nclosed = 2026-11-20\nreason = \"价格高\"",
    );
    assert_eq!(card(&book), lost);
    // another outcome: the reason of the first says nothing of it
    book.run("quote Acme 001 --outcome won -q");
    assert_eq!(
        card(&book),
        lost.replace("lost", "won").replace("2026-11-20", "2026-11-23").replace("reason = \"价格高\"\n", "")
    );
    // open again: nothing is left of having been closed
    book.run("quote Acme 001 --outcome open").stderr("潜在客户/德国/Acme：报价 Q-2026-001 待回复\n");
    assert_eq!(card(&book), KEPT.replace("'open'", "\"open\""));
}

#[test]
fn a_new_quote_closes_the_one_it_replaces() {
    let book = book();
    book.run("quote Acme Q-2 -i 叉车;1;90 --currency EUR --replaces 001 -q");
    let text = card(&book);
    assert!(text.contains("outcome = \"superseded\"   # 等回复\nclosed = 2026-11-23\nreason = \"Q-2\"\n"), "{text}");
    assert!(text.contains("number = \"Q-2\"\n") && text.contains("\nreplaces = \"Q-2026-001\"\n"), "{text}");
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let book = book();
    book.run("quote Acme 001 --outcome won --dry-run").stdout(
        "\
--- 潜在客户/德国/Acme/card.toml
+++ 潜在客户/德国/Acme/card.toml
@@ -7,5 +7,6 @@
   { product = '叉车', quantity = 1, unit_price = '100.00' }, # 试单
 ]
-outcome = 'open'   # 等回复
+outcome = \"won\"   # 等回复
+closed = 2026-11-23
 currency = 'USD'
 
",
    );
    assert_eq!(card(&book), KEPT);
    assert_eq!(book.files(), ["kehu.toml", "潜在客户/德国/Acme/card.toml"]);
}

#[test]
fn what_does_not_fit_is_refused() {
    let book = book();
    let again = "\n  下一步：未写入任何内容，请改正后重试\n";
    for (options, want) in [
        (
            "Q-2 -i 叉车;1,000;9 --currency USD",
            format!("错误：“叉车;1,000;9”：数量：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位{again}"),
        ),
        ("Q-2 -i 叉车;0;9 --currency USD", format!("错误：“叉车;0;9”：数量必须大于零{again}")),
        ("Q-2 -i 叉车;1;9;5 --currency USD", format!("错误：“叉车;1;9;5”：折扣：“5”不是比例；请写 0.05 或 5%{again}")),
        ("Q-2 -i 叉车;1;9 --currency XX", format!("错误：“XX”不是币种；请写代码，如 USD、EUR、CNY{again}")),
        (
            "Q-2 -i 叉车;1;9 --currency USD --valid-until 2026-01-01",
            format!("错误：有效期 2026-01-01 早于报价日期 2026-11-23{again}"),
        ),
        (
            "001 --outcome won --date 2026-09-30",
            format!("错误：报价日期为 2026-10-01，不可能在 2026-09-30 了结{again}"),
        ),
        (
            "Q-2 -i 叉车 --currency USD",
            "错误：“叉车”应为 品名;数量;单价\n  下一步：如 \"手动叉车;40台;185.00\"，有折扣再加 ;5%\n".to_owned(),
        ),
        (
            "Q-2 --currency USD",
            "错误：缺少 --item，且没有终端可供询问\n  下一步：请在命令行给出：--item …\n".to_owned(),
        ),
        (
            "Q-2 -i 叉车;1;9",
            "错误：缺少 --currency，且没有终端可供询问\n  下一步：请在命令行给出：--currency …\n".to_owned(),
        ),
        ("Q-9 --outcome won", "错误：该客户没有报价 Q-9\n  下一步：已有报价：Q-2026-001\n".to_owned()),
        (
            "Q-2 -i 叉车;1;9 --currency USD --replaces Q-9",
            "错误：该客户没有报价 Q-9\n  下一步：已有报价：Q-2026-001\n".to_owned(),
        ),
    ] {
        book.run(&format!("quote Acme {options}")).stderr(&want).exits(2);
    }
    book.run("quote Acme q-2026-001 -i 叉车;1;9 --currency USD")
        .stderr("错误：该客户已有报价 Q-2026-001\n  下一步：请换一个单号，或用 --outcome 登记结果\n")
        .exits(1);
    assert_eq!(card(&book), KEPT);
    book.english()
        .run("quote Acme Q-2 -i a;-1;9 --currency USD")
        .stderr("error: \"a;-1;9\": quantity must be above zero\n  next: nothing was written; correct it and run the command again\n")
        .exits(2);
}

#[test]
fn a_part_of_a_number_must_fit_one_quote() {
    let book = book();
    book.run("quote Acme Q-2026-0012 -i 叉车;1;9 --currency USD -q");
    book.run("quote Acme 001 --outcome won")
        .stderr("错误：“001”对应多张报价\n  下一步：请指明：Q-2026-001、Q-2026-0012\n")
        .exits(2);
    book.run("quote Acme Q-2026-001 --outcome won -q");
    book.run("quote Acme 0012 --outcome won -q");
}
