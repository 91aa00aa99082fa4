//! `report compliance`: how the policy was kept, by owner and month (第4条).

use std::collections::BTreeMap;

use super::paper::{Paper, left, right};
use crate::cli::{Context, format_of};
use crate::commands::counted::counted;
use crate::commands::found::{Only, Who};
use crate::error::{Error, Exit, Result};
use crate::formats::typed::past_day;
use crate::lang::tr;
use crate::model::choice::{Breach, Verdict};
use crate::model::{Choose, Date};
use crate::row;
use crate::rules::compliance::{Lapse, lapses};
use crate::store::Book;
use crate::tr;
use crate::views::{Format, Report};

const FORMATS: &[Format] = &[Format::Text, Format::Md, Format::Html, Format::Json, Format::Jsonl, Format::Csv];

/// Months that the report looks back unless said.
const MONTHS: u32 = 12;

/// What may be said to `report compliance`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("From this day on; a year back unless given", "自该日起，默认最近一年"))]
    since: Option<String>,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

row! {
    /// Something that was not as the policy wants it.
    pub struct LapseRow("lapse", "执行问题") of Who {
        breach: Breach = "breach" "类别";
        date: Date = "date" "日期";
        days_late: Option<i64> = "days late" "逾期天数";
        paper: Option<String> = "paper" "单号", about("An order's number or a request's id", "订单号或审批单号");
        verdict: Option<Verdict> = "verdict" "审核结论", about("What the credit check says of the order", "该订单的信用审核结论");
        reason: Option<String> = "reason" "理由";
    }
}

impl Args {
    /// Writes the report.
    ///
    /// # Errors
    /// No book, a day that is none, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let asked = self.only.asked(&book, context.today)?;
        let day = context.today;
        let since = match &self.since {
            None => day.minus_months(MONTHS).plus_days(1),
            Some(text) => past_day(text, day).ok_or_else(|| {
                Error::new(tr!("--since \"{text}\" is no day", "--since “{text}”不是日期"))
                    .next(tr("write it as 2026-11-23", "请写成 2026-11-23"))
            })?,
        };
        if since > day {
            return Err(Error::new(tr!("--since {since} lies after {day}", "--since {since} 晚于 {day}"))
                .next(tr("give an earlier day", "请给更早的日期")));
        }
        let basis = context.basis(&book);
        let found = counted(&book, &basis, context, |customer| {
            if !asked.means(customer, &basis, day)? {
                return Ok(None);
            }
            let who = Who::new(customer, basis.settings, day);
            let found = lapses(&customer.card, customer.location.kind, &basis, since, day);
            Ok(Some(found.into_iter().map(|lapse| LapseRow::new(who.clone(), lapse)).collect::<Vec<_>>()))
        });
        let Some((rows, troubled)) = found else { return Ok(Exit::Trouble) };
        let mut rows: Vec<LapseRow> = rows.into_iter().flatten().collect();
        rows.sort_by(|a, b| (a.date, &a.of.path).cmp(&(b.date, &b.of.path)));
        match self.format {
            Format::Text | Format::Md | Format::Html => {
                paper(&rows, since, &book, day).emit(self.format, context.shell)?;
            }
            format => {
                let report = Report { rows: &rows, columns: &[], path: |row| &row.of.path };
                report.emit(format, false, context.shell)?;
            }
        }
        Ok(if troubled > 0 { Exit::Trouble } else { Exit::Done })
    }
}

impl LapseRow {
    fn new(of: Who, lapse: Lapse) -> Self {
        let Lapse { breach, date, days, paper, verdict, reason } = lapse;
        Self { of, breach, date, days_late: days, paper, verdict, reason }
    }

    /// The month, as it sorts.
    fn month(&self) -> String {
        self.date.to_string().chars().take(7).collect()
    }

    /// What it is about, in a few words.
    fn about(&self) -> String {
        let late = self.days_late.map(|days| {
            let late = crate::lang::counted(days, "day", "days");
            tr!("{late} late", "逾期 {days} 天")
        });
        let verdict = self.verdict.map(|verdict| verdict.to_string());
        let parts = [self.paper.clone(), verdict, late, self.reason.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(tr(", ", "，"))
    }
}

/// The report: how often what happened, by owner and month; then each by itself.
fn paper(rows: &[LapseRow], since: Date, book: &Book, day: Date) -> Paper {
    let title = tr("How the credit policy is kept", "信用政策执行情况");
    let paper = Paper::new(title)
        .from(&book.settings.seller)
        .fact(tr("Period", "期间"), tr!("{since} to {day}", "{since} 至 {day}"))
        .fact(tr("Supervised by", "监督"), tr("finance (第4条)", "财务部（第4条）"));
    if rows.is_empty() {
        return paper.text(tr("Nothing to tell: the policy was kept.", "没有问题：制度得到执行。"));
    }
    let none = tr("nobody", "（无负责人）");
    let owner = |row: &LapseRow| row.of.owner.clone().unwrap_or_else(|| none.to_owned());
    let mut counts: BTreeMap<(String, String), BTreeMap<Breach, usize>> = BTreeMap::new();
    for row in rows {
        *counts.entry((row.month(), owner(row))).or_default().entry(row.breach).or_default() += 1;
    }
    // what never happened needs no column
    let kinds: Vec<Breach> =
        Breach::ALL.iter().copied().filter(|kind| rows.iter().any(|row| row.breach == *kind)).collect();
    let mut heads = vec![left(tr("month", "月份")), left(tr("owner", "负责人"))];
    heads.extend(kinds.iter().map(|kind| right(kind.words().text())));
    let count = |of: &BTreeMap<Breach, usize>, kind: &Breach| of.get(kind).map(usize::to_string).unwrap_or_default();
    let lines = counts.iter().map(|((month, owner), of)| {
        [month.clone(), owner.clone()].into_iter().chain(kinds.iter().map(|kind| count(of, kind))).collect()
    });
    let each = rows.iter().map(|row| {
        vec![row.date.to_string(), owner(row), row.of.called(), row.breach.words().text().to_owned(), row.about()]
    });
    let titles =
        [tr("date", "日期"), tr("owner", "负责人"), tr("customer", "客户"), tr("what", "类别"), tr("about", "说明")];
    paper
        .section(tr("By month and owner", "按月、按负责人"))
        .table(heads, lines.collect())
        .section(tr("Each by itself", "明细"))
        .table(titles.map(left).to_vec(), each.collect())
}
