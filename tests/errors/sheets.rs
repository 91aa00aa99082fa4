//! Workbooks and business cards to be imported, and files that kehu wrote itself.

use std::io::{Cursor, Write as _};

use super::books::*;
use super::told::{Told, on};
use crate::common::Book;

/// A zip file of these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The example with a workbook whose one sheet holds these rows, behind what stands before them.
fn workbook(rows: &str) -> Book {
    let relations =
        r#"<Relationships><Relationship Id="r" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    acme().bytes(
        "a.xlsx",
        &packed(&[
            ("xl/workbook.xml", r#"<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>"#),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet1.xml", &sheet),
        ]),
    )
}

/// A row of text cells.
fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<c t=\"str\"><v>{cell}</v></c>")).collect();
    format!("<row>{cells}</row>")
}

fn table(cell: &str) -> Book {
    let cells = format!("<row><c t=\"str\"><v>Beta</v></c><c t=\"str\"><v>DE</v></c>{cell}</row>");
    workbook(&(row(&["name", "country", "city"]) + &cells))
}

fn card(text: &str) -> Book {
    acme().file("a.vcf", text)
}

/// A customer, and rows that kehu would have written of it: marks and city.
fn own(card: &str, rows: &str) -> Book {
    let header = "name,country,city,kehu_id,kehu_record,kehu_digest\n";
    acme().card("国外客户/德国/Own", card).file("a.csv", &format!("{header}{rows}"))
}

const OWN: &str = "id = 'deownxxxxx'\nname = 'Own'\ncity = 'Ulm'\n";

/// Two lines of one order of which each says another day.
fn at_odds() -> Book {
    let order = "id = 'deownxxxxx'\nname = 'Own'\n\n[[order]]\nnumber = 'P1'\ndate = 2026-01-05\ncurrency = 'USD'\nitems = [{ product = 'A', quantity = 1, unit_price = '1' }, { product = 'B', quantity = 1, unit_price = '1' }]\n";
    let settings = "language = 'zh-CN'\n[[rate]]\ncurrency = 'USD'\nvalue = '7.00'\n";
    let book = acme().file("kehu.toml", settings).card("国外客户/德国/Own", order);
    book.run("export csv --what orders -o a.csv -q").any_stderr();
    let text = book.text("a.csv").replacen("2026-01-05", "2026-01-06", 1).replacen("2026-01-05", "2026-01-07", 1);
    book.file("a.csv", &text)
}

