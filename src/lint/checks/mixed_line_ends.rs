//! Two kinds of line ends in one file.

use std::ops::Range;

use toml::de::DeValue;

use crate::formats::toml::{Document, Spanned};
use crate::lang::Words;
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "mixed-line-ends",
    severity: Severity::Info,
    article: "",
    what: Words::new("line ends of Windows and of Unix in one card", "同一卡片中混用 Windows 和 Unix 换行符"),
    why: Words::new(
        "Editors repair it unasked and git then shows every line as changed: nobody sees what really did.",
        "编辑器会自行统一换行符，git 于是显示每一行都改了，看不出真正的改动。",
    ),
    bad: &[Sample::Card("name = 'Acme'\r\nshort_name = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\r\nshort_name = 'Acme'\r\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let (windows, unix) = line_ends(document.text);
    // what most lines have is meant; of equals, what the first line has: kehu writes that
    let windows_meant = match windows.len().cmp(&unix.len()) {
        std::cmp::Ordering::Equal => windows.first() < unix.first(),
        order => order.is_gt(),
    };
    let (strangers, name, theirs, ours) =
        if windows_meant { (unix, "LF", "\n", "\r\n") } else { (windows, "CRLF", "\r\n", "\n") };
    let (Some(first), Some(last)) = (strangers.first().copied(), strangers.last().copied()) else { return };
    let found = out.at(
        first..first + 1,
        tr!(
            "this line ends in {name}, unlike the others ({} in all)",
            "此行以 {name} 结尾，与其他行不同（共 {} 行）",
            strangers.len()
        ),
    );
    let range = first..last + theirs.len();
    // inside a text of several lines a line end is part of the value
    let in_value = document.root.iter().any(|(_, value)| spans_lines(document, value, &range));
    if in_value {
        found.hint(tr!("let your editor save it with one kind of line end", "请在编辑器中统一换行符后保存"));
    } else {
        let mended = document.text.get(range.clone()).unwrap_or_default().replace("\r\n", "\n").replace('\n', ours);
        found
            .hint(tr!("make them one kind: kehu lint --fix", "统一换行符：kehu lint --fix"))
            .fix(Fix::Splice(range, mended));
    }
}

/// The places of `\r\n` and of `\n` alone, as the byte where the line end begins.
fn line_ends(text: &str) -> (Vec<usize>, Vec<usize>) {
    let mut before = 0;
    let (mut windows, mut unix) = (Vec::new(), Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match (byte, before) {
            (b'\n', b'\r') => windows.push(at - 1),
            (b'\n', _) => unix.push(at),
            _ => {}
        }
        before = byte;
    }
    (windows, unix)
}

/// Whether a text in the range goes over several lines.
fn spans_lines(document: &Document<'_>, value: &Spanned<DeValue<'_>>, range: &Range<usize>) -> bool {
    match value.get_ref() {
        DeValue::Table(table) => table.iter().any(|(_, value)| spans_lines(document, value, range)),
        DeValue::Array(list) => list.iter().any(|value| spans_lines(document, value, range)),
        DeValue::String(_) => {
            let span = value.span();
            let overlaps = span.start < range.end && range.start < span.end;
            overlaps && document.text.get(span).is_some_and(|text| text.contains('\n'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_rarer_line_end_gives_way_and_values_stay() {
        let several = "a = 1\nb = '''x\r\ny'''\nc = 3\n";
        for (before, want) in [
            ("a = 1\nb = 2\n", None),
            ("a = 1\r\nb = 2\r\n", None),
            ("a = 1\r\nb = 2\nc = 3\n", Some("a = 1\nb = 2\nc = 3\n")),
            ("a = 1\r\nb = 2\r\nc = 3\n", Some("a = 1\r\nb = 2\r\nc = 3\r\n")),
            ("a = 1\nb = 2\r\n", Some("a = 1\nb = 2\n")),
            ("a = 1\n\n\nb = 2\r\n\r\nc = 3\n", Some("a = 1\n\n\nb = 2\n\nc = 3\n")),
            // part of a text: a person decides
            (several, Some(several)),
        ] {
            let book = Book::card(before);
            assert_eq!(book.found("mixed-line-ends").len(), usize::from(want.is_some()), "{before:?}");
            let after = book.mended_by("mixed-line-ends").text("国外客户/德国/Acme/card.toml").unwrap();
            assert_eq!(after, want.unwrap_or(before));
        }
    }
}
