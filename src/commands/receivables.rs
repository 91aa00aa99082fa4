//! `receivables`: who owes us, since when, and what is at stake.

mod group;
mod row;

use super::counted::counted;
use super::found::{Asked, Only, only_for_ids};
use super::owed::{together, worth_showing};
use crate::cli::{Context, choice_among, format_of};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::model::choice::Grouping;
use crate::model::field::Record;
use crate::rules::money::{Basis, Position, Problem, ledger, positions_by_currency};
use crate::store::Book;
use crate::tr;
use crate::views::{Column, Format, Report, Style, Text};
pub use group::GroupRow;
pub use row::{Owing, ReceivableRow, owing, owing_by};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What a line may stand for.
const GROUPS: &[Grouping] = &[Grouping::Customer, Grouping::Owner, Grouping::Country, Grouping::Currency];

/// What may be said to `receivables`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("WHAT", "分组"), value_parser = choice_among(GROUPS), default_value = "customer", hide_default_value = true, help = tr("One line for each; a customer unless given", "每组一行，默认每个客户一行"))]
    by: Grouping,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl Args {
    /// Lists what is owed.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        if self.format == Format::Ids && self.by != Grouping::Customer {
            return Err(Error::new(tr("groups have no paths", "分组没有路径可输出"))
                .next(tr("leave --by away, or choose another format", "请去掉 --by，或换一种格式")));
        }
        let book = context.take_book()?;
        let asked = self.only.asked(&book, context.today)?;
        let basis = context.basis(&book);
        match self.by {
            Grouping::Currency => self.by_currency(&asked, &book, &basis, context),
            by => self.by_customer(by, &asked, &book, &basis, context),
        }
    }

    fn by_customer(
        &self,
        by: Grouping,
        asked: &Asked,
        book: &Book,
        basis: &Basis<'_>,
        context: &mut Context<'_>,
    ) -> Result<Exit> {
        let (day, base) = (context.today, basis.rates.base());
        let found = counted(book, basis, context, |customer| {
            if !asked.means(customer, basis, day)? {
                return Ok(None);
            }
            owing(customer, basis, day).map(|owing| Some(owing).filter(|owing| !owing.position.is_empty()))
        });
        let Some((mut owing, uncounted)) = found else { return Ok(Exit::Trouble) };
        owing.sort_by_cached_key(Owing::rank);
        let empty = owing.is_empty();
        if by != Grouping::Customer {
            let groups = group::together_by(by, &owing, base)?;
            self.report(&groups, group::columns(by), |_| "", context)?;
        } else {
            let people = matches!(self.format, Format::Table | Format::Md) && owing.len() > 1;
            let none = Position::default();
            let sum = owing.iter().try_fold(none, |sum, owing| together(&sum, &owing.position))?;
            let mut rows: Vec<ReceivableRow> = owing.into_iter().map(|owing| owing.row(base)).collect();
            if people {
                rows.push(row::total(base, &sum));
            }
            self.report(&rows, row::columns(), |row| &row.of.path, context)?;
        }
        self.end(asked, empty, uncounted > 0, Some(base), book, context)
    }

    fn by_currency(&self, asked: &Asked, book: &Book, basis: &Basis<'_>, context: &mut Context<'_>) -> Result<Exit> {
        let day = context.today;
        let found = counted(book, basis, context, |customer| {
            if !asked.means(customer, basis, day)? {
                return Ok(None);
            }
            let positions = positions_by_currency(&ledger(&customer.card, basis, day)?, basis, day);
            let positions = positions.map_err(Problem::whole)?;
            Ok(Some(positions).filter(|positions| !positions.is_empty()))
        });
        let Some((customers, uncounted)) = found else { return Ok(Exit::Trouble) };
        let groups = group::by_currency(&customers)?;
        self.report(&groups, group::columns(self.by), |_| "", context)?;
        self.end(asked, groups.is_empty(), uncounted > 0, None, book, context)
    }

    fn report<T: serde::Serialize + Record>(
        &self,
        rows: &[T],
        columns: Vec<Column<T>>,
        path: fn(&T) -> &str,
        context: &mut Context<'_>,
    ) -> Result<()> {
        match self.format {
            Format::Md if rows.is_empty() => Ok(()),
            format => {
                let columns = worth_showing(columns, rows);
                Report { rows, columns: &columns, path }.emit(format, self.null, context.shell)
            }
        }
    }

    /// What is said below the list, and how the run ends.
    fn end(
        &self,
        asked: &Asked,
        empty: bool,
        troubled: bool,
        base: Option<&str>,
        book: &Book,
        context: &mut Context<'_>,
    ) -> Result<Exit> {
        let day = context.today;
        if empty {
            self.only.check_owner(book)?;
            if self.format == Format::Table {
                context.done(asked.nothing(tr("nobody owes anything", "没有应收账款")));
            }
        } else if let (Format::Table, Some(base)) = (self.format, base) {
            let note = tr!("{base}, converted at the rates of {day}", "金额单位 {base}，按 {day} 汇率折算");
            context.shell.remark(&Text::new().and(Style::Faint, note));
        }
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }
}
