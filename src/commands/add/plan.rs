//! The card that is going to be made: its place and its text.

use super::super::set::edits;
use super::place::{company_folder, country_folder, find_country};
use super::{Args, Known};
use crate::error::{Error, Place, Result};
use crate::formats::fresh;
use crate::formats::toml::{Edit, Step, quoted};
use crate::lang::{lang, tr};
use crate::model::Date;
use crate::model::choice::StageKind;
use crate::model::id::free_id;
use crate::model::name::shell_word;
use crate::model::name::{clash_key, folder};
use crate::store::{Book, CARD_FILE, CardFile, Location, exists, link_on_the_way};
use crate::tr;

/// What the folder of a company of this name is called, if it may have that name.
///
/// # Errors
/// The name cannot be one of a company.
pub fn folder_name(name: &str) -> Result<String> {
    folder(name, "")
}

/// The card of a new customer, not yet written.
///
/// # Errors
/// A value does not fit, or the customer has a card already.
pub fn plan(book: &Book, stage: &(String, StageKind), known: &Known, args: &Args, today: Date) -> Result<CardFile> {
    let (stage, kind) = stage;
    let country = find_country(&known.country)?;
    let taken = book.scan(|customer| Some((customer.card.id.clone(), customer.location.clone())));
    let id =
        free_id(country.alpha2(), &known.name, |id| taken.rows.iter().any(|(known, _)| known.as_deref() == Some(id)));
    let company = folder(&known.name, &id)?;
    let country_folder = format!("{stage}/{}", country_folder(book, stage, country, lang())?);
    let path = format!("{country_folder}/{}", company_folder(book, &country_folder, company)?);
    if let Some(link) = link_on_the_way(&book.root, &book.root.join(&path)) {
        return Err(Error::new(tr(
            "this folder is a link; kehu writes through none",
            "该文件夹是链接；kehu 不会通过链接写入",
        ))
        .at(Place::file(book.relative(&link)))
        .next(tr("put the folder itself there", "请把文件夹本身放在这里")));
    }
    let location = Location::of_card(&format!("{path}/{CARD_FILE}"), *kind);
    let key = clash_key(&path);
    let there = taken.rows.iter().map(|(_, location)| location).find(|location| clash_key(&location.path) == key);
    // a card that cannot be read is in nobody's scan, but it is there
    if let Some(there) = there.or(Some(&location).filter(|location| exists(&book.root.join(&location.file)))) {
        return Err(Error::refused(tr("this customer has a card already", "该客户已有卡片"))
            .at(Place::file(&there.file))
            .next(tr!("see it: kehu show {}", "查看：kehu show {}", shell_word(&there.path))));
    }
    let known = literals(known, &id, today);
    card(book, location, known, args, today)
}

fn literals(known: &Known, id: &str, today: Date) -> Vec<fresh::Known> {
    let texts = [
        ("id", Some(id)),
        ("name", Some(known.name.as_str())),
        ("phone", known.phone.as_deref()),
        ("email", known.email.as_deref()),
        ("owner", known.owner.as_deref()),
        ("source", known.source.as_deref()),
        ("contact.name", known.contact.as_deref()),
    ];
    let texts =
        texts.into_iter().filter_map(|(path, text)| Some((path, text?.trim())).filter(|(_, text)| !text.is_empty()));
    let created = ("created".to_owned(), today.to_string());
    texts.map(|(path, text)| (path.to_owned(), quoted(text))).chain([created]).collect()
}

/// The text of the card. A further field takes the place of the comment that asks for it; whatever a fresh card has no
/// line for is edited in.
fn card(book: &Book, location: Location, mut known: Vec<fresh::Known>, args: &Args, today: Date) -> Result<CardFile> {
    let fresh = |known: &[fresh::Known]| CardFile {
        text: fresh::card(known, location.kind, args.full),
        location: location.clone(),
    };
    if let Some(name) = args.fields.iter().find(|field| !field.contains('=')) {
        return Err(Error::new(tr!("\"{name}\" is not PATH=VALUE", "“{name}”不是 路径=值 的形式"))
            .next(tr!("the name goes with --name \"{name}\"", "名称请写在 --name 之后：--name \"{name}\"")));
    }
    let mut rest = Vec::new();
    for edit in edits(&fresh(&known), &args.fields, today)? {
        let contact = known.iter().any(|(path, _)| path.starts_with("contact."));
        match (line_of(&edit, contact), edit) {
            (Some(path), Edit::Set { value, .. }) => put(&mut known, path, value),
            (Some(path), Edit::PushRecord { fields, .. }) => {
                fields.into_iter().for_each(|(key, value)| put(&mut known, format!("{path}.{key}"), value));
            }
            (Some(path), Edit::PushValue { value, .. }) if known.iter().any(|(there, _)| *there == path) => {
                let list = known.iter_mut().filter(|(there, _)| *there == path).map(|(_, literal)| literal);
                list.for_each(|list| *list = format!("{}, {value}]", list.trim_end_matches(']')));
            }
            (_, edit) => rest.push(edit),
        }
    }
    let bare = fresh(&known);
    let text = book.edited(&bare, &rest)?;
    Ok(CardFile { text, location })
}

fn put(known: &mut Vec<fresh::Known>, path: String, value: String) {
    known.retain(|(there, _)| *there != path);
    known.push((path, value));
}

/// The line of a fresh card that an edit fills in: a field, a field of a group, one of the first contact.
fn line_of(edit: &Edit, contact: bool) -> Option<String> {
    match edit {
        Edit::Set { path, .. } | Edit::PushValue { path, .. } => match path.as_slice() {
            [Step::Key(key)] => Some(key.to_string()),
            [Step::Key(group), Step::Key(key)] => Some(format!("{group}.{key}")),
            [Step::Key(list), Step::Index(0), Step::Key(key)] if list == "contact" => Some(format!("contact.{key}")),
            _ => None,
        },
        Edit::PushRecord { path, .. } if !contact && path.as_slice() == [Step::from("contact")] => {
            Some("contact".to_owned())
        }
        _ => None,
    }
}
