//! `init`, as its users meet it.

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
use std::collections::BTreeMap;

/// Every file and what is in it.
fn contents(book: &Book) -> BTreeMap<String, Vec<u8>> {
    book.files().into_iter().map(|file| (file.clone(), std::fs::read(book.path(&file)).unwrap())).collect()
}

const COMPANIONS: [&str; 3] = [".gitignore", ".taplo.toml", "kehu.schema.json"];

#[test]
fn a_book_is_settings_two_folders_and_what_editors_need() {
    let book = Book::nowhere("2026-11-23");
    book.run("init 外贸客户").stderr("已在 外贸客户 建账\n下一步：kehu -C \"外贸客户\" add\n");
    assert_eq!(
        book.text("外贸客户/kehu.toml"),
        r#"# 本账套的设置
language = "zh-CN"    # zh-CN 或 en
currency = "CNY"      # 本位币：合计所用币种

[[stage]]
folder = "潜在客户"
kind = "prospect"

[[stage]]
folder = "国外客户"
kind = "customer"

# [[person]]                     # 本公司人员；一个都不填则不检查姓名
# name = ""
# roles = ["salesperson"]        # salesperson 业务员 finance 财务 sales_manager 销售经理 marketing_director 营销总监 president 总裁
# email = ""

# [[rate]]                       # 汇率：自该日起 1 单位外币合本位币
# date = 2026-01-01
# currency = "USD"
# value = "7.00"
"#
    );
    assert!(book.path("外贸客户/潜在客户").is_dir() && book.path("外贸客户/国外客户").is_dir());
    for name in COMPANIONS {
        assert!(book.path(&format!("外贸客户/{name}")).is_file(), "{name}");
    }
    book.run("-C 外贸客户 add --name Acme --country 德国 -q");
    book.run("-C 外贸客户 list --format ids").stdout("潜在客户/德国/Acme\n").exits(0);
}

#[test]
fn an_english_book_has_english_folders_and_speaks_english() {
    let book = Book::nowhere("2026-11-23");
    let at = book.dir.path().display().to_string();
    book.run("init --lang en --currency usd").stderr(&format!("made a book in {at}\nnext: kehu add\n"));
    assert!(book.path("Prospects").is_dir() && book.path("Customers").is_dir() && !book.path("潜在客户").exists());
    let settings = book.text("kehu.toml");
    assert!(
        settings
            .starts_with("# The settings of this book.\nlanguage = \"en\"       # zh-CN or en\ncurrency = \"USD\" "),
        "{settings}"
    );
    // and so it goes on, whatever the language of the next command would have been
    let mut add = book.command();
    let output = add.env_remove("KEHU_LANG").args(["add", "--name", "Acme", "--country", "德国"]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "added Prospects/Germany/Acme/card.toml\n");
}

#[test]
fn stages_may_be_ones_own() {
    let book = Book::nowhere("2026-11-23");
    book.run("init --stage 意向=prospect --stage 'Alte Kunden=国外客户' -q");
    assert!(book.text("kehu.toml").contains("[[stage]]\nfolder = \"意向\"\nkind = \"prospect\"\n\n[[stage]]\nfolder = \"Alte Kunden\"\nkind = \"customer\"\n"));
    book.run("add --name Acme --country 德国 -q");
    book.run("list --format ids").stdout("意向/德国/Acme\n").exits(0);
    for wrong in ["意向", "意向=sometimes", "=prospect", "../x=prospect", "a/b=prospect"] {
        Book::nowhere("2026-11-23")
            .args(["init", "--stage", wrong])
            .stderr(&format!("错误：--stage “{wrong}”应为 文件夹=类别\n  下一步：如 --stage 意向客户=prospect --stage 成交客户=customer\n"))
            .exits(2);
    }
}

