//! `order`, as its users meet it.

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

const QUOTED: &str = "\
name = 'Acme GmbH' # 全称

[[quote]] # 第一次
number = 'Q-2026-031'
date = 2026-02-10
currency = 'usd'
terms = 'FOB Ningbo'
items = [
  { product = '手动叉车 2.5t', quantity = 40, unit = '台', unit_price = '185.00', discount = '0.05' }, # 谈过价
]
outcome = 'open'   # 等回复

[business]
attitude = '好'
";

const AGAIN: &str = "\n  下一步：未写入任何内容，请改正后重试\n";

fn book() -> Book {
    Book::on("2026-11-23").card("潜在客户/德国/Acme", QUOTED)
}

fn card(book: &Book) -> String {
    book.text("潜在客户/德国/Acme/card.toml")
}

#[test]
fn an_order_is_appended_with_its_lines_and_terms() {
    let book = book();
    book.run("order Acme PI-1 -i '手动叉车;40台;185.00;5%' -i 'PU 轮；２００；2.5' --currency 美元 --terms 'FOB Ningbo' --deposit 30% --pay bl_copy --days 7 --required 2027-01-31 --by 张伟 --note 加急 --date 昨天")
        .stderr("潜在客户/德国/Acme：已登记订单 PI-1，USD 7,530.00；定金 USD 2,259.00 待收，余款 USD 5,271.00 提单日后 7 天到期\n");
    let added = r#"
[[order]]
number = "PI-1"
date = 2026-11-22
currency = "USD"
terms = "FOB Ningbo"
pay = { deposit = "0.30", balance = "bl_copy", days = 7 }
items = [
  { product = "手动叉车", quantity = 40, unit = "台", unit_price = "185.00", discount = "0.05" },
  { product = "PU 轮", quantity = 200, unit_price = "2.5" },
]
status = "confirmed"
by = "张伟"
required = 2027-01-31
note = "加急"
"#;
    assert_eq!(card(&book), format!("{QUOTED}{added}"));
}

#[test]
fn an_order_from_a_quote_takes_its_lines_over_and_wins_it() {
    let book = book();
    book.run("--as 李娜 下单 acme PI-1 --quote 031 --deposit 0.3 --pay 见提单复印件付款 --date 2026-11-20").stderr(
        "潜在客户/德国/Acme：已登记订单 PI-1，USD 7,030.00；定金 USD 2,109.00 待收，余款 USD 4,921.00 提单日后 7 天到期；报价 Q-2026-031 成交\n",
    );
    let won = QUOTED.replace("outcome = 'open'   # 等回复", "outcome = \"won\"   # 等回复\nclosed = 2026-11-20");
    let added = r#"
[[order]]
number = "PI-1"
date = 2026-11-20
currency = "USD"
terms = "FOB Ningbo"
pay = { deposit = "0.30", balance = "bl_copy" }
items = [{ product = "手动叉车 2.5t", quantity = 40, unit = "台", unit_price = "185.00", discount = "0.05" }]
status = "confirmed"
by = "李娜"
quote = "Q-2026-031"
"#;
    assert_eq!(card(&book), format!("{won}{added}"));
    // a second order on it is a slip, unless somebody says that it is none
    book.run("order acme PI-2 --quote 031")
        .stderr("错误：报价 Q-2026-031 已由订单 PI-1 成交\n  下一步：确认无误时加 --yes\n")
        .exits(1);
    assert_eq!(card(&book), format!("{won}{added}"));
    book.run("order acme PI-2 --quote 031 --yes").stderr(
        "报价 Q-2026-031 已由订单 PI-1 成交\n潜在客户/德国/Acme：已登记订单 PI-2，USD 7,030.00；发货前付清；报价 Q-2026-031 成交\n",
    );
    assert!(card(&book).starts_with(&won), "the day on which it was won stays");
}

