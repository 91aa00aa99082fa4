//! `pay`, as its users meet it.

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

const ORDERED: &str = "\
name = 'Acme GmbH' # 全称

[[order]] # 第一单
number = 'PI-1'
date = 2026-10-01
currency = 'USD'
pay = { deposit = '0.30', balance = 'bl_copy' }
amount = '7030.00' # 合计
status = 'shipped'
shipped = 2026-11-01

[[order]]
number = 'PI-2'
date = 2026-11-05
currency = 'USD'
amount = 2000

[business]
attitude = '好'
";

const AGAIN: &str = "\n  下一步：未写入任何内容，请改正后重试\n";
const RATES: &str = "currency = 'CNY'\n[[rate]]\ncurrency = 'USD'\nvalue = '7.00'\n";

fn with(card: &str) -> Book {
    Book::on("2026-11-23").file("kehu.toml", RATES).card("国外客户/德国/Acme", card)
}

fn book() -> Book {
    with(ORDERED)
}

fn card(book: &Book) -> String {
    book.text("国外客户/德国/Acme/card.toml")
}

#[test]
fn a_payment_is_appended_and_what_is_still_to_come_is_told() {
    let book = book();
    book.run("pay Acme 2109 --order PI-1 --date 昨天 --method 电汇 --reference TT-77 --payer 'Beta GmbH' --note 定金")
        .stderr("国外客户/德国/Acme：已登记收款 USD 2,109.00；PI-1 未收 USD 4,921.00\n");
    let first = r#"
[[payment]]
date = 2026-11-22
amount = 2109
currency = "USD"
kind = "receipt"
order = "PI-1"
method = "电汇"
reference = "TT-77"
payer = "Beta GmbH"
note = "定金"
"#;
    assert_eq!(card(&book), format!("{ORDERED}{first}"));
    book.run("收款 Acme '4921.00 美元' --order 1 --kind 收款")
        .stderr("国外客户/德国/Acme：已登记收款 USD 4,921.00；PI-1 已收清\n");
    let second = "\n[[payment]]\ndate = 2026-11-23\namount = \"4921.00\"\ncurrency = \"USD\"\nkind = \"receipt\"\norder = \"PI-1\"\n";
    assert_eq!(card(&book), format!("{ORDERED}{first}{second}"));
}

#[test]
fn without_an_order_the_oldest_are_settled_first() {
    let book = book();
    book.run("pay Acme 30.50")
        .stderr("国外客户/德国/Acme：已登记收款 USD 30.50；抵 PI-1 USD 30.50（未收 USD 6,999.50）\n");
    book.run("pay Acme 'USD 7999.50'").stderr(
        "国外客户/德国/Acme：已登记收款 USD 7,999.50；抵 PI-1 USD 6,999.50（已收清）、抵 PI-2 USD 1,000.00（未收 USD 1,000.00）\n",
    );
    book.run("pay Acme １５００")
        .stderr("国外客户/德国/Acme：已登记收款 USD 1,500.00；抵 PI-2 USD 1,000.00（已收清）；预收款 USD 500.00\n");
    // now nothing is open that would tell the currency
    book.run("pay Acme 1500")
        .stderr("错误：缺少 --currency，且没有终端可供询问\n  下一步：请在命令行给出：--currency …\n")
        .exits(2);
    book.run("pay Acme 200 --currency usd --kind refund")
        .stderr("国外客户/德国/Acme：已登记退款 USD 200.00；预收款 USD 300.00\n");
    book.run("pay Acme 200 --order PI-2 --kind 退款")
        .stderr("国外客户/德国/Acme：已登记退款 USD 200.00；PI-2 已收清；预收款 USD 100.00\n");
    book.run("pay Acme 200 --order PI-2 --kind refund --yes --note 再退")
        .stderr("国外客户/德国/Acme：已登记退款 USD 200.00；PI-2 未收 USD 100.00\n");
}

