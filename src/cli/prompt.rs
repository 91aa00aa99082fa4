//! Questions to a person at a terminal. Text goes through rustyline, which edits Chinese without a glitch.

use std::fmt;

use dialoguer::console::Term;
use rustyline::error::ReadlineError;

use super::picker::{self, Choices, Picked};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::tr;
use crate::views::text::cut;
use crate::views::{Shell, Text, escape};

/// Asks for values; off a terminal it names the flag instead.
pub struct Answer<'s> {
    shell: &'s mut Shell,
    /// One for all questions: what was typed ahead waits in it.
    editor: Option<rustyline::DefaultEditor>,
}

impl<'s> Answer<'s> {
    /// Questions over this shell.
    pub fn new(shell: &'s mut Shell) -> Self {
        Self { shell, editor: None }
    }

    /// A line of text; `flag` is what a script passes instead. An empty answer is `None` unless `required`.
    ///
    /// # Errors
    /// There is nobody to ask and the value is required, or the question was cancelled.
    pub fn text(&mut self, label: &str, flag: &str, required: bool) -> Result<Option<String>> {
        self.checked(label, flag, required, &|_| Ok(()))
    }

    /// A line of text that must pass a check; what does not is told at once and asked for again.
    ///
    /// # Errors
    /// There is nobody to ask and the value is required, or the question was cancelled.
    pub fn checked(
        &mut self,
        label: &str,
        flag: &str,
        required: bool,
        check: &dyn Fn(&str) -> Result<()>,
    ) -> Result<Option<String>> {
        if !self.shell.can_ask() {
            return if required { Err(missing(flag)) } else { Ok(None) };
        }
        // what the question is about is to be seen before it is asked
        self.shell.flush()?;
        let label = if required {
            tr!("{label}: ", "{label}：")
        } else {
            tr!("{label} (optional): ", "{label}（可不填）：")
        };
        let editor = match &mut self.editor {
            Some(editor) => editor,
            none => none.insert(editor()?),
        };
        loop {
            match editor.readline(escape(&label).as_ref()) {
                Ok(line) if line.trim().is_empty() && required => {}
                Ok(line) if line.trim().is_empty() => return Ok(None),
                Ok(line) => match check(line.trim()) {
                    Ok(()) => return Ok(Some(line.trim().to_owned())),
                    Err(wrong) => self.shell.error(&wrong),
                },
                Err(ReadlineError::Interrupted | ReadlineError::Eof) => return Err(cancelled()),
                Err(error) => return Err(unreadable(&error)),
            }
        }
    }

    /// One of several; `flag` is what a script passes instead.
    ///
    /// # Errors
    /// There is nobody to ask, or the question was cancelled.
    pub fn select(&mut self, label: &str, flag: &str, items: &[String]) -> Result<usize> {
        if !self.shell.can_ask() {
            return Err(missing(flag));
        }
        self.shell.flush()?;
        let columns = usize::from(Term::stderr().size().1).saturating_sub(MARK.len());
        let menu = Menu { items: items.iter().map(|item| cut(&escape(item), columns).into_owned()).collect() };
        // dialoguer clears as many lines as the bytes of an item would fill, which are too many for Chinese:
        // it gets the numbers of the items, the theme draws what they stand for
        let numbers: Vec<String> = (0..items.len()).map(|number| number.to_string()).collect();
        let select = dialoguer::Select::with_theme(&menu).with_prompt(escape(label)).items(&numbers).default(0);
        select.interact_opt().map_err(|_| cancelled())?.ok_or_else(cancelled)
    }

    /// Nothing but whether there is somebody to ask, before what is costly is got ready.
    ///
    /// # Errors
    /// There is nobody.
    pub fn somebody(&self, flag: &str) -> Result<()> {
        if self.shell.can_ask() { Ok(()) } else { Err(missing(flag)) }
    }

    /// One of many, from a list that narrows while one types; `flag` is what a script passes instead, `typed` what is
    /// typed already.
    ///
    /// # Errors
    /// There is nobody to ask, or the question was cancelled.
    pub fn pick(&mut self, label: &str, flag: &str, typed: &str, choices: &dyn Choices) -> Result<Picked> {
        self.somebody(flag)?;
        picker::pick(label, typed, choices, self.shell.colours_remarks())
    }

    /// Shows what the next question is about.
    pub fn tell(&mut self, text: &Text) {
        self.shell.remark(text);
    }

    /// Whether an error is no more than a question that was cancelled: what was answered before may still be kept.
    pub fn was_cancelled(error: &Error) -> bool {
        error.what == cancelled().what
    }

    /// Which editor: the answer stands in VISUAL or EDITOR.
    #[expect(clippy::disallowed_methods, reason = "the environment is read at the door, which this is part of")]
    pub fn editor() -> Option<String> {
        ["VISUAL", "EDITOR"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.trim().is_empty())
    }

    /// Yes or no, in the reader's own word.
    ///
    /// # Errors
    /// There is nobody to ask (the flag is `--yes`), or the question was cancelled.
    pub fn confirm(&mut self, question: &str) -> Result<bool> {
        let yes_or_no = crate::formats::typed::yes_or_no;
        let question = tr!("{question} [yes/no]", "{question}［是/否］");
        let check = |text: &str| match yes_or_no(text) {
            Some(_) => Ok(()),
            None => Err(Error::new(tr("say yes or no", "请回答 是 或 否"))),
        };
        let answer = self.checked(&question, YES, true, &check)?;
        Ok(answer.as_deref().and_then(yes_or_no).unwrap_or(false))
    }
}

fn editor() -> Result<rustyline::DefaultEditor> {
    // the terminal itself, so that `kehu add | tee` asks there and not down the pipe
    let config = rustyline::Config::builder().behavior(rustyline::Behavior::PreferTerm).build();
    rustyline::DefaultEditor::with_config(config).map_err(|error| unreadable(&error))
}

/// What answers every question with yes.
const YES: &str = "--yes";

/// What stands before an item of a menu.
const MARK: &str = "> ";

/// How a menu looks: the items in full, the cursor in sight.
struct Menu {
    items: Vec<String>,
}

impl Menu {
    fn item(&self, number: &str) -> &str {
        number.parse::<usize>().ok().and_then(|number| self.items.get(number)).map_or("", String::as_str)
    }
}

impl dialoguer::theme::Theme for Menu {
    fn format_select_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        // dialoguer has hidden the cursor, and Ctrl-C ends the process before it would show it again
        write!(f, "\u{1b}[?25h{prompt}")
    }

    fn format_select_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, number: &str) -> fmt::Result {
        write!(f, "{prompt} {}", self.item(number))
    }

    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, number: &str, active: bool) -> fmt::Result {
        write!(f, "{}{}", if active { MARK } else { "  " }, self.item(number))
    }
}

pub(super) fn unreadable(error: &ReadlineError) -> Error {
    Error::new(tr!("the terminal cannot be read: {error}", "无法读取终端输入：{error}"))
        .next(tr("give everything on the command line instead", "请改在命令行给出全部内容"))
}

fn missing(flag: &str) -> Error {
    // yes is said without a value
    let given = if flag == YES { flag.to_owned() } else { format!("{flag} …") };
    Error::new(tr!("{flag} is missing, and there is no terminal to ask at", "缺少 {flag}，且没有终端可供询问"))
        .next(tr!("give it on the command line: {given}", "请在命令行给出：{given}"))
}

pub(super) fn cancelled() -> Error {
    Error { exit: Exit::No, ..Error::new(tr("cancelled; nothing was written", "已取消，未写入任何内容")) }
}
