//! The credit file of a customer: investigation, urgent report, stop (第10–14条).

use super::debts::at_stake;
use super::subject::Subject;
use super::{Row, Sheet, nth, of_record};
use crate::commands::remedies;
use crate::formats::template::Value;
use crate::lang::{Lang, Words};
use crate::model::Choose;
use crate::model::card::{Alert, Investigation, Measure, Payment};
use crate::model::choice::{Section, StageKind};
use crate::model::field::Record;
use crate::rules::alert;
use crate::rules::halt::stop;
use crate::rules::investigation::{Item, Said, completed, coverage, drafts, state};
use crate::rules::money::{Problem, ledger, position};
use crate::rules::review;

/// The newest investigation, what is known and what is not.
pub fn investigation(sheet: &mut Sheet, subject: &Subject<'_>) {
    let (card, day) = (&subject.customer.card, subject.day);
    let newest = completed(card, day).into_iter().next();
    let newest = newest.or_else(|| drafts(card, day).max_by_key(|(_, one)| (one.date, one.at)));
    let mut row = Row::new();
    if let Some((at, one)) = newest {
        let json = nth(&subject.json, "investigation", at);
        row = json.map(|json| of_record(json, Investigation::TYPE, "")).unwrap_or_default();
        row.insert("state".to_owned(), Value::choice(Some(state(card, one, subject.basis.policy, day))));
    }
    if subject.customer.location.kind == StageKind::Customer {
        row.insert("next".to_owned(), Value::Date(review::review(card, subject.basis, day).due));
    }
    let one = newest.map(|(_, one)| one);
    let channels = one.into_iter().flat_map(|one| &one.channels);
    let channels = Value::Several(channels.map(|channel| Value::choice(Some(*channel))).collect());
    let date = Value::date(one.and_then(|one| one.completed.or(one.date)));
    let (mut facts, mut gaps) = (Vec::new(), Vec::new());
    for section in coverage(card, one) {
        let fact = |item: Value, fact: Value| {
            row_of([
                ("section", Value::choice(Some(section.section))),
                ("item", item),
                ("fact", fact),
                ("source", Value::text(section.source)),
                ("channel", channels.clone()),
                ("date", date.clone()),
            ])
        };
        for item in &section.items {
            match item.said {
                Said::Nothing => gaps.push(gap(section.section, item)),
                said => facts.push(fact(label(item), of_said(said))),
            }
        }
        if let Some(text) = section.text {
            facts.push(fact(Value::words(Words::new("finding", "调查所得")), Value::text(Some(text))));
        }
    }
    sheet.put("investigation", row);
    sheet.list("facts", facts);
    sheet.list("gaps", gaps);
}

fn row_of<const N: usize>(values: [(&'static str, Value); N]) -> Row {
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn gap(section: Section, item: &Item<'_>) -> Row {
    row_of([("section", Value::choice(Some(section))), ("item", label(item))])
}

fn label(item: &Item<'_>) -> Value {
    item.field().map_or(Value::Empty, |field| Value::words(field.label))
}

fn of_said(said: Said<'_>) -> Value {
    match said {
        Said::Nothing => Value::Empty,
        Said::Text(text) => Value::text(Some(text)),
        Said::List(texts) => Value::Several(texts.iter().map(|text| Value::text(Some(text))).collect()),
        Said::Word(words) => Value::words(words),
    }
}

/// The newest urgent report that is open, else the newest, with what is at stake.
pub fn report(sheet: &mut Sheet, subject: &Subject<'_>) {
    let (card, day) = (&subject.customer.card, subject.day);
    let newest = |open: bool| {
        let known = card.alert.iter().enumerate().filter(move |(_, alert)| match open {
            true => alert::effect(alert, day).is_some(),
            false => alert::state(alert, day).is_some(),
        });
        known.max_by_key(|(_, alert)| (alert.date, alert.at))
    };
    let (mut row, mut measures, mut recovered) = (Row::new(), Vec::new(), Vec::new());
    if let Some((at, one)) = newest(true).or_else(|| newest(false)) {
        let json = nth(&subject.json, "alert", at);
        row = json.map(|json| of_record(json, Alert::TYPE, "")).unwrap_or_default();
        row.insert("state".to_owned(), Value::choice(alert::state(one, day)));
        let stake = ledger(card, subject.basis, day)
            .and_then(|ledger| position(&ledger, subject.basis, day).map_err(Problem::whole));
        row.extend(stake.map(|stake| at_stake(&stake, subject.basis.rates.base())).unwrap_or_default());
        let measure =
            |at| json.and_then(|json| nth(json, "measures", at)).map(|json| of_record(json, Measure::TYPE, ""));
        measures = (0..one.measures.len()).filter_map(measure).collect();
        let [en, zh] = [Lang::En, Lang::Zh].map(|lang| remedies::options(one, card, day, lang));
        row.insert("options".to_owned(), Value::Both { en, zh });
        row.insert("dunned".to_owned(), Value::date(remedies::dunned(one, card, day).into_iter().max()));
        let payment = |at| nth(&subject.json, "payment", at).map(|json| of_record(json, Payment::TYPE, ""));
        recovered = remedies::paid(one, card, day).into_iter().filter_map(|(at, ..)| payment(at)).collect();
    }
    sheet.put("alert", row);
    sheet.list("measures", measures);
    sheet.list("recovered", recovered);
}

/// The stop that is in force.
pub fn stopped(sheet: &mut Sheet, subject: &Subject<'_>) {
    let card = &subject.customer.card;
    let Some(stop) = stop(card, subject.day) else { return };
    let told = card.credit.iter().rev().find(|entry| entry.notified.is_some() && entry.notified == stop.notified);
    sheet.put(
        "stop",
        row_of([
            ("state", Value::words(stop.state.words())),
            ("since", Value::Date(stop.since)),
            ("reason", Value::text(stop.reason)),
            ("notified", Value::date(stop.notified)),
            ("how", Value::text(told.and_then(|entry| entry.notified_how.as_deref()))),
        ]),
    );
}
