//! `request`: what is asked of those who decide, and what they decide (第7–9条).

use crate::cli::Context;
use crate::error::{Exit, Result};

subcommands! {
    /// What to do.
    add Add "add" "申请" "File a request" "提交申请";
    list List "list" "列表" "See requests" "查看申请" paged;
    show Show "show" "查看" "See one request whole" "查看一份申请" paged;
    approve Approve "approve" "同意" "Approve requests" "同意申请";
    reject Reject "reject" "驳回" "Reject requests" "驳回申请";
}

mod deciding;
pub mod filing;
mod find;
mod row;

pub use row::RequestRow;

/// What may be said to `request`.
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
