//! Each clock as a table: a card, and the days on which it says what.

use super::*;
use crate::formats::toml::from_text;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The due days of one kind, as of a day.
fn due(text: &str, stage: StageKind, kind: DueKind, today: &str) -> Vec<String> {
    let card: Card = from_text(text).unwrap();
    let (settings, policy) = (crate::model::Settings::default(), Policy::default());
    let (items, problem) = items(&card, stage, &Basis::new(&settings, &policy), day(today));
    assert_eq!(problem, None, "{text}");
    items
        .into_iter()
        .filter(|item| item.kind == kind)
        .map(|item| item.due.map_or_else(|| "-".to_owned(), |due| due.to_string()))
        .collect()
}

fn table(kind: DueKind, stage: StageKind, rows: &[(&str, &str, &str, &[&str])]) {
    for (name, text, today, want) in rows {
        assert_eq!(due(text, stage, kind, today), *want, "{name}");
    }
}

#[test]
fn inquiries_wait_one_working_day() {
    let ask = |date: &str| format!("[[followup]]\ndate = {date}\nkind = 'inquiry'\nsummary = 'x'\n");
    let did = |date: &str, kind: &str| format!("[[followup]]\ndate = {date}\nkind = '{kind}'\n");
    let friday = ask("2026-11-20");
    table(
        DueKind::Inquiry,
        StageKind::Prospect,
        &[
            ("Friday's is due on Monday", &friday, "2026-11-23", &["2026-11-23"]),
            ("Wednesday's on Thursday", &ask("2026-11-18"), "2026-11-23", &["2026-11-19"]),
            ("not there before it came", &friday, "2026-11-19", &[]),
            ("answered the same day, further down", &(friday.clone() + &did("2026-11-20", "email")), "2026-11-23", &[]),
            (
                "written above it on the same day: before it",
                &(did("2026-11-20", "email") + &friday),
                "2026-11-23",
                &["2026-11-23"],
            ),
            ("answered later", &(did("2026-11-21", "call") + &friday), "2026-11-23", &[]),
            (
                "the answer was not given yet",
                &(friday.clone() + &did("2026-11-24", "call")),
                "2026-11-23",
                &["2026-11-23"],
            ),
            ("a report is no answer", &(friday.clone() + &did("2026-11-21", "report")), "2026-11-23", &["2026-11-23"]),
            ("nor a note", &(friday.clone() + &did("2026-11-21", "other")), "2026-11-23", &["2026-11-23"]),
            (
                "nor another inquiry",
                &(friday.clone() + &ask("2026-11-21")),
                "2026-11-23",
                &["2026-11-23", "2026-11-23"],
            ),
            ("a quote is", &(friday.clone() + "[[quote]]\ndate = 2026-11-20\n"), "2026-11-23", &[]),
            ("a sample is", &(friday.clone() + "[[sample]]\ndate = 2026-11-21\n"), "2026-11-23", &[]),
            (
                "an order is",
                &(friday.clone() + "[[order]]\ndate = 2026-11-21\ncurrency = 'CNY'\namount = 1\n"),
                "2026-11-23",
                &[],
            ),
            ("closed without an answer", &(friday.clone() + "closed = 2026-11-22\n"), "2026-11-23", &[]),
        ],
    );
}

#[test]
fn follow_ups_wait_for_their_day() {
    let base = "[[followup]]\ndate = 2026-11-01\nkind = 'visit'\nsummary = 'x'\nnext = 2026-11-15\n";
    let with = |more: &str| format!("{base}{more}");
    table(
        DueKind::FollowUp,
        StageKind::Customer,
        &[
            ("on its next", base, "2026-11-23", &["2026-11-15"]),
            ("known before it is due", base, "2026-11-02", &["2026-11-15"]),
            ("unknown before it was noted", base, "2026-10-31", &[]),
            ("done by a later contact", &with("[[followup]]\ndate = 2026-11-10\nkind = 'call'\n"), "2026-11-23", &[]),
            ("the same day further down", &with("[[followup]]\ndate = 2026-11-01\nkind = 'call'\n"), "2026-11-23", &[]),
            (
                "a report leaves it",
                &with("[[followup]]\ndate = 2026-11-10\nkind = 'report'\n"),
                "2026-11-23",
                &["2026-11-15"],
            ),
            (
                "the new one counts",
                &with("[[followup]]\ndate = 2026-11-16\nkind = 'call'\nnext = 2026-12-01\n"),
                "2026-11-23",
                &["2026-12-01"],
            ),
            ("closed", &with("closed = 2026-11-12\n"), "2026-11-23", &[]),
        ],
    );
}

