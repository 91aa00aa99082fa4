//! A mistake in a query, told with the query as it was typed and a caret under its place.

use super::field::Field;
use crate::error::{Error, Excerpt};
use crate::lang::tr;
use crate::tr;

/// What is wrong, and where.
pub struct Mistake {
    at: usize,
    error: Error,
}

impl Mistake {
    /// At this byte of the query.
    pub fn new(at: usize, error: Error) -> Self {
        Self { at, error }
    }

    /// A field that nobody knows.
    pub fn unknown(at: usize, name: &str) -> Self {
        let error = Error::new(tr!("there is no field \"{name}\"", "没有字段“{name}”"));
        Self::new(
            at,
            match Field::nearest(name) {
                Some(near) => error.next(tr!("did you mean {near}?", "是否想写 {near}？")),
                None => error.next(tr(
                    "see the fields with `kehu help query`; to look for the text itself, put it in quotes",
                    "字段见 kehu help query；要查找这段文字本身请加引号",
                )),
            },
        )
    }

    /// As the reader of the query is told.
    pub fn told(self, text: &str) -> Error {
        let column = text.get(..self.at).unwrap_or(text).chars().count() + 1;
        let Error { what, next, .. } = self.error;
        let error = Error::new(tr!("query, column {column}: {what}", "查询第 {column} 列：{what}"));
        Error { next, ..error }.shows(Excerpt { text: text.to_owned(), at: self.at })
    }
}
