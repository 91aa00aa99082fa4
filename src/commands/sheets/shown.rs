//! A value as the cell of a spreadsheet shows it.

use crate::commands::import::subject::Target;
use crate::lang::{lang, tr};
use crate::model::Country;
use crate::model::field::{Choice, Field, Shape};

/// The longest text that a cell holds, in UTF-16 units as Excel counts.
pub const LONGEST: usize = 32_767;

/// A value of a row in the reader's language: words of closed lists as people read them, countries by name, several
/// values behind each other, what is too long for a cell cut. A cell that still says this was not edited.
pub fn shown(target: &Target, value: &str) -> String {
    shown_as(target.field, target.is_place() && target.path.ends_with("country"), value)
}

/// The same of any field; whether it names a country.
pub fn shown_as(field: &Field, country: bool, value: &str) -> String {
    let one = |shape: &Shape, value: &str| match shape {
        Shape::Choice(choices) => word(choices, value),
        Shape::Bool if value == "true" => tr("yes", "是").to_owned(),
        Shape::Bool => tr("no", "否").to_owned(),
        _ => value.to_owned(),
    };
    let text = match field.shape {
        _ if country => {
            Country::find(value).map_or_else(|| value.to_owned(), |country| country.name(lang()).to_owned())
        }
        Shape::List(item) => value.split('\u{1F}').map(|value| one(item, value)).collect::<Vec<_>>().join("; "),
        shape => one(shape, value),
    };
    cut(text)
}

fn word(choices: &[Choice], key: &str) -> String {
    let choice = choices.iter().find(|choice| choice.key == key);
    choice.map_or(key, |choice| choice.words.text()).to_owned()
}

fn cut(text: String) -> String {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units < LONGEST
    });
    kept.chain(['…']).collect()
}
