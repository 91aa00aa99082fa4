//! Reads a valid TOML text by its brackets, texts and comments, and notes what TOML 1.0 would refuse.

use std::ops::Range;

/// A notation that is new in TOML 1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A line break between `{` and `}`.
    Newline,
    /// A comment there.
    Comment,
    /// A comma before `}`.
    Comma,
    /// `\e` or `\x41`.
    Escape,
    /// `07:30`.
    Time,
}

/// A place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Newer {
    /// What it is.
    pub(super) what: What,
    /// Where it is.
    pub(super) span: Range<usize>,
    /// What to put where, to say the same in TOML 1.0.
    pub(super) mend: Option<(Range<usize>, String)>,
}

/// Every such place of a text that is valid TOML 1.1, one for each outermost `{ }`.
pub(super) fn newer(text: &str) -> Vec<Newer> {
    let mut scan = Scan { text, at: 0, open: Vec::new(), layout: Vec::new(), found: Vec::new() };
    while let Some(byte) = scan.byte(0) {
        scan.step(byte);
    }
    scan.found.sort_by_key(|place| place.span.start);
    scan.found
}

/// A bracket not yet closed.
struct Open {
    brace: bool,
    start: usize,
    /// The comma after which nothing has come yet.
    comma: Option<usize>,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open>,
    /// What is new in the layout of the outermost `{ }` that is open.
    layout: Vec<(What, Range<usize>)>,
    found: Vec<Newer>,
}

