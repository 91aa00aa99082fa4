//! `man`: man pages, one a command.

use std::path::PathBuf;

use clap_mangen::Man;

use crate::cli::{Context, command};
use crate::error::{Error, Exit, Place, Result};
use crate::lang::tr;
use crate::store::write_new;
use crate::tr;

/// What may be said to `man`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("DIR", "文件夹"), help = tr("Write a page for each command into this folder; without it, print kehu.1", "把各命令的手册写入此文件夹；不给则输出 kehu.1"))]
    dir: Option<PathBuf>,
}

impl Args {
    /// Makes the pages.
    ///
    /// # Errors
    /// A page is there already, or cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let command = command();
        let Some(dir) = self.dir else {
            context.shell.raw(&page(&command)?)?;
            return Ok(Exit::Done);
        };
        let subcommands = command.get_subcommands().map(|sub| (format!("kehu-{}", sub.get_name()), sub.clone()));
        let pages: Vec<_> = std::iter::once(("kehu".to_owned(), command.clone())).chain(subcommands).collect();
        for (name, command) in &pages {
            let path = dir.join(format!("{name}.1"));
            // clap borrows names for the life of the program or owns them; a page is made once
            write_new(&path, &page(&command.clone().name(name.clone()))?)?;
        }
        context.done(tr!("{} pages in {}", "{} 页手册已写入 {}", pages.len(), dir.display()));
        Ok(Exit::Done)
    }
}

fn page(command: &clap::Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).map_err(|error| Error::new(error.to_string()).at(Place::file("man")))?;
    Ok(page)
}
