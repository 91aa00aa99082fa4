//! The texts of all errors, as the source makes them: what stands in `tr(…)` and `tr!(…)` where an error is made, or in a
//! function whose words come out in one.

use std::collections::BTreeSet;
use std::ops::Range;

use super::texts::{pieces, tells};
use crate::common::source::{Kind, Source, Token, sources, spelt, tokens};

/// Calls whose texts a user reads as an error: what is wrong, or what to do next.
const MAKERS: &[&[&str]] = &[
    &["Error", ":", ":", "new", "("],
    &["Error", ":", ":", "refused", "("],
    &["Wrong", ":", ":", "new", "("],
    &["wrong_value", "("],
    &["broken", "("],
    &[".", "next", "("],
    &[".", "raise", "("],
    &["Err", "("],
    &[".", "ok_or", "("],
    &[".", "ok_or_else", "("],
    &[".", "map_err", "("],
];

/// How many of the makers must be given words; the others may hold anything.
const SPEAK: usize = 6;

/// What is given words made elsewhere: file, function, and the functions that make them (`*` for a whole file).
type Carried = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const CARRIED: &[Carried] = &[
    ("cli/error.rs", "report", &["cli/error.rs what", "cli/error.rs suggestion", "cli/error.rs usage_line"]),
    ("commands/alert/chosen.rs", "name", &["commands/alert/chosen.rs file_one"]),
    ("commands/alert/chosen.rs", "find_open", &["commands/alert/chosen.rs file_one"]),
    ("commands/append.rs", "read", &["formats/toml/read.rs *", "model/date.rs expecting", "model/number.rs expecting"]),
    ("commands/append.rs", "wrong_value", &["formats/typed.rs *", "commands/deal/sum.rs wrong"]),
    ("commands/deal/fault.rs", "refused", &["commands/deal/fault.rs what"]),
    ("commands/deal/fault.rs", "broken", &["commands/deal/fault.rs what"]),
    ("commands/counted.rs", "error", &["commands/deal/fault.rs in_card"]),
    ("commands/credit/order.rs", "refusal", &["commands/order/credit.rs allow"]),
    ("commands/pay/rest.rs", "charge", &["commands/deal/fault.rs what"]),
    ("commands/show/deal.rs", "row", &["commands/deal/fault.rs what"]),
    ("commands/import/form/mod.rs", "exchanged", &["formats/typed.rs *"]),
    ("commands/import/map.rs", "read", &["commands/import/map.rs has"]),
    ("commands/import/map.rs", "table", &["commands/import/map.rs has"]),
    ("commands/import/orders/assemble.rs", "assemble", &["commands/import/orders/assemble.rs assemble", "commands/import/orders/assemble.rs missing"]),
    ("commands/import/orders/assemble.rs", "body", &["commands/import/orders/assemble.rs body", "commands/import/orders/assemble.rs advice"]),
    ("commands/import/outcome.rs", "tell_rejects", &["commands/import/sheet.rs fault"]),
    ("commands/import/sheet.rs", "unreadable", &["formats/xlsx/cells.rs cell", "formats/xlsx/cells.rs no_number", "formats/xlsx/cells.rs error", "formats/xlsx/cells.rs uncounted", "formats/xlsx/cells.rs lost", "commands/import/sheet.rs merged_with_above", "commands/import/people.rs row"]),
    ("commands/import/values.rs", "literal", &["commands/import/values.rs about"]),
    ("formats/template/mark.rs", "at_place", &["formats/template/mark.rs marks", "formats/template/mark.rs what", "formats/template/mark.rs known", "formats/template/mark.rs style", "formats/template/text.rs closes_nothing", "formats/template/text.rs not_closed", "formats/template/text.rs two_lists", "formats/template/xlsx/check.rs only_values", "formats/template/xlsx/check.rs in_formula"]),
    ("formats/package.rs", "pack", &[]),
    ("formats/template/text.rs", "read", &["formats/encoding.rs what"]),
    ("formats/csv/decode.rs", "decode", &["formats/csv/decode.rs save_as", "formats/encoding.rs what"]),
    // packed into memory
    ("formats/package.rs", "pack", &[]),
    ("formats/toml/mod.rs", "in_file", &["formats/toml/message.rs *", "formats/toml/edit/mod.rs *", "model/policy/figure.rs expecting"]),
    ("store/card.rs", "card_and", &["store/card.rs advice"]),
    ("store/card.rs", "undecodable", &["formats/encoding.rs what", "formats/encoding.rs next"]),
    // what was an error's already, or what was typed
    ("commands/import/customers.rs", "country", &[]),
    ("commands/import/map.rs", "check", &[]),
    ("commands/deal/sum.rs", "sum", &[]),
    ("commands/deal/sum.rs", "number_of", &[]),
    // what cannot happen: a field of ours that is none, a record without its own field, rows of ours that are no JSON, pages that are no text
    ("query/mod.rs", "also", &[]),
    ("views/grid.rs", "emit", &[]),
    ("commands/append.rs", "typed", &[]),
    ("commands/append.rs", "fits", &[]),
    ("commands/grade/explain.rs", "explain", &[]),
    ("commands/import/map.rs", "no_country", &[]),
    ("commands/man.rs", "page", &[]),
    ("commands/set/target.rs", "find", &[]),
    ("commands/next.rs", "one", &[]),
    ("formats/package.rs", "pack", &[]),
    ("formats/paper/excel.rs", "file", &[]),
    ("commands/show.rs", "run", &[]),
    ("commands/show.rs", "deal", &[]),
    ("views/emit.rs", "json_value", &[]),
    ("views/emit.rs", "value_of", &[]),
    ("views/emit.rs", "line_of", &[]),
];

