//! Long answers on a terminal go through a pager, as git's do: what fits on the screen is printed as ever.

use std::io::{self, Stdout, Write};
use std::process::{Child, Command, Stdio};

/// Where answers go.
pub trait Sink: Write {
    /// Whether somebody is turning pages: what is said beside the answer waits until he is done.
    fn is_paging(&self) -> bool {
        false
    }

    /// Waits until all was read.
    ///
    /// # Errors
    /// The rest cannot be written.
    fn end(&mut self) -> io::Result<()> {
        self.flush()
    }
}

impl Sink for Stdout {}

/// The program that turns pages, and how much goes without it.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The program and its options.
    pub words: Vec<String>,
    /// Lines of the terminal.
    pub rows: usize,
}

/// An answer that is held back until it is known whether it fits.
pub struct Pager {
    paging: Paging,
    held: Vec<u8>,
    lines: usize,
    way: Way,
    out: Stdout,
}

enum Way {
    /// Not known yet.
    Held,
    /// To the terminal.
    Plain,
    /// Through the program.
    Paged(Child),
}

impl Pager {
    /// In front of a terminal.
    pub fn new(paging: Paging, out: Stdout) -> Self {
        Self { paging, held: Vec::new(), lines: 0, way: Way::Held, out }
    }

    /// Lets go of what was held back, to the terminal.
    fn release(&mut self) -> io::Result<()> {
        self.way = Way::Plain;
        let held = std::mem::take(&mut self.held);
        self.out.write_all(&held)
    }

    /// Starts the program; where it cannot be started the answer goes to the terminal.
    fn start(&mut self) -> io::Result<()> {
        let Some((program, options)) = self.paging.words.split_first() else { return self.release() };
        let mut command = Command::new(program);
        command.args(options).stdin(Stdio::piped());
        // colours pass, a short answer stays on the screen; unless somebody set it up otherwise
        for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8"), ("LV", "-c")] {
            if !is_set(name) {
                command.env(name, value);
            }
        }
        match command.spawn() {
            Ok(child) => {
                self.way = Way::Paged(child);
                let held = std::mem::take(&mut self.held);
                self.write_all(&held)
            }
            Err(_) => self.release(),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "what the pager is told is its own affair, unless nobody told it anything"
)]
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some()
}

impl Write for Pager {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.way {
            Way::Plain => self.out.write(bytes),
            Way::Paged(child) => match &mut child.stdin {
                Some(pipe) => pipe.write(bytes),
                None => Err(io::ErrorKind::BrokenPipe.into()),
            },
            Way::Held => {
                self.held.extend_from_slice(bytes);
                self.lines += bytes.iter().filter(|byte| **byte == b'\n').count();
                // the prompt that comes after wants a line too
                if self.lines >= self.paging.rows {
                    self.start()?;
                }
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.way {
            // something is about to be said beside it
            Way::Held if !self.held.is_empty() => self.release()?,
            Way::Held | Way::Plain => {}
            Way::Paged(child) => return child.stdin.as_mut().map_or(Ok(()), Write::flush),
        }
        self.out.flush()
    }
}

impl Sink for Pager {
    fn is_paging(&self) -> bool {
        matches!(self.way, Way::Paged(_))
    }

    fn end(&mut self) -> io::Result<()> {
        let flushed = self.flush();
        if let Way::Paged(child) = &mut self.way {
            drop(child.stdin.take());
            child.wait()?;
        }
        flushed
    }
}
