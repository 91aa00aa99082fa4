//! What must hold of credit control whatever the cards say (rulebook §2–§11): nothing loosens by itself, nothing is approved
//! that nobody approved, and nothing that comes later changes what was said before.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test that cannot go on says so"
)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

use kehu::formats::toml::from_text;
use kehu::model::card::{Approval, Credit, Request};
use kehu::model::choice::{
    Capital, Decision, Grade, PaymentMethod, Reputation, RequestKind, Role, Size, StageKind, State, Verdict,
};
use kehu::model::{Card, Date, Policy, Settings};
use kehu::rules::approval::{Decided, Outcome, decided, digest};
use kehu::rules::credit::{Account, Answer, Ask, account, account_at, cap, check, granted};
use kehu::rules::grade::{Period, Seller, bands, entry, propose};
use kehu::rules::money::{Basis, ledger, position};
use kehu::rules::staff::Staff;
use kehu::rules::{alert, due, halt, plan, review};

const FIRST: &str = "2026-01-01";
const DAYS: i64 = 240;
const METHODS: [&str; 7] = ["advance", "before_shipment", "bl_copy", "lc", "dp", "da", "oa"];
const GRADES: [&str; 4] = ["A", "B", "C", "D"];

/// Five who work, one who left, one to come: every role is held, finance by two.
const FIRM: &str = "\
approvals_from = 2026-01-01
[[rate]]
currency = 'USD'
value = '7.03'
[[rate]]
date = 2026-05-01
currency = 'USD'
value = '7.2'
[[person]]
name = '沈'
roles = ['salesperson']
reports_to = '方'
[[person]]
name = '罗'
roles = ['finance']
[[person]]
name = '顾'
roles = ['finance', 'sales_manager']
left = 2026-04-30
[[person]]
name = '方'
roles = ['sales_manager']
[[person]]
name = '蒋'
roles = ['marketing_director']
[[person]]
name = '王'
roles = ['president']
since = 2026-02-01
";
const PEOPLE: [&str; 7] = ["沈", "罗", "顾", "方", "蒋", "王", "谁"];

