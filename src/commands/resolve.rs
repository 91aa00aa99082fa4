//! Which customer is meant by a name on the command line: path, folder, name, code, id, e-mail, phone, a part or its
//! sound.

mod entry;
mod fit;
mod list;
mod nearest;

use std::path::PathBuf;

use entry::Entry;
use fit::{Fit, Wanted};
use list::Customers;
use nearest::Nearest;

use crate::cli::{Answer, Choices, Context, Picked};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::store::{Book, CARD_FILE, CardFile, Customer, Location, Scan, absolute, link_on_the_way};
use crate::tr;
use crate::views::{Style, Text};

/// How many candidates are named in an error.
const NAMED: usize = 8;

/// The customer that is meant by the name given, or, where none was, the one that is picked.
///
/// # Errors
/// As [`customer`]; no name and nobody to ask; the question was cancelled.
pub fn given_or_asked(name: Option<&str>, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    match name {
        Some(name) => customer(name, book, context),
        None => picked(tr("Customer: ", "客户："), "", book, context),
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
    let wanted = Wanted::new(name).ok_or_else(|| {
        Error::new(tr!("\"{name}\" names no customer", "“{name}”不是客户名称"))
            .next(tr("see the names: kehu list", "查看名称：kehu list"))
    })?;
    let mut fitting = best(&wanted, book);
    match fitting.len() {
        0 => Err(unknown(name, book, context)),
        1 => Ok(fitting.swap_remove(0)),
        _ if context.shell.can_ask() => picked(tr("Which one? ", "是哪一个？"), name, book, context),
        _ => Err(ambiguous(name, &fitting)),
    }
}

/// Those that fit best, in the order of the book.
fn best(wanted: &Wanted, book: &Book) -> Vec<Location> {
    let scan = book.scan_texts(|location, text| {
        if !wanted.may_fit(location, text) {
            return Ok(None);
        }
        let customer = Customer::new(CardFile { location: location.clone(), text: text.to_owned() })?;
        Ok(fitted(wanted, Entry::new(&customer)))
    });
    let Scan { rows: mut found, errors } = scan;
    found.extend(errors.iter().filter_map(|error| fitted(wanted, Entry::of_error(error, book)?)));
    let best = found.iter().map(|(fit, _)| *fit).min();
    found.retain(|(fit, _)| Some(*fit) == best);
    found.into_iter().map(|(_, location)| location).collect()
}

fn fitted(wanted: &Wanted, entry: Entry) -> Option<(Fit, Location)> {
    wanted.fit(&entry).map(|fit| (fit, entry.location))
}

/// Asks which customer. What fits nobody in the list may still be a path; else it is told, and the question put again.
fn picked(label: &str, typed: &str, book: &Book, context: &mut Context<'_>) -> Result<Location> {
    let flag = tr("NAME", "客户");
    // before all cards are read
    Answer::new(context.shell).somebody(flag)?;
    let customers = Customers::of(book);
    let mut typed = typed;
    loop {
        match Answer::new(context.shell).pick(label, flag, typed, &customers)? {
            Picked::Choice(number) => {
                if let Some(entry) = customers.0.get(number) {
                    let row = customers.row(number, "");
                    context.shell.remark(&Text::new().and(Style::Faint, "→ ").then(row));
                    return Ok(entry.location.clone());
                }
            }
            Picked::Typed(name) if name.trim().is_empty() => {}
            Picked::Typed(name) => match customer(&name, book, context) {
                Err(error) if error.exit == Exit::Trouble => context.shell.error(&error),
                answer => return answer,
            },
        }
        typed = "";
    }
}

fn ambiguous(name: &str, fitting: &[Location]) -> Error {
    let count = fitting.len();
    let shown: Vec<&str> = fitting.iter().take(NAMED).map(|location| location.path.as_str()).collect();
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

/// Nobody has this name: what could not be read is told, for it may be one of these that was meant.
fn unknown(name: &str, book: &Book, context: &mut Context<'_>) -> Error {
    let nearest = Nearest::to(name);
    let scan = book.scan(|customer| {
        let entry = Entry::new(customer);
        nearest.likeness(&entry).map(|like| (like, entry.called))
    });
    context.tell(&scan.errors);
    let names = Nearest::of(scan.rows);
    let error = Error::new(tr!("no customer is called \"{name}\"", "没有名为“{name}”的客户"));
    if names.is_empty() {
        error.next(tr("see all names: kehu list", "查看全部客户：kehu list"))
    } else {
        error.next(tr!("did you mean {}?", "是否想找：{}？", names.join(tr(", ", "、"))))
    }
}
