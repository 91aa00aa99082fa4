//! Business cards (vCard 2.1, 3.0, 4.0) as people: who, of which company, how to reach them.

use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardType, VCardValue};
use calcard::{Entry, Parser};
use encoding_rs::GBK;

use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::tr;

/// The most cards of a file.
pub const CARDS: usize = 100_000;
/// The most bytes of a card without its pictures.
const LONGEST: usize = 256 * 1024;

/// What a business card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The line on which the card begins, from 1.
    pub line: usize,
    /// The company.
    pub company: String,
    /// The name.
    pub name: String,
    /// What they are there.
    pub title: String,
    /// Mobile numbers, and numbers of which nothing else is said.
    pub mobiles: Vec<String>,
    /// Numbers of the company.
    pub phones: Vec<String>,
    /// Fax numbers.
    pub faxes: Vec<String>,
    /// Addresses for e-mail.
    pub emails: Vec<String>,
    /// Street and what belongs to it.
    pub street: String,
    /// The city.
    pub city: String,
    /// State or province.
    pub region: String,
    /// The postal code.
    pub postal_code: String,
    /// The country as it is written.
    pub country: String,
    /// The website.
    pub website: String,
    /// Notes.
    pub note: String,
}

/// Whether a text holds business cards.
pub fn is_one(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards of a text, in their order.
///
/// # Errors
/// One does not end, is none, or is larger than any that is meant. `file` is what the file is called in the message.
pub fn read(text: &str, file: &str) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for (line, card) in cards(text) {
        let at = || Place { file: file.to_owned(), line, column: 0 };
        let next = tr("export the contacts again as vCard", "请重新导出为 vCard 文件");
        let card = card.ok_or_else(|| {
            Error::new(tr("the card that begins here does not end", "此处开始的名片没有结束")).at(at()).next(next)
        })?;
        if card.len() > LONGEST || people.len() == CARDS {
            let kib = LONGEST / 1024;
            let what = tr!(
                "too much for business cards: {CARDS} cards of {kib} KiB at most",
                "名片过多或过大：最多 {CARDS} 张，每张 {kib} KiB"
            );
            return Err(Error::new(what).at(at()).next(tr("import them in parts", "请拆成几个文件分别导入")));
        }
        match Parser::new(&card).entry() {
            Entry::VCard(found) => people.push(person(line, &found)),
            _ => return Err(Error::new(tr("this is no business card", "这不是名片")).at(at()).next(next)),
        }
    }
    Ok(people)
}

/// The texts of the cards with the lines they begin on, without pictures and sounds; `None` for one that does not end.
fn cards(text: &str) -> Vec<(usize, Option<String>)> {
    let mut cards = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let (mut depth, mut left_out) = (0_usize, false);
    for (number, line) in (1..).zip(text.lines()) {
        let is = |word: &str| line.trim().eq_ignore_ascii_case(word);
        depth += usize::from(is("BEGIN:VCARD"));
        if depth == 0 {
            continue;
        }
        let (_, card) = open.get_or_insert_with(|| (number, String::new()));
        let goes_on = line.starts_with([' ', '\t']);
        left_out = if goes_on { left_out } else { is_picture(line) };
        if !left_out && card.len() <= LONGEST {
            card.push_str(line);
            card.push_str("\r\n");
        }
        if is("END:VCARD") {
            depth -= 1;
            if depth == 0 {
                cards.extend(open.take().map(|(line, card)| (line, Some(card))));
            }
        }
    }
    cards.extend(open.map(|(line, _)| (line, None)));
    cards
}

fn is_picture(line: &str) -> bool {
    let name = line.split([':', ';']).next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or_default();
    ["PHOTO", "LOGO", "SOUND", "KEY"].iter().any(|picture| name.eq_ignore_ascii_case(picture))
}

fn person(line: usize, card: &VCard) -> Person {
    let mut person = Person { line, ..Person::default() };
    let mut parts_of_name = String::new();
    for entry in &card.entries {
        let parts = parts(entry);
        let part = |at: usize| parts.get(at).map(|part| part.trim().to_owned()).unwrap_or_default();
        let whole = || {
            let full: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            full.join(", ")
        };
        let fill = |field: &mut String, value: String| {
            if field.is_empty() {
                *field = value;
            }
        };
        match &entry.name {
            VCardProperty::Fn => fill(&mut person.name, whole()),
            // family name, given name
            VCardProperty::N => fill(&mut parts_of_name, [part(1), part(0)].join(" ").trim().to_owned()),
            VCardProperty::Org => fill(&mut person.company, part(0)),
            VCardProperty::Title => fill(&mut person.title, whole()),
            VCardProperty::Tel => {
                let number = whole();
                let number = number.strip_prefix("tel:").unwrap_or(&number).to_owned();
                let list = match kind(entry) {
                    Line::Fax => &mut person.faxes,
                    Line::Work => &mut person.phones,
                    Line::Mobile => &mut person.mobiles,
                };
                list.push(number);
            }
            VCardProperty::Email => person.emails.push(whole()),
            VCardProperty::Adr if person.street.is_empty() && person.city.is_empty() => {
                let street = [part(2), part(1), part(0)];
                let street: Vec<String> = street.into_iter().filter(|part| !part.is_empty()).collect();
                (person.street, person.city) = (street.join(", "), part(3));
                (person.region, person.postal_code, person.country) = (part(4), part(5), part(6));
            }
            VCardProperty::Url => fill(&mut person.website, whole()),
            VCardProperty::Note => fill(&mut person.note, whole()),
            _ => {}
        }
    }
    if person.name.is_empty() {
        person.name = parts_of_name;
    }
    for list in [&mut person.mobiles, &mut person.phones, &mut person.faxes, &mut person.emails] {
        list.retain(|value| !value.is_empty());
        list.dedup();
    }
    person
}

/// What a number reaches.
enum Line {
    Fax,
    Work,
    Mobile,
}

fn kind(entry: &VCardEntry) -> Line {
    let is = |wanted: &VCardType, word: &str| {
        entry.params.iter().any(|param| match (&param.name, &param.value) {
            (_, VCardParameterValue::Type(found)) => found == wanted,
            (VCardParameterName::Type, VCardParameterValue::Text(text)) => text.eq_ignore_ascii_case(word),
            // as vCard 2.1 has it, without TYPE=
            (VCardParameterName::Other(name), _) => name.eq_ignore_ascii_case(word),
            _ => false,
        })
    };
    if is(&VCardType::Fax, "FAX") {
        Line::Fax
    } else if is(&VCardType::Work, "WORK") && !is(&VCardType::Cell, "CELL") {
        Line::Work
    } else {
        Line::Mobile
    }
}

/// The parts of a value.
fn parts(entry: &VCardEntry) -> Vec<String> {
    let mut parts = Vec::new();
    for value in &entry.values {
        match value {
            VCardValue::Text(text) => parts.push(mended(text)),
            VCardValue::Component(inner) => parts.extend(inner.iter().map(|text| mended(text))),
            // bytes in an encoding that calcard does not know: on Chinese phones that is GBK
            VCardValue::Binary(data) => parts.push(GBK.decode_without_bom_handling(&data.data).0.into_owned()),
            VCardValue::Integer(number) => parts.push(number.to_string()),
            _ => {}
        }
    }
    parts
}

/// A text without the name of its encoding is read as Latin-1, but most are UTF-8.
fn mended(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let read = bytes.filter(|bytes| !bytes.is_ascii()).and_then(|bytes| String::from_utf8(bytes).ok());
    read.unwrap_or_else(|| text.to_owned())
}
