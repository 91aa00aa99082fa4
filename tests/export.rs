//! `export`, as its users meet it: a workbook for the colleague, contacts for the phone, a calendar, rows for programs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so; it reads what was written"
)]

mod common;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use common::Book;
use serde_json::Value;

const SETTINGS: &str = "language = \"zh-CN\"\ncurrency = \"CNY\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n[[rate]]\ncurrency = \"EUR\"\nvalue = \"7.777\"\n";

const ACME: &str = "\
id = 'acme000001'
name = '=cmd()|Acme'
code = 'DE-1'
owner = '张伟'
phone = '+49 711 1234567'
email = 'office@acme.example'
type = 'distributor'
tags = ['重点', 'VIP']
created = 2026-01-05
note = \"第一行\\n第二行; a, b\"

[[contact]]
name = 'Anna Weber'
title = 'CEO'
email = 'anna@acme.example'
phone = '+49 170 1234567'
decides = true

[[contact]]
name = '李 明'
wechat = 'liming'

[[order]]
number = 'PI-1'
date = 2026-03-02
currency = 'USD'
pay = { deposit = '0.30', balance = 'oa', days = 30 }
items = [
  { product = '手动叉车', quantity = 10, unit = '台', unit_price = '185.00' },
  { product = '轮子', quantity = '2.5', unit_price = '1234567890123456.78' },
]
status = 'shipped'
shipped = 2026-04-10

[[order]]
number = 'PI-2'
date = 2026-05-01
currency = 'USD'
amount = '100'
status = 'cancelled'

[[payment]]
date = 2026-03-05
amount = '555.00'
currency = 'USD'
order = 'PI-1'

[[followup]]
date = 2026-11-20
kind = 'call'
next = 2026-11-25
summary = '回电'
";

const ZEN: &str = "\
id = 'zen0000001'
name = 'Zen SARL'
email = 'zen@zen.example'

[[order]]
number = 'F-1'
date = 2026-06-01
currency = 'EUR'
items = [
  { product = 'a', quantity = 1, unit_price = '0.01' },
  { product = 'b', quantity = 1, unit_price = '0.01' },
  { product = 'c', quantity = 1, unit_price = '0.01' },
]
";

fn book() -> Book {
    Book::on("2026-11-23")
        .file("kehu.toml", SETTINGS)
        .card("国外客户/德国/Acme", ACME)
        .card("国外客户/法国/Zen", ZEN)
        .card("潜在客户/未知之地/Nobody", "name = 'Nobody'\n")
}

fn open(book: &Book, file: &str) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(std::fs::read(book.path(file)).unwrap())).unwrap()
}

fn rows(book: &Book, file: &str, sheet: &str) -> Vec<BTreeMap<String, Data>> {
    let range = open(book, file).worksheet_range(sheet).unwrap();
    let mut rows = range.rows();
    let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    }
}