#[test]
fn what_a_quote_says_may_be_said_otherwise() {
    let book = book();
    book.run("order acme PI-1 --quote 031 --terms 'CIF Hamburg' -i 轮;3;1.10 --currency eur -q");
    let text = card(&book);
    let added = "currency = \"EUR\"\nterms = \"CIF Hamburg\"\nitems = [{ product = \"轮\", quantity = 3, unit_price = \"1.10\" }]\n";
    assert!(text.contains(added), "{text}");
    book.run("order acme PI-2 --quote 031 --amount 7000 --yes -q");
    let added =
        "currency = \"USD\"\nterms = \"FOB Ningbo\"\namount = 7000\nstatus = \"confirmed\"\nquote = \"Q-2026-031\"\n";
    assert!(card(&book).ends_with(added), "{}", card(&book));
}

#[test]
fn a_quote_that_ended_otherwise_is_asked_about() {
    for (outcome, want) in [
        ("outcome = 'lost'", "报价 Q-2026-031 丢单"),
        ("outcome = '已过期'", "报价 Q-2026-031 已过期"),
        ("outcome = 'superseded'", "报价 Q-2026-031 已改价"),
        ("valid_until = 2026-11-22", "报价 Q-2026-031 有效期至 2026-11-22，已过期"),
    ] {
        let text = QUOTED.replace("outcome = 'open'", outcome);
        let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &text);
        book.run("order Acme PI-1 --quote 031")
            .stderr(&format!("错误：{want}\n  下一步：确认无误时加 --yes\n"))
            .exits(1);
        assert_eq!(card(&book), text);
        book.run("order Acme PI-1 --quote 031 --yes -q");
        assert!(card(&book).contains("outcome = \"won\""), "{}", card(&book));
    }
    // the last day of its validity is a good day, and a cancelled order has won nothing
    let text = QUOTED.replace(
        "outcome = 'open'",
        "valid_until = 2026-11-23\noutcome = 'won'\n[[order]]\nnumber = 'PI-0'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 1\nquote = 'q-2026-031'\nstatus = 'cancelled'",
    );
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &text);
    book.run("order Acme PI-1 --quote 031 -q");
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme", &QUOTED.replace("outcome = 'open'", "valid_until = 2026-11-23"));
    book.run("order Acme PI-1 --quote 031 -q");
}

/// Grade A, bought twice and paid, with a limit and a term within what that allows.
const TRUSTED: &str = "\
name = 'Acme'\n\
[[order]]\nnumber = 'O-1'\ndate = 2024-01-01\ncurrency = 'CNY'\namount = 900000\nshipped = 2024-01-02\n\
[[order]]\nnumber = 'O-2'\ndate = 2025-06-01\ncurrency = 'CNY'\namount = 900000\nshipped = 2025-06-02\n\
[[payment]]\ndate = 2024-01-02\namount = 900000\ncurrency = 'CNY'\norder = 'O-1'\n\
[[payment]]\ndate = 2025-06-02\namount = 900000\ncurrency = 'CNY'\norder = 'O-2'\n\
[[credit]]\nfrom = 2026-01-01\ngrade = 'A'\nlimit = 900000\ncurrency = 'CNY'\nterm_days = 100\n";

/// A book that knows what currencies are worth.
fn trusting() -> Book {
    let rate = |code: &str, value: &str| format!("[[rate]]\ncurrency = '{code}'\nvalue = '{value}'\n");
    let rates: String =
        [("USD", "7"), ("EUR", "8"), ("JPY", "0.05"), ("KWD", "23")].map(|(code, value)| rate(code, value)).concat();
    Book::on("2026-11-23").file("kehu.toml", &format!("language = \"zh-CN\"\n{rates}"))
}

