//! What an investigation knows, lacks and has come to, case by case.

use super::*;
use crate::formats::toml::from_text;
use crate::model::Settings;

fn card(text: &str) -> Card {
    from_text(text).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

const STAFF: &str = "[[person]]\nname = '沈'\nroles = ['salesperson']\n\
                     [[person]]\nname = '罗'\nroles = ['finance']\nsince = 2026-03-01\n";

#[test]
fn every_item_of_article_10_is_a_field_of_the_card() {
    let card = card("");
    let coverage = coverage(&card, None);
    let counts: Vec<usize> = coverage.iter().map(|section| section.items.len()).collect();
    assert_eq!(counts, [8, 6, 5, 6, 4]);
    for item in coverage.iter().flat_map(|section| &section.items) {
        let field = item.field().unwrap_or_else(|| panic!("{} is no field", item.path));
        assert!(field.record().is_none() && !field.article.is_empty(), "{}", item.path);
        assert!(item.is_gap(), "{}", item.path);
    }
}

#[test]
fn the_coverage_of_a_section_counts_what_the_card_knows() {
    let card = card(
        "name = 'Acme'\naddress = ' '\nphone = '+49 1'\n[profile]\nshareholders = ['Anna']\nmanagers = ['']\nsize = 'large'\n\
         [[investigation]]\nbasic = '登记在册 '\nbasic_source = ' '\n",
    );
    let coverage = coverage(&card, card.investigation.first());
    let basic = &coverage[0];
    assert_eq!((basic.known(), basic.items.len(), basic.text, basic.source), (3, 8, Some("登记在册"), None));
    let gaps: Vec<&str> = basic.gaps().map(|gap| gap.path).collect();
    assert_eq!(
        gaps,
        ["address", "profile.managers", "profile.legal_representative", "profile.organisation", "profile.founded"]
    );
    assert_eq!((coverage[1].known(), coverage[1].text), (1, None));
}

#[test]
fn a_finding_has_a_source_unless_nothing_was_found_out() {
    for (text, want) in [
        ("trade = '无诉讼'", true),
        ("trade = '无诉讼'\ntrade_source = '商会'", false),
        ("trade = '未取得报表'", false),
        ("trade = ' Not obtained: they refused'", false),
        ("trade = '无'", true),
        ("trade_source = '商会'", false),
    ] {
        let card = card(&format!("[[investigation]]\n{text}\n"));
        assert_eq!(lacks_source(&card.investigation[0], Section::Trade), want, "{text}");
    }
}

#[test]
fn what_must_be_there_before_an_investigation_is_completed() {
    let full = "channels = ['bank']\nbasic = 'x'\nbasic_source = 's'\ntraits = 'x'\ntraits_source = 's'\nbusiness = '不详'\n\
                trade = 'x'\ntrade_source = 's'\nfinance = 'x'\nfinance_source = 's'\nconclusion = 'c'\n";
    let update = "update = true\nchannels = ['internal']\n";
    for (name, text, people, today, want) in [
        (
            "nothing is there",
            "date = 2026-11-01\n",
            "",
            "2026-11-23",
            &[
                Lack::Channel,
                Lack::Text(Section::Basic),
                Lack::Text(Section::Traits),
                Lack::Text(Section::Business),
                Lack::Text(Section::Trade),
                Lack::Text(Section::Finance),
                Lack::Conclusion,
            ][..],
        ),
        ("all is there, and nobody is listed", full, "", "2026-11-23", &[]),
        ("somebody of finance must have concluded", full, STAFF, "2026-11-23", &[Lack::Assessor]),
        ("where nobody was of finance yet, nobody need", full, STAFF, "2026-02-28", &[]),
        (
            "a finding without its source",
            &full.replace("trade_source = 's'\n", ""),
            "",
            "2026-11-23",
            &[Lack::Source(Section::Trade)],
        ),
        ("an update wants what changed", update, "", "2026-11-23", &[Lack::Anything]),
        ("and its source", &format!("{update}trade = 'x'\n"), "", "2026-11-23", &[Lack::Source(Section::Trade)]),
        ("and nothing else", &format!("{update}trade = 'x'\ntrade_source = 's'\n"), "", "2026-11-23", &[]),
    ] {
        let card = card(&format!("[[investigation]]\n{text}"));
        let settings: Settings = from_text(people).unwrap();
        assert_eq!(lacks(&card.investigation[0], Staff::new(&settings), day(today)), want, "{name}");
    }
}

#[test]
fn who_concluded() {
    let settings: Settings = from_text(STAFF).unwrap();
    for (text, today, want) in [
        ("by = '罗'", "2026-11-23", Assessor::Nobody),
        ("assessed_by = ' 罗 '", "2026-11-23", Assessor::Finance),
        ("assessed_by = '沈'", "2026-11-23", Assessor::Other),
        ("assessed_by = '沈'", "2026-02-28", Assessor::Untold),
        ("assessed_by = '谁'", "2026-11-23", Assessor::Untold),
    ] {
        let card = card(&format!("[[investigation]]\n{text}\n"));
        assert_eq!(assessor(&card.investigation[0], Staff::new(&settings), day(today)), want, "{text} {today}");
    }
}

#[test]
fn how_far_an_investigation_has_come() {
    use InvestigationState::{Completed, Draft, Overdue, Reported};
    let one = |rest: &str| format!("[[investigation]]\ndate = 2026-11-01\n{rest}\n");
    for (text, today, want) in [
        (one(""), "2026-11-23", Draft),
        (one("completed = 2026-11-20"), "2026-11-19", Draft),
        (one("completed = 2026-11-20"), "2026-11-20", Completed),
        (one("completed = 2026-11-20"), "2026-11-23", Completed),
        (one("completed = 2026-11-20"), "2026-11-24", Overdue),
        (one("completed = 2026-11-20\nreported = 2026-11-25"), "2026-11-24", Overdue),
        (one("completed = 2026-11-20\nreported = 2026-11-25"), "2026-11-25", Reported),
        (
            one("completed = 2026-11-02") + &one("completed = 2026-11-09\nreported = 2026-11-10"),
            "2026-11-23",
            Completed,
        ),
        (one("completed = 2026-11-09") + &one("completed = 2026-11-02\nreported = 2026-11-03"), "2026-11-23", Overdue),
    ] {
        let card = card(&text);
        assert_eq!(state(&card, &card.investigation[0], &Policy::default(), day(today)), want, "{text} {today}");
    }
}

#[test]
fn what_was_begun_and_not_completed_is_a_draft() {
    let card = card(
        "[[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-02\n[[investigation]]\ndate = 2026-11-03\n\
         [[investigation]]\ndate = 2026-11-30\n[[investigation]]\n[[investigation]]\ndate = 2026-11-20\ncompleted = 2026-11-24\n",
    );
    let places: Vec<usize> = drafts(&card, day("2026-11-23")).map(|(place, _)| place).collect();
    assert_eq!(places, [1, 3, 4]);
}
