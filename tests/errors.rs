//! The catalogue of errors: each with the story that brings it about, and its two lines in both languages, what is wrong
//! and what to do next. What the source can say and no story tells fails the test.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

mod errors {
    pub mod books;
    pub mod cards;
    pub mod credit;
    pub mod deals;
    pub mod door;
    pub mod exports;
    pub mod forms;
    #[cfg(unix)]
    pub mod hands;
    pub mod investigations;
    pub mod line;
    pub mod made;
    pub mod money;
    pub mod papers;
    pub mod policy;
    pub mod products;
    pub mod queries;
    pub mod rows;
    pub mod scan;
    pub mod sheets;
    pub mod slips;
    pub mod tables;
    pub mod texts;
    pub mod told;
    pub mod urgent;
    pub mod values;
    pub mod visits;
}

use errors::scan::{Wording, wordings};
use errors::told::Told;
use errors::{
    cards, credit, deals, door, exports, forms, investigations, line, made, money, papers, policy, products, queries,
    rows, sheets, slips, tables, urgent, values, visits,
};

/// Texts that no story can bring about, and why.
const UNTOLD: &[(&str, &str)] = &[
    ("this command line is not understood", "no argument of kehu asks for what clap could miss beside the rest"),
    ("kehu met a mistake of its own: {what}", "there is no mistake to be met on purpose"),
    ("no card is half written; please report this line", "as before"),
    ("free some space and run the command again; nothing was lost", "no test may fill a disk; a full device is told"),
    ("another kehu is writing to this book", "it is told after ten seconds, and no test sleeps"),
    ("wait until it is done, then run the command again", "as before"),
    ("the file was changed by somebody else just now", "between two reads of one command nobody can be sure to write"),
    ("nothing was written into it; run the command again", "as before"),
    ("not valid TOML: {message}", "for what a later parser of TOML complains about; all that this one says is known"),
    ("this is no business card", "calcard takes whatever stands between the lines that begin and end one"),
    (
        "stopped by Ctrl-C",
        "what is written by then depends on the machine; tests/import_update.rs stops one all the same",
    ),
    ("the rows cannot be written as CSV", "they are written into memory"),
    ("the Excel file cannot be made: {error}", "no test may fill the disk for temporary files"),
    (
        "the sheet {name} would have more than the {most} rows that Excel can hold",
        "a million rows take longer than a test may",
    ),
    ("ask for fewer customers, or export jsonl, which has no limit", "as before"),
    ("{label} holds several fields; name one of them", "`set` and `import` refuse the way to such a field before"),
    ("{file} is not below a stage folder", "who asks takes it for no card: `show` says that there is no such customer"),
    ("the stage folders are {}", "as before"),
    ("the two stage folders lie on different disks, so the folder cannot be moved whole", "a test has one disk"),
    ("move it by hand: copy it, compare, then take the old one away", "as before"),
    ("the copy is not the same as the file", "no disk of a test fails between writing and reading"),
    ("the disk may be failing: back up to another one", "as before"),
];

/// What stands where errors are made and is none, and what it is.
const NO_ERRORS: &[(&str, &str)] = &[
    ("Add it all the same?", "the question that is asked instead where somebody can be asked"),
    ("Note it all the same?", "the question that is asked instead where somebody can be asked"),
    ("Replace those too?", "the question that is asked instead where somebody can be asked"),
];

/// Errors without a next step, and why they need none.
const NOTHING_TO_DO: &[(&str, &str)] = &[
    ("cancelled; nothing was written", "somebody wanted it so"),
    ("not added; nothing was written", "somebody wanted it so"),
    ("not changed; nothing was written", "somebody wanted it so"),
    ("not noted; nothing was written", "somebody wanted it so"),
    ("not decided; nothing was written", "somebody wanted it so"),
    ("not filed; nothing was written", "somebody wanted it so"),
    ("not imported; nothing was written", "somebody wanted it so"),
    ("say yes or no", "the question is asked again at once"),
    ("\"XYZ\" is no currency; write a code such as USD, EUR, CNY", "typed at a question, which is asked again at once"),
];

/// The whole catalogue.
fn catalogue() -> Vec<&'static Told> {
    let mut all = vec![
        line::ALL,
        door::ALL,
        exports::ALL,
        made::ALL,
        slips::ALL,
        cards::ALL,
        values::ALL,
        forms::ALL,
        credit::ALL,
        deals::ALL,
        investigations::ALL,
        money::ALL,
        papers::ALL,
        policy::ALL,
        products::ALL,
        queries::ALL,
        tables::ALL,
        sheets::ALL,
        rows::ALL,
        urgent::ALL,
        visits::ALL,
    ];
    #[cfg(unix)]
    all.push(errors::hands::ALL);
    #[cfg(target_os = "linux")]
    all.push(errors::hands::LINUX);
    all.into_iter().flatten().collect()
}

// on Linux alone all of it can be lived
#[cfg(target_os = "linux")]
#[test]
fn every_text_of_an_error_is_in_the_catalogue() {
    let (found, lost) = wordings();
    assert!(found.len() > 400, "the texts of errors are not found: {}", found.len());
    assert!(lost.is_empty(), "errors whose words nobody can find, see CARRIED:\n{}", lost.join("\n"));
    let all = catalogue();
    let told = |wording: &Wording| {
        let by = |told: &&Told| (0..2).any(|line| wording.is_told_by(told.en[line], told.zh[line]));
        all.iter().copied().any(|told| by(&told))
    };
    let excused = |wording: &Wording| [UNTOLD, NO_ERRORS].concat().iter().any(|(text, _)| *text == wording.en);
    let missing: Vec<String> = found
        .iter()
        .filter(|wording| !told(wording) && !excused(wording))
        .map(|wording| format!("{}: {}", wording.place, wording.en))
        .collect();
    assert!(missing.is_empty(), "{} of {} are told by no story:\n{}", missing.len(), found.len(), missing.join("\n"));
    for (text, _) in [UNTOLD, NO_ERRORS].concat() {
        let wordings: Vec<&Wording> = found.iter().filter(|wording| wording.en == text).collect();
        assert!(!wordings.is_empty(), "no error says so any more: {text}");
        assert!(!wordings.iter().all(|wording| told(wording)), "a story tells it after all: {text}");
    }
}

#[test]
fn every_error_says_what_is_wrong_and_what_to_do_next() {
    let mut excused = Vec::new();
    for told in catalogue() {
        for line in told.en.iter().chain(&told.zh) {
            assert!(!line.contains('\n'), "{}: more than a line: {line}", told.place());
        }
        assert!(!told.en[0].is_empty() && !told.zh[0].is_empty(), "{}: says nothing", told.place());
        let [next_en, next_zh] = [told.en[1], told.zh[1]];
        assert_eq!(next_en.is_empty(), next_zh.is_empty(), "{}: a next step in one language", told.place());
        if next_en.is_empty() {
            let excuse = NOTHING_TO_DO.iter().find(|(text, _)| *text == told.en[0]);
            excused.push(excuse.unwrap_or_else(|| panic!("{}: no next step: {}", told.place(), told.en[0])).0);
        }
    }
    for (text, _) in NOTHING_TO_DO {
        assert!(excused.contains(text), "it has a next step, or no story: {text}");
    }
}
