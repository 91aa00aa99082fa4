//! `set`: fields of a card changed by path, each value checked by the field's type.

use super::append::{DryRun, change};
use super::resolve::customer;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{DeTable, DeValue, Document, Edit, Step};
use crate::formats::typed::{literal, one};
use crate::lang::tr;
use crate::model::field::{Field, Record, RecordType, Shape};
use crate::model::{Card, Date};
use crate::store::CardFile;
use crate::tr;

/// What may be said to `set`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "A path names a field by key or label; of several records, one by number, name, date, place (1, 2, last) or + for a new one:\n  kehu set Acme phone=\"+49 711 5550134\" tags+=VIP note=\n  kehu set Acme contact.Anna.email=anna@acme.example order.PI-011.shipped=2026-04-01 contact.+.name=Bob\nNAME= takes a value away; += and -= add to and take from a list.",
    "路径用字段名或中文标签；多条记录用单号、姓名、日期、序号（1、2、last）选定，+ 表示新增：\n  kehu set Acme phone=\"+49 711 5550134\" 标签+=重点 note=\n  kehu set Acme contact.Anna.email=anna@acme.example order.PI-011.shipped=2026-04-01 contact.+.name=Bob\n“字段=”清空；+= 和 -= 增减列表项。"
))]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer", "客户"))]
    name: String,
    #[arg(value_name = tr("PATH=VALUE", "路径=值"), required = true, allow_hyphen_values = false, help = tr("What to change", "要修改的内容"))]
    changes: Vec<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Changes the card.
    ///
    /// # Errors
    /// Unknown customer, field or record, a value that does not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = customer(&self.name, &book, context)?;
        let today = context.today;
        let changed = change(context, &book, &location, self.dry_run, |file| edits(file, &self.changes, today))?;
        if !self.dry_run.dry_run {
            context.done(if changed { tr!("{}: changed", "{}：已修改", location.path) } else { tr!("{}: nothing to change", "{}：没有变化", location.path) });
        }
        Ok(Exit::Done)
    }
}

/// How the value is meant.
#[derive(Clone, Copy, PartialEq)]
enum Operator {
    Set,
    Add,
    Take,
}

/// The edits that typed changes ask for.
///
/// # Errors
/// A change names no field or record of the card, or its value does not fit.
pub fn edits(file: &CardFile, changes: &[String], today: Date) -> Result<Vec<Edit>> {
    let document = Document::parse(&file.text).map_err(|faults| {
        faults.into_iter().next().map_or_else(|| Error::new(""), |fault| fault.in_file(&file.location.file, &file.text))
    })?;
    let mut edits = Vec::new();
    for change in changes {
        let (path, operator, value) = split(change)?;
        let target = Target::find(&document.root, Card::TYPE, &path, change)?;
        target.edits(operator, value, today, &mut edits)?;
    }
    Ok(edits)
}

fn split(change: &str) -> Result<(Vec<String>, Operator, &str)> {
    let wrong = || {
        Error::new(tr!("\"{change}\" is not PATH=VALUE", "“{change}”不是 路径=值 的形式"))
            .next(tr("as phone=\"+49 711 5550134\"; an empty value takes the field away", "如 phone=\"+49 711 5550134\"；值为空表示清空该字段"))
    };
    let mut quoted = false;
    let at = change.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '=' && !quoted
    });
    let (at, _) = at.ok_or_else(wrong)?;
    let (path, value) = (change.get(..at).unwrap_or_default(), change.get(at + 1..).unwrap_or_default());
    let (path, operator) = if let Some(path) = path.strip_suffix('+') {
        (path, Operator::Add)
    } else if let Some(path) = path.strip_suffix('-') {
        (path, Operator::Take)
    } else {
        (path, Operator::Set)
    };
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in path.trim().chars() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            c => parts.last_mut().into_iter().for_each(|part| part.push(c)),
        }
    }
    if parts.iter().any(|part| part.trim().is_empty()) { Err(wrong()) } else { Ok((parts, operator, value)) }
}

/// Where a path leads.
struct Target<'a, 't> {
    path: Vec<Step>,
    field: &'static Field,
    value: Option<&'a DeValue<'t>>,
    /// The list in which a new record is to be made.
    fresh: Option<Vec<Step>>,
}

impl<'a, 't> Target<'a, 't> {
    fn find(root: &'a DeTable<'t>, schema: &'static RecordType, parts: &[String], change: &str) -> Result<Self> {
        let mut record = schema;
        let mut table = Some(root);
        let mut path = Vec::new();
        let mut fresh = None;
        let mut parts = parts.iter().peekable();
        while let Some(part) = parts.next() {
            let field = record.find(part).ok_or_else(|| unknown(record, part))?;
            path.push(Step::from(field.key));
            let value = table.and_then(|table| table.get(field.key)).map(|value| value.get_ref());
            match (field.shape, parts.peek()) {
                (Shape::Table(inner), Some(_)) => {
                    record = inner;
                    table = value.and_then(|value| value.as_table());
                }
                (Shape::List(Shape::Table(inner)), Some(_)) => {
                    let selector = parts.next().map(String::as_str).unwrap_or_default();
                    let items: Vec<&DeTable<'t>> =
                        value.and_then(|value| value.as_array()).into_iter().flat_map(|list| list.iter()).filter_map(|item| item.get_ref().as_table()).collect();
                    record = inner;
                    if selector == "+" {
                        fresh = Some(path.clone());
                        path.push(Step::from(items.len()));
                        table = None;
                    } else {
                        let index = select(&items, inner, selector, field)?;
                        path.push(Step::from(index));
                        table = items.get(index).copied();
                    }
                }
                (Shape::Table(_) | Shape::List(Shape::Table(_)), None) => {
                    return Err(Error::new(tr!("\"{change}\" ends at {}, which holds several fields", "“{change}”停在{}，其中还有多个字段", field.label.text()))
                        .next(tr!("go on to one of {}", "请继续写到其中之一：{}", keys(field))));
                }
                (_, None) => return Ok(Self { path, field, value, fresh }),
                (_, Some(more)) => {
                    return Err(Error::new(tr!("{} holds no fields; \".{more}\" leads nowhere", "{}没有下级字段，“.{more}”无效", field.label.text())));
                }
            }
        }
        Err(Error::new(change))
    }