/// Functions that fill a hole in the text of an error.
const FILLING: &[&str] =
    &["commands/import/orders.rs difference", "commands/import/orders.rs told", "commands/import/values.rs about"];

/// A text of an error in both languages.
pub struct Wording {
    /// Where it stands: `src/file.rs:12`.
    pub place: String,
    /// English, holes as they are written.
    pub en: String,
    /// Chinese.
    pub zh: String,
    /// Whether it is only a part of a sentence.
    part: bool,
}

impl Wording {
    /// Whether the two lines, one in each language, say it.
    pub fn is_told_by(&self, en: &str, zh: &str) -> bool {
        tells(&self.en, en, self.part) && tells(&self.zh, zh, self.part)
    }
}

/// What never stands by itself: words within a sentence.
const PARTS: &[&str] =
    &["formats/toml/read.rs", "model/date.rs", "model/number.rs", "model/policy/figure.rs", "commands/deal/sum.rs"];

/// Every text of an error; and the calls that make an error of words nobody can find.
pub fn wordings() -> (Vec<Wording>, Vec<String>) {
    let sources: Vec<Source> = sources().into_iter().filter(|source| !source.name.starts_with("lint/")).collect();
    let (mut found, lost, used) = wordings_of(&sources);
    for place in used.iter().flat_map(|(_, _, from)| *from) {
        found.extend(named(&sources, place));
    }
    for place in FILLING {
        found.extend(named(&sources, place).into_iter().map(|wording| Wording { part: true, ..wording }));
    }
    found.sort_by(|a, b| (&a.place, &a.en).cmp(&(&b.place, &b.en)));
    found.dedup_by(|a, b| (&a.place, &a.en) == (&b.place, &b.en));
    let unused: Vec<_> = CARRIED.iter().filter(|carried| !used.contains(carried)).collect();
    assert!(unused.is_empty(), "these carry nothing: {unused:?}");
    (found, lost)
}

fn wordings_of(sources: &[Source]) -> (Vec<Wording>, Vec<String>, Vec<&'static Carried>) {
    let (mut found, mut lost, mut used) = (Vec::new(), Vec::new(), Vec::new());
    for source in sources {
        let functions = functions(&source.tokens);
        for (kind, call) in calls(&source.tokens) {
            let inner = &source.tokens[call.clone()];
            if in_one_language(inner) {
                lost.push(format!("src/{}:{}: in one language alone", source.name, source.tokens[call.start].line));
            }
            let has_pair = !all_pairs(source, call.clone()).is_empty();
            // `lines.next(at)` is no next step
            let other = MAKERS[kind][1] == "next" && source.name.starts_with("formats/toml/edit/");
            if kind >= SPEAK || has_pair || inner.is_empty() || says_nothing(inner) || other {
                found.extend(pairs(source, call.clone()));
                continue;
            }
            let line = source.tokens[call.start - 1].line;
            let Some((name, body)) = functions.iter().rev().find(|(_, body)| body.contains(&call.start)) else {
                continue;
            };
            let carried = CARRIED.iter().find(|(file, function, _)| (*file, *function) == (&source.name, name));
            let own = pairs(source, body.clone());
            match carried {
                Some(carried) => used.push(carried),
                // a variable is filled in the same function; what a call returns is not
                None if own.is_empty() || inner.iter().any(|token| token.text == "(") => {
                    lost.push(format!("src/{}:{line}: {name}", source.name));
                }
                None => found.extend(own),
            }
        }
    }
    (found, lost, used)
}

/// The texts of a function, or of a whole file: `file function`, `file *`.
fn named(sources: &[Source], place: &str) -> Vec<Wording> {
    let (file, function) = place.split_once(' ').unwrap();
    let source = sources.iter().find(|source| source.name == file).unwrap_or_else(|| panic!("no {file}"));
    let whole = [("*".to_owned(), 0..source.tokens.len())];
    let all = functions(&source.tokens).into_iter().chain(whole);
    let bodies: Vec<_> = all.filter(|(name, _)| name == function).collect();
    assert!(!bodies.is_empty(), "src/{file} has no function {function}");
    bodies.into_iter().flat_map(|(_, body)| pairs(source, body)).collect()
}

