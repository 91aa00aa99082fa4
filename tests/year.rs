//! A year of three customers, day by day: what is said of a past day is what was said on that day, and no two days
//! contradict each other.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use std::collections::BTreeMap;

use common::Book;
use kehu::formats::toml::from_text;
use kehu::model::choice::{DueKind, StageKind};
use kehu::model::{Card, Date, Policy, Settings};
use kehu::rules::due::{About, items};
use kehu::rules::money::sales::{sales, total};
use kehu::rules::money::{Basis, Ledger, Position, event_days, ledger, position};
use rust_decimal::Decimal;

const SETTINGS: &str = "currency = 'CNY'\n\
    [[rate]]\ncurrency = 'USD'\nvalue = '7'\n[[rate]]\ndate = 2025-07-01\ncurrency = 'USD'\nvalue = '7.2'\n\
    [[rate]]\ncurrency = 'EUR'\nvalue = '8'\n";

/// Pays well: a deposit, two shipments, both settled in time; orders again every two months.
const STEADY: &str = "\
[[order]]\nnumber = 'S-1'\ndate = 2025-01-15\ncurrency = 'USD'\namount = '10000.00'\npay = { deposit = '0.30', balance = 'oa', days = 30 }\n\
shipments = [ { date = 2025-02-20, amount = '6000.00' }, { date = 2025-03-10, amount = '4000.00' } ]\n\
[[payment]]\ndate = 2025-01-20\namount = '3000.00'\ncurrency = 'USD'\norder = 'S-1'\n\
[[payment]]\ndate = 2025-03-22\namount = '4200.00'\ncurrency = 'USD'\norder = 'S-1'\n\
[[payment]]\ndate = 2025-04-08\namount = '2800.00'\ncurrency = 'USD'\n\
[[order]]\nnumber = 'S-2'\ndate = 2025-03-15\ncurrency = 'USD'\namount = '8000.00'\nshipped = 2025-04-15\npay = { balance = 'bl_copy' }\n\
[[payment]]\ndate = 2025-04-20\namount = '8000.00'\ncurrency = 'USD'\norder = 'S-2'\n";

/// Pays late and short, sends goods back, cancels.
const LATE: &str = "\
[[order]]\nnumber = 'L-1'\ndate = 2025-02-01\ncurrency = 'EUR'\namount = '5000.00'\nshipped = 2025-03-01\npay = { balance = 'oa', days = 30 }\n\
[[payment]]\ndate = 2025-07-15\namount = '3000.00'\ncurrency = 'EUR'\norder = 'L-1'\n\
[[order]]\nnumber = 'L-CN'\ndate = 2025-08-01\ncurrency = 'EUR'\namount = '500.00'\ncredits = 'L-1'\n\
[[payment]]\ndate = 2025-09-10\namount = '1495.00'\ncurrency = 'EUR'\norder = 'L-1'\n\
[[order]]\nnumber = 'L-2'\ndate = 2025-05-01\ncurrency = 'EUR'\namount = '9000.00'\ncancelled = 2025-06-15\n\
[[payment]]\ndate = 2025-05-10\namount = '900.00'\ncurrency = 'EUR'\norder = 'L-2'\n\
[[payment]]\ndate = 2025-06-20\namount = '900.00'\ncurrency = 'EUR'\norder = 'L-2'\nkind = 'refund'\n";

/// Pays for nothing in particular, in two currencies.
const LOOSE: &str = "\
[[payment]]\ndate = 2025-01-31\namount = '1000.00'\ncurrency = 'USD'\n\
[[order]]\nnumber = 'X-1'\ndate = 2025-02-28\ncurrency = 'USD'\namount = '2500.00'\nshipped = 2025-03-31\ndue = 2025-06-30\n\
[[payment]]\ndate = 2025-06-30\namount = '1320.00'\ncurrency = 'EUR'\norder = 'X-1'\nsettles = '1500.00'\n\
[[order]]\nnumber = 'X-2'\ndate = 2025-10-31\ncurrency = 'CNY'\namount = '700.00'\npay = { balance = 'advance' }\n\
[[payment]]\ndate = 2025-11-30\namount = '700.00'\ncurrency = 'CNY'\n";

const CARDS: [(&str, &str); 3] =
    [("国外客户/德国/Steady", STEADY), ("国外客户/法国/Late", LATE), ("国外客户/美国/Loose", LOOSE)];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn read(text: &str) -> Card {
    from_text(text).unwrap()
}

/// The card as it stood on a day: without what was not written yet.
fn as_it_was(text: &str, today: Date) -> Card {
    let mut card = read(text);
    let come = |date: Option<Date>| date.is_none_or(|date| date <= today);
    card.order.retain(|order| come(order.date));
    card.payment.retain(|payment| come(payment.date));
    for order in &mut card.order {
        order.shipments.retain(|shipment| come(shipment.date));
        order.shipped = order.shipped.filter(|date| *date <= today);
        order.cancelled = order.cancelled.filter(|date| *date <= today);
    }
    card
}

fn overdue(ledger: &Ledger<'_>, basis: &Basis<'_>, today: Date) -> (Position, Decimal) {
    let position = position(ledger, basis, today).unwrap();
    (position, position.ageing.overdue().unwrap())
}

