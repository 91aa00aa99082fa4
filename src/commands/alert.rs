//! `alert`: urgent reports, from the day they are made until they are closed (第11条 2, 第14条).

pub(super) mod chosen;
pub(super) mod doubt;
pub(super) mod filing;
mod list;

use crate::cli::Context;
use crate::error::{Exit, Result};
pub use list::AlertRow;
use list::List;

subcommands! {
    /// What to do.
    add Add "add" "上报" "File an urgent report" "提交紧急报告";
    directive Directive "directive" "批示" "Note the superior's directive" "登记上级批示";
    measure Measure "measure" "对策" "Note a countermeasure, as directed" "登记按批示采取的对策";
    close Close "close" "结案" "Close an urgent report" "紧急报告结案";
}

/// What may be said to `alert`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    list: List,
}

impl Args {
    /// Does what is said; without a word, lists.
    ///
    /// # Errors
    /// Whatever keeps it from being done.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        match self.what {
            Some(what) => what.run(context),
            None => self.list.run(context),
        }
    }

    /// Whether it does nothing but answer.
    pub fn is_paged(&self) -> bool {
        self.what.as_ref().is_none_or(What::is_paged)
    }
}
