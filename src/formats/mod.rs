//! Bytes to values and back: TOML, CSV.

pub mod csv;
pub mod encoding;
pub mod form;
pub mod fresh;
pub mod json;
pub mod package;
pub mod paper;
pub mod policy;
pub mod template;
pub mod toml;
pub mod typed;
