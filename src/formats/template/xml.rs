//! XML as a tree that keeps every byte it does not understand: what is not changed is written as it was read.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// Deeper than any paper: beyond it somebody wants to exhaust the stack.
const DEEPEST: usize = 256;

/// A piece of a document.
#[derive(Clone, Debug)]
pub enum Node {
    /// An element and what is in it.
    Element(Element),
    /// Text as it stands, escaped.
    Text(String),
    /// Declarations, comments, instructions, CDATA: as they stand.
    Raw(String),
}

/// An element.
#[derive(Clone, Debug)]
pub struct Element {
    /// The name with its prefix.
    pub name: String,
    /// The opening tag as it stands.
    pub start: String,
    /// What is in it.
    pub children: Vec<Node>,
    /// The closing tag; nothing where the opening one closes itself.
    pub end: String,
}

/// The XML cannot be read.
#[derive(Clone, Copy, Debug)]
pub struct Broken;

/// Reads a part.
///
/// # Errors
/// It is not UTF-8, no XML, has a document type, or is nested too deep.
pub fn parse(bytes: &[u8]) -> Result<Vec<Node>, Broken> {
    let text = std::str::from_utf8(bytes).map_err(|_| Broken)?;
    let (mark, text) = text.strip_prefix('\u{feff}').map_or(("", text), |rest| ("\u{feff}", rest));
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut top: Vec<Node> = Vec::new();
    if !mark.is_empty() {
        top.push(Node::Raw(mark.to_owned()));
    }
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(|_| Broken)?;
        let to = usize::try_from(reader.buffer_position()).map_err(|_| Broken)?;
        let raw = text.get(from..to).ok_or(Broken)?.to_owned();
        from = to;
        let node = match event {
            Event::Start(tag) => {
                if open.len() >= DEEPEST {
                    return Err(Broken);
                }
                let name = String::from_utf8_lossy(tag.name().as_ref().as_bytes()).into_owned();
                open.push(Element { name, start: raw, children: Vec::new(), end: String::new() });
                continue;
            }
            Event::End(_) => {
                let mut element = open.pop().ok_or(Broken)?;
                element.end = raw;
                Node::Element(element)
            }
            Event::Empty(tag) => {
                let name = String::from_utf8_lossy(tag.name().as_ref().as_bytes()).into_owned();
                Node::Element(Element { name, start: raw, children: Vec::new(), end: String::new() })
            }
            Event::Text(_) | Event::GeneralRef(_) => Node::Text(raw),
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Raw(raw),
            Event::DocType(_) => return Err(Broken),
            Event::Eof => break,
        };
        let into = open.last_mut().map_or(&mut top, |element| &mut element.children);
        match (node, into.last_mut()) {
            // a reference within a text is part of it
            (Node::Text(more), Some(Node::Text(text))) => text.push_str(&more),
            (node, _) => into.push(node),
        }
    }
    if open.is_empty() && top.iter().any(|node| matches!(node, Node::Element(_))) { Ok(top) } else { Err(Broken) }
}

/// Writes nodes.
pub fn write(nodes: &[Node]) -> Vec<u8> {
    let mut out = String::new();
    nodes.iter().for_each(|node| put(node, &mut out));
    out.into_bytes()
}

fn put(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) | Node::Raw(text) => out.push_str(text),
        Node::Element(element) => {
            out.push_str(&element.start);
            element.children.iter().for_each(|child| put(child, out));
            out.push_str(&element.end);
        }
    }
}

/// The root of a part.
pub fn root(nodes: &[Node]) -> Option<&Element> {
    nodes.iter().find_map(Node::element)
}

/// The root of a part, to be changed.
pub fn root_mut(nodes: &mut [Node]) -> Option<&mut Element> {
    nodes.iter_mut().find_map(|node| match node {
        Node::Element(element) => Some(element),
        _ => None,
    })
}

impl Node {
    /// The element, where it is one.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    /// How many bytes it takes when it is written.
    pub fn weight(&self) -> usize {
        match self {
            Self::Text(text) | Self::Raw(text) => text.len(),
            Self::Element(element) => {
                element.start.len() + element.end.len() + element.children.iter().map(Self::weight).sum::<usize>()
            }
        }
    }
}

