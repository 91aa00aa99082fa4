//! `grade`: customers by share of sales under a ceiling of standing and conduct, explained (第5条).

mod explain;
mod propose;
mod reasons;
mod row;
mod shares;

use super::append::DryRun;
use super::counted::counted;
use super::found::{Asked, Only, Who, only_for_ids};
use super::owed::too_much;
use super::period::between;
use super::resolve::customer;
use crate::cli::{Context, choice_among, format_of};
use crate::error::{Exit, Result};
use crate::lang::{counted as counted_of, tr};
use crate::model::choice::{Grouping, StageKind};
use crate::rules::grade::{Entry, Period, Seller, Standing, bands, entry, propose};
use crate::rules::money::Basis;
use crate::store::Book;
use crate::tr;
use crate::views::{Format, Report, Style, Text};
pub use explain::ExplainedRow;
pub(super) use reasons::mean;
pub use row::GradeRow;

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// By what customers may be taken together.
const GROUPS: &[Grouping] = &[Grouping::Owner, Grouping::Country];

/// What may be said to `grade`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Only sales from this day on", "只计该日起的销售额"))]
    since: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Only sales up to this day", "只计截至该日的销售额"))]
    until: Option<String>,
    #[arg(long, value_name = tr("WHAT", "分组"), value_parser = choice_among(GROUPS), help = tr("Take the customers of each together; bands stay those of the whole book", "分组列出；销售档仍按全账计算"))]
    by: Option<Grouping>,
    #[arg(long, value_name = tr("NAME", "客户"), conflicts_with_all = ["by", "owner", "country", "stage"], help = tr("The arithmetic of one customer, line by line", "逐行说明某一客户的评级依据"))]
    explain: Option<String>,
    #[arg(long, conflicts_with_all = ["by", "explain", "since", "until"], help = tr("Finance proposes: files a request for every grade that is to change, and notes the check (第8条)", "财务提出：为每个应调整的等级提交申请，并登记核查（第8条）"))]
    request: bool,
    #[arg(long, conflicts_with_all = ["request", "by", "explain", "since", "until"], help = tr("Finance looked at the grades and they stay: notes the check (第8条)", "财务核查后维持不变：登记核查（第8条）"))]
    confirm: bool,
    #[command(flatten)]
    dry_run: DryRun,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

/// A customer among all that are graded.
pub(super) struct Graded {
    of: Who,
    entry: Entry,
    standing: Standing,
    /// It is one of those that are asked for.
    meant: bool,
    /// Its place among all, from 1.
    rank: usize,
}

