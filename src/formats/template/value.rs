//! What a placeholder stands for, and how it is written in either language.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::formats::picture::Picture;
use crate::lang::{Lang, Words};
use crate::model::money::{amount, percent};
use crate::model::{Choose, Date, currency};

/// A value that a template may name.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is known.
    Empty,
    /// A text as somebody wrote it.
    Text(String),
    /// A text of ours, which each language has its own words for.
    Both {
        /// In English.
        en: String,
        /// In Chinese.
        zh: String,
    },
    /// Several.
    Several(Vec<Value>),
    /// A count, a weight, a quantity.
    Number(Decimal),
    /// An amount; the currency decides its decimals and its words. Empty where none is known.
    Money(Decimal, String),
    /// A share: 0.3 is thirty per cent.
    Share(Decimal),
    /// A day.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// A picture, where a paper can show one.
    Picture(Arc<Picture>),
}

impl Value {
    /// A text; nothing where it is blank.
    pub fn text(text: Option<&str>) -> Self {
        text.map(str::trim).filter(|text| !text.is_empty()).map_or(Self::Empty, |text| Self::Text(text.to_owned()))
    }

    /// Words of ours.
    pub fn words(words: Words) -> Self {
        Self::Both { en: words.en.to_owned(), zh: words.zh.to_owned() }
    }

    /// A word of a closed list.
    pub fn choice<T: Choose>(choice: Option<T>) -> Self {
        choice.map_or(Self::Empty, |choice| Self::words(choice.words()))
    }

    /// A day, where it is known.
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// A number, where it is known.
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// A count.
    pub fn count(count: impl Into<Decimal>) -> Self {
        Self::Number(count.into())
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Both { en, .. } => en.is_empty(),
            Self::Several(values) => values.iter().all(Self::is_empty),
            _ => false,
        }
    }

    /// Whether a block that asks for it is kept: there is something, and it is neither false nor zero.
    pub fn holds(&self) -> bool {
        match self {
            Self::Flag(yes) => *yes,
            Self::Number(number) | Self::Money(number, _) | Self::Share(number) => !number.is_zero(),
            other => !other.is_empty(),
        }
    }

    /// As people of a language write it.
    pub fn shown(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Empty | Self::Picture(_), _) => String::new(),
            (Self::Text(text), _) => text.clone(),
            (Self::Both { en, .. }, Lang::En) => en.clone(),
            (Self::Both { zh, .. }, Lang::Zh) => zh.clone(),
            (Self::Several(values), lang) => {
                let texts: Vec<String> = values.iter().map(|value| value.shown(lang)).collect();
                texts.join(Words::new(", ", "、").of(lang))
            }
            (Self::Number(number), _) => amount(number.normalize()),
            (Self::Money(number, code), _) => amount(with_decimals(*number, code)),
            (Self::Share(share), _) => percent(*share),
            (Self::Date(date), lang) => day(*date, lang),
            (Self::Flag(yes), lang) => {
                if *yes { Words::new("yes", "是") } else { Words::new("no", "否") }.of(lang).into()
            }
        }
    }
}

/// An amount with at least the decimals of its currency; more where somebody wrote more.
pub fn with_decimals(number: Decimal, code: &str) -> Decimal {
    let mut number = number.normalize();
    let unit = currency::minor_unit(code).unwrap_or(0).max(number.scale());
    number.rescale(unit);
    number
}

/// A day as letters write it: 2 March 2026, 2026年3月2日.
pub fn day(date: Date, lang: Lang) -> String {
    date.format(Words::new("%-d %B %Y", "%Y年%-m月%-d日").of(lang)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn values_are_written_as_each_language_writes_them() {
        let date = Date::parse("2026-03-02").unwrap();
        let listed = Value::Several(vec![Value::Text("a".into()), Value::words(Words::new("b", "乙"))]);
        for (value, en, zh) in [
            (Value::Empty, "", ""),
            (Value::Text("=cmd()".into()), "=cmd()", "=cmd()"),
            (Value::Date(date), "2 March 2026", "2026年3月2日"),
            (Value::Money(d("7030"), "USD".into()), "7,030.00", "7,030.00"),
            (Value::Money(d("0.125"), "USD".into()), "0.125", "0.125"),
            (Value::Money(d("7030.00"), "JPY".into()), "7,030", "7,030"),
            (Value::Number(d("1240.500")), "1,240.5", "1,240.5"),
            (Value::Share(d("0.30")), "30%", "30%"),
            (Value::Flag(true), "yes", "是"),
            (listed, "a, b", "a、乙"),
        ] {
            assert_eq!((value.shown(Lang::En), value.shown(Lang::Zh)), (en.into(), zh.into()), "{value:?}");
        }
    }

    #[test]
    fn a_block_is_kept_for_what_is_there() {
        for (value, holds) in [
            (Value::Empty, false),
            (Value::Text(" ".into()), false),
            (Value::Flag(false), false),
            (Value::Number(d("0.00")), false),
            (Value::Several(vec![]), false),
            (Value::Number(d("-1")), true),
            (Value::Flag(true), true),
        ] {
            assert_eq!(value.holds(), holds, "{value:?}");
        }
    }
}
