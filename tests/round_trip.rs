//! Out to a spreadsheet, one cell edited there, and in again: that field of that card changes, and nothing else.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod common;

use std::io::{Cursor, Read as _, Write as _};

use common::Book;

const ACME: &str = "\
# 老客户
id = 'deacmegmbh'
name = 'Acme GmbH'   # 全称
code = 'A1'
phone = '+49 711 5550134'
city = 'Ulm'
created = 2025-01-05
tags = ['VIP', '重点']

[[contact]]
name = 'Anna'
email = 'anna@acme.example'

[[order]]
number = 'PI-1'
date = 2026-01-05
currency = 'USD'
status = '已出运'
items = [
  { product = 'Truck', quantity = 2, unit_price = '100.50', discount = '0.05' }, # 两台
  { product = 'Fork', quantity = 3, unit_price = '10' },
]

[[payment]]
date = 2026-02-01
amount = '50.00'
currency = 'USD'
reference = 'TT-1'
";
const VINS: &str =
    "id = 'frvinsxxxx'\nname = 'Vins & Cie'\nphone = '+33 1 45 55 12 34'\nnote = '''\n第一行\n第二行'''\n";
const CARD: &str = "国外客户/德国/Acme GmbH/card.toml";

fn book() -> Book {
    let settings = "language = 'zh-CN'\n\n[[rate]]\ncurrency = 'USD'\nvalue = '7.00'\n";
    Book::on("2026-11-23")
        .english()
        .file("kehu.toml", settings)
        .card("国外客户/德国/Acme GmbH", ACME)
        .card("国外客户/法国/Vins & Cie", VINS)
}

/// The same file with a text of its parts in the place of another.
fn edited(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut hits = 0;
    let packed = repacked(bytes, |_, text| {
        hits += text.matches(from).count();
        text.replace(from, to)
    });
    assert_eq!(hits, 1, "{from} stands there once");
    packed
}

/// The same file without a row of its first sheet.
fn without_row(bytes: &[u8], row: usize) -> Vec<u8> {
    repacked(bytes, |name, text| {
        let Some(from) = text.find(&format!("<row r=\"{row}\"")).filter(|_| name.ends_with("sheet1.xml")) else {
            return text.to_owned();
        };
        let to = from + text[from..].find("</row>").unwrap() + "</row>".len();
        text[..from].to_owned() + &text[to..]
    })
}

/// The same file with its parts changed.
fn repacked(bytes: &[u8], mut change: impl FnMut(&str, &str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if let Ok(whole) = std::str::from_utf8(&text) {
            text = change(&name, whole).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&text).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A CSV file with its lines changed.
fn rewritten(book: &Book, file: &str, edit: impl Fn(&str) -> String) {
    let text = book.text(file);
    std::fs::write(book.path(file), edit(&text)).unwrap();
}

/// The lines of a text that another lacks.
fn changed<'t>(text: &'t str, before: &str) -> Vec<&'t str> {
    text.lines().filter(|line| !before.lines().any(|old| old == *line)).collect()
}

#[test]
fn what_was_not_edited_changes_nothing() {
    let book = book();
    book.run("export xlsx -o t.xlsx -q");
    for (subject, count) in [("customers", 2), ("orders", 2), ("payments", 1)] {
        let mut run = book.run(&format!("import {subject} t.xlsx"));
        let said = run.err();
        assert!(said.contains(&format!("{subject} added, ").replace("1 payments", "1 payment")), "{said}");
        assert!(said.ends_with(" 0 rejected\n") && said.contains(&format!("{count} unchanged")), "{said}");
    }
    for subject in ["customers", "orders", "payments"] {
        book.run(&format!("export csv --what {subject} -o {subject}.csv -q"));
        book.run(&format!("import {subject} {subject}.csv")).any_stderr();
    }
    assert_eq!((book.text(CARD).as_str(), book.text("国外客户/法国/Vins & Cie/card.toml").as_str()), (ACME, VINS));
}

