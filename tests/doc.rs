//! `doc`: the user's own templates, filled with what the book knows.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;
use kehu::formats::package::{Package, Part};
use kehu::formats::paper::Paper;
use kehu::lang::Lang;

const KEHU: &str = "language = 'zh-CN'\ncurrency = 'CNY'\n[[rate]]\ncurrency = 'USD'\nvalue = '7'\n\
    [seller]\nname = '宁波某公司'\nname_en = 'Ningbo Co.'\nbank = 'Bank'\n";
const PRODUCTS: &str = "[[product]]\nname = '叉车'\nname_en = 'Pallet truck'\nunit = '台'\nunit_en = 'set'\nhs = '8427.90'\n\
    per_package = 2\nnet_weight = 130\ngross_weight = '142.5'\nvolume = '0.62'\nlead_days = 35\norigin = 'CN'\n\
    [[product]]\nname = '海运费'\nname_en = 'Ocean freight'\ncharge = true\n";
const CARD: &str = "id = 'k7f3m2q9xz'\nname = 'Müller GmbH'\ncode = 'DE-7'\naddress = 'Weg 1'\ncity = 'Köln'\n\
    contact = [ { name = '甲' }, { name = 'Anna', decides = true } ]\n\
    [papers]\nmarks = 'MM/KÖLN'\nport = 'Hamburg'\n\
    [[quote]]\nnumber = 'Q-1'\ndate = 2026-11-01\ncurrency = 'USD'\nterms = 'CIF Hamburg'\nitems = [ { product = '叉车', quantity = 40, unit_price = 185 } ]\n\
    [[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\nterms = 'FOB Ningbo'\npartial = false\npay = { deposit = '0.30', balance = 'before_shipment' }\n\
    items = [ { product = '叉车', quantity = 41, unit_price = 185 }, { product = '海运费', quantity = 1, unit_price = 400 } ]\n";
const FOLDER: &str = "国外客户/德国/Müller GmbH";

fn firm(template: &str, text: &str) -> Book {
    with_card(CARD, template, text)
}

fn with_card(card: &str, template: &str, text: &str) -> Book {
    Book::nowhere("2026-11-23")
        .file("kehu.toml", KEHU)
        .file("products.toml", PRODUCTS)
        .card(FOLDER, card)
        .file(&format!("模板/{template}"), text)
}

/// Fills a template of one text and returns what stands in the paper.
fn filled(book: &Book, options: &str) -> String {
    let path = book.run(&format!("-q doc DE-7 单证 {options}")).text();
    std::fs::read_to_string(book.path(path.trim_end())).unwrap()
}

fn says(text: &str, want: &str) {
    assert_eq!(filled(&firm("单证.txt", text), ""), want, "{text}");
}

#[test]
fn each_name_gives_the_words_of_its_language() {
    for (text, want) in [
        ("{{today}} {{今天}} {{today | iso}}", "23 November 2026 2026年11月23日 2026-11-23"),
        ("{{seller.name_en}} {{卖方.名称}}", "Ningbo Co. 宁波某公司"),
        ("{{customer.country}} {{客户.国家}} {{customer.number}}", "Germany 德国 DE-7"),
        ("{{customer.full_address}}|{{客户.完整地址}}", "Weg 1, Köln, Germany|Weg 1, Köln, 德国"),
        ("{{customer.notify_party}}|{{客户.通知人}}", "Same as consignee|同收货人"),
        ("{{customer.consignee}}", "Müller GmbH, Weg 1, Köln, Germany"),
        ("{{contact.name}} {{联系人.姓名}}", "Anna Anna"),
        ("{{order.number}} {{order.currency}} {{order.total}}", "PI-1 USD 7,985.00"),
        ("{{order.goods_total}} {{order.charges_total}}", "7,585.00 400.00"),
        ("{{order.amount}} {{订单.金额}}", "7,985.00 7,985.00"),
        ("{{seller.beneficiary}} {{卖方.收款人}}", "Ningbo Co. Ningbo Co."),
        ("{{order.total | words}}", "SAY US DOLLARS SEVEN THOUSAND NINE HUNDRED AND EIGHTY-FIVE ONLY"),
        ("{{订单.合计 | 大写}}", "美元柒仟玖佰捌拾伍元整"),
        ("{{order.deposit}} {{order.deposit_share}} {{order.balance}}", "2,395.50 30% 5,589.50"),
        ("{{order.payment}}", "30% deposit by T/T, balance by T/T before shipment"),
        ("{{订单.付款条款}}", "30% 定金电汇，余款发货前电汇付清"),
        ("{{order.incoterm}}/{{order.place}}/{{order.loading}}/{{order.discharge}}", "FOB/Ningbo/Ningbo/Hamburg"),
        ("{{order.shipping_marks}} {{order.partial}} {{订单.分批装运}}", "MM/KÖLN not allowed 不允许"),
        ("{{order.packages}} {{order.gross_weight}} {{order.volume}}", "21 2,992.5 13.02"),
        ("{{order.origin}} {{订单.产地}} {{order.lead_days}}", "China 中国 35"),
        ("{{quote.total}} {{quote.insured}} {{报价.术语}}", "7,400.00 yes CIF"),
    ] {
        says(text, want);
    }
}

