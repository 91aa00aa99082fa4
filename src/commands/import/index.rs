//! Who is in the book already, for finding the customer of a row.

use std::collections::{HashMap, HashSet};

use super::sheet::listed;
use super::values::Wrong;
use crate::error::Error;
use crate::lang::tr;
use crate::model::Country;
use crate::model::name::{clash_key, paper_key, search_key};
use crate::store::{Book, Customer, Location};
use crate::tr;

/// A customer, as far as rows name one.
struct Entry {
    location: Location,
    country: Option<Country>,
    id: Option<String>,
    code: Option<String>,
    names: Vec<String>,
    orders: Vec<String>,
}

/// Every customer by code, id, name and order.
#[derive(Default)]
pub struct Index {
    /// Where each is kept, by its number in this index.
    pub locations: Vec<Location>,
    /// What could not be read.
    pub errors: Vec<Error>,
    countries: Vec<Option<Country>>,
    codes: HashMap<String, Vec<usize>>,
    uncoded: HashSet<usize>,
    ids: HashMap<String, usize>,
    names: HashMap<String, Vec<usize>>,
    homonyms: HashMap<(Country, String), usize>,
    paths: HashSet<String>,
    orders: HashMap<String, Vec<usize>>,
}

impl Index {
    /// Of a book.
    pub fn of(book: &Book) -> Self {
        let scan = book.scan(|customer| Some(entry(customer)));
        let mut index = Self { errors: scan.errors, ..Self::default() };
        for entry in scan.rows {
            index.put(entry);
        }
        index
    }

    fn put(&mut self, entry: Entry) {
        let at = self.locations.len();
        self.paths.insert(clash_key(&entry.location.path));
        if let Some(code) = &entry.code {
            self.codes.entry(paper_key(code)).or_default().push(at);
        } else {
            self.uncoded.insert(at);
        }
        if let Some(id) = entry.id {
            self.ids.entry(id).or_insert(at);
        }
        for name in &entry.names {
            let same = self.names.entry(search_key(name.trim())).or_default();
            if !same.contains(&at) {
                same.push(at);
            }
            if let Some(country) = entry.country {
                self.homonyms.entry((country, clash_key(name.trim()))).or_insert(at);
            }
        }
        for number in &entry.orders {
            let same = self.orders.entry(number.clone()).or_default();
            if !same.contains(&at) {
                same.push(at);
            }
        }
        self.countries.push(entry.country);
        self.locations.push(entry.location);
    }

    /// Takes in a customer that is going to be made.
    pub fn add(&mut self, location: Location, country: Country, id: String, code: Option<String>, name: String) {
        let names = vec![location.company().to_owned(), name];
        self.put(Entry { location, country: Some(country), id: Some(id), code, names, orders: Vec::new() });
    }

    /// Whether somebody has this id.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// The country that a customer's folder lies in.
    pub fn country(&self, at: usize) -> Option<Country> {
        self.countries.get(at).copied().flatten()
    }

    /// The customer of this id.
    pub fn with_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id.trim()).copied()
    }

    /// Whether a customer is kept at this path.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.contains(&clash_key(path))
    }

    /// The customer of this code.
    pub fn with_code(&self, code: &str) -> Option<usize> {
        self.codes.get(&paper_key(code)).and_then(|all| all.first().copied())
    }

    /// The customer of this name, or with such a folder, in a country.
    pub fn with_name(&self, country: Country, name: &str) -> Option<usize> {
        self.homonyms.get(&(country, clash_key(name))).copied()
    }

    /// The customers that have an order of this number.
    pub fn with_order(&self, number: &str) -> &[usize] {
        self.orders.get(&paper_key(number)).map_or(&[], Vec::as_slice)
    }

    /// The customer that a row means by code or id, or else by name; a country tells two of one name apart.
    ///
    /// # Errors
    /// Nobody, or several.
    pub fn customer(&self, code: Option<&str>, name: Option<&str>, country: Option<&str>) -> Result<usize, Wrong> {
        let country = country.and_then(Country::find);
        let Some((code, name)) = code.zip(name) else {
            let text = code.or(name).unwrap_or_default();
            return self.called(text, country)?.ok_or_else(|| unknown(text));
        };
        let named = self.called(name, country);
        match (self.called(code, country)?, named) {
            (Some(found), Ok(Some(other))) if found != other => Err(self.two(code, found, name, other)),
            (Some(found), _) => Ok(found),
            // a code that nobody has, beside the name of a customer who has none
            (None, Ok(Some(other))) if self.uncoded.contains(&other) => Ok(other),
            (None, _) => Err(unknown(&tr!("{code} ({name})", "{code}（{name}）"))),
        }
    }

    fn two(&self, code: &str, found: usize, name: &str, other: usize) -> Wrong {
        let path = |at: usize| self.locations.get(at).map_or("", |location| location.path.as_str());
        let (found, other) = (path(found), path(other));
        Wrong::new(tr!("\"{code}\" is {found}, but \"{name}\" is {other}", "“{code}”是 {found}，而“{name}”是 {other}"))
            .next(tr("correct the number or the name of the customer", "请改正客户编号或名称"))
    }

    fn called(&self, text: &str, country: Option<Country>) -> Result<Option<usize>, Wrong> {
        let none = &[][..];
        let codes = self.codes.get(&paper_key(text)).map_or(none, Vec::as_slice);
        let id = self.ids.get(text.trim());
        let names = self.names.get(&search_key(text.trim())).map_or(none, Vec::as_slice);
        let hits: &[usize] = match (codes, id) {
            ([_, ..], _) => codes,
            (_, Some(id)) => std::slice::from_ref(id),
            _ => names,
        };
        let in_country = |at: &&usize| self.countries.get(**at).copied().flatten() == country;
        let there: Vec<usize> = hits.iter().filter(in_country).copied().collect();
        match (hits, there.as_slice()) {
            ([], _) => Ok(None),
            ([only], _) | (_, [only]) => Ok(Some(*only)),
            (several, _) => {
                let paths: Vec<String> =
                    several.iter().filter_map(|at| Some(self.locations.get(*at)?.path.clone())).collect();
                let paths = listed(&paths);
                Err(Wrong::new(tr!("\"{text}\" fits several customers: {paths}", "“{text}”对应多个客户：{paths}"))
                    .next(tr("name the customer by its code, with a column for that", "请加一列客户编号来指明客户")))
            }
        }
    }
}

fn unknown(shown: &str) -> Wrong {
    Wrong::new(tr!("no customer \"{shown}\" in the book", "账套中没有客户“{shown}”")).next(tr(
        "add the customer first, with `kehu add` or `kehu import customers`, or correct the row",
        "请先用 kehu add 或 kehu import customers 新增该客户，或改正此行",
    ))
}

fn entry(customer: &Customer) -> Entry {
    let card = &customer.card;
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let folder = customer.location.company().to_owned();
    Entry {
        location: customer.location.clone(),
        country: customer.country(),
        id: given(&card.id),
        code: given(&card.code),
        names: [given(&card.name), given(&card.short_name), Some(folder)].into_iter().flatten().collect(),
        orders: card.order.iter().filter_map(|order| order.number.as_deref()).map(paper_key).collect(),
    }
}