fn on(offset: i64) -> Date {
    Date::parse(FIRST).unwrap().plus_days(offset)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    from_text(text).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

fn firm() -> Settings {
    from_text(FIRM).unwrap()
}

// ---- cards ----

#[derive(Clone, Debug)]
struct Sold {
    day: i64,
    cents: i64,
    usd: bool,
    method: Option<usize>,
    deposit: i64,
    days: Option<u32>,
    /// Days after the order, and per cent of it.
    shipped: Vec<(i64, i64)>,
    cancelled: Option<i64>,
}

fn sold() -> impl Strategy<Value = Sold> {
    (
        (0..DAYS, 1..2_000_000_i64, any::<bool>(), proptest::option::weighted(0.7, 0..METHODS.len())),
        prop_oneof![Just(0), 1..100_i64],
        proptest::option::of(0..90_u32),
        proptest::collection::vec((0..60_i64, 1..70_i64), 0..3),
        proptest::option::weighted(0.1, 0..60_i64),
    )
        .prop_map(|((day, cents, usd, method), deposit, days, shipped, cancelled)| Sold {
            day,
            cents,
            usd,
            method,
            deposit,
            days,
            shipped,
            cancelled,
        })
}

fn money(cents: i64) -> String {
    Decimal::new(cents, 2).to_string()
}

fn sold_text((index, sold): (usize, &Sold)) -> String {
    let currency = if sold.usd { "USD" } else { "CNY" };
    let mut text = format!(
        "[[order]]\nnumber = 'O{index}'\ndate = {}\ncurrency = '{currency}'\namount = '{}'\n",
        on(sold.day),
        money(sold.cents),
    );
    if let Some(method) = sold.method {
        let days = sold.days.map(|days| format!(", days = {days}")).unwrap_or_default();
        let deposit = Decimal::new(sold.deposit, 2);
        text += &format!("pay = {{ balance = '{}', deposit = '{deposit}'{days} }}\n", METHODS[method]);
    }
    let parts: Vec<String> = sold
        .shipped
        .iter()
        .map(|(after, percent)| {
            format!("{{ date = {}, amount = '{}' }}", on(sold.day + after), money((sold.cents * percent / 100).max(1)))
        })
        .collect();
    if !parts.is_empty() {
        text += &format!("shipments = [ {} ]\n", parts.join(", "));
    }
    if let Some(after) = sold.cancelled {
        text += &format!("cancelled = {}\n", on(sold.day + after));
    }
    text
}

fn paid() -> impl Strategy<Value = String> {
    (0..DAYS, 1..1_500_000_i64, any::<bool>(), proptest::option::of(0..6_usize)).prop_map(|(day, cents, usd, order)| {
        let currency = if usd { "USD" } else { "CNY" };
        format!("[[payment]]\ndate = {}\namount = '{}'\ncurrency = '{currency}'\n", on(day), money(cents))
            + &order.map(|order| format!("order = 'O{order}'\nsettles = '{}'\n", money(cents))).unwrap_or_default()
    })
}

fn investigated() -> impl Strategy<Value = String> {
    (0..DAYS, proptest::option::weighted(0.8, 0..20_i64)).prop_map(|(day, after)| {
        format!("[[investigation]]\ndate = {}\nby = '沈'\nassessed_by = '罗'\n", on(day))
            + &after.map(|after| format!("completed = {}\n", on(day + after))).unwrap_or_default()
    })
}

fn reported() -> impl Strategy<Value = String> {
    let kinds = select(vec!["credit_change", "dishonoured", "deferred", "anomaly"]);
    let effects = select(vec!["", ", effect = 'cash_only'", ", effect = 'refused'", ", effect = 'halt'"]);
    (0..DAYS, kinds, effects, proptest::option::of(0..20_i64), proptest::option::of(0..40_i64)).prop_map(
        |(day, kind, effect, directed, closed)| {
            let mut text =
                format!("[[alert]]\nid = 'AL-{day}'\ndate = {}\nby = '沈'\nkind = '{kind}'\nsummary = 'x'\n", on(day));
            if let Some(after) = directed {
                let (said, did) = (on(day + after), on(day + after + 2));
                text += &format!("directive = {{ date = {said}, by = '方', text = 'y'{effect} }}\n");
                text += &format!("measures = [ {{ date = {did}, kind = 'reduce' }} ]\n");
            }
            if let Some(after) = closed {
                text += &format!("closed = {}\noutcome = 'resolved'\n", on(day + after));
            }
            text
        },
    )
}

fn visited() -> impl Strategy<Value = String> {
    let kinds = select(vec!["visit", "meeting", "call", "inquiry", "complaint", "collection"]);
    let more = select(vec!["", "effective = true\n", "effective = false\n"]);
    (0..DAYS, kinds, more, proptest::option::of(0..30_i64), proptest::option::of(0..30_i64)).prop_map(
        |(day, kind, more, next, closed)| {
            format!("[[followup]]\ndate = {}\nkind = '{kind}'\nby = '沈'\nsummary = 'x'\n{more}", on(day))
                + &next.map(|after| format!("next = {}\n", on(day + after))).unwrap_or_default()
                + &closed
                    .filter(|_| kind == "complaint")
                    .map(|after| format!("closed = {}\n", on(day + after)))
                    .unwrap_or_default()
        },
    )
}

fn restored() -> impl Strategy<Value = String> {
    (0..DAYS).prop_map(|day| format!("[[plan]]\ndate = {}\nrestored = '换人'\n", on(day)))
}

/// What stands in a credit entry beside its day.
#[derive(Clone, Debug)]
struct Words {
    grade: Option<usize>,
    limit: Option<i64>,
    currency: Option<&'static str>,
    term: Option<u32>,
    until: Option<i64>,
    state: Option<&'static str>,
    insured: Option<i64>,
}

fn words() -> impl Strategy<Value = Words> {
    (
        proptest::option::of(0..4_usize),
        proptest::option::of(0..3_000_000_i64),
        proptest::option::of(select(vec!["USD", "CNY"])),
        proptest::option::of(0..120_u32),
        proptest::option::of(0..400_i64),
        proptest::option::weighted(0.3, select(vec!["active", "suspended", "halted"])),
        proptest::option::weighted(0.2, 0..3_000_000_i64),
    )
        .prop_map(|(grade, limit, currency, term, until, state, insured)| Words {
            grade,
            limit,
            currency,
            term,
            until,
            state,
            insured,
        })
}

fn credit_text(from: Date, words: &Words, request: Option<&str>) -> String {
    let mut text = format!("[[credit]]\nfrom = {from}\n");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            text += &format!("{key} = {value}\n");
        }
    };
    line("grade", words.grade.map(|grade| format!("'{}'", GRADES[grade])));
    line("limit", words.limit.map(|cents| format!("'{}'", money(cents))));
    line("currency", words.currency.map(|code| format!("'{code}'")));
    line("term_days", words.term.map(|days| days.to_string()));
    line("valid_until", words.until.map(|after| from.plus_days(after).to_string()));
    line("state", words.state.map(|state| format!("'{state}'")));
    line("insured_limit", words.insured.map(|cents| format!("'{}'", money(cents))));
    line("request", request.map(|id| format!("'{id}'")));
    text
}

/// Records of every kind but credit, requests and approvals.
fn history() -> impl Strategy<Value = String> {
    (
        proptest::collection::vec(sold(), 0..6),
        proptest::collection::vec(paid(), 0..6),
        proptest::collection::vec(investigated(), 0..5),
        proptest::collection::vec(reported(), 0..2),
        proptest::collection::vec(visited(), 0..8),
        proptest::collection::vec(restored(), 0..2),
        select(vec!["", "reputation = 'poor'", "reputation = 'fair'", "reputation = 'good'"]),
    )
        .prop_map(|(sold, paid, investigated, reported, visited, restored, reputation)| {
            format!("id = 'k7f3m2q9xz'\nname = 'Acme'\ncreated = 2026-01-01\ntrade = {{ {reputation} }}\n")
                + &sold.iter().enumerate().map(sold_text).collect::<String>()
                + &[paid, investigated, reported, visited, restored].concat().concat()
        })
}

// ---- requests ----

const KINDS: [&str; 6] = ["grade", "limit", "order", "investigation", "resume", "policy"];

#[derive(Clone, Debug)]
struct Asked {
    id: usize,
    day: i64,
    by: usize,
    kind: usize,
    words: Words,
    roles: &'static str,
}

