//! `completions`: what a shell needs to complete commands and options.

use clap_complete::Shell;

use crate::cli::{Context, command};
use crate::error::{Exit, Result};
use crate::lang::tr;

/// What may be said to `completions`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("SHELL", "SHELL"), value_parser = ["bash", "zsh", "fish", "powershell"], help = tr("Which shell", "所用的命令行程序（Shell）"))]
    shell: String,
}

impl Args {
    /// Prints the completion script.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let shell = match self.shell.as_str() {
            "bash" => Shell::Bash,
            "zsh" => Shell::Zsh,
            "fish" => Shell::Fish,
            _ => Shell::PowerShell,
        };
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command(), "kehu", &mut script);
        context.shell.raw(&script)?;
        Ok(Exit::Done)
    }
}
