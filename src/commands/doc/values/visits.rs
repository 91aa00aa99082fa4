//! The visit plan, of one customer or of all whom somebody is in charge of (第13条 1).

use super::{Row, Sheet};
use crate::commands::plan::why;
use crate::error::Error;
use crate::formats::template::Value;
use crate::lang::Lang;
use crate::model::choice::FollowupKind;
use crate::model::name::search_key;
use crate::model::{Choose, Date};
use crate::rules::plan::{Visits, is_visit, visits as planned};
use crate::store::{Book, Customer};

/// What a customer adds to the plan.
struct Part {
    visits: Vec<(Option<Date>, Row)>,
    dropped: Option<(Date, Row)>,
}

/// The plan: of the customer, else of the owner. What could not be read is told.
pub fn visits(
    sheet: &mut Sheet,
    customer: Option<&Customer>,
    owner: Option<&str>,
    book: &Book,
    day: Date,
) -> Vec<Error> {
    let (parts, errors) = match customer {
        Some(customer) => (vec![part(customer, book, day)], Vec::new()),
        None => {
            let wanted = owner.map(search_key);
            let scan = book.scan(|customer| {
                let own = customer.card.owner.as_deref().map(search_key);
                (wanted.is_none() || own == wanted).then(|| part(customer, book, day))
            });
            (scan.rows, scan.errors)
        }
    };
    let (mut all, mut dropped): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
    for part in parts {
        all.extend(part.visits);
        dropped.extend(part.dropped);
    }
    all.sort_by_key(|(date, _)| *date);
    dropped.sort_by_key(|(date, _)| *date);
    let last = all.iter().filter_map(|(date, _)| *date).max();
    let owner = owner.or(customer.and_then(|customer| customer.card.owner.as_deref()));
    sheet.put(
        "plan",
        Row::from([
            ("owner".to_owned(), Value::text(owner)),
            ("from".to_owned(), Value::Date(day)),
            ("to".to_owned(), Value::date(last)),
        ]),
    );
    sheet.list("visits", all.into_iter().map(|(_, row)| row).collect());
    sheet.list("dropped", dropped.into_iter().map(|(_, row)| row).collect());
    errors
}

fn part(customer: &Customer, book: &Book, day: Date) -> Part {
    let visits = planned(&customer.card, &book.policy, day);
    let (result, next) = last(customer, day);
    let one = |plan: &&crate::model::card::Plan| {
        let values = [
            ("customer", Value::text(Some(customer.called()))),
            ("place", Value::text(plan.place.as_deref())),
            ("date", Value::date(plan.date)),
            ("by", Value::text(plan.by.as_deref())),
            ("with", Value::text(plan.with.as_deref())),
            ("purpose", Value::text(plan.purpose.as_deref())),
            ("done", Value::count(visits.made)),
            ("fruitless", Value::count(visits.fruitless)),
            ("result", result.clone()),
            ("next", next.clone()),
        ];
        (plan.date, values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    Part { dropped: dropped(customer, &visits, book), visits: visits.planned.iter().map(one).collect() }
}

fn dropped(customer: &Customer, visits: &Visits<'_>, book: &Book) -> Option<(Date, Row)> {
    let date = visits.dropped?;
    let values = [
        ("customer", Value::text(Some(customer.called()))),
        ("date", Value::Date(date)),
        ("reason", Value::Text(why(&book.policy))),
    ];
    Some((date, values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

/// What came of the last visit, and what is next.
fn last(customer: &Customer, day: Date) -> (Value, Value) {
    let made = customer.card.followup.iter().filter(|one| one.kind.is_some_and(is_visit));
    let last = made.filter(|one| one.date.is_some_and(|date| date <= day)).max_by_key(|one| (one.date, one.at));
    let Some(last) = last else { return (Value::Empty, Value::Empty) };
    let next = last.next.map_or(Value::Empty, |date| {
        let kind = |lang| last.next_kind.map(|kind: FollowupKind| kind.words().of(lang));
        let day = |lang| Value::Date(date).shown(lang);
        let both = |lang, comma: &str| match kind(lang) {
            Some(kind) => format!("{}{comma}{kind}", day(lang)),
            None => day(lang),
        };
        Value::Both { en: both(Lang::En, ", "), zh: both(Lang::Zh, "，") }
    });
    (Value::text(last.summary.as_deref()), next)
}
