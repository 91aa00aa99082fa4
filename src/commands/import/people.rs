//! Business cards as a table: a row a person, companies by the fields of their cards.

use std::borrow::Cow;

use crate::formats::table::{Fault, Row, Table};
use crate::formats::vcard::Person;
use crate::lang::tr;
use crate::lint::phone;
use crate::tr;

/// The fields that a business card fills.
const COLUMNS: [&str; 14] = [
    "name",
    "contact.name",
    "contact.title",
    "contact.phone",
    "contact.email",
    "phone",
    "fax",
    "address",
    "city",
    "region",
    "postal_code",
    "country",
    "website",
    "note",
];

/// The people as rows. One without a company is told: kehu keeps companies.
pub fn table(people: Vec<Person>) -> Table<'static> {
    let header = COLUMNS.iter().map(|name| Cow::Borrowed(*name)).collect();
    let header = Row { line: 1, cells: header, ..Row::default() };
    Table { header, rows: people.into_iter().map(row).collect(), ..Table::default() }
}

fn row(person: Person) -> Row<'static> {
    let Person { line, company, name, title, mobiles, phones, faxes, emails, street, city, region, .. } = person;
    let numbers = mobiles.iter().chain(&phones);
    // a country that nobody wrote down is told by the calling code
    let abroad = || numbers.flat_map(|text| phone::read(text)).find_map(|found| phone::country(&found.digits?));
    let country = match person.country.as_str() {
        "" => abroad().map(|country| country.alpha2().to_owned()).unwrap_or_default(),
        written => written.to_owned(),
    };
    let mut faults = Vec::new();
    if company.is_empty() {
        faults.push(Fault {
            column: 0,
            what: tr!("the card of {name} names no company (ORG)", "{name} 的名片没有公司（ORG）"),
            next: tr(
                "write the company into the card, or add the customer with `kehu add`",
                "请在名片中补上公司，或用 kehu add 新增",
            )
            .to_owned(),
        });
    }
    let (mobiles, phones, faxes) = (mobiles.join("; "), phones.join("; "), faxes.join("; "));
    let cells = [company, name, title, mobiles, emails.join("; "), phones, faxes, street, city, region];
    let rest = [person.postal_code, country, person.website, person.note];
    Row { line, cells: cells.into_iter().chain(rest).map(Cow::Owned).collect(), faults }
}
