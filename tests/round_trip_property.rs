//! Whatever stands on cards: out to a spreadsheet and in again changes nothing; one cell edited there changes that field of that card,
//! and no other byte.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic, and makes the files that kehu then reads"
)]

mod common;

use std::io::{Cursor, Read as _, Write as _};

use common::Book;

/// What people write, and what spreadsheets read as something else.
const TEXTS: &[&str] = &[
    "Ulm",
    "=cmd()|'/c calc'!A0",
    "@SUM(1)",
    "-5",
    "+49 711 1234567",
    "'s-Hertogenbosch",
    "'=1",
    "\"quoted\"",
    "a;b",
    "a, b；c|d",
    "第一行\n第二行",
    "1E5",
    "00123",
    "1,234.50",
    "2026-01-05",
    "03/04/2026",
    "true",
    "5%",
    "NULL",
    "#N/A",
    "0000-00-00",
    "=\"x\"",
    "_x0041_",
    "<b>&amp;</b>",
    "{{customer.name}}",
    "𠮷野家 Œuvre ﬁ ①",
    "a\tb",
    "a  b",
    " around ",
    "\\n",
];
/// What is typed over a cell.
const TYPED: &[&str] = &["Neu-Ulm", "=SUM(1)", "-7", "北京；上海", "1E5", "O'Hara", "<b>&", "00123"];

/// Numbers as good as random, the same for each seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        // the constants of Knuth's MMIX
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn text(&mut self) -> String {
        serde_json::to_string(TEXTS[self.below(TEXTS.len())]).unwrap()
    }

    fn number(&mut self) -> String {
        let (whole, digits) = (self.below(100_000), self.below(4));
        let fraction: String = (0..digits).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap())).collect();
        if digits == 0 { (whole + 1).to_string() } else { format!("'{}.{fraction}'", whole + 1) }
    }

    fn day(&mut self) -> String {
        format!("202{}-{:02}-{:02}", self.below(6), 1 + self.below(12), 1 + self.below(28))
    }
}

/// The folders of the customers.
const FOLDERS: [&str; 3] = ["国外客户/德国/Acme", "国外客户/法国/Vins & Cie", "潜在客户/日本/=東京"];

/// A card; what is edited later stands on it once in the whole book.
fn card(dice: &mut Dice, at: usize) -> String {
    let mut card = format!("# 卡片 {at}\nid = 'id{at}'\nname = {}\n", serde_json::to_string(FOLDERS[at]).unwrap());
    for key in ["short_name", "address", "source", "owner", "note"] {
        if dice.below(3) > 0 {
            card += &format!("{key} = {}   # {key}\n", dice.text());
        }
    }
    card += &format!("city = 'City{at}x'\ntags = [{}, {}]\ncreated = {}\n", dice.text(), dice.text(), dice.day());
    card += &format!("\n[[contact]]\nname = {}\ntitle = {}\ndecides = true\n", dice.text(), dice.text());
    for order in 0..dice.below(3) {
        card += &format!(
            "\n[[order]]\nnumber = 'PI-{at}-{order}'\ndate = {}\ncurrency = 'USD'\nnote = {}\nitems = [\n",
            dice.day(),
            dice.text()
        );
        for line in 0..=dice.below(2) {
            let price = price(at, order, line);
            card += &format!(
                "  {{ product = {}, quantity = {}, unit_price = '{price}' }}, # {line}\n",
                dice.text(),
                dice.number()
            );
        }
        card += "]\n";
    }
    for payment in 0..dice.below(3) {
        card += &format!(
            "\n[[payment]]\ndate = {}\namount = {}\ncurrency = 'USD'\nreference = 'TT-{at}-{payment}'\nnote = {}\n",
            dice.day(),
            dice.number(),
            dice.text()
        );
    }
    card
}

/// A price that no other line of the book has.
fn price(at: usize, order: usize, line: usize) -> String {
    format!("{}.25", 900_000 + 100 * at + 10 * order + line)
}

