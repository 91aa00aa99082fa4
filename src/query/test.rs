//! What a value must be: made from what was typed, by the kind of the field.

use regex::{Regex, RegexBuilder};
use rust_decimal::Decimal;

use super::field::{Field, Kind, due_kinds};
use super::parse::Vocabulary;
use super::period::period;
use super::word::Word;
use crate::error::{Error, Result};
use crate::formats::typed::yes_or_no;
use crate::lang::{Lang, lang, tr};
use crate::model::field::{Choice, as_key};
use crate::model::fold::fold;
use crate::model::{Country, Date, Number};
use crate::tr;

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, or the key of a choice.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(Date),
}

/// What a value must be.
#[derive(Clone, Debug)]
pub enum Test {
    /// Text that holds this.
    Holds(Word),
    /// A name that holds this, or sounds so.
    Named(Word),
    /// This phone number.
    Dials(Word),
    /// This text, but for case, accents and width.
    Is(String),
    /// Text that fits.
    Fits(Regex),
    /// This key.
    Key(String),
    /// A number from here to there.
    Numbers(Span<Decimal>),
    /// A day from here to there.
    Days(Span<Date>),
}

/// From here to there; open where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The first that counts.
    from: Option<T>,
    /// The first does not count itself.
    above: bool,
    /// The last that counts.
    to: Option<T>,
    /// The last does not count itself.
    below: bool,
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(day) => write!(f, "{day}"),
        }
    }
}

impl<T: PartialOrd> Span<T> {
    fn holds(&self, value: &T) -> bool {
        self.from.as_ref().is_none_or(|from| if self.above { value > from } else { value >= from })
            && self.to.as_ref().is_none_or(|to| if self.below { value < to } else { value <= to })
    }

    /// Refuses a span that nothing can lie in.
    fn forward(self, text: &str) -> Result<Self> {
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if from > to => {
                let what = tr!("\"{text}\" ends before it begins", "“{text}”的终点在起点之前");
                Err(Error::new(what).next(tr("write the smaller one first", "请把较小的写在前面")))
            }
            _ => Ok(self),
        }
    }
}

/// How field and value were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// `:`
    Colon,
    /// `=`
    Equals,
    /// `!=`
    Differs,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `<`
    Less,
    /// `<=`
    AtMost,
}

impl Test {
    /// Whether a value passes.
    pub fn passes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Numbers(span), Value::Number(number)) => span.holds(number),
            (Self::Days(span), Value::Date(day)) => span.holds(day),
            (Self::Key(key), Value::Text(text)) => text == key,
            (Self::Holds(word), Value::Text(text)) => word.stands_in(text),
            (Self::Named(word), Value::Text(text)) => word.is_in_name(text),
            (Self::Dials(word), Value::Text(text)) => word.is_phone(text) || word.stands_in(text),
            (Self::Is(folded), Value::Text(text)) => fold(text.trim()) == *folded,
            (Self::Fits(regex), Value::Text(text)) => regex.is_match(text),
            (Self::Fits(regex), Value::Number(number)) => regex.is_match(&number.to_string()),
            (Self::Fits(regex), Value::Date(day)) => regex.is_match(&day.to_string()),
            _ => false,
        }
    }

    /// The word that a text must hold to pass, if it is that.
    pub fn word(&self) -> Option<&Word> {
        match self {
            Self::Holds(word) | Self::Named(word) | Self::Dials(word) => Some(word),
            _ => None,
        }
    }

    /// From what was typed behind a field.
    ///
    /// # Errors
    /// What is wrong with it, and what may be written instead.
    pub fn new(field: &Field, join: Join, text: &str, vocabulary: &Vocabulary<'_>) -> Result<Self> {
        let orders = !matches!(join, Join::Colon | Join::Equals | Join::Differs);
        match field.kind {
            Kind::Number => numbers(join, text).ok_or_else(|| not_a_number(text))?.forward(text).map(Self::Numbers),
            Kind::Date => {
                days(join, text, vocabulary.today).ok_or_else(|| not_a_day(text))?.forward(text).map(Self::Days)
            }
            Kind::Due => match choice(due_kinds(), text).filter(|_| !orders) {
                Some(key) => Ok(Self::Key(key.to_owned())),
                None if orders => days(join, text, vocabulary.today).ok_or_else(|| not_a_day(text)).map(Self::Days),
                None => {
                    let days = days(join, text, vocabulary.today);
                    days.ok_or_else(|| none_of(&field.label, text, due_kinds()))?.forward(text).map(Self::Days)
                }
            },
            _ if orders => Err(no_order(field, text)),
            Kind::Choice(choices) => choice(choices, text)
                .map(|key| Self::Key(key.to_owned()))
                .ok_or_else(|| none_of(&field.label, text, choices)),
            Kind::Bool => {
                yes_or_no(text).map(|yes| Self::Key(yes.to_string())).ok_or_else(|| neither(&field.key, text))
            }
            Kind::Country => country(text),
            Kind::Stage => vocabulary.stage(text).map(Self::Key),
            Kind::Text | Kind::Name | Kind::Phone if join == Join::Equals => Ok(Self::Is(fold(text.trim()))),
            Kind::Text => Ok(Self::Holds(Word::new(text))),
            Kind::Name => Ok(Self::Named(Word::new(text))),
            Kind::Phone => Ok(Self::Dials(Word::new(text))),
        }
    }
}

