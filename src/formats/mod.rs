//! Bytes to values and back: TOML, CSV, Excel, vCards, calendars, pictures.

pub mod content_line;
pub mod csv;
pub mod encoding;
pub mod form;
pub mod fresh;
pub mod json;
pub mod markup;
pub mod package;
pub mod paper;
pub mod picture;
pub mod policy;
pub mod spreadsheet;
pub mod table;
pub mod template;
pub mod toml;
pub mod typed;
pub mod vcard;
pub mod workbook;
pub mod xlsx;
