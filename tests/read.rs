//! Reading a card, from outside: values exactly as written, or a fault with its place, in words of both languages.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "a test may stop where it stands"
)]

#[path = "read/words.rs"]
mod words;

use std::time::{Duration, Instant};

use kehu::error::line_and_column;
use kehu::formats::toml::{Document, Fault, from_text, unknown_keys, walk};
use kehu::model::Card;
use kehu::model::field::{Record, Shape};

fn card(text: &str) -> Card {
    from_text(text).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
}

fn fault(text: &str) -> Fault {
    from_text::<Card>(text).err().unwrap_or_else(|| panic!("no fault found in\n{text}"))
}

#[test]
fn numbers_are_kept_to_the_last_digit() {
    for (written, want) in [
        ("\"1234567890123456789.01\"", "1234567890123456789.01"),
        ("1234567890123456789.01", "1234567890123456789.01"),
        ("'0.10'", "0.10"),
        ("0.10", "0.10"),
        ("1_234.50", "1234.50"),
        ("1_000_000", "1000000"),
        ("-5", "-5"),
        ("+5", "5"),
        // more than 64 bits
        ("99999999999999999999", "99999999999999999999"),
        ("\"9999999999999999999999999999\"", "9999999999999999999999999999"),
    ] {
        let card = card(&format!("[[payment]]\namount = {written}\n"));
        assert_eq!(card.payment[0].amount.map(|amount| amount.to_string()).as_deref(), Some(want), "{written}");
    }
}

#[test]
fn dates_and_choices_are_read_in_every_notation() {
    for written in ["2026-11-23", "\"2026-11-23\"", "'2026-11-23'"] {
        let card = card(&format!("created = {written}\n"));
        assert_eq!(card.created.map(|day| day.to_string()).as_deref(), Some("2026-11-23"), "{written}");
    }
    for written in ["visit", "拜访", "Visit"] {
        let card = card(&format!("followup = [ {{ kind = '{written}' }} ]\n"));
        assert_eq!(
            card.followup[0].kind.map(|kind| serde_json::to_value(kind).unwrap()),
            Some("visit".into()),
            "{written}"
        );
    }
    assert_eq!(card("type = 'end user'\n").r#type, card("type = '终端用户'\n").r#type);
}

#[test]
fn every_form_of_a_record_reads_the_same_and_knows_its_place() {
    let forms = [
        "name = 'A'\n[[order]]\nnumber = '1'\npay = { days = 7 }\nitems = [ { product = 'p' } ]\n[[order]]\nnumber = '2'\n",
        "name = 'A'\n[[order]]\nnumber = '1'\npay.days = 7\n[[order.items]]\nproduct = 'p'\n[[order]]\nnumber = '2'\n",
        "\u{feff}name = 'A'\r\n[[order]]\r\nnumber = '1'\r\n[order.pay]\r\ndays = 7\r\n[[order.items]]\r\nproduct = 'p'\r\n[[order]]\r\nnumber = '2'\r\n",
        "name = 'A'\norder = [ { number = '1', pay = { days = 7 }, items = [ { product = 'p' } ] },\n { number = '2' } ]\n",
        "\"name\" = 'A'\n\"@\" = 99\n[[\"order\"]]\n'number' = '1'\npay.\"days\" = 7\n\"@\" = 99\nitems = [ { product = 'p', '@' = 99 } ]\n[[order]]\nnumber = '2'\n",
    ];
    for text in forms {
        let card = card(text);
        let [first, second] = card.order.as_slice() else { panic!("{text}") };
        assert_eq!((card.name.as_deref(), card.at), (Some("A"), 0), "{text}");
        assert_eq!((first.number.as_deref(), second.number.as_deref()), (Some("1"), Some("2")), "{text}");
        assert_eq!(first.pay.as_ref().and_then(|pay| pay.days), Some(7), "{text}");
        assert_eq!(first.items[0].product.as_deref(), Some("p"), "{text}");
        let header = text.find("[[").or(text.find("{ number = '1'"));
        let last = text.rfind("[[order]]").or(text.find("{ number = '2'"));
        assert_eq!((Some(first.at), Some(second.at)), (header, last), "{text}");
        let item = text.find("[[order.items]]").or(text.find("{ product"));
        assert_eq!(Some(first.items[0].at), item, "{text}");
    }
}

#[test]
fn empty_files_and_unknown_keys_are_no_fault() {
    for text in ["", "\u{feff}", "# nothing\r\n", "x = 1\n[x-y.z]\na = [1, 'b', { c = nan }]\n", "\"\" = 1\n"] {
        assert_eq!(card(text), Card::default(), "{text}");
    }
}

#[test]
fn megabytes_of_junk_are_refused_in_time_with_few_faults() {
    let size = 4 * 1024 * 1024;
    let mut seed = 1_u64;
    let random = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b"abc=[]{}\"'#,.0-_ \n\n"[(seed >> 33) as usize % 19])
    });
    let text: String = random.take(size).collect();
    let start = Instant::now();
    let faults = Document::parse(&text).err().unwrap_or_default();
    assert_eq!(faults.len(), 100);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn one_fault_a_line_in_the_order_of_the_text() {
    let text = "name = Acme Ltd\ncode = 1\ncity = 東京 Tokyo\n[profile\n";
    let faults = Document::parse(text).err().unwrap_or_default();
    let lines: Vec<usize> = faults.iter().map(|fault| line_and_column(text, fault.span.start).0).collect();
    assert_eq!(lines, [1, 3, 4]);
}