#[test]
fn quotes_wait_three_days_and_are_called_again_before_they_end() {
    let quote = |more: &str| format!("[[quote]]\nnumber = 'Q'\ndate = 2026-11-02\n{more}");
    let call = |date: &str| format!("[[followup]]\ndate = {date}\nkind = 'call'\n");
    table(
        DueKind::Quote,
        StageKind::Prospect,
        &[
            ("three days", &quote(""), "2026-11-23", &["2026-11-05"]),
            ("open says the same", &quote("outcome = 'open'\n"), "2026-11-23", &["2026-11-05"]),
            ("a contact starts the clock again", &(quote("") + &call("2026-11-22")), "2026-11-23", &["2026-11-25"]),
            ("an earlier one does not", &(quote("") + &call("2026-10-22")), "2026-11-23", &["2026-11-05"]),
            (
                "seven days before it ends, contact or not",
                &(quote("valid_until = 2026-11-30\n") + &call("2026-11-22")),
                "2026-11-23",
                &["2026-11-23"],
            ),
            (
                "a day before that the contact still counts",
                &(quote("valid_until = 2026-12-01\n") + &call("2026-11-22")),
                "2026-11-23",
                &["2026-11-24"],
            ),
            (
                "it stays when the validity is over",
                &(quote("valid_until = 2026-11-10\n") + &call("2026-11-22")),
                "2026-11-23",
                &["2026-11-05"],
            ),
            (
                "a short-lived one is not due on its first day",
                &quote("valid_until = 2026-11-05\n"),
                "2026-11-02",
                &["2026-11-05"],
            ),
            ("won", &quote("outcome = 'won'\nclosed = 2026-11-20\n"), "2026-11-23", &[]),
            ("won, no day told", &quote("outcome = 'won'\n"), "2026-11-23", &[]),
            (
                "not yet won on that day",
                &quote("outcome = 'won'\nclosed = 2026-11-20\n"),
                "2026-11-10",
                &["2026-11-05"],
            ),
            ("not yet made", &quote(""), "2026-11-01", &[]),
        ],
    );
}

#[test]
fn samples_wait_for_feedback() {
    let sample = |more: &str| format!("[[sample]]\ndate = 2026-10-20\nproduct = 'x'\n{more}");
    table(
        DueKind::Sample,
        StageKind::Prospect,
        &[
            ("sent + 24", &sample(""), "2026-11-23", &["2026-11-13"]),
            ("received + 14", &sample("received = 2026-10-28\n"), "2026-11-23", &["2026-11-11"]),
            ("not yet received on that day", &sample("received = 2026-10-28\n"), "2026-10-27", &["2026-11-13"]),
            ("feedback came", &sample("feedback = 'fine'\n"), "2026-11-23", &[]),
            ("empty feedback is none", &sample("feedback = ' '\n"), "2026-11-23", &["2026-11-13"]),
        ],
    );
}

#[test]
fn customers_fall_quiet() {
    let called = "created = 2026-01-01\n[[followup]]\ndate = 2026-10-01\nkind = 'call'\n";
    for (stage, want) in [(StageKind::Prospect, "2026-10-31"), (StageKind::Customer, "2026-11-30")] {
        table(
            DueKind::Quiet,
            stage,
            &[
                ("from the last contact", called, "2026-11-23", &[want]),
                (
                    "a report is none",
                    &format!("{called}[[followup]]\ndate = 2026-11-01\nkind = 'report'\n"),
                    "2026-11-23",
                    &[want],
                ),
            ],
        );
    }
    table(
        DueKind::Quiet,
        StageKind::Prospect,
        &[
            ("never any: from the card's making", "created = 2026-11-01\n", "2026-11-23", &["2026-12-01"]),
            ("nothing known: today", "name = 'x'\n", "2026-11-23", &["2026-11-23"]),
            (
                "an order is contact",
                "[[order]]\ndate = 2026-11-20\ncurrency = 'CNY'\namount = 1\n",
                "2026-11-23",
                &["2026-12-20"],
            ),
        ],
    );
}

