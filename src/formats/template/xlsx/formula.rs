//! References in formulas: found, and written anew for rows that have moved.

use std::collections::BTreeMap;

use super::rows::Rows;
use crate::formats::spreadsheet::{letters, number};

/// One end of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The column as it is written, with its `$`; nothing in a reference to whole rows.
    pub column: String,
    /// Whether the row has a `$`.
    pub fixed: bool,
    /// The row, from 1.
    pub row: u32,
}

/// A reference to a cell or to several.
#[derive(Clone, Debug)]
pub struct Reference<'f> {
    /// The sheet, where it is named.
    pub sheet: Option<&'f str>,
    /// The cell, or the first of several.
    pub from: End,
    /// The last of several.
    pub to: Option<End>,
    /// Whether it is all that a function that adds up or counts is given.
    pub summed: bool,
}

/// Functions that make one of many: a cell that repeats becomes all of its copies in them.
const SUMS: &[&str] =
    &["SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "PRODUCT", "SUBTOTAL", "SUMPRODUCT", "MEDIAN"];

impl End {
    /// Reads `$A$1`, `A1`.
    pub fn cell(text: &str) -> Option<Self> {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (head, row) = text.split_at_checked(digits)?;
        let column = head.strip_suffix('$').unwrap_or(head);
        let letters = column.strip_prefix('$').unwrap_or(column);
        let fits = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        let row = Self::row(row)?;
        fits.then(|| Self { column: column.to_owned(), fixed: head.len() > column.len(), row })
    }

    /// Reads `5`, `$5`, of whole rows.
    fn rows(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('$').unwrap_or(text);
        Some(Self { column: String::new(), fixed: digits.len() < text.len(), row: Self::row(digits)? })
    }

    fn row(text: &str) -> Option<u32> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse().ok().filter(|row| plain && (1..=super::rows::LAST).contains(row))
    }

    /// As it is written, of another row.
    pub fn at(&self, row: u32) -> String {
        format!("{}{}{row}", self.column, if self.fixed { "$" } else { "" })
    }
}

/// A formula with each of its references written anew.
pub fn rewrite(formula: &str, write: &mut dyn FnMut(&Reference<'_>) -> String) -> String {
    let mut out = String::with_capacity(formula.len());
    let mut functions: Vec<String> = Vec::new();
    let (mut rest, mut sheet, mut foreign): (&str, Option<String>, bool) = (formula, None, false);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' => quoted(rest, '"'),
            '\'' => quoted(rest, '\''),
            '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
            '#' => {
                1 + rest
                    .chars()
                    .skip(1)
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!' | '?'))
                    .count()
            }
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = behind;
        if behind.starts_with('!') && (c == '\'' || is_word(c)) {
            // a sheet's name, or that of another file
            let name = token.trim_matches('\'').replace("''", "'");
            foreign |= name.contains('[');
            sheet = Some(name);
            out.push_str(token);
            out.push('!');
            rest = behind.get(1..).unwrap_or_default();
            continue;
        }
        match c {
            '[' => foreign = true,
            '(' => functions.push(String::new()),
            ')' => drop(functions.pop()),
            _ => {}
        }
        if is_word(c) && behind.starts_with('(') {
            out.push_str(token);
            out.push('(');
            functions.push(token.to_ascii_uppercase());
            rest = behind.get(1..).unwrap_or_default();
            continue;
        }
        let found = if is_word(c) && !foreign { reference(token, behind) } else { None };
        if let Some((from, to, used)) = found {
            let before = out.trim_end().chars().next_back();
            rest = behind.get(used..).unwrap_or_default();
            let after = rest.trim_start().chars().next();
            let alone = matches!(before, Some('(' | ',')) && matches!(after, Some(')' | ','));
            let sums = functions.last().is_some_and(|name| SUMS.contains(&name.as_str()));
            let told = Reference { sheet: sheet.as_deref(), from, to, summed: alone && sums };
            out.push_str(&write(&told));
        } else {
            out.push_str(token);
        }
        if c != '[' {
            (sheet, foreign) = (None, foreign && is_word(c) && behind.starts_with('!'));
        }
    }
    out
}

/// Letters, digits and what else names and references are made of.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '_' | '.' | '\\')
}

fn quoted(text: &str, mark: char) -> usize {
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == mark {
            match chars.peek() {
                Some((_, next)) if *next == mark => drop(chars.next()),
                _ => return at + 1,
            }
        }
    }
    text.len()
}

