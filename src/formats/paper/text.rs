//! The text of a paper, line by line:
//!
//! ```text
//! @ landscape            the page lies; @ number {{…}}, @ title … (where pages have titles of their own) and @ plain (no
//!                        letterhead) stand at the top too
//! = Title ~ 标题          English and, behind ` ~ `, Chinese
//! == Section ~ 小节
//! A paragraph with **bold** words, {{placeholders}} and \\ line breaks
//! > a small note          ! a warning          --- a new page
//! |= 6c 50 12r 32m        a table of four columns: shares of the width; c centred, r right, m an amount; p pictures
//! |: 20 80                a table of labels and what they stand for
//! |# a | b                its header row, |+ a total, | a row; a cell < belongs to the one before it
//! |? address | city       a row of fields' labels and places to fill them in
//! |& profile.size         a row of an investigation: label, finding, source, channel, date to fill in
//! // Seller ~ 卖方 | Buyer ~ 买方      places to sign
//! ```
//! In any text `<<path>>` is a place to fill in, where `{{customer.path}}` stands before; `<<path=text>>` says what does.

use super::Speech;
use crate::lang::{Lang, Words};
use crate::model::Card;
use crate::model::field::{Field, Record};

/// A paper as it is to be drawn.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The page lies.
    pub landscape: bool,
    /// No letterhead.
    pub plain: bool,
    /// What its number is.
    pub number: String,
    /// What it is called, one line for each language.
    pub title: Vec<String>,
    /// Whether it speaks Chinese.
    pub chinese: bool,
    /// Whether it speaks English.
    pub english: bool,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A piece of a paper.
#[derive(Debug)]
pub enum Block {
    /// The title, a line for each language.
    Title(Vec<String>),
    /// The title of a section.
    Section(String),
    /// A paragraph, in each language.
    Text(Vec<String>),
    /// A small one.
    Note(Vec<String>),
    /// One that must not be overlooked.
    Warning(Vec<String>),
    /// A table.
    Table(Table),
    /// A new page.
    Page,
    /// Places to sign, side by side.
    Sign(Vec<String>),
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether every other column is labels.
    pub labels: bool,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// The table without its column of pictures, whose room the one before takes; `None` where it has no such column.
    pub fn without_pictures(&self) -> Option<Self> {
        let at = self.columns.iter().position(|column| column.align == Align::Picture)?;
        let mut columns = self.columns.clone();
        let room = columns.remove(at).share;
        if let Some(before) = columns.get_mut(at.saturating_sub(1)) {
            before.share += room;
        }
        let rows = self.rows.iter().map(|row| {
            let (mut cells, mut begin) = (Vec::new(), 0);
            for (text, span) in &row.cells {
                let holds = (begin..begin + span).contains(&at);
                begin += span;
                match span - usize::from(holds) {
                    0 => {}
                    span => cells.push((text.clone(), span)),
                }
            }
            Row { kind: row.kind, cells }
        });
        Some(Self { rows: rows.collect(), columns, labels: self.labels })
    }
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its share of the width, in per cent.
    pub share: u32,
    /// Where its content stands.
    pub align: Align,
}

/// Where content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right: a number.
    Right,
    /// At the right: an amount of money.
    Amount,
    /// In the middle: a picture.
    Picture,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The names of the columns, again on every page.
    Header,
    /// A total.
    Total,
    /// Any other.
    Plain,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells: content, and over how many columns.
    pub cells: Vec<(String, usize)>,
}

/// Reads a paper.
pub fn read(text: &str, speech: Speech) -> Sheet {
    let mut sheet = Sheet {
        chinese: speech != Speech::One(Lang::En),
        english: speech != Speech::One(Lang::Zh),
        ..Sheet::default()
    };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        sheet.line(line, speech);
    }
    sheet
}

impl Sheet {
    fn line(&mut self, line: &str, speech: Speech) {
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        let lines = || spoken(rest, speech);
        match mark {
            "@" => self.setting(rest, speech),
            "=" => {
                if self.title.is_empty() {
                    self.title = lines();
                }
                self.blocks.push(Block::Title(lines()));
            }
            "==" => self.blocks.push(Block::Section(lines().join("  "))),
            ">" => self.blocks.push(Block::Note(lines())),
            "!" => self.blocks.push(Block::Warning(lines())),
            "---" => self.blocks.push(Block::Page),
            "//" => self.blocks.push(Block::Sign(cells(rest).map(|cell| spoken(cell, speech).join(" ")).collect())),
            "|=" | "|:" => self.blocks.push(Block::Table(Table {
                columns: rest.split_whitespace().filter_map(column).collect(),
                labels: mark == "|:",
                rows: Vec::new(),
            })),
            "|#" => self.row(RowKind::Header, rest, speech, "\\\\"),
            "|+" => self.row(RowKind::Total, rest, speech, " "),
            "|" => self.row(RowKind::Plain, rest, speech, " "),
            "|?" => {
                let row = rest.split(" | ").flat_map(|path| place(path.trim(), speech)).collect();
                self.push(RowKind::Plain, row);
            }
            "|&" => {
                let label = path_label(rest, speech_lang(speech)).unwrap_or(rest);
                self.push(
                    RowKind::Plain,
                    vec![
                        (label.to_owned(), 1),
                        (format!("<<{rest}={}>>", known(rest, speech)), 1),
                        (format!("<<{rest}@source=>>"), 1),
                        (format!("<<{rest}@channel=>>"), 1),
                        (format!("<<{rest}@date=>>"), 1),
                    ],
                );
            }
            _ => self.blocks.push(Block::Text(spoken(line, speech))),
        }
    }

