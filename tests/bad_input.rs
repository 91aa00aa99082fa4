//! What goes wrong: each time one clear message with the place and the next step, the right exit code, nothing lost,
//! the other cards served, and never a panic.

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
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const BAD: &str = "潜在客户/德国/Bad/card.toml";
const GOOD: &str = "name = 'Gut GmbH'\ncreated = 2026-11-20\n";

fn book() -> Book {
    Book::on("2026-11-23").card("国外客户/法国/Gut", GOOD)
}

/// Runs a command; one that hangs is killed, and that is a failure.
fn run(mut command: Command) -> Output {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    finish(child, &format!("{command:?}"))
}

fn finish(mut child: Child, what: &str) -> Output {
    let start = Instant::now();
    // both pipes are emptied while it runs, so that it cannot wait for us
    let drain = |pipe: Option<Box<dyn Read + Send>>| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
            bytes
        })
    };
    let out = drain(child.stdout.take().map(|pipe| Box::new(pipe) as _));
    let err = drain(child.stderr.take().map(|pipe| Box::new(pipe) as _));
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > Duration::from_secs(60) => {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{what} hangs");
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let output = Output { status, stdout: out.join().unwrap(), stderr: err.join().unwrap() };
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(!err.contains("panicked") && !err.contains("内部出错"), "{what}: {err}");
    output
}

fn kehu(book: &Book, line: &str) -> Output {
    let mut command = book.command();
    command.args(common::words(line));
    run(command)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// One error, with its place and the next step, and nothing else.
fn one_error(output: &Output, place: &str) {
    let err = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.starts_with(&format!("错误：{place}")), "{place}: {err}");
    assert_eq!((err.matches("错误：").count(), err.matches("\n  下一步：").count()), (1, 1), "{err}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
}

#[test]
fn no_book() {
    let book = Book::nowhere("2026-11-23");
    for line in [
        "add --name A --country 德国",
        "log A x -k call",
        "quote A Q",
        "sample A x",
        "set A a=b",
        "show A",
        "edit A",
        "list",
        "due",
        "lint",
    ] {
        book.run(line).remarks(&["错误：找不到账套：", "kehu init 文件夹"]).exits(2);
    }
    let book = book.english();
    book.run("show A").remarks(&["error: no book here: ", "kehu init DIR"]).exits(2);
    assert!(book.files().is_empty());
}

#[test]
fn settings_that_cannot_be_read() {
    for (settings, place) in [
        ("language = zh\n", "kehu.toml:1:12："),
        ("curency = 'CNY'\n", "kehu.toml:1:1："),
        ("[[stage]]\nfolder = 'a/b'\nkind = 'prospect'\n", "kehu.toml"),
        ("currency = 3\n", "kehu.toml:1:12："),
    ] {
        let book = book().file("kehu.toml", settings);
        let output = kehu(&book, "list");
        let err = text(&output.stderr);
        assert!(err.starts_with(&format!("错误：{place}")) && output.status.code() == Some(2), "{settings}: {err}");
        kehu(&book, "log Gut x -k call");
        assert_eq!(book.text("国外客户/法国/Gut/card.toml"), GOOD);
    }
}

/// Cards that cannot be read, and where the error is to be.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let merge = "name = 'A'\n<<<<<<< HEAD\nphone = '1'\n=======\nphone = '2'\n>>>>>>> theirs\n";
    vec![
        ("a slip", b"name = 'Bad\n".to_vec(), ":1:"),
        ("a wrong type", b"name = 'Bad'\nphone = 49711\n".to_vec(), ":2:9"),
        ("no such day", b"created = 2026-02-30\n".to_vec(), ":1:11"),
        ("no such day, quoted", b"created = '2026-02-30'\n".to_vec(), ":1:11"),
        ("half a merge", merge.as_bytes().to_vec(), ":2:1"),
        ("GBK", b"name = 'Bad'\nnote = '\xb5\xc2\xb9\xfa'\n".to_vec(), ":2"),
        ("UTF-16", b"\xff\xfen\0a\0m\0e\0".to_vec(), ":1"),
        ("zero bytes", b"name = 'a\0b'\n".to_vec(), ":1:"),
        ("huge", [b"name = 'Bad'\n".as_slice(), &b"# x\n".repeat(1_400_000)].concat(), ""),
    ]
}

