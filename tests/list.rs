//! `list`, as its users meet it: who is in the book, narrowed by word, owner, country, stage, grade, tag.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use common::Book;

const ACME: &str = "\
id = 'k7f3m2q9xz'
name = 'Müller Maschinenbau GmbH'
short_name = '穆勒机械'
code = 'DE-0007'
owner = '张伟'
created = 2025-11-02
type = 'distributor'
tags = ['重点', 'VIP']

[[credit]]
from = 2026-01-01
grade = 'B'

[[followup]]
date = 2026-11-01
kind = 'visit'
summary = '参观'
next = 2026-11-25
";
const BETA: &str = "name = 'Beta SARL'\nowner = 'Zoé Martin'\n";

fn two() -> Book {
    Book::on("2026-11-23").card("国外客户/德国/Müller Maschinenbau GmbH", ACME).card("潜在客户/法国/Beta", BETA)
}

/// A list shows these companies in this order, and ends with 1 where there are none.
fn finds(book: &Book, asked: &str, want: &[&str]) {
    let mut words = vec!["list".to_owned()];
    words.extend(common::words(asked));
    words.extend(["--format".to_owned(), "jsonl".to_owned()]);
    let lines = book.args(words).exits(i32::from(want.is_empty())).text();
    let company = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["company"].as_str().unwrap().to_owned()
    };
    assert_eq!(lines.lines().map(company).collect::<Vec<_>>(), want, "{asked}");
}

#[test]
fn the_book_in_the_order_of_stages_and_folders() {
    let book = two();
    book.run("list")
        .stdout(
            "客户                      编号     国家  阶段      等级  负责人      上次联系    下次跟进\n\
             Beta SARL                          法国  潜在客户        Zoé Martin\n\
             Müller Maschinenbau GmbH  DE-0007  德国  国外客户  B     张伟        2026-11-01  2026-11-25\n",
        )
        .exits(0);
    book.english()
        .run("list")
        .stdout(
            "customer                  code     country  stage     grade  owner       last contact  next\n\
             Beta SARL                          France   prospect         Zoé Martin\n\
             Müller Maschinenbau GmbH  DE-0007  Germany  customer  B      张伟        2026-11-01    2026-11-25\n",
        )
        .exits(0);
}

#[test]
fn every_word_must_be_held_by_name_folder_code_tag_or_country() {
    let book = two();
    let muller = &["Müller Maschinenbau GmbH"][..];
    for (asked, want) in [
        ("", &["Beta", "Müller Maschinenbau GmbH"][..]),
        ("müller", muller),
        ("MULLER", muller),
        ("穆勒", muller),
        ("de-0007", muller),
        ("重点", muller),
        ("vip gmbh", muller),
        ("Germany", muller),
        ("德国 VIP", muller),
        ("sarl", &["Beta"]),
        ("beta 德国", &[]),
        ("'maschinenbau gmbh'", muller),
        ("nobody", &[]),
    ] {
        finds(&book, asked, want);
    }
}

#[test]
fn flags_narrow_the_list_in_either_language() {
    let book = two();
    let (muller, beta) = (&["Müller Maschinenbau GmbH"][..], &["Beta"][..]);
    for (asked, want) in [
        ("--owner 张伟", muller),
        ("--owner 'zoe martin'", beta),
        ("--country 德国", muller),
        ("--country Germany", muller),
        ("--country DE", muller),
        ("--country deu", muller),
        ("--country 法国", beta),
        ("--country JP", &[]),
        ("--stage customer", muller),
        ("--stage 国外客户", muller),
        ("--stage 潜在客户", beta),
        ("--grade B", muller),
        ("--grade B级", muller),
        ("--grade A", &[]),
        ("--tag 重点", muller),
        ("--tag vip", muller),
        ("--tag 重", &[]),
        ("müller --country 法国", &[]),
    ] {
        finds(&book, asked, want);
    }
}

#[test]
fn nobody_found_is_a_no_and_a_slip_is_an_error() {
    let book = two();
    book.run("list nobody").stderr("没有符合条件的客户\n").exits(1);
    book.run("-q list nobody").exits(1);
    book.run("list nobody --format json").stdout("[]\n").exits(1);
    book.run("list nobody --format md").exits(1);
    book.run("list nobody --format ids").exits(1);
    book.run("list --owner 张维")
        .stderr("错误：没有负责人为“张维”的客户\n  下一步：账套中有：Zoé Martin、张伟\n")
        .exits(2);
    book.run("list --stage 供应商").stderr("错误：没有阶段“供应商”\n  下一步：阶段有：潜在客户、国外客户\n").exits(2);
    book.run("list --country Germny")
        .stderr("错误：--country：“Germny”：没有这个国家，是否想写 德国？\n  下一步：见 kehu list --help\n")
        .exits(2);
    book.run("list -0").stderr("错误：-0 只能与 --format ids 同用\n  下一步：请写：--format ids -0\n").exits(2);
    let book = book.english();
    book.run("list nobody").stderr("no such customer\n").exits(1);
    book.run("list --owner Zhang")
        .stderr("error: no customer has the owner \"Zhang\"\n  next: the book knows Zoé Martin, 张伟\n")
        .exits(2);
    // a book without anybody has nobody to name
    let empty = Book::on("2026-11-23").english();
    empty
        .run("list --owner Zhang")
        .stderr(
            "error: no customer has the owner \"Zhang\"\n  next: no card names an owner yet; say it with kehu set\n",
        )
        .exits(2);
    empty.run("list").stderr("no such customer\n").exits(1);
}

