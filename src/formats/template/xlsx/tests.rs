//! Excel templates, made of the least that Excel itself makes.

use super::*;
use crate::formats::package::Part;
use crate::formats::template::tests::Sample;

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of one sheet, and what else belongs to it.
fn packed(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = relation("rId1", "worksheet", "worksheets/sheet1.xml")
        + &relation("rId2", "sharedStrings", "sharedStrings.xml")
        + &relation("rId3", "styles", "styles.xml")
        + &relation("rId4", "calcChain", "calcChain.xml")
        + &relation("rId5", "worksheet", "worksheets/sheet2.xml");
    let mut parts: Vec<(&str, String)> = vec![
        ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"其他\" r:id=\"rId5\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">S!$A$1:$D$6</definedName></definedNames></workbook>".into()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{relations}</Relationships>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
        ("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>SUM(S!C2:C2)</f><v>1</v></c></row></sheetData></worksheet>".into()),
        ("xl/sharedStrings.xml", "<sst><si><t>{{lines.product}}</t></si><si><r><rPr><b/></rPr><t>{{order</t></r><r><t>.total}} x</t></r><rPh sb=\"0\" eb=\"1\"><t>a</t></rPh></si></sst>".into()),
        ("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>".into()),
        ("xl/calcChain.xml", "<calcChain/>".into()),
    ];
    for (name, text) in more {
        parts.retain(|(known, _)| known != name);
        parts.push((name, (*text).to_owned()));
    }
    let part = |(name, text): (&str, String)| Part { name: name.to_owned(), bytes: text.into_bytes() };
    Package { parts: parts.into_iter().map(part).collect() }.pack().unwrap()
}

fn package(sheet: &str, more: &[(&str, &str)]) -> Package {
    let sample = Sample::default();
    let read = Xlsx::read(&packed(sheet, more), "t.xlsx", &sample).unwrap_or_else(|errors| panic!("{errors:?}"));
    let bytes = read.fill(&sample, &sample, "t.xlsx").unwrap();
    Package::open(&bytes, "t.xlsx", UNPACKED).unwrap()
}

fn part(package: &Package, name: &str) -> String {
    String::from_utf8(package.part(name).unwrap().to_vec()).unwrap()
}

/// What stands in the sheet once it is filled.
fn filled(sheet: &str) -> String {
    let text = part(&package(sheet, &[]), "xl/worksheets/sheet1.xml");
    text.strip_prefix("<worksheet>").unwrap().strip_suffix("</worksheet>").unwrap().to_owned()
}