#[test]
fn a_broken_card_is_told_and_the_others_are_served() {
    for (what, bytes, place) in broken() {
        let book = book().bytes(BAD, &bytes);
        for line in
            ["show Bad", "log Bad x -k call", "set Bad phone=1", "quote Bad Q -i a;1;1 --currency USD", "sample Bad x"]
        {
            // a card of a wrong type may still be mended, and added to, piece by piece
            let output = kehu(&book, line);
            if output.status.success() && what == "a wrong type" || what.starts_with("no such day, quoted") {
                std::fs::write(book.path(BAD), &bytes).unwrap();
                continue;
            }
            one_error(&output, &format!("{BAD}{place}"));
            assert_eq!(std::fs::read(book.path(BAD)).unwrap(), bytes, "{what}: {line}");
        }
        served(&book, what);
    }
}

/// The good card is there whatever the bad one is, and the exit code says that something was not.
fn served(book: &Book, what: &str) {
    for (line, good) in
        [("list", "Gut"), ("list --format json", "Gut"), ("list --format ids", "国外客户/法国/Gut"), ("due", "")]
    {
        let output = kehu(book, line);
        let err = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{what}: {line}: {err}");
        assert!(text(&output.stdout).contains(good), "{what}: {line}");
        assert!(
            err.contains("错误：潜在客户/德国/Bad/card.toml") && err.matches("错误：").count() == 1,
            "{what}: {line}: {err}"
        );
    }
    let lint = kehu(book, "lint");
    assert_eq!(lint.status.code(), Some(1), "{what}: to lint it is a finding: {}", text(&lint.stderr));
    assert!(text(&lint.stdout).contains("潜在客户/德国/Bad/card.toml"), "{what}: {}", text(&lint.stdout));
    let show = kehu(book, "show Gut");
    assert_eq!((show.status.code(), text(&show.stderr).as_str()), (Some(0), ""), "{what}");
    let log = kehu(book, "log Gut x -k call -q");
    assert_eq!((log.status.code(), text(&log.stderr).as_str()), (Some(0), ""), "{what}");
    assert!(book.text("国外客户/法国/Gut/card.toml").starts_with(GOOD));
    std::fs::write(book.path("国外客户/法国/Gut/card.toml"), GOOD).unwrap();
}

#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_card_is_neither_read_nor_written() {
    type Make = fn(&Book);
    let made: [(&str, Make); 4] = [
        ("a link", |book| {
            let secret = book.path("geheim.toml");
            std::fs::write(&secret, "name = 'Geheim'\n").unwrap();
            std::os::unix::fs::symlink(secret, book.path(BAD)).unwrap();
        }),
        ("a link to nowhere", |book| std::os::unix::fs::symlink("/nirgends", book.path(BAD)).unwrap()),
        ("a folder", |book| std::fs::create_dir(book.path(BAD)).unwrap()),
        ("a pipe that nobody writes to", |book| {
            assert!(Command::new("mkfifo").arg(book.path(BAD)).status().unwrap().success());
        }),
    ];
    for (what, make) in made {
        let book = book().folder("潜在客户/德国/Bad");
        make(&book);
        for line in ["show Bad", "log Bad x -k call", "set Bad phone=1", "sample Bad x"] {
            one_error(&kehu(&book, line), BAD);
        }
        let output = kehu(&book, "add --name Bad --country 德国 --yes");
        assert_eq!(output.status.code(), Some(1), "{what}: {}", text(&output.stderr));
        served(&book, what);
        if what == "a link" {
            assert_eq!(book.text("geheim.toml"), "name = 'Geheim'\n");
        }
    }
}