#[test]
fn one_cell_of_a_workbook_is_one_field_of_one_card() {
    let book = book();
    book.run("export xlsx -o t.xlsx -q");
    let bytes = edited(&std::fs::read(book.path("t.xlsx")).unwrap(), ">Ulm<", ">Neu-Ulm<");
    let book = book.bytes("t.xlsx", &bytes);
    book.run("import customers t.xlsx --dry-run").stdout("国外客户/德国/Acme GmbH: city: Ulm → Neu-Ulm\n").any_stderr();
    book.run("import customers t.xlsx").stdout("国外客户/德国/Acme GmbH: city: Ulm → Neu-Ulm\n").any_stderr().exits(2);
    book.run("import customers t.xlsx -y").remarks(&["0 customers added, 1 changed, 1 unchanged, 0 rejected"]);
    assert_eq!(book.text(CARD), ACME.replace("city = 'Ulm'", "city = \"Neu-Ulm\""));
    assert_eq!(book.text("国外客户/法国/Vins & Cie/card.toml"), VINS);
    // a price, as the number that it is
    let bytes = edited(&bytes, "<v>100.5</v>", "<v>101.25</v>");
    let book = book.bytes("t.xlsx", &bytes);
    book.run("import orders t.xlsx -y").remarks(&["0 orders added, 1 changed, 1 unchanged, 0 rejected"]);
    assert_eq!(changed(&book.text(CARD), ACME).len(), 2, "the city and the price");
    assert!(
        book.text(CARD)
            .contains("{ product = 'Truck', quantity = 2, unit_price = \"101.25\", discount = '0.05' }, # 两台")
    );
}

#[test]
fn a_row_that_is_missing_is_told_and_those_that_were_never_there_are_not() {
    let book = book().card("国外客户/法国/Caves", "id = 'frcaves000'\nname = 'Caves'\n");
    book.run("export xlsx country:FR -o fr.xlsx -q");
    let bytes = std::fs::read(book.path("fr.xlsx")).unwrap();
    let said = "read from the sheet \"customers\"; the workbook has 4 more, see --sheet\n";
    book.run("import customers fr.xlsx").stderr(&format!("{said}0 customers added, 2 unchanged, 0 rejected\n"));
    let book = book.bytes("less.xlsx", &without_row(&bytes, 3));
    book.run("import customers less.xlsx").stderr(&format!(
        "{said}1 row of the export is not in the file any more; the book stays as it is: import deletes no record\n0 customers added, 1 unchanged, 0 rejected\n"
    ));
    assert_eq!(book.text("国外客户/法国/Vins & Cie/card.toml"), VINS);
}

#[test]
fn a_row_whose_card_has_changed_is_refused_with_both_values_and_the_others_go_in() {
    let book = book();
    book.run("export csv --what customers -o c.csv -q");
    rewritten(&book, "c.csv", |text| text.replace("Ulm", "Bonn").replace("+33 1 45 55 12 34", "+33 1 45 55 12 99"));
    book.run("set Acme city=Berlin -q");
    book.run("import customers c.csv -y").stderr("error: c.csv:2: the card has changed since the export: city is Berlin on the card, Bonn in the file\n  next: export the table again and make the change there, or change the card with `kehu set`\n0 customers added, 1 changed, 0 unchanged, 1 rejected\n").exits(1);
    assert!(book.text(CARD).contains("city = \"Berlin\""));
    assert!(book.text("国外客户/法国/Vins & Cie/card.toml").contains("+33 1 45 55 12 99"));
    // what was not edited is not taken back to what it was
    let book = self::book();
    book.run("export csv --what customers -o c.csv -q");
    book.run("set Acme city=Berlin -q");
    book.run("import customers c.csv").stderr("1 row was not edited, and its card changed since the export: what the book says stays\n0 customers added, 2 unchanged, 0 rejected\n");
    assert!(book.text(CARD).contains("city = \"Berlin\""));
}

#[test]
fn rows_by_hand_are_new_and_rows_taken_out_change_nothing() {
    let book = book();
    book.run("export csv --what customers -o c.csv -q");
    rewritten(&book, "c.csv", |text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let columns = lines[0].split(',').count();
        let names: Vec<&str> = lines[0].split(',').collect();
        let place = |name: &str| names.iter().position(|own| *own == name).unwrap();
        let mut row = vec![""; columns];
        (row[place("name")], row[place("country")]) = ("New Co", "Italy");
        let row = row.join(",");
        lines.truncate(2);
        lines.push(row);
        lines.join("\n") + "\n"
    });
    book.run("import customers c.csv -y").stderr("1 customer added, 1 unchanged, 0 rejected\n");
    assert_eq!(book.text(CARD), ACME);
    assert!(book.files().contains(&"潜在客户/意大利/New Co/card.toml".to_owned()));
}

