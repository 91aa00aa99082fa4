//! One writer at a time: a lock held from reading a card to having written it.

use std::fs::{self, File, TryLockError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Book, CACHE_FOLDER, disk};
use crate::error::{Error, Place, Result};
use crate::lang::tr;

/// How long another writer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Held while a book is written; the system frees it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, never read: the lock lives as long as the open file")] File);

impl Book {
    /// Waits for other writers to finish, then keeps them out.
    ///
    /// # Errors
    /// The lock file cannot be made, or another writer does not finish within ten seconds.
    pub fn lock(&self) -> Result<Lock> {
        let folder = self.root.join(CACHE_FOLDER);
        fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, &error))?;
        let path = folder.join("lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| Error::io(&path, &error))?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => {
                    // an old tree may have a .gitignore of its own that does not know this folder
                    let ignore = folder.join(".gitignore");
                    if !disk::exists(&ignore) {
                        disk::write_new(&ignore, b"*\n")?;
                    }
                    return Ok(Lock(file));
                }
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => sleep(Duration::from_millis(20)),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(tr("another kehu is writing to this book", "另一个 kehu 正在写入本账套"))
                        .at(Place::file(format!("{CACHE_FOLDER}/lock")))
                        .next(tr("wait until it is done, then run the command again", "请等它完成后重试")));
                }
                Err(TryLockError::Error(error)) => return Err(Error::io(&path, &error)),
            }
        }
    }
}
