//! A file as its subject sees it: rows whose cells are the values of fields.

use super::columns::{Names, REASON, fold};
use super::map::Map;
use super::own::Marks;
use super::source::Found;
use super::subject::{Subject, Target, is_number};
use super::values::{Wrong, literal, plain, ungrouped};
use crate::commands::sheets;
use crate::error::{Error, Place, Result};
use crate::formats::table::{Fault, Merged, Row};
use crate::formats::typed::{DayOrder, Written, written};
use crate::formats::xlsx::{cell_name, column_name};
use crate::lang::{counted, tr};
use crate::model::Date;
use crate::model::field::Shape;
use crate::tr;

/// A field that the file or the map fills.
#[derive(Debug)]
pub struct Use {
    /// Which.
    pub target: Target,
    /// What messages call it: the column, or the field where only the map speaks of it.
    pub name: String,
    columns: Vec<usize>,
    order: Option<DayOrder>,
}

impl Use {
    /// Whether a column of the file fills it.
    pub fn is_column(&self) -> bool {
        self.column().is_some()
    }

    /// The first column of the file that fills it.
    pub fn column(&self) -> Option<usize> {
        self.columns.first().copied()
    }
}

/// A file, its columns given to fields.
pub struct Sheet<'t> {
    /// What the rows are.
    pub subject: Subject,
    /// What the file is called.
    pub file: String,
    /// The names of the columns as they stand there.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Row<'t>>,
    /// The fields that are filled.
    pub uses: Vec<Use>,
    /// What people should know about how the file was read.
    pub remarks: Vec<String>,
    /// The column that names why a row was rejected the last time.
    pub reason: Option<usize>,
    /// Whether places are told as cells of a sheet.
    pub cells: bool,
    /// Where the hidden columns stand by which kehu knows its own rows again.
    pub marks: Option<Marks>,
    /// Whether its rows are people, of whom several may be of one company.
    pub people: bool,
    /// How many rows kehu wrote there, where the file tells.
    pub written: Option<usize>,
    map: Map,
    /// The day of the import.
    pub today: Date,
}

/// What a row says: for each field of [`Sheet::uses`] that it fills, its place there and the literal.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Place among the fields, literal.
    pub values: Vec<(usize, String)>,
    /// What is wrong with the row.
    pub wrong: Vec<Wrong>,
}

impl<'t> Sheet<'t> {
    /// Gives the columns of a table to fields.
    pub fn new(subject: Subject, found: Found<'t>, map: Map, names: &Names, today: Date) -> Self {
        let Found { file, table, cells, people, written } = found;
        let header: Vec<String> = table.header.cells.iter().map(|name| plain(name).to_owned()).collect();
        let reason = header.len().checked_sub(1).filter(|last| {
            header.get(*last).is_some_and(|name| REASON.contains(&fold(name).as_str()) && !map.knows(name))
        });
        let mapped: Vec<Option<Option<Target>>> = header.iter().map(|name| map.target(name)).collect();
        let marks = marks(&header);
        let hidden = |at: usize| marks.is_some_and(|marks| [marks.id, marks.record, marks.digest].contains(&at));
        let taken: Vec<bool> = mapped
            .iter()
            .enumerate()
            .map(|(at, target)| target.is_some() || Some(at) == reason || hidden(at))
            .collect();
        let known = names.columns(&header, &taken);
        let ranked = mapped.into_iter().zip(known).map(|(map, own)| match map {
            Some(map) => map.map(|target| (0, target)),
            None => own,
        });
        let ranked: Vec<Option<(usize, Target)>> = ranked.collect();
        let mut uses: Vec<Use> = Vec::new();
        let mut in_order: Vec<_> =
            ranked.iter().enumerate().filter_map(|(column, found)| Some((column, found.as_ref()?))).collect();
        in_order.sort_by_key(|(_, (rank, _))| *rank);
        for (column, (_, target)) in in_order {
            match uses.iter_mut().find(|other| other.target.path == target.path) {
                Some(other) => other.columns.push(column),
                None => {
                    let name = header.get(column).cloned().unwrap_or_default();
                    uses.push(Use { target: target.clone(), name, columns: vec![column], order: None });
                }
            }
        }
        for target in map.defaulted() {
            if uses.iter().all(|other| other.target.path != target.path) {
                let name = target.path.clone();
                uses.push(Use { target: target.clone(), name, columns: Vec::new(), order: None });
            }
        }
        let mut sheet = Self {
            subject,
            file,
            header,
            rows: table.rows,
            uses,
            remarks: table.remarks,
            reason,
            cells,
            marks,
            people,
            written,
            map,
            today,
        };
        sheet.above(table.header.line);
        sheet.nameless(&table.header);
        sheet.headers_again(names);
        sheet.spread(&table.merged);
        sheet.hidden(&table.hidden);
        sheet.unused(&ranked, &taken, names);
        sheet.orders();
        sheet
    }

