//! What Word leaves in a form.

use super::word::read;
use super::{Filled, label};

fn marked(document: &str) -> Vec<(String, String)> {
    let found = read(document.as_bytes()).unwrap();
    found.marked.into_iter().map(|(path, Filled { text, .. })| (path, text)).collect()
}

#[test]
fn a_place_holds_what_was_typed_whatever_word_made_of_it() {
    let control = |inside: &str| {
        format!("<w:sdt><w:sdtPr><w:tag w:val=\"city\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    };
    for (inside, want) in [
        ("<w:r><w:t>Köln</w:t></w:r>", "Köln"),
        ("<w:r><w:t>Kö</w:t></w:r><w:r><w:rPr/><w:t>ln </w:t></w:r>", "Köln"),
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>M&amp;A &#x4e2d;</w:t></w:r>", "M&A 中"),
        ("<w:r><w:delText>old</w:delText><w:t>new</w:t></w:r>", "new"),
        ("<w:r><w:t></w:t></w:r>", ""),
        ("", ""),
    ] {
        assert_eq!(marked(&control(inside)), [("city".to_owned(), want.to_owned())], "{inside}");
    }
    let hint = control("<w:r><w:t>Click here</w:t></w:r>").replace("<w:tag", "<w:showingPlcHdr/><w:tag");
    assert_eq!(marked(&hint), [("city".to_owned(), String::new())], "what Word shows where nothing was typed");
}

#[test]
fn what_is_no_document_is_none() {
    for text in ["<w:p", "<a></b>", "<w:t>&xyzzy;</w:t>", &"<w:sdt>".repeat(100)] {
        assert!(read(text.as_bytes()).is_none(), "{text}");
    }
}

#[test]
fn labels_are_compared_by_letters_and_digits() {
    for (text, want) in [("E-mail 邮箱：", "email邮箱"), ("账期（天）", "账期天"), (" Tax No. ", "taxno")]
    {
        assert_eq!(label(text), want, "{text}");
    }
}
