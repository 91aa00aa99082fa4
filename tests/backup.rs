//! `backup`, as its users meet it, and what is due at the book itself.

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
use std::path::Path;

const SET: &str = "language = \"zh-CN\"\n[backup]\ndir = \"../备份\"\n";

/// A book in a folder with its own name, beside which there is room.
fn book() -> Book {
    Book::nowhere("2026-11-23")
        .file("外贸/kehu.toml", "language = \"zh-CN\"\n")
        .file("外贸/国外客户/德国/Acme/card.toml", "name = 'Acme'\ncreated = 2026-11-20\n")
        .bytes("外贸/国外客户/德国/Acme/合同/PI-1.pdf", &[0, 159, 146, 150])
        .folder("外贸/潜在客户")
}

/// The files below a folder, the manifest left out.
fn files(book: &Book, below: &str) -> Vec<String> {
    let inside = |file: String| file.strip_prefix(&format!("{below}/")).map(str::to_owned);
    book.files().into_iter().filter_map(inside).filter(|file| file != "kehu-backup.toml").collect()
}

fn told(book: &Book, path: &str) -> String {
    book.dir.path().canonicalize().unwrap().join(path).display().to_string()
}

#[test]
fn a_copy_holds_every_file_and_says_so_last() {
    let book = book()
        .file("外贸/.git/config", "x")
        .file("外贸/.kehu/index", "x")
        .file("外贸/国外客户/.kehu-x.tmp", "x")
        .file("外贸/kehu-backup.toml", "of the copy from which this book came");
    let remark = "要每 7 天提醒一次，请在 kehu.toml 中写：[backup] dir = \"…\"\n";
    let bytes = 19 + 35 + 4;
    book.run("-C 外贸 备份 副本")
        .stderr(&format!("{}：3 个文件，{bytes} 字节，已逐个读回核对\n{remark}", told(&book, "副本/外贸-2026-11-23")));
    let want = ["kehu.toml", "国外客户/德国/Acme/card.toml", "国外客户/德国/Acme/合同/PI-1.pdf"];
    assert_eq!(files(&book, "副本/外贸-2026-11-23"), want);
    assert!(book.path("副本/外贸-2026-11-23/潜在客户").is_dir(), "empty folders too");
    for file in want {
        let [before, after] = ["外贸", "副本/外贸-2026-11-23"].map(|root| book.path(&format!("{root}/{file}")));
        assert_eq!(std::fs::read(&before).unwrap(), std::fs::read(&after).unwrap());
        let changed = |path: &Path| path.metadata().unwrap().modified().unwrap();
        assert_eq!(changed(&before), changed(&after));
    }
    let manifest: toml::Table = book.text("副本/外贸-2026-11-23/kehu-backup.toml").parse().unwrap();
    assert_eq!((manifest["files"].as_integer(), manifest["bytes"].as_integer()), (Some(3), Some(bytes)));
    assert_eq!(manifest["book"].as_str(), Some("外贸"));
    // a second one of the day gets a number, and a copy is a book of its own
    book.run("-C 外贸 --lang en backup 副本")
        .remarks(&["外贸-2026-11-23-2: 3 files, 58 bytes, each read back and compared\n"]);
    book.run("-C 副本/外贸-2026-11-23-2 list --format ids").stdout("国外客户/德国/Acme\n");
    book.run("backup --check 副本/外贸-2026-11-23").stderr("副本/外贸-2026-11-23：3 个文件，与备份时一致\n");
}

#[test]
fn a_copy_that_changed_is_told_file_by_file() {
    let book = book();
    book.run("-C 外贸 backup 副本 -q");
    let copy = "副本/外贸-2026-11-23";
    std::fs::write(book.path(&format!("{copy}/kehu.toml")), "language = \"zh-TW\"\n").unwrap();
    std::fs::remove_file(book.path(&format!("{copy}/国外客户/德国/Acme/合同/PI-1.pdf"))).unwrap();
    let book = book.file(&format!("{copy}/new.txt"), "");
    book.run(&format!("backup --check {copy}"))
        .stdout("缺少  国外客户/德国/Acme/合同/PI-1.pdf\n已变  kehu.toml\n多出  new.txt\n")
        .stderr("错误：副本/外贸-2026-11-23：备份已与当初不一致\n  下一步：请勿依赖此备份；请重新备份：kehu backup\n")
        .exits(1);
    let manifest = book.text(&format!("{copy}/kehu-backup.toml"));
    let book =
        book.file(&format!("{copy}/kehu-backup.toml"), &manifest.replacen("sha256 = \"", "sha256 = \"0", 1)).english();
    book.run(&format!("backup --check {copy}")).remarks(&["the manifest is not as kehu wrote it"]).exits(2);
    std::fs::remove_file(book.path(&format!("{copy}/kehu-backup.toml"))).unwrap();
    book.run(&format!("backup --check {copy}"))
        .stderr("error: 副本/外贸-2026-11-23: this is no finished copy: it holds no kehu-backup.toml\n  next: give the folder of one copy, or make another: kehu backup\n")
        .exits(1);
    book.run("backup --check nowhere").remarks(&["nowhere: not found"]).exits(2);
    book.run("-C 外贸 backup x --check y").remarks(&["--check"]).exits(2);
    // what was never finished is told, and stays
    book.run("-C 外贸 backup 副本")
        .remarks(&["外贸-2026-11-23: a copy that was never finished, it does not count", "外贸-2026-11-23-2: 3 files"]);
    assert!(book.path(copy).is_dir());
}

