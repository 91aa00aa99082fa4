//! The next step, case by case: a card, and what it says.

use super::*;
use crate::formats::toml::from_text;
use crate::model::{Policy, Settings};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn of(text: &str, kind: StageKind) -> Next {
    let card: Card = from_text(text).unwrap_or_else(|fault| panic!("{}\n{text}", fault.what));
    let (settings, policy) = (Settings::default(), Policy::default());
    next(&card, kind, &Basis::new(&settings, &policy), day("2026-11-23")).unwrap()
}

fn customer(text: &str) -> Next {
    of(&format!("[start]\ntrading_card = 2026-01-10\n{text}"), StageKind::Customer)
}

fn followup(date: &str, kind: &str) -> String {
    format!("[[followup]]\ndate = {date}\nkind = '{kind}'\n")
}

fn quote(date: &str, more: &str) -> String {
    format!("[[quote]]\nnumber = 'Q-1'\ndate = {date}\n{more}\n")
}

fn order(number: &str, date: &str, more: &str) -> String {
    format!("[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'USD'\namount = '100.00'\n{more}\n")
}

fn paid(order: &str, date: &str, amount: &str) -> String {
    format!("[[payment]]\norder = '{order}'\ndate = {date}\namount = '{amount}'\ncurrency = 'USD'\n")
}

fn usd(amount: &str) -> Money {
    ("USD".to_owned(), rust_decimal::Decimal::from_str_exact(amount).unwrap())
}

const DEPOSIT: &str = "pay = { deposit = '0.30', balance = 'bl_copy', days = 7 }";

type Case = (&'static str, String, Option<DealStep>, Option<&'static str>, Vec<Need>);

fn hold(cases: Vec<Case>, next: impl Fn(&str) -> Next) {
    for (name, text, step, since, needs) in cases {
        let found = next(&text);
        assert_eq!((found.step, found.since, found.needs), (step, since.map(day), needs), "{name}\n{text}");
    }
}

#[test]
fn a_prospect_from_the_first_contact_to_the_order() {
    let ask = followup("2026-11-02", "inquiry");
    let open = ask.clone() + &quote("2026-11-03", "valid_until = 2026-12-31");
    let won = ask.clone() + &quote("2026-11-03", "outcome = 'won'\nclosed = 2026-11-10");
    let sample = |more: &str| format!("[[sample]]\ndate = 2026-11-05\nproduct = '叉车'\n{more}\n");
    let reply = Need::Reply("Q-1".to_owned(), Some(day("2026-12-31")));
    let feedback = Need::Feedback("叉车".to_owned());
    let card = "[start]\ntrading_card = 2026-11-12\n".to_owned();
    let promotion = vec![Need::TradingCard, Need::Promotion];
    hold(
        vec![
            ("nothing yet", String::new(), Some(DealStep::Inquiry), None, vec![Need::Contact]),
            (
                "a report is no contact",
                "created = 2026-11-01\n".to_owned() + &followup("2026-11-02", "report"),
                Some(DealStep::Inquiry),
                Some("2026-11-01"),
                vec![Need::Contact],
            ),
            (
                "an inquiry waits",
                ask.clone(),
                Some(DealStep::Quote),
                Some("2026-11-02"),
                vec![Need::Answer(day("2026-11-02"))],
            ),
            (
                "answered, but nothing offered",
                ask.clone() + &followup("2026-11-03", "email"),
                Some(DealStep::Quote),
                Some("2026-11-02"),
                vec![Need::Offer],
            ),
            ("a quote waits", open.clone(), Some(DealStep::Quote), Some("2026-11-03"), vec![reply.clone()]),
            (
                "a sample waits, and with it the quote",
                open.clone() + &sample(""),
                Some(DealStep::Sample),
                Some("2026-11-05"),
                vec![feedback.clone(), reply.clone()],
            ),
            (
                "since it arrived",
                open.clone() + &sample("received = 2026-11-15"),
                Some(DealStep::Sample),
                Some("2026-11-15"),
                vec![feedback, reply.clone()],
            ),
            (
                "judged: the quote again",
                open.clone() + &sample("feedback = '好'"),
                Some(DealStep::Quote),
                Some("2026-11-03"),
                vec![reply],
            ),
            (
                "lost: offer again",
                ask + &quote("2026-11-03", "outcome = 'lost'\nclosed = 2026-11-10"),
                Some(DealStep::Quote),
                Some("2026-11-02"),
                vec![Need::Offer],
            ),
            (
                "won: the trading card (第13条 2)",
                won.clone(),
                Some(DealStep::TradingCard),
                Some("2026-11-03"),
                promotion,
            ),
            (
                "exchanged: the promotion",
                card + &won,
                Some(DealStep::TradingCard),
                Some("2026-11-03"),
                vec![Need::Promotion],
            ),
        ],
        |text| of(text, StageKind::Prospect),
    );
    hold(vec![("a customer: the order", won, Some(DealStep::Order), Some("2026-11-03"), vec![Need::Order])], |text| {
        of(&format!("[start]\ntrading_card = 2026-11-02\n{text}"), StageKind::Customer)
    });
}

