//! `ship`, as its users meet it.

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
pay = { deposit = '0.30', balance = 'bl_copy' } # 老条件
items = [
  { product = '叉车', quantity = 40, unit_price = '185.00', discount = '0.05' }, # 7,030
]
status = 'production'   # 排产中
note = '加急'

[[payment]]
date = 2026-10-05
amount = '2109.00'
currency = 'USD'
order = 'PI-1'

[business]
attitude = '好'
";

const AGAIN: &str = "\n  下一步：未写入任何内容，请改正后重试\n";

fn book() -> Book {
    Book::on("2026-11-23").card("国外客户/德国/Acme", ORDERED)
}

/// The same order, with this in the place of its status.
fn with(status: &str) -> Book {
    Book::on("2026-11-23").card("国外客户/德国/Acme", &ORDERED.replace("status = 'production'   # 排产中", status))
}

fn card(book: &Book) -> String {
    book.text("国外客户/德国/Acme/card.toml")
}

#[test]
fn a_whole_order_leaves_on_a_day() {
    let book = book();
    book.run("ship Acme pi-1 --date 昨天").stderr(
        "国外客户/德国/Acme：PI-1 已登记出运 USD 7,030.00；应收 USD 4,921.00，2026-11-29 到期（定金等已抵 USD 2,109.00）；已全部出运\n",
    );
    let shipped = ORDERED
        .replace("status = 'production'   # 排产中\n", "status = \"shipped\"   # 排产中\nshipped = 2026-11-22\n");
    assert_eq!(card(&book), shipped);
    book.run("出运 Acme PI-1")
        .stderr("错误：订单 PI-1 已于 2026-11-22 全部出运\n  下一步：要改日期：kehu set \"国外客户/德国/Acme\" order.PI-1.shipped=日期\n")
        .exits(1);
    assert_eq!(card(&book), shipped);
}

#[test]
fn with_its_papers_it_is_a_shipment() {
    let book = book();
    book.run("ship Acme 1 --bl COSU123 --invoice INV-9 --released -q");
    let shipped = ORDERED.replace(
        "status = 'production'   # 排产中\n",
        "status = \"shipped\"   # 排产中\nshipments = [{ date = 2026-11-23, amount = \"7030.00\", bl = \"COSU123\", invoice = \"INV-9\" }]\nreleased = true\n",
    );
    assert_eq!(card(&book), shipped);
}

#[test]
fn what_leaves_in_parts_is_told_part_by_part() {
    let book = book();
    book.run("ship Acme PI-1 --amount 4000 --date 2026-11-01 --bl COSU1").stderr(
        "国外客户/德国/Acme：PI-1 已登记出运 USD 4,000.00；应收 USD 2,800.00，2026-11-08 到期（定金等已抵 USD 1,200.00）；未出运 USD 3,030.00\n",
    );
    let first = "shipments = [{ date = 2026-11-01, amount = 4000, bl = \"COSU1\" }]\n";
    let partly = ORDERED.replace("排产中\n", &format!("排产中\n{first}"));
    assert_eq!(card(&book), partly, "the status stays");
    book.run("ship Acme PI-1 --amount 'USD 1000.50'").stderr(
        "国外客户/德国/Acme：PI-1 已登记出运 USD 1,000.50；应收 USD 700.35，2026-11-30 到期（定金等已抵 USD 300.15）；未出运 USD 2,029.50\n",
    );
    book.run("ship Acme PI-1").stderr(
        "国外客户/德国/Acme：PI-1 已登记出运 USD 2,029.50；应收 USD 1,420.65，2026-11-30 到期（定金等已抵 USD 608.85）；已全部出运\n",
    );
    let all = "shipments = [{ date = 2026-11-01, amount = 4000, bl = \"COSU1\" }, { date = 2026-11-23, amount = \"1000.50\" }, { date = 2026-11-23, amount = \"2029.50\" }]\n";
    assert_eq!(card(&book), partly.replace("'production'", "\"shipped\"").replace(first, all));
    book.run("ship Acme PI-1 --amount 5")
        .stderr("错误：订单 PI-1 已全部出运，共 USD 7,030.00\n  下一步：要更正：kehu edit \"国外客户/德国/Acme\"；还有货要出：kehu set \"国外客户/德国/Acme\" order.PI-1.status=production\n")
        .exits(1);
}

