//! `kehu` alone: today's page in a book, how to begin where there is none, and never more than one screen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use std::path::Path;

use common::{Book, copy};
use unicode_width::UnicodeWidthStr;

/// A card that was written today: nothing waits for it but what a test adds.
fn card(name: &str, more: &str) -> String {
    format!(
        "name = '{name}'\nphone = '+49 711 5550134'\nowner = '张伟'\ncreated = 2026-11-01\n{more}\n[[followup]]\ndate = 2026-11-23\nkind = 'call'\nsummary = '通话'\n"
    )
}

/// The example in a folder with its own name, for the page names the book.
fn demo() -> Book {
    let book = Book::nowhere("2026-11-23");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/外贸客户"), &book.path("外贸客户"));
    book
}

/// Sixty customers with an inquiry, sixty with a sample without feedback, sixty with something to do tomorrow.
fn many() -> Book {
    let mut book = Book::on("2026-11-23");
    for at in 0..60 {
        let asked = "\n[[followup]]\ndate = 2026-11-1{}\nkind = 'inquiry'\nsummary = '要 20 台 2.5t 手动搬运车，问 CIF Hamburg 价格和交期'\n";
        let asked = asked.replace("{}", &(at % 10).to_string());
        let sent = format!("\n[[sample]]\ndate = 2026-08-01\nproduct = '样品 {at}'\n");
        let next = "\nnext = 2026-11-24\n";
        book = book
            .card(&format!("潜在客户/德国/询{at}"), &format!("name = '询盘客户 {at}'\n{asked}"))
            .card(&format!("潜在客户/法国/样{at}"), &card(&format!("样品客户 {at}"), &sent))
            .card(&format!("潜在客户/英国/约{at}"), &(card(&format!("约好客户 {at}"), "") + next));
    }
    book
}

/// The lines of a page, none wider than it may be.
fn page(book: &Book, line: &str, columns: usize) -> Vec<String> {
    let text = book.run(line).text();
    for line in text.lines() {
        assert!(line.width() <= columns, "{line}");
    }
    text.lines().map(str::to_owned).collect()
}

#[test]
fn the_demo_book_on_its_day() {
    let book = demo();
    for (lang, name) in [("zh-CN", "demo.zh.txt"), ("en", "demo.en.txt")] {
        let text = page(&book, &format!("-C 外贸客户 --lang {lang}"), 80).join("\n") + "\n";
        snapshots::same(&format!("tests/snapshots/today/{name}"), &text);
    }
    snapshots::only("tests/snapshots/today", &["demo.zh.txt", "demo.en.txt"].map(str::to_owned));
}

#[test]
fn it_reports_as_of_any_day() {
    let book = demo();
    book.run("-C 外贸客户 --today 2026-11-25")
        .says(&["2026-11-25 星期三  外贸客户\n", "，今天 1 项\n", "明天  访问计划"])
        .exits(0);
    // a folder in the book will do
    book.run("-C 外贸客户/国外客户/德国 --lang en").says(&["Monday 2026-11-23  外贸客户\n"]).exits(0);
    book.run("--today 2026-13-01").remarks(&["--today", "2026-13-01"]).exits(2);
}

#[test]
fn a_day_without_anything_due_says_so_kindly() {
    let book =
        Book::nowhere("2026-11-23").file("外贸/kehu.toml", "").card("外贸/潜在客户/德国/Acme", &card("Acme", ""));
    book.run("-C 外贸")
        .stdout("2026-11-23 星期一  外贸\n\n今天没有到期事项，正好开发新客户。\n\n国外客户 0，潜在客户 1 · 资料齐全\n")
        .exits(0);
    book.run("-C 外贸 --lang en")
        .stdout(
            "Monday 2026-11-23  外贸\n\nNothing is due today: time for new customers.\n\n0 customers, 1 prospect · all cards complete\n",
        )
        .exits(0);
}

#[test]
fn the_week_follows_a_day_without_anything_due() {
    let text = card("Acme", "") + "next = 2026-11-30\n";
    let late = card("Beta", "") + "next = 2026-12-01\n";
    let book = Book::nowhere("2026-11-23")
        .file("外贸/kehu.toml", "")
        .card("外贸/潜在客户/德国/Acme", &text)
        .card("外贸/潜在客户/德国/Beta", &late);
    let stdout = book.run("-C 外贸").text();
    assert!(stdout.contains("正好开发新客户。\n\n未来 7 天  1 项\n30日周一  待跟进  Acme"), "{stdout}");
    assert!(!stdout.contains("Beta"), "{stdout}");
}

