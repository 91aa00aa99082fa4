//! What is written for others: a file or a folder outside the cards, under the name that somebody chose.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::disk::{Ready, new_temp, sync_folder};
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::tree::TEMP_PREFIX;

/// A file that is complete or not there at all.
pub struct Output {
    temp: BufWriter<tempfile::NamedTempFile>,
    path: PathBuf,
    new: bool,
}

impl Output {
    /// Begins a file. Nothing is overwritten but, where that is asked for, a plain file whose name ends as this kind of
    /// file does: no slip of the pen costs a card.
    ///
    /// # Errors
    /// Something is there already, or nothing can be written there.
    pub fn begin(path: &Path, ending: &str, over: bool) -> Result<Self> {
        let place = || Place::file(path.display().to_string());
        let there = fs::symlink_metadata(path).ok();
        let ours = path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ending));
        match &there {
            Some(_) if !over => {
                return Err(Error::refused(tr("there is something of that name already", "该名称已被占用"))
                    .at(place())
                    .next(tr(
                        "choose another name, or replace it with --force",
                        "请换一个名称；要替换原文件请加 --force",
                    )));
            }
            Some(meta) if !meta.is_file() || !ours => {
                return Err(Error::refused(tr(
                    "--force replaces only a file that an export could have made",
                    "--force 只替换同类导出文件",
                ))
                .at(place())
                .next(tr("choose another name after -o", "请在 -o 后换一个文件名")));
            }
            _ => {}
        }
        let temp = new_temp(folder_of(path)).map_err(|error| Error::io(path, &error))?;
        Ok(Self { temp: BufWriter::new(temp), path: path.to_path_buf(), new: there.is_none() })
    }

    /// Goes on with it.
    ///
    /// # Errors
    /// The disk is full.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.temp.write_all(bytes).map_err(|error| Error::io(&self.path, &error))
    }

    /// Puts it there.
    ///
    /// # Errors
    /// The disk is full, or somebody was faster.
    pub fn finish(self) -> Result<()> {
        let Self { temp, path, new } = self;
        let io = |error| Error::io(&path, &error);
        let temp = temp.into_inner().map_err(|error| io(error.into_error()))?;
        temp.as_file().sync_all().map_err(io)?;
        let folder = folder_of(&path).to_path_buf();
        Ready::of(temp, folder.clone(), path, new).place()?;
        sync_folder(&folder);
        Ok(())
    }
}

/// A folder of files that is complete or not there at all.
pub struct OutputFolder {
    temp: tempfile::TempDir,
    path: PathBuf,
}

/// The folder within the temporary one that takes its place in the end.
const WITHIN: &str = "data";

impl OutputFolder {
    /// Begins a folder.
    ///
    /// # Errors
    /// Something is in it already, or nothing can be written there.
    pub fn begin(path: &Path) -> Result<Self> {
        let empty = || fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
        if fs::symlink_metadata(path).is_ok_and(|meta| !meta.is_dir() || !empty()) {
            return Err(Error::refused(tr("the folder is not empty", "文件夹不是空的"))
                .at(Place::file(path.display().to_string()))
                .next(tr("name a new folder after -o", "请在 -o 后写一个新文件夹")));
        }
        let temp = tempfile::Builder::new().prefix(TEMP_PREFIX).tempdir_in(folder_of(path));
        let temp = temp.map_err(|error| Error::io(path, &error))?;
        fs::create_dir(temp.path().join(WITHIN)).map_err(|error| Error::io(path, &error))?;
        Ok(Self { temp, path: path.to_path_buf() })
    }

    /// Puts bytes behind what a file of it holds; its folders are made.
    ///
    /// # Errors
    /// The disk is full.
    pub fn append(&self, file: &str, bytes: &[u8]) -> Result<()> {
        let path = self.temp.path().join(WITHIN).join(file);
        let io = |error| Error::io(&self.path.join(file), &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(io)?;
        }
        File::options().create(true).append(true).open(&path).and_then(|mut file| file.write_all(bytes)).map_err(io)
    }

    /// Puts it there.
    ///
    /// # Errors
    /// Somebody was faster.
    pub fn finish(self) -> Result<()> {
        let io = |error| Error::io(&self.path, &error);
        if self.path.symlink_metadata().is_ok() {
            fs::remove_dir(&self.path).map_err(io)?;
        }
        fs::rename(self.temp.path().join(WITHIN), &self.path).map_err(io)?;
        sync_folder(folder_of(&self.path));
        Ok(())
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