#[test]
fn a_workbook_holds_typed_cells_and_no_formula() {
    let book = book();
    book.run("export xlsx -o out.xlsx").stderr("已写入 out.xlsx：客户 3、订单 6、收款 1、应收 1、到期 5\n").exits(0);
    assert_eq!(open(&book, "out.xlsx").sheet_names(), ["客户", "订单", "收款", "应收", "到期"]);
    let customers = rows(&book, "out.xlsx", "客户");
    let acme = &customers[1];
    assert_eq!(text(&acme["名称"]), "=cmd()|Acme");
    assert_eq!(open(&book, "out.xlsx").worksheet_formula("客户").unwrap().used_cells().count(), 0);
    assert_eq!(text(&acme["国家"]), "德国");
    assert_eq!(text(&customers[0]["国家"]), "未知之地");
    assert_eq!(text(&acme["客户类型"]), "分销商");
    assert_eq!(text(&acme["标签"]), "重点; VIP");
    assert_eq!(text(&acme["备注"]), "第一行\n第二行; a, b");
    assert_eq!(text(&acme["邮箱"]), "office@acme.example");
    assert_eq!(text(&acme["联系人邮箱"]), "anna@acme.example");
    assert_eq!(text(&acme["决策人"]), "是");
    assert_eq!(text(&acme["kehu_id"]), "acme000001");
    // 2026-01-05, counted from 1899-12-30
    assert!(matches!(&acme["建卡日期"], Data::DateTime(day) if day.is_datetime() && day.as_f64() == 46_027.0));
    let orders = rows(&book, "out.xlsx", "订单");
    assert_eq!(orders[0]["单价"], Data::Float(185.0));
    assert_eq!(orders[0]["定金比例"], Data::Float(0.3));
    assert_eq!(orders[0]["本行金额"], Data::Float(1850.0));
    assert_eq!(orders[0]["销售额"], Data::Float(12950.0));
    assert_eq!(text(&orders[0]["状态"]), "已出运");
    assert_eq!(text(&orders[0]["kehu_record"]), "order.PI-1.1");
    // Excel would keep 15 of its digits
    assert_eq!(text(&orders[1]["单价"]), "1234567890123456.78");
    assert_eq!(text(&orders[2]["kehu_record"]), "order.PI-2.0");
    assert_eq!(orders[2]["本行金额"], Data::Empty);
    assert_eq!(orders[2]["金额"], Data::Float(100.0));
    assert_eq!(text(&rows(&book, "out.xlsx", "收款")[0]["kehu_record"]), "payment.1");
}

#[test]
fn the_same_book_gives_the_same_bytes_and_speaks_the_language_that_is_asked() {
    let book = book();
    book.run("export xlsx -o one.xlsx").any_stderr().exits(0);
    book.run("export xlsx -o two.xlsx").any_stderr().exits(0);
    assert_eq!(std::fs::read(book.path("one.xlsx")).unwrap(), std::fs::read(book.path("two.xlsx")).unwrap());
    let book = book.english();
    book.run("export xlsx -o en.xlsx --what orders,customers,customers").any_stderr().exits(0);
    assert_eq!(open(&book, "en.xlsx").sheet_names(), ["customers", "orders"]);
    let customers = rows(&book, "en.xlsx", "customers");
    assert_eq!(text(&customers[1]["contact e-mail"]), "anna@acme.example");
    assert_eq!(text(&customers[1]["country"]), "Germany");
}

#[test]
fn a_query_says_whose_rows_they_are() {
    let book = book();
    let run = book.run("export jsonl --what orders country:FR").text();
    let amounts: Vec<String> = run.lines().map(|line| row(line)["sales"].as_str().unwrap().to_owned()).collect();
    // 0.03 EUR are 0.23 CNY, three times 0.08 would be 0.24
    assert_eq!(amounts, ["0.08", "0.08", "0.07"]);
    book.run("export json --country 瑞士").stdout("[]\n").stderr("没有符合条件的客户\n").exits(0);
}

