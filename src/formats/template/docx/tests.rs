//! Word templates, made of the least that Word itself makes.

use super::*;
use crate::formats::template::tests::Sample;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let part = |(name, text): &(&str, &str)| Part { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
    Package { parts: parts.iter().map(part).collect() }.pack().unwrap()
}

fn body(inner: &str) -> Vec<u8> {
    packed(&[(
        "word/document.xml",
        &format!("<w:document xmlns:w=\"x\"><w:body>{inner}<w:sectPr/></w:body></w:document>"),
    )])
}

/// What stands in the body once it is filled.
fn filled(inner: &str) -> String {
    let sample = Sample::default();
    let read = Docx::read(&body(inner), "t.docx", &sample).unwrap_or_else(|errors| panic!("{inner}: {errors:?}"));
    let bytes = read.fill(&sample, &sample, "t.docx").unwrap();
    let package = Package::open(&bytes, "t.docx", UNPACKED).unwrap();
    let text = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
    let text = text.strip_prefix("<w:document xmlns:w=\"x\"><w:body>").unwrap();
    text.strip_suffix("<w:sectPr/></w:body></w:document>").unwrap().to_owned()
}

fn told(inner: &str) -> Vec<String> {
    let errors = Docx::read(&body(inner), "t.docx", &Sample::default()).err().unwrap_or_default();
    errors.iter().map(ToString::to_string).collect()
}

const T: &str = "<w:t xml:space=\"preserve\">";

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn done(text: &str) -> String {
    format!("<w:p><w:r>{T}{text}</w:t></w:r></w:p>")
}

