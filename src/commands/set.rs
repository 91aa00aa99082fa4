//! `set`: fields of a card changed by path, each value checked by the field's type.

mod bulk;
mod target;

use super::append::{DryRun, change, mendable, wrong_value};
use super::resolve::customer;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{DeValue, Document, Edit, Fault, Step, apply, inline_table, quoted};
use crate::formats::typed::{literal, one};
use crate::lang::tr;
use crate::model::field::{Record, Shape};
use crate::model::{Card, Date};
use crate::store::CardFile;
use crate::tr;
use target::Target;

/// What may be said to `set`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "A path names a field by key or label; of several records, one by number, name, date, place (1, 2, last), and + makes a new one:\n  kehu set Acme phone=\"+49 711 5550134\" tags+=VIP note=\n  kehu set Acme contact.Anna.email=anna@acme.example order.PI-011.shipped=2026-04-01 contact.+.name=Bob\nNAME= takes a value away; += and -= add to and take from a list.\nEvery customer of a query at once, shown before it is written:\n  kehu set --where \"owner:Li country:DE\" owner=Wang",
    "路径用字段名或中文标签；多条记录用单号、姓名、日期、序号（1、2、last）选定，+ 表示新增：\n  kehu set Acme phone=\"+49 711 5550134\" 标签+=重点 note=\n  kehu set Acme contact.Anna.email=anna@acme.example order.PI-011.shipped=2026-04-01 contact.+.name=Bob\n“字段=”清空；+= 和 -= 增减列表项。\n一次修改符合查询的全部客户，写入前先给您看：\n  kehu set --where \"owner:李 country:德国\" owner=王芳"
))]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: String,
    #[arg(long = "where", value_name = tr("QUERY", "查询"), help = tr("Change every customer that this query means instead of one; see kehu help query", "不指定客户，改为修改符合查询条件的全部客户；写法见 kehu help query"))]
    query: Option<String>,
    #[arg(value_name = tr("PATH=VALUE", "路径=值"), required_unless_present = "query", allow_hyphen_values = false, help = tr("What to change", "要修改的内容"))]
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
        if let Some(query) = &self.query {
            // nobody is named: the first word is a change too
            let changes = [std::slice::from_ref(&self.name), self.changes.as_slice()].concat();
            return bulk::run(query, &changes, self.dry_run.dry_run, context);
        }
        let book = context.take_book()?;
        let location = customer(&self.name, &book, context)?;
        let today = context.today;
        let changed = change(context, &book, &location, self.dry_run, |file| edits(file, &self.changes, today))?;
        if !self.dry_run.dry_run {
            context.done(if changed {
                tr!("{}: changed", "{}：已修改", location.path)
            } else {
                tr!("{}: nothing to change", "{}：没有变化", location.path)
            });
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

/// The edits that typed changes ask for, one after the other: each sees the card as those before it leave it.
///
/// # Errors
/// A change names no field or record of the card, or its value does not fit.
pub fn edits(file: &CardFile, changes: &[String], today: Date) -> Result<Vec<Edit>> {
    let mut text = file.text.clone();
    let mut made = Vec::new();
    let mut all = Vec::new();
    for change in changes {
        let (path, operator, value) = split(change)?;
        let edit = {
            let document = Document::parse(&text).map_err(|faults| first(faults, file, &text))?;
            let target = Target::find(&document.root, &path, &made, change, today)?;
            made.extend(target.made());
            target.edit(operator, value, today)?
        };
        if let Some(edit) = edit {
            text = apply(&text, Card::TYPE, std::slice::from_ref(&edit))
                .map_err(|fault| mendable(fault.in_file(&file.location.file, &text), &file.location))?;
            all.push(edit);
        }
    }
    Ok(all)
}

fn first(faults: Vec<Fault>, file: &CardFile, text: &str) -> Error {
    let error =
        faults.into_iter().next().map_or_else(|| Error::new(""), |fault| fault.in_file(&file.location.file, text));
    mendable(error, &file.location)
}

/// `path=value`, `path+=value`, `path-=value`; a part of the path that holds a dot stands in double quotes.
fn split(change: &str) -> Result<(Vec<String>, Operator, &str)> {
    let wrong = || {
        Error::new(tr!("\"{change}\" is not PATH=VALUE", "“{change}”不是 路径=值 的形式")).next(tr(
            "as phone=\"+49 711 5550134\"; an empty value takes the field away",
            "如 phone=\"+49 711 5550134\"；值为空表示清空该字段",
        ))
    };
    let mut quoted = false;
    let at = change.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '=' && !quoted
    });
    let (at, _) = at.ok_or_else(wrong)?;
    let (path, value) = (change.get(..at).unwrap_or_default(), change.get(at + 1..).unwrap_or_default());
    let (path, operator) = if let Some(path) = path.strip_suffix('+').filter(|path| !path.ends_with('.')) {
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

impl Target<'_, '_> {
    /// The edit that gives the target its value; none where it is as wanted already.
    fn edit(self, operator: Operator, text: &str, today: Date) -> Result<Option<Edit>> {
        let label = self.field.label.text();
        let empty = text.trim().is_empty();
        match (operator, self.field.shape) {
            (Operator::Set, _) if empty => Ok(self.value.map(|_| Edit::Remove { path: self.path })),
            (Operator::Set, _) => {
                let value = literal(self.field, text, today).map_err(wrong_value)?;
                Ok(Some(self.put(value)))
            }
            (Operator::Add | Operator::Take, Shape::List(_)) if empty => {
                let key = self.field.key;
                Err(Error::new(tr!("nothing to add to or take from {label}", "{label}：没有给出要增减的内容"))
                    .next(tr!("write it behind the sign, as {key}+=VIP", "请写在等号后面，如 {key}+=重点")))
            }
            (Operator::Add, Shape::List(item)) => {
                let value = one(self.field, item, text, today).map_err(wrong_value)?;
                Ok(match self.place_of(&value) {
                    Some(_) => None,
                    None if self.fresh.is_some() || self.value.is_none() => Some(self.put(format!("[{value}]"))),
                    None => Some(Edit::PushValue { path: self.path, value }),
                })
            }
            (Operator::Take, Shape::List(item)) => {
                let value = one(self.field, item, text, today).map_err(wrong_value)?;
                let at = self.place_of(&value).ok_or_else(|| self.not_held(text))?;
                Ok(Some(Edit::Remove { path: [self.path, vec![Step::from(at)]].concat() }))
            }
            _ => Err(Error::new(tr!("{label} is no list", "{label}不是列表"))
                .next(tr("write = instead of += or -=", "请用 = 代替 += 或 -="))),
        }
    }

    /// Puts a literal there; into a new record where the path asks for one.
    fn put(self, value: String) -> Edit {
        let Some((at, first)) = self.fresh else { return Edit::Set { path: self.path, value } };
        // what lies between the new record's own field and the target is made around the value
        let inner = self.path.get(at + 2..).unwrap_or_default().iter().rev().fold(value, |value, step| match step {
            Step::Key(key) => inline_table(&[(key, value)]),
            Step::Index(_) => format!("[{value}]"),
        });
        Edit::PushRecord { path: self.path.get(..at).unwrap_or_default().to_vec(), fields: vec![(first.key, inner)] }
    }

    /// Where a list holds a literal.
    fn place_of(&self, literal: &str) -> Option<usize> {
        let list = self.value.and_then(DeValue::as_array)?;
        list.iter().position(|item| item.get_ref().as_str().is_some_and(|text| quoted(text) == literal))
    }

    fn not_held(&self, text: &str) -> Error {
        let label = self.field.label.text();
        let list = self.value.and_then(DeValue::as_array).into_iter().flat_map(|list| list.iter());
        let held: Vec<&str> = list.filter_map(|item| item.get_ref().as_str()).collect();
        let error = Error::new(tr!("{label} does not hold \"{text}\"", "{label}中没有“{text}”"));
        if held.is_empty() {
            return error.next(tr!(
                "it is empty; {} adds to it",
                "目前为空；可用 {} 添加",
                format!("{}+=", self.field.key)
            ));
        }
        error.next(tr!("it holds {}", "现有：{}", held.join(tr(", ", "、"))))
    }
}