#[test]
fn names_that_are_no_folders() {
    let book = Book::on("2026-11-23");
    let long = "客".repeat(300);
    for (name, folder) in [
        ("../../x", "_..／..／x"),
        ("/etc/passwd", "／etc／passwd"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("North/South", "North／South"),
        ("a<b>:\"c\"|?*\\d", "a＜b＞：＂c＂｜？＊＼d"),
        ("-rf", "_-rf"),
        (".kehu", "_.kehu"),
        ("🚀 Rocket GmbH", "🚀 Rocket GmbH"),
        ("Mu\u{308}ller", "Müller"),
        ("S.p.A.", "S.p.A"),
        ("$(touch pwned) `x`", "$(touch pwned) `x`"),
    ] {
        book.args(["add", "--country", "德国", "--yes", &format!("--name={name}")])
            .stderr(&format!("已新增 潜在客户/德国/{folder}/card.toml\n"));
        let row = book.args(["show", &format!("潜在客户/德国/{folder}"), "--format", "json"]).json();
        assert_eq!(row["name"], name, "the card keeps the name as it is");
    }
    book.args(["add", "--country", "德国", "--yes", "--name", &long]).remarks(&["已新增 潜在客户/德国/客客"]);
    assert_eq!(book.args(["show", &long, "--format", "json"]).json()["name"], long);
    assert!(
        book.files().iter().all(|file| file == "kehu.toml" || file.starts_with("潜在客户/德国/")),
        "{:?}",
        book.files()
    );
    let before = book.files();
    for name in ["", " ", ".", "..", "...", "a\u{202e}b", "a\nb", "a\u{1b}[31mb", "\u{200b}"] {
        let run = book.args(["add", "--country", "德国", "--yes", "--name", name]);
        run.remarks(&["错误：", "\n  下一步："]).exits(2);
    }
    assert_eq!(book.files(), before);
}

#[test]
fn days_that_do_not_exist() {
    let book = book();
    for line in [
        "--today 2026-02-30 list",
        "--today nie list",
        "log Gut x -k call --date 2026-02-30",
        "quote Gut Q -i a;1;1 --currency USD --date 2026-02-30",
        "sample Gut x --date 2026-02-30",
        "set Gut created=2026-02-30",
    ] {
        let output = kehu(&book, line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        let err = text(&output.stderr);
        assert!(
            err.contains("不是日期") && err.contains("\n  下一步：") && err.matches("错误：").count() == 1,
            "{line}: {err}"
        );
    }
    assert_eq!(book.text("国外客户/法国/Gut/card.toml"), GOOD);
}

#[cfg(unix)]
#[test]
fn nobody_to_ask() {
    let book = book();
    for (line, flag) in
        [("add", "--name"), ("log Gut", "--kind"), ("log", "客户"), ("quote Gut", "报价单号"), ("sample Gut", "品名")]
    {
        let mut command = Command::new("sh");
        command.current_dir(book.dir.path()).envs([("KEHU_TODAY", "2026-11-23"), ("KEHU_LANG", "zh-CN")]);
        command.args(["-c", &format!("exec \"$0\" {line} <&-"), common::KEHU]);
        let output = run(command);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(
            text(&output.stderr),
            format!("错误：缺少 {flag}，且没有终端可供询问\n  下一步：请在命令行给出：{flag} …\n"),
            "{line}"
        );
    }
}

/// A book whose lists are longer than a pipe holds.
fn large() -> Book {
    (0..1500).fold(Book::on("2026-11-23"), |book, n| {
        book.card(
            &format!("潜在客户/德国/Firma mit langem Namen {n:04}"),
            "created = 2026-01-05\nnote = '一段不短的备注，好让输出超过管道的容量'\n",
        )
    })
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let book = large();
    for line in [
        "list",
        "list --format json",
        "list --format csv",
        "list --format md",
        "list --format ids",
        "due",
        "due --format jsonl",
        "lint",
        "lint --format json",
    ] {
        let mut command = book.command();
        command.args(common::words(line)).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = finish(child, line);
        assert!(!first.is_empty(), "{line}");
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""), "{line} | head -1");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_told() {
    let book = book();
    for line in [
        "list",
        "list --format json",
        "show Gut",
        "show Gut --format toml",
        "log Gut x -k call --dry-run",
        "--help",
        "log --help",
        "--version",
        "schema",
        "completions bash",
    ] {
        let mut command = book.command();
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        command.args(common::words(line)).stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
        let output = finish(command.spawn().unwrap(), line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(
            text(&output.stderr).starts_with("错误：stdout：无法写出结果：磁盘已满"),
            "{line}: {}",
            text(&output.stderr)
        );
    }
    assert_eq!(book.text("国外客户/法国/Gut/card.toml"), GOOD);
}

/// A user without rights, where we are root: chmod says nothing to root.
#[cfg(unix)]
fn as_nobody(book: &Book, line: &str) -> Option<Output> {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    std::fs::set_permissions(book.dir.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let probe = book.path("probe");
    std::fs::write(&probe, "").unwrap();
    std::fs::set_permissions(&probe, std::fs::Permissions::from_mode(0o000)).unwrap();
    let root = std::fs::read(&probe).is_ok();
    std::fs::remove_file(&probe).unwrap();
    let mut command = book.command();
    command.args(common::words(line)).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if root {
        command.uid(65534).gid(65534);
    }
    // the program itself may lie where nobody else can reach it; then there is nothing to try
    command.spawn().ok().map(|child| finish(child, line))
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |book: &Book, path: &str, mode| {
        std::fs::set_permissions(book.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    // a card that may not be read
    let book = book().file(BAD, "name = 'Bad'\n").folder(".kehu");
    mode(&book, BAD, 0o000);
    let Some(output) = as_nobody(&book, "show Bad") else { return };
    one_error(&output, &format!("{BAD}：没有权限"));
    let output = as_nobody(&book, "list").unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("Gut") && text(&output.stderr).matches("没有权限").count() == 1);
    // a folder that may not be entered
    mode(&book, BAD, 0o644);
    mode(&book, "潜在客户/德国", 0o000);
    let output = as_nobody(&book, "list").unwrap();
    mode(&book, "潜在客户/德国", 0o755);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stdout).contains("Gut")
            && text(&output.stderr).starts_with("错误：潜在客户/德国：没有权限\n  下一步："),
        "{}",
        text(&output.stderr)
    );
    // nothing may be written: no lock, no card
    for (line, place) in [
        ("log Gut x -k call", ".kehu"),
        ("add --name Neu --country 德国", ".kehu"),
        ("set Gut note=x", ".kehu"),
        ("init neu", "neu"),
    ] {
        let output = as_nobody(&book, line).unwrap();
        let err = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line}: {err}");
        assert!(
            err.starts_with("错误：") && err.contains(place) && err.contains("：没有权限\n  下一步："),
            "{line}: {err}"
        );
    }
    // the lock can be had, the customer's folder is closed
    mode(&book, ".kehu", 0o777);
    for (line, place) in [
        ("log Gut x -k call", "国外客户/法国/Gut/card.toml"),
        ("add --name Neu --country 德国", "潜在客户/德国/Neu/card.toml"),
    ] {
        one_error(&as_nobody(&book, line).unwrap(), &format!("{place}：没有权限"));
    }
    assert_eq!(book.text("国外客户/法国/Gut/card.toml"), GOOD);
    assert!(!book.path("潜在客户/德国/Neu").exists() && !book.path("neu").exists());
    // looking is allowed all the same
    assert_eq!(as_nobody(&book, "show Gut").unwrap().status.code(), Some(0));
    assert_eq!(as_nobody(&book, "log Gut x -k call --dry-run").unwrap().status.code(), Some(0));
}

/// What must never reach a terminal as it is: escape, bell, a C1 control, an override of the writing direction.
const EVIL: &str = "x\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}y";

fn harmless(output: &Output, what: &str) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = text(bytes);
        let bad = text.chars().find(|c| matches!(c, '\u{1b}' | '\u{7}' | '\u{9b}' | '\u{202e}' | '\r'));
        assert_eq!(bad, None, "{what}:\n{}", text.escape_debug());
    }
}

