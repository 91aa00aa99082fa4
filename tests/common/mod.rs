//! A book in a temporary folder, commands run on it, and what they must say: tests that read as stories.
//!
//! `Book::on("2026-11-23").card("国外客户/德国/Acme", ACME).run("due").stdout("…").exits(0);`
//! What a run prints and the story does not mention is a failure.

#![allow(dead_code, reason = "each test file uses its own part of the kit")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on must fail, and it makes the files that kehu then reads"
)]

pub mod forms;
pub mod source;
#[cfg(unix)]
pub mod terminal;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The kehu under test.
pub const KEHU: &str = env!("CARGO_BIN_EXE_kehu");

/// A book to play with.
pub struct Book {
    /// The temporary folder that holds the book and nothing else.
    pub dir: tempfile::TempDir,
    today: String,
    lang: &'static str,
}

impl Book {
    /// An empty folder, no book yet, on a day.
    pub fn nowhere(today: &str) -> Self {
        Self { dir: tempfile::tempdir().unwrap(), today: today.to_owned(), lang: "zh-CN" }
    }

    /// A book without customers.
    pub fn on(today: &str) -> Self {
        Self::nowhere(today).file("kehu.toml", "language = \"zh-CN\"\n")
    }

    /// A copy of the shipped example, on its day.
    pub fn demo() -> Self {
        let book = Self::nowhere("2026-11-23");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/外贸客户"), book.dir.path());
        book
    }

    /// The same book, spoken to in English.
    pub fn english(mut self) -> Self {
        self.lang = "en";
        self
    }

    /// The same book on another day.
    pub fn at(mut self, today: &str) -> Self {
        self.today = today.to_owned();
        self
    }

    /// With a card in a customer's folder.
    pub fn card(self, folder: &str, text: &str) -> Self {
        self.file(&format!("{folder}/card.toml"), text)
    }

    /// With a file.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// With a file of any bytes.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// With an empty folder.
    pub fn folder(self, path: &str) -> Self {
        std::fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    /// A path in the book.
    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// The text of a file in the book.
    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file of the book, relative, sorted; the cache left out.
    pub fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        walk(self.dir.path(), self.dir.path(), &mut files);
        files.sort();
        files
    }

    /// The command, ready to be changed before it runs.
    pub fn command(&self) -> Command {
        let mut command = Command::new(KEHU);
        command.current_dir(self.dir.path()).env_clear().env("KEHU_TODAY", &self.today).env("KEHU_LANG", self.lang);
        for kept in ["PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        command
    }

    /// Runs a line of words; words with blanks stand in single or double quotes.
    pub fn run(&self, line: &str) -> Run<'_> {
        self.args(words(line))
    }

    /// Runs words as they are.
    pub fn args<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Run<'_> {
        self.input(args, "")
    }

    /// Runs words with something on standard input.
    pub fn input<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>, input: &str) -> Run<'_> {
        let mut command = self.command();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // a command that asks nothing may end before it reads
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run { book: self, command: format!("{command:?}"), output, out: false, err: false, exit: false }
    }
}

/// What a run did. Standard output, standard error and the exit code are each checked, or must be empty, empty and 0.
pub struct Run<'b> {
    book: &'b Book,
    command: String,
    output: Output,
    out: bool,
    err: bool,
    exit: bool,
}

impl<'b> Run<'b> {
    /// Standard output is exactly this.
    pub fn stdout(mut self, want: &str) -> Self {
        self.out = true;
        snapbox::assert_data_eq!(self.out_text(), snapbox::Data::text(want).raw());
        self
    }

    /// Standard error is exactly this.
    pub fn stderr(mut self, want: &str) -> Self {
        self.err = true;
        snapbox::assert_data_eq!(self.err_text(), snapbox::Data::text(want).raw());
        self
    }

    /// Standard output holds each of these.
    pub fn says(mut self, wanted: &[&str]) -> Self {
        self.out = true;
        self.holds(&self.out_text(), wanted);
        self
    }

    /// Standard error holds each of these.
    pub fn remarks(mut self, wanted: &[&str]) -> Self {
        self.err = true;
        self.holds(&self.err_text(), wanted);
        self
    }

    /// Standard output holds none of these.
    pub fn hides(self, unwanted: &[&str]) -> Self {
        for text in unwanted {
            assert!(!self.out_text().contains(text), "{}: stdout holds {text:?}:\n{}", self.command, self.out_text());
        }
        self
    }

    /// The exit code.
    pub fn exits(mut self, want: i32) -> Self {
        self.exit = true;
        assert_eq!(self.output.status.code(), Some(want), "{}\n{}{}", self.command, self.out_text(), self.err_text());
        self
    }

    /// Whatever stands on standard output is of no matter here.
    pub fn any_stdout(mut self) -> Self {
        self.out = true;
        self
    }

    /// Whatever stands on standard error is of no matter here.
    pub fn any_stderr(mut self) -> Self {
        self.err = true;
        self
    }

    /// However it ended.
    pub fn any_exit(mut self) -> Self {
        self.exit = true;
        self
    }

    /// Standard output as JSON.
    pub fn json(mut self) -> serde_json::Value {
        self.out = true;
        serde_json::from_str(&self.out_text())
            .unwrap_or_else(|error| panic!("{}: {error}\n{}", self.command, self.out_text()))
    }

    /// What was remarked, to be looked at closer.
    pub fn err(&mut self) -> String {
        self.err = true;
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// Standard output as text.
    pub fn text(mut self) -> String {
        self.out = true;
        self.out_text()
    }

    /// Back to the book, for the next step of the story.
    pub fn then(self) -> &'b Book {
        self.book
    }

    fn out_text(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).expect("stdout is UTF-8")
    }

    fn err_text(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).expect("stderr is UTF-8")
    }

    fn holds(&self, text: &str, wanted: &[&str]) {
        for want in wanted {
            assert!(text.contains(want), "{}: {want:?} is not in:\n{text}", self.command);
        }
    }
}

impl Drop for Run<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        assert!(self.out || self.output.stdout.is_empty(), "{}: unexpected stdout:\n{}", self.command, self.out_text());
        assert!(self.err || self.output.stderr.is_empty(), "{}: unexpected stderr:\n{}", self.command, self.err_text());
        assert!(self.exit || self.output.status.success(), "{}: {:?}", self.command, self.output.status);
        let err = self.err_text();
        assert!(!err.contains("panicked") && !err.contains("RUST_BACKTRACE"), "{}: a panic:\n{err}", self.command);
    }
}

/// A line as words, quotes taken off.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

/// A folder copied whole.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn walk(dir: &Path, base: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name() == Some(OsStr::new(".kehu")) {
            continue;
        }
        if path.is_dir() {
            walk(&path, base, files);
        } else {
            files.push(path.strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
}

/// An example that cargo built beside this test; built now where only this test was asked for.
pub fn example(name: &str) -> PathBuf {
    let target = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("examples");
    let program = target.join(name);
    let age = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified());
    let source = age(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).with_extension("rs")).unwrap();
    if !age(&program).is_ok_and(|built| built > source) {
        let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--offline", "--quiet", "--example", name, "--target-dir"])
            .arg(target.ancestors().nth(2).unwrap())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    program
}
