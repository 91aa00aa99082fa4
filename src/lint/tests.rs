//! Every check on its own samples: it finds what it says, is silent where all is well, and mends what it offers to mend.
//!
//! A [`Book`] is a book in memory; no test of a check needs a disk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::{Check, Claim, Finding, Fix, Sample, Source, Tree, check_card, check_claims, check_tree, checks};
use crate::formats::policy::read;
use crate::formats::toml::{Document, apply, from_text};
use crate::model::choice::{Choose, Severity, StageKind};
use crate::model::field::{Record, Shape};
use crate::model::tree::{Location, Node, NodeKind};
use crate::model::{Card, Date, Policy, Products, Settings};
use crate::rules::money::Basis;
use crate::store::{LARGEST, companions};

/// The folder of [`Sample::Card`].
const ACME: &str = "国外客户/德国/Acme/card.toml";
/// The settings of a book that brings none.
const SETTINGS: &str = "[[person]]\nname = '张伟'\n[[rate]]\ncurrency = 'USD'\nvalue = '7.05'\n";
/// As deep as the walk over a real book goes below a stage folder.
const DEEPEST: usize = 8;

/// A book in memory.
#[derive(Default)]
pub(crate) struct Book {
    files: BTreeMap<String, Vec<u8>>,
    others: BTreeMap<String, NodeKind>,
}

impl Book {
    /// The book that a check shows.
    pub(crate) fn of(samples: &[Sample]) -> Self {
        samples.iter().fold(Self::default(), |book, sample| match *sample {
            Sample::Card(text) => book.file(ACME, text),
            Sample::File(path, text) => book.file(path, text),
            Sample::Repeated(path, text, times) => book.file(path, text.repeat(times)),
            Sample::Bytes(path, bytes) => book.file(path, bytes),
            Sample::Folder(path) => book.other(path, NodeKind::Folder),
            Sample::Link(path, _) => book.other(path, NodeKind::Link),
        })
    }

    /// A book of one customer.
    pub(crate) fn card(text: &str) -> Self {
        Self::default().file(ACME, text)
    }

