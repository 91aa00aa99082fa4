//! Long answers at a terminal: pages where they are wanted, and nowhere else.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use common::Book;
use common::terminal::Terminal;

/// A book of so many customers, and a pager that says so.
fn book(customers: usize) -> Book {
    let book = (0..customers).fold(Book::on("2026-11-23"), |book, number| {
        book.card(&format!("国外客户/德国/C{number:02}"), &format!("name = 'C{number:02}'\ncreated = 2026-11-20\n"))
    });
    let pager = "#!/bin/sh\necho \"PAGER $LESS $1\"\ncat\necho THE END\n";
    let book = book.file("pager", pager).file("impatient", "#!/bin/sh\nread -r line\necho \"ENOUGH $line\"\n");
    for name in ["pager", "impatient"] {
        std::fs::set_permissions(book.path(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    book
}

fn at_terminal(book: &Book, pager: &str, args: &[&str]) -> Terminal {
    let mut command: Command = book.command();
    command.args(args).env("KEHU_PAGER", pager);
    Terminal::start(&command, 80, 10)
}

#[test]
fn what_does_not_fit_the_screen_is_turned_page_by_page() {
    let book = book(30);
    let pager = format!("{} -x", book.path("pager").display());
    let mut terminal = at_terminal(&book, &pager, &["list"]);
    assert_eq!(terminal.ends(), Some(0));
    let shown = terminal.shown;
    assert!(shown.starts_with("PAGER FRX -x\r\n"), "{shown}");
    assert!(shown.contains("C00") && shown.contains("C29") && shown.trim_end().ends_with("THE END"), "{shown}");
}

#[test]
fn what_fits_is_printed_as_ever() {
    let book = book(5);
    let pager = book.path("pager").display().to_string();
    for args in [&["list"][..], &["search", "C01"], &["list", "--format", "ids"]] {
        let mut terminal = at_terminal(&book, &pager, args);
        assert_eq!(terminal.ends(), Some(0));
        assert!(!terminal.shown.contains("PAGER") && terminal.shown.contains("C01"), "{}", terminal.shown);
    }
}

#[test]
fn cat_and_what_cannot_be_started_turn_no_pages() {
    let book = book(30);
    for pager in ["cat", "/nowhere/pager"] {
        let mut terminal = at_terminal(&book, pager, &["list"]);
        assert_eq!(terminal.ends(), Some(0), "{pager}");
        assert!(terminal.shown.contains("C29"), "{}", terminal.shown);
    }
    // into a pipe goes no page either
    let mut command = book.command();
    command.args(["list"]).env("KEHU_PAGER", book.path("pager"));
    let out = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(out.contains("C29") && !out.contains("PAGER"), "{out}");
}

#[test]
fn a_reader_who_has_seen_enough_ends_it_quietly() {
    let book = book(3000);
    let pager = book.path("impatient").display().to_string();
    let mut terminal = at_terminal(&book, &pager, &["list"]);
    assert_eq!(terminal.ends(), Some(0));
    assert!(terminal.shown.contains("ENOUGH") && !terminal.shown.contains("错误"), "{}", terminal.shown);
}

#[test]
fn what_is_said_beside_a_long_answer_comes_after_it() {
    let book = book(30).card("国外客户/德国/Broken", "name = \n");
    let pager = book.path("pager").display().to_string();
    let mut terminal = at_terminal(&book, &pager, &["search", "C"]);
    assert_eq!(terminal.ends(), Some(0));
    let mut terminal = at_terminal(&book, &pager, &["list", "--sort", "name"]);
    assert_eq!(terminal.ends(), Some(2));
    assert!(terminal.shown.contains("Broken/card.toml:1:"), "{}", terminal.shown);
}
