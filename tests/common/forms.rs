//! Forms as they come back: the templates that kehu ships, filled in or damaged.

use kehu::formats::package::{Package, Part};
use kehu::formats::paper::Paper;
use kehu::lang::Lang;

/// A template that ships with kehu.
pub fn template(lang: Lang, name: &str) -> Vec<u8> {
    let files = Paper::files(lang).unwrap();
    files.into_iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("no template {name}")).1
}

/// A file of parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let part = |(name, text): &(&str, &str)| Part { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
    Package { parts: parts.iter().map(part).collect() }.pack().unwrap()
}

/// The text of a part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let package = Package::open(bytes, "a file", 1 << 26).unwrap();
    String::from_utf8(package.part(name).unwrap_or_else(|| panic!("no {name}")).to_vec()).unwrap()
}

/// The file with a part changed.
pub fn changed(bytes: &[u8], name: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut package = Package::open(bytes, "a file", 1 << 26).unwrap();
    let part = package.parts.iter_mut().find(|part| part.name == name).unwrap();
    part.bytes = change(String::from_utf8(part.bytes.clone()).unwrap()).into_bytes();
    package.pack().unwrap()
}

/// A Word form whose places hold these values, in order; the others nothing.
pub fn word(bytes: &[u8], values: &[(&str, &str)]) -> Vec<u8> {
    let mut values = values.to_vec();
    changed(bytes, "word/document.xml", |text| {
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("<w:sdt>") {
            let (place, behind) = after.split_once("</w:sdt>").unwrap();
            let tag = between(place, "<w:tag w:val=\"", "\"");
            let at = values.iter().position(|(path, _)| *path == tag);
            let value = at.map_or("", |at| values.remove(at).1);
            let old = between(place, "<w:t xml:space=\"preserve\">", "</w:t>");
            let said = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
            out += &format!("{before}<w:sdt>{}</w:sdt>", place.replacen(&said(old), &said(value), 1));
            rest = behind;
        }
        out + rest
    })
}

/// A Word form from which the marks were lost.
pub fn unmarked(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, "word/document.xml", |text| {
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("<w:sdt>") {
            let (place, behind) = after.split_once("</w:sdt>").unwrap();
            out += before;
            out += between(place, "<w:sdtContent>", "</w:sdtContent>");
            rest = behind;
        }
        out + rest
    })
}

/// An Excel form whose named cells hold these values; the others nothing.
pub fn excel(bytes: &[u8], values: &[(&str, &str)]) -> Vec<u8> {
    let names = part(bytes, "xl/workbook.xml");
    let cells: Vec<(String, &str)> = names
        .split("<definedName name=\"kehu.")
        .skip(1)
        .map(|name| {
            let path = name.split_once('"').unwrap().0.replace("..", "@");
            let target = between(name, ">", "</definedName>").rsplit_once('!').unwrap().1.replace('$', "");
            (target, values.iter().find(|(wanted, _)| *wanted == path).map_or("", |(_, value)| *value))
        })
        .collect();
    changed(bytes, "xl/worksheets/sheet1.xml", |mut text| {
        for (cell, value) in cells {
            let (before, rest) =
                text.split_once(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
            let style = between(rest, "s=\"", "\"");
            let blank = rest.split_once('>').unwrap().0.ends_with('/');
            let after = rest.split_once(if blank { "/>" } else { "</c>" }).unwrap().1;
            text = format!("{before}<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>{after}");
        }
        text
    })
}

/// What stands between two texts.
pub fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let after = text.split_once(open).unwrap_or_else(|| panic!("no {open} in {text}")).1;
    after.split_once(close).unwrap_or_else(|| panic!("no {close} in {after}")).0
}
