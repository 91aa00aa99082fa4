//! `promote`, as its users meet it (第13条 2).

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

const FROM: &str = "潜在客户/德国/Acme";
const COMPLETE: &str = "\
name = 'Acme GmbH' # 全称
address = 'Industriestr. 12'
phone = '+49 711 5550134'
owner = '张伟'

[[contact]]
name = 'Anna'

[payment_profile]
attitude = '及时'
timing = '月底'
bank = 'Deutsche Bank'
controller = 'Weber'
method = 'T/T'

[start]
trading_card = 2026-11-20   # 一式两份
";

fn book() -> Book {
    Book::on("2026-11-23").card(FROM, COMPLETE).file(&format!("{FROM}/合同/PI-1.pdf"), "%PDF")
}

fn contents(book: &Book) -> Vec<(String, Vec<u8>)> {
    book.files().into_iter().map(|file| (file.clone(), std::fs::read(book.path(&file)).unwrap())).collect()
}

#[test]
fn a_prospect_becomes_a_customer_with_all_its_papers() {
    let book = book();
    book.run("转正式 Acme").stderr("潜在客户/德国/Acme → 国外客户/德国/Acme：2026-11-23 转为正式客户\n");
    assert_eq!(book.files(), ["kehu.toml", "国外客户/德国/Acme/card.toml", "国外客户/德国/Acme/合同/PI-1.pdf"]);
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), format!("{COMPLETE}promoted = 2026-11-23\n"));
    book.run("promote Acme")
        .stderr("错误：国外客户/德国/Acme 已是正式客户\n  下一步：查看下一步：kehu next \"国外客户/德国/Acme\"\n")
        .exits(1);
    book.run("lint 国外客户").any_stderr().says(&[]).exits(0);
}

#[test]
fn everything_that_is_missing_is_named_and_nothing_moves() {
    let bare = "name = 'Acme'\nphone = '+49 711 5550134'\n[payment_profile]\nattitude = '及时'\ntiming = '月底'\nbank = 'x'\ncontroller = 'x'\n";
    let book = Book::on("2026-11-23").card(FROM, bare);
    let before = contents(&book);
    book.run("promote Acme")
        .stderr(
            "错误：客户交易卡尚未交换（第13条 2）\n  下一步：请交换一式两份的交易卡，再登记日期：kehu set \"潜在客户/德国/Acme\" start.trading_card=…\n\
             错误：缺少地址、负责人、联系人（第12条 1）\n  下一步：请填写：kehu set \"潜在客户/德国/Acme\" address=… owner=… contact.+.name=…\n\
             错误：付款情况：缺少付款方式（第12条 2）\n  下一步：请填写：kehu set \"潜在客户/德国/Acme\" payment_profile.method=…\n\
             错误：潜在客户/德国/Acme 仍是潜在客户，转正式还缺 3 项\n  下一步：补齐后运行：kehu promote \"潜在客户/德国/Acme\"\n",
        )
        .exits(1);
    book.run("promote Acme --dry-run").remarks(&["转正式还缺 3 项"]).exits(1);
    assert_eq!(contents(&book), before);
    // the advice works
    for change in ["start.trading_card=昨天", "address=x owner=张伟 contact.+.name=Anna", "payment_profile.method=T/T"]
    {
        book.run(&format!("set 潜在客户/德国/Acme {change} -q"));
    }
    book.run("promote Acme -q");
    assert!(book.path("国外客户/德国/Acme/card.toml").exists() && !book.path(FROM).exists());
    // a card that is exchanged tomorrow is not exchanged
    let early = Book::on("2026-11-19").card(FROM, COMPLETE).english();
    early.run("promote Acme").remarks(&["error: the trading card was not exchanged (第13条 2)"]).exits(1);
}

#[test]
fn who_does_not_want_the_check_is_still_asked_for_card_and_contact() {
    let book = Book::on("2026-11-23")
        .file("kehu.toml", "language = \"zh-CN\"\n[lint]\noff = [\"required-field\"]\n")
        .card(FROM, "name = 'Acme'\n");
    book.run("promote Acme").remarks(&["客户交易卡尚未交换", "没有联系人（第12条 1）", "还缺 2 项"]).exits(1);
}

#[test]
fn the_country_keeps_the_name_it_has_among_the_customers() {
    for (there, target) in [("Germany", "Germany"), ("DE", "DE"), ("法国", "德国")] {
        let book = book().folder(&format!("国外客户/{there}"));
        book.run("promote Acme --as 张伟 -q");
        assert!(book.path(&format!("国外客户/{target}/Acme/card.toml")).exists(), "{there}");
    }
    // the same name comes first
    let book = book().folder("国外客户/Germany").folder("国外客户/德国");
    book.run("promote Acme -q");
    assert!(book.path("国外客户/德国/Acme/card.toml").exists());
    // of what is no country the name alone says where
    let book = Book::on("2026-11-23").card("潜在客户/欧洲/Acme", COMPLETE);
    book.run("promote Acme -q");
    assert!(book.path("国外客户/欧洲/Acme/card.toml").exists());
}