#[test]
fn what_an_order_has_too_much_settles_others() {
    let book = book();
    book.run("pay Acme 2100 --order PI-2")
        .stderr("国外客户/德国/Acme：已登记收款 USD 2,100.00；PI-2 已收清；抵 PI-1 USD 100.00（未收 USD 6,930.00）\n");
}

#[test]
fn the_currency_is_that_of_the_order_or_of_all_open_ones() {
    let two = format!("{ORDERED}\n[[order]]\nnumber = 'PI-3'\ndate = 2026-11-06\ncurrency = 'EUR'\namount = 100\n");
    let book = with(&two);
    book.run("pay Acme 5").remarks(&["缺少 --currency"]).exits(2);
    book.run("pay Acme 100 --order PI-3").stderr("国外客户/德国/Acme：已登记收款 EUR 100.00；PI-3 已收清\n");
    book.run("pay Acme 5 -q");
    assert!(card(&book).ends_with("amount = 5\ncurrency = \"USD\"\nkind = \"receipt\"\n"));
}

#[test]
fn another_currency_than_the_orders_says_what_it_settles() {
    let book = book();
    book.run("pay Acme '14000 RMB' --order PI-2")
        .stderr(
            "错误：PI-2 的币种是 USD，收款是 CNY：核销多少 USD？\n  下一步：请写明核销的 USD 金额：--settles 金额\n",
        )
        .exits(2);
    book.run("pay Acme '14000 RMB' --order PI-2 --settles 1999.995")
        .stderr(&format!("错误：USD 只有 2 位小数：1999.995{AGAIN}"))
        .exits(2);
    book.run("pay Acme 2000 --order PI-2 --settles 1990")
        .stderr(&format!("错误：PI-2 也是 USD；--settles 只用于币种不同的收款{AGAIN}"))
        .exits(2);
    book.run("pay Acme '14000 RMB' --settles 1990").remarks(&["--order"]).exits(2);
    assert_eq!(card(&book), ORDERED);
    book.run("pay Acme '14000 RMB' --order PI-2 --settles 1990.50")
        .stderr("国外客户/德国/Acme：已登记收款 CNY 14,000.00；PI-2 未收 USD 9.50\n");
    assert!(card(&book).ends_with(
        "amount = 14000\ncurrency = \"CNY\"\nkind = \"receipt\"\norder = \"PI-2\"\nsettles = \"1990.50\"\n"
    ));
    // what it settles too much is in the order's currency
    self::book().run("pay Acme '60000 RMB' --order PI-1 --settles 9100").stderr(
        "国外客户/德国/Acme：已登记收款 CNY 60,000.00；PI-1 已收清；抵 PI-2 USD 2,000.00（已收清）；预收款 USD 70.00\n",
    );
}

#[test]
fn the_same_payment_twice_is_asked_about() {
    let book = book();
    book.run("pay Acme 100 --order PI-1 -q");
    let once = card(&book);
    book.run("pay Acme 'USD 100.00' --order pi-1")
        .stderr("错误：卡片中已有相同的收款：2026-11-23，USD 100.00\n  下一步：确认无误时加 --yes\n")
        .exits(1);
    assert_eq!(card(&book), once);
    book.run("pay Acme 100 --order PI-1 --reference TT-2 -q");
    book.run("pay Acme 100 --order PI-1 --yes").stderr(
        "卡片中已有相同的收款：2026-11-23，USD 100.00\n国外客户/德国/Acme：已登记收款 USD 100.00；PI-1 未收 USD 6,730.00\n",
    );
}

