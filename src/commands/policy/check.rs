//! `policy check`: everything that is wrong with policy.toml, or that nothing is.

use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::lang::{counted, tr};
use crate::tr;
use crate::views::{Shell, Style, Text, escape};

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {}

impl Args {
    /// Checks the policy.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let (book, faults) = context.take_book_unjudged()?;
        if !faults.is_empty() {
            tell(&faults, context.shell)?;
            return Ok(Exit::No);
        }
        context.shell.line(match &book.policy_file {
            None => tr(
                "no policy.toml: the document's own figures hold, and they are consistent",
                "没有 policy.toml：按制度原有数字执行，数字自洽",
            )
            .to_owned(),
            Some(written) => {
                let count = written.figures.len();
                let figures = counted(count, "figure", "figures");
                tr!("policy.toml: {figures} given, consistent", "policy.toml：共写 {count} 项，自洽")
            }
        })?;
        Ok(Exit::Done)
    }
}

/// Tells faults as the answer, a place and a next step each.
fn tell(faults: &[Error], shell: &mut Shell) -> Result<()> {
    faults.iter().try_for_each(|fault| {
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut text = Text::new()
            .and(Style::Strong, escape(&place))
            .and(Style::Plain, tr!(": {}", "：{}", escape(&fault.what)))
            .line();
        if let Some(next) = &fault.next {
            text = text.and(Style::Faint, tr("    next: ", "    下一步：")).and(Style::Plain, escape(next)).line();
        }
        shell.say(&text)
    })
}
