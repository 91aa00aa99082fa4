//! The documents held to the program: what their console blocks show is what happens, pages made from the model are
//! those of this model, links lead somewhere, no command is forgotten.
//!
//! `SNAPSHOTS=overwrite cargo test --test docs` writes outputs and made parts anew.

#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "half of the pages need a shell or a link"))]
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use kehu::commands::alert::AlertRow;
use kehu::commands::credit::{order::CheckRow, show::CreditRow};
use kehu::commands::doc::{FieldRow, PaperRow, TemplateRow};
use kehu::commands::grade::{ExplainedRow, GradeRow};
use kehu::commands::next::{NextRow, ProcessRow};
use kehu::commands::plan::PlanRow;
use kehu::commands::policy::{impact::ImpactRow, show::PolicyRow};
use kehu::commands::receivables::{GroupRow, ReceivableRow};
use kehu::commands::report::{compliance::LapseRow, investigation::InvestigationRow, overview::OverviewRow};
use kehu::commands::request::{RequestRow, show::RequestWhole};
use kehu::commands::show::{DealRow, ShowRow};
use kehu::commands::stats::{MovementRow, StatRow};
use kehu::commands::{GROUPS, lint, lint::LintRow, list::ListRow, search::SearchRow, waiting::DueRow};
use kehu::lang::{Lang, lang, speak};
use kehu::lint::{Check, Finding, Sample, checks};
use kehu::model::choice::Choose;
use kehu::model::field::{Field, Record, RecordType};
use kehu::model::{Card, Date, reference};
use kehu::store::Book;
use kehu::views::escape;

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("docs/README.zh-CN.md", Lang::Zh)];

#[test]
#[cfg(unix)]
fn every_console_block_of_the_readme_is_what_happens() {
    is("README.md", &console::played(&text("README.md")));
}

#[test]
#[cfg(unix)]
fn every_console_block_of_the_chinese_readme_is_what_happens() {
    is("docs/README.zh-CN.md", &console::played(&text("docs/README.zh-CN.md")));
}

#[test]
#[cfg(unix)]
fn every_console_block_of_the_guides_is_what_happens() {
    for page in ["docs/guide.md", "docs/guide.zh-CN.md"] {
        is(page, &console::played(&text(page)));
    }
}

#[test]
#[cfg(unix)]
fn every_shell_block_of_the_readmes_runs() {
    let ci = std::fs::read_to_string(root().join(".ci/run")).unwrap().replace("--locked --quiet ", "");
    for (page, _) in READMES {
        let text = text(page);
        let home = console::Home::new();
        home.runs(&blocks(&text, "sh").concat());
        let cargo = std::fs::read_to_string(home.path("cargo.log")).unwrap();
        // what the page asks for first is what a change must pass
        let first: Vec<&str> = cargo.lines().take(2).collect();
        assert_eq!(
            first,
            ["cargo run --release -- -C examples/外贸客户 --today 2026-11-23 due", "cargo test"],
            "{page}"
        );
        assert!(first.iter().all(|line| ci.lines().any(|ours| ours == *line)), "{page}: {first:?} is not in .ci/run");
        for (shell, made) in [
            ("kehu.bash", ".local/share/bash-completion/completions/kehu"),
            ("_kehu", ".zfunc/_kehu"),
            ("kehu.fish", ".config/fish/completions/kehu.fish"),
        ] {
            let made = std::fs::read_to_string(home.path(made)).unwrap();
            assert_eq!(made, std::fs::read_to_string(root().join("completions").join(shell)).unwrap(), "{page}");
        }
        assert!(home.path(".local/share/man/man1/kehu-due.1").exists(), "{page}");
    }
}