    fn setting(&mut self, text: &str, speech: Speech) {
        match text.split_once(' ') {
            Some(("number", number)) => number.clone_into(&mut self.number),
            Some(("title", title)) => self.title = spoken(title, speech),
            _ if text == "landscape" => self.landscape = true,
            _ => self.plain = true,
        }
    }

    fn row(&mut self, kind: RowKind, text: &str, speech: Speech, between: &str) {
        let mut row: Vec<(String, usize)> = Vec::new();
        for cell in cells(text) {
            match row.last_mut() {
                Some((_, span)) if cell == "<" => *span += 1,
                _ => row.push((spoken(cell, speech).join(between), 1)),
            }
        }
        self.push(kind, row);
    }

    fn push(&mut self, kind: RowKind, cells: Vec<(String, usize)>) {
        if let Some(Block::Table(table)) = self.blocks.last_mut() {
            table.rows.push(Row { kind, cells });
        }
    }
}

/// A field's label and a place to fill it in.
fn place(path: &str, speech: Speech) -> [(String, usize); 2] {
    let [en, zh] = [Lang::En, Lang::Zh].map(|lang| path_label(path, lang).unwrap_or(path));
    let label = match speech {
        Speech::Both => format!("{} {zh}", capital(en)),
        Speech::One(Lang::En) => capital(en),
        Speech::One(Lang::Zh) => zh.to_owned(),
    };
    [(label, 1), (format!("<<{path}>>"), 1)]
}

/// What the card says at a path, in the words of the paper's language.
fn known(path: &str, speech: Speech) -> String {
    if speech != Speech::One(Lang::Zh) {
        return format!("{{{{customer.{path}}}}}");
    }
    let ends = path.match_indices('.').map(|(end, _)| end).chain([path.len()]);
    let labels: Vec<&str> =
        ends.filter_map(|end| path.get(..end)).map(|path| path_label(path, Lang::Zh).unwrap_or(path)).collect();
    format!("{{{{客户.{}}}}}", labels.join("."))
}

fn speech_lang(speech: Speech) -> Lang {
    match speech {
        Speech::One(lang) => lang,
        Speech::Both => Lang::En,
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// What a text says in the languages of the paper.
fn spoken(text: &str, speech: Speech) -> Vec<String> {
    let texts = match (text.split_once(" ~ "), speech) {
        (None, _) => vec![text],
        (Some((en, _)), Speech::One(Lang::En)) => vec![en],
        (Some((_, zh)), Speech::One(Lang::Zh)) => vec![zh],
        (Some((en, zh)), Speech::Both) => vec![en, zh],
    };
    texts.into_iter().map(|text| text.trim().to_owned()).collect()
}

/// The cells of a row; a bar within a placeholder parts none.
fn cells(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut before = '\0';
    text.split(move |c: char| {
        match (before, c) {
            ('{', '{') => depth += 1,
            ('}', '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = c;
        c == '|' && depth == 0
    })
    .map(str::trim)
}

fn column(text: &str) -> Option<Column> {
    let share = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let align = match text.strip_prefix(share)? {
        "c" => Align::Centre,
        "r" => Align::Right,
        "m" => Align::Amount,
        "p" => Align::Picture,
        _ => Align::Left,
    };
    Some(Column { share: share.parse().ok()?, align })
}

/// The field of a card that a path leads to; of a list of records that of each.
fn field(path: &str) -> Option<&'static Field> {
    let mut record = Card::TYPE;
    let mut found = None;
    for key in path.split('.') {
        let field = record.field(key)?;
        record = field.record().unwrap_or(record);
        found = Some(field);
    }
    found
}

/// What the field at the end of a path is called.
fn path_label(path: &str, lang: Lang) -> Option<&'static str> {
    field(path).map(|field| Words::of(field.label, lang))
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// Bold words.
    Bold(String),
    /// The line ends.
    Break,
    /// A place to fill in: what it is for, and what stands there before.
    Field(String, String),
}

/// The pieces of a text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let (mut rest, mut bold) = (text, false);
    let word = |text: &str, bold: bool| match bold {
        true => Piece::Bold(text.to_owned()),
        false => Piece::Plain(text.to_owned()),
    };
    while !rest.is_empty() {
        let marks = ["**", "\\\\", "<<"];
        let next = marks.iter().filter_map(|mark| Some((rest.find(mark)?, *mark))).min();
        let Some((at, mark)) = next else {
            out.push(word(rest, bold));
            break;
        };
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if !before.is_empty() {
            out.push(word(before, bold));
        }
        rest = after.strip_prefix(mark).unwrap_or_default();
        match mark {
            "**" => bold = !bold,
            "<<" => {
                let (inside, behind) = rest.split_once(">>").unwrap_or((rest, ""));
                let own = || format!("{{{{customer.{inside}}}}}");
                let (tag, before) =
                    inside.split_once('=').map_or_else(|| (inside, own()), |(tag, text)| (tag, text.to_owned()));
                out.push(Piece::Field(tag.to_owned(), before));
                rest = behind;
            }
            _ => out.push(Piece::Break),
        }
    }
    out
}
