//! The templates that `init` ships, and the forms that come back.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;
use common::forms::{changed, excel, part, template, unmarked, word};
use kehu::formats::package::Package;
use kehu::formats::paper::Paper;
use kehu::lang::Lang;

/// Which paper must name what, by documents.md; the words of both books.
const CONTENTS: &[(&str, &str, &[&str])] = &[
    (
        "Quotation",
        "报价单",
        &[
            "contact.name",
            "quote.inquiry",
            "quote.number",
            "quote.date",
            "lines.name",
            "lines.specification",
            "Picture",
            "lines.picture",
            "lines.hs",
            "lines.moq",
            "lines.unit_price",
            "quote.terms",
            "lines.per_package",
            "lines.gross_weight",
            "lines.volume",
            "lines.per_20gp",
            "lines.per_40hq",
            "quote.lead_days",
            "deposit",
            "quote.payment",
            "quote.valid_until",
            "quote.total",
            "| words",
            "charges.amount",
        ],
    ),
    (
        "Proforma invoice",
        "形式发票",
        &[
            "customer.full_name",
            "customer.consignee",
            "customer.notify_party",
            "lines.amount",
            "charges.amount",
            "order.total",
            "| words",
            "order.deposit",
            "order.balance",
            "order.loading",
            "order.discharge",
            "order.ship_by",
            "order.partial",
            "order.transhipment",
            "order.origin",
            "order.tolerance",
            "±",
            "seller.bank",
            "seller.swift",
            "seller.account",
            "seller.beneficiary",
            "Bank charges",
            "never change by e-mail",
            "For the seller",
            "For the buyer",
        ],
    ),
    (
        "Sales contract",
        "合同",
        &[
            "customer.consignee",
            "order.total",
            "| words",
            "order.ship_by",
            "order.partial",
            "order.transhipment",
            "order.tolerance",
            "order.shipping_marks",
            "Quality and inspection",
            "110 %",
            "Documents",
            "survey",
            "30 days",
            "Retention of title",
            "interest",
            "Force majeure",
            "CISG",
            "CIETAC",
            "prevails",
            "seller.swift",
            "UCP 600",
            "never change by e-mail",
            "Incoterms® 2020",
        ],
    ),
    (
        "Commercial invoice",
        "商业发票",
        &[
            "shipment.invoice",
            "order.shipping_marks",
            "lines.amount",
            "shipment.packages",
            "shipment.gross_weight",
            "shipment.net_weight",
            "shipment.volume",
            "shipment.bl",
            "order.origin",
            "shipment.total",
            "| words",
            "customer.invoice_address",
        ],
    ),
    (
        "Packing list",
        "装箱单",
        &[
            "order.shipping_marks",
            "lines.packages",
            "lines.net_weight",
            "lines.gross_weight",
            "lines.volume",
            "shipment.packages",
            "shipment.gross_weight",
            "shipment.volume",
            "shipment.bl",
            "order.origin",
        ],
    ),
    (
        "Statement",
        "对账单",
        &[
            "open.due",
            "open.balance",
            "open.days",
            "ageing.currency",
            "ageing.not_due",
            "ageing.overdue_1_30",
            "ageing.overdue_31_60",
            "ageing.overdue_61_90",
            "ageing.overdue_over_90",
            "ageing.total",
            "seller.account",
            "never change by e-mail",
        ],
    ),
    (
        "Dunning letter",
        "催款函",
        &[
            "#debt.first",
            "#debt.second",
            "#debt.final",
            "open.due",
            "open.balance",
            "debt.overdue",
            "ageing.overdue_over_90",
            "debt.total",
            "debt.dunned",
        ],
    ),
    (
        "Trading card",
        "客户交易卡",
        &[
            "papers.legal_name",
            "papers.registration_number",
            "papers.tax_number",
            "\"address\"",
            "profile.legal_representative",
            "payment_profile.bank",
            "payment_profile.controller",
            "contact.1.name",
            "contact.2.email",
            "papers.consignee",
            "papers.invoice_address",
            "papers.signatories",
            "papers.references",
            "customer.owner",
            "customer.conditions",
            "Terms of trade",
            "Finance",
            "Sales manager",
            "company's copy",
            "customer's copy",
            "customer.id",
        ],
    ),
    (
        "Notice of halt",
        "中止交易通知",
        &["undelivered.number", "stop.reason", "stop.since", "open.balance", "debt.total", "7 days", "me.name"],
    ),
    ("Customer card", "客户资料卡", &[]),
    (
        "Investigation form",
        "信用调查表",
        &[
            "profile.shareholders@source",
            "profile.shareholders@channel",
            "profile.shareholders@date",
            "profile.size",
            "business.attitude",
            "trade.problems",
            "finance.cash_flow",
            "investigation.conclusion",
            "investigation.grade",
        ],
    ),
    ("Investigation report", "信用调查报告", &[]),
    ("Urgent report", "紧急报告", &[]),
    ("Visit plan", "访问计划", &[]),
];

