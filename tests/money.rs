//! What must hold of money whatever the cards say: nothing appears, nothing vanishes, and nothing depends on the order in
//! which things were written down.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test that cannot go on says so"
)]

use proptest::prelude::*;
use rust_decimal::Decimal;

use kehu::formats::toml::from_text;
use kehu::model::{Card, Date, Policy, Settings};
use kehu::rules::grade::{Seller, bands};
use kehu::rules::money::{Basis, Ledger, Position, ledger, position, positions_by_currency};

const RATES: &str = "[[rate]]\ncurrency = 'USD'\nvalue = '7.0313'\n[[rate]]\ncurrency = 'EUR'\nvalue = '8.2'\n";
const CURRENCIES: [&str; 3] = ["USD", "EUR", "CNY"];
const METHODS: [&str; 7] = ["advance", "before_shipment", "bl_copy", "lc", "dp", "da", "oa"];
const KINDS: [&str; 6] = ["receipt", "bank_charge", "discount", "credit_note", "write_off", "refund"];
const STATUSES: [&str; 6] = ["confirmed", "production", "shipped", "delivered", "disputed", "cancelled"];

/// The first day of any record, and how many there are.
const FIRST: &str = "2026-01-01";
const DAYS: i64 = 200;

fn on(offset: i64) -> Date {
    Date::parse(FIRST).unwrap().plus_days(offset)
}

#[derive(Clone, Debug)]
struct AnOrder {
    day: i64,
    cents: i64,
    currency: usize,
    method: Option<usize>,
    deposit: i64,
    status: usize,
    /// Days after the order, and per cent of it.
    shipments: Vec<(i64, i64)>,
}

#[derive(Clone, Debug)]
struct APayment {
    day: i64,
    cents: i64,
    currency: usize,
    kind: usize,
    order: Option<usize>,
}

fn order() -> impl Strategy<Value = AnOrder> {
    (
        0..150_i64,
        0..2_000_000_i64,
        0..CURRENCIES.len(),
        proptest::option::of(0..METHODS.len()),
        prop_oneof![Just(0), 1..100_i64],
        0..STATUSES.len(),
        proptest::collection::vec((0..60_i64, 1..70_i64), 0..4),
    )
        .prop_map(|(day, cents, currency, method, deposit, status, shipments)| AnOrder {
            day,
            cents,
            currency,
            method,
            deposit,
            status,
            shipments,
        })
}

fn payment() -> impl Strategy<Value = APayment> {
    (0..DAYS, 0..1_500_000_i64, 0..CURRENCIES.len(), 0..KINDS.len(), proptest::option::of(0..7_usize))
        .prop_map(|(day, cents, currency, kind, order)| APayment { day, cents, currency, kind, order })
}

fn money(cents: i64) -> String {
    Decimal::new(cents, 2).to_string()
}

fn order_text((index, order): (usize, &AnOrder)) -> String {
    let mut text = format!(
        "[[order]]\nnumber = 'O{index}'\ndate = {}\ncurrency = '{}'\namount = '{}'\nstatus = '{}'\n",
        on(order.day),
        CURRENCIES[order.currency],
        money(order.cents),
        STATUSES[order.status],
    );
    let deposit = Decimal::new(order.deposit, 2);
    text += &match order.method {
        Some(method) => format!("pay = {{ balance = '{}', deposit = '{deposit}' }}\n", METHODS[method]),
        None => format!("pay = {{ deposit = '{deposit}' }}\n"),
    };
    let parts: Vec<String> = order
        .shipments
        .iter()
        .map(|(after, percent)| {
            let cents = order.cents * percent / 100;
            format!("{{ date = {}, amount = '{}' }}", on(order.day + after), money(cents))
        })
        .collect();
    if !parts.is_empty() {
        text += &format!("shipments = [ {} ]\n", parts.join(", "));
    }
    text
}

fn payment_text(payment: &APayment) -> String {
    let mut text = format!(
        "[[payment]]\ndate = {}\namount = '{}'\ncurrency = '{}'\nkind = '{}'\n",
        on(payment.day),
        money(payment.cents),
        CURRENCIES[payment.currency],
        KINDS[payment.kind],
    );
    if let Some(order) = payment.order {
        text += &format!("order = 'O{order}'\n");
    }
    text
}

fn card_text(orders: &[AnOrder], payments: &[APayment]) -> String {
    let orders = orders.iter().enumerate().map(order_text);
    orders.chain(payments.iter().map(payment_text)).collect()
}

fn card(text: &str) -> Card {
    from_text(text).unwrap_or_else(|fault| panic!("{}: {text}", fault.what))
}

fn settings(rates: &str) -> Settings {
    from_text(rates).unwrap()
}

/// What a ledger says, told without the places of records in the file.
fn told(ledger: &Ledger<'_>) -> Vec<String> {
    let deals = ledger
        .deals
        .iter()
        .map(|deal| format!("{} {:?} {} {} {}", deal.number(), deal.parts, deal.settled, deal.claim, deal.remainder));
    deals.chain(ledger.unapplied.iter().map(|(currency, money)| format!("{currency} {money}"))).collect()
}

fn buckets(position: &Position) -> Decimal {
    let ageing = &position.ageing;
    ageing.not_due + ageing.overdue().unwrap() + ageing.disputed
}

