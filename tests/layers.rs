//! The shape of the source: which module may use which, what no module may do, and that every text has both languages.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so; it reads the source"
)]

mod common;

use common::source::{Kind, Source, Token, sources, spelt, tokens, without_tests};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What each part may use of the others; `main` is the program, `lib` the list of modules.
const MAY_USE: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("error", &["lang"]),
    ("model", &["lang", "error"]),
    ("rules", &["lang", "error", "model"]),
    ("formats", &["lang", "error", "model"]),
    ("lint", &["lang", "error", "model", "rules", "formats"]),
    ("query", &["lang", "error", "model", "rules", "formats"]),
    ("store", &["lang", "error", "model", "formats"]),
    ("views", &["lang", "error", "model", "rules"]),
    // beside what lies below: the door's Context, Answer and value parsers
    ("commands", &["lang", "error", "model", "rules", "formats", "lint", "query", "store", "views", "cli"]),
    ("cli", &["lang", "error", "model", "rules", "formats", "lint", "query", "store", "views", "commands"]),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// What commands may take from the door.
const OF_THE_DOOR: &[&str] = &[
    "Context",
    "Answer",
    "Choices",
    "Picked",
    "choice_among",
    "choice_of",
    "format_of",
    "parse_days",
    "command",
    "Global",
];

/// Files that are no modules: they are included into one.
const INCLUDED: &[&str] = &["commands/init/demo_files.rs"];

/// The part of the program that a file belongs to.
fn part(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// Macros stand at the root of the crate; this is where they belong.
fn home(name: &str) -> &str {
    match name {
        "tr" => "lang",
        "record" | "row" | "record_type" | "base" => "model",
        other => other,
    }
}

/// The names behind each `crate::`, one for each branch of `{…}`: `crate::cli::{Context, format_of}` is two.
fn uses(source: &Source) -> Vec<(usize, Vec<String>)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let root = if source.name == "main.rs" { "kehu" } else { "crate" };
        if spelt(&tokens[at..], &[root, ":", ":"]) {
            branches(&tokens[at + 3..], &[], &mut |path| found.push((tokens[at].line, path)));
        }
    }
    found
}

/// Follows a path and its branches; returns how many tokens it took.
fn branches(tokens: &[Token], before: &[String], found: &mut dyn FnMut(Vec<String>)) -> usize {
    let mut path = before.to_vec();
    let mut at = 0;
    loop {
        match tokens.get(at).map(|token| (&token.kind, token.text.as_str())) {
            Some((Kind::Word, name)) => {
                path.push(name.to_owned());
                at += 1;
            }
            Some((Kind::Mark, "{")) => {
                at += 1;
                while !spelt(&tokens[at..], &["}"]) {
                    at += branches(&tokens[at..], &path, found).max(1);
                    // `Name as Other`, then the comma
                    while !spelt(&tokens[at..], &[","]) && !spelt(&tokens[at..], &["}"]) {
                        at += 1;
                    }
                    at += usize::from(spelt(&tokens[at..], &[","]));
                }
                return at + 1;
            }
            _ => {
                found(path);
                return at;
            }
        }
        if !spelt(&tokens[at..], &[":", ":"]) {
            found(path);
            return at;
        }
        at += 2;
    }
}