/// What papers for our own people must name, in English and in Chinese.
const INSIDE: &[(&str, &[&str], &str, &[&str])] = &[
    (
        "Customer card",
        &[
            "customer.full_name",
            "customer.full_address",
            "customer.phone",
            "contacts.name",
            "orders.product",
            "orders.quantity",
            "orders.unit_price",
            "orders.amount",
            "orders.date",
            "payment_profile.attitude",
            "payment_profile.timing",
            "payment_profile.bank",
            "payment_profile.controller",
            "payment_profile.method",
            "credit.paying",
            "credit.grade",
            "credit.limit",
            "customer.owner",
        ],
        "客户资料卡",
        &[
            "客户.全称",
            "客户.完整地址",
            "客户.电话",
            "联系人表.姓名",
            "订单表.品名",
            "订单表.数量",
            "订单表.单价",
            "订单表.金额",
            "付款情况.付款态度",
            "付款情况.付款时间",
            "付款情况.银行往来情况",
            "付款情况.财务实权掌管人",
            "付款情况.付款方式",
            "信用.付款表现",
            "信用.核定等级",
            "信用.信用额度",
            "客户.负责人",
        ],
    ),
    (
        "Investigation report",
        &[
            "facts.fact",
            "facts.source",
            "facts.channel",
            "facts.date",
            "gaps.item",
            "credit.paying",
            "investigation.conclusion",
            "investigation.grade",
            "investigation.limit",
            "investigation.term_days",
            "investigation.conditions",
            "investigation.by",
            "investigation.assessed_by",
            "investigation.reported_to",
            "investigation.next",
        ],
        "信用调查报告",
        &[
            "调查项目.情况",
            "调查项目.来源",
            "调查项目.渠道",
            "缺项.项目",
            "信用.付款表现",
            "调查.结论",
            "调查.建议等级",
            "调查.下次调查",
        ],
    ),
    (
        "Urgent report",
        &[
            "alert.date",
            "alert.summary",
            "alert.source",
            "credit.exposure",
            "ageing.overdue_over_90",
            "undelivered.number",
            "holds the B/L",
            "open.holder",
            "open.bl",
            "stop.state",
            "Measures proposed",
            "alert.options",
            "alert.directive.text",
            "measures.note",
            "recovered.amount",
            "alert.closed",
        ],
        "紧急报告",
        &[
            "紧急报告.情况",
            "紧急报告.信息来源",
            "信用.信用敞口",
            "在产订单.订单号",
            "未结款.提单持有人",
            "中止.状态",
            "紧急报告.可选对策",
            "批示.内容",
            "对策表.说明",
            "收回表.金额",
            "紧急报告.结案日期",
        ],
    ),
    (
        "Visit plan",
        &[
            "plan.owner",
            "plan.from",
            "plan.to",
            "visits.customer",
            "visits.place",
            "visits.date",
            "visits.by",
            "visits.with",
            "visits.purpose",
            "visits.done",
            "visits.fruitless",
            "visits.result",
            "visits.next",
            "dropped.customer",
            "dropped.reason",
        ],
        "访问计划",
        &[
            "访问表.客户",
            "访问表.地点",
            "访问表.目的",
            "访问表.已访次数",
            "访问表.无效次数",
            "访问表.结果",
            "移出表.原因",
        ],
    ),
];

/// What the document and its frame say.
fn said(bytes: &[u8]) -> String {
    ["word/document.xml", "word/header1.xml", "word/footer1.xml"].map(|name| part(bytes, name)).concat()
}

