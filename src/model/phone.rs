//! Phone numbers as they are compared: by their last digits, in whatever notation they were written.

/// The digits that tell one number from another.
pub const DIGITS: usize = 7;

/// The digits of a phone number without its trunk zero; `None` where there are too few to tell one from another, or
/// where it is none. Full-width digits want folding first.
pub fn digits(text: &str) -> Option<String> {
    // 030/1234567 ext. 5 would need the extension cut off; a letter means it is a name
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    // (0) is dialled at home only
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= DIGITS).then(|| digits.to_owned())
}

/// Whether the digits of two notations are one number.
pub fn same(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_of_one_number() {
        for (a, b, want) in [
            ("+49 711 5550134", "0711/555-0134", true),
            ("+49 (0)711 5550134", "0049 711 5550134", true),
            ("5550134", "+49 711 5550134", true),
            ("+49 711 5550134", "+49 711 5550135", false),
        ] {
            assert_eq!(same(&digits(a).unwrap(), &digits(b).unwrap()), want, "{a} {b}");
        }
        for none in ["555013", "0711 5550134 ext 5", "", "2026"] {
            assert_eq!(digits(none), None, "{none}");
        }
    }
}