fn asked() -> impl Strategy<Value = Asked> {
    let roles = select(vec!["", "roles = ['president']\n", "roles = ['finance', 'sales_manager']\n"]);
    (0..4_usize, 0..DAYS, 0..PEOPLE.len(), 0..KINDS.len(), words(), roles)
        .prop_map(|(id, day, by, kind, words, roles)| Asked { id, day, by, kind, words, roles })
}

fn request(asked: &Asked, card: Option<&str>) -> Request {
    let mut text = format!(
        "id = 'RQ-{}'\ndate = {}\nby = '{}'\nkind = '{}'\n{}",
        asked.id,
        on(asked.day),
        PEOPLE[asked.by],
        KINDS[asked.kind],
        asked.roles
    );
    let words = &asked.words;
    if let Some(grade) = words.grade {
        text += &format!("grade = '{}'\n", GRADES[grade]);
    }
    if let Some(cents) = words.limit {
        text += &format!("amount = '{}'\ncurrency = '{}'\n", money(cents), words.currency.unwrap_or("CNY"));
    }
    if let Some(days) = words.term {
        text += &format!("term_days = {days}\n");
    }
    if KINDS[asked.kind] == "order" {
        text += "order = 'O1'\n";
    }
    if let Some(state) = words.state {
        text += &format!("state = '{state}'\n");
    }
    let mut request: Request = read(&text);
    request.digest = Some(digest(card, &request));
    request
}

/// A decision as `request approve` writes it: it holds to what was seen.
fn decision(request: &Request, by: &str, role: Role, decision: Decision, date: Date) -> Approval {
    Approval {
        request: request.id.clone(),
        date: Some(date),
        by: Some(by.to_owned()),
        role: Some(role),
        decision: Some(decision),
        digest: request.digest.clone(),
        ..Approval::default()
    }
}

#[derive(Clone, Debug)]
struct Said {
    of: Index,
    after: i64,
    by: usize,
    role: Role,
    decision: Decision,
}

fn said() -> impl Strategy<Value = Said> {
    use Decision::{Acknowledge, Approve, Reject, Waive};
    let decisions = prop_oneof![8 => Just(Approve), 1 => Just(Reject), 1 => Just(Waive), 1 => Just(Acknowledge)];
    (any::<Index>(), 0..20_i64, 0..PEOPLE.len(), select(roles()), decisions)
        .prop_map(|(of, after, by, role, decision)| Said { of, after, by, role, decision })
}

fn roles() -> Vec<Role> {
    vec![Role::Salesperson, Role::Finance, Role::SalesManager, Role::MarketingDirector, Role::President]
}

/// Everybody who must approves one request, in the order of the roles, on one day.
fn all_approve(request: &Request, day: Date) -> Vec<Approval> {
    [("罗", Role::Finance), ("方", Role::SalesManager), ("蒋", Role::MarketingDirector), ("王", Role::President)]
        .map(|(by, role)| decision(request, by, role, Decision::Approve, day))
        .to_vec()
}

/// A card with requests and decisions, each in its place.
fn with_papers(mut card: Card, requests: Vec<Request>, approvals: Vec<Approval>) -> Card {
    card.request = requests;
    card.approval = approvals;
    for (at, approval) in card.approval.iter_mut().enumerate() {
        approval.at = 100_000 + at;
    }
    card
}

fn is_approved(card: &Card, settings: &Settings, day: Date) -> Vec<bool> {
    decided(card, Staff::new(settings), day).iter().map(Decided::is_approved).collect()
}

// ---- policies ----

/// A policy in which nothing clashes.
fn policy() -> impl Strategy<Value = Policy> {
    let shares = (1..80_i64, 0..15_i64, 0..5_i64);
    let caps = (1..30_i64, 0..10_i64, 0..=100_i64, 0..=100_i64, 0..=100_i64);
    let terms = (0..30_i64, 0..=100_i64, 0..60_u32);
    (shares, caps, terms, (1..12_u32, 0..6_u32, 0..6_u32), 1..8_usize).prop_map(
        |(shares, caps, terms, months, purchases)| {
            let percent = |value| Decimal::new(value, 2);
            let mut policy = Policy {
                share_a: percent(shares.0),
                share_b: percent(shares.1),
                share_c: percent(shares.2),
                share_d: percent(100 - shares.0 - shares.1 - shares.2),
                cap_a_purchases: Decimal::new(caps.0, 1),
                cap_b_step: percent(caps.1),
                term_a_cycles: Decimal::new(terms.0, 1),
                term_c_days: terms.2,
                review_c_d_months: months.0,
                review_b_months: months.0 + months.1,
                review_a_months: months.0 + months.1 + months.2,
                purchases,
                ..Policy::default()
            };
            let of = |most: Decimal, share: i64| (most * percent(share)).round_dp(4);
            policy.cap_b_most = of(policy.cap_a_purchases.min(Decimal::ONE), caps.2);
            policy.cap_b_start = of(policy.cap_b_most, caps.3);
            policy.cap_c_share = of(policy.cap_b_start, caps.4);
            policy.term_b_cycles = of(policy.term_a_cycles, terms.1);
            policy
        },
    )
}

fn grades() -> [Option<Grade>; 5] {
    [Some(Grade::A), Some(Grade::B), Some(Grade::C), Some(Grade::D), None]
}

fn graded(text: &str, grade: Option<Grade>) -> Card {
    let mut card: Card = read(text);
    card.credit.push(Credit {
        from: Some(Date::parse("2025-06-01").unwrap()),
        grade,
        limit: Some(Decimal::new(5_000_000, 2).into()),
        currency: Some("CNY".to_owned()),
        term_days: Some(60),
        ..Credit::default()
    });
    card
}

