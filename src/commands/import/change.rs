//! What a file says differently from a card, field by field.

use super::compare::{on_card, records};
use super::sheet::{Said, Sheet};
use super::subject::Target;
use super::values::{meaning, meaning_of};
use crate::commands::sheets::shown;
use crate::formats::toml::{DeTable, Edit, Record as Fields, Step};
use crate::lang::tr;
use crate::model::card::Contact;
use crate::model::field::Record;
use crate::model::name::search_key;
use crate::tr;

/// One field that becomes another, or a contact that comes in.
pub struct Change {
    /// What makes it so.
    pub edit: Edit,
    /// What is told of it: the field, what the card says, what the file says.
    pub told: String,
}

impl Change {
    /// Of a field: the card says `old`, the file `new`, both by meaning; nothing in the file takes it away.
    pub fn new(target: &Target, path: Vec<Step>, old: Option<&str>, new: Option<(&str, String)>) -> Self {
        let label = label(target);
        let say = |value: Option<&str>| {
            value.map_or_else(|| tr("(nothing)", "（空）").to_owned(), |value| shown(target, value))
        };
        let (old, now) = (say(old), say(new.as_ref().map(|(meaning, _)| *meaning)));
        let told = tr!("{label}: {old} → {now}", "{label}：{old} → {now}");
        let edit = match new {
            Some((_, value)) => Edit::Set { path, value },
            None => Edit::Remove { path },
        };
        Self { edit, told }
    }
}

/// What a field is called, that of a contact with the word for it.
pub fn label(target: &Target) -> String {
    let label = target.field.label.text();
    if target.path.starts_with("contact.") { tr!("contact's {label}", "联系人{label}") } else { label.to_owned() }
}

/// The change of a field below a table of the card, if the file says something else. `literal` is what the file says.
pub fn changed(table: &DeTable<'_>, base: &[Step], target: &Target, below: &str, literal: &str) -> Option<Change> {
    let own = on_card(table, &Target { path: below.to_owned(), field: target.field });
    let wanted = meaning_of(target.field, literal)?;
    if own.as_ref() == Some(&wanted) {
        return None;
    }
    let path = [base.to_vec(), below.split('.').map(Step::from).collect()].concat();
    Some(Change::new(target, path, own.as_deref(), Some((&wanted, literal.to_owned()))))
}

/// What a row of customers says differently from a card. What it says nothing of stays, and so does what only the map says.
pub fn of_customer(sheet: &Sheet<'_>, card: &DeTable<'_>, row: usize, said: &Said) -> Vec<Change> {
    let own = said.values.iter().filter(|(at, _)| sheet.is_own(*at, &[row]));
    let (contact, rest): (Vec<_>, Vec<_>) = own
        .filter_map(|(at, literal)| Some((sheet.target(*at).filter(|target| !target.is_place())?, literal.as_str())))
        .partition(|(target, _)| target.path.starts_with("contact."));
    let rest = rest.into_iter().filter_map(|(target, literal)| changed(card, &[], target, &target.path, literal));
    rest.chain(of_contact(card, &contact)).collect()
}

/// What a row says differently of a contact: of the one of that name, else of that address; somebody else is one more contact.
fn of_contact(card: &DeTable<'_>, said: &[(&Target, &str)]) -> Vec<Change> {
    if said.is_empty() {
        return Vec::new();
    }
    let contacts = records(card, "contact");
    let key = |target: &Target| target.path.strip_prefix("contact.").unwrap_or_default().to_owned();
    let find = |wanted: &str| {
        let (target, literal) = said.iter().find(|(target, _)| key(target) == wanted)?;
        let said = search_key(&meaning_of(target.field, literal)?);
        contacts.iter().position(|contact| {
            let own = contact.get(wanted).and_then(|value| meaning(target.field, value.get_ref()));
            own.is_some_and(|own| search_key(&own) == said)
        })
    };
    let names_one = said.iter().any(|(target, _)| key(target) == "name");
    let nameless = || contacts.iter().position(|contact| !contact.contains_key("name"));
    let at = find("name").or_else(|| find("email")).or_else(|| if names_one { nameless() } else { Some(0) });
    let there = at.and_then(|at| Some((at, contacts.get(at)?)));
    if let Some((at, contact)) = there {
        let base = [Step::from("contact"), Step::from(at)];
        return said
            .iter()
            .filter_map(|(target, literal)| changed(contact, &base, target, &key(target), literal))
            .collect();
    }
    vec![new_contact(said)]
}

/// One more contact.
pub fn new_contact(said: &[(&Target, &str)]) -> Change {
    let fields = contact_fields(said);
    let told = said.iter().filter_map(|(target, literal)| meaning_of(target.field, literal));
    let told = told.collect::<Vec<_>>().join(tr(", ", "，"));
    Change {
        edit: Edit::PushRecord { path: vec![Step::from("contact")], fields },
        told: tr!("one more contact: {told}", "新增联系人：{told}"),
    }
}

fn contact_fields(said: &[(&Target, &str)]) -> Fields {
    let of = |field: &'static crate::model::field::Field| {
        let found = said.iter().find(|(target, _)| target.path.strip_prefix("contact.") == Some(field.key));
        Some((field.key, (*found?.1).to_owned()))
    };
    Contact::TYPE.fields.iter().filter_map(of).collect()
}