impl Args {
    /// Grades the customers.
    ///
    /// # Errors
    /// No book, a day that is none, an unknown customer, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let asked = self.only.asked(&book, context.today)?;
        let basis = context.basis(&book);
        let period = between(self.since.as_deref(), self.until.as_deref(), context.today)?;
        let wanted = match &self.explain {
            Some(name) => Some(customer(name, &book, context)?),
            None => None,
        };
        let Some((graded, troubled)) = graded(&book, &basis, period, &asked, context)? else {
            return Ok(Exit::Trouble);
        };
        if self.request || self.confirm {
            if troubled > 0 {
                return Ok(Exit::Trouble); // what was not counted would move the bands
            }
            return propose::run(&graded, self.confirm, self.dry_run, &book, context);
        }
        if let Some(location) = wanted {
            let all = graded.len();
            let mut graded = graded.into_iter();
            let Some(one) = graded.find(|graded| graded.of.path == location.path) else {
                return Err(explain::not_graded(&location, troubled > 0));
            };
            explain::explain(&one, all, &location, &book, &basis, period, self.format, context)?;
        } else {
            self.show(&graded, &asked, &book, &basis, context)?;
            if troubled > 0 && matches!(self.format, Format::Table | Format::Md) {
                let (customers, count) = (graded.len(), troubled);
                let cards = counted_of(count, "card", "cards");
                let note = tr!(
                    "{customers} graded; {cards} could not be counted, see above",
                    "评级 {customers} 个客户；{count} 张卡片无法计入，见上"
                );
                context.shell.warn(&Text::new().and(Style::Warn, note));
            }
        }
        Ok(if troubled > 0 { Exit::Trouble } else { Exit::Done })
    }

    fn show(
        &self,
        graded: &[Graded],
        asked: &Asked,
        book: &Book,
        basis: &Basis<'_>,
        context: &mut Context<'_>,
    ) -> Result<()> {
        let base = basis.rates.base();
        let mut rows: Vec<GradeRow> =
            graded.iter().filter(|graded| graded.meant).map(|graded| row::row(graded, basis)).collect();
        if rows.is_empty() {
            self.only.check_owner(book)?;
        }
        let people = matches!(self.format, Format::Table | Format::Md);
        let columns = row::columns(self.by);
        let emit = |rows: &[GradeRow], context: &mut Context<'_>| {
            let report = Report { rows, columns: &columns, path: |row: &GradeRow| &row.of.path };
            report.emit(self.format, self.null, context.shell)
        };
        if let Some(by) = self.by {
            row::sort_by_group(&mut rows, by);
            if people {
                for group in rows.chunk_by(|a, b| row::group(a, by) == row::group(b, by)) {
                    context.shell.say(&row::heading(group, by, base, self.format)?)?;
                    emit(group, context)?;
                    context.shell.line("")?;
                }
                return self.below(graded, base, book, context);
            }
        }
        if people && rows.is_empty() {
            let nobody = tr("nobody to grade: no customer in a customer stage", "没有可评级的客户（国外客户阶段为空）");
            context.done(asked.nothing(nobody));
            return Ok(());
        }
        emit(&rows, context)?;
        if people {
            context.shell.line("")?;
            self.below(graded, base, book, context)?;
        }
        Ok(())
    }

    /// Under the table: what each grade holds against what the document wants it to hold.
    fn below(&self, graded: &[Graded], base: &str, book: &Book, context: &mut Context<'_>) -> Result<()> {
        let text = shares::table(graded, &book.policy, self.format, context.shell.width())?;
        context.shell.say(&text)?;
        if self.format == Format::Table {
            let mut note = tr!("sales in {base}", "销售额单位 {base}");
            if graded.iter().any(|graded| graded.proposal().provisional) {
                note += tr("; ? = provisional, facts are missing", "；? 表示暂定，缺少资料");
            }
            context.shell.remark(&Text::new().and(Style::Faint, note));
        }
        Ok(())
    }
}

/// Every customer that is graded, largest sales first; `None` where a rate is missing, which is told.
fn graded(
    book: &Book,
    basis: &Basis<'_>,
    period: Period,
    asked: &Asked,
    context: &mut Context<'_>,
) -> Result<Option<(Vec<Graded>, usize)>> {
    let day = context.today;
    let found = counted(book, basis, context, |customer| {
        if customer.location.kind != StageKind::Customer {
            return Ok(None);
        }
        let meant = asked.means(customer, basis, day)?;
        Ok(Some((Who::new(customer, basis.settings, day), entry(&customer.card, basis, period, day)?, meant)))
    });
    let Some((entries, troubled)) = found else { return Ok(None) };
    let sellers: Vec<Seller> =
        entries.iter().map(|(of, entry, _)| Seller { path: of.path.clone(), sales: entry.sales }).collect();
    let standings = bands(&sellers, basis.policy).map_err(too_much)?;
    let mut graded: Vec<Graded> = entries
        .into_iter()
        .zip(standings)
        .map(|((of, entry, meant), standing)| Graded { of, entry, standing, meant, rank: 0 })
        .collect();
    graded.sort_by(|a, b| (b.entry.sales, &a.of.path).cmp(&(a.entry.sales, &b.of.path)));
    for (rank, graded) in (1..).zip(&mut graded) {
        graded.rank = rank;
    }
    Ok(Some((graded, troubled)))
}

impl Graded {
    fn proposal(&self) -> crate::rules::grade::Proposal {
        propose(self.standing.band, &self.entry.ceiling)
    }
}