// ---- asks ----

fn ask() -> impl Strategy<Value = Ask> {
    use PaymentMethod::{Advance, BeforeShipment, BlCopy, Da, Dp, Lc, Oa};
    let methods = select(vec![Advance, BeforeShipment, BlCopy, Lc, Dp, Da, Oa, Oa, Oa]);
    (0..8_000_000_i64, 0..=100_i64, methods, 0..150_u32)
        .prop_map(|(cents, percent, method, days)| asking(cents, percent, method, days))
}

fn asking(cents: i64, percent: i64, method: PaymentMethod, days: u32) -> Ask {
    let (amount, share) = (Decimal::new(cents, 2), Decimal::new(percent, 2));
    Ask { amount, deposit: (amount * share).round_dp(2), share, method, days }
}

/// The second answer is not milder than the first: a later verdict, or, where both are to be approved, no role fewer.
fn no_milder(first: &Answer, second: &Answer) -> bool {
    match second.verdict.cmp(&first.verdict) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => {
            first.verdict != Verdict::Approval || first.roles.iter().all(|role| second.roles.contains(role))
        }
    }
}

/// The verdicts of the rulebook, mildest first.
#[test]
fn verdicts_are_ordered_as_the_rulebook_has_them() {
    use Verdict::{Allowed, Approval, CashOnly, Refused};
    assert!(Allowed < Approval && Approval < CashOnly && CashOnly < Refused);
    assert!(Grade::A < Grade::B && Grade::B < Grade::C && Grade::C < Grade::D);
}

/// The table of §2, read from the rulebook.
fn allowed_by(size: Size, reputation: Reputation, capital: Capital) -> Grade {
    if size == Size::Large && reputation == Reputation::High && capital == Capital::Strong {
        Grade::A
    } else if size >= Size::Medium && reputation >= Reputation::Good {
        Grade::B
    } else if reputation >= Reputation::Fair {
        Grade::C
    } else {
        Grade::D
    }
}

