//! Rows that kehu wrote itself: what was edited in them since changes the record that each of them is, and nothing else.

use std::collections::{BTreeMap, HashMap};

use super::Work;
use super::append::{Appended, append};
use super::change::{Change, label, new_contact};
use super::index::Index;
use super::outcome::{Outcome, Reject};
use super::sheet::{Sheet, Use};
use super::subject::Target;
use super::values::{Wrong, meaning_of, plain};
use crate::commands::sheets::{Columns, Record, Row as Written, shown};
use crate::formats::table::Row;
use crate::formats::toml::{DeTable, Document, Edit, Step};
use crate::lang::{counted, tr};
use crate::model::Country;
use crate::model::name::{search_key, shell_word};
use crate::store::{Book, CardFile, Location, Write};
use crate::tr;
use crate::views::emit::csv_text;

/// How many cells are told that no row changes.
const TOLD: usize = 5;

/// Where the hidden columns stand.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// The customer's id.
    pub id: usize,
    /// Which record of the card.
    pub record: usize,
    /// What it said.
    pub digest: usize,
}

/// A row that kehu wrote.
pub struct Own {
    row: usize,
    line: usize,
    record: Record,
    digest: String,
}

/// A field that the file says differently.
struct Edited<'s> {
    target: &'s Target,
    path: Vec<Step>,
    old: Option<String>,
    /// Literal and meaning; `None` where the cell was emptied.
    new: Option<(String, String)>,
}

/// The rows that kehu wrote, by the place of their customer in the index; the others are new.
pub fn rows(sheet: &Sheet<'_>, index: &Index, rejects: &mut Vec<Reject>) -> BTreeMap<usize, Vec<Own>> {
    let mut of: BTreeMap<usize, Vec<Own>> = BTreeMap::new();
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        let Some((id, record, digest)) = sheet.marks_of(cells) else { continue };
        let reject = |wrong: Wrong| Reject { line: cells.line, rows: vec![row], wrong, held: false };
        let first = *seen.entry((id.to_owned(), record.to_owned())).or_insert(cells.line);
        if first != cells.line {
            rejects.push(reject(
                Wrong::new(tr!(
                    "the row is a copy of row {first}, down to its hidden cells",
                    "此行是第 {first} 行的复制，隐藏列也相同"
                ))
                .next(tr(
                    "if it is new, empty its cells of the columns kehu_id, kehu_record and kehu_digest",
                    "若是新增，请清空此行的 kehu_id、kehu_record、kehu_digest",
                )),
            ));
            continue;
        }
        match (index.with_id(id), Record::parse(record)) {
            (Some(at), Some(record)) => {
                let digest = digest.to_owned();
                of.entry(at).or_default().push(Own { row, line: cells.line, record, digest });
            }
            (None, _) => rejects.push(reject(
                Wrong::new(tr!("no customer of the book has the id {id}", "账套中没有标识为 {id} 的客户"))
                    .next(tr("to make a new one, empty the cell of kehu_id", "若是新增，请清空此行的 kehu_id")),
            )),
            (_, None) => rejects.push(reject(gone())),
        }
    }
    of
}

fn gone() -> Wrong {
    Wrong::new(tr("the record of this row is not on the card any more", "此行对应的记录已不在卡片上"))
        .next(tr("export the table again", "请重新导出"))
}

