//! Where a typed path leads: from key to key, and among several records to the one that is meant.

use crate::error::{Error, Result};
use crate::formats::toml::{DeTable, DeValue, Spanned, Step};
use crate::formats::typed::day;
use crate::lang::tr;
use crate::model::field::{Field, Record, RecordType, Shape};
use crate::model::{Card, Date};
use crate::tr;

/// How many records or fields are named in an error.
const NAMED: usize = 8;

/// The end of a path.
pub struct Target<'a, 't> {
    /// The way to it.
    pub path: Vec<Step>,
    /// The field there.
    pub field: &'static Field,
    /// What it holds.
    pub value: Option<&'a DeValue<'t>>,
    /// The path asks for a new record: where in it the record's place stands, and the field behind that.
    pub fresh: Option<(usize, &'static Field)>,
}

impl<'a, 't> Target<'a, 't> {
    /// Follows a path through a card. `made` are the records that this command has made so far:
    /// `contact.+.name=… contact.+.email=…` is one contact, a second name begins another.
    pub fn find(root: &'a DeTable<'t>, all: &[String], made: &[Vec<Step>], change: &str, today: Date) -> Result<Self> {
        let mut record = Card::TYPE;
        let mut table = Some(root);
        let mut path = Vec::new();
        let mut fresh = None;
        let mut parts = all.iter().peekable();
        while let Some(part) = parts.next() {
            let field = record.find(part).ok_or_else(|| unknown(record, part))?;
            if let Some((at, first @ None)) = &mut fresh
                && path.len() == *at + 1
            {
                *first = Some(field);
            }
            path.push(Step::from(field.key));
            let value = table.and_then(|table| table.get(field.key)).map(Spanned::get_ref);
            match (field.shape, parts.peek().is_some()) {
                (Shape::Table(inner), true) => {
                    record = inner;
                    table = value.and_then(DeValue::as_table);
                }
                (Shape::List(Shape::Table(inner)), true) => {
                    let selector = parts.next().map(String::as_str).unwrap_or_default();
                    let Some(next) = parts.peek() else { return Err(several_fields(inner, all, change)) };
                    let items: Vec<&DeTable<'t>> = value
                        .and_then(DeValue::as_array)
                        .into_iter()
                        .flat_map(|list| list.iter())
                        .filter_map(|item| item.get_ref().as_table())
                        .collect();
                    record = inner;
                    let index = match selector.trim() {
                        "+" => started(&items, inner, next, made, &path).unwrap_or(items.len()),
                        selector => select(&items, inner, selector, field, today)?,
                    };
                    if index == items.len() && fresh.is_none() {
                        fresh = Some((path.len(), None));
                    }
                    path.push(Step::from(index));
                    table = items.get(index).copied();
                }
                (Shape::Table(inner), false) => return Err(several_fields(inner, all, change)),
                (Shape::List(Shape::Table(inner)), false) => {
                    return Err(several_fields(inner, &[all, &["1".to_owned()]].concat(), change));
                }
                (_, false) => {
                    return Ok(Self { path, field, value, fresh: fresh.and_then(|(at, first)| Some((at, first?))) });
                }
                (_, true) => {
                    let more = parts.next().map(String::as_str).unwrap_or_default();
                    return Err(Error::new(tr!(
                        "{} holds no fields; \".{more}\" leads nowhere",
                        "{}没有下级字段，“.{more}”无效",
                        field.label.text()
                    ))
                    .next(tr!("leave \".{more}\" out", "请去掉“.{more}”")));
                }
            }
        }
        Err(Error::new(change))
    }

