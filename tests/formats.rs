//! The contracts: what `list`, `due`, `lint` and `show` print for programs, and what lint prints for people.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use std::ffi::OsStr;

use common::Book;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// A card in which lint finds something at places, for the whole file, with and without a next step.
const FAULTY: &str = "name = 'Acme'\nnmae = 'x'\nemail = 'a@b'\ncreated = 2025-01-05\ntype = 'distributor'\n\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-02\ncurrency = 'USD'\nitems = [ { product = 'x', quantity = 1, unit_price = '187.00' } ]\n\n[[credit]]\nfrom = 2026-01-01\ngrade = 'C'\nlimit = '9000.50'\ncurrency = 'USD'\nterm_days = 30\nstate = 'active'\n";

const FAULTY_FOLDER: &str = "国外客户/德国/100% Acme, Köln";

/// The demo book and one customer more.
fn book() -> Book {
    Book::demo().card(FAULTY_FOLDER, FAULTY)
}

/// A small book in which lint finds something, without telephone numbers: reading those takes long.
fn faulty() -> Book {
    Book::on("2026-11-23").card(FAULTY_FOLDER, FAULTY).file("kehu.schema.json", "{}\n").folder("潜在客户/德国/Leer")
}

/// The JSON Schema that the program prints for an output.
fn schema(book: &Book, output: &str) -> Value {
    book.run(&format!("schema {output}")).json()
}