fn data(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

fn typed(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn said(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

#[test]
fn a_cell_that_is_one_placeholder_holds_a_number_or_a_day() {
    for (cell, want) in [
        (typed("A1", "{{order.total}}"), "<c r=\"A1\"><v>7030.00</v></c>".to_owned()),
        (typed("A1", " {{order.total | plain}} "), "<c r=\"A1\"><v>7030.00</v></c>".to_owned()),
        (typed("A1", "{{order.total}} x"), said("A1", "7,030.00 x")),
        (typed("A1", "{{order.total | words}}"), said("A1", "SAY US DOLLARS SEVEN THOUSAND AND THIRTY ONLY")),
        (typed("A1", "{{order.date}}"), said("A1", "2 March 2026")),
        (typed("A1", "{{order.date}}").replace("<c ", "<c s=\"1\" "), "<c s=\"1\" r=\"A1\"><v>46083</v></c>".to_owned()),
        (typed("A1", "{{order.total}}").replace("<c ", "<c s=\"2\" "), said("A1", "7,030.00").replace("<c ", "<c s=\"2\" ")),
        (typed("A1", "{{customer.big}}"), said("A1", "12,345,678,901,234,567.5")),
        (typed("A1", "{{order.note}}"), "<c r=\"A1\"></c>".to_owned()),
        (typed("A1", "{{#order.note}}x{{/}}"), "<c r=\"A1\"></c>".to_owned()),
        (typed("A1", "{{customer.name}}"), said("A1", "&lt;b&gt;*A* &amp; &quot;B&quot;\nC|")),
        (
            "<c r=\"A1\" t=\"s\"><v>1</v></c>".to_owned(),
            "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">7,030.00</t></r><r><t xml:space=\"preserve\"> x</t></r></is></c>".to_owned(),
        ),
    ] {
        let want = if cell.contains("{{#order.note}}") { data("") } else { data(&format!("<row r=\"1\">{want}</row>")) };
        assert_eq!(filled(&data(&format!("<row r=\"1\">{cell}</row>"))), want, "{cell}");
    }
}

#[test]
fn days_are_counted_from_1904_where_the_file_says_so() {
    let book = "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>";
    let cell = typed("A1", "{{order.date}}").replace("<c ", "<c s=\"1\" ");
    let package = package(&data(&format!("<row r=\"1\">{cell}</row>")), &[("xl/workbook.xml", book)]);
    assert!(part(&package, "xl/worksheets/sheet1.xml").contains("<v>44621</v>"));
    assert!(part(&package, "xl/workbook.xml").contains("</sheets><calcPr fullCalcOnLoad=\"1\"/>"));
}

#[test]
fn rows_repeat_and_all_that_points_to_rows_follows() {
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\" ht=\"30\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"n\"><f>C2*2</f><v>9</v></c>{}</row><row r=\"3\"><c r=\"C3\"><f>SUM(C2:C2)</f><v>0</v></c></row>",
        typed("A1", "n"),
        typed("C2", "{{lines.quantity}}"),
    );
    let sheet = format!(
        "<dimension ref=\"A1:C6\"/><sheetViews><sheetView><pane ySplit=\"1\" topLeftCell=\"A2\"/><selection activeCell=\"A6\" sqref=\"A6\"/></sheetView></sheetViews>{}<autoFilter ref=\"A1:C3\"/><mergeCells count=\"2\"><mergeCell ref=\"A2:B2\"/><mergeCell ref=\"A5:B6\"/></mergeCells><conditionalFormatting sqref=\"C2 C3\"><cfRule><formula>C3&gt;1</formula></cfRule></conditionalFormatting><dataValidations count=\"1\"><dataValidation sqref=\"A2\"><formula1>$A$5:$A$6</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref=\"A5\" location=\"S!A6\"/></hyperlinks><headerFooter><oddHeader>&amp;C{{{{customer.name}}}}</oddHeader></headerFooter><rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"3\" max=\"16383\"/></rowBreaks>",
        data(&rows),
    );
    let package = package(&sheet, &[]);
    let text = part(&package, "xl/worksheets/sheet1.xml");
    for want in [
        "<dimension ref=\"A1:C7\"/>",
        "topLeftCell=\"A2\"",
        "activeCell=\"A7\" sqref=\"A7\"",
        "<row r=\"2\" ht=\"30\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">叉车</t></is></c><c r=\"B2\"><f>C2*2</f></c><c r=\"C2\"><v>40</v></c></row>",
        "<row r=\"3\" ht=\"30\"><c r=\"A3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=cmd()</t></is></c><c r=\"B3\"><f>C3*2</f></c><c r=\"C3\"><v>2.5</v></c></row>",
        "<row r=\"4\"><c r=\"C4\"><f>SUM(C2:C3)</f></c></row>",
        "<autoFilter ref=\"A1:C4\"/>",
        "<mergeCells count=\"3\"><mergeCell ref=\"A2:B2\"/><mergeCell ref=\"A3:B3\"/><mergeCell ref=\"A6:B7\"/></mergeCells>",
        "sqref=\"C2:C3 C4\"><cfRule><formula>C4&gt;1</formula>",
        "<dataValidation sqref=\"A2:A3\"><formula1>$A$6:$A$7</formula1>",
        "<hyperlink ref=\"A6\" location=\"S!A7\"/>",
        "&amp;C&lt;b&gt;*A* &amp;&amp; &quot;B&quot; C|",
        "<brk id=\"4\"",
    ] {
        assert!(text.contains(want), "{want}\n{text}");
    }
    assert!(part(&package, "xl/worksheets/sheet2.xml").contains("<f>SUM(S!C2:C3)</f>"));
    assert!(part(&package, "xl/workbook.xml").contains("S!$A$1:$D$7</definedName>"));
    assert_eq!(package.part("xl/calcChain.xml"), None);
    assert!(!part(&package, "xl/_rels/workbook.xml.rels").contains("calcChain"));
}

#[test]
fn pictures_and_notes_go_with_their_rows() {
    let kinds = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/drawing\" Target=\"../drawings/drawing1.xml\"/><Relationship Id=\"b\" Type=\"{RELATION}/comments\" Target=\"../comments1.xml\"/></Relationships>"
    );
    let drawing = "<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:row>8</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>";
    let more = [
        ("xl/worksheets/_rels/sheet1.xml.rels", kinds.as_str()),
        ("xl/drawings/drawing1.xml", drawing),
        ("xl/comments1.xml", "<comments><commentList><comment ref=\"A5\"/></commentList></comments>"),
        ("xl/charts/chart1.xml", "<c:chart><c:f>S!$C$2:$C$2</c:f></c:chart>"),
    ];
    let package = package(&data(&format!("<row r=\"2\">{}</row>", typed("A2", "{{lines.no}}"))), &more);
    let drawing = part(&package, "xl/drawings/drawing1.xml");
    assert!(drawing.contains("<xdr:row>5</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row>"), "{drawing}");
    assert!(part(&package, "xl/comments1.xml").contains("ref=\"A6\""));
    assert!(part(&package, "xl/charts/chart1.xml").contains("S!$C$2:$C$3"));
}

#[test]
fn shapes_tables_boxes_of_notes_and_print_titles_go_with_their_rows() {
    let kinds =
        [("drawing", "../drawings/drawing1.xml"), ("vmlDrawing", "../drawings/v.vml"), ("table", "../tables/t.xml")];
    let kinds: String = kinds
        .map(|(kind, target)| format!("<Relationship Id=\"{kind}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>"))
        .concat();
    let kinds = format!("<Relationships>{kinds}</Relationships>");
    let place = |end: &str, row: u32| format!("<xdr:{end}><xdr:row>{row}</xdr:row></xdr:{end}>");
    let anchor = |name: &str, from: u32, to: u32, what: &str| {
        format!("<xdr:{name}>{}{}<xdr:{what}/></xdr:{name}>", place("from", from), place("to", to))
    };
    // a shape over the row that repeats grows with it, one below keeps its size, one above stays
    let drawing = format!(
        "<xdr:wsDr>{}{}{}</xdr:wsDr>",
        anchor("twoCellAnchor", 0, 3, "sp"),
        anchor("twoCellAnchor", 4, 6, "sp"),
        anchor("oneCellAnchor", 0, 0, "pic")
    );
    let titles = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Titles\">S!$3:$4</definedName><definedName name=\"n\">S!$A$9</definedName></definedNames></workbook>";
    let more = [
        ("xl/worksheets/_rels/sheet1.xml.rels", kinds.as_str()),
        ("xl/drawings/drawing1.xml", &drawing),
        ("xl/drawings/v.vml", "<xml><v:shape><x:ClientData><x:Row>4</x:Row></x:ClientData></v:shape></xml>"),
        ("xl/tables/t.xml", "<table ref=\"A1:B3\"><autoFilter ref=\"A1:B2\"/></table>"),
        ("xl/workbook.xml", titles),
    ];
    let package = package(&data(&format!("<row r=\"2\">{}</row>", typed("A2", "{{lines.no}}"))), &more);
    let drawn = part(&package, "xl/drawings/drawing1.xml");
    for want in
        [anchor("twoCellAnchor", 0, 4, "sp"), anchor("twoCellAnchor", 5, 7, "sp"), anchor("oneCellAnchor", 0, 0, "pic")]
    {
        assert!(drawn.contains(&want), "{want}\n{drawn}");
    }
    assert!(part(&package, "xl/drawings/v.vml").contains("<x:Row>5</x:Row>"));
    assert!(part(&package, "xl/tables/t.xml").contains("<table ref=\"A1:B4\"><autoFilter ref=\"A1:B3\"/>"));
    let book = part(&package, "xl/workbook.xml");
    assert!(book.contains(">S!$4:$5</definedName>") && book.contains(">S!$A$10</definedName>"), "{book}");
}

#[test]
fn text_boxes_are_filled_and_say_nothing_of_blanks() {
    let boxed = |text: &str| {
        format!(
            "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:rPr b=\"1\"/><a:t>No {text}</a:t></a:r><a:r><a:t>.total}}}}!</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
        )
    };
    let package = package(&data(""), &[("xl/drawings/drawing1.xml", &boxed("{{order"))]);
    let want = "<a:r><a:rPr b=\"1\"/><a:t>No 7,030.00</a:t></a:r><a:r><a:t>!</a:t></a:r>";
    let drawing = part(&package, "xl/drawings/drawing1.xml");
    assert!(drawing.contains(want), "{drawing}");
    for (text, wrong) in [
        (boxed("{{#order"), "文本框中只能放单个值"),
        (boxed("{{ordr"), "没有占位符 {{ordr.total}}"),
        (boxed("{{lines.no}} {{order"), "文本框中只能放单个值"),
    ] {
        let bytes = packed(&data(""), &[("xl/drawings/drawing1.xml", &text)]);
        let errors = Xlsx::read(&bytes, "t.xlsx", &Sample::default()).unwrap_err();
        let told = errors[0].to_string();
        assert!(told.starts_with("t.xlsx 文本框“No {{") && told.contains(wrong), "{told}");
    }
}

#[test]
fn a_number_in_a_page_header_does_not_become_a_size() {
    let header = |text: &str| format!("{}<headerFooter><oddHeader>{text}</oddHeader></headerFooter>", data(""));
    for (text, want) in [
        ("&amp;L&amp;8{{order.total}}", "&amp;L&amp;8 7,030.00"),
        ("&amp;L{{order.total}}", "&amp;L7,030.00"),
        ("&amp;8 {{order.total}}", "&amp;8 7,030.00"),
    ] {
        let filled = filled(&header(text));
        assert!(filled.contains(&format!("<oddHeader>{want}</oddHeader>")), "{filled}");
    }
}

const STYLES: &str = "<styleSheet><fonts><font><sz val=\"9\"/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"0\"><alignment wrapText=\"1\"/></xf></cellXfs></styleSheet>";

/// The height of a row whose cells are filled, as the file says it.
fn height(row: &str, cells: &str, merged: &str) -> (Option<String>, bool) {
    let sheet = format!(
        "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"5\"/><col min=\"2\" max=\"3\" width=\"60.7109375\"/></cols><sheetData><row r=\"2\"{row}>{cells}</row></sheetData>{merged}"
    );
    let text = part(&package(&sheet, &[("xl/styles.xml", STYLES)]), "xl/worksheets/sheet1.xml");
    let nodes = xml::parse(text.as_bytes()).unwrap();
    let row = xml::root(&nodes).and_then(|root| root.child("sheetData")?.child("row").cloned()).unwrap();
    (row.attribute("ht"), row.attribute("customHeight").is_some())
}

#[test]
fn a_row_is_as_high_as_what_is_filled_in() {
    let wraps = |place: &str, text: &str| typed(place, text).replace("<c ", "<c s=\"1\" ");
    let narrow = wraps("A2", "{{order.total | words}}");
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A2:C2\"/></mergeCells>";
    let down = "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>";
    let high = |points: &str| Some(points.to_owned());
    for (row, cells, merges, want) in [
        // a height that Excel found out is found out anew
        ("", narrow.as_str(), "", (high("183"), false)),
        (" ht=\"300\"", &narrow, "", (high("183"), false)),
        // one that is fixed is the least, and nobody's own where nothing wraps
        (" ht=\"300\" customHeight=\"1\"", &narrow, "", (high("300"), true)),
        (" ht=\"20.25\" customHeight=\"1\"", &narrow, "", (high("183"), true)),
        (" ht=\"20.25\" customHeight=\"1\"", &typed("A2", "{{order.total | words}}"), "", (high("20.25"), true)),
        (" ht=\"20.25\"", &typed("A2", "{{order.total | words}}"), "", (high("20.25"), false)),
        // Excel does not see merged cells; those over several rows have room
        (" ht=\"20.25\"", &narrow, merged, (high("15"), true)),
        (" ht=\"20.25\" customHeight=\"1\"", &narrow, down, (high("20.25"), true)),
        // a row that asks for nothing stays
        (" ht=\"20.25\"", &wraps("A2", "a b c d e f g h i j"), "", (high("20.25"), false)),
        // numbers do not wrap
        (" ht=\"20.25\"", &wraps("A2", "{{order.total}}"), "", (high("20.25"), false)),
    ] {
        assert_eq!(height(row, cells, merges), want, "{row} {cells} {merges}");
    }
}

#[test]
fn rows_that_go_take_their_places_with_them() {
    for (row, want) in [
        (typed("A2", "{{none.no}}"), "<row r=\"2\"><c r=\"A2\"><f>SUM(0)+A1</f></c></row>"),
        (typed("A2", "{{#order.note}}x{{/}}"), "<row r=\"2\"><c r=\"A2\"><f>SUM(0)+A1</f></c></row>"),
        (typed("A2", "{{#order.total}}x{{/}}"), "<row r=\"3\"><c r=\"A3\"><f>SUM(A2:A2)+A1</f></c></row>"),
    ] {
        let rows = format!("<row r=\"2\">{row}</row><row r=\"3\"><c r=\"A3\"><f>SUM(A2:A2)+A1</f><v>1</v></c></row>");
        let text = filled(&format!("{}<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>", data(&rows)));
        assert!(text.contains(want), "{row}: {text}");
        assert_eq!(text.contains("mergeCell"), want.contains("A3"), "{text}");
    }
    let block = format!(
        "<row r=\"1\">{}</row><row r=\"4\">{}</row><row r=\"6\">{}</row><row r=\"7\">{}</row>",
        typed("A1", "{{#order.note}}"),
        typed("A4", "x"),
        typed("A6", "{{/}}"),
        typed("A7", "y"),
    );
    assert_eq!(filled(&data(&block)), data(&format!("<row r=\"1\">{}</row>", typed("A1", "y"))));
}

#[test]
fn a_shared_formula_becomes_one_in_each_cell() {
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\" ref=\"B2:B3\">A2*$A$4</f><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>",
        typed("A1", "{{lines.no}}"),
    );
    let text = filled(&data(&rows));
    assert!(
        text.contains("<c r=\"B3\"><f>A3*$A$5</f></c>") && text.contains("<c r=\"B4\"><f>A4*$A$5</f></c>"),
        "{text}"
    );
}

