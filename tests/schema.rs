//! The JSON Schema of cards: what editors check by is what the program prints, and it knows good cards from bad ones.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use common::Book;
use serde_json::{Map, Value};

const EXAMPLE: &str = "examples/外贸客户";

/// Parsed TOML as a schema sees it: dates are text.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.clone().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(list) => list.iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), json(value))).collect::<Map<_, _>>())
        }
    }
}

fn card(text: &str) -> Value {
    json(&toml::Value::Table(text.parse().unwrap()))
}

/// What the schema says is wrong with a card: path and complaint.
struct Judge(jsonschema::Validator);

impl Judge {
    fn of(subject: &str) -> Self {
        let schema = Book::nowhere("2026-11-23").run(&format!("schema {subject}")).json();
        Self(jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap())
    }

    fn faults(&self, text: &str) -> Vec<String> {
        self.0.iter_errors(&card(text)).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// The cards of the example: name and text.
fn example_cards() -> Vec<(String, String)> {
    let book = Book::demo();
    let files: Vec<String> = book.files().into_iter().filter(|file| file.ends_with("/card.toml")).collect();
    assert!(files.len() >= 17, "{files:?}");
    files.into_iter().map(|file| (file.clone(), book.text(&file))).collect()
}

/// `SNAPSHOTS=overwrite cargo test --test schema` makes both files anew.
#[test]
fn the_example_holds_what_this_version_makes_for_editors() {
    let fresh = Book::nowhere("2026-11-23");
    fresh.run("init .").any_stderr().exits(0);
    for file in ["kehu.schema.json", ".taplo.toml"] {
        snapshots::same(&format!("{EXAMPLE}/{file}"), &fresh.text(file));
    }
    fresh.run("schema").stdout(&fresh.text("kehu.schema.json")).exits(0);
    // one file serves readers of both languages
    assert_eq!(fresh.run("schema card").text(), fresh.english().run("schema card").text());
}

#[test]
fn every_card_of_the_example_fits() {
    let judge = Judge::of("card");
    for (file, text) in example_cards() {
        assert_eq!(judge.faults(&text), [""; 0], "{file}");
    }
}

#[test]
fn the_settings_of_the_example_fit() {
    let judge = Judge::of("settings");
    let text = Book::demo().text("kehu.toml");
    assert_eq!(judge.faults(&text), [""; 0]);
    assert_eq!(judge.faults(&text.replace("currency = \"CNY\"", "curency = \"CNY\"")).len(), 1);
    assert!(!judge.faults(&text.replace("sales_manager", "boss")).is_empty());
}

#[test]
fn a_fresh_card_fits() {
    let judge = Judge::of("card");
    let book = Book::on("2026-11-23");
    book.run("add --name 'Acme GmbH' --country 德国 --email anna@acme.example --contact Anna --owner 张伟")
        .any_stderr()
        .exits(0);
    book.run("log Acme 已报价 --kind email --next 3d").any_stderr().exits(0);
    book.run("quote Acme Q-1 --item '手动叉车;40;185.00;0.05' --currency USD --valid-until 30d").any_stderr().exits(0);
    let file = book.files().into_iter().find(|file| file.ends_with("card.toml")).unwrap();
    assert_eq!(judge.faults(&book.text(&file)), [""; 0], "{}", book.text(&file));
}

/// What is done to a card that fits, and the place of the one complaint that must come of it.
#[test]
fn a_misspelt_key_and_a_wrong_value_do_not_fit() {
    let judge = Judge::of("card");
    let good = "name = 'Acme'\nemail = 'a@acme.example'\nwebsite = 'https://acme.example'\ncreated = 2026-11-01\ntype = 'agent'\n\n\
                [[contact]]\nname = 'Anna'\n\n\
                [[order]]\nnumber = '1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = 'x', quantity = 1, unit_price = '187.00' } ]\n";
    assert_eq!(judge.faults(good), [""; 0]);
    for (name, from, to, place) in [
        ("a misspelt key", "email =", "emial =", ": "),
        ("a misspelt key in a record", "name = 'Anna'", "name = 'Anna'\nemial = 'x'", "/contact/0: "),
        ("a misspelt key in an item", "quantity = 1", "quantity = 1, prize = 1", "/order/0/items/0: "),
        ("a wrong choice", "'agent'", "'dealer'", "/type: "),
        ("the Chinese word where the key belongs", "'agent'", "'代理商'", "/type: "),
        ("no name", "name = 'Acme'\n", "", ": "),
        ("an item without a price", ", unit_price = '187.00'", "", "/order/0/items/0: "),
        ("a number with a comma", "'187.00'", "'1,187.00'", "/order/0/items/0/unit_price: "),
        ("a number with words", "'187.00'", "'187 USD'", "/order/0/items/0/unit_price: "),
        ("a day that does not exist", "created = 2026-11-01", "created = '2026-02-30'", "/created: "),
        ("a day in another notation", "created = 2026-11-01", "created = '01.11.2026'", "/created: "),
        ("no contact", "[[contact]]\nname = 'Anna'", "", ""),
        ("no currency", "'USD'", "'dollar'", "/order/0/currency: "),
        ("an e-mail that is none", "'a@acme.example'", "'acme'", "/email: "),
        ("a web address without https", "'https://acme.example'", "'acme.example'", "/website: "),
        ("a number for a name", "name = 'Acme'", "name = 7", "/name: "),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{name}");
        let faults = judge.faults(&bad);
        if place.is_empty() {
            assert_eq!(faults, [""; 0], "{name}: that is asked of customers alone, by lint");
        } else {
            assert!(faults.len() == 1 && faults[0].starts_with(place), "{name}: {faults:?}");
        }
    }
}

/// The schema and the reading of cards are one: what one takes the other takes.
#[test]
fn what_the_schema_lets_pass_the_program_reads() {
    for (name, line) in [
        ("a quoted date", "created = '2026-11-01'"),
        ("a whole number", "fax = '1'\n[[payment]]\ndate = 2026-11-01\namount = 100\ncurrency = 'USD'"),
        ("a number below zero", "[[payment]]\ndate = 2026-11-01\namount = '-100.50'\ncurrency = 'USD'"),
        ("no records", "contact = []"),
        ("an empty text", "note = ''"),
    ] {
        let text = format!("name = 'Acme'\n{line}\n");
        assert_eq!(Judge::of("card").faults(&text), [""; 0], "{name}");
        Book::on("2026-11-23")
            .card("潜在客户/德国/Acme", &text)
            .run("list --format ids")
            .stdout("潜在客户/德国/Acme\n")
            .exits(0);
    }
}

#[test]
fn each_subject_has_a_schema_that_is_one() {
    let book = Book::nowhere("2026-11-23");
    for (subject, alias) in
        [("card", "卡片"), ("settings", "设置"), ("list", "列表"), ("show", "查看"), ("due", "到期"), ("lint", "检查")]
    {
        let schema = book.run(&format!("schema {subject}")).json();
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{subject}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{subject}");
        // Taplo takes a relative `$id` for an error of the schema
        assert_eq!(schema.get("$id"), None, "{subject}");
        assert_eq!(schema, book.run(&format!("schema {alias}")).json(), "{subject}");
    }
}

/// Beside the keys, editors show what they mean, in both languages, and the article that asks for them.
#[test]
fn editors_are_told_what_fields_and_choices_mean() {
    let schema = Book::nowhere("2026-11-23").run("schema").json();
    let kind = &schema["properties"]["followup"]["items"]["properties"]["kind"];
    let titles = kind["x-taplo"]["docs"]["enumValues"].as_array().unwrap();
    assert_eq!(titles.len(), kind["enum"].as_array().unwrap().len());
    assert!(titles.contains(&"拜访 · visit".into()));
    let name = &schema["properties"]["name"];
    assert_eq!(
        (&name["title"], &name["x-article"], &name["x-required"]),
        (&"名称 · name".into(), &"第12条 1".into(), &"always".into())
    );
}