#[test]
fn the_remark_tells_when_what_is_due() {
    for (options, want) in [
        ("--amount 'USD 7030'", "USD 7,030.00；提单日后 100 天到期"),
        ("--amount 7030 --currency USD --pay oa --days 60", "USD 7,030.00；提单日后 60 天到期"),
        ("--amount '7030 USD' --pay oa --days 0", "USD 7,030.00；提单日到期"),
        ("--amount '7030 USD' --pay lc", "USD 7,030.00；提单日后 21 天到期"),
        ("--amount '7030 USD' --due 2027-03-01", "USD 7,030.00；2027-03-01 到期"),
        ("--amount '7030 USD' --pay advance", "USD 7,030.00；全款 USD 7,030.00 待收"),
        ("--amount '7030 JPY' --deposit 50%", "JPY 7,030；定金 JPY 3,515 待收，余款 JPY 3,515 提单日后 100 天到期"),
        ("--amount '7030.125 KWD'", "KWD 7,030.125；提单日后 100 天到期"),
        (
            "--amount '7030 EUR' --deposit 30%",
            "EUR 7,030.00；预收款已抵 EUR 1,000.00，定金 EUR 1,109.00 待收，余款 EUR 4,921.00 提单日后 100 天到期",
        ),
        ("--amount '900 EUR'", "EUR 900.00；预收款已抵 EUR 900.00"),
        ("--amount '7030 USD' --status 已出运", "USD 7,030.00；应收 USD 7,030.00，2027-03-03 到期"),
        ("--amount '7030 USD' --status cancelled", "USD 7,030.00"),
    ] {
        let paid = format!("{TRUSTED}[[payment]]\ndate = 2026-01-01\namount = 1000\ncurrency = 'EUR'\n");
        let book = trusting().card("国外客户/德国/Acme", &paid);
        book.run(&format!("order Acme PI-1 {options}"))
            .stderr(&format!("国外客户/德国/Acme：已登记订单 PI-1，{want}\n"));
    }
    book()
        .english()
        .run("order Acme PI-1 --quote 031 --deposit 30% --pay bl_copy --days 1")
        .stderr("潜在客户/德国/Acme: order PI-1 noted, USD 7,030.00; deposit USD 2,109.00 to come, balance USD 4,921.00 due 1 day after the B/L date; quote Q-2026-031 won\n");
}

#[test]
fn the_customers_term_holds_where_nothing_is_said() {
    let book = trusting().card("国外客户/德国/Acme", &TRUSTED.replace("term_days = 100", "term_days = 45"));
    book.run("order Acme PI-1 --amount 'USD 100'")
        .stderr("国外客户/德国/Acme：已登记订单 PI-1，USD 100.00；提单日后 45 天到期\n");
    assert!(!book.text("国外客户/德国/Acme/card.toml").contains("pay ="));
}