fn tr(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn what_holds_no_placeholder_stays_byte_for_byte() {
    for inner in [
        "<w:p w:rsidR = '00'><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>a &#x41; {</w:t></w:r><w:r><w:t>x}</w:t></w:r></w:p>",
        "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        "<w:sdt><w:sdtPr><w:alias w:val=\"{{x}}\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ] {
        assert_eq!(filled(inner), inner);
    }
}

#[test]
fn a_placeholder_is_found_however_word_has_split_it() {
    for (inner, want) in [
        (
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a{{ord</w:t></w:r><w:proofErr w:type=\"x\"/><w:bookmarkStart w:id=\"1\"/><w:r><w:softHyphen/><w:t xml:space=\"preserve\">er.tot</w:t><w:lastRenderedPageBreak/></w:r><w:hyperlink><w:r><w:t>al}}b</w:t></w:r></w:hyperlink></w:p>",
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">a7,030.00</w:t></w:r><w:proofErr w:type=\"x\"/><w:bookmarkStart w:id=\"1\"/><w:r><w:softHyphen/><w:lastRenderedPageBreak/></w:r><w:hyperlink><w:r><w:t xml:space=\"preserve\">b</w:t></w:r></w:hyperlink></w:p>".to_owned(),
        ),
        (
            "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{order.total}</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>",
            format!("<w:p><w:r>{T}7,030.00</w:t></w:r><w:r></w:r><w:r></w:r></w:p>"),
        ),
        (
            "<w:p><w:r><w:t>{{order.total}} {{order.number}}</w:t><w:tab/><w:t>x</w:t></w:r></w:p>",
            format!("<w:p><w:r>{T}7,030.00 PI-1</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"),
        ),
    ] {
        assert_eq!(filled(inner), want);
    }
}

#[test]
fn values_are_escaped_and_lines_are_breaks() {
    let want = format!("<w:p><w:r>{T}&lt;b&gt;*A* &amp; &quot;B&quot;</w:t><w:br/>{T}C|</w:t></w:r></w:p>");
    assert_eq!(filled(&p("{{customer.name}}")), want);
    assert!(filled(&p("{{customer.long}}")).contains(&"长".repeat(40_000)));
}

#[test]
fn rows_repeat_for_each_entry() {
    let row = tr(&[&p("{{lines.no}}"), &p("{{lines.product}} × {{lines.quantity}}")]);
    let table = format!("<w:tbl>{}{row}</w:tbl><w:p/>", tr(&[&p("n")]));
    let one = tr(&[&done("1"), &done("叉车 × 40")]);
    let two = tr(&[&done("2"), &done("=cmd() × 2.5")]);
    assert_eq!(filled(&table), format!("<w:tbl>{}{one}{two}</w:tbl><w:p/>", tr(&[&p("n")])));
    // none: the row goes; the table with it where it has no other
    let none = tr(&[&p("{{none.no}}")]);
    assert_eq!(
        filled(&format!("<w:tbl>{}{none}</w:tbl><w:p/>", tr(&[&p("n")]))),
        format!("<w:tbl>{}</w:tbl><w:p/>", tr(&[&p("n")]))
    );
    assert_eq!(filled(&format!("<w:tbl>{none}</w:tbl><w:p/>")), "<w:p/>");
    // the inner row repeats, the outer does not
    let nested = format!("<w:tbl>{}</w:tbl>", tr(&[&format!("<w:tbl>{}</w:tbl><w:p/>", tr(&[&p("{{lines.no}}")]))]));
    let want = format!(
        "<w:tbl>{}</w:tbl>",
        tr(&[&format!("<w:tbl>{}{}</w:tbl><w:p/>", tr(&[&done("1")]), tr(&[&done("2")]))])
    );
    assert_eq!(filled(&nested), want);
    assert_eq!(filled(&p("{{lines.no}}")), done("1") + &done("2"));
}

#[test]
fn what_follows_a_table_stays_with_its_last_row_alone() {
    let cell = "<w:tc><w:p><w:pPr><w:keepNext/><w:jc/></w:pPr><w:r><w:t>{{lines.product}}</w:t></w:r></w:p></w:tc>";
    let filled = filled(&format!("<w:tbl><w:tr>{cell}</w:tr></w:tbl>"));
    assert_eq!((filled.matches("<w:jc/>").count(), filled.matches("<w:keepNext/>").count()), (2, 1), "{filled}");
    assert!(filled.find("<w:keepNext/>") > filled.find("叉车"), "{filled}");
}

#[test]
fn a_cell_is_never_left_without_a_paragraph() {
    let cell = |inner: &str| {
        format!("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>")
    };
    assert_eq!(
        filled(&cell(&format!("<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>", "{{#order.note}}x{{/}}"))),
        cell("<w:p><w:pPr><w:jc/></w:pPr></w:p>")
    );
    let inner = format!("<w:tbl>{}</w:tbl>{}", tr(&[&p("x")]), p("{{#order.note}}{{/}}"));
    assert_eq!(filled(&cell(&inner)), cell(&format!("<w:tbl>{}</w:tbl><w:p/>", tr(&[&p("x")]))));
}

#[test]
fn blocks_over_words_paragraphs_and_rows() {
    for (inner, want) in [
        (p("a{{#order.note}} b{{/}} c"), done("a c")),
        (p("a{{#order.total}} b{{/}} c"), done("a b c")),
        (p("a{{^order.note}} b{{/order.note}} c"), done("a b c")),
        (p("{{#order.note}}") + &p("x") + &p("{{/}}") + &p("y"), p("y")),
        (p("{{#order.total}}") + &p("x") + &p("{{/}}") + &p("y"), p("x") + &p("y")),
        (p("{{#order.note}}{{order.note}}{{/}}"), "<w:p/>".to_owned()),
        (
            p("{{#order.note}}") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + &p("{{/}}") + "<w:p/>",
            "<w:p/>".to_owned(),
        ),
        (
            format!(
                "<w:tbl>{}{}{}{}</w:tbl>",
                tr(&[&p("{{#order.note}}"), "<w:p/>"]),
                tr(&[&p("x")]),
                tr(&[&p("{{/}}")]),
                tr(&[&p("y")])
            ),
            format!("<w:tbl>{}</w:tbl>", tr(&[&p("y")])),
        ),
        (
            format!(
                "<w:tbl>{}{}{}</w:tbl>",
                tr(&[&p("{{#order.total}}"), "<w:p/>"]),
                tr(&[&p("x")]),
                tr(&[&p("{{/}}")])
            ),
            format!("<w:tbl>{}</w:tbl>", tr(&[&p("x")])),
        ),
        // the end of a section stays
        (
            "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{#order.note}}x{{/}}</w:t></w:r></w:p>".to_owned(),
            "<w:p><w:pPr><w:sectPr/></w:pPr><w:r></w:r></w:p>".to_owned(),
        ),
    ] {
        assert_eq!(filled(&inner), want, "{inner}");
    }
}

#[test]
fn text_boxes_headers_and_notes_are_filled() {
    let boxed = |inner: &str| format!("<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>");
    assert_eq!(filled(&boxed(&p("{{order.number}}"))), boxed(&done("PI-1")));
    let sample = Sample::default();
    let bytes = packed(&[
        ("word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>"),
        ("word/header1.xml", &format!("<w:hdr>{}</w:hdr>", p("{{order.number}}"))),
        ("word/footnotes.xml", &format!("<w:footnotes><w:footnote>{}</w:footnote></w:footnotes>", p("{{today}}"))),
        ("word/styles.xml", "<w:styles>{{x}}</w:styles>"),
        ("word/media/image1.png", "\u{0}PNG"),
    ]);
    let filled = Docx::read(&bytes, "t.docx", &sample).unwrap().fill(&sample, &sample, "t.docx").unwrap();
    let package = Package::open(&filled, "t.docx", UNPACKED).unwrap();
    let text = |name: &str| String::from_utf8(package.part(name).unwrap().to_vec()).unwrap();
    assert_eq!(text("word/header1.xml"), format!("<w:hdr>{}</w:hdr>", done("PI-1")));
    assert!(text("word/footnotes.xml").contains("23 November 2026"));
    assert_eq!(text("word/styles.xml"), "<w:styles>{{x}}</w:styles>");
    assert_eq!(text("word/media/image1.png"), "\u{0}PNG");
}

#[test]
fn what_must_be_there_once_stays_with_the_first_copy() {
    let row = "<w:tr w14:paraId=\"1\"><w:tc><w:p w14:paraId=\"2\"><w:bookmarkStart w:id=\"1\"/><w:bookmarkEnd w:id=\"1\"/><w:r><wp:docPr id=\"3\"/><w:t>{{lines.no}}</w:t></w:r></w:p></w:tc></w:tr>";
    let table = filled(&format!("<w:tbl>{row}</w:tbl><w:p/>"));
    for once in ["w:bookmarkStart", "w14:paraId=\"1\"", "w14:paraId=\"2\"", "docPr id=\"3\""] {
        assert_eq!(table.matches(once).count(), 1, "{once}: {table}");
    }
    assert_eq!(table.matches("docPr id").count(), 2);
}

#[test]
fn everything_wrong_is_told_with_its_place() {
    for (inner, want) in [
        (
            p("a") + &p("{{x}} {{y}}"),
            &["t.docx 正文第 2 段“{{x}} {{y}}”: 没有占位符 {{x}}", "t.docx 正文第 2 段“{{x}} {{y}}”: 没有占位符 {{y}}"]
                [..],
        ),
        (p("{{#order.note}}"), &["t.docx 正文第 1 段“{{#order.note}}”: {{#order.note}} 没有结尾"]),
        (p("{{/}}"), &["t.docx 正文第 1 段“{{/}}”: {{/}} 前面没有对应的开头"]),
        (
            format!("{}<w:tbl>{}</w:tbl>", p("{{#order.note}}"), tr(&[&p("{{/}}")])),
            &[
                "t.docx 正文第 2 段“{{/}}”: {{/}} 前面没有对应的开头",
                "t.docx 正文第 1 段“{{#order.note}}”: {{#order.note}} 没有结尾",
            ],
        ),
        (
            format!("<w:tbl>{}</w:tbl>", tr(&[&p("{{lines.no}}"), &p("{{none.no}}")])),
            &["t.docx 正文第 2 段: 同一行用了两个列表：lines 和 none"],
        ),
    ] {
        assert_eq!(told(&inner), want, "{inner}");
    }
}

#[test]
fn what_is_no_word_file_is_refused() {
    let document = "<w:document><w:body/></w:document>";
    for (bytes, want) in [
        (b"hello".to_vec(), "已损坏"),
        (packed(&[("word/document.xml", document), ("word/vbaProject.bin", "x")]), "含有宏"),
        (
            packed(&[
                ("word/document.xml", document),
                ("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
            ]),
            "含有宏",
        ),
        (packed(&[("word/document.xml", "<w:document><w:body></w:document>")]), "word/document.xml 部分无法读取"),
        (packed(&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document/>")]), "无法读取"),
        (packed(&[("word/document.xml", &"<w:document>".repeat(5000))]), "无法读取"),
        (packed(&[("xl/workbook.xml", "<workbook/>")]), "没有 Word 正文"),
    ] {
        let errors = Docx::read(&bytes, "t.docx", &Sample::default()).unwrap_err();
        assert!(errors[0].what.contains(want), "{} for {want}", errors[0].what);
    }
}

#[test]
fn what_would_grow_beyond_reason_is_not_made() {
    let mut sample = Sample::default();
    let line = sample.lists["lines"][0].clone();
    sample.lists.insert("lines", vec![line; 20_000]);
    let text = "长".repeat(2_000);
    let row = tr(&[&p(&format!("{text}{{{{lines.no}}}}"))]);
    let read = Docx::read(&body(&format!("<w:tbl>{row}</w:tbl>")), "t.docx", &sample).unwrap();
    assert!(read.fill(&sample, &sample, "t.docx").unwrap_err().what.contains("过大"));
}
