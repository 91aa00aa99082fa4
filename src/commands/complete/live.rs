//! What only the book knows: people, countries, stages, numbers of papers.

use std::collections::BTreeSet;
use std::path::Path;

use super::customers::{self, Way};
use super::words::{Fit, best, commands, fit, fitting, fold, of_script};
use super::{Candidate, Follow, Kind, Offer, Place, fields, queries};
use crate::lang::{Lang, lang, tr};
use crate::lint::checks;
use crate::model::choice::{Facet, StageKind};
use crate::model::{Card, Choose, Country, Date};
use crate::store::{Book, CardFile, Customer};

/// The values of a kind that fit what is typed.
pub fn values(kind: Kind, place: &Place<'_>, from: &Path) -> Offer {
    let typed = place.typed.as_str();
    let book = || Book::open_unjudged(place.given("book").map_or(from, Path::new)).ok().map(|(book, _)| book);
    match kind {
        Kind::File => Offer::left_to_the_shell(Follow::File),
        Kind::Folder => Offer::left_to_the_shell(Follow::Folder),
        Kind::Field => fields::values(typed, &|| book().map_or_else(Vec::new, |book| people(&book, false))),
        Kind::Query => query(typed, place, &book),
        Kind::Counted => {
            let offer = query(typed, place, &book);
            let candidates: Vec<Candidate> = facets(typed).into_iter().chain(offer.candidates).collect();
            Offer { candidates, ..offer }
        }
        Kind::Columns => queries::columns(typed),
        Kind::Orders => queries::orders(typed),
        Kind::Item => Offer { follow: Follow::More, candidates: known(kind, typed, place, &book) },
        kind => Offer::words(known(kind, typed, place, &book)),
    }
}

fn query(typed: &str, place: &Place<'_>, book: &dyn Fn() -> Option<Book>) -> Offer {
    queries::values(typed, &|kind, typed| known(kind, typed, place, book))
}

/// By what sales are counted.
fn facets(typed: &str) -> Vec<Candidate> {
    let named = Facet::ALL.iter().map(|facet| {
        let words = facet.words();
        let word = if of_script(facet.key(), typed) { facet.key() } else { words.zh };
        Candidate::new(word, words.text())
    });
    fitting(named.collect(), typed)
}

/// Whole words of a kind.
fn known(kind: Kind, typed: &str, place: &Place<'_>, book: &dyn Fn() -> Option<Book>) -> Vec<Candidate> {
    match kind {
        Kind::Plain => Vec::new(),
        Kind::Country => countries(typed, book().as_ref()),
        Kind::Topic => topics(place, typed),
        Kind::Check => {
            fitting(checks::ALL.iter().map(|check| Candidate::new(check.code, check.what.text())).collect(), typed)
        }
        Kind::Language => fitting([Lang::Zh, Lang::En].map(|lang| Candidate::new(lang.tag(), "")).to_vec(), typed),
        live => book().map_or_else(Vec::new, |book| of_book(live, typed, place, &book)),
    }
}

fn of_book(kind: Kind, typed: &str, place: &Place<'_>, book: &Book) -> Vec<Candidate> {
    match kind {
        Kind::Customer => customers::find(book, typed, Way::Shortest),
        Kind::Inside => customers::find(book, typed, Way::Path),
        Kind::Owner => fitting(people(book, true), typed),
        Kind::Person => fitting(people(book, false), typed),
        Kind::Stage => stages(typed, book),
        Kind::Order => {
            papers(place, book, |card| card.order.iter().map(|order| (order.number.clone(), order.date)).collect())
        }
        Kind::Quote => {
            papers(place, book, |card| card.quote.iter().map(|quote| (quote.number.clone(), quote.date)).collect())
        }
        Kind::Request => fitting(requests(book), typed),
        Kind::Currency => fitting(currencies(book), typed),
        Kind::Product => fitting(products(book, ""), typed),
        Kind::Template => fitting(templates(book), typed),
        // what comes behind the product is a number
        Kind::Item if typed.contains([';', '；']) => Vec::new(),
        Kind::Item => fitting(products(book, ";"), typed),
        _ => Vec::new(),
    }
}

/// What there is help on: the commands, and the query language.
fn topics(place: &Place<'_>, typed: &str) -> Vec<Candidate> {
    let word = if of_script("query", typed) { "query" } else { "查询" };
    let query = Candidate::new(word, tr("how customers are asked for", "客户查询的写法"));
    let mut found = commands(place.root, typed);
    found.extend(fitting(vec![query], typed));
    found
}

