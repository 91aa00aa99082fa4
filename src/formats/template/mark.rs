//! The language of placeholders: `{{name}}`, `{{name | format}}`, `{{#name}} … {{/name}}`, `{{^name}} … {{/}}`. No loops,
//! no code: a template says what it wants filled in, and nothing else.

use std::ops::Range;

use super::value::Value;
use super::words::{count_in_words, in_words};
use super::{Name, Names};
use crate::error::{Error, Place};
use crate::lang::{Lang, lang, tr};
use crate::model::money::percent;
use crate::tr;

/// How a value is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The amount in English words.
    Words,
    /// 大写.
    Capitals,
    /// A day as 2026-03-02.
    Iso,
    /// In English, whatever the language of the name.
    English,
    /// In Chinese.
    Chinese,
    /// A number without separators.
    Plain,
    /// In capital letters.
    Upper,
    /// A share in per cent.
    Percent,
}

/// What people write for each.
const STYLES: &[(&str, &str, Style)] = &[
    ("words", "英文大写", Style::Words),
    ("capitals", "大写", Style::Capitals),
    ("iso", "数字日期", Style::Iso),
    ("english", "英文", Style::English),
    ("chinese", "中文", Style::Chinese),
    ("plain", "纯数字", Style::Plain),
    ("upper", "大写字母", Style::Upper),
    ("percent", "百分比", Style::Percent),
];

/// A placeholder in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it asks for.
    pub what: What,
}

/// What a placeholder asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A value.
    Value(Name, Vec<Style>),
    /// From here on only where the name has a value, or has none.
    Open {
        /// The name.
        name: Name,
        /// Whether it must have none.
        none: bool,
        /// As it is written.
        said: String,
    },
    /// Up to here.
    Close(Option<Name>, String),
}

impl What {
    /// The name, where it has one.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Value(name, _) | Self::Open { name, .. } => Some(name),
            Self::Close(name, _) => name.as_ref(),
        }
    }

    /// The list that it is about, if it is an entry's: it must stand in a row that repeats.
    pub fn list(&self) -> Option<&str> {
        self.name().filter(|name| name.list && !name.key.is_empty()).map(|name| name.group.as_str())
    }
}

/// Something that is wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte of the text.
    pub at: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub next: String,
}

impl Fault {
    /// As an error at its place.
    pub fn at_place(self, place: Place) -> Error {
        Error::new(self.what).at(place).next(self.next)
    }
}

/// The most faults that are told of a text: what is no template has thousands.
const TOLD: usize = 100;

const OPENING: [&str; 2] = ["{{", "｛｛"];
const CLOSING: [&str; 2] = ["}}", "｝｝"];

fn first(text: &str, from: usize, of: [&str; 2]) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let found = of.iter().filter_map(|mark| rest.find(mark).map(|at| from + at..from + at + mark.len()));
    found.min_by_key(|range| range.start)
}

/// Whether a text may hold a placeholder.
pub fn may_hold(text: &str) -> bool {
    OPENING.iter().any(|mark| text.contains(mark))
}

/// The placeholders of a text, a line or a paragraph at a time: none goes over a line's end.
pub fn marks(text: &str, names: &dyn Names) -> (Vec<Mark>, Vec<Fault>) {
    let (mut marks, mut faults, mut from) = (Vec::new(), Vec::new(), 0);
    while let Some(open) = first(text, from, OPENING).filter(|_| faults.len() < TOLD) {
        let line = text.get(open.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| open.end + at);
        let Some(close) = first(text, open.end, CLOSING).filter(|close| close.start < line) else {
            faults.push(Fault {
                at: open.start,
                what: tr!("a placeholder begins with {{{{ and does not end", "占位符以 {{{{ 开头，但没有结束"),
                next: tr!("write }}}} behind it, on the same line", "请在同一行内以 }}}} 结尾"),
            });
            from = line;
            continue;
        };
        let inside = text.get(open.end..close.start).unwrap_or_default();
        match what(inside, names) {
            Ok(what) => marks.push(Mark { range: open.start..close.end, what }),
            Err((what, next)) => faults.push(Fault { at: open.start, what, next }),
        }
        from = close.end;
    }
    (marks, faults)
}

type Wrong = (String, String);

fn what(inside: &str, names: &dyn Names) -> Result<What, Wrong> {
    let inside: String = inside.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect();
    let inside = inside.trim();
    let said = |rest: &str| rest.trim().to_owned();
    if let Some(rest) = inside.strip_prefix(['#', '＃']) {
        return Ok(What::Open { name: known(rest, names)?, none: false, said: said(rest) });
    }
    if let Some(rest) = inside.strip_prefix(['^', '＾']) {
        return Ok(What::Open { name: known(rest, names)?, none: true, said: said(rest) });
    }
    if let Some(rest) = inside.strip_prefix(['/', '／']) {
        let name = if rest.trim().is_empty() { None } else { Some(known(rest, names)?) };
        return Ok(What::Close(name, said(rest)));
    }
    let mut parts = inside.split(['|', '｜']);
    let name = known(parts.next().unwrap_or_default(), names)?;
    if !names.is_value(&name) {
        return Err((
            tr!("{{{{{inside}}}}} is more than one value", "{{{{{inside}}}}} 不止一个值"),
            tr!(
                "name one of its values, as {}; see: kehu doc --fields",
                "请写明其中一项，如 {}；查看：kehu doc --fields",
                names.part_of(&name)
            ),
        ));
    }
    let styles: Result<Vec<Style>, Wrong> = parts.map(style).collect();
    Ok(What::Value(name, styles?))
}