fn row(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn rows_for_programs_keep_to_their_schema() {
    for book in [book(), Book::demo()] {
        for what in ["customers", "orders", "payments", "receivables", "due"] {
            let subject =
                if matches!(what, "receivables" | "due") { what.to_owned() } else { format!("export_{what}") };
            let schema = book.run(&format!("schema {subject}")).json();
            let judge = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
            let rows = book.run(&format!("export json --what {what}")).json();
            assert!(!rows.as_array().unwrap().is_empty());
            let faults: Vec<String> = judge.iter_errors(&rows).map(|error| error.to_string()).collect();
            assert_eq!(faults, [""; 0], "{what}");
            let lines = book.run(&format!("export jsonl --what {what}")).text();
            assert_eq!(Value::Array(lines.lines().map(row).collect()), rows);
        }
    }
    let all = book().run("export json").json();
    assert_eq!(all[1]["tags"], serde_json::json!(["重点", "VIP"]));
    assert_eq!(all[1]["type"], "distributor");
    assert_eq!(all[1]["contact_decides"], true);
    assert_eq!(all[0]["country"], Value::Null);
}

#[test]
fn what_a_command_lists_is_what_is_exported() {
    let book = Book::demo();
    for (what, command) in [("receivables", "receivables"), ("due", "due")] {
        let own = book.run(&format!("{command} --format json")).json();
        assert_eq!(book.run(&format!("export json --what {what}")).json(), own);
    }
    let within = book.run("due --within 30d --format json").json();
    assert_eq!(book.run("export json --what due --within 30d").json(), within);
}

#[test]
fn csv_is_text_that_no_spreadsheet_runs() {
    let book = book();
    let csv = book.run("export csv").text();
    assert!(csv.starts_with("国家,名称,"), "{csv}");
    assert!(csv.contains(",'=cmd()|Acme,") && csv.contains(",'+49 711 1234567,"), "{csv}");
    assert!(csv.contains("\"第一行\n第二行; a, b\""), "{csv}");
    let marked = book.run("export csv --bom").text();
    assert_eq!(marked, format!("\u{feff}{csv}"));
    let orders = book.run("export csv --what orders").text();
    assert!(orders.lines().nth(1).unwrap().contains(",1234567890123456.78,") || orders.contains("1234567890123456.78"));
}

#[test]
fn what_was_written_is_told_with_what_it_is() {
    for (command, zh, en) in [
        ("csv -o a", "已写入 a：客户 3\n", "written: a: customers 3\n"),
        ("json --what payments -o b", "已写入 b：收款 1\n", "written: b: payments 1\n"),
        ("vcf -o c", "已写入 c：3 张名片\n", "written: c: 3 contacts\n"),
        ("vcf code:DE-1 -o d --dry-run", "将写入 d：2 张名片\n", "would write d: 2 contacts\n"),
        ("ics -o e", "已写入 e：6 项日程\n", "written: e: 6 events\n"),
        ("ics --todo -o f", "已写入 f：6 项待办\n", "written: f: 6 tasks\n"),
        ("vcf country:FR -o g", "已写入 g：1 张名片\n", "written: g: 1 contact\n"),
    ] {
        book().run(&format!("export {command}")).stderr(zh);
        book().english().run(&format!("export {command}")).stderr(en);
    }
}

#[test]
fn a_card_for_each_contact() {
    let book = book();
    let all = book.run("export vcf").text();
    let cards: Vec<&str> = all.split_inclusive("END:VCARD\r\n").collect();
    assert_eq!(cards.len(), 3);
    assert!(all.split("\r\n").all(|line| line.len() <= 75), "{all}");
    for (card, wanted) in cards.iter().zip([
        &[
            "FN:Anna Weber\r\n",
            "N:Weber;Anna;;;\r\n",
            "ORG:=cmd()|Acme\r\n",
            "TITLE:CEO\r\n",
            "EMAIL;TYPE=INTERNET,WORK,PREF:anna@acme.example\r\n",
            "EMAIL;TYPE=INTERNET,WORK:office@acme.example\r\n",
            "TEL;TYPE=CELL,VOICE,PREF:+49 170 1234567\r\n",
            "CATEGORIES:重点,VIP\r\n",
        ][..],
        &["FN:李 明\r\n", "N:李;明;;;\r\n", "X-WECHAT:liming\r\n"],
        &["UID:zen0000001@kehu\r\n", "FN:Zen SARL\r\n", "X-ABSHOWAS:COMPANY\r\n"],
    ]) {
        assert!(wanted.iter().all(|line| card.contains(line)), "{card}");
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:"), "{card}");
    }
    // the card of a person stays the same card when something else changes
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID")).unwrap().to_owned();
    let moved = book.card("国外客户/德国/Acme", &ACME.replace("title = 'CEO'", "title = 'President'"));
    assert_eq!(uid(&moved.run("export vcf").text()), uid(&all));
}

/// The entries of a calendar by their UID.
fn entries(calendar: &str) -> BTreeMap<String, String> {
    let flat = calendar.replace("\r\n ", "");
    let parts = flat.split("BEGIN:VEVENT\r\n").skip(1);
    let uid = |part: &str| part.lines().find_map(|line| line.strip_prefix("UID:")).unwrap().to_owned();
    parts.map(|part| (uid(part), part.to_owned())).collect()
}

#[test]
fn a_later_calendar_takes_the_place_of_the_earlier_one() {
    let book = book();
    let first = book.run("export ics").text();
    assert!(first.split("\r\n").all(|line| line.len() <= 75), "{first}");
    let entry = |text: &str, kind: &str| {
        let all = entries(text);
        all.into_iter().find(|(uid, _)| uid.starts_with(&format!("acme000001-{kind}"))).unwrap()
    };
    let (uid, call) = entry(&first, "follow-up");
    for line in [
        "DTSTAMP:20261123T000000Z\r\n",
        "DTSTART;VALUE=DATE:20261125\r\n",
        "DTEND;VALUE=DATE:20261126\r\n",
        "SUMMARY:=cmd()|Acme：待跟进\r\n",
        "TRANSP:TRANSPARENT\r\n",
    ] {
        assert!(call.contains(line), "{line}{call}");
    }
    // what is late stands on the day it is looked at
    let (_, late) = entry(&first, "payment");
    assert!(late.contains("DTSTART;VALUE=DATE:20261123\r\n") && late.contains("逾期"), "{late}");
    assert_eq!(book.run("export ics").text(), first);
    let book = book.at("2026-11-24");
    let (again, later) = entry(&book.run("export ics").text(), "follow-up");
    assert_eq!(again, uid);
    let sequence =
        |text: &str| -> u32 { text.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().parse().unwrap() };
    assert_eq!(sequence(&later), sequence(&call) + 1);
}

#[test]
fn a_calendar_of_tasks_and_what_waits_at_the_book() {
    let book = book().file("kehu.toml", &format!("{SETTINGS}[backup]\ndir = '../copies'\n"));
    let tasks = book.run("export ics --todo").text();
    assert!(tasks.contains("BEGIN:VTODO\r\n") && !tasks.contains("VEVENT"), "{tasks}");
    assert!(tasks.contains("UID:book-backup@kehu\r\n"), "{tasks}");
    assert!(tasks.contains("DUE;VALUE=DATE:20261125\r\n"), "{tasks}");
    let one = book.run("export ics country:DE").text();
    assert!(!one.contains("book-backup"), "{one}");
    let near = book.run("export ics --within 0").text();
    assert!(!near.contains("-follow-up"), "{near}");
}

/// Every file below a folder: its name and its rows.
fn tree(root: &Path) -> BTreeMap<String, Vec<Value>> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        let name = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        all.insert(name, std::fs::read_to_string(entry.path()).unwrap().lines().map(row).collect());
    }
    all
}

