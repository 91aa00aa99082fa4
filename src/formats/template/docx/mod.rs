//! Word: placeholders in paragraphs of the text, headers, footers, notes and text boxes, however Word has split them across
//! runs; rows of tables repeat. All else stays byte for byte.

mod check;
mod fill;
mod pictures;

use super::mark::What;
use super::xml::{self, Element, Node};
use super::{LARGEST, Names, Values, large};
use crate::error::{Error, Place, Result};
use crate::formats::package::{Package, Part};
use crate::lang::tr;
use crate::tr;
use check::Check;
use fill::Filling;
use pictures::Pictures;

/// How much a template may unpack to, in bytes.
pub const UNPACKED: u64 = 128 * 1024 * 1024;

/// The roots of the parts that people write in.
const WRITTEN: &[&str] = &["document", "hdr", "ftr", "footnotes", "endnotes"];

/// A Word file with what it asks for.
#[derive(Debug)]
pub struct Docx {
    package: Package,
    /// What it asks for, in its order.
    pub marks: Vec<What>,
    /// The parts with placeholders: their places in the package, read.
    parts: Vec<(usize, Vec<Node>)>,
}

impl Docx {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(bytes: &[u8], file: &str, names: &dyn Names) -> std::result::Result<Self, Vec<Error>> {
        let package = Package::open(bytes, file, UNPACKED).map_err(|error| vec![error])?;
        without_macros(&package, file).map_err(|error| vec![error])?;
        let mut read = Self { package, marks: Vec::new(), parts: Vec::new() };
        let mut errors = Vec::new();
        let mut document = false;
        for (at, part) in read.package.parts.iter().enumerate() {
            if !part.name.starts_with("word/") || !part.name.ends_with(".xml") || !is_written(part) {
                continue;
            }
            let Ok(nodes) = xml::parse(&part.bytes) else {
                errors.push(unreadable(file, &part.name));
                continue;
            };
            let Some(root) = xml::root(&nodes).filter(|root| WRITTEN.contains(&root.local())) else { continue };
            document |= root.local() == "document";
            let mut check = Check::new(names, root, file);
            check.all(root);
            let found = check.found();
            read.marks.extend(found.marks);
            errors.extend(found.errors);
            read.parts.push((at, nodes));
        }
        if !document && errors.is_empty() {
            errors.push(
                Error::new(tr("the file holds no Word text", "文件中没有 Word 正文"))
                    .at(Place::file(file))
                    .next(tr("open it in Word and save it as .docx", "请用 Word 打开后另存为 .docx")),
            );
        }
        if errors.is_empty() { Ok(read) } else { Err(errors) }
    }

    /// The paper.
    ///
    /// # Errors
    /// It would be larger than is reasonable.
    pub fn fill(&self, values: &dyn Values, names: &dyn Names, file: &str) -> Result<Vec<u8>> {
        let mut package = self.package.clone();
        let mut size = 0_usize;
        for (at, nodes) in &self.parts {
            let mut nodes = nodes.clone();
            let Some(root) = xml::root_mut(&mut nodes) else { continue };
            let mut pictures = Pictures::default();
            let mut filling = Filling::new(values, names, root.prefix().to_owned(), &mut pictures);
            filling.inside(root, None);
            let too_large = filling.is_too_large();
            let bytes = xml::write(&nodes);
            size = size.saturating_add(bytes.len()).saturating_add(pictures.weight());
            if too_large || size > LARGEST {
                return Err(large(file));
            }
            let Some(part) = package.parts.get_mut(*at) else { continue };
            part.bytes = bytes;
            let name = part.name.clone();
            pictures.put(&mut package, &name);
        }
        package.pack()
    }
}

/// Macros stay out: a paper that goes to a customer must not run anything.
///
/// # Errors
/// It holds some.
pub fn without_macros(package: &Package, file: &str) -> Result<()> {
    let types = package.part("[Content_Types].xml").unwrap_or_default();
    let named = |needle: &[u8]| memchr::memmem::find(types, needle).is_some();
    let holds = package.parts.iter().any(|part| part.name.to_lowercase().ends_with("vbaproject.bin"));
    if holds || named(b"macroEnabled") {
        return Err(Error::refused(tr(
            "the template holds macros; a paper with macros is not made",
            "模板含有宏，不能用来制单",
        ))
        .at(Place::file(file))
        .next(tr("save it as .docx or .xlsx, which keep none", "请另存为不含宏的 .docx 或 .xlsx")));
    }
    Ok(())
}

/// Whether the root of a part is one of those, judged without reading it whole.
fn is_written(part: &Part) -> bool {
    let head = part.bytes.get(..part.bytes.len().min(4096)).unwrap_or_default();
    WRITTEN.iter().any(|root| memchr::memmem::find(head, root.as_bytes()).is_some())
}

/// A part that is no XML.
pub fn unreadable(file: &str, part: &str) -> Error {
    Error::new(tr!("the part {part} of the file cannot be read", "文件的 {part} 部分无法读取"))
        .at(Place::file(file))
        .next(tr("open it in Word or Excel and save it again", "请用 Word 或 Excel 打开后另存一份"))
}

/// Whether an element is this one of Word's.
fn is(element: &Element, prefix: &str, local: &str) -> bool {
    element.name.strip_prefix(prefix) == Some(local)
}

/// Shows the paragraphs in an element, but for those in rows within it, which repeat by themselves.
fn paragraphs<'e>(element: &'e Element, prefix: &str, see: &mut dyn FnMut(&'e Element)) {
    for child in element.elements() {
        if is(child, prefix, "tr") {
            continue;
        }
        if is(child, prefix, "p") {
            see(child);
        }
        paragraphs(child, prefix, see);
    }
}

#[cfg(test)]
mod tests;
