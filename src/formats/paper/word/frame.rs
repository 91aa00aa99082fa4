//! What stands round a paper: the parts of the package, its styles, its letterhead and foot.

use super::super::text::Sheet;
use super::xml::{Look, counted, paragraph, part, runs};
use crate::formats::markup::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

pub fn content_types() -> String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let of =
        |name: &str, kind: &str| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{main}.{kind}+xml\"/>");
    let parts = [
        of("document", "document.main"),
        of("styles", "styles"),
        of("settings", "settings"),
        of("header1", "header"),
        of("header2", "header"),
        of("footer1", "footer"),
    ];
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        parts.concat()
    )
}

pub fn relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

pub fn document_relations() -> String {
    let of = |id: u8, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/relationships/{kind}\" Target=\"{target}.xml\"/>")
    };
    let all = [
        of(1, "styles", "styles"),
        of(2, "settings", "settings"),
        of(3, "header", "header1"),
        of(4, "header", "header2"),
        of(5, "footer", "footer1"),
    ];
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", all.concat())
}

pub fn core(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        escaped(title)
    )
}

pub fn settings() -> String {
    part(
        "w:settings",
        "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
    )
}

/// Fonts that every Windows has; sizes in half points.
pub fn styles() -> String {
    let paragraph = |id: &str, layout: &str, look: &str| {
        let base = if id == "Normal" { "" } else { "<w:basedOn w:val=\"Normal\"/>" };
        let default = if id == "Normal" { " w:default=\"1\"" } else { "" };
        format!(
            "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{}\"/>{base}<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>",
            called(id)
        )
    };
    let size = |half: u8| format!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>");
    let spacing = |before: u16, after: u16| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let all = [
        paragraph("Normal", "<w:spacing w:before=\"0\" w:after=\"100\" w:line=\"259\" w:lineRule=\"auto\"/>", ""),
        paragraph(
            "Title",
            &format!("<w:keepNext/>{}<w:jc w:val=\"center\"/>", spacing(120, 40)),
            &format!("<w:b/><w:color w:val=\"1F3864\"/><w:spacing w:val=\"20\"/>{}", size(34)),
        ),
        paragraph(
            "Subtitle",
            &format!("<w:keepNext/>{}<w:jc w:val=\"center\"/>", spacing(0, 100)),
            &format!("<w:color w:val=\"1F3864\"/>{}", size(26)),
        ),
        paragraph(
            "Heading1",
            &format!("<w:keepNext/>{}<w:outlineLvl w:val=\"0\"/>", spacing(100, 50)),
            &format!("<w:b/><w:color w:val=\"1F3864\"/>{}", size(21)),
        ),
        paragraph("Second", &spacing(0, 100), &format!("<w:color w:val=\"404040\"/>{}", size(18))),
        paragraph("Cell", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", &size(18)),
        paragraph("Note", &spacing(0, 60), &format!("<w:color w:val=\"595959\"/>{}", size(16))),
        paragraph(
            "Warning",
            &format!(
                "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"C00000\"/></w:pBdr>{}<w:ind w:left=\"140\"/>",
                spacing(60, 60)
            ),
            &format!("<w:b/><w:color w:val=\"C00000\"/>{}", size(18)),
        ),
        paragraph("Room", &spacing(0, 600), &size(18)),
        paragraph(
            "Sign",
            &format!(
                "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"7F7F7F\"/></w:pBdr>{}<w:ind w:right=\"600\"/>",
                spacing(0, 60)
            ),
            &size(16),
        ),
        paragraph("Gap", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"140\" w:lineRule=\"exact\"/>", &size(8)),
        paragraph("Header", "<w:spacing w:before=\"0\" w:after=\"0\"/>", &size(16)),
        paragraph(
            "Rule",
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"3\" w:color=\"1F3864\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\"/>",
            &size(16),
        ),
        paragraph(
            "Footer",
            "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"A6A6A6\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\"/>",
            &format!("<w:color w:val=\"595959\"/>{}", size(15)),
        ),
    ];
    let table = |id: &str, borders: &str| {
        format!(
            "<w:style w:type=\"table\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:tblPr>{borders}<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        )
    };
    let edge = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6B1C0\"/>");
    let edges: String =
        ["top", "left", "bottom", "right", "insideH", "insideV"].iter().map(|side| edge(side)).collect();
    part(
        "w:styles",
        &format!(
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"宋体\"/>{}<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{}{}{}",
            size(19),
            all.concat(),
            table("Grid", &format!("<w:tblBorders>{edges}</w:tblBorders>")),
            table("Bare", ""),
        ),
    )
}

/// The names that Word knows its own styles by.
fn called(id: &str) -> &str {
    match id {
        "Heading1" => "heading 1",
        "Header" => "header",
        "Footer" => "footer",
        other => other,
    }
}

/// Where we can be reached.
pub const REACH: &str = "{{#seller.phone}}Tel {{seller.phone}}{{/}}{{#seller.fax}}   Fax {{seller.fax}}{{/}}{{#seller.email}}   {{seller.email}}{{/}}{{#seller.website}}   {{seller.website}}{{/}}";

/// Our names in both languages, and our address.
pub fn letterhead_lines(sheet: &Sheet) -> [&'static str; 3] {
    match (sheet.chinese, sheet.english) {
        (true, true) => ["{{卖方.名称}}", "{{seller.name_en}}", "{{seller.address_en}}"],
        (true, false) => ["{{卖方.名称}}", "{{seller.name_en}}", "{{卖方.地址}}"],
        (false, _) => ["{{seller.name_en}}", "{{seller.name}}", "{{seller.address_en}}"],
    }
}

/// Our names in both languages and where we can be reached.
pub fn letterhead(sheet: &Sheet) -> String {
    if sheet.plain {
        return part("w:hdr", &paragraph("Header", "", ""));
    }
    let centred = "<w:jc w:val=\"center\"/>";
    let name = |text: &str, half: u8| {
        format!(
            "<w:r><w:rPr><w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"{half}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(text)
        )
    };
    let [first, second, address] = letterhead_lines(sheet);
    part(
        "w:hdr",
        &[
            paragraph("Header", centred, &name(first, 30)),
            paragraph("Header", centred, &name(second, 20)),
            paragraph("Header", centred, &runs(address, Look::Label)),
            paragraph("Rule", centred, &runs(REACH, Look::Label)),
        ]
        .concat(),
    )
}

/// The head of the pages behind the first.
pub fn running_head(sheet: &Sheet) -> String {
    let text = format!("{}   {}", sheet.title.join(" "), sheet.number);
    part(
        "w:hdr",
        &(paragraph("Rule", "<w:jc w:val=\"right\"/>", &runs(&text, Look::Label)) + &paragraph("Gap", "", "")),
    )
}

/// Page n of m.
pub fn footer(sheet: &Sheet, width: u32) -> String {
    let (page, pages) = (counted("PAGE"), counted("NUMPAGES"));
    let word = |text: &str| runs(text, Look::Plain);
    let mut count = String::new();
    if sheet.chinese {
        count += &[word("第 "), page.clone(), word(" 页，共 "), pages.clone(), word(" 页")].concat();
    }
    if sheet.english {
        count += &[word(if sheet.chinese { "   Page " } else { "Page " }), page, word(" of "), pages].concat();
    }
    let name = format!("{}  {}", sheet.title.join(" "), sheet.number);
    let tab = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs>");
    part("w:ftr", &paragraph("Footer", &tab, &[word(&name), "<w:r><w:tab/></w:r>".to_owned(), count].concat()))
}
