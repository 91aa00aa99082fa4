//! `alert measure`: to be written.

use crate::cli::Context;
use crate::error::{Error, Exit, Result};

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {}

impl Args {
    /// Does nothing yet.
    ///
    /// # Errors
    /// Always.
    #[allow(clippy::needless_pass_by_value, clippy::unused_self, reason = "to be written")]
    pub fn run(self, _context: &mut Context<'_>) -> Result<Exit> {
        Err(Error::new("alert measure"))
    }
}
