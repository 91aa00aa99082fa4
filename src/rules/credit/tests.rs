//! Credit: caps, clean reviews, what counts, the check (第6–9, 11, 14条; rulebook §4).

use rust_decimal::Decimal;

use super::*;
use crate::formats::toml::from_text;
use crate::model::choice::{Grade, PaymentMethod, Role, Verdict};
use crate::model::{Card, Date, Policy, Settings};
use crate::rules::money::Basis;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn d(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// An order of so much, shipped the next day and paid for on that day.
fn bought(number: &str, date: &str, amount: &str) -> String {
    let shipped = day(date).plus_days(1);
    format!(
        "[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'CNY'\namount = '{amount}'\nshipped = {shipped}\n\
         [[payment]]\ndate = {shipped}\namount = '{amount}'\ncurrency = 'CNY'\norder = '{number}'\n"
    )
}

fn with<T>(settings: &str, text: &str, ask: impl FnOnce(&Card, &Basis<'_>) -> T) -> T {
    let (settings, policy): (Settings, Policy) = (from_text(settings).unwrap(), Policy::default());
    ask(&from_text(text).unwrap(), &Basis::new(&settings, &policy))
}

#[test]
fn one_purchase_and_one_cycle_make_the_caps() {
    let four = bought("1", "2025-01-01", "100.00")
        + &bought("2", "2025-03-01", "300.01")
        + &bought("3", "2025-04-01", "200.00")
        + &bought("4", "2025-08-01", "999.99");
    // the middle two of 100, 200, 300.01, 999.99; of 31, 59 and 122 days the middle one
    for (grade, limit, term) in [
        (Some(Grade::A), "250.01", 59),
        (Some(Grade::B), "75.00", 29),
        (Some(Grade::C), "25.00", 15),
        (Some(Grade::D), "0.00", 0),
        (None, "0.00", 0),
    ] {
        let found = with("", &four, |card, basis| cap(card, grade, basis, day("2025-12-31")).unwrap());
        assert_eq!((found.limit.to_string().as_str(), found.term), (limit, term), "{grade:?}");
    }
    for (name, text, limit, term) in [
        ("none", String::new(), "0.00", 0),
        ("one order", bought("1", "2025-01-01", "100.00"), "100.00", 0),
        (
            "only a cancelled one",
            bought("1", "2025-01-01", "100.00").replace("shipped = 2025-01-02", "cancelled = 2025-01-02"),
            "0.00",
            0,
        ),
        ("five on one day", (1..=5).map(|n| bought(&n.to_string(), "2025-01-01", "100.00")).collect(), "500.00", 0),
        (
            "a credit note is no purchase",
            bought("1", "2025-01-01", "100.00")
                + "[[order]]\nnumber = 'CN'\ndate = 2025-02-01\ncurrency = 'CNY'\namount = '10'\ncredits = '1'\n",
            "100.00",
            0,
        ),
        // the median of the last six leaves the first out
        (
            "seven",
            (1..=7).map(|n| bought(&n.to_string(), &format!("2025-0{n}-01"), &format!("{n}00"))).collect(),
            "450.00",
            30,
        ),
        ("one to come", bought("1", "2026-01-01", "100.00"), "0.00", 0),
    ] {
        let found = with("", &text, |card, basis| cap(card, Some(Grade::A), basis, day("2025-12-31")).unwrap());
        assert_eq!((found.limit.to_string().as_str(), found.term), (limit, term), "{name}");
    }
}

#[test]
fn clean_reviews_relax_the_limit_of_b() {
    let base = "created = 2025-01-01\n[[credit]]\nfrom = 2025-01-01\ngrade = 'B'\n".to_owned()
        + &bought("1", "2025-01-10", "1000");
    let done = |dates: &[&str]| -> String {
        dates.iter().map(|date| format!("[[investigation]]\ndate = {date}\ncompleted = {date}\n")).collect()
    };
    let late = "[[order]]\nnumber = 'L'\ndate = 2025-05-01\ncurrency = 'CNY'\namount = '1000'\nshipped = 2025-05-01\ndue = 2025-06-30\n";
    for (name, more, clean, limit) in [
        ("none", String::new(), 0, "300.00"),
        ("in time: three months after the first order", done(&["2025-04-10"]), 1, "400.00"),
        ("a day late", done(&["2025-04-11"]), 0, "300.00"),
        ("two in a row", done(&["2025-04-10", "2025-07-10"]), 2, "500.00"),
        ("the last one late breaks the row", done(&["2025-04-10", "2025-07-11"]), 0, "300.00"),
        ("the first one late does not", done(&["2025-04-11", "2025-07-11"]), 1, "400.00"),
        ("something overdue on the day", done(&["2025-04-10", "2025-07-10"]) + late, 0, "300.00"),
        ("overdue only after it", done(&["2025-04-10", "2025-06-30"]) + late, 2, "500.00"),
        ("an urgent report open on the day", done(&["2025-04-10"]) + "[[alert]]\ndate = 2025-04-10\n", 0, "300.00"),
        (
            "one that was closed",
            done(&["2025-04-10"]) + "[[alert]]\ndate = 2025-02-01\nclosed = 2025-02-02\n",
            0,
            "300.00",
        ),
        (
            "several in one period are one step",
            done(&["2025-04-08", "2025-04-09", "2025-04-10", "2025-04-10"]),
            1,
            "400.00",
        ),
        (
            "up to one purchase",
            done(&[
                "2025-01-15",
                "2025-03-01",
                "2025-04-16",
                "2025-06-01",
                "2025-07-17",
                "2025-09-01",
                "2025-10-17",
                "2025-12-02",
            ]),
            8,
            "1000.00",
        ),
    ] {
        let found = with("", &(base.clone() + &more), |card, basis| {
            cap(card, Some(Grade::B), basis, day("2025-12-31")).unwrap()
        });
        assert_eq!((found.clean, found.limit.to_string().as_str()), (clean, limit), "{name}");
    }
}

/// Grade, purchases of 1000 every 100 days, a limit and a term.
fn customer(grade: &str, limit: &str, term: u32) -> String {
    let limit = if limit.is_empty() { String::new() } else { format!("limit = '{limit}'\ncurrency = 'CNY'\n") };
    let credit = format!("[[credit]]\nfrom = 2025-01-01\ngrade = '{grade}'\n{limit}term_days = {term}\n");
    format!("created = 2025-01-01\ntrade = {{ reputation = 'good' }}\n{credit}")
        + &bought("1", "2025-01-01", "1000")
        + &bought("2", "2025-04-11", "1000")
        + "[[investigation]]\ndate = 2025-12-20\ncompleted = 2025-12-20\n"
}

fn ask(amount: &str, method: PaymentMethod, days: u32, share: &str) -> Ask {
    let amount = d(amount);
    Ask { amount, deposit: amount * d(share), share: d(share), method, days }
}

fn answered(text: &str, ask: &Ask, draft: bool) -> Answer {
    with("", text, |card, basis| check(&account(card, basis, day("2025-12-31")), ask, basis.policy, draft).unwrap())
}

#[test]
fn every_rule_of_the_check() {
    use PaymentMethod::{Advance, BeforeShipment, BlCopy, Da, Dp, Lc, Oa};
    use Verdict::{Allowed, Approval, CashOnly, Refused};
    let (a, d_grade) = (customer("A", "1000", 60), customer("D", "", 0));
    let b_none = customer("B", "", 0);
    let c = customer("C", "100", 15);
    let state = |state: &str| a.clone() + &format!("[[credit]]\nfrom = 2025-06-01\nstate = '{state}'\n");
    let alert = |more: &str| a.clone() + "[[alert]]\nid = 'AL-1'\ndate = 2025-12-01\n" + more;
    let directed =
        |effect: &str| alert(&format!("directive = {{ date = 2025-12-02, by = 'x', text = 'y'{effect} }}\n"));
    let overdue = a.clone()
        + "[[order]]\nnumber = 'L'\ndate = 2025-05-01\ncurrency = 'CNY'\namount = '10'\nshipped = 2025-05-01\npay = { balance = 'oa', days = 30 }\n";
    let (manager, up) = (vec![Role::SalesManager], vec![Role::SalesManager, Role::President]);
    let none = Vec::new();
    for (name, text, ask, verdict, roles) in [
        ("第14条 suspended", state("suspended"), ask("1", Advance, 0, "0"), Refused, &none),
        ("第14条 halted", state("halted"), ask("1", BeforeShipment, 0, "0"), Refused, &none),
        ("第11条 no directive", alert(""), ask("1", Advance, 0, "0"), Refused, &none),
        ("第11条 directed, cash", directed(""), ask("1", BeforeShipment, 0, "0"), Allowed, &none),
        ("第11条 directed, credit", directed(""), ask("1", Oa, 30, "0"), CashOnly, &none),
        ("第11条 directed, refused", directed(", effect = 'refused'"), ask("1", Advance, 0, "0"), Refused, &none),
        ("第11条 closed", directed("") + "closed = 2025-12-05\n", ask("1", Oa, 30, "0"), Allowed, &none),
        ("第6条4 D on account", d_grade.clone(), ask("1", Oa, 30, "0"), Refused, &none),
        ("第6条4 D by acceptance", d_grade.clone(), ask("1", Da, 30, "0"), Refused, &none),
        ("第6条4 D in advance", d_grade.clone(), ask("1000000", Advance, 0, "0"), Allowed, &none),
        ("D against documents, no deposit", d_grade.clone(), ask("1", Dp, 0, "0.29"), Approval, &manager),
        ("D against documents, deposit", d_grade.clone(), ask("1", BlCopy, 7, "0.30"), Allowed, &none),
        ("D at sight", d_grade.clone(), ask("1", Lc, 0, "0"), Allowed, &none),
        ("D usance", d_grade.clone(), ask("1", Lc, 60, "0"), Approval, &manager),
        ("ungraded", String::new(), ask("1", Oa, 1, "0"), Refused, &none),
        ("overdue", overdue.clone(), ask("1", BlCopy, 7, "1"), CashOnly, &none),
        ("overdue, paid first", overdue, ask("1", BeforeShipment, 0, "0"), Allowed, &none),
        ("第6条2 B without a limit", b_none.clone(), ask("1", Oa, 30, "0"), CashOnly, &none),
        ("第6条2 B without a limit, documents", b_none, ask("1", Dp, 30, "0"), Allowed, &none),
        ("within the limit", a.clone(), ask("1000", Oa, 60, "0"), Allowed, &none),
        ("第7条 a fifth beyond", a.clone(), ask("1200", Oa, 60, "0"), Approval, &manager),
        ("第7条 more than a fifth", a.clone(), ask("1200.01", Oa, 60, "0"), Approval, &up),
        ("the deposit makes it fit", a.clone(), ask("2000", Oa, 60, "0.5"), Allowed, &none),
        ("第7条 a fifth longer", a.clone(), ask("1000", Oa, 72, "0"), Approval, &manager),
        ("第7条 longer than a fifth", a.clone(), ask("1000", Da, 73, "0"), Approval, &up),
        ("第6条3 each order of C", c.clone(), ask("100", Oa, 15, "0"), Approval, &manager),
        ("第6条3 C, review late", c.replace("2025-12-20", "2025-11-20"), ask("100", Oa, 15, "0"), CashOnly, &none),
        (
            "第6条3 C of unknown reputation",
            c.replace("reputation = 'good'", ""),
            ask("100", Oa, 15, "0"),
            CashOnly,
            &none,
        ),
        ("第6条3 C of poor reputation", c.replace("'good'", "'poor'"), ask("100", Oa, 15, "0"), CashOnly, &none),
        ("第6条3 C in cash", c.replace("'good'", "'poor'"), ask("100", BeforeShipment, 0, "0"), Allowed, &none),
    ] {
        let answer = answered(&text, &ask, false);
        assert_eq!(answer.verdict, verdict, "{name}: {:?}", answer.rules);
        assert_eq!(&answer.roles, roles, "{name}");
        // whatever is not allowed is explained
        assert_eq!(answer.rules.is_empty(), verdict == Allowed, "{name}");
    }
    // 第4条: a draft makes of allowed a question to the president, who is asked too where others must be; who asks for
    // more is not asked less
    let draft = answered(&a, &ask("1000", Oa, 60, "0"), true);
    assert_eq!((draft.verdict, draft.roles), (Approval, vec![Role::President]));
    assert_eq!(answered(&a, &ask("1200", Oa, 60, "0"), true).roles, up);
    assert_eq!(answered(&a, &ask("1000", BeforeShipment, 0, "0"), true).verdict, Allowed);
}

#[test]
fn the_deposit_that_makes_it_fit() {
    for (amount, deposit) in [("900", "0"), ("1000", "0"), ("1500", "500.00"), ("3000", "2000.00")] {
        let answer = answered(&customer("A", "1000", 60), &ask(amount, PaymentMethod::Oa, 60, "0"), false);
        assert_eq!(answer.deposit, Some(d(deposit)), "{amount}");
    }
    // without a limit all of it
    let answer = answered(&customer("B", "", 0), &ask("900", PaymentMethod::Oa, 60, "0"), false);
    assert_eq!(answer.deposit, Some(d("900")));
    for (base, rate, unit, want) in [("500", "7", 2, "71.43"), ("700", "7", 2, "100.00"), ("500", "0.05", 0, "10000")] {
        assert_eq!(in_currency(d(base), d(rate), unit), Some(d(want)), "{base} {rate}");
    }
}

const FIRM: &str = "approvals_from = 2025-03-01\n\
[[person]]\nname = '罗'\nroles = ['finance']\n\
[[person]]\nname = '方'\nroles = ['sales_manager']\n\
[[person]]\nname = '蒋'\nroles = ['marketing_director', 'president']\n";

/// A request as filed, approved by both who must, with the entry that it brings about.
fn approved(request: &str, entry: &str) -> String {
    let head = format!("id = 'k7f3m2q9xz'\n[[request]]\nid = 'RQ-1'\ndate = 2025-06-01\nby = '罗'\n{request}\n");
    let filed: Card = from_text(&head).unwrap();
    let digest = crate::rules::approval::digest(filed.id.as_deref(), filed.request.first().unwrap());
    let said = |by: &str, role: &str| {
        format!(
            "[[approval]]\nrequest = 'RQ-1'\ndate = 2025-06-02\nby = '{by}'\nrole = '{role}'\ndecision = 'approve'\ndigest = '{digest}'\n"
        )
    };
    let both = said("方", "sales_manager") + &said("蒋", "marketing_director");
    format!("{head}digest = '{digest}'\n{both}[[credit]]\nfrom = 2025-06-02\n{entry}\n")
}

#[test]
fn an_entry_counts_as_far_as_it_is_approved() {
    let opening = "[[credit]]\nfrom = 2025-01-01\ngrade = 'B'\nlimit = '100'\ncurrency = 'USD'\nterm_days = 30\n";
    let entry = |text: &str| format!("{opening}[[credit]]\nfrom = 2025-06-02\n{text}\n");
    let grade = "kind = 'grade'\ngrade = 'A'";
    let limit = "kind = 'limit'\namount = '900.00'\ncurrency = 'USD'\nterm_days = 60";
    for (name, text, want, lack) in [
        ("an opening entry", opening.to_owned(), ("B", Some("100"), Some(30)), None),
        ("approved", approved(grade, "grade = 'A'\nrequest = 'RQ-1'"), ("A", None, None), None),
        (
            "approved, the same written otherwise",
            approved(limit, "limit = '900'\ncurrency = 'usd'\nterm_days = 60\nrequest = 'rq-1'"),
            ("", Some("900"), Some(60)),
            None,
        ),
        (
            "more than approved",
            approved(limit, "limit = '901'\ncurrency = 'USD'\nrequest = 'RQ-1'"),
            ("", None, None),
            Some(Lack::Differs),
        ),
        (
            "another currency",
            approved(limit, "limit = '900'\ncurrency = 'EUR'\nrequest = 'RQ-1'"),
            ("", None, None),
            Some(Lack::Differs),
        ),
        (
            "a grade that nobody asked for",
            approved(limit, "limit = '900'\ncurrency = 'USD'\ngrade = 'A'\nrequest = 'RQ-1'"),
            ("", None, None),
            Some(Lack::Differs),
        ),
        (
            "no request",
            entry("grade = 'A'\nlimit = '900'\nterm_days = 60"),
            ("B", Some("100"), Some(30)),
            Some(Lack::NoRequest),
        ),
        (
            "no request, but tighter",
            entry("grade = 'D'\nlimit = '0'\nterm_days = 0"),
            ("D", Some("0"), Some(0)),
            Some(Lack::NoRequest),
        ),
        (
            "no such request",
            entry("grade = 'A'\nrequest = 'RQ-9'"),
            ("B", Some("100"), Some(30)),
            Some(Lack::UnknownRequest),
        ),
        (
            "not approved",
            approved(grade, "grade = 'A'\nrequest = 'RQ-1'").replace("'approve'", "'reject'"),
            ("", None, None),
            Some(Lack::NotApproved),
        ),
        ("only an insurer's limit", entry("insured_limit = '900'"), ("B", Some("100"), Some(30)), None),
    ] {
        let found = with(FIRM, &text, |card, basis| granted(card, basis.settings, day("2025-12-31")));
        let standing = &found.standing;
        let limit = standing.limit.map(|limit| limit.normalize().to_string());
        let grade = standing.grade.map(crate::model::Choose::key).unwrap_or_default();
        assert_eq!((grade, limit.as_deref(), standing.term_days), want, "{name}");
        assert_eq!(found.lack.map(|(_, lack)| lack), lack, "{name}");
    }
    // without anybody in kehu.toml everything is an opening entry (§10)
    let alone = with("approvals_from = 2025-03-01\n", &entry("grade = 'A'"), |card, basis| {
        granted(card, basis.settings, day("2025-12-31")).standing.grade
    });
    assert_eq!(alone, Some(Grade::A));
}

#[test]
fn trading_begins_again_by_request_alone() {
    let stopped = "[[credit]]\nfrom = 2025-01-01\nstate = 'suspended'\n";
    let alone = format!("{stopped}[[credit]]\nfrom = 2025-06-02\nstate = 'active'\n");
    let by_request = approved("kind = 'resume'\nstate = 'active'", "state = 'active'\nrequest = 'RQ-1'") + stopped;
    for (text, want) in
        [(alone, Some(crate::model::choice::State::Suspended)), (by_request, Some(crate::model::choice::State::Active))]
    {
        let found = with(FIRM, &text, |card, basis| granted(card, basis.settings, day("2025-12-31")));
        assert_eq!(found.standing.state, want, "{text}");
    }
}

#[test]
fn a_request_does_not_undo_a_later_stop() {
    use crate::model::choice::State::{Active, Halted, Suspended};
    let stop = |from: &str, state: &str| format!("[[credit]]\nfrom = {from}\nstate = '{state}'\n");
    let again = approved("kind = 'resume'\nstate = 'active'", "state = 'active'\nrequest = 'RQ-1'");
    // filed on 2025-06-01, in force on 2025-06-02
    for (name, text, want, lack) in [
        ("stopped before", again.clone() + &stop("2025-05-31", "suspended"), Active, None),
        ("stopped after", again.clone() + &stop("2025-06-03", "halted"), Halted, None),
        (
            "the same day as the request, further down",
            again.clone() + &stop("2025-06-01", "suspended"),
            Suspended,
            Some(Lack::Stopped),
        ),
        (
            "halted while it waited",
            stop("2025-05-31", "suspended")
                + &again.replace("[[credit]]", &(stop("2025-06-02", "halted") + "[[credit]]")),
            Halted,
            Some(Lack::Stopped),
        ),
    ] {
        // the id of the card stands before every table
        let text = format!("id = 'k7f3m2q9xz'\n{}", text.replace("id = 'k7f3m2q9xz'\n", ""));
        let found = with(FIRM, &text, |card, basis| granted(card, basis.settings, day("2025-12-31")));
        assert_eq!((found.standing.state, found.lack.map(|(_, lack)| lack)), (Some(want), lack), "{name}");
    }
}

#[test]
fn beyond_the_cap_only_what_the_president_approved_counts() {
    let buys = bought("1", "2025-01-01", "1000") + &bought("2", "2025-04-11", "1000");
    let limit = "kind = 'limit'\namount = '5000'\ncurrency = 'CNY'\nterm_days = 365";
    let entry = "grade = 'A'\nlimit = '5000'\ncurrency = 'CNY'\nterm_days = 365\nrequest = 'RQ-1'";
    for (roles, counts, term) in [("", "1000.00", 100), ("\nroles = ['president']", "5000.00", 365)] {
        let request = format!("{limit}\ngrade = 'A'{roles}");
        let text = approved(&request, entry) + &buys;
        with(FIRM, &text, |card, basis| {
            let account = account(card, basis, day("2025-12-31"));
            let limit = account.counts().unwrap().limit.clone().unwrap();
            assert_eq!((limit.base.to_string().as_str(), limit.counts.to_string().as_str()), ("5000.00", counts));
            assert_eq!(account.term().unwrap(), term);
        });
    }
    // on a day before it was granted there is none
    let text = approved(&format!("{limit}\ngrade = 'A'"), entry) + &buys;
    with(FIRM, &text, |card, basis| {
        assert!(account(card, basis, day("2025-06-01")).counts().unwrap().limit.is_none());
    });
}

#[test]
fn an_insurers_limit_stands_beside_ours() {
    let owed = "[[order]]\nnumber = 'O'\ndate = 2025-12-01\ncurrency = 'CNY'\namount = '1000'\nshipped = 2025-12-01\npay = { balance = 'oa', days = 90 }\n";
    for (insured, uninsured) in [
        ("insured_limit = '600'\ninsured_share = '0.9'\ncurrency = 'CNY'", Some("460.00")),
        ("insured_limit = '5000'\ncurrency = 'CNY'", Some("0.00")),
        ("insured_limit = '600'\ninsured_until = 2025-12-30\ncurrency = 'CNY'", None),
    ] {
        let text = format!("{owed}[[credit]]\nfrom = 2025-01-01\n{insured}\n");
        with("", &text, |card, basis| {
            let account = account(card, basis, day("2025-12-31"));
            let counts = account.counts().unwrap();
            let found = counts.insured.as_ref().map(|insured| insured.uninsured.to_string());
            assert_eq!(found.as_deref(), uninsured, "{insured}");
            assert!(counts.limit.is_none());
        });
    }
}