#[test]
fn paths_for_scripts() {
    let book = two();
    book.run("list --format ids").stdout("潜在客户/法国/Beta\n国外客户/德国/Müller Maschinenbau GmbH\n").exits(0);
    book.run("list --format ids -0").stdout("潜在客户/法国/Beta\0国外客户/德国/Müller Maschinenbau GmbH\0").exits(0);
    // the words for formats may be Chinese too
    book.run("list --format 路径").stdout("潜在客户/法国/Beta\n国外客户/德国/Müller Maschinenbau GmbH\n").exits(0);
}

#[test]
fn csv_and_markdown() {
    let book = two().card("潜在客户/西班牙/Cmd", "name = \"=cmd|' /C calc'!A0\"\ntags = ['@a', 'b']\n");
    book.run("list --format csv")
        .stdout(
            "path,file,stage,country,company,name,id,code,owner,grade,type,tags,created,last,next\n\
             潜在客户/法国/Beta,潜在客户/法国/Beta/card.toml,prospect,FR,Beta,Beta SARL,,,Zoé Martin,,,,,,\n\
             潜在客户/西班牙/Cmd,潜在客户/西班牙/Cmd/card.toml,prospect,ES,Cmd,'=cmd|' /C calc'!A0,,,,,,'@a; b,,,\n\
             国外客户/德国/Müller Maschinenbau GmbH,国外客户/德国/Müller Maschinenbau GmbH/card.toml,customer,DE,Müller Maschinenbau GmbH,Müller Maschinenbau GmbH,k7f3m2q9xz,DE-0007,张伟,B,distributor,重点; VIP,2025-11-02,2026-11-01,2026-11-25\n",
        )
        .exits(0);
    book.run("list --stage customer --format md")
        .stdout(
            "| 客户 | 编号 | 国家 | 阶段 | 等级 | 负责人 | 上次联系 | 下次跟进 |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- |\n\
             | Müller Maschinenbau GmbH | DE-0007 | 德国 | 国外客户 | B | 张伟 | 2026-11-01 | 2026-11-25 |\n",
        )
        .exits(0);
}

#[test]
fn a_stage_with_a_name_of_its_own_is_shown_by_that_name() {
    let book = Book::on("2026-11-23")
        .file(
            "kehu.toml",
            "[[stage]]\nfolder = \"意向客户\"\nkind = \"prospect\"\n[[stage]]\nfolder = \"Customer\"\nkind = \"customer\"\n",
        )
        .card("意向客户/德国/A", "name = 'A'\n")
        .card("Customer/德国/B", "name = 'B'\n");
    book.run("list").says(&["意向客户", "国外客户"]).hides(&["潜在客户", "Customer"]).exits(0);
    finds(&book, "--stage 意向客户", &["A"]);
    finds(&book, "--stage CUSTOMER", &["B"]);
}

#[test]
fn as_of_a_past_day() {
    let book = two();
    let row = |day: &str| book.run(&format!("list --country DE --today {day} --format json")).json()[0].clone();
    let known = |row: &serde_json::Value| (row["grade"].clone(), row["last"].clone(), row["next"].clone());
    let (none, text) = (serde_json::Value::Null, |text: &str| serde_json::Value::from(text));
    assert_eq!(known(&row("2025-12-31")), (none.clone(), none.clone(), none.clone()));
    assert_eq!(known(&row("2026-10-31")), (text("B"), none.clone(), none));
    assert_eq!(known(&row("2026-11-01")), (text("B"), text("2026-11-01"), text("2026-11-25")));
}

#[test]
fn a_next_step_that_was_taken_is_no_longer_next() {
    let book = two();
    let next = |book: &Book| book.run("list --country DE --format json").json()[0]["next"].clone();
    assert_eq!(next(&book), "2026-11-25");
    book.run("log DE-0007 已电话联系 --kind call").any_stderr().exits(0);
    assert_eq!(next(&book), serde_json::Value::Null);
}