#[test]
fn every_day_of_the_year() {
    let settings: Settings = from_text(SETTINGS).unwrap();
    let policy = Policy::default();
    let basis = Basis::new(&settings, &policy);
    for (path, text) in CARDS {
        let card = read(text);
        let events = event_days(&card, day("2025-12-31"));
        let mut before: Option<Vec<String>> = None;
        for offset in 0..365 {
            let today = day("2025-01-01").plus_days(offset);
            let then = as_it_was(text, today);
            let (now, told_then) = (ledger(&card, &basis, today).unwrap(), ledger(&then, &basis, today).unwrap());
            // what is said of a past day is what was said on it
            let parts = |ledger: &Ledger<'_>| -> Vec<String> {
                let deals =
                    ledger.deals.iter().map(|deal| format!("{} {:?} {}", deal.number(), deal.parts, deal.settled));
                deals.chain(ledger.unapplied.iter().map(|money| format!("{money:?}"))).collect()
            };
            assert_eq!(parts(&now), parts(&told_then), "{path} {today}");
            let sold = |card: &Card| total(&sales(card, &basis, today).unwrap(), 2).unwrap();
            assert_eq!(sold(&card), sold(&then), "{path} {today}");
            // nothing changes on a day on which nothing happened
            if let Some(before) = before.as_ref().filter(|_| !events.contains(&today)) {
                assert_eq!(*before, parts(&now), "{path} {today}");
            }
            before = Some(parts(&now));
            // money is overdue just when somebody is told to ask for it
            let (position, overdue) = overdue(&now, &basis, today);
            let (due, problem) = items(&card, StageKind::Customer, &basis, today);
            assert_eq!(problem, None);
            let asked: Decimal = due
                .iter()
                .filter(|item| item.kind == DueKind::Payment && item.due.unwrap() < today)
                .map(|item| match &item.about {
                    About::Payment { open: (currency, open), .. } => {
                        basis.rates.to_base(*open, currency, today).unwrap()
                    }
                    about => panic!("{about:?}"),
                })
                .sum();
            assert_eq!(asked, overdue, "{path} {today}");
            assert_eq!(
                position.at_risk + position.exposure - position.commitment,
                position.receivable,
                "{path} {today}"
            );
        }
    }
}

/// What the program says of all three, at the ends of months; worked out by hand from the records above.
#[test]
fn the_ends_of_months_by_hand() {
    let text = |name: &str, records: &str| format!("name = '{name}'\n{records}");
    let book = CARDS.iter().fold(Book::nowhere("2025-12-31").file("kehu.toml", SETTINGS), |book, (path, records)| {
        book.card(path, &text(path.rsplit('/').next().unwrap(), records))
    });
    // day: sales of all; then for Steady, Late, Loose: receivable, overdue, unapplied
    for (today, sold, want) in [
        ("2025-01-31", "70000.00", ["0.00 0 0.00", "", "0.00 0 7000.00"]),
        // 6000 less 1800 of the deposit, at 7; Late has ordered 5000 EUR, Loose 2500 USD, of which 1000 are there
        ("2025-02-28", "127500.00", ["29400.00 0 0.00", "", ""]),
        // 4000 less 1200; 5000 EUR shipped, due today; 2500 less 1000 USD
        ("2025-03-31", "183500.00", ["19600.00 0 0.00", "40000.00 0 0.00", "10500.00 0 0.00"]),
        ("2025-04-30", "183500.00", ["", "40000.00 40000.00 0.00", "10500.00 0 0.00"]),
        // L-2 of 9000 EUR counts until it is cancelled, and takes its 900
        ("2025-05-31", "255500.00", ["", "40000.00 40000.00 0.00", "10500.00 0 0.00"]),
        ("2025-06-30", "183500.00", ["", "40000.00 40000.00 0.00", ""]),
        ("2025-07-31", "183500.00", ["", "16000.00 16000.00 0.00", ""]),
        // 500 credited: 1500 left
        ("2025-08-31", "179500.00", ["", "12000.00 12000.00 0.00", ""]),
        // 5 EUR are left, 40 CNY and a thousandth of the order: nobody runs after them
        ("2025-09-30", "179500.00", ["", "40.00 0 0.00", ""]),
        ("2025-10-31", "180200.00", ["", "40.00 0 0.00", ""]),
        ("2025-12-31", "180200.00", ["", "40.00 0 0.00", ""]),
    ] {
        let grades = book.run(&format!("--today {today} grade --format json")).json();
        let all: Decimal = grades.as_array().unwrap().iter().map(|row| decimal(&row["sales"])).sum();
        assert_eq!(all.to_string(), sold, "{today}");
        let rows = book.run(&format!("--today {today} receivables --format json")).json();
        let rows: BTreeMap<String, String> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let late = ["overdue_1_30", "overdue_31_60", "overdue_61_90", "overdue_over_90"];
                let late: Decimal = late.iter().map(|key| decimal(&row[*key])).sum();
                let late = if late.is_zero() { "0".to_owned() } else { late.to_string() };
                let told = format!("{} {late} {}", text_of(&row["receivable"]), text_of(&row["unapplied"]));
                (text_of(&row["company"]), told)
            })
            .collect();
        for (name, want) in ["Steady", "Late", "Loose"].iter().zip(want) {
            let told = rows.get(*name).map_or("", String::as_str);
            let nothing = want.is_empty() && told.starts_with("0.00 0 0.00");
            assert!(told == want || nothing, "{today} {name}: {told:?}, wanted {want:?}");
        }
    }
}

fn text_of(value: &serde_json::Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn decimal(value: &serde_json::Value) -> Decimal {
    Decimal::from_str_exact(value.as_str().unwrap()).unwrap()
}
