//! Forms that came back.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;
use crate::common::forms::{packed, template, unmarked, word};
use kehu::lang::Lang;

/// A customer, and a trading card that came back for it.
fn returned(values: &[(&str, &str)]) -> Book {
    let form = word(&template(Lang::Zh, "客户交易卡.docx"), values);
    card("id = 'abcdefghjk'\nname = 'Acme'\naddress = 'Old 1'\n").bytes("form.docx", &form)
}

/// What to do with a file that is no form.
const OTHER: [&str; 2] = [
    "kehu reads forms of Word and Excel (.docx, .xlsx); what another file says goes in with kehu set",
    "kehu 只读取 Word、Excel 表格（.docx、.xlsx）；其他文件中的内容请用 kehu set 填写",
];

/// The stories.
pub const ALL: &[Told] = &[
    on(|| acme().bytes("form.doc", b"\xd0\xcf\x11\xe0\xa1\xb1"))
        .run("import form form.doc")
        .en(
            "form.doc: the file has a password, or is of the old kind (.doc, .xls)",
            "save it without password as .docx or .xlsx",
        )
        .zh("form.doc：文件有密码，或是旧格式（.doc、.xls）", "请去掉密码，另存为 .docx 或 .xlsx"),
    on(|| acme().bytes("form.docx", b"PK\x03\x04\x14\0"))
        .run("import form form.docx")
        .en(
            "form.docx: the file is damaged, or no Word or Excel file",
            "open it in Word or Excel and save it again",
        )
        .zh("form.docx：文件已损坏，或不是 Word/Excel 文件", "请用 Word 或 Excel 打开后另存一份"),
    on(|| acme().file("form.txt", "税号 4711\n"))
        .run("import form form.txt")
        .en("form.txt: this is a text, no form of Word or Excel", OTHER[0])
        .zh("form.txt：这是文本文件，不是 Word 或 Excel 表格", OTHER[1]),
    on(|| acme().bytes("form.pdf", b"%PDF-1.7\n\xE2\xE3\xCF\xD3\n"))
        .run("import form form.pdf")
        .en("form.pdf: this is a PDF, no form of Word or Excel", OTHER[0])
        .zh("form.pdf：这是 PDF 文件，不是 Word 或 Excel 表格", OTHER[1]),
    on(|| acme().bytes("form.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF"))
        .run("import form form.jpg")
        .en("form.jpg: this is a picture, no form of Word or Excel", OTHER[0])
        .zh("form.jpg：这是图片，不是 Word 或 Excel 表格", OTHER[1]),
    on(|| acme().file("form.docx", ""))
        .run("import form form.docx")
        .en("form.docx: the file is empty", OTHER[0])
        .zh("form.docx：文件是空的", OTHER[1]),
    on(|| acme().bytes("form.docx", &packed(&[("word/document.xml", &"0".repeat(65 << 20))])))
        .run("import form form.docx")
        .en("form.docx: the file unpacks to more than is reasonable", "save it again without what it does not need")
        .zh("form.docx：文件解压后过大", "请删去无用内容后另存一份"),
    on(|| acme().bytes("form.docm", &packed(&[("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")])))
        .run("import form form.docm")
        .en("form.docm: the file holds macros; kehu opens none such", "save it without macros as .docx or .xlsx")
        .zh("form.docm：文件含有宏，kehu 不打开", "请另存为不含宏的 .docx 或 .xlsx"),
    on(|| acme().bytes("form.docx", &packed(&[("mimetype", "x")])))
        .run("import form form.docx")
        .en(
            "form.docx: the file is no Word or Excel form, or is damaged",
            "open it in Word or Excel and save it again",
        )
        .zh("form.docx：文件不是 Word/Excel 表格，或已损坏", "请用 Word 或 Excel 打开后另存一份"),
    on(|| acme().bytes("form.docx", &packed(&[("word/document.xml", "<w:p>hello</w:p>")])))
        .run("import form form.docx")
        .en(
            "form.docx: none of the places of a trading card or an investigation form is in it",
            "see that it is the form that came back, its labels as they were",
        )
        .zh("form.docx：文件中没有客户交易卡或信用调查表的填写项", "请确认是填好寄回的表格，且项目名称未改动"),
    on(|| returned(&[("id", "abcdefghjk"), ("address", &"x".repeat(10_001))]))
        .run("import form form.docx")
        .en(
            "form.docx: address (table 2, row 3) holds more than 10000 characters",
            "shorten it there, then run the command again",
        )
        .zh("form.docx：address（第 2 个表格第 3 行）超过 10000 个字符", "请在文件中删短后重试"),
    on(|| returned(&[("papers.tax_number", "1")]))
        .run("import form form.docx")
        .en("form.docx: the form does not say whose it is", "say whose form it is: --customer NAME")
        .zh("form.docx：表格中没有写明是哪个客户", "请指明是谁的表格：--customer 客户"),
    on(|| returned(&[("papers.legal_name", "Xyzzy Ltd")]))
        .run("import form form.docx")
        .en("form.docx: no customer is called \"Xyzzy Ltd\"", "say whose form it is: --customer NAME")
        .zh("form.docx：没有名为“Xyzzy Ltd”的客户", "请指明是谁的表格：--customer 客户"),
    on(|| returned(&[("id", "abcdefghjk"), ("city", "X")]).card("国外客户/法国/Zen", "name = 'Zen'\n"))
        .run("import form form.docx --customer Zen")
        .en(
            "form.docx: the form is that of 国外客户/德国/Acme, not of 国外客户/法国/Zen",
            "nothing was written; leave --customer out, or write --customer \"国外客户/德国/Acme\"",
        )
        .zh(
            "form.docx：这是 国外客户/德国/Acme 的表格，不是 国外客户/法国/Zen 的",
            "未写入任何内容；请去掉 --customer，或写 --customer \"国外客户/德国/Acme\"",
        )
        .exits(1),
    on(|| returned(&[("id", "abcdefghjk"), ("address", "New 2")]))
        .run("import form form.docx -y")
        .en(
            "国外客户/德国/Acme/card.toml: 1 of these values differ from what the card has",
            "nothing was written; to replace them: --update",
        )
        .zh("国外客户/德国/Acme/card.toml：其中 1 项与卡片现有内容不同", "未写入任何内容；要替换请加 --update")
        .exits(1),
    on(|| returned(&[("id", "abcdefghjk"), ("email", "none")]))
        .run("import form form.docx -y")
        .en(
            "form.docx: table 2, row 5: e-mail: \"none\" is no e-mail address",
            "nothing was written; correct it and run the command again",
        )
        .zh("form.docx：第 2 个表格第 5 行：邮箱：“none”不是邮箱地址", "未写入任何内容，请改正后重试"),
    on(|| returned(&[("id", "abcdefghjk"), ("phone", "12")]))
        .run("import form form.docx -y")
        .en(
            "form.docx: table 2, row 5: phone: \"12\" is no telephone number",
            "nothing was written; correct it and run the command again",
        )
        .zh("form.docx：第 2 个表格第 5 行：电话：“12”不是电话号码", "未写入任何内容，请改正后重试"),
    on(|| returned(&[("id", "abcdefghjk"), ("contact.2.title", "CEO")]))
        .run("import form form.docx -y")
        .en(
            "form.docx: table 3, row 3: a contact without a name",
            "nothing was written; correct it and run the command again",
        )
        .zh("form.docx：第 3 个表格第 3 行：联系人没有写姓名", "未写入任何内容，请改正后重试"),
    on(|| returned(&[("id", "abcdefghjk"), ("city", "X")]))
        .run("import form form.docx -y --exchanged 2026-12-01")
        .en("trading card: 2026-12-01 has not come yet", "nothing was written; correct it and run the command again")
        .zh("客户交易卡：2026-12-01 还没到", "未写入任何内容，请改正后重试"),
    on(|| {
        let form = word(&template(Lang::En, "Investigation form.docx"), &[
            ("id", "abcdefghjk"),
            ("profile.founded", "1912"),
            ("profile.founded@channel", "rumour"),
        ]);
        card("id = 'abcdefghjk'\nname = 'Acme'\n").bytes("form.docx", &unmarked(&form))
    })
    .run("import form form.docx")
    .en(
        "form.docx: table 2, row 9: channels: \"rumour\" is none of bank, trade, internal, field",
        "nothing was written; correct it and run the command again",
    )
    .zh(
        "form.docx：第 2 个表格第 9 行：调查途径：“rumour”不在以下之列：金融机构（bank）、客户或行业组织（trade）、内部调查（internal）、实地调查（field）",
        "未写入任何内容，请改正后重试",
    ),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
