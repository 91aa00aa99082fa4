//! Bytes to values and back: TOML, CSV.

pub mod toml;