#[test]
fn what_is_in_the_way_stays_and_nothing_moves() {
    for there in ["Acme", "ACME", "acme/报价"] {
        let book = book().folder(&format!("国外客户/德国/{there}"));
        let before = contents(&book);
        let name = there.split('/').next().unwrap();
        book.run(&format!("promote {FROM}"))
            .stderr(&format!(
                "错误：国外客户/德国/{name} 已存在\n  下一步：若是同一客户，请手工合并资料；否则请给文件夹 潜在客户/德国/Acme 改名\n"
            ))
            .exits(1);
        assert_eq!(contents(&book), before);
    }
    // ü in one character and in two is one name
    let book = Book::on("2026-11-23").card("潜在客户/德国/M\u{fc}ller", COMPLETE).folder("国外客户/德国/Mu\u{308}ller");
    book.run("promote 潜在客户/德国/M\u{fc}ller").remarks(&["已存在"]).exits(1);
    let book = book_with_file("国外客户/德国");
    book.run("promote Acme").any_stderr().exits(2);
    assert!(book.path(FROM).join("card.toml").exists());
    assert_eq!(book.text(&format!("{FROM}/card.toml")), COMPLETE);
}

fn book_with_file(path: &str) -> Book {
    book().file(path, "")
}

#[test]
fn of_several_stages_one_must_be_named() {
    let settings = "language = \"zh-CN\"\n[[stage]]\nfolder = \"意向\"\nkind = \"prospect\"\n[[stage]]\nfolder = \"老客户\"\nkind = \"customer\"\n[[stage]]\nfolder = \"大客户\"\nkind = \"customer\"\n";
    let book = || Book::on("2026-11-23").file("kehu.toml", settings).card("意向/德国/Acme", COMPLETE);
    book()
        .run("promote Acme")
        .stderr("错误：有多个正式客户阶段\n  下一步：请用 --stage 指定：老客户、大客户\n")
        .exits(2);
    book()
        .run("promote Acme --stage 意向")
        .remarks(&["“意向”是潜在客户阶段", "正式客户阶段有：老客户、大客户"])
        .exits(2);
    book().run("promote Acme --stage x").remarks(&["没有阶段“x”"]).exits(2);
    let book = book();
    book.run("promote Acme --stage 大客户").stderr("意向/德国/Acme → 大客户/德国/Acme：2026-11-23 转为正式客户\n");
    assert!(book.path("大客户/德国/Acme/card.toml").exists());
}

#[test]
fn a_dry_run_shows_both_paths_and_the_change() {
    let book = book().english();
    let before = contents(&book);
    book.run("promote Acme --dry-run").stdout(
        "潜在客户/德国/Acme → 国外客户/德国/Acme\n\
         --- 潜在客户/德国/Acme/card.toml\n+++ 潜在客户/德国/Acme/card.toml\n\
         @@ -16,2 +16,3 @@\n [start]\n trading_card = 2026-11-20   # 一式两份\n+promoted = 2026-11-23\n",
    );
    assert_eq!(contents(&book), before);
    assert!(!book.path("国外客户").exists());
}

#[test]
fn a_run_that_ended_between_day_and_move_is_finished_by_the_next() {
    let book = Book::on("2026-11-24").card(FROM, &format!("{COMPLETE}promoted = 2026-11-23\n"));
    book.run("list --stage prospect --format ids").stdout("潜在客户/德国/Acme\n");
    book.run("promote Acme -q");
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), format!("{COMPLETE}promoted = 2026-11-24\n"));
}

#[test]
fn a_card_outside_the_layout_is_not_moved() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/汉堡/Acme", COMPLETE);
    book.run("promote Acme").remarks(&["卡片不在“阶段/国家/公司”文件夹中"]).exits(1);
    assert!(book.path("潜在客户/德国/汉堡/Acme/card.toml").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_moved_through_a_link() {
    let outside = tempfile::tempdir().unwrap();
    let book = book().folder("国外客户");
    std::os::unix::fs::symlink(outside.path(), book.path("国外客户/德国")).unwrap();
    book.run("promote Acme")
        .stderr("错误：国外客户/德国：该文件夹是链接；kehu 不会通过链接写入\n  下一步：请把文件夹本身放在这里\n")
        .exits(2);
    assert_eq!(book.text(&format!("{FROM}/card.toml")), COMPLETE);
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 0);
}
