//! `due`: what is due, most urgent first.

mod words;

use std::collections::BTreeMap;

use super::counted;
use super::found::{Only, Who, means, only_for_ids};
use crate::cli::{Context, choice_of, format_of, parse_days};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::{DueKind, Grade};
use crate::model::{Choose, Date, Number};
use crate::row;
use crate::rules::due::{Item, items};
use crate::rules::money::Basis;
use crate::store::Customer;
use crate::tr;
use crate::views::table::Shown;
use crate::views::{Column, Format, Report, Style, Text};
use words::words;

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

row! {
    /// One thing that is due.
    pub struct DueRow("item due", "到期事项") of Who {
        kind: DueKind = "kind" "类别";
        since: Option<Date> = "since" "起算日", about("The day the clock started", "时钟起算之日");
        due: Option<Date> = "due" "到期日";
        days_overdue: i64 = "days overdue" "逾期天数", about("Negative: days still to go", "负数为尚余天数");
        urgency: u8 = "urgency" "紧急程度", about("1 is most urgent, 8 least", "1 最急，8 最缓");
        summary: String = "summary" "事项";
        order: Option<String> = "order" "订单号", about("Of money: what it is about", "款项所属订单");
        amount: Option<Number> = "amount" "金额", about("Of money: what is wanted", "应收的金额");
        currency: Option<String> = "currency" "币种", about("Of the amount", "金额的币种");
    }
}

impl Args {
    /// Lists what is due.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let query = self.only.asks(&book, context.today)?;
        let day = context.today;
        let horizon = day.plus_days(self.within);
        let basis = Basis::new(&book.settings, &book.policy);
        let scan = book.scan(|customer| {
            match means(&query, customer, &basis, day) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(problem) => return Some((Vec::new(), Some((customer.location.clone(), problem)))),
            }
            let (mut items, problem) = items(&customer.card, customer.location.kind, &basis, day);
            items.retain(|item| {
                item.due.is_none_or(|due| due <= horizon) && (self.kind.is_empty() || self.kind.contains(&item.kind))
            });
            // who asks for other things need not hear of money
            let problem = problem.filter(|_| self.asks_for_money()).map(|problem| (customer.location.clone(), problem));
            (!items.is_empty() || problem.is_some()).then(|| (rows(customer, &items, day), problem))
        });
        let (rows, problems): (Vec<Vec<DueRow>>, Vec<_>) = scan.rows.into_iter().unzip();
        let mut rows: Vec<DueRow> = rows.into_iter().flatten().collect();
        let mut errors = scan.errors;
        errors.extend(problems.iter().flatten().map(|(location, problem)| counted::error(location, problem, &book)));
        in_order(&mut rows);
        let troubled = context.tell(&errors);
        let something = !rows.is_empty();
        self.show(&rows, context)?;
        if !something {
            self.only.check_owner(&book)?;
            if self.format == Format::Table {
                context.done(tr("nothing is due", "没有到期事项"));
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

/// The rows of a customer's items.
pub(super) fn rows(customer: &Customer, items: &[Item], day: Date) -> Vec<DueRow> {
    if items.is_empty() {
        return Vec::new();
    }
    let who = Who::new(customer, day);
    items.iter().map(|item| row(&who, customer, item, day)).collect()
}

/// Puts the most urgent first, and of those the longest overdue.
pub(super) fn in_order(rows: &mut [DueRow]) {
    rows.sort_by(|a, b| {
        (a.urgency, -a.days_overdue, &a.of.path, a.kind).cmp(&(b.urgency, -b.days_overdue, &b.of.path, b.kind))
    });
}

fn row(who: &Who, customer: &Customer, item: &Item, day: Date) -> DueRow {
    let days_overdue = item.due.map_or(0, |due| day.days_since(due));
    let summary = words(item, customer);
    DueRow {
        of: who.clone(),
        kind: item.kind,
        since: item.since,
        due: item.due,
        days_overdue,
        urgency: item.kind.urgency(),
        summary,
        order: item.about.order().map(str::to_owned).filter(|order| !order.is_empty()),
        amount: item.about.money().map(|(_, amount)| Number::from(*amount)),
        currency: item.about.money().map(|(currency, _)| currency.clone()),
    }
}

/// How many customers a gathered line names before it only counts.
const NAMED: usize = 5;

/// The monthly investigations of C, D and the ungraded, as one line an owner where there are several.
pub(super) fn gather(rows: &[DueRow]) -> Vec<DueRow> {
    let monthly = |row: &DueRow| row.kind == DueKind::Review && !matches!(row.of.grade, Some(Grade::A | Grade::B));
    let mut owners: BTreeMap<&Option<String>, Vec<&DueRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| monthly(row)) {
        owners.entry(&row.of.owner).or_default().push(row);
    }
    let mut gathered = Vec::new();
    for row in rows {
        match owners.get(&row.of.owner).filter(|all| monthly(row) && all.len() > 1) {
            None => gathered.push(row.clone()),
            // the rows come most overdue first, so the first of an owner stands for all
            Some(all) if all.first().is_some_and(|first| std::ptr::eq(*first, row)) => {
                gathered.push(one_for_all(row, all));
            }
            Some(_) => {}
        }
    }
    gathered
}

fn one_for_all(first: &DueRow, all: &[&DueRow]) -> DueRow {
    let count = all.len();
    let names: Vec<String> = all.iter().take(NAMED).map(|row| row.of.called()).collect();
    let names = names.join(tr(", ", "、"));
    let names = if count > NAMED {
        tr!(
            "{names} … all: kehu due --kind review --format ids",
            "{names}等，全部：kehu due --kind review --format ids"
        )
    } else {
        names
    };
    let mut line = first.clone();
    line.of.name = Some(tr!("{count} customers", "{count} 个客户"));
    line.of.country = None;
    line.of.path.clear();
    line.of.grade = None;
    line.summary = tr!("credit investigation, every month (第11条): {names}", "每月信用调查（第11条）：{names}");
    line
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

/// How late it is, or how soon.
pub(super) fn overdue(row: &DueRow) -> Shown {
    match row.days_overdue {
        0 => Shown { text: tr("today", "今天").to_owned(), style: Style::Warn },
        days if days > 0 => Shown { text: tr!("{days} d", "{days} 天"), style: Style::Bad },
        days => Shown { text: tr!("in {} d", "还有 {} 天", -days), style: Style::Faint },
    }
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