/// A regular expression; case does not matter.
///
/// # Errors
/// What is wrong with it.
pub fn regex(text: &str) -> Result<Regex> {
    let built = RegexBuilder::new(text).case_insensitive(true).size_limit(1 << 20).build();
    built.map_err(|error| {
        // the last line of what the library says is the reason
        let reason = error.to_string();
        let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
        Error::new(tr!("this is no regular expression: {reason}", "正则表达式有误：{reason}"))
            .next(tr("to look for the characters themselves, put them in quotes", "要查找这些字符本身，请加引号"))
    })
}

/// A value of the card as its field has it.
pub fn value_of(kind: Kind, text: &str) -> Option<Value> {
    Some(match kind {
        Kind::Number => Value::Number(*Number::parse(text)?),
        Kind::Date => Value::Date(Date::parse(text.get(..10)?)?),
        Kind::Choice(choices) => Value::Text(choice(choices, text).unwrap_or(text).to_owned()),
        _ => Value::Text(text.to_owned()),
    })
}

fn choice(choices: &'static [Choice], text: &str) -> Option<&'static str> {
    let key = as_key(text);
    let hit = choices.iter().find(|choice| {
        choice.key.eq_ignore_ascii_case(&key) || choice.words.zh == text.trim() || as_key(choice.words.en) == key
    });
    hit.map(|choice| choice.key)
}

fn country(text: &str) -> Result<Test> {
    Country::find(text).map(|country| Test::Key(country.alpha2().to_owned())).ok_or_else(|| {
        let near: Vec<_> = Country::nearest(text).into_iter().map(|country| country.name(lang())).collect();
        let error = Error::new(tr!("there is no country \"{text}\"", "没有国家“{text}”"));
        match near.as_slice() {
            [] => {
                error.next(tr("write its Chinese or English name, or its code, as DE", "请写中英文名称或代码，如 DE"))
            }
            near => error.next(tr!("did you mean {}?", "是否想写 {}？", near.join(tr(", ", "、")))),
        }
    })
}

fn none_of(label: &str, text: &str, choices: &[Choice]) -> Error {
    let chinese = lang() == Lang::Zh;
    let all: Vec<&str> = choices.iter().map(|choice| if chinese { choice.words.zh } else { choice.key }).collect();
    Error::new(tr!("\"{text}\" is no value of {label}", "{label}没有“{text}”")).next(tr!(
        "write one of {}",
        "可写：{}",
        all.join(tr(", ", "、"))
    ))
}

fn no_order(field: &Field, text: &str) -> Error {
    let Field { key, label, .. } = field;
    Error::new(tr!(
        "{label} has no order; < and > are for numbers and days",
        "{label}不分大小，< 和 > 只用于数字和日期"
    ))
    .next(tr!("write {key}:{text}", "请写 {key}:{text}"))
}

fn neither(key: &str, text: &str) -> Error {
    Error::new(tr!("\"{text}\" is neither yes nor no", "“{text}”不是“是”或“否”"))
        .next(tr!("write {key}:yes or {key}:no", "请写 {key}:是 或 {key}:否"))
}

fn not_a_number(text: &str) -> Error {
    Error::new(tr!("\"{text}\" is no number", "“{text}”不是数字"))
        .next(tr("write 1000, 1000.., 1000..5000 or 10k", "可写 1000、1000..、1000..5000 或 10万"))
}

fn not_a_day(text: &str) -> Error {
    Error::new(tr!("\"{text}\" is no day", "“{text}”不是日期")).next(tr(
        "write 2026-06-30, 2026-06, last-month, -30d, or ..2026-06-30 for up to that day",
        "可写 2026-06-30、2026-06、上月、30天前，或 ..2026-06-30 表示截至该日",
    ))
}

/// The ends of a span: `a..b`, `a..`, `..b`, `>a`, or one value for both.
fn ends<'t>(join: Join, text: &'t str) -> Option<(Option<&'t str>, bool, Option<&'t str>, bool)> {
    let (sign, rest) = [(">=", Join::AtLeast), ("<=", Join::AtMost), (">", Join::More), ("<", Join::Less)]
        .into_iter()
        .find_map(|(sign, join)| Some((join, text.strip_prefix(sign)?)))
        .filter(|_| join == Join::Colon)
        .unwrap_or((join, text));
    let rest = rest.trim();
    let given = |end: &'t str| Some(end.trim()).filter(|end| !end.is_empty());
    match sign {
        Join::More => Some((given(rest), true, None, false)),
        Join::AtLeast => Some((given(rest), false, None, false)),
        Join::Less => Some((None, false, given(rest), true)),
        Join::AtMost => Some((None, false, given(rest), false)),
        Join::Colon | Join::Equals | Join::Differs => match rest.split_once("..") {
            Some((from, to)) => Some((given(from), false, given(to), false)),
            None => Some((given(rest), false, given(rest), false)),
        },
    }
    .filter(|(from, _, to, _)| from.is_some() || to.is_some())
}

