//! `alert`: the commands of one name.

use crate::cli::Context;
use crate::error::{Exit, Result};

subcommands! {
    /// What to do.
    add Add "add" "上报" "File an urgent report" "提交紧急报告";
    directive Directive "directive" "批示" "Note the superior's directive" "登记上级批示";
    measure Measure "measure" "对策" "Note a countermeasure, as directed" "登记按批示采取的对策";
    close Close "close" "结案" "Close an urgent report" "紧急报告结案";
}

/// What may be said to `alert`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

impl Args {
    /// Does what is said.
    ///
    /// # Errors
    /// Whatever keeps it from being done.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        self.what.run(context)
    }

    /// Whether it does nothing but answer.
    pub fn is_paged(&self) -> bool {
        self.what.is_paged()
    }
}
