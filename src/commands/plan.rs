//! `plan`: the visit plan, who left it and why (第13条 1).

mod row;

use super::counted::counted;
use super::found::{Asked, Only, only_for_ids};
use super::period::between;
use crate::cli::{Context, format_of};
use crate::error::{Exit, Result};
use crate::lang::{counted as counted_in_words, tr};
use crate::model::Date;
use crate::model::name::shell_word;
use crate::rules::money::Basis;
use crate::rules::plan::{made, visits};
use crate::tr;
use crate::views::{Format, Report, Style, Text};
pub use row::{PlanRow, why};
use row::{columns, row};

subcommands! {
    /// What to do.
    add Add "add" "安排" "Plan a visit" "安排访问";
    restore Restore "restore" "恢复" "Take a customer back into the plan, with a reason" "说明理由后恢复访问";
}

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `plan`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Also who was visited since this day, and how often", "也列出该日以来访问过的客户和次数"))]
    since: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl Args {
    /// Does what is said; without a word, shows the plan.
    ///
    /// # Errors
    /// Whatever keeps it from being done.
    pub fn run(mut self, context: &mut Context<'_>) -> Result<Exit> {
        match self.what.take() {
            Some(what) => what.run(context),
            None => self.show(context),
        }
    }

    /// Whether it does nothing but answer.
    pub fn is_paged(&self) -> bool {
        self.what.as_ref().is_none_or(What::is_paged)
    }

    fn show(&self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let day = context.today;
        let asked = self.only.asked(&book, day)?;
        let basis = Basis::new(&book.settings, &book.policy);
        let period = between(self.since.as_deref(), None, day)?;
        let found = counted(&book, &basis, context, |customer| {
            if !asked.means(customer, &basis, day)? {
                return Ok(None);
            }
            let visits = visits(&customer.card, &book.policy, day);
            let unsaid = visits.unsaid.first().map(|(place, _)| *place);
            let made = made(&customer.card, period);
            let meant = !visits.is_empty() || (period.since.is_some() && made.all() > 0);
            Ok(meant.then(|| (row(customer, &visits, made, &book, day), unsaid)))
        });
        let Some((mut rows, troubles)) = found else { return Ok(Exit::Trouble) };
        // who is to be visited first; who is planned for no day stands behind, who left the plan last
        rows.sort_by_key(|(row, _)| (row.dropped.is_some(), row.next.is_none(), row.next));
        let unsaid = rows.iter().find_map(|(row, place)| Some((row.of.path.clone(), (*place)?)));
        let rows: Vec<PlanRow> = rows.into_iter().map(|(row, _)| row).collect();
        if !(rows.is_empty() && matches!(self.format, Format::Table | Format::Md)) {
            let columns = columns();
            let report = Report { rows: &rows, columns: &columns, path: |row| &row.of.path };
            report.emit(self.format, self.null, context.shell)?;
        }
        if rows.is_empty() {
            self.only.check_owner(&book)?;
        }
        if self.format == Format::Table {
            if let Some(since) = period.since {
                context.shell.line(since_then(&rows, since))?;
            }
            below(&rows, unsaid, &asked, context);
        }
        Ok(if troubles > 0 { Exit::Trouble } else { Exit::Done })
    }
}

/// What came of the visits of the period.
fn since_then(rows: &[PlanRow], since: Date) -> String {
    let sum = |of: fn(&PlanRow) -> usize| rows.iter().map(of).sum::<usize>();
    let (planned, made) = (sum(|row| row.planned), sum(|row| row.made));
    let (effective, fruitless, unsaid) =
        (sum(|row| row.made_effective), sum(|row| row.made_fruitless), sum(|row| row.made_unsaid));
    let visits = counted_in_words(made, "visit", "visits");
    tr!(
        "since {since}: {visits}, {effective} with effect, {fruitless} without, {unsaid} not said; planned: {planned}",
        "{since} 以来已访 {made} 次：有实效 {effective}，无实效 {fruitless}，未写实效 {unsaid}；已安排 {planned} 次"
    )
}

/// What is said below the table. Whether a visit had any effect is asked for, beginning with the first.
fn below(rows: &[PlanRow], unsaid: Option<(String, usize)>, asked: &Asked, context: &mut Context<'_>) {
    if rows.is_empty() {
        context.done(asked.nothing(tr("no visit is planned", "没有安排访问")));
    }
    let count: usize = rows.iter().map(|row| row.unsaid.len()).sum();
    let Some((path, place)) = unsaid else { return };
    let command = format!("kehu set {} followup.{}.effective", shell_word(&path), place + 1);
    let visits = counted_in_words(count, "visit", "visits");
    let note = tr!(
        "not said whether it had any effect: {visits}; say it: {command}=yes",
        "有 {count} 次访问未写是否有实效，请补上：{command}=是"
    );
    context.shell.remark(&Text::new().and(Style::Faint, note));
}
