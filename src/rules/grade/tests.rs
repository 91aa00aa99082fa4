//! Grades as tables, with figures worked out by hand.

use rust_decimal::Decimal;

use super::*;
use crate::formats::toml::from_text;
use crate::model::{Policy, Settings};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn sellers(sales: &[(&str, i64)]) -> Vec<Seller> {
    sales.iter().map(|(path, sales)| Seller { path: (*path).to_owned(), sales: Decimal::from(*sales) }).collect()
}

#[test]
fn bands_are_cut_by_the_share_of_those_before() {
    use Grade::{A, B, C, D};
    for (name, sales, want) in [
        ("one customer is all", &[("x", 5)][..], &[A][..]),
        ("nobody sold anything", &[("x", 0), ("y", 0)], &[D, D]),
        ("nobody", &[], &[]),
        ("70 % before is no longer below 70 %", &[("a", 70), ("b", 20), ("c", 5), ("d", 5)], &[A, B, C, D]),
        ("just below it still is", &[("a", 69), ("b", 21), ("c", 5), ("d", 5)], &[A, A, C, D]),
        ("in any order given", &[("d", 5), ("a", 70), ("c", 5), ("b", 20)], &[D, A, C, B]),
        ("ties go by path", &[("b", 50), ("a", 50)], &[A, A]),
        ("and that decides at an edge", &[("b", 35), ("a", 35), ("c", 15), ("d", 15)], &[A, A, B, B]),
        ("no sales: D, even where the shares would allow more", &[("a", 1), ("b", 0)], &[A, D]),
        ("a credit beyond sales: D, and takes nothing from the others", &[("a", 100), ("b", -100)], &[A, D]),
        ("a long tail", &[("a", 60), ("b", 30), ("c", 4), ("d", 3), ("e", 2), ("f", 1)], &[A, A, C, C, D, D]),
    ] {
        let standings = bands(&sellers(sales), &Policy::default()).unwrap();
        assert_eq!(standings.iter().map(|standing| standing.band).collect::<Vec<_>>(), want, "{name}");
    }
}

#[test]
fn edges_are_exact_where_shares_are_not() {
    // 70 of 100 thirds: 7/10 of a total that no decimal share can tell from 0.7 by rounding
    let third = Decimal::from_str_exact("0.01").unwrap();
    let before = |cents: i64| Seller { path: "a".to_owned(), sales: third * Decimal::from(cents) };
    let after = |cents: i64| Seller { path: "b".to_owned(), sales: third * Decimal::from(cents) };
    let band = |a: i64, b: i64| bands(&[before(a), after(b)], &Policy::default()).unwrap()[1].band;
    assert_eq!(band(7_000_000_000_001, 2_999_999_999_999), Grade::B);
    assert_eq!(band(7_000_000_000_000, 3_000_000_000_000), Grade::B);
    assert_eq!(band(6_999_999_999_999, 3_000_000_000_001), Grade::A);
}

/// The facts of a card: a customer of long standing that was investigated lately.
fn card(more: &str) -> String {
    format!(
        "[[order]]\nnumber = 'O'\ndate = 2025-01-01\ncurrency = 'CNY'\namount = 1\nstatus = 'cancelled'\ncancelled = 2030-01-01\n\
         [[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-01\n{more}"
    )
}

fn facts(size: &str, reputation: &str, capital: &str) -> String {
    let table = |table: &str, key: &str, value: &str| match value {
        "" => String::new(),
        value => format!("[{table}]\n{key} = '{value}'\n"),
    };
    table("profile", "size", size) + &table("trade", "reputation", reputation) + &table("finance", "capital", capital)
}

fn entry_of(text: &str, today: &str) -> Entry {
    let (settings, policy) = (Settings::default(), Policy::default());
    let basis = Basis::new(&settings, &policy);
    let card: Card = from_text(text).unwrap_or_else(|fault| panic!("{}: {text}", fault.what));
    entry(&card, &basis, Period { since: None, until: day(today) }, day(today)).unwrap()
}

/// The proposal for band A, `?` where it is provisional, and what is missing.
fn proposed(text: &str) -> String {
    let proposal = propose(Grade::A, &entry_of(text, "2026-11-23").ceiling);
    let missing: Vec<&str> = proposal.missing.iter().map(|fact| fact.path()).collect();
    format!("{:?}{}{}", proposal.grade, if proposal.provisional { "? " } else { "" }, missing.join(" "))
}