#[test]
fn rows_repeat_for_lines_and_charges_stand_apart() {
    says(
        "{{order.number}}\n{{lines.no}} {{lines.name}} {{明细.名称}} {{lines.quantity}} {{lines.unit}} {{明细.单位}} {{lines.amount}}\n{{charges.no}} {{charges.name}} {{费用.名称}} {{charges.amount}}\n",
        "PI-1\n1 Pallet truck 叉车 41 set 台 7,585.00\n1 Ocean freight 海运费 400.00\n",
    );
    says("{{contacts.no}} {{contacts.name}}\n", "1 甲\n2 Anna\n");
}

#[test]
fn a_paper_never_lies_upon_another_and_tells_where_it_is() {
    let book = firm("报价单.txt", "{{quote.number}} {{customer.fax}} {{客户.传真}}");
    book.run("doc DE-7 报价单").stdout(&format!("{FOLDER}/报价单 Q-1.txt\n")).stderr("没有资料、留空：客户.传真\n");
    book.run("doc DE-7 bjd --dry-run")
        .stdout(&format!("{FOLDER}/报价单 Q-1 (2).txt\n"))
        .stderr("没有资料、留空：客户.传真\n未写入任何内容\n");
    book.run("doc DE-7 报价").stdout(&format!("{FOLDER}/报价单 Q-1 (2).txt\n")).any_stderr();
    assert_eq!(std::fs::read_to_string(book.path(&format!("{FOLDER}/报价单 Q-1.txt"))).unwrap(), "Q-1  ");
    let row = book.run("-q doc DE-7 报价单.txt --format json -o a.txt").json();
    assert_eq!(
        (row["path"].as_str(), row["quote"].as_str(), row["written"].as_bool()),
        (Some("a.txt"), Some("Q-1"), Some(true))
    );
    assert_eq!(row["empty"], serde_json::json!(["客户.传真"]));
    book.run("doc DE-7 报价单 -o a.txt").remarks(&["已存在"]).exits(2);
}

