//! What a form says beside what the card says: per field, old and new, and the edits that take it over.

use std::collections::BTreeMap;

use super::{misfit, set};
use crate::error::{Error, Result};
use crate::formats::form::{Filled, Form};
use crate::formats::toml::{DeTable, DeValue, Document, Edit, Step, quoted};
use crate::lang::tr;
use crate::model::Card;
use crate::model::card::Contact;
use crate::model::field::{Field, Is, Record, Shape};
use crate::model::fold::fold;
use crate::store::CardFile;
use crate::tr;
use crate::views::{Style, Text};

/// The fewest digits of a telephone number.
const DIGITS: usize = 5;

/// What a form changes.
#[derive(Debug, Default)]
pub struct Changes {
    all: Vec<Change>,
}

/// One value, or one record that is new.
#[derive(Debug)]
struct Change {
    label: String,
    /// What the card says, if anything.
    old: Option<String>,
    new: String,
    edit: Edit,
}

impl Changes {
    /// What a form and the day of the exchange change in a card.
    ///
    /// # Errors
    /// The card cannot be read, or a value of the form does not fit.
    pub fn of(form: &Form, file: &CardFile, shown: &str, exchanged: Option<&str>) -> Result<Self> {
        let card = file.card()?;
        let document = Document::parse(&file.text).map_err(|faults| {
            faults
                .into_iter()
                .next()
                .map_or_else(|| Error::new(""), |fault| fault.in_file(&file.location.file, &file.text))
        })?;
        let mut changes = Self::default();
        for (path, filled) in form.places.iter().filter(|(_, filled)| !filled.text.is_empty()) {
            let keys: Vec<&str> = path.split('.').collect();
            // as registered, where that is another name
            let same_name =
                path == "papers.legal_name" && card.name.as_deref().is_some_and(|name| alike(name, &filled.text));
            if path == "id" || keys.first() == Some(&"contact") || same_name {
                continue;
            }
            if let Some(field) = field(&keys) {
                changes.field(&keys, field, value(&document.root, &keys), filled, shown)?;
            }
        }
        changes.contacts(form, &card, shown)?;
        if let Some(day) =
            exchanged.filter(|day| card.start.trading_card.map(|there| there.to_string()).as_deref() != Some(*day))
        {
            changes.all.push(Change {
                label: field(&["start", "trading_card"]).map_or("", |field| field.label.text()).to_owned(),
                old: card.start.trading_card.map(|there| there.to_string()),
                new: day.to_owned(),
                edit: set(&["start", "trading_card"], day.to_owned()),
            });
        }
        Ok(changes)
    }

    fn field(
        &mut self,
        keys: &[&str],
        field: &'static Field,
        old: Option<&DeValue<'_>>,
        filled: &Filled,
        shown: &str,
    ) -> Result<()> {
        fits(field, filled, shown)?;
        let old = old.map(listed).filter(|items| !items.is_empty());
        let new = match field.shape {
            Shape::List(_) => items(&filled.text),
            _ => vec![filled.text.clone()],
        };
        let same = old.as_ref().is_some_and(|old| {
            *old == new
                || [", ", "、"].iter().any(|mark| alike(&old.join(mark), &filled.text))
                || (field.is == Is::Phone && digits(&old.join(" ")) == digits(&filled.text))
        });
        if same {
            return Ok(());
        }
        let literal = match field.shape {
            Shape::List(_) => format!("[{}]", new.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", ")),
            _ => quoted(&filled.text),
        };
        let join = |items: &[String]| items.join(tr(", ", "、"));
        self.all.push(Change {
            label: field.label.text().to_owned(),
            old: old.map(|old| join(&old)),
            new: join(&new),
            edit: set(keys, literal),
        });
        Ok(())
    }

    /// The people of the form: those that the card knows by name or e-mail are completed, the others are new.
    fn contacts(&mut self, form: &Form, card: &Card, shown: &str) -> Result<()> {
        for (_, said) in people(form) {
            let text = |key: &str| said.get(key).map(|filled| filled.text.as_str());
            let known = |one: &Contact| {
                let name = text("name").zip(one.name.as_deref()).is_some_and(|(new, old)| alike(new, old));
                name || text("email").zip(one.email.as_deref()).is_some_and(|(new, old)| new.eq_ignore_ascii_case(old))
            };
            let Some(first) = said.values().next() else { continue };
            match card.contact.iter().position(known) {
                Some(place) => {
                    for (key, filled) in &said {
                        self.of_contact(card, place, key, filled, shown)?;
                    }
                }
                None if text("name").is_none() => {
                    return Err(misfit(tr("a contact without a name", "联系人没有写姓名"), first, shown));
                }
                None => self.contact(&said, shown)?,
            }
        }
        Ok(())
    }

    fn of_contact(&mut self, card: &Card, place: usize, key: &str, filled: &Filled, shown: &str) -> Result<()> {
        let (Some(one), Some(field)) = (card.contact.get(place), Contact::TYPE.field(key)) else { return Ok(()) };
        fits(field, filled, shown)?;
        let old = match field.key {
            "name" => &one.name,
            "title" => &one.title,
            "email" => &one.email,
            _ => &one.phone,
        };
        let same =
            |old: &String| alike(old, &filled.text) || (field.is == Is::Phone && digits(old) == digits(&filled.text));
        if old.as_ref().is_some_and(same) {
            return Ok(());
        }
        let path = vec![Step::from("contact"), Step::from(place), Step::from(field.key)];
        self.all.push(Change {
            label: format!("{} {}", one.name.as_deref().unwrap_or_default(), field.label.text()),
            old: old.clone(),
            new: filled.text.clone(),
            edit: Edit::Set { path, value: quoted(&filled.text) },
        });
        Ok(())
    }

    fn contact(&mut self, said: &BTreeMap<String, Filled>, shown: &str) -> Result<()> {
        let mut fields = Vec::new();
        for field in Contact::TYPE.fields {
            if let Some(filled) = said.get(field.key) {
                fits(field, filled, shown)?;
                fields.push((field.key, quoted(&filled.text)));
            }
        }
        let new: Vec<&str> = Contact::TYPE
            .fields
            .iter()
            .filter_map(|field| said.get(field.key))
            .map(|filled| filled.text.as_str())
            .collect();
        self.all.push(Change {
            label: tr("new contact", "新联系人").to_owned(),
            old: None,
            new: new.join(tr(", ", "、")),
            edit: Edit::PushRecord { path: vec![Step::from("contact")], fields },
        });
        Ok(())
    }

    /// Whether the form says nothing new.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many values differ from what the card has.
    pub fn differing(&self) -> usize {
        self.all.iter().filter(|change| change.old.is_some()).count()
    }

    /// How many values are taken over, with those that differ or without.
    pub fn count(&self, replacing: bool) -> usize {
        if replacing { self.all.len() } else { self.all.len() - self.differing() }
    }

    /// What takes them over.
    pub fn edits(self, replacing: bool) -> Vec<Edit> {
        self.all.into_iter().filter(|change| replacing || change.old.is_none()).map(|change| change.edit).collect()
    }

    /// Each as people read it: old, new.
    pub fn lines(&self) -> Vec<Text> {
        let line = |change: &Change| {
            let label = tr!("{}: ", "{}：", change.label);
            let text = Text::plain(label);
            let text = match &change.old {
                Some(old) => text.and(Style::Bad, one_line(old)).and(Style::Plain, " → "),
                None => text,
            };
            text.and(Style::Good, one_line(&change.new)).line()
        };
        self.all.iter().map(line).collect()
    }
}

