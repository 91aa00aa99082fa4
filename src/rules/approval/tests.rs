//! Requests decided: roles, order, digests, waivers (第7–9条; rulebook §10).

use super::*;
use crate::formats::toml::from_text;
use crate::model::Settings;

const PEOPLE: &str = "\
[[person]]\nname = '沈'\nroles = ['salesperson']\nreports_to = '方'\n\
[[person]]\nname = '罗'\nroles = ['finance']\n\
[[person]]\nname = '方'\nroles = ['sales_manager']\n\
[[person]]\nname = '蒋'\nroles = ['marketing_director', 'president']\n\
[[person]]\nname = '钱'\nroles = ['sales_manager']\nleft = 2026-03-03\n";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A card with a request as it would be filed, and decisions below it.
fn card(request: &str, decisions: &str) -> Card {
    let head = format!("id = 'k7f3m2q9xz'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\n{request}\n");
    let filed: Card = from_text(&head).unwrap();
    let digest = digest(filed.id.as_deref(), filed.request.first().unwrap());
    let mut card: Card = from_text(&format!("{head}digest = '{digest}'\n{decisions}")).unwrap();
    card.approval.iter_mut().for_each(|approval| approval.digest = Some(digest.clone()));
    card
}

fn said(by: &str, role: &str, decision: &str, date: &str) -> String {
    format!("[[approval]]\nrequest = 'rq-1'\ndate = {date}\nby = '{by}'\nrole = '{role}'\ndecision = '{decision}'\n")
}

#[test]
fn who_must_approve_what() {
    let settings: Settings = from_text(PEOPLE).unwrap();
    let staff = Staff::new(&settings);
    let (manager, director, president, finance) =
        (Role::SalesManager, Role::MarketingDirector, Role::President, Role::Finance);
    for (request, want) in [
        // proposed by finance, approved by two (第8条)
        ("by = '罗'\nkind = 'grade'\ngrade = 'B'", vec![manager, director]),
        ("by = '罗'\nkind = 'limit'\namount = '1'\ncurrency = 'USD'", vec![manager, director]),
        // proposed by sales, taken up by finance first (第9条)
        ("by = '沈'\nkind = 'grade'\ngrade = 'B'", vec![finance, manager, director]),
        // beyond the cap the president too (第7条)
        ("by = '罗'\nkind = 'limit'\nroles = ['president']", vec![manager, director, president]),
        // over the limit (第7条)
        ("by = '沈'\nkind = 'order'", vec![manager]),
        ("by = '沈'\nkind = 'order'\nroles = ['president']", vec![manager, president]),
        // finance chooses how (第10条), and revises the policy (第9条)
        ("by = '沈'\nkind = 'investigation'", vec![finance]),
        ("by = '沈'\nkind = 'policy'", vec![finance]),
        ("by = '沈'\nkind = 'resume'\nstate = 'active'", vec![manager, director]),
    ] {
        let card = card(request, "");
        assert_eq!(wanted_roles(card.request.first().unwrap(), staff), want, "{request}");
    }
}