/// A book with all of it: in texts, in names, in names of folders.
#[cfg(unix)]
fn evil() -> Book {
    let toml: String =
        EVIL.chars().map(|c| if c.is_control() { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() }).collect();
    let card = format!(
        "name = \"{toml}\"\nowner = \"{toml}\"\nphone = \"{toml}\"\nemail = \"{toml}\"\ncreated = 2026-01-05\n\"{toml}\" = 1\n# \u{202e}\n[[followup]]\ndate = 2026-11-01\nkind = 'inquiry'\nsummary = \"{toml}\"\nnext = 2026-11-20\n"
    );
    book()
        .card(&format!("潜在客户/德国/{EVIL}"), &card)
        .file(&format!("潜在客户/{EVIL}/Z/card.toml"), "name = \n")
        .folder(&format!("潜在客户/德国/{EVIL}2"))
}

#[cfg(unix)]
#[test]
fn nor_does_it_come_out_as_csv() {
    for line in [["list", "--format", "csv"], ["due", "--format", "csv"]] {
        let book = evil();
        let mut command = book.command();
        command.args(line);
        harmless(&run(command), &format!("{line:?}"));
    }
}

#[cfg(unix)]
#[test]
fn nothing_that_a_terminal_obeys_comes_out() {
    let book = evil();
    let lines: &[&[&str]] = &[
        &["list"],
        &["list", "--format", "json"],
        &["list", "--format", "jsonl"],
        &["list", "--format", "md"],
        &["list", "--format", "ids"],
        &["due"],
        &["due", "--format", "json"],
        &["due", "--format", "md"],
        &["lint"],
        &["lint", "--format", "json"],
        &["lint", "--format", "sarif"],
        &["lint", "--format", "github"],
        &["lint", "--fix", "--dry-run"],
        &["show", EVIL],
        &["show", EVIL, "--format", "json"],
        &["show", EVIL, "--format", "toml"],
        &["show", "x"],
        &["show", &format!("{EVIL}?")],
        &["log", EVIL, EVIL, "-k", "call", "--dry-run"],
        &["log", EVIL, EVIL, "-k", "call"],
        &["log", EVIL, "x", "-k", EVIL],
        &["log", EVIL, "x", "-k", "call", "--next", EVIL],
        &["set", EVIL, &format!("note={EVIL}"), "--dry-run"],
        &["set", EVIL, &format!("{EVIL}=1")],
        &["set", EVIL, &format!("contact.{EVIL}.name=1")],
        &["set", EVIL, &format!("type={EVIL}")],
        &["set", EVIL, EVIL],
        &["set", EVIL, &format!("name.{EVIL}=1")],
        &["quote", EVIL, EVIL, "-i", EVIL, "--currency", "USD"],
        &["quote", EVIL, EVIL, "-i", "a;1;1", "--currency", EVIL],
        &["quote", EVIL, EVIL, "-i", "a;1;1", "--currency", "USD"],
        &["quote", EVIL, EVIL, "--outcome", "won"],
        &["sample", EVIL, EVIL],
        &["sample", EVIL, "--feedback", EVIL],
        &["sample", EVIL, "--feedback", EVIL],
        &["add", "--name", EVIL, "--country", "德国"],
        &["add", "--name", "Neu", "--country", EVIL],
        &["add", "--name", "Neu", "--country", "德国", "--stage", EVIL],
        &["add", "--name", "Neu", "--country", "德国", EVIL],
        &["add", "--name", "Neu", "--country", "德国", "--phone", EVIL, "--dry-run"],
        &["init", "--stage", EVIL],
        &["init", "--currency", EVIL],
        &["init", "--adopt", "--dry-run"],
        &["init", "--demo", "潜在客户"],
        &[EVIL],
        &["--today", EVIL, "list"],
        &["--lang", EVIL, "list"],
        &["-C", EVIL, "list"],
        &["list", &format!("--{EVIL}")],
        &["completions", EVIL],
        &["schema", EVIL],
    ];
    for line in lines {
        let mut command = book.command();
        command.args(*line);
        harmless(&run(command), &format!("{line:?}"));
    }
    // what was hidden from the terminal is in the data all the same
    let row = book.args(["show", &format!("潜在客户/德国/{EVIL}"), "--format", "json"]).json();
    assert_eq!((row["name"].as_str(), row["company"].as_str()), (Some(EVIL), Some(EVIL)));
    assert_eq!(row["card"]["followup"][1]["summary"], EVIL);
}

