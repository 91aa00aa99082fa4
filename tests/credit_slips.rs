//! What people get wrong around credit: each told once and clearly, nothing half written, the others still served.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

const FIRM: &str = "\
language = \"zh-CN\"
approvals_from = 2026-01-01

[[rate]]
date = 2026-01-01
currency = \"USD\"
value = \"7\"

[[person]]
name = \"沈\"
roles = [\"salesperson\"]
reports_to = \"方\"

[[person]]
name = \"罗\"
roles = [\"finance\"]

[[person]]
name = \"方\"
roles = [\"sales_manager\"]

[[person]]
name = \"钱\"
roles = [\"marketing_director\"]
left = 2026-01-31

[[person]]
name = \"蒋\"
roles = [\"marketing_director\", \"president\"]
";

const GRADED: &str = "[[credit]]\nfrom = 2025-12-01\ngrade = 'A'\nlimit = '900'\ncurrency = 'USD'\nterm_days = 30\n";
const ONE: &str = "国外客户/德国/One";
const CARD: &str = "国外客户/德国/One/card.toml";

fn card(id: &str, more: &str) -> String {
    format!("id = '{id}'\nname = '{id}'\nowner = '沈'\ncreated = 2025-12-01\n{more}{GRADED}")
}

fn order(number: &str, date: &str, more: &str) -> String {
    format!("[[order]]\nnumber = '{number}'\ndate = {date}\ncurrency = 'USD'\namount = '1000'\n{more}\n")
}

fn book(more: &str) -> Book {
    Book::on("2026-02-02")
        .file("kehu.toml", FIRM)
        .card(ONE, &card("one", more))
        .card("国外客户/法国/Two", &card("two", ""))
}

#[test]
fn a_person_with_an_unknown_role_opens_no_book() {
    let book = book("").file("kehu.toml", &FIRM.replace("\"salesperson\"", "\"boss\""));
    book.run("credit show one").exits(2).remarks(&["kehu.toml:11:10", "boss", "应为以下之一：salesperson 业务员"]);
}

#[test]
fn who_left_approves_nothing() {
    let book = book("");
    book.run("credit set one --grade B --as 罗").any_stderr();
    let before = book.text(CARD);
    let id = before.split("id = \"RQ-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    book.run(&format!("request approve RQ-{id} --as 钱"))
        .exits(1)
        .stderr("错误：钱 在 2026-02-02 不在职\n  下一步：请换在职人员，或核对 kehu.toml 中的 since、left\n");
    assert_eq!(book.text(CARD), before);
    // nor did they where it was written by hand: lint tells, and it is not approved
    let forged = format!(
        "{before}\n[[approval]]\nrequest = \"RQ-{id}\"\ndate = 2026-02-02\nby = \"钱\"\nrole = \"marketing_director\"\ndecision = \"approve\"\n{}",
        before.lines().filter(|line| line.starts_with("digest")).collect::<String>()
    );
    let book = book.card(ONE, &forged);
    book.run(&format!("request show RQ-{id} --format json")).says(&["\"open\""]);
    book.run("lint").exits(1).any_stderr().says(&["approval-misfit", "当日没有此人在职"]);
}

#[test]
fn shares_of_more_than_all_stop_what_counts_by_them() {
    let book = book("").file("policy.toml", "share_a = \"0.71\"\n");
    book.run("grade").exits(2).stderr(
        "错误：policy.toml:1:11：A、B、C、D 四级销售占比合计 101%，应为 100%\n  下一步：请调整 share_a、share_b、share_c、share_d，使合计为 1（第5条）\n",
    );
}

#[test]
fn a_limit_below_zero_gives_nothing_and_is_told() {
    let book = book("").card(ONE, &card("one", &order("1", "2026-01-05", "")).replace("'900'", "'-900'"));
    let json = book.run("credit check one --amount 'USD 1' --term 30 --format json").exits(1).json();
    assert_eq!(json["verdict"], "approval");
    book.run("lint").exits(1).any_stderr().says(&["negative-limit"]);
    book.run("credit set one --limit 'USD -5' --as 罗").exits(2).remarks(&["-5"]);
}

#[test]
fn few_purchases_make_a_small_limit() {
    let five: String = (1..=5).map(|n| order(&n.to_string(), "2026-01-05", "")).collect();
    let cancelled = order("1", "2026-01-05", "cancelled = 2026-01-06");
    // one purchase, one cycle, what counts of USD 900, the term that counts: fewer than two days make no cycle, which is 0
    for (name, more, want) in [
        ("one", order("1", "2026-01-05", ""), ["\"7000.00\"", "null", "\"6300.00\"", "0"]),
        ("none", String::new(), ["null", "null", "\"0.00\"", "0"]),
        ("only a cancelled one", cancelled, ["null", "null", "\"0.00\"", "0"]),
        ("five on one day are one", five, ["\"35000.00\"", "null", "\"6300.00\"", "0"]),
        (
            "two days",
            order("1", "2026-01-05", "") + &order("2", "2026-01-15", ""),
            ["\"7000.00\"", "10", "\"6300.00\"", "10"],
        ),
    ] {
        let json = book(&more).run("credit show one --format json").json();
        let found = ["one_purchase", "one_cycle", "limit_counts", "term_counts"].map(|key| json[key].to_string());
        assert_eq!(found, want, "{name}");
    }
}

#[test]
fn money_beyond_all_orders_is_shown_and_never_netted_away() {
    let more = order("1", "2026-01-05", "shipped = 2026-01-06")
        + "[[payment]]\ndate = 2026-01-06\namount = '5000'\ncurrency = 'USD'\n";
    let json = book(&more).run("credit show one --format json").json();
    // 4000 of 5000 USD are left; they raise nothing
    let found = ["exposure", "unapplied", "headroom"].map(|key| json[key].as_str().unwrap().to_owned());
    assert_eq!(found, ["0.00", "28000.00", "6300.00"]);
}

#[test]
fn a_missing_rate_is_told_with_the_lines_to_add_and_the_others_are_served() {
    let book = book(&order("1", "2025-12-05", ""));
    book.run("credit show one").exits(2).remarks(&["2025-12-05", "[[rate]]"]);
    book.run("credit check two --amount 'USD 1' --pay advance").any_stdout();
    book.run("order one 2 --amount 'USD 10' --pay oa --days 10").exits(2).remarks(&["2025-12-05"]);
    assert!(!book.text(CARD).contains("number = \"2\""));
    // who pays first is sold to all the same
    book.run("order one 2 --amount 'USD 10' --pay advance").any_stderr();
}

#[test]
fn what_cannot_be_counted_is_not_taken_for_paid() {
    let broken = "[[order]]\nnumber = '1'\ndate = 2026-01-05\ncurrency = 'USD'\nshipped = 2026-01-06\n";
    let book = book(broken);
    book.run("order one 2 --amount 'USD 10' --pay dp").exits(2).remarks(&["card.toml:5:1：1：没有金额"]);
    assert!(!book.text(CARD).contains("number = \"2\""));
}

#[test]
fn nobody_investigates_in_the_future() {
    let book = book("");
    let before = book.text(CARD);
    for line in [
        "investigate one --update --confirmed 电话 --date 2026-03-01",
        "investigate one --channel bank --completed 2026-03-01",
    ] {
        book.run(&format!("{line} --as 罗")).exits(2).remarks(&["2026-03-01"]);
    }
    assert_eq!(book.text(CARD), before);
}

#[test]
fn what_was_decided_is_not_decided_again() {
    let book = book("");
    book.run("credit set one --grade B --as 罗").any_stderr();
    let text = book.text(CARD);
    let id = text.split("id = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    book.run(&format!("request approve {id} --as 方")).any_stderr();
    let before = book.text(CARD);
    book.run(&format!("request approve {id} --as 方")).exits(1).remarks(&["蒋"]);
    assert_eq!(book.text(CARD), before);
    book.run(&format!("request reject {id} --note 暂缓 --as 蒋")).any_stderr();
    let before = book.text(CARD);
    book.run(&format!("request approve {id} --as 蒋")).exits(1).remarks(&["2026-02-02 被驳回"]);
    assert_eq!(book.text(CARD), before);
    let json = book.run("credit show one --format json").json();
    assert_eq!(json["grade"], "A");
}

#[test]
fn two_who_write_at_once_both_stand_on_the_card() {
    let book = book("");
    let write = |line: &str| {
        let mut command = book.command();
        command.args(common::words(line)).spawn().unwrap()
    };
    let both = [
        write("-q alert add one -k anomaly -s 失联 --as 沈"),
        write("-q credit set one --grade B --as 罗"),
        write("-q request add one --kind investigation --reason 失联 --as 沈"),
    ];
    for mut child in both {
        assert!(child.wait().unwrap().success());
    }
    let text = book.text(CARD);
    assert_eq!((text.matches("[[alert]]").count(), text.matches("[[request]]").count()), (1, 2), "{text}");
}

#[test]
fn a_merge_left_half_done_is_named_with_its_line() {
    let halves = "id = 'one'\n<<<<<<< HEAD\nname = 'A'\n=======\nname = 'B'\n>>>>>>> other\n";
    let book = book("").card(ONE, halves);
    book.run("credit show one").exits(2).remarks(&["card.toml:2:1"]);
    book.run("credit show two").any_stdout();
    book.run("lint").exits(1).any_stderr().says(&["国外客户/德国/One/card.toml:2:1", "conflict-markers"]);
    assert_eq!(book.text(CARD), halves);
}

#[test]
fn a_group_in_a_circle_hangs_nobody_and_is_found() {
    let with = |id: &str, parent: &str| card(id, &format!("parent = '{parent}'\n"));
    let book = book("").card(ONE, &with("one", "two")).card("国外客户/法国/Two", &with("two", "one"));
    let json = book.run("credit show one --format json").json();
    assert!(json["group_head"].is_null());
    book.run("lint").exits(1).any_stderr().says(&["parent-circle", "与 国外客户/法国/Two/card.toml 互为集团总部"]);
    book.english().run("lint").exits(1).any_stderr().says(&["each names the other as the head of its group"]);
}
