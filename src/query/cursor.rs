//! The text of a query from left to right: words, phrases, patterns, and the names of fields.

use super::test::Join;
use crate::error::{Error, Excerpt};
use crate::lang::tr;
use crate::tr;

/// What is no field but the beginning of an address of the web.
const SCHEMES: &[&str] = &["http", "https", "ftp", "mailto"];

/// What is wrong, and where.
pub struct Mistake {
    /// The byte of the query.
    pub at: usize,
    what: String,
    next: String,
}

impl Mistake {
    /// At a byte of the query.
    pub fn new(at: usize, what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { at, what: what.into(), next: next.into() }
    }

    /// With what is wrong and what may be written instead.
    pub fn of(at: usize, (what, next): (String, String)) -> Self {
        Self { at, what, next }
    }

    /// As an error that shows the query.
    pub fn told(self, text: &str) -> Error {
        let column = text.get(..self.at).unwrap_or(text).chars().count() + 1;
        let what = self.what;
        Error::new(tr!("query, column {column}: {what}", "查询第 {column} 列：{what}"))
            .next(self.next)
            .shows(Excerpt { text: text.to_owned(), at: self.at })
    }
}

/// What can be read, or a mistake.
pub type Parsed<T> = Result<T, Mistake>;

/// What stands between alternatives, on an English keyboard and on a Chinese one.
pub fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、')
}

/// Where one stands in the text.
pub struct Cursor<'t> {
    /// The text, as far as it is read.
    pub text: &'t str,
    /// The byte.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    /// At the beginning.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// What is left.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over these.
    pub fn skip(&mut self, when: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(when).len();
    }

    /// Passes over one.
    pub fn skip_one(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// `name:`, `名称：`, `sales>`: the name and the sign behind it. Not `10:30`, not `https:`.
    pub fn field(&mut self) -> Option<(&'t str, Join)> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))?;
        let (name, behind) = rest.split_at(end);
        let signs = [
            (">=", Join::AtLeast),
            ("<=", Join::AtMost),
            (">", Join::More),
            ("<", Join::Less),
            ("=", Join::Equals),
            (":", Join::Colon),
            ("：", Join::Colon),
        ];
        let (sign, join) = signs.into_iter().find(|(sign, _)| behind.starts_with(sign))?;
        if !name.starts_with(char::is_alphabetic) || SCHEMES.contains(&name.to_lowercase().as_str()) {
            return None;
        }
        self.at += name.len() + sign.len();
        Some((name, join))
    }

    /// `"a phrase"`, “一句话”.
    pub fn quoted(&mut self) -> Parsed<Option<String>> {
        let close: &[char] = match self.peek() {
            Some('"') => &['"'],
            Some('“' | '”') => &['”', '“'],
            _ => return Ok(None),
        };
        let open = self.at;
        self.skip_one();
        let Some(end) = self.rest().find(close) else {
            return Err(Mistake::new(
                open,
                tr("this quote is not closed", "引号没有闭合"),
                tr(
                    "put \" at the end of the phrase; within a shell, put the whole in '…'",
                    "请在短语末尾加 \"；在命令行里整体再用 '…' 括起",
                ),
            ));
        };
        let phrase = self.rest().get(..end).unwrap_or_default().to_owned();
        self.at += end;
        self.skip_one();
        Ok(Some(phrase))
    }

    /// `/regex/`; a single / is a character like others.
    pub fn pattern(&mut self) -> Parsed<Option<String>> {
        let Some(rest) = self.rest().strip_prefix('/') else { return Ok(None) };
        let ends = |at: usize| {
            rest.get(at + 1..).is_none_or(|behind| {
                behind.is_empty() || behind.starts_with([' ', ')', ',', '，', '、', '）', '\u{3000}'])
            })
        };
        let end = rest.match_indices('/').map(|(at, _)| at).find(|at| ends(*at));
        match end {
            Some(0) | None if rest.contains('/') || rest.is_empty() => Ok(None),
            Some(end) => {
                self.at += end + 2;
                Ok(rest.get(..end).map(str::to_owned))
            }
            None => Err(Mistake::new(
                self.at,
                tr("this regular expression is not closed", "正则表达式没有闭合"),
                tr("put / at its end, or the word in quotes", "请在末尾加 /；要查找这个词本身请加引号"),
            )),
        }
    }

    /// A word up to the next blank; within brackets up to the one that closes, and up to a comma where that is asked.
    pub fn bare(&mut self, inside: bool, comma: bool) -> &'t str {
        let rest = self.rest();
        let end = |c: char| c.is_whitespace() || comma && is_comma(c) || inside && matches!(c, ')' | '）');
        let word = rest.split(end).next().unwrap_or_default();
        self.at += word.len();
        word
    }
}
