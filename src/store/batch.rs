//! Many cards written at once: each whole or not at all, and all of them durable when the call returns.
//!
//! Waiting for the disk is what takes time, a card by itself about half a millisecond each for its contents and its folder.
//! So several threads wait at once, more than there are cores, and the folders are waited for after all their cards
//! are in place: the first of those waits makes the others short.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Book, CardFile, disk, link_on_the_way};
use crate::error::{Error, Place, Result};
use crate::lang::tr;

/// How many wait for the disk at once.
const WAITING: usize = 16;

/// A card that is to be written.
#[derive(Clone, Debug)]
pub enum Write {
    /// One that is not there yet, by its path relative to the book.
    New(String, String),
    /// New text for one that was read.
    Over(CardFile, String),
}

impl Write {
    fn file(&self) -> &str {
        match self {
            Self::New(file, _) => file,
            Self::Over(card, _) => &card.location.file,
        }
    }
}

impl Book {
    /// Writes cards. Call it under [`Book::lock`]. Returns how many were written, and what kept the others from it:
    /// the first trouble ends the batch.
    pub fn write_many(&self, writes: &[Write]) -> (usize, Option<Error>) {
        let in_many = |work: &(dyn Fn() -> (usize, Option<Error>) + Sync)| {
            match rayon::ThreadPoolBuilder::new().num_threads(WAITING).build() {
                Ok(pool) => pool.install(work),
                // a system that grants no more threads: slower, but no reason to fail
                Err(_) => work(),
            }
        };
        in_many(&|| self.written(writes))
    }

    fn written(&self, writes: &[Write]) -> (usize, Option<Error>) {
        let placed = |write: &Write, error: Error| Error { place: Some(Place::file(write.file())), ..error };
        let ready: Result<Vec<disk::Ready>> =
            writes.par_iter().map(|write| self.ready(write).map_err(|error| placed(write, error))).collect();
        let ready = match ready {
            Ok(ready) => ready,
            Err(error) => return (0, Some(error)),
        };
        let mut folders = HashSet::new();
        let mut wrong = None;
        let mut done = 0;
        for (write, ready) in writes.iter().zip(ready) {
            let folder = ready.folder.clone();
            if let Err(error) = self.unchanged(write).and_then(|()| ready.place()) {
                wrong = Some(placed(write, error));
                break;
            }
            done += 1;
            // a new card may have made its folder, and the country's: they must last too
            let above = if matches!(write, Write::New(..)) { 3 } else { 1 };
            folders.extend(folder.ancestors().take(above).map(Path::to_path_buf));
        }
        let folders: Vec<PathBuf> = folders.into_iter().collect();
        folders.par_iter().for_each(|folder| disk::sync_folder(folder));
        (done, wrong)
    }

    fn ready(&self, write: &Write) -> Result<disk::Ready> {
        let path = self.root.join(write.file());
        if link_on_the_way(&self.root, &path).is_some() {
            return Err(Error::new(tr(
                "a folder on the way is a link; kehu writes through none",
                "路径中有链接；kehu 不会通过链接写入",
            ))
            .next(tr("put the folder itself in its place", "请把文件夹本身放到该位置")));
        }
        match write {
            Write::New(_, text) => disk::ready_new(&path, text.as_bytes()),
            Write::Over(_, text) => disk::ready_over(&path, text.as_bytes()),
        }
    }

    /// Whether a card is still what it was when it was read.
    fn unchanged(&self, write: &Write) -> Result<()> {
        let Write::Over(card, _) = write else { return Ok(()) };
        let path = self.root.join(&card.location.file);
        let now = std::fs::read(&path).map_err(|error| Error::io(&path, &error))?;
        if now == card.text.as_bytes() { Ok(()) } else { Err(disk::changed(&path)) }
    }
}
