//! The fast way to an answer is the same as the slow one: for any card and any word, what is found by looking at the text
//! is what is found by reading the whole card.

use kehu::model::choice::StageKind;
use kehu::model::name::search_key;
use kehu::model::tree::Location;
use kehu::model::{Date, phone, pinyin};
use kehu::query::{Vocabulary, parse_text};
use proptest::prelude::*;

/// What texts are made of: letters that fold, that sound, that a phone dials, and what TOML has to escape.
const ATOMS: &[&str] = &[
    "a", "B", "mu", "ü", "ß", "É", "İ", "Ａ", "穆", "勒", "重", "庆", "长", "沙", "，", "１", "7", "55", "0134", "+49",
    "-", "(0)", " ", "\t", "\n", "\\", "\"", "'", "/", "ø", "😀", "\u{301}",
];

/// Keys that names, phones and other texts stand under, and a key that no field has.
const KEYS: &[&str] = &["name", "short_name", "id", "phone", "address", "note", "elsewhere"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(ATOMS), 0..8).prop_map(|atoms| atoms.concat())
}

/// A string as TOML, in one of its ways of writing.
fn written(text: &str, way: u8) -> String {
    let escaped: String = text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    match way % 4 {
        0 if !text.contains(['\'', '\n', '\\']) => format!("'{text}'"),
        1 if !text.contains("'''") && !text.ends_with('\'') => format!("'''\n{text}'''"),
        2 => format!("\"{escaped}\""),
        _ => toml::Value::String(text.to_owned()).to_string(),
    }
}

#[derive(Clone, Debug)]
struct Made {
    text: String,
    /// Every value with the keys above it, and every comment with none.
    says: Vec<(Vec<&'static str>, String)>,
}

prop_compose! {
    fn card()(
        top in prop::collection::btree_map(prop::sample::select(KEYS), (text(), any::<u8>()), 0..5),
        contacts in prop::collection::vec((text(), text(), any::<u8>()), 0..3),
        inline in any::<bool>(),
        comment in text().prop_map(|text| text.replace(['\n', '\t'], " ")),
        days in 0..3_i64,
        crlf in any::<bool>(),
    ) -> Made {
        // a comment says what stands behind its #, the blank too
        let mut says = vec![(Vec::new(), format!(" {comment}"))];
        let mut card = format!("# {comment}\n# phone = \"\"                        # 电话，必填\n");
        for (key, (value, way)) in &top {
            card += &format!("{key} = {}  # 名称\n", written(value, *way));
            says.push((vec![*key], value.clone()));
            says.push((Vec::new(), "名称".to_owned()));
        }
        says.retain(|(_, text)| text != "名称");
        let created = Date::parse("2026-11-23").unwrap().plus_days(days);
        card += &format!("created = {created}\n");
        says.push((vec!["created"], created.to_string()));
        let tables: Vec<String> = contacts.iter().map(|(name, phone, way)| {
            says.push((vec!["contact", "name"], name.clone()));
            says.push((vec!["contact", "phone"], phone.clone()));
            let (name, phone) = (written(name, *way), written(phone, way.wrapping_add(1)));
            if inline { format!("{{ name = {name}, phone = {phone} }}") } else { format!("[[contact]]\nname = {name}\nphone = {phone}\n") }
        }).collect();
        card += &if inline && !tables.is_empty() { format!("contact = [ {} ]\n", tables.join(", ")) } else { tables.concat() };
        if crlf { card = card.replace('\n', "\r\n"); }
        Made { text: card, says }
    }
}

/// Whether a card holds a word, found out the long way.
fn slowly(word: &str, location: &Location, says: &[(Vec<&'static str>, String)]) -> bool {
    let folded = search_key(word.trim());
    let sounds = |name: &str| pinyin::sought(&folded).is_some_and(|letters| pinyin::find(name, &letters).is_some());
    let holds = |text: &str| search_key(text).contains(&folded);
    let country = location.country().unwrap();
    let place = holds(location.company())
        || sounds(location.company())
        || sounds(country.zh())
        || holds(country.zh())
        || country.en().to_lowercase().split(' ').any(|word| word.starts_with(&folded))
        || country.alpha2().to_lowercase() == folded
        || (folded.contains('/') && holds(&location.path));
    place
        || says.iter().any(|(keys, text)| match keys.as_slice() {
            ["id"] => search_key(text) == folded,
            keys => {
                let name = matches!(keys, ["name"] | ["short_name"] | ["contact", "name"]);
                let dials = keys.last() == Some(&"phone");
                let same =
                    |a: &str, b: &str| phone::digits(a).zip(phone::digits(b)).is_some_and(|(a, b)| phone::same(&a, &b));
                holds(text) || (name && sounds(text)) || (dials && same(&folded, &search_key(text)))
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fast_way_answers_as_the_slow_one(card in card(), other in text(), from in any::<prop::sample::Index>(), cut in 0..6_usize, length in 1..6_usize) {
        prop_assert!(card.text.parse::<toml::Table>().is_ok(), "{}", card.text);
        // a part of what it says, or anything
        let said = &from.get(&card.says).1;
        let part: String = said.chars().skip(cut).take(length).collect();
        let sound = pinyin::sort_key(&part).chars().filter(char::is_ascii_lowercase).collect::<String>();
        let location = Location::of_company("国外客户/德国", "穆勒 GmbH", StageKind::Customer);
        let vocabulary = Vocabulary { stages: &[], today: Date::parse("2026-11-23").unwrap() };
        for word in [part, other, sound].iter().filter(|word| !word.trim().is_empty() && !word.contains('"')) {
            let query = parse_text(&format!("\"{word}\""), &vocabulary).unwrap();
            let want = slowly(word, &location, &card.says);
            let fast = query.holds(&location, &card.text, None).unwrap();
            prop_assert_eq!(fast, want, "{:?} in\n{}", word, card.text);
            prop_assert!(!fast || query.may_hold(&location, &card.text), "{:?} is held back in\n{}", word, card.text);
            prop_assert_eq!(query.hits(&location, &card.text, None).unwrap().is_some(), want);
            // the same of one field, and of what is not so
            for path in ["address", "contact.name", "note"] {
                let keys: Vec<&str> = path.split('.').collect();
                let want = card.says.iter().any(|(of, text)| *of == keys && search_key(text).contains(&search_key(word.trim())));
                for (asked, want) in [(format!("{path}:\"{word}\""), want), (format!("not:{path}:\"{word}\""), !want)] {
                    let query = parse_text(&asked, &vocabulary).unwrap();
                    prop_assert_eq!(query.holds(&location, &card.text, None).unwrap(), want, "{} in\n{}", asked, card.text);
                    prop_assert!(!want || query.may_hold(&location, &card.text), "{} is held back in\n{}", asked, card.text);
                }
            }
        }
    }
}