#[test]
fn every_paper_names_what_it_must() {
    for (en, zh, wanted) in CONTENTS {
        for (lang, name) in [(Lang::En, en), (Lang::Zh, zh)] {
            let said = said(&template(lang, &format!("{name}.docx")));
            let missing: Vec<&&str> = wanted.iter().filter(|wanted| !said.contains(**wanted)).collect();
            assert!(missing.is_empty(), "{name}: {missing:?}");
            // the letterhead in both languages, and page n of m
            for always in ["seller.name_en", "NUMPAGES", " PAGE "] {
                assert!(said.contains(always), "{name}: {always}");
            }
        }
    }
    for (en, english, zh, chinese) in INSIDE {
        for (lang, name, wanted) in [(Lang::En, en, english), (Lang::Zh, zh, chinese)] {
            let said = said(&template(lang, &format!("{name}.docx")));
            let missing: Vec<&&str> = wanted.iter().filter(|wanted| !said.contains(**wanted)).collect();
            assert!(missing.is_empty(), "{name}: {missing:?}");
        }
    }
}

#[test]
fn a_quotation_has_no_bank_account() {
    for (lang, name) in [(Lang::En, "Quotation.docx"), (Lang::Zh, "报价单.docx")] {
        let said = said(&template(lang, name));
        assert!(!said.contains("seller.account") && !said.contains("seller.swift"), "{name}");
    }
}

#[test]
fn bank_details_come_from_the_seller_alone() {
    for lang in [Lang::En, Lang::Zh] {
        for (name, bytes) in Paper::files(lang).unwrap().iter().filter(|(name, _)| name.ends_with(".docx")) {
            let said = said(bytes);
            assert_eq!(said.matches("swift").count(), said.matches("seller.swift").count(), "{name}");
        }
    }
}

#[test]
fn what_goes_abroad_is_in_both_languages_in_a_chinese_book_and_in_english_alone_in_an_english_one() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (lang, name) in [(Lang::Zh, "报价单.docx"), (Lang::Zh, "催款函.docx"), (Lang::Zh, "客户交易卡.docx")]
    {
        let said = part(&template(lang, name), "word/document.xml");
        assert!(chinese(&said) && said.contains("Date"), "{name}");
    }
    for (name, bytes) in Paper::files(Lang::En).unwrap().iter().filter(|(name, _)| name.ends_with(".docx")) {
        // 第11条 is how the rules are cited
        let said = part(bytes, "word/document.xml").replace("第11条", "").replace("第13条", "");
        assert!(!chinese(&said), "{name}");
    }
}

#[test]
fn every_part_is_xml_and_the_same_each_time() {
    for lang in [Lang::En, Lang::Zh] {
        let files = Paper::files(lang).unwrap();
        assert_eq!(files, Paper::files(lang).unwrap(), "the same paper, the same bytes");
        assert_eq!(files.len(), 21);
        for (name, bytes) in &files {
            let package = Package::open(bytes, name, 1 << 24).unwrap();
            for part in package.parts.iter().filter(|part| part.name.ends_with("xml") || part.name.ends_with("rels")) {
                let mut reader = quick_xml::Reader::from_reader(part.bytes.as_slice());
                loop {
                    match reader.read_event().unwrap_or_else(|error| panic!("{name} {}: {error}", part.name)) {
                        quick_xml::events::Event::Eof => break,
                        event => drop(event),
                    }
                }
            }
            let types = part(bytes, "[Content_Types].xml");
            for part in package.parts.iter().filter(|part| part.name.starts_with("word/") && part.name.ends_with("xml"))
            {
                assert!(types.contains(&format!("/{}\"", part.name)), "{name}: {} has no type", part.name);
            }
        }
    }
}

#[test]
fn tables_carry_their_header_on_and_no_row_splits() {
    let said = part(&template(Lang::En, "Proforma invoice.docx"), "word/document.xml");
    assert_eq!(said.matches("<w:tr>").count(), said.matches("<w:cantSplit/>").count());
    assert_eq!(said.matches("<w:tblHeader/>").count(), 1);
    let sheet = part(&template(Lang::En, "Proforma invoice.xlsx"), "xl/workbook.xml");
    assert!(sheet.contains("_xlnm.Print_Titles") && sheet.contains("_xlnm.Print_Area"), "{sheet}");
}

#[test]
fn the_texts_of_the_papers_are_small() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/formats/paper/sources");
    let size: u64 = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    assert!(size <= 80 * 1024, "{size}");
}

