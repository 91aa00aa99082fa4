//! `report overview`: the page stands alone and is harmless, its figures are those of the commands that it names, and what
//! cannot be counted does not take the rest away.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use std::process::Command;

use common::{Book, example};
use serde_json::Value;

/// A book of so many invented cards.
fn generated(count: usize) -> Book {
    let book = Book::nowhere("2026-11-24");
    let run = Command::new(example("generate")).arg(count.to_string()).arg(book.path("book")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    book
}

fn at<'v>(value: &'v Value, path: &[&str]) -> &'v Value {
    path.iter().fold(value, |value, key| &value[key])
}

fn cents(row: &Value, key: &str) -> i64 {
    row[key].as_str().unwrap().replace('.', "").parse().unwrap()
}

/// To which column of the weeks a kind of what is due belongs.
fn sort(kind: &str) -> &'static str {
    match kind {
        "payment" | "deposit" | "dishonoured" => "money",
        "review" | "report" | "alert" | "request" | "grade_check" | "limit" | "backup" => "credit",
        _ => "contact",
    }
}

/// Every figure is what its command prints.
fn agrees(book: &Book, base: &str) {
    let run = |line: &str| book.run(&format!("{base}{line}")).any_stderr().json();
    let page = run("report overview --format json");
    let since = page["since"].as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    // sales
    let total = run(&format!("stats --since {since} --format json"));
    for key in ["sales", "before", "change", "customers", "orders", "new", "returning", "quiet"] {
        assert_eq!(page["total"][key], total[0][key], "total {key}");
    }
    let months = run(&format!("stats month --since {since} --format json"));
    for month in months.as_array().unwrap() {
        let own = page["months"].as_array().unwrap().iter().find(|row| row["group"] == month["group"]).unwrap();
        for (key, value) in month.as_object().unwrap() {
            assert_eq!(&own[key], value, "{} {key}", month["group"]);
        }
    }
    assert_eq!(page["months"].as_array().unwrap().len(), 12);
    let ago = list(&run("stats month --since 2024-12-01 --until 2025-11-30 --format json"));
    for month in list(&page["months"]) {
        let (year, rest) = month["group"].as_str().unwrap().split_once('-').unwrap();
        let before = format!("{}-{rest}", year.parse::<u32>().unwrap() - 1);
        let own =
            ago.iter().find(|row| row["group"] == before.as_str()).map_or("0.00", |row| row["sales"].as_str().unwrap());
        assert_eq!(month["last_year"].as_str().unwrap_or("0.00"), own, "{before}");
    }
    for (key, by) in [("countries", "country"), ("products", "product")] {
        assert_eq!(page[key], run(&format!("stats {by} --since {since} --top 10 --format json")), "{by}");
    }
    // grading
    let grade = run("grade --format json");
    let rows = grade.as_array().unwrap();
    for band in page["bands"].as_array().unwrap() {
        let own = rows.iter().filter(|row| row["band"] == band["band"]);
        assert_eq!(band["customers"], own.clone().count(), "{}", band["band"]);
        assert_eq!(cents(band, "sales"), own.map(|row| cents(row, "sales")).sum::<i64>(), "{}", band["band"]);
        let all: i64 = rows.iter().map(|row| cents(row, "sales")).sum();
        // in millionths
        let share = band["share"].as_str().map_or(0, |share| share.replace('.', "").parse::<i64>().unwrap());
        assert!((share - cents(band, "sales") * 1_000_000 / all).abs() <= 1, "{} {share}", band["band"]);
    }
    assert_eq!(list(&page["largest"]).len(), rows.iter().filter(|row| cents(row, "sales") > 0).count().min(10));
    for (row, own) in rows.iter().zip(page["largest"].as_array().unwrap()) {
        for key in ["path", "sales", "share", "cumulative_after", "band"] {
            assert_eq!(own[key], row[key], "{key}");
        }
    }
    let provisional = rows.iter().filter(|row| row["provisional"] == true).count();
    assert_eq!(page["quality"]["provisional"], provisional);
    // debts
    let debts = run("receivables --format json");
    let owing: Value =
        debts.as_array().unwrap().iter().filter(|row| row["receivable"] != "0.00").take(10).cloned().collect();
    assert_eq!(page["debtors"], owing);
    for (key, value) in page["owed"].as_object().unwrap().iter().filter(|(key, _)| *key != "currency") {
        let all: i64 = list(&debts).iter().map(|row| cents(row, key)).sum();
        assert_eq!(cents(&page["owed"], key), all, "{key} {value}");
    }
    let mut exposed: Vec<Value> = list(&debts).into_iter().filter(|row| cents(row, "exposure") != 0).collect();
    exposed.sort_by_key(|row| (-cents(row, "exposure"), row["path"].as_str().unwrap().to_owned()));
    exposed.truncate(10);
    assert_eq!(list(&page["exposures"]), exposed);
    // due: Sunday of the eighth week is the last day
    let due = run("due --within 54d --format json");
    let weeks = page["weeks"].as_array().unwrap();
    let count =
        |week: &Value| ["money", "contact", "credit"].iter().map(|key| week[key].as_u64().unwrap()).sum::<u64>();
    assert_eq!(weeks.iter().map(count).sum::<u64>(), due.as_array().unwrap().len() as u64);
    let overdue =
        due.as_array().unwrap().iter().filter(|row| row["days_overdue"].as_i64() > Some(0) || row["due"].is_null());
    assert_eq!(count(&weeks[0]), overdue.count() as u64);
    for (at, week) in weeks.iter().enumerate() {
        let from = at.checked_sub(1).map_or("", |before| weeks[before]["until"].as_str().unwrap());
        // what is due without a day is due already
        let within = |row: &&Value| match row["due"].as_str() {
            Some(due) => due > from && due <= week["until"].as_str().unwrap(),
            None => at == 0,
        };
        for key in ["money", "contact", "credit"] {
            let own = list(&due).iter().filter(within).filter(|row| sort(row["kind"].as_str().unwrap()) == key).count();
            assert_eq!(week[key], own, "{week} {key}");
        }
    }
    // visits
    let plan = list(&run(&format!("plan --since {since} --format json")));
    for (key, own) in [
        ("planned", "planned"),
        ("made", "made"),
        ("effective", "made_effective"),
        ("fruitless", "made_fruitless"),
        ("unsaid", "made_unsaid"),
    ] {
        assert_eq!(page["visits"][key], plan.iter().map(|row| row[own].as_u64().unwrap()).sum::<u64>(), "{key}");
    }
    let dropped = |row: &&Value| !row["dropped"].is_null();
    assert_eq!(page["visits"]["dropped"], plan.iter().filter(dropped).count());
    let at_risk = |row: &&Value| !dropped(row) && row["fruitless"].as_u64() > Some(0);
    assert_eq!(page["visits"]["at_risk"], plan.iter().filter(at_risk).count());
    let next = plan.iter().filter(|row| !row["next"].is_null()).take(10);
    let visit = |row: &Value, keys: [&str; 4]| keys.map(|key| row[key].as_str().map(str::to_owned));
    let next: Vec<_> = next.map(|row| visit(row, ["next", "path", "by", "purpose"])).collect();
    let own: Vec<_> =
        list(&page["next_visits"]).iter().map(|row| visit(row, ["date", "path", "by", "purpose"])).collect();
    assert_eq!(own, next);
    // lint
    let lint = book.args(common::words(&format!("{base}lint --format json")));
    let exit = if page["quality"]["findings"].as_array().unwrap().iter().any(|row| row["severity"] == "error") {
        1
    } else {
        0
    };
    let lint = lint.any_stderr().exits(exit).json();
    for row in page["quality"]["findings"].as_array().unwrap() {
        let own = lint.as_array().unwrap().iter().filter(|finding| finding["code"] == row["code"]).count();
        assert_eq!(row["count"], own, "{}", row["code"]);
    }
    let lacking: std::collections::BTreeSet<&str> = lint
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| ["required-field", "prospect-contact-way"].contains(&finding["code"].as_str().unwrap()))
        .map(|finding| finding["file"].as_str().unwrap())
        .collect();
    let cards = list(&run("list --format json"));
    let customers = |row: &&Value| row["stage"] == "customer";
    for (key, own) in [
        ("cards", cards.len()),
        ("complete", cards.len() - lacking.len()),
        ("customers", cards.iter().filter(customers).count()),
        ("prospects", cards.iter().filter(|row| !customers(row)).count()),
        ("ungraded", cards.iter().filter(customers).filter(|row| row["grade"].is_null()).count()),
    ] {
        assert_eq!(page["quality"][key], own, "{key}");
    }
    // the page shows what the JSON says
    let html = book.run(&format!("{base}report overview")).any_stderr().text();
    for path in [&["total", "sales"][..], &["owed", "receivable"], &["owed", "exposure"]] {
        let digits = at(&page, path).as_str().unwrap();
        let shown: String = html.chars().filter(|c| *c != ',').collect();
        assert!(shown.contains(&format!("<b>{digits}</b>")), "{path:?} {digits}");
    }
    // every command that it names can be typed; lint ends with 1 where it finds errors
    let mut named: Vec<&str> = html.split("<code>kehu ").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    named.sort_unstable();
    named.dedup();
    assert!(named.len() >= 10, "{named:?}");
    for command in named {
        let wanted = if command == "lint" { exit } else { 0 };
        book.run(&format!("{base}{command}")).any_stdout().any_stderr().exits(wanted);
    }
}

