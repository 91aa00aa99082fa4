//! Which customer is meant by a name on the command line: path, folder, name, code, id, e-mail, phone, or a part.

use std::path::PathBuf;

use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::model::name::search_key;
use crate::store::{Book, CARD_FILE, Customer, Location, absolute, link_on_the_way};
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

impl Candidate {
    /// As it stands in a menu: what it is called, and where it is kept; the folder too where that is another name.
    fn row(&self) -> String {
        let path = &self.location.path;
        let above = path.strip_suffix(&self.called).and_then(|above| above.strip_suffix('/'));
        format!("{}  {}", self.called, above.unwrap_or(path))
    }
}

/// The digits by which two notations of one phone number are compared.
const PHONE_DIGITS: usize = 7;
/// How many candidates are named in an error.
const NAMED: usize = 8;
/// How many candidates are worth a menu; of more than these one types another letter instead.
const OFFERED: usize = 20;

/// The customer that is meant by the name given, or, where none was, by what is asked for.
///
/// # Errors
/// As [`customer`]; no name and nobody to ask; the question was cancelled.
pub fn given_or_asked(name: Option<&str>, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    if let Some(name) = name {
        return customer(name, book, context);
    }
    loop {
        let label = tr("Customer", "客户");
        let name = Answer::new(context.shell).text(label, tr("NAME", "客户"), true)?.unwrap_or_default();
        match customer(&name, book, context) {
            // a slip is told and the question put again; a menu that was left means no
            Err(error) if error.exit == Exit::Trouble => context.shell.error(&error),
            answer => return answer,
        }
    }
}

/// The customer that is meant.
///
/// # Errors
/// None, or several and nobody to ask which.
pub fn customer(name: &str, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    if let Some(location) = by_path(name, book) {
        return Ok(location);
    }
    let wanted = search_key(name.trim());
    if !wanted.chars().any(char::is_alphanumeric) {
        return Err(Error::new(tr!("\"{name}\" names no customer", "“{name}”不是客户名称"))
            .next(tr("see the names: kehu list", "查看名称：kehu list")));
    }
    let scan = book.scan(|customer| {
        fit(customer, &wanted).map(|fit| Candidate {
            fit,
            location: customer.location.clone(),
            called: customer.called().to_owned(),
        })
    });
    let mut candidates = scan.rows;
    // a card that cannot be read still lies in a folder with a name: how else would one open it to mend it
    candidates.extend(scan.errors.iter().filter_map(|error| by_folder(error, &wanted, book)));
    let best = candidates.iter().map(|candidate| candidate.fit).min();
    candidates.retain(|candidate| Some(candidate.fit) == best);
    match candidates.len() {
        0 => {
            // it may be one of these that was meant
            context.tell(&scan.errors);
            Err(unknown(name, book))
        }
        1 => Ok(candidates.swap_remove(0).location),
        2..=OFFERED if context.shell.can_ask() => {
            let items: Vec<String> = candidates.iter().map(Candidate::row).collect();
            let picked =
                Answer::new(context.shell).select(tr("Which one?", "是哪一个？"), tr("NAME", "客户"), &items)?;
            Ok(candidates.swap_remove(picked).location)
        }
        _ => Err(ambiguous(name, &candidates)),
    }
}

fn ambiguous(name: &str, candidates: &[Candidate]) -> Error {
    let count = candidates.len();
    let shown: Vec<&str> = candidates.iter().take(NAMED).map(|candidate| candidate.location.path.as_str()).collect();
    let more = if count > shown.len() { tr(", …", "、…") } else { "" };
    let shown = shown.join(tr(", ", "、"));
    Error::new(tr!("\"{name}\" fits {count} customers: {shown}{more}", "“{name}”对应 {count} 个客户：{shown}{more}"))
        .next(tr("write more of the name, or the whole path", "请写得更完整，或写完整路径"))
}

/// The customer whose folder or card stands at this path, from here or from the top of the book.
fn by_path(name: &str, book: &Book) -> Option<Location> {
    [book.root.join(name), PathBuf::from(name)].iter().filter_map(|path| absolute(path)).find_map(|path| {
        let folder = if path.file_name().is_some_and(|name| name == CARD_FILE) { path.parent()? } else { &path };
        let card = folder.join(CARD_FILE);
        // through a folder that is a link one would write outside the book
        let plain = link_on_the_way(&book.root, folder).is_none();
        book.inside(&card).filter(|_| plain).and_then(|file| book.location_of(&file).ok())
    })
}

fn by_folder(error: &Error, wanted: &str, book: &Book) -> Option<Candidate> {
    let place = error.place.as_ref().filter(|place| place.file.ends_with(CARD_FILE))?;
    let location = book.location_of(&place.file).ok()?;
    let folder = search_key(location.company());
    let fit = if search_key(&location.path) == wanted {
        Fit::Key
    } else if folder == wanted {
        Fit::Name
    } else if folder.contains(wanted) {
        Fit::Part
    } else {
        return None;
    };
    Some(Candidate { fit, called: location.company().to_owned(), location })
}

fn fit(customer: &Customer, wanted: &str) -> Option<Fit> {
    let card = &customer.card;
    let is = |text: &Option<String>| text.as_deref().is_some_and(|text| search_key(text.trim()) == wanted);
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
    if emails.map(|email| search_key(email.trim())).any(|email| email == wanted)
        || digits.as_ref().is_some_and(|digits| {
            phones
                .filter_map(|phone| tail(&search_key(phone)))
                .any(|phone| phone.ends_with(digits) || digits.ends_with(&phone))
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
    // 030/1234567 ext. 5 would need the extension cut off; a letter means it is a name
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    // (0) is dialled at home only
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= PHONE_DIGITS).then(|| digits.to_owned())
}

fn unknown(name: &str, book: &Book) -> Error {
    let wanted = search_key(name);
    let scan = book.scan(|customer| {
        let near = [customer.called(), customer.location.company()]
            .into_iter()
            .chain(customer.card.name.as_deref())
            .map(|text| likeness(&search_key(text), &wanted))
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

/// How like a name is to what was typed: as a whole, or in one of its words.
fn likeness(name: &str, wanted: &str) -> f64 {
    let words = name.split(' ').filter(|word| word.chars().count() > 3).map(|word| strsim::jaro_winkler(word, wanted));
    words.map(|near| if near > 0.85 { near } else { 0.0 }).fold(strsim::jaro_winkler(name, wanted), f64::max)
}