/// The stories.
pub const ALL: &[Told] = &[
    // workbooks
    on(|| acme().bytes("a.xlsx", b"\xD0\xCF\x11\xE0"))
        .run("import customers a.xlsx")
        .en(
            "a.xlsx: the file has a password, or is of the old kind (.doc, .xls)",
            "save it without password as .docx or .xlsx",
        )
        .zh("a.xlsx：文件有密码，或是旧格式（.doc、.xls）", "请去掉密码，另存为 .docx 或 .xlsx"),
    on(|| acme().bytes("a.xlsx", &packed(&[("word/document.xml", "<document/>")])))
        .run("import customers a.xlsx")
        .en("a.xlsx: this is no workbook of Excel (.xlsx)", "open it in Excel and save it as .xlsx")
        .zh("a.xlsx：这不是 Excel 工作簿（.xlsx）", "请用 Excel 打开后另存为 .xlsx"),
    on(|| workbook("<row><c r='7'/></row>"))
        .run("import customers a.xlsx")
        .en("a.xlsx: S: the workbook is damaged", "open it in Excel and save it again")
        .zh("a.xlsx: S：工作簿已损坏", "请用 Excel 打开后另存一份"),
    on(|| {
        let many = "<sheet name=\"S\" r:id=\"r\"/>".repeat(1001);
        acme()
            .bytes("a.xlsx", &packed(&[("xl/workbook.xml", &format!("<workbook><sheets>{many}</sheets></workbook>"))]))
    })
    .run("import customers a.xlsx")
    .en("a.xlsx: the workbook holds more than is reasonable", "copy the rows that are wanted into a new workbook")
    .zh("a.xlsx：工作簿内容过多", "请把需要的行复制到新的工作簿"),
    on(|| workbook(&row(&["name", "country"])))
        .run("import customers a.xlsx --sheet T")
        .en("a.xlsx: the workbook has no sheet \"T\"", "it has these: S")
        .zh("a.xlsx：工作簿中没有工作表“T”", "现有工作表：S"),
    on(|| workbook(&row(&["name"; 257])))
        .run("import customers a.xlsx")
        .en("a.xlsx: S:1: the row has too many columns: 256 at most", "export only the columns that are wanted")
        .zh("a.xlsx: S：1：列太多：最多 256 列", "请只导出需要的列"),
    on(|| csv("name,country\nAcme,DE\n"))
        .run("import customers a.csv --sheet 1")
        .en("a.csv: --sheet goes with workbooks of Excel alone", "leave it out")
        .zh("a.csv：--sheet 只用于 Excel 工作簿", "请去掉 --sheet"),
    on(|| table("<c t='e'><v>#REF!</v></c>"))
        .run("import customers a.xlsx -q")
        .en(
            "a.xlsx: S!C2: city: the formula gives the error #REF!",
            "mend the formula in Excel, or put the value in its place",
        )
        .zh("a.xlsx: S!C2：city：公式出错：#REF!", "请在 Excel 中改正公式，或直接填写数值")
        .exits(1),
    on(|| table("<c t='s'><v>7</v></c>"))
        .run("import customers a.xlsx -q")
        .en(
            "a.xlsx: S!C2: city: the file is damaged: the text of this cell is missing",
            "type it in again in Excel, and save the file",
        )
        .zh("a.xlsx: S!C2：city：文件已损坏：此单元格的文字缺失", "请在 Excel 中重新填写并保存")
        .exits(1),
    on(|| {
        // what the zip writer refuses is put in by hand: the second name is given that of the first
        let twice = packed(&[("xl/workbook.xml", "<workbook/>"), ("xl/workbook.xm_", "<workbook/>")]);
        let twice: Vec<u8> = twice.iter().map(|byte| if *byte == b'_' { b'l' } else { *byte }).collect();
        acme().bytes("a.xlsx", &twice)
    })
    .run("import customers a.xlsx")
    .en("a.xlsx: two parts of the file have the same name", "open it in Word or Excel and save it again")
    .zh("a.xlsx：文件内部有两个同名的部分", "请用 Word 或 Excel 打开后另存一份"),
    on(|| acme().bytes("a.xlsx", &packed(&[("xl/workbook.xml", "<workbook/>"), ("XL/Workbook.xml", "<workbook/>")])))
        .run("import customers a.xlsx")
        .en("a.xlsx: two parts of the file have the same name", "open it in Word or Excel and save it again")
        .zh("a.xlsx：文件内部有两个同名的部分", "请用 Word 或 Excel 打开后另存一份"),
    on(|| table("<c><f>A1</f></c>"))
        .run("import customers a.xlsx -q")
        .en("a.xlsx: S!C2: city: the formula has no value yet", "open the file in Excel and save it")
        .zh("a.xlsx: S!C2：city：公式还没有计算结果", "请用 Excel 打开文件并保存")
        .exits(1),
    on(|| table("<c t='n'><v>x</v></c>"))
        .run("import customers a.xlsx -q")
        .en("a.xlsx: S!C2: city: \"x\" is no number or day that there is", "correct the cell in Excel")
        .zh("a.xlsx: S!C2：city：“x”不是有效的数字或日期", "请在 Excel 中改正该单元格")
        .exits(1),
    on(|| table(&format!("<c t='str'><v>{}</v></c>", "x".repeat(40_000))))
        .run("import customers a.xlsx -q")
        .en("a.xlsx: S!C2: city: a cell is too long: 32767 characters at most", "shorten it")
        .zh("a.xlsx: S!C2：city：单元格过长：最多 32767 个字符", "请缩短内容")
        .exits(1),
    // business cards
    on(|| card("BEGIN:VCARD\nFN:Anna\nEND:VCARD\n"))
        .run("import customers a.vcf -q")
        .en(
            "a.vcf:1: name: the card of Anna names no company (ORG)",
            "write the company into the card, or add the customer with `kehu add`",
        )
        .zh("a.vcf：1：name：Anna 的名片没有公司（ORG）", "请在名片中补上公司，或用 kehu add 新增")
        .exits(1),
    on(|| card("BEGIN:VCARD\nFN:Anna\n"))
        .run("import customers a.vcf")
        .en("a.vcf:1: the card that begins here does not end", "export the contacts again as vCard")
        .zh("a.vcf：1：此处开始的名片没有结束", "请重新导出为 vCard 文件"),
    on(|| card(&format!("BEGIN:VCARD\nNOTE:{}\nEND:VCARD\n", "x".repeat(300_000))))
        .run("import customers a.vcf")
        .en("a.vcf:1: too much for business cards: 100000 cards of 256 KiB at most", "import them in parts")
        .zh("a.vcf：1：名片过多或过大：最多 100000 张，每张 256 KiB", "请拆成几个文件分别导入"),
    on(|| card("BEGIN:VCARD\nEND:VCARD\n"))
        .run("import orders a.vcf")
        .en("a.vcf: business cards are customers", "kehu import customers \"a.vcf\"")
        .zh("a.vcf：名片文件只能导入为客户", "kehu import customers \"a.vcf\""),
    // duplicates, and cards that are there
    on(|| {
        acme()
            .card("国外客户/德国/Own", "name = 'Own'\nemail = 'a@own.example'\n")
            .file("a.csv", "name,country,email\nOther,DE,b@own.example\n")
    })
    .run("import customers a.csv -q")
    .en(
        "a.csv:2: probably here already: 国外客户/德国/Own (both use own.example)",
        "decide with --duplicates create, skip or update; a row with a code of its own is never held back",
    )
    .zh(
        "a.csv：2：可能已有此客户：国外客户/德国/Own（都使用 own.example）",
        "请用 --duplicates create（新建）、skip（跳过）或 update（更新）决定；有客户编号的行不会被搁置",
    )
    .exits(1),
    on(|| acme().file("a.csv", "name,country\nOther GmbH,DE\nOTHER,DE\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:3: probably one customer with row 2 (the names differ in spelling or legal form only)",
            "decide with --duplicates create or skip; update takes it once the first is in the book; a row with a code of its own is never held back",
        )
        .zh(
            "a.csv:3：与第 2 行（名称只有写法或公司形式不同）可能是同一客户",
            "请用 --duplicates create（新建）或 skip（跳过）决定；前一行入账后可用 update（更新）；有客户编号的行不会被搁置",
        )
        .exits(1),
    // the cards of a fair
    on(|| acme().file("a.csv", "name,country\nOther GmbH,DE\n"))
        .run("import customers a.csv --log exhibition")
        .en(
            "--log wants what was said or done",
            "say it: --summary \"asked for the price list\"; or where we met: --source \"Canton Fair\"",
        )
        .zh("--log 须写明沟通内容", "请写明 --summary \"要报价单\"，或写明来源 --source \"广交会\""),
    // rows that kehu wrote
    on(|| own(OWN, "Own,DE,Ulm,deownxxxxx,,0\nOwn,DE,Bonn,deownxxxxx,,0\n"))
        .run("import customers a.csv -y -q")
        .en(
            "a.csv:3: the row is a copy of row 2, down to its hidden cells",
            "if it is new, empty its cells of the columns kehu_id, kehu_record and kehu_digest",
        )
        .zh("a.csv：3：此行是第 2 行的复制，隐藏列也相同", "若是新增，请清空此行的 kehu_id、kehu_record、kehu_digest")
        .exits(1),
    on(|| {
        let rows = row(&["name", "city", "kehu_id", "kehu_record", "kehu_digest"])
            + &row(&["Own", "Ulm", "deownxxxxx", "", "0"])
            + &row(&["Own", "", "deotherxxx", "", "0"])
            + "</sheetData><mergeCells><mergeCell ref='B2:B3'/></mergeCells><sheetData>";
        workbook(&rows)
            .card("国外客户/德国/Own", OWN)
            .card("国外客户/德国/Other", &OWN.replace("own", "other").replace("xx'", "'"))
    })
    .run("import customers a.xlsx -y -q")
    .en("a.xlsx: S!B3: city: the cell is merged with the one above it", "unmerge the cells in Excel and fill in each")
    .zh("a.xlsx: S!B3：city：单元格已与上方单元格合并", "请在 Excel 中取消合并，逐格填写")
    .exits(1),
    on(|| own(OWN, "Own,DE,Ulm,degonexxxx,,0\n"))
        .run("import customers a.csv -y -q")
        .en("a.csv:2: no customer of the book has the id degonexxxx", "to make a new one, empty the cell of kehu_id")
        .zh("a.csv：2：账套中没有标识为 degonexxxx 的客户", "若是新增，请清空此行的 kehu_id")
        .exits(1),
    on(|| own(OWN, "Own,DE,Ulm,deownxxxxx,payment.4,0\n"))
        .run("import customers a.csv -y -q")
        .en("a.csv:2: the record of this row is not on the card any more", "export the table again")
        .zh("a.csv：2：此行对应的记录已不在卡片上", "请重新导出")
        .exits(1),
    on(|| own(OWN, "Own,DE,Bonn,deownxxxxx,,0\n"))
        .run("import customers a.csv -y -q")
        .en(
            "a.csv:2: the card has changed since the export: city is Ulm on the card, Bonn in the file",
            "export the table again and make the change there, or change the card with `kehu set`",
        )
        .zh("a.csv：2：导出后卡片已改动：城市：卡片为 Ulm，文件为 Bonn", "请重新导出后再改，或用 kehu set 直接修改卡片")
        .exits(1),
    on(|| {
        let book = own(OWN, "");
        book.run("export csv -o a.csv --force -q").any_stderr();
        let text = book.text("a.csv").replace("Own,", ",");
        book.file("a.csv", &text)
    })
    .run("import customers a.csv -y -q")
    .en("a.csv:3: name was emptied", "fill it in")
    .zh("a.csv：3：名称被清空", "请填写")
    .exits(1),
    on(at_odds)
        .run("import orders a.csv -y -q")
        .en("a.csv:3: date: another row of the same order was edited to say something else", "make them the same")
        .zh("a.csv：3：订购日期：同一订单的另一行改成了不同的值", "请改成一致")
        .exits(1),
];
