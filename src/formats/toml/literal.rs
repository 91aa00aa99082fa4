//! Values as they are written into a card: TOML 1.0, on one line; a list of several tables one item a line.

use std::borrow::Cow;
use std::fmt::Write;

use crate::model::name::invisible;

/// A text in double quotes, everything that needs it escaped.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // what nobody sees in an editor is written so that it is seen
            c if invisible(c) => {
                // writing to a String cannot fail
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `{ key = value, … }` of values that are literals already.
pub fn inline_table(fields: &[(&str, String)]) -> String {
    if fields.is_empty() {
        return "{}".to_owned();
    }
    let pairs: Vec<String> = fields.iter().map(|(key, value)| format!("{} = {value}", key_literal(key))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A list of inline tables: one stands on the line of its key, several a line each, as people read the lines of an order.
/// The editor puts the file's own line ends and indent in the place of these.
pub fn list_of_tables(items: &[String]) -> String {
    match items {
        [] | [_] => format!("[{}]", items.concat()),
        several => several.iter().fold("[\n".to_owned(), |list, item| format!("{list}  {item},\n")) + "]",
    }
}

/// A key, quoted where it has to be.
pub(super) fn key_literal(key: &str) -> Cow<'_, str> {
    let bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { Cow::Borrowed(key) } else { Cow::Owned(quoted(key)) }
}
