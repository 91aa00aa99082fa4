//! What the sections of the page are made of.

use maud::{Markup, html};

use crate::commands::stats::{StatRow, change_of};
use crate::lang::tr;
use crate::views::Style;

/// A headline figure.
pub struct Tile {
    /// What it is.
    pub label: &'static str,
    /// How much; `None` where it cannot be told.
    pub value: Option<String>,
    /// What else is to be known.
    pub more: Option<Markup>,
    /// The command that prints it.
    pub command: String,
}

/// A headline figure as an item of the list.
pub fn tile(tile: &Tile) -> Markup {
    html! {
        li {
            span.label { (tile.label) }
            @match &tile.value {
                Some(value) => {
                    b { (value) }
                    span.more { @if let Some(more) = &tile.more { (more) } }
                }
                None => {
                    b { "—" }
                    span.more.problem { (tr("a rate is missing", "缺少汇率")) }
                }
            }
            code { (tile.command) }
        }
    }
}

/// A section: heading, the command that prints its figures, and what it holds.
pub fn section(id: &str, wide: bool, title: &str, command: &str, body: &Markup) -> Markup {
    html! {
        section class=[wide.then_some("wide")] aria-labelledby=(id) {
            h2 id=(id) { (title) }
            p.from { code { (command) } }
            (body)
        }
    }
}

/// What is said where a rate is missing: the rest of the page stands.
pub fn no_rate(command: &str) -> Markup {
    html! {
        p.problem { (tr("This cannot be counted: kehu.toml lacks a rate. Which one says", "无法计算：kehu.toml 缺少汇率。缺哪一种，见")) " " code { (command) } }
    }
}

/// What is said where there is nothing to tell.
pub fn none(text: &str) -> Markup {
    html! { p.none { (text) } }
}

/// How a column of a table looks.
#[derive(Clone, Copy)]
pub enum As {
    /// Names with bars.
    Bars,
    /// Words.
    Word,
    /// Words that a telephone has no room for.
    SpareWord,
    /// Numbers.
    Number,
    /// Numbers that a telephone has no room for.
    Spare,
    /// Numbers that only a desk has room for.
    Roomy,
}

impl As {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Bars => Some("w"),
            Self::Word => None,
            Self::SpareWord => Some("spare"),
            Self::Number => Some("n"),
            Self::Spare => Some("n spare"),
            Self::Roomy => Some("n roomy"),
        }
    }
}

/// A table.
pub fn table(heads: &[(&str, As)], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.scroll {
            table {
                thead { tr { @for (title, kind) in heads { th scope="col" class=[kind.class()] { (title) } } } }
                tbody { @for row in rows {
                    tr { @for (cell, (_, kind)) in row.iter().zip(heads) { td class=[kind.class()] { (cell) } } }
                } }
            }
        }
    }
}

/// Something that is opened where somebody wants to see more.
pub fn more(title: &str, body: &Markup) -> Markup {
    html! { details { summary { (title) } (body) } }
}

/// What the colours of a picture mean.
pub fn legend(entries: &[(&str, &str)]) -> Markup {
    html! {
        ul.legend {
            @for (class, name) in entries {
                li { svg viewBox="0 0 10 10" aria-hidden="true" focusable="false" { rect class=(class) width="10" height="10" {} } (name) }
            }
        }
    }
}

/// How sales moved: an arrow, so that no colour is needed.
pub fn change(row: &StatRow) -> Markup {
    let shown = change_of(row);
    let class = match shown.style {
        Style::Good => Some("up"),
        Style::Bad => Some("down"),
        _ => None,
    };
    html! { span class=[class] { (shown.text) } }
}

/// A name that somebody typed, in whatever direction it reads.
pub fn name(text: &str) -> Markup {
    html! { bdi { (text) } }
}

/// A name with a bar: below it, or beside it where there is room.
pub fn barred(name: &Markup, bar: &Markup) -> Markup {
    html! { div.nb { span { (name) } (bar) } }
}

/// A text in a cell.
pub fn word(text: impl AsRef<str>) -> Markup {
    html! { (text.as_ref()) }
}
