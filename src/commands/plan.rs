//! `plan`: the commands of one name.

use crate::cli::Context;
use crate::error::{Error, Exit, Result};

subcommands! {
    /// What to do.
    add Add "add" "安排" "Plan a visit" "安排访问";
    restore Restore "restore" "恢复" "Take a customer back into the plan, with a reason" "说明理由后恢复访问";
}

/// What may be said to `plan`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

impl Args {
    /// Does what is said; without a word, shows.
    ///
    /// # Errors
    /// Whatever keeps it from being done.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        match self.what {
            Some(what) => what.run(context),
            None => Err(Error::new("plan")),
        }
    }

    /// Whether it does nothing but answer.
    pub fn is_paged(&self) -> bool {
        self.what.as_ref().is_none_or(What::is_paged)
    }
}
