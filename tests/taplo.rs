//! Editors check cards with Taplo by the two files that kehu keeps in a book. Where a real Taplo is there (`taplo` on
//! PATH or named by KEHU_TAPLO; `pip install taplo` brings one), it is asked; elsewhere the same schema is put to the
//! jsonschema crate, and the test says so.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use std::ffi::OsString;
use std::process::Command;

use common::Book;

/// Taplo, where there is one.
fn taplo() -> Option<OsString> {
    let program = std::env::var_os("KEHU_TAPLO").unwrap_or_else(|| "taplo".into());
    // the one that npm brings (compiled to WebAssembly) ends with an error after telling its version
    let works =
        Command::new(&program).arg("--version").output().is_ok_and(|output| output.stdout.starts_with(b"taplo "));
    if !works {
        assert!(std::env::var_os("KEHU_TAPLO").is_none(), "KEHU_TAPLO is set, but {program:?} does not run");
        eprintln!("no taplo here: the schema is checked with the jsonschema crate instead");
    }
    works.then_some(program)
}

/// Whether the cards of a book pass, and what was said about them.
fn passes(book: &Book, taplo: Option<&OsString>) -> (bool, String) {
    if let Some(taplo) = taplo {
        // by its own configuration, from the book's folder, as an editor does
        let output =
            Command::new(taplo).arg("lint").current_dir(book.dir.path()).env("RUST_LOG", "info").output().unwrap();
        return (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let schema = serde_json::from_str(&book.text("kehu.schema.json")).unwrap();
    let validator = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
    let mut said = String::new();
    for file in book.files().iter().filter(|file| file.ends_with("/card.toml")) {
        match book.text(file).parse::<toml::Table>() {
            Ok(table) => {
                let card = serde_json::to_value(dates_as_text(toml::Value::Table(table))).unwrap();
                said.extend(validator.iter_errors(&card).map(|error| format!("{file}: {error}\n")));
            }
            Err(error) => said += &format!("{file}: {error}\n"),
        }
    }
    (said.is_empty(), said)
}

fn dates_as_text(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
        toml::Value::Array(list) => list.into_iter().map(dates_as_text).collect::<Vec<_>>().into(),
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, value)| (key, dates_as_text(value))).collect())
        }
        other => other,
    }
}

#[test]
fn the_demo_book_passes() {
    let (good, said) = passes(&Book::demo(), taplo().as_ref());
    assert!(good, "{said}");
}

#[test]
fn a_new_book_passes_and_a_bad_card_in_it_does_not() {
    let taplo = taplo();
    for (name, card, complaint) in [
        ("good", "name = 'Acme'\ncreated = 2026-11-01\ntype = 'agent'\n", None),
        ("misspelt", "name = 'Acme'\nemial = 'x'\n", Some("emial")),
        ("choice", "name = 'Acme'\ntype = 'dealer'\n", Some("dealer")),
        ("date", "name = 'Acme'\ncreated = '2026-02-30'\n", Some("2026-02-30")),
        ("nameless", "email = 'a@acme.example'\n", Some("name")),
        ("syntax", "name = Acme\n", Some("card.toml")),
        ("no email", "name = 'Acme'\nemail = 'acme'\n", Some("acme")),
    ] {
        let book = Book::nowhere("2026-11-23");
        book.run("init .").any_stderr().exits(0);
        let book = book.card("潜在客户/德国/Müller & Söhne", card);
        let (good, said) = passes(&book, taplo.as_ref());
        assert_eq!(good, complaint.is_none(), "{name}: {said}");
        if let Some(complaint) = complaint {
            assert!(said.contains(complaint), "{name}: {said}");
        }
    }
}

/// Only cards are looked at: kehu.toml and other papers have rules of their own.
#[test]
fn other_files_are_left_alone() {
    let book = Book::demo().file("国外客户/德国/Hallbrecht Lagertechnik GmbH/notes.toml", "whatever = 1\n");
    let taplo = taplo();
    let (good, said) = passes(&book, taplo.as_ref());
    assert!(good, "{said}");
    if taplo.is_some() {
        // as many as there are cards, and no more: a pattern that matches nothing would pass too
        let cards = book.files().iter().filter(|file| file.ends_with("/card.toml")).count();
        assert!(cards > 10 && said.contains(&format!("total={cards}")), "{cards} cards: {said}");
    }
}
