//! `request list`: who asked for what, and who has to decide.

use super::row::{RequestRow, columns};
use crate::cli::{Context, format_of};
use crate::commands::counted::counted;
use crate::commands::found::{Only, Who, only_for_ids};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::rules::approval::decided;
use crate::rules::staff::Staff;
use crate::views::{Format, Report};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `request list`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(short, long, help = tr("Those that are decided too", "也列出已有结果的"))]
    all: bool,
    #[arg(long, help = tr("Only those that I may decide now (--as)", "只看现在可由我批复的（--as）"))]
    mine: bool,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl Args {
    /// Lists requests, the oldest first.
    ///
    /// # Errors
    /// No book, a mistake in the query, `--mine` and nobody known to act, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let me = if self.mine { super::super::acting::acting(&book, context)? } else { None };
        let asked = self.only.asked(&book, context.today)?;
        let (day, staff) = (context.today, Staff::new(&book.settings));
        let basis = context.basis(&book);
        let found = counted(&book, &basis, context, |customer| {
            if customer.card.request.is_empty() || !asked.means(customer, &basis, day)? {
                return Ok(None);
            }
            let who = Who::new(customer, &book.settings, day);
            let rows = decided(&customer.card, staff, day).into_iter();
            let rows: Vec<RequestRow> = rows
                .filter(|decided| self.all || self.mine || decided.is_open())
                .map(|decided| RequestRow::new(who.clone(), &decided, staff, day))
                .filter(|row| me.as_ref().is_none_or(|me| row.waiting_for.contains(me)))
                .collect();
            Ok(Some(rows))
        });
        let Some((rows, troubled)) = found else { return Ok(Exit::Trouble) };
        let mut rows: Vec<RequestRow> = rows.into_iter().flatten().collect();
        rows.sort_by(|a, b| (a.date, &a.of.path).cmp(&(b.date, &b.of.path)));
        let columns = columns();
        let report = Report { rows: &rows, columns: &columns, path: |row| &row.of.path };
        report.emit(self.format, self.null, context.shell)?;
        if rows.is_empty() && self.format == Format::Table {
            context.done(asked.nothing(tr("no request waits for anybody", "没有待审批的申请")));
        }
        Ok(if troubled > 0 { Exit::Trouble } else { Exit::Done })
    }
}