impl Scan<'_> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn follows(&self, piece: &str) -> bool {
        self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(piece.as_bytes()))
    }

    fn in_braces(&self) -> bool {
        self.open.last().is_some_and(|open| open.brace)
    }

    /// Something that is neither blank nor comma: the comma before it parted two things.
    fn significant(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.comma = None;
        }
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b'#' => self.comment(),
            b'\n' => {
                if self.in_braces() {
                    self.layout.push((What::Newline, self.at..self.at + 1));
                }
                self.at += 1;
            }
            b' ' | b'\t' | b'\r' => self.at += 1,
            b',' => {
                let at = self.at;
                if let Some(open) = self.open.last_mut() {
                    open.comma = Some(at);
                }
                self.at += 1;
            }
            b'{' | b'[' => {
                self.significant();
                self.open.push(Open { brace: byte == b'{', start: self.at, comma: None });
                self.at += 1;
            }
            b'}' | b']' => {
                self.at += 1;
                self.close();
            }
            b'"' | b'\'' => {
                self.significant();
                self.quoted(byte);
            }
            _ => {
                self.significant();
                self.bare();
            }
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        while self.byte(0).is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
        if self.in_braces() {
            let end = start + self.text.get(start..self.at).map_or(0, |comment| comment.trim_end().len());
            self.layout.push((What::Comment, start..end));
        }
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        if let (true, Some(comma)) = (closed.brace, closed.comma) {
            self.layout.push((What::Comma, comma..comma + 1));
        }
        let outermost = closed.brace && !self.open.iter().any(|open| open.brace);
        if !outermost {
            return;
        }
        let mut layout = std::mem::take(&mut self.layout);
        layout.sort_by_key(|(_, span)| span.start);
        if let Some((what, span)) = layout.first().cloned() {
            let mend = self.on_one_line(closed.start..self.at, &layout).map(|line| (closed.start..self.at, line));
            self.found.push(Newer { what, span, mend });
        }
    }

    /// The table between braces without what is new in its layout; with comments in it there is no such line.
    fn on_one_line(&self, table: Range<usize>, layout: &[(What, Range<usize>)]) -> Option<String> {
        let blank = |byte: &&u8| byte.is_ascii_whitespace();
        let mut line = String::new();
        let mut done = table.start;
        for (what, span) in layout {
            match what {
                What::Comma => {
                    line.push_str(self.text.get(done..span.start)?);
                    done = span.end;
                }
                What::Newline if span.start >= done => {
                    line.push_str(self.text.get(done..span.start)?.trim_end());
                    line.push(' ');
                    done = span.end + self.text.as_bytes().get(span.end..)?.iter().take_while(blank).count();
                }
                What::Newline => {} // one of several line breaks in a row
                _ => return None,
            }
        }
        line.push_str(self.text.get(done..table.end)?);
        Some(line)
    }

    fn quoted(&mut self, quote: u8) {
        let three = if quote == b'"' { "\"\"\"" } else { "'''" };
        let long = self.follows(three);
        self.at += if long { 3 } else { 1 };
        while let Some(byte) = self.byte(0) {
            if quote == b'"' && byte == b'\\' {
                self.escape();
            } else if long && self.follows(three) {
                self.at += 3;
                // one or two quotes before the closing three belong to the text
                while self.byte(0) == Some(quote) {
                    self.at += 1;
                }
                return;
            } else {
                self.at += 1;
                if !long && byte == quote {
                    return;
                }
            }
        }
    }

    fn escape(&mut self) {
        let (length, code) = match self.byte(1) {
            Some(b'e') => (2, Some("1B")),
            Some(b'x') => (4, self.text.get(self.at + 2..self.at + 4)),
            _ => (2, None),
        };
        if let Some(code) = code {
            let span = self.at..self.at + length;
            self.found.push(Newer {
                what: What::Escape,
                span: span.clone(),
                mend: Some((span, format!("\\u00{code}"))),
            });
        }
        self.at += length;
    }

    /// A key, number, date, `true`, `=`, or the byte order mark: only a time among them holds a colon.
    fn bare(&mut self) {
        let start = self.at;
        while self.byte(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_+-.:".contains(&byte)) {
            self.at += 1;
        }
        if self.at == start {
            self.at += 1;
            return;
        }
        let Some(colon) = self.text.get(start..self.at).and_then(|token| token.find(':')) else { return };
        // two digits of minutes follow the first colon, and in TOML 1.0 another colon
        let minutes = start + colon + 3;
        if self.text.as_bytes().get(minutes) != Some(&b':') {
            let mend = Some((minutes..minutes, ":00".to_owned()));
            self.found.push(Newer { what: What::Time, span: start..self.at, mend });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::{DeTable, Document};

    fn mended(text: &str) -> Option<String> {
        let mut out = text.to_owned();
        for place in newer(text).into_iter().rev() {
            let (range, new) = place.mend?;
            out.replace_range(range, &new);
        }
        Some(out)
    }

    fn values(text: &str) -> String {
        let document = Document::parse(text).unwrap_or_else(|faults| panic!("{faults:?}: {text}"));
        format!("{:?}", crate::formats::json::object(&document.root))
    }

    #[test]
    fn what_only_toml_1_1_allows_is_found_and_mended() {
        use What::{Comma, Comment, Escape, Newline, Time};
        for (text, what, want) in [
            ("a = {\n b = 1,\n c = 2\n}\n", &[Newline][..], Some("a = { b = 1, c = 2 }\n")),
            ("a = { b = 1,\r\n\r\n\t c = 2 }\r\n", &[Newline], Some("a = { b = 1, c = 2 }\r\n")),
            ("a = { b = 1, }", &[Comma], Some("a = { b = 1 }")),
            ("a = { b = 1, # 注\n c = 2 }", &[Comment], None),
            ("a = { # x, y }\n b = 1 }", &[Comment], None),
            (
                "a = [\n { b = 1,\n c = 2 },\n { b = 3 },\n { b = 4, },\n]",
                &[Newline, Comma],
                Some("a = [\n { b = 1, c = 2 },\n { b = 3 },\n { b = 4 },\n]"),
            ),
            ("a = { b = { c = 1,\n}, }", &[Comma], Some("a = { b = { c = 1 } }")),
            ("a = { b = [\n1,\n], c = 2,\n}", &[Comma], Some("a = { b = [\n1,\n], c = 2 }")),
            ("a = { b = [\n { c = 1,\n d = 2 },\n] }", &[Newline], Some("a = { b = [\n { c = 1, d = 2 },\n] }")),
            (r#"a = "\e[0m" # \e"#, &[Escape], Some("a = \"\\u001B[0m\" # \\e")),
            (r#"a = "\x41\u0042\\e\\x41""#, &[Escape], Some(r#"a = "\u0041\u0042\\e\\x41""#)),
            ("a = \"\"\"\n\\x0a\\\n  \\e\"\"\"", &[Escape, Escape], Some("a = \"\"\"\n\\u000a\\\n  \\u001B\"\"\"")),
            (r#""\x41" = 1"#, &[Escape], Some(r#""\u0041" = 1"#)),
            ("a = 07:30", &[Time], Some("a = 07:30:00")),
            ("a = 2026-02-10T07:30", &[Time], Some("a = 2026-02-10T07:30:00")),
            ("a = 2026-02-10 07:30+08:00", &[Time], Some("a = 2026-02-10 07:30:00+08:00")),
            ("a = 2026-02-10T07:30Z", &[Time], Some("a = 2026-02-10T07:30:00Z")),
        ] {
            let found: Vec<_> = newer(text).into_iter().map(|place| place.what).collect();
            assert_eq!(found, what, "{text}");
            assert_eq!(mended(text).as_deref(), want, "{text}");
            if let Some(want) = want {
                assert!(newer(want).is_empty(), "{want}");
                assert!(DeTable::parse(want).is_ok(), "{want}");
                let same = |text: &str| values(text).replace("07:30:00", "07:30");
                assert_eq!(same(text), same(want));
            }
        }
    }

    #[test]
    fn toml_1_0_is_let_be() {
        for text in [
            "",
            "\u{feff}a = 1",
            "a = {}\nb = { }\n[t]\n[[u]]\n[t.'x}'.\"{\"]\n",
            "a = { b = [\n1, # comment\n2,\n] }",
            "a = { b = \"\"\"\n,}\n\"\"\", c = '''\n# {\n''' }",
            "a = [\n1, # comment, }\n2,\n]",
            "a = '\\e \\x41 07:30 {' # { \\e 07:30,\n# a = {\n",
            "a = \"07:30 {, # \\\" \\\\e \\\\x41\"",
            "a = \"\"\"\"quoted\"\"\"\" # {\nb = '''it's''''\nc = { d = \"\"\"x\"\"\"\"\", e = '' }\n",
            "a = 07:30:00\nb = 2026-02-10 07:30:00.5+08:00\nc = 2026-02-10\nd = 1_000.5e-3\n",
            "a.b.'c:d' = true\n",
            "a = { b = 1 } # }\n\n\n# ,}",
        ] {
            assert!(Document::parse(text).is_ok(), "{text}");
            assert_eq!(newer(text), [], "{text}");
        }
    }
}
