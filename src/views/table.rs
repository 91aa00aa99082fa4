//! Tables that fit the terminal, with right widths for Chinese.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::text::{Style, Text, cut, escape, width};
use crate::error::Result;

/// A cell: text that is not yet escaped, and how it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self { text, style: Style::Plain }
    }
}

impl From<&str> for Shown {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What stands above it.
    pub title: String,
    /// Numbers stand to the right.
    pub right: bool,
    /// Columns of the least weight go first when the terminal is narrow; 0 never goes.
    pub spare: u8,
    /// May be cut with … when the terminal is narrow.
    pub elastic: bool,
}

/// The narrowest that an elastic column becomes before a spare one goes instead.
const NARROWEST: usize = 12;
/// Blanks between two columns.
const GAP: usize = 2;

/// The columns that a table takes at most, whatever was typed: the library counts no further.
const WIDEST: usize = 60_000;
/// Those that one of its cells takes at most.
const WIDEST_CELL: usize = 1_000;

/// Rows that are laid out and drawn at a time: a table of any length takes little memory.
const CHUNK: usize = 256;

/// A table for people: at most `fit` columns wide, else as wide as it is. Ends with a line end.
pub fn render(heads: &[Head], rows: &[Vec<Shown>], fit: Option<usize>) -> Text {
    let mut text = Text::new();
    let mut gather = |piece: Text| {
        text = std::mem::take(&mut text).then(piece);
        Ok(())
    };
    // gathering cannot fail
    let _ = stream(heads, rows, &|row: &Vec<Shown>| row.clone(), fit, &mut gather);
    text
}

/// The same, piece by piece, of rows that become cells only when they are drawn.
///
/// # Errors
/// Whatever `write` says.
pub fn stream<T>(
    heads: &[Head],
    items: &[T],
    cells: &dyn Fn(&T) -> Vec<Shown>,
    fit: Option<usize>,
    write: &mut dyn FnMut(Text) -> Result<()>,
) -> Result<()> {
    let most = WIDEST_CELL.min(WIDEST / heads.len().max(1));
    let cells = |item: &T| -> Vec<Shown> { cells(item).into_iter().map(|shown| shortened(shown, most)).collect() };
    let mut natural: Vec<usize> = heads.iter().map(|head| width(&head.title)).collect();
    for item in items {
        for (widest, shown) in natural.iter_mut().zip(cells(item)) {
            *widest = (*widest).max(width(&escape(&shown.text)));
        }
    }
    let layout = Layout::new(heads, &natural, fit);
    if let Some(fit) = fit.filter(|fit| layout.is_cramped(heads, *fit)) {
        return items.iter().try_for_each(|item| write(block(heads, &cells(item), fit)));
    }
    let titles: Vec<Shown> =
        heads.iter().map(|head| Shown { text: head.title.clone(), style: Style::Strong }).collect();
    write(layout.draw(heads, &[layout.row(heads, &titles)]))?;
    for chunk in items.chunks(CHUNK) {
        let rows: Vec<Vec<Shown>> = chunk.iter().map(|item| layout.row(heads, &cells(item))).collect();
        write(layout.draw(heads, &rows))?;
    }
    Ok(())
}

/// A cell that is at most so many columns wide.
fn shortened(shown: Shown, most: usize) -> Shown {
    // no character takes more columns than bytes
    if shown.text.len() <= most {
        return shown;
    }
    Shown { text: cut(&escape(&shown.text), most).into_owned(), ..shown }
}

/// A row as a list of its own, where the terminal is too narrow for a table: what is blank is left out.
fn block(heads: &[Head], row: &[Shown], fit: usize) -> Text {
    let said: Vec<(&Head, &Shown)> = heads.iter().zip(row).filter(|(_, shown)| !shown.text.trim().is_empty()).collect();
    let label = said.iter().map(|(head, _)| width(&head.title)).max().unwrap_or(0);
    let text = said.iter().fold(Text::new(), |text, (head, shown)| {
        let title = cut(&head.title, label).into_owned();
        let gap = " ".repeat(label - width(&title) + GAP);
        let room = fit.saturating_sub(label + GAP).max(1);
        let text = text.and(Style::Faint, title).and(Style::Plain, gap);
        text.and(shown.style, cut(&escape(&shown.text), room)).line()
    });
    text.line()
}

/// A rendered line with each cell in its style.
fn paint(line: &str, row: &[Shown]) -> Text {
    let mut text = Text::new();
    let mut rest = line;
    for shown in row {
        let cell = shown.text.trim_end();
        // between two cells are only blanks, so the next occurrence is the cell
        let Some((before, after)) = rest.split_once(cell).filter(|_| !cell.is_empty()) else { continue };
        text = text.and(Style::Plain, before).and(shown.style, cell);
        rest = after;
    }
    text.and(Style::Plain, rest)
}

/// Which columns are shown, and how wide.
struct Layout {
    kept: Vec<usize>,
    widths: Vec<usize>,
}