/// A reference at the beginning of what follows, and how much of what is behind the first word belongs to it.
fn reference(token: &str, behind: &str) -> Option<(End, Option<End>, usize)> {
    let second = behind
        .strip_prefix(':')
        .map(|rest| rest.get(..rest.find(|c| !is_word(c)).unwrap_or(rest.len())).unwrap_or(rest));
    let used = |second: &str| second.len() + 1;
    match (End::cell(token), second) {
        (Some(from), Some(second)) => match End::cell(second) {
            Some(to) => Some((from, Some(to), used(second))),
            None => Some((from, None, 0)),
        },
        (Some(from), None) => Some((from, None, 0)),
        (None, Some(second)) => Some((End::rows(token)?, Some(End::rows(second)?), used(second))),
        (None, None) => None,
    }
}

/// The rows of all sheets, by name.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    rows: BTreeMap<String, Rows>,
}

/// The copy of a row in which a formula stands.
#[derive(Clone, Copy, Debug)]
pub struct Copy {
    /// The row of the template.
    pub row: u32,
    /// Which copy, from 0.
    pub number: u32,
}

impl Sheets {
    /// With a sheet.
    pub fn insert(&mut self, name: &str, rows: Rows) {
        self.rows.insert(name.to_lowercase(), rows);
    }

    /// Whether every row of every sheet stands where it stood.
    pub fn is_same(&self) -> bool {
        self.rows.values().all(Rows::is_same)
    }

    /// A formula of a sheet in which rows have moved; `own` is the sheet on which it stands. What refers to its own row
    /// refers to the same copy, one row above it to the copy before; `$` keeps to the first or last copy. A range grows
    /// with what repeats in it; what has gone counts for nothing.
    pub fn moved(&self, formula: &str, own: Option<&str>, copy: Option<Copy>) -> String {
        rewrite(formula, &mut |reference| {
            let named = reference.sheet.or(own).map(str::to_lowercase);
            let rows = named.as_deref().and_then(|name| self.rows.get(name));
            let same =
                reference.sheet.is_none() || reference.sheet.map(str::to_lowercase) == own.map(str::to_lowercase);
            let Some(rows) = rows else { return as_it_is(reference) };
            placed(reference, rows, copy.filter(|_| same))
        })
    }
}

fn as_it_is(reference: &Reference<'_>) -> String {
    let from = reference.from.at(reference.from.row);
    match &reference.to {
        Some(to) => format!("{from}:{}", to.at(to.row)),
        None => from,
    }
}

/// What stands for something that has gone: nothing, in a sum.
const GONE: &str = "0";

fn placed(reference: &Reference<'_>, rows: &Rows, copy: Option<Copy>) -> String {
    let from = &reference.from;
    // relative to the row in which the formula stands
    let own = |end: &End| {
        let copy = copy.filter(|_| !end.fixed)?;
        let here = rows.first(copy.row) + copy.number;
        match end.row {
            row if row == copy.row => Some(here),
            row if row + 1 == copy.row && copy.number > 0 => Some(here.saturating_sub(1)),
            _ => None,
        }
    };
    match &reference.to {
        Some(to) => {
            let Some((first, last)) = rows.range(from.row.min(to.row), from.row.max(to.row)) else {
                return gone(reference);
            };
            let (start, end) = if from.row <= to.row { (first, last) } else { (last, first) };
            format!("{}:{}", from.at(own(from).unwrap_or(start)), to.at(own(to).unwrap_or(end)))
        }
        None => match own(from) {
            Some(row) => from.at(row),
            None if rows.times(from.row) == 0 => gone(reference),
            None if rows.times(from.row) > 1 && reference.summed => {
                format!("{}:{}", from.at(rows.first(from.row)), from.at(rows.last(from.row)))
            }
            None => from.at(rows.first(from.row)),
        },
    }
}

/// Behind a sheet's name nothing but a reference can stand.
fn gone(reference: &Reference<'_>) -> String {
    if reference.sheet.is_some() { "#REF!".to_owned() } else { GONE.to_owned() }
}

