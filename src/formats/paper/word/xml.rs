//! Paragraphs and runs of WordprocessingML.

use super::super::text::{Piece, pieces};
use crate::formats::markup::escaped;

/// What the elements are named after.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the style says.
    Plain,
    /// Bold.
    Bold,
    /// A label: small and grey.
    Label,
    /// The name of a column: small and bold.
    Head,
}

/// A part of the file.
pub fn part(root: &str, inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{root} {SPACES}>{inside}</{root}>")
}

/// A paragraph.
pub fn paragraph(style: &str, more: &str, inside: &str) -> String {
    // the order of the properties is fixed: style, keepNext, then jc
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{inside}</w:p>")
}

/// The runs of a text.
pub fn runs(text: &str, look: Look) -> String {
    pieces(text).iter().map(|piece| run(piece, look)).collect()
}

fn run(piece: &Piece, look: Look) -> String {
    match piece {
        Piece::Plain(text) => words(text, look),
        Piece::Bold(text) => words(text, Look::Bold),
        Piece::Break => "<w:r><w:br/></w:r>".to_owned(),
        // the customer's reference is ours: it is not to be changed
        Piece::Field(tag, before) => {
            let lock = if tag == "id" { "<w:lock w:val=\"sdtContentLocked\"/>" } else { "" };
            let tag = escaped(tag);
            format!(
                "<w:sdt><w:sdtPr><w:alias w:val=\"{tag}\"/><w:tag w:val=\"{tag}\"/>{lock}<w:text w:multiLine=\"1\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                words(before, look)
            )
        }
    }
}

fn words(text: &str, look: Look) -> String {
    let look = match look {
        Look::Plain => "",
        Look::Bold => "<w:rPr><w:b/></w:rPr>",
        Look::Label => "<w:rPr><w:color w:val=\"44546A\"/><w:sz w:val=\"16\"/></w:rPr>",
        Look::Head => "<w:rPr><w:b/><w:sz w:val=\"16\"/></w:rPr>",
    };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

/// A number that Word works out: PAGE, NUMPAGES.
pub fn counted(what: &str) -> String {
    format!("<w:fldSimple w:instr=\" {what} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}
