//! Any card and any edit: the values come out as asked, and nothing else is touched.

use std::cell::Cell;

use kehu::formats::toml::{Document, Edit, Step, apply};
use kehu::model::Card;
use kehu::model::field::{Field, Record, RecordType, Shape};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use toml::Value;

use super::card::{Dice, Made, make};
use super::edited;
use super::touched::{added, one_line, replaced, taken};

const LITERALS: &[&str] = &[
    "[\n  { k = 1 },\n  { k = \"a, b\" },\n]",
    "\"新 # \\\"]\"",
    "'it # \"'",
    "2026-12-01",
    "42",
    "true",
    "[\"a\", 'b']",
    "{ k = 1 }",
    "[]",
    "{}",
];

fn run(test: impl Fn(&[u8]) -> Result<(), TestCaseError>) {
    let config = Config { failure_persistence: None, ..Config::default() };
    match TestRunner::new(config).run(&vec(any::<u8>(), 0..700), |bytes| test(&bytes)) {
        Err(TestError::Fail(reason, bytes)) => panic!("{reason}\n(bytes {bytes:?})"),
        Err(error) => panic!("{error}"),
        Ok(()) => {}
    }
}

#[test]
fn any_edit_of_any_card_does_what_is_asked_and_nothing_else() {
    let (done, refused) = (Cell::new(0), Cell::new(0));
    run(|bytes| {
        let (edit_seed, card_seed) = bytes.split_at(bytes.len().min(12));
        let mut dice = Dice(card_seed.iter());
        let made = make(&mut dice);
        let old = values(&made.text).map_err(|error| TestCaseError::fail(format!("{error}\n{}", made.text)))?;
        let edit = any_edit(&mut Dice(edit_seed.iter()), &old);
        match holds(&made, &old, &edit) {
            Ok(true) => done.set(done.get() + 1),
            Ok(false) => refused.set(refused.get() + 1),
            Err(what) => {
                let new = edited(&made.text, &edit).unwrap_or_default();
                return Err(TestCaseError::fail(format!(
                    "{what}\n{edit:?}\n--- old\n{}\n--- new\n{new}\n---",
                    made.text
                )));
            }
        }
        Ok(())
    });
    let (done, refused) = (done.get(), refused.get());
    assert!(done > 2 * refused, "{done} edits made, {refused} refused");
}

#[test]
fn no_text_makes_the_editor_panic() {
    run(|bytes| {
        let (edit_seed, card_seed) = bytes.split_at(bytes.len().min(12));
        let mut dice = Dice(card_seed.iter());
        let mut text: Vec<char> = Vec::new();
        let made = make(&mut dice);
        let old = values(&made.text).unwrap_or_default();
        let edit = any_edit(&mut Dice(edit_seed.iter()), &old);
        text.extend(made.text.chars());
        for _ in 0..1 + dice.roll(3) {
            let at = (dice.roll(256) * 256 + dice.roll(256)) % (text.len() + 1);
            match dice.roll(2) {
                0 => text.insert(
                    at,
                    *dice.pick(&[
                        '[', ']', '{', '}', '"', '\'', '#', '=', ',', '.', '\n', '\r', ' ', '客', '\u{feff}', '\\',
                    ]),
                ),
                _ => drop(text.drain(at..(at + 1 + dice.roll(40)).min(text.len()))),
            }
        }
        let text: String = text.into_iter().collect();
        if let Some(new) = edited(&text, &edit) {
            proptest::prop_assert!(values(&new).is_ok(), "{edit:?}\n{text}\n---\n{new}");
        }
        // nor leaves a word of the parser's untranslated
        let faults = Document::parse(&text).err().unwrap_or_default();
        proptest::prop_assert!(
            faults.iter().all(|fault| !fault.what.contains("不符合 TOML 语法")),
            "{faults:?}\n{text}"
        );
        Ok(())
    });
}

pub fn values(text: &str) -> Result<toml::Table, toml::de::Error> {
    toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
}

// ---- edits

