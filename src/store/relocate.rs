//! A customer's folder moved to another stage, with all the papers in it, by one rename.

use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Book, disk, link_on_the_way};
use crate::error::{Error, Place, Result};
use crate::lang::tr;

/// How long a program that has a file of the folder open is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

impl Book {
    /// Moves a folder to another place in the book. Call it under [`Book::lock`]. The folders above the new place are made;
    /// the folder itself is at one place or at the other, never at both.
    ///
    /// # Errors
    /// Something is there already, a link is in the way, or the system refuses; then nothing was moved.
    pub fn move_folder(&self, from: &str, to: &str) -> Result<()> {
        let (old, new) = (self.root.join(from), self.root.join(to));
        for path in [&old, &new] {
            if let Some(link) = link_on_the_way(&self.root, path) {
                return Err(Error::new(tr(
                    "a folder on the way is a link; kehu writes through none",
                    "路径中有链接；kehu 不会通过链接写入",
                ))
                .at(Place::file(self.relative(&link)))
                .next(tr("put the folder itself in its place", "请把文件夹本身放到该位置")));
            }
        }
        // a rename would take the place of an empty folder without a word
        if disk::exists(&new) {
            return Err(Error::io(Path::new(to), &io::ErrorKind::AlreadyExists.into()));
        }
        let above = |path: &Path| path.parent().unwrap_or(&self.root).to_path_buf();
        let (left, entered) = (above(&old), above(&new));
        std::fs::create_dir_all(&entered).map_err(|error| Error::io(Path::new(to), &error))?;
        patiently(&old, &new).map_err(|error| refused(from, &error))?;
        // the country's folder may be new too
        for folder in [&entered, &above(&entered), &left] {
            disk::sync_folder(folder);
        }
        Ok(())
    }
}

fn patiently(old: &Path, new: &Path) -> io::Result<()> {
    let start = Instant::now();
    loop {
        match std::fs::rename(old, new) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && start.elapsed() < PATIENCE => {
                sleep(Duration::from_millis(20));
            }
            done => return done,
        }
    }
}

fn refused(from: &str, error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::CrossesDevices {
        return Error::new(tr(
            "the two stage folders lie on different disks, so the folder cannot be moved whole",
            "两个阶段文件夹不在同一磁盘，无法整体移动",
        ))
        .at(Place::file(from))
        .next(tr(
            "move it by hand: copy it, compare, then take the old one away",
            "请手工移动：先复制、核对，再移走原文件夹",
        ));
    }
    Error::io(Path::new(from), error)
}
