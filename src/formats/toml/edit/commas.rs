//! Lists and inline tables: items between brackets or braces, parted by commas.

use std::ops::Range;

use toml::de::DeValue;

use super::super::Spanned;
use super::Splice;
use super::layout::{body, is_header_list};
use super::lines::Lines;

/// The items of a list, or the `key = value` pairs of an inline table.
pub(super) struct Commas<'t> {
    lines: Lines<'t>,
    /// What stands between the brackets or braces.
    inside: Range<usize>,
    items: Vec<Range<usize>>,
    /// A list: a comma may follow the last item (TOML 1.0 allows none in inline tables).
    list: bool,
}

impl<'t> Commas<'t> {
    /// `None` for everything else, and for tables and lists that are made of headers or dotted keys.
    pub fn of(lines: Lines<'t>, value: &Spanned<DeValue<'_>>) -> Option<Self> {
        let span = value.span();
        let ends: Vec<usize> = match value.get_ref() {
            DeValue::Array(list) if !is_header_list(value) => list.iter().map(|item| item.span().end).collect(),
            DeValue::Table(table) if lines.get(span.clone()).starts_with('{') => {
                body(table).iter().map(|value| value.span().end).collect()
            }
            _ => return None,
        };
        let inside = span.start + 1..span.end.checked_sub(1)?;
        let mut at = inside.start;
        let item = |end| {
            let start = past(lines, at, true);
            at = end;
            start..end
        };
        let items = ends.into_iter().map(item).collect();
        Some(Self { lines, inside, items, list: value.get_ref().is_array() })
    }

    /// Whether a comment stands between the items.
    pub fn commented(&self) -> bool {
        let starts = self.items.iter().map(|item| item.start).chain([self.inside.end]);
        let ends = [self.inside.start].into_iter().chain(self.items.iter().map(|item| item.end));
        ends.zip(starts).any(|(end, start)| self.lines.get(end..start).contains('#'))
    }

    /// The place of the item that holds a byte.
    pub fn position(&self, at: usize) -> Option<usize> {
        self.items.iter().position(|item| item.contains(&at))
    }

    /// Where the item begins that holds a byte.
    pub fn start_of(&self, at: usize) -> Option<usize> {
        self.items.iter().find(|item| item.contains(&at)).map(|item| item.start)
    }

    /// The one item of what was empty before.
    pub fn first(&self, item: &str) -> Splice {
        let roomy = self.lines.get(self.inside.clone()).starts_with(char::is_whitespace);
        let text = if self.list { item.to_owned() } else { format!(" {item}{}", if roomy { "" } else { " " }) };
        Splice::insert(self.inside.start, text)
    }

    /// One more item at the end of a list, on a line of its own where the last one has that.
    pub fn push(&self, item: &str) -> Splice {
        let lines = self.lines;
        let Some(last) = self.items.last() else { return self.first(item) };
        let before = lines.before(last.start);
        let own_line = before.trim().is_empty();
        let gap = if own_line { format!("{}{before}", lines.eol()) } else { " ".to_owned() };
        let ends_line = |at| own_line && matches!(lines.behind(at).trim_start().chars().next(), None | Some('#'));
        match self.comma(last.end) {
            // behind the comment of the last item, which is about that item
            Some(comma) if ends_line(comma + 1) => Splice::insert(lines.end(comma), format!("{gap}{item},")),
            Some(comma) => Splice::insert(comma + 1, format!("{gap}{item},")),
            None if ends_line(last.end) => {
                let comment = lines.behind(last.end);
                Splice::replace(last.end..lines.end(last.end), format!(",{comment}{gap}{item}"))
            }
            None => Splice::insert(last.end, format!(",{gap}{item}")),
        }
    }

    /// Without one of the items and the comma that parted it from the next, or else from the one before.
    pub fn without(&self, index: usize) -> Option<Splice> {
        let item = self.items.get(index)?;
        let before = index.checked_sub(1).and_then(|before| self.items.get(before));
        match (self.comma(item.end), before) {
            (Some(comma), _) => {
                let between = self.lines.get(item.end..comma);
                let commented = between.contains('#');
                Some(if commented {
                    Splice::replace(item.start..comma + 1, between)
                } else {
                    self.cut(item.start..comma + 1)
                })
            }
            (None, Some(before)) => self.without_last(before.end, item.clone()),
            (None, None) if self.commented() => Some(self.cut(item.clone())),
            (None, None) => Some(Splice::replace(self.inside.clone(), "")),
        }
    }

    /// Without the last of several items, which no comma follows.
    fn without_last(&self, before: usize, item: Range<usize>) -> Option<Splice> {
        let lines = self.lines;
        let comma = self.comma(before)?;
        let gap = [lines.get(before..comma), lines.get(comma + 1..item.start)].concat();
        let commented = gap.contains('#') || lines.behind(item.end).trim_start().starts_with('#');
        if commented && self.list && lines.before(item.start).trim().is_empty() {
            return Some(self.cut(item)); // the comma before it may stay
        }
        Some(Splice::replace(before..item.end, if gap.contains('#') { gap } else { String::new() }))
    }

    /// Takes away an item with its comma, and the line or the spaces that were there for it alone.
    fn cut(&self, range: Range<usize>) -> Splice {
        let lines = self.lines;
        let (before, behind) = (lines.before(range.start), lines.behind(range.end));
        let rest = behind.trim_start();
        if before.trim().is_empty() && (rest.is_empty() || rest.starts_with('#')) {
            return lines.without(range.start, range.end);
        }
        let spaces = |text: &str, trimmed: &str| text.len() - trimmed.len();
        match rest {
            "" => Splice::replace(range.start - spaces(before, before.trim_end())..range.end, ""),
            _ => Splice::replace(range.start..range.end + spaces(behind, rest), ""),
        }
    }

    /// The comma behind an item.
    fn comma(&self, end: usize) -> Option<usize> {
        let at = past(self.lines, end, false);
        self.lines.get(at..).starts_with(',').then_some(at)
    }
}

/// The first byte that is neither white space nor comment, nor, where they are to be passed over, comma.
fn past(lines: Lines<'_>, mut at: usize, commas: bool) -> usize {
    loop {
        let rest = lines.get(at..);
        let text = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || (commas && c == ','));
        at += rest.len() - text.len();
        if !text.starts_with('#') {
            return at;
        }
        at = lines.next(at);
    }
}
