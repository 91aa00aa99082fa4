//! A copy of the book elsewhere, every file read back and compared. The manifest is written last: a folder without one is a
//! copy that was never finished, and counts for nothing.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::{Book, CACHE_FOLDER, disk};
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::tree::{TEMP_PREFIX, TEMP_SUFFIX};

mod manifest;

pub use manifest::{Differences, MANIFEST_FILE, compare, copies, finish_copy, read_manifest};

/// History and its remotes are git's own business: a copy of the files as they are is what git is not.
const GIT: &str = ".git";

/// A file of a copy: path relative to it, size, digest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copied {
    /// With `/` on every system.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256, in hex.
    pub sha256: String,
}

/// What is to be copied.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Plain files, relative to the book.
    pub files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    /// Links and what else is no plain file: told, not copied.
    pub left_out: Vec<String>,
}

impl Book {
    /// What the copies of this book are called.
    pub fn called(&self) -> String {
        self.root.file_name().map_or_else(|| "kehu".to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// Everything that a copy holds.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn inventory(&self) -> Result<Inventory> {
        let mut inventory = Inventory::default();
        let walk = WalkDir::new(&self.root).min_depth(1).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| !is_ours(entry)) {
            let entry = entry.map_err(|error| walk_error(&self.root, error))?;
            let inside = entry.path().strip_prefix(&self.root).unwrap_or(entry.path()).to_path_buf();
            let kind = entry.file_type();
            if kind.is_file() {
                inventory.files.push(inside);
            } else if kind.is_dir() {
                inventory.folders.push(inside);
            } else {
                inventory.left_out.push(slashed(&inside));
            }
        }
        Ok(inventory)
    }

    /// Makes the folder of a copy below `dir`, under a name that is free, and all folders in it.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn begin_copy(&self, dir: &Path, day: Date, inventory: &Inventory) -> Result<PathBuf> {
        let name = format!("{}-{day}", self.called());
        let mut copy = dir.join(&name);
        let mut number = 1_u32;
        while let Err(error) = std::fs::create_dir(&copy) {
            if error.kind() != io::ErrorKind::AlreadyExists {
                return Err(Error::io(&copy, &error));
            }
            number += 1;
            copy = dir.join(format!("{name}-{number}"));
        }
        for folder in &inventory.folders {
            let folder = copy.join(folder);
            std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, &error))?;
        }
        Ok(copy)
    }

    /// Copies one file, reads the copy back from the disk, and compares.
    ///
    /// # Errors
    /// It cannot be read or written, or is not the same.
    pub fn copy_file(&self, inside: &Path, copy: &Path) -> Result<Copied> {
        let (from, to) = (self.root.join(inside), copy.join(inside));
        let (bytes, sha256) = copied(&from, &to)?;
        let file = Copied { path: slashed(inside), bytes, sha256 };
        if digest_of(&to).map_err(|error| Error::io(&to, &error))? != (file.bytes, file.sha256.clone()) {
            return Err(Error::new(tr("the copy is not the same as the file", "副本与原文件不一致"))
                .at(Place::file(to.display().to_string()))
                .next(tr("the disk may be failing: back up to another one", "备份盘可能有故障，请换一个备份")));
        }
        Ok(file)
    }
}

/// The folder for copies, made if it is not there: not the folders above it, for where those are missing the disk is not
/// attached, and the copy would land beside the book.
///
/// # Errors
/// It lies in the book, cannot be made, or the folder above it is missing.
pub fn backup_folder(book: &Book, dir: &Path) -> Result<PathBuf> {
    if !disk::exists(dir) {
        let above = dir.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !disk::exists(above) {
            return Err(Error::new(tr(
                "neither the folder nor the one above it is there",
                "该目录及其上级目录都不存在",
            ))
            .at(Place::file(dir.display().to_string()))
            .next(tr("is the disk attached? else make the folder first", "备份盘接好了吗？否则请先建好目录")));
        }
        outside(book, above, dir)?;
        std::fs::create_dir(dir).map_err(|error| Error::io(dir, &error))?;
    }
    outside(book, dir, dir)?;
    std::fs::canonicalize(dir).map_err(|error| Error::io(dir, &error))
}

/// Refuses a folder in the book: each copy would hold all copies before it, and be lost with the book.
fn outside(book: &Book, there: &Path, told: &Path) -> Result<()> {
    let there = std::fs::canonicalize(there).map_err(|error| Error::io(there, &error))?;
    let root = std::fs::canonicalize(&book.root).map_err(|error| Error::io(&book.root, &error))?;
    if !there.starts_with(root) {
        return Ok(());
    }
    Err(Error::refused(tr("a backup in the book itself would be lost with it", "备份放在账套里面，会和账套一起丢失"))
        .at(Place::file(told.display().to_string()))
        .next(tr(
            "give a folder outside of the book, best on another disk",
            "请给出账套以外的目录，最好在另一块磁盘上",
        )))
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let at_the_top = entry.depth() == 1 && matches!(name.as_ref(), CACHE_FOLDER | GIT | MANIFEST_FILE);
    at_the_top || (name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX))
}

/// How much is held in memory of a file.
const CHUNK: usize = 128 * 1024;

/// Copies a file piece by piece, through no link. Its size and digest, and the day it was changed goes with it.
fn copied(from: &Path, to: &Path) -> Result<(u64, String)> {
    let read = |error| Error::io(from, &error);
    let write = |error| Error::io(to, &error);
    let probe = disk::opened(from).map_err(read)?;
    let mut source = match probe.file {
        Some(file) => file,
        None if probe.meta.is_file() => File::open(from).map_err(read)?,
        None => return Err(read(io::ErrorKind::InvalidInput.into())),
    };
    let mut target = File::create_new(to).map_err(write)?;
    let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0_u64, vec![0; CHUNK]);
    loop {
        let count = source.read(&mut chunk).map_err(read)?;
        let Some(piece) = chunk.get(..count).filter(|piece| !piece.is_empty()) else { break };
        hash.update(piece);
        target.write_all(piece).map_err(write)?;
        bytes += count as u64;
    }
    if let Ok(changed) = probe.meta.modified() {
        // not every disk keeps it
        let _ = target.set_modified(changed);
    }
    target.sync_all().map_err(write)?;
    Ok((bytes, hex(&hash.finalize())))
}

/// Size and digest of a file as it is on the disk.
fn digest_of(path: &Path) -> io::Result<(u64, String)> {
    let (mut file, mut hash, mut bytes) = (File::open(path)?, Sha256::new(), 0_u64);
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = file.read(&mut chunk)?;
        let Some(piece) = chunk.get(..count).filter(|piece| !piece.is_empty()) else { break };
        hash.update(piece);
        bytes += count as u64;
    }
    Ok((bytes, hex(&hash.finalize())))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn walk_error(root: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(root).to_path_buf();
    // what is no error of the system is a loop, and links are not followed
    Error::io(&path, &error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()))
}
