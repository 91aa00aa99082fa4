//! The one writer: answers to stdout, remarks to stderr, every write checked.

use std::io::{self, BufWriter, IsTerminal, Write};

use super::pager::{Pager, Paging, Sink};
use super::progress::Progress;
use super::text::{Style, Text, around, escape};
use crate::error::{Error, Exit, Place, Result};
use crate::lang::tr;
use crate::tr;

/// How many columns of a line are shown around a mistake in it.
const EXCERPT: usize = 76;

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How much a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns of a line; a Chinese character takes two.
    pub columns: usize,
    /// Lines.
    pub rows: usize,
}

/// Where output goes.
pub struct Shell {
    out: BufWriter<Box<dyn Sink>>,
    err: Box<dyn Write>,
    /// What was said beside the answer while somebody turned its pages.
    waiting: Vec<u8>,
    colour_out: bool,
    colour_err: bool,
    quiet: bool,
    size: Option<Size>,
    prompts: bool,
    bar: bool,
}

impl Shell {
    /// The process's own streams. `size` is that of the terminal, where one is known.
    #[expect(clippy::disallowed_methods, reason = "the process's streams are taken here and nowhere else")]
    pub fn new(colour: Colour, no_colour: bool, quiet: bool, size: Option<Size>) -> Self {
        let on = |terminal: bool| match colour {
            Colour::Auto => terminal && !no_colour,
            Colour::Always => true,
            Colour::Never => false,
        };
        let terminal = io::stdout().is_terminal();
        Self {
            out: BufWriter::new(Box::new(io::stdout())),
            err: Box::new(io::stderr()),
            waiting: Vec::new(),
            colour_out: on(terminal),
            colour_err: on(io::stderr().is_terminal()),
            quiet,
            size: size.filter(|_| terminal),
            prompts: io::stdin().is_terminal() && io::stderr().is_terminal(),
            bar: io::stderr().is_terminal() && !quiet,
        }
    }

    /// Lets long answers go through a pager, where there is a terminal to turn pages at.
    #[expect(clippy::disallowed_methods, reason = "the process's streams are taken here and nowhere else")]
    pub fn page(&mut self, paging: Paging) {
        if self.size.is_some() {
            self.out = BufWriter::new(Box::new(Pager::new(paging, io::stdout())));
        }
    }

    /// The width to fit into; `None` where the output goes into a file or a pipe.
    pub fn width(&self) -> Option<usize> {
        self.size.map(|size| size.columns)
    }

    /// The size of the terminal; `None` where the output goes into a file or a pipe.
    pub fn size(&self) -> Option<Size> {
        self.size
    }

    /// Whether there is somebody to ask.
    pub fn can_ask(&self) -> bool {
        self.prompts
    }

    /// A bar for a long work, seen on a terminal alone.
    pub fn progress(&self) -> Progress {
        Progress::new(self.bar)
    }

    /// Whether remarks are unwanted.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether answers may be coloured.
    pub fn colours(&self) -> bool {
        self.colour_out
    }

    /// Whether remarks and questions may be coloured.
    pub fn colours_remarks(&self) -> bool {
        self.colour_err
    }

    /// Part of the answer.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn say(&mut self, text: &Text) -> Result<()> {
        let text = text.render(self.colour_out);
        self.raw(text.as_bytes())
    }

    /// A line of the answer.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn line(&mut self, text: impl AsRef<str>) -> Result<()> {
        self.say(&Text::plain(text).line())
    }

    /// Bytes of the answer in a format of its own (JSON, CSV, NUL-separated paths), which escapes what it must.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn raw(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes).map_err(|error| stream_error(&error))
    }

    /// Shows what was said so far, before somebody is asked about it.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn flush(&mut self) -> Result<()> {
        self.out.flush().map_err(|error| stream_error(&error))
    }

    /// Ends the answer.
    ///
    /// # Errors
    /// The reader went away, or the disk is full.
    pub fn finish(&mut self) -> Result<()> {
        let flushed = self.out.flush();
        // whoever turns pages must be waited for even where he has seen enough
        let ended = self.out.get_mut().end();
        let _ = self.err.write_all(&std::mem::take(&mut self.waiting));
        flushed.and(ended).map_err(|error| stream_error(&error))
    }

    /// A remark, which is no part of the answer.
    pub fn remark(&mut self, text: &Text) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// A remark that even --quiet does not silence.
    pub fn warn(&mut self, text: &Text) {
        let text = text.clone().line().render(self.colour_err);
        if self.out.get_ref().is_paging() {
            self.waiting.extend_from_slice(text.as_bytes());
            return;
        }
        // answers first: on a terminal both streams meet
        let _ = self.out.flush();
        // a remark that cannot be written has nowhere else to go
        let _ = self.err.write_all(text.as_bytes());
    }

    /// An error, with its place and next step.
    pub fn error(&mut self, error: &Error) {
        let mut text = Text::new().and(Style::Bad, tr("error: ", "错误："));
        if let Some(place) = &error.place {
            text = text.and(Style::Hint, escape(&place.to_string())).and(Style::Plain, tr(": ", "："));
        }
        text = text.and(Style::Plain, escape(&error.what));
        if let Some(excerpt) = &error.excerpt {
            let (line, column) = around(&excerpt.text, excerpt.at, EXCERPT);
            text = text.and(Style::Plain, format!("\n  {line}"));
            text = text.and(Style::Bad, format!("\n  {}^", " ".repeat(column)));
        }
        if let Some(next) = &error.next {
            text = text.and(Style::Faint, tr("\n  next: ", "\n  下一步：")).and(Style::Plain, escape(next));
        }
        self.warn(&text);
    }
}

/// A reader that went away (`| head`) ends the run quietly; anything else is trouble.
fn stream_error(error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Error { exit: Exit::Done, ..Error::new("") };
    }
    let (what, next) = match error.kind() {
        io::ErrorKind::StorageFull => (
            tr("the output cannot be written: the disk is full", "无法写出结果：磁盘已满").to_owned(),
            tr("free some space and run the command again", "请腾出空间后重试"),
        ),
        _ => (
            tr!("the output cannot be written: {error}", "无法写出结果：{error}"),
            tr("write it to another place and run the command again", "请换一个输出位置后重试"),
        ),
    };
    Error::new(what).at(Place::file("stdout")).next(next)
}
