//! `lint`, as its users meet it: what is told, how it ends, what may be left out, what it mends. What each check finds is
//! tested with the checks; what the other formats hold, in `formats`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

/// A prospect that nothing is wrong with.
const GOOD: &str =
    "id = 'k7f3m2q9xz'\nname = 'Acme GmbH'\nemail = 'anna@acme.example'\nowner = '张伟'\ncreated = 2026-11-01\n";

/// The same with another id and name, and whatever a test puts into it.
fn card(id: &str, more: &str) -> String {
    format!("{}{more}", GOOD.replace("k7f3m2q9xz", id).replace("Acme", id).replace("acme", id))
}

fn codes(book: &Book, asked: &str) -> Vec<String> {
    let words = common::words(&format!("lint {asked} --format json"));
    let output = book.command().args(words).output().unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    rows.iter().map(|row| format!("{} {}", row["code"].as_str().unwrap(), row["file"].as_str().unwrap())).collect()
}

#[test]
fn a_book_in_order() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme GmbH", GOOD);
    book.run("lint").stderr("1 张卡片，没有问题\n").exits(0);
    book.run("-q lint").exits(0);
    book.run("lint --strict").any_stderr().exits(0);
    book.english().run("lint").remarks(&["nothing wrong"]).exits(0);
    Book::demo().run("lint --strict").stderr("18 张卡片，没有问题\n").exits(0);
}

#[test]
fn what_keeps_the_product_list_from_being_read_is_told_and_counted() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme GmbH", GOOD)
        .file("products.toml", "[[product]]\nname = 'Pump'\nprise = 5\nxyzzy = 1\n");
    book.run("lint")
        .stderr(
            "错误：products.toml:3:1：未知字段 prise\n  下一步：是否想写 price？\n错误：products.toml:4:1：未知字段 xyzzy\n  下一步：请删除该行，或在行首加 #\n1 张卡片：错误 2，警告 0，提示 0\n",
        )
        .exits(2);
    book.english().run("lint").remarks(&["2 errors, 0 warnings, 0 notes in 1 card"]).exits(2);
}

#[test]
fn a_finding_is_told_with_place_line_caret_and_next_step() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme GmbH", &format!("{GOOD}nmae = 'x'\n"));
    book.run("lint")
        .stdout(
            "潜在客户/德国/Acme GmbH/card.toml:6:1 警告 unknown-key：没有名为 nmae 的字段\n    \
             nmae = 'x'\n    \
             ^^^^\n    \
             下一步：是否想写 name？\n",
        )
        .stderr("1 张卡片：错误 0，警告 1，提示 0\n")
        .exits(0);
    book.english()
        .run("lint")
        .stdout(
            "潜在客户/德国/Acme GmbH/card.toml:6:1 warning unknown-key: `nmae` is no field\n    \
             nmae = 'x'\n    \
             ^^^^\n    \
             next: did you mean `name`?\n",
        )
        .any_stderr()
        .exits(0);
}

/// Lines to copy stand each on its own line; what a card says never makes a new one.
#[test]
fn what_is_to_be_added_elsewhere_is_shown_as_it_must_stand_there() {
    let order = "[[order]]\nnumber = \"PI\\n1\"\ndate = 2026-11-02\ncurrency = 'GBP'\namount = '100'\n";
    let book = Book::on("2026-11-23")
        .file("kehu.toml", "currency = \"CNY\"\n")
        .card("潜在客户/德国/Acme GmbH", &format!("{GOOD}{order}"));
    let lines = "[[rate]]\ndate = 2026-11-02\ncurrency = \"GBP\"\nvalue = \"…\"";
    book.run("lint")
        .says(&[&format!(
            "潜在客户/德国/Acme GmbH/card.toml:9:12 错误 missing-rate：缺少 GBP 在 2026-11-02 的汇率（订单 PI␊1），无法折算为 CNY\n    \
             currency = 'GBP'\n               ^^^^^\n    \
             下一步：请在 kehu.toml 中补上 1 GBP 合多少 CNY（自该日起有效）：\n    {}\n",
            lines.replace('\n', "\n    ")
        )])
        .any_stderr()
        .exits(1);
    let output = book.command().args(["lint", "--format", "json"]).output().unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let row = rows.iter().find(|row| row["code"] == "missing-rate").unwrap();
    assert!(row["hint"].as_str().unwrap().ends_with(&format!("：\n{lines}")), "{row}");
    let mended = book.file("kehu.toml", &format!("currency = \"CNY\"\n{}\n", lines.replace('…', "9.40")));
    mended.run("lint").says(&["order-without-facts"]).hides(&["missing-rate"]).any_stderr().exits(0);
}