/// Changes what was edited, and tells what was not.
pub fn apply(work: &Work<'_>, index: &Index, own: BTreeMap<usize, Vec<Own>>, outcome: &mut Outcome) {
    if work.sheet.marks.is_none() {
        return;
    }
    let columns = Columns::of(work.sheet.subject);
    let of: Vec<(usize, Vec<Own>)> = own.into_iter().collect();
    append(work, index, &of, outcome, &|location, own| card(work.sheet, work.book, &columns, location, own));
    if outcome.older > 0 {
        let older = outcome.older;
        let rows = counted(older, "row was not edited, and its card", "rows were not edited, and their cards");
        outcome.remarks.push(tr!(
            "{rows} changed since the export: what the book says stays",
            "有 {older} 行未编辑，而卡片在导出后已改动：以账套为准"
        ));
    }
    let more = outcome.elsewhere.len().saturating_sub(TOLD);
    outcome.elsewhere.truncate(TOLD);
    outcome.remarks.append(&mut outcome.elsewhere);
    if more > 0 {
        outcome.remarks.push(tr!("… and {more} more such cells", "……另有 {more} 个这样的单元格"));
    }
    let missing = work.sheet.taken_out();
    if missing > 0 {
        let rows = counted(missing, "row of the export is", "rows of the export are");
        outcome.remarks.push(tr!(
            "{rows} not in the file any more; the book stays as it is: import deletes no record",
            "导出的行中有 {missing} 行已不在文件中，账套照旧：导入不删除任何记录"
        ));
    }
}

/// What becomes of a card of which some rows were edited.
fn card(sheet: &Sheet<'_>, book: &Book, columns: &Columns, location: &Location, own: &[Own]) -> Appended {
    let mut done = Appended::default();
    let file = match book.read(location) {
        Ok(file) => file,
        Err(error) => {
            let wrong = Wrong::from(error);
            done.rejects = own.iter().map(|own| own.reject(wrong.clone())).collect();
            return done;
        }
    };
    let mut text = file.text.clone();
    {
        let Ok(document) = Document::parse(&file.text) else { return done };
        let all = columns.rows(location, &document.root);
        let mut set: Vec<(Vec<Step>, Option<String>)> = Vec::new();
        for own in own {
            done.elsewhere.extend(own.elsewhere(sheet, columns, location, &all));
            let changes = own.changes(sheet, columns, &document.root, &all, &mut set);
            let edits: Vec<Edit> = match &changes {
                Ok((changes, _)) => changes.iter().map(|change| change.edit.clone()).collect(),
                Err(_) => Vec::new(),
            };
            match changes {
                Err(wrong) => done.rejects.push(own.reject(wrong)),
                Ok((changes, older)) if changes.is_empty() => {
                    done.unchanged += 1;
                    done.older += usize::from(older);
                }
                Ok((changes, _)) => {
                    match book.edited(&CardFile { location: location.clone(), text: text.clone() }, &edits) {
                        Ok(edited) => {
                            text = edited;
                            done.changed += 1;
                            done.changes.extend(changes.into_iter().map(|change| change.told));
                        }
                        Err(error) => done.rejects.push(own.reject(Wrong::from(error))),
                    }
                }
            }
        }
    }
    done.write = (text != file.text).then_some(Write::Over(file, text));
    done
}

impl Own {
    fn reject(&self, wrong: Wrong) -> Reject {
        let again = || tr("correct the row and import it again", "请改正该行后重新导入").to_owned();
        let wrong = Wrong { next: wrong.next.or_else(|| Some(again())), ..wrong };
        Reject { line: self.line, rows: vec![self.row], wrong, held: false }
    }

    /// What was edited in the row; and, where nothing was, whether the card says something else by now. `set` gathers what rows of
    /// the card set, for the lines of an order speak of it together.
    fn changes(
        &self,
        sheet: &Sheet<'_>,
        columns: &Columns,
        card: &DeTable<'_>,
        all: &[Written],
        set: &mut Vec<(Vec<Step>, Option<String>)>,
    ) -> Result<(Vec<Change>, bool), Wrong> {
        let row = sheet.rows.get(self.row).ok_or_else(gone)?;
        let now = all.iter().find(|row| row.record.is(&self.record)).ok_or_else(gone)?;
        if let Some(wrong) = sheet.unreadable_cell(row) {
            return Err(wrong);
        }
        let (values, edited) = self.edited(sheet, columns, row, now);
        if edited.is_empty() {
            return Ok((Vec::new(), false));
        }
        if Written::new(now.record.clone(), values, columns.targets()).digest == self.digest {
            return Ok((Vec::new(), true));
        }
        if now.digest != self.digest {
            let column = edited.first().and_then(|edited| edited.column(sheet));
            return Err(Wrong { column, ..changed_since(&edited) });
        }
        let edited = edited.into_iter().map(|edited| edited.checked(sheet)).collect::<Result<Vec<_>, _>>()?;
        let mut fresh = Vec::new();
        for edited in edited {
            let literal = edited.new.as_ref().map(|(literal, _)| literal.clone());
            match set.iter().find(|(path, _)| *path == edited.path) {
                Some((_, other)) if *other == literal => {}
                Some(_) => return Err(Wrong { column: edited.column(sheet), ..at_odds(edited.target) }),
                None => {
                    set.push((edited.path.clone(), literal));
                    fresh.push(edited);
                }
            }
        }
        Ok((made(card, fresh), false))
    }