    fn edits(self, operator: Operator, text: &str, today: Date, edits: &mut Vec<Edit>) -> Result<()> {
        let wrong = |what: String| Error::new(what).next(tr("nothing was written", "未写入任何内容"));
        let path = self.path;
        match (operator, self.field.shape) {
            (Operator::Set, _) if text.trim().is_empty() => {
                if self.value.is_some() {
                    edits.push(Edit::Remove { path });
                }
                Ok(())
            }
            (Operator::Set, _) => {
                let value = literal(self.field, text, today).map_err(wrong)?;
                match (self.fresh, edits.last_mut()) {
                    // several fields of one new record: contact.+.name=… contact.+.email=…
                    (Some(list), Some(Edit::PushRecord { path, fields })) if *path == list && !fields.iter().any(|(key, _)| *key == self.field.key) => {
                        fields.push((self.field.key, value));
                    }
                    (Some(list), _) => edits.push(Edit::PushRecord { path: list, fields: vec![(self.field.key, value)] }),
                    (None, _) => edits.push(Edit::Set { path, value }),
                }
                Ok(())
            }
            (Operator::Add, Shape::List(item)) => {
                let value = one(self.field, item, text, today).map_err(wrong)?;
                edits.push(Edit::PushValue { path, value });
                Ok(())
            }
            (Operator::Take, Shape::List(item)) => {
                let wanted = one(self.field, item, text, today).map_err(wrong)?;
                let list = self.value.and_then(|value| value.as_array());
                let at = list.into_iter().flat_map(|list| list.iter()).position(|item| item.get_ref().as_str().is_some_and(|text| crate::formats::toml::quoted(text) == wanted));
                let at = at.ok_or_else(|| Error::new(tr!("{} does not hold \"{text}\"", "{}中没有“{text}”", self.field.label.text())))?;
                edits.push(Edit::Remove { path: [path, vec![Step::from(at)]].concat() });
                Ok(())
            }
            _ => Err(Error::new(tr!("{} is no list; write = instead of += or -=", "{}不是列表；请用 = 代替 += 或 -=", self.field.label.text()))),
        }
    }
}

/// One of several records: by a key of its type, by place from 1, or the last.
fn select(items: &[&DeTable<'_>], record: &'static RecordType, selector: &str, field: &Field) -> Result<usize> {
    let value_of = |item: &DeTable<'_>, key: &str| match item.get(key)?.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(day) => Some(day.to_string()),
        _ => None,
    };
    let wanted = selector.trim().to_lowercase();
    for key in record.keys {
        for exact in [true, false] {
            let hits: Vec<usize> = (0..)
                .zip(items)
                .filter(|(_, item)| value_of(item, key).is_some_and(|value| if exact { value.to_lowercase() == wanted } else { value.to_lowercase().contains(&wanted) }))
                .map(|(index, _)| index)
                .collect();
            match hits.as_slice() {
                [only] => return Ok(*only),
                [] => {}
                several => {
                    let places: Vec<String> = several.iter().map(|index| (index + 1).to_string()).collect();
                    return Err(Error::new(tr!("\"{selector}\" fits several {}: places {}", "“{selector}”对应多条{}：第 {} 条", field.label.text(), places.join(", ")))
                        .next(tr!("select by place: {}.{}", "请用序号：{}.{}", field.key, places.last().map_or("1", String::as_str))));
                }
            }
        }
    }
    let place = match wanted.as_str() {
        "last" | "最后" => Some(items.len()),
        number => number.parse::<usize>().ok(),
    };
    place.and_then(|place| place.checked_sub(1)).filter(|index| *index < items.len()).ok_or_else(|| {
        let known: Vec<String> = items.iter().filter_map(|item| record.keys.first().and_then(|key| value_of(item, key))).take(8).collect();
        let error = Error::new({
            let label = field.label.text();
            tr!("no record \"{selector}\" among the {label}", "{label}中没有“{selector}”")
        });
        if known.is_empty() {
            error.next(tr!("the card holds none yet; {}.+ makes one", "卡片中还没有；用 {}.+ 新增", field.key))
        } else {
            error.next(tr!("there are {}", "现有：{}", known.join(tr(", ", "、"))))
        }
    })
}

fn unknown(record: &'static RecordType, part: &str) -> Error {
    let near = record.fields.iter().max_by(|a, b| strsim::jaro_winkler(a.key, part).total_cmp(&strsim::jaro_winkler(b.key, part)));
    let label = record.label.text();
    let error = Error::new(tr!("there is no field \"{part}\" in {label}", "{label}没有字段“{part}”"));
    match near.filter(|field| strsim::jaro_winkler(field.key, part) > 0.75) {
        Some(field) => error.next(tr!("did you mean {} ({})?", "是否想写 {}（{}）？", field.key, field.label.text())),
        None => error.next(tr!("its fields are {}", "可用字段：{}", record.fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", "))),
    }
}

fn keys(field: &Field) -> String {
    let mut shape = field.shape;
    while let Shape::List(item) = shape {
        shape = item;
    }
    match shape {
        Shape::Table(record) => record.fields.iter().map(|inner| inner.key).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}
