//! The user's templates, and the papers made of them.

use std::path::{Path, PathBuf};

use super::{Book, disk};
use crate::error::{Error, Place, Result};
use crate::lang::{Lang, Words, tr};

/// Where a book keeps the templates of its papers, by its language. Either is found.
const TEMPLATES: Words = Words::new("Templates", "模板");

/// The folder of templates: of a Chinese book, of an English one.
pub const TEMPLATE_FOLDERS: [&str; 2] = [TEMPLATES.zh, TEMPLATES.en];

/// The folder of templates that a book has, that of the language first; that of the language where it has none.
pub fn template_folder(root: &Path, lang: Lang) -> &'static str {
    let names = [lang, Lang::Zh, Lang::En].map(|lang| TEMPLATES.of(lang));
    names.into_iter().find(|name| disk::exists(&root.join(name))).unwrap_or_else(|| TEMPLATES.of(lang))
}

impl Book {
    /// The templates that lie there, by their names within the book, sorted. What Word and Excel keep beside a file that
    /// is open is none.
    pub fn templates(&self) -> Vec<String> {
        let mut all = Vec::new();
        for folder in TEMPLATE_FOLDERS {
            let names = disk::list(&self.root.join(folder)).unwrap_or_default();
            let files = names.into_iter().filter(|(name, is_folder)| !is_folder && !name.starts_with("~$"));
            all.extend(files.map(|(name, _)| format!("{folder}/{name}")));
        }
        all
    }
}

/// Makes a new file of this name in a folder, or the first of `name (2)`, `name (3)` … that is free. Returns its path.
///
/// # Errors
/// It cannot be written.
pub fn write_beside(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf> {
    loop {
        let path = free_name(folder, stem, ending);
        match disk::write_new(&path, bytes) {
            // somebody took the name meanwhile
            Err(_) if disk::exists(&path) => {}
            done => return done.map(|()| path),
        }
    }
}

/// The first of `name`, `name (2)` … that is free.
pub fn free_name(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let named = |number: u32| match number {
        1 => folder.join(format!("{stem}.{ending}")),
        number => folder.join(format!("{stem} ({number}).{ending}")),
    };
    (1..=u32::MAX).map(named).find(|path| !disk::exists(path)).unwrap_or_else(|| named(u32::MAX))
}

/// Whether a path is a folder that is there.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A path whose folder should be there.
///
/// # Errors
/// It is not.
pub fn must_have_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.is_dir()) {
        None => Ok(()),
        Some(folder) => Err(Error::new(tr("there is no such folder", "没有这个文件夹"))
            .at(Place::file(folder.display().to_string()))
            .next(tr("make the folder first, or name another after -o", "请先建好文件夹，或在 -o 后换一个"))),
    }
}

/// A path that should be free.
///
/// # Errors
/// Something is there.
pub fn must_be_free(path: &Path) -> Result<()> {
    if disk::exists(path) { Err(Error::io(path, &std::io::ErrorKind::AlreadyExists.into())) } else { Ok(()) }
}
