//! A paper as an Excel file: one sheet, A4, its columns those of its widest table; everything else is laid over them.

mod looks;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::text::{Align, Block, Piece, Row, RowKind, Sheet, Table, pieces};
use crate::error::{Error, Result};
use crate::formats::spreadsheet::height::{Type, height};
use looks::{BLUE, GREY, RED, SIZE, SMALL, edges, format, has_places, is_form, shown, sized};

/// Below how wide a paper is in columns of Excel's own measure: what fits between the margins of A4.
const WIDTH: u32 = 96;
/// The same where the page lies.
const WIDE: u32 = 140;
/// What stands before the names of the places to fill in.
pub const NAMES: &str = "kehu.";

/// The bytes of the file; the same paper, the same bytes.
///
/// # Errors
/// It cannot be written.
pub fn file(sheet: &Sheet) -> Result<Vec<u8>> {
    drawn(sheet).map_err(|error| Error::new(error.to_string()))
}

fn drawn(sheet: &Sheet) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // the same paper gives the same bytes, whatever the day
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(sheet.title.join(" ")).set_creation_datetime(&day));
    let mut drawing = Drawing::new(sheet);
    let page = book.add_worksheet();
    drawing.page(page)?;
    drawing.letterhead(page)?;
    for block in &sheet.blocks {
        drawing.block(page, block)?;
    }
    page.set_print_area(0, 0, drawing.row.saturating_sub(1), drawing.last())?;
    let name = page.name();
    for (path, row, column) in std::mem::take(&mut drawing.places) {
        let letter = rust_xlsxwriter::utility::column_number_to_name(column);
        let name = format!("='{name}'!${letter}${}", row + 1);
        book.define_name(format!("{NAMES}{}", path.replace('@', "..")), &name)?;
    }
    book.save_to_buffer()
}

/// A sheet while it is drawn.
struct Drawing<'a> {
    sheet: &'a Sheet,
    /// Where each column begins, in per cent of the width; the end of the last one behind them.
    edges: Vec<u32>,
    /// The next row.
    row: u32,
    /// Whether the header that comes again on each page is chosen.
    repeats: bool,
    /// The places to fill in: path, row, column.
    places: Vec<(String, u32, u16)>,
}

