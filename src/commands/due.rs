//! `due`: what is due, most urgent first.

use std::sync::atomic::{AtomicBool, Ordering};

use super::counted;
use super::found::{Only, only_for_ids};
use super::waiting::{Amount, DueRow, gather, overdue, sort, waiting, waiting_at_book};
use crate::cli::{Context, choice_of, format_of, parse_days};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::DueKind;
use crate::model::{Choose, Date};
use crate::rules::credit::granted;
use crate::rules::due::Item;
use crate::tr;
use crate::views::table::Shown;
use crate::views::{Column, Format, Report, Text};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `due`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("DAYS", "天数"), value_parser = parse_days, default_value = "0", hide_default_value = true,
          help = tr("Also what falls due within so many days, e.g. 7d", "也列出今后若干天内到期的，如 7d"))]
    within: i64,
    #[arg(long, value_name = tr("KIND", "类别"), value_parser = choice_of::<DueKind>(), help = tr("Only this kind; may be repeated", "只看该类事项；可多次给出"))]
    kind: Vec<DueKind>,
    #[command(flatten)]
    only: Only,
    #[arg(long, help = tr("Exit with 1 when something is due", "有到期事项时退出码为 1"))]
    exit_code: bool,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl Args {
    /// Lists what is due.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let asked = self.only.asked(&book, context.today)?;
        let day = context.today;
        let horizon = day.plus_days(self.within);
        let basis = context.basis(&book);
        let wanted = |item: &Item| {
            item.due.is_none_or(|due| due <= horizon) && (self.kind.is_empty() || self.kind.contains(&item.kind))
        };
        let graded = AtomicBool::new(false);
        let scan = book.scan(|customer| {
            graded.fetch_or(granted(&customer.card, &book.settings, day).standing.grade.is_some(), Ordering::Relaxed);
            match asked.means(customer, &basis, day) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(problem) => return Some((Vec::new(), Some((customer.location.clone(), problem)))),
            }
            let (rows, problem) = waiting(customer, &basis, day, Amount::Within, wanted);
            // who asks for other things need not hear of money
            let problem = problem.filter(|_| self.asks_for_money()).map(|problem| (customer.location.clone(), problem));
            (!rows.is_empty() || problem.is_some()).then_some((rows, problem))
        });
        let (rows, problems): (Vec<Vec<DueRow>>, Vec<_>) = scan.rows.into_iter().unzip();
        let mut rows: Vec<DueRow> = rows.into_iter().flatten().collect();
        // the book itself is no customer: it has no path, and no place in an answer about some
        if self.format != Format::Ids && !self.only.asks_about_customers() {
            rows.extend(waiting_at_book(&book, graded.into_inner(), day, wanted));
        }
        let mut errors = scan.errors;
        errors.extend(problems.iter().flatten().map(|(location, problem)| counted::error(location, problem, &book)));
        sort(&mut rows);
        let troubled = context.tell(&errors);
        let something = !rows.is_empty();
        self.show(&rows, context)?;
        if !something {
            self.only.check_owner(&book)?;
            if self.format == Format::Table {
                context.done(asked.nothing(tr("nothing is due", "没有到期事项")));
            }
        }
        if troubled {
            return Ok(Exit::Trouble);
        }
        Ok(if self.exit_code && something { Exit::No } else { Exit::Done })
    }

    fn asks_for_money(&self) -> bool {
        self.kind.is_empty() || self.kind.iter().any(|kind| matches!(kind, DueKind::Payment | DueKind::Deposit))
    }

    fn show(&self, rows: &[DueRow], context: &mut Context<'_>) -> Result<()> {
        // the list for people takes the monthly investigations of C and D as one line an owner
        let people = matches!(self.format, Format::Table | Format::Md);
        let gathered = if people { gather(rows) } else { Vec::new() };
        let shown = if people { &gathered[..] } else { rows };
        let columns = columns();
        let report = Report { rows: shown, columns: &columns, path: |row| &row.of.path };
        match self.format {
            // no mail is sent about nothing
            Format::Md if rows.is_empty() => Ok(()),
            Format::Md => {
                context.shell.say(&heading(rows, context.today))?;
                report.emit(Format::Md, false, context.shell)
            }
            Format::Table if rows.is_empty() => Ok(()),
            format => report.emit(format, self.null, context.shell),
        }
    }
}

fn columns() -> Vec<Column<DueRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&DueRow) -> Shown| Column { title, right, spare, elastic, show };
    vec![
        column(tr("overdue", "逾期"), true, 0, false, overdue),
        column(tr("kind", "类别"), false, 1, false, |row| row.kind.words().text().into()),
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("country", "国家"), false, 3, false, |row| {
            if row.of.path.is_empty() { "".into() } else { row.of.country_shown() }
        }),
        column(tr("grade", "等级"), false, 5, false, |row| row.of.grade_shown()),
        column(tr("owner", "负责人"), false, 2, false, |row| row.of.owner_shown()),
        column(tr("what", "事项"), false, 0, true, |row| row.summary.clone().into()),
    ]
}

/// The head of a mail: the day and how much there is.
fn heading(rows: &[DueRow], day: Date) -> Text {
    let late = rows.iter().filter(|row| row.days_overdue > 0).count();
    let ahead = rows.iter().filter(|row| row.days_overdue < 0).count();
    let now = rows.len() - late - ahead;
    Text::plain(tr!(
        "# Due on {day}\n\n{late} overdue, {now} today, {ahead} ahead\n\n",
        "# {day} 到期事项\n\n逾期 {late} 项，今天 {now} 项，即将到期 {ahead} 项\n\n"
    ))
}