#[test]
fn a_credit_note_takes_an_order_back() {
    let book = book();
    book.run("order Acme PI-1 --quote 031 -q");
    let before = card(&book);
    book.run("order Acme CN-1 --credits pi-1 -i 手动叉车;-1台;185.00 --note 退一台")
        .stderr("潜在客户/德国/Acme：已登记贷项 CN-1，冲减 PI-1 USD 185.00；PI-1 未收 USD 6,845.00\n");
    let added = r#"
[[order]]
number = "CN-1"
date = 2026-11-23
currency = "USD"
items = [{ product = "手动叉车", quantity = -1, unit = "台", unit_price = "185.00" }]
status = "confirmed"
credits = "PI-1"
note = "退一台"
"#;
    assert_eq!(card(&book), format!("{before}{added}"));
    book.run("order Acme CN-2 --credits PI-1 --amount -45")
        .stderr("潜在客户/德国/Acme：已登记贷项 CN-2，冲减 PI-1 USD 45.00；PI-1 未收 USD 6,800.00\n");
    for (options, want) in [
        (
            "CN-3 --credits PI-9 --amount 5",
            "错误：该客户没有订单 PI-9\n  下一步：已有订单：PI-1、CN-2、CN-1\n".to_owned(),
        ),
        ("CN-3 --credits CN-1 --amount 5", format!("错误：CN-1 本身就是贷项{AGAIN}")),
        (
            "CN-3 --credits PI-1 --amount 'EUR 5'",
            format!("错误：PI-1 的币种是 USD，其贷项也须用 USD，不能用 EUR{AGAIN}"),
        ),
        ("CN-3 --credits PI-1 --amount 0", format!("错误：金额 0 不能为零{AGAIN}")),
        ("CN-3 --credits PI-1 -i a;0;1", format!("错误：“a;0;1”：数量不能为零{AGAIN}")),
        (
            "CN-3 --credits PI-1 --amount 5 --date 2026-11-01",
            format!("错误：PI-1 的订购日期为 2026-11-23，不可能在 2026-11-01 冲减{AGAIN}"),
        ),
    ] {
        book.run(&format!("order Acme {options}")).stderr(&want).exits(2);
    }
    book.run("order Acme CN-3 --credits PI-1 --quote 031 --amount 5").remarks(&["--credits", "--quote"]).exits(2);
    let english = book.english();
    english
        .run("order Acme CN-3 --credits PI-1 --amount 800")
        .stderr("潜在客户/德国/Acme: credit note CN-3 noted, USD 800.00 off PI-1; PI-1: USD 6,000.00 still to come\n");
}

#[test]
fn what_does_not_fit_is_refused() {
    let book = book();
    for (options, want) in [
        ("PI-1 --amount 'USD 100.005'", format!("错误：USD 只有 2 位小数：100.005{AGAIN}")),
        ("PI-1 --amount 100.005 --currency USD", format!("错误：USD 只有 2 位小数：100.005{AGAIN}")),
        ("PI-1 --amount '100.5 JPY'", format!("错误：JPY 没有小数：100.5{AGAIN}")),
        ("PI-1 --amount '100 XXX'", format!("错误：“XXX”不是币种；请写代码，如 USD、EUR、CNY{AGAIN}")),
        ("PI-1 --amount 100 --currency xxx", format!("错误：“xxx”不是币种；请写代码，如 USD、EUR、CNY{AGAIN}")),
        ("PI-1 --amount 'USD 0.00'", format!("错误：金额 0.00 必须大于零{AGAIN}")),
        ("PI-1 --amount -5 --currency USD", format!("错误：金额 -5 必须大于零{AGAIN}")),
        ("PI-1 --amount 'EUR 5' --currency USD", format!("错误：币种是 EUR 还是 USD？{AGAIN}")),
        (
            "PI-1 --amount 1,000 --currency USD",
            format!("错误：金额：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位{AGAIN}"),
        ),
        (
            "PI-1 --amount 12345678901234567890123456789 --currency USD",
            format!("错误：金额：12345678901234567890123456789 超过 28 位，无法精确计算{AGAIN}"),
        ),
        (
            "PI-1 -i a;1000000000000000000;1000000000000 --currency USD",
            format!("错误：金额过大：超过 28 位数字，无法精确计算{AGAIN}"),
        ),
        ("PI-1 -i a;-1;5 --currency USD", format!("错误：“a;-1;5”：数量必须大于零{AGAIN}")),
        ("PI-1 --amount 'USD 5' --date 2026-11-24", format!("错误：订购日期：2026-11-24 还没到{AGAIN}")),
        ("PI-1 --amount 'USD 5' --due 2026-11-22", format!("错误：应收日期 2026-11-22 早于订购日期 2026-11-23{AGAIN}")),
        (
            "PI-1 --amount 'USD 5' --required 2026-11-22",
            format!("错误：要求交期 2026-11-22 早于订购日期 2026-11-23{AGAIN}"),
        ),
        ("PI-1 --amount 'USD 5' --deposit 130%", format!("错误：定金比例：“130%”不是比例；请写 0.05 或 5%{AGAIN}")),
        ("PI-1 --quote Q-9", "错误：该客户没有报价 Q-9\n  下一步：已有报价：Q-2026-031\n".to_owned()),
        ("PI-1 --quote 031 --date 2026-02-09", format!("错误：报价日期为 2026-02-10，不可能在 2026-02-09 了结{AGAIN}")),
        ("PI-1", "错误：缺少 --item，且没有终端可供询问\n  下一步：请在命令行给出：--item …\n".to_owned()),
        (
            "PI-1 --amount 5",
            "错误：缺少 --currency，且没有终端可供询问\n  下一步：请在命令行给出：--currency …\n".to_owned(),
        ),
        ("' ' --amount 'USD 5'", "错误：订单号为空\n  下一步：请写明单号\n".to_owned()),
    ] {
        book.run(&format!("order Acme {options}")).stderr(&want).exits(2);
    }
    book.run("order Acme PI-1 --amount 5 -i a;1;1").remarks(&["--amount", "--item"]).exits(2);
    assert_eq!(card(&book), QUOTED);
    book.run("order Acme PI-1 --amount 'USD １２３' -q");
    assert!(card(&book).contains("amount = 123\n"));
    book.run("order Acme ｐi-1 --amount 'USD 5'")
        .stderr("错误：该客户已有订单 PI-1\n  下一步：请换一个单号；要修改该订单：kehu set \"潜在客户/德国/Acme\" order.PI-1.…\n")
        .exits(1);
    book.english()
        .run("order Acme PI-2 -i a;1000000000000000000;1000000000000 --currency USD")
        .stderr("error: the amount is too large: beyond 28 digits nothing is exact\n  next: nothing was written; correct it and run the command again\n")
        .exits(2);
}

