//! The byte-preserving editor, from outside: each form a card can have, then any card and any edit.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where it stands"
)]

/// Goes on only where something is true; says what is wrong otherwise.
macro_rules! ensure {
    ($truth:expr, $($what:tt)*) => { if !$truth { return Err(format!($($what)*)) } };
}
use ensure;

#[path = "edit/card.rs"]
mod card;
#[path = "edit/cases.rs"]
mod cases;
#[path = "edit/property.rs"]
mod property;
#[path = "edit/touched.rs"]
mod touched;

use kehu::formats::toml::{Edit, Step, apply};
use kehu::model::Card;
use kehu::model::field::Record;

/// `order.1.pay` as a path; whole numbers are places in lists.
fn path(text: &str) -> Vec<Step> {
    let step = |part: &str| part.parse::<usize>().map_or_else(|_| Step::from(part), Step::from);
    text.split('.').filter(|part| !part.is_empty()).map(step).collect()
}

fn set(at: &str, value: &str) -> Edit {
    Edit::Set { path: path(at), value: value.to_owned() }
}

fn remove(at: &str) -> Edit {
    Edit::Remove { path: path(at) }
}

fn push(at: &str, value: &str) -> Edit {
    Edit::PushValue { path: path(at), value: value.to_owned() }
}

fn record(at: &str, fields: &[(&'static str, &str)]) -> Edit {
    let fields = fields.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    Edit::PushRecord { path: path(at), fields }
}

fn records(at: &str, records: &[&[(&'static str, &str)]]) -> Edit {
    let record =
        |fields: &&[(&'static str, &str)]| fields.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    Edit::PushRecords { path: path(at), records: records.iter().map(record).collect() }
}

fn edited(text: &str, edit: &Edit) -> Option<String> {
    apply(text, Card::TYPE, std::slice::from_ref(edit)).ok()
}