#[cfg(target_os = "linux")]
#[test]
fn an_argument_that_is_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let book = book();
    let bad = OsStr::from_bytes(b"\xb5\xc2\xff");
    for line in [
        vec![OsStr::new("show"), bad],
        vec![OsStr::new("log"), OsStr::new("Gut"), bad],
        vec![OsStr::new("set"), OsStr::new("Gut"), bad],
        vec![bad],
        vec![OsStr::new("--lang"), bad, OsStr::new("list")],
    ] {
        let mut command = book.command();
        command.args(&line);
        let output = run(command);
        assert_eq!(output.status.code(), Some(2), "{line:?}");
        assert!(text(&output.stderr).starts_with("错误："), "{line:?}: {}", text(&output.stderr));
    }
    assert_eq!(book.text("国外客户/法国/Gut/card.toml"), GOOD);
}

/// The follow-ups of the good card, which must be whole.
fn followups(book: &Book) -> usize {
    let text = book.text("国外客户/法国/Gut/card.toml");
    assert!(text.starts_with(GOOD), "{text}");
    let card: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    card.get("followup").and_then(toml::Value::as_array).map_or(0, Vec::len)
}

#[test]
fn two_writers_at_once_lose_nothing() {
    let book = book();
    let writer = |who: &'static str| {
        let commands: Vec<Command> = (0..50)
            .map(|n| {
                let mut command = book.command();
                command.args(["log", "国外客户/法国/Gut", &format!("{who} {n}"), "-k", "call", "-q"]);
                command
            })
            .collect();
        std::thread::spawn(move || {
            for command in commands {
                let output = run(command);
                assert!(output.status.success(), "{who}: {}", text(&output.stderr));
            }
        })
    };
    let writers = [writer("甲"), writer("乙")];
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(followups(&book), 100);
    let card = book.text("国外客户/法国/Gut/card.toml");
    for who in ["甲", "乙"] {
        assert!((0..50).all(|n| card.contains(&format!("summary = \"{who} {n}\"\n"))), "{who}");
    }
}