fn or_all<T: Copy>(value: Option<T>, all: &[T]) -> Vec<T> {
    value.map_or_else(|| all.to_vec(), |value| vec![value])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// §2: the lower of band and ceiling; provisional just where something unknown could lower it.
    #[test]
    fn a_proposal_is_never_better_than_band_or_ceiling(
        history in history(),
        size in proptest::option::of(select(vec![Size::Small, Size::Medium, Size::Large])),
        reputation in proptest::option::of(select(vec![Reputation::Poor, Reputation::Fair, Reputation::Good, Reputation::High])),
        capital in proptest::option::of(select(vec![Capital::Weak, Capital::Adequate, Capital::Strong])),
        others in proptest::collection::vec(0..5_000_000_i64, 0..6),
        today in 0..DAYS + 200,
    ) {
        let (settings, policy) = (firm(), Policy::default());
        let basis = Basis::new(&settings, &policy);
        let day = on(today);
        let mut card: Card = read(&history);
        card.profile.size = size;
        card.trade.reputation = reputation;
        card.finance.capital = capital;
        let Ok(found) = entry(&card, &basis, Period { since: None, until: day }, day) else { return Ok(()) };
        let mut sellers = vec![Seller { path: "m".to_owned(), sales: found.sales }];
        sellers.extend((0..).zip(others).map(|(n, cents)| Seller { path: format!("o{n}"), sales: Decimal::new(cents, 2) }));
        let band = bands(&sellers, &policy).unwrap()[0].band;
        let proposal = propose(band, &found.ceiling);
        prop_assert!(proposal.grade >= band);
        let mut possible: Vec<Grade> = Vec::new();
        for size in or_all(size, &[Size::Small, Size::Medium, Size::Large]) {
            for reputation in or_all(reputation, &[Reputation::Poor, Reputation::Fair, Reputation::Good, Reputation::High]) {
                for capital in or_all(capital, &[Capital::Weak, Capital::Adequate, Capital::Strong]) {
                    possible.push(allowed_by(size, reputation, capital));
                }
            }
        }
        let (best, worst) = (possible.iter().min().unwrap(), possible.iter().max().unwrap());
        prop_assert!(proposal.grade >= *best);
        // new: the first order less than six months ago, that is D
        let first = card.order.iter().filter(|order| order.cancelled.is_none_or(|date| date > day)).filter_map(|order| order.date).filter(|date| *date <= day).min();
        if first.is_some_and(|first| first.plus_months(6) > day) {
            prop_assert_eq!(proposal.grade, Grade::D);
        }
        if card.alert.iter().any(|alert| alert.date.unwrap() <= day && alert.closed.is_none_or(|closed| closed > day) && format!("{:?}", alert.kind) == "Some(Dishonoured)") {
            prop_assert!(proposal.grade >= Grade::C);
        }
        if *worst > proposal.grade {
            prop_assert!(proposal.provisional, "{:?}", found.ceiling);
        }
        if proposal.grade == Grade::D {
            prop_assert!(!proposal.provisional);
        }
    }

    /// §4, §5: A every 6 months, B every 3, C and D every month; a limit and a term of A, less of B, less of C, none of D.
    #[test]
    fn a_lower_grade_is_never_looked_at_later_nor_given_more(
        history in history(),
        policy in policy(),
        own in any::<bool>(),
        today in 0..DAYS + 30,
    ) {
        let settings = firm();
        let policy = if own { Policy::default() } else { policy };
        prop_assert!(policy.clashes().is_empty(), "{:?}", policy.clashes());
        let basis = Basis::new(&settings, &policy);
        let day = on(today);
        let all: Vec<_> = grades().into_iter().map(|grade| {
            let card = graded(&history, grade);
            let cap = cap(&card, grade, &basis, day).unwrap();
            (grade, review::review(&card, &basis, day).due, cap.limit, cap.term)
        }).collect();
        for pair in all.windows(2) {
            prop_assert!(pair[1].1 <= pair[0].1, "{:?}", pair);
            prop_assert!(pair[1].2 <= pair[0].2, "{:?}", pair);
            prop_assert!(pair[1].3 <= pair[0].3, "{:?}", pair);
        }
        prop_assert_eq!((all[3].2, all[3].3), (Decimal::ZERO, 0));
    }

    /// §10: an approval is of one request.
    #[test]
    fn approving_one_request_never_approves_another(
        asked in proptest::collection::vec(asked(), 1..5),
        chosen in any::<Index>(),
        sealed in any::<bool>(),
    ) {
        let settings = firm();
        let requests: Vec<Request> = asked.iter().map(|asked| request(asked, Some("k7f3m2q9xz"))).collect();
        let base: Card = read("id = 'k7f3m2q9xz'");
        let chosen = &requests[chosen.index(requests.len())];
        let day = chosen.date.unwrap().max(on(40));
        let mut approvals = all_approve(chosen, day);
        if !sealed {
            approvals.iter_mut().for_each(|approval| approval.digest = None);
        }
        let card = with_papers(base, requests.clone(), approvals);
        let same = |request: &Request| Request { at: 0, ..request.clone() } == Request { at: 0, ..chosen.clone() };
        for decided in decided(&card, Staff::new(&settings), on(DAYS + 99)) {
            // two that say exactly the same under one id are one
            prop_assert!(same(decided.request) || !decided.is_approved(), "{:?}", decided);
        }
    }

    /// §10: not across cards, nor by moving or copying what was said; nor by what was said of it in another form.
    #[test]
    fn moved_and_copied_approvals_approve_nothing(
        asked in proptest::collection::vec(asked(), 1..5),
        others in proptest::collection::vec(asked(), 1..5),
        said in proptest::collection::vec(said(), 0..12),
        sealed in any::<bool>(),
        moved in proptest::collection::vec((any::<Index>(), any::<Index>(), any::<bool>()), 0..8),
    ) {
        let settings = firm();
        let day = on(DAYS + 99);
        let here: Vec<Request> = asked.iter().map(|asked| request(asked, Some("here"))).collect();
        let there: Vec<Request> = others.iter().chain(&asked).map(|asked| request(asked, Some("there"))).collect();
        let mut approvals: Vec<Approval> = said.iter().map(|said| {
            let request = &here[said.of.index(here.len())];
            let date = request.date.unwrap().plus_days(said.after);
            decision(request, PEOPLE[said.by], said.role, said.decision, date)
        }).collect();
        approvals.extend(all_approve(&here[0], on(DAYS)));
        if !sealed {
            approvals.iter_mut().for_each(|approval| approval.digest = None);
        }
        // copied whole to another card, whatever the requests there are called
        let other = with_papers(read("id = 'there'"), there, approvals.clone());
        for decided in decided(&other, Staff::new(&settings), day) {
            prop_assert!(!decided.is_approved(), "{:?}", decided);
        }
        // given the name of another request of the same card
        let card = with_papers(read("id = 'here'"), here.clone(), approvals.clone());
        let before = is_approved(&card, &settings, day);
        let mut more = approvals.clone();
        for (from, to, copied) in moved {
            let (from, to) = (from.index(approvals.len()), &here[to.index(here.len())]);
            // a rejection taken away is a record lost, which lint tells: it leads to another request
            if copied || approvals[from].decision == Some(Decision::Reject) {
                more.push(Approval { request: to.id.clone(), ..approvals[from].clone() });
            } else {
                more[from].request.clone_from(&to.id);
            }
        }
        let card = with_papers(read("id = 'here'"), here, more);
        let after = is_approved(&card, &settings, day);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(*before || !after);
        }
    }

    /// §10: whoever decided, nobody approved their own, nobody unknown or gone, nobody in a role not held; each role asked
    /// is there or waived; and what was rejected stays so.
    #[test]
    fn an_approved_request_was_approved_by_all_who_must(
        asked in asked(),
        said in proptest::collection::vec(said(), 0..12),
    ) {
        let settings = firm();
        let staff = Staff::new(&settings);
        let filed = request(&asked, Some("k"));
        let approvals: Vec<Approval> = said.iter().map(|said| {
            decision(&filed, PEOPLE[said.by], said.role, said.decision, filed.date.unwrap().plus_days(said.after))
        }).collect();
        let card = with_papers(read("id = 'k'"), vec![filed.clone()], approvals);
        let found = &decided(&card, staff, on(DAYS + 99))[0];
        let held = |role: Role| found.approvals.iter().any(|approval| {
            let (by, date) = (approval.by.as_deref().unwrap(), approval.date.unwrap());
            approval.decision == Some(Decision::Approve) && by != filed.by.as_deref().unwrap() && staff.holds(by, role, date)
        });
        // §4: grade, limit and resumption by both; an order by the sales manager; the rest by finance
        let base: &[Role] = match filed.kind.unwrap() {
            RequestKind::Grade | RequestKind::Limit | RequestKind::Resume => &[Role::SalesManager, Role::MarketingDirector],
            RequestKind::Order => &[Role::SalesManager],
            RequestKind::Investigation | RequestKind::Policy => &[Role::Finance],
        };
        if found.is_approved() {
            for role in base.iter().chain(&filed.roles) {
                let waived = found.waived.contains(role);
                prop_assert!(held(*role) || waived, "{:?}", found);
                if waived {
                    let others = |day| staff.holders(*role, day).into_iter().any(|name| name != filed.by.as_deref().unwrap());
                    prop_assert!(!others(found.approvals.iter().filter(|one| one.decision == Some(Decision::Waive) && one.role == Some(*role)).filter_map(|one| one.date).min().unwrap()));
                }
            }
        }
        // a rejection that counts ends it
        if found.approvals.iter().any(|approval| approval.decision == Some(Decision::Reject)) {
            prop_assert!(matches!(found.outcome, Outcome::Rejected(_)));
        }
    }

    /// §4: more asked, more owed or a lower grade never makes the answer milder.
    #[test]
    fn the_check_never_gets_milder_when_more_is_at_stake(
        history in history(),
        ask in ask(),
        more in (0..3_000_000_i64, 0..100_i64, 0..100_u32, 0..3_000_000_i64),
        limit in proptest::option::of(0..9_000_000_i64),
        term in proptest::option::of(0..120_u32),
        draft in any::<bool>(),
        today in 0..DAYS,
    ) {
        let (settings, policy) = (firm(), Policy::default());
        let basis = Basis::new(&settings, &policy);
        let day = on(today);
        let mut before: Option<Answer> = None;
        for grade in grades() {
            let mut card = graded(&history, grade);
            let given = card.credit.last_mut().unwrap();
            given.limit = limit.map(|cents| Decimal::new(cents, 2).into());
            given.term_days = term;
            let ledger = ledger(&card, &basis, day).unwrap();
            let owed = position(&ledger, &basis, day).unwrap();
            let late = !owed.ageing.overdue().unwrap().is_zero();
            let with = |owed: kehu::rules::money::Position, late| account_at(&card, Ok(owed), Ok(late), &basis, day);
            let answer = |account: &Account, ask: &Ask| check(account, ask, &policy, draft).unwrap();
            let account = with(owed, late);
            let first = answer(&account, &ask);
            let larger = Ask { amount: ask.amount + Decimal::new(more.0, 2), ..ask };
            let larger = Ask { deposit: (larger.amount * larger.share).round_dp(2), ..larger };
            prop_assert!(no_milder(&first, &answer(&account, &larger)), "amount");
            let share = (ask.share - Decimal::new(more.1, 2)).max(Decimal::ZERO);
            let barer = Ask { share, deposit: (ask.amount * share).round_dp(2), ..ask };
            prop_assert!(no_milder(&first, &answer(&account, &barer)), "deposit");
            prop_assert!(no_milder(&first, &answer(&account, &Ask { days: ask.days + more.2, ..ask })), "days");
            let mut exposed = owed;
            exposed.exposure += Decimal::new(more.3, 2);
            prop_assert!(no_milder(&first, &answer(&with(exposed, late), &ask)), "exposure");
            prop_assert!(no_milder(&first, &answer(&with(exposed, true), &ask)), "overdue");
            prop_assert!(with(owed, late).headroom().unwrap() >= with(owed, true).headroom().unwrap());
            if let Some(before) = before.replace(first.clone()) {
                prop_assert!(no_milder(&before, &first), "{:?}: {:?} then {:?}", grade, before, first);
            }
            // a draft never makes it milder
            prop_assert!(no_milder(&check(&account, &ask, &policy, false).unwrap(), &check(&account, &ask, &policy, true).unwrap()));
        }
    }
}