#[test]
fn an_approval_counts_or_it_is_told_why_not() {
    let settings: Settings = from_text(PEOPLE).unwrap();
    let staff = Staff::new(&settings);
    let manager = said("方", "sales_manager", "approve", "2026-03-03");
    let director = said("蒋", "marketing_director", "approve", "2026-03-04");
    let both = manager.clone() + &director;
    let grade = "by = '罗'\nkind = 'grade'\ngrade = 'B'";
    let beyond = "by = '罗'\nkind = 'limit'\namount = '9000'\ncurrency = 'USD'\nroles = ['president']";
    for (name, request, decisions, outcome, misfit) in [
        ("nobody yet", grade, String::new(), Outcome::Open, None),
        ("one of two", grade, manager.clone(), Outcome::Open, None),
        ("both", grade, both.clone(), Outcome::Approved(day("2026-03-04")), None),
        ("one person for each role held", beyond, both.clone(), Outcome::Approved(day("2026-03-04")), None),
        ("out of order", grade, director.clone(), Outcome::Open, Some(Misfit::OutOfOrder(Role::SalesManager))),
        ("twice", grade, manager.clone() + &manager, Outcome::Open, Some(Misfit::Late)),
        (
            "after it was decided",
            grade,
            both.clone() + &said("方", "sales_manager", "reject", "2026-03-05"),
            Outcome::Approved(day("2026-03-04")),
            Some(Misfit::Late),
        ),
        (
            "rejected ends it",
            grade,
            said("方", "sales_manager", "reject", "2026-03-03") + &director,
            Outcome::Rejected(day("2026-03-03")),
            Some(Misfit::Late),
        ),
        ("one's own", "by = '方'\nkind = 'order'", manager.clone(), Outcome::Open, Some(Misfit::Own)),
        (
            "taken back by who asked",
            grade,
            said("罗", "finance", "reject", "2026-03-03"),
            Outcome::Rejected(day("2026-03-03")),
            None,
        ),
        (
            "a role not held",
            grade,
            said("沈", "sales_manager", "approve", "2026-03-03"),
            Outcome::Open,
            Some(Misfit::WrongRole),
        ),
        ("a role not asked", grade, said("罗", "finance", "approve", "2026-03-03"), Outcome::Open, Some(Misfit::Own)),
        (
            "before it was filed",
            grade,
            said("方", "sales_manager", "approve", "2026-03-01"),
            Outcome::Open,
            Some(Misfit::TooEarly),
        ),
        ("who left that day", grade, said("钱", "sales_manager", "approve", "2026-03-03"), Outcome::Open, None),
        (
            "who had left",
            grade,
            said("钱", "sales_manager", "approve", "2026-03-04"),
            Outcome::Open,
            Some(Misfit::Gone),
        ),
        (
            "nobody of ours",
            grade,
            said("谁", "sales_manager", "approve", "2026-03-04"),
            Outcome::Open,
            Some(Misfit::Gone),
        ),
        (
            "not waived",
            grade,
            said("罗", "sales_manager", "waive", "2026-03-02"),
            Outcome::Open,
            Some(Misfit::NotWaived),
        ),
        ("a day to come", grade, said("方", "sales_manager", "approve", "2026-04-01"), Outcome::Open, None),
    ] {
        let card = card(request, &decisions);
        let decided = find(&card, "RQ-1", staff, day("2026-03-31")).unwrap();
        assert_eq!(decided.outcome, outcome, "{name}");
        let first = decided.misfits.first().map(|(_, misfit)| *misfit);
        assert_eq!(first, misfit, "{name}");
    }
}

#[test]
fn what_was_edited_is_approved_by_nobody() {
    let settings: Settings = from_text(PEOPLE).unwrap();
    let staff = Staff::new(&settings);
    let both = said("方", "sales_manager", "approve", "2026-03-03") + &said("蒋", "president", "approve", "2026-03-04");
    let request =
        "by = '罗'\nkind = 'limit'\namount = '9000.00'\ncurrency = 'USD'\nroles = ['president']\nreason = 'a'";
    let good = card(request, &both);
    assert!(find(&good, "RQ-1", staff, day("2026-03-31")).unwrap().is_approved());
    type Change = fn(&mut Card);
    let edits: [(&str, Change); 5] = [
        ("amount", |card| card.request[0].amount = crate::model::Number::parse("9000.01")),
        ("kind", |card| card.request[0].kind = Some(RequestKind::Grade)),
        ("who asked", |card| card.request[0].by = Some("沈".to_owned())),
        ("whose", |card| card.id = Some("another".to_owned())),
        ("digest taken out", |card| card.request[0].digest = None),
    ];
    for (name, edit) in edits {
        let mut card = good.clone();
        edit(&mut card);
        let decided = find(&card, "RQ-1", staff, day("2026-03-31")).unwrap();
        assert!(!decided.is_approved() && decided.misfits.len() == 2, "{name}");
        assert!(decided.misfits.iter().all(|(_, misfit)| *misfit == Misfit::Edited), "{name}");
    }
    // how it is written does not matter, nor why it was asked
    let mut same = good.clone();
    same.request[0].amount = crate::model::Number::parse("9000");
    same.request[0].currency = Some("usd".to_owned());
    same.request[0].reason = Some("b".to_owned());
    assert!(find(&same, "RQ-1", staff, day("2026-03-31")).unwrap().is_approved());
    // with a digest made anew the approvals still hold to the old one, where they noted it
    let mut forged = good.clone();
    let old = good.request[0].digest.clone();
    forged.request[0].amount = crate::model::Number::parse("90000");
    forged.request[0].digest = Some(digest(forged.id.as_deref(), &forged.request[0]));
    forged.approval.iter_mut().for_each(|approval| approval.digest.clone_from(&old));
    assert!(!find(&forged, "RQ-1", staff, day("2026-03-31")).unwrap().is_approved());
}