    /// With one file more.
    pub(crate) fn file(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// With one folder, link or other thing more.
    pub(crate) fn other(mut self, path: &str, kind: NodeKind) -> Self {
        self.others.insert(path.to_owned(), kind);
        self
    }

    /// What all checks find in it, as `kehu lint` would put them together.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let today = Date::parse("2026-11-23").unwrap();
        let settings = self.settings();
        let policy = Policy::default();
        let basis = Basis::new(&settings, &policy);
        let stages = stages(&settings);
        let mut findings = Vec::new();

        let nodes = self.nodes(&stages);
        let written = self.text("policy.toml").map(|text| read("policy.toml", &text).written);
        let companions: Vec<_> = made()
            .iter()
            .cloned()
            .map(|(name, want)| {
                let have = self.files.get(&name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
                (name, want, have)
            })
            .collect();
        check_tree(
            &Tree {
                nodes: &nodes,
                stages: &stages,
                companions: &companions,
                settings: &settings,
                policy: written.as_ref(),
                products: self.text("products.toml").as_deref(),
                holds: Some(&|name: &str| self.files.contains_key(name)),
            },
            &mut findings,
        );

        let products: Option<Products> = self.text("products.toml").and_then(|text| from_text(&text).ok());
        let mut claimed: Vec<(String, &'static Check, Claim)> = Vec::new();
        for (path, bytes) in &self.files {
            let Some((_, kind)) = stages.iter().find(|(folder, _)| path.starts_with(&format!("{folder}/"))) else {
                continue;
            };
            if !path.ends_with("/card.toml") || bytes.len() as u64 > LARGEST {
                continue;
            }
            let location = Location::of_card(path, *kind);
            let text = std::str::from_utf8(bytes).ok();
            let document = text.and_then(|text| Document::parse(text).ok());
            let card: Option<Card> = document.as_ref().and_then(|document| document.read().ok());
            let (document, card) = (document.as_ref(), card.as_ref());
            let mut source = Source::new(&location, text.unwrap_or_default(), document, card, &settings, &basis, today);
            (source.bytes, source.text) = (bytes, text);
            let holds = |name: &str| self.files.contains_key(&format!("{}/{name}", location.path));
            source.holds = Some(&holds);
            source.products = products.as_ref();
            for (check, claims) in check_card(&source, &mut findings) {
                claimed.extend(claims.into_iter().map(|claim| (path.clone(), check, claim)));
            }
        }
        let text_of = |path: &str| self.text(path).unwrap_or_default();
        check_claims(&claimed, &text_of, &mut findings);
        findings
    }

    /// What one check finds in it.
    pub(crate) fn found(&self, code: &str) -> Vec<Finding> {
        assert!(checks::find(code).is_some(), "no check {code}");
        self.findings().into_iter().filter(|finding| finding.check.code == code).collect()
    }

    /// The codes of the errors in it.
    fn errors(&self) -> BTreeSet<&'static str> {
        let errors = self.findings().into_iter().filter(|finding| finding.check.severity == Severity::Error);
        errors.map(|finding| finding.check.code).collect()
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(self.files.get(path)?.clone()).ok()
    }

    /// The book after one mend.
    fn mended(&self, finding: &Finding) -> Option<Self> {
        let file = &finding.file;
        let text = match finding.fix.as_ref()? {
            Fix::Edit(edits) => apply(&self.text(file)?, Card::TYPE, edits)
                .unwrap_or_else(|fault| panic!("{}: {} in {:?}", finding.check.code, fault.what, self.text(file))),
            Fix::Splice(range, new) => {
                let mut text = self.text(file)?;
                text.replace_range(range.clone(), new);
                text
            }
            Fix::Companion(name) => made().iter().find(|(companion, _)| companion == name)?.1.clone(),
        };
        Some(Self { files: self.files.clone(), others: self.others.clone() }.file(file, text))
    }

    /// The book after all that one check offers to mend in it.
    pub(crate) fn mended_by(self, code: &str) -> Self {
        let mut book = self;
        for _ in 0..50 {
            match book.found(code).iter().find_map(|finding| book.mended(finding)) {
                Some(next) => book = next,
                None => return book,
            }
        }
        panic!("{code} never ends mending: {:?}", book.found(code).first().map(|finding| &finding.message));
    }

    fn settings(&self) -> Settings {
        let text = self.text("kehu.toml").unwrap_or_else(|| SETTINGS.to_owned());
        crate::formats::toml::from_text(&text).unwrap()
    }

    fn nodes(&self, stages: &[(String, StageKind)]) -> Vec<Node> {
        let mut nodes: BTreeMap<Vec<String>, (NodeKind, u64)> = BTreeMap::new();
        let files = self.files.iter().map(|(path, bytes)| {
            let is_card = path.ends_with("/card.toml");
            (path, NodeKind::File, if is_card { bytes.len() as u64 } else { 0 })
        });
        let all: Vec<_> = files.chain(self.others.iter().map(|(path, kind)| (path, *kind, 0))).collect();
        for (path, kind, size) in all {
            let parts: Vec<String> = path.split('/').map(str::to_owned).collect();
            if !stages.iter().any(|(folder, _)| *folder == parts[0]) {
                continue;
            }
            for end in 2..parts.len() {
                nodes.entry(parts[..end].to_vec()).or_insert((NodeKind::Folder, 0));
            }
            nodes.insert(parts, (kind, size));
        }
        nodes.retain(|parts, _| (2..=DEEPEST + 1).contains(&parts.len()));
        nodes.into_iter().map(|(parts, (kind, size))| Node { path: parts.join("/"), kind, size }).collect()
    }
}

/// What `companions()` makes, once for all tests.
fn made() -> &'static [(String, String)] {
    static MADE: OnceLock<Vec<(String, String)>> = OnceLock::new();
    MADE.get_or_init(companions)
}

fn stages(settings: &Settings) -> Vec<(String, StageKind)> {
    if settings.stage.is_empty() {
        return StageKind::ALL.iter().map(|kind| (kind.words().zh.to_owned(), *kind)).collect();
    }
    settings.stage.iter().map(|stage| (stage.folder.clone().unwrap(), stage.kind.unwrap())).collect()
}

#[test]
fn every_check_has_a_code_of_its_own_and_says_what_and_why_in_both_languages() {
    let mut codes = BTreeSet::new();
    for check in checks::ALL {
        let code = check.code;
        assert!(codes.insert(code), "{code} twice");
        let kebab = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(code.split('-').all(kebab), "{code}");
        for words in [check.what, check.why] {
            assert!(words.en.chars().any(|c| c.is_ascii_lowercase()), "{code}: {}", words.en);
            assert!(words.zh.chars().any(|c| c >= '\u{4e00}'), "{code}: {}", words.zh);
        }
        assert!(check.article.is_empty() || check.article.starts_with('第'), "{code}: {}", check.article);
        assert!(!check.bad.is_empty() && !check.good.is_empty(), "{code} shows nothing");
    }
}

