//! Workbooks that are damaged, overdone, or not what they seem.

use super::*;

/// What a run on these bytes says; it must end by itself.
#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let book = book(bytes).english();
    let run = book.run("import customers c.xlsx");
    run.remarks(&[says]).exits(2);
    assert_eq!(book.files(), ["c.xlsx", "kehu.toml"]);
}

#[test]
fn files_that_are_no_workbook_are_told() {
    refused(
        b"PK\x03\x04\x14\0\x06",
        "c.xlsx: the file is damaged, or no Word or Excel file\n  next: open it in Word or Excel and save it again",
    );
    refused(
        b"\xD0\xCF\x11\xE0\xA1\xB1",
        "c.xlsx: the file has a password, or is of the old kind (.doc, .xls)\n  next: save it without password as .docx or .xlsx",
    );
    refused(
        &packed(&[("word/document.xml", "<document/>")]),
        "c.xlsx: this is no workbook of Excel (.xlsx)\n  next: open it in Excel and save it as .xlsx",
    );
    refused(
        &packed(&[("xl/workbook.xml", "<workbook><sheets>")]),
        "c.xlsx: the workbook is damaged\n  next: open it in Excel and save it again",
    );
    let deep = "<a>".repeat(100_000);
    refused(&by_hand(&deep, "", ""), "c.xlsx: S: the workbook is damaged");
    let long = format!("<row r=\"1\"><c><v>{}</v></c></row>", "1".repeat(3_000_000));
    refused(&by_hand(&long, "", ""), "c.xlsx: S: the workbook is damaged");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("xl/0", zip::write::SimpleFileOptions::default().compression_level(Some(1))).unwrap();
    for _ in 0..64 {
        writer.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    // packed once, it is put in eight more times as it is
    let one = writer.finish().unwrap().into_inner();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(one)).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in 0..9 {
        writer.raw_copy_file_rename(archive.by_index(0).unwrap(), format!("xl/{part}")).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    refused(&bytes, "c.xlsx: the file unpacks to more than is reasonable");
}

#[test]
fn a_cell_at_the_far_corner_is_left_out() {
    let rows = header(&["name", "country"])
        + &format!("<row r=\"2\">{}{}</row>", text("A2", "Acme"), text("B2", "DE"))
        + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let book = book(&by_hand(&rows, "", "")).english();
    book.run("import customers c.xlsx")
        .stderr("cells beside the table are left out: XFD1048576\n1 customer added, 0 unchanged, 0 rejected\n");
    for wrong in ["XFE1", "ZZZZZZZZZZZZ9", "A99999999999999999999", "客1", ""] {
        let rows = header(&["name", "country"]) + &format!("<row r=\"2\"><c r=\"{wrong}\"><v>1</v></c></row>");
        let book = self::book(&by_hand(&rows, "", "")).english();
        book.run("import customers c.xlsx").any_stderr().exits(2);
    }
}

#[test]
fn rows_beyond_the_cap_are_refused() {
    let rows: String = (2..=300_001)
        .map(|row| format!("<row><c t=\"str\"><v>C{row}</v></c><c t=\"str\"><v>DE</v></c></row>"))
        .collect();
    let rows = header(&["name", "country"]) + &rows;
    refused(
        &by_hand(&rows, "", ""),
        "c.xlsx: S:250002: the table is too large: 250000 rows and 8000000 cells at most\n  next: import it in parts",
    );
}

#[test]
fn a_row_of_endless_cells_and_endless_rows_are_refused() {
    let cells = header(&["name", "country"]) + "<row r=\"2\">" + &"<c r=\"A1\"/>".repeat(16_385) + "</row>";
    refused(&by_hand(&cells, "", ""), "c.xlsx: S: the workbook is damaged");
    let rows = header(&["name", "country"]) + &"<row r=\"2\"/>".repeat(1_048_577);
    refused(&by_hand(&rows, "", ""), "c.xlsx: S: the workbook is damaged");
}

#[test]
fn a_cell_that_is_no_value_rejects_its_row_by_name() {
    let long = "x".repeat(40_000);
    let rows = header(&["name", "country", "created", "other"])
        + &format!("<row r=\"2\">{}{}<c r=\"C2\" t=\"e\"><v>#REF!</v></c></row>", text("A2", "Acme"), text("B2", "DE"))
        + &format!("<row r=\"3\">{}{}</row>", text("A3", &long), text("B3", "DE"))
        + &format!("<row r=\"4\">{}{}<c r=\"C4\" s=\"1\"><v>-5</v></c></row>", text("A4", "Beta"), text("B4", "DE"))
        + &format!("<row r=\"5\">{}<c r=\"B5\"><f>A1</f></c></row>", text("A5", "Gamma"))
        + &format!("<row r=\"6\">{}{}<c r=\"D6\" t=\"e\"><v>#N/A</v></c></row>", text("A6", "Delta"), text("B6", "DE"));
    let book = book(&by_hand(&rows, "", "")).english();
    book.run("import customers c.xlsx").stderr(
        "not imported, because kehu does not know the column: \"other\"; --map FILE can say what it is\n\
         error: c.xlsx: S!C2: created: the formula gives the error #REF!\n  next: mend the formula in Excel, or put the value in its place\n\
         error: c.xlsx: S!A3: name: a cell is too long: 32767 characters at most\n  next: shorten it\n\
         error: c.xlsx: S!C4: created: \"-5\" is no number or day that there is\n  next: correct the cell in Excel\n\
         error: c.xlsx: S!B5: country: the formula has no value yet\n  next: open the file in Excel and save it\n\
         1 customer added, 0 unchanged, 4 rejected\n",
    ).exits(1);
}

#[test]
fn a_column_whose_name_cannot_be_read_is_left_out_and_told() {
    let rows =
        format!("<row r=\"1\">{}{}<c r=\"C1\" t=\"s\"><v>99</v></c></row>", text("A1", "name"), text("B1", "country"))
            + &format!("<row r=\"2\">{}{}{}</row>", text("A2", "Acme"), text("B2", "DE"), text("C2", "Ulm"));
    book(&by_hand(&rows, "", "")).english().run("import customers c.xlsx").stderr(
        "c.xlsx: S!C1: the file is damaged: the text of this cell is missing; the column is left out\n1 customer added, 0 unchanged, 0 rejected\n",
    );
}

#[test]
fn macros_are_left_alone() {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let sheet = format!(
        "<worksheet><sheetData>{}<row r=\"2\">{}{}</row></sheetData></worksheet>",
        header(&["name", "country"]),
        text("A2", "Acme"),
        text("B2", "DE")
    );
    let relations =
        r#"<Relationships><Relationship Id="r" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    parts.push(("xl/workbook.xml", r#"<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>"#));
    parts.push(("xl/_rels/workbook.xml.rels", relations));
    parts.push(("xl/worksheets/sheet1.xml", &sheet));
    parts.push(("xl/vbaProject.bin", "Sub Auto_Open()"));
    let book = book(&packed(&parts)).english();
    book.run("import customers c.xlsx")
        .stderr("the macros of the workbook are left alone\n1 customer added, 0 unchanged, 0 rejected\n");
}

#[test]
fn damaged_workbooks_end_in_a_message_and_never_in_a_panic() {
    let list = sheet("S", &[&["name", "country", "created"], &["Acme", "DE", "2026-01-05"], &["Beta", "FR", "45000"]]);
    let good = workbook(vec![list]);
    let book = book(&good).english();
    // a generator of one's own, so that each run breaks the same things
    let mut state = 42_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..40 {
        let mut bytes = good.clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            bytes[at] = u8::try_from(next(256)).unwrap();
        }
        bytes.truncate(bytes.len() - next(40) * next(3));
        std::fs::write(book.path("c.xlsx"), &bytes).unwrap();
        let code = book.command().args(["import", "customers", "c.xlsx", "--dry-run"]).output().unwrap().status.code();
        assert!(code.is_some_and(|code| code <= 2), "{code:?}");
    }
}
