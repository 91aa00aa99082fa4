//! A card for each customer of the file that the book does not have.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::append::{Appended, append};
use super::change::{new_contact, of_customer};
use super::compare::says;
use super::held::{Duplicates, Twins, held, twins};
use super::index::Index;
use super::outcome::{CHUNK, Outcome, Reject};
use super::places::Places;
use super::sheet::{Said, Sheet, listed};
use super::subject::Target;
use super::values::{Wrong, meaning_of};
use super::{Work, own};
use crate::commands::add::place::find_country;
use crate::error::Result;
use crate::formats::fresh;
use crate::formats::table::Row;
use crate::formats::toml::{Document, Edit, apply, quoted};
use crate::lang::{counted, tr};
use crate::model::choice::StageKind;
use crate::model::field::Record;
use crate::model::id::free_id;
use crate::model::name::folder;
use crate::model::{Card, Country};
use crate::store::{Book, CARD_FILE, CardFile, Location, Write};
use crate::tr;

/// A card that is going to be made.
struct Plan {
    row: usize,
    location: Location,
    known: Vec<fresh::Known>,
    /// Further contacts.
    more: Vec<Edit>,
}

/// What becomes of a row.
enum Fate {
    New(Box<Plan>),
    /// The customer is there, at this place of the index.
    There(usize),
}

/// Imports a list of customers.
///
/// # Errors
/// The file lacks what every customer must have.
pub fn import(work: &Work<'_>, stage: &(String, StageKind)) -> Result<Outcome> {
    let (sheet, book) = (work.sheet, work.book);
    sheet.require(&["name"])?;
    sheet.require(&["country"])?;
    let mut index = Index::of(book);
    let before = index.locations.len();
    let mut outcome = Outcome::default();
    let own = own::rows(sheet, &index, &mut outcome.rejects);
    // what kehu wrote itself is compared cell by cell
    let said = |row: &Row<'_>| if sheet.marks_of(row).is_some() { Said::default() } else { sheet.said(row) };
    let said: Vec<Said> = sheet.rows.par_iter().map(said).collect();
    let mut places = Places::new(book, stage);
    let mut rows = Rows::default();
    for (row, said) in said.iter().enumerate().filter(|(row, _)| !sheet.is_marked(*row)) {
        match fate(work, row, said, &mut index, &mut places) {
            Ok(Fate::New(plan)) => rows.new.push(*plan),
            Ok(Fate::There(at)) => rows.there.push((at, row)),
            Err(wrong) => outcome.rejects.push(rejected(sheet, row, wrong)),
        }
    }
    rows.join_people(work, before, &said, &mut outcome);
    rows.decide_twins(work, &index, &mut outcome);
    let repeats = rows.there.iter().filter(|(at, _)| *at >= before).count();
    if repeats > 0 {
        outcome.unchanged += repeats;
        outcome.remarks.push(tr!(
            "{repeats} of the unchanged rows repeat a customer that stands above them in the file",
            "未变的行中有 {repeats} 行与文件中上面的客户重复"
        ));
    }
    rows.there.retain(|(at, _)| *at < before);
    let there = |(_, row): &&(usize, usize)| !(work.update || rows.update.contains(row));
    let stay: Vec<(usize, usize)> = rows.there.iter().filter(there).copied().collect();
    outcome.unchanged += stay.len();
    outcome.remarks.extend(differing(sheet, book, &index, &stay, &said));
    outcome.plan = rows.new.iter().map(|plan| plan.location.file.clone()).collect();
    let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.there.iter().filter(|row| !stay.contains(row)) {
        of.entry(*at).or_default().push(*row);
    }
    let of: Vec<(usize, Vec<usize>)> = of.into_iter().collect();
    append(work, &index, &of, &mut outcome, &|location, rows| update(sheet, book, location, &said, rows));
    own::apply(work, &index, own, &mut outcome);
    make(work, &rows.new, &mut outcome);
    outcome.unread = index.errors;
    Ok(outcome)
}

/// The rows by what becomes of them.
#[derive(Default)]
struct Rows {
    new: Vec<Plan>,
    /// Customers who are there: place in the index, row.
    there: Vec<(usize, usize)>,
    /// Rows of these that change their card, whatever becomes of the others.
    update: HashSet<usize>,
}