#[test]
fn which_order_and_which_shipment() {
    let more = "[[order]]\nnumber = 'PI-2'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 100\nstatus = 'cancelled'\n\
        [[order]]\nnumber = 'PI-3'\ndate = 2026-09-01\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = 10, unit = '台', unit_price = 10 } ]\n\
        shipments = [ { date = 2026-10-01, amount = 40, bl = 'B1', items = [ { product = '叉车', quantity = 4 } ] }, { date = 2026-10-09, amount = 60, invoice = 'CI-9', packages = 7 } ]\n";
    let book = with_card(&format!("{CARD}{more}"), "单证.txt", "{{order.number}}");
    book.run("doc DE-7 单证 --order 3 -o 3.txt").stdout("3.txt\n");
    book.run("doc DE-7 单证 --order PI-2 -o 2.txt").stdout("2.txt\n");
    book.run("doc DE-7 单证 -o 1.txt").stdout("1.txt\n").stderr("订单 PI-1：2 张中最新的一张；--order 可另选\n");
    for (file, want) in [("3.txt", "PI-3"), ("2.txt", "PI-2"), ("1.txt", "PI-1")] {
        assert_eq!(std::fs::read_to_string(book.path(file)).unwrap(), want);
    }
    let text = "{{shipment.number}} {{shipment.total}} {{shipment.packages}} {{lines.quantity}} {{lines.amount}}";
    let book = with_card(&format!("{CARD}{more}"), "单证.txt", text);
    book.run("doc DE-7 单证 --shipment B1 -o 1.txt").stdout("1.txt\n");
    assert_eq!(std::fs::read_to_string(book.path("1.txt")).unwrap(), "1 40.00 2 4 40.00");
    book.run("doc DE-7 单证").remarks(&["本批是分批出运，卡片未写所装明细", "kehu edit"]).exits(1);
    book.run("doc DE-7 单证 --shipment 5").remarks(&["PI-3 没有第 5 批出运"]).exits(2);
    let book =
        with_card(&format!("{CARD}{more}"), "单证.txt", "{{shipment.number}} {{shipment.total}} {{shipment.packages}}");
    book.run("-q doc DE-7 单证").stdout(&format!("{FOLDER}/单证 CI-9.txt\n"));
    assert_eq!(std::fs::read_to_string(book.path(&format!("{FOLDER}/单证 CI-9.txt"))).unwrap(), "2 60.00 7");
}

#[test]
fn what_is_not_there_is_told_with_the_next_step() {
    let bare = "id = 'k7f3m2q9xz'\nname = 'Müller GmbH'\ncode = 'DE-7'\n";
    for (text, what, next) in [
        ("{{order.number}}", "该客户没有订单", "kehu order"),
        ("{{quote.number}}", "该客户没有报价", "kehu quote"),
        ("{{shipment.bl}}", "该客户还没有出运", "kehu ship"),
    ] {
        with_card(bare, "单证.txt", text).run("doc DE-7 单证").remarks(&[what, next]).exits(1);
    }
}

#[test]
fn debts_by_due_date_and_the_tone_of_the_letter() {
    let owing = |due: &str| {
        format!(
            "{CARD}[[order]]\nnumber = 'PI-9'\ndate = 2026-05-01\ncurrency = 'USD'\namount = 1000\nshipped = 2026-06-01\ndue = {due}\npay = {{ balance = 'oa' }}\n"
        )
    };
    let text = "{{debt.currency}} {{debt.total}} {{debt.overdue}} {{debt.days}} {{#debt.first}}1{{/}}{{#debt.second}}2{{/}}{{#debt.final}}3{{/}}\n{{open.no}} {{open.order}} {{open.balance}} {{open.days}} {{open.bucket}}\n{{undelivered.number}} {{undelivered.balance}}\n";
    for (due, head, row) in [
        ("2026-11-20", "USD 1,000.00 1,000.00 3 1", "1 PI-9 1,000.00 3 1-30 days"),
        ("2026-11-08", "USD 1,000.00 1,000.00 15 2", "1 PI-9 1,000.00 15 1-30 days"),
        ("2026-10-09", "USD 1,000.00 1,000.00 45 3", "1 PI-9 1,000.00 45 31-60 days"),
    ] {
        let book = with_card(&owing(due), "单证.txt", text);
        assert_eq!(filled(&book, ""), format!("{head}\n{row}\nPI-1 7,985.00\n"), "{due}");
    }
    // nobody is dunned for what is not due; a paper that asks for nothing tells it
    let book = with_card(&owing("2026-11-23"), "单证.txt", text);
    book.run("doc DE-7 单证").remarks(&["没有逾期款项", "Müller GmbH\" 对账单"]).exits(1);
    let book = with_card(
        &owing("2026-11-23"),
        "单证.txt",
        &text.replace("{{#debt.first}}1{{/}}{{#debt.second}}2{{/}}{{#debt.final}}3{{/}}", "."),
    );
    assert_eq!(filled(&book, ""), "USD 1,000.00 0.00  .\n1 PI-9 1,000.00  not due\nPI-1 7,985.00\n");
    let policy = "dunning_second_days = 2\ndunning_final_days = 3\n";
    let book = with_card(&owing("2026-11-20"), "单证.txt", text).file("policy.toml", policy);
    assert!(filled(&book, "").starts_with("USD 1,000.00 1,000.00 3 3\n"));
}

