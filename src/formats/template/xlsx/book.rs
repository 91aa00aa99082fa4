//! What an Excel file is made of: sheets by name, the texts that cells share, which formats show days.

use super::super::docx::unreadable;
use super::super::xml::{self, Element, Node};
use super::styles::{self, Style};
use crate::error::{Error, Place, Result};
use crate::formats::package::Package;
use crate::lang::tr;

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// What people call it.
    pub name: String,
    /// Its place in the package.
    pub part: usize,
    /// Its name in the package.
    pub path: String,
    /// Its contents.
    pub nodes: Vec<Node>,
}

/// An Excel file.
#[derive(Debug)]
pub struct Book {
    /// The sheets with cells, in their order.
    pub sheets: Vec<Sheet>,
    /// The texts that cells share.
    pub shared: Vec<Element>,
    /// The styles of its cells.
    pub styles: Vec<Style>,
    /// Days are counted from 1904.
    pub from_1904: bool,
    /// The name of the workbook in the package.
    pub path: String,
}

impl Book {
    /// Reads what a package holds.
    ///
    /// # Errors
    /// It is no Excel file, or a part of it cannot be read.
    pub fn read(package: &Package, file: &str) -> Result<Self> {
        let none = || {
            Error::new(tr("the file holds no Excel sheets", "文件中没有 Excel 工作表"))
                .at(Place::file(file))
                .next(tr("open it in Excel and save it as .xlsx", "请用 Excel 打开后另存为 .xlsx"))
        };
        let is_book = |name: &str| name.starts_with("xl/workbook") && name.ends_with(".xml");
        let path = package.parts.iter().find(|part| is_book(&part.name)).ok_or_else(none)?.name.clone();
        let nodes = read(package, &path, file)?.ok_or_else(none)?;
        let root = xml::root(&nodes).ok_or_else(none)?;
        let related = relations(package, &path);
        let target = |id: &str| related.iter().find(|relation| relation.id == id);
        let mut sheets = Vec::new();
        for sheet in root.child("sheets").into_iter().flat_map(Element::elements) {
            let id = ["r:id", "d3p1:id"].iter().find_map(|name| sheet.attribute(name)).or_else(|| any_id(sheet));
            let Some(relation) = id.and_then(|id| target(&id)) else { continue };
            let Some(part) = package.parts.iter().position(|part| part.name == relation.target) else { continue };
            let Some(nodes) = read(package, &relation.target, file)? else { continue };
            if xml::root(&nodes).is_some_and(|root| root.child("sheetData").is_some()) {
                let name = sheet.attribute("name").unwrap_or_default();
                sheets.push(Sheet { name, part, path: relation.target.clone(), nodes });
            }
        }
        if sheets.is_empty() {
            return Err(none());
        }
        let of_kind = |kind: &str| related.iter().find(|relation| relation.kind.ends_with(kind));
        let shared = match of_kind("/sharedStrings") {
            Some(relation) => texts(read(package, &relation.target, file)?),
            None => Vec::new(),
        };
        let styles = match of_kind("/styles") {
            Some(relation) => styles::read(read(package, &relation.target, file)?),
            None => Vec::new(),
        };
        let says = root.child("workbookPr").and_then(|settings| settings.attribute("date1904"));
        let from_1904 = says.is_some_and(|says| says == "1" || says == "true");
        Ok(Self { sheets, shared, styles, from_1904, path })
    }

    /// The text of a cell as an element with runs, where it is a text that was typed: no number, no result of a formula.
    pub fn typed_text(&self, cell: &Element) -> Option<Element> {
        if cell.child("f").is_some() {
            return None;
        }
        let value = || cell.child("v").map(Element::text);
        let mut text = match cell.attribute("t").as_deref() {
            Some("s") => self.shared.get(value()?.trim().parse::<usize>().ok()?)?.clone(),
            Some("inlineStr") => cell.child("is")?.clone(),
            Some("str") => {
                let mut text = Element::new(&format!("{}t", cell.prefix()), "", Vec::new());
                text.set_text(&value()?);
                Element::new("is", "", vec![Node::Element(text)])
            }
            _ => return None,
        };
        // how a text is read aloud is wrong once it is another one
        let aloud = |node: &Node| node.element().is_some_and(|child| matches!(child.local(), "rPh" | "phoneticPr"));
        text.children.retain(|node| !aloud(node));
        let prefix = cell.prefix();
        let children = std::mem::take(&mut text.children);
        Some(Element::new(&format!("{prefix}is"), "", children))
    }

    /// The style of a cell.
    pub fn style(&self, cell: &Element) -> Style {
        let style = cell.attribute("s").and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
        self.styles.get(style).copied().unwrap_or_default()
    }
}

/// A relation of a part to another.
#[derive(Clone, Debug)]
pub struct Relation {
    id: String,
    /// What it is.
    pub kind: String,
    /// The name of the other part in the package.
    pub target: String,
}

/// The relations of a part.
pub fn relations(package: &Package, path: &str) -> Vec<Relation> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(bytes) = package.part(&format!("{folder}/_rels/{name}.rels")) else { return Vec::new() };
    let Ok(nodes) = xml::parse(bytes) else { return Vec::new() };
    let relation = |element: &Element| {
        let target = element.attribute("Target")?;
        Some(Relation {
            id: element.attribute("Id")?,
            kind: element.attribute("Type")?,
            target: resolved(folder, &target),
        })
    };
    xml::root(&nodes).into_iter().flat_map(Element::elements).filter_map(relation).collect()
}

/// `../drawings/drawing1.xml` from where it is said.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn read(package: &Package, path: &str, file: &str) -> Result<Option<Vec<Node>>> {
    let Some(bytes) = package.part(path) else { return Ok(None) };
    xml::parse(bytes).map(Some).map_err(|_| unreadable(file, path))
}

/// The relation's id under whatever prefix.
fn any_id(sheet: &Element) -> Option<String> {
    let at = sheet.start.find(":id=")?;
    let prefix = sheet.start.get(..at)?.rsplit(char::is_whitespace).next()?;
    sheet.attribute(&format!("{prefix}:id"))
}

fn texts(nodes: Option<Vec<Node>>) -> Vec<Element> {
    let nodes = nodes.unwrap_or_default();
    xml::root(&nodes).into_iter().flat_map(Element::elements).filter(|one| one.local() == "si").cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        for (folder, target, want) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"),
        ] {
            assert_eq!(resolved(folder, target), want);
        }
    }
}