impl Layout {
    fn new(heads: &[Head], natural: &[usize], fit: Option<usize>) -> Self {
        let width_of = |i: usize, limit: usize| {
            let natural = natural.get(i).copied().unwrap_or(0);
            if heads.get(i).is_some_and(|head| head.elastic) { natural.min(limit) } else { natural }
        };
        let total = |kept: &[usize], limit: usize| {
            kept.iter().map(|i| width_of(*i, limit) + GAP).sum::<usize>().saturating_sub(GAP)
        };
        let mut kept: Vec<usize> = (0..heads.len()).collect();
        let mut limit = usize::MAX;
        if let Some(fit) = fit {
            let spare = |i: usize| heads.get(i).map_or(0, |head| head.spare);
            while total(&kept, NARROWEST) > fit {
                let Some((at, _)) =
                    kept.iter().enumerate().filter(|(_, i)| spare(**i) > 0).max_by_key(|(at, i)| (spare(**i), *at))
                else {
                    break;
                };
                kept.remove(at);
            }
            let widest = natural.iter().copied().max().unwrap_or(0);
            limit = (NARROWEST..=widest).rev().find(|limit| total(&kept, *limit) <= fit).unwrap_or(NARROWEST);
        }
        let widths = kept.iter().map(|i| width_of(*i, limit)).collect();
        Self { kept, widths }
    }

    /// Whether a table says too little here: not even two columns of several are left, or they do not fit.
    fn is_cramped(&self, heads: &[Head], fit: usize) -> bool {
        let total = (self.widths.iter().sum::<usize>() + GAP * self.widths.len()).saturating_sub(GAP);
        heads.len() > 1 && (self.kept.len() < 2 || total > fit)
    }

    /// The cells of a row that are shown, escaped and cut.
    fn row(&self, heads: &[Head], row: &[Shown]) -> Vec<Shown> {
        self.kept
            .iter()
            .zip(&self.widths)
            .map(|(i, columns)| {
                let shown = row.get(*i).cloned().unwrap_or_else(|| "".into());
                let text = escape(&shown.text);
                let elastic = heads.get(*i).is_some_and(|head| head.elastic);
                let text = if elastic { cut(&text, *columns) } else { text };
                Shown { text: text.into_owned(), style: shown.style }
            })
            .collect()
    }

    fn draw(&self, heads: &[Head], rows: &[Vec<Shown>]) -> Text {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        for row in rows {
            table.add_row(row.iter().zip(&self.kept).map(|(shown, i)| {
                let cell = Cell::new(&shown.text);
                let right = heads.get(*i).is_some_and(|head| head.right);
                if right { cell.set_alignment(CellAlignment::Right) } else { cell }
            }));
        }
        let padding = u16::try_from(GAP).unwrap_or(u16::MAX);
        for (column, columns) in table.column_iter_mut().zip(&self.widths) {
            let columns = u16::try_from(*columns).unwrap_or(u16::MAX).saturating_add(padding);
            column.set_padding((0, padding)).set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(columns)));
        }
        // cells hold no line ends, so a line is a row
        table.lines().zip(rows).fold(Text::new(), |text, (line, row)| text.then(paint(line.trim_end(), row)).line())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads() -> Vec<Head> {
        let head = |title: &str, right, spare, elastic| Head { title: title.into(), right, spare, elastic };
        vec![head("客户", false, 0, true), head("国家", false, 2, false), head("天", true, 0, false)]
    }

    fn rows() -> Vec<Vec<Shown>> {
        vec![
            vec!["穆勒机械有限公司".into(), "德国".into(), "12".into()],
            vec!["Acme".into(), "Brazil".into(), "3".into()],
        ]
    }

    #[test]
    fn columns_line_up_under_chinese() {
        let text = render(&heads(), &rows(), None).render(false);
        assert_eq!(text, "客户              国家    天\n穆勒机械有限公司  德国    12\nAcme              Brazil   3\n");
    }

    #[test]
    fn a_narrow_terminal_loses_spare_columns_then_cuts() {
        let narrow = render(&heads(), &rows(), Some(18)).render(false);
        assert_eq!(narrow, "客户            天\n穆勒机械有限…   12\nAcme             3\n");
        for fit in 9..60 {
            for line in render(&heads(), &rows(), Some(fit)).render(false).lines() {
                assert!(width(line) <= fit, "{fit}: {line}");
            }
        }
    }

    #[test]
    fn a_very_narrow_terminal_gets_a_list() {
        let list = render(&heads(), &rows(), Some(14)).render(false);
        assert_eq!(list, "客户  穆勒机…\n国家  德国\n天    12\n\n客户  Acme\n国家  Brazil\n天    3\n\n");
    }

    #[test]
    fn colours_do_not_move_anything() {
        let mut rows = rows();
        rows[0][2].style = Style::Bad;
        let plain = render(&heads(), &rows, None).render(false);
        let coloured = render(&heads(), &rows, None).render(true);
        let stripped = ["\u{1b}[1;31m", "\u{1b}[1m", "\u{1b}[0m"]
            .iter()
            .fold(coloured.clone(), |text, code| text.replace(code, ""));
        assert_eq!(stripped, plain);
        assert!(coloured.contains("\u{1b}[1;31m12\u{1b}[0m"));
    }
}
