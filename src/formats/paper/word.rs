//! A paper as a Word file: A4, styles, letterhead, page numbers, tables whose header comes again on the next page.

mod frame;
mod xml;

pub use frame::{REACH, letterhead_lines};

use super::text::{Align, Block, Column, Row, RowKind, Sheet, Table};
use crate::error::Result;
use crate::formats::package::{Package, Part};
use xml::{Look, paragraph, runs};

/// The long side of A4, in twentieths of a point.
const LONG: u32 = 16838;
/// The short side.
const SHORT: u32 = 11906;
/// The margin at either side.
const MARGIN: u32 = 1021;

/// How many rows of a table stay with the signature below it.
const KEPT: usize = 3;

/// The bytes of the file; the same paper, the same bytes.
///
/// # Errors
/// It cannot be packed.
pub fn file(sheet: &Sheet) -> Result<Vec<u8>> {
    let part = |name: &str, text: String| Part { name: name.to_owned(), bytes: text.into_bytes() };
    let parts = vec![
        part("[Content_Types].xml", frame::content_types()),
        part("_rels/.rels", frame::relations()),
        part("docProps/core.xml", frame::core(&sheet.title.join(" "))),
        part("word/document.xml", document(sheet)),
        part("word/_rels/document.xml.rels", frame::document_relations()),
        part("word/styles.xml", frame::styles()),
        part("word/settings.xml", frame::settings()),
        part("word/header1.xml", frame::letterhead(sheet)),
        part("word/header2.xml", frame::running_head(sheet)),
        part("word/footer1.xml", frame::footer(sheet, width(sheet))),
    ];
    Package { parts }.pack()
}

/// What is between the margins.
fn width(sheet: &Sheet) -> u32 {
    (if sheet.landscape { LONG } else { SHORT }).saturating_sub(2 * MARGIN)
}

fn document(sheet: &Sheet) -> String {
    let mut body = String::new();
    let follows =
        |at: usize| matches!(sheet.blocks.get(at + 1), Some(Block::Sign(_) | Block::Table(_) | Block::Warning(_)));
    // nobody signs a page on which nothing else stands
    let closes = |at: usize| closes(sheet.blocks.get(at + 1..).unwrap_or_default());
    for (at, block) in sheet.blocks.iter().enumerate() {
        // what stands before a table or a signature stays with it
        let keep = if follows(at) || closes(at) { "<w:keepNext/>" } else { "" };
        match block {
            Block::Title(lines) => each(&mut body, lines, keep, |first| if first { "Title" } else { "Subtitle" }),
            Block::Section(text) => body += &paragraph("Heading1", "", &runs(text, Look::Plain)),
            Block::Text(lines) => each(&mut body, lines, keep, |first| if first { "Normal" } else { "Second" }),
            Block::Note(lines) => each(&mut body, lines, keep, |_| "Note"),
            Block::Warning(lines) => each(&mut body, lines, keep, |_| "Warning"),
            Block::Page => body += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>",
            Block::Sign(who) => body += &signatures(who, sheet),
            Block::Table(table) => body += &either(table, width(sheet), closes(at)),
        }
    }
    let (wide, high, orient) = match sheet.landscape {
        true => (LONG, SHORT, " w:orient=\"landscape\""),
        false => (SHORT, LONG, ""),
    };
    let section = format!(
        "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId3\"/><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"first\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{orient}/><w:pgMar w:top=\"1021\" w:right=\"{MARGIN}\" w:bottom=\"1021\" w:left=\"{MARGIN}\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>"
    );
    xml::part("w:document", &format!("<w:body>{body}{section}</w:body>"))
}

/// Whether a place to sign is next, but for words, and for what a block keeps only now and then.
fn closes(blocks: &[Block]) -> bool {
    let mut depth = 0_usize;
    for block in blocks {
        match block {
            Block::Text(lines) => {
                let text = lines.first().map(String::as_str).unwrap_or_default();
                depth += text.matches("{{#").count() + text.matches("{{^").count();
                depth = depth.saturating_sub(text.matches("{{/").count());
            }
            Block::Note(_) | Block::Warning(_) => {}
            Block::Sign(_) => return true,
            _ if depth > 0 => {}
            _ => return false,
        }
    }
    false
}

fn each(body: &mut String, lines: &[String], keep: &str, style: impl Fn(bool) -> &'static str) {
    for (at, line) in lines.iter().enumerate() {
        *body += &paragraph(style(at == 0), keep, &runs(line, Look::Plain));
    }
}

