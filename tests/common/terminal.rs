//! A pseudo-terminal with somebody typing into it.

use std::process::Command;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

use super::Book;

/// A command at a terminal, and all that it has shown.
pub struct Terminal {
    session: OsSession,
    /// What it has shown so far.
    pub shown: String,
}

/// Starts a command of a book at a terminal of the usual size.
pub fn at_terminal(book: &Book, args: &[&str]) -> Terminal {
    let mut command = book.command();
    command.args(args);
    Terminal::start(&command, 80, 24)
}

impl Terminal {
    /// Starts a command at a terminal of a size.
    pub fn start(command: &Command, columns: u16, rows: u16) -> Self {
        // the size of the terminal is set by the library some time after the start: the command waits for a line that
        // says that it stands
        let mut waiting = Command::new("sh");
        waiting.args(["-c", "read -r _; exec \"$0\" \"$@\""]).arg(command.get_program()).args(command.get_args());
        // nobody is there to turn pages, unless the story says so
        waiting
            .env_clear()
            .env("KEHU_PAGER", "cat")
            .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        waiting.env("TERM", "xterm");
        if let Some(folder) = command.get_current_dir() {
            waiting.current_dir(folder);
        }
        let mut session = Session::spawn(waiting).unwrap();
        session.get_process_mut().set_window_size(columns, rows).unwrap();
        // a machine that builds three other things is slow
        session.set_expect_timeout(Some(Duration::from_secs(60)));
        session.send("\n").unwrap();
        Self { session, shown: String::new() }
    }

    /// Waits until this is shown.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => self.shown += &String::from_utf8_lossy(found.as_bytes()),
            Err(error) => panic!("{text:?} does not come: {error}\n{}", self.shown),
        }
        self
    }

    /// Presses keys.
    pub fn types(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        self.session.send(keys).unwrap();
        self
    }

    /// Types a line at a prompt that is waited for.
    pub fn answers(&mut self, prompt: &str, line: &str) -> &mut Self {
        self.sees(prompt).types(line).types("\r")
    }

    /// Waits for the end. The exit code, `None` where a signal ended it; the cursor must be in sight.
    pub fn ends(&mut self) -> Option<i32> {
        let rest = self.session.expect(Eof).unwrap();
        self.shown += &String::from_utf8_lossy(rest.as_bytes());
        let hidden = self.shown.rfind("\u{1b}[?25l");
        assert!(hidden.is_none() || hidden < self.shown.rfind("\u{1b}[?25h"), "the cursor stays hidden");
        match self.session.get_process().wait().unwrap() {
            WaitStatus::Exited(_, code) => Some(code),
            _ => None,
        }
    }
}
