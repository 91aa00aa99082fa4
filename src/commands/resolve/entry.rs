//! What a customer is known by, folded once and compared often.

use crate::error::Error;
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