#[test]
fn a_cell_that_was_emptied_takes_the_value_away_and_a_copied_row_is_told() {
    let book = book();
    book.run("export csv --what customers -o c.csv -q");
    rewritten(&book, "c.csv", |text| text.replace(",Ulm,", ",,"));
    book.run("import customers c.csv -y").remarks(&["1 changed"]);
    assert_eq!(book.text(CARD), ACME.replace("city = 'Ulm'\n", ""));
    let book = self::book();
    book.run("export csv --what payments -o p.csv -q");
    rewritten(&book, "p.csv", |text| text.to_owned() + &text.lines().nth(1).unwrap().replace("50.00", "60.00") + "\n");
    book.run("import payments p.csv -y")
        .remarks(&["error: p.csv:3: the row is a copy of row 2, down to its hidden cells"])
        .exits(1);
    assert_eq!(book.text(CARD), ACME);
    // the name is what a customer cannot be without
    let book = self::book();
    book.run("export csv --what customers -o c.csv -q");
    rewritten(&book, "c.csv", |text| text.replace("Acme GmbH,", ","));
    book.run("import customers c.csv -y").remarks(&["name was emptied"]).exits(1);
    assert_eq!(book.text(CARD), ACME);
}

#[test]
fn what_holds_for_a_whole_order_is_said_by_any_of_its_lines_and_by_none_against_another() {
    let book = book();
    book.run("export csv --what orders -o o.csv -q");
    let once = |text: &str, from: &str, to: &str| text.replacen(from, to, 1);
    rewritten(&book, "o.csv", |text| once(text, "2026-01-05", "2026-01-06"));
    book.run("import orders o.csv -y").remarks(&["0 orders added, 1 changed, 1 unchanged, 0 rejected"]);
    assert_eq!(book.text(CARD), ACME.replace("date = 2026-01-05", "date = 2026-01-06"));
    book.run("export csv --what orders -o p.csv -q");
    rewritten(&book, "p.csv", |text| once(&once(text, "2026-01-06", "2026-01-07"), "2026-01-06", "2026-01-08"));
    book.run("import orders p.csv -y")
        .remarks(&["date: another row of the same order was edited to say something else"])
        .exits(1);
}

#[test]
fn what_says_whose_a_row_is_cannot_be_edited_there_and_is_told() {
    let book = book();
    book.run("export csv --what customers -o c.csv -q");
    rewritten(&book, "c.csv", |text| text.replace("Germany", "Austria").replace("Ulm", "Wien"));
    book.run("import customers c.csv -y").stderr("c.csv:2: country is Germany on the card, Austria in the file; no row changes that: move the folder 国外客户/德国/Acme GmbH to that of its country\n0 customers added, 1 changed, 1 unchanged, 0 rejected\n");
    assert_eq!(book.text(CARD), ACME.replace("'Ulm'", "\"Wien\""));
    book.run("export csv --what payments -o p.csv -q");
    rewritten(&book, "p.csv", |text| text.replace("Acme GmbH", "Acme AG"));
    book.run("import payments p.csv").stderr("p.csv:2: customer name is Acme GmbH on the card, Acme AG in the file; no row changes that: kehu set \"国外客户/德国/Acme GmbH\" name=…\n0 payments added, 1 unchanged, 0 rejected\n");
}

/// The orders of [`ACME`] as a workbook, changed.
fn orders(change: impl Fn(&[u8]) -> Vec<u8>) -> Book {
    let book = book();
    book.run("export xlsx --what orders -o t.xlsx -q");
    let bytes = change(&std::fs::read(book.path("t.xlsx")).unwrap());
    book.bytes("t.xlsx", &bytes)
}

