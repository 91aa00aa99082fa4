//! Orders.

use super::{Book, cards};

const ACME: &str = "name = 'Acme GmbH' # 全称\r\nshort_name = 'Acme'\r\ncode = 'C1'\r\nid = 'k7f3m2q9xz'\r\n";

fn book(orders: &str) -> Book {
    Book::on("2026-11-23")
        .card("国外客户/德国/Acme GmbH", ACME)
        .card("国外客户/法国/Vins", "name = 'Vins & Cie'\ncode = 'C2'\n")
        .file("o.csv", orders)
}

const ORDERS: &str = "\
order_id,customer_id,salesperson,order_date,shipped_date,product,quantity,unit_price,discount,currency,status
PI-1,C1,张伟,2026-01-05 00:00:00,2026-02-01,手动叉车,40,185.00,0.05,usd,Shipped
PI-2,C2,张伟,2026-01-06,,PU 轮,200,2.50,0,USD,Pending
PI-1,C1,张伟,2026/1/5,2026-02-01,PU 轮,２００,2.50,0,USD,已发货
";

#[test]
fn lines_of_one_number_become_one_order() {
    let book = book(ORDERS);
    book.run("import orders o.csv").stderr("已新增 2 张订单，0 未变，0 被拒\n");
    let order = r#"
[[order]]
number = "PI-1"
date = 2026-01-05
currency = "USD"
items = [
  { product = "手动叉车", quantity = 40, unit_price = "185.00", discount = "0.05" },
  { product = "PU 轮", quantity = 200, unit_price = "2.50" },
]
status = "shipped"
by = "张伟"
shipped = 2026-02-01
"#;
    assert_eq!(book.text("国外客户/德国/Acme GmbH/card.toml"), ACME.to_owned() + &order.replace('\n', "\r\n"));
    let other = book.text("国外客户/法国/Vins/card.toml");
    assert!(other.ends_with("items = [{ product = \"PU 轮\", quantity = 200, unit_price = \"2.50\" }]\nstatus = \"confirmed\"\nby = \"张伟\"\n"), "{other}");
}

#[test]
fn the_same_orders_again_change_nothing() {
    let book = book(ORDERS);
    book.run("import orders o.csv -q");
    let before = cards(&book);
    book.run("import 订单 o.csv").stderr("已新增 0 张订单，2 未变，0 被拒\n");
    // the same values in other notations, and a cell that says nothing
    let same = ORDERS
        .replace("185.00", "185")
        .replace("usd", "美元")
        .replace("Shipped", "已出运")
        .replace("张伟,2026-01-06", ",20260106");
    let book = book.file("o.csv", &same);
    book.run("import orders o.csv").stderr("已新增 0 张订单，2 未变，0 被拒\n");
    assert_eq!(cards(&book), before);
    let other = ORDERS
        .replace("200,2.50,0,USD,Pending", "201,2.50,0,USD,Pending")
        .replace("Shipped", "Delivered")
        .replace("已发货", "已到货");
    let book = book.file("o.csv", &other);
    book.run("import orders o.csv")
        .stderr(
            "\
错误：o.csv:2：国外客户/德国/Acme GmbH 已有订单 PI-1，但内容不同：状态：卡片为 shipped，文件为 delivered
  下一步：要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片
错误：o.csv:3：国外客户/法国/Vins 已有订单 PI-2，但内容不同：数量：卡片为 200，文件为 201
  下一步：要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片
已新增 0 张订单，0 未变，2 被拒
",
        )
        .exits(1);
    assert_eq!(cards(&book), before);
}

#[test]
fn a_look_ahead_counts_the_orders_of_each_card() {
    let book = book(ORDERS);
    book.run("import orders o.csv --dry-run")
        .stdout("国外客户/德国/Acme GmbH：1 张订单\n国外客户/法国/Vins：1 张订单\n")
        .stderr("将新增 2 张订单，0 未变，0 被拒；未写入任何内容\n");
    assert!(book.text("国外客户/德国/Acme GmbH/card.toml") == ACME);
    book.english().run("import orders o.csv --dry-run").says(&["国外客户/法国/Vins: 1 order\n"]).any_stderr();
}