#[test]
fn terms_that_the_check_does_not_allow_go_out_only_with_a_reason() {
    let halted = format!("{CARD}[[credit]]\nfrom = 2026-11-01\nstate = 'halted'\n");
    let book = with_card(&halted, "合同.txt", "{{order.number}}");
    book.run("doc DE-7 合同").remarks(&["PI-1：不可接", "第14条", "--anyway 理由"]).exits(1);
    assert!(!book.files().iter().any(|file| file.contains("合同 PI-1")));
    book.run("doc DE-7 合同 --anyway ' '").remarks(&["--anyway 须写明理由"]).exits(2);
    book.run("doc DE-7 合同 --anyway 老客户 --dry-run")
        .says(&["+summary = \"照常办理：老客户 (合同.txt PI-1)\""])
        .any_stderr();
    book.run("doc DE-7 合同 --anyway 老客户").stdout(&format!("{FOLDER}/合同 PI-1.txt\n"));
    let card = std::fs::read_to_string(book.path(&format!("{FOLDER}/card.toml"))).unwrap();
    assert!(card.ends_with("[[followup]]\ndate = 2026-11-23\nkind = \"other\"\nsummary = \"照常办理：老客户 (合同.txt PI-1)\"\norder = \"PI-1\"\n"), "{card}");
    book.run("report compliance").says(&["老客户"]).any_stderr();
    // a paper about what has left states facts; one without order or quote states nothing
    with_card(&halted, "卡.txt", "{{customer.name}}").run("doc DE-7 卡").any_stdout();
    let shipped = halted.replace("partial = false", "shipped = 2026-10-05");
    with_card(&shipped, "合同.txt", "{{order.number}}").run("doc DE-7 合同").any_stdout();
    // nothing is noted where nothing was lacking
    let book = firm("合同.txt", "{{order.number}}");
    book.run("doc DE-7 合同 --anyway 老客户").any_stdout();
    assert_eq!(std::fs::read_to_string(book.path(&format!("{FOLDER}/card.toml"))).unwrap(), CARD);
}

#[test]
fn mistakes_are_told_all_at_once_and_nothing_is_written() {
    let book = firm("单证.txt", "{{ordr.total}}\n {{客户.名}} {{#order.note}}");
    book.run("doc DE-7 单证")
        .stderr(
            "错误：模板/单证.txt:1:1：没有占位符 {{ordr.total}}\n  下一步：是否想写 {{order.total}}？全部占位符：kehu doc --fields\n\
             错误：模板/单证.txt:2:2：没有占位符 {{客户.名}}\n  下一步：是否想写 {{客户.名称}}？全部占位符：kehu doc --fields\n\
             错误：模板/单证.txt:2:11：{{#order.note}} 没有结尾\n  下一步：请在同一行或同一段落区域内以 {{/order.note}} 结尾\n",
        )
        .exits(2);
    assert_eq!(book.files().iter().filter(|file| file.contains("单证")).count(), 1);
}