    /// What the row says differently of whose it is, and how that is changed: no row moves a customer.
    fn elsewhere(&self, sheet: &Sheet<'_>, columns: &Columns, location: &Location, all: &[Written]) -> Vec<String> {
        let (Some(row), Some(now)) = (sheet.rows.get(self.row), all.iter().find(|row| row.record.is(&self.record)))
        else {
            return Vec::new();
        };
        let places = columns.targets().iter().enumerate().filter(|(_, target)| target.is_place());
        places
            .filter_map(|(at, target)| {
                let found = sheet.place(&target.path).and_then(|at| sheet.uses.get(at))?;
                let column = found.column()?;
                let cell = sheet.typed(found, row);
                let card = now.get(at).map(|old| shown(target, old)).unwrap_or_default();
                if cell == card || meant(target, &cell) == meant(target, plain(&card)) {
                    return None;
                }
                let (place, label, next) =
                    (sheet.at(self.line, Some(column)), label(target), instead(target, location));
                let [card, cell] =
                    [card, cell].map(|text| if text.is_empty() { tr("nothing", "空").to_owned() } else { text });
                Some(tr!(
                    "{place}: {label} is {card} on the card, {cell} in the file; no row changes that: {next}",
                    "{place}：{label}卡片为 {card}，文件为 {cell}；导入不改此项：{next}"
                ))
            })
            .collect()
    }

    /// Every value of the row by meaning, and those that differ from the card.
    fn edited<'s>(
        &self,
        sheet: &'s Sheet<'_>,
        columns: &'s Columns,
        row: &Row<'_>,
        now: &Written,
    ) -> (Vec<(usize, String)>, Vec<Edited<'s>>) {
        let (mut values, mut edited) = (Vec::new(), Vec::new());
        for (at, target) in columns.targets().iter().enumerate() {
            let old = now.get(at);
            let found = sheet.place(&target.path).and_then(|at| sheet.uses.get(at)).filter(|found| found.is_column());
            let (Some(found), Some(path)) = (found, now.path(target)) else {
                values.extend(old.map(|old| (at, old.to_owned())));
                continue;
            };
            let cell = sheet.typed(found, row);
            let said = old.map(|old| shown(target, old)).unwrap_or_default();
            // as it is read again: without a tab, and without what a spreadsheet itself means by NULL
            let written = csv_text(&said, target.field.shape);
            if [said.as_str(), plain(&said), &written, plain(&written)].contains(&cell.as_str()) {
                values.extend(old.map(|old| (at, old.to_owned())));
                continue;
            }
            let literal = sheet.literal(found, &cell).ok();
            let meant = literal.as_ref().and_then(|literal| meaning_of(target.field, literal));
            let was = old.and_then(|old| {
                let literal = sheet.literal(found, &shown(target, old)).ok()?;
                meaning_of(target.field, &literal)
            });
            if cell.is_empty() || meant.is_none() || meant != was {
                let said = meant.clone().unwrap_or_else(|| cell.clone());
                let new = (!cell.is_empty()).then(|| (literal.unwrap_or_default(), said));
                edited.push(Edited { target, path, old: old.map(str::to_owned), new });
            }
            // what has no meaning is no value that was ever exported
            values.extend(meant.or(Some(cell).filter(|cell| !cell.is_empty())).map(|meant| (at, meant)));
        }
        (values, edited)
    }
}

