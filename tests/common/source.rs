//! The source as tests read it: its files, and as much of Rust's grammar as tells code from texts and comments.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so; it reads the source"
)]

use std::path::{Path, PathBuf};

/// A file of the source.
pub struct Source {
    /// Relative to src, with `/`.
    pub name: String,
    /// As it stands.
    pub text: String,
    /// Its tokens, tests and comments left out.
    pub tokens: Vec<Token>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A name, a keyword, a number.
    Word,
    /// One character of punctuation.
    Mark,
    /// What stands between quotes.
    Text,
}

/// A word, a mark of one character, or a text between quotes (as it stands between them).
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
    /// Its line, counted from 1.
    pub line: usize,
}

/// Every file of the source, sorted by name.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    assert!(files.len() > 60, "the source is elsewhere");
    files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&file).unwrap();
            let tokens = if name.ends_with("tests.rs") { Vec::new() } else { without_tests(&tokens(&text)) };
            Source { name, text, tokens }
        })
        .collect()
}

fn walk(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}

/// As much of Rust's grammar as is needed to tell code from texts and comments.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    let word = |c: char| c.is_alphanumeric() || c == '_';
    while at < chars.len() {
        let start = at;
        let (c, next) = (chars[at], chars.get(at + 1).copied().unwrap_or(' '));
        let mut push = |kind, text: String, line| tokens.push(Token { kind, text, line });
        if c == '/' && next == '/' {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if c == '/' && next == '*' {
            let mut depth = 0;
            while at < chars.len() {
                match (chars[at], chars.get(at + 1)) {
                    ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
                    ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
                if depth == 0 {
                    break;
                }
            }
        } else if let Some(hashes) = raw(&chars[at..]) {
            let open = at + chars[at..].iter().position(|c| *c == '"').unwrap();
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let rest: String = chars[open + 1..].iter().collect();
            let content = rest.split(&end).next().unwrap().to_owned();
            at = open + 1 + content.chars().count() + end.len();
            push(Kind::Text, content, line);
        } else if c == '"' || (matches!(c, 'b' | 'c') && next == '"') {
            at += if c == '"' { 1 } else { 2 };
            let mut content = String::new();
            while chars[at] != '"' {
                if chars[at] == '\\' {
                    content.push(chars[at]);
                    at += 1;
                }
                content.push(chars[at]);
                at += 1;
            }
            at += 1;
            push(Kind::Text, content, line);
        } else if c == '\'' && (next == '\\' || chars.get(at + 2) == Some(&'\'')) {
            // a character; anything else behind ' is a lifetime
            at += if next == '\\' { 3 } else { 2 };
            while chars[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else if word(c) {
            while at < chars.len() && word(chars[at]) {
                at += 1;
            }
            push(Kind::Word, chars[start..at].iter().collect(), line);
        } else {
            if !c.is_whitespace() {
                push(Kind::Mark, c.to_string(), line);
            }
            at += 1;
        }
        line += chars[start..at].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// How many # a raw text begins with, if one begins here.
fn raw(chars: &[char]) -> Option<usize> {
    let rest = match chars {
        ['r', rest @ ..] | ['b' | 'c', 'r', rest @ ..] => rest,
        _ => return None,
    };
    let hashes = rest.iter().take_while(|c| **c == '#').count();
    (rest.get(hashes) == Some(&'"')).then_some(hashes)
}

/// Whether the tokens begin with these words and marks.
pub fn spelt(tokens: &[Token], want: &[&str]) -> bool {
    tokens.len() >= want.len()
        && tokens.iter().zip(want).all(|(token, want)| token.kind != Kind::Text && token.text == *want)
}

/// Drops what stands behind `#[cfg(test)]`: a module, a function, an import.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const TEST: &[&str] = &["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !spelt(&tokens[at..], TEST) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0;
        at += TEST.len();
        loop {
            match tokens[at].text.as_str() {
                "{" if tokens[at].kind == Kind::Mark => depth += 1,
                "}" if tokens[at].kind == Kind::Mark => depth -= 1,
                _ => {}
            }
            let end = depth == 0 && tokens[at].kind == Kind::Mark && matches!(tokens[at].text.as_str(), "}" | ";");
            at += 1;
            if end {
                break;
            }
        }
    }
    kept
}
