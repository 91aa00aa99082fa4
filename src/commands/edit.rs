//! `edit`: the card in the user's own editor, checked when it is closed.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::lint::{self, Wanted};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Place, Result};
use crate::lang::tr;
use crate::store::exists;
use crate::tr;

/// What may be said to `edit`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
}

impl Args {
    /// Opens the editor named by VISUAL or EDITOR, and tells what lint finds after.
    ///
    /// # Errors
    /// Unknown customer, no editor, or the editor failed.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let card = book.root.join(&location.file);
        let Some(editor) = Answer::editor() else {
            return Err(Error::new(tr("no editor is named", "未指定编辑器")).next(tr!(
                "set EDITOR, as EDITOR=\"code --wait\", or open {} yourself",
                "请设置 EDITOR，如 EDITOR=\"code --wait\"；也可直接打开 {}",
                card.display()
            )));
        };
        // EDITOR may carry options of its own, as git and others allow
        let words = words(&editor);
        let (program, options) = words.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
        // one kind of separator: some programs take a / for the start of an option
        let card: PathBuf = card.components().collect();
        let start = |program: &str| Command::new(program).args(options).arg(&card).status();
        // `code` is code.cmd on Windows, which only a shell finds by its short name
        let status = start(program).or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => start(&format!("{program}.cmd")).map_err(|_| error),
            _ => Err(error),
        });
        let failed = |what: String| {
            Error::new(what)
                .at(Place::file(&location.file))
                .next(tr("check VISUAL and EDITOR", "请检查 VISUAL 和 EDITOR"))
        };
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => {
                return Err(failed(match status.code() {
                    Some(code) => {
                        tr!("the editor {program} ended with code {code}", "编辑器 {program} 出错，退出码 {code}")
                    }
                    None => tr!("the editor {program} was killed", "编辑器 {program} 被终止"),
                }));
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(failed(tr!("the editor {program} is not installed", "找不到编辑器 {program}")));
            }
            Err(error) => {
                return Err(failed(tr!(
                    "the editor {program} cannot be started: {error}",
                    "无法启动编辑器 {program}：{error}"
                )));
            }
        }
        let findings = lint::findings(&book, context.today, &Wanted::only(&location.path));
        lint::human(&book, &findings, context.shell)?;
        Ok(lint::exit(&findings, false))
    }
}

/// An editor and its options: words, of which those in double quotes hold blanks; or a program whose path holds blanks.
fn words(editor: &str) -> Vec<String> {
    if exists(Path::new(editor.trim())) {
        return vec![editor.trim().to_owned()];
    }
    let mut quoted = false;
    let parts = editor.split(|c: char| {
        quoted ^= c == '"';
        c.is_whitespace() && !quoted
    });
    parts.map(|part| part.replace('"', "")).filter(|part| !part.is_empty()).collect()
}