#[test]
fn records_under_headers_get_one_more_of_them() {
    let text = "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\namount = 100\n\n  [[order.shipments]] # 头批\n  date = 2026-10-09\n  amount = 40\n\n[[order]]\nnumber = 'PI-2'\n";
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", text);
    // the second order has no money yet, so nothing can be counted; the goods leave all the same
    book.run("ship Acme PI-1")
        .stderr("国外客户/德国/Acme：PI-1 已登记出运；余额无法计算：PI-2：缺少日期；已全部出运\n");
    let want = text
        .replace(
            "  amount = 40\n",
            "  amount = 40\n\n  [[order.shipments]]\n  date = 2026-11-23\n  amount = \"60.00\"\n",
        )
        .replace("amount = 100\n", "amount = 100\nstatus = \"shipped\"\n");
    assert_eq!(card(&book), want);
}

#[test]
fn the_last_shipment_may_be_less() {
    let book = book();
    book.run("ship Acme PI-1 --amount 7000 --last").stderr(
        "国外客户/德国/Acme：PI-1 已登记出运 USD 7,000.00；应收 USD 4,891.00，2026-11-30 到期（定金等已抵 USD 2,109.00）；已全部出运\n",
    );
    assert!(
        card(&book).contains("status = \"shipped\"   # 排产中\nshipments = [{ date = 2026-11-23, amount = 7000 }]\n")
    );
    // or it turns out only later that no more will come
    let book = self::book();
    book.run("ship Acme PI-1 --amount 7000 -q");
    book.run("ship Acme PI-1 --last").stderr("国外客户/德国/Acme：PI-1 余下的不再出运；PI-1 未收 USD 4,891.00\n");
    assert!(
        card(&book).contains("status = \"shipped\"   # 排产中\nshipments = [{ date = 2026-11-23, amount = 7000 }]\n")
    );
    let book = self::book();
    book.run("ship Acme PI-1 --last")
        .stderr("错误：PI-1 还没有出运\n  下一步：登记最后一批请加 --amount；如不再出运：kehu set \"国外客户/德国/Acme\" order.PI-1.status=cancelled\n")
        .exits(1);
    book.run("ship Acme PI-1 --last --bl X")
        .stderr(&format!("错误：--last 不带 --amount 时不登记出运，不能写日期、提单号或发票号{AGAIN}"))
        .exits(2);
    assert_eq!(card(&book), ORDERED);
}

#[test]
fn more_than_was_ordered_is_asked_about() {
    let book = book();
    book.run("ship Acme PI-1 --amount 7100.50")
        .stderr("错误：订单 PI-1 金额 USD 7,030.00，本次出运后将超出 USD 70.50\n  下一步：确认无误时加 --yes\n")
        .exits(1);
    assert_eq!(card(&book), ORDERED);
    book.run("ship Acme PI-1 --amount 7100.50 --yes").stderr(
        "订单 PI-1 金额 USD 7,030.00，本次出运后将超出 USD 70.50\n国外客户/德国/Acme：PI-1 已登记出运 USD 7,100.50；应收 USD 4,991.50，2026-11-30 到期（定金等已抵 USD 2,109.00）；已全部出运\n",
    );
}

#[test]
fn an_order_that_cannot_leave_is_refused() {
    for (status, want) in [
        (
            "status = 'cancelled'",
            "错误：订单 PI-1 已取消\n  下一步：如未取消：kehu set \"国外客户/德国/Acme\" order.PI-1.status=confirmed order.PI-1.cancelled=\n",
        ),
        (
            "cancelled = 2026-11-01",
            "错误：订单 PI-1 已取消\n  下一步：如未取消：kehu set \"国外客户/德国/Acme\" order.PI-1.status=confirmed order.PI-1.cancelled=\n",
        ),
        ("status = 'on_hold'", "错误：订单 PI-1 暂缓中\n  下一步：确认无误时加 --yes\n"),
        ("credits = 'PI-0'", "错误：PI-1 是贷项，没有货物可出运\n  下一步：请写订单号\n"),
        (
            "shipments = [ { amount = 5000, date = 2026-11-01 } ]\nstatus = 'delivered'",
            "错误：订单 PI-1 已全部出运，共 USD 5,000.00\n  下一步：要更正：kehu edit \"国外客户/德国/Acme\"；还有货要出：kehu set \"国外客户/德国/Acme\" order.PI-1.status=production\n",
        ),
    ] {
        let book = with(status);
        let before = card(&book);
        book.run("ship Acme PI-1").stderr(want).exits(1);
        assert_eq!(card(&book), before);
    }
    let book = book();
    for (options, want) in [
        ("PI-11", "错误：该客户没有订单 PI-11\n  下一步：已有订单：PI-1\n".to_owned()),
        ("''", "错误：订单号为空\n  下一步：请写明单号\n".to_owned()),
        ("PI-1 --date 2026-09-30", format!("错误：PI-1 的订购日期为 2026-10-01，不可能在 2026-09-30 出运{AGAIN}")),
        ("PI-1 --date 2026-11-24", format!("错误：提单日期：2026-11-24 还没到{AGAIN}")),
        ("PI-1 --amount 0", format!("错误：金额 0 必须大于零{AGAIN}")),
        ("PI-1 --amount -5", format!("错误：金额 -5 必须大于零{AGAIN}")),
        ("PI-1 --amount 5.005", format!("错误：USD 只有 2 位小数：5.005{AGAIN}")),
        ("PI-1 --amount 'EUR 5'", format!("错误：“EUR 5”的币种是 EUR，订单是 USD{AGAIN}")),
        ("", "错误：缺少 订单号，且没有终端可供询问\n  下一步：请在命令行给出：订单号 …\n".to_owned()),
    ] {
        book.run(&format!("ship Acme {options}")).stderr(&want).exits(2);
    }
    assert_eq!(card(&book), ORDERED);
    let empty = Book::on("2026-11-23").card("国外客户/德国/Acme", "name = 'Acme'\n");
    empty
        .run("ship Acme PI-1")
        .stderr("错误：该客户没有订单 PI-1\n  下一步：卡片中还没有订单；用 kehu order 登记\n")
        .exits(2);
}