#[test]
fn a_rate_that_cannot_be_used_opens_no_book() {
    let rate =
        |rate: &str| Book::on("2026-11-23").file("kehu.toml", &format!("currency = \"CNY\"\n\n[[rate]]\n{rate}\n"));
    for (book, what, next) in [
        (
            rate("currency = \"USDT\"\nvalue = \"7.05\""),
            "kehu.toml:4:12：“USDT”不是币种",
            "请写 ISO 4217 代码，如 USD、EUR、CNY",
        ),
        (
            rate("currency = \"USD\"\nvalue = \"-7.05\""),
            "kehu.toml:5:9：汇率 -7.05 不大于零",
            "请写 1 USD 合多少本位币，如 value = \"7.05\"",
        ),
        (
            rate("currency = \"USD\""),
            "kehu.toml:3:1：[[rate]] 须有 currency 和 value",
            "请补上缺少的一项，或删除这条汇率",
        ),
        (
            Book::on("2026-11-23").file("kehu.toml", "currency = \"XXX\"\n"),
            "kehu.toml:1:12：“XXX”不是币种",
            "请写 ISO 4217 代码，如 USD、EUR、CNY",
        ),
    ] {
        for command in ["lint", "list", "due"] {
            book.run(command).stderr(&format!("错误：{what}\n  下一步：{next}\n")).exits(2);
        }
    }
}

#[test]
fn errors_are_a_no_warnings_are_one_with_strict_notes_never() {
    let with = |more: &str| Book::on("2026-11-23").card("潜在客户/德国/Acme GmbH", &format!("{GOOD}{more}\n"));
    for (name, book, plain, strict) in [
        ("error", with("type = 'dealer'"), 1, 1),
        ("warning", with("nmae = 'x'"), 0, 1),
        ("note", with("").file("kehu.schema.json", "{}\n"), 0, 0),
    ] {
        for format in ["human", "json", "sarif", "github"] {
            book.run(&format!("lint --format {format}")).says(&[]).any_stderr().exits(plain);
            book.run(&format!("lint --strict --format {format}")).says(&[]).any_stderr().exits(strict);
        }
        assert_eq!(codes(&book, "").len(), 1, "{name}");
    }
}

/// For every other command a card that cannot be read is trouble; for lint it is what was looked for.
#[test]
fn a_card_that_cannot_be_read_is_a_finding() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/A", "name = \n")
        .bytes("潜在客户/德国/B/card.toml", b"name = '\xc4\xe3\xba\xc3'\n")
        .card("潜在客户/德国/Acme GmbH", &format!("{GOOD}nmae = 'x'\n"));
    book.run("lint")
        .says(&["潜在客户/德国/A/card.toml:1:", "潜在客户/德国/B/card.toml", "GBK", "unknown-key"])
        .any_stderr()
        .exits(1);
    book.run("list --format ids").stdout("潜在客户/德国/Acme GmbH\n").any_stderr().exits(2);
}

#[test]
fn findings_come_in_the_order_of_files_and_lines() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/法国/Beta GmbH", &card("beta", "zzz = 1\naaa = 1\n"))
        .card("潜在客户/德国/Acme GmbH", &format!("{GOOD}xxx = 1\n"))
        .card("国外客户/德国/Leer", "nmae = 1\n");
    let rows = book.args(["lint", "--format", "json"]).text();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&rows).unwrap();
    let places: Vec<_> = rows
        .iter()
        .map(|row| {
            (row["file"].as_str().unwrap(), row["line"].as_u64().unwrap_or(0), row["column"].as_u64().unwrap_or(0))
        })
        .collect();
    let mut sorted = places.clone();
    sorted.sort_unstable();
    assert!(places.len() > 4);
    assert_eq!(places, sorted);
}

#[test]
fn a_path_limits_what_is_told_and_not_what_is_compared() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme GmbH", GOOD)
        .card("潜在客户/法国/Beta GmbH", &card("k7f3m2q9xz", "").replace("k7f3m2q9xz GmbH", "Beta GmbH"))
        .folder("国外客户");
    let twin = |folder: &str| format!("duplicate-id {folder}/card.toml");
    let (acme, beta) = (twin("潜在客户/德国/Acme GmbH"), twin("潜在客户/法国/Beta GmbH"));
    let only = |asked: &str| {
        codes(&book, asked).into_iter().filter(|code| code.starts_with("duplicate-id")).collect::<Vec<_>>()
    };
    for (asked, want) in [
        ("", vec![&acme, &beta]),
        ("潜在客户/德国", vec![&acme]),
        ("潜在客户/法国/", vec![&beta]),
        ("'潜在客户/法国/Beta GmbH/card.toml'", vec![&beta]),
        ("潜在客户/德国 潜在客户/法国", vec![&acme, &beta]),
        ("国外客户 潜在客户/德国", vec![&acme]),
        (".", vec![&acme, &beta]),
    ] {
        assert_eq!(only(asked).iter().collect::<Vec<_>>(), want, "{asked}");
    }
    // a name is not a prefix of letters
    let book = book.card("潜在客户/德国人/X", &card("x", "nmae = 1\n"));
    assert!(!codes(&book, "潜在客户/德国").iter().any(|code| code.contains("德国人")));
    // as a shell completes it, from wherever one stands
    for (path, want) in
        [("Beta GmbH", &beta), (".", &beta), ("../德国", &acme), ("../../潜在客户/德国/Acme GmbH", &acme)]
    {
        let mut command = book.command();
        command.current_dir(book.path("潜在客户/法国")).args(["lint", path, "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
        let files: Vec<&str> = rows.iter().map(|row| row["file"].as_str().unwrap()).collect();
        assert!(!files.is_empty() && files.iter().all(|file| want.ends_with(file)), "{path}: {files:?}");
    }
    let mut command = book.command();
    command.current_dir(book.path("潜在客户/法国")).args(["-C", "../..", "lint", "../德国", "--format", "github"]);
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(text.starts_with("::error file=潜在客户/德国/Acme GmbH/card.toml"), "{text}");
    // an absolute path does as well
    let absolute = book.path("潜在客户/法国").display().to_string();
    assert!(codes(&book, &format!("'{absolute}'")).contains(&beta));
}

#[test]
fn a_path_that_is_not_there_is_an_error() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme GmbH", GOOD);
    for path in ["潜在客户/法国", "/", "../..", "潜在客户/德国/Acme"] {
        book.args(["lint", path])
            .stderr(&format!("错误：{path} 不在本账套中\n  下一步：请给出账套中的文件夹或卡片\n"))
            .exits(2);
    }
    book.english()
        .run("lint nowhere")
        .stderr("error: nowhere is not in the book\n  next: give a folder or a card of the book\n")
        .exits(2);
}

