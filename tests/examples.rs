//! What lies beside the source for people to use: the scripts, the generator, the completions. Run as people run them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::{Book, KEHU, example};
use snapshots::repository;

/// What a program said.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn said(output: Output) -> Said {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A script of the examples, as a person's shell or cron would start it.
fn script(name: &str, args: &[&OsStr], env: &[(&str, &str)]) -> Said {
    let mut command = Command::new(repository("examples").join(name));
    command
        .args(args)
        .env("KEHU", KEHU)
        .env("KEHU_TODAY", "2026-11-23")
        .env("KEHU_LANG", "zh-CN")
        .env_remove("KEHU_BOOK");
    said(command.envs(env.iter().copied()).output().unwrap())
}

fn root(book: &Book) -> &OsStr {
    book.dir.path().as_os_str()
}

#[test]
fn monday_mail_sends_what_is_due_this_week() {
    let book = Book::demo();
    let to: &OsStr = "boss@example.com".as_ref();
    let all = script("monday-mail.sh", &[root(&book), to], &[("MAILER", "cat")]);
    assert_eq!((all.code, all.err.as_str()), (Some(0), ""), "{}", all.out);
    assert_eq!(all.out, book.run("due --within 7d --format md").text());

    let subject = script(
        "monday-mail.sh",
        &[root(&book), to, "沈嘉禾".as_ref()],
        &[("MAILER", "echo \"$MAIL_TO|$MAIL_SUBJECT\"; cat")],
    );
    assert!(
        subject.out.starts_with("boss@example.com|kehu: 本周到期（沈嘉禾）\n# 2026-11-23 到期事项\n"),
        "{}",
        subject.out
    );
    assert_eq!(subject.out.matches("| 沈嘉禾 |").count(), 16);
    assert!(!subject.out.contains("顾远舟"));
}

#[test]
fn monday_mail_sends_nothing_about_nothing_and_tells_of_trouble() {
    let to: &OsStr = "boss@example.com".as_ref();
    let empty = Book::on("2026-11-23");
    let none = script("monday-mail.sh", &[root(&empty), to], &[("MAILER", "echo sent")]);
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (Some(0), "", ""));

    let book = Book::demo().card("潜在客户/德国/Broken", "name = \n");
    let some = script("monday-mail.sh", &[root(&book), to], &[("MAILER", "cat")]);
    assert_eq!(some.code, Some(2));
    assert!(
        some.out.contains("Kranich") && some.err.contains("潜在客户/德国/Broken/card.toml"),
        "{}{}",
        some.out,
        some.err
    );

    let unknown = script("monday-mail.sh", &[root(&book), to, "沈家禾".as_ref()], &[("MAILER", "echo sent")]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    let usage = script("monday-mail.sh", &[root(&book)], &[]);
    assert_eq!((usage.code, usage.err.as_str()), (Some(2), "usage: monday-mail.sh BOOK ADDRESS [OWNER]\n"));
}

