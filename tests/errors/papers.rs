//! Papers made of templates.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;
use kehu::formats::package::{Package, Part};

/// One customer with an order, and a template.
fn template(text: &str) -> Book {
    with("a.txt", text.as_bytes())
}

fn with(name: &str, bytes: &[u8]) -> Book {
    let order = "[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 10\n";
    let contact = "[[contact]]\nname = 'Anna'\n";
    card(&format!("name = 'Acme'\n{contact}{order}")).bytes(&format!("模板/{name}"), bytes)
}

/// The same of one of whom little is known.
fn bare(text: &str) -> Book {
    acme().file("模板/a.txt", text)
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let part = |(name, text): &(&str, &str)| Part { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
    Package { parts: parts.iter().map(part).collect() }.pack().unwrap_or_default()
}

/// A Word template with such parts beside its text.
fn word(parts: &[(&str, &str)]) -> Book {
    with("a.docx", &packed(parts))
}

/// An Excel template with such a sheet.
fn excel(sheet: &str) -> Book {
    let relation = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/></Relationships>";
    with(
        "a.xlsx",
        &packed(&[
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", relation),
            ("xl/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
        ]),
    )
}

fn cell(place: &str, text: &str) -> String {
    let row = place.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    format!("<sheetData><row r=\"{row}\"><c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row></sheetData>")
}

/// An order that was shipped in parts of which nobody said what they were.
fn parts() -> Book {
    let order = "[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\n\
        items = [ { product = 'pump', quantity = 2, unit_price = 5 } ]\nshipments = [ { date = 2026-11-01, amount = 4 } ]\n";
    card(&format!("name = 'Acme'\n{order}")).file("模板/a.txt", "{{shipment.bl}} {{lines.no}}")
}

/// An order that nothing was shipped of.
fn unshipped() -> Book {
    template("{{shipment.bl}}")
}

/// One with whom trading is ended.
fn halted() -> Book {
    let halt = "[[credit]]\nfrom = 2026-11-01\nstate = 'halted'\n";
    let order = "[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 10\n";
    card(&format!("name = 'Acme'\n{order}{halt}")).file("模板/a.txt", "{{order.number}}")
}

/// One whose note is longer than a cell, or than any paper where it is repeated.
fn wordy(times: usize) -> Book {
    let note = "x".repeat(40_000);
    let sheet = cell("B2", "{{customer.note}}");
    let book = excel(&sheet);
    let contacts = "[[contact]]\nname = 'Anna'\n".repeat(times);
    let text = format!("name = 'Acme'\nnote = '{note}'\n{contacts}");
    book.file(CARD, &text).file("模板/b.txt", "{{contacts.no}} {{customer.note}}\n")
}

const FIELDS: [&str; 2] = ["see all names: kehu doc --fields", "查看全部占位符：kehu doc --fields"];
const AGAIN: [&str; 2] = ["open it in Word or Excel and save it again", "请用 Word 或 Excel 打开后另存一份"];
const NO_MACROS: [&str; 2] = ["save it as .docx or .xlsx, which keep none", "请另存为不含宏的 .docx 或 .xlsx"];

/// The stories.
pub const ALL: &[Told] = &[
    // which template
    on(acme)
        .run("doc Acme x")
        .en("there is no template \"x\"", "put your templates into the folder Templates")
        .zh("没有模板“x”", "请把模板放到文件夹 模板"),
    on(|| template(""))
        .run("doc Acme x")
        .en("there is no template \"x\"", "see all of them: kehu doc --list")
        .zh("没有模板“x”", "查看全部模板：kehu doc --list"),
    on(acme)
        .run("doc")
        .en("no template is named", "put your templates into the folder Templates")
        .zh("没有写模板", "请把模板放到文件夹 模板"),
    on(|| template("").file("模板/b.md", ""))
        .run("doc Acme")
        .en("no template is named", "name one of them: a.txt, b.md")
        .zh("没有写模板", "请写其中之一：a.txt、b.md"),
    on(|| acme().file("模板/xy.md", "").file("模板/xz.txt", ""))
        .run("doc Acme x")
        .en("\"x\" fits several templates", "say which: xy.md, xz.txt")
        .zh("“x”对应多个模板", "请指明：xy.md、xz.txt"),
    on(|| with("a.pdf", b""))
        .run("doc Acme a.pdf")
        .en("模板/a.pdf: .pdf is no kind of template", "save it as .docx, .xlsx, .md, .txt or .html")
        .zh("模板/a.pdf：.pdf 不是可用的模板格式", "请另存为 .docx、.xlsx、.md、.txt 或 .html"),
    on(|| with("a.docm", b""))
        .run("doc Acme a.docm")
        .en("模板/a.docm: the template holds macros; a paper with macros is not made", NO_MACROS[0])
        .zh("模板/a.docm：模板含有宏，不能用来制单", NO_MACROS[1])
        .exits(1),
    on(|| template(""))
        .run("doc Acme a --format csv")
        .en("a paper is told as text or json", "leave --format away, or write json")
        .zh("制单结果只能输出为 text 或 json", "请去掉 --format，或写 json"),
    on(|| template(""))
        .run("doc Acme a -o a.docx")
        .en("a.docx: the paper is a .txt file", "write it to a.docx.txt")
        .zh("a.docx：单证是 .txt 文件", "请写到 a.docx.txt"),
    on(|| template(""))
        .run("doc Acme a -o -")
        .en("a paper cannot go to standard output", "name a file: -o paper.txt")
        .zh("单证不能输出到标准输出", "请写文件名：-o 单证.txt"),
    on(|| template(""))
        .run("doc Acme a -o none/a.txt")
        .en("none: there is no such folder", "make the folder first, or name another after -o")
        .zh("none：没有这个文件夹", "请先建好文件夹，或在 -o 后换一个"),
    on(|| with("a.txt", b"PK\x03\x04\xff"))
        .run("doc Acme a")
        .en("模板/a.txt: the file is one of Word or Excel, not a text", "open it in Word or Excel and save it as .docx or .xlsx")
        .zh("模板/a.txt：文件是 Word 或 Excel 文件，不是文本", "请用 Word 或 Excel 打开，另存为 .docx 或 .xlsx"),
    // what is written in it
    on(|| template("{{ordr.total}}"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1:1: {{ordr.total}} is no placeholder",
            "did you mean {{order.total}}? all names: kehu doc --fields",
        )
        .zh("模板/a.txt:1:1：没有占位符 {{ordr.total}}", "是否想写 {{order.total}}？全部占位符：kehu doc --fields"),
    on(|| template("\n {{xyzzy}}"))
        .run("doc Acme a")
        .en("模板/a.txt:2:2: {{xyzzy}} is no placeholder", FIELDS[0])
        .zh("模板/a.txt:2:2：没有占位符 {{xyzzy}}", FIELDS[1]),
    on(|| template("{{today"))
        .run("doc Acme a")
        .en("模板/a.txt:1:1: a placeholder begins with {{ and does not end", "write }} behind it, on the same line")
        .zh("模板/a.txt:1:1：占位符以 {{ 开头，但没有结束", "请在同一行内以 }} 结尾"),
    on(|| template("{{lines}}"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1:1: {{lines}} is more than one value",
            "name one of its values, as {{lines.no}}; see: kehu doc --fields",
        )
        .zh("模板/a.txt:1:1：{{lines}} 不止一个值", "请写明其中一项，如 {{lines.no}}；查看：kehu doc --fields"),
    on(|| template("{{today | isoo}}"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1:1: \"isoo\" is no format",
            "write one of words, capitals, iso, english, chinese, plain, upper, percent",
        )
        .zh(
            "模板/a.txt:1:1：没有格式“isoo”",
            "请写以下之一：words 英文大写、capitals 大写、iso 数字日期、english 英文、chinese 中文、plain 纯数字、upper 大写字母、percent 百分比",
        ),
    on(|| template("{{#today}}"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1:1: {{#today}} begins a block that does not end",
            "end it with {{/today}} in the same row or text",
        )
        .zh("模板/a.txt:1:1：{{#today}} 没有结尾", "请在同一行或同一段落区域内以 {{/today}} 结尾"),
    on(|| template("{{/today}}"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1:1: {{/today}} ends no block that begins before it",
            "begin it with {{#today}} in the same row or text, or delete the end",
        )
        .zh(
            "模板/a.txt:1:1：{{/today}} 前面没有对应的开头",
            "请在同一行或同一段落区域内以 {{#today}} 开头，或删去此处",
        ),
    on(|| template("{{lines.no}}{{charges.no}}"))
        .run("doc Acme a")
        .en("模板/a.txt:1:13: a row names two lists, lines and charges", "put each into a row of its own")
        .zh("模板/a.txt:1:13：同一行用了两个列表：lines 和 charges", "请各放一行"),
    on(|| with("a.txt", b"\xC4\xC2\xC0\xD5"))
        .run("doc Acme a")
        .en(
            "模板/a.txt:1: the file is not UTF-8; it looks like GBK",
            "open the template in an editor and save it as UTF-8",
        )
        .zh("模板/a.txt:1：文件不是 UTF-8 编码，看来是 GBK", "请用编辑器打开模板，另存为 UTF-8"),
    // packed files
    on(|| with("a.docx", b"hello"))
        .run("doc Acme a")
        .en("模板/a.docx: the file is damaged, or no Word or Excel file", AGAIN[0])
        .zh("模板/a.docx：文件已损坏，或不是 Word/Excel 文件", AGAIN[1]),
    on(|| with("a.docx", &[0xd0, 0xcf, 0x11, 0xe0]))
        .run("doc Acme a")
        .en(
            "模板/a.docx: the file has a password, or is of the old kind (.doc, .xls)",
            "save it without password as .docx or .xlsx",
        )
        .zh("模板/a.docx：文件有密码，或是旧格式（.doc、.xls）", "请去掉密码，另存为 .docx 或 .xlsx"),
    on(|| word(&[("word/media/a", &"a".repeat(140_000_000))]))
        .run("doc Acme a")
        .en(
            "模板/a.docx: the file unpacks to more than is reasonable",
            "save it again without what it does not need",
        )
        .zh("模板/a.docx：文件解压后过大", "请删去无用内容后另存一份"),
    // Word
    on(|| word(&[("a", "")]))
        .run("doc Acme a")
        .en("模板/a.docx: the file holds no Word text", "open it in Word and save it as .docx")
        .zh("模板/a.docx：文件中没有 Word 正文", "请用 Word 打开后另存为 .docx"),
    on(|| word(&[("word/document.xml", "<w:document>")]))
        .run("doc Acme a")
        .en("模板/a.docx: the part word/document.xml of the file cannot be read", AGAIN[0])
        .zh("模板/a.docx：文件的 word/document.xml 部分无法读取", AGAIN[1]),
    on(|| word(&[("word/document.xml", "<w:document/>"), ("word/vbaProject.bin", "")]))
        .run("doc Acme a")
        .en("模板/a.docx: the template holds macros; a paper with macros is not made", NO_MACROS[0])
        .zh("模板/a.docx：模板含有宏，不能用来制单", NO_MACROS[1])
        .exits(1),
    on(|| wordy(2000))
        .run("doc Acme b")
        .en("模板/b.txt: the paper would be larger than is reasonable", "shorten what the card says, or the template")
        .zh("模板/b.txt：生成的文件会过大", "请缩短卡片内容或模板"),
    // Excel
    on(|| with("a.xlsx", &packed(&[("a", "")])))
        .run("doc Acme a")
        .en("模板/a.xlsx: the file holds no Excel sheets", "open it in Excel and save it as .xlsx")
        .zh("模板/a.xlsx：文件中没有 Excel 工作表", "请用 Excel 打开后另存为 .xlsx"),
    on(|| excel("<sheetData/><headerFooter><oddHeader>{{/}}</oddHeader></headerFooter>"))
        .run("doc Acme a")
        .en("模板/a.xlsx S!page header: page headers and text boxes can hold single values, no blocks and no lists", "put it into cells")
        .zh("模板/a.xlsx S!页眉页脚：页眉页脚和文本框中只能放单个值，不能放条件块和列表", "请放到单元格中"),
    on(|| template("{{/}}"))
        .run("doc Acme a")
        .en("模板/a.txt:1:1: {{/}} ends no block that begins before it", "begin it with {{#name}} in the same row or text, or delete the end")
        .zh("模板/a.txt:1:1：{{/}} 前面没有对应的开头", "请在同一行或同一段落区域内以 {{#名称}} 开头，或删去此处"),
    on(|| template("{{#debt.final}}x{{/}}"))
        .run("doc Acme a")
        .en("nothing is overdue: there is nothing to ask for", "a statement tells what is open: kehu doc \"国外客户/德国/Acme\" statement")
        .zh("没有逾期款项，无可催收", "未结款项见对账单：kehu doc \"国外客户/德国/Acme\" 对账单")
        .exits(1),
    on(|| excel("<sheetData><row><c><f>\"{{today}}\"</f></c></row></sheetData>"))
        .run("doc Acme a")
        .en(
            "模板/a.xlsx S!A1: a formula cannot hold a placeholder",
            "put the placeholder into a cell of its own and refer to that cell",
        )
        .zh("模板/a.xlsx S!A1：公式中不能用占位符", "请把占位符放到单独的单元格，公式引用该单元格"),
    on(|| excel(&cell("A1048576", "{{contacts.no}}")).file(CARD, "name = 'Acme'\ncontact = [ {}, {} ]\n"))
        .run("doc Acme a")
        .en(
            "模板/a.xlsx: the sheet S would have more rows than Excel can hold",
            "repeat fewer rows, or use another kind of template",
        )
        .zh("模板/a.xlsx：工作表 S 的行数会超过 Excel 上限", "请减少重复的行，或改用其他格式的模板"),
    on(|| wordy(1))
        .run("doc Acme a")
        .en(
            "模板/a.xlsx S!B2: a text of 40000 characters does not fit into a cell of Excel",
            "shorten it on the card, or use a Word template",
        )
        .zh("模板/a.xlsx S!B2：文本有 40000 字，Excel 单元格放不下", "请在卡片中缩短，或改用 Word 模板"),
    // what it is about
    on(|| bare("{{order.number}}"))
        .run("doc Acme a")
        .en("the customer has no order", "note it: kehu order \"国外客户/德国/Acme\"")
        .zh("该客户没有订单", "登记订单：kehu order \"国外客户/德国/Acme\"")
        .exits(1),
    on(|| bare("{{quote.number}}"))
        .run("doc Acme a")
        .en("the customer has no quote", "note it: kehu quote \"国外客户/德国/Acme\"")
        .zh("该客户没有报价", "登记报价：kehu quote \"国外客户/德国/Acme\"")
        .exits(1),
    on(unshipped)
        .run("doc Acme a")
        .en("nothing was shipped to the customer", "note it: kehu ship \"国外客户/德国/Acme\"")
        .zh("该客户还没有出运", "登记出运：kehu ship \"国外客户/德国/Acme\"")
        .exits(1),
    on(unshipped)
        .run("doc Acme a --order PI-1")
        .en("nothing was shipped of PI-1", "note it: kehu ship \"国外客户/德国/Acme\" PI-1")
        .zh("PI-1 还没有出运", "登记出运：kehu ship \"国外客户/德国/Acme\" PI-1")
        .exits(1),
    on(parts)
        .run("doc Acme a --shipment 9")
        .en(
            "order PI-1 has no shipment 9",
            "it has 1; give the number from 1, or the B/L or invoice number",
        )
        .zh("订单 PI-1 没有第 9 批出运", "共 1 批；请写批次（从 1 起）、提单号或发票号"),
    on(parts)
        .run("doc Acme a")
        .en(
            "PI-1: the shipment is a part of the order and does not say what left",
            "add items to the shipment: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh("PI-1：本批是分批出运，卡片未写所装明细", "请为该批出运补上明细（items）：kehu edit \"国外客户/德国/Acme\"")
        .exits(1),
    on(|| template("{{contact.name}}"))
        .run("doc Acme a --contact Hans")
        .en("no contact is called \"Hans\"", "one of: Anna")
        .zh("没有联系人“Hans”", "可选：Anna"),
    on(|| bare("{{contact.name}}"))
        .run("doc Acme a --contact Hans")
        .en("no contact is called \"Hans\"", "the card names no contact; leave --contact away")
        .zh("没有联系人“Hans”", "卡片没有联系人，请去掉 --contact"),
    // whether it may go out
    on(halted)
        .run("doc Acme a")
        .en(
            "PI-1: refused: trading with this customer has ended (第14条)",
            "see it: kehu credit show \"国外客户/德国/Acme\"; if the paper goes out all the same: --anyway REASON",
        )
        .zh(
            "PI-1：不可接：已中止与该客户交易（第14条）",
            "查看：kehu credit show \"国外客户/德国/Acme\"；若仍要出具：--anyway 理由",
        )
        .exits(1),
    on(halted)
        .run("doc Acme a --anyway ' '")
        .en("--anyway wants a reason", "nothing was written; correct it and run the command again")
        .zh("--anyway 须写明理由", "未写入任何内容，请改正后重试"),
];

#[test]
fn papers() {
    live(ALL);
}
