//! Contacts as vCards: one for each person of a customer, or one of the firm where it names nobody but can be reached.
//!
//! Version 3.0 in UTF-8: Outlook, Android and iOS all read it; Outlook reads no 4.0, and of 2.1 each program has its own
//! idea what Chinese looks like.

use super::super::found::Who;
use crate::formats::content_line::{Lines, escaped};
use crate::lang::{Lang, lang, tr};
use crate::model::card::Contact;
use crate::model::id::new_id;
use crate::model::{Card, Country};
use crate::store::Customer;
use crate::tr;

/// The cards of a customer.
pub fn cards(who: &Who, customer: &Customer) -> Vec<String> {
    let card = &customer.card;
    let named = |contact: &&Contact| [&contact.name, &contact.email, &contact.phone].into_iter().any(Option::is_some);
    let people: Vec<&Contact> = card.contact.iter().filter(named).collect();
    if people.is_empty() {
        let reached = card.phone.is_some() || card.email.is_some();
        return if reached { vec![vcard(who, customer, None, 0)] } else { Vec::new() };
    }
    let before =
        |at: usize, contact: &Contact| people.iter().take(at).filter(|other| key(other) == key(contact)).count();
    (0..).zip(&people).map(|(at, contact)| vcard(who, customer, Some(contact), before(at, contact))).collect()
}

/// What tells a person from the others of the firm.
fn key(contact: &Contact) -> &str {
    let ways = [&contact.name, &contact.email, &contact.phone];
    ways.into_iter().flatten().map(|way| way.trim()).find(|way| !way.is_empty()).unwrap_or_default()
}

/// A person, or the firm. `again`: how many of the same name came before.
fn vcard(who: &Who, customer: &Customer, contact: Option<&Contact>, again: usize) -> String {
    let card = &customer.card;
    let firm = who.called();
    let person = contact.and_then(|contact| contact.name.as_deref()).map(str::trim).filter(|name| !name.is_empty());
    let called = person.unwrap_or(&firm);
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCARD");
    lines.plain("VERSION", "3.0");
    lines.text("UID", Some(&uid(who, contact.map(key), again)));
    lines.text("FN", Some(called));
    lines.plain("N", &name(person));
    lines.text("ORG", Some(&firm));
    if contact.is_none() {
        lines.plain("X-ABSHOWAS", "COMPANY");
    }
    if let Some(contact) = contact {
        lines.text("TITLE", contact.title.as_deref());
        lines.text("EMAIL;TYPE=INTERNET,WORK,PREF", contact.email.as_deref());
        lines.text("TEL;TYPE=CELL,VOICE,PREF", contact.phone.as_deref());
        let own = contact.whatsapp.as_deref().filter(|number| contact.phone.as_deref() != Some(*number));
        lines.text("TEL;TYPE=CELL", own);
        lines.text("X-WECHAT", contact.wechat.as_deref());
    }
    let other = contact.and_then(|contact| contact.email.as_deref());
    lines.text("EMAIL;TYPE=INTERNET,WORK", card.email.as_deref().filter(|mail| other != Some(*mail)));
    let other = contact.and_then(|contact| contact.phone.as_deref());
    lines.text("TEL;TYPE=WORK,VOICE", card.phone.as_deref().filter(|phone| other != Some(*phone)));
    lines.text("TEL;TYPE=WORK,FAX", card.fax.as_deref());
    address(card, who.country.as_deref(), &mut lines);
    lines.text("URL", card.website.as_deref());
    let tags: Vec<String> = card.tags.iter().map(|tag| escaped(tag.trim())).filter(|tag| !tag.is_empty()).collect();
    if !tags.is_empty() {
        lines.plain("CATEGORIES", &tags.join(","));
    }
    lines.text("NOTE", Some(&note(who, card, contact)));
    lines.plain("END", "VCARD");
    lines.into_text()
}

/// The same person has the same for good, whatever else the card says.
fn uid(who: &Who, person: Option<&str>, again: usize) -> String {
    let customer = who.id.as_deref().unwrap_or(&who.path);
    let again = if again > 0 { format!("-{}", again + 1) } else { String::new() };
    match person {
        Some(person) => format!("{}-{}{again}@kehu", escaped(customer), new_id(customer, person)),
        None => format!("{}@kehu", escaped(customer)),
    }
}

/// Family name; given name. Nobody can tell them apart for sure: of several words the last is taken for the family's, in
/// the scripts of East Asia the first; a name of one word stands whole.
fn name(person: Option<&str>) -> String {
    let person = person.unwrap_or_default();
    let eastern = person
        .chars()
        .any(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}'));
    let words = if eastern { person.split_once(char::is_whitespace) } else { None };
    let words = words.or_else(|| {
        person.rsplit_once(char::is_whitespace).filter(|_| !eastern).map(|(given, family)| (family, given))
    });
    let (family, given) = words.unwrap_or((person, ""));
    format!("{};{};;;", escaped(family.trim()), escaped(given.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_family_stands_first() {
        for (person, want) in [
            (Some("Anna Weber"), "Weber;Anna;;;"),
            (Some("Jean  Paul Mercier"), "Mercier;Jean  Paul;;;"),
            (Some("高梨 悠"), "高梨;悠;;;"),
            (Some("김 하늘"), "김;하늘;;;"),
            (Some("张伟"), "张伟;;;;"),
            (Some("a;b c,d"), "c\\,d;a\\;b;;;"),
            (None, ";;;;"),
        ] {
            assert_eq!(name(person), want);
        }
    }
}

fn address(card: &Card, country: Option<&str>, lines: &mut Lines) {
    let street = card.address.as_deref();
    if street.is_none() && card.city.is_none() {
        return;
    }
    // whoever delivers a letter abroad reads Latin letters
    let country = country.and_then(Country::find).map(|country| country.name(Lang::En));
    let parts =
        [None, None, street, card.city.as_deref(), card.region.as_deref(), card.postal_code.as_deref(), country];
    lines.parts("ADR;TYPE=WORK", &parts);
}

fn note(who: &Who, card: &Card, contact: Option<&Contact>) -> String {
    let mut notes = Vec::new();
    notes.extend(who.code.as_deref().map(|code| tr!("customer number: {code}", "客户编号：{code}")));
    notes.extend(card.owner.as_deref().map(|owner| tr!("owner: {owner}", "负责人：{owner}")));
    if let Some(contact) = contact {
        notes.extend(contact.wechat.as_deref().map(|name| tr!("WeChat: {name}", "微信：{name}")));
        notes.extend(contact.whatsapp.as_deref().map(|number| format!("WhatsApp: {number}")));
        if contact.decides == Some(true) {
            notes.push(tr("has the last word on buying", "有最终采购决定权").to_owned());
        }
    }
    let country = who.country.as_deref().and_then(Country::find);
    notes.extend(country.map(|country| country.name(lang()).to_owned()));
    notes.join("\n")
}
