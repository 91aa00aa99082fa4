//! `doc`: the user's own templates, filled.

mod groups;
mod listed;
mod names;

use crate::cli::{Context, format_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::views::{Format, Report};
use listed::{FieldRow, field_columns};
use names::Catalogue;

const FORMATS: &[Format] = &[Format::Text, Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv];

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("TEMPLATE", "模板"), num_args = 0..=1, help = tr("Print the names that templates may use, or those that one uses", "列出模板可用的全部占位符，或某模板所用的占位符"))]
    fields: Option<Option<String>>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

impl Args {
    /// Does it.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let names = Catalogue::new();
        let rows: Vec<FieldRow> = names.values().map(FieldRow::new).collect();
        let columns = field_columns();
        Report { rows: &rows, columns: &columns, path: |row| &row.name }.emit(self.format, false, context.shell)?;
        Ok(Exit::Done)
    }
}
