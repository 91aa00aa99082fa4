//! Text for a terminal: everything that comes out of a card, a path, an argument or an error passes [`escape`] here.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::model::name::invisible;

/// Makes harmless what a terminal would obey: controls show as pictures (␛), bidi overrides and the like as `<U+202E>`.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.chars().any(invisible) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{1F}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}')),
            '\u{7F}' => out.push('\u{2421}'),
            c if invisible(c) => {
                // writing to a String cannot fail
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// How many columns a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text cut to so many columns, with … where something is left out.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let (mut used, mut before) = (0, 0);
    let mut out = String::new();
    for c in text.chars() {
        // U+FE0F makes an emoji of the letter before it, which is then drawn two columns wide
        let own = if c == '\u{FE0F}' && before == 1 { 1 } else { c.width().unwrap_or(0) };
        before = own;
        used += own;
        if used + 1 > columns {
            break;
        }
        out.push(c);
    }
    out.push('…');
    Cow::Owned(out)
}

/// The part of a line around a byte of it, escaped, at most so many columns wide, and the column of the byte.
pub fn around(line: &str, at: usize, columns: usize) -> (String, usize) {
    let (before, behind) = line.split_at_checked(at).unwrap_or((line, ""));
    let (before, behind) = (escape(before), escape(behind));
    let mut shown: VecDeque<char> = before.chars().collect();
    let mut column = width(&before);
    let most = if column + width(&behind) <= columns { columns } else { columns / 2 };
    if column > most {
        while column + 1 > most {
            column -= shown.pop_front().and_then(UnicodeWidthChar::width).unwrap_or(0);
        }
        shown.push_front('…');
        column += 1;
    }
    let before: String = shown.into_iter().collect();
    (format!("{before}{}", cut(&behind, columns - column)), column)
}

/// What a piece of text is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// A heading or a name.
    Strong,
    /// Of lesser weight.
    Faint,
    /// Wrong, or overdue.
    Bad,
    /// To be looked at.
    Warn,
    /// In order.
    Good,
    /// A place, a command.
    Hint,
    /// What was looked for.
    Found,
}

impl Style {
    fn codes(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Faint => Some("2"),
            Self::Bad => Some("1;31"),
            Self::Warn => Some("33"),
            Self::Good => Some("32"),
            Self::Hint => Some("36"),
            Self::Found => Some("1;33"),
        }
    }
}

/// Text that is safe to print: made of escaped pieces with styles, lines apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pieces: Vec<(Style, String)>,
}

impl Text {
    /// No text.
    pub fn new() -> Self {
        Self::default()
    }

    /// One plain piece.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self::new().and(Style::Plain, text)
    }

    /// With one more piece. Line ends stay; everything else that a terminal would obey does not.
    #[must_use]
    pub fn and(mut self, style: Style, text: impl AsRef<str>) -> Self {
        let mut lines =
            text.as_ref().split('\n').map(|line| escape(line.strip_suffix('\r').unwrap_or(line)).into_owned());
        let first = lines.next().unwrap_or_default();
        let whole = lines.fold(first, |whole, line| whole + "\n" + &line);
        self.pieces.push((style, whole));
        self
    }

    /// With a line end.
    #[must_use]
    pub fn line(self) -> Self {
        self.and(Style::Plain, "\n")
    }

    /// Followed by another text.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    /// Cut to so many columns, with … where something is left out.
    #[must_use]
    pub fn cut(self, columns: usize) -> Self {
        if self.pieces.iter().map(|(_, text)| width(text)).sum::<usize>() <= columns {
            return self;
        }
        // one column is for the …
        let Some(mut left) = columns.checked_sub(1) else { return Self::new() };
        let mut pieces = Vec::new();
        for (style, text) in self.pieces {
            if width(&text) > left {
                // what stands behind it is left out too, even where it fits itself
                pieces.push((style, cut(&(text + "…"), left + 1).into_owned()));
                break;
            }
            left -= width(&text);
            pieces.push((style, text));
        }
        Self { pieces }
    }

    /// How many columns the text takes, in one line.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|(_, text)| width(text)).sum()
    }

    /// As bytes for a terminal, with or without colours.
    pub fn render(&self, colour: bool) -> String {
        let mut out = String::new();
        for (style, text) in &self.pieces {
            match style.codes().filter(|_| colour && !text.trim().is_empty()) {
                Some(codes) => {
                    let _ = write!(out, "\u{1b}[{codes}m{text}\u{1b}[0m");
                }
                None => out.push_str(text),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        for (text, want) in [
            ("Müller 德国 🚀", "Müller 德国 🚀"),
            ("a\u{1b}[31mb\u{7}", "a␛[31mb␇"),
            ("a\u{202e}b\u{85}c\u{7f}", "a<U+202E>b<U+0085>c␡"),
            ("a\tb\rc", "a␉b␍c"),
        ] {
            assert_eq!(escape(text), want);
        }
        assert_eq!(Text::plain("a\u{1b}b\r\nc").render(true), "a␛b\nc");
        assert_eq!(Text::new().and(Style::Bad, "x").render(false), "x");
    }

    #[test]
    fn a_long_line_is_shown_around_the_mistake() {
        for (line, at, want, column) in [
            ("德国 gade:A", 7, "德国 gade:A", 5),
            ("德国德国德国德国 x 法国法国法国法国", 25, "…德国德国 x 法国法…", 10),
            ("德国德国德国德国德国 x", 31, "…德国德国 x", 10),
            ("x 德国德国德国德国德国德国", 0, "x 德国德国德国德国…", 0),
            ("", 0, "", 0),
        ] {
            assert_eq!(around(line, at, 20), (want.to_owned(), column), "{line}");
        }
    }

    #[test]
    fn cut_counts_columns() {
        assert_eq!(cut("穆勒机械公司", 7), "穆勒机…");
        assert_eq!(cut("穆勒", 4), "穆勒");
        let text = Text::plain("穆勒").and(Style::Faint, "机械").and(Style::Plain, "a");
        for (columns, want) in
            [(9, "穆勒机械a"), (8, "穆勒机…"), (6, "穆勒…"), (5, "穆勒…"), (4, "穆…"), (1, "…"), (0, "")]
        {
            assert_eq!(text.clone().cut(columns).render(false), want, "{columns}");
        }
        assert_eq!(cut("☎\u{fe0f}☎\u{fe0f}☎\u{fe0f}", 5), "☎\u{fe0f}☎\u{fe0f}…");
    }
}
