//! Web addresses: whose site it is.

use std::ops::Range;

use fluent_uri::Iri;
use unicode_normalization::char::is_combining_mark;

/// The addresses of a field. A comma stands inside addresses too, but not at their end.
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut pieces = super::pieces(text, |c| c.is_whitespace() || matches!(c, ';' | '；' | '，' | '、'));
    for piece in &mut pieces {
        let address = text.get(piece.clone()).unwrap_or_default();
        piece.end = piece.start + address.trim_end_matches(',').len();
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The host of an absolute http or https address, as it is written; `None` where the text is no such address.
pub fn of_address(text: &str) -> Option<&str> {
    let address = Iri::parse(text).ok()?;
    let scheme = address.scheme().as_str();
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = address.authority()?;
    let host = authority.host();
    (!authority.has_userinfo() && is_public(host)).then_some(host)
}

/// The address that is meant where only `https://` is missing.
pub fn completed(text: &str) -> Option<String> {
    if text.contains("://") {
        return None;
    }
    let address = format!("https://{}", text.trim_start_matches('/'));
    of_address(&address).is_some().then_some(address)
}

/// Names of hosts that the whole world can reach: with a dot, of letters, digits and hyphens.
fn is_public(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let label = |label: &&str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || is_combining_mark(c) || c == '-' || c == '_')
    };
    let ending = labels.last().copied().unwrap_or_default();
    let number = labels.len() == 4 && labels.iter().all(|label| label.parse::<u8>().is_ok());
    let named = ending.chars().count() > 1 && !ending.chars().any(|c| c.is_ascii_digit()) || ending.starts_with("xn--");
    labels.len() > 1 && labels.iter().all(label) && (number || named)
}