#[test]
fn an_order_from_the_deposit_to_the_next_order() {
    let order = |more: &str| order("PI-1", "2026-10-01", &format!("{DEPOSIT}\n{more}"));
    let deposit = paid("PI-1", "2026-10-05", "30.00");
    let rest = paid("PI-1", "2026-11-12", "70.00");
    let gone = "status = 'shipped'\nshipped = 2026-11-01";
    let due = day("2026-11-08");
    hold(
        vec![
            ("the deposit", order(""), Some(DealStep::Deposit), Some("2026-10-01"), vec![Need::Deposit(usd("30.00"))]),
            (
                "part of it",
                order("") + &paid("PI-1", "2026-10-05", "10.00"),
                Some(DealStep::Deposit),
                Some("2026-10-01"),
                vec![Need::Deposit(usd("20.00"))],
            ),
            (
                "in: production begins",
                order("required = 2026-12-20") + &deposit,
                Some(DealStep::Production),
                Some("2026-10-05"),
                vec![Need::Start(Some(day("2026-12-20")))],
            ),
            (
                "and is to end",
                order("status = 'production'") + &deposit,
                Some(DealStep::Production),
                Some("2026-10-05"),
                vec![Need::Finish(None)],
            ),
            (
                "on hold",
                order("status = 'on_hold'") + &deposit,
                Some(DealStep::Production),
                Some("2026-10-05"),
                vec![Need::Release],
            ),
            (
                "a part has left",
                order("shipments = [ { date = 2026-11-01, amount = '40.00' } ]") + &deposit,
                Some(DealStep::Shipment),
                Some("2026-11-01"),
                vec![Need::Goods(usd("60.00"))],
            ),
            (
                "shipped: the balance",
                order(gone) + &deposit,
                Some(DealStep::Payment),
                Some("2026-11-01"),
                vec![Need::Payment(usd("70.00"), due)],
            ),
            (
                "shipped without the deposit: all is owed",
                order(gone),
                Some(DealStep::Payment),
                Some("2026-11-01"),
                vec![Need::Payment(usd("100.00"), due)],
            ),
            (
                "disputed",
                order("status = 'disputed'\nshipped = 2026-11-01") + &deposit,
                Some(DealStep::Payment),
                Some("2026-11-01"),
                vec![Need::Dispute(usd("70.00"))],
            ),
            (
                "paid: how did the goods arrive",
                order(gone) + &deposit + &rest,
                Some(DealStep::AfterSales),
                Some("2026-11-12"),
                vec![Need::AfterSales],
            ),
            (
                "to dun is not to ask",
                order(gone) + &deposit + &rest + &followup("2026-11-10", "collection"),
                Some(DealStep::AfterSales),
                Some("2026-11-12"),
                vec![Need::AfterSales],
            ),
            (
                "a complaint is open",
                order(gone) + &deposit + &rest + &followup("2026-11-15", "complaint"),
                Some(DealStep::AfterSales),
                Some("2026-11-15"),
                vec![Need::Complaint(day("2026-11-15"))],
            ),
            (
                "asked: the next order",
                order(gone) + &deposit + &rest + &followup("2026-11-15", "call"),
                Some(DealStep::Reorder),
                Some("2026-10-01"),
                vec![Need::Reorder(None)],
            ),
            (
                "delivered says as much",
                order("status = 'delivered'\nshipped = 2026-11-01") + &deposit + &rest,
                Some(DealStep::Reorder),
                Some("2026-10-01"),
                vec![Need::Reorder(None)],
            ),
            (
                "a new inquiry begins anew",
                order("status = 'delivered'\nshipped = 2026-11-01")
                    + &deposit
                    + &rest
                    + &followup("2026-11-20", "inquiry"),
                Some(DealStep::Quote),
                Some("2026-11-20"),
                vec![Need::Answer(day("2026-11-20"))],
            ),
        ],
        customer,
    );
}

