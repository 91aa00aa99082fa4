//! Where the bytes go: into a file, or to whoever reads our output.

use std::path::Path;

use crate::error::Result;
use crate::store::Output;
use crate::views::Shell;

/// One of both.
pub enum Out<'s> {
    /// A file that appears when it is whole.
    File(Box<Output>),
    /// Our own output.
    Shell(&'s mut Shell),
}

impl<'s> Out<'s> {
    /// A file where one is named.
    ///
    /// # Errors
    /// Something is there already.
    pub fn new(path: Option<&Path>, ending: &str, over: bool, shell: &'s mut Shell) -> Result<Self> {
        Ok(match path {
            Some(path) => Self::File(Box::new(Output::begin(path, ending, over)?)),
            None => Self::Shell(shell),
        })
    }

    /// Goes on.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match self {
            Self::File(file) => file.write(bytes),
            Self::Shell(shell) => shell.raw(bytes),
        }
    }

    /// Puts the file there, unless it was only to be tried.
    ///
    /// # Errors
    /// The disk is full.
    pub fn finish(self, dry_run: bool) -> Result<()> {
        match self {
            Self::File(file) if !dry_run => file.finish(),
            _ => Ok(()),
        }
    }
}