#[test]
fn every_check_finds_something_in_its_bad_book_and_says_what_to_do() {
    for check in checks::ALL {
        let book = Book::of(check.bad);
        assert!(!book.found(check.code).is_empty(), "{} is silent about its bad book", check.code);
        for finding in book.findings() {
            let code = finding.check.code;
            assert!(!finding.message.trim().is_empty(), "{code}");
            assert!(
                finding.hint.as_ref().is_some_and(|hint| !hint.trim().is_empty()),
                "{code}: {}: no hint",
                finding.message
            );
            assert!(!finding.file.is_empty(), "{code}: {}: no file", finding.message);
            if let (Some(span), Some(text)) = (&finding.span, book.text(&finding.file)) {
                assert!(text.get(span.clone()).is_some(), "{code}: {span:?} is no piece of {text:?}");
            }
        }
    }
}

#[test]
fn every_check_is_silent_about_its_good_book() {
    for check in checks::ALL {
        for finding in Book::of(check.good).findings() {
            let found = finding.check;
            assert!(found.code != check.code, "{}: {}", check.code, finding.message);
            assert!(found.severity != Severity::Error, "{}: {}: {}", check.code, found.code, finding.message);
        }
    }
}

#[test]
fn what_a_check_offers_to_mend_is_mended_and_nothing_is_broken_by_it() {
    for check in checks::ALL {
        let book = Book::of(check.bad);
        let before = book.errors();
        let after = book.mended_by(check.code);
        assert!(after.errors().is_subset(&before), "{}: {:?}", check.code, after.errors());
    }
}

#[test]
fn a_card_that_is_not_toml_is_told_once() {
    for text in ["name = Acme\n", "<<<<<<< HEAD\nname = 'Acme'\n=======\nname = 'Beta'\n>>>>>>> x\n"] {
        let codes: Vec<_> = Book::card(text).findings().iter().map(|finding| finding.check.code).collect();
        assert_eq!(codes.len(), 1, "{codes:?}");
    }
}

#[test]
fn a_value_is_an_error_where_the_reader_refuses_it_and_of_the_right_type_where_it_does_not() {
    let tokens = [
        "1",
        "-1",
        "1.5",
        "nan",
        "0x1F",
        "true",
        "\"x\"",
        "\"\"",
        "\"2026-02-10\"",
        "\"1.5\"",
        "2026-02-10",
        "2026-02-10T07:30:00",
        "[]",
        "[1]",
        "[\"x\"]",
        "[\"\"]",
        "[{}]",
        "{}",
        "[[]]",
    ];
    let mut lines: Vec<String> = Vec::new();
    for field in Card::TYPE.fields {
        lines.push(format!("{} = ", field.key));
        if let Some(record) = field.record() {
            let header = if matches!(field.shape, Shape::Table(_)) {
                format!("[{}]", field.key)
            } else {
                format!("[[{}]]", field.key)
            };
            lines.extend(record.fields.iter().map(|inner| format!("{header}\n{} = ", inner.key)));
        }
    }
    for (line, token) in lines.iter().flat_map(|line| tokens.iter().map(move |token| (line, token))) {
        let text = format!("{line}{token}\n");
        let read = Document::parse(&text).unwrap().read::<Card>();
        let findings = Book::card(&text).findings();
        match read {
            Err(_) => {
                let errors = findings.iter().filter(|finding| finding.check.severity == Severity::Error).count();
                assert_eq!(
                    errors,
                    1,
                    "{text}: {:?}",
                    findings.iter().map(|finding| finding.check.code).collect::<Vec<_>>()
                );
            }
            Ok(_) => assert!(
                !findings.iter().any(|finding| matches!(
                    finding.check.code,
                    "wrong-type" | "bad-choice" | "bad-date" | "bad-number"
                )),
                "{text}"
            ),
        }
        for finding in findings.iter().filter(|finding| finding.fix.is_some()) {
            let after = Book::card(&text).mended(finding).unwrap().text(ACME).unwrap();
            assert!(Document::parse(&after).is_ok(), "{}: {text} -> {after}", finding.check.code);
        }
    }
}