fn any_edit(dice: &mut Dice<'_>, root: &toml::Table) -> Edit {
    let root = Value::Table(root.clone());
    let mut all = Vec::new();
    walk(&root, &mut Vec::new(), Some(Card::TYPE), &mut all);
    let literal = (*dice.pick(LITERALS)).to_owned();
    let kind = dice.roll(12);
    let (path, value, _) = dice_wide(dice, &all).clone();
    match kind {
        0..=2 if !path.is_empty() => Edit::Set { path, value: literal },
        3 | 4 if !path.is_empty() => Edit::Remove { path },
        5 => {
            let step = *dice.pick(&["name", "x new", "0", "1"]);
            let step = step.parse::<usize>().map_or_else(|_| Step::from(step), Step::from);
            Edit::Set { path: [path, vec![step]].concat(), value: literal }
        }
        6 if value.is_array() => Edit::PushValue { path, value: literal },
        7 if value.is_array() => Edit::PushRecord { path, fields: vec![("date", "2026-01-02".to_owned())] },
        _ => {
            let tables: Vec<_> = all.iter().filter(|(.., record)| record.is_some()).collect();
            let (path, _, record) = dice_wide(dice, &tables);
            let record = record.unwrap_or(Card::TYPE);
            fill(dice, path.clone(), record, literal)
        }
    }
}

fn dice_wide<'s, T>(dice: &mut Dice<'_>, list: &'s [T]) -> &'s T {
    &list[(dice.roll(256) * 256 + dice.roll(256)) % list.len()]
}

/// A field of a record given a value, whatever stands there.
fn fill(dice: &mut Dice<'_>, path: Vec<Step>, record: &'static RecordType, literal: String) -> Edit {
    let field: &Field = dice_wide(dice, record.fields);
    let path = [path, vec![Step::from(field.key)]].concat();
    match field.shape {
        Shape::Table(inner) => fill(dice, path, inner, literal),
        Shape::List(Shape::Table(_)) => {
            let fields = vec![("date", "2026-01-02".to_owned()), ("note", "\"新\"".to_owned())];
            match dice.roll(4) {
                0 => Edit::PushRecord { path, fields: Vec::new() },
                1 => Edit::PushRecords { path, records: vec![fields.clone(), vec![("items", literal)], fields] },
                _ => Edit::PushRecord { path, fields },
            }
        }
        Shape::List(_) => Edit::PushValue { path, value: literal },
        _ => Edit::Set { path, value: literal },
    }
}

type Place<'v> = (Vec<Step>, &'v Value, Option<&'static RecordType>);

/// Every value with its path and, for tables the schema knows, their type.
fn walk<'v>(value: &'v Value, path: &mut Vec<Step>, record: Option<&'static RecordType>, out: &mut Vec<Place<'v>>) {
    out.push((path.clone(), value, record.filter(|_| value.is_table())));
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let mut shape = record.and_then(|record| record.field(key)).map(|field| field.shape);
                while let Some(Shape::List(item)) = shape {
                    shape = Some(item);
                }
                let inner = if let Some(Shape::Table(inner)) = shape { Some(*inner) } else { None };
                path.push(Step::from(key.as_str()));
                walk(value, path, inner, out);
                path.pop();
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                path.push(Step::from(index));
                walk(value, path, record, out);
                path.pop();
            }
        }
        _ => {}
    }
}

// ---- what an edit must come to