#[test]
fn a_write_that_is_killed_leaves_the_card_whole() {
    let book = book();
    let mut written = 0;
    let start = Instant::now();
    book.run("log 国外客户/法国/Gut davor -k call -q");
    let (whole, mut before) = (start.elapsed(), 1);
    // a little generator of its own: the moments must differ, not be random
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    for n in 0..60 {
        let mut command = book.command();
        command.args(["log", "国外客户/法国/Gut", &format!("第 {n} 次"), "-k", "call", "-q"]).stdin(Stdio::null());
        let mut child = command.spawn().unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        // somewhere between the start and a little after the usual end
        std::thread::sleep(whole * u32::try_from((seed >> 33) % 120).unwrap() / 100);
        // it may have ended by itself
        let _ = child.kill();
        written += usize::from(child.wait().unwrap().success());
        let now = followups(&book);
        assert!(now == before || now == before + 1, "{before} → {now}");
        before = now;
    }
    assert!(before > written, "what was reported done is there: {written} of {before}");
    // the lock died with its holder, and what lies about is ours by name
    book.run("log Gut danach -k call -q");
    assert_eq!(followups(&book), before + 1);
    for file in book.files() {
        let name = file.rsplit('/').next().unwrap();
        assert!(
            matches!(name, "kehu.toml" | "card.toml") || (name.starts_with(".kehu-") && name.ends_with(".tmp")),
            "{file}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_not_gone_through() {
    let outside = Book::nowhere("2026-11-23").file("Acme/card.toml", GOOD);
    let book = book().folder("潜在客户/德国");
    std::os::unix::fs::symlink(outside.path("Acme"), book.path("潜在客户/德国/Acme")).unwrap();
    for line in ["log 潜在客户/德国/Acme x -k call", "set 潜在客户/德国/Acme note=x", "log Acme x -k call"]
    {
        let output = kehu(&book, line);
        assert_eq!(output.status.code(), Some(2), "{line}: {}", text(&output.stderr));
    }
    std::os::unix::fs::symlink(outside.dir.path(), book.path("潜在客户/法国")).unwrap();
    for (line, link) in
        [("add --name Acme --country 德国", "潜在客户/德国/Acme"), ("add --name Neu --country 法国", "潜在客户/法国")]
    {
        let output = kehu(&book, &format!("{line} --yes"));
        assert!(
            text(&output.stderr).starts_with(&format!("错误：{link}：该文件夹是链接")),
            "{line}: {}",
            text(&output.stderr)
        );
    }
    assert_eq!(outside.text("Acme/card.toml"), GOOD);
    assert_eq!(outside.files(), ["Acme/card.toml"]);
}
