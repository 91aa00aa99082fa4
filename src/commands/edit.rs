//! `edit`: the card in the user's own editor, checked when it is closed.

use std::process::Command;

use super::lint::{self, Wanted};
use super::resolve::customer;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::tr;

/// What may be said to `edit`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer", "客户"))]
    name: String,
}

impl Args {
    /// Opens the editor named by VISUAL or EDITOR, and tells what lint finds after.
    ///
    /// # Errors
    /// Unknown customer, no editor, or the editor failed.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = customer(&self.name, &book, context)?;
        let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.trim().is_empty());
        let Some(editor) = named else {
            return Err(Error::new(tr("no editor is named", "未指定编辑器"))
                .next(tr("set EDITOR, as EDITOR=\"code --wait\"", "请设置 EDITOR，如 EDITOR=\"code --wait\"")));
        };
        // EDITOR may carry options of its own, as git and others allow
        let mut words = editor.split_whitespace();
        let program = words.next().unwrap_or_default();
        let status = Command::new(program).args(words).arg(book.root.join(&location.file)).status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(Error::new(tr!("the editor {program} failed ({status})", "编辑器 {program} 出错（{status}）"))),
            Err(error) => {
                return Err(Error::new(tr!("the editor {program} cannot be started: {error}", "无法启动编辑器 {program}：{error}"))
                    .next(tr("check VISUAL and EDITOR", "请检查 VISUAL 和 EDITOR")));
            }
        }
        let findings = lint::findings(&book, context.today, &Wanted::only(&location.path));
        lint::human(&book, &findings, context.shell)?;
        Ok(lint::exit(&findings, false))
    }
}
