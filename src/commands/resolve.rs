//! Which customer is meant by a name on the command line: path, folder, name, code, id, e-mail, phone, or a part.

use std::path::Path;

use crate::cli::{Answer, Context};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::name::search_key;
use crate::store::{Book, Customer, Location};
use crate::tr;

/// How well a customer fits a name; the least is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Id, code, path: made to be unique.
    Key,
    /// Folder, name or short name as a whole.
    Name,
    /// E-mail or phone.
    Way,
    /// Part of a name.
    Part,
}

struct Candidate {
    fit: Fit,
    location: Location,
    called: String,
}

/// The digits by which two notations of one phone number are compared.
const PHONE_DIGITS: usize = 7;

/// The customer that is meant.
///
/// # Errors
/// None, or several and nobody to ask which.
pub fn customer(name: &str, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    if let Some(location) = by_path(name, book) {
        return Ok(location);
    }
    let wanted = search_key(name.trim());
    if wanted.is_empty() {
        return Err(Error::new(tr("the customer's name is empty", "客户名称为空"))
            .next(tr("see the names: kehu list", "查看名称：kehu list")));
    }
    let scan = book.scan(|customer| {
        fit(customer, &wanted).map(|fit| Candidate {
            fit,
            location: customer.location.clone(),
            called: customer.called().to_owned(),
        })
    });
    let best = scan.rows.iter().map(|candidate| candidate.fit).min();
    let mut fits: Vec<Candidate> = scan.rows.into_iter().filter(|candidate| Some(candidate.fit) == best).collect();
    match fits.len() {
        1 => Ok(fits.swap_remove(0).location),
        0 => Err(unknown(name, book)),
        _ if context.shell.can_ask() => {
            let items: Vec<String> =
                fits.iter().map(|candidate| format!("{}  {}", candidate.called, candidate.location.path)).collect();
            let picked =
                Answer::new(context.shell).select(tr("Which one?", "是哪一个？"), tr("NAME", "客户"), &items)?;
            Ok(fits.swap_remove(picked).location)
        }
        count => {
            let shown: Vec<&str> = fits.iter().take(8).map(|candidate| candidate.location.path.as_str()).collect();
            let more = if count > shown.len() { tr(", …", "、…") } else { "" };
            Err(Error::new(tr!(
                "\"{name}\" fits {count} customers: {}{more}",
                "“{name}”对应 {count} 个客户：{}{more}",
                shown.join(tr(", ", "、"))
            ))
            .next(tr("write more of the name, or the whole path", "请写得更完整，或写完整路径")))
        }
    }
}

fn by_path(name: &str, book: &Book) -> Option<Location> {
    let name = name.strip_suffix("/card.toml").unwrap_or(name).trim_end_matches(['/', '\\']);
    let here = std::path::absolute(name).ok();
    [Some(book.root.join(name)), here].into_iter().flatten().find_map(|folder| {
        let card = folder.join(crate::store::CARD_FILE);
        // `..` would lead out of the book, and Path::strip_prefix does not see through it
        let plain = !Path::new(name).components().any(|part| part == std::path::Component::ParentDir);
        (plain && card.starts_with(&book.root) && crate::store::exists(&card))
            .then(|| book.location_of(&book.relative(&card)).ok())
            .flatten()
    })
}

fn fit(customer: &Customer, wanted: &str) -> Option<Fit> {
    let card = &customer.card;
    let is = |text: &Option<String>| text.as_deref().is_some_and(|text| search_key(text) == wanted);
    if is(&card.id) || is(&card.code) || search_key(&customer.location.path) == wanted {
        return Some(Fit::Key);
    }
    if is(&card.name) || is(&card.short_name) || search_key(customer.location.company()) == wanted {
        return Some(Fit::Name);
    }
    let phones = [&card.phone]
        .into_iter()
        .flatten()
        .chain(card.contact.iter().flat_map(|contact| [&contact.phone, &contact.whatsapp]).flatten());
    let digits = tail(wanted);
    let emails =
        [&card.email].into_iter().flatten().chain(card.contact.iter().filter_map(|contact| contact.email.as_ref()));
    if emails.map(|email| search_key(email)).any(|email| email == wanted)
        || digits.as_ref().is_some_and(|digits| {
            phones.filter_map(|phone| tail(phone)).any(|phone| phone.ends_with(digits) || digits.ends_with(&phone))
        })
    {
        return Some(Fit::Way);
    }
    let names =
        [&card.name, &card.short_name].into_iter().flatten().map(String::as_str).chain([customer.location.company()]);
    let people = card.contact.iter().filter_map(|contact| contact.name.as_deref());
    names.chain(people).any(|text| search_key(text).contains(wanted)).then_some(Fit::Part)
}

/// The digits of a phone number without its trunk zero; `None` where there are too few to tell one from another.
fn tail(text: &str) -> Option<String> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= PHONE_DIGITS).then(|| digits.to_owned())
}

fn unknown(name: &str, book: &Book) -> Error {
    let wanted = search_key(name);
    let scan = book.scan(|customer| {
        let near = [customer.called(), customer.location.company()]
            .into_iter()
            .map(|text| strsim::jaro_winkler(&search_key(text), &wanted))
            .fold(0.0, f64::max);
        Some((near, customer.called().to_owned()))
    });
    let mut near = scan.rows;
    near.retain(|(near, _)| *near > 0.7);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let names: Vec<String> = near.into_iter().take(3).map(|(_, name)| name).collect();
    let error = Error::new(tr!("no customer is called \"{name}\"", "没有名为“{name}”的客户"));
    if names.is_empty() {
        error.next(tr("see all names: kehu list", "查看全部客户：kehu list"))
    } else {
        error.next(tr!("did you mean {}?", "是否想找：{}？", names.join(tr(", ", "、"))))
    }
}
