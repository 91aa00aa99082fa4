//! Text as it is searched: case, accents, width and the kind of blank do not matter.

use std::cell::RefCell;
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
/// of the form of the text.
pub fn fold_into(text: &str, out: &mut Vec<u8>) {
    let start = out.len();
    fold_lines_into(text, out);
    if memchr::memchr3(b'\n', b'\t', b'\r', out.get(start..).unwrap_or_default()).is_some() {
        let rest = out.split_off(start);
        // a line end is one blank in every notation
        let blank = |byte: u8| if byte.is_ascii_whitespace() { b' ' } else { byte };
        out.extend(rest.into_iter().filter(|byte| *byte != b'\r').map(blank));
    }
}

/// The same, but line ends and tabs stay what they are: for those who look for words without blanks in them. It runs over
/// every card of the book, and is made for that: what is plain ASCII goes eight bytes at a time.
pub fn fold_lines_into(text: &str, out: &mut Vec<u8>) {
    let mut rest = text;
    while !rest.is_empty() {
        let (ascii, other) = rest.split_at(ascii_length(rest.as_bytes()));
        let start = out.len();
        out.extend_from_slice(ascii.as_bytes());
        lower(out.get_mut(start..).unwrap_or_default());
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

/// What is made of a text folded but for its line ends, in room that is kept for the next: with a new one for each card,
/// getting it costs more than all the folding.
pub fn with_lines_folded<T>(text: &str, make: impl FnOnce(&[u8]) -> T) -> T {
    thread_local! {
        static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    ROOM.with_borrow_mut(|room| {
        room.clear();
        fold_lines_into(text, room);
        make(room)
    })
}

/// One bit in each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;
const EACH: u64 = 0x0101_0101_0101_0101;

/// How many bytes are ASCII before one is not.
fn ascii_length(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let whole = 8 * words.iter().take_while(|word| u64::from_ne_bytes(**word) & HIGH == 0).count();
    let rest = bytes.get(whole..).unwrap_or_default();
    whole + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// Makes small letters of ASCII: to each byte is added what lifts it into the high bit from A on, and past Z.
fn lower(bytes: &mut [u8]) {
    let (words, rest) = bytes.as_chunks_mut::<8>();
    for word in words {
        let eight = u64::from_ne_bytes(*word);
        let from_a = eight + (0x80 - u64::from(b'A')) * EACH;
        let past_z = eight + (0x7F - u64::from(b'Z')) * EACH;
        // 0x20 is what a capital lacks
        *word = (eight | ((from_a & !past_z & HIGH) >> 2)).to_ne_bytes();
    }
    rest.make_ascii_lowercase();
}

fn character(c: char, out: &mut Vec<u8>) {
    // a Chinese keyboard types these: commas, brackets, digits in full width
    if let code @ 0xFF01..=0xFF5E = u32::from(c) {
        out.extend(u8::try_from(code - 0xFEE0).map(|byte| byte.to_ascii_lowercase()));
        return;
    }
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
    let hit = memchr::memmem::find(&form, folded.as_bytes())
        .map(|start| start..start + folded.len())
        .filter(|hit| !hit.is_empty())?;
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
            ("a\tb\r\nc", "a b c"),
            ("Straße", "strasse"),
            ("Søren Ł", "soren l"),
            ("İstanbul", "istanbul"),
            ("穆勒，１２（ＡＺ）～！", "穆勒,12(az)~!"),
            ("", ""),
        ] {
            assert_eq!(fold(text), want, "{text}");
        }
    }

    #[test]
    fn eight_bytes_at_a_time_are_as_good_as_one() {
        for c in 0..128_u8 {
            let text: String = "0123456".chars().chain([char::from(c)]).collect();
            let mut out = Vec::new();
            fold_lines_into(&text.repeat(2), &mut out);
            assert_eq!(out, text.repeat(2).to_ascii_lowercase().as_bytes(), "{c}");
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
            assert_eq!(find(text, word).and_then(|hit| text.get(hit)), want, "{text} {word}");
        }
    }
}
