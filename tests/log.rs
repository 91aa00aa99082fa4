//! `log`, as its users meet it.

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

/// A card as somebody keeps it by hand: comments, an order of its own, odd spacing.
const KEPT: &str = "\
# 老客户，只用微信
name = 'Acme GmbH'   # 全称
owner='张伟'

[[followup]]   # 最早的
kind = 'visit'
date = 2026-11-01
summary = \"\"\"
参观工厂，
确认样品\"\"\"

[[order]]
number = 'PI-1' # 首单


# 以下待整理
[profile]
size   =   'large'
";

fn contents(book: &Book) -> Vec<(String, Vec<u8>)> {
    book.files().into_iter().map(|file| (file.clone(), std::fs::read(book.path(&file)).unwrap())).collect()
}

#[test]
fn a_call_is_appended_and_nothing_else_changes() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", KEPT);
    book.run("log Acme 问交期 和付款 --kind call --with Anna --next 3d --next-kind email --order PI-1 --as 张伟")
        .stderr("潜在客户/德国/Acme：已记录 2026-11-23 电话，下次 2026-11-26\n");
    let added = "
[[followup]]
date = 2026-11-23
kind = \"call\"
by = \"张伟\"
with = \"Anna\"
summary = \"问交期 和付款\"
next = 2026-11-26
next_kind = \"email\"
order = \"PI-1\"
";
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), format!("{KEPT}{added}"));
}

#[test]
fn the_line_ends_and_the_mark_of_windows_stay() {
    let windows = format!("\u{feff}{}", KEPT.replace('\n', "\r\n"));
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &windows).english();
    book.run("log Acme Hello -k email -n friday")
        .stderr("潜在客户/德国/Acme: email on 2026-11-23 noted, next on 2026-11-27\n");
    let added =
        "\r\n[[followup]]\r\ndate = 2026-11-23\r\nkind = \"email\"\r\nsummary = \"Hello\"\r\nnext = 2026-11-27\r\n";
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), format!("{windows}{added}"));
}

#[test]
fn a_card_without_a_last_line_end_gets_one() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = 'Acme'");
    book.run("log Acme x -k call -q");
    assert_eq!(
        book.text("潜在客户/德国/Acme/card.toml"),
        "name = 'Acme'\n\n[[followup]]\ndate = 2026-11-23\nkind = \"call\"\nsummary = \"x\"\n"
    );
}

#[test]
fn a_list_kept_in_brackets_goes_on_in_brackets() {
    let card =
        "name = 'Acme'\nfollowup = [\n  { date = 2026-11-01, kind = 'call', summary = 'a' },  # 首次\n]\nnote = 'x'\n";
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", card);
    book.run("log Acme b -k call -q");
    let added = "\n  { date = 2026-11-23, kind = \"call\", summary = \"b\" },\n]";
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), card.replace("\n]", added));
}

#[test]
fn what_is_said_may_hold_anything() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = 'Acme'\n");
    let said = "他说 \"OK\" \\ 两行\n第二行\t[x] # 不是注释 🚀 '''";
    book.args(["log", "Acme", said, "-k", "call", "-q"]);
    let row = book.run("show Acme --format json").json();
    assert_eq!(row["card"]["followup"][0]["summary"], said);
}

#[test]
fn the_chinese_words_work_as_well() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = 'Acme'\n");
    book.run("跟进 Acme 拜访客户 --kind 拜访 --effective 否 --date 昨天 --next 下周一 --next-kind 电话")
        .stderr("潜在客户/德国/Acme：已记录 2026-11-22 拜访，下次 2026-11-30\n");
    assert!(book.text("潜在客户/德国/Acme/card.toml").ends_with(
        "date = 2026-11-22\nkind = \"visit\"\nsummary = \"拜访客户\"\neffective = false\nnext = 2026-11-30\nnext_kind = \"call\"\n"
    ));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = 'Acme'\n");
    let before = contents(&book);
    book.run("log Acme x --kind call --date -3d --dry-run").stdout(
        "\
--- 潜在客户/德国/Acme/card.toml
+++ 潜在客户/德国/Acme/card.toml
@@ -1 +1,6 @@
 name = 'Acme'
+
+[[followup]]
+date = 2026-11-20
+kind = \"call\"
+summary = \"x\"
",
    );
    assert_eq!(contents(&book), before);
    assert!(!book.path(".kehu").exists(), "no lock is taken for a look");
}

#[test]
fn values_that_do_not_fit_are_refused_before_anything_is_written() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = 'Acme'\n");
    let before = contents(&book);
    let again = "\n  下一步：未写入任何内容，请改正后重试\n";
    for (options, want) in [
        ("-k call --date 2026-02-30", "错误：日期：“2026-02-30”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w"),
        ("-k call --date 明天", "错误：日期：2026-11-24 还没到"),
        ("-k call --next soon", "错误：下次跟进：“soon”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w"),
        ("-k call --next 2020-01-01", "错误：下次跟进 2020-01-01 早于 2026-11-23"),
        ("-k visit --effective maybe", "错误：有效：请写 是 或 否"),
    ] {
        book.run(&format!("log Acme x {options}")).stderr(&format!("{want}{again}")).exits(2);
    }
    book.run("log Acme x")
        .stderr("错误：缺少 --kind，且没有终端可供询问\n  下一步：请在命令行给出：--kind …\n")
        .exits(2);
    book.run("log Acme -k call")
        .stderr("错误：缺少 内容，且没有终端可供询问\n  下一步：请在命令行给出：内容 …\n")
        .exits(2);
    book.run("log Acme x -k shout").remarks(&["“shout”不在以下之列：inquiry"]).exits(2);
    assert_eq!(contents(&book), before);
    book.english()
        .run("log Acme x -k call --next 2020-01-01")
        .stderr("error: the next follow-up 2020-01-01 lies before 2026-11-23\n  next: nothing was written; correct it and run the command again\n")
        .exits(2);
}