impl Element {
    /// A new element: `<name attributes/>`, or with what is in it.
    pub fn new(name: &str, attributes: &str, children: Vec<Node>) -> Self {
        let space = if attributes.is_empty() { "" } else { " " };
        let (start, end) = if children.is_empty() {
            (format!("<{name}{space}{attributes}/>"), String::new())
        } else {
            (format!("<{name}{space}{attributes}>"), format!("</{name}>"))
        };
        Self { name: name.to_owned(), start, children, end }
    }

    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or(&self.name)
    }

    /// The prefix of the name with its colon, or nothing.
    pub fn prefix(&self) -> &str {
        self.name.rfind(':').and_then(|at| self.name.get(..=at)).unwrap_or_default()
    }

    /// The first child of this local name.
    pub fn child(&self, local: &str) -> Option<&Element> {
        self.elements().find(|element| element.local() == local)
    }

    /// The same, to be changed.
    pub fn child_mut(&mut self, local: &str) -> Option<&mut Element> {
        self.elements_mut().find(|element| element.local() == local)
    }

    /// The child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    /// The child elements, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// Puts children in the place of those there are.
    pub fn set_children(&mut self, children: Vec<Node>) {
        if self.end.is_empty() && !children.is_empty() {
            let open = self.start.trim_end_matches('>').trim_end().trim_end_matches('/').trim_end().to_owned();
            self.start = format!("{open}>");
            self.end = format!("</{}>", self.name);
        }
        self.children = children;
    }

    /// The text in it, unescaped.
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(unescaped(text)),
            _ => None,
        });
        texts.collect()
    }

    /// Puts a text in the place of what is in it.
    pub fn set_text(&mut self, text: &str) {
        self.set_children(vec![Node::Text(escaped(text))]);
    }

    /// An attribute by its name with prefix, unescaped.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let range = self.place(name)?;
        self.start.get(range).map(unescaped)
    }

    /// Puts a value in the place of an attribute's, or adds it.
    pub fn set_attribute(&mut self, name: &str, value: &str) {
        let value = escaped(value);
        if let Some(range) = self.place(name) {
            self.start.replace_range(range, &value);
            return;
        }
        let close = if self.start.ends_with("/>") { 2 } else { 1 };
        let at = self.start.trim_end_matches('>').trim_end_matches('/').trim_end().len();
        let end = self.start.len().saturating_sub(close);
        self.start.replace_range(at..end.max(at), &format!(" {name}=\"{value}\""));
    }

    /// Takes an attribute away.
    pub fn remove_attribute(&mut self, name: &str) {
        let Some(range) = self.place(name) else { return };
        let before = self.start.get(..range.start).unwrap_or_default();
        let start = before.rfind(name).map_or(range.start, |at| before.get(..at).unwrap_or_default().trim_end().len());
        self.start.replace_range(start..range.end + 1, "");
    }

    /// Where the value of an attribute stands in the opening tag.
    fn place(&self, name: &str) -> Option<std::ops::Range<usize>> {
        let mut at = self.name.len() + 1;
        loop {
            let rest = self.start.get(at..)?;
            let equals = at + rest.find('=')?;
            let key = self.start.get(at..equals)?.trim();
            let behind = self.start.get(equals + 1..)?;
            let quote_at = equals + 1 + behind.find(['"', '\''])?;
            let quote = self.start.get(quote_at..)?.chars().next()?;
            let start = quote_at + 1;
            let end = start + self.start.get(start..)?.find(quote)?;
            if key == name {
                return Some(start..end);
            }
            at = end + 1;
        }
    }
}

/// A text for XML: escaped, and without what XML cannot hold.
pub fn escaped(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| fits(*c)).collect();
    quick_xml::escape::escape(allowed).into_owned()
}

/// Whether a character may stand in XML 1.0, and does nothing to a text that people read.
fn fits(c: char) -> bool {
    matches!(c, '\t' | '\n')
        || !(c.is_control() || crate::model::name::invisible(c) || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

fn unescaped(text: &str) -> String {
    unescape(text).unwrap_or(Cow::Borrowed(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_changed_stays_byte_for_byte() {
        for text in [
            "<a/>",
            "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<w:a  b = 'x>y'\n><!-- c --> t &amp; &#228; <b /><![CDATA[<]]></w:a >\n",
            "<甲 乙=\"丙\">丁</甲>",
        ] {
            let nodes = parse(text.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(write(&nodes)).unwrap(), text);
        }
        for bad in ["", "text", "<a>", "<a></b>", "</a>", "<!DOCTYPE a><a/>", "<a><b></a></b>", "\u{ff}<"] {
            assert!(parse(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(parse(b"<a>\xff</a>").is_err());
        assert!(parse("<a>".repeat(100_000).as_bytes()).is_err());
    }

    #[test]
    fn attributes_and_texts_are_read_and_set() {
        let mut nodes = parse("<a:b c='1' cc=\"&quot;2\" d:c = \"3\"/>".as_bytes()).unwrap();
        let element = root_mut(&mut nodes).unwrap();
        assert_eq!((element.local(), element.prefix()), ("b", "a:"));
        assert_eq!(element.attribute("c").as_deref(), Some("1"));
        assert_eq!(element.attribute("cc").as_deref(), Some("\"2"));
        assert_eq!(element.attribute("d:c").as_deref(), Some("3"));
        assert_eq!(element.attribute("d"), None);
        element.set_attribute("c", "<&>");
        element.set_attribute("e", "5");
        element.remove_attribute("cc");
        element.set_text("x\u{0}\u{1b}<y");
        assert_eq!(element.start, "<a:b c='&lt;&amp;&gt;' d:c = \"3\" e=\"5\">");
        assert_eq!(
            String::from_utf8(write(&nodes)).unwrap(),
            "<a:b c='&lt;&amp;&gt;' d:c = \"3\" e=\"5\">x&lt;y</a:b>"
        );
    }
}
