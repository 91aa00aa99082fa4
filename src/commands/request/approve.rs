//! `request approve`: requests are approved.

use super::deciding;
use crate::cli::Context;
use crate::commands::append::DryRun;
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::Decision;

/// What may be said to `request approve`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("REQUEST", "审批单号"), required = true, help = tr("The requests, as RQ-7K2M9Q", "审批单号，如 RQ-7K2M9Q；可写多个"))]
    ids: Vec<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("What there is to say to it", "意见"))]
    note: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Approves the requests.
    ///
    /// # Errors
    /// As [`deciding::run`].
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        deciding::run(&self.ids, Decision::Approve, self.note.as_deref(), self.dry_run, context)
    }
}
