//! `policy`: the commands of one name.

use crate::cli::Context;
use crate::error::{Exit, Result};

subcommands! {
    /// What to do.
    show Show "show" "查看" "See every figure with its article" "查看每个数字及其依据" paged;
    check Check "check" "校验" "Prove the policy consistent" "校验政策是否自洽" paged;
    impact Impact "impact" "影响" "See who would change under a draft" "测算草案影响哪些客户" paged;
    approve Approve "approve" "批准" "Approve the policy as it stands" "批准现行政策文本";
}

/// What may be said to `policy`.
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