#[test]
fn a_role_that_nobody_else_holds_is_waived_and_marked() {
    let alone: Settings =
        from_text("[[person]]\nname = '罗'\nroles = ['finance', 'sales_manager', 'marketing_director']\n").unwrap();
    let waives =
        said("罗", "sales_manager", "waive", "2026-03-02") + &said("罗", "marketing_director", "waive", "2026-03-02");
    let card = card("by = '罗'\nkind = 'grade'\ngrade = 'B'", &waives);
    let decided = find(&card, "RQ-1", Staff::new(&alone), day("2026-03-31")).unwrap();
    assert_eq!(decided.outcome, Outcome::Approved(day("2026-03-02")));
    assert_eq!(decided.waived, [Role::SalesManager, Role::MarketingDirector]);
    // who comes later does not undo it, who was there all along does
    for (since, holds) in [("since = 2026-03-03\n", true), ("", false)] {
        let more = format!(
            "[[person]]\nname = '罗'\nroles = ['finance', 'sales_manager', 'marketing_director']\n[[person]]\nname = '方'\nroles = ['sales_manager']\n{since}"
        );
        let settings: Settings = from_text(&more).unwrap();
        let decided = find(&card, "RQ-1", Staff::new(&settings), day("2026-03-31")).unwrap();
        assert_eq!(decided.is_approved(), holds, "{since}");
    }
}

#[test]
fn approving_one_request_never_approves_another() {
    let settings: Settings = from_text(PEOPLE).unwrap();
    let staff = Staff::new(&settings);
    let one = "id = 'k'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗'\nkind = 'grade'\ngrade = 'B'\ndigest = 'D1'\n[[request]]\nid = 'RQ-2'\ndate = 2026-03-02\nby = '罗'\nkind = 'grade'\ngrade = 'A'\ndigest = 'D2'\n";
    let mut card: Card = from_text(one).unwrap();
    for index in 0..2 {
        card.request[index].digest = Some(digest(Some("k"), &card.request[index]));
    }
    let decisions: Card = from_text(
        &(said("方", "sales_manager", "approve", "2026-03-03") + &said("蒋", "president", "approve", "2026-03-04")),
    )
    .unwrap();
    card.approval = decisions.approval;
    for approval in &mut card.approval {
        approval.digest.clone_from(&card.request[0].digest);
        approval.role = approval.role.map(|role| if role == Role::President { Role::MarketingDirector } else { role });
    }
    let all = decided(&card, staff, day("2026-03-31"));
    assert_eq!(all.iter().map(Decided::is_approved).collect::<Vec<_>>(), [true, false]);
    assert!(strays(&card, day("2026-03-31")).is_empty());
    card.request.remove(0);
    assert_eq!(strays(&card, day("2026-03-31")).len(), 2);
}