/// A formula as Excel copies it so many rows down and columns to the right.
pub fn copied(formula: &str, down: i64, right: i64) -> String {
    let end = |end: &End| {
        let row = if end.fixed { end.row } else { shifted(end.row, down) };
        let column = match end.column.strip_prefix('$') {
            Some(_) => end.column.clone(),
            None if end.column.is_empty() => String::new(),
            None => letters(shifted(number(&end.column), right)),
        };
        End { column, ..end.clone() }.at(row)
    };
    rewrite(formula, &mut |reference| match &reference.to {
        Some(to) => format!("{}:{}", end(&reference.from), end(to)),
        None => end(&reference.from),
    })
}

fn shifted(number: u32, by: i64) -> u32 {
    u32::try_from(i64::from(number) + by).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets() -> Sheets {
        let (mut one, mut other) = (Rows::default(), Rows::default());
        one.set(5, 3);
        one.set(8, 0);
        other.set(2, 0);
        let mut sheets = Sheets::default();
        sheets.insert("Sheet1", one);
        sheets.insert("单 价", other);
        sheets
    }

    #[test]
    fn what_points_to_rows_follows_them() {
        for (formula, want) in [
            ("SUM(F5:F5)", "SUM(F5:F7)"),
            ("SUM(F5)", "SUM(F5:F7)"),
            ("ROUND(F5,2)", "ROUND(F5,2)"),
            ("SUM(F4:F6)+A10", "SUM(F4:F8)+A11"),
            ("SUM(F7:F9)", "SUM(F9:F10)"),
            ("F8+1", "0+1"),
            ("SUM(F8:F8)", "SUM(0)"),
            ("$F$6*F$9", "$F$8*F$10"),
            ("A:A+6:7", "A:A+8:9"),
            ("SUM($6:$9)", "SUM($8:$10)"),
            ("SUM(F:F)", "SUM(F:F)"),
            ("\"F6\"&F6", "\"F6\"&F8"),
            ("\"a\"\"F6\"&F6", "\"a\"\"F6\"&F8"),
            ("LOG10(F6)", "LOG10(F8)"),
            ("Sheet1!F6+'单 价'!B3+'单 价'!B2", "Sheet1!F8+'单 价'!B2+'单 价'!#REF!"),
            ("sheet1!F6", "sheet1!F8"),
            ("Other!F6+[1]Sheet1!F6+'[b.xlsx]Sheet1'!F6", "Other!F6+[1]Sheet1!F6+'[b.xlsx]Sheet1'!F6"),
            ("Table1[[#This Row],[F6]]+F6", "Table1[[#This Row],[F6]]+F8"),
            ("IF(F6=#REF!,TRUE,F6_x)", "IF(F8=#REF!,TRUE,F6_x)"),
            ("SUM(F$5:F5)", "SUM(F$5:F7)"),
            ("1E5+F6", "1E5+F8"),
            ("ABCD6+F1048577", "ABCD6+F1048577"),
        ] {
            assert_eq!(sheets().moved(formula, Some("Sheet1"), None), want, "{formula}");
        }
    }

    #[test]
    fn a_row_that_repeats_keeps_to_itself() {
        for (formula, first, third) in [
            ("D5*E5", "D5*E5", "D7*E7"),
            ("D5*$B$1", "D5*$B$1", "D7*$B$1"),
            ("D5*B1", "D5*B1", "D7*B1"),
            ("G4+F5", "G4+F5", "G6+F7"),
            ("SUM(F$5:F5)", "SUM(F$5:F5)", "SUM(F$5:F7)"),
            ("F5/SUM(F$5:F$5)", "F5/SUM(F$5:F$7)", "F7/SUM(F$5:F$7)"),
            ("SUM(A5:C5)", "SUM(A5:C5)", "SUM(A7:C7)"),
            ("F5*F9", "F5*F10", "F7*F10"),
        ] {
            for (number, want) in [(0, first), (2, third)] {
                let copy = Some(Copy { row: 5, number });
                assert_eq!(sheets().moved(formula, Some("Sheet1"), copy), want, "{formula} {number}");
            }
        }
    }

    #[test]
    fn a_shared_formula_is_copied_as_excel_does() {
        for (formula, want) in
            [("A1+$B2+C$3+$D$4", "C4+$B5+E$3+$D$4"), ("SUM(Z1:AA2)", "SUM(AB4:AC5)"), ("SUM(5:6)", "SUM(8:9)")]
        {
            assert_eq!(copied(formula, 3, 2), want);
        }
    }
}