#[test]
fn imports_run_downward() {
    let may: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for source in sources() {
        let from = part(&source.name);
        let allowed =
            may.get(from).unwrap_or_else(|| panic!("src/{}: a part that nothing is said of here", source.name));
        for (line, path) in uses(&source) {
            let to = home(&path[0]);
            seen.insert((from.to_owned(), to.to_owned()));
            if to != from && !allowed.contains(&to) {
                wrong.push(format!("src/{}:{line}: {from} uses {}", source.name, path.join("::")));
            }
            if from == "commands"
                && to == "cli"
                && !path.get(1).is_some_and(|name| OF_THE_DOOR.contains(&name.as_str()))
            {
                wrong.push(format!("src/{}:{line}: a command uses {}", source.name, path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // were the imports not found, nothing above could fail
    for (from, to) in [
        ("commands", "cli"),
        ("cli", "commands"),
        ("commands", "store"),
        ("store", "formats"),
        ("lint", "formats"),
        ("main", "cli"),
    ] {
        assert!(seen.contains(&(from.to_owned(), to.to_owned())), "{from} → {to} was not seen");
    }
}

#[test]
fn nothing_panics_and_nothing_prints_past_the_shell() {
    let mut wrong = Vec::new();
    let mut calls = 0;
    for source in sources() {
        for (at, token) in source.tokens.iter().enumerate() {
            let here = &source.tokens[at..];
            let method =
                ["unwrap", "expect", "unwrap_err", "expect_err"].iter().any(|name| spelt(here, &[".", name, "("]));
            let macros =
                ["panic", "unreachable", "todo", "unimplemented", "println", "eprintln", "print", "eprint", "dbg"];
            let called = macros.iter().any(|name| spelt(here, &[name, "!"]));
            calls += usize::from(spelt(here, &[".", "map", "("]));
            if method || called {
                wrong.push(format!("src/{}:{}: {}", source.name, token.line, here[usize::from(method)].text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(calls > 100, "calls are not recognised");
}

#[test]
fn every_module_says_what_it_is_for() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        let documented = first.starts_with("//! ") && first.len() > 12;
        assert!(documented || INCLUDED.contains(&source.name.as_str()), "src/{} does not open with //!", source.name);
    }
    for name in INCLUDED {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name).exists(), "{name} is no longer there");
    }
}

/// Chinese characters, or the marks that only Chinese text has.
fn chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”'))
}

/// Why a pair of texts is no pair in two languages, if it is none.
fn fault(en: &str, zh: &str) -> Option<&'static str> {
    if en.is_empty() && zh.is_empty() {
        return None;
    }
    if en.is_empty() || zh.is_empty() {
        return Some("one of the two is empty");
    }
    // an English text may show what a Chinese one looks like (as 德国, Germany), but it is English
    let characters = en.chars().filter(|c| matches!(c, '\u{2e80}'..='\u{9fff}')).count();
    if en != zh && characters > en.chars().filter(char::is_ascii_alphabetic).count() {
        return Some("the first text is Chinese");
    }
    (en != zh && !chinese(zh)).then_some("the second text has no Chinese in it")
}

/// Every pair of literal texts behind `tr(`, `tr!(`, `Words::new(`.
fn pairs(source: &Source) -> Vec<(usize, String, String)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let here = &tokens[at..];
        let open = match () {
            () if spelt(here, &["tr", "("]) => 2,
            () if spelt(here, &["tr", "!", "("]) => 3,
            () if spelt(here, &["Words", ":", ":", "new", "("]) => 5,
            () => continue,
        };
        if let [en, comma, zh, ..] = &here[open..]
            && en.kind == Kind::Text
            && comma.text == ","
            && zh.kind == Kind::Text
        {
            found.push((en.line, en.text.clone(), zh.text.clone()));
        }
    }
    found
}

/// The pairs in the tables of choices, fields and commands, which are written without a call: `"key" "en" "zh"`,
/// `= "en" "zh"`.
fn declared(source: &Source) -> Vec<(usize, String, String)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    let text = |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Text);
    for at in 0..tokens.len() {
        if !spelt(&tokens[at..], &["="]) {
            continue;
        }
        match (text(at + 1), text(at + 2), text(at + 3)) {
            (Some(_), Some(en), Some(zh)) | (Some(en), Some(zh), None) => {
                found.push((en.line, en.text.clone(), zh.text.clone()));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_text_stands_in_both_languages() {
    let mut wrong = Vec::new();
    let (mut calls, mut declarations) = (0, 0);
    for source in sources() {
        let (pairs, declared) = (pairs(&source), declared(&source));
        (calls, declarations) = (calls + pairs.len(), declarations + declared.len());
        for (line, en, zh) in pairs.iter().chain(&declared) {
            if let Some(fault) = fault(en, zh) {
                wrong.push(format!("src/{}:{line}: {fault}: \"{en}\", \"{zh}\"", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(calls > 300 && declarations > 200, "the texts are not found: {calls}, {declarations}");
}

/// The scanner itself: what it must not take for code, and what it must not overlook.
#[test]
fn the_scanner_knows_code_from_texts() {
    let text = r####"
        // .unwrap( in a comment
        /* panic!( /* nested */ "quote */
        fn f<'a>(x: &'a str) -> char { let _ = ".unwrap(\" panic!("; let c = '"'; let d = '\''; r#"tr("x", "")"#; c }
        #[cfg(test)]
        mod tests { fn g() { x.unwrap(); "}"; } }
        fn h() { tr("yes", "是"); tr!("no {n}", "否 {n}"); Words::new("a", ""); x.expect("y"); }
        use crate::{cli::{Context, Answer as A}, store::Book};
    "####;
    let source = Source { name: "commands/x.rs".to_owned(), text: String::new(), tokens: without_tests(&tokens(text)) };
    let words: Vec<&str> =
        source.tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.text.as_str()).collect();
    assert!(!words.contains(&"unwrap") && !words.contains(&"panic") && words.contains(&"expect"), "{words:?}");
    let found: Vec<_> = pairs(&source).into_iter().map(|(line, en, zh)| (line, fault(&en, &zh).is_some())).collect();
    assert_eq!(found, [(7, false), (7, false), (7, true)]);
    let paths: Vec<String> = uses(&source).into_iter().map(|(_, path)| path.join("::")).collect();
    assert_eq!(paths, ["cli::Context", "cli::Answer", "store::Book"]);
    assert!(
        fault("Save", "Speichern").is_some() && fault("json", "json").is_none() && fault("保存", "保存了").is_some()
    );
    assert!(fault("asked by 第12条 1", "第12条 1 要求").is_none());
}
