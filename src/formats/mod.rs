//! Bytes to values and back: TOML, CSV.

pub mod content_line;
pub mod csv;
pub mod encoding;
pub mod fresh;
pub mod json;
pub mod package;
pub mod policy;
pub mod template;
pub mod toml;
pub mod typed;
pub mod workbook;