#[test]
fn everything_wrong_is_told_with_its_place() {
    for (rows, want) in [
        (
            format!("<row r=\"2\">{}{}</row>", typed("B2", "{{x}}"), typed("C2", "{{y}}")),
            &["t.xlsx S!B2: 没有占位符 {{x}}", "t.xlsx S!C2: 没有占位符 {{y}}"][..],
        ),
        (format!("<row>{}</row>", "<c t=\"inlineStr\"><is><t>{{x}}</t></is></c>"), &["t.xlsx S!A1: 没有占位符 {{x}}"]),
        (format!("<row r=\"1\">{}</row>", typed("A1", "{{#order.note}}")), &["t.xlsx S!A1: {{#order.note}} 没有结尾"]),
        (format!("<row r=\"1\">{}</row>", typed("A1", "{{/}}")), &["t.xlsx S!A1: {{/}} 前面没有对应的开头"]),
        (
            format!("<row r=\"1\">{}{}</row>", typed("A1", "{{lines.no}}"), typed("B1", "{{none.no}}")),
            &["t.xlsx S!B1: 同一行用了两个列表：lines 和 none"],
        ),
        (
            "<row r=\"1\"><c r=\"A1\"><f>\"{{order.total}}\"</f></c></row>".to_owned(),
            &["t.xlsx S!A1: 公式中不能用占位符"],
        ),
    ] {
        let errors = Xlsx::read(&packed(&data(&rows), &[]), "t.xlsx", &Sample::default()).unwrap_err();
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told, want, "{rows}");
    }
    let header = format!("{}<headerFooter><oddHeader>{{{{#order.note}}}}</oddHeader></headerFooter>", data(""));
    let errors = Xlsx::read(&packed(&header, &[]), "t.xlsx", &Sample::default()).unwrap_err();
    assert_eq!(errors[0].to_string(), "t.xlsx S!页眉页脚: 页眉页脚和文本框中只能放单个值，不能放条件块和列表");
}

