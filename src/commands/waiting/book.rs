//! What waits at the book itself: no customer's, so it stands in no list of paths and in no answer about customers.

use super::words::of_book as words;
use super::{DueRow, row_of};
use crate::commands::found::Who;
use crate::model::Date;
use crate::rules::due::{Item, Known, of_book};
use crate::store::{Book, copies};

/// What waits at the book and is kept, as rows. `graded`: whether any customer has a grade.
pub fn waiting_at_book(book: &Book, graded: bool, day: Date, keep: impl Fn(&Item) -> bool) -> Vec<DueRow> {
    let known = Known { graded, copied: copied(book, day) };
    let items = of_book(&book.settings, known, &book.policy, day);
    let who = Who::of_book(book.called());
    items.iter().filter(|item| keep(item)).map(|item| row_of(&who, item, words(item), day)).collect()
}

/// Where kehu.toml asks for copies, the day of the last that was finished.
fn copied(book: &Book, day: Date) -> Option<Option<Date>> {
    let dir = book.settings.backup.dir.as_deref().map(str::trim).filter(|dir| !dir.is_empty())?;
    let copies = copies(&book.root.join(dir), &book.called()).into_iter();
    Some(copies.filter(|(date, _, finished)| *finished && *date <= day).map(|(date, ..)| date).max())
}