#[test]
fn a_small_rest_is_booked_as_bank_charge() {
    let book = book();
    book.run("pay Acme 7025 --order PI-1 --settle --date 2026-11-20")
        .stderr("国外客户/德国/Acme：已登记收款 USD 7,025.00；尾差 USD 5.00 记为银行扣费；PI-1 已收清\n");
    let added = r#"
[[payment]]
date = 2026-11-20
amount = 7025
currency = "USD"
kind = "receipt"
order = "PI-1"

[[payment]]
date = 2026-11-20
amount = "5.00"
currency = "USD"
kind = "bank_charge"
order = "PI-1"
"#;
    assert_eq!(card(&book), format!("{ORDERED}{added}"));
    // also before it was shipped, and of a payment in another currency
    book.run("pay Acme '14000 CNY' --order PI-2 --settles 1993 --settle")
        .stderr("国外客户/德国/Acme：已登记收款 CNY 14,000.00；尾差 USD 7.00 记为银行扣费；PI-2 已收清\n");
}

#[test]
fn a_larger_rest_is_no_remainder() {
    for (amount, rest) in [("7000", "30.00"), ("7022.85", "7.15"), ("100", "6,930.00")] {
        let book = book();
        book.run(&format!("pay Acme {amount} --order PI-1 --settle"))
            .stderr(&format!(
                "错误：PI-1 还差 USD {rest}；尾差不超过订单的 5% 且不超过 CNY 50.00\n  下一步：请去掉 --settle；双方认可的扣款另记一笔收款，--kind 用 bank_charge（银行扣费）或 discount（折让）\n"
            ))
            .exits(1);
        assert_eq!(card(&book), ORDERED);
    }
    let tiny = "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\namount = 100\n";
    with(tiny).run("pay Acme 94.99 --order PI-1 --settle").remarks(&["PI-1 还差 USD 5.01；"]).exits(1);
    with(tiny).run("pay Acme 95 --order PI-1 --settle -q");
    with(tiny)
        .run("pay Acme 100 --order PI-1 --settle")
        .stderr("国外客户/德国/Acme：已登记收款 USD 100.00；没有尾差；PI-1 已收清\n");
    with(tiny)
        .run("pay Acme 95 --order PI-1 --settle --kind refund")
        .stderr(&format!("错误：退款不能与 --settle 同用{AGAIN}"))
        .exits(2);
    with(tiny).run("pay Acme 95 --settle").remarks(&["--order"]).exits(2);
    let euros = with(&tiny.replace("USD", "EUR"));
    euros
        .run("pay Acme 99 --order PI-1 --settle")
        .stderr("错误：kehu.toml 中没有 EUR 在 2026-10-01 的汇率\n  下一步：请在 kehu.toml 中补上汇率，或另记一笔收款，--kind 用 bank_charge（银行扣费）\n")
        .exits(1);
    let english = with(tiny).english();
    english
        .run("pay Acme 50 --order PI-1 --settle")
        .remarks(&["error: PI-1 would still lack USD 50.00; a remainder is at most 5% of the order and CNY 50.00\n"])
        .exits(1);
    english.run("pay Acme 98 --order PI-1 --settle").stderr(
        "国外客户/德国/Acme: receipt of USD 98.00 noted; the remainder USD 2.00 is booked as bank charge; PI-1 is paid in full\n",
    );
}

#[test]
fn money_for_an_order_that_needs_none() {
    let text = ORDERED.replace("amount = 2000\n", "amount = 2000\nstatus = 'cancelled'\n").replace(
        "[business]",
        "[[order]]\nnumber = 'CN-1'\ndate = 2026-11-06\ncurrency = 'USD'\namount = 10\ncredits = 'PI-1'\n\n[business]",
    );
    let book = with(&text);
    book.run("pay Acme 100 --order PI-2").stderr(
        "国外客户/德国/Acme：已登记收款 USD 100.00；PI-2 已取消，不抵该单；抵 PI-1 USD 100.00（未收 USD 6,920.00）\n",
    );
    book.run("pay Acme 10 --order CN-1 --kind refund").stderr(
        "国外客户/德国/Acme：已登记退款 USD 10.00；CN-1 是贷项，不抵该单；冲回 PI-1 USD 10.00（未收 USD 6,930.00）\n",
    );
    book.run("pay Acme 'EUR 5' --order PI-2 -q");
    book.run("pay Acme 'EUR 5' --order PI-2 --settles 4")
        .stderr(&format!("错误：PI-2 已取消或是贷项，不能核销{AGAIN}"))
        .exits(2);
    book.run("pay Acme 5 --order PI-2 --settle").remarks(&["PI-2 没有应收"]).exits(1);
    let old = book.file("kehu.toml", "receivables_from = 2026-11-01\n");
    old.run("pay Acme 7 --order PI-1")
        .stderr("国外客户/德国/Acme：已登记收款 USD 7.00；PI-1 早于应收起算日，不计余额\n");
}

