//! kehu (客户): a git-versioned folder of customer cards for foreign trade, kept by a credit policy.
//!
//! Imports run downward only: `cli → commands → views → rules → model`, `commands → store, lint, query, formats → model`.

pub mod cli;
pub mod commands;
pub mod error;
pub mod formats;
pub mod lang;
pub mod lint;
pub mod model;
pub mod query;
pub mod rules;
pub mod store;
pub mod views;