#[test]
fn planned_visits_wait_for_a_meeting() {
    let plan = "[[plan]]\ndate = 2026-11-20\nplace = 'Berlin'\n";
    let with = |date: &str, kind: &str| format!("{plan}[[followup]]\ndate = {date}\nkind = '{kind}'\n");
    let fruitless = |day: u8| format!("[[followup]]\ndate = 2026-11-0{day}\nkind = 'visit'\neffective = false\n");
    let dropped: String = (1..=5).map(fruitless).collect();
    table(
        DueKind::Plan,
        StageKind::Customer,
        &[
            ("on its date", plan, "2026-11-23", &["2026-11-20"]),
            ("known before", plan, "2026-11-01", &["2026-11-20"]),
            ("a visit", &with("2026-11-20", "visit"), "2026-11-23", &[]),
            ("a meeting later", &with("2026-11-22", "meeting"), "2026-11-23", &[]),
            ("a fair", &with("2026-11-22", "exhibition"), "2026-11-23", &[]),
            ("an earlier visit is another one", &with("2026-11-10", "visit"), "2026-11-23", &["2026-11-20"]),
            ("a call is none", &with("2026-11-21", "call"), "2026-11-23", &["2026-11-20"]),
            (
                "the note of a return is no visit",
                "[[plan]]\ndate = 2026-11-20\nrestored = 'new buyer'\n",
                "2026-11-23",
                &[],
            ),
            ("who left the plan is not visited", &(dropped.clone() + plan), "2026-11-23", &[]),
            (
                "who came back is",
                &(dropped + "[[plan]]\ndate = 2026-11-06\nrestored = 'new buyer'\n" + plan),
                "2026-11-23",
                &["2026-11-20"],
            ),
        ],
    );
}

#[test]
fn prospects_are_not_investigated_regularly() {
    assert_eq!(due("created = 2020-01-01\n", StageKind::Prospect, DueKind::Review, "2026-11-23"), [""; 0]);
    assert_eq!(due("created = 2026-10-01\n", StageKind::Customer, DueKind::Review, "2026-11-23"), ["2026-11-01"]);
}

#[test]
fn reports_go_to_the_sales_manager_within_three_days() {
    let done = |rest: &str| format!("[[investigation]]\ndate = 2026-11-01\n{rest}\n");
    table(
        DueKind::Report,
        StageKind::Prospect,
        &[
            ("three days after completion", &done("completed = 2026-11-20"), "2026-11-23", &["2026-11-23"]),
            ("a draft has nothing to report", &done(""), "2026-11-23", &[]),
            ("not completed yet", &done("completed = 2026-11-24"), "2026-11-23", &[]),
            ("reported", &done("completed = 2026-11-20\nreported = 2026-11-23"), "2026-11-23", &[]),
            ("not reported yet", &done("completed = 2026-11-20\nreported = 2026-11-24"), "2026-11-23", &["2026-11-23"]),
            (
                "one that was followed by a reported one is no news",
                &(done("completed = 2026-11-02") + &done("completed = 2026-11-09\nreported = 2026-11-10")),
                "2026-11-23",
                &[],
            ),
            (
                "one that followed a reported one is",
                &(done("completed = 2026-11-09\nreported = 2026-11-10") + &done("completed = 2026-11-16")),
                "2026-11-23",
                &["2026-11-19"],
            ),
        ],
    );
}

fn order(more: &str) -> String {
    format!("[[order]]\nnumber = 'A'\ndate = 2026-09-01\ncurrency = 'CNY'\namount = '1000.00'\n{more}")
}

fn paid(date: &str, amount: &str) -> String {
    format!("[[payment]]\ndate = {date}\namount = '{amount}'\ncurrency = 'CNY'\norder = 'A'\n")
}

#[test]
fn shipments_are_due_until_they_are_settled() {
    let open = order("shipped = 2026-10-01\npay = { balance = 'oa', days = 30 }\n");
    table(
        DueKind::Payment,
        StageKind::Customer,
        &[
            ("on its due date", &open, "2026-11-23", &["2026-10-31"]),
            ("known before it is due", &open, "2026-10-01", &["2026-10-31"]),
            ("not before it left", &open, "2026-09-30", &[]),
            ("settled", &(open.clone() + &paid("2026-10-30", "1000")), "2026-11-23", &[]),
            (
                "not yet settled on that day",
                &(open.clone() + &paid("2026-11-24", "1000")),
                "2026-11-23",
                &["2026-10-31"],
            ),
            ("a remainder is not run after", &(open.clone() + &paid("2026-10-30", "960")), "2026-11-23", &[]),
            ("a dispute is not", &open.replace("shipped =", "status = 'disputed'\nshipped ="), "2026-11-23", &[]),
            ("not shipped: awaited, not owed", &order(""), "2026-11-23", &[]),
            (
                "each shipment by itself",
                &order(
                    "due = 2026-12-01\nshipments = [ { date = 2026-10-01, amount = 400 }, { date = 2026-11-01, amount = 600 } ]\n",
                ),
                "2026-11-23",
                &["2026-12-01", "2026-12-01"],
            ),
            ("a prospect's too", &open, "2026-11-23", &["2026-10-31"]),
        ],
    );
}

