//! What can go wrong, told once: where, what, and what to do next.

use std::fmt;
use std::io;
use std::path::Path;

use crate::lang::tr;
use crate::tr;

/// How a run of the program ends, as grep counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Yes, or done.
    Done = 0,
    /// No: nothing found, findings, refused.
    No = 1,
    /// Trouble: usage, I/O, or a card that cannot be read.
    Trouble = 2,
}

/// A place in a file that a person can go to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the book where it is inside.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The character of the line, counted from 1; 0 where the whole line is meant.
    pub column: usize,
}

impl Place {
    /// The whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0 }
    }

    /// The line and column of a byte of a text.
    pub fn in_text(file: impl Into<String>, text: &str, byte: usize) -> Self {
        let (line, column) = line_and_column(text, byte);
        Self { file: file.into(), line, column }
    }
}

/// Line and character column of a byte, both counted from 1; a byte order mark takes no column.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().filter(|c| *c != '\u{feff}').count() + 1;
    (line, column)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// An error as the user meets it.
#[derive(Clone, Debug, thiserror::Error)]
pub struct Error {
    /// Where, if anywhere.
    pub place: Option<Place>,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do about it, in one sentence.
    pub next: Option<String>,
    /// How the program ends if nothing catches this.
    pub exit: Exit,
    /// The line that somebody typed, and where in it the mistake is.
    pub excerpt: Option<Box<Excerpt>>,
}

/// A line with a mistake in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub text: String,
    /// The byte of the mistake.
    pub at: usize,
}

/// What functions that can fail return.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Something is wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self { place: None, what: what.into(), next: None, exit: Exit::Trouble, excerpt: None }
    }

    /// The answer is no: refused, though nothing is broken.
    pub fn refused(what: impl Into<String>) -> Self {
        Self { exit: Exit::No, ..Self::new(what) }
    }

    /// With the next step.
    #[must_use]
    pub fn next(self, next: impl Into<String>) -> Self {
        Self { next: Some(next.into()), ..self }
    }

    /// With the line that somebody typed.
    #[must_use]
    pub fn shows(self, excerpt: Excerpt) -> Self {
        Self { excerpt: Some(Box::new(excerpt)), ..self }
    }

    /// With the place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// A file or folder that could not be used, with what the system said about it.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let (what, next) = match error.kind() {
            io::ErrorKind::NotFound => (
                tr("not found", "找不到").to_owned(),
                tr("check how the name is written and where the file is", "请检查名称和位置是否写对"),
            ),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
                tr("no permission", "没有权限").to_owned(),
                tr(
                    "check the rights of the file and its folder, and whether another program has it open",
                    "请检查该文件及其文件夹的权限，并关闭正在打开它的程序",
                ),
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
                tr("the disk is full", "磁盘已满").to_owned(),
                tr("free some space and run the command again; nothing was lost", "请腾出空间后重试；原有数据没有丢失"),
            ),
            io::ErrorKind::IsADirectory => (
                tr("is a folder, not a file", "是文件夹，不是文件").to_owned(),
                tr("give the path of a file", "请给出文件的路径"),
            ),
            io::ErrorKind::NotADirectory => {
                (tr("is not a folder", "不是文件夹").to_owned(), tr("give the path of a folder", "请给出文件夹的路径"))
            }
            io::ErrorKind::AlreadyExists => (
                tr("exists already", "已存在").to_owned(),
                tr("give another name, or move what is there away", "请换一个名称，或先移走已有的文件"),
            ),
            io::ErrorKind::InvalidFilename => (
                tr("this name is too long or not allowed here", "名称过长或不合法").to_owned(),
                tr("choose a shorter name without special characters", "请改用较短、不含特殊字符的名称"),
            ),
            _ => (
                tr!("the system says: {error}", "系统报错：{error}"),
                tr("when that is mended, run the command again", "请排除该问题后重试"),
            ),
        };
        Self::new(what).at(Place::file(path.display().to_string())).next(next)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "\u{feff}名 = 1\r\n姓名 = 德\n";
        for (needle, want) in [("名 = 1", (1, 1)), ("姓", (2, 1)), ("德", (2, 6))] {
            assert_eq!(line_and_column(text, text.find(needle).unwrap()), want, "{needle}");
        }
        assert_eq!(line_and_column(text, text.len()), (3, 1));
        assert_eq!(line_and_column(text, 9999), (3, 1));
    }
}