#[test]
fn what_decides_and_what_does_not_count() {
    let done = |number: &str, date: &str| {
        order(number, date, "pay = { balance = 'bl_copy' }\nstatus = 'delivered'\nshipped = 2026-09-01")
            + &paid(number, "2026-09-10", "100.00")
    };
    let before = "pay = { balance = 'before_shipment' }\nstatus = 'production'";
    let note = "[[order]]\nnumber = 'CN-1'\ndate = 2026-11-01\ncurrency = 'USD'\namount = '100.00'\ncredits = 'PI-1'\n";
    let reorder = |due: Option<&str>| vec![Need::Reorder(due.map(day))];
    hold(
        vec![
            (
                "a cancelled order is none",
                done("PI-1", "2026-08-01")
                    + &order("PI-2", "2026-11-01", "status = 'cancelled'\ncancelled = 2026-11-05"),
                Some(DealStep::Reorder),
                Some("2026-08-01"),
                reorder(None),
            ),
            (
                "one that is cancelled later is one still",
                order("PI-2", "2026-11-01", "pay = { balance = 'bl_copy' }\ncancelled = 2026-11-30"),
                Some(DealStep::Production),
                Some("2026-11-01"),
                vec![Need::Start(None)],
            ),
            (
                "an order to come is none",
                done("PI-1", "2026-08-01") + &order("PI-2", "2026-11-24", ""),
                Some(DealStep::Reorder),
                Some("2026-08-01"),
                reorder(None),
            ),
            (
                "an order that was credited whole waits for nothing",
                order("PI-1", "2026-10-01", "pay = { balance = 'bl_copy' }") + note,
                Some(DealStep::Reorder),
                Some("2026-10-01"),
                reorder(None),
            ),
            (
                "an open order before a newer one that is finished",
                order("PI-1", "2026-07-01", before) + &done("PI-2", "2026-08-01"),
                Some(DealStep::Production),
                Some("2026-07-01"),
                vec![Need::Finish(None), Need::Balance(usd("100.00"))],
            ),
            (
                "of two that are open the newer",
                order("PI-1", "2026-07-01", before) + &order("PI-2", "2026-10-01", DEPOSIT),
                Some(DealStep::Deposit),
                Some("2026-10-01"),
                vec![Need::Deposit(usd("30.00"))],
            ),
            (
                "an open quote before a finished order",
                done("PI-1", "2026-08-01") + &quote("2026-11-03", ""),
                Some(DealStep::Quote),
                Some("2026-11-03"),
                vec![Need::Reply("Q-1".to_owned(), None)],
            ),
            (
                "unless an order came of it",
                done("PI-1", "2026-08-01").replacen("currency", "quote = 'q-1'\ncurrency", 1)
                    + &quote("2026-07-03", ""),
                Some(DealStep::Reorder),
                Some("2026-08-01"),
                reorder(None),
            ),
            (
                "one and a half cycles after the last of several",
                done("PI-1", "2026-06-01") + &done("PI-2", "2026-08-10"),
                Some(DealStep::Reorder),
                Some("2026-08-10"),
                reorder(Some("2026-11-23")),
            ),
        ],
        customer,
    );
}