#[test]
fn a_book_without_customers_says_how_to_begin() {
    let book = Book::nowhere("2026-11-23").file("外贸/kehu.toml", "");
    book.run("-C 外贸")
        .stdout(
            "2026-11-23 星期一  外贸\n\n账套中还没有客户。可以这样开始：\n\
             \u{20} kehu add                        逐项填写，新增一个客户\n\
             \u{20} kehu import customers 文件.csv  导入 Excel 或其他软件的客户名单\n\
             \u{20} kehu init --adopt               给已有的客户文件夹建卡\n",
        )
        .exits(0);
    book.run("-C 外贸 --lang en")
        .stdout(
            "Monday 2026-11-23  外贸\n\nThere is no customer in this book yet. To begin:\n\
             \u{20} kehu add                        add a customer, question by question\n\
             \u{20} kehu import customers FILE.csv  bring in a list from Excel or another program\n\
             \u{20} kehu init --adopt               make cards for folders that are there\n",
        )
        .exits(0);
}

#[test]
fn outside_a_book_it_says_what_kehu_is_and_how_to_begin() {
    let nowhere = Book::nowhere("2026-11-23").folder("旧资料");
    nowhere
        .run("")
        .stdout(
            "kehu 客户：用文件夹管理外贸客户资料，按信用制度跟进\n\n这里还没有账套。可以这样开始：\n\
             \u{20} kehu init --demo 示例  先看看：虚构客户组成的示例账套\n\
             \u{20} kehu init 外贸客户     新建自己的账套\n\
             \u{20} kehu init --adopt      接管这里已有的客户文件夹\n\n\
             全部命令：kehu --help\n",
        )
        .exits(0);
    nowhere
        .run("--lang en")
        .stdout(
            "kehu: customers of foreign trade in plain folders, run by a credit policy\n\nThere is no book here yet. To begin:\n\
             \u{20} kehu init --demo demo  look round in a book of invented customers\n\
             \u{20} kehu init customers    make a book of your own\n\
             \u{20} kehu init --adopt      take over the customer folders that are here\n\n\
             All commands: kehu --help\n",
        )
        .exits(0);
    nowhere.run("-C 旧资料").says(&["旧资料 还没有账套。"]).exits(0);
    nowhere.run("-C 没有这里").remarks(&["没有这里", "下一步：请给出账套文件夹"]).exits(2);
}

/// What the page says works when it is typed.
#[test]
fn the_ways_to_begin_lead_to_a_book() {
    for (line, at) in [("init --demo 示例", "示例"), ("init 外贸客户", "外贸客户"), ("init --adopt", ".")] {
        let book = Book::nowhere("2026-11-23").folder("国外客户/德国/Acme");
        book.run(line).says(&[]).any_stderr().exits(0);
        book.run(&format!("-C {at}")).says(&["2026-11-23 星期一  "]).exits(0);
    }
}

#[test]
fn a_word_that_is_no_command_is_still_an_error() {
    demo().run("-C 外贸客户 xyzzy").remarks(&["xyzzy"]).exits(2);
    Book::on("2026-11-23").file("kehu.toml", "langage = 'en'\n").run("").remarks(&["kehu.toml:1:1"]).exits(2);
}

#[test]
fn cards_that_cannot_be_read_are_counted_and_nothing_else_is_hidden() {
    let book = Book::nowhere("2026-11-23")
        .file("外贸/kehu.toml", "")
        .card("外贸/潜在客户/德国/Acme", &card("Acme", ""))
        .card("外贸/潜在客户/德国/Broken", "name = 'Broken'\nowner = 张伟\n")
        .card("外贸/国外客户/德国/Beta", &card("Beta", ""));
    book.run("-C 外贸")
        .says(&[
            "能读取的卡片中没有到期事项。\n",
            "\n国外客户 1，潜在客户 1 · 无法读取 1 张，缺必填项 1 张：kehu lint · 未评级 1 个\n",
        ])
        .hides(&["Broken", "正好"])
        .exits(2);
    book.run("-C 外贸 --lang en")
        .says(&["1 customer, 1 prospect · 1 unreadable, 1 incomplete: kehu lint · 1 ungraded\n"])
        .exits(2);
    // nothing but a card that cannot be read is no empty book
    let book = Book::on("2026-11-23").card("潜在客户/德国/Broken", "name = \n");
    book.run("").says(&["国外客户 0，潜在客户 0 · 无法读取 1 张：kehu lint\n"]).exits(2);
}

#[test]
fn money_that_cannot_be_told_is_counted_too() {
    // more digits than an amount can hold
    let order = "\n[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = '40000000000000000', unit_price = '185.0000000000001' } ]\n";
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", &card("Acme", order));
    let due = book.run("due").any_stderr().exits(2).text();
    let text = book.run("").exits(2).text();
    assert!(text.contains("金额不清 1 张"), "{text}\n{due}");
}

#[test]
fn a_check_that_is_off_is_not_counted() {
    let text = "phone = '+49 711 5550134'\ncreated = 2026-11-23\n";
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", text);
    book.run("").says(&["缺必填项 1 张：kehu lint"]).exits(0);
    book.file("kehu.toml", "[lint]\noff = ['required-field']\n").run("").says(&["资料齐全"]).exits(0);
}

