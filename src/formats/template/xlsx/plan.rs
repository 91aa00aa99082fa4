//! Which rows of a sheet stand in the paper, and how often.

use super::book::{Book, Sheet};
use super::numbered;
use super::rows::{LAST, Rows};
use crate::error::{Error, Place, Result};
use crate::formats::template::mark::{Mark, What, marks, may_hold};
use crate::formats::template::runs::text;
use crate::formats::template::xml::{self, Element};
use crate::formats::template::{Names, Values, holds};
use crate::lang::tr;
use crate::tr;

/// A row of the template in the paper.
#[derive(Debug)]
pub struct Planned {
    /// Its place among the children of the sheet's data.
    pub at: usize,
    /// Its number.
    pub row: u32,
    /// The entry of a list that each copy is filled with.
    pub entries: Vec<Option<usize>>,
    /// Whether each block around it is kept.
    pub open: Vec<bool>,
}

/// The rows of a sheet in the paper.
#[derive(Debug)]
pub struct Plan {
    /// Each row of the template that holds anything.
    pub planned: Vec<Planned>,
    /// Where rows come to stand.
    pub rows: Rows,
}

impl Plan {
    /// Of a sheet.
    pub fn of(sheet: &Sheet, book: &Book, values: &dyn Values, names: &dyn Names) -> Self {
        let mut plan = Self { planned: Vec::new(), rows: Rows::default() };
        let data = xml::root(&sheet.nodes).and_then(|root| root.child("sheetData"));
        let (mut open, mut last): (Vec<bool>, u32) = (Vec::new(), 0);
        for (at, row, element) in data.map(numbered).unwrap_or_default() {
            if !open.iter().all(|kept| *kept) {
                // rows that hold nothing are not written down; in a block that goes they go too
                (last + 1..row).for_each(|between| plan.rows.set(between, 0));
            }
            last = row;
            let before = open.clone();
            let entries = entries(element, book, values, names, &mut open);
            plan.rows.set(row, u32::try_from(entries.len()).unwrap_or(LAST));
            plan.planned.push(Planned { at, row, entries, open: before });
        }
        plan
    }

    /// Whether the rows fit into a sheet.
    ///
    /// # Errors
    /// They do not.
    pub fn fits(&self, sheet: &Sheet, file: &str) -> Result<()> {
        let last = self.planned.iter().map(|planned| planned.row).max().unwrap_or(0);
        if last <= LAST && self.rows.last(last) <= LAST {
            return Ok(());
        }
        let name = &sheet.name;
        Err(Error::new(tr!(
            "the sheet {name} would have more rows than Excel can hold",
            "工作表 {name} 的行数会超过 Excel 上限"
        ))
        .at(Place::file(file))
        .next(tr("repeat fewer rows, or use another kind of template", "请减少重复的行，或改用其他格式的模板")))
    }
}

/// What stands in a row, cell by cell.
enum Piece {
    /// A placeholder.
    Asked(What),
    /// Anything else that people see.
    Said,
}

fn pieces(row: &Element, book: &Book, names: &dyn Names) -> Vec<Piece> {
    let mut all = Vec::new();
    for cell in row.elements() {
        let Some(text) = book.typed_text(cell).map(|runs| text(&runs, cell.prefix())) else {
            let holds = cell.child("v").is_some() || cell.child("f").is_some();
            all.extend(holds.then_some(Piece::Said));
            continue;
        };
        let found = if may_hold(&text) { marks(&text, names).0 } else { Vec::new() };
        let said =
            |range: std::ops::Range<usize>| text.get(range).filter(|text| !text.trim().is_empty()).map(|_| Piece::Said);
        let mut at = 0;
        for Mark { range, what } in found {
            all.extend(said(at..range.start));
            at = range.end;
            all.push(Piece::Asked(what));
        }
        all.extend(said(at..text.len()));
    }
    all
}

/// The entries that a row is filled with: none where it goes, one that is no entry where it stays as it is.
fn entries(
    row: &Element,
    book: &Book,
    values: &dyn Values,
    names: &dyn Names,
    open: &mut Vec<bool>,
) -> Vec<Option<usize>> {
    let pieces = pieces(row, book, names);
    let is_open = |open: &[bool]| open.iter().all(|kept| *kept);
    let list = pieces.iter().find_map(|piece| match piece {
        Piece::Asked(what) => what.list(),
        Piece::Said => None,
    });
    if let Some(list) = list {
        return if is_open(open) { (0..values.rows(list)).map(Some).collect() } else { Vec::new() };
    }
    let (mut seen, mut blocks, mut filled) = (is_open(open), false, false);
    for piece in &pieces {
        match piece {
            Piece::Said | Piece::Asked(What::Value(..)) => filled |= is_open(open),
            Piece::Asked(What::Open { name, none, .. }) => {
                blocks = true;
                open.push(holds(values, name, None) != *none);
            }
            Piece::Asked(What::Close(..)) => {
                blocks = true;
                open.pop();
            }
        }
        seen |= is_open(open);
    }
    let bare = blocks && !filled;
    if bare || !seen { Vec::new() } else { vec![None] }
}