// ---- as of a day ----

/// The card as it stood on a day: without what was not written yet.
fn as_it_was(card: &Card, day: Date) -> Card {
    let mut card = card.clone();
    let come = |date: Option<Date>| date.is_none_or(|date| date <= day);
    let told = |date: &mut Option<Date>| *date = date.filter(|date| *date <= day);
    card.order.retain(|order| come(order.date));
    for order in &mut card.order {
        order.shipments.retain(|shipment| come(shipment.date));
        told(&mut order.cancelled);
    }
    card.payment.retain(|payment| come(payment.date));
    card.credit.retain(|entry| come(entry.from));
    card.investigation.retain(|found| come(found.date));
    card.investigation.iter_mut().for_each(|found| told(&mut found.completed));
    card.alert.retain(|alert| come(alert.date));
    for alert in &mut card.alert {
        alert.directive = alert.directive.take().filter(|said| come(said.date));
        alert.measures.retain(|measure| come(measure.date));
        told(&mut alert.closed);
        alert.outcome = alert.outcome.filter(|_| alert.closed.is_some());
    }
    card.followup.retain(|followup| come(followup.date));
    card.followup.iter_mut().for_each(|followup| told(&mut followup.closed));
    card.plan.retain(|plan| come(plan.date));
    card.request.retain(|request| come(request.date));
    card.approval.retain(|approval| come(approval.date));
    card
}

