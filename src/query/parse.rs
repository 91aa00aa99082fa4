//! A query as it is typed, read into a tree. Mistakes are told with a caret at their column.

use super::cursor::{Cursor, Parsed, Within, is_comma};
use super::field::{Field, Kind};
use super::mistake::Mistake;
use super::quote::requoted;
use super::test::{Join, Test, regex};
use super::word::Word;
use super::{Leaf, Node, Query};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::choice::StageKind;
use crate::model::name::search_key;
use crate::model::{Choose, Date};
use crate::tr;

/// What words may mean in this book, on this day.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'a> {
    /// The stage folders and what they hold.
    pub stages: &'a [(String, StageKind)],
    /// The day from which days are counted.
    pub today: Date,
}

impl Vocabulary<'_> {
    /// The kind of a stage, or the stage folder itself.
    ///
    /// # Errors
    /// There is no such stage.
    pub(super) fn stage(&self, text: &str) -> Result<String> {
        if let Some(kind) = StageKind::find(text) {
            return Ok(kind.key().to_owned());
        }
        let folder = self.stages.iter().find(|(folder, _)| search_key(folder) == search_key(text.trim()));
        folder.map(|(folder, _)| folder.clone()).ok_or_else(|| {
            let folders: Vec<&str> = self.stages.iter().map(|(folder, _)| folder.as_str()).collect();
            Error::new(tr!("there is no stage \"{text}\"", "没有阶段“{text}”")).next(tr!(
                "the stages are {}",
                "阶段有：{}",
                folders.join(tr(", ", "、"))
            ))
        })
    }
}

impl Vocabulary<'_> {
    /// Whether a word is surely a value of a field: any:country:DE,PL is one field with two values, any:country:DE,muller
    /// a country or a word.
    fn takes(&self, field: &Field, join: Join, word: &str) -> bool {
        let open = matches!(field.kind, Kind::Text | Kind::Name | Kind::Phone);
        !open && Test::new(field, join, word, self).is_ok()
    }
}

/// What must not be.
pub const NOT: &[&str] = &["not", "不含", "非"];
/// Alternatives.
pub const ANY: &[&str] = &["any", "任一"];
/// Whether a field is filled in.
pub const HAS: &[&str] = &["has", "有"];
/// How deep conditions may stand within each other.
const DEEPEST: usize = 16;
/// The most things that a query may ask.
const MOST: usize = 64;

/// Reads a query from the words of a command line. A word with blanks in it was kept together by quotes: it is one
/// thing that is asked, unless it plainly holds several.
///
/// # Errors
/// What is wrong, with its column.
pub fn parse(words: &[String], vocabulary: &Vocabulary<'_>) -> Result<Query> {
    let words: Vec<String> = words.iter().map(|word| requoted(word)).collect();
    parse_text(&words.join(" "), vocabulary)
}

/// Reads a query from one text.
///
/// # Errors
/// What is wrong, with its column.
pub fn parse_text(text: &str, vocabulary: &Vocabulary<'_>) -> Result<Query> {
    let mut parser = Parser { cursor: Cursor::new(text), depth: 0, vocabulary, leaves: Vec::new() };
    let nodes = parser.terms(None).map_err(|mistake| mistake.told(text))?;
    Ok(Query { all: nodes, leaves: parser.leaves })
}

struct Parser<'t> {
    cursor: Cursor<'t>,
    /// How many terms stand open, each within the other.
    depth: usize,
    vocabulary: &'t Vocabulary<'t>,
    leaves: Vec<Leaf>,
}