#[test]
fn a_second_book_is_not_made_over_the_first() {
    let book = Book::nowhere("2026-11-23");
    book.run("init -q");
    let before = contents(&book);
    book.run("init --currency EUR").remarks(&["kehu.toml：该文件夹已经是账套", "kehu init --adopt"]).exits(1);
    assert_eq!(contents(&book), before);
    let outer = book.dir.path().display();
    book.run("init sub").remarks(&["已在 ", &format!("注意：它位于另一个账套 {outer} 之内\n")]);
}

#[test]
fn a_folder_that_git_has_been_in_is_empty_all_the_same() {
    let book = Book::nowhere("2026-11-23").file("new/.gitignore", "*.tmp\n");
    book.run("init --demo new -q");
    assert_eq!(book.text("new/.gitignore"), "*.tmp\n", "what is hidden there stays");
    assert!(book.text("new/kehu.toml").contains("language = \"zh-CN\""));
}

#[test]
fn what_cannot_be_a_book_is_told() {
    let book = Book::nowhere("2026-11-23").file("file", "");
    book.run("init file").stderr("错误：file：不是文件夹\n  下一步：请给出文件夹的路径\n").exits(2);
    book.run("init --demo file").stderr("错误：file：不是文件夹\n  下一步：请给出文件夹的路径\n").exits(2);
    book.run("init --currency Taler x")
        .stderr("错误：“Taler”不是币种；请写代码，如 USD、EUR、CNY\n  下一步：未写入任何内容，请改正后重试\n")
        .exits(2);
    book.run("init --dry-run x").says(&["kehu.toml\n", "kehu.schema.json\n", ".gitignore\n"]);
    book.run("init --dry-run --demo x").says(&["kehu.toml\n", "国外客户/德国/", "card.toml\n"]);
    assert!(!book.path("x").exists(), "a look ahead made something");
    book.run("init --demo")
        .remarks(&["示例账套须放入新的或空的文件夹", "下一步：请换一个：kehu init --demo 文件夹\n"])
        .exits(1);
    assert_eq!(book.files(), ["file"]);
}

/// A tree as people have it today: papers, no cards.
fn tree() -> Book {
    Book::nowhere("2026-11-23")
        .file("说明.txt", "原有文件")
        .file("潜在客户/德国/Müller GmbH/报价/2025.xlsx", "x")
        .file("潜在客户/德国/归档.txt", "y")
        .folder("潜在客户/法国/Dupont Frères")
        .folder("潜在客户/德国/.git")
        .folder("国外客户/Brazil/Delta Ltda")
        .card("国外客户/Brazil/Echo", "# 手工建的\nname = 'Echo'\n")
        .card("国外客户/Brazil/Grupo/Foxtrot", "name = 'Foxtrot'\n")
        .file(".gitignore", "*.bak\n")
}

#[test]
fn adopting_makes_cards_and_touches_nothing_else() {
    let book = tree();
    let before = contents(&book);
    book.run("init --adopt")
        .stdout("潜在客户/德国/Müller GmbH/card.toml\n潜在客户/法国/Dupont Frères/card.toml\n国外客户/Brazil/Delta Ltda/card.toml\n")
        .stderr("已新建 3 张卡片\n");
    let after = contents(&book);
    for (file, bytes) in &before {
        assert_eq!(after.get(file), Some(bytes), "{file}");
    }
    let made: Vec<&str> = after.keys().filter(|file| !before.contains_key(*file)).map(String::as_str).collect();
    let (templates, new): (Vec<&str>, Vec<&str>) = made.into_iter().partition(|file| file.starts_with("模板/"));
    assert_eq!(templates.len(), 21, "{templates:?}");
    assert_eq!(
        new,
        [
            ".taplo.toml",
            "kehu.schema.json",
            "kehu.toml",
            "国外客户/Brazil/Delta Ltda/card.toml",
            "潜在客户/德国/Müller GmbH/card.toml",
            "潜在客户/法国/Dupont Frères/card.toml",
        ]
    );
    assert!(book.text("潜在客户/法国/Dupont Frères/card.toml").contains("\nname = \"Dupont Frères\" "));
    assert!(
        book.text("国外客户/Brazil/Delta Ltda/card.toml").contains("\n# address = \"\" "),
        "a customer's card asks for more"
    );
    book.run("show delta --format json").says(&["\"country\": \"BR\""]);
    // a second time there is nothing left to do
    book.run("init --adopt").stderr("已新建 0 张卡片\n");
    assert_eq!(contents(&book), after);
}