/// Our own people: those of kehu.toml, or, where it lists none, the owners that stand on cards: to look into every card
/// takes longer than a list that the firm keeps anyway.
fn people(book: &Book, left_too: bool) -> Vec<Candidate> {
    let listed = book.settings.person.iter().filter(|person| left_too || person.left.is_none());
    let listed: Vec<Candidate> = listed
        .filter_map(|person| {
            let roles: Vec<_> = person.roles.iter().map(|role| role.words().text()).collect();
            Some(Candidate::new(person.name.clone()?, roles.join(tr(", ", "、"))))
        })
        .collect();
    if !book.settings.person.is_empty() {
        return listed;
    }
    let owners: BTreeSet<String> = customers::owners(book);
    owners.into_iter().map(|name| Candidate::new(name, "")).collect()
}

/// The countries that the book has customers in; of all, where something is typed that leads to one.
fn countries(typed: &str, book: Option<&Book>) -> Vec<Candidate> {
    if typed.is_empty() {
        let here = book.map_or_else(BTreeSet::new, customers::countries);
        return here.into_iter().map(|country| named(country, country.name(lang()))).collect();
    }
    let typed = fold(typed);
    let mut found: Vec<(Fit, Candidate)> = Country::all()
        .flat_map(|country| {
            let names = [country.zh(), country.en(), country.alpha2(), country.alpha3()];
            names.map(|name| Some((fit(&fold(name), &typed)?, named(country, name))))
        })
        .flatten()
        .collect();
    found.sort();
    best(found)
}

/// A country by one of its names; what it is called otherwise stands beside it.
fn named(country: Country, name: &str) -> Candidate {
    let own = country.name(lang());
    let other = if lang() == Lang::Zh { country.en() } else { country.zh() };
    Candidate::new(name, if name == own { other } else { own })
}

/// The stage folders; the words for them too, where something is typed.
fn stages(typed: &str, book: &Book) -> Vec<Candidate> {
    let folders = book.stages.iter().map(|(folder, kind)| Candidate::new(folder, kind.words().text()));
    let words = StageKind::ALL.iter().filter(|_| !typed.is_empty()).map(|kind| {
        let word = if of_script(kind.key(), typed) { kind.key() } else { kind.words().zh };
        Candidate::new(word, kind.words().text())
    });
    let mut all: Vec<Candidate> = folders.collect();
    for word in words {
        if !all.iter().any(|known| known.word == word.word) {
            all.push(word);
        }
    }
    fitting(all, typed)
}

/// The numbers of the customer's papers, the latest first.
fn papers(place: &Place<'_>, book: &Book, of: impl Fn(&Card) -> Vec<(Option<String>, Option<Date>)>) -> Vec<Candidate> {
    let name = place.given("name").or_else(|| place.given("explain"));
    let Some(card) = name.and_then(|name| customers::card(book, name)) else { return Vec::new() };
    let numbers = of(&card).into_iter().rev().filter_map(|(number, date)| {
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        Some(Candidate::new(number?.trim(), date))
    });
    fitting(numbers.collect(), &place.typed)
}

/// The requests on cards, each with whom it is about.
fn requests(book: &Book) -> Vec<Candidate> {
    let scan = book.scan_texts(|location, text| {
        if !text.contains("RQ-") {
            return Ok(None);
        }
        let customer = Customer::new(CardFile { location: location.clone(), text: text.to_owned() })?;
        let ids = customer.card.request.iter().filter_map(|request| request.id.clone());
        Ok(Some(ids.map(|id| Candidate::new(id.trim(), customer.called())).collect::<Vec<_>>()))
    });
    scan.rows.into_iter().flatten().collect()
}

/// What the book counts in, and what it knows rates of.
fn currencies(book: &Book) -> Vec<Candidate> {
    let rates = book.settings.rate.iter().filter_map(|rate| rate.currency.clone());
    let codes: BTreeSet<String> = rates.chain([book.currency().to_owned()]).collect();
    codes.into_iter().map(|code| Candidate::new(code, "")).collect()
}

/// The templates of the book, by the names of their files.
fn templates(book: &Book) -> Vec<Candidate> {
    let files = book.templates().into_iter().filter(|file| crate::formats::template::Kind::of(file).is_some());
    files.filter_map(|file| file.rsplit('/').next().map(|name| Candidate::new(name, ""))).collect()
}

/// What is on the product list: each by its name and by its number. `end` stands behind them.
fn products(book: &Book, end: &str) -> Vec<Candidate> {
    let listed = book.products().map(|list| list.product).unwrap_or_default();
    let candidate = |word: Option<String>, note: Option<String>| {
        let word = word.map(|word| word.trim().to_owned()).filter(|word| !word.is_empty())?;
        Some(Candidate::new(format!("{word}{end}"), note.unwrap_or_default()))
    };
    let both = listed.into_iter().flat_map(|product| {
        [candidate(product.name.clone(), product.code.clone()), candidate(product.code, product.name)]
    });
    both.flatten().collect()
}