#[test]
fn what_is_turned_off_is_not_told() {
    let book = Book::on("2026-11-23")
        .file("kehu.toml", "[lint]\noff = [\"unknown-key\", \"unknown-kez\"]\n")
        .card("潜在客户/德国/Acme GmbH", &format!("{GOOD}nmae = 'x'\ntype = 'dealer'\n"));
    assert_eq!(codes(&book, ""), ["bad-choice 潜在客户/德国/Acme GmbH/card.toml"]);
    // a name that turns nothing off is no secret
    book.run("lint").says(&["bad-choice"]).remarks(&["unknown-kez"]).exits(1);
}

#[test]
fn fix_mends_what_loses_nothing_and_leaves_the_rest() {
    let text = GOOD.replace("id = 'k7f3m2q9xz'\n", "# 重要客户\n") + "type = 'dealer'   # 待定\n";
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme GmbH", &text).file("kehu.schema.json", "{}\n");
    let file = "潜在客户/德国/Acme GmbH/card.toml";

    // a look ahead ends as the mending would: something is left that only a person can mend
    book.run("lint --fix --dry-run")
        .says(&["+id = ", "--- kehu.schema.json"])
        .remarks(&["可自动修复 2 处\n", "错误 1"])
        .exits(1);
    assert_eq!((book.text(file), book.text("kehu.schema.json")), (text.clone(), "{}\n".to_owned()));

    book.run("lint --fix")
        .says(&["bad-choice"])
        .hides(&["missing-id", "stale-schema"])
        .remarks(&["已修复 2 处\n"])
        .exits(1);
    let mended = book.text(file);
    let id: Vec<&str> = mended.lines().filter(|line| line.starts_with("id = ")).collect();
    assert_eq!(id.len(), 1, "{mended}");
    assert_eq!(mended.replace(&format!("{}\n", id[0]), ""), text, "nothing else was touched");
    assert_eq!(book.text("kehu.schema.json"), book.run("schema").text());

    // a second time there is nothing left to mend
    book.run("lint --fix").says(&["bad-choice"]).remarks(&["已修复 0 处\n"]).exits(1);
    assert_eq!(book.text(file), mended);
}

#[test]
fn fix_keeps_to_the_paths_that_were_given() {
    let nameless = |id: &str| card(id, "").replace(&format!("id = '{id}'\n"), "");
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/a GmbH", &nameless("a"))
        .card("潜在客户/法国/b GmbH", &nameless("b"));
    book.run("lint --fix 潜在客户/德国").any_stderr().exits(0);
    assert!(book.text("潜在客户/德国/a GmbH/card.toml").contains("id = "));
    assert_eq!(book.text("潜在客户/法国/b GmbH/card.toml"), nameless("b"));
}

#[test]
fn every_check_explains_itself() {
    let zh = Book::nowhere("2026-11-23");
    let en = Book::nowhere("2026-11-23").english();
    let list = zh.run("lint --explain").text();
    let codes: Vec<&str> = list.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 20, "{list}");
    assert_eq!(en.run("lint --explain").text().lines().count(), codes.len() + 1);
    for code in &codes {
        zh.run(&format!("lint --explain {code}"))
            .says(&[&format!("{code}（"), "有问题：\n", "没有问题：\n", &format!("[lint] off = [\"{code}\"]\n")])
            .exits(0);
        en.run(&format!("lint --explain {code}"))
            .says(&[&format!("{code} ("), "Finds it here:\n", "Not here:\n", &format!("[lint] off = [\"{code}\"]\n")])
            .exits(0);
    }
    zh.run("lint --explain eml")
        .stderr("错误：没有检查“eml”\n  下一步：是否想写 email？全部列表：kehu lint --explain\n")
        .exits(2);
    en.run("lint --explain eml")
        .stderr("error: there is no check \"eml\"\n  next: did you mean email? all of them: kehu lint --explain\n")
        .exits(2);
}