fn book(seed: u64) -> (Book, Vec<String>) {
    let mut dice = Dice(seed);
    let settings = "language = 'zh-CN'\n\n[[rate]]\ncurrency = 'USD'\nvalue = '7.00'\n";
    let cards: Vec<String> = (0..FOLDERS.len()).map(|at| card(&mut dice, at)).collect();
    let book = FOLDERS
        .iter()
        .zip(&cards)
        .fold(Book::on("2026-11-23").file("kehu.toml", settings), |book, (folder, card)| book.card(folder, card));
    (book, cards)
}

fn texts(book: &Book) -> Vec<String> {
    FOLDERS.iter().map(|folder| book.text(&format!("{folder}/card.toml"))).collect()
}

/// A workbook with a text of its parts in the place of another.
fn in_workbook(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut hits = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        hits += text.matches(from).count();
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.replace(from, to).as_bytes()).unwrap();
    }
    assert_eq!(hits, 1, "{from} stands there once");
    writer.finish().unwrap().into_inner()
}

const SUBJECTS: [&str; 3] = ["customers", "orders", "payments"];

#[test]
fn what_was_not_edited_changes_nothing() {
    for seed in 0..12 {
        let (book, cards) = book(seed);
        book.run("export xlsx -o t.xlsx -q").any_stderr();
        for subject in SUBJECTS {
            book.run(&format!("export csv --what {subject} -o {subject}.csv -q")).any_stderr();
            for file in ["t.xlsx".to_owned(), format!("{subject}.csv")] {
                if subject != "customers" && !cards.iter().any(|card| card.contains(subject.trim_end_matches('s'))) {
                    continue;
                }
                let mut run = book.run(&format!("import {subject} {file} -y")).any_exit();
                let said = run.err();
                assert_eq!(texts(&book), cards, "seed {seed}: {said}{}", run.text());
                let empty = said.contains("表头下没有数据");
                assert!(empty || (said.contains("，0 被拒") && !said.contains("已修改")), "seed {seed} {file}: {said}");
            }
        }
    }
}

#[test]
fn one_edited_cell_is_one_field_of_one_card() {
    for seed in 100..116 {
        let (book, cards) = book(seed);
        let mut dice = Dice(seed * 7);
        let at = dice.below(FOLDERS.len());
        let (subject, old, new) = match dice.below(3) {
            0 => ("customers", format!("City{at}x"), TYPED[dice.below(TYPED.len())].to_owned()),
            1 if cards[at].contains("[[order]]") => ("orders", price(at, 0, 0), "77.5".to_owned()),
            2 if cards[at].contains("[[payment]]") => {
                ("payments", format!("TT-{at}-0"), TYPED[dice.below(TYPED.len())].to_owned())
            }
            _ => continue,
        };
        let quoted = serde_json::to_string(&new).unwrap();
        let mut wanted = cards.clone();
        wanted[at] = cards[at].replacen(&format!("'{old}'"), &quoted, 1);
        assert_ne!(wanted, cards);
        let by_sheet = dice.below(2) == 0;
        let (file, bytes) = if by_sheet {
            book.run("export xlsx -o t.xlsx -q").any_stderr();
            let bytes = std::fs::read(book.path("t.xlsx")).unwrap();
            let xml = new.replace('&', "&amp;").replace('<', "&lt;");
            ("t.xlsx", in_workbook(&bytes, &format!(">{old}<"), &format!(">{xml}<")))
        } else {
            book.run(&format!("export csv --what {subject} -o t.csv -q")).any_stderr();
            let text = book.text("t.csv");
            assert_eq!(text.matches(&old).count(), 1, "{old}\n{text}");
            ("t.csv", text.replace(&old, &new).into_bytes())
        };
        let book = book.bytes(file, &bytes);
        let mut run = book.run(&format!("import {subject} {file} -y")).any_exit();
        let said = run.err();
        assert_eq!(texts(&book), wanted, "seed {seed} {file} {old} {new}: {said}{}", run.text());
        assert!(said.contains("1 已修改") && said.contains("，0 被拒"), "seed {seed}: {said}");
        // and once more it is what the card says
        let mut again = book.run(&format!("import {subject} {file} -y"));
        let said = again.err();
        assert_eq!(texts(&book), wanted, "seed {seed}: {said}");
    }
}