fn numbers(join: Join, text: &str) -> Option<Span<Decimal>> {
    let (from, above, to, below) = ends(join, text)?;
    let end = |end: Option<&str>| end.map_or(Some(None), |text| number(text).map(Some));
    Some(Span { from: end(from)?, above, to: end(to)?, below })
}

/// A number with a unit of its size: `10万`, `1.5k`, `2m`.
fn number(text: &str) -> Option<Decimal> {
    let text = fold(text);
    let units = [("万", 10_000), ("亿", 100_000_000), ("k", 1000), ("m", 1_000_000), ("", 1)];
    units.into_iter().find_map(|(unit, size)| {
        let number = Number::parse(text.strip_suffix(unit)?.trim())?;
        number.checked_mul(Decimal::from(size))
    })
}

fn days(join: Join, text: &str, today: Date) -> Option<Span<Date>> {
    let (from, above, to, below) = ends(join, text)?;
    let span = |end: Option<&str>| end.map_or(Some(None), |text| period(text, today).map(Some));
    let (from, to) = (span(from)?, span(to)?);
    // after June means after its last day, before June before its first
    let from = from.map(|(first, last)| if above { last } else { first });
    let to = to.map(|(first, last)| if below { first } else { last });
    Some(Span { from, above, to, below })
}