/// Whether the edit was made (or rightly refused), or what is wrong with what came out.
fn holds(made: &Made, old: &toml::Table, edit: &Edit) -> Result<bool, String> {
    let text = &made.text;
    let mut wanted = Value::Table(old.clone());
    let existing = at(&mut wanted, path_of(edit)).is_some();
    let fits = change(&mut wanted, edit).is_some();
    let refused = !fits
        || match edit {
            Edit::Set { path, .. } | Edit::Remove { path } => made.fixed.contains(path),
            Edit::PushValue { path, .. } => made.headed.contains(path),
            Edit::PushRecord { .. } | Edit::PushRecords { .. } => false,
        };
    let Some(new) = edited(text, edit) else {
        super::ensure!(refused, "refused: {:?}", apply(text, Card::TYPE, std::slice::from_ref(edit)));
        return Ok(false);
    };
    super::ensure!(!refused, "should be refused");
    let after = values(&new).map_err(|error| error.to_string())?;
    super::ensure!(pruned(Value::Table(after)) == pruned(wanted), "other values than expected");
    match edit {
        Edit::Set { value, .. } if existing => {
            // a list of several lines takes on the line ends and the indent of its place, or is put on one line
            let forms = forms(value, text);
            super::ensure!(forms.iter().any(|value| replaced(text, &new, value).is_ok()), "not one value replaced");
        }
        Edit::Remove { .. } => taken(text, &new)?,
        Edit::Set { .. } => added(text, &new, false)?,
        _ => added(text, &new, true)?,
    }
    let mut rest = new.as_str();
    for comment in &made.comments {
        rest = rest.split_once(comment.as_str()).ok_or(format!("{comment} is lost"))?.1;
    }
    super::ensure!(text.starts_with('\u{feff}') == new.starts_with('\u{feff}'), "byte order mark");
    if text.contains("\r\n") {
        super::ensure!(!new.replace("\r\n", "").contains(['\r', '\n']), "lone line end");
    } else {
        super::ensure!(!new.contains('\r'), "carriage return");
    }
    let document = Document::parse(&new).map_err(|faults| format!("{faults:?}"))?;
    one_line(&new, document.root.iter().map(|(_, value)| value).collect())?;
    Ok(true)
}

/// The ways in which a literal may be written.
fn forms(value: &str, text: &str) -> Vec<String> {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let flat = value.replace("\n  ", " ").replace(",\n]", "]").replace("[ ", "[");
    let indented = ["", " ", "  ", "    ", "\t"].map(|indent| value.replace('\n', &format!("{eol}{indent}")));
    if value.contains('\n') { indented.into_iter().chain([flat]).collect() } else { vec![value.to_owned()] }
}

fn path_of(edit: &Edit) -> &[Step] {
    match edit {
        Edit::Set { path, .. }
        | Edit::Remove { path }
        | Edit::PushValue { path, .. }
        | Edit::PushRecord { path, .. }
        | Edit::PushRecords { path, .. } => path,
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_ref()),
        Step::Index(index) => value.get_mut(*index),
    })
}

fn literal(text: &str) -> Value {
    values(&format!("v = {text}")).unwrap().remove("v").unwrap()
}

fn change(root: &mut Value, edit: &Edit) -> Option<()> {
    match edit {
        Edit::Set { path, value } => *made_at(root, path, literal(value))? = literal(value),
        Edit::Remove { path } => {
            at(root, path)?;
            let (last, parent) = path.split_last()?;
            match (at(root, parent)?, last) {
                (Value::Table(table), Step::Key(key)) => drop(table.remove(key.as_ref())?),
                (Value::Array(list), Step::Index(index)) => drop(list.remove(*index)),
                _ => return None,
            }
        }
        Edit::PushValue { path, value } => {
            made_at(root, path, Value::Array(Vec::new()))?.as_array_mut()?.push(literal(value));
        }
        Edit::PushRecords { path, records } => {
            for fields in records {
                change(root, &Edit::PushRecord { path: path.clone(), fields: fields.clone() })?;
            }
        }
        Edit::PushRecord { path, fields } => {
            let record: toml::Table = fields.iter().map(|(key, value)| ((*key).to_owned(), literal(value))).collect();
            made_at(root, path, Value::Array(Vec::new()))?.as_array_mut()?.push(Value::Table(record));
        }
    }
    Some(())
}

/// The value at a path; keys that are missing are made.
fn made_at<'v>(value: &'v mut Value, path: &[Step], new: Value) -> Option<&'v mut Value> {
    let Some((first, rest)) = path.split_first() else { return Some(value) };
    let next = match first {
        Step::Key(key) => {
            let fresh = if rest.is_empty() { new.clone() } else { Value::Table(toml::Table::new()) };
            value.as_table_mut()?.entry(key.to_string()).or_insert(fresh)
        }
        Step::Index(index) => value.as_array_mut()?.get_mut(*index)?,
    };
    made_at(next, rest, new)
}

/// Without tables that hold nothing: those of dotted keys come and go with their values.
fn pruned(value: Value) -> Value {
    match value {
        Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, pruned(value)));
            Value::Table(entries.filter(|(_, value)| value.as_table().is_none_or(|table| !table.is_empty())).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(pruned).collect()),
        other => other,
    }
}
