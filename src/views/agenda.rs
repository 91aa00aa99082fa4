//! The lines of an agenda: when, what kind of thing, whose, what, and how much money; one line each on any terminal.

use super::table::Shown;
use super::text::{Style, Text, cut, escape, width};

/// Blanks between two columns.
const GAP: usize = 2;
/// Where less than this is left for whose and what, the kind goes.
const CLOSE: usize = 40;
/// The customer takes at most so many fifths of what is left, the rest is for what there is to do.
const FIFTHS: usize = 2;

/// One line, not yet escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How late, or which day; stands to the right of its column.
    pub when: Shown,
    /// What kind of thing.
    pub kind: &'static str,
    /// Whose.
    pub who: String,
    /// What there is to do; runs on where no money stands behind it.
    pub what: String,
    /// How much, to the right of the page; empty where it is not about money.
    pub money: String,
}

/// The lines, without line ends, at most `columns` wide. Lines that stand apart on the page are laid out together, so that
/// they stand below each other.
pub fn agenda(entries: &[Entry], columns: usize) -> Vec<Text> {
    let entries: Vec<Entry> = entries.iter().map(escaped).collect();
    let widths = Widths::new(&entries, columns);
    entries.iter().map(|entry| widths.line(entry).cut(columns)).collect()
}

fn escaped(entry: &Entry) -> Entry {
    let harmless = |text: &str| escape(text).into_owned();
    Entry {
        when: Shown { text: harmless(&entry.when.text), style: entry.when.style },
        kind: entry.kind,
        who: harmless(&entry.who),
        what: harmless(&entry.what),
        money: harmless(&entry.money),
    }
}

/// The widths of the columns.
struct Widths {
    when: usize,
    /// 0 where there is no room for it.
    kind: usize,
    who: usize,
    /// What there is to do, and the money behind it.
    rest: usize,
}

impl Widths {
    fn new(entries: &[Entry], columns: usize) -> Self {
        let widest = |of: fn(&Entry) -> usize| entries.iter().map(of).max().unwrap_or(0);
        let when = widest(|entry| width(&entry.when.text));
        let kind = widest(|entry| width(entry.kind));
        let beside_kind = columns.saturating_sub(when + kind + 2 * GAP);
        let (kind, left) =
            if beside_kind < CLOSE { (0, columns.saturating_sub(when + GAP)) } else { (kind, beside_kind) };
        let rest = widest(|entry| width(&entry.what) + behind(entry));
        let who = widest(|entry| width(&entry.who));
        // what one of the two does not need is the other's
        let least = left * FIFTHS / 5;
        let who = who.min(least.max(left.saturating_sub(rest + GAP)));
        Self { when, kind, who, rest: rest.min(left.saturating_sub(who + GAP)) }
    }

    fn line(&self, entry: &Entry) -> Text {
        let mut line = Text::plain(blanks(self.when, &entry.when.text)).and(entry.when.style, &entry.when.text);
        if self.kind > 0 {
            line = line.and(Style::Plain, padded("", GAP)).and(Style::Faint, padded(entry.kind, self.kind));
        }
        let who = cut(&entry.who, self.who);
        line = line.and(Style::Plain, padded("", GAP)).and(Style::Plain, &who);
        // blanks at the end of a line are nobody's business
        let gap = padded("", GAP) + &blanks(self.who, &who);
        let room = self.rest.saturating_sub(behind(entry));
        let what = if room == 0 { String::new() } else { cut(&entry.what, room).into_owned() };
        if what.is_empty() && entry.money.is_empty() {
            return line;
        }
        line = line.and(Style::Plain, gap).and(Style::Plain, &what);
        if entry.money.is_empty() {
            return line;
        }
        let gap = blanks(self.rest, &what).len().saturating_sub(width(&entry.money));
        line.and(Style::Plain, padded("", gap)).and(Style::Plain, &entry.money)
    }
}

/// What the money takes behind what there is to do.
fn behind(entry: &Entry) -> usize {
    if entry.money.is_empty() { 0 } else { width(&entry.money) + GAP }
}

/// The blanks that a text leaves of a column.
fn blanks(columns: usize, text: &str) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

fn padded(text: &str, columns: usize) -> String {
    text.to_owned() + &blanks(columns, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        let entry = |when: &str, kind, who: &str, what: &str, money: &str| Entry {
            when: Shown { text: when.to_owned(), style: Style::Bad },
            kind,
            who: who.to_owned(),
            what: what.to_owned(),
            money: money.to_owned(),
        };
        vec![
            entry("10 天", "逾期货款", "Thiết bị Kho Minh Sơn Hải", "PI-2026-020：2026-11-06 出运", "USD 3,432.00"),
            entry("明天", "报价", "株式会社みなと倉庫機材", "报价 Q-2026-038，有效期至 2026-12-31，等对方回复", ""),
            entry("今天", "待跟进", "Acme", "", ""),
        ]
    }

    fn drawn(columns: usize) -> String {
        agenda(&entries(), columns).iter().map(|line| line.render(false) + "\n").collect()
    }

    #[test]
    fn money_stands_to_the_right_and_other_lines_run_on() {
        assert_eq!(
            drawn(80),
            "10 天  逾期货款  Thiết bị Kho Minh Sơn Hải  PI-2026-020：2026-11-…  USD 3,432.00\n\
             \u{20}明天  报价      株式会社みなと倉庫機材     报价 Q-2026-038，有效期至 2026-12-3…\n\
             \u{20}今天  待跟进    Acme\n"
        );
    }

    #[test]
    fn a_narrow_page_has_no_kinds_and_a_wide_one_is_no_wider_than_it_must() {
        assert_eq!(
            drawn(46),
            "10 天  Thiết bị Kho M…  PI-2026…  USD 3,432.00\n\
             \u{20}明天  株式会社みなと…  报价 Q-2026-038，有效…\n\
             \u{20}今天  Acme\n"
        );
        assert_eq!(drawn(500), drawn(120));
    }

    #[test]
    fn no_line_is_ever_wider_than_the_terminal() {
        for columns in 0..130 {
            for line in drawn(columns).lines() {
                assert!(width(line) <= columns, "{columns}: {line}");
                assert!(!line.ends_with(' ') || columns < 20, "{columns}: {line}");
            }
        }
    }
}