#[test]
fn what_is_left_empty_and_what_is_wrong_is_told_and_not_without_end() {
    let book = firm("报价单.txt", "{{customer.fax}} {{订单.备注}}");
    book.run("doc DE-7 报价单 --dry-run").any_stdout().stderr("没有资料、留空：客户.传真、订单.备注\n未写入任何内容\n");
    // a script gets the words of the template
    let row = book.run("-q doc DE-7 报价单 --dry-run --format json").json();
    assert_eq!(row["empty"], serde_json::json!(["customer.fax", "订单.备注"]));
    let fields = ["shareholders", "managers", "organisation", "founded", "size", "focus", "territory", "potential"];
    let text: String = fields.iter().map(|field| format!("{{{{customer.profile.{field}}}}} ")).collect();
    let book = firm("卡.txt", &format!("{text} {{{{customer.fax}}}}"));
    book.run("doc DE-7 卡 --dry-run").any_stdout().remarks(&["，另有 1 项；全部见 --format json"]);
    book.english().run("doc DE-7 卡 --dry-run").any_stdout().remarks(&[" and 1 more; --format json names all"]);
    let wrong = firm("卡.txt", &"{{#lines}}\n".repeat(22));
    let told = wrong.run("doc DE-7 卡").exits(2).err();
    assert_eq!((told.matches("没有结尾").count(), told.contains("模板中另有 2 处")), (20, true), "{told}");
}

#[test]
fn templates_are_found_by_name_part_and_sound() {
    let book = firm("报价单.txt", "{{quote.number}}")
        .file("模板/报价单.md", "x")
        .file("模板/合同.txt", "x")
        .file("模板/~$合同.docx", "x");
    book.run("doc DE-7 报价单 -o c.md").stdout("c.md\n").remarks(&["使用 模板/报价单.md；同名模板：报价单.txt"]);
    book.run("-q doc DE-7 ht -o a.txt").stdout("a.txt\n");
    // with an ending it is one file, and a paper that kehu brings has a name in either language
    book.run("doc DE-7 报价单.txt -o d.txt").stdout("d.txt\n").stderr("");
    book.run("doc DE-7 报价.txt -o e.txt").stdout("e.txt\n").stderr("");
    book.run("doc DE-7 quotation.MD -o f.md").stdout("f.md\n").stderr("");
    book.run("doc DE-7 sales -o g.txt").stdout("g.txt\n").stderr("");
    book.run("doc DE-7 报价.docx").remarks(&["没有模板“报价.docx”", "kehu doc --list"]).exits(2);
    book.run("-q doc DE-7 模板/合同.txt -o b.txt").stdout("b.txt\n");
    book.run("doc DE-7 发票").remarks(&["没有模板“发票”", "kehu doc --list"]).exits(2);
    book.run("doc --list --format json")
        .says(&["{\"template\":\"模板/报价单.txt\",\"about\":[\"quote\"],\"names\":1}"]);
    book.run("doc --fields 报价单.txt --format json")
        .says(&["\"name\":\"quote.number\"", "\"name_zh\":\"报价.报价单号\""]);
    let none = Book::on("2026-11-23").card(FOLDER, CARD);
    none.run("doc DE-7 发票").remarks(&["没有模板“发票”", "请把模板放到文件夹 模板"]).exits(2);
    none.run("doc --list").stderr("文件夹 模板 中没有模板\n");
    none.english().run("doc DE-7 x").remarks(&["put your templates into the folder Templates"]).exits(2);
}

#[test]
fn the_visit_plan_of_an_owner_needs_no_customer() {
    let visit =
        |owner: &str, day: &str| format!("name = 'x'\nowner = '{owner}'\n[[plan]]\ndate = {day}\nplace = '科隆'\n");
    let book = Book::on("2026-11-23")
        .card("国外客户/德国/A", &visit("张伟", "2026-12-02"))
        .card("国外客户/德国/B", &visit("李娜", "2026-12-01"))
        .card("国外客户/德国/C", &visit("张伟", "2026-12-01"))
        .file("模板/访问计划.txt", "{{plan.owner}} {{plan.to}}\n{{visits.no}} {{visits.customer}} {{访问表.日期}}\n");
    book.run("doc 访问计划 --owner 张伟").stdout("访问计划 2026-11-23.txt\n").any_stderr();
    assert_eq!(
        std::fs::read_to_string(book.path("访问计划 2026-11-23.txt")).unwrap(),
        "张伟 2 December 2026\n1 x 2026年12月1日\n2 x 2026年12月2日\n"
    );
}