#[test]
fn many_things_are_one_screen_and_every_section_has_its_share() {
    let lines = page(&many(), "", 80);
    assert_eq!(lines.len(), 23, "{}", lines.join("\n"));
    for (heading, rows, more) in [
        ("紧急  逾期 60 项", 4, "… 还有 56 项：kehu due"),
        ("到期  逾期 60 项", 4, "… 还有 56 项：kehu due"),
        ("未来 7 天  60 项", 3, "… 还有 57 项：kehu due --within 7d"),
    ] {
        let at =
            lines.iter().position(|line| line == heading).unwrap_or_else(|| panic!("{heading}: {}", lines.join("\n")));
        assert_eq!(lines[at + rows + 1], more, "{}", lines.join("\n"));
    }
    // the longest waiting first, tomorrow by its name
    assert!(
        lines[3].contains("询盘客户 0 ") && lines.iter().any(|line| line.starts_with(" 明天  待跟进    约好客户 0 ")),
        "{}",
        lines.join("\n")
    );
}

#[test]
fn monthly_investigations_do_not_flood_the_page() {
    let mut book = Book::on("2026-11-23");
    for name in ["A", "B", "C", "D", "E", "F"] {
        let text = "\n[[order]]\ndate = 2026-10-01\nnumber = '1'\ncurrency = 'CNY'\namount = 1\n";
        book = book.card(&format!("国外客户/德国/{name}"), &card(name, text).replace("created = 2026-11-01\n", ""));
    }
    book.run("").says(&["到期  逾期 1 项\n", "定期调查  6 个客户  每月信用调查（第11条）：A、B、C、D、E等"]).exits(0);
}

#[cfg(unix)]
mod at_a_terminal {
    use super::*;
    use common::terminal::Terminal;

    /// The page at a terminal of a size, colours taken off.
    fn screen(book: &Book, args: &[&str], columns: u16, rows: u16) -> (Vec<String>, String) {
        let mut command = book.command();
        command.args(args);
        let mut terminal = Terminal::start(&command, columns, rows);
        assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
        let mut plain = String::new();
        let mut rest = terminal.shown.as_str();
        while let Some((before, after)) = rest.split_once("\u{1b}[") {
            plain += before;
            rest = after.split_once('m').unwrap().1;
        }
        plain += rest;
        // what was typed to start it
        let lines: Vec<String> = plain.lines().map(str::to_owned).skip_while(|line| line.trim().is_empty()).collect();
        for line in &lines {
            assert!(line.width() <= usize::from(columns), "{columns}: {line}");
        }
        (lines, terminal.shown)
    }

    #[test]
    fn the_page_is_never_larger_than_the_terminal() {
        let book = many();
        for (columns, rows) in [(80, 24), (50, 20), (120, 40), (30, 10), (80, 8), (20, 6), (12, 4), (200, 60)] {
            let (lines, _) = screen(&book, &[], columns, rows);
            assert!(lines.len() < usize::from(rows), "{columns} × {rows}:\n{}", lines.join("\n"));
            assert!(lines[0].starts_with("2026-11-23"), "{}", lines.join("\n"));
        }
        let (lines, _) = screen(&book, &["--lang", "en"], 80, 8);
        assert_eq!(lines[1..3], ["Urgent  60 overdue", "… 60: kehu due"], "{}", lines.join("\n"));
    }

    #[test]
    fn a_larger_terminal_shows_more() {
        let (lines, _) = screen(&demo(), &["-C", "外贸客户"], 120, 50);
        assert!(!lines.iter().any(|line| line.starts_with('…')), "{}", lines.join("\n"));
        assert!(lines.iter().any(|line| line.ends_with("USD 2,654.40")), "{}", lines.join("\n"));
    }

    #[test]
    fn colours_tell_late_from_today_from_ahead() {
        let (_, shown) = screen(&demo(), &["-C", "外贸客户"], 120, 50);
        for part in ["\u{1b}[1;31m4 天\u{1b}[0m", "\u{1b}[33m今天\u{1b}[0m", "\u{1b}[2m25日周三\u{1b}[0m"] {
            assert!(shown.contains(part), "{part:?}: {shown}");
        }
        let (_, shown) = screen(&demo(), &["-C", "外贸客户"], 80, 24);
        assert!(shown.contains("\u{1b}[36mkehu due\u{1b}[0m"), "{shown}");
        let mut command = demo().command();
        let book = demo();
        command.current_dir(book.path("外贸客户")).env("NO_COLOR", "1");
        let mut terminal = Terminal::start(&command, 80, 24);
        terminal.ends();
        assert!(!terminal.shown.contains("\u{1b}["), "{}", terminal.shown);
    }
}
