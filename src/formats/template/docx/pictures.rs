//! Pictures in a part of a Word file: how one stands in a paragraph, and what the package needs beside it.

use std::sync::Arc;

use crate::formats::package::{Package, Part};
use crate::formats::picture::Picture;
use crate::formats::template::xml::{self, Element, Node};

/// How large a picture may stand on paper: 2.2 cm, in English metric units.
const SIDE: u64 = 792_000;
/// What Word numbers: those that are put in get numbers far from its own.
const NUMBERED_FROM: usize = 2_000_000;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The pictures of a part, each once.
#[derive(Debug, Default)]
pub struct Pictures {
    all: Vec<Arc<Picture>>,
    shown: usize,
}

impl Pictures {
    /// A run that shows a picture.
    pub fn shown(&mut self, picture: &Arc<Picture>, prefix: &str) -> String {
        let known = self.all.iter().position(|known| known == picture);
        let at = known.unwrap_or_else(|| {
            self.all.push(Arc::clone(picture));
            self.all.len().saturating_sub(1)
        });
        self.shown += 1;
        let (id, relation) = (NUMBERED_FROM + self.shown, relation(at));
        let (wide, high) = picture.within(SIDE);
        format!(
            "<{prefix}r><{prefix}drawing><wp:inline xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"kehu {id}\"/><a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic xmlns:pic=\"{DRAWING}/picture\"><pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"kehu {id}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"{RELATIONS}\" r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></{prefix}drawing></{prefix}r>"
        )
    }

    /// How many bytes they add to the file.
    pub fn weight(&self) -> usize {
        self.all.iter().map(|picture| picture.bytes.len()).sum()
    }

    /// Puts the files into the package, with what leads a part to them.
    pub fn put(self, package: &mut Package, part: &str) {
        if self.all.is_empty() {
            return;
        }
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut relations = Vec::new();
        for (at, picture) in self.all.iter().enumerate() {
            let ending = picture.kind.ending();
            let media = free(package, folder, ending);
            let id = relation(at);
            relations.push(Element::new(
                "Relationship",
                &format!("Id=\"{id}\" Type=\"{RELATIONS}/image\" Target=\"/{media}\""),
                Vec::new(),
            ));
            package.parts.push(Part { name: media, bytes: picture.bytes.clone() });
            let of = |one: &Element| one.attribute("Extension").is_some_and(|own| own.eq_ignore_ascii_case(ending));
            let media = picture.kind.media();
            let kind = Element::new("Default", &format!("Extension=\"{ending}\" ContentType=\"{media}\""), Vec::new());
            changed(package, "[Content_Types].xml", ("Types", "content-types"), |types| {
                if !types.elements().any(of) {
                    // the kinds by ending stand before those by name
                    let mut children = vec![Node::Element(kind)];
                    children.append(&mut types.children);
                    types.set_children(children);
                }
            });
        }
        let path = format!("{folder}/_rels/{name}.rels");
        changed(package, &path, ("Relationships", "relationships"), |root| {
            let mut children = std::mem::take(&mut root.children);
            children.extend(relations.into_iter().map(Node::Element));
            root.set_children(children);
        });
    }
}

/// The name of the relation to the picture at a place.
fn relation(at: usize) -> String {
    format!("kehuPicture{}", at + 1)
}

/// A name for a file that the package does not have.
fn free(package: &Package, folder: &str, ending: &str) -> String {
    let name = |number: usize| format!("{folder}/media/kehu{number}.{ending}");
    (1..).map(name).find(|name| package.part(name).is_none()).unwrap_or_default()
}

/// Changes a part that is a list; makes it where there is none.
fn changed(package: &mut Package, path: &str, (root, space): (&str, &str), change: impl FnOnce(&mut Element)) {
    let known = package.parts.iter().position(|part| part.name == path);
    let mut nodes =
        known.and_then(|at| package.parts.get(at)).and_then(|part| xml::parse(&part.bytes).ok()).unwrap_or_else(|| {
            vec![Node::Element(Element::new(root, &format!("xmlns=\"{PACKAGE}/{space}\""), Vec::new()))]
        });
    if let Some(root) = xml::root_mut(&mut nodes) {
        change(root);
    }
    let bytes = xml::write(&nodes);
    match known.and_then(|at| package.parts.get_mut(at)) {
        Some(part) => part.bytes = bytes,
        None => package.parts.push(Part { name: path.to_owned(), bytes }),
    }
}