fn docx(inner: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{inner}<w:sectPr/></w:body></w:document>");
    Package { parts: vec![Part { name: "word/document.xml".into(), bytes: document.into_bytes() }] }.pack().unwrap()
}

#[test]
fn a_word_template_is_filled_and_a_value_stays_a_value() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>{{li</w:t></w:r><w:r><w:t>nes.product}}</w:t></w:r></w:p></w:tc></w:tr>";
    let card = CARD.replace("product = '叉车', quantity = 41", "product = '=cmd()</w:t>', quantity = 41");
    let book = with_card(&card, "x.txt", "").bytes(
        "模板/合同.docx",
        &docx(&format!("<w:tbl>{row}</w:tbl><w:p><w:r><w:t>{{{{order.number}}}}</w:t></w:r></w:p>")),
    );
    book.run("-q doc DE-7 合同").stdout(&format!("{FOLDER}/合同 PI-1.docx\n"));
    let bytes = std::fs::read(book.path(&format!("{FOLDER}/合同 PI-1.docx"))).unwrap();
    let package = Package::open(&bytes, "a", 1 << 20).unwrap();
    let text = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
    assert!(text.contains(">=cmd()&lt;/w:t&gt;</w:t>") && text.contains(">PI-1</w:t>"), "{text}");
}

#[test]
fn bad_input_is_refused_in_one_sentence() {
    let zip = |parts: &[(&str, Vec<u8>)]| {
        let part = |(name, bytes): &(&str, Vec<u8>)| Part { name: (*name).to_owned(), bytes: bytes.clone() };
        Package { parts: parts.iter().map(part).collect() }.pack().unwrap()
    };
    let document = b"<w:document><w:body/></w:document>".to_vec();
    for (name, bytes, what, code) in [
        ("a.docx", b"hello".to_vec(), "文件已损坏", 2),
        ("a.docx", vec![0xd0, 0xcf, 0x11, 0xe0], "有密码", 2),
        ("a.docx", zip(&[("word/document.xml", b"<w:document>".to_vec())]), "word/document.xml 部分无法读取", 2),
        ("a.docx", zip(&[("word/document.xml", document.clone()), ("word/vbaProject.bin", vec![1])]), "含有宏", 1),
        ("a.docx", zip(&[("word/media/a", vec![0; 140_000_000])]), "解压后过大", 2),
        ("a.xlsx", zip(&[("xl/workbook.xml", b"<workbook/>".to_vec())]), "没有 Excel 工作表", 2),
        ("a.docm", document, "含有宏", 1),
        ("a.pdf", b"%PDF".to_vec(), ".pdf 不是可用的模板格式", 2),
        ("a.txt", b"\xC4\xC2\xC0\xD5".to_vec(), "看来是 GBK", 2),
        ("a.txt", zip(&[("word/document.xml", b"<w:document/>".to_vec())]), "是 Word 或 Excel 文件", 2),
        ("a.txt", vec![0xd0, 0xcf, 0x11, 0xe0], "是 Word 或 Excel 文件", 2),
    ] {
        let book = Book::on("2026-11-23").card(FOLDER, CARD).bytes(&format!("模板/{name}"), &bytes);
        book.run(&format!("doc DE-7 {name}")).remarks(&[what, "下一步"]).exits(code);
    }
}

/// The smallest picture of all, 2 by 1.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01\x08\x02\0\0\0";

fn pictured(template: &str, text: &str, picture: &str) -> Book {
    let products = PRODUCTS.replacen("unit = '台'", &format!("unit = '台'\npicture = '{picture}'"), 1);
    firm(template, text).file("products.toml", &products).bytes("图片/叉车.png", PICTURE)
}