#[test]
fn every_pipeline_runs_over_the_demo_book() {
    if !have("python3") {
        return;
    }
    let book = Book::demo();
    let ran = script("pipelines.sh", &[root(&book)], &[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let parts: Vec<&str> = ran.out.split("== ").skip(1).collect();
    assert_eq!(parts.len(), 10, "{}", ran.out);
    let lines = |part: &str| part.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    // two quotes wait: their cards, whole
    assert!(
        parts[0].contains("Almacenes Torrefina S.L.  潜在客户/西班牙/") && parts[0].contains("Barq Al Rimal"),
        "{}",
        parts[0]
    );
    assert!(lines(parts[1]).contains(&"沈嘉禾\treview\t3".to_owned()), "{}", parts[1]);
    assert!(
        lines(parts[2]).contains(&"DE\tA\t1".to_owned()) && lines(parts[2]).contains(&"DE\t-\t1".to_owned()),
        "{}",
        parts[2]
    );
    assert_eq!(lines(parts[3]).len(), 18, "{}", parts[3]);
    assert!(lines(parts[3])[0].starts_with("78\tpayment\tWahat Al Nakheel Trading S.A.E\t"), "{}", parts[3]);
    assert_eq!(lines(parts[4]).len(), 5, "{}", parts[4]);
    assert_eq!(lines(parts[5]), [""; 0], "{}", parts[5]);
    assert_eq!(
        lines(parts[6]),
        [
            "Wahat Al Nakheel Trading S.A.E.\t34594.35\t2026-11-18",
            "Công ty TNHH Thiết bị Kho Minh Sơn Hải\t24195.60\t2026-11-20"
        ],
        "{}",
        parts[6]
    );
    // one is not graded yet; what is in force for the others is what is proposed
    assert_eq!(lines(parts[7]).len(), 1, "{}", parts[7]);
    assert!(lines(parts[7])[0].starts_with("Yıldıray Depo Ekipmanları Ltd. Şti.\t-\tD\t"), "{}", parts[7]);
    // what is due in thirty days, as events of a calendar
    assert_eq!(lines(parts[8]), ["44"], "{}", parts[8]);
    assert_eq!(lines(parts[9]), ["潜在客户/德国/Nordlicht Hubtechnik GmbH/card.toml"], "{}", parts[9]);
}

/// A repository that holds a book in a folder of it, with the hook in place.
struct Repository {
    dir: tempfile::TempDir,
}

impl Repository {
    /// `book` is the book's folder in the repository; empty where the repository is the book.
    fn with(book: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let repository_ = Self { dir };
        let inside = |path: &str| Path::new(book).join(path).to_string_lossy().into_owned();
        repository_.write(&inside("kehu.toml"), "language = \"zh-CN\"\n");
        repository_.write(
            &inside("国外客户/法国/Entrepôts Valmorin SARL/card.toml"),
            "id = 'vqznbs45bz'\nname = 'Entrepôts Valmorin SARL'\n",
        );
        repository_.git(&["init", "-q"]);
        for (key, value) in [("user.name", "张伟"), ("user.email", "zhang@example.com"), ("commit.gpgsign", "false")]
        {
            repository_.git(&["config", key, value]);
        }
        if !book.is_empty() {
            repository_.git(&["config", "kehu.book", book]);
        }
        repository_.git(&["add", "."]);
        repository_.git(&["commit", "-q", "-m", "建账"]);
        let hook = repository_.dir.path().join(".git/hooks/pre-commit");
        std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
        std::fs::copy(repository("examples/pre-commit"), hook).unwrap();
        repository_
    }

    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command
            .current_dir(self.dir.path())
            .env("KEHU", KEHU)
            .env("KEHU_TODAY", "2026-11-23")
            .env("KEHU_LANG", "zh-CN");
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        command
    }

    fn git(&self, args: &[&str]) -> String {
        let said = said(self.command().args(args).output().unwrap());
        assert_eq!(said.code, Some(0), "git {args:?}: {}{}", said.out, said.err);
        said.out
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Commits what is staged; what the hook said and whether there is a commit more.
    fn commit(&self) -> (bool, String) {
        let before = self.git(&["rev-list", "--count", "HEAD"]);
        let said = said(self.command().args(["commit", "-q", "-m", "改客户卡"]).output().unwrap());
        let committed = self.git(&["rev-list", "--count", "HEAD"]) != before;
        assert_eq!(committed, said.code == Some(0));
        (committed, said.out + &said.err)
    }
}

const GOOD: &str = "id = 'k7f3m2q9xz'\nname = 'Müller Maschinenbau GmbH'\nemail = 'a@mueller.example'\nowner = '沈嘉禾'\ncreated = 2026-11-20\n";

#[test]
fn the_hook_lets_good_cards_pass_and_stops_broken_ones() {
    if !have("git") {
        return;
    }
    for book in ["", "账/外贸客户"] {
        let repository = Repository::with(book);
        let card =
            Path::new(book).join("潜在客户/德国/Müller Maschinenbau GmbH/card.toml").to_string_lossy().into_owned();

        repository.write(&card, GOOD);
        repository.git(&["add", "."]);
        let (committed, told) = repository.commit();
        assert!(committed, "{book}: {told}");

        repository.write(&card, &GOOD.replace("name =", "name"));
        repository.git(&["add", "."]);
        let (committed, told) = repository.commit();
        assert!(!committed, "{book}: {told}");
        assert!(
            told.contains("潜在客户/德国/Müller Maschinenbau GmbH/card.toml:2:") && told.contains("未提交"),
            "{book}: {told}"
        );

        // what counts is what would be committed: mended in the folder, but not added, it is still stopped
        repository.write(&card, &GOOD.replace("沈嘉禾", "顾远舟"));
        assert!(!repository.commit().0, "{book}");
        repository.git(&["add", "."]);
        assert!(repository.commit().0, "{book}");
        // and broken in the folder, but good where it is staged, it passes
        repository.write(&card, &(GOOD.to_owned() + "note = '好'\n"));
        repository.git(&["add", "."]);
        repository.write(&card, "name = \n");
        assert!(repository.commit().0, "{book}");
    }
}

#[test]
fn the_hook_does_not_mind_other_files_and_looks_at_all_cards_when_settings_change() {
    if !have("git") {
        return;
    }
    let repository = Repository::with("");
    // a card that was broken before the hook came
    repository.write("潜在客户/法国/Alt/card.toml", "name = \n");
    repository.git(&["add", "."]);
    repository.git(&["commit", "-q", "--no-verify", "-m", "broken"]);

    repository.write("潜在客户/法国/Alt/报价单.txt", "USD 185\n");
    repository.git(&["add", "."]);
    let (committed, told) = repository.commit();
    assert!(committed && told.is_empty(), "{told}");

    let settings = std::fs::read_to_string(repository.dir.path().join("kehu.toml")).unwrap();
    repository.write("kehu.toml", &(settings + "# 备注\n"));
    repository.git(&["add", "."]);
    let (committed, told) = repository.commit();
    assert!(!committed && told.contains("潜在客户/法国/Alt/card.toml"), "{told}");
}

#[test]
fn the_hook_says_when_kehu_is_not_there() {
    if !have("git") {
        return;
    }
    let repository = Repository::with("");
    repository.write("潜在客户/德国/Neu/card.toml", GOOD);
    repository.git(&["add", "."]);
    let said =
        said(repository.command().env("KEHU", "/nowhere/kehu").args(["commit", "-q", "-m", "x"]).output().unwrap());
    assert_eq!(
        (said.code, said.err.as_str()),
        (Some(1), "pre-commit: /nowhere/kehu not found; install it, or commit with --no-verify\n")
    );
}

/// Every file of a folder with its bytes.
fn bytes(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.strip_prefix(dir).unwrap().to_path_buf(), std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_generator_makes_the_same_book_twice_and_kehu_finds_it_in_order() {
    let generator = example("generate");
    let book = Book::nowhere("2026-11-23");
    let make = |folder: &str, seed: &[&str]| {
        let output = Command::new(&generator).arg("30").arg(book.path(folder)).args(seed).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        bytes(&book.path(folder))
    };
    let first = make("one", &[]);
    assert_eq!(first.iter().filter(|(path, _)| path.ends_with("card.toml")).count(), 30);
    assert_eq!(first, make("two", &[]));
    assert_eq!(first, make("three", &["1"]));
    assert_ne!(first, make("four", &["2"]));

    // no error; warnings are the generator's business
    let findings = book.run("-C one lint --format json").json();
    let errors: Vec<String> =
        findings.as_array().unwrap().iter().filter(|row| row["severity"] == "error").map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert_eq!(book.run("-C one list --format ids").text().lines().count(), 30);
    let due = book.run("-C one due --format json").json();
    let kinds: std::collections::BTreeSet<&str> =
        due.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert!(due.as_array().unwrap().len() >= 10 && kinds.len() >= 3, "{kinds:?}");
}

/// `SNAPSHOTS=overwrite cargo test --test examples` draws them anew.
#[test]
#[cfg(unix)]
fn the_pictures_show_what_kehu_says() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = said(Command::new(example("picture")).arg(folder.path()).env("KEHU", KEHU).output().unwrap());
    assert_eq!((drawn.code, drawn.out.as_str(), drawn.err.as_str()), (Some(0), "", ""));
    for file in ["kehu.svg", "kehu.zh-CN.svg"] {
        let picture = std::fs::read_to_string(folder.path().join(file)).unwrap();
        // small enough for a page, nothing cut, no colour code left over
        assert!(picture.len() < 60_000 && picture.matches("class=\"r").count() > 5, "{file}: {}", picture.len());
        assert!(!picture.contains(['\u{1b}', '\r']), "{file}");
        snapshots::same(&format!("docs/{file}"), &picture);
    }
}

const SHELLS: &[(&str, &str)] =
    &[("bash", "kehu.bash"), ("zsh", "_kehu"), ("fish", "kehu.fish"), ("powershell", "kehu.ps1")];

/// `SNAPSHOTS=overwrite cargo test --test examples` makes the files anew.
#[test]
fn the_completions_are_what_the_program_prints() {
    let book = Book::nowhere("2026-11-23").english();
    for (shell, file) in SHELLS {
        let script = book.run(&format!("completions {shell}")).text();
        // the others ask kehu at each press of Tab
        for name in ["due", "到期", "within"].iter().filter(|_| *shell == "powershell") {
            assert!(script.contains(name), "{shell}: {name}");
        }
        snapshots::same(&format!("completions/{file}"), &script);
    }
    snapshots::only("completions", &SHELLS.iter().map(|(_, file)| (*file).to_owned()).collect::<Vec<_>>());
}

/// Whether a program that a script needs is installed; a machine with nothing but a Rust toolchain may lack it.
fn have(program: &str) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok();
    if !there {
        eprintln!("no {program} here: what needs it is not tried");
    }
    there
}

/// A shell, where it is installed; bash always is.
fn shell(program: &str) -> Option<Command> {
    let there = have(program);
    assert!(there || program != "bash", "bash is needed");
    there.then(|| Command::new(program))
}

#[test]
fn shells_take_the_completions_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for book in [Book::nowhere("2026-11-23"), Book::nowhere("2026-11-23").english()] {
        for (name, file) in SHELLS {
            let path = folder.path().join(file);
            std::fs::write(&path, book.run(&format!("completions {name}")).text()).unwrap();
            let Some(mut shell) = shell(name).filter(|_| *name != "powershell") else { continue };
            let said = said(shell.arg("-n").arg(&path).output().unwrap());
            assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name}");
        }
    }
}

