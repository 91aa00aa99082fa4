//! What is owed, as tables: the records of a card, a day, and figures worked out by hand.

use rust_decimal::Decimal;

use super::sales::{habit, sales, total};
use super::*;
use crate::formats::toml::from_text;
use crate::model::Card;

/// USD is worth 7, EUR 8 and JPY 0.05 of the base currency CNY.
const RATES: &str = "rate = [ { currency = 'USD', value = '7' }, { currency = 'EUR', value = '8' }, { currency = 'JPY', value = '0.05' }, \
    { currency = 'KWD', value = '23' } ]\n";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn d(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// Runs `see` with the ledger of a card in a book with these further settings.
fn with<T>(settings: &str, text: &str, today: &str, see: impl FnOnce(Counted<Ledger<'_>>, &Basis<'_>) -> T) -> T {
    let settings: Settings = from_text(&format!("{settings}\n{RATES}")).unwrap();
    let policy = Policy::default();
    let basis = Basis::new(&settings, &policy);
    let card: Card = from_text(text).unwrap_or_else(|fault| panic!("{}: {text}", fault.what));
    see(ledger(&card, &basis, day(today)), &basis)
}

/// `order: part by part, shipped date amount-settled due` and what is unapplied.
fn told(ledger: &Ledger<'_>) -> String {
    let mut out = Vec::new();
    for deal in &ledger.deals {
        let parts: Vec<String> =
            deal.parts.iter().map(|part| format!("{}-{} {}", part.amount, part.settled, part.due)).collect();
        let mut line = format!("{}: {}", deal.number(), parts.join(", "));
        let ahead = deal.ahead().unwrap();
        if !ahead.is_zero() {
            line += &format!(" +{ahead}");
        }
        if deal.remainder {
            line += " 尾差";
        }
        out.push(line);
    }
    out.extend(ledger.unapplied.iter().map(|(currency, money)| format!("{currency} {money}")));
    out.join("; ")
}

fn order(number: &str, date: &str, more: &str) -> String {
    format!("[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'USD'\namount = '1000.00'\n{more}\n")
}

fn pay(date: &str, amount: &str, more: &str) -> String {
    format!("[[payment]]\ndate = {date}\namount = '{amount}'\ncurrency = 'USD'\n{more}\n")
}

#[test]
fn what_settles_what() {
    let a = |more: &str| order("A", "2026-01-10", more);
    let b = |more: &str| order("B", "2026-02-10", more);
    let open = "shipped = 2026-02-01\npay = { balance = 'oa', days = 30 }";
    for (name, text, want) in [
        ("nothing shipped, nothing owed", a(""), "A: "),
        ("owed from shipment on", a(open), "A: 1000.00-0.00 2026-03-03"),
        (
            "the day of the B/L plus the days of the method",
            a("shipped = 2026-01-31\npay = { balance = 'bl_copy' }"),
            "A: 1000.00-0.00 2026-02-07",
        ),
        ("letters of credit", a("shipped = 2026-01-31\npay = { balance = 'lc' }"), "A: 1000.00-0.00 2026-02-21"),
        (
            "documents against payment",
            a("shipped = 2026-01-31\npay = { balance = 'dp' }"),
            "A: 1000.00-0.00 2026-03-02",
        ),
        ("no terms at all: before shipment", a("shipped = 2026-01-31"), "A: 1000.00-0.00 2026-01-31"),
        (
            "no terms but a term in force: open account",
            format!("[[credit]]\nfrom = 2026-01-01\nterm_days = 45\n{}", a("shipped = 2026-01-31")),
            "A: 1000.00-0.00 2026-03-17",
        ),
        (
            "a term that came later is none",
            format!("[[credit]]\nfrom = 2026-01-11\nterm_days = 45\n{}", a("shipped = 2026-01-31")),
            "A: 1000.00-0.00 2026-01-31",
        ),
        ("an explicit due date", a("shipped = 2026-01-31\ndue = 2026-04-30"), "A: 1000.00-0.00 2026-04-30"),
        ("a named payment", a(open) + &pay("2026-03-01", "400", "order = 'a'"), "A: 1000.00-400.00 2026-03-03"),
        (
            "one without a name settles the oldest first",
            a(open) + &b(open) + &pay("2026-03-01", "1200", ""),
            "A: 1000.00-1000.00 2026-03-03; B: 1000.00-200.00 2026-03-03",
        ),
        (
            "and what is not shipped yet too",
            a("") + &b(open) + &pay("2026-03-01", "1200", ""),
            "A:  +1000.00; B: 1000.00-200.00 2026-03-03",
        ),
        (
            "a named one before one without a name",
            a(open) + &b(open) + &pay("2026-03-01", "1000", "order = 'A'") + &pay("2026-02-01", "300", ""),
            "A: 1000.00-1000.00 2026-03-03; B: 1000.00-300.00 2026-03-03",
        ),
        (
            "too much on a named order settles the next",
            a(open) + &b(open) + &pay("2026-03-01", "1500", "order = 'A'"),
            "A: 1000.00-1000.00 2026-03-03; B: 1000.00-500.00 2026-03-03",
        ),
        (
            "too much for all is unapplied, never netted",
            a(open) + &pay("2026-03-01", "1500", "order = 'A'"),
            "A: 1000.00-1000.00 2026-03-03; USD 500.00",
        ),
        ("before any order", pay("2026-03-01", "500", ""), "USD 500.00"),
        (
            "for an order that is not there",
            a(open) + &pay("2026-03-01", "500", "order = 'X'"),
            "A: 1000.00-0.00 2026-03-03; USD 500.00",
        ),
        (
            "bank charges, discounts, credit notes and write-offs settle",
            a(open)
                + &pay("2026-03-01", "900", "order = 'A'")
                + &pay("2026-03-01", "25", "order = 'A'\nkind = 'bank_charge'")
                + &pay("2026-03-01", "30", "order = 'A'\nkind = 'discount'")
                + &pay("2026-03-01", "40", "order = 'A'\nkind = 'credit_note'")
                + &pay("2026-03-01", "5", "order = 'A'\nkind = 'write_off'"),
            "A: 1000.00-1000.00 2026-03-03",
        ),
        (
            "a refund takes back",
            a(open)
                + &pay("2026-03-01", "1000", "order = 'A'")
                + &pay("2026-03-05", "200", "order = 'A'\nkind = 'refund'"),
            "A: 1000.00-800.00 2026-03-03",
        ),
        (
            "the refund of an overpayment leaves the order settled",
            a(open) + &pay("2026-03-01", "1100", "order = 'A'") + &pay("2026-03-05", "100", "kind = 'refund'"),
            "A: 1000.00-1000.00 2026-03-03",
        ),
        (
            "a payment to come does not settle yet",
            a(open) + &pay("2026-07-01", "1000", "order = 'A'"),
            "A: 1000.00-0.00 2026-03-03",
        ),
        ("cancelled without a day never counted", a("status = 'cancelled'"), ""),
        ("cancelled by then", a("cancelled = 2026-06-30"), ""),
        ("cancelled later", a("status = 'cancelled'\ncancelled = 2026-07-01"), "A: "),
        (
            "what was paid for a cancelled order is the customer's to spend",
            a("status = 'cancelled'") + &b(open) + &pay("2026-03-01", "300", "order = 'A'"),
            "B: 1000.00-300.00 2026-03-03",
        ),
        (
            "a credit note lowers the debt of its order, whatever its sign",
            a(open) + &order("CN", "2026-03-01", "credits = 'A'").replace("1000.00", "150.00"),
            "A: 1000.00-150.00 2026-03-03",
        ),
        (
            "negative lines too",
            a(open)
                + "[[order]]\nnumber = 'CN'\ndate = 2026-03-01\ncurrency = 'USD'\ncredits = 'A'\nitems = [ { quantity = -3, unit_price = '50' } ]\n",
            "A: 1000.00-150.00 2026-03-03",
        ),
        (
            "in another currency it must say what it settles",
            a(open)
                + "[[payment]]\ndate = 2026-03-01\namount = '875'\ncurrency = 'EUR'\norder = 'A'\nsettles = '1000'\n[[payment]]\ndate = 2026-03-01\namount = '10'\ncurrency = 'EUR'\norder = 'A'\n",
            "A: 1000.00-1000.00 2026-03-03; EUR 10.00",
        ),
        (
            "currencies are apart",
            a(open) + "[[payment]]\ndate = 2026-03-01\namount = '9000'\ncurrency = 'RMB'\n",
            "A: 1000.00-0.00 2026-03-03; CNY 9000.00",
        ),
        ("shipped nobody knows when: on the order's day", a("status = 'delivered'"), "A: 1000.00-0.00 2026-01-10"),
        ("disputed but not shipped is not owed", a("status = 'disputed'"), "A: "),
    ] {
        with("", &text, "2026-06-30", |ledger, _| assert_eq!(told(&ledger.unwrap()), want, "{name}"));
    }
}

#[test]
fn shipments_in_parts_and_deposits_pro_rata() {
    let parts = |more: &str| {
        format!(
            "[[order]]\nnumber = 'A'\ndate = 2026-01-10\ncurrency = 'USD'\namount = '1000.00'\n{more}\n\
             shipments = [ {{ date = 2026-02-10, amount = '600.00' }}, {{ date = 2026-03-31, amount = '400.00' }} ]\n"
        )
    };
    let terms = "pay = { deposit = '0.30', balance = 'oa', days = 30 }";
    let deposit = pay("2026-01-15", "300", "order = 'A'");
    for (name, text, today, want) in [
        ("before the first", parts(terms) + &deposit, "2026-02-09", "A:  +300.00"),
        (
            "the deposit by the share of what left",
            parts(terms) + &deposit,
            "2026-02-10",
            "A: 600.00-180.00 2026-03-12 +120.00",
        ),
        (
            "the rest of it with the rest",
            parts(terms) + &deposit,
            "2026-03-31",
            "A: 600.00-180.00 2026-03-12, 400.00-120.00 2026-04-30",
        ),
        (
            "a balance settles the first",
            parts(terms) + &deposit + &pay("2026-03-12", "420", "order = 'A'"),
            "2026-03-31",
            "A: 600.00-600.00 2026-03-12, 400.00-120.00 2026-04-30",
        ),
        (
            "more than the first wants waits for the second",
            parts(terms) + &deposit + &pay("2026-03-12", "500", "order = 'A'"),
            "2026-03-12",
            "A: 600.00-600.00 2026-03-12 +200.00",
        ),
        (
            "no deposit agreed: the oldest first",
            parts("pay = { balance = 'oa', days = 30 }") + &deposit,
            "2026-03-31",
            "A: 600.00-300.00 2026-03-12, 400.00-0.00 2026-04-30",
        ),
        (
            "all in advance: what left first is paid first",
            parts("pay = { balance = 'advance' }") + &pay("2026-01-15", "600", "order = 'A'"),
            "2026-02-10",
            "A: 600.00-600.00 2026-02-10",
        ),
        (
            "short, and that was the last",
            parts(terms).replace("'400.00'", "'390.00'") + "status = 'shipped'\n" + &deposit,
            "2026-03-31",
            "A: 600.00-181.82 2026-03-12, 390.00-118.18 2026-04-30",
        ),
        (
            "more than was ordered",
            parts(terms).replace("'400.00'", "'420.00'") + &deposit,
            "2026-03-31",
            "A: 600.00-176.47 2026-03-12, 420.00-123.53 2026-04-30",
        ),
    ] {
        with("", &text, today, |ledger, _| assert_eq!(told(&ledger.unwrap()), want, "{name}"));
    }
}

#[test]
fn small_rests_are_not_run_after() {
    let paid =
        |amount: &str| order("A", "2026-01-10", "shipped = 2026-02-01") + &pay("2026-02-20", amount, "order = 'A'");
    // 50 CNY are 7.14 USD at 7
    for (name, settings, text, want) in [
        ("within both limits", "", paid("992.86"), true),
        ("a cent more than 50 in base currency", "", paid("992.85"), false),
        ("nothing paid yet", "", order("A", "2026-01-10", "shipped = 2026-02-01").replace("1000.00", "5.00"), false),
        ("more than five per cent", "", paid("4.74").replace("1000.00", "5.00"), false),
        ("five per cent to the cent", "", paid("4.75").replace("1000.00", "5.00"), true),
        ("paid to the last cent", "", paid("1000"), false),
        (
            "by the rate of the order's day",
            "rate = [ { currency = 'USD', value = '6' }, { date = 2026-02-01, currency = 'USD', value = '90' } ]",
            paid("992.86"),
            true,
        ),
    ] {
        let settings: Settings =
            from_text(&if settings.is_empty() { RATES.to_owned() } else { settings.to_owned() }).unwrap();
        let policy = Policy::default();
        let basis = Basis::new(&settings, &policy);
        let card: Card = from_text(&text).unwrap();
        let ledger = ledger(&card, &basis, day("2026-06-30")).unwrap();
        assert_eq!(ledger.deals[0].remainder, want, "{name}");
        let position = position(&ledger, &basis, day("2026-06-30")).unwrap();
        assert_eq!(position.ageing.overdue().unwrap().is_zero(), want || position.receivable.is_zero(), "{name}");
        assert_eq!(!position.remainder.is_zero(), want, "{name}");
    }
}

#[test]
fn old_orders_are_sales_but_no_debts() {
    let old = order("A", "2025-12-31", "shipped = 2025-12-31") + &pay("2026-01-05", "400", "order = 'A'");
    let new =
        order("B", "2026-01-01", "shipped = 2026-01-31") + &pay("2025-12-01", "70", "") + &pay("2026-02-01", "80", "");
    with("receivables_from = 2026-01-01", &(old + &new), "2026-06-30", |ledger, _| {
        assert_eq!(told(&ledger.unwrap()), "B: 1000.00-80.00 2026-01-31");
    });
}

/// `receivable not_due 1-30 31-60 61-90 90+ disputed | falls due, commitment, at risk, exposure`, in base currency.
fn positioned(position: &Position) -> String {
    let ageing = &position.ageing;
    let ages = [
        position.receivable,
        ageing.not_due,
        ageing.overdue_1_30,
        ageing.overdue_31_60,
        ageing.overdue_61_90,
        ageing.overdue_over_90,
        ageing.disputed,
    ];
    let rest = [position.falls_due, position.commitment, position.at_risk, position.exposure];
    let words =
        |numbers: &[Decimal]| numbers.iter().map(|number| number.normalize().to_string()).collect::<Vec<_>>().join(" ");
    format!("{} | {}", words(&ages), words(&rest))
}

#[test]
fn ageing_and_exposure() {
    let shipped = |date: &str, more: &str| order("A", "2026-01-01", &format!("shipped = {date}\n{more}"));
    let oa = "pay = { balance = 'oa', days = 30 }";
    for (name, text, want) in [
        ("due on the day is not overdue", shipped("2026-05-31", oa), "7000 7000 0 0 0 0 0 | 7000 0 0 7000"),
        ("a day later it is", shipped("2026-05-30", oa), "7000 0 7000 0 0 0 0 | 0 0 0 7000"),
        ("30 days", shipped("2026-05-01", oa), "7000 0 7000 0 0 0 0 | 0 0 0 7000"),
        ("31 days", shipped("2026-04-30", oa), "7000 0 0 7000 0 0 0 | 0 0 0 7000"),
        ("61 days", shipped("2026-03-31", oa), "7000 0 0 0 7000 0 0 | 0 0 0 7000"),
        ("91 days", shipped("2026-03-01", oa), "7000 0 0 0 0 7000 0 | 0 0 0 7000"),
        (
            "due in 31 days",
            shipped("2026-06-30", "pay = { balance = 'oa', days = 31 }"),
            "7000 7000 0 0 0 0 0 | 0 0 0 7000",
        ),
        (
            "disputed is owed, not overdue",
            shipped("2026-03-01", &format!("status = 'disputed'\n{oa}")),
            "7000 0 0 0 0 0 7000 | 0 0 0 7000",
        ),
        (
            "the papers are still ours",
            shipped("2026-06-25", "pay = { balance = 'bl_copy' }"),
            "7000 7000 0 0 0 0 0 | 7000 0 7000 0",
        ),
        (
            "14 days past due they still are",
            shipped("2026-06-09", "pay = { balance = 'bl_copy' }"),
            "7000 0 7000 0 0 0 0 | 0 0 7000 0",
        ),
        (
            "15 days past due it counts in full",
            shipped("2026-06-08", "pay = { balance = 'bl_copy' }"),
            "7000 0 7000 0 0 0 0 | 0 0 0 7000",
        ),
        (
            "released unpaid",
            shipped("2026-06-25", "released = true\npay = { balance = 'dp' }"),
            "7000 7000 0 0 0 0 0 | 7000 0 0 7000",
        ),
        ("shipped although payable before", shipped("2026-06-30", ""), "7000 7000 0 0 0 0 0 | 7000 0 0 7000"),
        ("not shipped yet, on credit", order("A", "2026-01-01", oa), "0 0 0 0 0 0 0 | 0 7000 0 7000"),
        (
            "less the deposit agreed",
            order("A", "2026-01-01", "pay = { balance = 'oa', deposit = '0.3' }"),
            "0 0 0 0 0 0 0 | 0 4900 0 4900",
        ),
        (
            "or what was paid ahead where that is more",
            order("A", "2026-01-01", "pay = { balance = 'oa', deposit = '0.3' }") + &pay("2026-02-01", "500", ""),
            "0 0 0 0 0 0 0 | 0 3500 0 3500",
        ),
        (
            "not on credit: no commitment",
            order("A", "2026-01-01", "pay = { balance = 'lc' }"),
            "0 0 0 0 0 0 0 | 0 0 0 0",
        ),
        (
            "half shipped on credit with a deposit that is there",
            order(
                "A",
                "2026-01-01",
                "pay = { balance = 'oa', days = 30, deposit = '0.3' }\nshipments = [ { date = 2026-06-15, amount = '500' } ]",
            ) + &pay("2026-02-01", "300", "order = 'A'"),
            "2450 2450 0 0 0 0 0 | 2450 2450 0 4900",
        ),
    ] {
        with("", &text, "2026-06-30", |ledger, basis| {
            let position = position(&ledger.unwrap(), basis, day("2026-06-30")).unwrap();
            assert_eq!(positioned(&position), want, "{name}");
        });
    }
}

#[test]
fn two_currencies_stay_apart_and_meet_in_the_base_currency() {
    let text = order("A", "2026-01-01", "shipped = 2026-06-01\npay = { balance = 'oa', days = 60 }")
        + &order("B", "2026-01-02", "shipped = 2026-06-01\npay = { balance = 'oa', days = 60 }")
            .replace("USD", "JPY")
            .replace("1000.00", "100000.4")
        + "[[payment]]\ndate = 2026-02-01\namount = '1.0005'\ncurrency = 'KWD'\n";
    with("", &text, "2026-06-30", |ledger, basis| {
        let ledger = ledger.unwrap();
        let by = positions_by_currency(&ledger, basis, day("2026-06-30")).unwrap();
        let told: Vec<String> = by.iter().map(|(c, p)| format!("{c} {} {}", p.receivable, p.unapplied)).collect();
        assert_eq!(told, ["JPY 100000 0", "KWD 0.000 1.001", "USD 1000.00 0.00"]);
        let base = position(&ledger, basis, day("2026-06-30")).unwrap();
        assert_eq!((base.receivable, base.unapplied), (d("12000.00"), d("23.02")));
    });
}

#[test]
fn lines_are_rounded_half_up_and_then_added() {
    let text = "[[order]]\nnumber = 'A'\ndate = 2026-01-01\ncurrency = 'USD'\namount = '1'\nitems = [\n\
        { product = 'a', quantity = 3, unit_price = '1.115' },\n{ product = 'b', quantity = '0.5', unit_price = '0.01' },\n\
        { product = 'c', quantity = 40, unit_price = '185.00', discount = '0.05' } ]\n\
        [[order]]\nnumber = 'CN'\ndate = 2026-01-02\ncurrency = 'USD'\ncredits = 'A'\nitems = [ { quantity = 1, unit_price = '30' } ]\n";
    let settings: Settings = from_text(RATES).unwrap();
    let policy = Policy::default();
    let basis = Basis::new(&settings, &policy);
    let card: Card = from_text(text).unwrap();
    // 3.345 → 3.35, 0.005 → 0.01, 7030.00: 7033.36 USD × 7 = 49233.52; less 210.00
    let sold = sales(&card, &basis, day("2026-06-30")).unwrap();
    let told: Vec<String> = sold.iter().map(|sale| format!("{} {}", sale.amount, sale.base)).collect();
    assert_eq!(told, ["7033.36 49233.52", "-30.00 -210.00"]);
    assert_eq!(total(&sold, 2).unwrap(), d("49023.52"));
}

#[test]
fn one_purchase_and_one_cycle() {
    let on = |dates: &[(&str, &str)]| -> String {
        dates.iter().map(|(date, amount)| order(date, date, "").replace("1000.00", amount)).collect()
    };
    for (name, text, purchase, cycle) in [
        ("none", String::new(), None, None),
        ("one", on(&[("2026-01-01", "100")]), Some("700.00"), None),
        ("two", on(&[("2026-01-01", "100"), ("2026-02-01", "200.01")]), Some("1050.04"), Some(31)),
        (
            "two of one day are one",
            on(&[("2026-01-01", "100"), ("2026-02-01", "100")]) + &on(&[("2026-02-01", "300")]),
            Some("1750.00"),
            Some(31),
        ),
        (
            "the last six of seven; 31, 28, 31, 30, 40 days",
            on(&[
                ("2025-01-01", "9999"),
                ("2026-01-01", "600"),
                ("2026-02-01", "100"),
                ("2026-03-01", "200"),
                ("2026-04-01", "300"),
                ("2026-05-01", "400"),
                ("2026-06-10", "500"),
            ]),
            Some("2450.00"),
            Some(31),
        ),
        (
            "credit notes and cancelled orders are no purchases",
            on(&[("2026-01-01", "100")])
                + &order("CN", "2026-02-01", "credits = 'x'")
                + &order("X", "2026-03-01", "status = 'cancelled'"),
            Some("700.00"),
            None,
        ),
        (
            "the middle of two gaps, rounded down",
            on(&[("2026-01-01", "1"), ("2026-01-11", "1"), ("2026-01-22", "1")]),
            Some("7.00"),
            Some(10),
        ),
    ] {
        let settings: Settings = from_text(RATES).unwrap();
        let policy = Policy::default();
        let basis = Basis::new(&settings, &policy);
        let card: Card = from_text(&text).unwrap();
        let habit = habit(&sales(&card, &basis, day("2026-06-30")).unwrap(), &basis).unwrap();
        assert_eq!(habit.one_purchase.map(|amount| amount.to_string()).as_deref(), purchase, "{name}");
        assert_eq!(habit.one_cycle, cycle, "{name}");
    }
}

#[test]
fn what_cannot_be_counted_is_named() {
    let head = "name = 'x'\n[[order]]\nnumber = 'A'\ndate = 2026-01-01\n";
    for (text, name, fault) in [
        ("[[order]]\nnumber = 'A'\n", Some("A"), Fault::NoDate),
        ("[[order]]\nnumber = 'A'\ndate = 2026-01-01\namount = 1\n", Some("A"), Fault::NoCurrency),
        ("[[order]]\ndate = 2026-01-01\namount = 1\ncurrency = 'XXX'\n", None, Fault::BadCurrency("XXX".to_owned())),
        ("[[order]]\ndate = 2026-01-01\ncurrency = 'USD'\n", None, Fault::NoAmount),
        ("[[order]]\ndate = 2026-01-01\ncurrency = 'USD'\nitems = [ { quantity = 1 } ]\n", None, Fault::NoAmount),
        (
            "[[order]]\ndate = 2026-01-01\ncurrency = 'USD'\nitems = [ { quantity = 1000000000000000000, unit_price = '1000000000000.01' } ]\n",
            None,
            Fault::Overflow,
        ),
        ("[[payment]]\namount = 1\ncurrency = 'USD'\n", None, Fault::NoDate),
        ("[[payment]]\ndate = 2026-01-01\ncurrency = 'USD'\nreference = 'T1'\n", Some("T1"), Fault::NoAmount),
        ("[[payment]]\ndate = 2026-01-01\namount = 1\n", None, Fault::NoCurrency),
    ] {
        with("", text, "2026-06-30", |ledger, _| {
            let problem = ledger.unwrap_err();
            assert_eq!((problem.name.as_deref(), &problem.fault), (name, &fault), "{text}");
        });
    }
    with("", &format!("{head}currency = 'USD'\n"), "2026-06-30", |ledger, _| {
        assert_eq!(ledger.unwrap_err().at, "name = 'x'\n".len());
    });
    let huge = "[[order]]\nnumber = 'A'\ndate = 2026-01-01\ncurrency = 'EUR'\namount = '99999999999999999999999999.99'\nshipped = 2026-01-01\n";
    with("", huge, "2026-06-30", |ledger, basis| {
        // in its own currency it can be told, in base currency it has too many digits
        assert_eq!(position(&ledger.unwrap(), basis, day("2026-06-30")), Err(Fault::Overflow));
    });
}

/// Exposure = receivable × weight + commitment; what is not weighed is at risk (押单). Every figure of the weights is ours.
#[test]
fn the_policy_says_what_each_method_weighs() {
    let shipped = |balance: &str, more: &str| {
        order("A", "2026-11-01", &format!("shipped = 2026-11-20\npay = {{ balance = '{balance}', days = 30 }}\n{more}"))
    };
    let halves = Policy {
        weight_lc: d("0.5"),
        weight_dp: d("0.25"),
        weight_bl_copy: d("1"),
        weight_da: d("0.333"),
        weight_oa: d("0"),
        ..Policy::default()
    };
    for (name, text, own, other) in [
        ("letter of credit", shipped("lc", ""), "0.00 7000.00", "3500.00 3500.00"),
        ("documents against payment", shipped("dp", ""), "0.00 7000.00", "1750.00 5250.00"),
        ("against B/L copy", shipped("bl_copy", ""), "0.00 7000.00", "7000.00 0.00"),
        ("documents against acceptance", shipped("da", ""), "7000.00 0.00", "2331.00 4669.00"),
        ("open account", shipped("oa", ""), "7000.00 0.00", "0.00 7000.00"),
        ("in advance, but shipped", shipped("advance", ""), "7000.00 0.00", "7000.00 0.00"),
        ("released unpaid", shipped("lc", "released = true"), "7000.00 0.00", "7000.00 0.00"),
        ("disputed", shipped("oa", "status = 'disputed'"), "7000.00 0.00", "7000.00 0.00"),
        ("half a month past due", shipped("oa", "due = 2026-11-08"), "7000.00 0.00", "7000.00 0.00"),
        ("a day less", shipped("oa", "due = 2026-11-09"), "7000.00 0.00", "0.00 7000.00"),
        (
            "not shipped: a commitment",
            order("A", "2026-11-01", "pay = { balance = 'oa' }"),
            "7000.00 0.00",
            "7000.00 0.00",
        ),
    ] {
        let settings: Settings = from_text(RATES).unwrap();
        let card: Card = from_text(&text).unwrap();
        for (policy, want) in [(Policy::default(), own), (halves.clone(), other)] {
            let basis = Basis::new(&settings, &policy);
            let today = day("2026-11-23");
            let position = position(&ledger(&card, &basis, today).unwrap(), &basis, today).unwrap();
            assert_eq!(format!("{} {}", position.exposure, position.at_risk), want, "{name}");
        }
    }
}