#[test]
fn the_picture_of_a_product_stands_in_word_and_html() {
    let cell = "<w:p><w:r><w:t>{{lines.picture}}</w:t></w:r></w:p>";
    let table = format!("<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>");
    let document = format!("<w:document xmlns:w=\"x\"><w:body>{table}<w:p/></w:body></w:document>");
    let part = |name: &str, text: &str| Part { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let types = part("[Content_Types].xml", "<Types xmlns=\"t\"><Override PartName=\"/word/document.xml\"/></Types>");
    let template = Package { parts: vec![types, part("word/document.xml", &document)] }.pack().unwrap();
    let book = pictured("x.txt", "", "图片/叉车.png").bytes("模板/图.docx", &template);
    book.run("doc DE-7 图.docx -o 图.docx").stdout("图.docx\n");
    let paper = Package::open(&std::fs::read(book.path("图.docx")).unwrap(), "图.docx", 1 << 20).unwrap();
    let text = |name: &str| String::from_utf8(paper.part(name).unwrap().to_vec()).unwrap();
    assert_eq!(paper.part("word/media/kehu1.png"), Some(PICTURE));
    assert!(text("word/document.xml").contains("<wp:extent cx=\"792000\" cy=\"396000\"/>"));
    assert!(text("word/document.xml").contains("r:embed=\"kehuPicture1\""));
    assert!(text("word/_rels/document.xml.rels").contains("Target=\"/word/media/kehu1.png\""));
    assert!(text("[Content_Types].xml").starts_with("<Types xmlns=\"t\"><Default Extension=\"png\""));
    let book = pictured("单证.html", "{{lines.picture}}", "图片/叉车.png");
    book.run("-q doc DE-7 单证 -o a.html").stdout("a.html\n");
    let paper = std::fs::read_to_string(book.path("a.html")).unwrap();
    assert!(paper.starts_with("<img src=\"data:image/png;base64,iVBORw0KGgo"), "{paper}");
    assert!(paper.ends_with("\" width=\"84\" height=\"42\" alt=\"\">"), "{paper}");
}

#[test]
fn a_picture_that_cannot_be_shown_is_told() {
    for (file, picture, why) in [
        ("单证.html", "图片/无.png", "未放入图片：图片/无.png："),
        ("单证.html", "../叉车.png", "未放入图片：../叉车.png：路径超出账套"),
        ("单证.html", "products.toml", "未放入图片：products.toml：不是 PNG 或 JPEG 图片"),
        ("单证.txt", "图片/叉车.png", "未放入图片：只有 Word 和 HTML 单证能显示图片"),
    ] {
        let book = pictured(file, "<{{lines.picture}}>{{#pictures}}some{{/}}", picture);
        let ending = file.rsplit_once('.').unwrap().1;
        book.run(&format!("doc DE-7 单证 -o b.{ending}")).stdout(&format!("b.{ending}\n")).remarks(&[why]);
        let paper = std::fs::read_to_string(book.path(&format!("b.{ending}"))).unwrap();
        assert!(paper.starts_with("<>"), "{paper}");
    }
}

#[test]
fn debts_by_currency_and_who_holds_the_papers() {
    let order = |number: &str, code: &str, pay: &str| {
        format!(
            "[[order]]\nnumber = '{number}'\ndate = 2026-05-01\ncurrency = '{code}'\namount = 1000\nshipped = 2026-10-01\npay = {{ balance = '{pay}', days = 30 }}\n"
        )
    };
    let card = format!("{CARD}{}{}", order("PI-8", "USD", "dp"), order("PI-9", "CNY", "oa"));
    let text =
        "{{ageing.currency}} {{ageing.total}}\n{{open.order}} {{open.holder}} {{未结款.提单持有人}} {{open.goods}}\n";
    let book = with_card(&card, "单证.txt", text);
    assert_eq!(
        filled(&book, ""),
        "CNY 1,000.00\nUSD 1,000.00\nPI-8 the bank 银行 afloat\nPI-9 the customer (open account) 客户（赊销） afloat\n"
    );
}

/// What the statement that ships with kehu says of a card, its runs put together.
fn statement(card: &str) -> String {
    let files = Paper::files(Lang::En).unwrap();
    let (_, template) = files.iter().find(|(name, _)| name == "Statement.docx").unwrap();
    let book = with_card(card, "x.txt", "").bytes("模板/Statement.docx", template);
    book.run("-q doc DE-7 Statement.docx -o s.docx").stdout("s.docx\n");
    let package = Package::open(&std::fs::read(book.path("s.docx")).unwrap(), "s.docx", 1 << 20).unwrap();
    let text = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
    let plain = text.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    plain.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("|")
}

#[test]
fn money_that_came_before_the_goods_is_told_by_currency() {
    let order = |number: &str, code: &str| {
        format!("[[order]]\nnumber = '{number}'\ndate = 2026-10-02\ncurrency = '{code}'\namount = 1000\n")
    };
    let paid = |code: &str, amount: u32, of: &str| {
        format!("[[payment]]\ndate = 2026-10-05\ncurrency = '{code}'\namount = {amount}\n{of}\n")
    };
    let early = format!(
        "{CARD}{}{}{}{}",
        order("PI-8", "EUR"),
        paid("USD", 2000, "order = 'PI-1'"),
        paid("EUR", 300, "order = 'PI-8'"),
        paid("JPY", 5000, "")
    );
    let text = "{{debt.total}}\n{{advances.no}} {{预收表.币种}} {{advances.ahead}} {{预收表.预收款}}\n";
    let rows = "1 EUR 300.00 0.00\n2 JPY 0 5,000\n3 USD 2,000.00 0.00\n";
    assert!(filled(&with_card(&early, "单证.txt", text), "").ends_with(rows));
    let one = format!("{CARD}{}", paid("USD", 2000, "order = 'PI-1'"));
    let text = "{{debt.currency}} {{debt.ahead}} {{欠款.预收未发货}} {{debt.unapplied}}";
    assert_eq!(filled(&with_card(&one, "单证.txt", text), ""), "USD 2,000.00 2,000.00 0.00");
    // the statement tells it although nothing is open, and asks for nothing
    let said = statement(&early);
    for want in ["nothing is open", "EUR|300.00|0.00", "JPY|0|5,000", "USD|2,000.00|0.00"] {
        assert!(said.contains(want), "{want}: {said}");
    }
    assert!(!said.contains("pay overdue"), "{said}");
    let owing = order("PI-9", "USD") + "shipped = 2026-10-03\ndue = 2026-11-01\npay = { balance = 'oa' }\n";
    let said = statement(&format!("{CARD}{owing}"));
    assert!(said.contains("pay overdue amounts at once") && !said.contains("money of yours"), "{said}");
}

#[test]
fn an_internal_id_stands_on_no_paper_in_place_of_a_code() {
    let card = CARD.replace("code = 'DE-7'\n", "");
    let book = with_card(&card, "单证.txt", "[{{customer.number}}]");
    book.run("-q doc Müller 单证 -o a.txt").stdout("a.txt\n");
    assert_eq!(std::fs::read_to_string(book.path("a.txt")).unwrap(), "[]");
}

#[test]
fn a_quote_or_order_that_is_named_must_be_there() {
    let book = firm("单证.txt", "{{order.number}}");
    book.run("doc DE-7 单证 --order PI-1 --quote Q-9").remarks(&["Q-9"]).exits(2);
    let book = firm("单证.txt", "{{quote.number}}");
    book.run("doc DE-7 单证 --order PI-9").remarks(&["PI-9"]).exits(2);
}

#[test]
fn a_paper_goes_to_no_folder_that_is_not_there() {
    let book = firm("单证.txt", "x");
    book.run("doc DE-7 单证 -o none/a.txt").remarks(&["没有这个文件夹"]).exits(2);
    book.run("doc DE-7 单证 -o -").remarks(&["单证不能输出到标准输出"]).exits(2);
    assert!(!book.path("none").exists());
}

#[test]
fn a_template_is_offered_where_none_is_named() {
    let book = firm("单证.txt", "");
    book.run("doc DE-7").remarks(&["没有写模板", "请写其中之一：单证.txt"]).exits(2);
    book.args(["complete", "--shell", "fish", "--", "kehu", "doc", "DE-7", "单"]).says(&["单证.txt"]);
}
