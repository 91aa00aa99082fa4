//! A customer's next step, as a row.

use super::words::{command, words};
use crate::commands::found::Who;
use crate::formats::toml::Document;
use crate::lang::tr;
use crate::lint::checks::lacking;
use crate::model::choice::{DealStep, StageKind, StepState};
use crate::model::{Choose, Date};
use crate::row;
use crate::rules::next::{Need, Next};
use crate::store::{Book, Customer};
use crate::views::table::Shown;
use crate::views::{Column, Style};

row! {
    /// A customer's next step.
    pub struct NextRow("next step", "下一步") of Who {
        step: Option<DealStep> = "next step" "下一步", about("Null while trading is stopped", "暂停或中止交易时为 null");
        since: Option<Date> = "since" "起算日", about("The day from which the step waits", "该步骤开始等待之日");
        paper: Option<String> = "order or quote" "订单或报价", about("The number of what decides", "据以判断的单号");
        needs: Vec<String> = "needs" "还需";
        command: String = "command" "命令";
    }
}

row! {
    /// One step of the process.
    pub struct StepRow("step", "步骤") {
        step: DealStep = "step" "步骤";
        state: StepState = "state" "状态";
        date: Option<Date> = "date" "日期", about("When it was done", "完成日期");
    }
}

row! {
    /// A customer's whole process.
    pub struct ProcessRow("process", "流程") of NextRow {
        steps: Vec<StepRow> = "steps" "步骤";
    }
}

impl ProcessRow {
    /// The steps beside the next one.
    pub fn new(of: NextRow, next: &Next) -> Self {
        let step =
            |stage: &crate::rules::next::Stage| StepRow { step: stage.step, state: stage.state, date: stage.date };
        Self { of, steps: next.steps.iter().map(step).collect() }
    }
}

/// The row of a customer.
pub fn row(customer: &Customer, next: &Next, book: &Book, day: Date) -> NextRow {
    let mut needs: Vec<String> = next.needs.iter().map(words).collect();
    if next.needs.contains(&Need::Promotion) {
        needs.extend(facts(customer, book));
    }
    NextRow {
        of: Who::new(customer, &book.settings, day),
        step: next.step,
        since: next.since,
        paper: next.paper.clone(),
        needs,
        command: command(next, &customer.location.path),
    }
}

/// What a prospect lacks to become a customer, as `promote` and `lint` would tell it.
fn facts(customer: &Customer, book: &Book) -> Vec<String> {
    let Ok(document) = Document::parse(&customer.text) else { return Vec::new() };
    let facts = lacking(&document, &customer.location, StageKind::Customer, &book.settings);
    facts.into_iter().map(|(what, _)| what).collect()
}

/// The columns of the table.
pub fn columns() -> Vec<Column<NextRow>> {
    let column =
        |title, spare, elastic, show: fn(&NextRow) -> Shown| Column { title, right: false, spare, elastic, show };
    vec![
        column(tr("next step", "下一步"), 0, false, |row| match row.step {
            Some(step) => step.words().text().into(),
            None => Shown { text: tr("stopped", "停止交易").to_owned(), style: Style::Bad },
        }),
        column(tr("customer", "客户"), 0, true, |row| row.of.called().into()),
        column(tr("stage", "阶段"), 3, false, |row| row.of.stage_shown()),
        column(tr("since", "起算日"), 2, false, |row| {
            row.since.map(|day| day.to_string()).unwrap_or_default().into()
        }),
        column(tr("order, quote", "单号"), 4, false, |row| row.paper.clone().unwrap_or_default().into()),
        column(tr("needs", "还需"), 0, true, |row| row.needs.join(tr("; ", "；")).into()),
        column(tr("owner", "负责人"), 1, false, |row| row.of.owner_shown()),
    ]
}
