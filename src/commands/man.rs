//! `man`: man pages, one a command.

use std::path::{Path, PathBuf};

use clap_mangen::Man;

use super::append::DryRun;
use crate::cli::{Context, command};
use crate::error::{Error, Exit, Place, Result};
use crate::lang::{Lang, lang, tr};
use crate::store::{exists, read_text, write_new, write_over};
use crate::tr;

/// What may be said to `man`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("DIR", "文件夹"), help = tr("Write a page for each command into this folder; without it, print kehu.1", "把各命令的手册写入此文件夹；不给则输出 kehu.1"))]
    dir: Option<PathBuf>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Makes the pages.
    ///
    /// # Errors
    /// A file that is no page of ours has the name of one, or a page cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let command = command();
        let Some(dir) = self.dir else {
            context.shell.raw(&page(&command)?)?;
            return Ok(Exit::Done);
        };
        let mut pages = Vec::new();
        gather("kehu", &command, &mut pages);
        for (name, command) in &pages {
            let path = dir.join(format!("{name}.1"));
            if self.dry_run.dry_run {
                context.shell.line(path.display().to_string())?;
                continue;
            }
            // clap borrows names for the life of the program or owns them; a page is made once
            write(&path, &page(&(*command).clone().name(name.clone()))?)?;
        }
        if self.dry_run.dry_run {
            return Ok(Exit::Done);
        }
        let (count, dir) = (pages.len(), dir.display());
        let made = crate::lang::counted(count, "page", "pages");
        context.done(tr!("{made} in {dir}", "{count} 页手册已写入 {dir}"));
        Ok(Exit::Done)
    }
}

/// The page of a command and those of its own commands, by name.
fn gather<'c>(name: &str, command: &'c clap::Command, pages: &mut Vec<(String, &'c clap::Command)>) {
    pages.push((name.to_owned(), command));
    for sub in command.get_subcommands() {
        gather(&format!("{name}-{}", sub.get_name()), sub, pages);
    }
}

/// What every page of ours holds and a file of somebody else's does not.
const OURS: &str = "\n.TH kehu";

/// A page, over the one of an earlier version.
fn write(path: &Path, page: &[u8]) -> Result<()> {
    if !exists(path) {
        return write_new(path, page);
    }
    let old = read_text(path)?;
    if !old.contains(OURS) {
        return Err(Error::new(tr("this file is no man page of kehu", "该文件不是 kehu 的手册页"))
            .at(Place::file(path.display().to_string()))
            .next(tr("give another folder", "请换一个文件夹")));
    }
    write_over(path, old.as_bytes(), page)
}

fn page(command: &clap::Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    let version = format!("kehu {}", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone())
        .source(version)
        .manual(tr("kehu", "kehu 手册"))
        .render(&mut page)
        .map_err(|error| Error::new(error.to_string()).at(Place::file("man")))?;
    if lang() == Lang::En {
        return Ok(page);
    }
    let text = String::from_utf8(page).map_err(|error| Error::new(error.to_string()).at(Place::file("man")))?;
    let chinese: String = text.lines().map(|line| chinese(line) + "\n").collect();
    Ok(chinese.into_bytes())
}

/// The words that clap_mangen puts into a page of its own accord, and ours.
const WORDS: &[(&str, &str)] = &[
    (".SH NAME", ".SH 名称"),
    (".SH SYNOPSIS", ".SH 用法"),
    (".SH DESCRIPTION", ".SH 说明"),
    (".SH OPTIONS", ".SH 选项"),
    (".SH SUBCOMMANDS", ".SH 命令"),
    (".SH VERSION", ".SH 版本"),
    (".SH EXTRA", ".SH 补充"),
    ("\\fIPossible values:\\fR", "\\fI可选值：\\fR"),
];

fn chinese(line: &str) -> String {
    if let Some((_, zh)) = WORDS.iter().find(|(en, _)| *en == line) {
        return (*zh).to_owned();
    }
    line.replace("\\fIsubcommands\\fR", "\\fI命令\\fR").replace(" [default: ", " [默认 ")
}
