//! What checks find.

use std::ops::Range;

use super::Check;
use crate::error::line_and_column;
use crate::formats::toml::Edit;

/// One thing found.
#[derive(Clone)]
pub struct Finding {
    /// The check that found it.
    pub check: &'static Check,
    /// The file or folder, relative to the book.
    pub file: String,
    /// The bytes it is about; `None` where the whole file is meant.
    pub span: Option<Range<usize>>,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The character of the line, from 1; 0 where the whole file is meant.
    pub column: usize,
    /// What is wrong, one sentence.
    pub message: String,
    /// The next step.
    pub hint: Option<String>,
    /// Lines to copy into a file, where the next step asks for some.
    pub lines: Option<String>,
    /// How `--fix` mends it, where that is safe.
    pub fix: Option<Fix>,
}

/// A mend that cannot lose anything.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// Edits of the card.
    Edit(Vec<Edit>),
    /// Other bytes in the place of some of the text: for what is not values, such as notation.
    Splice(Range<usize>, String),
    /// The companion file is made anew.
    Companion(String),
}

/// Where checks put what they find.
pub struct Findings<'a> {
    pub(super) check: &'static Check,
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    pub(super) list: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    /// Something wrong at a place of the card. Refine it: `.hint(…)`, `.fix(…)`.
    pub fn at(&mut self, span: Range<usize>, message: impl Into<String>) -> &mut Finding {
        let (line, column) = line_and_column(self.text, span.start);
        self.push(Finding { span: Some(span), line, column, ..self.blank(self.file.to_owned(), message.into()) })
    }

    /// Something wrong with the card as a whole.
    pub fn whole(&mut self, message: impl Into<String>) -> &mut Finding {
        self.push(self.blank(self.file.to_owned(), message.into()))
    }

    /// Something wrong with a file or folder of the tree.
    pub fn on(&mut self, path: &str, message: impl Into<String>) -> &mut Finding {
        self.push(self.blank(path.to_owned(), message.into()))
    }

    fn blank(&self, file: String, message: String) -> Finding {
        Finding { check: self.check, file, span: None, line: 0, column: 0, message, hint: None, lines: None, fix: None }
    }

    fn push(&mut self, finding: Finding) -> &mut Finding {
        let last = self.list.len();
        self.list.push(finding);
        #[expect(clippy::indexing_slicing, reason = "pushed in the line above")]
        &mut self.list[last]
    }
}

impl Finding {
    /// With the next step.
    pub fn hint(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = Some(hint.into());
        self
    }

    /// With lines to copy into a file; nothing of a card may stand in them as it is.
    pub fn lines(&mut self, lines: impl Into<String>) -> &mut Self {
        self.lines = Some(lines.into());
        self
    }

    /// The next step, and the lines to copy below it.
    pub fn next_step(&self) -> Option<String> {
        let hint = self.hint.as_ref()?;
        Some(self.lines.as_ref().map_or_else(|| hint.clone(), |lines| format!("{hint}\n{lines}")))
    }

    /// With a mend for `--fix`.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fix = Some(fix);
        self
    }
}
