//! `report`: the commands of one name.

mod paper;

use crate::cli::Context;
use crate::error::{Exit, Result};

subcommands! {
    /// What to do.
    investigation Investigation "investigation" "信用调查" "The report of an investigation" "信用调查报告" paged;
    urgent Urgent "urgent" "紧急" "The paper of an urgent report" "紧急报告单" paged;
    daily Daily "daily" "日报" "The daily report, drafted from the day's entries" "由当天记录起草的日报" paged;
    compliance Compliance "compliance" "执行情况" "How the policy is kept, by owner and month" "按人、按月的制度执行情况" paged;
}

/// What may be said to `report`.
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