#[test]
fn folders_by_value_hold_every_row_once() {
    let book = book().card("国外客户/德国/O", "name = 'O'\nowner = 'a/b=c ü'\n");
    book.run("export jsonl --partition country,owner,country -o parts")
        .stderr("已写入 parts：客户 4、订单 6、收款 1\n")
        .exits(0);
    let parts = tree(&book.path("parts"));
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "customers/country=DE/owner=a%2Fb%3Dc%20ü/part-0.jsonl",
            "customers/country=DE/owner=张伟/part-0.jsonl",
            "customers/country=FR/owner=__HIVE_DEFAULT_PARTITION__/part-0.jsonl",
            "customers/country=__HIVE_DEFAULT_PARTITION__/owner=__HIVE_DEFAULT_PARTITION__/part-0.jsonl",
            "orders/country=DE/owner=张伟/part-0.jsonl",
            "orders/country=FR/owner=__HIVE_DEFAULT_PARTITION__/part-0.jsonl",
            "payments/country=DE/owner=张伟/part-0.jsonl",
        ]
    );
    // every row has every column but those of the folders
    for (what, whole) in [("customers", "export json"), ("orders", "export json --what orders")] {
        let mut all = book.run(whole).json();
        for row in all.as_array_mut().unwrap() {
            row.as_object_mut().unwrap().retain(|key, _| key != "country" && key != "owner");
        }
        let mut own: Vec<String> = all.as_array().unwrap().iter().map(ToString::to_string).collect();
        let mut found: Vec<String> = parts
            .iter()
            .filter(|(name, _)| name.starts_with(what))
            .flat_map(|(_, rows)| rows.iter().map(ToString::to_string))
            .collect();
        own.sort();
        found.sort();
        assert_eq!(found, own);
    }
    book.run("export jsonl --partition year -o years --what orders").any_stderr().exits(0);
    assert_eq!(tree(&book.path("years")).into_keys().collect::<Vec<_>>(), ["orders/year=2026/part-0.jsonl"]);
}