impl<'a> Drawing<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        let widest = sheet.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let widest = widest.max_by_key(|table| table.columns.len());
        let edges = widest.map(edges).unwrap_or_else(|| vec![0, 100]);
        Self { sheet, edges, row: 0, repeats: false, places: Vec::new() }
    }

    fn last(&self) -> u16 {
        u16::try_from(self.edges.len().saturating_sub(2)).unwrap_or(0)
    }

    fn page(&self, page: &mut Worksheet) -> std::result::Result<(), XlsxError> {
        let whole = if self.sheet.landscape { WIDE } else { WIDTH };
        for (column, pair) in (0_u16..).zip(self.edges.windows(2)) {
            let share = pair.iter().max().copied().unwrap_or(0).saturating_sub(pair.iter().min().copied().unwrap_or(0));
            page.set_column_width(column, f64::from(whole * share / 100))?;
        }
        // a form is one page, however small its letters become
        let pages = u16::from(self.sheet.blocks.iter().any(is_form));
        page.set_paper_size(9).set_margins(0.6, 0.6, 0.5, 0.6, 0.3, 0.3).set_print_fit_to_pages(1, pages);
        if self.sheet.landscape {
            page.set_landscape();
        }
        page.set_screen_gridlines(false);
        let count = match (self.sheet.chinese, self.sheet.english) {
            (true, true) => "第 &P 页，共 &N 页  Page &P of &N",
            (true, false) => "第 &P 页，共 &N 页",
            (false, _) => "Page &P of &N",
        };
        page.set_footer(format!(
            "&L&8{}&R&8{count}",
            self.sheet.title.join(" ").replace('&', "&&").replace("{{", "").replace("}}", "")
        ));
        Ok(())
    }

    fn letterhead(&mut self, page: &mut Worksheet) -> std::result::Result<(), XlsxError> {
        let [first, second, address] = super::word::letterhead_lines(self.sheet);
        let middle = |size| sized(size).set_align(FormatAlign::Center);
        self.line(page, first, &middle(15).set_bold().set_font_color(BLUE), 15, 22)?;
        self.line(page, second, &middle(SIZE).set_bold().set_font_color(BLUE), SIZE, 16)?;
        self.line(page, address, &middle(SMALL), SMALL, 13)?;
        let rule = middle(SMALL).set_border_bottom(FormatBorder::Medium).set_border_bottom_color(BLUE);
        self.line(page, super::word::REACH, &rule, SMALL, 16)
    }

    fn block(&mut self, page: &mut Worksheet, block: &Block) -> std::result::Result<(), XlsxError> {
        match block {
            Block::Title(lines) => {
                for (at, line) in lines.iter().enumerate() {
                    let size = if at == 0 { 16 } else { 12 };
                    let format = sized(size).set_bold().set_font_color(BLUE).set_align(FormatAlign::Center);
                    let format = format.set_align(FormatAlign::VerticalCenter);
                    self.line(page, line, &format, size, if at == 0 { 25 } else { 18 })?;
                }
                Ok(())
            }
            Block::Section(text) => {
                let format = sized(SIZE).set_bold().set_font_color(BLUE).set_align(FormatAlign::Bottom);
                self.line(page, text, &format, SIZE, 21)
            }
            Block::Text(lines) => self.lines(page, lines, &sized(SIZE), SIZE),
            Block::Note(lines) => self.lines(page, lines, &sized(SMALL).set_font_color(GREY), SMALL),
            Block::Warning(lines) => self.lines(page, lines, &sized(SIZE).set_bold().set_font_color(RED), SIZE),
            Block::Page => Ok(()),
            Block::Sign(who) => self.signatures(page, who),
            Block::Table(table) => self.table(page, table),
        }
    }

    fn lines(
        &mut self,
        page: &mut Worksheet,
        lines: &[String],
        format: &Format,
        size: u32,
    ) -> std::result::Result<(), XlsxError> {
        lines.iter().try_for_each(|line| self.line(page, line, format, size, 0))
    }

    /// How high a text stands in a share of the width. What asks for something is one line: the row grows when it is filled.
    fn height(&self, text: &str, share: u32, size: u32, bold: bool) -> u32 {
        let whole = if self.sheet.landscape { WIDE } else { WIDTH };
        let text = if text.contains("{{") { String::new() } else { shown(text) };
        height(&text, whole * share * 10, Type { size: size * 10, bold })
    }

    /// A text over the whole width, in a row of at least so many points.
    fn line(
        &mut self,
        page: &mut Worksheet,
        text: &str,
        format: &Format,
        size: u32,
        least: u32,
    ) -> std::result::Result<(), XlsxError> {
        page.set_row_height(self.row, self.height(text, 100, size, true).max(least))?;
        self.cell(page, 0, self.last(), text, format)?;
        self.row += 1;
        Ok(())
    }

    fn cell(
        &mut self,
        page: &mut Worksheet,
        from: u16,
        to: u16,
        text: &str,
        format: &Format,
    ) -> std::result::Result<(), XlsxError> {
        let mut words: Vec<(String, bool)> = Vec::new();
        let mut say = |text: &str, bold: bool| match words.last_mut() {
            Some((before, as_bold)) if *as_bold == bold => before.push_str(text),
            _ => words.push((text.to_owned(), bold)),
        };
        for piece in pieces(text) {
            match piece {
                Piece::Plain(text) => say(&text, false),
                Piece::Bold(text) => say(&text, true),
                Piece::Break => say("\n", false),
                Piece::Field(tag, before) => {
                    self.places.push((tag, self.row, from));
                    say(&before, false);
                }
            }
        }
        let bold = format.clone().set_bold();
        let format = if matches!(words.as_slice(), [(_, true)]) { &bold } else { format };
        let content: String = words.iter().map(|(text, _)| text.as_str()).collect();
        if from < to {
            page.merge_range(self.row, from, self.row, to, &content, format)?;
        } else if content.is_empty() {
            page.write_blank(self.row, from, format)?;
        } else {
            page.write_string_with_format(self.row, from, &content, format)?;
        }
        if words.len() > 1 {
            let looks = |is_bold: bool| if is_bold { &bold } else { format };
            let rich: Vec<(&Format, &str)> = words.iter().map(|(text, bold)| (looks(*bold), text.as_str())).collect();
            page.write_rich_string_with_format(self.row, from, &rich, format)?;
        }
        Ok(())
    }

    fn table(&mut self, page: &mut Worksheet, table: &Table) -> std::result::Result<(), XlsxError> {
        let own = edges(table) == self.edges;
        // pictures stand in Word papers alone
        let bare = table.without_pictures();
        let table = bare.as_ref().unwrap_or(table);
        let edges = edges(table);
        let is_form = has_places(table);
        for row in &table.rows {
            // the widest table is the one that runs over pages; a form has a header for each of its parts
            if row.kind == RowKind::Header && own && !self.repeats && !is_form {
                page.set_repeat_rows(self.row, self.row)?;
                self.repeats = true;
            }
            self.table_row(page, table, row, &edges)?;
        }
        page.set_row_height(self.row, 6)?;
        self.row += 1;
        Ok(())
    }

    fn table_row(
        &mut self,
        page: &mut Worksheet,
        table: &Table,
        row: &Row,
        edges: &[u32],
    ) -> std::result::Result<(), XlsxError> {
        let mut at = 0;
        let mut tallest = 0;
        for (text, span) in &row.cells {
            let begin = edges.get(at).copied().unwrap_or(100);
            let end = edges.get(at + span).copied().unwrap_or(100);
            let (from, to) = (self.column(begin), self.column(end).saturating_sub(1));
            let to = to.max(from);
            let whole = *span == table.columns.len();
            let align = table.columns.get(at + span - 1).map_or(Align::Left, |column| column.align);
            let label = table.labels && at % 2 == 0 && !whole;
            let format = format(row.kind, if whole { Align::Left } else { align }, label, text);
            self.cell(page, from, to, text, &format)?;
            let small = label || row.kind == RowKind::Header;
            let size = if small { SMALL } else { SIZE };
            tallest = tallest.max(self.height(text, end.saturating_sub(begin), size, row.kind != RowKind::Plain));
            at += span;
        }
        let least = if row.kind == RowKind::Header { tallest + 4 } else { tallest + 1 };
        page.set_row_height(self.row, least)?;
        self.row += 1;
        Ok(())
    }

    /// The column of the sheet whose beginning is nearest to a place of the width.
    fn column(&self, place: u32) -> u16 {
        let near = self.edges.iter().enumerate().min_by_key(|(_, edge)| edge.abs_diff(place));
        near.and_then(|(at, _)| u16::try_from(at).ok()).unwrap_or(0)
    }

    /// Places to sign: from where each begins to where the next one does, and between them a column.
    fn signatures(&mut self, page: &mut Worksheet, who: &[String]) -> std::result::Result<(), XlsxError> {
        let share = 100 / u32::try_from(who.len().max(2)).unwrap_or(2);
        let words = super::word::signature(self.sheet);
        let small = sized(SMALL).set_font_color(GREY);
        let line = sized(SIZE).set_bold().set_border_bottom(FormatBorder::Thin);
        // who signs and the line stand in one row: a page never ends between them
        for (least, format, text) in [(62, line, None), (0, small, Some(words))] {
            let mut tallest = least;
            for (begin, label) in (0_u32..).map(|at| at * share).zip(who) {
                let from = self.column(begin) + u16::from(begin > 0);
                let to = self.column(begin + share).saturating_sub(1).max(from);
                let text = text.unwrap_or(label);
                self.cell(page, from, to, text, &format)?;
                tallest = tallest.max(self.height(text, self.share(from, to), SMALL, false));
            }
            page.set_row_height(self.row, tallest)?;
            self.row += 1;
        }
        Ok(())
    }

    /// The share of the width that the columns from one to another have.
    fn share(&self, from: u16, to: u16) -> u32 {
        let edge = |at: u16| self.edges.get(usize::from(at)).copied().unwrap_or(100);
        edge(to + 1).saturating_sub(edge(from))
    }
}