/// The value of a payment that has come by a day, if it names no order or one of the same currency.
fn value(payment: &APayment) -> Decimal {
    let amount = Decimal::new(payment.cents, 2);
    if KINDS[payment.kind] == "refund" { -amount } else { amount }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_appears_and_nothing_vanishes(
        orders in proptest::collection::vec(order(), 0..6),
        payments in proptest::collection::vec(payment(), 0..10),
        shuffled in any::<proptest::sample::Index>(),
        today in 0..DAYS,
    ) {
        let (settings, policy) = (settings(RATES), Policy::default());
        let basis = Basis::new(&settings, &policy);
        let whole = card(&card_text(&orders, &payments));
        let ledger_of = |card| ledger(card, &basis, on(today)).unwrap();
        let now = ledger_of(&whole);

        // the order in which payments are written never changes what is owed
        let mut turned = payments.clone();
        if !turned.is_empty() {
            let place = shuffled.index(turned.len());
            turned.rotate_left(place);
            turned.reverse();
        }
        let other = card(&card_text(&orders, &turned));
        prop_assert_eq!(told(&now), told(&ledger_of(&other)));

        for deal in &now.deals {
            // receivable + settled on shipped goods = shipped
            prop_assert_eq!(deal.receivable().unwrap() + deal.settled_shipped().unwrap(), deal.shipped().unwrap());
            prop_assert!(deal.settled >= Decimal::ZERO && deal.settled <= deal.claim);
            prop_assert!(deal.ahead().unwrap() >= Decimal::ZERO, "{:?}", deal);
            for part in &deal.parts {
                prop_assert!(part.settled >= Decimal::ZERO && part.settled <= part.amount, "{:?}", part);
            }
        }

        // what came in settles something or is unapplied
        let mut came: std::collections::BTreeMap<&str, Decimal> = std::collections::BTreeMap::new();
        for payment in payments.iter().filter(|payment| payment.day <= today) {
            *came.entry(CURRENCIES[payment.currency]).or_default() += value(payment);
        }
        for currency in CURRENCIES {
            let settled: Decimal = now.deals.iter().filter(|deal| deal.currency == currency).map(|deal| deal.settled).sum();
            let unapplied = now.unapplied.get(currency).copied().unwrap_or_default();
            prop_assert_eq!(settled + unapplied, came.get(currency).copied().unwrap_or_default(), "{}", currency);
        }

        // the buckets add up to the receivable, in base currency and in each
        let base = position(&now, &basis, on(today)).unwrap();
        prop_assert_eq!(buckets(&base), base.receivable);
        for position in positions_by_currency(&now, &basis, on(today)).unwrap().values() {
            prop_assert_eq!(buckets(position), position.receivable);
            prop_assert_eq!(position.at_risk + position.exposure - position.commitment, position.receivable);
        }
    }

    #[test]
    fn an_answer_about_a_past_day_is_the_one_given_on_that_day(
        orders in proptest::collection::vec(order(), 0..6),
        payments in proptest::collection::vec(payment(), 0..10),
        today in 0..DAYS,
    ) {
        // statuses have no date; what is known of a past day leaves them out
        let orders: Vec<AnOrder> = orders.into_iter().map(|order| AnOrder { status: 0, ..order }).collect();
        let (settings, policy) = (settings(RATES), Policy::default());
        let basis = Basis::new(&settings, &policy);
        let then: Vec<(usize, AnOrder)> = orders
            .iter()
            .cloned()
            .enumerate()
            .filter(|(_, order)| order.day <= today)
            .map(|(index, mut order)| {
                let day = order.day;
                order.shipments.retain(|(after, _)| day + after <= today);
                (index, order)
            })
            .collect();
        let text: String = then
            .iter()
            .map(|(index, order)| order_text((*index, order)))
            .chain(payments.iter().filter(|payment| payment.day <= today).map(payment_text))
            .collect();
        let (before, after) = (card(&text), card(&card_text(&orders, &payments)));
        let day = on(today);
        let (before, after) = (ledger(&before, &basis, day).unwrap(), ledger(&after, &basis, day).unwrap());
        prop_assert_eq!(told(&before), told(&after));
        prop_assert_eq!(position(&before, &basis, day).unwrap(), position(&after, &basis, day).unwrap());
    }

    #[test]
    fn a_rate_change_never_reopens_a_settled_order(
        orders in proptest::collection::vec(order(), 1..6),
        payments in proptest::collection::vec(payment(), 0..10),
        rate in 1..10_000_i64,
    ) {
        let policy = Policy::default();
        let text = card_text(&orders, &payments);
        let card = card(&text);
        let day = on(DAYS);
        let changed = format!(
            "{RATES}[[rate]]\ndate = {}\ncurrency = 'USD'\nvalue = '{}'\n",
            on(150),
            Decimal::new(rate, 2)
        );
        let (old, new) = (settings(RATES), settings(&changed));
        let before = ledger(&card, &Basis::new(&old, &policy), day).unwrap();
        let after = ledger(&card, &Basis::new(&new, &policy), day).unwrap();
        // orders are of the days before the change
        prop_assert_eq!(told(&before), told(&after));
    }

    #[test]
    fn grading_is_the_same_for_any_order_of_cards(
        sales in proptest::collection::vec(-100_i64..10_000, 0..30),
        turn in any::<proptest::sample::Index>(),
    ) {
        let sellers: Vec<Seller> = sales
            .iter()
            .enumerate()
            .map(|(index, sales)| Seller { path: format!("{:02}", (index * 7) % 31), sales: Decimal::new(*sales, 2) })
            .collect();
        let mut other = sellers.clone();
        if !other.is_empty() {
            let place = turn.index(other.len());
            other.rotate_left(place);
        }
        let graded = |sellers: &[Seller]| {
            let standings = bands(sellers, &Policy::default()).unwrap();
            let mut rows: Vec<(String, String)> =
                sellers.iter().zip(standings).map(|(seller, standing)| (seller.path.clone(), format!("{standing:?}"))).collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(graded(&sellers), graded(&other));
    }
}
