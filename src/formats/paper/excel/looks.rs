//! What the cells of a paper look like, and what of its text decides that.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::text::{Align, Block, Piece, RowKind, Table, pieces};

/// The size of the letters, in points.
pub const SIZE: u32 = 9;
/// The same of labels, headers and notes.
pub const SMALL: u32 = 8;
/// Whether somebody is to fill something in.
pub fn is_form(block: &Block) -> bool {
    matches!(block, Block::Table(table) if has_places(table))
}

pub fn has_places(table: &Table) -> bool {
    table.rows.iter().flat_map(|row| &row.cells).any(|(text, _)| text.starts_with("<<"))
}

pub const BLUE: Color = Color::RGB(0x001F_3864);
pub const GREY: Color = Color::RGB(0x0044_546A);
pub const RED: Color = Color::RGB(0x00C0_0000);

/// Where the columns of a table begin and the last one ends, in per cent.
pub fn edges(table: &Table) -> Vec<u32> {
    let shares: u32 = table.columns.iter().map(|column| column.share).sum::<u32>().max(1);
    let mut edges = vec![0];
    let mut sum = 0;
    for column in &table.columns {
        sum += column.share;
        edges.push(sum * 100 / shares);
    }
    edges
}

pub fn sized(size: u32) -> Format {
    Format::new().set_font_name("Arial").set_font_size(size).set_text_wrap().set_align(FormatAlign::Top)
}

pub fn format(kind: RowKind, align: Align, label: bool, text: &str) -> Format {
    let format = sized(SIZE).set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00A6_B1C0));
    let format = match align {
        Align::Left => format.set_align(FormatAlign::Left),
        Align::Centre | Align::Picture => format.set_align(FormatAlign::Center),
        Align::Right => format.set_align(FormatAlign::Right),
        Align::Amount => format.set_align(FormatAlign::Right).set_num_format("#,##0.00"),
    };
    match kind {
        RowKind::Header => format
            .set_bold()
            .set_font_size(SMALL)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00DC_E4EE)),
        RowKind::Total => format.set_bold().set_background_color(Color::RGB(0x00F3_F5F8)),
        RowKind::Plain if label => {
            format.set_font_size(SMALL).set_font_color(GREY).set_background_color(Color::RGB(0x00F3_F5F8))
        }
        RowKind::Plain if text.starts_with("<<") => format.set_background_color(Color::RGB(0x00FF_FCE8)),
        RowKind::Plain => format,
    }
}

/// A text as it is seen: without the marks of bold words, its lines as lines.
pub fn shown(text: &str) -> String {
    let shown = |piece| match piece {
        Piece::Plain(text) | Piece::Bold(text) => text,
        Piece::Break => "\n".to_owned(),
        Piece::Field(..) => String::new(),
    };
    pieces(text).into_iter().map(shown).collect()
}