fn known(name: &str, names: &dyn Names) -> Result<Name, Wrong> {
    let name = name.trim();
    names.find(name).map_err(|nearest| {
        let next = match nearest {
            Some(near) => tr!(
                "did you mean {{{{{near}}}}}? all names: kehu doc --fields",
                "是否想写 {{{{{near}}}}}？全部占位符：kehu doc --fields"
            ),
            None => tr("see all names: kehu doc --fields", "查看全部占位符：kehu doc --fields").to_owned(),
        };
        (tr!("{{{{{name}}}}} is no placeholder", "没有占位符 {{{{{name}}}}}"), next)
    })
}

fn style(text: &str) -> Result<Style, Wrong> {
    let wanted = text.trim().to_lowercase();
    let found = STYLES.iter().find(|(en, zh, _)| *en == wanted || *zh == wanted);
    found.map(|(_, _, style)| *style).ok_or_else(|| {
        let named = |(en, zh, _): &(&str, &str, Style)| match lang() {
            Lang::En => (*en).to_owned(),
            Lang::Zh => format!("{en} {zh}"),
        };
        let known: Vec<String> = STYLES.iter().map(named).collect();
        let known = known.join(tr(", ", "、"));
        (tr!("\"{wanted}\" is no format", "没有格式“{wanted}”"), tr!("write one of {known}", "请写以下之一：{known}"))
    })
}

/// A value as it is to be written, in the language of its name unless a format says otherwise.
pub fn written(value: &Value, lang: Lang, styles: &[Style]) -> String {
    let said = styles.iter().rev().find_map(|style| match style {
        Style::English => Some(Lang::En),
        Style::Chinese => Some(Lang::Zh),
        _ => None,
    });
    let shown = value.shown(said.unwrap_or(lang));
    styles.iter().fold(shown, |text, style| styled(value, text, *style))
}

fn styled(value: &Value, text: String, style: Style) -> String {
    match (style, value) {
        (Style::Words, value) => number_in_words(value, Lang::En).unwrap_or(text),
        (Style::Capitals, value) => number_in_words(value, Lang::Zh).unwrap_or(text),
        (Style::Iso, Value::Date(date)) => date.to_string(),
        (Style::Plain, Value::Number(number)) => number.normalize().to_string(),
        (Style::Plain, Value::Money(number, code)) => super::value::with_decimals(*number, code).to_string(),
        (Style::Plain, Value::Share(share)) => share.normalize().to_string(),
        (Style::Percent, Value::Number(share)) => percent(*share),
        (Style::Upper, _) => text.to_uppercase(),
        _ => text,
    }
}

fn number_in_words(value: &Value, lang: Lang) -> Option<String> {
    match value {
        Value::Money(number, code) if !code.is_empty() => Some(in_words(*number, code, lang)),
        Value::Money(number, _) | Value::Number(number) => Some(count_in_words(*number, lang)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::formats::template::tests::Sample;
    use crate::model::Date;

    fn told(text: &str) -> (Vec<What>, Vec<String>) {
        let (marks, faults) = marks(text, &Sample::default());
        (marks.into_iter().map(|mark| mark.what).collect(), faults.into_iter().map(|fault| fault.what).collect())
    }

    #[test]
    fn placeholders_are_found_as_people_write_them() {
        for (text, count) in [
            ("", 0),
            ("{ {a}}", 0),
            ("{{order.total}}", 1),
            ("{{ order.total | words | upper }}", 1),
            ("｛｛订单.合计｜大写｝｝", 1),
            ("{{#order.total}}a{{/}}", 2),
            ("{{＃order.total}}a{{／order.total}}", 2),
            ("{{^lines}}a{{/lines}}", 2),
            ("{{lines.product}}{{lines.quantity}}", 2),
            ("{{order.\u{ad}total}}", 1),
        ] {
            let (marks, faults) = told(text);
            assert_eq!((marks.len(), faults), (count, Vec::new()), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_all_at_once() {
        for (text, want) in [
            ("{{ordr.total}} {{x}}", &["没有占位符 {{ordr.total}}", "没有占位符 {{x}}"][..]),
            ("{{}}", &["没有占位符 {{}}"]),
            ("{{order.total", &["占位符以 {{ 开头，但没有结束"]),
            ("{{order.total\n}}", &["占位符以 {{ 开头，但没有结束"]),
            ("{{order.total | wrds}}", &["没有格式“wrds”"]),
            ("{{lines}}", &["{{lines}} 不止一个值"]),
            ("{{#for x in lines}}", &["没有占位符 {{for x in lines}}"]),
            ("{{order.total}} {{{{order.total}}}}", &["没有占位符 {{{{order.total}}"]),
        ] {
            assert_eq!(told(text).1, want, "{text}");
        }
    }

    #[test]
    fn formats() {
        let d = |text| Decimal::from_str_exact(text).unwrap();
        let total = Value::Money(d("7030"), "USD".to_owned());
        let date = Value::Date(Date::parse("2026-03-02").unwrap());
        for (value, styles, want) in [
            (&total, &[][..], "7,030.00"),
            (&total, &[Style::Plain], "7030.00"),
            (&total, &[Style::Words], "SAY US DOLLARS SEVEN THOUSAND AND THIRTY ONLY"),
            (&total, &[Style::Capitals], "美元柒仟零叁拾元整"),
            (&date, &[Style::Iso], "2026-03-02"),
            (&date, &[Style::Chinese], "2026年3月2日"),
            (&date, &[Style::Upper], "2 MARCH 2026"),
            (&date, &[Style::Words], "2 March 2026"),
            (&Value::Number(d("0.05")), &[Style::Percent], "5%"),
            (&Value::Number(d("1500.0")), &[Style::Plain], "1500"),
        ] {
            assert_eq!(written(value, Lang::En, styles), want, "{value:?} {styles:?}");
        }
    }
}
