//! An error of the catalogue: a book, the command, and the two lines that it must say in each language.

use std::panic::Location;
use std::process::{Output, Stdio};

use crate::common::{Book, words};

/// One error: how it comes about, and what is told.
pub struct Told {
    on: fn() -> Book,
    run: &'static str,
    by: fn(&Book, &str) -> Output,
    /// English: what, and what to do next.
    pub en: [&'static str; 2],
    /// Chinese: what, and what to do next.
    pub zh: [&'static str; 2],
    above: [&'static str; 2],
    excerpt: [&'static str; 2],
    below: &'static str,
    exits: i32,
    at: &'static Location<'static>,
}

/// A story begins with a book.
#[track_caller]
pub const fn on(on: fn() -> Book) -> Told {
    let at = Location::caller();
    Told {
        on,
        run: "",
        by: command,
        en: ["", ""],
        zh: ["", ""],
        above: ["", ""],
        excerpt: ["", ""],
        below: "",
        exits: 2,
        at,
    }
}

impl Told {
    /// The command, as [`Book::run`] takes it.
    pub const fn run(self, run: &'static str) -> Self {
        Self { run, ..self }
    }

    /// Where a command line is not enough: how it is run.
    pub const fn by(self, by: fn(&Book, &str) -> Output) -> Self {
        Self { by, ..self }
    }

    /// What it says in English.
    pub const fn en(self, what: &'static str, next: &'static str) -> Self {
        Self { en: [what, next], ..self }
    }

    /// What it says in Chinese.
    pub const fn zh(self, what: &'static str, next: &'static str) -> Self {
        Self { zh: [what, next], ..self }
    }

    /// What is told before it, in English and in Chinese.
    pub const fn above(self, en: &'static str, zh: &'static str) -> Self {
        Self { above: [en, zh], ..self }
    }

    /// What was typed, and the caret under the mistake: they stand between what is wrong and the next step.
    pub const fn shows(self, typed: &'static str, caret: &'static str) -> Self {
        Self { excerpt: [typed, caret], ..self }
    }

    /// What stands below the error in either language: lines to paste.
    pub const fn below(self, below: &'static str) -> Self {
        Self { below, ..self }
    }

    /// The exit code, 2 unless given.
    pub const fn exits(self, exits: i32) -> Self {
        Self { exits, ..self }
    }

    /// Where it stands in the catalogue.
    pub fn place(&self) -> String {
        format!("{}:{}", self.at.file(), self.at.line())
    }

    /// Lives it in both languages; what was told otherwise, if anything.
    fn fault(&self) -> Option<String> {
        let mut faults = String::new();
        for (english, [what, next]) in [(true, self.en), (false, self.zh)] {
            let book = (self.on)();
            let book = if english { book.english() } else { book };
            let output = (self.by)(&book, self.run);
            let [above_en, above_zh] = self.above;
            let (above, error, then) =
                if english { (above_en, "error: ", "  next: ") } else { (above_zh, "错误：", "  下一步：") };
            let then = if next.is_empty() { String::new() } else { format!("{then}{next}\n") };
            let excerpt: String =
                self.excerpt.iter().filter(|line| !line.is_empty()).map(|line| format!("  {line}\n")).collect();
            let want = format!("{above}{error}{what}\n{excerpt}{then}{}", self.below);
            // the book lies elsewhere each time
            let told = String::from_utf8_lossy(&output.stderr).replace(&book.dir.path().display().to_string(), "BOOK");
            if plain(&told) != plain(&want) || output.status.code() != Some(self.exits) {
                faults += &format!("{}: {}\n{told}--- {:?}, not\n{want}", self.place(), self.run, output.status.code());
            }
        }
        (!faults.is_empty()).then_some(faults)
    }
}

/// Where folders are parted by a backslash, it is taken for the other.
fn plain(text: &str) -> String {
    if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() }
}

/// Runs a line of words with nobody to ask.
pub fn command(book: &Book, line: &str) -> Output {
    book.command().args(words(line)).stdin(Stdio::null()).output().unwrap()
}

/// Lives every story of a part of the catalogue.
pub fn live(all: &[Told]) {
    let faults: Vec<String> = all.iter().filter_map(Told::fault).collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), all.len(), faults.join("\n"));
}
