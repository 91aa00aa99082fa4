//! Text as it is searched: case, accents, width and the kind of blank do not matter.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Letters that no decomposition takes apart, and what people type for them.
const SPELLED: &[(char, &str)] =
    &[('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('þ', "th"), ('ı', "i")];

/// The searched form of a text.
pub fn fold(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    fold_into(text, &mut out);
    // whole characters went in
    String::from_utf8(out).unwrap_or_default()
}

/// Appends the searched form of a text, as bytes. Each character folds by itself: the form of a part of a text is a part
/// of the form of the text. Runs over every card of the book when a word is looked for, so it is made to be fast.
pub fn fold_into(text: &str, out: &mut Vec<u8>) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (ascii, other) = rest.split_at(plain);
        out.extend(ascii.bytes().map(|byte| if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() }));
        rest = other;
        while let Some(c) = rest.chars().next().filter(|c| !c.is_ascii()) {
            let (this, behind) = rest.split_at(c.len_utf8());
            rest = behind;
            // most of what is not ASCII in a Chinese book is itself
            if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
                out.extend_from_slice(this.as_bytes());
            } else {
                character(c, out);
            }
        }
    }
}

fn character(c: char, out: &mut Vec<u8>) {
    let mut push = |c: char| out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|part| !is_combining_mark(*part)) {
            match SPELLED.iter().find(|(letter, _)| *letter == lower) {
                Some((_, spelled)) => spelled.chars().for_each(&mut push),
                None if lower.is_whitespace() => push(' '),
                None => push(lower),
            }
        }
    });
}

/// Where a folded word stands in a text: bytes of the text as it is.
pub fn find(text: &str, folded: &str) -> Option<Range<usize>> {
    let mut form = Vec::with_capacity(text.len());
    // where in the form each character of the text begins
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        starts.push((form.len(), at));
        let mut bytes = [0; 4];
        fold_into(c.encode_utf8(&mut bytes), &mut form);
    }
    let hit = memchr::memmem::find(&form, folded.as_bytes()).map(|start| start..start + folded.len()).filter(|hit| !hit.is_empty())?;
    let first = starts.iter().rev().find(|(form, _)| *form <= hit.start).map(|(_, at)| *at)?;
    let end = starts.iter().find(|(form, _)| *form >= hit.end).map_or(text.len(), |(_, at)| *at);
    Some(first..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_width_and_blanks_do_not_matter() {
        for (text, want) in [
            ("Müller", "muller"),
            ("MÜLLER & SÖHNE", "muller & sohne"),
            ("Mu\u{308}ller", "muller"),
            ("Ｍüller　ＧｍｂＨ", "muller gmbh"),
            ("a\tb\r\nc", "a b  c"),
            ("Straße", "strasse"),
            ("Søren Ł", "soren l"),
            ("İstanbul", "istanbul"),
            ("穆勒，１２", "穆勒,12"),
            ("", ""),
        ] {
            assert_eq!(fold(text), want, "{text}");
        }
    }

    #[test]
    fn a_hit_is_told_in_the_text_as_it_is() {
        for (text, word, want) in [
            ("Herr Müller, Köln", "muller", Some("Müller")),
            ("Mu\u{308}ller", "mull", Some("Mu\u{308}ll")),
            ("Straße 12", "strasse", Some("Straße")),
            ("Straße 12", "tras", Some("traß")),
            ("ＡＢＣ", "b", Some("Ｂ")),
            ("德国穆勒", "穆", Some("穆")),
            ("abc", "d", None),
            ("abc", "", None),
        ] {
            assert_eq!(find(text, word).map(|hit| &text[hit]), want, "{text} {word}");
        }
    }
}
