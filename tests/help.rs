//! What the program says of itself: help, errors of the command line, version; in both languages.

#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test that cannot go on says so")]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use std::fs::File;
use std::process::Stdio;

use common::Book;

/// Every command and its Chinese name, as the trade calls it.
const ALIASES: &[(&str, &str)] = &[
    ("init", "建账"),
    ("import", "导入"),
    ("grade", "评级"),
    ("receivables", "应收"),
    ("add", "新增"),
    ("show", "查看"),
    ("edit", "编辑"),
    ("set", "修改"),
    ("log", "跟进"),
    ("quote", "报价"),
    ("sample", "寄样"),
    ("order", "下单"),
    ("ship", "出运"),
    ("pay", "收款"),
    ("search", "查找"),
    ("help", "帮助"),
    ("list", "列表"),
    ("due", "到期"),
    ("lint", "检查"),
    ("schema", "字段规范"),
    ("completions", "补全"),
    ("man", "手册"),
    ("next", "下一步"),
    ("plan", "访问计划"),
    ("promote", "转正式"),
    ("credit", "信用"),
    ("investigate", "信用调查"),
    ("alert", "紧急报告"),
    ("suspend", "暂停"),
    ("halt", "中止"),
    ("resume", "恢复"),
    ("request", "审批"),
    ("policy", "信用政策"),
    ("report", "报告"),
    ("backup", "备份"),
    ("doc", "制单"),
    ("stats", "统计"),
    ("export", "导出"),
];

/// A place without a book, so that the language is the one that is asked for.
fn nowhere(lang: &str) -> Book {
    let book = Book::nowhere("2026-11-23");
    if lang == "en" { book.english() } else { book }
}

