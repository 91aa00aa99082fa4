//! One card file: read with every hazard named, edited without touching anything else.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::disk::{Probe, looked_at};
use super::{Book, Location, disk};
use crate::error::{Error, Place, Result};
use crate::formats::encoding::not_utf8;
use crate::formats::toml::{Document, Edit, apply};
use crate::lang::tr;
use crate::model::Card;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::tree::LARGEST;
use crate::tr;

/// A card as it stands on disk.
#[derive(Clone, Debug)]
pub struct CardFile {
    /// Where it is.
    pub location: Location,
    /// Its text, byte for byte.
    pub text: String,
}

impl CardFile {
    /// Reads the text into the model.
    ///
    /// # Errors
    /// The first thing wrong with it, with its place.
    pub fn card(&self) -> Result<Card> {
        self.card_and(|_, _| ()).map(|(card, ())| card)
    }

    /// The same, and what somebody sees who looks at the values with their places: the text is parsed once.
    ///
    /// # Errors
    /// The first thing wrong with it, with its place.
    pub fn card_and<L>(&self, look: impl FnOnce(&Document<'_>, &Card) -> L) -> Result<(Card, L)> {
        let fault = |fault: crate::formats::toml::Fault| {
            fault.in_file(&self.location.file, &self.text).next(advice(&self.location))
        };
        let document = Document::parse(&self.text)
            .map_err(|faults| faults.into_iter().next().map_or_else(|| Error::new(""), fault))?;
        let card = document.read().map_err(fault)?;
        let seen = look(&document, &card);
        Ok((card, seen))
    }
}

fn advice(location: &Location) -> String {
    tr!(
        "see everything that is wrong with it: kehu lint {}",
        "查看该卡全部问题：kehu lint {}",
        shell_word(&location.path)
    )
}

impl Book {
    /// Reads the text of a card.
    ///
    /// # Errors
    /// It is a link, a folder, too large, not UTF-8, or cannot be read.
    pub fn read(&self, location: &Location) -> Result<CardFile> {
        let text = decode(self.read_bytes(location)?, &location.file)?;
        Ok(CardFile { location: location.clone(), text })
    }

    /// Reads the bytes of a card, whatever they are.
    ///
    /// # Errors
    /// It is a link, a folder, too large, or cannot be read.
    pub fn read_bytes(&self, location: &Location) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        read_into(&mut bytes, &self.root.join(&location.file), &location.file, None)?;
        Ok(bytes)
    }

    /// The text of a card with edits made, not yet written.
    ///
    /// # Errors
    /// The card does not parse, the edits do not fit, or the result would no longer be a readable card.
    pub fn edited(&self, file: &CardFile, edits: &[Edit]) -> Result<String> {
        let name = &file.location.file;
        let text = apply(&file.text, Card::TYPE, edits).map_err(|fault| fault.in_file(name, &file.text))?;
        let after = CardFile { location: file.location.clone(), text };
        // a card that was unreadable before may still be mended piece by piece; one that was readable must stay so
        if file.card().is_ok() {
            after.card()?;
        }
        Ok(after.text)
    }

    /// Writes a card anew in the place of what was read. Call it under [`Book::lock`].
    ///
    /// # Errors
    /// The card is not what it was when it was read, or cannot be written; the old one stays.
    pub fn replace(&self, file: &CardFile, text: &str) -> Result<()> {
        if text == file.text {
            return Ok(());
        }
        if disk::link_on_the_way(&self.root, &self.root.join(&file.location.file)).is_some() {
            return Err(Error::new(tr(
                "a folder on the way is a link; kehu writes through none",
                "路径中有链接；kehu 不会通过链接写入",
            ))
            .at(Place::file(&file.location.file))
            .next(tr("put the folder itself in its place", "请把文件夹本身放到该位置")));
        }
        disk::write_over(&self.root.join(&file.location.file), file.text.as_bytes(), text.as_bytes())
            .map_err(|error| Error { place: Some(Place::file(&file.location.file)), ..error })
    }
}

/// Reads the bytes of a card into room that may be used again; `probe` is what was found out of the file, where it was.
pub(super) fn read_into(bytes: &mut Vec<u8>, path: &Path, file: &str, probe: Option<Probe>) -> Result<()> {
    let place = || Place::file(file);
    let io = |error| Error { place: Some(place()), ..Error::io(path, &error) };
    let Probe { meta, file: opened } = probe.map_or_else(|| looked_at(path).map_err(io), Ok)?;
    if meta.is_symlink() {
        return Err(Error::new(tr("the card is a link; kehu follows none", "卡片是链接；kehu 不跟随链接"))
            .at(place())
            .next(tr("put the file itself in the customer's folder", "请把文件本身放进客户文件夹")));
    }
    if !meta.is_file() {
        return Err(Error::new(tr("the card is not a file", "卡片不是文件"))
            .at(place())
            .next(tr("rename what stands in its place", "请给占用该名称的对象改名")));
    }
    if meta.len() > LARGEST {
        let size = meta.len() / 1024 / 1024;
        return Err(Error::new(tr!(
            "the card is too large to be one ({size} MiB; 4 at most)",
            "文件过大（{size} MiB，上限 4 MiB），不是卡片"
        ))
        .at(place())
        .next(tr("keep papers beside the card, not in it", "资料请放在卡片旁边，不要写进卡片")));
    }
    bytes.clear();
    bytes.reserve(usize::try_from(meta.len()).unwrap_or(0));
    // as much as there was a moment ago: what grows is being written, and its writer is told so when we write
    let opened = opened.map_or_else(|| fs::File::open(path).map_err(io), Ok)?;
    opened.take(meta.len()).read_to_end(bytes).map_err(io)?;
    Ok(())
}

/// Bytes of a file as text.
///
/// # Errors
/// Not UTF-8, with the line of the first bad byte and a guess what it is.
pub fn decode(bytes: Vec<u8>, file: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| undecodable(error.as_bytes(), &error.utf8_error(), file))
}

/// Why bytes are no text.
pub(super) fn undecodable(bytes: &[u8], error: &std::str::Utf8Error, file: &str) -> Error {
    match not_utf8(bytes) {
        Some(found) => Error::new(found.what())
            .at(Place { file: file.to_owned(), line: found.line, column: 0 })
            .next(found.next(file)),
        None => Error::new(error.to_string()).at(Place::file(file)),
    }
}
