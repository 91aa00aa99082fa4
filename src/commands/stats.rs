//! `stats`: sales, counted by what one likes.

use crate::cli::Context;
use crate::error::{Exit, Result};

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {}

impl Args {
    /// Does it.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn run(self, _context: &mut Context<'_>) -> Result<Exit> {
        Ok(Exit::Done)
    }
}
