//! What an edit may touch, told by the two texts alone.

use kehu::formats::toml::{DeTable, DeValue, Spanned};

use super::property::values;

/// How many bytes two texts have in common at the beginning.
fn common(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

/// `new` is `old` with one piece put in; behind the last item of a list perhaps a comma too.
pub fn added(old: &str, new: &str, pushed: bool) -> Result<(), String> {
    let put_in = |new: &[u8]| {
        let start = old.bytes().zip(new).take_while(|(a, b)| a == *b).count();
        new.len() > old.len() && new[start + new.len() - old.len()..] == old.as_bytes()[start..]
    };
    let mut without_comma = new.as_bytes().to_vec();
    let comma = common(old, new);
    let split = pushed && without_comma.get(comma) == Some(&b',');
    if split {
        without_comma.remove(comma);
    }
    super::ensure!(put_in(new.as_bytes()) || (split && put_in(&without_comma)), "not one piece put in");
    Ok(())
}

/// `new` is `old` with `literal` in the place of one whole value.
pub fn replaced(old: &str, new: &str, literal: &str) -> Result<(), String> {
    let one = |start: usize| {
        let end = (old.len() + literal.len()).checked_sub(new.len()).map(|end| end + start)?;
        let piece = old.get(start..end)?;
        let (new_piece, new_rest) = new.get(start..)?.split_at_checked(literal.len())?;
        let fits = new_piece == literal && old.get(end..)? == new_rest && piece == piece.trim() && !piece.is_empty();
        (fits && values(&format!("v = {piece}")).is_ok()).then_some(())
    };
    super::ensure!((0..=common(old, new)).rev().any(|start| one(start).is_some()), "not one value replaced");
    Ok(())
}

/// `new` is `old` without one `key = value` or one item of a list, its comma, and white space.
pub fn taken(old: &str, new: &str) -> Result<(), String> {
    let length = old.len().checked_sub(new.len()).filter(|length| *length > 0).ok_or("nothing was taken")?;
    let start = common(old, new);
    let one = |start: usize| {
        let (piece, rest) = old.get(start..)?.split_at_checked(length)?;
        let part = piece.trim_matches(|c: char| c.is_whitespace() || c == ',');
        let whole = values(part).is_ok_and(|pair| pair.len() == 1) || values(&format!("v = {part}")).is_ok();
        (old[..start] == new[..start] && new.get(start..)? == rest && whole).then_some(())
    };
    let pure =
        (start.saturating_sub(length)..=start).rev().any(|start| old.is_char_boundary(start) && one(start).is_some());
    // a comment between the item and its comma stays
    let kept = old.get(start..).is_some_and(|rest| rest.contains('#')) && is_part(new, old);
    super::ensure!(pure || kept, "more than one value taken");
    Ok(())
}

/// Whether a text comes of another by leaving out bytes.
fn is_part(part: &str, whole: &str) -> bool {
    let mut bytes = whole.bytes();
    part.bytes().all(|wanted| bytes.any(|byte| byte == wanted))
}

/// No inline table runs over a line end, nor ends in a comma: TOML 1.0.
pub fn one_line(text: &str, values: Vec<&Spanned<DeValue<'_>>>) -> Result<(), String> {
    for value in values {
        match value.get_ref() {
            DeValue::Array(list) => one_line(text, list.iter().collect())?,
            DeValue::Table(table) => {
                let inner = leaves(table);
                let span = value.span();
                if text[span.clone()].starts_with('{') {
                    let mut between = String::new();
                    let mut at = span.start;
                    for leaf in &inner {
                        between += &text[at..leaf.span().start];
                        at = leaf.span().end;
                    }
                    let last = &text[at..span.end];
                    super::ensure!(
                        !between.contains('\n') && !last.contains(['\n', ',']),
                        "no TOML 1.0: {}",
                        &text[span]
                    );
                }
                one_line(text, inner)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The values of a table, those behind dotted keys too, in the order of the text.
fn leaves<'a, 't>(table: &'a DeTable<'t>) -> Vec<&'a Spanned<DeValue<'t>>> {
    let dotted = |key: std::ops::Range<usize>, value: &'a Spanned<DeValue<'t>>| match value.get_ref() {
        DeValue::Table(inner) if value.span() == key => leaves(inner),
        _ => vec![value],
    };
    let mut leaves: Vec<_> = table.iter().flat_map(|(key, value)| dotted(key.span(), value)).collect();
    leaves.sort_by_key(|leaf| leaf.span().start);
    leaves
}