/// `Error::new("")`: what stands where nothing can go wrong.
fn says_nothing(inner: &[Token]) -> bool {
    matches!(inner, [only] if only.kind == Kind::Text && only.text.is_empty())
}

/// A text without `tr`.
fn in_one_language(inner: &[Token]) -> bool {
    let text = inner.first().is_some_and(|token| token.kind == Kind::Text && speaks(&token.text));
    text || spelt(inner, &["format", "!", "("])
}

/// What stands between the parentheses of each call that makes an error, and which kind of call it is.
fn calls(tokens: &[Token]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let declared = at > 0 && spelt(&tokens[at - 1..], &["fn"]);
        let maker = MAKERS.iter().enumerate().find(|(_, maker)| !declared && spelt(&tokens[at..], maker));
        if let Some((kind, maker)) = maker {
            let open = at + maker.len();
            found.push((kind, open..open + closing(&tokens[open..])));
        }
    }
    found
}

/// How many tokens stand before the bracket that closes.
fn closing(tokens: &[Token]) -> usize {
    let mut depth = 0;
    let closes = tokens.iter().position(|token| {
        match token.text.as_str() {
            "(" | "[" | "{" if token.kind == Kind::Mark => depth += 1,
            ")" | "]" | "}" if token.kind == Kind::Mark => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    closes.unwrap_or(tokens.len())
}

/// The functions with their bodies, those inside others behind them.
fn functions(tokens: &[Token]) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if !spelt(&tokens[at..], &["fn"]) || tokens[at + 1].kind != Kind::Word {
            continue;
        }
        let ends = |token: &Token| token.kind == Kind::Mark && matches!(token.text.as_str(), "{" | ";");
        let Some(open) = tokens[at..].iter().position(ends).map(|open| at + open + 1) else { continue };
        if tokens[open - 1].text == "{" {
            found.push((tokens[at + 1].text.clone(), open..open + closing(&tokens[open..])));
        }
    }
    found
}

/// The pairs of texts in a piece of a file, but for those that are nothing but holes and marks.
fn pairs(source: &Source, within: Range<usize>) -> Vec<Wording> {
    let mut pairs = all_pairs(source, within);
    pairs.retain(|wording| speaks(&wording.en));
    pairs
}

fn all_pairs(source: &Source, within: Range<usize>) -> Vec<Wording> {
    let tokens = &source.tokens[..within.end];
    let mut found = Vec::new();
    for at in within {
        let open = match () {
            () if spelt(&tokens[at..], &["tr", "("]) => 2,
            () if spelt(&tokens[at..], &["tr", "!", "("]) => 3,
            () if spelt(&tokens[at..], &["Words", ":", ":", "new", "("]) => 5,
            () => continue,
        };
        if let [en, comma, zh, ..] = &tokens[at + open..]
            && en.kind == Kind::Text
            && comma.text == ","
            && zh.kind == Kind::Text
        {
            let place = format!("src/{}:{}", source.name, en.line);
            let part = PARTS.contains(&source.name.as_str());
            found.push(Wording { place, en: meant(&en.text), zh: meant(&zh.text), part });
        }
    }
    found
}

/// Whether anything stands beside the holes.
fn speaks(text: &str) -> bool {
    pieces(text).iter().any(|piece| piece.chars().any(char::is_alphabetic))
}

/// A text between quotes as it is meant.
fn meant(text: &str) -> String {
    text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\")
}

/// The scanner itself: what is a text of an error, and what is not.
#[test]
fn the_texts_of_errors_are_found() {
    let text = r#"
        fn a() { Err(Error::new(tr!("{n} is wrong", "{n} 不对")).next(tr("do it", "请改"))) }
        fn b() { let what = tr("by a variable", "变量"); Error::refused(what) }
        fn c() { shell.line(tr("no error", "不是错误")); list.next() }
        fn d() { Error::new(what(fault)) }
        fn e() { Error::new("") }
        fn f() { Err("no".to_owned()) }
        fn g() { let label = tr("a label", "标签"); Error::new(what(fault)) }
    "#;
    let source = Source { name: "x.rs".to_owned(), text: String::new(), tokens: tokens(text) };
    let (found, lost, _) = wordings_of(&[source]);
    let texts: BTreeSet<&str> = found.iter().map(|wording| wording.en.as_str()).collect();
    assert_eq!(texts, BTreeSet::from(["by a variable", "do it", "{n} is wrong"]));
    assert_eq!(lost, ["src/x.rs:5: d", "src/x.rs:7: in one language alone", "src/x.rs:8: g"]);
}