#[test]
fn what_its_status_says_further_stays() {
    let book = with("status = 'on_hold'");
    book.run("ship Acme PI-1 --yes").remarks(&["订单 PI-1 暂缓中\n", "已全部出运"]);
    let text = card(&book);
    assert!(text.contains("status = \"shipped\"\nshipped = 2026-11-23\n"), "{text}");
    // somebody wrote that they left, and not when
    for status in ["shipped", "delivered", "disputed"] {
        let book = with(&format!("status = '{status}'"));
        book.run("ship Acme PI-1 --date 2026-11-20 -q");
        let text = card(&book);
        assert!(text.contains(&format!("status = '{status}'\nshipped = 2026-11-20\n")), "{text}");
    }
    let book = with("status = 'disputed'");
    book.run("ship Acme PI-1 --amount 5 --last").remarks(&["订单 PI-1 有争议"]).exits(1);
}

#[test]
fn what_was_paid_ahead_covers_it() {
    let book = book();
    book.run("pay Acme 4921 --order PI-1 -q");
    book.run("ship Acme PI-1").stderr("国外客户/德国/Acme：PI-1 已登记出运 USD 7,030.00；货款已收清；已全部出运\n");
}

#[test]
fn an_order_of_the_time_before_debts_are_counted() {
    let book =
        Book::on("2026-11-23").file("kehu.toml", "receivables_from = 2026-11-01\n").card("国外客户/德国/Acme", ORDERED);
    book.run("ship Acme PI-1 --amount 30").stderr("国外客户/德国/Acme：PI-1 已登记出运；未出运 USD 7,000.00\n");
}

#[test]
fn it_speaks_english_too() {
    let book = book().english();
    book.run("ship Acme PI-1 --amount 4000 --date 2026-11-01").stderr(
        "国外客户/德国/Acme: PI-1: USD 4,000.00 shipped; USD 2,800.00 due on 2026-11-08, USD 1,200.00 covered ahead; USD 3,030.00 still to be shipped\n",
    );
    book.run("ship Acme PI-1 --amount 3031")
        .stderr("error: order PI-1 is of USD 7,030.00; with this USD 1.00 more would be shipped\n  next: if that is meant: --yes\n")
        .exits(1);
    book.run("ship Acme PI-1 --last")
        .stderr("国外客户/德国/Acme: PI-1: the rest will not come; PI-1: USD 1,891.00 still to come\n");
    book.run("ship Acme PI-1").remarks(&["error: order PI-1 is shipped whole already, USD 4,000.00\n"]).exits(1);
}

#[test]
fn a_dry_run_writes_nothing() {
    let book = book();
    book.run("ship Acme PI-1 --dry-run")
        .says(&["\n-status = 'production'   # 排产中\n+status = \"shipped\"   # 排产中\n+shipped = 2026-11-23\n"]);
    assert_eq!(card(&book), ORDERED);
    assert_eq!(book.files(), ["kehu.toml", "国外客户/德国/Acme/card.toml"]);
}

#[test]
fn line_ends_of_windows_stay() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", &ORDERED.replace('\n', "\r\n"));
    book.run("ship Acme PI-1 --amount 5 -q");
    book.run("ship Acme PI-1 --released -q");
    let after = card(&book);
    assert_eq!(after.replace("\r\n", "").matches('\n').count(), 0, "{after:?}");
    assert!(after.contains("status = \"shipped\"   # 排产中\r\nshipments = [{"), "{after:?}");
}