    fn above(&mut self, line: usize) {
        if line > 1 {
            self.remarks.push(tr!(
                "the header stands on line {line}; what is above it is left out",
                "表头在第 {line} 行，其上内容略过"
            ));
        }
    }

    /// Tells which columns are left out because their name cannot be read.
    fn nameless(&mut self, header: &Row<'_>) {
        for fault in &header.faults {
            let (place, what) = (self.at(header.line, Some(fault.column)), &fault.what);
            self.remarks.push(tr!("{place}: {what}; the column is left out", "{place}：{what}；该列略过"));
        }
    }

    /// Gives what stands in cells that were made one over several rows to each of these, where it says whose they all are. A sum
    /// stays with the first row: it is not paid twice. Rows that kehu wrote had values of their own there: what became of these is
    /// not guessed.
    fn spread(&mut self, merged: &[Merged]) {
        for Merged { column, from, to } in merged.iter().copied() {
            let Some(found) = self.uses.iter().find(|found| found.columns.contains(&column)) else { continue };
            let spans = self.subject.spans(&found.target.path);
            let id = self.marks.map(|marks| marks.id);
            let is_marked = |row: &Row<'_>| id.and_then(|id| row.cells.get(id)).is_some_and(|id| !plain(id).is_empty());
            let first = self.rows.partition_point(|row| row.line < from);
            let behind = self.rows.partition_point(|row| row.line <= to);
            let Some(rows) = self.rows.get_mut(first..behind) else { continue };
            let Some(value) = rows.first().and_then(|row| row.cells.get(column)).cloned() else { continue };
            for row in rows.iter_mut().skip(1) {
                if is_marked(row) {
                    row.faults.push(merged_with_above(column));
                } else if let Some(cell) = row.cells.get_mut(column).filter(|_| spans) {
                    cell.clone_from(&value);
                }
            }
        }
    }

    /// Tells of hidden columns, unless kehu hid them itself.
    fn hidden(&mut self, columns: &[usize]) {
        if self.marks.is_none() && !columns.is_empty() {
            let columns = listed(&columns.iter().map(|column| column_name(*column)).collect::<Vec<_>>());
            self.remarks.push(tr!("hidden columns are read too: {columns}", "隐藏的列也一并读取：{columns}"));
        }
    }

    /// Where a row, or a cell of it, stands.
    pub fn at(&self, line: usize, column: Option<usize>) -> Place {
        match (self.cells, column) {
            (false, _) => Place { file: self.file.clone(), line, column: 0 },
            (true, None) => Place::file(format!("{}!{line}", self.file)),
            (true, Some(column)) => Place::file(format!("{}!{}", self.file, cell_name(column, line))),
        }
    }

