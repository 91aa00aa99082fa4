//! Results made visible: tables, JSON, CSV, Markdown, and the one writer that everything goes through.

pub mod agenda;
pub mod bar;
pub mod chart;
mod diff;
pub mod emit;
pub mod grid;
mod pager;
mod progress;
pub mod shell;
pub mod table;
pub mod text;

pub use crate::model::money::{amount, money, per_cent, percent};
pub use diff::diff;
pub use emit::{Column, Format, Report};
pub use pager::Paging;
pub use progress::Progress;
pub use shell::Shell;
pub use text::{Style, Text, escape};