/// The same customer or country, however it is written.
fn meant(target: &Target, text: &str) -> String {
    let country = Country::find(text).filter(|_| target.path.ends_with("country"));
    country.map_or_else(|| search_key(text), |country| country.alpha2().to_owned())
}

/// How what a row cannot change is changed.
fn instead(target: &Target, location: &Location) -> String {
    let path = &location.path;
    match target.path.strip_prefix("customer.") {
        Some(field @ ("name" | "code")) => {
            let path = shell_word(path);
            tr!("kehu set {path} {field}=…", "kehu set {path} {field}=…")
        }
        _ => tr!("move the folder {path} to that of its country", "请把文件夹 {path} 移到所属国家的文件夹下"),
    }
}

impl Edited<'_> {
    /// The column of the file that says it.
    fn column(&self, sheet: &Sheet<'_>) -> Option<usize> {
        sheet.place(&self.target.path).and_then(|at| sheet.uses.get(at)).and_then(Use::column)
    }

    /// The same, if it can be written.
    fn checked(self, sheet: &Sheet<'_>) -> Result<Self, Wrong> {
        let column = self.column(sheet);
        self.fitting(sheet).map_err(|wrong| Wrong { column, ..wrong })
    }

    fn fitting(self, sheet: &Sheet<'_>) -> Result<Self, Wrong> {
        let label = label(self.target);
        let Some((literal, meant)) = &self.new else {
            let needed = ["name", "number", "date", "currency"].contains(&self.target.path.as_str());
            return if needed {
                Err(Wrong::new(tr!("{label} was emptied", "{label}被清空")).next(tr("fill it in", "请填写")))
            } else {
                Ok(self)
            };
        };
        if literal.is_empty() {
            let found = sheet.place(&self.target.path).and_then(|at| sheet.uses.get(at));
            return match found.map(|found: &Use| sheet.literal(found, meant)) {
                Some(Err(wrong)) => Err(wrong),
                _ => Ok(self),
            };
        }
        Ok(self)
    }
}

/// The changes; those of a contact of a card without any make one.
fn made(card: &DeTable<'_>, edited: Vec<Edited<'_>>) -> Vec<Change> {
    let (contact, rest): (Vec<_>, Vec<_>) = edited.into_iter().partition(|edited| {
        !card.contains_key("contact") && edited.target.path.starts_with("contact.") && edited.new.is_some()
    });
    let mut changes: Vec<Change> = rest
        .into_iter()
        .map(|Edited { target, path, old, new }| {
            let new = new.as_ref().map(|(literal, meant)| (meant.as_str(), literal.clone()));
            Change::new(target, path, old.as_deref(), new)
        })
        .collect();
    let said: Vec<(&Target, &str)> =
        contact.iter().filter_map(|edited| Some((edited.target, edited.new.as_ref()?.0.as_str()))).collect();
    changes.extend((!said.is_empty()).then(|| new_contact(&said)));
    changes
}

/// The row was edited, and so was the card: both values are told.
fn changed_since(edited: &[Edited<'_>]) -> Wrong {
    let one = |edited: &Edited<'_>| {
        let (label, none) = (label(edited.target), || tr("nothing", "空").to_owned());
        let card = edited.old.as_ref().map_or_else(none, |old| shown(edited.target, old));
        let file = edited.new.as_ref().map_or_else(none, |(_, new)| shown(edited.target, new));
        tr!("{label} is {card} on the card, {file} in the file", "{label}：卡片为 {card}，文件为 {file}")
    };
    let all = edited.iter().map(one).collect::<Vec<_>>().join(tr("; ", "；"));
    Wrong::new(tr!("the card has changed since the export: {all}", "导出后卡片已改动：{all}")).next(tr(
        "export the table again and make the change there, or change the card with `kehu set`",
        "请重新导出后再改，或用 kehu set 直接修改卡片",
    ))
}

fn at_odds(target: &Target) -> Wrong {
    let label = label(target);
    Wrong::new(tr!(
        "{label}: another row of the same order was edited to say something else",
        "{label}：同一订单的另一行改成了不同的值"
    ))
    .next(tr("make them the same", "请改成一致"))
}