#[test]
fn a_broken_card_does_not_hide_the_others() {
    let book = two().card("潜在客户/法国/Ars", "name = \n").card("潜在客户/法国/Chat", "name = 'Chat'\n");
    for format in ["table", "md", "json", "jsonl", "csv", "ids"] {
        book.run(&format!("list --format {format}"))
            .says(&["Beta", "Chat", "Müller"])
            .remarks(&["错误：潜在客户/法国/Ars/card.toml:1:"])
            .exits(2);
    }
    // found nothing, but not everything could be looked at
    book.run("list nobody").remarks(&["Ars/card.toml", "没有符合条件的客户"]).exits(2);
}

#[test]
fn the_whole_demo_book() {
    for (book, lang) in [(Book::demo(), "zh"), (Book::demo().english(), "en")] {
        let text = book.run("list").text();
        snapshots::same(&format!("tests/snapshots/list/demo.{lang}.txt"), &text);
    }
    snapshots::only("tests/snapshots/list", &["demo.zh.txt", "demo.en.txt"].map(str::to_owned));
}

#[test]
fn what_a_card_holds_cannot_command_the_terminal() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = \"A\\u001b[31mcme\\u202egpj\\u0007\"\n");
    book.run("list").says(&["A␛[31mcme<U+202E>gpj␇"]).hides(&["\u{1b}", "\u{202e}", "\u{7}"]).exits(0);
    book.run("list --format json").says(&[r"A\u001b[31mcme\u202egpj\u0007"]).exits(0);
}

/// Customers with Chinese and Latin names, sales and none.
fn to_sort() -> Book {
    let order = |amount: &str| {
        format!(
            "[[order]]\nnumber = 'PI'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '{amount}'\nstatus = 'confirmed'\n"
        )
    };
    Book::on("2026-11-23")
        .file("kehu.toml", "language = 'zh-CN'\ncurrency = 'USD'\n")
        .card(
            "国外客户/德国/长沙机械",
            &format!("name = '长沙机械'\nowner = '张伟'\ncreated = 2026-01-02\n{}", order("900")),
        )
        .card("国外客户/德国/重庆化工", &format!("name = '重庆化工'\nowner = '李娜'\n{}", order("10000.5")))
        .card(
            "国外客户/巴西/Acme",
            "name = 'Acme'\nowner = '张伟'\nphone = '+49 711 5550134'\ntags = ['VIP', '重点']\n",
        )
        .card("国外客户/巴西/阿里", "name = '阿里'\n")
}

#[test]
fn sorted_by_any_field_chinese_by_its_sound() {
    let book = to_sort();
    for (sort, want) in [
        ("name", ["阿里", "Acme", "长沙机械", "重庆化工"]),
        ("-name", ["重庆化工", "长沙机械", "Acme", "阿里"]),
        ("-sales", ["重庆化工", "长沙机械", "Acme", "阿里"]),
        ("sales,-名称", ["Acme", "阿里", "长沙机械", "重庆化工"]),
        // 巴西 before 德国; what says nothing comes last either way
        ("国家,owner", ["Acme", "阿里", "重庆化工", "长沙机械"]),
        ("owner,name", ["重庆化工", "Acme", "长沙机械", "阿里"]),
        ("-owner,name", ["Acme", "长沙机械", "重庆化工", "阿里"]),
        ("created", ["长沙机械", "Acme", "阿里", "重庆化工"]),
    ] {
        finds(&book, &format!("--sort={sort}"), &want);
        finds(&book, &format!("--sort {sort}"), &want);
    }
    book.run("list --sort gade").remarks(&["没有字段“gade”", "是否想写 grade？"]).exits(2);
}

#[test]
fn columns_as_they_are_asked_for() {
    let book = to_sort();
    book.run("list --columns owner,sales,电话,tags --sort=-sales")
        .stdout(
            "名称      负责人     销售额  电话             标签\n\
             重庆化工  李娜    10,000.50\n\
             长沙机械  张伟       900.00\n\
             Acme      张伟         0.00  +49 711 5550134  VIP、重点\n\
             阿里                   0.00\n",
        )
        .exits(0);
    book.run("list Acme --columns path,created,tags --format json")
        .stdout("[\n  {\"path\":\"国外客户/巴西/Acme\",\"created\":null,\"tags\":[\"VIP\",\"重点\"]}\n]\n");
    book.run("list Acme --columns phone --format csv")
        .stdout("path,name,phone\n国外客户/巴西/Acme,Acme,'+49 711 5550134\n");
    book.run("list Acme --columns country,owner --format md")
        .stdout("| 名称 | 国家 | 负责人 |\n| --- | --- | --- |\n| Acme | 巴西 | 张伟 |\n");
    book.run("list --columns foo,name").remarks(&["没有字段“foo”"]).exits(2);
}