#[test]
fn what_should_have_come_before_the_order_is_told_beside() {
    let credit = "pay = { balance = 'oa', days = 30 }";
    let graded =
        |grade: &str| format!("[[credit]]\nfrom = 2026-06-01\ngrade = '{grade}'\nlimit = 500\ncurrency = 'USD'\n");
    let checked = "[[investigation]]\ndate = 2026-10-01\ncompleted = 2026-10-10\n";
    let start = Need::Start(None);
    let ordered = |more: &str| order("PI-1", "2026-10-01", credit) + more;
    hold(
        vec![
            (
                "no trading card (第13条 2)",
                order("PI-1", "2026-10-01", "pay = { balance = 'bl_copy' }"),
                Some(DealStep::Production),
                Some("2026-10-01"),
                vec![start.clone(), Need::TradingCard],
            ),
            (
                "on credit without anything (第6条, 第11条)",
                "[start]\ntrading_card = 2026-01-10\n".to_owned() + &ordered(""),
                Some(DealStep::Production),
                Some("2026-10-01"),
                vec![start.clone(), Need::Investigation(None), Need::Grade, Need::Limit],
            ),
            (
                "on credit with all of it",
                "[start]\ntrading_card = 2026-01-10\n".to_owned() + &ordered(&graded("A")) + checked,
                Some(DealStep::Production),
                Some("2026-10-01"),
                vec![start.clone()],
            ),
            (
                "at grade D nothing is sold on credit (第6条 4)",
                "[start]\ntrading_card = 2026-01-10\n".to_owned()
                    + &ordered(&graded("D"))
                    + &checked.replace("2026-10-10", "2026-11-10"),
                Some(DealStep::Production),
                Some("2026-10-01"),
                vec![start, Need::BetterGrade(Grade::D)],
            ),
            (
                "before the order, where a limit was asked for",
                "[start]\ntrading_card = 2026-11-02\n".to_owned()
                    + &quote("2026-11-03", "outcome = 'won'")
                    + "[[request]]\nid = 'R-1'\ndate = 2026-11-04\nkind = 'limit'\n",
                Some(DealStep::Investigation),
                Some("2026-11-03"),
                vec![Need::Investigation(None)],
            ),
            (
                "decided: nobody asks for credit",
                "[start]\ntrading_card = 2026-11-02\n".to_owned()
                    + &quote("2026-11-03", "outcome = 'won'")
                    + "[[request]]\nid = 'R-1'\ndate = 2026-11-04\nkind = 'limit'\n[[approval]]\nrequest = 'R-1'\ndate = 2026-11-05\n",
                Some(DealStep::Order),
                Some("2026-11-03"),
                vec![Need::Order],
            ),
        ],
        |text| of(text, StageKind::Customer),
    );
}

#[test]
fn where_trading_is_stopped_nothing_comes_next() {
    for (state, told) in [("suspended", State::Suspended), ("halted", State::Halted)] {
        let entry = format!("[[credit]]\nfrom = 2026-11-01\nstate = '{state}'\n");
        let found = customer(&(entry.clone() + &order("PI-1", "2026-10-01", "")));
        let want = Next { since: Some(day("2026-11-01")), needs: vec![Need::Resume(told)], ..Next::default() };
        assert_eq!(found, want);
        let resumed = customer(&(entry + "[[credit]]\nfrom = 2026-11-20\nstate = 'active'\n"));
        assert_eq!(resumed.step, Some(DealStep::Inquiry));
    }
}

#[test]
fn every_step_says_how_far_it_is() {
    let text = followup("2026-09-20", "inquiry")
        + &quote("2026-09-22", "outcome = 'won'")
        + &order("PI-1", "2026-10-01", &format!("{DEPOSIT}\nstatus = 'production'"))
        + &paid("PI-1", "2026-10-05", "30.00");
    let found = customer(&text);
    let told: Vec<String> = found
        .steps
        .iter()
        .map(|stage| {
            let date = stage.date.map(|date| format!(" {date}")).unwrap_or_default();
            format!("{} {}{date}", crate::model::Choose::key(stage.step), crate::model::Choose::key(stage.state))
        })
        .collect();
    assert_eq!(
        told,
        [
            "inquiry done 2026-09-20",
            "quote done 2026-09-22",
            "sample skipped",
            "trading_card done 2026-01-10",
            "order done 2026-10-01",
            "deposit done 2026-10-05",
            "production now",
            "shipment later",
            "payment later",
            "after_sales later",
            "reorder later",
        ]
    );
    assert_eq!(found.paper.as_deref(), Some("PI-1"));
}
