//! Payments.

use super::{Book, cards};

const ACME: &str = "\
name = 'Acme'
code = 'C1'

[[order]]
number = 'PI-1'
date = 2026-01-05
currency = 'USD'
amount = '2124.00'
";

fn book(payments: &str) -> Book {
    Book::on("2026-11-23")
        .card("国外客户/德国/Acme", ACME)
        .card(
            "国外客户/法国/Vins",
            "name = 'Vins'\ncode = 'C2'\n[[order]]\nnumber = 'PI-2'\n[[order]]\nnumber = 'PI-3'\n",
        )
        .card("国外客户/法国/Bar", "name = 'Bar'\n[[order]]\nnumber = 'PI-3'\n")
        .file("p.csv", payments)
}

const PAID: &str = "\
收款日期,金额,币种,订单号,类别,流水号,付款人
2026-01-10,2109.00,USD,PI-1,货款,T1,
2026-01-11,15,USD,pi-1,手续费,,
2026-01-11,15,USD,PI-1,手续费,,
2026-01-12,7.50,EUR,PI-2,,,Père & Fils
";

#[test]
fn payments_go_to_whom_the_order_belongs() {
    let book = book(PAID);
    book.run("import payments p.csv").stderr("已新增 4 笔收款，0 未变，0 被拒\n");
    let added = r#"
[[payment]]
date = 2026-01-10
amount = "2109.00"
currency = "USD"
kind = "receipt"
order = "PI-1"
reference = "T1"

[[payment]]
date = 2026-01-11
amount = 15
currency = "USD"
kind = "bank_charge"
order = "pi-1"

[[payment]]
date = 2026-01-11
amount = 15
currency = "USD"
kind = "bank_charge"
order = "PI-1"
"#;
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), format!("{ACME}{added}"));
    assert!(book.text("国外客户/法国/Vins/card.toml").ends_with("order = \"PI-2\"\npayer = \"Père & Fils\"\n"));
}

#[test]
fn the_same_payments_again_change_nothing_and_each_counts_once() {
    let twice =
        "date,amount,currency,customer,note\n2026-01-10,100,USD,C1,\n2026-01-10,100,USD,C1,\n2026-01-10,100,USD,C1,b\n";
    let book = book(twice);
    book.run("import payments p.csv -q");
    let before = cards(&book);
    book.run("import 收款 p.csv").stderr("已新增 0 笔收款，3 未变，0 被拒\n");
    assert_eq!(cards(&book), before);
    // three of them in the file, two on the card
    let book = book.file("p.csv", &format!("{twice}2026-01-10,100.00,美元,C1,\n"));
    book.run("import payments p.csv").stderr("已新增 1 笔收款，3 未变，0 被拒\n");
    book.run("import payments p.csv").stderr("已新增 0 笔收款，4 未变，0 被拒\n");
    // what people add to a payment on the card does not make it another one
    book.run("set Acme payment.1.order=PI-1 payment.1.kind=receipt -q");
    book.english().run("import payments p.csv").stderr("0 payments added, 4 unchanged, 0 rejected\n");
}

#[test]
fn another_currency_than_that_of_the_order_says_what_it_settles() {
    let book = book(
        "date,amount,currency,order,settles\n2026-01-10,100,EUR,PI-1,\n2026-01-11,100,EUR,pi-1,110\n2026-01-12,100,USD,PI-1,\n",
    );
    book.english()
        .run("import payments p.csv")
        .stderr(
            "\
error: p.csv:2: PI-1 is in USD, the payment in EUR: how much USD does it settle?
  next: say it in a column \"settles\"
2 payments added, 0 unchanged, 1 rejected
",
        )
        .exits(1);
}

#[test]
fn whose_payment_it_is_must_be_clear() {
    let book = book(
        "date,amount,currency,customer no,order\n2026-01-10,1,USD,,PI-3\n2026-01-10,1,USD,,PI-9\n2026-01-10,1,USD,,\n2026-01-10,1,USD,C9,PI-1\n2026-01-10,1,USD,C2,PI-1\n2026-01-10,,USD,C2,\n2026-01-10,1,,C2,\n,1,USD,C2,\n",
    );
    book.english()
        .run("import payments p.csv")
        .stderr(
            "\
1 payment names an order that is not on the customer's card: line 6
error: p.csv:2: several customers have an order PI-3: 国外客户/法国/Bar, 国外客户/法国/Vins
  next: name the customer, by code or name
error: p.csv:3: no customer has an order PI-9
  next: name the customer, by code or name
error: p.csv:4: the payment names neither a customer nor an order
  next: name the customer, by code or name
error: p.csv:5: no customer \"C9\" in the book
  next: add the customer first, with `kehu add` or `kehu import customers`, or correct the row
error: p.csv:7: the payment has no amount
  next: fill it in
error: p.csv:8: the payment has no currency
  next: fill it in
error: p.csv:9: the payment has no date
  next: fill it in
1 payment added, 0 unchanged, 7 rejected
",
        )
        .exits(1);
}