impl Rows {
    /// In a file of people those of one company become contacts of one card.
    fn join_people(&mut self, work: &Work<'_>, before: usize, said: &[Said], outcome: &mut Outcome) {
        if !work.sheet.people {
            return;
        }
        let mut joined = 0;
        let there = std::mem::take(&mut self.there);
        for (at, row) in there {
            let plan = at.checked_sub(before).and_then(|at| self.new.get_mut(at));
            match (plan, said.get(row)) {
                (Some(plan), Some(said)) => {
                    joined += 1;
                    let contact: Vec<(&Target, &str)> = said
                        .values
                        .iter()
                        .filter_map(|(at, literal)| Some((work.sheet.target(*at)?, literal.as_str())))
                        .filter(|(target, _)| target.path.starts_with("contact."))
                        .collect();
                    plan.more.extend((!contact.is_empty()).then(|| new_contact(&contact).edit));
                }
                _ => self.there.push((at, row)),
            }
        }
        if joined > 0 {
            let people = counted(joined, "person is", "people are");
            outcome.remarks.push(tr!(
                "{people} one more contact of a company that stands above",
                "有 {joined} 人作为同一公司的联系人写入同一张卡片"
            ));
        }
    }

    /// New customers who are probably there already, or stand above in the file, wait for a decision, unless it is made;
    /// one with a code of its own is told apart by that.
    fn decide_twins(&mut self, work: &Work<'_>, index: &Index, outcome: &mut Outcome) {
        let coded = |plan: &Plan| plan.known.iter().any(|(path, _)| path == "code");
        let open = |plan: &Plan| !coded(plan) && work.decision(plan.row) != Duplicates::Create;
        if !self.new.iter().any(open) {
            return;
        }
        // what is not asked about may be the first of those that are
        let cards = self.new.iter().map(|plan| (open(plan), plan.file().ok()));
        let twins = twins(work.book, index, work.sheet.today, cards);
        let rows: Vec<usize> = self.new.iter().map(|plan| plan.row).collect();
        let line = |at: usize| rows.get(at).and_then(|row| work.sheet.rows.get(*row)).map_or(0, |row| row.line);
        let mut new = Vec::new();
        for (plan, twins) in std::mem::take(&mut self.new).into_iter().zip(twins) {
            let only = twins.as_ref().and_then(Twins::only);
            match (twins, work.decision(plan.row), only) {
                (None, ..) => new.push(plan),
                (Some(_), Duplicates::Skip, _) => outcome.unchanged += 1,
                (Some(_), Duplicates::Update, Some(at)) => {
                    self.there.push((at, plan.row));
                    self.update.insert(plan.row);
                }
                (Some(twins), ..) => {
                    let reject = rejected(work.sheet, plan.row, held(index, &twins, &line));
                    outcome.rejects.push(Reject { held: true, ..reject });
                }
            }
        }
        self.new = new;
    }
}

/// What becomes of a card about which some rows say something else.
fn update(sheet: &Sheet<'_>, book: &Book, location: &Location, said: &[Said], rows: &[usize]) -> Appended {
    let mut done = Appended::default();
    let file = match book.read(location) {
        Ok(file) => file,
        Err(error) => {
            let wrong = Wrong::from(error);
            done.rejects = rows.iter().map(|row| rejected(sheet, *row, wrong.clone())).collect();
            return done;
        }
    };
    let mut now = file.clone();
    for row in rows {
        let changes = match (Document::parse(&now.text), said.get(*row)) {
            (Ok(document), Some(said)) => of_customer(sheet, &document.root, *row, said),
            _ => continue,
        };
        if changes.is_empty() {
            done.unchanged += 1;
            continue;
        }
        let edits: Vec<Edit> = changes.iter().map(|change| change.edit.clone()).collect();
        match book.edited(&now, &edits) {
            Ok(text) => {
                now.text = text;
                done.changed += 1;
                done.changes.extend(changes.into_iter().map(|change| change.told));
            }
            Err(error) => done.rejects.push(rejected(sheet, *row, Wrong::from(error))),
        }
    }
    done.write = (now.text != file.text).then_some(Write::Over(file, now.text));
    done
}

fn rejected(sheet: &Sheet<'_>, row: usize, wrong: Wrong) -> Reject {
    Reject { line: sheet.rows.get(row).map_or(0, |row| row.line), rows: vec![row], wrong, held: false }
}

fn fate(
    work: &Work<'_>,
    row: usize,
    said: &Said,
    index: &mut Index,
    places: &mut Places<'_>,
) -> std::result::Result<Fate, Wrong> {
    let stage = places.stage;
    let sheet = work.sheet;
    if let Some(wrong) = said.fault() {
        return Err(wrong);
    }
    let text = |path: &str| {
        let target = sheet.target(sheet.place(path)?)?;
        meaning_of(target.field, said.get(sheet, path)?)
    };
    let name = text("name").ok_or_else(|| {
        Wrong::new(tr("the customer has no name", "没有客户名称")).next(tr("fill in the name", "请填写名称"))
    })?;
    let country = country(said.get(sheet, "country"))?;
    let code = text("code");
    let bare = folder(&name, "")
        .map_err(|error| Wrong {
            next: Some(tr("correct the name", "请改正名称").to_owned()), ..Wrong::from(error)
        })?;
    let found = match &code {
        Some(code) => index.with_code(code),
        None => index.with_name(country, &name).or_else(|| index.with_name(country, &bare)),
    };
    if let Some(at) = found {
        return Ok(Fate::There(at));
    }
    let id = free_id(country.alpha2(), &name, |id| index.has_id(id));
    let path = places.path(country, &name, &id, code.as_deref(), index)?;
    let location = Location::of_card(&format!("{path}/{CARD_FILE}"), stage.1);
    index.add(location.clone(), country, id.clone(), code, name);
    Ok(Fate::New(Box::new(Plan { row, location, known: known(work, said, &id), more: Vec::new() })))
}

