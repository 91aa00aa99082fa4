//! `completions`: what a shell needs to complete commands, options and what stands in the book.

use clap_complete::Shell;

use crate::cli::{Context, command};
use crate::error::{Exit, Result};
use crate::lang::tr;

/// The scripts that ask `kehu complete` at each press of Tab.
const BASH: &[u8] = include_bytes!("../../completions/kehu.bash");
const ZSH: &[u8] = include_bytes!("../../completions/_kehu");
const FISH: &[u8] = include_bytes!("../../completions/kehu.fish");

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
        let script = match self.shell.as_str() {
            "bash" => BASH.to_vec(),
            "zsh" => ZSH.to_vec(),
            "fish" => FISH.to_vec(),
            _ => power_shell(),
        };
        context.shell.raw(&script)?;
        Ok(Exit::Done)
    }
}

/// PowerShell knows commands and options, and nothing of the book.
fn power_shell() -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(Shell::PowerShell, &mut command(), "kehu", &mut script);
    script
}