#[test]
fn a_customer_is_found_by_code_id_name_short_name_or_folder() {
    for (who, found) in [
        ("c1", true),
        ("k7f3m2q9xz", true),
        ("ACME GMBH", true),
        ("acme", true),
        ("Vins", true),
        ("Vins & Cie", true),
        ("Vin", false),
    ] {
        let book = book(&format!("PI No,Customer,Date,Qty,Price,Currency\n1,{who},2026-01-05,1,1,EUR\n"));
        let run = book.run("import orders o.csv").any_stderr();
        if found {
            run.exits(0);
        } else {
            run.remarks(&["o.csv:2：账套中没有客户“Vin”"]).exits(1);
        }
    }
}

#[test]
fn a_rejected_line_rejects_its_whole_order_and_the_others_go_in() {
    let book = book(
        "\
订单号,客户编号,下单日期,品名,数量,单价,金额,币种,状态
1,C1,2026-01-05,a,1,5,,USD,
2,C1,2026-01-05,a,1,\"1,234.50\",,USD,
1,C1,2026-01-05,b,2,$5,,USD,
2,C1,2026-01-05,b,1,1,,USD,
3,C1,2026-01-05,b,1,1,,USD,
3,C1,2026-01-06,c,1,1,,USD,
4,C1,2026-01-05,b,,,100,USD,
4,C1,2026-01-05,c,,,200,USD,
5,C1,2026-01-05,b,,,100,USD,
5,C1,2026-01-05,c,1,200,,USD,
6,C1,2026-01-05,c,,,,USD,
7,C9,2026-01-05,c,1,1,,USD,
8,C1,2026-01-05,c,1,1,,USD,
8,C2,2026-01-05,c,1,1,,USD,
9,C1,,c,1,1,,USD,
,C1,2026-01-05,c,1,1,,USD,
10,C1,2026-01-05,c,1,1,,,
11,C1,2026-11-24,c,1,1,,XXX,Foo
12,C1,2026-01-05,ok,1,1,,USD,
13,,2026-01-05,c,1,1,,USD,
14,C1,2026-01-05,c
",
    );
    let book = book.english();
    book.run("import orders o.csv --rejects r.csv").stderr("\
error: o.csv:3: 单价: \"1,234.50\" is no plain number; write plain digits, e.g. 1187.00, without commas or units
  next: write plain digits, or say in a --map file: thousands = \",\"
error: o.csv:4: 单价: \"$5\" is no plain number; write plain digits, e.g. 1187.00, without commas or units
  next: correct the row and import it again
error: o.csv:7: date is 2026-01-06 here and 2026-01-05 on line 6, though both are lines of one order
  next: make them the same, or give one another order number
error: o.csv:9: line 8 gives the total of this order already; one order has one total
  next: give every line its quantity and unit price, or put the total on one row and leave the others out
error: o.csv:10: this row gives a total, but other rows of the order give lines
  next: give every line its quantity and unit price, or put the total on one row and leave the others out
error: o.csv:12: the row has neither quantity and unit price nor an amount
  next: fill in what is missing
error: o.csv:13: no customer \"C9\" in the book
  next: add the customer first, with `kehu add` or `kehu import customers`, or correct the row
error: o.csv:15: order 8 is of 国外客户/法国/Vins here and of 国外客户/德国/Acme GmbH on line 14
  next: an order has one customer: correct the customer or the number
error: o.csv:16: the order has no date
  next: fill it in
error: o.csv:17: the row has no order number
  next: fill in the number of the order on each of its lines
error: o.csv:18: the order has no currency
  next: fill it in, or say it once for all in a --map file: [defaults] currency = \"USD\"
error: o.csv:19: 下单日期: 2026-11-24 has not come yet; 币种: \"XXX\" is no currency; write a code such as USD, EUR, CNY; 状态: \"Foo\" is none of confirmed, production, shipped, delivered, on_hold, disputed, cancelled
  next: say what it means in a --map file: [values.status] \"Foo\" = \"…\"
error: o.csv:21: the order names no customer
  next: fill in the customer
error: o.csv:22: the row has 4 fields, the header has 9
  next: a cell that holds the delimiter stands in double quotes
the rejected rows are in r.csv; correct them there and import that file
1 order added, 0 unchanged, 14 rejected
").exits(1);
    assert_eq!(book.text("r.csv").lines().count(), 21);
}

#[test]
fn the_rejects_of_an_order_are_all_its_rows() {
    let book = book(
        "order,customer,date,product,qty,price,currency\n1,C1,2026-01-05,a,1,x,USD\n2,C1,2026-01-05,a,1,1,USD\n1,C1,2026-01-05,b,1,1,USD\n",
    );
    book.run("import orders o.csv --rejects r.csv").any_stderr().exits(1);
    let rejects = book.text("r.csv");
    assert_eq!(rejects.lines().count(), 3, "{rejects}");
    let book = book.file("r.csv", &rejects.replace(",x,", ",1,"));
    book.run("import orders r.csv").stderr("已新增 1 张订单，0 未变，0 被拒\n");
    assert_eq!(book.text("国外客户/德国/Acme GmbH/card.toml").matches("[[order]]").count(), 2);
}

#[test]
fn an_order_on_another_card_is_not_made_twice() {
    let book = book("order,customer,date,qty,price,currency\npi-7,C1,2026-01-05,1,1,USD\n")
        .card("国外客户/法国/Vins", "name = 'Vins'\n[[order]]\nnumber = ' PI-7'\n");
    book.run("import orders o.csv")
        .stderr("错误：o.csv:2：订单 pi-7 在 国外客户/法国/Vins 的卡片上\n  下一步：请改正客户或订单号\n已新增 0 张订单，0 未变，1 被拒\n")
        .exits(1);
}

#[test]
fn an_order_may_be_known_by_its_total() {
    let text = "合同号,客户,日期,产品,数量,金额,币种,备注\nPI-1,Acme,2026年1月5日,叉车,3,900.50,USD,急单\nPI-2,Acme,2026年1月5日,,,100,USD,\n";
    let book = book(text);
    book.run("import orders o.csv -q");
    let card = book.text("国外客户/德国/Acme GmbH/card.toml").replace('\r', "");
    assert!(card.contains("amount = \"900.50\"\nnote = \"叉车 × 3\\n急单\"\n"), "{card}");
    assert!(card.ends_with("currency = \"USD\"\namount = 100\n"), "{card}");
    book.run("import orders o.csv").stderr("已新增 0 张订单，2 未变，0 被拒\n");
}

#[test]
fn an_amount_beside_quantity_and_price_is_checked() {
    let head = "order,customer,date,qty,price,discount,amount,currency\n";
    let rows = "1,C1,2026-01-05,3,1.11,10%,3.00,USD\n2,C1,2026-01-05,1,5,,9,USD\n2,C1,2026-01-05,1,4,,9,USD\n3,C1,2026-01-05,1,5,,6,USD\n";
    book(&format!("{head}{rows}"))
        .english()
        .run("import orders o.csv")
        .stderr("1 amount is not quantity × unit price; the lines count, not these: line 5\n3 orders added, 0 unchanged, 0 rejected\n");
}

#[test]
fn days_are_read_in_the_order_that_all_rows_allow() {
    let sales = "\
ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,PRODUCTLINE,CUSTOMERNAME,CURRENCY
10107,30,95.7,2,2871,2/24/2003 0:00,Shipped,Motorcycles,Acme,USD
10121,34,81.35,5,2765.9,5/7/2003 0:00,Resolved,Motorcycles,Acme,USD
";
    let book = book(sales).english();
    book.run("import orders o.csv").stderr(
        "\
not imported, because kehu does not know the column: \"ORDERLINENUMBER\"; --map FILE can say what it is
ORDERDATE: read as month/day/year, as all its rows allow
what was shipped counts as owed until its payments are here too; for old lists say in kehu.toml from which day on debts count: receivables_from = 2026-01-01
2 orders added, 0 unchanged, 0 rejected
",
    );
    let card = book.text("国外客户/德国/Acme GmbH/card.toml");
    assert!(card.contains("date = 2003-02-24") && card.contains("date = 2003-05-07") && card.contains("\"delivered\""));
    let book = Book::on("2026-11-23")
        .card("国外客户/德国/Acme", "name = 'Acme'\n")
        .file("o.csv", "order,customer,date,qty,price,currency\n1,Acme,5/7/2003,1,1,USD\n2,Acme,2003-07-05,1,1,USD\n")
        .file("dmy.toml", "date_order = 'dmy'\n");
    book.run("import orders o.csv").stderr("错误：o.csv:2：date：“5/7/2003”日、月顺序不明\n  下一步：请在 --map 文件中写明：date_order = \"dmy\"（日/月/年）或 \"mdy\"（月/日/年）\n已新增 1 张订单，0 未变，1 被拒\n").exits(1);
    book.run("import orders o.csv --map dmy.toml").stderr("已新增 1 张订单，1 未变，0 被拒\n");
    assert!(book.text("国外客户/德国/Acme/card.toml").ends_with(
        "number = \"1\"\ndate = 2003-07-05\ncurrency = \"USD\"\nitems = [{ quantity = 1, unit_price = 1 }]\n"
    ));
}

#[test]
fn a_map_fills_what_the_file_leaves_out() {
    let book = book("order,customer,date,qty,price,state,PAY\n1,C1,2026-01-05,1,1,Closed,T/T\n")
        .file("m.toml", "[columns]\nPAY = 'pay.balance'\n[values.status]\nclosed = '已出运'\n[values.'pay.balance']\n'T/T' = 'before_shipment'\n[defaults]\ncurrency = 'EUR'\n'pay.days' = 7\n");
    book.run("import orders o.csv")
        .stderr("未识别、没有导入的列：“PAY”；可用 --map 文件 说明其含义\n错误：o.csv：没有哪一列是币种\n  下一步：请补上该列；各行相同则写入 --map 文件：[defaults] currency = \"USD\"\n")
        .exits(2);
    book.run("import orders o.csv --map m.toml -q");
    let card = book.text("国外客户/德国/Acme GmbH/card.toml").replace('\r', "");
    assert!(card.ends_with("currency = \"EUR\"\npay = { balance = \"before_shipment\", days = 7 }\nitems = [{ quantity = 1, unit_price = 1 }]\nstatus = \"shipped\"\n"), "{card}");
}

#[test]
fn a_hundred_lines_are_one_order() {
    let rows: String = (0..100).map(|n| format!("1,C1,2026-01-05,Item {n},1,1.5,USD\n")).collect();
    let book = book(&format!("order,customer,date,product,qty,price,currency\n{rows}"));
    book.run("import orders o.csv").stderr("已新增 1 张订单，0 未变，0 被拒\n");
    let card = book.text("国外客户/德国/Acme GmbH/card.toml");
    assert_eq!((card.matches("[[order]]").count(), card.matches("  { product = ").count()), (1, 100));
    book.run("import orders o.csv").stderr("已新增 0 张订单，1 未变，0 被拒\n");
}

#[test]
fn a_code_and_a_name_must_mean_the_same_customer() {
    let rows = "order,customer no,customer name,date,qty,price,currency\n1,C1,Vins,2026-01-05,1,1,USD\n2,C9,Vins,2026-01-05,1,1,USD\n3,C9,Bar,2026-01-05,1,1,USD\n4,C1,Acme Ltd,2026-01-05,1,1,USD\n";
    let book = book(rows).card("国外客户/法国/Bar", "name = 'Bar'\n").english();
    book.run("import orders o.csv")
        .stderr(
            "\
error: o.csv:2: \"C1\" is 国外客户/德国/Acme GmbH, but \"Vins\" is 国外客户/法国/Vins
  next: correct the number or the name of the customer
error: o.csv:3: no customer \"C9 (Vins)\" in the book
  next: add the customer first, with `kehu add` or `kehu import customers`, or correct the row
2 orders added, 0 unchanged, 2 rejected
",
        )
        .exits(1);
    assert!(book.text("国外客户/法国/Bar/card.toml").contains("\"3\""));
}

#[test]
fn thousands_are_read_where_a_map_says_what_parts_them() {
    let book = Book::on("2026-11-23")
        .card("国外客户/德国/Acme", "name = 'Acme'\ncode = 'DE-1'\n")
        .file("o.csv", "订单号;客户编号;下单日期;品名;数量;单价;币种\nPI-1;DE-1;2026-03-02;叉车;1.000;1.234,50;EUR\nPI-2;DE-1;2026-03-02;叉车;12;99;EUR\n")
        .file("map.toml", "thousands = \".\"\n");
    book.run("import orders o.csv --map map.toml").stderr("已新增 2 张订单，0 未变，0 被拒\n");
    let card = book.text("国外客户/德国/Acme/card.toml");
    assert!(card.contains("quantity = 1000, unit_price = \"1234.50\""), "{card}");
    assert!(card.contains("quantity = 12, unit_price = 99"), "{card}");
}
