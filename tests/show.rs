//! `show`, as its users meet it.

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

const ACME: &str = "\
id = 'k7f3m2q9xz'
name = 'Müller Maschinenbau GmbH'
short_name = '穆勒机械'
type = 'distributor'
interests = ['手动叉车', '电动搬运车']
owner = '张伟'
created = 2026-01-05

[[contact]]
name = 'Anna Weber'
decides = true

[profile]
size = 'large'

[[order]]
number = 'PI-1'
date = 2026-03-02
currency = 'USD'
pay = { deposit = '0.30', balance = 'oa', days = 60 }
items = [{ product = '叉车', quantity = 40, unit = '台', unit_price = '185.00', discount = '0.05' }]

[[credit]]
from = 2026-06-01
grade = 'B'
limit = '9000'
currency = 'USD'
term_days = 30

[[followup]]
date = 2026-11-01
kind = 'visit'
summary = '''
参观工厂，
确认样品'''
effective = true
";

#[test]
fn one_customer_whole() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Müller", ACME);
    book.run("show 穆勒").stdout(
        "\
Müller Maschinenbau GmbH  国外客户/德国/Müller
国外客户 · B级 · 额度 USD 9,000 · 账期 30 天 · 上次联系 2026-11-01
在手承诺 USD 4,921.00

标识      k7f3m2q9xz
名称      Müller Maschinenbau GmbH
简称      穆勒机械
负责人    张伟
建卡日期  2026-01-05
客户类型  分销商
意向产品  手动叉车、电动搬运车

联系人 (1)
姓名        决策人
Anna Weber  是

客户特征
规模  大

订单 (1)
订单号  订购日期    币种  付款条件             明细
PI-1    2026-03-02  USD   定金 30% 赊销 60 天  叉车 40 台 × 185.00 折扣 5%

跟进 (1)
日期        方式  内容                 有效
2026-11-01  拜访  参观工厂， 确认样品  是

信用 (1)
起始日期    核定等级  信用额度  币种  账期（天）
2026-06-01  B级           9000  USD           30
",
    );
}

#[test]
fn one_customer_whole_in_english() {
    let book = Book::on("2026-11-23").english().card(
        "潜在客户/德国/Acme",
        "name = 'Acme'\ncreated = 2026-11-01\n\n[[sample]]\nproduct = 'Pump'\ndate = 2026-11-02\nfee = '12.50'\n",
    );
    book.run("show acme").stdout(
        "\
Acme  潜在客户/德国/Acme
prospect · last contact 2026-11-02

name     Acme
created  2026-11-01

samples (1)
date        product    fee
2026-11-02  Pump     12.50
",
    );
}

#[test]
fn a_past_day_shows_what_was_in_force_then() {
    let book = Book::on("2026-05-01").card("国外客户/德国/Müller", ACME);
    let row = book.run("show Müller --format json").json();
    assert_eq!(
        (&row["grade"], &row["limit"], &row["last"]),
        (&serde_json::Value::Null, &serde_json::Value::Null, &serde_json::json!("2026-03-02"))
    );
}

#[test]
fn json_holds_the_card_with_exact_numbers_and_plain_dates() {
    let card = "name = 'Acme'\ncreated = 2026-01-05\n[[order]]\ndate = 2026-01-06\ncurrency = 'CNY'\namount = 1234567890123456789.10\nitems = [{ quantity = 40, unit_price = '185.00' }]\n";
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", card);
    let row = book.run("show Acme --format json").json();
    assert_eq!(row["path"], "国外客户/德国/Acme");
    assert_eq!(row["country"], "DE");
    assert_eq!(row["card"]["created"], "2026-01-05");
    assert_eq!(row["card"]["order"][0]["amount"], "1234567890123456789.10");
    assert_eq!(row["card"]["order"][0]["items"][0], serde_json::json!({ "quantity": 40, "unit_price": "185.00" }));
}

#[test]
fn toml_is_the_card_as_it_stands() {
    let text = "\u{feff}# 备注\r\nname   =  'Acme'\t# x\r\n";
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", text);
    book.run("show Acme --format toml").stdout(text);
}

#[test]
fn a_card_that_cannot_be_read_is_told_with_its_place() {
    let book = Book::on("2026-11-23")
        .card("国外客户/德国/Acme", "name = 'Acme'\ncreated = 2026-02-30\n")
        .card("国外客户/德国/Beta", "name = 'Beta'\n");
    book.run("show Acme")
        .remarks(&["错误：国外客户/德国/Acme/card.toml:2:", "kehu lint \"国外客户/德国/Acme\""])
        .exits(2);
    book.run("show Beta --format ids").remarks(&["“ids”不在以下之列：text、json、toml"]).exits(2);
    book.run("show Beta").says(&["Beta"]).exits(0);
    // as it stands can be had all the same
    book.run("show Acme --format toml").stdout("name = 'Acme'\ncreated = 2026-02-30\n");
}

#[cfg(unix)]
#[test]
fn on_a_narrow_terminal_what_was_said_stays_readable() {
    use common::terminal::Terminal;
    let said = "来信要 2.5t 手动车 100 台，下周一前要价";
    let card = format!(
        "name = 'Acme'\n[[followup]]\ndate = 2026-11-20\nkind = 'inquiry'\nby = '张伟'\nwith = 'Dana Whitlow'\nsummary = '{said}'\neffective = true\nnext = 2026-11-23\nnext_kind = 'call'\norder = 'PI-2026-001'\n"
    );
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &card);
    for (columns, seen) in [(80, "来信要 2.5t 手动车 100 台"), (200, said)] {
        let mut command = book.command();
        command.args(["show", "Acme"]);
        let mut terminal = Terminal::start(&command, columns, 24);
        assert_eq!(terminal.ends(), Some(0));
        assert!(terminal.shown.contains(seen), "{columns}: {}", terminal.shown);
    }
}
