//! `next`: the step that comes next, and what it still needs; for one customer the whole process.

mod page;
mod row;
mod words;

use super::counted::{self, counted};
use super::found::{Flags, Only, only_for_ids};
use super::resolve::customer;
use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::rules::money::Basis;
use crate::rules::next::next;
use crate::store::{Book, Customer};
use crate::views::emit::json_value;
use crate::views::{Format, Report};
pub use row::{NextRow, ProcessRow};
use row::{columns, row};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `next`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), conflicts_with_all = ["query", "owner", "country", "stage"], help = tr("The customer, for its whole process; without a name the whole book", "客户：查看其完整流程；不写则看整个账套"))]
    name: Option<String>,
    #[arg(long = "where", value_name = tr("QUERY", "查询"), help = tr("Only customers that this query means; see kehu help query", "只看符合查询条件的客户；写法见 kehu help query"))]
    query: Vec<String>,
    #[command(flatten)]
    flags: Flags,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl Args {
    /// Shows the next step of a customer, or of every customer that is meant.
    ///
    /// # Errors
    /// Unknown customer, no book, or the output cannot be written.
    pub fn run(mut self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        match self.name.take() {
            Some(name) => self.one(&name, &book, context),
            None => self.all(&book, context),
        }
    }

    fn one(&self, name: &str, book: &Book, context: &mut Context<'_>) -> Result<Exit> {
        let location = customer(name, book, context)?;
        let customer = Customer::new(book.read(&location)?)?;
        let (basis, day) = (Basis::new(&book.settings, &book.policy), context.today);
        let next = next(&customer.card, location.kind, &basis, day)
            .map_err(|problem| counted::error(&location, &problem, book))?;
        let row = ProcessRow::new(row(&customer, &next, book, day), &next);
        match self.format {
            Format::Table => {
                let page = page::page(&row);
                context.shell.say(&page)?;
            }
            Format::Json => {
                let value = serde_json::to_value(&row).map_err(|error| Error::new(error.to_string()))?;
                json_value(context.shell, &value)?;
            }
            format => emit(&[row.of], format, self.null, context)?,
        }
        Ok(Exit::Done)
    }

    fn all(self, book: &Book, context: &mut Context<'_>) -> Result<Exit> {
        let (format, null) = (self.format, self.null);
        let only = Only::of(self.query, self.flags);
        let (basis, day) = (Basis::new(&book.settings, &book.policy), context.today);
        let asked = only.asked(book, day)?;
        let found = counted(book, &basis, context, |customer| {
            if !asked.means(customer, &basis, day)? {
                return Ok(None);
            }
            let next = next(&customer.card, customer.location.kind, &basis, day)?;
            Ok(Some(row(customer, &next, book, day)))
        });
        let Some((mut rows, troubles)) = found else { return Ok(Exit::Trouble) };
        // along the process, within a step who waits longest first; where trading is stopped nothing waits
        rows.sort_by_key(|row| (row.step.is_none(), row.step, row.since.is_none(), row.since));
        emit(&rows, format, null, context)?;
        if rows.is_empty() {
            only.check_owner(book)?;
            if format == Format::Table {
                context.done(asked.nothing(tr("there is no customer yet", "还没有客户")));
            }
        }
        Ok(if troubles > 0 { Exit::Trouble } else { Exit::Done })
    }
}

fn emit(rows: &[NextRow], format: Format, null: bool, context: &mut Context<'_>) -> Result<()> {
    if rows.is_empty() && matches!(format, Format::Table | Format::Md) {
        return Ok(());
    }
    let columns = columns();
    Report { rows, columns: &columns, path: |row| &row.of.path }.emit(format, null, context.shell)
}
