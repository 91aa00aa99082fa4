//! The parties of a paper: our firm, who makes it, the customer and its people.

use serde_json::{Map, Value as Json};

use super::subject::Subject;
use super::{Row, Sheet, nth, of_record, put};
use crate::error::Result;
use crate::formats::json::object;
use crate::formats::template::Value;
use crate::formats::toml::Document;
use crate::lang::tr;
use crate::model::card::Contact;
use crate::model::choice::State;
use crate::model::field::Record;
use crate::model::fold::fold;
use crate::model::settings::{Person, Seller};
use crate::model::{Card, Country, Date};
use crate::rules::credit::granted;
use crate::store::{Book, SETTINGS_FILE};
use crate::tr;

/// The day, our firm, who makes the paper.
///
/// # Errors
/// kehu.toml cannot be read.
pub fn ourselves(sheet: &mut Sheet, book: &Book, me: Option<&str>, day: Date) -> Result<()> {
    sheet.put("today", Row::from([(String::new(), Value::Date(day))]));
    let text = book.text_of(SETTINGS_FILE)?.unwrap_or_default();
    let settings = match Document::parse(&text).map(|document| object(&document.root)) {
        Ok(Json::Object(map)) => map,
        _ => Map::new(),
    };
    let seller = settings.get("seller").and_then(Json::as_object);
    let mut firm = seller.map(|seller| of_record(seller, Seller::TYPE, "")).unwrap_or_default();
    let own = &book.settings.seller;
    let named = [&own.beneficiary, &own.name_en, &own.name].map(Option::as_deref);
    put(&mut firm, "beneficiary", first(&named));
    sheet.put("seller", firm);
    let people = book.settings.person.iter().position(|person| me.is_some() && person.name.as_deref() == me);
    let listed = people.and_then(|at| nth(&settings, "person", at));
    let mut mine = listed.map(|person| of_record(person, Person::TYPE, "")).unwrap_or_default();
    put(&mut mine, "name", Value::text(me));
    sheet.put("me", mine);
    Ok(())
}

/// The customer and its people.
///
/// # Errors
/// No contact has the name that was asked for.
pub fn people(sheet: &mut Sheet, subject: &Subject<'_>) -> Result<()> {
    let card = &subject.customer.card;
    sheet.put("customer", customer(subject));
    let all: Vec<Row> = (0..card.contact.len())
        .map(|at| nth(&subject.json, "contact", at).map(|one| of_record(one, Contact::TYPE, "")).unwrap_or_default())
        .collect();
    let meant = match &subject.contact {
        Some(wanted) => Some(named(card, wanted)?),
        None => card.contact.iter().position(|contact| contact.decides == Some(true)).or(Some(0)),
    };
    sheet.put("contact", meant.and_then(|at| all.get(at)).cloned().unwrap_or_default());
    sheet.list("contacts", all);
    Ok(())
}

/// The contact of this name, or of this part of it.
fn named(card: &Card, wanted: &str) -> Result<usize> {
    let key = fold(wanted.trim());
    let name = |contact: &Contact| fold(contact.name.as_deref().unwrap_or_default());
    let whole = card.contact.iter().position(|contact| name(contact) == key);
    let part = card.contact.iter().position(|contact| !key.is_empty() && name(contact).contains(&key));
    whole.or(part).ok_or_else(|| {
        let names: Vec<&str> = card.contact.iter().filter_map(|contact| contact.name.as_deref()).collect();
        let error = crate::error::Error::new(tr!("no contact is called \"{wanted}\"", "没有联系人“{wanted}”"));
        match names.as_slice() {
            [] => error.next(tr("the card names no contact; leave --contact away", "卡片没有联系人，请去掉 --contact")),
            names => error.next(tr!("one of: {}", "可选：{}", names.join(tr(", ", "、")))),
        }
    })
}

fn customer(subject: &Subject<'_>) -> Row {
    let (card, location) = (&subject.customer.card, &subject.customer.location);
    let mut row = of_record(&subject.json, Card::TYPE, "");
    let country = subject.customer.country();
    let standing = granted(card, subject.basis.settings, subject.day).standing;
    let limit = standing.limit_on(subject.basis.policy, subject.day);
    let code = standing.currency.clone().unwrap_or_else(|| subject.basis.rates.base().to_owned());
    let papers = &card.papers;
    let full_name = first(&[papers.legal_name.as_deref(), card.name.as_deref(), Some(location.company())]);
    let address = full_address(card, country);
    let whole = joined(&full_name, &address);
    let or = |text: &Option<String>, other: Value| match Value::text(text.as_deref()) {
        Value::Empty => other,
        value => value,
    };
    let same = Value::Both { en: "Same as consignee".to_owned(), zh: "同收货人".to_owned() };
    let values = [
        (
            "country",
            country.map_or(Value::Empty, |country| Value::Both { en: country.en().into(), zh: country.zh().into() }),
        ),
        ("stage", Value::choice(Some(location.kind))),
        ("path", Value::text(Some(&location.path))),
        ("number", Value::text(card.code.as_deref())),
        ("invoice_address", or(&papers.invoice_address, address.clone())),
        ("consignee", or(&papers.consignee, whole)),
        ("notify_party", or(&papers.notify_party, same)),
        ("full_name", full_name),
        ("full_address", address),
        ("grade", Value::choice(standing.grade)),
        ("limit", limit.map_or(Value::Empty, |limit| Value::Money(*limit, code.clone()))),
        ("limit_currency", if limit.is_some() { Value::Text(code) } else { Value::Empty }),
        ("term_days", standing.term_days.map_or(Value::Empty, Value::count)),
        ("state", Value::choice(Some(standing.state.unwrap_or(State::Active)))),
        ("conditions", Value::Several(card.start.conditions.iter().map(|one| Value::choice(Some(*one))).collect())),
    ];
    row.extend(values.map(|(key, value)| (key.to_owned(), value)));
    row
}

/// The first that says anything.
fn first(texts: &[Option<&str>]) -> Value {
    texts.iter().map(|text| Value::text(*text)).find(|value| !value.is_empty()).unwrap_or(Value::Empty)
}

/// Address, city with its code, region, country.
fn full_address(card: &Card, country: Option<Country>) -> Value {
    let clean =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let city = match (clean(&card.postal_code), clean(&card.city)) {
        (Some(code), Some(city)) => Some(format!("{code} {city}")),
        (code, city) => code.or(city),
    };
    let told = |text: &String| city.as_deref().is_some_and(|city| city.contains(text.as_str()));
    let region = clean(&card.region).filter(|region| !told(region));
    let own: Vec<String> = [clean(&card.address), city.clone(), region].into_iter().flatten().collect();
    if own.is_empty() {
        return Value::Empty;
    }
    let with = |country: Option<&str>| {
        let said = country.filter(|country| !own.iter().any(|part| fold(part).contains(&fold(country))));
        own.iter().map(String::as_str).chain(said).collect::<Vec<_>>().join(", ")
    };
    Value::Both { en: with(country.map(Country::en)), zh: with(country.map(Country::zh)) }
}

/// A name and an address, in both languages.
fn joined(name: &Value, address: &Value) -> Value {
    use crate::lang::Lang;
    let of = |lang| {
        let parts = [name.shown(lang), address.shown(lang)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    Value::Both { en: of(Lang::En), zh: of(Lang::Zh) }
}
