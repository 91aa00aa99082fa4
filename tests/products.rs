//! products.toml at work: prices, units and names for quotes and orders, lines of shipments, and what lint says of it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

const PRODUCTS: &str = "\
[[product]]
name = '手动叉车 2.5t'
names = ['叉车']
code = 'A-25'
unit = '台'
moq = 20
price = '185.00'
currency = 'USD'

[[product]]
name = '聚氨酯轮'
unit = '套'
price = '18.50'
currency = 'EUR'
";

fn book() -> Book {
    Book::on("2026-11-23")
        .file("kehu.toml", "language = \"zh-CN\"\ncurrency = \"CNY\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n")
        .file("products.toml", PRODUCTS)
        .card("国外客户/德国/Acme", "name = 'Acme'\n")
}

const CARD: &str = "国外客户/德国/Acme/card.toml";

#[test]
fn a_line_without_a_price_is_priced_by_the_list() {
    let book = book();
    book.run(
        "quote Acme Q-1 --currency usd --item a-25;40 --item \"叉车;5箱;180;5%\" --pay 信用证 --deposit 30% --days 30 --inquiry RFQ-7",
    )
    .any_stderr()
    .exits(0);
    let card = book.text(CARD);
    for line in [
        "currency = \"USD\"\n",
        "pay = { deposit = \"0.30\", balance = \"lc\", days = 30 }\n",
        "inquiry = \"RFQ-7\"\n",
        "{ product = \"手动叉车 2.5t\", quantity = 40, unit = \"台\", unit_price = \"185.00\" }",
        "{ product = \"手动叉车 2.5t\", quantity = 5, unit = \"箱\", unit_price = 180, discount = \"0.05\" }",
    ] {
        assert!(card.contains(line), "{line}{card}");
    }
}

#[test]
fn what_leaves_is_known_by_every_name_of_its_product() {
    for (line, name) in
        [("手动叉车 2.5t", "a-25"), ("手动叉车 2.5t", "叉车"), ("叉车", "A-25"), ("叉车", "手动叉车 2.5t")]
    {
        let book = book().card(
            "国外客户/德国/Acme",
            &format!("name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\npay = {{ deposit = 0, balance = 'bl_copy' }}\nitems = [ {{ product = '{line}', quantity = 100, unit_price = 10 }} ]\n"),
        );
        book.args(["ship", "Acme", "PI-1", "--item", &format!("{name};60"), "--anyway", "老客户"])
            .any_stderr()
            .exits(0);
        let card = book.text(CARD);
        assert!(card.contains(&format!("{{ product = \"{line}\", quantity = 60, unit_price = 10 }}")), "{name}{card}");
        assert!(card.contains("amount = \"600.00\""), "{name}{card}");
        book.args(["ship", "Acme", "PI-1", "--item", "聚氨酯轮;60", "--anyway", "老客户"])
            .remarks(&["订单 PI-1 没有明细“聚氨酯轮”"])
            .exits(2);
    }
}

#[test]
fn an_order_takes_over_how_its_quote_is_paid_unless_it_says_otherwise() {
    let quoted = || {
        let book = book();
        book.run("quote Acme Q-1 --item A-25;40 --pay before_shipment --deposit 20%").any_stderr().exits(0);
        book
    };
    let own = |card: &str| {
        let (_, order) = card.split_once("[[order]]").unwrap();
        order.lines().find(|line| line.starts_with("pay = ")).map(str::to_owned)
    };
    let book = quoted();
    book.run("order Acme PI-1 --quote Q-1 --loading 宁波 --discharge Hamburg --latest-shipment 2026-12-31 --yes")
        .any_stderr()
        .exits(0);
    let card = book.text(CARD);
    assert_eq!(own(&card).as_deref(), Some("pay = { deposit = \"0.20\", balance = \"before_shipment\" }"));
    for line in ["port_of_loading = \"宁波\"\n", "port_of_discharge = \"Hamburg\"\n", "latest_shipment = 2026-12-31\n"]
    {
        assert!(card.contains(line), "{line}{card}");
    }
    let book = quoted();
    book.run("order Acme PI-1 --quote Q-1 --pay advance --yes").any_stderr().exits(0);
    assert_eq!(own(&book.text(CARD)).as_deref(), Some("pay = { balance = \"advance\" }"));
}

