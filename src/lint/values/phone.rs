//! Telephone numbers as people write them: several in a field, with labels, extensions, `(0)` and `/`.
//!
//! What is dialled for them, and whether such a number is given out at all, the numbering plans tell.

mod plan;
mod table;

use std::ops::Range;

use plan::Plan;
use unicode_normalization::UnicodeNormalization;

use crate::model::Country;
use crate::model::name::invisible;

/// Digits that a number of one place alone has at least; what is shorter before a `/` is an area code.
const LOCAL: usize = 7;
/// Digits of a number with its country code, at least.
const ABROAD: usize = 9;
/// Digits of an extension, at most.
const EXTENSION: usize = 6;
/// What stands before an extension, in lower case.
const EXTENSIONS: &[&str] =
    &["ext", "x", "#", "转", "轉", "分机", "分機", "内线", "доб", "int", "ramal", "anexo", "dw"];

/// One number of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// Where in the text of the field.
    pub piece: Range<usize>,
    /// The digits, with `+` before them where a country code leads; `None` where this is no number at all.
    pub digits: Option<String>,
}

/// Every number of a field. One that gives only its last digits (`88881234/35`) takes the others from the one before.
pub fn read(text: &str) -> Vec<Phone> {
    let mut phones: Vec<Phone> = Vec::new();
    for piece in split(text) {
        let mut digits = text.get(piece.clone()).and_then(spelled);
        if let (Some(short), Some(before)) = (&digits, phones.last().and_then(|phone| phone.digits.as_ref())) {
            let whole = short.starts_with(['+', '0']) || short.len() >= ABROAD || short.len() >= before.len();
            if !whole {
                let kept = before.get(..before.len() - short.len()).unwrap_or_default();
                digits = Some(format!("{kept}{short}"));
            }
        }
        phones.push(Phone { piece, digits });
    }
    phones
}

/// The number as the whole world dials it, without `+`: calling code and number, no trunk prefix. `None` where the
/// country code is unknown.
pub fn international(digits: &str, country: Option<Country>) -> Option<String> {
    let abroad = digits.strip_prefix('+');
    let (plan, number) = match abroad {
        Some(abroad) => Plan::abroad(abroad)?,
        None => (Plan::of(country?)?.0, digits),
    };
    Some(format!("{}{}", plan.code, without_trunk(plan, number, abroad.is_some())))
}

/// The country that the calling code of a number, after its `+`, stands for.
pub fn country(digits: &str) -> Option<Country> {
    let (plan, number) = Plan::abroad(digits.strip_prefix('+')?)?;
    plan.country(number)
}

/// Whether the digits are a number that is given out, dialled in that country where no country code leads.
pub fn is_given_out(digits: &str, country: Option<Country>) -> bool {
    let home = country.filter(|_| !digits.starts_with('+')).and_then(Plan::of);
    international(digits, country).is_some_and(|number| plan::is_given_out(&number))
        || home.is_some_and(|(plan, area)| plan.reaches(digits, area))
}

/// The number without what is dialled before it inside the country only.
fn without_trunk<'d>(plan: &Plan, digits: &'d str, abroad: bool) -> &'d str {
    match plan.trunk {
        // +49 (0)711
        "0" => digits.strip_prefix('0').unwrap_or(digits),
        // 06 in Hungary
        trunk if !abroad && trunk.starts_with('0') => digits.strip_prefix(trunk).unwrap_or(digits),
        // 8 in Russia and 1 in America begin other numbers too; only an eleventh digit tells the prefix from them
        trunk if !abroad && digits.len() > 10 => digits.strip_prefix(trunk).unwrap_or(digits),
        _ => digits,
    }
}

/// The pieces of a field, each a number. A slash parts numbers only where a whole number stands before it: in
/// `0711/5550134` it stands behind the area code.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let whole = text.get(from..to).unwrap_or_default();
        pieces.extend(super::pieces(whole, |_| false).into_iter().map(|piece| from + piece.start..from + piece.end));
    };
    for (at, c) in text.char_indices() {
        let ends = match c {
            ';' | '；' | ',' | '，' | '、' | '\n' | '|' | '&' | '或' => true,
            '/' | '／' => is_whole(text.get(start..at).unwrap_or_default()),
            _ => false,
        };
        if ends {
            push(start, at);
            start = at + c.len_utf8();
        }
    }
    push(start, text.len());
    pieces
}