    /// The records that this target makes, one in the other.
    pub fn made(&self) -> impl Iterator<Item = Vec<Step>> {
        let from = self.fresh.map_or(self.path.len(), |(at, _)| at);
        (from..self.path.len())
            .filter(|at| matches!(self.path.get(*at), Some(Step::Index(_))))
            .filter_map(|at| self.path.get(..=at))
            .map(<[Step]>::to_vec)
    }
}

/// The record made by an earlier change of this command that still lacks the field.
fn started(
    items: &[&DeTable<'_>],
    record: &'static RecordType,
    next: &str,
    made: &[Vec<Step>],
    list: &[Step],
) -> Option<usize> {
    let last = items.len().checked_sub(1)?;
    let ours = made.contains(&[list, &[Step::from(last)]].concat());
    let field = record.find(next)?;
    // groups and lists of records take more than one change to fill
    let open = field.record().is_some() || !items.get(last)?.contains_key(field.key);
    (ours && open).then_some(last)
}

fn several_fields(record: &'static RecordType, parts: &[String], change: &str) -> Error {
    let (label, path) = (record.label.text(), parts.join("."));
    let error = Error::new(tr!(
        "\"{change}\" stops at {label}, which holds several fields",
        "“{change}”停在{label}，其中还有多个字段"
    ));
    if change.trim_end().ends_with('=') {
        return error.next(tr("to take a whole record away, use kehu edit", "要删除整条记录，请用 kehu edit"));
    }
    let keys: Vec<&str> = record.fields.iter().map(|field| field.key).collect();
    error.next(tr!(
        "go on as {path}.FIELD=…; the fields are {}",
        "请继续写 {path}.字段=…，字段有：{}",
        keys.join(tr(", ", "、"))
    ))
}

/// One of several records: by a key of its type, by place from 1, the last, or by part of a key.
fn select(
    items: &[&DeTable<'_>],
    record: &'static RecordType,
    selector: &str,
    field: &Field,
    today: Date,
) -> Result<usize> {
    let wanted = selector.to_lowercase();
    let hits = |fits: &dyn Fn(&DeValue<'_>) -> bool| -> Vec<usize> {
        let by_key = |key: &&str| -> Vec<usize> {
            (0..)
                .zip(items)
                .filter(|(_, item)| item.get(*key).is_some_and(|value| fits(value.get_ref())))
                .map(|(index, _)| index)
                .collect()
        };
        record.keys.iter().map(by_key).find(|hits| !hits.is_empty()).unwrap_or_default()
    };
    let date = day(selector, today).map(|day| day.to_string());
    let place = match wanted.as_str() {
        "last" | "最后" => Some(items.len()),
        number if number.starts_with('0') => None,
        number => number.parse::<usize>().ok(),
    };
    let place = place.and_then(|place| place.checked_sub(1)).filter(|index| *index < items.len());
    let exact = hits(&|value| match value {
        DeValue::String(text) => text.to_lowercase() == wanted,
        DeValue::Datetime(day) => date.as_ref() == Some(&day.to_string()),
        _ => false,
    });
    let found = match (exact.is_empty(), place) {
        (false, _) => exact,
        (true, Some(place)) => vec![place],
        // digits in a date are no name for a record, those of a number are
        (true, None) => hits(&|value| value.as_str().is_some_and(|text| text.to_lowercase().contains(&wanted))),
    };
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(no_such(items, record, selector, field)),
        several => {
            let places: Vec<String> = several.iter().map(|index| format!("{}.{}", field.key, index + 1)).collect();
            Err(Error::new(tr!(
                "\"{selector}\" fits {} {}",
                "“{selector}”对应 {} 条{}",
                several.len(),
                field.label.text()
            ))
            .next(tr!("say which: {}", "请指明：{}", places.join(tr(", ", "、")))))
        }
    }
}

fn no_such(items: &[&DeTable<'_>], record: &'static RecordType, selector: &str, field: &Field) -> Error {
    let name = |item: &&DeTable<'_>| {
        record.keys.iter().find_map(|key| match item.get(*key)?.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Datetime(day) => Some(day.to_string()),
            _ => None,
        })
    };
    let known: Vec<String> = items.iter().filter_map(name).take(NAMED).collect();
    let (label, key) = (field.label.text(), field.key);
    let error = Error::new(tr!("no record \"{selector}\" among the {label}", "{label}中没有“{selector}”"));
    if items.is_empty() {
        error.next(tr!("the card holds none yet; {key}.+ makes one", "卡片中还没有；用 {key}.+ 新增"))
    } else {
        let more = if items.len() > known.len() { tr(", …", "、…") } else { "" };
        error.next(tr!(
            "there are {}{more}; {key}.+ makes a new one",
            "现有：{}{more}；用 {key}.+ 新增",
            known.join(tr(", ", "、"))
        ))
    }
}

fn unknown(record: &'static RecordType, part: &str) -> Error {
    let label = record.label.text();
    let error = Error::new(tr!("there is no field \"{part}\" in the {label}", "{label}没有字段“{part}”"));
    // size=large is profile.size=large
    let deeper = record.fields.iter().find_map(|field| match field.shape {
        Shape::Table(inner) => inner.find(part).map(|found| (format!("{}.{}", field.key, found.key), found)),
        _ => None,
    });
    let near = || nearest(record, part).map(|field| (field.key.to_owned(), field));
    match deeper.or_else(near) {
        Some((path, field)) if path == field.label.text() => {
            error.next(tr!("did you mean {path}?", "是否想写 {path}？"))
        }
        Some((path, field)) => {
            error.next(tr!("did you mean {path} ({})?", "是否想写 {path}（{}）？", field.label.text()))
        }
        None => {
            let keys: Vec<&str> = record.fields.iter().map(|field| field.key).collect();
            error.next(tr!("its fields are {}", "可用字段：{}", keys.join(tr(", ", "、"))))
        }
    }
}

fn nearest(record: &'static RecordType, part: &str) -> Option<&'static Field> {
    let part = part.to_lowercase();
    let latin = |field: &Field| {
        strsim::jaro_winkler(field.key, &part).max(strsim::jaro_winkler(&field.label.en.to_lowercase(), &part))
    };
    // of two or three characters one may be wrong
    let chinese = |field: &Field| strsim::jaro_winkler(field.label.zh, &part);
    let near = record.fields.iter().filter(|field| latin(field) > 0.75 || (!part.is_ascii() && chinese(field) > 0.65));
    near.max_by(|a, b| latin(a).max(chinese(a)).total_cmp(&latin(b).max(chinese(b))))
}