#[test]
fn where_a_copy_may_not_lie() {
    let book = book();
    book.run("-C 外贸 backup").remarks(&["没有指定备份目录", "kehu backup 目录"]).exits(2);
    for dir in ["外贸", "外贸/国外客户", "外贸/备份", "外贸/国外客户/../x"] {
        book.run(&format!("-C 外贸 backup {dir}")).remarks(&["备份放在账套里面，会和账套一起丢失"]).exits(1);
    }
    book.run("-C 外贸 backup u盘/备份").remarks(&["u盘/备份：该目录及其上级目录都不存在"]).exits(2);
    book.run("-C 外贸 backup 外贸/kehu.toml").remarks(&["备份放在账套里面"]).exits(1);
    let book = book.file("文件", "");
    book.run("-C 外贸 backup 文件").any_stderr().exits(2);
    assert_eq!(book.files().len(), 4, "{:?}", book.files());
    // beside the book is not in it
    book.run("-C 外贸 backup . -q");
    assert!(book.path("外贸-2026-11-23/kehu-backup.toml").exists());
}

#[cfg(unix)]
#[test]
fn links_are_told_and_not_followed() {
    let book = book();
    std::os::unix::fs::symlink("/etc/passwd", book.path("外贸/国外客户/德国/Acme/link")).unwrap();
    std::os::unix::fs::symlink(book.path("外贸"), book.path("入口")).unwrap();
    book.run("-C 外贸 backup 副本 -q").stderr("国外客户/德国/Acme/link：未备份，它是链接或特殊文件\n");
    assert_eq!(files(&book, "副本/外贸-2026-11-23").len(), 3);
    // a link that leads into the book leads into the book
    book.run("-C 外贸 backup 入口/备份").remarks(&["备份放在账套里面"]).exits(1);
}

#[test]
fn a_copy_is_due_seven_days_after_the_last_where_copies_are_asked_for() {
    let book = book();
    book.run("-C 外贸 due --kind backup").stderr("没有到期事项\n");
    let book = book.file("外贸/kehu.toml", SET);
    book.run("-C 外贸 due --kind backup").stdout(
        "逾期  类别  客户  国家  等级  负责人  事项\n今天  备份  外贸                      备份账套，还没有备份：kehu backup\n",
    );
    book.run("-C 外贸 backup -q");
    book.run("-C 外贸 due --kind backup").stderr("没有到期事项\n");
    let late = "-C 外贸 --today 2026-12-03 due --kind backup";
    let row = &book.run(&format!("{late} --format json")).json()[0];
    for (key, want) in [
        ("path", ""),
        ("file", "kehu.toml"),
        ("company", "外贸"),
        ("name", "外贸"),
        ("kind", "backup"),
        ("since", "2026-11-23"),
        ("due", "2026-11-30"),
        ("summary", "备份账套，上次 2026-11-23：kehu backup"),
    ] {
        assert_eq!(row[key], want, "{key}");
    }
    // it is no customer's: no path, and nothing in an answer about customers
    book.run(&format!("{late} --format ids"));
    for about in ["德国", "--country DE", "--stage customer"] {
        book.run(&format!("{late} {about}")).stderr("没有到期事项\n");
    }
    book.run(&format!("{late} --lang en --within 1d")).says(&[
        "3 d",
        "backup",
        "copy the book, last on 2026-11-23: kehu backup",
    ]);
    book.run("-C 外贸 --today 2026-12-03").says(&["3 天  备份", "外贸", "备份账套，上次 2026-11-23：kehu backup"]);
    // one that was not finished does not count, nor one of another book
    std::fs::remove_file(book.path("备份/外贸-2026-11-23/kehu-backup.toml")).unwrap();
    let book =
        book.file("备份/外贸2-2026-12-01/kehu-backup.toml", "").file("备份/外贸-2026-13-01/kehu-backup.toml", "");
    book.run(late).says(&["今天  备份", "还没有备份"]);
}

#[test]
fn finance_checks_the_grades_every_three_months() {
    let graded = "name = 'Acme'\ncreated = 2026-11-20\n[[credit]]\nfrom = 2026-11-20\ngrade = 'B'\n[[followup]]\ndate = 2026-11-20\nkind = 'call'\nsummary = 'x'\n";
    let finance = "language = \"zh-CN\"\n[[person]]\nname = '罗'\nroles = ['finance']\n";
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", graded);
    book.run("due").stderr("没有到期事项\n");
    let book = book.file("kehu.toml", finance);
    book.run("due").says(&["今天  等级核查", "财务每 3 个月核查等级，尚无记录（第8条）"]);
    book.run("").says(&["今天  等级核查"]);
    let book = book.file("kehu.toml", &format!("{finance}[[grade_check]]\ndate = 2026-10-15\n")).english();
    book.run("due").stderr("nothing is due\n");
    book.run("due --today 2027-01-15 --kind grade_check").says(&[
        "today",
        "grade check",
        "finance checks the grades every 3 months, last on 2026-10-15 (第8条)",
    ]);
}