/// The scripts never look into the book themselves: no company's name is in them, and none is evaluated.
#[test]
fn completions_do_not_depend_on_the_book() {
    let book = Book::demo().card("潜在客户/德国/$(touch pwned)", "name = '`touch pwned`'\n").english();
    for (shell, file) in SHELLS {
        let script = book.run(&format!("completions {shell}")).text();
        assert_eq!(script, std::fs::read_to_string(repository("completions").join(file)).unwrap(), "{shell}");
    }
}

/// `SNAPSHOTS=overwrite cargo test --test examples` makes the pages anew.
#[test]
fn the_man_pages_are_what_the_program_writes() {
    let (zh, en) = (Book::nowhere("2026-11-23"), Book::nowhere("2026-11-23").english());
    for (book, folder, others) in [(en, "docs/man", &["zh_CN"][..]), (zh, "docs/man/zh_CN", &[])] {
        book.run("man .").any_stderr().exits(0);
        let pages = book.files();
        for page in &pages {
            snapshots::same(&format!("{folder}/{page}"), &book.text(page));
        }
        snapshots::only(
            folder,
            &pages.into_iter().chain(others.iter().map(|name| (*name).to_owned())).collect::<Vec<_>>(),
        );
    }
}

#[test]
fn man_pages_for_every_command() {
    let zh = Book::nowhere("2026-11-23");
    let en = Book::nowhere("2026-11-23").english();
    // one for each command, those within commands too, and one for the whole
    fn pages_of(command: &clap::Command) -> usize {
        1 + command.get_subcommands().map(pages_of).sum::<usize>()
    }
    let count = pages_of(&kehu::cli::command());
    zh.run("man pages --dry-run").says(&["pages/kehu.1\n", "pages/kehu-due.1\n"]);
    assert_eq!(zh.files(), [""; 0]);
    zh.run("man pages").stderr(&format!("{count} 页手册已写入 pages\n")).exits(0);
    en.run("man pages").stderr(&format!("{count} pages in pages\n")).exits(0);
    let pages: Vec<String> = zh.files();
    assert_eq!(pages.len(), count);
    assert_eq!(pages, en.files());
    assert!(pages.contains(&"pages/kehu.1".to_owned()) && pages.contains(&"pages/kehu-due.1".to_owned()), "{pages:?}");
    for page in &pages {
        let (chinese, english) = (zh.text(page), en.text(page));
        for word in [
            "NAME",
            "SYNOPSIS",
            "OPTIONS",
            "DESCRIPTION",
            "SUBCOMMANDS",
            "EXTRA",
            "Possible values",
            "[default",
            "subcommands",
        ] {
            assert!(!chinese.contains(word), "{page}: {word}");
        }
        assert!(chinese.contains(".SH 名称\n") && chinese.contains(".SH 用法\n"), "{page}");
        assert!(english.contains(".SH NAME\n") && english.contains("kehu 0.1.0"), "{page}");
    }
    en.run("man").stdout(&en.text("pages/kehu.1")).exits(0);
    // made again after an update, over the old ones; never over what is no page of ours
    let en = en.file("pages/kehu-due.1", "\n.TH kehu-due 1 old\n");
    en.run("man pages").any_stderr().exits(0);
    assert!(en.text("pages/kehu-due.1").contains("\\-\\-within"));
    let en = en.file("pages/kehu-due.1", "my notes\n");
    en.run("man pages")
        .stderr("error: pages/kehu-due.1: this file is no man page of kehu\n  next: give another folder\n")
        .exits(2);
    assert_eq!(en.text("pages/kehu-due.1"), "my notes\n");
}