#[test]
fn init_ships_them_and_adds_what_is_missing() {
    let book = Book::nowhere("2026-11-23");
    book.run("init -q");
    assert!(book.path("模板/报价单.docx").is_file() && book.path("模板/报价单.xlsx").is_file());
    book.run("init --templates").stderr("模板齐全，没有缺少的\n");
    std::fs::write(book.path("模板/合同.docx"), "mine").unwrap();
    std::fs::remove_file(book.path("模板/报价单.xlsx")).unwrap();
    book.run("init --templates --dry-run").stdout("模板/报价单.xlsx\n").stderr("将新建 1 份模板\n");
    assert!(!book.path("模板/报价单.xlsx").exists());
    book.run("init --templates").stdout("模板/报价单.xlsx\n").stderr("已新建 1 份模板\n");
    assert_eq!(book.text("模板/合同.docx"), "mine", "what is there stays");
    // they are neither stage nor company
    book.run("add --name Acme --country DE -q");
    book.run("list --format ids").stdout("潜在客户/德国/Acme\n");
    book.run("lint").any_stderr().hides(&["模板"]).any_stdout();
    let english = Book::nowhere("2026-11-23").english();
    english.run("init -q");
    assert!(english.path("Templates/Sales contract.docx").is_file() && !english.path("模板").exists());
}

/// A customer, of whom little is known.
const ACME: &str = "id = 'abcdefghjk'\nname = 'Acme GmbH'\naddress = 'Old 1'\n[[contact]]\nname = 'Anna Weber'\nemail = 'anna@acme.example'\n";

/// What a customer filled in.
const FILLED: &[(&str, &str)] = &[
    ("id", "abcdefghjk"),
    ("papers.legal_name", "Acme GmbH"),
    ("papers.tax_number", "DE811234567"),
    ("papers.signatories", "Anna Weber; Karl Weiß"),
    ("address", "Old 1"),
    ("contact.1.name", "Anna Weber"),
    ("contact.1.email", "anna@acme.example"),
    ("contact.1.phone", "+49 711 5550134"),
    ("contact.2.name", "Karl Weiß"),
    ("contact.2.title", "CFO"),
];

fn acme() -> Book {
    Book::on("2026-11-23").card("国外客户/德国/Acme", ACME)
}

const LINES: &str = "Anna Weber 电话：+49 711 5550134\n";

#[test]
fn a_trading_card_that_came_back_is_read_into_the_card() {
    let form = word(&template(Lang::Zh, "客户交易卡.docx"), FILLED);
    for bytes in [form.clone(), unmarked(&form)] {
        let book = acme().bytes("card.docx", &bytes);
        book.run("import form card.docx --dry-run").says(&[LINES, "+tax_number = \"DE811234567\"\n"]);
        assert_eq!(book.text("国外客户/德国/Acme/card.toml"), ACME);
        book.run("import form card.docx -y --exchanged 2026-11-20")
            .stdout("授权签字人：Anna Weber、Karl Weiß\n税号：DE811234567\nAnna Weber 电话：+49 711 5550134\n新联系人：Karl Weiß、CFO\n客户交易卡：2026-11-20\n")
            .stderr("国外客户/德国/Acme：已由表格写入 5 项\n");
        let card = book.text("国外客户/德国/Acme/card.toml");
        for line in [
            "tax_number = \"DE811234567\"",
            "signatories = [\"Anna Weber\", \"Karl Weiß\"]",
            "trading_card = 2026-11-20",
            "phone = \"+49 711 5550134\"",
            "name = \"Karl Weiß\"\ntitle = \"CFO\"",
        ] {
            assert!(card.contains(line), "{line} in {card}");
        }
        assert!(!card.contains("legal_name"), "a registered name that is the name says nothing");
        // the same again changes nothing
        book.run("import form card.docx -y").stderr("国外客户/德国/Acme：表中没有新内容\n");
    }
}

#[test]
fn what_the_card_has_is_replaced_only_where_that_is_said() {
    let values = [("id", "abcdefghjk"), ("address", "New 2"), ("city", "Köln")];
    let form = word(&template(Lang::En, "Trading card.docx"), &values);
    let book = acme().bytes("card.docx", &form);
    book.run("import form card.docx -y").stdout("地址：Old 1 → New 2\n城市：Köln\n").remarks(&["--update"]).exits(1);
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), ACME);
    book.run("import form card.docx").any_stdout().remarks(&["--update"]).exits(1);
    book.run("import form card.docx -y --update").any_stdout().stderr("国外客户/德国/Acme：已由表格写入 2 项\n");
    assert!(book.text("国外客户/德国/Acme/card.toml").contains("address = \"New 2\""));
}