/// Every row fits the schema, its dates too.
fn fits(schema: &Value, instance: &Value, about: &str) {
    let validator = jsonschema::draft7::options().should_validate_formats(true).build(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{about}: {}", errors.join("\n"));
}

/// What a command prints where its answer is yes or no, and both will do here.
fn printed<S: AsRef<OsStr>>(book: &Book, words: impl IntoIterator<Item = S>) -> String {
    let output = book.command().args(words).output().unwrap();
    let remarks = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {remarks}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// The same, as JSON.
fn answer(book: &Book, asked: &str) -> Value {
    serde_json::from_str(&printed(book, common::words(asked))).unwrap()
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("no array: {value}"))
}

fn keys(row: &Value) -> Vec<&str> {
    row.as_object().unwrap().keys().map(String::as_str).collect()
}

const WHO: [&str; 10] = ["path", "file", "stage", "country", "company", "name", "id", "code", "owner", "grade"];

/// An output: the words that ask for it, and its keys beyond those of every customer row.
const OUTPUTS: &[(&str, &str, &[&str])] = &[
    ("list", "list", &["type", "tags", "created", "last", "next"]),
    (
        "due",
        "due --within 400d",
        &["kind", "since", "due", "days_overdue", "urgency", "summary", "order", "amount", "currency"],
    ),
];

#[test]
fn customer_rows_hold_exactly_what_the_schema_promises_in_both_languages() {
    for book in [book(), book().english()] {
        for (output, asked, own) in OUTPUTS {
            let schema = schema(&book, output);
            let answer = book.run(&format!("{asked} --format json")).json();
            assert!(rows(&answer).len() >= 15, "{output}: too few rows to tell anything");
            fits(&schema, &answer, output);
            for row in rows(&answer) {
                assert_eq!(keys(row), [&WHO[..], own].concat(), "{output}");
            }
            assert_eq!(keys(&schema["items"]["properties"]), [&WHO[..], own].concat(), "{output}");

            // jsonl is the same rows, a line each
            let lines = book.run(&format!("{asked} --format jsonl")).text();
            let parsed: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(&parsed, rows(&answer), "{output}");
            assert!(lines.ends_with('\n'), "{output}");
        }
    }
}

const OWED: [&str; 14] = [
    "currency",
    "receivable",
    "not_due",
    "overdue_1_30",
    "overdue_31_60",
    "overdue_61_90",
    "overdue_over_90",
    "disputed",
    "remainder",
    "falls_due",
    "commitment",
    "at_risk",
    "exposure",
    "unapplied",
];

#[test]
fn rows_of_money_hold_exactly_what_their_schemas_promise() {
    let who = |own: &[&'static str]| [&WHO[..], own].concat();
    let grading = who(&[
        "orders",
        "sales",
        "currency",
        "share",
        "cumulative_before",
        "cumulative_after",
        "band",
        "ceiling",
        "proposal",
        "provisional",
        "missing",
        "reasons",
    ]);
    let owing = who(&["limit", "limit_currency", "headroom", "one_purchase", "one_cycle", "last_collection"]);
    let lists: [(&str, &str, usize, Vec<&str>); 4] = [
        ("grade", "grade", 12, grading.clone()),
        ("receivables", "receivables", 3, [&owing[..], &OWED].concat()),
        ("receivables_grouped", "receivables --by owner", 2, [&["by", "group", "customers"][..], &OWED].concat()),
        ("receivables_grouped", "receivables --by currency", 1, [&["by", "group", "customers"][..], &OWED].concat()),
    ];
    for book in [book(), book().english()] {
        for (output, asked, count, want) in &lists {
            let schema = schema(&book, output);
            let answer = book.run(&format!("{asked} --format json")).json();
            assert_eq!(rows(&answer).len(), *count, "{asked}");
            fits(&schema, &answer, asked);
            assert!(rows(&answer).iter().all(|row| keys(row) == *want), "{asked}: {answer}");
            assert_eq!(keys(&schema["items"]["properties"]), *want, "{asked}");
        }
        let explained = ["rank", "customers", "total", "before", "sold", "settled", "dishonoured", "investigated"];
        let deal = who(&[
            "number",
            "date",
            "currency",
            "amount",
            "terms",
            "status",
            "cancelled",
            "credits",
            "by",
            "required",
            "quote",
            "items",
            "owed",
            "shipments",
            "payments",
            "followups",
        ]);
        for (output, asked, want) in [
            ("grade_explained", "grade --explain DE-0001", [&grading[..], &explained].concat()),
            ("deal", "show DE-0001 --order PI-2026-017", deal.clone()),
            ("deal", "show DE-0001 --order PI-2021-006", deal),
        ] {
            let schema = schema(&book, output);
            let answer = book.run(&format!("{asked} --format json")).json();
            fits(&schema, &answer, asked);
            assert_eq!(keys(&answer), want, "{asked}");
            assert_eq!(keys(&schema["properties"]), want, "{asked}");
        }
    }
}

#[test]
fn lint_holds_what_its_schema_promises() {
    let own = ["code", "severity", "article", "file", "line", "column", "message", "hint", "fixable"];
    for book in [faulty(), faulty().english()] {
        let schema = schema(&book, "lint");
        let answer = answer(&book, "lint --format json");
        fits(&schema, &answer, "lint");
        assert_eq!(keys(&schema["items"]["properties"]), own);
        for row in rows(&answer) {
            assert_eq!(keys(row), own);
        }
        // each kind of null is there to be checked, and a value in its place
        for key in ["line", "column", "article", "hint"] {
            assert!(rows(&answer).iter().any(|row| !row[key].is_null()), "{key} is never there");
        }
        for key in ["line", "column", "article"] {
            assert!(rows(&answer).iter().any(|row| row[key].is_null()), "{key} is never null");
        }
        let unknown = rows(&answer).iter().find(|row| row["code"] == "unknown-key").unwrap();
        assert_eq!((&unknown["line"], &unknown["column"]), (&Value::from(2), &Value::from(1)));
        assert_eq!(unknown["file"], "国外客户/德国/100% Acme, Köln/card.toml");
    }
}

#[test]
fn show_holds_what_its_schema_promises() {
    let own = ["state", "limit", "limit_currency", "term_days", "last", "owed", "card"];
    for book in [book(), book().english()] {
        let schema = schema(&book, "show");
        for name in ["100% Acme, Köln", "Kranich & Sohn", "Công ty TNHH"] {
            let answer = book.args(["show", name, "--format", "json"]).json();
            fits(&schema, &answer, name);
            assert_eq!(keys(&answer), [&WHO[..], &own].concat(), "{name}");
        }
        assert_eq!(keys(&schema["properties"]), [&WHO[..], &own].concat());
        let acme = book.args(["show", "100% Acme, Köln", "--format", "json"]).json();
        // money is text, exact to the last digit; the card is there as it stands
        assert_eq!((&acme["limit"], &acme["limit_currency"]), (&"9000.50".into(), &"USD".into()));
        assert_eq!(acme["card"]["quote"][0]["items"][0]["unit_price"], "187.00");
        assert_eq!(acme["card"]["created"], "2025-01-05");
        assert_eq!(acme["term_days"], 30);
    }
}

/// A schema that refuses nothing would let everything above pass.
#[test]
fn the_schemas_refuse_what_they_should() {
    let book = faulty();
    for (output, asked) in [("list", "list"), ("due", "due"), ("lint", "lint")] {
        let schema = schema(&book, output);
        let validator = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
        let good = answer(&book, &format!("{asked} --format json"));
        let first = rows(&good)[0].as_object().unwrap();
        for key in first.keys() {
            let mut without = good.clone();
            without[0].as_object_mut().unwrap().remove(key);
            assert!(!validator.is_valid(&without), "{output}: {key} may be missing");
        }
        let mut more = good.clone();
        more[0]["more"] = Value::Null;
        assert!(!validator.is_valid(&more), "{output}: an unknown key passes");
        let choice = if output == "lint" { "severity" } else { "stage" };
        let mut other = good.clone();
        other[0][choice] = "国外客户".into();
        assert!(!validator.is_valid(&other), "{output}: a Chinese word passes for a key");
        assert!(!validator.is_valid(&good[0]), "{output}: a row alone passes for the array");
    }
}

#[test]
fn choices_are_english_keys_whatever_the_language() {
    let choices = |book: &Book| {
        let mut words = Vec::new();
        for (asked, keys) in [
            ("list", &["stage", "grade", "type"][..]),
            ("due --within 400d", &["stage", "grade", "kind"]),
            ("lint", &["code", "severity"]),
        ] {
            let answer = answer(book, &format!("{asked} --format json"));
            for row in rows(&answer) {
                words.extend(keys.iter().map(|key| row[*key].clone()));
            }
        }
        words
    };
    let zh = choices(&faulty());
    assert_eq!(zh, choices(&faulty().english()));
    for word in zh.iter().filter_map(Value::as_str) {
        assert!(word.is_ascii(), "{word}");
    }
    for want in ["customer", "distributor", "C", "quote", "review", "warning", "info"] {
        assert!(zh.contains(&want.into()), "{want} was never seen");
    }
}

#[test]
fn paths_are_relative_to_the_book_wherever_one_stands() {
    let book = faulty();
    let elsewhere = Book::nowhere("2026-11-23");
    let root = book.dir.path().display().to_string();
    for asked in ["list", "due", "lint"] {
        let from = |folder: String| answer(&elsewhere, &format!("-C '{folder}' {asked} --format json"));
        let answer = from(root.clone());
        assert_eq!(answer, from(format!("{root}/国外客户/德国")), "{asked}");
        for row in rows(&answer) {
            let file = row["file"].as_str().unwrap();
            assert!(book.path(file).exists(), "{file}");
            assert!(!file.starts_with(['/', '.']) && !file.contains('\\') && !file.contains(&root), "{file}");
            if asked != "lint" {
                assert_eq!(file, format!("{}/card.toml", row["path"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn no_result_is_valid_json() {
    let book = Book::on("2026-11-23");
    book.run("list --format json").stdout("[]\n").exits(1);
    book.run("list --format jsonl").exits(1);
    book.run("due --format json").stdout("[]\n").exits(0);
    book.run("due --format jsonl").exits(0);
    book.run("lint --format json").stdout("[]\n").exits(0);
    let sarif = book.run("lint --format sarif").json();
    assert_eq!(sarif["runs"][0]["results"], Value::Array(Vec::new()));
    book.run("lint --format github").exits(0);
}

#[test]
fn numbers_and_dates_are_of_their_types() {
    let answer = book().run("due --within 400d --format json").json();
    for row in rows(&answer) {
        assert!(row["days_overdue"].is_i64() && (1..=8).contains(&row["urgency"].as_i64().unwrap()), "{row}");
        for key in ["since", "due"] {
            let date = row[key].as_str().unwrap();
            assert!(chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok() && date.len() == 10, "{date}");
        }
        let (due, overdue) = (row["due"].as_str().unwrap(), row["days_overdue"].as_i64().unwrap());
        let day = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        assert_eq!((day("2026-11-23") - day(due)).num_days(), overdue);
    }
    let answer = book().run("list --format json").json();
    for row in rows(&answer) {
        let country = row["country"].as_str().unwrap();
        assert!(country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase()), "{country}");
        assert!(row["tags"].is_array());
    }
}

#[test]
fn a_folder_that_names_no_country_is_null() {
    let book = Book::on("2026-11-23").card("潜在客户/欧洲客户/Acme", "name = 'Acme'\n");
    let answer = book.run("list --format json").json();
    assert_eq!(answer[0]["country"], Value::Null);
    fits(&schema(&book, "list"), &answer, "list");
    book.run("list").says(&["欧洲客户"]).exits(0);
}

/// What SARIF 2.1.0 requires of a log, a run, a tool, a rule, a result and its place; GitHub refuses files without it.
#[test]
fn sarif_has_the_structure_that_the_standard_requires() {
    for (book, next) in [(faulty(), " 下一步："), (faulty().english(), " Next: ")] {
        let log = answer(&book, "lint --format sarif");
        assert_eq!(log["version"], "2.1.0");
        assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
        assert_eq!(rows(&log["runs"]).len(), 1);
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let driver = &run["tool"]["driver"];
        assert_eq!((&driver["name"], &driver["version"]), (&"kehu".into(), &env!("CARGO_PKG_VERSION").into()));
        let levels = ["error", "warning", "note", "none"];
        let mut ids = Vec::new();
        for rule in rows(&driver["rules"]) {
            ids.push(rule["id"].as_str().unwrap());
            assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty(), "{rule}");
            assert!(levels.contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()), "{rule}");
        }
        let distinct: std::collections::HashSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "rule ids are unique");

        let findings = answer(&book, "lint --format json");
        assert_eq!(rows(&run["results"]).len(), rows(&findings).len());
        for (result, finding) in rows(&run["results"]).iter().zip(rows(&findings)) {
            assert_eq!(result["ruleId"], finding["code"]);
            assert!(ids.contains(&result["ruleId"].as_str().unwrap()), "{result}");
            let level = match finding["severity"].as_str().unwrap() {
                "info" => "note",
                other => other,
            };
            assert_eq!(result["level"], level);
            let message = result["message"]["text"].as_str().unwrap();
            match finding["hint"].as_str() {
                Some(hint) => assert_eq!(message, format!("{}{next}{hint}", finding["message"].as_str().unwrap())),
                None => assert_eq!(message, finding["message"]),
            }
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert_eq!(decoded(uri), finding["file"].as_str().unwrap());
            match finding["line"].as_u64() {
                Some(line) => {
                    assert_eq!(
                        (place["region"]["startLine"].as_u64(), &place["region"]["startColumn"]),
                        (Some(line), &finding["column"])
                    );
                }
                None => assert!(place.get("region").is_none(), "{place}"),
            }
        }
    }
}

/// A URI reference of RFC 3986, percent-encoding undone; anything that would have to be encoded is a failure.
fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes();
    while let [byte, more @ ..] = rest {
        rest = more;
        match byte {
            b'%' => {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&rest[..2]).unwrap(), 16).unwrap());
                rest = &rest[2..];
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => bytes.push(*byte),
            other => panic!("{uri}: {} is not encoded", char::from(*other)),
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// What the rules of GitHub Actions' workflow commands escape: data and, further, properties.
#[test]
fn github_lines_escape_what_the_runner_would_take_apart() {
    let line = |book: &Book, title: &str| {
        let text = printed(book, ["lint", "--format", "github"]);
        text.lines().find(|line| line.contains(title)).map(str::to_owned).unwrap_or_else(|| panic!("{text}"))
    };
    let book = Book::on("2026-11-23").card("潜在客户/德国/100% A, B: C", "name = 'x'\n\"50%\\r\\n:a,b\" = 1\n");
    let folder = "潜在客户/德国/100%25 A%2C B%3A C/card.toml";
    assert_eq!(
        line(&book, "title=unknown-key"),
        format!(
            "::warning file={folder},line=2,col=1,title=unknown-key::没有名为 50%25%0D%0A:a,b 的字段 — 请写进 note，或加 # 作为注释"
        )
    );
    let book = book.english();
    assert_eq!(
        line(&book, "title=unknown-key"),
        format!(
            "::warning file={folder},line=2,col=1,title=unknown-key::`50%25%0D%0A:a,b` is no field — put it into `note`, or behind # as a comment"
        )
    );
    // an error is ::error, a note is ::notice, and what concerns a whole file names no line
    let book = faulty().card("潜在客户/德国/A", "name = A\n");
    for start in [
        "::error file=潜在客户/德国/A/card.toml,line=1,col=8,title=syntax::",
        "::notice file=kehu.schema.json,title=stale-schema::",
        "::warning file=潜在客户/德国/Leer,title=missing-card::",
    ] {
        let title = start.split(',').next_back().unwrap();
        assert!(line(&book, title).starts_with(start), "{}", line(&book, title));
    }
}

/// A finding as people see it: place, what, the line of the card, carets.
struct Told {
    place: String,
    shown: String,
    carets: String,
}

/// The one finding of a check in a card, as the human format tells it.
fn told(card: &str, check: &str) -> Told {
    let book = Book::on("2026-11-23").bytes("潜在客户/德国/Acme/card.toml", card.as_bytes());
    let text = printed(&book, ["lint"]);
    let lines: Vec<&str> = text.lines().collect();
    let at: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].contains(&format!(" {check}："))).collect();
    assert_eq!(at.len(), 1, "{text}");
    let indented =
        |line: &str| line.strip_prefix("    ").unwrap_or_else(|| panic!("not indented: {line:?}\n{text}")).to_owned();
    Told { place: lines[at[0]].to_owned(), shown: indented(lines[at[0] + 1]), carets: indented(lines[at[0] + 2]) }
}

/// Columns before the carets, and how many there are.
fn carets(line: &str) -> (usize, usize) {
    let before = line.len() - line.trim_start_matches(' ').len();
    assert!(line[before..].chars().all(|c| c == '^'), "{line:?}");
    (before, line.len() - before)
}

#[test]
fn the_caret_stands_under_what_is_meant_whatever_stands_before_it() {
    for (name, line, column) in [
        ("plain", "nmae = 1", 1),
        ("Chinese before", "contact = [ { name = \"安娜·韦伯\", nmae = \"女士\" } ]", 31),
        ("a tab before", "contact = [\t{ name = \"x\",\tnmae = 1 } ]", 27),
        ("an emoji before", "contact = [ { name = \"🚀 客户\", nmae = 1 } ]", 30),
        ("joined emoji before", "contact = [ { name = \"👩\u{200d}💻\", nmae = 1 } ]", 29),
        ("accents before", "contact = [ { name = \"Nguyễn Thị Ánh\", nmae = 1 } ]", 40),
        ("combining accents before", "contact = [ { name = \"Mu\u{308}ller\", nmae = 1 } ]", 33),
        ("full width before", "contact = [ { name = \"ＡＢＣ，。\", nmae = 1 } ]", 31),
        ("wide letters behind", "nmae = 1 # 邮箱", 1),
    ] {
        let told = told(&format!("# 第一行\nname = \"Acme\"\n{line}\n"), "unknown-key");
        let place = format!("潜在客户/德国/Acme/card.toml:3:{column} 警告 unknown-key：");
        assert!(told.place.starts_with(&place), "{name}: {}", told.place);
        under(&told, "nmae", name);
        assert!(!told.shown.contains('\t'), "{name}: a tab moves what follows it");
    }
    // what is meant may be wide itself
    let told = told("name = \"Acme\"\ncreated = \"经销商们🚀\"\n", "bad-date");
    under(&told, "\"经销商们🚀\"", "wide");
}

/// The carets stand right under a piece of the line, as a terminal shows both.
fn under(told: &Told, meant: &str, name: &str) {
    let at = told.shown.find(meant).unwrap_or_else(|| panic!("{name}: {}", told.shown));
    let want = (told.shown[..at].width(), meant.width());
    assert_eq!(carets(&told.carets), want, "{name}:\n{}\n{}", told.shown, told.carets);
}

#[test]
fn the_caret_is_right_in_files_of_other_systems() {
    for (name, card) in [
        ("a byte order mark", "\u{feff}nmae = \"bad\"\nname = \"Acme\"\n"),
        ("line ends of Windows", "nmae = \"bad\"\r\nname = \"Acme\"\r\n"),
        ("no line end", "nmae = \"bad\""),
        ("both", "\u{feff}nmae = \"bad\"\r\n"),
    ] {
        let told = told(card, "unknown-key");
        assert!(told.place.contains("card.toml:1:1 "), "{name}: {}", told.place);
        assert_eq!((told.shown.as_str(), told.carets.as_str()), ("nmae = \"bad\"", "^^^^"), "{name}");
    }
}

#[test]
fn of_a_long_line_the_part_around_what_is_meant_is_shown() {
    let long = "很长的备注".repeat(60);
    for (name, line) in [
        ("far behind", format!("contact = [ {{ name = \"{long}\", nmae = 1 }} ]")),
        ("far behind, and more", format!("contact = [ {{ name = \"{long}\", nmae = 1, title = \"{long}\" }} ]")),
        ("at the front", format!("contact = [ {{ nmae = 1, name = \"{long}\" }} ]")),
        ("behind tabs", format!("contact = [ {{ name = \"{}\",{}nmae = 1 }} ]", "x".repeat(70), "\t".repeat(60))),
        ("behind emoji", format!("contact = [ {{ name = \"{}\", nmae = 1 }} ]", "🚀".repeat(80))),
        (
            "emoji that are drawn wider than their first letter",
            format!("contact = [ {{ nmae = 1, name = \"{}\" }} ]", "☎\u{fe0f}".repeat(80)),
        ),
    ] {
        let told = told(&format!("name = \"Acme\"\n{line}\n"), "unknown-key");
        assert!(told.shown.width() <= 100, "{name}: {} columns\n{}", told.shown.width(), told.shown);
        assert!(told.shown.contains('…'), "{name}: {}", told.shown);
        under(&told, "nmae", name);
    }
    // what is meant may itself be too long to show
    let told = told(&format!("name = \"Acme\"\ncreated = \"{}\"\n", "错".repeat(200)), "bad-date");
    let (before, count) = carets(&told.carets);
    assert!(told.shown.width() <= 100 && told.shown.ends_with('…'), "{}", told.shown);
    assert_eq!((before, before + count), (10, told.shown.width()), "{}\n{}", told.shown, told.carets);
}

#[test]
fn a_finding_of_many_lines_marks_the_first() {
    let told = told("name = \"Acme\"\ncreated = \"\"\"\nbad\nvery bad\"\"\"\n", "bad-date");
    // what is quoted in the message stays in its line
    assert!(told.place.ends_with("bad-date：“bad␊very bad”不是日期"), "{}", told.place);
    assert_eq!((told.shown.as_str(), told.carets.as_str()), ("created = \"\"\"", "          ^^^"));
}

#[test]
fn what_a_card_holds_cannot_command_the_terminal() {
    let told = told("name = \"Acme\"\ncreated = \"a\u{202e}b\u{200b}\"\n", "bad-date");
    assert_eq!(told.shown, "created = \"a<U+202E>b<U+200B>\"");
    under(&told, "\"a<U+202E>b<U+200B>\"", "escaped");
}