#[test]
fn nobody_is_pressed_to_buy_who_gets_nothing() {
    let bought = |number: &str, date: &str| {
        format!(
            "[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'CNY'\namount = 100\nshipped = {date}\n\
             [[payment]]\ndate = {date}\norder = '{number}'\ncurrency = 'CNY'\namount = 100\n"
        )
    };
    let buys = bought("1", "2026-01-01") + &bought("2", "2026-02-01") + &bought("3", "2026-03-01");
    for (name, state, rings) in [
        ("traded with", "", [true, true, true]),
        ("suspended (第14条)", "[[credit]]\nfrom = 2026-06-01\nstate = 'suspended'\n", [false, false, true]),
        ("halted (第14条)", "[[credit]]\nfrom = 2026-06-01\nstate = 'halted'\n", [false, false, false]),
        ("not yet", "[[credit]]\nfrom = 2026-12-01\nstate = 'halted'\n", [true, true, true]),
        (
            "traded with again",
            "[[credit]]\nfrom = 2026-06-01\nstate = 'halted'\n[[credit]]\nfrom = 2026-07-01\nstate = 'active'\n",
            [true, true, true],
        ),
    ] {
        let text = format!("created = 2025-12-01\n{buys}{state}");
        let found = [DueKind::Quiet, DueKind::Reorder, DueKind::Review]
            .map(|kind| !due(&text, StageKind::Customer, kind, "2026-11-23").is_empty());
        assert_eq!(found, rings, "{name}");
    }
}

#[test]
fn deposits_are_awaited_from_the_day_of_the_order_until_the_goods_are_gone() {
    let agreed = order("pay = { deposit = '0.3', balance = 'bl_copy' }\n");
    table(
        DueKind::Deposit,
        StageKind::Customer,
        &[
            ("from the day of the order", &agreed, "2026-11-23", &["2026-09-01"]),
            ("none before the order", &agreed, "2026-08-31", &[]),
            ("none agreed", &order("pay = { balance = 'bl_copy' }\n"), "2026-11-23", &[]),
            (
                "all in advance is a deposit of all",
                &order("pay = { balance = 'advance' }\n"),
                "2026-11-23",
                &["2026-09-01"],
            ),
            ("it came", &(agreed.clone() + &paid("2026-09-05", "300")), "2026-11-23", &[]),
            ("part of it came", &(agreed.clone() + &paid("2026-09-05", "299.99")), "2026-11-23", &["2026-09-01"]),
            ("the goods are gone: now it is owed", &(agreed.clone() + "shipped = 2026-11-01\n"), "2026-11-23", &[]),
            ("cancelled", &(agreed.clone() + "status = 'cancelled'\n"), "2026-11-23", &[]),
        ],
    );
}

#[test]
fn customers_are_expected_to_order_again_after_a_cycle_and_a_half() {
    let on = |dates: &[&str]| -> String {
        let one = |date: &&str| format!("[[order]]\nnumber = '{date}'\ndate = {date}\ncurrency = 'CNY'\namount = 1\n");
        dates.iter().map(one).collect()
    };
    table(
        DueKind::Reorder,
        StageKind::Customer,
        &[
            ("one purchase makes no cycle", &on(&["2026-09-01"]), "2026-11-23", &[]),
            // 31 days × 1.5 = 46.5
            ("two do", &on(&["2026-08-01", "2026-09-01"]), "2026-11-23", &["2026-10-17"]),
            (
                "one to come does not count",
                &on(&["2026-08-01", "2026-09-01", "2026-11-24"]),
                "2026-11-23",
                &["2026-10-17"],
            ),
            // 31, 30, 61: the middle one is 31
            (
                "the last purchase starts it again",
                &on(&["2026-07-01", "2026-08-01", "2026-08-31", "2026-10-31"]),
                "2026-11-23",
                &["2026-12-16"],
            ),
        ],
    );
    assert_eq!(due(&on(&["2026-08-01", "2026-09-01"]), StageKind::Prospect, DueKind::Reorder, "2026-11-23"), [""; 0]);
}

