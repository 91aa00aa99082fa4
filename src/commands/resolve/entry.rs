//! What a customer is known by, folded once and compared often.

use std::ops::ControlFlow;

use crate::error::Error;
use crate::formats::toml::{Piece, pieces};
use crate::model::fold::fold;
use crate::model::{Country, phone};
use crate::store::{Book, CARD_FILE, Customer, Location};

/// A customer, as far as people name one.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it is kept.
    pub location: Location,
    /// What people call it.
    pub called: String,
    /// Id, code, path: made to be unique.
    pub keys: Vec<String>,
    /// Name, short name, folder.
    pub names: Vec<Name>,
    /// The contacts.
    pub people: Vec<Name>,
    /// E-mail addresses of customer and contacts.
    pub emails: Vec<String>,
    /// The digits of their phones.
    pub phones: Vec<String>,
    /// The country by its folder and its names.
    pub country: Vec<Name>,
    /// The country by its two letters.
    pub alpha2: Option<String>,
}

/// A name as it stands and as it is compared.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it stands.
    pub text: String,
    /// Case, accents, width folded away.
    pub folded: String,
}

impl Name {
    fn new(text: &str) -> Self {
        let text = text.trim();
        Self { text: text.to_owned(), folded: fold(text) }
    }
}

impl Entry {
    /// Of a card.
    pub fn new(customer: &Customer) -> Self {
        let card = &customer.card;
        let mut entry = Self::of_folder(customer.location.clone());
        entry.called = customer.called().trim().to_owned();
        entry.keys.extend([&card.id, &card.code].into_iter().flatten().map(|key| fold(key.trim())));
        entry.names.extend([&card.name, &card.short_name].into_iter().flatten().map(|name| Name::new(name)));
        let of_contact =
            |of: fn(&crate::model::card::Contact) -> [Option<&String>; 2]| card.contact.iter().flat_map(of).flatten();
        entry.people = of_contact(|contact| [contact.name.as_ref(), None]).map(|name| Name::new(name)).collect();
        let emails = card.email.iter().chain(of_contact(|contact| [contact.email.as_ref(), None]));
        entry.emails = emails.map(|email| fold(email.trim())).collect();
        let phones = card.phone.iter().chain(of_contact(|contact| [contact.phone.as_ref(), contact.whatsapp.as_ref()]));
        entry.phones = phones.filter_map(|phone| phone::digits(&fold(phone))).collect();
        entry
    }

    /// Of the text of a card, readable or not as far as it goes: many times faster, for a list of all.
    pub fn of_text(location: &Location, text: &str) -> Self {
        let mut entry = Self::of_folder(location.clone());
        let (mut name, mut short_name) = (None, None);
        pieces(text, &mut |Piece { keys, text, .. }| {
            let keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
            match keys.as_slice() {
                ["name"] => name = Some(text.into_owned()),
                ["short_name"] => short_name = Some(text.into_owned()),
                ["id" | "code"] => entry.keys.push(fold(text.trim())),
                ["contact", "name"] => entry.people.push(Name::new(&text)),
                ["email"] | ["contact", "email"] => entry.emails.push(fold(text.trim())),
                ["phone"] | ["contact", "phone" | "whatsapp"] => entry.phones.extend(phone::digits(&fold(&text))),
                _ => {}
            }
            ControlFlow::Continue(())
        });
        entry.names.extend([&name, &short_name].into_iter().flatten().map(|name| Name::new(name)));
        if let Some(called) = short_name.or(name).filter(|name| !name.trim().is_empty()) {
            entry.called = called.trim().to_owned();
        }
        entry
    }

    /// Of a card that cannot be read: it still lies in a folder with a name; how else would one open it to mend it?
    pub fn of_error(error: &Error, book: &Book) -> Option<Self> {
        let place = error.place.as_ref().filter(|place| place.file.ends_with(CARD_FILE))?;
        book.location_of(&place.file).ok().map(Self::of_folder)
    }

    /// By the names of the folders alone.
    pub fn of_folder(location: Location) -> Self {
        let country = location.country();
        let names = country.iter().flat_map(|country: &Country| [country.zh(), country.en()]);
        Self {
            called: location.company().to_owned(),
            keys: vec![fold(&location.path)],
            names: vec![Name::new(location.company())],
            people: Vec::new(),
            emails: Vec::new(),
            phones: Vec::new(),
            country: location.country_folder().into_iter().chain(names).map(Name::new).collect(),
            alpha2: country.map(|country| country.alpha2().to_ascii_lowercase()),
            location,
        }
    }

    /// As it stands in a list: where it is kept, but for the folder where it is called so.
    pub fn place(&self) -> &str {
        let path = &self.location.path;
        path.strip_suffix(&self.called).and_then(|above| above.strip_suffix('/')).unwrap_or(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::StageKind;

    #[test]
    fn the_text_says_of_a_customer_what_the_card_says() {
        let location = || Location::of_card("国外客户/德国/Müller/card.toml", StageKind::Customer);
        for text in [
            "",
            "name = 'Müller GmbH'",
            "name = 'Müller'\nshort_name = ' '",
            "short_name = \"\\u7A46勒\"\nid = 'k7f3m2q9xz'\ncode = ' DE-7 '\nphone = '+49 (0)711 555 0134'",
            "email = 'A@b.example'\n[[contact]]\nname = '王小姐'\nemail = 'w@b.example'\nwhatsapp = '+49 171 3920015'",
            "contact = [{ name = '甲', phone = '12345678' }, { name = \"\"\"\n乙\"\"\" }]\nname = 'Müller' # name = 'x'",
            "name = 'Müller'\n[[order]]\nnumber = 'name'\n[trade]\nforwarder = 'x'",
        ] {
            let file = crate::store::CardFile { location: location(), text: text.to_owned() };
            let card = Entry::new(&Customer::new(file).unwrap());
            let said = |mut entry: Entry| {
                entry.keys.sort();
                entry.phones.sort();
                entry.emails.sort();
                format!("{entry:?}")
            };
            assert_eq!(said(Entry::of_text(&location(), text)), said(card), "{text}");
        }
    }
}