    /// Takes out rows that only name the columns once more, as files have that were put together of several.
    fn headers_again(&mut self, names: &Names) {
        let mut lines = Vec::new();
        let header = &self.header;
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let again = |row: &Row<'_>| {
            let same = |(cell, name): (&std::borrow::Cow<'_, str>, &String)| {
                cell.trim().is_empty() || fold(cell) == *name || (names.know(cell) && names.know(name))
            };
            let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            filled >= 2.min(folded.len()) && row.cells.len() == folded.len() && row.cells.iter().zip(&folded).all(same)
        };
        self.rows.retain(|row| {
            let again = again(row);
            lines.extend(again.then_some(row.line));
            !again
        });
        if !lines.is_empty() {
            let lines = listed(&lines.iter().map(ToString::to_string).collect::<Vec<_>>());
            self.remarks
                .push(tr!("the header stands again on line {lines}; left out", "第 {lines} 行是重复的表头，略过"));
        }
    }

    /// Tells which columns fill nothing.
    fn unused<T>(&mut self, filled: &[Option<T>], taken: &[bool], names: &Names) {
        let columns = self.header.iter().zip(filled).zip(taken);
        let unused = columns.filter(|((name, target), taken)| target.is_none() && !**taken && !name.is_empty());
        let (credit, unknown): (Vec<_>, Vec<_>) =
            unused.map(|((name, _), _)| name.clone()).partition(|name| names.is_credit(name));
        if !unknown.is_empty() && self.marks.is_some() {
            let columns = quoted(&unknown);
            self.remarks.push(tr!(
                "left out, because kehu works it out itself or does not know it: {columns}",
                "由 kehu 计算或未识别、不导入的列：{columns}"
            ));
        } else if !unknown.is_empty() {
            let columns = quoted(&unknown);
            self.remarks.push(tr!(
                "not imported, because kehu does not know the column: {columns}; --map FILE can say what it is",
                "未识别、没有导入的列：{columns}；可用 --map 文件 说明其含义"
            ));
        }
        if !credit.is_empty() {
            let columns = quoted(&credit);
            self.remarks.push(tr!(
                "not imported: {columns}; credit is granted by request, never by a list",
                "没有导入：{columns}；授信须经审批，不能由名单导入"
            ));
        }
        for (name, place) in self.map.missing(&self.header) {
            self.remarks.push(tr!("{place}: the file has no column \"{name}\"", "{place}：文件中没有列“{name}”"));
        }
    }

    /// Finds out of each column of days whether the day or the month stands first.
    fn orders(&mut self) {
        for at in 0..self.uses.len() {
            let Some(found) = self.uses.get(at).filter(|found| *found.target.field.shape == Shape::Date) else {
                continue;
            };
            let mut either = Vec::new();
            for row in &self.rows {
                if let Some(Written::Either { day_first, month_first }) = written(&self.cell(found, row)) {
                    either.push((day_first.is_some(), month_first.is_some()));
                }
            }
            let days = either.iter().all(|(day_first, _)| *day_first);
            let months = either.iter().all(|(_, month_first)| *month_first);
            let order = self.map.date_order.or(match (days, months) {
                _ if either.is_empty() => None,
                (true, false) => Some(DayOrder::DayFirst),
                (false, true) => Some(DayOrder::MonthFirst),
                _ => None,
            });
            let name = found.name.clone();
            if !either.is_empty() && self.map.date_order.is_none() {
                match order {
                    Some(DayOrder::DayFirst) => self.remarks.push(tr!(
                        "{name}: read as day/month/year, as all its rows allow",
                        "{name}：按 日/月/年 读取（全列都符合）"
                    )),
                    Some(DayOrder::MonthFirst) => self.remarks.push(tr!(
                        "{name}: read as month/day/year, as all its rows allow",
                        "{name}：按 月/日/年 读取（全列都符合）"
                    )),
                    None => {}
                }
            }
            if let Some(found) = self.uses.get_mut(at) {
                found.order = order;
            }
        }
    }

    /// What a row says of a field, defaults and values of the map put in; empty where it says nothing.
    fn cell(&self, found: &Use, row: &Row<'_>) -> String {
        let cells = found.columns.iter().filter_map(|column| row.cells.get(*column));
        let cells: Vec<&str> =
            cells.map(|cell| self.map.value(&found.target.path, plain(cell))).filter(|cell| !cell.is_empty()).collect();
        let between = if found.target.path == "contact.name" { " " } else { ", " };
        match cells.as_slice() {
            [] => self.map.fallback(&found.target.path).map(plain).unwrap_or_default().to_owned(),
            cells => cells.join(between),
        }
    }

    /// Everything that a row says.
    pub fn said(&self, row: &Row<'_>) -> Said {
        let wrong = Vec::from_iter(self.ragged(row));
        let ragged = !wrong.is_empty();
        let mut said = Said { values: Vec::with_capacity(self.uses.len()), wrong };
        for (at, found) in self.uses.iter().enumerate() {
            if let Some(wrong) = unreadable(found, row) {
                said.wrong.push(wrong);
                continue;
            }
            let cell = self.cell(found, row);
            if cell.is_empty() {
                continue;
            }
            match self.literal(found, &cell) {
                Ok(literal) => said.values.push((at, literal)),
                // the cells of a ragged row may stand in the wrong columns
                Err(_) if ragged => {}
                Err(wrong) => said.wrong.push(Wrong { column: found.columns.first().copied(), ..wrong }),
            }
        }
        said
    }

    /// What is wrong with the cells of a row themselves, if anything.
    pub fn unreadable_cell(&self, row: &Row<'_>) -> Option<Wrong> {
        self.uses.iter().find_map(|found| unreadable(found, row))
    }

    /// The literal that a cell gives its field.
    ///
    /// # Errors
    /// The value does not fit; what is expected.
    pub fn literal(&self, found: &Use, cell: &str) -> std::result::Result<String, Wrong> {
        let parted = self.map.thousands.filter(|_| is_number(found.target.field));
        let ungrouped = parted.and_then(|separator| ungrouped(cell, separator));
        literal(&found.target, ungrouped.as_deref().unwrap_or(cell), &found.name, found.order, self.today)
    }

    /// What stands in the cells of a field themselves, whatever the map says where they are empty.
    pub fn typed(&self, found: &Use, row: &Row<'_>) -> String {
        if self.has_cell(found, row) { self.cell(found, row) } else { String::new() }
    }

    fn has_cell(&self, found: &Use, row: &Row<'_>) -> bool {
        found.columns.iter().filter_map(|column| row.cells.get(*column)).any(|cell| !plain(cell).is_empty())
    }

    /// Whether one of these rows itself says something of a field, and not the map for all of them.
    pub fn is_own(&self, at: usize, rows: &[usize]) -> bool {
        let Some(found) = self.uses.get(at) else { return false };
        rows.iter().filter_map(|row| self.rows.get(*row)).any(|row| self.has_cell(found, row))
    }

    /// Id, record and digest of a row that kehu wrote itself.
    pub fn marks_of<'r>(&self, row: &'r Row<'_>) -> Option<(&'r str, &'r str, &'r str)> {
        let marks = self.marks?;
        // a mark that cannot be read is that of no card: the row is not taken for a new one
        let is_lost = |column: usize| row.faults.iter().any(|fault| fault.column == column);
        let cell = |column: usize| match row.cells.get(column) {
            _ if is_lost(column) => "?",
            cell => cell.map_or("", |cell| plain(cell)),
        };
        Some((cell(marks.id), cell(marks.record), cell(marks.digest))).filter(|(id, ..)| !id.is_empty())
    }

    /// How many rows that kehu wrote are not there any more.
    pub fn taken_out(&self) -> usize {
        let there = self.rows.iter().filter(|row| self.marks_of(row).is_some()).count();
        self.written.map_or(0, |written| written.saturating_sub(there))
    }

    /// Whether kehu wrote a row itself.
    pub fn is_marked(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|row| self.marks_of(row).is_some())
    }

    fn ragged(&self, row: &Row<'_>) -> Option<Wrong> {
        let (wanted, found) = (self.header.len(), row.cells.len());
        let surplus = row.cells.get(wanted..).unwrap_or_default();
        if found >= wanted && surplus.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let what = tr!(
            "the row has {}, the header has {wanted}",
            "此行有 {} 个字段，表头有 {wanted} 个",
            match crate::lang::lang() {
                crate::lang::Lang::En => counted(found, "field", "fields"),
                crate::lang::Lang::Zh => found.to_string(),
            }
        );
        Some(
            Wrong::new(what)
                .next(tr("a cell that holds the delimiter stands in double quotes", "内容含分隔符的单元格要加双引号")),
        )
    }

    /// The place of a field among those filled.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.uses.iter().position(|found| found.target.path == path)
    }

    /// The target at a place.
    pub fn target(&self, at: usize) -> Option<&Target> {
        self.uses.get(at).map(|found| &found.target)
    }

    /// Refuses a file that cannot fill what every record must have.
    ///
    /// # Errors
    /// None of the columns, nor a default, gives one of these.
    pub fn require(&self, any_of: &[&str]) -> Result<()> {
        if any_of.iter().any(|path| self.place(path).is_some()) {
            return Ok(());
        }
        let path = any_of.first().copied().unwrap_or_default();
        let target = self.subject.target(path)?;
        let label = target.field.label.text();
        let example = match path {
            "currency" => "currency = \"USD\"",
            "country" => "country = \"DE\"",
            _ => "",
        };
        let error = Error::new(tr!("no column gives the {label}", "没有哪一列是{label}")).at(Place::file(&self.file));
        Err(if example.is_empty() {
            error.next(tr!(
                "say which it is in a --map file: [columns] \"…\" = \"{path}\"",
                "请在 --map 文件中指明：[columns] \"…\" = \"{path}\""
            ))
        } else {
            error.next(tr!(
                "add the column, or say it once for all rows in a --map file: [defaults] {example}",
                "请补上该列；各行相同则写入 --map 文件：[defaults] {example}"
            ))
        })
    }
}

