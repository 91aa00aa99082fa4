//! What a copy says of itself, and whether that is still so.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::super::disk;
use super::{Copied, digest_of, hex, slashed, walk_error};
use crate::error::{Error, Place, Result};
use crate::formats::toml::{from_text, quoted};
use crate::lang::tr;
use crate::model::{Date, Number};
use crate::record;

/// What makes a folder a finished copy.
pub const MANIFEST_FILE: &str = "kehu-backup.toml";

record! {
    /// What a copy holds.
    pub struct Manifest("backup", "备份") {
        book: Option<String> = "book" "账套";
        date: Option<Date> = "date" "日期";
        files: Option<u32> = "files" "文件数";
        bytes: Option<Number> = "bytes" "字节数";
        digest: Option<String> = "digest" "摘要", about("SHA-256 over the list below", "下列清单的 SHA-256");
        file: Vec<Kept> = "files" "文件";
    }
}

record! {
    /// One file of a copy.
    pub struct Kept("file", "文件") by "path" {
        path: Option<String> = "path" "路径";
        bytes: Option<Number> = "bytes" "字节数";
        sha256: Option<String> = "SHA-256" "SHA-256";
    }
}

/// How a copy differs from its manifest.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// In the manifest, not in the copy.
    pub missing: Vec<String>,
    /// Of another size or content.
    pub changed: Vec<String>,
    /// In the copy, not in the manifest.
    pub added: Vec<String>,
}

impl Differences {
    /// Whether the copy is what it was.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Ends a copy: from now on it counts.
///
/// # Errors
/// The manifest cannot be written.
pub fn finish_copy(copy: &Path, book: &str, day: Date, files: &[Copied]) -> Result<()> {
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    let mut text = format!(
        "# {}\nbook = {}\ndate = {day}\nfiles = {}\nbytes = {bytes}\ndigest = \"{}\"\n",
        tr(
            "Made by kehu backup after every file was read back and compared; kehu backup --check FOLDER compares again.",
            "由 kehu backup 在逐个文件核对后写入；kehu backup --check 文件夹 可再次核对。"
        ),
        quoted(book),
        files.len(),
        digest_over(files),
    );
    for Copied { path, bytes, sha256 } in files {
        text += &format!("\n[[file]]\npath = {}\nbytes = {bytes}\nsha256 = \"{sha256}\"\n", quoted(path));
    }
    disk::write_new(&copy.join(MANIFEST_FILE), text.as_bytes())
}

/// Whether a folder is a finished copy.
fn is_finished(copy: &Path) -> bool {
    std::fs::symlink_metadata(copy.join(MANIFEST_FILE)).is_ok_and(|meta| meta.is_file())
}

/// The copies of a book in a folder, by day and number: day, path, whether it was finished. None where the folder cannot be
/// read: nothing is known of copies that are out of reach.
pub fn copies(dir: &Path, book: &str) -> Vec<(Date, PathBuf, bool)> {
    let dated = |name: &str| -> Option<(Date, u32)> {
        let rest = name.strip_prefix(book)?.strip_prefix('-')?;
        let (day, number) = rest.split_at_checked("2026-11-23".len())?;
        let number = if number.is_empty() { 1 } else { number.strip_prefix('-')?.parse().ok()? };
        Some((Date::parse(day)?, number))
    };
    let folders = disk::folders(dir).unwrap_or_default();
    let mut copies: Vec<_> =
        folders.into_iter().filter_map(|path| Some((dated(path.file_name()?.to_str()?)?, path))).collect();
    copies.sort();
    let told = |((day, _), path): ((Date, u32), PathBuf)| {
        let finished = is_finished(&path);
        (day, path, finished)
    };
    copies.into_iter().map(told).collect()
}

/// What a finished copy says of itself, if that can be believed.
///
/// # Errors
/// There is no manifest, or it is not what kehu wrote.
pub fn read_manifest(copy: &Path) -> Result<Vec<Copied>> {
    let path = copy.join(MANIFEST_FILE);
    let text = disk::read_text(&path)?;
    let wrong = || {
        Error::new(tr("the manifest is not as kehu wrote it", "清单不是 kehu 写入时的样子"))
            .at(Place::file(path.display().to_string()))
            .next(tr("do not rely on this copy; make another: kehu backup", "请勿依赖此备份；请重新备份：kehu backup"))
    };
    let manifest: Manifest = from_text(&text).map_err(|_| wrong())?;
    let kept =
        |file: Kept| Some(Copied { path: file.path?, bytes: u64::try_from(*file.bytes?).ok()?, sha256: file.sha256? });
    let files: Option<Vec<Copied>> = manifest.file.into_iter().map(kept).collect();
    let files = files.ok_or_else(wrong)?;
    if manifest.digest != Some(digest_over(&files)) { Err(wrong()) } else { Ok(files) }
}

/// Compares a copy with its manifest. `step` is called for each file.
///
/// # Errors
/// A folder or file of the copy cannot be read.
pub fn compare(copy: &Path, files: &[Copied], step: &mut dyn FnMut()) -> Result<Differences> {
    let mut differences = Differences::default();
    for file in files {
        step();
        let path = copy.join(&file.path);
        match std::fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => differences.missing.push(file.path.clone()),
            Err(error) => return Err(Error::io(&path, &error)),
            Ok(meta) => {
                let same = meta.is_file()
                    && meta.len() == file.bytes
                    && digest_of(&path).map_err(|error| Error::io(&path, &error))?.1 == file.sha256;
                if !same {
                    differences.changed.push(file.path.clone());
                }
            }
        }
    }
    let known: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for entry in WalkDir::new(copy).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| walk_error(copy, error))?;
        let inside = slashed(entry.path().strip_prefix(copy).unwrap_or(entry.path()));
        if !entry.file_type().is_dir() && inside != MANIFEST_FILE && !known.contains(inside.as_str()) {
            differences.added.push(inside);
        }
    }
    Ok(differences)
}

/// The digest over a list of files, as `sha256sum` would write it.
fn digest_over(files: &[Copied]) -> String {
    let mut hash = Sha256::new();
    for Copied { path, bytes, sha256 } in files {
        hash.update(format!("{sha256}  {bytes}  {path}\n"));
    }
    hex(&hash.finalize())
}