#[test]
fn a_cell_that_is_no_value_takes_nothing_away() {
    for (from, to, place, what) in [
        ("><v>100.5</v>", " t=\"e\"><v>#N/A</v>", "AG2", "unit price: the formula gives the error #N/A"),
        ("<v>100.5</v>", "<f>A1</f>", "AG2", "unit price: the formula has no value yet"),
        (
            "><v>100.5</v>",
            " t=\"s\"><v>7</v>",
            "AG2",
            "unit price: the file is damaged: the text of this cell is missing",
        ),
        ("<v>100.5</v>", "<v>1e999</v>", "AG2", "unit price: \"1e999\" is no number or day that there is"),
        (
            "t=\"inlineStr\"><is><t>Truck</t></is>",
            "t=\"e\"><v>#REF!</v>",
            "AD2",
            "product: the formula gives the error #REF!",
        ),
    ] {
        let book = orders(|bytes| edited(bytes, from, to));
        let mut run = book.run("import orders t.xlsx -y");
        let said = run.err();
        assert!(said.contains(&format!("error: t.xlsx: orders!{place}: {what}\n  next: ")), "{said}");
        assert!(said.ends_with("0 orders added, 1 unchanged, 1 rejected\n"), "{said}");
        run.exits(1);
        assert_eq!(book.text(CARD), ACME);
    }
}

#[test]
fn what_could_not_be_read_is_asked_for_where_it_is_corrected() {
    let book = orders(|bytes| edited(bytes, "><v>100.5</v>", " t=\"e\"><v>#N/A</v>"));
    book.run("import orders t.xlsx -y -q --rejects r.csv").any_stderr().exits(1);
    book.run("import orders r.csv -y").remarks(&["error: r.csv:2: unit price: \"?\" is no plain number"]).exits(1);
    assert_eq!(book.text(CARD), ACME);
    rewritten(&book, "r.csv", |text| text.replace("?", "101.25"));
    book.run("import orders r.csv -y").remarks(&["1 changed"]);
    assert!(book.text(CARD).contains("unit_price = \"101.25\""));
}

#[test]
fn merged_cells_take_nothing_away() {
    for (head, to) in [("product", 3), ("number", 3)] {
        let book = orders(|bytes| {
            repacked(bytes, |_, text| {
                let Some(at) = text.find(&format!("<t>{head}</t>")) else { return text.to_owned() };
                let cell = text[..at].rsplit("r=\"").next().unwrap().split('"').next().unwrap();
                let column = cell.trim_end_matches('1');
                let merged =
                    format!("</sheetData><mergeCells><mergeCell ref=\"{column}2:{column}{to}\"/></mergeCells>");
                text.replace("</sheetData>", &merged)
            })
        });
        book.run("import orders t.xlsx -y")
            .remarks(&[&format!(
                "3: {head}: the cell is merged with the one above it\n  next: unmerge the cells in Excel"
            )])
            .exits(1);
        assert_eq!(book.text(CARD), ACME);
    }
}

#[test]
fn a_word_that_means_nothing_is_refused_in_its_cell() {
    let book = book();
    book.run("export csv --what payments -o p.csv -q");
    rewritten(&book, "p.csv", |text| text.replace("50.00,USD,,", "50.00,USD,gift,"));
    book.run("import payments p.csv -y").remarks(&["error: p.csv:2: kind: \"gift\" is none of receipt, "]).exits(1);
    assert_eq!(book.text(CARD), ACME);
    let book = orders(|bytes| edited(bytes, "<v>100.5</v>", "<v>100.5</v></c><c r=\"XFD2\"><v>1</v>"));
    book.run("import orders t.xlsx -y").remarks(&["cells beside the table are left out: XFD2"]);
    assert_eq!(book.text(CARD), ACME);
}

#[test]
fn a_row_whose_mark_cannot_be_read_is_no_new_one() {
    let book = orders(|bytes| {
        repacked(bytes, |_, text| text.replacen("t=\"inlineStr\"><is><t>deacmegmbh</t></is>", "t=\"e\"><v>#N/A</v>", 1))
    });
    book.run("import orders t.xlsx -y")
        .remarks(&["orders!2: no customer of the book has the id ?", "0 orders added, 1 unchanged, 1 rejected"])
        .exits(1);
    assert_eq!(book.text(CARD), ACME);
}
