//! The places of a Word file: content controls with a tag, and the cells of its tables.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Filled, Found};
use crate::tr;

/// The most rows and places that are looked at.
const MOST: usize = 20_000;

/// How deep content controls may lie in one another.
const DEEPEST: usize = 16;

/// A content control that is open.
#[derive(Default)]
struct Control {
    tag: String,
    text: String,
    /// What Word shows where nothing has been filled in.
    hint: bool,
}

/// A file while it is read.
#[derive(Default)]
struct Reading {
    found: Found,
    controls: Vec<Control>,
    /// The rows that are open, one in the other, each with its cells so far.
    rows: Vec<Vec<String>>,
    cells: Vec<String>,
    tables: usize,
    row: usize,
    in_text: bool,
}

/// What a document holds; `None` where it is no XML.
pub fn read(document: &[u8]) -> Option<Found> {
    let mut reader = Reader::from_reader(document);
    let mut reading = Reading::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => reading.begin(&tag),
            Event::Empty(tag) => {
                reading.begin(&tag);
                reading.end(tag.local_name().as_ref());
            }
            Event::End(tag) => reading.end(tag.local_name().as_ref()),
            Event::Text(text) if reading.in_text => reading.say(&text),
            Event::GeneralRef(name) if reading.in_text => {
                let text = match name.resolve_char_ref().ok()? {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&name)?.to_owned(),
                };
                reading.say(&text);
            }
            Event::Eof => return Some(reading.found),
            _ => {}
        }
        if reading.found.rows.len() > MOST || reading.found.marked.len() > MOST || reading.controls.len() > DEEPEST {
            return None;
        }
    }
}

impl Reading {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "sdt" => self.controls.push(Control::default()),
            "tag" => {
                let value = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == "val");
                let value = value.map(|one| one.value.into_owned());
                if let (Some(control), Some(value)) = (self.controls.last_mut(), value) {
                    control.tag = value;
                }
            }
            "showingPlcHdr" => self.controls.last_mut().into_iter().for_each(|control| control.hint = true),
            "tbl" => (self.tables, self.row) = (self.tables + 1, 0),
            "tr" => {
                self.row += 1;
                self.rows.push(Vec::new());
            }
            "tc" => self.cells.push(String::new()),
            "t" => self.in_text = true,
            "br" | "tab" => self.say("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            // a paragraph ends a line
            "p" => self.say("\n"),
            "sdt" => {
                if let Some(control) = self.controls.pop().filter(|control| !control.tag.is_empty()) {
                    let text = if control.hint { "" } else { control.text.trim() };
                    let filled = Filled { text: text.to_owned(), place: self.place() };
                    self.found.marked.push((control.tag, filled));
                }
            }
            "tc" => {
                if let (Some(cell), Some(row)) = (self.cells.pop(), self.rows.last_mut()) {
                    row.push(cell);
                }
            }
            "tr" => {
                let place = self.place();
                let filled = |cell: String| Filled { text: cell.trim().to_owned(), place: place.clone() };
                let row = self.rows.pop().unwrap_or_default();
                self.found.rows.push(row.into_iter().map(filled).collect());
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        self.controls.iter_mut().for_each(|control| control.text += text);
        if let Some(cell) = self.cells.last_mut() {
            *cell += text;
        }
    }

    fn place(&self) -> String {
        let (table, row) = (self.tables, self.row);
        tr!("table {table}, row {row}", "第 {table} 个表格第 {row} 行")
    }
}