/// A line of the crontab, run now: the script lies in `examples`, the book is the demo book, the mail is printed.
#[test]
#[cfg(unix)]
fn every_cron_line_of_the_readmes_mails_what_is_due() {
    for (page, _) in READMES {
        let lines = blocks(&text(page), "cron");
        assert!(!lines.is_empty(), "{page}: no line for cron");
        for line in lines.iter().flat_map(|block| block.lines()) {
            let (when, command) = line.split_once("  ").expect("two blanks before the command");
            assert_eq!(when.split(' ').count(), 5, "{page}: {line}");
            let command = command.replace("/usr/local/bin/", &format!("{}/examples/", root().display()));
            let home = console::Home::new();
            let mail = home.runs(&format!(
                "export KEHU_TODAY=2026-11-23 MAILER=cat\n{}",
                command.replace("/home/me/", "examples/")
            ));
            assert!(mail.contains("Kranich & Sohn"), "{page}: {mail}");
        }
    }
}

/// The table of what one may write in a query.
#[test]
#[cfg(unix)]
fn every_query_that_the_readmes_show_is_understood() {
    for (page, _) in READMES {
        let text = text(page);
        let rows = text.lines().skip_while(|line| !["| Write | Means |", "| 写法 | 意思 |"].contains(line)).skip(2);
        let cells = rows.take_while(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
        let queries: Vec<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
        assert!(queries.len() > 10, "{page}: {queries:?}");
        let home = console::Home::new();
        for query in queries {
            // 1: nobody is meant, which is an answer
            home.runs(&format!("export KEHU_TODAY=2026-11-23\nkehu -C examples/* -q list {query} || [ $? = 1 ]"));
        }
    }
}

#[test]
fn every_other_block_is_of_a_kind_that_is_looked_after() {
    for page in ["README.md", "docs/README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md"] {
        let text = text(page);
        let fences = text.lines().filter_map(|line| line.trim_start().strip_prefix("```"));
        for kind in fences.step_by(2) {
            assert!(["console", "sh", "cron", "toml", "text", "sql"].contains(&kind), "{page}: {kind:?}");
        }
        // a card that is shown is one that kehu reads without a complaint about what it says
        for card in blocks(&text, "toml") {
            let book = common::Book::on("2026-11-23").card("潜在客户/德国/Müller Maschinenbau GmbH", &card);
            let found = book.run("lint --format json").json();
            let said: Vec<&str> = found.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
            assert!(said.iter().all(|code| ["required-field", "schema-stale"].contains(code)), "{page}: {found:#}");
        }
    }
}

#[test]
#[cfg(unix)]
fn the_json_page_shows_what_happens_and_names_every_key() {
    let of = DueRow::TYPE.base.expect("a row of due begins with its customer");
    let tables: [(&str, &'static RecordType); 44] = [
        ("customer", of),
        ("list", ListRow::TYPE),
        ("search", SearchRow::TYPE),
        ("due", DueRow::TYPE),
        ("show", ShowRow::TYPE),
        ("owed", inner(ShowRow::TYPE, "owed")),
        ("order", DealRow::TYPE),
        ("order quote", inner(DealRow::TYPE, "quote")),
        ("order items", inner(DealRow::TYPE, "items")),
        ("order owed", inner(DealRow::TYPE, "owed")),
        ("order shipments", inner(DealRow::TYPE, "shipments")),
        ("order payments", inner(DealRow::TYPE, "payments")),
        ("order followups", inner(DealRow::TYPE, "followups")),
        ("receivables", without_parts(ReceivableRow::TYPE)),
        ("receivables grouped", without_parts(GroupRow::TYPE)),
        ("grade", GradeRow::TYPE),
        ("grade explained", ExplainedRow::TYPE),
        ("grade sold", inner(ExplainedRow::TYPE, "sold")),
        ("grade settled", inner(ExplainedRow::TYPE, "settled")),
        ("credit", without_parts(CreditRow::TYPE)),
        ("credit purchases", inner(CreditRow::TYPE, "purchases")),
        ("credit check", CheckRow::TYPE),
        ("credit rules", inner(CheckRow::TYPE, "rules")),
        ("requests", RequestRow::TYPE),
        ("request", RequestWhole::TYPE),
        ("request decisions", inner(RequestWhole::TYPE, "decisions")),
        ("alert", AlertRow::TYPE),
        ("investigation", InvestigationRow::TYPE),
        ("investigation sections", inner(InvestigationRow::TYPE, "sections")),
        ("investigation dealings", inner(InvestigationRow::TYPE, "dealings")),
        ("compliance", LapseRow::TYPE),
        ("policy", PolicyRow::TYPE),
        ("policy impact", ImpactRow::TYPE),
        ("plan", PlanRow::TYPE),
        ("next", NextRow::TYPE),
        ("next one", ProcessRow::TYPE),
        ("next steps", inner(ProcessRow::TYPE, "steps")),
        ("paper", PaperRow::TYPE),
        ("templates", TemplateRow::TYPE),
        ("placeholders", FieldRow::TYPE),
        ("stats", StatRow::TYPE),
        ("movement", MovementRow::TYPE),
        ("overview", without_parts(OverviewRow::TYPE)),
        ("lint", LintRow::TYPE),
    ];
    let page = console::played(&text("docs/json.md"));
    is(
        "docs/json.md",
        &within(Lang::En, || {
            tables.iter().fold(page, |page, (name, record)| filled(&page, name, &reference::keys(record)))
        }),
    );
}

#[test]
fn the_field_reference_is_that_of_the_model() {
    for (name, lang) in [("docs/fields.md", Lang::En), ("docs/fields.zh-CN.md", Lang::Zh)] {
        is(name, &within(lang, || reference::markdown(Card::TYPE)));
    }
}

// a sample may be a link
#[test]
#[cfg(unix)]
fn the_lint_page_explains_every_check() {
    for (name, lang) in [("docs/lint.md", Lang::En), ("docs/lint.zh-CN.md", Lang::Zh)] {
        is(name, &within(lang, || filled(&filled(&text(name), "list", &listed()), "checks", &explained())));
    }
}

#[test]
fn every_command_stands_in_both_readmes_with_its_chinese_name() {
    let command = kehu::cli::command();
    for (page, _) in READMES {
        let text = text(page);
        for name in GROUPS.iter().flat_map(|(_, names)| *names) {
            let alias = command.find_subcommand(name).and_then(|sub| sub.get_visible_aliases().next()).unwrap_or(name);
            let row = text.lines().find(|line| line.starts_with(&format!("| `{name}`")));
            let row = row.unwrap_or_else(|| panic!("{page}: no row of the table begins with `{name}`"));
            assert!(row.contains(&format!("`{alias}`")), "{page}: `{alias}` is not in: {row}");
        }
    }
}

#[test]
fn every_relative_link_leads_somewhere() {
    let docs = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let pages = docs.map(|name| format!("docs/{}", name.to_string_lossy())).filter(|name| name.ends_with(".md"));
    for page in pages.chain(["README.md".to_owned()]) {
        for link in links(&text(&page)) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let folder = root().join(&page).parent().unwrap().to_path_buf();
            let target = if path.is_empty() { root().join(&page) } else { folder.join(path) };
            assert!(target.exists(), "{page}: {link} leads nowhere");
            if !anchor.is_empty() {
                let text = std::fs::read_to_string(&target).unwrap();
                assert!(anchors(&text).iter().any(|known| known == anchor), "{page}: no heading for {link}");
            }
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(page: &str) -> String {
    std::fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}")).replace("\r\n", "\n")
}

/// The page must be this; `SNAPSHOTS=overwrite` makes it so.
#[track_caller]
fn is(page: &str, want: &str) {
    snapbox::assert_data_eq!(want.to_owned(), snapbox::Data::read_from(&root().join(page), None).raw());
}

/// What stands in the fenced blocks of a kind.
fn blocks(page: &str, kind: &str) -> Vec<String> {
    let opened = format!("```{kind}\n");
    page.split(&opened).skip(1).filter_map(|rest| rest.split_once("```")).map(|(block, _)| block.to_owned()).collect()
}

/// The language belongs to the whole process, and tests run side by side.
fn within<T>(language: Lang, make: impl FnOnce() -> T) -> T {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    speak(language);
    make()
}

/// The records that a key of an output holds.
fn inner(record: &RecordType, key: &str) -> &'static RecordType {
    record.field(key).and_then(Field::record).unwrap_or_else(|| panic!("{key} holds no record"))
}

/// An output without the parts that have a table of their own.
fn without_parts(record: &'static RecordType) -> &'static RecordType {
    let RecordType { label, keys, base, fields, .. } = record;
    Box::leak(Box::new(RecordType { label: *label, keys, base: *base, parts: &[], fields }))
}

/// The page with what stands between `<!-- made: name -->` and `<!-- end -->` made anew.
fn filled(page: &str, name: &str, made: &str) -> String {
    let start = format!("<!-- made: {name} -->\n");
    let (before, rest) = page.split_once(&start).unwrap_or_else(|| panic!("the page has no {start}"));
    let (_, after) = rest.split_once("<!-- end -->").expect("what is made has an end");
    format!("{before}{start}\n{}\n\n<!-- end -->{after}", made.trim())
}

fn pick<T>(en: T, zh: T) -> T {
    if lang() == Lang::En { en } else { zh }
}

/// All checks, a line each.
fn listed() -> String {
    let head = pick("| code | severity | finds | article |", "| 代码 | 程度 | 检查内容 | 条款 |");
    let rows = checks::ALL.iter().map(|check| {
        let (code, severity) = (check.code, check.severity.words().text());
        format!("| [`{code}`](#{code}) | {severity} | {} | {} |\n", check.what.text(), check.article)
    });
    format!("{head}\n|---|---|---|---|\n{}", rows.collect::<String>())
}

/// Each check: what, why, a book in which it finds something, what it says there, the same book in order.
fn explained() -> String {
    checks::ALL.iter().map(|check| chapter(check)).collect()
}

fn chapter(check: &Check) -> String {
    let found = findings(check);
    let mends = found.iter().any(|finding| finding.fix.is_some());
    let mut facts = vec![check.severity.words().text()];
    facts.extend(Some(check.article).filter(|article| !article.is_empty()));
    facts.extend(mends.then_some(pick("mended by `--fix`", "可用 `--fix` 修复")));
    let said: String = found.iter().map(said).collect();
    let (finds, says, passes) =
        pick(("Finds it here:", "Says:", "Not here:"), ("有问题：", "提示内容：", "没有问题："));
    let stop = pick(".", "。");
    format!(
        "## {}\n\n*{}*\n\n**{}{stop}** {}\n\n{finds}\n\n{}{says}\n\n```text\n{said}```\n\n{passes}\n\n{}",
        check.code,
        facts.join(pick(", ", "，")),
        capital(check.what.text()),
        check.why.text(),
        shown(check.bad),
        shown(check.good),
    )
}

fn capital(text: &str) -> String {
    // a file's name keeps its letters
    if text.split(' ').next().is_some_and(|word| word.contains('.')) {
        return text.to_owned();
    }
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

fn said(finding: &Finding) -> String {
    let place = if finding.line > 0 { format!(":{}:{}", finding.line, finding.column) } else { String::new() };
    let next =
        finding.next_step().map(|hint| format!("    {}{}\n", pick("next: ", "下一步："), hint.replace('\n', "\n    ")));
    format!("{}{place} {}\n{}", escape(&finding.file), escape(&finding.message), next.unwrap_or_default())
}

/// The longest sample that is shown whole, in lines and in columns.
const LINES: usize = 12;
const COLUMNS: usize = 100;

fn shown(samples: &[Sample]) -> String {
    let block = |path: &str, content: &str| {
        // a return at the end of a line is shown too
        let mut lines: Vec<String> = content.split_terminator('\n').take(LINES).map(cut).collect();
        if content.lines().count() > LINES {
            lines.push("…".to_owned());
        }
        let lines: String = lines.into_iter().map(|line| format!("{line}\n")).collect();
        format!("```toml\n# {path}\n{lines}```\n\n")
    };
    let one = |sample: &Sample| match *sample {
        Sample::Card(text) => block(ACME, text),
        Sample::File(path, text) => block(path, text),
        Sample::Repeated(path, text, _) => block(path, &format!("{}…", text.repeat(3))),
        Sample::Bytes(path, bytes) => block(path, &String::from_utf8_lossy(bytes)),
        Sample::Folder(path) => format!("```text\n{path}/\n```\n\n"),
        Sample::Link(path, target) => format!("```text\n{path} -> {target}\n```\n\n"),
    };
    samples.iter().map(one).collect()
}

fn cut(line: &str) -> String {
    let kept: String = line.chars().take(COLUMNS).collect();
    escape(&if line.chars().count() > COLUMNS { kept + "…" } else { kept }).into_owned()
}

/// Where a sample that is only a card lies.
const ACME: &str = "国外客户/德国/Acme/card.toml";

/// What a check finds in its bad book.
fn findings(check: &Check) -> Vec<Finding> {
    let dir = tempfile::tempdir().unwrap();
    let at = |path: &str| {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    };
    std::fs::write(at("kehu.toml"), "[[person]]\nname = '张伟'\n").unwrap();
    for sample in check.bad {
        match *sample {
            Sample::Card(text) => std::fs::write(at(ACME), text).unwrap(),
            Sample::File(path, text) => std::fs::write(at(path), text).unwrap(),
            Sample::Repeated(path, text, times) => std::fs::write(at(path), text.repeat(times)).unwrap(),
            Sample::Bytes(path, bytes) => std::fs::write(at(path), bytes).unwrap(),
            Sample::Folder(path) => std::fs::create_dir_all(at(path)).unwrap(),
            Sample::Link(path, target) => link(target, &at(path)),
        }
    }
    let book = Book::open(dir.path()).unwrap();
    let today = Date::parse("2026-11-23").unwrap();
    let found = lint::findings(&book, today, &lint::Wanted::default()).findings;
    let found: Vec<Finding> = found.into_iter().filter(|finding| finding.check.code == check.code).collect();
    assert!(!found.is_empty(), "{}: finds nothing in its own bad book", check.code);
    found
}

#[cfg(unix)]
fn link(target: &str, at: &Path) {
    std::os::unix::fs::symlink(target, at).unwrap();
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {}

/// The relative links of a page, code left out.
fn links(page: &str) -> Vec<String> {
    let mut fenced = false;
    let prose = page.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fence && !fenced
    });
    let targets = prose.flat_map(|line| line.split("](").skip(1).filter_map(|rest| rest.split(')').next()));
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")).map(str::to_owned).collect()
}

/// The names by which one can link to the headings of a page.
fn anchors(page: &str) -> Vec<String> {
    let heads = page.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let kept = |head: &str| head.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>();
    heads.map(|head| kept(head).to_lowercase().replace(' ', "-")).collect()
}

/// Console blocks: lines that begin with `$ ` are given to a shell (`> ` goes on with the line before), the lines after
/// them are what comes back on both streams. A line `…` stands for any lines.
#[cfg(unix)]
mod console {
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;
    use std::process::{Command, Output, Stdio};

    use super::common::{KEHU, copy};
    use super::root;

    /// What stands between the outputs of two commands.
    const MARK: char = '\u{1e}';

    enum Piece<'t> {
        Prose(&'t str),
        Command { typed: Vec<&'t str>, want: Vec<&'t str> },
    }

    /// The page with what its commands really print, run one after the other in one shell and one empty folder.
    pub fn played(page: &str) -> String {
        let pieces = pieces(page);
        let script: String = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Command { typed, .. } => Some(script(typed)),
                Piece::Prose(_) => None,
            })
            .collect();
        let output = run(&script);
        let mut outputs = output.split(MARK);
        let mut played = String::new();
        for piece in &pieces {
            match piece {
                Piece::Prose(line) => played += &format!("{line}\n"),
                Piece::Command { typed, want } => {
                    let output = outputs.next().unwrap_or_default();
                    let lines = typed.iter().copied().map(str::to_owned).chain(shown(want, output));
                    played.extend(lines.map(|line| line + "\n"));
                }
            }
        }
        played
    }

    fn pieces(page: &str) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut inside = false;
        for line in page.lines() {
            inside = if line.starts_with("```") { line == "```console" } else { inside };
            match pieces.last_mut() {
                _ if !inside => pieces.push(Piece::Prose(line)),
                _ if line.starts_with("$ ") => pieces.push(Piece::Command { typed: vec![line], want: Vec::new() }),
                Some(Piece::Command { typed, want }) if want.is_empty() && line.starts_with("> ") => typed.push(line),
                Some(Piece::Command { want, .. }) => want.push(line),
                _ => pieces.push(Piece::Prose(line)),
            }
        }
        pieces
    }

    /// The command, then the mark; `$?` is the command's own for the next one.
    fn script(typed: &[&str]) -> String {
        let lines: Vec<&str> = typed.iter().filter_map(|line| line.get(2..)).collect();
        format!("{}\nstatus=$?; printf '\\036'; (exit $status)\n", lines.join("\n"))
    }

    fn run(script: &str) -> String {
        let home = Home::new();
        let output = home.shell(&format!("exec 2>&1\n{script}"));
        String::from_utf8(output.stdout).expect("the output is UTF-8")
    }

    /// Somebody's folder with the demo book in it, kehu on the path, and a cargo that writes down what it is asked for
    /// and hands to kehu what stands behind `--`.
    pub struct Home {
        dir: tempfile::TempDir,
    }

    const CARGO: &str = "#!/bin/sh\necho \"cargo $*\" >>\"$HOME/cargo.log\"\n\
        while [ $# -gt 0 ]; do\n[ \"$1\" != -- ] || { shift; exec kehu \"$@\"; }\nshift\ndone\n";

    impl Home {
        pub fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let example = "examples/外贸客户";
            copy(&root().join(example), &dir.path().join(example));
            let bin = dir.path().join(".bin");
            std::fs::create_dir(&bin).unwrap();
            std::os::unix::fs::symlink(KEHU, bin.join("kehu")).unwrap();
            std::fs::write(bin.join("cargo"), CARGO).unwrap();
            std::fs::set_permissions(bin.join("cargo"), std::fs::Permissions::from_mode(0o755)).unwrap();
            // a machine with nothing but a Rust toolchain
            if Command::new("git").arg("--version").output().is_err() {
                std::os::unix::fs::symlink("/bin/true", bin.join("git")).unwrap();
            }
            Self { dir }
        }

        pub fn path(&self, path: &str) -> PathBuf {
            self.dir.path().join(path)
        }

        /// What a script prints that must come to its end.
        pub fn runs(&self, script: &str) -> String {
            let output = self.shell(&format!("set -eu\n{script}"));
            let error = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{script}\n{error}");
            String::from_utf8(output.stdout).expect("the output is UTF-8")
        }

        fn shell(&self, script: &str) -> Output {
            let dir = self.dir.path();
            let path = format!("{}:{}", self.path(".bin").display(), std::env::var("PATH").unwrap_or_default());
            let file = self.path(".script");
            std::fs::write(&file, script).unwrap();
            let mut command = Command::new("sh");
            command.arg(&file).current_dir(dir).env_clear().env("PATH", path).env("HOME", dir);
            for kept in ["LLVM_PROFILE_FILE", "TMPDIR"] {
                command.envs(std::env::var_os(kept).map(|value| (kept, value)));
            }
            for who in ["GIT_AUTHOR", "GIT_COMMITTER"] {
                command.env(format!("{who}_NAME"), "Zhang").env(format!("{who}_EMAIL"), "zhang@example.com");
            }
            command.env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).output().unwrap()
        }
    }

    fn shown(want: &[&str], output: &str) -> Vec<String> {
        let lines: Vec<String> = output.lines().map(str::to_owned).collect();
        let Some(gap) = want.iter().position(|line| *line == "…") else { return lines };
        let after = want.len() - gap - 1;
        match lines.len().checked_sub(gap + after) {
            Some(skipped) => [&lines[..gap], &["…".to_owned()], &lines[gap + skipped..]].concat(),
            None => lines,
        }
    }
}