#[test]
fn the_figures_are_those_of_the_commands() {
    agrees(&Book::demo().at("2026-11-24"), "");
}

#[test]
fn so_are_those_of_a_larger_book() {
    agrees(&generated(150), "-C book ");
}

/// What a page must not hold, whoever wrote the cards.
fn stands_alone(html: &str) {
    for bad in ["<script", "http:", "https:", "//", "@import", "url(", "<link", "<img", "onclick", "src="] {
        assert!(!html.contains(bad), "{bad} in the page");
    }
    assert!(html.starts_with("<!DOCTYPE html>"));
    let opened = html.matches("<svg").count();
    assert_eq!(opened, html.matches("</svg>").count());
    // a picture is told in words, or it stands beside its numbers and is passed over
    let named = html.matches("role=\"img\"").count();
    assert_eq!(named, html.matches("<desc").count());
    assert_eq!(opened, named + html.matches("aria-hidden=\"true\"").count());
}

#[test]
fn it_stands_alone_in_both_languages() {
    let html = Book::demo().run("report overview").text();
    stands_alone(&html);
    for want in [
        "<html lang=\"zh-CN\">",
        "按月销售额",
        "<code>kehu stats month --since 2025-12-01</code>",
        "<code>kehu stats month --since 2024-12-01 --until 2025-11-30</code>",
        "<code>kehu plan --since 2025-12-01</code>",
        "prefers-color-scheme: dark",
    ] {
        assert!(html.contains(want), "{want}");
    }
    let html = Book::demo().english().run("report overview --months 6").text();
    stands_alone(&html);
    for want in [
        "<html lang=\"en\">",
        "Sales by month",
        "<code>kehu stats country --since 2026-06-01 --top 10</code>",
        "Receivables by age",
    ] {
        assert!(html.contains(want), "{want}");
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let card = |n: usize| {
        format!(
            "name = '<script>alert({n})</script>\u{202e}\"&'\nowner = '</title><b>'\n\
             [[order]]\nnumber = '{n}'\ndate = 2026-10-01\ncurrency = 'CNY'\nshipped = 2026-10-02\n\
             items = [ {{ product = '\"><img src=x onerror=alert(1)>', quantity = 1, unit_price = '100' }} ]\n\
             [[plan]]\ndate = 2026-12-01\nby = '<i>'\npurpose = \"<!-- \\u001b[31m\"\n"
        )
    };
    let book = Book::on("2026-11-24").card("国外客户/德国/A", &card(1)).card("国外客户/德国/B", &card(2));
    let html = book.run("report overview").text();
    for bad in ["<script", "<img", "</title><b>", "<i>", "<!--", "\u{202e}", "\u{1b}"] {
        assert!(!html.contains(bad), "{bad:?}");
    }
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt;<U+202E>")
            || html.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
}

#[test]
fn an_empty_book_and_one_of_a_single_customer() {
    let book = Book::on("2026-11-24");
    let html = book.run("report overview").text();
    stands_alone(&html);
    for want in ["本期没有订单。", "没有应收账款。", "没有到期事项。", "没有安排访问。"] {
        assert!(html.contains(want), "{want}");
    }
    let page = book.run("report overview --format json").json();
    assert_eq!((page["total"]["sales"].as_str(), page["quality"]["cards"].as_u64()), (Some("0.00"), Some(0)));
    let book = book.card(
        "国外客户/德国/A",
        "name = 'A'\n[[order]]\nnumber = '1'\ndate = 2026-10-01\ncurrency = 'CNY'\namount = '5'\n",
    );
    stands_alone(&book.run("report overview").text());
    assert_eq!(book.run("report overview --format json").json()["total"]["sales"], "5.00");
}

#[test]
fn a_missing_rate_is_said_where_it_is_missed_and_the_rest_stands() {
    let book = Book::on("2026-11-24")
        .card(
            "国外客户/德国/A",
            "name = 'A'\n[[order]]\nnumber = '1'\ndate = 2026-10-01\ncurrency = 'USD'\namount = '5'\n",
        )
        .card("国外客户/德国/B", "name = 'B'\n[[plan]]\ndate = 2026-12-01\npurpose = '看样'\n");
    let html = book.run("report overview").remarks(&["缺少汇率：USD 在 2026-10-01（国外客户/德国/A）"]).exits(2).text();
    stands_alone(&html);
    for want in ["无法计算：kehu.toml 缺少汇率", "<code>kehu grade</code>", "看样", "有 1 张卡片无法读取或计入"]
    {
        assert!(html.contains(want), "{want}");
    }
    let page = book.run("report overview --format json").any_stderr().exits(2).json();
    assert!(page["total"].is_null() && page["months"].as_array().unwrap().is_empty());
    assert_eq!(page["visits"]["planned"], 1);
}

#[test]
fn a_card_that_cannot_be_counted_is_named_and_left_out() {
    let book = Book::on("2026-11-24")
        .card("国外客户/德国/A", "name = 'A'\n[[order]]\nnumber = '1'\ndate = 2026-10-01\namount = '5'\n")
        .card(
            "国外客户/德国/B",
            "name = 'B'\n[[order]]\nnumber = '2'\ndate = 2026-10-01\ncurrency = 'CNY'\namount = '7'\n",
        )
        .card("国外客户/德国/C", "name = \n");
    let page = book.run("report overview --format json").remarks(&["A/card.toml:2", "C/card.toml:1"]).exits(2).json();
    assert_eq!((page["total"]["sales"].as_str(), page["uncounted"].as_u64()), (Some("7.00"), Some(2)));
}

#[test]
fn what_is_not_counted_is_counted_by_the_commands_too() {
    let order = |day: &str| format!("[[order]]\nnumber = '{day}'\ndate = {day}\ncurrency = 'CNY'\namount = '5'\n");
    let visit = "[[followup]]\nkind = 'visit'\neffective = true\nsummary = 'x'\ndate = ";
    let book = Book::on("2026-11-24")
        .english()
        .card("潜在客户/德国/P", &format!("name = 'P'\n{}", order("2026-10-01")))
        // neither of the period nor of the one before
        .card("潜在客户/德国/Q", &format!("name = 'Q'\n{}", order("2020-01-01")))
        .card("国外客户/德国/V", &format!("name = 'V'\n{visit}2025-12-01\n{visit}2025-11-30\n{visit}2026-11-24\n"))
        .card("国外客户/德国/C", "name = \n");
    let page = book.run("report overview --format json").any_stderr().exits(2).json();
    assert_eq!(page["prospects_with_orders"], 1);
    book.run("stats month --since 2025-12-01").remarks(&["not counted: orders of 1 prospect;"]).any_stdout().exits(2);
    // three lack something, and the one that cannot be read is not complete either
    assert_eq!((page["quality"]["cards"].as_u64(), page["quality"]["complete"].as_u64()), (Some(4), Some(0)));
    assert_eq!(page["visits"]["made"], 2);
    book.run("plan --since 2025-12-01")
        .any_stderr()
        .says(&["since 2025-12-01: 2 visits, 2 with effect, 0 without, 0 not said; planned: 0\n"])
        .exits(2);
    book.run("plan").any_stderr().stdout("").exits(2);
}

#[test]
fn a_file_is_written_over_an_earlier_overview_and_over_nothing_else() {
    let book = Book::demo();
    book.run("report overview -o out/a.html --dry-run").stdout("将写入 out/a.html\n");
    assert!(!book.path("out").exists());
    book.run("report overview -o out/a.html").stderr("已写入 out/a.html\n");
    let first = book.text("out/a.html");
    assert_eq!(first, book.run("report overview").text());
    book.run("report overview -o out/a.html --months 3").stderr("已写入 out/a.html\n");
    assert_ne!(first, book.text("out/a.html"));
    let card = book.text("kehu.toml");
    book.run("report overview -o kehu.toml").remarks(&["kehu.toml：该文件不是 kehu 的总览"]).exits(1);
    assert_eq!(card, book.text("kehu.toml"));
}
