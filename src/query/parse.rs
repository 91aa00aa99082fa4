//! A query as it is typed, read into a tree. Mistakes are told with a caret at their column.

use super::cursor::{Cursor, Mistake, Parsed, is_comma};
use super::field::Field;
use super::test::{Join, Test, regex};
use super::word::Word;
use super::{Leaf, Node, Query};
use crate::error::Result;
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
    pub(super) fn stage(&self, text: &str) -> std::result::Result<String, (String, String)> {
        if let Some(kind) = StageKind::find(text) {
            return Ok(kind.key().to_owned());
        }
        let folder = self.stages.iter().find(|(folder, _)| search_key(folder) == search_key(text.trim()));
        folder.map(|(folder, _)| folder.clone()).ok_or_else(|| {
            let folders: Vec<&str> = self.stages.iter().map(|(folder, _)| folder.as_str()).collect();
            (
                tr!("there is no stage \"{text}\"", "没有阶段“{text}”"),
                tr!("the stages are {}", "阶段有：{}", folders.join(tr(", ", "、"))),
            )
        })
    }
}

/// Words that stand before something.
const NOT: &[&str] = &["not", "不含", "非"];
const ANY: &[&str] = &["any", "任一"];
const HAS: &[&str] = &["has", "有"];
/// The most things that a query may ask.
const MOST: usize = 64;
/// How deep conditions may stand in one another.
const DEEPEST: usize = 16;

/// Reads a query from the words of a command line. A word with blanks in it was kept together by quotes: it is one
/// thing that is asked, unless it plainly holds several.
///
/// # Errors
/// What is wrong, with its column.
pub fn parse(words: &[String], vocabulary: &Vocabulary<'_>) -> Result<Query> {
    let words: Vec<String> = words.iter().map(|word| requoted(word)).collect();
    parse_text(&words.join(" "), vocabulary)
}

/// Puts the quotes back that the shell took away.
fn requoted(word: &str) -> String {
    let blank = |c: char| c.is_whitespace();
    let quoted = word.contains(['"', '“', '”', '(', ')', '（', '）']);
    let Some(at) = word.trim().find(blank).filter(|_| !quoted) else { return word.to_owned() };
    let word = word.trim();
    let (first, rest) = word.split_at(at);
    let asks = |part: &str| part.contains([':', '：', '=', '<', '>']) || part.len() > 1 && part.starts_with(['/', '-']);
    if rest.split(blank).any(asks) || first.starts_with('/') {
        return word.to_owned();
    }
    match first.find([':', '：', '=', '<', '>']) {
        Some(at) => {
            let (field, value) = word.split_at(at);
            let join: String = value.chars().take_while(|c| matches!(c, ':' | '：' | '=' | '<' | '>')).collect();
            format!("{field}{join}\"{}\"", value.get(join.len()..).unwrap_or_default())
        }
        None => format!("\"{word}\""),
    }
}

/// Reads a query from one text.
///
/// # Errors
/// What is wrong, with its column.
pub fn parse_text(text: &str, vocabulary: &Vocabulary<'_>) -> Result<Query> {
    let mut parser = Parser { cursor: Cursor::new(text), vocabulary, leaves: Vec::new(), depth: 0 };
    let nodes = parser.terms(None).map_err(|mistake| mistake.told(text))?;
    Ok(Query { all: nodes, leaves: parser.leaves })
}

struct Parser<'t> {
    cursor: Cursor<'t>,
    vocabulary: &'t Vocabulary<'t>,
    leaves: Vec<Leaf>,
    /// How many terms stand in one another here.
    depth: usize,
}

