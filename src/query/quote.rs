//! Quotes: those that a shell took away are put back, and a value is put into those that it needs.

use super::parse::NOT;

/// What a query does not take for a part of a bare word, or not at any place of it.
fn is_special(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '（' | '）' | ',' | '，' | '、')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// A value as a query takes it for one, whatever stands in it; `None` where no quotes can hold it.
pub fn one_value(text: &str) -> Option<String> {
    if !text.contains(is_special) && !text.starts_with('/') {
        return Some(text.to_owned());
    }
    match (text.contains('"'), text.contains(['“', '”'])) {
        (false, _) => Some(format!("\"{text}\"")),
        (true, false) => Some(format!("“{text}”")),
        (true, true) => None,
    }
}

/// Puts the quotes back that the shell took away.
pub fn requoted(word: &str) -> String {
    let blank = |c: char| c.is_whitespace();
    let quoted = word.contains(['"', '“', '”', '(', ')', '（', '）']);
    let Some(at) = word.trim().find(blank).filter(|_| !quoted) else { return word.to_owned() };
    let word = word.trim();
    let (first, rest) = word.split_at(at);
    let asks = |part: &str| part.contains([':', '：', '=', '<', '>']) || part.len() > 1 && part.starts_with(['/', '-']);
    if rest.split(blank).any(asks) || first.starts_with('/') {
        return word.to_owned();
    }
    let (field, value) = word.split_at(begin_of_value(first).unwrap_or_default());
    format!("{field}\"{value}\"")
}

/// Where behind `field:`, `not:`, `not:field:` the value begins.
fn begin_of_value(word: &str) -> Option<usize> {
    let sign = |c: char| matches!(c, ':' | '：' | '=' | '<' | '>');
    let mut begin = None;
    loop {
        let rest = word.get(begin.unwrap_or_default()..)?;
        let Some(at) = rest.find(sign) else { return begin };
        let (name, behind) = rest.split_at(at);
        begin = Some(word.len() - behind.trim_start_matches(sign).len());
        if !NOT.contains(&name.to_lowercase().as_str()) {
            return begin;
        }
    }
}
