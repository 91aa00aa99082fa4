//! The page: sections below each other, in one screen.

use super::room::{share, shown};
use crate::commands::waiting::DueRow;
use crate::model::Choose;
use crate::model::money::full;
use crate::tr;
use crate::views::agenda::{Entry, agenda};
use crate::views::shell::Size;
use crate::views::table::Shown;
use crate::views::{Style, Text};

/// A section of the page.
pub struct Section {
    /// What it is, and how much of it there is.
    pub heading: Text,
    /// What it holds, the first first.
    pub rows: Vec<DueRow>,
    /// How late a row is, or which day it falls on.
    pub when: fn(&DueRow) -> Shown,
    /// The command that shows all of it.
    pub command: &'static str,
}

impl Section {
    /// A sentence in the place of a section.
    pub fn sentence(text: Text) -> Self {
        Self { heading: text, rows: Vec::new(), when: |_| "".into(), command: "" }
    }

    fn entry(&self, row: &DueRow) -> Entry {
        let money = match (&row.currency, row.amount) {
            (Some(currency), Some(sum)) => full(currency, *sum),
            _ => String::new(),
        };
        Entry {
            when: (self.when)(row),
            kind: row.kind.words().text(),
            who: row.of.called(),
            what: row.summary.clone(),
            money,
        }
    }

    /// What stands below the rows that are shown, or beside the heading where none is.
    fn rest(&self, shown: usize) -> Text {
        let rest = self.rows.len().saturating_sub(shown);
        let text = if shown == 0 {
            tr!("… {rest}: ", "… {rest} 项：")
        } else {
            tr!("… {rest} more: ", "… 还有 {rest} 项：")
        };
        Text::new().and(Style::Faint, text).and(Style::Hint, self.command)
    }
}

/// The lines of a page no larger than this, each without its line end.
pub fn page(first: Text, sections: &[Section], last: Text, size: Size) -> Vec<Text> {
    let wanted: Vec<usize> = sections.iter().map(|section| section.rows.len()).collect();
    let room = share(size.rows, &wanted);
    let plan: Vec<(&Section, usize, usize)> = sections
        .iter()
        .zip(&room.lines)
        .map(|(section, lines)| (section, *lines, shown(section.rows.len(), *lines)))
        .collect();
    // one layout for all sections, so that the columns stand below each other
    let entries: Vec<Entry> = plan
        .iter()
        .flat_map(|(section, _, shown)| section.rows.iter().take(*shown).map(|row| section.entry(row)))
        .collect();
    let mut rows = agenda(&entries, size.columns).into_iter();
    let blank = || room.airy.then(Text::new);
    let mut page = vec![first];
    for (section, lines, shown) in plan {
        page.extend(blank());
        let hidden = section.rows.len() > shown;
        page.push(match lines {
            0 if hidden => section.heading.clone().and(Style::Plain, "  ").and(Style::Hint, section.command),
            _ => section.heading.clone(),
        });
        page.extend(rows.by_ref().take(shown));
        page.extend((hidden && lines > 0).then(|| section.rest(shown)));
    }
    page.extend(blank());
    page.push(last);
    page.into_iter().map(|line| line.cut(size.columns)).collect()
}