/// Each is exact by itself; together they would not be, and the customer's debts could not be told any more.
#[test]
fn an_order_after_which_nothing_could_be_counted_is_refused() {
    let huge =
        "name = 'Acme'\n[[payment]]\ndate = 2026-01-01\namount = '9999999999999999999999999999'\ncurrency = 'USD'\n";
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", huge);
    book.run("pay Acme 'USD 0.05'").stderr(&format!("错误：金额过大：超过 28 位数字，无法精确计算{AGAIN}")).exits(2);
    assert_eq!(card(&book), huge);
}

#[test]
fn a_card_whose_money_cannot_be_told_still_takes_an_order() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme", "name = 'Acme'\n[[order]]\nnumber = 'PI-0'\ndate = 2026-01-01\ncurrency = 'USD'\n");
    book.run("order Acme PI-1 --amount 'USD 5'")
        .stderr("潜在客户/德国/Acme：已登记订单 PI-1，USD 5.00；余额无法计算：PI-0：没有金额，或明细缺少数量、单价\n");
}

#[test]
fn a_dry_run_shows_both_changes_and_writes_nothing() {
    let book = book();
    book.run("order Acme PI-1 --quote 031 --dry-run").says(&[
        "\n-outcome = 'open'   # 等回复\n+outcome = \"won\"   # 等回复\n+closed = 2026-11-23\n",
        "\n+[[order]]\n+number = \"PI-1\"\n",
    ]);
    assert_eq!(card(&book), QUOTED);
    assert_eq!(book.files(), ["kehu.toml", "潜在客户/德国/Acme/card.toml"]);
}

#[test]
fn line_ends_of_windows_stay() {
    let text = format!("\u{feff}{}", QUOTED.replace('\n', "\r\n"));
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &text);
    book.run("order Acme PI-1 --quote 031 -q");
    let after = card(&book);
    assert!(after.starts_with("\u{feff}name = 'Acme GmbH' # 全称\r\n"));
    assert_eq!(after.replace("\r\n", "").matches('\n').count(), 0, "{after:?}");
    assert!(after.contains("outcome = \"won\"   # 等回复\r\nclosed = 2026-11-23\r\n\r\n[business]\r\n"), "{after:?}");
}
