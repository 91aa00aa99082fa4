//! `alert` alone: the urgent reports of the book.

use crate::cli::{Context, format_of};
use crate::commands::found::{Who, only_for_ids};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::card::Alert;
use crate::model::choice::{AlertKind, AlertOutcome, AlertState, DirectiveEffect};
use crate::model::money::full;
use crate::model::{Date, Number, Settings, currency};
use crate::row;
use crate::rules::alert::{effect, state};
use crate::store::Customer;
use crate::views::table::Shown;
use crate::views::{Column, Format, Report, Style};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

row! {
    /// An urgent report (第11条 2, 第14条).
    pub struct AlertRow("urgent report", "紧急报告") of Who {
        alert: Option<String> = "id" "编号";
        date: Date = "date" "日期";
        by: Option<String> = "by" "报告人";
        kind: Option<AlertKind> = "kind" "类别";
        amount: Option<Number> = "amount" "金额";
        currency: Option<String> = "currency" "币种";
        order: Option<String> = "order" "订单号";
        summary: Option<String> = "summary" "情况";
        reported_to: Option<String> = "reported to" "报告对象", article("第11条 2(1)");
        state: AlertState = "state" "状态";
        effect: Option<DirectiveEffect> = "effect" "效果", about("On new orders; null once it is closed", "对新订单的效果；已结案为 null");
        directed: Option<Date> = "directed" "批示日期";
        directed_by: Option<String> = "directed by" "批示人";
        days_open: i64 = "days open" "未结天数", about("From the report to its end, else to the day", "自报告日起，至结案或报告日");
        closed: Option<Date> = "closed" "结案日期";
        outcome: Option<AlertOutcome> = "outcome" "结果";
    }
}

/// What may be said to `alert` itself.
#[derive(clap::Args)]
pub struct List {
    #[arg(long, help = tr("Closed ones too", "含已结案的"))]
    all: bool,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

impl List {
    /// Lists them: what waits for a directive first, the oldest first.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(&self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let day = context.today;
        let scan = book.scan(|customer| {
            let rows: Vec<AlertRow> =
                customer.card.alert.iter().filter_map(|alert| row(customer, alert, &book.settings, day)).collect();
            let kept = rows.into_iter().filter(|row| self.all || row.state != AlertState::Closed);
            Some(kept.collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
        });
        let mut rows: Vec<AlertRow> = scan.rows.into_iter().flatten().collect();
        rows.sort_by(|a, b| (a.state, a.date, &a.of.path).cmp(&(b.state, b.date, &b.of.path)));
        let troubled = context.tell(&scan.errors);
        match self.format {
            Format::Md if rows.is_empty() => {}
            Format::Table if rows.is_empty() => context.done(tr("no urgent report is open", "没有未结案的紧急报告")),
            format => Report { rows: &rows, columns: &columns(), path: |row| &row.of.path }.emit(
                format,
                self.null,
                context.shell,
            )?,
        }
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }
}

/// A report as a row; `None` where it was not made yet.
fn row(customer: &Customer, alert: &Alert, settings: &Settings, day: Date) -> Option<AlertRow> {
    let (state, date) = (state(alert, day)?, alert.date?);
    let directive = alert.directive.as_ref().filter(|said| said.date.is_some_and(|said| said <= day));
    let closed = alert.closed.filter(|closed| *closed <= day);
    Some(AlertRow {
        of: Who::new(customer, settings, day),
        alert: alert.id.clone(),
        date,
        by: alert.by.clone(),
        kind: alert.kind,
        amount: alert.amount,
        currency: alert.currency.as_deref().and_then(currency::find),
        order: alert.order.clone(),
        summary: alert.summary.clone(),
        reported_to: alert.reported_to.clone(),
        state,
        effect: effect(alert, day),
        directed: directive.and_then(|said| said.date),
        directed_by: directive.and_then(|said| said.by.clone()),
        days_open: closed.unwrap_or(day).days_since(date),
        closed,
        outcome: alert.outcome.filter(|_| closed.is_some()),
    })
}

fn columns() -> Vec<Column<AlertRow>> {
    let column =
        |title, right, spare, elastic, show: fn(&AlertRow) -> Shown| Column { title, right, spare, elastic, show };
    vec![
        column(tr("id", "编号"), false, 0, false, |row| row.alert.clone().unwrap_or_default().into()),
        column(tr("date", "日期"), false, 4, false, |row| row.date.to_string().into()),
        column(tr("customer", "客户"), false, 0, true, |row| row.of.called().into()),
        column(tr("kind", "类别"), false, 0, false, |row| {
            row.kind.map(|kind| kind.to_string()).unwrap_or_default().into()
        }),
        column(tr("amount", "金额"), true, 2, false, |row| {
            let code = row.currency.as_deref().unwrap_or_default();
            row.amount.map(|amount| full(code, *amount)).unwrap_or_default().into()
        }),
        column(tr("state", "状态"), false, 0, false, |row| Shown {
            text: row.state.to_string(),
            style: style(row.state),
        }),
        column(tr("new orders", "新订单"), false, 3, false, |row| {
            row.effect.map(|effect| effect.to_string()).unwrap_or_default().into()
        }),
        column(tr("days", "天数"), true, 5, false, |row| row.days_open.to_string().into()),
        column(tr("reported to", "报告对象"), false, 6, false, |row| {
            row.reported_to.clone().unwrap_or_default().into()
        }),
        column(tr("what", "情况"), false, 1, true, |row| {
            let summary = row.summary.as_deref().unwrap_or_default();
            summary.split_whitespace().collect::<Vec<_>>().join(" ").into()
        }),
    ]
}

fn style(state: AlertState) -> Style {
    match state {
        AlertState::Reported => Style::Bad,
        AlertState::Directed | AlertState::Acted => Style::Warn,
        AlertState::Closed => Style::Good,
    }
}
