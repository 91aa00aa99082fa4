//! A paper as text for a terminal or a mail.

use super::{Block, Paper};
use crate::lang::tr;
use crate::tr;
use crate::views::table::{Shown, render};
use crate::views::text::width;
use crate::views::{Style, Text};

/// The whole paper. Tables are never cut: a paper says all of it.
pub(super) fn page(paper: &Paper) -> Text {
    let mut page = Text::new();
    for line in &paper.letterhead {
        page = page.and(Style::Faint, line).line();
    }
    if !paper.letterhead.is_empty() {
        page = page.line();
    }
    page = page.and(Style::Strong, &paper.title).line();
    paper.blocks.iter().fold(page, |page, block| page.line().then(told(block)))
}

fn told(block: &Block) -> Text {
    match block {
        Block::Section(title) => Text::new().and(Style::Strong, title).line(),
        Block::Facts(facts) => {
            let widest = facts.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
            facts.iter().fold(Text::new(), |text, (label, value)| {
                let gap = " ".repeat(widest - width(label) + 2);
                text.and(Style::Faint, label).and(Style::Plain, gap + &hung(value, widest + 2)).line()
            })
        }
        Block::Items(items) => {
            items.iter().fold(Text::new(), |text, item| text.and(Style::Plain, format!("- {}", hung(item, 2))).line())
        }
        Block::Text(text) => Text::plain(text).line(),
        Block::Note(text) => Text::new().and(Style::Faint, text).line(),
        Block::Table(heads, rows) => {
            let rows: Vec<Vec<Shown>> = rows.iter().map(|row| row.iter().cloned().map(Shown::from).collect()).collect();
            render(heads, &rows, None)
        }
        Block::Room(label, text) => {
            let text = text.as_ref().map_or_else(|| "_".repeat(36), |text| hung(text, 2));
            Text::plain(tr!("{label}:\n  {text}", "{label}：\n  {text}")).line()
        }
        Block::Sign(labels) => labels.iter().fold(Text::new(), |text, label| {
            let (name, day) = ("_".repeat(16), "_".repeat(12));
            text.and(Style::Plain, label)
                .and(Style::Plain, tr(": ", "："))
                .and(Style::Plain, tr!("{name}  Date: {day}", "{name}  日期：{day}"))
                .line()
        }),
    }
}

/// A text whose further lines stand below its first.
fn hung(text: &str, indent: usize) -> String {
    text.trim_end().replace('\n', &format!("\n{}", " ".repeat(indent)))
}
