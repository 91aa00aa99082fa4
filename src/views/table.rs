//! Tables that fit the terminal, with right widths for Chinese.

use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

use super::text::{Style, Text, cut, escape, width};

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

/// A table for people: at most `fit` columns wide, else as wide as it is. Ends with a line end.
pub fn render(heads: &[Head], rows: &[Vec<Shown>], fit: Option<usize>) -> Text {
    let layout = Layout::new(heads, rows, fit);
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    let titles: Vec<Shown> =
        heads.iter().map(|head| Shown { text: head.title.clone(), style: Style::Strong }).collect();
    let shown: Vec<Vec<Shown>> = std::iter::once(&titles).chain(rows).map(|row| layout.row(heads, row)).collect();
    for row in &shown {
        table.add_row(row.iter().zip(&layout.kept).map(|(shown, head)| {
            let cell = Cell::new(&shown.text);
            if heads[*head].right { cell.set_alignment(CellAlignment::Right) } else { cell }
        }));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    // cells hold no line ends, so a line is a row
    table.lines().zip(&shown).fold(Text::new(), |text, (line, row)| text.then(paint(line.trim_end(), row)).line())
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

/// Which columns are shown, and how wide the elastic ones may be.
struct Layout {
    kept: Vec<usize>,
    limit: usize,
}

impl Layout {
    fn new(heads: &[Head], rows: &[Vec<Shown>], fit: Option<usize>) -> Self {
        let mut kept: Vec<usize> = (0..heads.len()).collect();
        let Some(fit) = fit else { return Self { kept, limit: usize::MAX } };
        let natural: Vec<usize> = (0..heads.len())
            .map(|i| {
                rows.iter()
                    .filter_map(|row| row.get(i))
                    .map(|shown| width(&escape(&shown.text)))
                    .max()
                    .unwrap_or(0)
                    .max(width(&heads[i].title))
            })
            .collect();
        let total = |kept: &[usize], limit: usize| -> usize {
            kept.iter()
                .map(|i| if heads[*i].elastic { natural[*i].min(limit) } else { natural[*i] } + GAP)
                .sum::<usize>()
                .saturating_sub(GAP)
        };
        while total(&kept, NARROWEST) > fit {
            let spare = kept
                .iter()
                .enumerate()
                .filter(|(_, i)| heads[**i].spare > 0)
                .max_by_key(|(at, i)| (heads[**i].spare, *at));
            let Some((at, _)) = spare else { break };
            kept.remove(at);
        }
        let widest = natural.iter().copied().max().unwrap_or(0);
        let limit = (NARROWEST..=widest).rev().find(|limit| total(&kept, *limit) <= fit).unwrap_or(NARROWEST);
        Self { kept, limit }
    }

    fn row(&self, heads: &[Head], row: &[Shown]) -> Vec<Shown> {
        self.kept
            .iter()
            .map(|i| {
                let shown = row.get(*i).cloned().unwrap_or_else(|| "".into());
                let text = escape(&shown.text);
                let text = if heads[*i].elastic { cut(&text, self.limit) } else { text };
                Shown { text: text.into_owned(), style: shown.style }
            })
            .collect()
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
        assert_eq!(narrow, "客户           天\n穆勒机械有限…  12\nAcme            3\n");
        for fit in 1..60 {
            for line in render(&heads(), &rows(), Some(fit)).render(false).lines() {
                assert!(width(line) <= fit.max(16), "{fit}: {line}");
            }
        }
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