#[test]
fn sales_of_all_lines_come_to_what_grade_counts() {
    let book = Book::demo();
    let mut total: BTreeMap<String, i64> = BTreeMap::new();
    for row in book.run("export json --what orders").json().as_array().unwrap() {
        let Some(sales) = row["sales"].as_str() else { continue };
        let cents: i64 = sales.replace('.', "").parse().unwrap();
        *total.entry(row["id"].as_str().unwrap().to_owned()).or_default() += cents;
    }
    let mut graded = BTreeMap::new();
    for row in book.run("grade --format json").json().as_array().unwrap() {
        let cents: i64 = row["sales"].as_str().unwrap().replace('.', "").parse().unwrap();
        graded.insert(row["id"].as_str().unwrap().to_owned(), cents);
    }
    assert_eq!(total, graded);
}

#[test]
fn nothing_is_overwritten_but_an_export() {
    let book = book().file("old.xlsx", "mine").file("notes.txt", "mine").file("full/x", "");
    book.run("export xlsx -o old.xlsx").any_stderr().exits(1);
    assert_eq!(book.text("old.xlsx"), "mine");
    book.run("export csv -o notes.txt --force").any_stderr().exits(1);
    book.run("export csv -o 国外客户/德国/Acme/card.toml --force").any_stderr().exits(1);
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), ACME);
    book.run("export jsonl --partition year -o full").any_stderr().exits(1);
    let before = book.files();
    book.run("export xlsx -o new.xlsx --dry-run")
        .stderr("将写入 new.xlsx：客户 3、订单 6、收款 1、应收 1、到期 5\n")
        .exits(0);
    book.run("export jsonl --partition year -o new --dry-run").any_stderr().exits(0);
    assert_eq!(book.files(), before);
    book.run("export xlsx -o old.xlsx --force").any_stderr().exits(0);
    assert_eq!(rows(&book, "old.xlsx", "客户").len(), 3);
}

#[test]
fn a_card_that_cannot_be_read_or_counted_hides_no_other() {
    let book = book().card("国外客户/德国/Bad", "name = ").card(
        "国外客户/德国/Odd",
        "name = 'Odd'\n[[order]]\nnumber = 'X-1'\ndate = 2026-01-01\ncurrency = 'XYZ'\namount = 5\n",
    );
    let told = book
        .run("export jsonl --what orders")
        .remarks(&["国外客户/德国/Bad/card.toml", "国外客户/德国/Odd/card.toml"])
        .exits(2)
        .text();
    let orders: Vec<Value> = told.lines().map(row).collect();
    assert_eq!(orders.len(), 7);
    let odd = orders.iter().find(|row| row["number"] == "X-1").unwrap();
    assert_eq!((&odd["amount"], &odd["sales"]), (&Value::from("5"), &Value::Null));
}