#[test]
fn dishonoured_bills_are_dunned_at_once_and_every_seven_days() {
    let bill = "[[alert]]\nid = 'a'\ndate = 2026-11-10\nkind = 'dishonoured'\nsummary = 'x'\n";
    let dunned = |date: &str| format!("{bill}[[followup]]\ndate = {date}\nkind = 'collection'\n");
    table(
        DueKind::Dishonoured,
        StageKind::Customer,
        &[
            ("at once", bill, "2026-11-10", &["2026-11-10"]),
            ("not before it was reported", bill, "2026-11-09", &[]),
            ("every seven days", &dunned("2026-11-12"), "2026-11-23", &["2026-11-19"]),
            ("an older dunning does not count", &dunned("2026-11-09"), "2026-11-23", &["2026-11-10"]),
            ("one to come neither", &dunned("2026-11-24"), "2026-11-23", &["2026-11-10"]),
            ("put off is the same", &bill.replace("dishonoured", "deferred"), "2026-11-23", &["2026-11-10"]),
            ("another report is not", &bill.replace("dishonoured", "anomaly"), "2026-11-23", &[]),
            ("closed", &format!("{bill}closed = 2026-11-20\n"), "2026-11-23", &[]),
            ("closed later", &format!("{bill}closed = 2026-11-20\n"), "2026-11-19", &["2026-11-10"]),
        ],
    );
}

#[test]
fn urgent_reports_wait_for_the_directive_then_for_the_end() {
    let report = "[[alert]]\nid = 'a'\ndate = 2026-11-10\nkind = 'anomaly'\nsummary = 'x'\n";
    let said = format!("{report}directive = {{ date = 2026-11-12, by = 'F', text = 'y' }}\n");
    table(
        DueKind::Alert,
        StageKind::Prospect,
        &[
            ("from its first day, prospects too", report, "2026-11-10", &["2026-11-10"]),
            ("not before", report, "2026-11-09", &[]),
            ("until the directive", report, "2026-11-23", &["2026-11-10"]),
            ("the directive has not come yet", &said, "2026-11-11", &["2026-11-10"]),
            ("then its day", &said, "2026-11-12", &["2026-11-12"]),
            (
                "acting does not close it",
                &(said.clone() + "measures = [ { date = 2026-11-13, kind = 'reduce' } ]\n"),
                "2026-11-23",
                &["2026-11-12"],
            ),
            ("closed", &(said.clone() + "closed = 2026-11-20\n"), "2026-11-20", &[]),
            ("not closed yet", &(said.clone() + "closed = 2026-11-20\n"), "2026-11-19", &["2026-11-12"]),
            ("each by itself", &(said.clone() + report), "2026-11-23", &["2026-11-12", "2026-11-10"]),
        ],
    );
}

#[test]
fn a_halt_waits_until_the_customer_was_told() {
    let halted = "[[credit]]\nfrom = 2026-11-10\nstate = 'halted'\n";
    let told = "[[credit]]\nfrom = 2026-11-12\nnotified = 2026-11-12\nnotified_how = 'x'\nevidence = ['a.pdf']\n";
    table(
        DueKind::Alert,
        StageKind::Customer,
        &[
            ("halted", halted, "2026-11-23", &["2026-11-10"]),
            ("told", &(halted.to_owned() + told), "2026-11-23", &[]),
            ("not told yet", &(halted.to_owned() + told), "2026-11-11", &["2026-11-10"]),
            ("suspended only", "[[credit]]\nfrom = 2026-11-10\nstate = 'suspended'\n", "2026-11-23", &[]),
        ],
    );
}

#[test]
fn complaints_wait_until_they_are_closed() {
    let complaint = "[[followup]]\ndate = 2026-11-10\nkind = 'complaint'\nsummary = 'x'\n";
    let with = |more: &str| format!("{complaint}{more}");
    table(
        DueKind::Complaint,
        StageKind::Customer,
        &[
            ("from its day", complaint, "2026-11-10", &["2026-11-10"]),
            ("not before", complaint, "2026-11-09", &[]),
            (
                "an answer does not close it",
                &with("[[followup]]\ndate = 2026-11-11\nkind = 'email'\n"),
                "2026-11-23",
                &["2026-11-10"],
            ),
            ("closed", &with("closed = 2026-11-12\n"), "2026-11-12", &[]),
            ("not closed yet", &with("closed = 2026-11-12\n"), "2026-11-11", &["2026-11-10"]),
        ],
    );
}
