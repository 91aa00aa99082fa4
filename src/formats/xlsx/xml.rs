//! XML read piece by piece under caps: no piece, and no nesting, is larger than any that Excel writes.

use std::borrow::Cow;
use std::io::{BufRead, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// The most bytes of one tag or one run of text.
const PIECE: usize = 1024 * 1024;
/// The deepest nesting.
const DEPTH: usize = 64;

/// Why a part cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// It is not what Excel writes.
    Damaged,
    /// It holds more than is taken.
    Large,
}

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Self {
        Self::Damaged
    }
}

/// A piece of XML.
pub(super) enum Piece<'x> {
    Open(BytesStart<'x>),
    /// The local name of what ends.
    Close(Cow<'x, str>),
    Text(Cow<'x, str>),
    End,
}

/// A part that is being read.
pub(super) struct Xml<'r> {
    reader: Reader<Capped<'r>>,
    room: Vec<u8>,
    depth: usize,
}

impl<'r> Xml<'r> {
    pub fn new(source: &'r mut dyn BufRead) -> Self {
        let mut reader = Reader::from_reader(Capped { source, left: PIECE });
        reader.config_mut().expand_empty_elements = true;
        Self { reader, room: Vec::new(), depth: 0 }
    }

    /// The next piece; comments and the like are passed over.
    pub fn next(&mut self) -> Result<Piece<'_>, Broken> {
        self.room.clear();
        self.reader.get_mut().left = PIECE;
        Ok(match self.reader.read_event_into(&mut self.room)? {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(Broken::Damaged);
                }
                Piece::Open(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(Cow::Owned(end.local_name().as_ref().to_owned()))
            }
            Event::Text(text) => Piece::Text(text.into_inner()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(name) => Piece::Text(Cow::Owned(entity(&name).ok_or(Broken::Damaged)?.to_string())),
            Event::Eof if self.depth > 0 => return Err(Broken::Damaged),
            Event::Eof => Piece::End,
            // declarations, comments and instructions say nothing
            _ => Piece::Text(Cow::Borrowed("")),
        })
    }
}

fn entity(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match name.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.resolve_char_ref().ok().flatten(),
    }
}

/// An attribute by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    // looking for doubles takes the square of their number
    let found = all.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// A number in an attribute.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(start, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn is_set(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// Reads until what is left for a piece is used up, then fails.
struct Capped<'r> {
    source: &'r mut dyn BufRead,
    left: usize,
}

impl Read for Capped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.source.read(buffer)
    }
}

impl BufRead for Capped<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left == 0 { Err(std::io::ErrorKind::FileTooLarge.into()) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.source.consume(amount);
    }
}