#[test]
fn an_adoption_can_be_looked_at_first() {
    let book = tree();
    let before = contents(&book);
    book.english()
        .run("init --adopt --dry-run")
        .stdout("潜在客户/德国/Müller GmbH/card.toml\n潜在客户/法国/Dupont Frères/card.toml\n国外客户/Brazil/Delta Ltda/card.toml\n")
        .stderr("3 cards would be made\n");
    let book = tree();
    book.run("init --adopt --dry-run -q").says(&["Delta"]);
    assert_eq!(contents(&book), before);
}

#[test]
fn a_plain_init_tells_of_folders_to_adopt() {
    let book = tree();
    book.run("init").remarks(&["其中 3 个公司文件夹还没有卡片；下一步：kehu init --adopt\n"]);
    book.run("init --adopt").says(&["Müller GmbH"]).stderr("已新建 3 张卡片\n");
}

#[test]
fn a_tree_with_other_stages_is_asked_about() {
    let book = Book::nowhere("2026-11-23").folder("Leads/Germany/Acme").folder("Archiv");
    for line in ["init --adopt", "init --adopt --dry-run"] {
        book.run(line)
            .stderr("错误：. 中没有阶段文件夹 潜在客户、国外客户，只有 Archiv、Leads\n  下一步：请指明：--stage 意向客户=prospect --stage 成交客户=customer\n")
            .exits(2);
    }
    assert!(book.files().is_empty());
    book.run("init --adopt --stage Leads=prospect")
        .stdout("Leads/Germany/Acme/card.toml\n")
        .stderr("已新建 1 张卡片\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_whose_name_is_not_utf8_is_told_and_left_alone() {
    use std::os::unix::ffi::OsStrExt;
    let book = tree();
    let gbk = book.path("潜在客户/德国").join(std::ffi::OsStr::from_bytes(b"\xc4\xc2\xc0\xd5"));
    std::fs::create_dir(&gbk).unwrap();
    book.run("init --adopt").says(&["Delta"]).remarks(&["文件夹名不是 UTF-8 编码", "已新建 3 张卡片"]).exits(2);
    assert_eq!(std::fs::read_dir(&gbk).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(book.path("潜在客户/德国")).unwrap().count(), 4);
}

#[test]
fn the_demo_is_dated_around_today_and_in_order() {
    for (today, lang) in [("2026-11-23", "zh-CN"), ("2028-02-29", "en")] {
        let book = Book::nowhere(today);
        book.args(["--lang", lang, "init", "--demo", "-q"]);
        let findings = book.run("lint --format json").any_stderr().json();
        // digests, papers and all
        assert_eq!(findings, serde_json::json!([]), "on {today}");
        let rows = book.run("due --format json").any_stderr().json();
        assert!(rows.as_array().unwrap().len() > 5, "on {today} something is due: {rows}");
        assert_eq!(book.run("list --format json").any_stderr().json().as_array().unwrap().len(), 18);
        assert!(book.text("kehu.toml").contains(&format!("\nlanguage = \"{lang}\"\n")));
        for name in COMPANIONS {
            assert!(book.path(name).is_file(), "{name}");
        }
    }
}

#[test]
fn the_demo_says_what_to_try() {
    let book = Book::nowhere("2026-11-23").english();
    book.run("init --demo demo").stderr("made a demo book of 18 customers in demo\ntry: kehu -C \"demo\" due\n");
    book.run("init --demo demo").remarks(&["the demo goes into a new or empty folder"]).exits(1);
}