#[test]
fn what_does_not_fit_is_refused() {
    let sample = Sample::default();
    let rows =
        |rows: &str| Xlsx::read(&packed(&data(rows), &[]), "t.xlsx", &sample).unwrap().fill(&sample, &sample, "t.xlsx");
    let long = rows(&format!("<row r=\"3\">{}</row>", typed("B3", "{{customer.long}}"))).unwrap_err();
    assert_eq!(long.to_string(), "t.xlsx S!B3: 文本有 40000 字，Excel 单元格放不下");
    let far = rows(&format!("<row r=\"1048576\">{}</row>", typed("A1048576", "{{lines.no}}"))).unwrap_err();
    assert!(far.what.contains("行数会超过"), "{}", far.what);
    for (bytes, want) in [
        (b"hello".to_vec(), "已损坏"),
        (packed("", &[("xl/workbook.xml", "<workbook/>")]), "没有 Excel 工作表"),
        (packed(&data(""), &[("xl/vbaProject.bin", "x")]), "含有宏"),
        (packed("<sheetData>", &[]), "xl/worksheets/sheet1.xml 部分无法读取"),
    ] {
        let errors = Xlsx::read(&bytes, "t.xlsx", &sample).unwrap_err();
        assert!(errors[0].what.contains(want), "{} for {want}", errors[0].what);
    }
}
