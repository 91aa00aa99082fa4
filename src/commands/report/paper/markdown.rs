//! A paper as Markdown, for mail programs and git hosts.

use super::{Block, Paper};
use crate::lang::tr;
use crate::tr;
use crate::views::emit::{markdown_cell, markdown_line, markdown_rule};

/// The whole paper.
pub(super) fn page(paper: &Paper) -> String {
    let mut page = String::new();
    if !paper.letterhead.is_empty() {
        page = prose(&paper.letterhead.join("\n"), 0) + "\n\n";
    }
    page += &format!("# {}\n", one_line(&paper.title));
    for block in &paper.blocks {
        page.push('\n');
        page += &told(block);
    }
    page
}

fn told(block: &Block) -> String {
    match block {
        Block::Section(title) => format!("## {}\n", one_line(title)),
        Block::Facts(facts) => facts
            .iter()
            .map(|(label, value)| {
                let (label, value) = (one_line(label), prose(value, 2));
                tr!("- **{label}**: {value}\n", "- **{label}**：{value}\n")
            })
            .collect(),
        Block::Items(items) => items.iter().map(|item| format!("- {}\n", prose(item, 2))).collect(),
        Block::Text(text) | Block::Note(text) => prose(text, 0) + "\n",
        Block::Table(heads, rows) => {
            let cells = |row: &[String]| markdown_line(row.iter().map(|cell| one_line(cell))).render(false);
            let titles: Vec<String> = heads.iter().map(|head| head.title.clone()).collect();
            let rule = markdown_rule(heads.iter().map(|head| head.right)).render(false);
            let rows: String = rows.iter().map(|row| cells(row)).collect();
            cells(&titles) + &rule + &rows
        }
        Block::Room(label, text) => {
            let text = text.as_ref().map_or_else(|| blank(12), |text| prose(text, 0).replace('\n', "\n> "));
            let label = one_line(label);
            tr!("**{label}**:\n\n> {text}\n", "**{label}**：\n\n> {text}\n")
        }
        Block::Sign(labels) => {
            let lines: Vec<String> = labels.iter().map(|label| signed(label)).collect();
            lines.join("  \n") + "\n"
        }
    }
}

fn signed(label: &str) -> String {
    let (label, name, day) = (one_line(label), blank(12), blank(8));
    tr!("{label}: {name}　Date: {day}", "{label}：{name}　日期：{day}")
}

/// A line to write on.
fn blank(length: usize) -> String {
    "\\_".repeat(length)
}

fn one_line(text: &str) -> String {
    markdown_cell(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text whose lines stay lines, the further ones indented; no line begins a heading, a list or a quotation.
fn prose(text: &str, indent: usize) -> String {
    let lines: Vec<String> = text.trim_end().lines().map(|line| harmless(&markdown_cell(line.trim()))).collect();
    lines.join(&format!("  \n{}", " ".repeat(indent)))
}

fn harmless(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => format!("{number}\\{rest}"),
        _ if line.starts_with(['#', '>', '=', '~']) || ["- ", "+ ", "--"].iter().any(|mark| line.starts_with(mark)) => {
            format!("\\{line}")
        }
        _ => line.to_owned(),
    }
}
