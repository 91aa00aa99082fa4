//! The same value in the type of its field, where it can only mean one thing.

use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

use super::fits;
use crate::formats::toml::{Document, Edit, Visit, quoted};
use crate::formats::typed::yes_or_no;
use crate::lint::Fix;
use crate::model::Date;
use crate::model::field::{Needed, Shape};

/// Between several things in one text.
const SEPARATORS: [char; 7] = [',', '，', '、', ';', '；', '/', '\n'];

/// How to write the value so that it is read; `None` where something would be lost or guessed.
pub(super) fn mend(document: &Document<'_>, value: &Visit<'_, '_>) -> Option<Fix> {
    let span = value.value.span();
    let token = document.text.get(span.clone())?;
    let new = match (value.shape, value.value.get_ref()) {
        (Shape::List(Shape::Table(_)), DeValue::Table(_)) => return records(document, value),
        (Shape::Table(_), DeValue::Array(_)) => return group(document, value),
        (Shape::Text, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)) => {
            quoted(token)
        }
        (Shape::List(item), DeValue::String(text))
            if fits(item, value.value.get_ref()) && !text.contains(SEPARATORS) =>
        {
            format!("[{token}]")
        }
        (Shape::Text | Shape::List(_) | Shape::Table(_) | Shape::Choice(_) | Shape::Any, _) => return None,
        (_, DeValue::String(text)) if text.trim().is_empty() => return removed(value),
        (shape, DeValue::String(text)) => scalar(shape, text)?,
        (shape, DeValue::Integer(_) | DeValue::Float(_)) => scalar(shape, token)?,
        _ => return None,
    };
    Some(Fix::Splice(span, new))
}

/// A line that says nothing may go, where nobody misses it.
fn removed(value: &Visit<'_, '_>) -> Option<Fix> {
    let alone = value.field.needed == Needed::No && !matches!(value.field.shape, Shape::List(_));
    alone.then(|| Fix::Edit(vec![Edit::Remove { path: value.path.to_vec() }]))
}

fn scalar(shape: &Shape, text: &str) -> Option<String> {
    // full-width digits and signs
    let plain: String = text.nfkc().collect();
    let plain = plain.trim();
    match shape {
        Shape::Date => day(plain).map(|day| day.to_string()),
        Shape::Integer => integer(plain).map(|number| number.to_string()),
        Shape::Bool => yes_or_no(plain).map(|yes| yes.to_string()),
        _ => None,
    }
}

/// A day that lost its hyphens.
fn day(text: &str) -> Option<Date> {
    Date::parse(&format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?))
}

/// A whole number, written with a point and nothing behind it, or as days.
fn integer(text: &str) -> Option<u32> {
    let text = text.strip_suffix(['天', '日']).unwrap_or(text).trim_end();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let nothing = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    nothing.then(|| whole.parse().ok()).flatten()
}

/// `[contact]` as the first of several: `[[contact]]`.
fn records(document: &Document<'_>, value: &Visit<'_, '_>) -> Option<Fix> {
    let span = value.value.span();
    let token = document.text.get(span.clone())?;
    let header = token.starts_with('[') && !token.starts_with("[[") && token.ends_with(']');
    let inline = token.starts_with('{') && token.ends_with('}');
    let fix = (header || inline).then(|| (span, format!("[{token}]")))?;
    still_toml(document, fix)
}

/// The only one of several as a group: `[[profile]]` becomes `[profile]`.
fn group(document: &Document<'_>, value: &Visit<'_, '_>) -> Option<Fix> {
    let list = value.value.get_ref().as_array()?;
    let mut items = list.iter();
    let (Some(only), None) = (items.next(), items.next()) else { return None };
    let span = only.span();
    let inner = document.text.get(span.clone())?.strip_prefix("[[")?.strip_suffix("]]")?;
    still_toml(document, (span, format!("[{inner}]")))
}

/// Other tables may be headed below the one whose heading changes: then a person has to look.
fn still_toml(document: &Document<'_>, (span, new): (std::ops::Range<usize>, String)) -> Option<Fix> {
    let mut text = document.text.to_owned();
    text.replace_range(span.clone(), &new);
    Document::parse(&text).is_ok().then_some(Fix::Splice(span, new))
}