#[test]
fn keys_that_the_schema_does_not_know_are_told_wherever_they_stand() {
    for (text, want) in [
        ("nmae = 'A'\nname = 'B'\n", vec![("nmae", Some("name"))]),
        ("名称 = 1\n".replace("名称", "\"名称\"").as_str(), vec![("名称", Some("name"))]),
        ("\"e-mail\" = 'a'\nxyzzy = 1\n", vec![("e-mail", Some("email")), ("xyzzy", None)]),
        (
            "contact = [ { nam = 'A' }, 7, { name = 'B', emial = '' } ]\n",
            vec![("nam", Some("name")), ("emial", Some("email"))],
        ),
        (
            "[[order]]\n[[order]]\npay = { dayz = 7 }\nitems = [ { prodct = 'p' } ]\n",
            vec![("dayz", Some("days")), ("prodct", Some("product"))],
        ),
        (
            "order = [ { pay.dayz = 7 }, { items = [ 7, { unti = 'x' } ] } ]\n",
            vec![("dayz", Some("days")), ("unti", Some("unit"))],
        ),
        ("[profile.more]\nx = 1\n", vec![("more", None)]),
        ("\"@\" = 1\n", vec![("@", None)]),
        // of a wrong type: the reader says so, and what is inside means nothing
        ("profile = [ { x = 1 } ]\ncontact = { x = 1 }\ntags = [ { x = 1 } ]\n", vec![]),
        ("name = 'A'\n", vec![]),
    ] {
        let document = Document::parse(text).unwrap_or_else(|faults| panic!("{faults:?}"));
        let found = unknown_keys(&document, Card::TYPE);
        let keys: Vec<_> = found.iter().map(|key| (key.key.as_str(), key.nearest)).collect();
        assert_eq!(keys, want, "{text}");
        assert!(found.iter().all(|key| text[key.span.clone()].contains(&key.key)), "{text}");
    }
}

#[test]
fn a_walk_sees_each_value_with_its_field_shape_path_and_siblings() {
    let text = "tags = ['a', 7]\ncontact = [ { name = 'A' }, 'B' ]\nprofile = [ { size = 'x' } ]\nx = 1\n[[order]]\npay.days = 'x'\n";
    let document = Document::parse(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    let mut seen = Vec::new();
    for at in walk(&document, Card::TYPE).values {
        let steps: Vec<String> = at.path.iter().map(|step| format!("{step:?}")).collect();
        let path = steps.join(".").replace("Key(\"", "").replace("\")", "").replace("Index(", "").replace(')', "");
        let shape = match at.shape {
            Shape::List(_) => "list",
            Shape::Table(_) => "table",
            Shape::Integer => "integer",
            _ => "text",
        };
        assert!(at.table.contains_key(at.field.key), "{path} stands beside {}", at.field.key);
        assert!(at.record.field(at.field.key).is_some_and(|field| field == at.field), "{path}");
        assert_eq!(text[at.key.clone()].trim_matches('"'), at.field.key, "{path}");
        seen.push(format!("{path} {shape} {}", &text[at.value.span()]));
    }
    let want = [
        "tags list ['a', 7]",
        "tags.0 text 'a'",
        "tags.1 text 7",
        "contact list [ { name = 'A' }, 'B' ]",
        "contact.0 table { name = 'A' }",
        "contact.0.name text 'A'",
        "contact.1 table 'B'",
        "profile table [ { size = 'x' } ]",
        "order list [[order]]",
        "order.0 table [[order]]",
        "order.0.pay table pay",
        "order.0.pay.days integer 'x'",
    ];
    assert_eq!(seen, want);
}
