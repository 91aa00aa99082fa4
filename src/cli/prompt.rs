//! Questions to a person at a terminal. Text goes through rustyline, which edits Chinese without a glitch.

use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::tr;
use crate::views::{Shell, escape};

/// Asks for values; off a terminal it names the flag instead.
pub struct Answer<'s> {
    shell: &'s Shell,
}

impl<'s> Answer<'s> {
    /// Questions over this shell.
    pub fn new(shell: &'s Shell) -> Self {
        Self { shell }
    }

    /// A line of text; `flag` is what a script passes instead. An empty answer is `None` unless `required`.
    ///
    /// # Errors
    /// There is nobody to ask and the value is required, or the question was cancelled.
    pub fn text(&self, label: &str, flag: &str, required: bool) -> Result<Option<String>> {
        if !self.shell.can_ask() {
            return if required { Err(missing(flag)) } else { Ok(None) };
        }
        let wrong = |error: &dyn std::fmt::Display| {
            Error::new(tr!("the terminal cannot be read: {error}", "无法读取终端输入：{error}"))
        };
        let mut editor = rustyline::DefaultEditor::new().map_err(|error| wrong(&error))?;
        loop {
            let prompt = if required {
                tr!("{label}: ", "{label}：")
            } else {
                tr!("{label} (optional): ", "{label}（可不填）：")
            };
            match editor.readline(escape(&prompt).as_ref()) {
                Ok(line) if line.trim().is_empty() && required => {}
                Ok(line) => return Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty())),
                Err(rustyline::error::ReadlineError::Interrupted | rustyline::error::ReadlineError::Eof) => {
                    return Err(cancelled());
                }
                Err(error) => return Err(wrong(&error)),
            }
        }
    }

    /// One of several; `flag` is what a script passes instead.
    ///
    /// # Errors
    /// There is nobody to ask, or the question was cancelled.
    pub fn select(&self, label: &str, flag: &str, items: &[String]) -> Result<usize> {
        if !self.shell.can_ask() {
            return Err(missing(flag));
        }
        let items: Vec<_> = items.iter().map(|item| escape(item)).collect();
        let picked = dialoguer::Select::new().with_prompt(escape(label)).items(&items).default(0).interact_opt();
        picked.map_err(|_| cancelled())?.ok_or_else(cancelled)
    }

    /// Yes or no, in the reader's own word.
    ///
    /// # Errors
    /// There is nobody to ask (the flag is `--yes`), or the question was cancelled.
    pub fn confirm(&self, question: &str) -> Result<bool> {
        loop {
            let answer = self.text(&tr!("{question} [yes/no]", "{question}［是/否］"), "--yes", true)?;
            if let Some(yes) = answer.as_deref().and_then(crate::formats::typed::yes_or_no) {
                return Ok(yes);
            }
        }
    }
}

fn missing(flag: &str) -> Error {
    Error::new(tr!("{flag} is missing, and there is no terminal to ask at", "缺少 {flag}，且没有终端可供询问"))
        .next(tr!("give it on the command line: {flag} …", "请在命令行给出：{flag} …"))
}

fn cancelled() -> Error {
    Error { exit: Exit::No, ..Error::new(tr("cancelled; nothing was written", "已取消，未写入任何内容")) }
}