/// The words of every command, those of commands within commands too.
fn commands() -> Vec<Vec<String>> {
    fn walk(command: &clap::Command, path: &[String], found: &mut Vec<Vec<String>>) {
        found.push(path.to_vec());
        for sub in command.get_subcommands() {
            walk(sub, &[path, &[sub.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    walk(&kehu::cli::command(), &[], &mut found);
    found
}

/// The Chinese names of all commands, those of commands within commands too; the longest first, for some hold others.
fn aliases() -> Vec<String> {
    fn walk(command: &clap::Command, found: &mut Vec<String>) {
        found.extend(command.get_visible_aliases().map(str::to_owned));
        command.get_subcommands().for_each(|sub| walk(sub, found));
    }
    let mut found = Vec::new();
    walk(&kehu::cli::command(), &mut found);
    found.sort_by_key(|name| std::cmp::Reverse(name.len()));
    found
}

fn help(book: &Book, command: &[String]) -> String {
    book.args(command.iter().map(String::as_str).chain(["--help"])).text()
}

/// All help texts of a language, by the name of their snapshot.
fn texts(lang: &str) -> Vec<(String, String)> {
    let book = nowhere(lang);
    let name = |command: &[String]| if command.is_empty() { "kehu".to_owned() } else { command.join("-") };
    commands().iter().map(|command| (name(command), help(&book, command))).collect()
}

#[test]
fn every_help_text_is_as_it_was_agreed() {
    for lang in ["zh", "en"] {
        let texts = texts(lang);
        assert!(texts.len() > ALIASES.len());
        for (name, text) in &texts {
            snapshots::same(&format!("tests/snapshots/help/{lang}/{name}.txt"), text);
        }
        let names: Vec<String> = texts.iter().map(|(name, _)| format!("{name}.txt")).collect();
        snapshots::only(&format!("tests/snapshots/help/{lang}"), &names);
    }
}

/// A Chinese character, or a mark that only Chinese text has.
fn chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”')
}

#[test]
fn chinese_help_holds_none_of_claps_english() {
    for (name, text) in texts("zh") {
        for word in [
            "Usage",
            "usage",
            "Options",
            "Arguments",
            "Commands",
            "possible values",
            "Possible values",
            "default",
            "alias",
            "Print",
            "[env",
            "COMMAND",
            "OPTIONS",
        ] {
            assert!(!text.contains(word), "{name}: {word}\n{text}");
        }
        // what is told to the reader is Chinese, line by line: the explanation behind every option and command
        for line in text.lines().filter(|line| line.starts_with("  ") && !line.starts_with("  kehu ")) {
            assert!(line.chars().any(chinese), "{name}: {line}");
        }
        assert!(text.contains("用法：kehu"), "{name}");
    }
}

#[test]
fn english_help_holds_no_chinese_but_the_names_of_commands_and_articles() {
    let aliases = aliases();
    for (name, text) in texts("en") {
        let text = aliases.iter().fold(text, |text, alias| text.replace(alias, ""));
        let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || "()[],;:".contains(c)).collect();
        for word in words.iter().filter(|word| word.chars().any(chinese)) {
            assert!(word.starts_with('第') && word.ends_with('条'), "{name}: {word}");
        }
        assert!(text.contains("Usage: kehu"), "{name}");
    }
}

#[test]
fn every_command_has_a_chinese_name_that_works() {
    let mut names: Vec<String> =
        commands().iter().filter(|command| command.len() == 1).map(|command| command.concat()).collect();
    let mut known: Vec<&str> = ALIASES.iter().map(|(name, _)| *name).collect();
    names.sort();
    known.sort_unstable();
    assert_eq!(names, known, "a new command wants its word of the glossary here");
    for lang in ["zh", "en"] {
        let book = nowhere(lang);
        let root = help(&book, &[]);
        for (name, alias) in ALIASES {
            assert!(root.contains(&format!("  {name}, {alias} ")), "{lang}: {name}, {alias}");
            assert_eq!(help(&book, &[(*alias).to_owned()]), help(&book, &[(*name).to_owned()]), "{alias}");
        }
    }
    // and not only for help
    let book = Book::demo();
    assert_eq!(book.run("到期 --format ids").text(), book.run("due --format ids").text());
    assert_eq!(book.run("列表 --format ids").text(), book.run("list --format ids").text());
    assert_eq!(book.run("查看 VN-0001").text(), book.run("show VN-0001").text());
    assert_eq!(book.run("字段规范 到期").text(), book.run("schema due").text());
}

#[test]
fn help_is_found_however_it_is_asked_for() {
    for lang in ["zh", "en"] {
        let book = nowhere(lang);
        let root = help(&book, &[]);
        book.run("help").stdout(&root).exits(0);
        book.run("help due").stdout(&help(&book, &["due".to_owned()])).exits(0);
        book.run("帮助 到期").stdout(&help(&book, &["due".to_owned()])).exits(0);
        book.run("-h").stdout(&root).exits(0);
        let due = help(&book, &["due".to_owned()]);
        book.run("due -h").stdout(&due).exits(0);
        book.run("--help due").stdout(&root).exits(0);
        // the rest of the line may be anything
        book.run("due --within 7d --help").stdout(&due).exits(0);
    }
}

#[test]
fn the_language_is_asked_for_in_several_ways() {
    let first = |book: &Book, line: &str| book.run(line).text().lines().next().unwrap().to_owned();
    let (zh, en) = ("查看到期事项，最急的在前", "See what is due, most urgent first");
    let (chinese, english) = (nowhere("zh"), nowhere("en"));
    assert_eq!(first(&chinese, "due --help"), zh);
    assert_eq!(first(&english, "due --help"), en);
    for (line, want) in [
        ("--lang en due --help", en),
        ("--lang=en due --help", en),
        ("due --help --lang English", en),
        ("--lang 英文 due --help", en),
        ("--lang en_GB.UTF-8 due --help", en),
        ("--lang zh-CN due --help", zh),
        ("--lang 中文 due --help", zh),
    ] {
        assert_eq!(first(&chinese, line), want, "{line}");
        assert_eq!(first(&english, line), want, "{line}");
    }
    // the book's own language, where nobody says another; what the locale says does not matter
    let book = Book::nowhere("2026-11-23").file("kehu.toml", "language = \"en\"\n");
    let mut command = book.command();
    command.env_remove("KEHU_LANG").env("LANG", "zh_CN.UTF-8").args(["due", "--help"]);
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(text.starts_with(en), "{text}");
}

#[test]
fn the_version() {
    let version = format!("kehu {}\n", env!("CARGO_PKG_VERSION"));
    nowhere("zh").run("--version").stdout(&version).exits(0);
    nowhere("en").run("-V").stdout(&version).exits(0);
}

/// What is typed, what is said in Chinese, what in English. A next step stands behind `|`.
const WRONG: &[(&str, &str, &str)] = &[
    // unknown command, with and without one like it
    (
        "frobnicate",
        "没有命令“frobnicate”|用法：kehu [命令] [选项]",
        "there is no command \"frobnicate\"|usage: kehu [COMMAND] [OPTIONS]",
    ),
    ("lisst", "没有命令“lisst”|是否想写 lint 或 list？", "there is no command \"lisst\"|did you mean lint or list?"),
    ("列出", "没有命令“列出”|用法：kehu [命令] [选项]", "there is no command \"列出\"|usage: kehu [COMMAND] [OPTIONS]"),
    ("到期日", "没有命令“到期日”|是否想写 到期？", "there is no command \"到期日\"|did you mean 到期?"),
    // unknown option
    (
        "due --frob",
        "此处没有选项 --frob|用法：kehu due [查询…] [选项]",
        "there is no option --frob here|usage: kehu due [QUERY…] [OPTIONS]",
    ),
    (
        "due --formt md",
        "此处没有选项 --formt|是否想写 --format？",
        "there is no option --formt here|did you mean --format?",
    ),
    ("-z", "此处没有选项 -z|用法：kehu [命令] [选项]", "there is no option -z here|usage: kehu [COMMAND] [OPTIONS]"),
    // too much
    (
        "schema due extra",
        "多余的参数“extra”|用法：kehu schema [对象] [选项]",
        "\"extra\" is too much here|usage: kehu schema [OUTPUT] [OPTIONS]",
    ),
    // missing argument
    (
        "set",
        "缺少：客户、路径=值|用法：kehu set 客户 [路径=值…] [选项]",
        "missing: NAME, PATH=VALUE|usage: kehu set NAME [PATH=VALUE…] [OPTIONS]",
    ),
    (
        "completions",
        "缺少：SHELL|用法：kehu completions SHELL [选项]",
        "missing: SHELL|usage: kehu completions SHELL [OPTIONS]",
    ),
    (
        "lint --dry-run",
        "缺少：--fix|用法：kehu lint [路径…] [选项]",
        "missing: --fix|usage: kehu lint [PATH…] [OPTIONS]",
    ),
    // bad value
    (
        "due --within soon",
        "--within：“soon”：请写天数，如 7d、2w|见 kehu due --help",
        "--within: \"soon\": write a number of days such as 7d or 2w|see kehu due --help",
    ),
    (
        "due --country Germny",
        "--country：“Germny”：没有这个国家，是否想写 德国？|见 kehu due --help",
        "--country: \"Germny\": there is no such country; did you mean Germany?|see kehu due --help",
    ),
    (
        "due --today someday",
        "--today “someday”不是日期|请写成 2026-11-23",
        "--today \"someday\" is no day|write it as 2026-11-23",
    ),
    (
        "--lang de due",
        "--lang：“de”：可写 zh-CN 或 en|见 kehu due --help",
        "--lang: \"de\": say zh-CN or en|see kehu due --help",
    ),
    // bad choice, the choices listed, to a Chinese reader with what they mean
    (
        "due --kind nope",
        "--kind：“nope”不在以下之列：inquiry 未回询盘、follow_up 待跟进、quote 报价跟进、sample 样品反馈、quiet 久未联系、review 定期调查、plan 访问计划、payment 逾期货款、deposit 定金、reorder 返单、dishonoured 拒付未收、alert 紧急报告、report 报告待交、request 待审批、grade_check 等级核查、limit 额度到期、complaint 投诉未结、backup 备份|见 kehu due --help",
        "--kind: \"nope\" is none of inquiry, follow_up, quote, sample, quiet, review, plan, payment, deposit, reorder, dishonoured, alert, report, request, grade_check, limit, complaint, backup|see kehu due --help",
    ),
    (
        "log x --kind 拜方",
        "--kind：“拜方”不在以下之列：inquiry 询盘、call 电话、email 邮件、message 即时消息、visit 拜访、meeting 会议、exhibition 展会、complaint 投诉、collection 催款、report 汇报、other 其他|见 kehu log --help",
        "--kind: \"拜方\" is none of inquiry, call, email, message, visit, meeting, exhibition, complaint, collection, report, other|see kehu log --help",
    ),
    (
        "due --format pdf",
        "--format：“pdf”不在以下之列：table、md、json、jsonl、csv、ids|见 kehu due --help",
        "--format: \"pdf\" is none of table, md, json, jsonl, csv, ids|see kehu due --help",
    ),
    (
        "list --grade E",
        "--grade：“E”不在以下之列：A、B、C、D|见 kehu list --help",
        "--grade: \"E\" is none of A, B, C, D|see kehu list --help",
    ),
    (
        "completions tcsh",
        "SHELL：“tcsh”不在以下之列：bash、zsh、fish、powershell|是否想写 zsh？",
        "SHELL: \"tcsh\" is none of bash, zsh, fish, powershell|did you mean zsh?",
    ),
    (
        "--color maybe due",
        "--color：“maybe”不在以下之列：auto、always、never|见 kehu due --help",
        "--color: \"maybe\" is none of auto, always, never|see kehu due --help",
    ),
    // conflict
    (
        "init --adopt --demo",
        "--adopt 不能与 --demo 同时使用|用法：kehu init [文件夹] [选项]",
        "--adopt cannot be used with --demo|usage: kehu init [DIR] [OPTIONS]",
    ),
    (
        "lint --fix --explain",
        "--fix 不能与 --explain 同时使用|用法：kehu lint [路径…] [选项]",
        "--fix cannot be used with --explain|usage: kehu lint [PATH…] [OPTIONS]",
    ),
    // missing value, and a value where none belongs
    ("due --format", "--format 缺少值|见 kehu due --help", "--format needs a value|see kehu due --help"),
    ("--book", "--book 缺少值|见 kehu --help", "--book needs a value|see kehu --help"),
    (
        "due --exit-code=3",
        "--exit-code：值太多|用法：kehu due [查询…] [选项]",
        "--exit-code: too many values|usage: kehu due [QUERY…] [OPTIONS]",
    ),
];

#[test]
fn errors_of_the_command_line() {
    let (zh, en) = (nowhere("zh"), nowhere("en"));
    for (line, chinese, english) in WRONG {
        let told = |head: &str, next: &str, text: &str| {
            let (what, step) = text.split_once('|').unwrap();
            format!("{head}{what}\n{next}{step}\n")
        };
        zh.run(line).stderr(&told("错误：", "  下一步：", chinese)).exits(2);
        en.run(line).stderr(&told("error: ", "  next: ", english)).exits(2);
    }
}

#[test]
fn what_is_typed_cannot_command_the_terminal() {
    let book = nowhere("zh");
    for line in [
        "fro\u{1b}[31m",
        "due --x\u{1b}[31m",
        "due --kind a\u{1b}[31m",
        "due --within \u{1b}[31m",
        "man x \u{1b}[31m",
        "help \u{1b}[31m",
        "--today \u{1b}[31m due",
    ] {
        book.run(line).remarks(&["␛[31m"]).exits(2);
    }
}

#[test]
fn a_full_disk_is_trouble_and_not_silence() {
    for (lang, error) in [
        ("zh", "错误：stdout：无法写出结果：磁盘已满\n  下一步：请腾出空间后重试\n"),
        (
            "en",
            "error: stdout: the output cannot be written: the disk is full\n  next: free some space and run the command again\n",
        ),
    ] {
        let book = if lang == "en" { Book::demo().english() } else { Book::demo() };
        for line in [
            "--help",
            "due --help",
            "--version",
            "",
            "due",
            "due --format json",
            "list --format csv",
            "lint --explain",
            "schema",
            "completions zsh",
            "man",
            "show VN-0001",
        ] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let output = book.command().args(common::words(line)).stdout(full).stderr(Stdio::piped()).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{line}");
            assert_eq!(String::from_utf8(output.stderr).unwrap(), error, "{line}");
        }
        for line in ["due --frob", "show nobody"] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let status = book.command().args(common::words(line)).stdout(Stdio::null()).stderr(full).status().unwrap();
            assert_eq!(status.code(), Some(2), "{line}");
        }
    }
}

#[test]
fn a_reader_that_went_away_ends_the_run_quietly() {
    let book = Book::demo();
    for line in ["schema", "list --format json", "due --help", "completions zsh"] {
        let mut child =
            book.command().args(common::words(line)).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{line}");
    }
}

#[test]
fn colours_are_for_those_who_want_them() {
    let book = Book::demo();
    let plain = book.run("due --help").text();
    assert!(!plain.contains('\u{1b}'));
    let coloured = book.run("due --help --color always").text();
    assert!(coloured.contains("\u{1b}[1m用法：\u{1b}[0m"), "{coloured}");
    let stripped = ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[36m", "\u{1b}[0m"]
        .iter()
        .fold(coloured, |text, code| text.replace(code, ""));
    assert_eq!(stripped, plain);
    book.run("due --color always").says(&["\u{1b}[1;31m"]).exits(0);
    book.run("due --color never").hides(&["\u{1b}"]).says(&[]).exits(0);
}

#[test]
fn a_command_that_lists_without_a_word_says_so() {
    for (command, en, zh) in [
        ("alert", "Usage: kehu alert [COMMAND] [OPTIONS]\n", "用法：kehu alert [命令] [选项]\n"),
        ("plan", "Usage: kehu plan [COMMAND | QUERY…] [OPTIONS]\n", "用法：kehu plan [命令 | 查询…] [选项]\n"),
    ] {
        Book::nowhere("2026-11-23").run(&format!("{command} --help --lang en")).says(&[en]);
        Book::nowhere("2026-11-23").run(&format!("{command} --help --lang zh-CN")).says(&[zh]);
    }
}
