//! Many cards written at once: each whole or not at all, and all of them durable when the call returns.
//!
//! Waiting for the disk is what takes time, a card by itself about half a millisecond each for its contents and its folder.
//! So several threads wait at once, more than there are cores, and the folders are waited for after all their cards
//! are in place: the first of those waits makes the others short.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Book, CardFile, disk, interrupt, link_on_the_way};
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
    /// Writes cards. Call it under [`Book::lock`]. Returns how many were written, and the first trouble that
    /// kept others from it: Ctrl-C is one.
    pub fn write_many(&self, writes: &[Write]) -> (usize, Option<Error>) {
        interrupt::listen();
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
        // its real name, once for all: no folder below it is a link
        let root = std::fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone());
        let placed = |write: &Write, error: Error| Error { place: Some(Place::file(write.file())), ..error };
        let ready: Result<Vec<disk::Ready>> =
            writes.par_iter().map(|write| self.ready(&root, write).map_err(|error| placed(write, error))).collect();
        let ready = match ready {
            Ok(ready) => ready,
            Err(error) => return (0, Some(error)),
        };
        let done: Vec<Result<Vec<PathBuf>>> = writes
            .par_iter()
            .zip(ready)
            .map(|(write, ready)| {
                // a new card may have made its folder, and the country's: they must last too
                let above = if matches!(write, Write::New(..)) { 3 } else { 1 };
                let folders = ready.folder.ancestors().take(above).map(Path::to_path_buf).collect();
                interrupt::check()?;
                let place = self.unchanged(write).and_then(|()| ready.place());
                place.map(|()| folders).map_err(|error| placed(write, error))
            })
            .collect();
        let folders: HashSet<&PathBuf> = done.iter().flatten().flatten().collect();
        folders.into_par_iter().for_each(|folder| disk::sync_folder(folder));
        let count = done.iter().filter(|result| result.is_ok()).count();
        (count, done.into_iter().find_map(Result::err))
    }

    fn ready(&self, root: &Path, write: &Write) -> Result<disk::Ready> {
        if link_on_the_way(&self.root, &self.root.join(write.file())).is_some() {
            return Err(Error::new(tr(
                "a folder on the way is a link; kehu writes through none",
                "路径中有链接；kehu 不会通过链接写入",
            ))
            .next(tr("put the folder itself in its place", "请把文件夹本身放到该位置")));
        }
        let path = root.join(write.file());
        match write {
            Write::New(_, text) => {
                let folder = path.parent().unwrap_or(root);
                std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, &error))?;
                disk::ready_new(&path, text.as_bytes())
            }
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
