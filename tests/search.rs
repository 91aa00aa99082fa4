//! `search`, as its users meet it: whom it finds, and what it shows of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use common::Book;

const ACME: &str = "\
name = 'Müller Maschinenbau GmbH'            # 名称，必填（第12条 1）：全称
# 穆勒先生喝绿茶
owner = '张伟'
type = 'distributor'
# phone = \"\"                        # 电话，必填（第12条 1）：带国家代码，如 +49 711 5550134

[[contact]]
name = '王晓明'
email = 'wang@mueller.example'

[[order]]
number = 'PI-1'
date = 2026-03-02
currency = 'USD'
amount = '7400.00'
status = 'confirmed'
";

fn book() -> Book {
    Book::on("2026-11-23")
        .file("kehu.toml", "language = 'zh-CN'\ncurrency = 'USD'\n")
        .card("国外客户/德国/Müller Maschinenbau GmbH", ACME)
        .card("潜在客户/法国/Beta", "name = 'Beta'\nnote = '穆勒介绍'\n")
}

#[test]
fn the_customer_and_each_place_with_its_line_and_label() {
    let book = book();
    book.run("search 穆勒").stdout(
        "Beta  潜在客户/法国/Beta\n  2  备注：穆勒介绍\n\
         Müller Maschinenbau GmbH  国外客户/德国/Müller Maschinenbau GmbH\n  2  注释：穆勒先生喝绿茶\n",
    );
    book.run("search wxm muell").stdout(
        "Müller Maschinenbau GmbH  国外客户/德国/Müller Maschinenbau GmbH\n\
         \x20 8  联系人 · 姓名：王晓明\n  9  联系人 王晓明 · 邮箱：wang@mueller.example\n",
    );
    book.run("search 客户类型:分销商 sales:1000..").stdout(
        "Müller Maschinenbau GmbH  国外客户/德国/Müller Maschinenbau GmbH\n\
         \x20 4  客户类型：分销商（distributor）\n     销售额：7,400.00\n",
    );
    let english = book.english();
    english
        .run("search distributor")
        .stdout("Müller Maschinenbau GmbH  国外客户/德国/Müller Maschinenbau GmbH\n  4  type: distributor\n");
}

#[test]
fn what_was_looked_for_is_marked_in_colour() {
    let book = book();
    book.run("search muller --color always").stdout(
        "\u{1b}[1;33mMüller\u{1b}[0m\u{1b}[1m Maschinenbau GmbH\u{1b}[0m  \u{1b}[2m国外客户/德国/\u{1b}[0m\
         \u{1b}[1;33mMüller\u{1b}[0m\u{1b}[2m Maschinenbau GmbH\u{1b}[0m\n\
         \u{1b}[2m  1  \u{1b}[0m\u{1b}[36m名称\u{1b}[0m：\u{1b}[1;33mMüller\u{1b}[0m Maschinenbau GmbH\n",
    );
    book.run("search wangxiaoming --color always").says(&["：\u{1b}[1;33m王晓明\u{1b}[0m"]);
}

#[test]
fn our_own_comments_and_keys_are_no_text_but_the_users_comments_are() {
    let book = book();
    for ours in ["必填", "第12条", "phone", "contact", "姓名"] {
        book.run(&format!("search {ours}")).stderr("没有找到\n").exits(1);
    }
    book.run("search 绿茶 -l").stdout("国外客户/德国/Müller Maschinenbau GmbH\n");
    // a fresh card has nothing to be found but what was put into it, in either language
    for english in [false, true] {
        let book = if english { Book::on("2026-11-23").english() } else { Book::on("2026-11-23") };
        book.run("add --name Acme --country DE --stage 国外客户 --full").any_stderr();
        for word in ["第", "required", "必填", "mandatory", "0.00", "电话", "phone", "false", "2026-01-31"] {
            book.run(&format!("search {word}")).any_stderr().exits(1);
        }
        book.run("search acme -l").says(&["Acme"]);
    }
}

#[test]
fn paths_for_scripts() {
    let book = book();
    book.run("search 穆勒 -l").stdout("潜在客户/法国/Beta\n国外客户/德国/Müller Maschinenbau GmbH\n");
    book.run("search 穆勒 --format ids -0").stdout("潜在客户/法国/Beta\0国外客户/德国/Müller Maschinenbau GmbH\0");
    book.run("search 绝无此词 -l").exits(1);
    book.run("search 绝无此词 --format json").stdout("[]\n").exits(1);
    book.run("search")
        .stderr("错误：没有给出要查找的内容\n  下一步：请写 kehu search 词；查看全部客户：kehu list\n")
        .exits(2);
    book.run("search ''").remarks(&["没有给出要查找的内容"]).exits(2);
    book.run("search 穆勒 -0").remarks(&["-0 只能与 --format ids 同用"]).exits(2);
}

#[test]
fn a_row_for_each_place() {
    let rows = book().run("search 穆勒 --format json").json();
    let row = |row: &serde_json::Value| {
        (row["company"].clone(), row["field"].clone(), row["line"].clone(), row["text"].clone())
    };
    let rows: Vec<_> = rows.as_array().unwrap().iter().map(row).collect();
    assert_eq!(
        rows,
        [
            ("Beta".into(), "note".into(), 2.into(), "穆勒介绍".into()),
            ("Müller Maschinenbau GmbH".into(), serde_json::Value::Null, 2.into(), "穆勒先生喝绿茶".into()),
        ]
    );
    // found by its folder alone
    let rows = book().run("search 法国 --format json").json();
    assert_eq!((&rows[0]["field"], &rows[0]["line"]), (&"path".into(), &serde_json::Value::Null));
}

#[test]
fn long_texts_are_cut_around_the_word_and_many_places_are_counted() {
    use std::fmt::Write;
    let mut card = "name = 'Acme'\n".to_owned();
    for day in 1..=9 {
        write!(
            card,
            "[[followup]]\ndate = 2026-11-0{day}\nsummary = '{}宁波港发货{}'\n",
            "前情".repeat(60),
            "后话".repeat(60)
        )
        .unwrap();
    }
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", &card);
    let whole = book.run("search 宁波").text();
    assert!(whole.contains("还有 4 处") && whole.lines().count() == 7, "{whole}");
    #[cfg(unix)]
    {
        let mut command = book.command();
        command.args(["search", "宁波"]);
        let mut terminal = common::terminal::Terminal::start(&command, 60, 40);
        assert_eq!(terminal.ends(), Some(0));
        assert!(terminal.shown.contains("…前情前情前情前情"), "{}", terminal.shown);
    }
}

#[test]
fn cards_that_cannot_be_read_are_told_where_they_may_be_meant() {
    let book = book().card("国外客户/德国/Broken", "name = 'Broken 穆勒\n").card("国外客户/德国/Gbk", "");
    std::fs::write(book.path("国外客户/德国/Gbk/card.toml"), b"name = '\xc4\xc2\xc0\xd5'\n").unwrap();
    book.run("search 穆勒 -l")
        .stdout("潜在客户/法国/Beta\n国外客户/德国/Müller Maschinenbau GmbH\n")
        .remarks(&["Broken/card.toml:1:", "Gbk/card.toml:1"])
        .exits(2);
    // a value that no card may have is text all the same
    let book = book.card("国外客户/德国/Odd", "name = 'Odd'\ncreated = 2026-02-30\nowner = '穆勒'\n");
    book.run("search Odd -l").stdout("国外客户/德国/Odd\n").remarks(&["Gbk"]).exits(2);
}
