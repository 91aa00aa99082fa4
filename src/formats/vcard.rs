//! Business cards (vCard 2.1, 3.0, 4.0) as people: who, of which company, how to reach them.

use calcard::vcard::{
    VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardType, VCardValue,
};
use calcard::{Entry, Parser};
use encoding_rs::{Encoding, GBK, UTF_8};

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

/// The texts of the cards with the lines they begin on, without pictures and sounds, and without the encodings of vCard 2.1;
/// `None` for one that does not end.
fn cards(text: &str) -> Vec<(usize, Option<String>)> {
    let mut cards = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let (mut depth, mut left_out) = (0_usize, false);
    let mut lines = (1..).zip(text.lines());
    while let Some((number, line)) = lines.next() {
        let is = |word: &str| line.trim().eq_ignore_ascii_case(word);
        depth += usize::from(is("BEGIN:VCARD"));
        if depth == 0 {
            continue;
        }
        let (_, card) = open.get_or_insert_with(|| (number, String::new()));
        let goes_on = line.starts_with([' ', '\t']);
        left_out = if goes_on { left_out } else { is_picture(line) };
        if !left_out && card.len() <= LONGEST {
            match quoted_printable(line) {
                None => card.push_str(line),
                Some(quoted) => {
                    let mut value = quoted.value.to_owned();
                    // an equals sign at the end says that the value goes on
                    while value.ends_with('=') && value.len() <= LONGEST {
                        value.pop();
                        let Some((_, line)) = lines.next() else { break };
                        value.push_str(line);
                    }
                    card.push_str(&quoted.decoded(&value));
                }
            }
            card.push_str("\r\n");
        }
        if is("END:VCARD") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                cards.extend(open.take().map(|(line, card)| (line, Some(card))));
            }
        }
    }
    cards.extend(open.map(|(line, _)| (line, None)));
    cards
}

/// A line in quoted-printable, which vCard 2.1 uses for all that is not English.
struct Quoted<'l> {
    /// The property and its parameters, without those of the encoding.
    head: Vec<&'l str>,
    charset: Option<&'l str>,
    value: &'l str,
}

fn quoted_printable(line: &str) -> Option<Quoted<'_>> {
    let (head, value) = line.split_once(':')?;
    let named = |part: &str, name: &str| {
        let (own, value) = part.split_once('=').map_or(("", part), |(own, value)| (own, value));
        own.eq_ignore_ascii_case(name).then_some(value.len())
    };
    let is_encoding = |part: &&str| {
        let value = if named(part, "ENCODING").is_some() { part.get(9..).unwrap_or_default() } else { part };
        value.eq_ignore_ascii_case("QUOTED-PRINTABLE")
    };
    let is_charset = |part: &&str| named(part, "CHARSET").is_some();
    head.split(';').any(|part| is_encoding(&part)).then(|| Quoted {
        head: head.split(';').filter(|part| !is_encoding(part) && !is_charset(part)).collect(),
        charset: head.split(';').find(is_charset).and_then(|part| part.split_once('=')).map(|(_, charset)| charset),
        value,
    })
}

impl Quoted<'_> {
    /// The line as a later version of vCard has it.
    fn decoded(&self, value: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = value.as_bytes();
        while let Some((first, behind)) = rest.split_first() {
            let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
            let code = code.filter(|_| *first == b'=').and_then(|code| u8::from_str_radix(code, 16).ok());
            bytes.push(code.unwrap_or(*first));
            rest = behind.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default();
        }
        let named = self.charset.and_then(|charset| Encoding::for_label(charset.as_bytes()));
        // where none is named it is UTF-8, or that of Chinese phones
        let guessed = || if std::str::from_utf8(&bytes).is_ok() { UTF_8 } else { GBK };
        let text = named.unwrap_or_else(guessed).decode_without_bom_handling(&bytes).0;
        let text = text.replace("\r\n", "\n").replace(['\n', '\r'], "\\n");
        format!("{}:{text}", self.head.join(";"))
    }
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
            VCardValue::Text(text) => parts.push(text.clone()),
            VCardValue::Component(inner) => parts.extend(inner.iter().cloned()),
            VCardValue::Integer(number) => parts.push(number.to_string()),
            _ => {}
        }
    }
    parts
}