impl<'t> Parser<'t> {
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
                        tr("this bracket is not closed", "括号没有闭合"),
                        tr("put ) behind the last of the alternatives", "请在最后一个条件后加 )"),
                    ));
                }
                (Some(')' | '）'), Some(_)) => {
                    self.cursor.skip_one();
                    return Ok(nodes);
                }
                (Some(')' | '）'), None) => {
                    return Err(Mistake::new(
                        self.cursor.at,
                        tr("a closing bracket too many", "多余的右括号"),
                        tr("alternatives are written any:(one two)", "多个条件取其一写成 any:(甲 乙)"),
                    ));
                }
                (Some(_), _) => nodes.push(self.term(open.is_some())?),
            }
        }
    }

    fn term(&mut self, inside: bool) -> Parsed<Node> {
        if self.depth >= DEEPEST {
            return Err(Mistake::new(
                self.cursor.at,
                tr!("more than {DEEPEST} conditions inside one another", "条件嵌套超过 {DEEPEST} 层"),
                tr("ask more simply", "请简化条件"),
            ));
        }
        self.depth += 1;
        let node = self.one(inside);
        self.depth -= 1;
        node
    }

    fn one(&mut self, inside: bool) -> Parsed<Node> {
        let start = self.cursor.at;
        // -word, which a shell hands over only behind -- or within quotes
        if self.cursor.peek() == Some('-')
            && self.cursor.rest().chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != '-')
        {
            self.cursor.at += 1;
            return Ok(Node::Not(Box::new(self.term(inside)?)));
        }
        if let Some(pattern) = self.cursor.pattern()? {
            return self.leaf(start, Leaf::Regex(regex(&pattern).map_err(|wrong| Mistake::of(start, wrong))?));
        }
        if let Some(phrase) = self.cursor.quoted()? {
            return self.word(start, &phrase);
        }
        let (name, join) = match self.cursor.field() {
            Some(field) => field,
            None => {
                let word = self.cursor.bare(inside, inside);
                return self.word(start, word);
            }
        };
        let folded = name.to_lowercase();
        if NOT.contains(&folded.as_str()) && join == Join::Colon {
            return self.negated(start, inside);
        }
        if ANY.contains(&folded.as_str()) && join == Join::Colon {
            return self.any(start, inside);
        }
        if HAS.contains(&folded.as_str()) && join == Join::Colon {
            let at = self.cursor.at;
            let name = self.cursor.bare(inside, inside);
            let field = Field::find(name).ok_or_else(|| unknown(at, name))?;
            return self.leaf(start, Leaf::Has(field));
        }
        let field = Field::find(name).ok_or_else(|| unknown(start, name))?;
        self.tests(start, field, join, inside)
    }

    fn negated(&mut self, start: usize, inside: bool) -> Parsed<Node> {
        match self.cursor.peek() {
            // not:(a b) is neither of them
            Some('(' | '（') => {
                let open = self.cursor.at;
                self.cursor.skip_one();
                Ok(Node::Not(Box::new(Node::Any(self.terms(Some(open))?))))
            }
            Some(c) if !c.is_whitespace() && c != ')' => Ok(Node::Not(Box::new(self.term(inside)?))),
            _ => Err(Mistake::new(
                start,
                tr("nothing stands behind not:", "not: 后面没有内容"),
                tr("write not:word or not:field:value", "请写 not:词 或 not:字段:值"),
            )),
        }
    }

    /// `any:(a b)`, and `any:a,b`, which needs no quotes in a shell.
    fn any(&mut self, start: usize, inside: bool) -> Parsed<Node> {
        let open = self.cursor.at;
        let nodes = if matches!(self.cursor.peek(), Some('(' | '（')) {
            self.cursor.skip_one();
            self.terms(Some(open))?
        } else {
            let mut nodes = Vec::new();
            while self.cursor.peek().is_some_and(|c| !(c.is_whitespace() || inside && matches!(c, ')' | '）'))) {
                nodes.push(self.alternative(inside)?);
                if self.cursor.peek().is_some_and(is_comma) {
                    self.cursor.skip_one();
                }
            }
            nodes
        };
        if nodes.is_empty() {
            return Err(Mistake::new(
                start,
                tr("nothing stands behind any:", "any: 后面没有内容"),
                tr("write any:one,two or any:(one two)", "请写 any:甲,乙 或 any:(甲 乙)"),
            ));
        }
        Ok(Node::Any(nodes))
    }

    /// One of several that stand between commas; its own value ends at a comma too.
    fn alternative(&mut self, inside: bool) -> Parsed<Node> {
        let start = self.cursor.at;
        let rest = self.cursor.rest();
        let end = rest.find(|c: char| c.is_whitespace() || is_comma(c) || inside && c == ')');
        let end = if rest.starts_with(['"', '“', '/']) { None } else { end };
        let Some(end) = end else { return self.term(inside) };
        // as if it ended there
        let text = self.cursor.text;
        self.cursor.text = text.get(..start + end).unwrap_or(text);
        let node = self.term(false);
        self.cursor.text = text;
        node
    }

    fn tests(&mut self, start: usize, field: Field, join: Join, inside: bool) -> Parsed<Node> {
        let mut tests = Vec::new();
        loop {
            let at = self.cursor.at;
            if let Some(pattern) = self.cursor.pattern()? {
                tests.push(Test::Fits(regex(&pattern).map_err(|wrong| Mistake::of(at, wrong))?));
            } else {
                let value = match self.cursor.quoted()? {
                    Some(phrase) => phrase,
                    None => self.cursor.bare(inside, true).to_owned(),
                };
                if value.trim().is_empty() {
                    let (key, label) = (&field.key, &field.label);
                    return Err(Mistake::new(
                        at,
                        tr!("no value stands behind {key}:", "{label}后面没有值"),
                        tr!(
                            "write {key}:VALUE, or has:{key} for any value",
                            "请写 {key}:值；只要有值就行请写 has:{key}"
                        ),
                    ));
                }
                tests.push(Test::new(&field, join, &value, self.vocabulary).map_err(|wrong| Mistake::of(at, wrong))?);
            }
            if !self.cursor.peek().is_some_and(is_comma) {
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
        self.leaf(start, Leaf::Word(word))
    }

    fn leaf(&mut self, start: usize, leaf: Leaf) -> Parsed<Node> {
        if self.leaves.len() >= MOST {
            return Err(Mistake::new(
                start,
                tr!("the query asks more than {MOST} things", "查询条件超过 {MOST} 个"),
                tr("ask for less", "请减少条件"),
            ));
        }
        self.leaves.push(leaf);
        Ok(Node::Leaf(self.leaves.len() - 1))
    }
}

fn unknown(at: usize, name: &str) -> Mistake {
    let what = tr!("there is no field \"{name}\"", "没有字段“{name}”");
    match Field::nearest(name) {
        Some(near) => Mistake::new(at, what, tr!("did you mean {near}?", "是否想写 {near}？")),
        None => Mistake::new(
            at,
            what,
            tr(
                "see the fields with `kehu help query`; to look for the text itself, put it in quotes",
                "字段见 kehu help query；要查找这段文字本身请加引号",
            ),
        ),
    }
}