#[test]
fn the_ceiling_by_size_reputation_and_capital() {
    for (size, reputation, capital, want) in [
        ("large", "high", "strong", "A"),
        ("large", "high", "adequate", "B"),
        ("large", "good", "strong", "B"),
        ("medium", "high", "strong", "B"),
        ("medium", "good", "weak", "B"),
        ("small", "high", "strong", "C"),
        ("large", "fair", "strong", "C"),
        ("small", "fair", "weak", "C"),
        ("large", "poor", "strong", "D"),
        ("", "high", "strong", "A? profile.size"),
        ("large", "", "strong", "A? trade.reputation"),
        ("large", "high", "", "A? finance.capital"),
        ("", "", "", "A? profile.size trade.reputation finance.capital"),
        // what is known leaves B at most: capital cannot lower that any more
        ("medium", "", "", "B? trade.reputation"),
        ("", "good", "", "B? profile.size"),
        ("small", "fair", "", "C"),
        ("", "fair", "", "C"),
        ("small", "", "", "C? trade.reputation"),
        ("", "poor", "", "D"),
    ] {
        assert_eq!(proposed(&card(&facts(size, reputation, capital))), want, "{size} {reputation} {capital}");
    }
}

#[test]
fn an_investigation_must_be_in_date() {
    let best = facts("large", "high", "strong");
    let order = "[[order]]\nnumber = 'O'\ndate = 2025-01-01\ncurrency = 'CNY'\namount = 1\n";
    let done = |date: &str| format!("[[investigation]]\ndate = 2025-01-01\ncompleted = {date}\n");
    let grade = |grade: &str| format!("[[credit]]\nfrom = 2026-01-01\ngrade = '{grade}'\n");
    for (name, text, want) in [
        ("never", String::new(), "A? investigation"),
        ("ungraded: a month, to the day", done("2026-10-23"), "A"),
        ("a day more", done("2026-10-22"), "A? investigation"),
        ("grade A: six months", done("2026-05-23") + &grade("A"), "A"),
        ("and a day", done("2026-05-22") + &grade("A"), "A? investigation"),
        ("an urgent report makes it stale", done("2026-10-23") + "[[alert]]\ndate = 2026-11-23\n", "A? investigation"),
        ("one before it does not", done("2026-10-23") + "[[alert]]\ndate = 2026-10-01\n", "A"),
        ("one not completed is none", "[[investigation]]\ndate = 2026-11-01\n".to_owned(), "A? investigation"),
    ] {
        assert_eq!(proposed(&format!("{order}{text}{best}")), want, "{name}");
    }
}

#[test]
fn new_customers_and_bad_payers_are_held_down() {
    let best = facts("large", "high", "strong");
    let paid = |due: &str, settled: &str| {
        format!(
            "[[order]]\nnumber = '{due}'\ndate = 2025-02-01\ncurrency = 'CNY'\namount = '100'\nshipped = {due}\n\
             [[payment]]\ndate = {settled}\namount = '100'\ncurrency = 'CNY'\norder = '{due}'\n"
        )
    };
    let alert = |date: &str, more: &str| {
        format!(
            "[[alert]]\nid = 'a'\ndate = {date}\nkind = 'dishonoured'\nsummary = 'x'\n{more}\n[[investigation]]\ndate = 2026-11-20\ncompleted = 2026-11-20\n"
        )
    };
    let first = |date: &str| {
        format!(
            "[[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-01\n[[order]]\nnumber = 'O'\ndate = {date}\ncurrency = 'CNY'\namount = 1\n{best}"
        )
    };
    for (name, text, want) in [
        ("first order less than six months ago", first("2026-05-24"), "D"),
        ("six months to the day", first("2026-05-23"), "A"),
        ("15 days late on average", card(&(paid("2026-06-01", "2026-06-16") + &best)), "A"),
        ("more than 15", card(&(paid("2026-06-01", "2026-06-16") + &paid("2026-07-01", "2026-07-17") + &best)), "B"),
        (
            "early is not negative",
            card(&(paid("2026-06-01", "2026-07-02") + &paid("2026-07-01", "2026-06-01") + &best)),
            "B",
        ),
        ("30 days late", card(&(paid("2026-06-01", "2026-07-01") + &best)), "B"),
        ("31 days late", card(&(paid("2026-06-01", "2026-07-02") + &best)), "C"),
        ("settled more than twelve months ago", card(&(paid("2025-06-01", "2025-11-23") + &best)), "A"),
        ("a day less", card(&(paid("2025-06-01", "2025-11-24") + &best)), "C"),
        ("a bill dishonoured within a year", card(&(alert("2025-11-24", "closed = 2025-12-24") + &best)), "C"),
        ("longer ago and closed", card(&(alert("2025-11-23", "closed = 2025-12-24") + &best)), "A"),
        ("longer ago and still open", card(&(alert("2025-06-23", "") + &best)), "C"),
    ] {
        assert_eq!(proposed(&text), want, "{name}");
    }
}