/// Everything that is answered of a customer as of a day.
fn answers(card: &Card, basis: &Basis<'_>, ask: &Ask, day: Date) -> Vec<(&'static str, String)> {
    let account = account(card, basis, day);
    let grade = granted(card, basis.settings, day).standing.grade;
    let requests = decided(card, Staff::new(basis.settings), day);
    vec![
        ("granted", format!("{:?}", granted(card, basis.settings, day))),
        ("account", format!("{account:?}")),
        ("check", format!("{:?}", check(&account, ask, basis.policy, false))),
        ("decided", format!("{requests:?}")),
        ("cap", format!("{:?}", cap(card, grade, basis, day))),
        (
            "alerts",
            format!(
                "{:?} {:?}",
                alert::strictest(card, day),
                card.alert.iter().filter_map(|one| alert::state(one, day)).collect::<Vec<_>>()
            ),
        ),
        ("halt", format!("{:?}", halt::stop(card, day))),
        ("plan", {
            let visits = plan::visits(card, basis.policy, day);
            // where a visit stands on the card is no answer
            let unsaid: Vec<Date> = visits.unsaid.iter().map(|(_, date)| *date).collect();
            format!("{:?} {unsaid:?}", plan::Visits { unsaid: Vec::new(), ..visits })
        }),
        ("review", format!("{:?}", review::review(card, basis, day))),
        ("entry", format!("{:?}", entry(card, basis, Period { since: None, until: day }, day))),
        ("due", format!("{:?}", due::items(card, StageKind::Customer, basis, day))),
    ]
}