fn country(text: Option<&str>) -> std::result::Result<Country, Wrong> {
    let Some(text) = text else {
        return Err(Wrong::new(tr("the customer has no country", "没有国家")).next(tr(
            "fill it in, or say it once for all in a --map file: [defaults] country = \"DE\"",
            "请填写国家；各行相同则写入 --map 文件：[defaults] country = \"DE\"",
        )));
    };
    find_country(text).map_err(|error| {
        let near = !Country::nearest(text).is_empty();
        let wrong = Wrong::from(error);
        if near {
            return wrong;
        }
        let literal = quoted(text);
        Wrong::new(wrong.what).next(tr!(
            "say which it is in a --map file: [values.country] {literal} = \"…\"",
            "请在 --map 文件中指明：[values.country] {literal} = \"…\""
        ))
    })
}

/// What the card begins with.
fn known(work: &Work<'_>, said: &Said, id: &str) -> Vec<fresh::Known> {
    let sheet = work.sheet;
    let own = said.values.iter().filter_map(|(at, literal)| {
        let target = sheet.target(*at).filter(|target| !target.is_place())?;
        Some((target.path.clone(), literal.clone()))
    });
    let mut known: Vec<fresh::Known> = own.collect();
    known.push(("id".to_owned(), quoted(id)));
    if known.iter().all(|(path, _)| path != "created") {
        known.push(("created".to_owned(), sheet.today.to_string()));
    }
    for (path, literal) in work.fair {
        if known.iter().all(|(own, _)| own != path) {
            known.push((path.clone(), literal.clone()));
        }
    }
    known
}

/// Writes the cards.
fn make(work: &Work<'_>, plans: &[Plan], outcome: &mut Outcome) {
    work.progress.begin(plans.len());
    for chunk in plans.chunks(CHUNK) {
        let card = |plan: &Plan| match plan.file() {
            Ok(file) => Ok(Write::New(file.location.file, file.text)),
            Err(error) => Err(rejected(work.sheet, plan.row, error.into())),
        };
        let cards: Vec<std::result::Result<Write, Reject>> = chunk.par_iter().map(card).collect();
        let mut writes = Vec::new();
        for card in cards {
            match card {
                Ok(write) => writes.push(write),
                Err(reject) => outcome.rejects.push(reject),
            }
        }
        if !outcome.write(work, &writes, writes.len(), 0) {
            return;
        }
        work.progress.step(chunk.len());
    }
}

impl Plan {
    /// The card, which must be one that kehu reads again.
    fn file(&self) -> Result<CardFile> {
        let text = fresh::card(&self.known, self.location.kind, false);
        let text = apply(&text, Card::TYPE, &self.more).map_err(|fault| fault.in_file(&self.location.file, &text))?;
        let file = CardFile { location: self.location.clone(), text };
        file.card()?;
        Ok(file)
    }
}

/// How many cards say something else than the file, and which.
fn differing(sheet: &Sheet<'_>, book: &Book, index: &Index, there: &[(usize, usize)], said: &[Said]) -> Option<String> {
    let differs = |(at, row): &(usize, usize)| {
        let location = index.locations.get(*at)?;
        let file = book.read(location).ok()?;
        let document = Document::parse(&file.text).ok()?;
        let mut values = said.get(*row)?.values.iter();
        let differs = values.any(|(at, literal)| {
            sheet.target(*at).is_some_and(|target| !target.is_place() && !says(&document.root, target, literal))
        });
        differs.then(|| location.path.clone())
    };
    let mut paths: Vec<String> = there.par_iter().filter_map(differs).collect();
    paths.dedup();
    if paths.is_empty() {
        return None;
    }
    let (count, paths) = (paths.len(), listed(&paths));
    let cards = counted(count, "unchanged card differs", "unchanged cards differ");
    Some(tr!(
        "{cards} from the file; import leaves cards as they are: {paths}",
        "未变的卡片中有 {count} 张与文件内容不同，导入不改已有卡片：{paths}"
    ))
}
