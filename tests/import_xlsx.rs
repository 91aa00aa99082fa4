//! `import` of Excel workbooks, as its users meet it.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test makes files itself, and fails by a panic"
)]

mod common;

#[path = "import_xlsx/bad_input.rs"]
mod bad_input;

use std::io::Write as _;

use common::Book;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A workbook of these sheets.
fn workbook(sheets: Vec<Worksheet>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

/// A sheet of texts; what reads as a number is one.
fn sheet(name: &str, rows: &[&[&str]]) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    sheet
}

/// A workbook put together by hand: the rows of its one sheet, what stands behind them, its properties.
fn by_hand(rows: &str, behind: &str, properties: &str) -> Vec<u8> {
    let sheet = format!(r#"<?xml version="1.0"?><worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>"#);
    let book = format!(
        r#"<workbook xmlns:r="r">{properties}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    packed(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", &book),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// 0 as it is, 1 a day, 2 a percentage, 3 a day with a time, 4 with zeros in front.
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="166" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"#;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn text(cell: &str, value: &str) -> String {
    format!(r#"<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>"#)
}

fn header(names: &[&str]) -> String {
    let cells = ('A'..).zip(names).map(|(column, name)| text(&format!("{column}1"), name));
    format!("<row r=\"1\">{}</row>", cells.collect::<String>())
}

fn book(bytes: &[u8]) -> Book {
    Book::on("2026-11-23").bytes("c.xlsx", bytes)
}

fn card(book: &Book) -> String {
    let files = book.files();
    let card = files.iter().find(|file| file.ends_with("card.toml")).unwrap_or_else(|| panic!("no card in {files:?}"));
    book.text(card)
}

#[track_caller]
fn holds(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.lines().any(|own| own.trim_start().starts_with(line)), "{line} is not in:\n{text}");
    }
}

const ACME: &str = "name = 'Acme GmbH'\ncode = 'A1'\n";

#[test]
fn a_customer_list_of_a_workbook_becomes_cards() {
    let list = sheet(
        "客户",
        &[
            &["客户名单 2026"],
            &[],
            &["客户编号", "公司名称", "国家", "电话", "邮编", "联系人", "=cmd()"],
            &["DE-1", "Müller GmbH", "德国", "+49 711 5550134", "01067", "Anna Weber", "x"],
            &["7", "=cmd|' /C calc'!A0", "FR", "0033145551234", "", "", ""],
        ],
    );
    let book = book(&workbook(vec![sheet("封面", &[&["公司名称"]]), list]));
    book.run("import customers c.xlsx").stderr(
        "读取工作表“客户”；另有 1 个工作表，可用 --sheet 指定\n表头在第 3 行，其上内容略过\n未识别、没有导入的列：“=cmd()”；可用 --map 文件 说明其含义\n已新增 2 个客户，0 未变，0 被拒\n",
    );
    holds(
        &book.text("潜在客户/德国/Müller GmbH/card.toml"),
        &["name = \"Müller GmbH\"", "code = \"DE-1\"", "phone = \"+49 711 5550134\"", "name = \"Anna Weber\""],
    );
    let other = book.files().into_iter().find(|file| file.contains("法国")).unwrap();
    holds(&book.text(&other), &["name = \"=cmd|' /C calc'!A0\"", "code = \"7\"", "phone = \"33145551234\""]);
    book.run("import customers c.xlsx -q").exits(0);
}

#[test]
fn days_and_numbers_are_what_excel_means() {
    let day = Format::new().set_num_format("d/m/yyyy");
    let share = Format::new().set_num_format("0%");
    let mut list = sheet(
        "orders",
        &[&["order no", "customer", "date", "product", "quantity", "unit price", "discount", "currency", "shipped"]],
    );
    list.write_string(1, 0, "0012").unwrap();
    list.write_string(1, 1, "Acme GmbH").unwrap();
    list.write_with_format(1, 2, ExcelDateTime::from_ymd(2026, 3, 5).unwrap(), &day).unwrap();
    list.write_string(1, 3, "Pallet truck").unwrap();
    list.write_formula(1, 4, Formula::new("2*20").set_result("40")).unwrap();
    list.write_number(1, 5, 0.1 + 0.2).unwrap();
    list.write_number_with_format(1, 6, 0.15, &share).unwrap();
    list.write_string(1, 7, "usd").unwrap();
    list.write_string(1, 8, "2026年4月1日").unwrap();
    let book = book(&workbook(vec![list])).card("国外客户/德国/Acme GmbH", ACME);
    book.run("import orders c.xlsx").stderr("已新增 1 张订单，0 未变，0 被拒\n");
    let card = card(&book);
    holds(&card, &["number = \"0012\"", "date = 2026-03-05", "shipped = 2026-04-01", "currency = \"USD\""]);
    assert!(card.contains("quantity = 40") || card.contains("quantity = \"40\""), "{card}");
    assert!(card.contains("unit_price = \"0.3\"") && card.contains("discount = \"0.15\""), "{card}");
}

#[test]
fn the_calendar_from_1904_times_and_zeros_in_front() {
    let row = format!(
        r#"<row r="2">{}{}<c r="C2" s="1"><v>44888</v></c><c r="D2" s="4"><v>123</v></c></row><row r="3">{}{}<c r="C3" s="3"><v>44887.75</v></c><c r="D3"><v>1E2</v></c></row>"#,
        text("A2", "Acme"),
        text("B2", "DE"),
        text("A3", "Beta"),
        text("B3", "DE"),
    );
    let rows = header(&["name", "country", "created", "code"]) + &row;
    let book = book(&by_hand(&rows, "", r#"<workbookPr date1904="1"/>"#));
    book.run("import customers c.xlsx --today 2026-12-01")
        .stderr("只取日期、略去时刻的单元格：1 个\n已新增 2 个客户，0 未变，0 被拒\n");
    holds(&book.text("潜在客户/德国/Acme/card.toml"), &["created = 2026-11-24", "code = \"00123\""]);
    holds(&book.text("潜在客户/德国/Beta/card.toml"), &["created = 2026-11-23", "code = \"100\""]);
}

#[test]
fn the_sheet_is_chosen_by_its_header_or_by_hand() {
    let one = || sheet("Leads", &[&["name", "country"], &["Acme", "DE"]]);
    let mut hidden = sheet("Old", &[&["name", "country", "phone", "city"], &["Gone", "DE", "1", "Ulm"]]);
    hidden.set_hidden(true);
    let bytes = workbook(vec![
        one(),
        sheet("Notes", &[&["hello"]]),
        sheet("More", &[&["name", "country", "phone"], &["Beta", "FR", "1"]]),
        hidden,
    ]);
    let book = book(&bytes).english();
    for (flag, sheet, card) in [
        ("", "More", "法国/Beta"),
        ("--sheet leads", "Leads", "德国/Acme"),
        ("--sheet 1", "Leads", "德国/Acme"),
        ("--sheet Old", "Old", "德国/Gone"),
    ] {
        book.run(&format!("import customers c.xlsx --dry-run {flag}"))
            .stdout(&format!("潜在客户/{card}/card.toml\n"))
            .stderr(&format!("read from the sheet \"{sheet}\"; the workbook has 3 more, see --sheet\n1 customer would be added, 0 unchanged, 0 rejected; nothing was written\n"));
    }
    book.run("import customers c.xlsx --sheet 4")
        .stderr("error: c.xlsx: the workbook has no sheet \"4\"\n  next: it has these: Leads, Notes, More, Old\n")
        .exits(2);
    book.run("import customers c.xlsx --sheet Notes").stderr(
        "error: c.xlsx: Notes: none of the first 10 rows names a column that kehu knows\n  next: put the names of the columns in the first row, or say with --map FILE what they mean\n",
    ).exits(2);
}

#[test]
fn cells_that_were_made_one_count_for_each_of_their_rows_but_sums_once() {
    let mut list = sheet(
        "S",
        &[
            &["order no", "customer", "date", "currency", "product", "quantity", "unit price"],
            &["PI-1", "Acme GmbH", "2026-03-05", "USD", "Truck", "2", "100"],
            &["", "", "", "", "Fork", "3", "10"],
        ],
    );
    for column in 0..4 {
        let value = ["PI-1", "Acme GmbH", "2026-03-05", "USD"][usize::from(column)];
        list.merge_range(1, column, 2, column, value, &Format::new()).unwrap();
    }
    let book = book(&workbook(vec![list])).card("国外客户/德国/Acme GmbH", ACME);
    book.run("import orders c.xlsx").stderr("已新增 1 张订单，0 未变，0 被拒\n");
    let text = card(&book);
    assert!(text.contains("Truck") && text.contains("Fork"), "{text}");
    // one payment over two rows is one payment
    let mut list = sheet(
        "S",
        &[
            &["customer", "date", "amount", "currency"],
            &["Acme GmbH", "2026-03-05", "50", "USD"],
            &["Acme GmbH", "2026-03-06", "", "USD"],
        ],
    );
    list.merge_range(1, 2, 2, 2, "50", &Format::new()).unwrap();
    let book = self::book(&workbook(vec![list])).card("国外客户/德国/Acme GmbH", ACME).english();
    book.run("import payments c.xlsx").stderr(
        "error: c.xlsx: S!3: the payment has no amount\n  next: fill it in\n1 payment added, 0 unchanged, 1 rejected\n",
    ).exits(1);
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let mut list = sheet("S", &[&["name", "country", "city"], &["Acme", "DE", "Ulm"], &["Beta", "DE", "Bonn"]]);
    list.set_row_hidden(2).unwrap();
    list.set_column_hidden(2).unwrap();
    let book = book(&workbook(vec![list])).english();
    book.run("import customers c.xlsx").stderr(
        "hidden rows are read too: 1\nhidden columns are read too: C\n2 customers added, 0 unchanged, 0 rejected\n",
    );
    holds(&book.text("潜在客户/德国/Beta/card.toml"), &["city = \"Bonn\""]);
}

#[test]
fn rejected_rows_can_be_corrected_and_imported() {
    let list = sheet("S", &[&["name", "country"], &["Acme", "Atlantis"], &["Beta", "DE"]]);
    let book = book(&workbook(vec![list])).english();
    book.run("import customers c.xlsx --rejects r.csv").any_stderr().exits(1);
    let text = book.text("r.csv");
    let book = book.file("r.csv", &text.replace("Atlantis", "FR"));
    book.run("import customers r.csv").stderr("1 customer added, 0 unchanged, 0 rejected\n");
}