impl Said {
    /// The literal of a field.
    pub fn get(&self, sheet: &Sheet<'_>, path: &str) -> Option<&str> {
        let at = sheet.place(path)?;
        self.values.iter().find(|(place, _)| *place == at).map(|(_, literal)| literal.as_str())
    }

    /// As one sentence and one next step, if anything is wrong.
    pub fn fault(&self) -> Option<Wrong> {
        let first = self.wrong.first()?;
        let what: Vec<&str> = self.wrong.iter().map(|wrong| wrong.what.as_str()).collect();
        let next = self.wrong.iter().find_map(|wrong| wrong.next.clone());
        let next = next.unwrap_or_else(|| tr("correct the row and import it again", "请改正该行后重新导入").to_owned());
        Some(if what.len() == 1 {
            Wrong { what: first.what.clone(), next: Some(next), column: first.column }
        } else {
            Wrong { what: what.join(tr("; ", "；")), next: Some(next), column: first.column }
        })
    }
}

fn merged_with_above(column: usize) -> Fault {
    let what = tr("the cell is merged with the one above it", "单元格已与上方单元格合并").to_owned();
    let next = tr("unmerge the cells in Excel and fill in each", "请在 Excel 中取消合并，逐格填写").to_owned();
    Fault { column, what, next }
}

/// What is wrong with the cells of a field themselves.
fn unreadable(found: &Use, row: &Row<'_>) -> Option<Wrong> {
    let fault = row.faults.iter().find(|fault| found.columns.contains(&fault.column))?;
    let (name, what) = (&found.name, &fault.what);
    let wrong = Wrong::new(tr!("{name}: {what}", "{name}：{what}")).next(&fault.next);
    Some(Wrong { column: Some(fault.column), ..wrong })
}

/// The hidden columns, where all of them are there.
fn marks(header: &[String]) -> Option<Marks> {
    let column = |name: &str| header.iter().position(|own| own == name);
    Some(Marks { id: column(sheets::ID)?, record: column(sheets::RECORD)?, digest: column(sheets::DIGEST)? })
}

/// Some names, the rest counted.
pub fn listed(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(tr(", ", "、"));
    match names.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => tr!("{shown} and {more} more", "{shown} 等另外 {more} 个"),
        None => shown,
    }
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| tr!("\"{name}\"", "“{name}”")).collect();
    quoted.join(tr(", ", "、"))
}
