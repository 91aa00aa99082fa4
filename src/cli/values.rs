//! Parsers of option values, with the Chinese words as aliases.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::lang::tr;
use crate::model::Choose;
use crate::views::Format;

/// One word of a closed list, by key or by Chinese word.
pub fn choice_of<T: Choose>() -> impl TypedValueParser<Value = T> {
    choice_among(T::ALL)
}

/// One of some words of a closed list.
pub fn choice_among<T: Choose>(choices: &'static [T]) -> impl TypedValueParser<Value = T> {
    let values = choices
        .iter()
        .map(|choice| PossibleValue::new(choice.key()).alias(choice.words().zh).help(choice.words().text()));
    PossibleValuesParser::new(values.collect::<Vec<_>>()).try_map(|text| T::find(&text).ok_or_else(String::new))
}

/// One of the formats that a command declares.
pub fn format_of(formats: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    let values = formats.iter().map(|format| {
        let zh = format.words().zh;
        let value = PossibleValue::new(format.key());
        if zh == format.key() { value } else { value.alias(zh) }
    });
    PossibleValuesParser::new(values.collect::<Vec<_>>()).try_map(|text| Format::find(&text).ok_or_else(String::new))
}

/// A number of days: `7d`, `2w`.
///
/// # Errors
/// It is none.
pub fn parse_days(text: &str) -> Result<i64, String> {
    crate::formats::typed::days(text)
        .ok_or_else(|| tr("write a number of days such as 7d or 2w", "请写天数，如 7d、2w").to_owned())
}