#[test]
fn less_than_the_minimum_is_told_of_a_quote_and_doubted_of_an_order() {
    let book = book();
    book.run("quote Acme Q-1 --item A-25;5")
        .remarks(&["手动叉车 2.5t：数量 5 低于起订量 20", "已登记报价 Q-1"])
        .exits(0);
    book.run("order Acme PI-1 --item A-25;5 --pay advance")
        .stderr("错误：手动叉车 2.5t：数量 5 低于起订量 20\n  下一步：确认无误时加 --yes\n")
        .exits(1);
    assert!(!book.text(CARD).contains("PI-1"));
    book.run("order Acme PI-1 --item A-25;20 --pay advance").any_stderr().exits(0);
    book.run("order Acme PI-2 --item A-25;5 --pay advance --yes").any_stderr().exits(0);
}

#[test]
fn a_price_counts_in_its_currency_alone() {
    let book = book();
    book.run("order Acme PI-1 --item A-25;40 --currency EUR").any_stderr().exits(2);
    book.run("order Acme PI-1 --item A-25;40 --item 聚氨酯轮;50").any_stderr().exits(2);
    assert_eq!(book.text(CARD), "name = 'Acme'\n");
    book.run("order Acme PI-1 --item \"A-25;40;170.00\" --item 聚氨酯轮;50 --pay advance --yes").any_stderr().exits(2);
    // what was typed may be in any currency
    book.run("quote Acme Q-1 --item \"A-25;40;170.00\" --item 聚氨酯轮;50").any_stderr().exits(2);
    book.run("quote Acme Q-1 --item \"A-25;40;170.00\" --item 聚氨酯轮;50 --currency EUR").any_stderr().exits(0);
    assert!(book.text(CARD).contains("currency = \"EUR\""));
}

const SHIPPED: &str = "\
name = 'Acme'

[[order]]
number = 'PI-1'
date = 2026-10-01
currency = 'USD'
pay = { balance = 'oa', days = 30 }
items = [
  { product = '手动叉车', quantity = 40, unit = '台', unit_price = '185.00', discount = '0.05' },
  { product = '轮子', quantity = 10, unit_price = '2.50' },
]
status = 'production'
";

#[test]
fn a_shipment_is_worth_its_lines() {
    let book = book().card("国外客户/德国/Acme", SHIPPED);
    book.run("ship Acme PI-1 --item 手动叉车;10 --item 轮子;4 --vessel \"COSCO STAR 12E\" --container MSKU1 --packages 6 --net-weight 378.5 --gross-weight 396 --volume 1.62 --anyway 老客户 --yes")
        .any_stderr()
        .exits(0);
    let card = book.text(CARD);
    for text in [
        // 10 × 185 × 0.95 + 4 × 2.50
        "amount = \"1767.50\"",
        "vessel = \"COSCO STAR 12E\"",
        "container = \"MSKU1\"",
        "packages = 6",
        "net_weight = \"378.5\"",
        "gross_weight = 396",
        "volume = \"1.62\"",
        "{ product = \"手动叉车\", quantity = 10, unit = \"台\", unit_price = \"185.00\", discount = \"0.05\" }",
        "{ product = \"轮子\", quantity = 4, unit_price = \"2.50\" }",
    ] {
        assert!(card.contains(text), "{text}\n{card}");
    }
    assert!(!card.contains("status = 'shipped'") && card.contains("status = 'production'"));
    // an amount that is said is what counts
    book.run("ship Acme PI-1 --item 轮子;6 --amount 20 --anyway 老客户 --yes").any_stderr().exits(0);
    assert!(book.text(CARD).contains("amount = 20"));
}

#[test]
fn lint_looks_at_the_list_where_there_is_one() {
    let book = book().card(
        "国外客户/德国/Acme",
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = '手动插车 2.5t', quantity = 1, unit_price = 5 } ]\n",
    );
    let codes = |book: &Book| -> Vec<String> {
        let all = book.run("lint --format json").any_exit().any_stderr().json();
        let all = all.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned());
        all.filter(|code| code.contains("product")).collect()
    };
    assert_eq!(codes(&book), ["unknown-product"]);
    let book = book.file("products.toml", &format!("{PRODUCTS}hs = 'x'\n[[product]]\nname = 'a-25'\n"));
    assert_eq!(codes(&book), ["product-value", "duplicate-product", "unknown-product"]);
    book.file("products.toml", "[[product]]\nnam = 'x'\n")
        .run("lint")
        .any_stdout()
        .remarks(&["products.toml"])
        .exits(2);
}

#[test]
fn the_demo_has_a_list_that_fits_its_cards() {
    let book = Book::demo();
    let all = book.run("lint --format json").any_stderr().json();
    let told: Vec<&str> = all.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert!(told.iter().all(|code| !code.contains("product")), "{told:?}");
    let new = Book::nowhere("2026-11-23");
    new.run("init --demo .").any_stderr().exits(0);
    assert_eq!(new.text("products.toml"), book.text("products.toml"));
}