/// The people of a form, each with what is said of them.
fn people(form: &Form) -> BTreeMap<&str, BTreeMap<String, Filled>> {
    let mut people: BTreeMap<&str, BTreeMap<String, Filled>> = BTreeMap::new();
    for (path, filled) in form.places.iter().filter(|(_, filled)| !filled.text.is_empty()) {
        if let Some((number, key)) = path.strip_prefix("contact.").and_then(|rest| rest.split_once('.')) {
            people.entry(number).or_default().insert(key.to_owned(), filled.clone());
        }
    }
    people
}

/// The field of the card at a path.
fn field(keys: &[&str]) -> Option<&'static Field> {
    let mut record = Card::TYPE;
    let mut found = None;
    for key in keys {
        let field = record.field(key)?;
        record = field.record().unwrap_or(record);
        found = Some(field);
    }
    found.filter(|field| field.record().is_none())
}

fn value<'a, 't>(root: &'a DeTable<'t>, keys: &[&str]) -> Option<&'a DeValue<'t>> {
    let (last, groups) = keys.split_last()?;
    let mut table = root;
    for key in groups {
        table = table.get(*key)?.get_ref().as_table()?;
    }
    Some(table.get(*last)?.get_ref())
}

/// The texts of a value of the card.
fn listed(value: &DeValue<'_>) -> Vec<String> {
    match value {
        DeValue::String(text) if text.trim().is_empty() => Vec::new(),
        DeValue::String(text) => vec![text.trim().to_owned()],
        DeValue::Array(list) => list.iter().flat_map(|item| listed(item.get_ref())).collect(),
        _ => Vec::new(),
    }
}

/// The items of a list, as people write one into a form.
fn items(text: &str) -> Vec<String> {
    text.split(['\n', ';', '；', '、']).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// Whether two texts say the same, whatever their blanks and case.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| fold(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    plain(one) == plain(other)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Refuses what is no e-mail address and no telephone number where one is asked for.
fn fits(field: &Field, filled: &Filled, shown: &str) -> Result<()> {
    let (label, text) = (field.label.text(), &filled.text);
    let email = |text: &str| text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    match field.is {
        Is::Email if !text.split([';', ',', ' ', '\n', '；', '、']).filter(|one| !one.is_empty()).all(email) => Err(
            misfit(&tr!("{label}: \"{text}\" is no e-mail address", "{label}：“{text}”不是邮箱地址"), filled, shown),
        ),
        Is::Phone if digits(text).len() < DIGITS => Err(misfit(
            &tr!("{label}: \"{text}\" is no telephone number", "{label}：“{text}”不是电话号码"),
            filled,
            shown,
        )),
        _ => Ok(()),
    }
}