#[test]
fn what_does_not_fit_is_refused() {
    let book = book();
    for (options, want) in [
        ("100 --order PI-3", "错误：该客户没有订单 PI-3\n  下一步：已有订单：PI-2、PI-1\n".to_owned()),
        ("100 --order PI-11", "错误：该客户没有订单 PI-11\n  下一步：已有订单：PI-1、PI-2\n".to_owned()),
        ("100 --order PI", "错误：“PI”对应多张订单\n  下一步：请指明：PI-1、PI-2\n".to_owned()),
        ("0", format!("错误：金额 0 必须大于零{AGAIN}")),
        ("-5", format!("错误：金额 -5 必须大于零{AGAIN}")),
        ("'USD -5'", format!("错误：金额 -5 必须大于零{AGAIN}")),
        ("100.005", format!("错误：USD 只有 2 位小数：100.005{AGAIN}")),
        ("'100.005 USD'", format!("错误：USD 只有 2 位小数：100.005{AGAIN}")),
        ("'100 XXX'", format!("错误：“XXX”不是币种；请写代码，如 USD、EUR、CNY{AGAIN}")),
        ("'100 USD' --currency EUR", format!("错误：币种是 USD 还是 EUR？{AGAIN}")),
        ("30,000", format!("错误：金额：“30,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位{AGAIN}")),
        (
            "12345678901234567890123456789",
            format!("错误：金额：12345678901234567890123456789 超过 28 位，无法精确计算{AGAIN}"),
        ),
        ("100 --date 明天", format!("错误：日期：2026-11-24 还没到{AGAIN}")),
        ("", "错误：缺少 金额，且没有终端可供询问\n  下一步：请在命令行给出：金额 …\n".to_owned()),
    ] {
        book.run(&format!("pay Acme {options}")).stderr(&want).exits(2);
    }
    book.run("pay Acme 5 --kind gift").remarks(&["--kind"]).exits(2);
    assert_eq!(card(&book), ORDERED);
    let english = book.english();
    english
        .run("pay Acme 'EUR 5' --order PI-1")
        .stderr("error: PI-1 is in USD, the payment in EUR: how much USD does it settle?\n  next: say it in USD: --settles AMOUNT\n")
        .exits(2);
    english
        .run("pay Acme 10000 --kind bank_charge")
        .stderr("国外客户/德国/Acme: bank charge of USD 10,000.00 noted; USD 7,030.00 settles PI-1 (paid in full), USD 2,000.00 settles PI-2 (paid in full); unapplied USD 970.00\n");
}

#[test]
fn a_dry_run_writes_nothing() {
    let book = book();
    book.run("pay Acme 7025 --order PI-1 --settle --dry-run")
        .says(&["\n+[[payment]]\n+date = 2026-11-23\n+amount = 7025\n", "\n+kind = \"bank_charge\"\n"]);
    assert_eq!(card(&book), ORDERED);
    assert_eq!(book.files(), ["kehu.toml", "国外客户/德国/Acme/card.toml"]);
}

#[test]
fn line_ends_of_windows_stay() {
    let text = ORDERED.replace('\n', "\r\n");
    let book = with(&text);
    book.run("pay Acme 7025 --order PI-1 --settle -q");
    let after = card(&book);
    assert!(after.starts_with(&text) && after.replace("\r\n", "").matches('\n').count() == 0, "{after:?}");
}
