//! How high a row is once it is filled.
//!
//! A height that the template fixes is the least of it: the row grows where a text that was filled in needs more, for words
//! that nobody can see are worth less than an even page. Whoever wants a row to stay as it is lets its cells not wrap. A
//! height that Excel found out by itself says nothing once other texts stand there.

use std::collections::BTreeMap;

use super::book::Book;
use super::column_of;
use super::shift::ends;
use super::styles::thousandths;
use crate::formats::spreadsheet::height::height;
use crate::formats::spreadsheet::number;
use crate::formats::template::runs::text;
use crate::formats::template::xml::Element;

/// How wide a column is where nothing is said, in thousandths of a digit.
const WIDTH: u32 = 9140;
/// The same of a row's height, in points.
const HEIGHT: u32 = 15;
/// The highest row that there is, in points.
const HIGHEST: u32 = 409;

/// What decides the heights of a sheet's rows.
pub struct Heights<'a> {
    book: &'a Book,
    /// First and last column, width.
    columns: Vec<(u32, u32, u32)>,
    width: u32,
    height: u32,
    /// Of a cell that is merged with others of its row the last column; 0 where other rows are part of it.
    merged: BTreeMap<(u32, u32), u32>,
}

impl<'a> Heights<'a> {
    /// Of a sheet of the template.
    pub fn of(root: &Element, book: &'a Book) -> Self {
        let said = |element: Option<&Element>, name: &str| element.and_then(|one| thousandths(&one.attribute(name)?));
        let format = root.child("sheetFormatPr");
        let columns = root.child("cols").into_iter().flat_map(Element::elements).filter_map(|column| {
            let at = |name: &str| column.attribute(name)?.parse().ok();
            Some((at("min")?, at("max")?, said(Some(column), "width")?))
        });
        let merges = root.child("mergeCells").into_iter().flat_map(Element::elements);
        let merged = merges.filter_map(|merge| ends(&merge.attribute("ref")?)).map(|(from, to)| {
            let last = if from.row == to.row { number(&to.column) } else { 0 };
            ((from.row, number(&from.column)), last)
        });
        Self {
            book,
            columns: columns.collect(),
            width: said(format, "defaultColWidth").unwrap_or(WIDTH),
            height: said(format, "defaultRowHeight").map_or(HEIGHT, |height| height / 1000),
            merged: merged.collect(),
        }
    }

    /// Makes a filled row as high as its texts need; `at` is its number in the template.
    pub fn fit(&self, row: &mut Element, at: u32) {
        let fixed = row.attribute("customHeight").is_some_and(|says| says == "1" || says == "true");
        let (mut need, mut wraps, mut over) = (0, false, false);
        let mut column = 0;
        for cell in row.elements() {
            column = column_of(cell, column);
            let Some(runs) = self.book.typed_text(cell) else { continue };
            let style = self.book.style(cell);
            let last = self.merged.get(&(at, column)).copied();
            if last == Some(0) {
                continue;
            }
            let width = if style.wraps { self.across(column, last.unwrap_or(column)) } else { u32::MAX };
            let said = text(&runs, cell.prefix());
            let said = if style.wraps { said.as_str() } else { said.lines().next().unwrap_or_default() };
            if said.is_empty() || (fixed && !style.wraps) {
                continue;
            }
            need = need.max(height(said, width, style.set));
            wraps |= style.wraps;
            over |= last.is_some();
        }
        if !wraps {
            return;
        }
        let least = if fixed {
            row.attribute("ht").and_then(|ht| thousandths(&ht)).unwrap_or(0).div_ceil(1000)
        } else {
            self.height
        };
        if fixed && need <= least {
            return;
        }
        row.set_attribute("ht", &need.max(least).min(HIGHEST).to_string());
        if over {
            // Excel would find out another height, and it does not see merged cells
            row.set_attribute("customHeight", "1");
        }
    }

    /// The width of the columns from one to another.
    fn across(&self, from: u32, to: u32) -> u32 {
        let of = |at: u32| self.columns.iter().find(|(min, max, _)| (*min..=*max).contains(&at));
        (from..=to).map(|at| of(at).map_or(self.width, |(.., width)| *width)).fold(0, u32::saturating_add)
    }
}
