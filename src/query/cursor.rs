//! The text of a query as it is read, piece by piece.

use super::mistake::Mistake;
use super::test::Join;
use crate::error::Error;
use crate::lang::tr;

/// What is no field but the beginning of an address of the web.
const SCHEMES: &[&str] = &["http", "https", "ftp", "mailto"];

/// What was read, or the mistake met.
pub type Parsed<T> = Result<T, Mistake>;

/// Where a term stands, and so what ends it beside a blank.
#[derive(Clone, Copy, Default)]
pub struct Within {
    /// Between brackets.
    pub brackets: bool,
    /// Behind `any:`, where alternatives stand between commas.
    pub commas: bool,
}

/// Parts values and alternatives.
pub fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、')
}

impl Within {
    /// Whether a bare word ends before this.
    pub fn ends(self, c: char) -> bool {
        c.is_whitespace() || self.brackets && matches!(c, ')' | '）') || (self.brackets || self.commas) && is_comma(c)
    }
}

/// A place in a query.
pub struct Cursor<'t> {
    text: &'t str,
    /// The byte that is read next.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    /// At the beginning.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes past these.
    pub fn skip(&mut self, when: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(when).len();
    }

    /// Goes past one character.
    pub fn skip_one(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Whether the comma here stands between two terms, not between two values.
    pub fn begins_another(&mut self) -> bool {
        let comma = self.at;
        self.skip_one();
        let another = self.field().is_some();
        self.at = comma;
        another
    }

    /// The bare word behind the comma here.
    pub fn next_value(&self, within: Within) -> &'t str {
        let mut ahead = Self { text: self.text, at: self.at };
        ahead.skip_one();
        ahead.bare(within, true)
    }

    /// `name:`, `名称：`, `sales>`: the name and the sign behind it. Not `10:30`, not `https:`.
    pub fn field(&mut self) -> Option<(&'t str, Join)> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))?;
        let (name, behind) = rest.split_at(end);
        let signs = [
            ("!=", Join::Differs),
            ("！＝", Join::Differs),
            ("≠", Join::Differs),
            (">=", Join::AtLeast),
            ("≥", Join::AtLeast),
            ("<=", Join::AtMost),
            ("≤", Join::AtMost),
            (">", Join::More),
            ("＞", Join::More),
            ("<", Join::Less),
            ("＜", Join::Less),
            ("=", Join::Equals),
            ("＝", Join::Equals),
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
                Error::new(tr("this quote is not closed", "引号没有闭合")).next(tr(
                    "put \" at the end of the phrase; within a shell, put the whole in '…'",
                    "请在短语末尾加 \"；在命令行里整体再用 '…' 括起",
                )),
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
                Error::new(tr("this regular expression is not closed", "正则表达式没有闭合"))
                    .next(tr("put / at its end, or the word in quotes", "请在末尾加 /；要查找这个词本身请加引号")),
            )),
        }
    }

    /// Whether a comma here parts the thousands of a number, as people and tables write them.
    pub fn parts_thousands(&self) -> bool {
        let before = self.text.get(..self.at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        let behind = self.rest().chars().skip(1).take_while(char::is_ascii_digit).count();
        before && behind == 3
    }

    /// A word without quotes; a `value` ends at a comma wherever it stands.
    pub fn bare(&mut self, within: Within, value: bool) -> &'t str {
        let rest = self.rest();
        let word = rest.split(|c| within.ends(c) || value && is_comma(c)).next().unwrap_or_default();
        self.at += word.len();
        word
    }
}
