//! A text seen as lines.

use std::slice::SliceIndex;

use super::Splice;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text seen as lines. Places are bytes; one that is no place of the text counts as an empty piece.
#[derive(Clone, Copy)]
pub(super) struct Lines<'t>(pub &'t str);

impl<'t> Lines<'t> {
    /// A piece of the text.
    pub fn get(self, range: impl SliceIndex<str, Output = str>) -> &'t str {
        self.0.get(range).unwrap_or_default()
    }

    /// Where the text begins, behind a byte order mark.
    pub fn top(self) -> usize {
        if self.0.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
    }

    /// The line end that the file uses.
    pub fn eol(self) -> &'static str {
        match self.0.split_once('\n') {
            Some((first, _)) if first.ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// The start of the line of a byte.
    pub fn start(self, at: usize) -> usize {
        self.get(..at).rfind('\n').map_or_else(|| self.top().min(at), |newline| newline + 1)
    }

    /// The end of the line of a byte, before what ends it.
    pub fn end(self, at: usize) -> usize {
        let rest = self.get(at..);
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line.strip_suffix('\r').unwrap_or(line));
        at + line.len()
    }

    /// The start of the next line, or the end of the text.
    pub fn next(self, at: usize) -> usize {
        let rest = self.get(at..);
        at + rest.find('\n').map_or(rest.len(), |newline| newline + 1)
    }

    /// What stands before a byte on its line.
    pub fn before(self, at: usize) -> &'t str {
        self.get(self.start(at)..at)
    }

    /// What stands behind a byte on its line.
    pub fn behind(self, at: usize) -> &'t str {
        self.get(at..self.end(at))
    }

    /// The white space with which the line of a byte begins.
    pub fn indent(self, at: usize) -> &'t str {
        let line = self.get(self.start(at)..self.end(at));
        self.get(self.start(at)..self.start(at) + line.len() - line.trim_start().len())
    }

    /// The start of the comment lines that stand directly above a line, none of them before `floor`.
    pub fn above_comments(self, mut line: usize, floor: usize) -> usize {
        while let Some(text) = self.get(..line).strip_suffix('\n') {
            let above = self.start(text.len());
            if above < floor || !self.get(above..line).trim_start().starts_with('#') {
                break;
            }
            line = above;
        }
        line
    }

    /// Takes away whole lines, from the start of one to behind a value; what is behind the value stays if it is a comment.
    pub fn without(self, start: usize, end: usize) -> Splice {
        let behind = self.behind(end);
        let indented = self.start(start) + self.indent(start).len();
        let range = match behind.find('#') {
            Some(comment) => indented..end + comment,
            None => self.start(start)..self.next(end),
        };
        Splice::replace(range, "")
    }

    /// Adds a block at the end of the text, a blank line before it.
    pub fn append(self, block: &str) -> Splice {
        let eol = self.eol();
        let body = self.get(self.top()..);
        let (above, last) = body.rsplit_once('\n').unwrap_or(("", body));
        let line_above = above.rsplit('\n').next().unwrap_or_default();
        let gap = match (last, last.trim()) {
            ("", _) if line_above.trim().is_empty() => String::new(),
            (_, "") => eol.to_owned(),
            _ => format!("{eol}{eol}"),
        };
        Splice::insert(self.0.len(), gap + block)
    }
}
