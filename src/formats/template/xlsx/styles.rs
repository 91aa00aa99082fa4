//! The styles of an Excel file's cells: whether they show days, and how they set their texts.

use super::super::xml::{self, Element, Node};
use crate::formats::spreadsheet::height::Type;

/// The formats of Excel's own that show a day or a time.
const DATES: &[std::ops::RangeInclusive<u32>] = &[14..=22, 27..=36, 45..=47, 50..=58];
/// The one that shows everything as text.
const TEXT: u32 = 49;

/// How a cell shows what it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// A number, or whatever it is.
    #[default]
    Number,
    /// A day.
    Date,
    /// Everything as text.
    Text,
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// How it shows what it holds.
    pub shows: Shows,
    /// Its letters.
    pub set: Type,
    /// A text goes on in the next line where the column ends.
    pub wraps: bool,
}

/// The styles that a part tells, in their order.
pub fn read(nodes: Option<Vec<Node>>) -> Vec<Style> {
    let nodes = nodes.unwrap_or_default();
    let Some(root) = xml::root(&nodes) else { return Vec::new() };
    let own: Vec<(u32, bool)> = root
        .child("numFmts")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|format| Some((number(format, "numFmtId")?, is_date(&format.attribute("formatCode")?))))
        .collect();
    let fonts: Vec<Type> = root.child("fonts").into_iter().flat_map(Element::elements).map(set).collect();
    let style = |format: &Element| Style {
        shows: shows(number(format, "numFmtId").unwrap_or(0), &own),
        set: number(format, "fontId").and_then(|id| fonts.get(usize::try_from(id).ok()?).copied()).unwrap_or_default(),
        wraps: format.child("alignment").is_some_and(|alignment| says(alignment, "wrapText")),
    };
    root.child("cellXfs").into_iter().flat_map(Element::elements).map(style).collect()
}

fn number(element: &Element, name: &str) -> Option<u32> {
    element.attribute(name).and_then(|text| text.parse().ok())
}

fn says(element: &Element, name: &str) -> bool {
    element.attribute(name).is_some_and(|says| says == "1" || says == "true")
}

/// How a format shows what a cell holds, by those of the file's own.
fn shows(id: u32, own: &[(u32, bool)]) -> Shows {
    match own.iter().find(|(own, _)| *own == id) {
        Some((_, true)) => Shows::Date,
        Some(_) => Shows::Number,
        None if id == TEXT => Shows::Text,
        None if DATES.iter().any(|range| range.contains(&id)) => Shows::Date,
        None => Shows::Number,
    }
}

/// The letters of a font.
fn set(font: &Element) -> Type {
    let size = font.child("sz").and_then(|size| thousandths(&size.attribute("val")?));
    let bold =
        font.child("b").is_some_and(|bold| bold.attribute("val").is_none_or(|says| says == "1" || says == "true"));
    Type { size: size.map_or(Type::default().size, |size| size / 100), bold }
}

/// A number as `13.7109375` in thousandths.
pub fn thousandths(text: &str) -> Option<u32> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(part.parse().ok()?)
}

/// Whether a format of somebody's own shows a day: it says y, or d, or m, outside of quotes and brackets.
fn is_date(code: &str) -> bool {
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    code.chars().any(|c| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => bracket = true,
            ']' => bracket = false,
            _ if bracket => {}
            'y' | 'Y' | 'd' | 'D' | 'm' | 'M' => return true,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_show_days() {
        for (code, date) in [
            ("General", false),
            ("#,##0.00", false),
            ("yyyy\"年\"m\"月\"d\"日\"", true),
            ("[$-804]yyyy-mm-dd", true),
            ("[Red]0.00", false),
            ("0.00\" days\"", false),
            ("\\d0", false),
            ("_(* #,##0_)", false),
        ] {
            assert_eq!(is_date(code), date, "{code}");
        }
    }

    #[test]
    fn letters_and_breaks_are_read() {
        let text = "<styleSheet><fonts><font><sz val=\"10.5\"/></font><font><b/><sz val=\"9\"/></font><font><b val=\"0\"/></font></fonts>\
            <cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"><alignment wrapText=\"1\"/></xf><xf fontId=\"2\" numFmtId=\"14\"/><xf fontId=\"9\"/></cellXfs></styleSheet>";
        let styles = read(xml::parse(text.as_bytes()).ok());
        let told: Vec<_> = styles.iter().map(|style| (style.set.size, style.set.bold, style.wraps)).collect();
        assert_eq!(told, [(105, false, false), (90, true, true), (110, false, false), (110, false, false)]);
        assert_eq!(styles.get(2).map(|style| style.shows), Some(Shows::Date));
    }

    #[test]
    fn numbers_in_thousandths() {
        for (text, want) in
            [("13.7109375", Some(13_710)), ("9", Some(9_000)), ("0.5", Some(500)), ("x", None), ("-1", None)]
        {
            assert_eq!(thousandths(text), want, "{text}");
        }
    }
}