#[test]
fn the_proposal_is_the_lower_of_band_and_ceiling() {
    let ceiling = |text: &str| entry_of(&card(text), "2026-11-23").ceiling;
    let (good, unknown) = (ceiling(&facts("medium", "good", "weak")), ceiling(""));
    for (band, ceiling, want) in [
        (Grade::A, &good, (Grade::B, 0)),
        (Grade::B, &good, (Grade::B, 0)),
        (Grade::C, &good, (Grade::C, 0)),
        (Grade::D, &good, (Grade::D, 0)),
        (Grade::A, &unknown, (Grade::A, 3)),
        (Grade::B, &unknown, (Grade::B, 2)),
        (Grade::C, &unknown, (Grade::C, 1)),
        (Grade::D, &unknown, (Grade::D, 0)),
    ] {
        let proposal = propose(band, ceiling);
        assert_eq!((proposal.grade, proposal.missing.len()), want, "{band:?}");
        assert_eq!(proposal.provisional, want.1 > 0);
    }
}

#[test]
fn sales_count_over_the_period_and_standing_on_the_day() {
    let text = "[[order]]\nnumber = 'A'\ndate = 2025-12-31\ncurrency = 'CNY'\namount = '100'\n\
        [[order]]\nnumber = 'B'\ndate = 2026-01-01\ncurrency = 'CNY'\namount = '200'\n\
        [[order]]\nnumber = 'CN'\ndate = 2026-02-01\ncurrency = 'CNY'\namount = '30'\ncredits = 'B'\n\
        [[order]]\nnumber = 'C'\ndate = 2026-11-24\ncurrency = 'CNY'\namount = '400'\n";
    let card: Card = from_text(text).unwrap();
    let (settings, policy) = (Settings::default(), Policy::default());
    let basis = Basis::new(&settings, &policy);
    for (since, until, orders, sales) in [
        (None, "2026-11-23", 2, "270.00"),
        (Some("2026-01-01"), "2026-11-23", 1, "170.00"),
        (Some("2026-01-01"), "2026-01-31", 1, "200.00"),
        (None, "2025-12-31", 1, "100.00"),
        (None, "2026-11-24", 3, "670.00"),
    ] {
        let period = Period { since: since.map(day), until: day(until) };
        let entry = entry(&card, &basis, period, day("2026-11-24")).unwrap();
        assert_eq!((entry.orders, entry.sales.to_string().as_str()), (orders, sales), "{since:?} {until}");
    }
}

/// 第5条 says large, medium, good; a firm whose customers are small may say otherwise.
#[test]
fn the_policy_says_what_a_grade_asks_for() {
    use crate::model::choice::{Capital, Reputation, Size};
    let milder = Policy {
        a_size: Size::Medium,
        a_reputation: Reputation::Good,
        a_capital: Capital::Weak,
        b_size: Size::Small,
        b_reputation: Reputation::Fair,
        c_reputation: Reputation::Poor,
        ..Policy::default()
    };
    let stricter = Policy {
        b_size: Size::Large,
        b_reputation: Reputation::High,
        c_reputation: Reputation::Good,
        ..Policy::default()
    };
    let settings = Settings::default();
    for (size, reputation, capital, want) in [
        ("large", "high", "strong", ["A", "A", "A"]),
        ("large", "high", "weak", ["B", "A", "B"]),
        ("medium", "good", "weak", ["B", "A", "C"]),
        ("small", "good", "weak", ["C", "B", "C"]),
        ("large", "fair", "strong", ["C", "B", "D"]),
        ("large", "poor", "strong", ["D", "C", "D"]),
        // what cannot lower the grade under the standard is not missing
        ("large", "high", "", ["A?", "A", "A?"]),
        ("", "fair", "strong", ["C", "B", "D"]),
    ] {
        let policies = [Policy::default(), milder.clone(), stricter.clone()];
        let told = policies.map(|policy| {
            let card: Card = from_text(&card(&facts(size, reputation, capital))).unwrap();
            let basis = Basis::new(&settings, &policy);
            let entry =
                entry(&card, &basis, Period { since: None, until: day("2026-11-23") }, day("2026-11-23")).unwrap();
            let proposal = propose(Grade::A, &entry.ceiling);
            format!("{:?}{}", proposal.grade, if proposal.provisional { "?" } else { "" })
        });
        assert_eq!(told, want, "{size} {reputation} {capital}");
    }
}