impl Parser<'_> {
    /// The terms up to the end, or up to the bracket that closes what was opened at `open`.
    fn terms(&mut self, open: Option<usize>) -> Parsed<Vec<Node>> {
        let mut nodes = Vec::new();
        loop {
            self.cursor.skip(|c| c.is_whitespace() || open.is_some() && is_comma(c));
            match (self.cursor.peek(), open) {
                (None, None) => return Ok(nodes),
                (None, Some(open)) => {
                    return Err(Mistake::new(
                        open,
                        Error::new(tr("this bracket is not closed", "括号没有闭合"))
                            .next(tr("put ) behind the last of the alternatives", "请在最后一个条件后加 )")),
                    ));
                }
                (Some(')' | '）'), Some(_)) => {
                    self.cursor.skip_one();
                    return Ok(nodes);
                }
                (Some(')' | '）'), None) => {
                    return Err(Mistake::new(
                        self.cursor.at,
                        Error::new(tr("a closing bracket too many", "多余的右括号"))
                            .next(tr("alternatives are written any:(one two)", "多个条件取其一写成 any:(甲 乙)")),
                    ));
                }
                (Some(_), _) => nodes.push(self.term(Within { brackets: open.is_some(), commas: false })?),
            }
        }
    }

    fn term(&mut self, within: Within) -> Parsed<Node> {
        if self.depth >= DEEPEST {
            return Err(Mistake::new(
                self.cursor.at,
                Error::new(tr!("more than {DEEPEST} conditions stand within each other", "条件嵌套超过 {DEEPEST} 层"))
                    .next(tr("ask for less", "请减少条件")),
            ));
        }
        self.depth += 1;
        let node = self.one(within);
        self.depth -= 1;
        node
    }

    fn one(&mut self, within: Within) -> Parsed<Node> {
        let start = self.cursor.at;
        // -word, which a shell hands over only behind -- or within quotes
        let behind_dash = self.cursor.rest().strip_prefix('-').and_then(|rest| rest.chars().next());
        if behind_dash.is_some_and(|c| c != '-' && !within.ends(c)) {
            self.cursor.at += 1;
            return Ok(Node::Not(Box::new(self.term(within)?)));
        }
        if let Some(pattern) = self.cursor.pattern()? {
            return self.leaf(start, Leaf::Regex(regex(&pattern).map_err(|wrong| Mistake::new(start, wrong))?));
        }
        if let Some(phrase) = self.cursor.quoted()? {
            return self.word(start, &phrase);
        }
        let Some((name, join)) = self.cursor.field() else {
            let word = self.cursor.bare(within, false);
            return self.word(start, word);
        };
        let is = |words: &[&str]| join == Join::Colon && words.contains(&name.to_lowercase().as_str());
        if is(NOT) {
            self.negated(start, within)
        } else if is(ANY) {
            self.any(start, within)
        } else if is(HAS) {
            self.has(start, within)
        } else {
            let field = Field::find(name).ok_or_else(|| Mistake::unknown(start, name))?;
            match join {
                Join::Differs => Ok(Node::Not(Box::new(self.tests(start, field, Join::Equals, within)?))),
                join => self.tests(start, field, join, within),
            }
        }
    }

    fn negated(&mut self, start: usize, within: Within) -> Parsed<Node> {
        match self.cursor.peek() {
            // not:(a b) is neither of them
            Some('(' | '（') => {
                let open = self.cursor.at;
                self.cursor.skip_one();
                Ok(Node::Not(Box::new(Node::Any(self.terms(Some(open))?))))
            }
            Some(c) if !within.ends(c) && c != ')' => Ok(Node::Not(Box::new(self.term(within)?))),
            _ => Err(Mistake::new(
                start,
                Error::new(tr("nothing stands behind not:", "not: 后面没有内容"))
                    .next(tr("write not:word or not:field:value", "请写 not:词 或 not:字段:值")),
            )),
        }
    }

    fn has(&mut self, start: usize, within: Within) -> Parsed<Node> {
        let at = self.cursor.at;
        let name = self.cursor.bare(within, false);
        if name.is_empty() {
            return Err(Mistake::new(
                start,
                Error::new(tr("nothing stands behind has:", "has: 后面没有内容"))
                    .next(tr("write has:field, as has:email", "请写 has:字段，如 has:email")),
            ));
        }
        let field = Field::find(name).ok_or_else(|| Mistake::unknown(at, name))?;
        self.leaf(start, Leaf::Has(field))
    }

    /// `any:(a b)`, and `any:a,b`, which needs no quotes in a shell.
    fn any(&mut self, start: usize, within: Within) -> Parsed<Node> {
        let open = self.cursor.at;
        let nodes = if matches!(self.cursor.peek(), Some('(' | '（')) {
            self.cursor.skip_one();
            self.terms(Some(open))?
        } else {
            let mut nodes = Vec::new();
            let alternative = Within { commas: true, ..within };
            loop {
                self.cursor.skip(is_comma);
                if self.cursor.peek().is_none_or(|c| alternative.ends(c)) {
                    break nodes;
                }
                nodes.push(self.term(alternative)?);
                if !self.cursor.peek().is_some_and(is_comma) {
                    break nodes;
                }
            }
        };
        if nodes.is_empty() {
            return Err(Mistake::new(
                start,
                Error::new(tr("nothing stands behind any:", "any: 后面没有内容"))
                    .next(tr("write any:one,two or any:(one two)", "请写 any:甲,乙 或 any:(甲 乙)")),
            ));
        }
        Ok(Node::Any(nodes))
    }

    fn tests(&mut self, start: usize, field: Field, join: Join, within: Within) -> Parsed<Node> {
        let mut tests = Vec::new();
        loop {
            let at = self.cursor.at;
            if let Some(pattern) = self.cursor.pattern()? {
                tests.push(Test::Fits(regex(&pattern).map_err(|wrong| Mistake::new(at, wrong))?));
            } else {
                let value = match self.cursor.quoted()? {
                    Some(phrase) => phrase,
                    None => self.cursor.bare(within, true).to_owned(),
                };
                if value.trim().is_empty() {
                    let (key, label) = (&field.key, &field.label);
                    return Err(Mistake::new(
                        at,
                        Error::new(tr!("no value stands behind {key}:", "{label}后面没有值")).next(tr!(
                            "write {key}:VALUE, or has:{key} for any value",
                            "请写 {key}:值；只要有值就行请写 has:{key}"
                        )),
                    ));
                }
                tests.push(Test::new(&field, join, &value, self.vocabulary).map_err(|wrong| Mistake::new(at, wrong))?);
            }
            if field.kind == Kind::Number && self.cursor.parts_thousands() {
                return Err(Mistake::new(
                    self.cursor.at,
                    Error::new(tr(
                        "a comma stands between alternatives, not in a number",
                        "逗号用来分隔多个值，数字里不能有逗号",
                    ))
                    .next(tr("write the number without it, as 1000..", "请去掉数字中的逗号，如 1000..")),
                ));
            }
            let ends = |cursor: &mut Cursor<'_>| {
                (within.brackets || within.commas) && cursor.begins_another()
                    || within.commas && !self.vocabulary.takes(&field, join, cursor.next_value(within))
            };
            if !self.cursor.peek().is_some_and(is_comma) || ends(&mut self.cursor) {
                return self.leaf(start, Leaf::Field(field, tests));
            }
            self.cursor.skip_one();
        }
    }

    fn word(&mut self, start: usize, text: &str) -> Parsed<Node> {
        let word = Word::new(text);
        if word.is_empty() {
            // two quotes with nothing between ask nothing
            return Ok(Node::All(Vec::new()));
        }
        self.leaf(start, Leaf::Word(Box::new(word)))
    }

    fn leaf(&mut self, start: usize, leaf: Leaf) -> Parsed<Node> {
        if self.leaves.len() >= MOST {
            return Err(Mistake::new(
                start,
                Error::new(tr!("the query asks more than {MOST} things", "查询条件超过 {MOST} 个"))
                    .next(tr("ask for less", "请减少条件")),
            ));
        }
        self.leaves.push(leaf);
        Ok(Node::Leaf(self.leaves.len() - 1))
    }
}
