//! The lines of vCards and calendars: text escaped, folded at 75 octets, ended with CRLF (RFC 2426, RFC 5545 3.1).

/// Octets of a line, without what ends it.
const OCTETS: usize = 75;

/// Lines put one behind the other.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A line whose value is of its own syntax: a date, a list, a word of the standard.
    pub fn plain(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A line whose value is text; none where there is no text.
    pub fn text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            self.plain(name, &escaped(value));
        }
    }

    /// A line of several texts, each in its place; none where all are empty.
    pub fn parts(&mut self, name: &str, parts: &[Option<&str>]) {
        if parts.iter().flatten().any(|part| !part.trim().is_empty()) {
            let parts: Vec<String> = parts.iter().map(|part| escaped(part.unwrap_or_default().trim())).collect();
            self.plain(name, &parts.join(";"));
        }
    }

    /// All of them.
    pub fn into_text(self) -> String {
        self.0
    }

    /// Breaks a line where it grows too long; never within a character.
    fn fold(&mut self, line: &str) {
        let mut room = OCTETS;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // the blank that says that a line goes on counts too
                room = OCTETS - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value: what parts values and lines is escaped, other control characters are dropped.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_marks_and_lines() {
        for (text, want) in [
            ("a, b; c\\d", "a\\, b\\; c\\\\d"),
            ("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
            ("\u{1b}[31mred\u{7f}\tx", "[31mred x"),
            ("张伟：“好”", "张伟：“好”"),
            ("END:VCARD\r\nBEGIN:VCARD", "END:VCARD\\nBEGIN:VCARD"),
        ] {
            assert_eq!(escaped(text), want);
        }
    }

    #[test]
    fn long_lines_fold_between_characters() {
        for value in ["x".repeat(200), "客户".repeat(60), "𠮷".repeat(40), "é".repeat(37), String::new()] {
            let mut lines = Lines::default();
            lines.plain("NOTE", &value);
            let text = lines.into_text();
            let folded: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
            assert!(folded.iter().all(|line| line.len() <= OCTETS), "{folded:?}");
            assert!(folded.iter().skip(1).all(|line| line.starts_with(' ')));
            assert_eq!(text.replace("\r\n ", ""), format!("NOTE:{value}\r\n"));
        }
        let mut lines = Lines::default();
        lines.text("NOTE", Some("  "));
        lines.text("NOTE", None);
        lines.parts("ADR", &[None, Some("")]);
        lines.parts("ADR", &[None, Some("a;b"), Some("c")]);
        assert_eq!(lines.into_text(), "ADR:;a\\;b;c\r\n");
    }
}