/// A firm's card with everything on it: requests with decisions, and entries that name them or do not.
fn full() -> impl Strategy<Value = Card> {
    (
        history(),
        proptest::collection::vec(asked(), 0..4),
        proptest::collection::vec(said(), 0..10),
        proptest::collection::vec((-200..DAYS, words(), proptest::option::of(any::<Index>())), 0..5),
        any::<Index>(),
    )
        .prop_map(|(history, asked, said, entries, approved)| {
            let requests: Vec<Request> = asked.iter().map(|asked| request(asked, Some("k7f3m2q9xz"))).collect();
            let mut approvals: Vec<Approval> = Vec::new();
            if !requests.is_empty() {
                let first = &requests[approved.index(requests.len())];
                approvals.extend(all_approve(first, first.date.unwrap().plus_days(3)));
                approvals.extend(said.iter().map(|said| {
                    let request = &requests[said.of.index(requests.len())];
                    decision(
                        request,
                        PEOPLE[said.by],
                        said.role,
                        said.decision,
                        request.date.unwrap().plus_days(said.after),
                    )
                }));
            }
            let credit: String = entries
                .iter()
                .map(|(day, words, of)| {
                    let of = of.as_ref().filter(|_| !requests.is_empty()).map(|of| of.index(requests.len()));
                    // what was granted says just what was asked for
                    match of {
                        Some(of) => credit_text(on(*day), &asked[of].words, requests[of].id.as_deref()),
                        None => credit_text(on(*day), words, None),
                    }
                })
                .collect();
            with_papers(read(&(history + &credit)), requests, approvals)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// §0: records count up to the report's day.
    #[test]
    fn an_answer_about_a_past_day_is_the_one_given_on_that_day(card in full(), ask in ask(), today in 0..DAYS + 20) {
        let (settings, policy) = (firm(), Policy::default());
        let basis = Basis::new(&settings, &policy);
        let day = on(today);
        let then = as_it_was(&card, day);
        for (now, then) in answers(&card, &basis, &ask, day).into_iter().zip(answers(&then, &basis, &ask, day)) {
            prop_assert_eq!(now, then);
        }
    }

    /// §4, §10: from approvals_from on what nobody approved may tighten, never loosen: neither the answer of the check nor
    /// what is still free, whatever it names: nothing, a request that does not exist, one that is open or rejected, or one
    /// that was approved for something else.
    #[test]
    fn an_entry_that_nobody_approved_never_loosens(
        card in full(),
        day in 0..DAYS,
        more in words(),
        other in asked(),
        names in 0..5_usize,
        place in any::<bool>(),
        asks in proptest::collection::vec(ask(), 4),
        after in 0..120_i64,
    ) {
        let (settings, policy) = (firm(), Policy::default());
        let basis = Basis::new(&settings, &policy);
        // terms that carry over are those of the orders: they have their own property
        let mut card = card;
        card.order.retain(|order| order.pay.is_some());
        let paper = |kind: &str| {
            let kind = KINDS.iter().position(|other| *other == kind).unwrap();
            request(&Asked { id: 9, day, by: 0, kind, words: more.clone(), ..other.clone() }, Some("k7f3m2q9xz"))
        };
        let (id, extra) = match names {
            0 => (None, None),
            1 => (Some("RQ-8"), None),
            2 => (Some("RQ-9"), Some((paper("limit"), false))),
            3 => (Some("RQ-9"), Some((paper("order"), true))),
            _ => (Some("RQ-9"), Some((paper("policy"), true))),
        };
        let mut with = card.clone();
        let mut entry: Credit = read::<Card>(&credit_text(on(day), &more, id)).credit.remove(0);
        entry.at = if place { 0 } else { 1_000_000 };
        with.credit.push(entry);
        if let Some((paper, approved)) = extra {
            if approved {
                with.approval.extend(all_approve(&paper, on(day.max(32))));
            }
            with.request.push(paper);
        }
        for today in [on(day), on(day + after), on(day + after + 200)] {
            let (before, after) = (account(&card, &basis, today), account(&with, &basis, today));
            prop_assert!(after.headroom().unwrap() <= before.headroom().unwrap());
            prop_assert!(after.term().unwrap() <= before.term().unwrap());
            for ask in &asks {
                let (before, after) = (check(&before, ask, &policy, false).unwrap(), check(&after, ask, &policy, false).unwrap());
                prop_assert!(no_milder(&before, &after), "{:?}\n{:?} then {:?}\n{:#?}", ask, before, after, with.credit);
            }
        }
    }
}

/// §4: what was granted once is not granted again by naming its request a second time, nor for longer than was asked.
#[test]
fn an_approved_request_is_good_for_what_was_asked_and_once() {
    let settings = firm();
    let head = "id = 'k'\n[[request]]\nid = 'RQ-1'\ndate = 2026-02-02\nby = '罗'\nkind = 'limit'\namount = '9000'\n\
                currency = 'CNY'\nvalid_until = 2026-06-30\n";
    let granting = |entries: &str| {
        let mut card: Card = read(&format!("{head}{entries}"));
        card.request[0].digest = Some(digest(Some("k"), &card.request[0]));
        let approvals = all_approve(&card.request[0], on(40));
        let requests = card.request.clone();
        with_papers(card, requests, approvals)
    };
    let entry = |from: &str, more: &str| {
        format!("[[credit]]\nfrom = {from}\nlimit = '9000'\ncurrency = 'CNY'\nrequest = 'RQ-1'\n{more}\n")
    };
    let until = "valid_until = 2026-06-30";
    let lower = "[[credit]]\nfrom = 2026-03-01\nlimit = '100'\n";
    for (name, entries, day, want) in [
        ("as asked", entry("2026-02-20", until), "2026-03-02", Some("9000")),
        ("not longer", entry("2026-02-20", until), "2026-07-01", None),
        ("its end left out", entry("2026-02-20", ""), "2026-03-02", None),
        ("its end put off", entry("2026-02-20", "valid_until = 2026-07-31"), "2026-03-02", None),
        ("shorter", entry("2026-02-20", "valid_until = 2026-05-31"), "2026-03-02", Some("9000")),
        ("once", entry("2026-02-20", until) + lower + &entry("2026-03-10", until), "2026-04-02", Some("100")),
    ] {
        let card = granting(&entries);
        let day = Date::parse(day).unwrap();
        let found = granted(&card, &settings, day).standing;
        let found = found.limit_on(&Policy::default(), day).map(|limit| limit.normalize().to_string());
        assert_eq!(found.as_deref(), want, "{name}");
    }
}

/// §3: an entry that nobody approved lends no order its terms, and puts off no due date.
#[test]
fn a_term_that_nobody_approved_puts_off_nothing() {
    let (settings, policy) = (firm(), Policy::default());
    let basis = Basis::new(&settings, &policy);
    let owed = "[[order]]\nnumber = 'O'\ndate = 2026-02-10\ncurrency = 'CNY'\namount = '100'\nshipped = 2026-02-12\n";
    let late = |more: &str| {
        let card: Card = read(&format!("id = 'k'\n{owed}[[credit]]\nfrom = 2025-06-01\nterm_days = 10\n{more}"));
        let ledger = ledger(&card, &basis, on(60)).unwrap();
        ledger.deals[0].parts[0].due
    };
    assert_eq!(late("").to_string(), "2026-02-22");
    assert_eq!(late("[[credit]]\nfrom = 2026-02-01\nterm_days = 90\n").to_string(), "2026-02-22");
    assert_eq!(late("[[credit]]\nfrom = 2026-02-01\nterm_days = 5\n").to_string(), "2026-02-17");
}

/// §5: an entry that nobody approved puts off no investigation.
#[test]
fn a_grade_that_nobody_approved_puts_off_no_investigation() {
    let (settings, policy) = (firm(), Policy::default());
    let basis = Basis::new(&settings, &policy);
    let card: Card = read(
        "id = 'k'\n[[credit]]\nfrom = 2025-06-01\ngrade = 'C'\n[[credit]]\nfrom = 2026-02-01\ngrade = 'A'\n\
         [[investigation]]\ndate = 2026-01-10\ncompleted = 2026-01-15\n",
    );
    assert_eq!(review::review(&card, &basis, on(60)).due.to_string(), "2026-02-15");
}

/// §4: the currency of a limit is the one that was granted: an insurer's entry beside it does not change it.
#[test]
fn the_currency_of_a_limit_stays_what_was_granted() {
    let settings = firm();
    for (name, more) in
        [("a bare currency", "currency = 'USD'"), ("an insurer's limit", "insured_limit = '60000'\ncurrency = 'USD'")]
    {
        let card: Card = read(&format!(
            "[[credit]]\nfrom = 2025-06-01\ngrade = 'A'\nlimit = '9000'\ncurrency = 'CNY'\n[[credit]]\nfrom = 2026-02-01\n{more}\n"
        ));
        let standing = granted(&card, &settings, on(60)).standing;
        assert_eq!(standing.currency.as_deref(), Some("CNY"), "{name}");
        assert_eq!(standing.state.unwrap_or(State::Active), State::Active);
    }
}