/// A table; one with pictures twice: with them where there are any, else without their column.
fn either(table: &Table, width: u32, keep: bool) -> String {
    let Some(bare) = table.without_pictures() else { return drawn(table, width, keep) };
    let block = |mark: &str| paragraph("Gap", "<w:keepNext/>", &runs(mark, Look::Plain));
    let (with, without) = (drawn(table, width, keep), drawn(&bare, width, keep));
    [block("{{#pictures}}"), with, block("{{/}}"), block("{{^pictures}}"), without, block("{{/}}")].concat()
}

/// A table; where it is kept with what follows, its last rows are. One of labels stays on one page, and what is said below a
/// total stays with it.
fn drawn(table: &Table, width: u32, keep: bool) -> String {
    let shares: u32 = table.columns.iter().map(|column| column.share).sum::<u32>().max(1);
    let widths: Vec<u32> = table.columns.iter().map(|column| width * column.share / shares).collect();
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let last = table.rows.len().saturating_sub(1);
    let kept = if keep { table.rows.len().saturating_sub(KEPT) } else { table.rows.len() };
    let total = table.rows.iter().position(|row| row.kind == RowKind::Total).unwrap_or(table.rows.len());
    let stays = |at: usize| at >= kept || (at < last && (table.labels || at + 1 >= total));
    let rows: String =
        table.rows.iter().enumerate().map(|(at, row)| drawn_row(row, table, &widths, stays(at))).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{}",
        widths.iter().sum::<u32>(),
        paragraph("Gap", if keep { "<w:keepNext/>" } else { "" }, "")
    )
}

fn drawn_row(row: &Row, table: &Table, widths: &[u32], keep: bool) -> String {
    let header = if row.kind == RowKind::Header { "<w:tblHeader/>" } else { "" };
    let mut at = 0;
    let mut cells = String::new();
    for (text, span) in &row.cells {
        let last = at + span;
        let width: u32 = widths.iter().take(last).skip(at).sum();
        // words over the whole width begin at its left
        let whole = *span == table.columns.len();
        let column = table.columns.get(last.saturating_sub(1)).copied().filter(|_| !whole);
        let label = table.labels && at % 2 == 0 && !whole;
        cells += &cell(text, width, *span, row.kind, label, column, keep);
        at = last;
    }
    format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
}

fn cell(text: &str, width: u32, span: usize, kind: RowKind, label: bool, column: Option<Column>, keep: bool) -> String {
    let keep = if keep { "<w:keepNext/>" } else { "" };
    let align = column.map_or(Align::Left, |column| column.align);
    // a total's words stand before its amount, at the right
    let side = match (kind, align) {
        (RowKind::Header, Align::Left) | (_, Align::Left) => "",
        (_, Align::Centre | Align::Picture) => "<w:jc w:val=\"center\"/>",
        (_, Align::Right | Align::Amount) => "<w:jc w:val=\"right\"/>",
    };
    let (shade, look, style) = match kind {
        RowKind::Header => ("DCE4EE", Look::Head, "Cell"),
        RowKind::Total => ("F3F5F8", Look::Bold, "Cell"),
        RowKind::Plain if label => ("F3F5F8", Look::Label, "Cell"),
        RowKind::Plain if text.starts_with("<<") => ("FFFCE8", Look::Plain, "Cell"),
        RowKind::Plain => ("", Look::Plain, "Cell"),
    };
    let shade = match shade {
        "" => String::new(),
        colour => format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{colour}\"/>"),
    };
    let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{shade}<w:vAlign w:val=\"{}\"/></w:tcPr>{}</w:tc>",
        if kind == RowKind::Header { "center" } else { "top" },
        paragraph(style, &format!("{keep}{side}"), &runs(text, look))
    )
}

/// What stands below the line where somebody signs.
pub fn signature(sheet: &Sheet) -> &'static str {
    match (sheet.english, sheet.chinese) {
        (true, false) => "Signature, stamp, name, date",
        (false, _) => "签字盖章、姓名、日期",
        _ => "Signature, stamp, name, date 签字盖章、姓名、日期",
    }
}

/// Places to sign and stamp: they stay together, and with what stands before them.
fn signatures(who: &[String], sheet: &Sheet) -> String {
    let share = width(sheet) / u32::try_from(who.len().max(2)).unwrap_or(1);
    let words = signature(sheet);
    let place = |label: &String| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{share}\" w:type=\"dxa\"/></w:tcPr>{}{}{}</w:tc>",
            paragraph("Cell", "<w:keepNext/>", &runs(label, Look::Bold)),
            paragraph("Room", "<w:keepNext/>", ""),
            paragraph("Sign", "", &runs(words, Look::Label)),
        )
    };
    let cells: String = who.iter().map(place).collect();
    let grid = format!("<w:gridCol w:w=\"{share}\"/>").repeat(who.len());
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Bare\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>{}",
        share * u32::try_from(who.len()).unwrap_or(1),
        paragraph("Gap", "", "")
    )
}