#[test]
fn a_place_that_is_none_of_ours_changes_nothing() {
    let form = word(&template(Lang::Zh, "客户交易卡.docx"), &[("id", "abcdefghjk"), ("city", "Köln")]);
    let form =
        changed(&form, "word/document.xml", |text| text.replace("w:tag w:val=\"city\"", "w:tag w:val=\"owner\""));
    let book = acme().bytes("card.docx", &form);
    // the label still leads to the city
    book.run("import form card.docx -y").stdout("城市：Köln\n").any_stderr();
    assert!(!book.text("国外客户/德国/Acme/card.toml").contains("owner"));
}

/// What finance and sales filled in.
const FOUND: &[(&str, &str)] = &[
    ("id", "abcdefghjk"),
    ("investigation.date", "2026-11-20"),
    ("profile.shareholders", "Anna Weber 100%"),
    ("profile.shareholders@source", "Handelsregister"),
    ("profile.shareholders@channel", "内部调查"),
    ("profile.shareholders@date", "2026-11-19"),
    ("profile.founded", "1912"),
    ("profile.founded@source", "Handelsregister"),
    ("finance.assets", "未取得"),
    ("investigation.conclusion", "稳健"),
    ("investigation.grade", "B"),
];

#[test]
fn an_investigation_form_becomes_a_draft() {
    let form = word(&template(Lang::Zh, "信用调查表.docx"), FOUND);
    let sheet = excel(&template(Lang::Zh, "信用调查表.xlsx"), FOUND);
    let nameless = changed(&sheet, "xl/workbook.xml", |text| {
        let (before, after) = text.split_once("<definedNames>").unwrap();
        format!("{before}{}", after.split_once("</definedNames>").unwrap().1)
    });
    for (name, bytes) in
        [("form.docx", form.clone()), ("form.docx", unmarked(&form)), ("form.xlsx", sheet), ("form.xlsx", nameless)]
    {
        let book = acme().bytes(name, &bytes);
        book.run(&format!("import form {name} --dry-run")).says(&["+[[investigation]]\n"]);
        assert_eq!(book.text("国外客户/德国/Acme/card.toml"), ACME);
        book.run(&format!("import form {name}")).remarks(&["2026-11-20 开始的调查已存为草稿", "还缺"]);
        let card = book.text("国外客户/德国/Acme/card.toml");
        for line in [
            "date = 2026-11-20",
            "channels = [\"internal\"]",
            "basic = \"股东构成：Anna Weber 100%；开业时间：1912\"",
            "basic_source = \"Handelsregister（内部调查，2026-11-19）；Handelsregister\"",
            "finance = \"资产：未取得\"",
            "conclusion = \"稳健\"",
            "grade = \"B\"",
        ] {
            assert!(card.contains(line), "{line} in {card} of {name}");
        }
        book.run(&format!("import form {name}")).any_stderr();
        assert_eq!(book.text("国外客户/德国/Acme/card.toml"), card, "the same again changes nothing");
    }
}

#[test]
fn whatever_comes_in_is_refused_in_one_line() {
    let deep = format!("{}{}", "<w:sdt>".repeat(100_000), "</w:sdt>".repeat(100_000));
    let form = word(&template(Lang::Zh, "客户交易卡.docx"), FILLED);
    let sheet = template(Lang::Zh, "信用调查表.xlsx");
    let far =
        changed(&sheet, "xl/worksheets/sheet1.xml", |text| text.replacen("<c r=\"A1\"", "<c r=\"XFD1048576\"", 1));
    for (bytes, code) in [
        (changed(&form, "word/document.xml", |_| deep.clone()), 2),
        (changed(&form, "word/document.xml", |_| "<w:p".to_owned()), 2),
        (form[..form.len() / 2].to_vec(), 2),
        (b"hello".to_vec(), 2),
        (Vec::new(), 2),
        (far, 2),
    ] {
        let book = acme().bytes("form.docx", &bytes);
        let mut run = book.run("import form form.docx -y");
        assert!(run.err().starts_with("错误：form.docx："), "{}", run.err());
        run.exits(code);
        assert_eq!(book.text("国外客户/德国/Acme/card.toml"), ACME);
    }
}

#[test]
fn they_name_nothing_that_kehu_does_not_know() {
    for (book, folder) in [(Book::nowhere("2026-11-23"), "模板"), (Book::nowhere("2026-11-23").english(), "Templates")]
    {
        book.run("init -q");
        for file in book.files().iter().filter(|file| file.starts_with(folder)) {
            // an unknown name ends it with an error
            book.args(["doc", "--fields", file]).any_stdout().exits(0);
        }
    }
}