fn is_whole(text: &str) -> bool {
    let digits: String = text.nfkc().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match digits.strip_prefix('+').or(digits.strip_prefix("00")) {
        Some(abroad) => abroad.len() >= ABROAD,
        None => digits.len() >= LOCAL,
    }
}

/// The digits of one number; `None` where more than a label and an extension stands around them.
fn spelled(piece: &str) -> Option<String> {
    let text: String = piece.nfkc().filter(|c| !invisible(*c)).collect();
    let start = text.find(|c: char| c == '+' || c.is_ascii_digit())?;
    let (label, body) = text.split_at_checked(start)?;
    if label.contains('@') {
        return None;
    }
    let between = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '‐'..='―' | '−' | '(' | ')' | '[' | ']' | '.' | '/' | '~' | '·' | '_' | '\'')
    };
    let end = body.find(|c: char| !(c.is_ascii_digit() || c == '+' || between(c))).unwrap_or(body.len());
    let (number, rest) = body.split_at_checked(end)?;
    let after_plus = number.trim_start_matches('+');
    if !is_remark(rest) || after_plus.contains('+') {
        return None;
    }
    let digits: String = after_plus.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("00").or(number.starts_with('+').then_some(digits.as_str()));
    Some(abroad.map_or_else(|| digits.clone(), |abroad| format!("+{abroad}")))
}

/// An extension, or words behind the number.
fn is_remark(rest: &str) -> bool {
    let rest = rest.trim().to_lowercase();
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    digits == 0 || (digits <= EXTENSION && EXTENSIONS.iter().any(|word| rest.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_and_read() {
        for (text, want) in [
            ("+49 711 5550134", "+497115550134"),
            ("0049 (0)711 / 5550134", "+4907115550134"),
            ("+0049 711 5550134", "+497115550134"),
            ("0711/5550134", "07115550134"),
            ("0711/5550134/35", "07115550134 07115550135"),
            ("0711/5550134 / 0171/2345678", "07115550134 01712345678"),
            ("+86-574-8888 1234/1235", "+8657488881234 +8657488881235"),
            ("0574-88881234，88881235；13912345678", "057488881234 057488881235 13912345678"),
            ("＋８６ ５７４ ８８８８１２３４", "+8657488881234"),
            ("Tel.: +1 (212) 555-0134 ext. 12", "+12125550134"),
            ("手机：139 1234 5678（王先生）", "13912345678"),
            ("+1 212 555 0134 x204", "+12125550134"),
            ("88881234转808", "88881234"),
            ("+65 6555 0134; 6555 0135", "+6565550134 +6565550135"),
            ("see website", "-"),
            ("anna@acme.example 12 34", "-"),
            ("+49 711 +49 711", "-"),
        ] {
            let read: Vec<String> =
                read(text).into_iter().map(|phone| phone.digits.unwrap_or("-".to_owned())).collect();
            assert_eq!(read.join(" "), want, "{text}");
        }
    }

    #[test]
    fn the_same_number_in_every_notation() {
        for (country, notations, want) in [
            ("DE", "+49 711 5550134|0711 5550134|+49 (0)711 5550134|0049 711-5550134", "497115550134"),
            ("IT", "+39 02 5550134|02 5550134", "39025550134"),
            ("US", "+1 212 555 0134|(212) 555-0134|1-212-555-0134", "12125550134"),
            ("RU", "+7 495 555-01-34|8 (495) 555-01-34|495 555 01 34", "74955550134"),
            ("RU", "+7 812 555-01-34|812 555-01-34", "78125550134"),
            ("HU", "+36 1 555 0134|06 1 555 0134", "3615550134"),
            ("SG", "+65 6555 0134|6555 0134", "6565550134"),
            ("CN", "+86 574 88881234|0574-88881234", "8657488881234"),
        ] {
            for notation in notations.split('|') {
                let digits = read(notation).into_iter().next().and_then(|phone| phone.digits).unwrap();
                let international = international(&digits, Country::find(country));
                assert_eq!(international.as_deref(), Some(want), "{notation}");
            }
        }
        assert_eq!(international("07115550134", None), None);
        assert_eq!(international("+9995550134", None), None);
    }
}
