//! `kehu` alone: today's page in one screen, or how to begin.

mod page;
mod room;

use super::due::{self, DueRow};
use crate::cli::Context;
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::StageKind;
use crate::model::name::shell_word;
use crate::rules::due::items;
use crate::rules::money::Basis;
use crate::rules::standing;
use crate::store::Book;
use crate::tr;
use crate::views::{Style, Text};

/// How many days ahead the page looks.
const AHEAD: i64 = 7;
/// From this urgency on a thing is not urgent any more.
const URGENT: u8 = 2;

/// What the page says of the book as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Health {
    /// Customers that trade with us.
    customers: usize,
    /// Those that may.
    prospects: usize,
    /// Customers without a grade in force.
    ungraded: usize,
    /// Cards that cannot be read.
    unreadable: usize,
    /// Cards whose money cannot be counted.
    uncounted: usize,
}

/// What waits, the most urgent first.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// Urgent, and due.
    urgent: Vec<DueRow>,
    /// Due otherwise.
    due: Vec<DueRow>,
    /// Due within a week.
    week: Vec<DueRow>,
}

/// Shows the page of the book, or how to begin where there is none.
///
/// # Errors
/// The book's settings cannot be read, or the output cannot be written.
pub fn run(context: &mut Context<'_>) -> Result<Exit> {
    if Book::locate(context.from()).is_none() {
        // a folder that is not there is a slip, not a beginning
        if !crate::store::exists(context.from()) {
            context.take_book()?;
        }
        context.shell.say(&welcome())?;
        return Ok(Exit::Done);
    }
    let book = context.take_book()?;
    let (waiting, health) = look(&book, context);
    let page = if health.customers + health.prospects + health.unreadable == 0 {
        page::title(&book, context.today).then(first_customer())
    } else {
        page::page(&book, &waiting, health, context.today, context.shell.width(), context.shell.height())
    };
    context.shell.say(&page)?;
    Ok(if health.unreadable + health.uncounted > 0 { Exit::Trouble } else { Exit::Done })
}

/// Everything in one look through the book.
fn look(book: &Book, context: &Context<'_>) -> (Waiting, Health) {
    let (day, basis) = (context.today, Basis::new(&book.settings, &book.policy));
    let horizon = day.plus_days(AHEAD);
    let scan = book.scan(|customer| {
        let (kind, card) = (customer.location.kind, &customer.card);
        let (mut items, problem) = items(card, kind, &basis, day);
        items.retain(|item| item.due.is_none_or(|due| due <= horizon));
        let graded = kind == StageKind::Prospect || standing::grade(card, day).is_some();
        Some((due::rows(customer, &items, day), kind, graded, problem.is_some()))
    });
    let mut health = Health { unreadable: scan.errors.len(), ..Health::default() };
    let mut waiting = Waiting::default();
    for (rows, kind, graded, uncounted) in scan.rows {
        match kind {
            StageKind::Customer => health.customers += 1,
            StageKind::Prospect => health.prospects += 1,
        }
        health.ungraded += usize::from(!graded);
        health.uncounted += usize::from(uncounted);
        for row in rows {
            let section = match (row.days_overdue < 0, row.urgency <= URGENT) {
                (true, _) => &mut waiting.week,
                (false, true) => &mut waiting.urgent,
                (false, false) => &mut waiting.due,
            };
            section.push(row);
        }
    }
    due::in_order(&mut waiting.urgent);
    due::in_order(&mut waiting.due);
    // the week goes by its days
    due::in_order(&mut waiting.week);
    waiting.week.sort_by_key(|row| row.due);
    waiting.due = due::gather(&waiting.due);
    waiting.week = due::gather(&waiting.week);
    (waiting, health)
}

/// A command and what it is for, in a column.
fn commands(lines: &[(&str, &str)]) -> Text {
    let widest = lines.iter().map(|(command, _)| crate::views::text::width(command)).max().unwrap_or(0);
    lines.iter().fold(Text::new(), |text, (command, about)| {
        let gap = " ".repeat(widest - crate::views::text::width(command) + 2);
        text.and(Style::Plain, "  ").and(Style::Hint, command).and(Style::Plain, format!("{gap}{about}")).line()
    })
}

/// Outside a book: what this is, and how to begin.
fn welcome() -> Text {
    let about = tr(
        "kehu keeps customers of foreign trade in plain folders and tells what is due each day.",
        "kehu 用普通文件夹管理外贸客户资料，每天告诉您该跟进什么。",
    );
    let none = tr("There is no book here yet. To begin:", "这里还没有账套。开始：");
    let demo = shell_word(tr("demo", "演示"));
    let demo = format!("kehu init {} --demo", demo.trim_matches('"'));
    let lines = [
        (demo.as_str(), tr("a small filled book, to look round", "建一个有数据的演示账套，先看看")),
        (tr("kehu init DIR", "kehu init 文件夹"), tr("an empty book of your own", "新建自己的空账套")),
        (
            tr("kehu init DIR --adopt", "kehu init 文件夹 --adopt"),
            tr("cards for the company folders you have", "为已有的客户文件夹建卡，原文件一个不动"),
        ),
        ("kehu --help", tr("all commands", "全部命令")),
    ];
    Text::plain(about).line().line().and(Style::Strong, none).line().then(commands(&lines))
}

/// In a book without anybody in it.
fn first_customer() -> Text {
    let none = tr("There is no customer yet. To begin:", "还没有客户。开始：");
    let lines = [
        ("kehu add", tr("the first one, asked step by step", "新增第一个客户，逐项提问")),
        (
            tr("kehu import customers FILE.csv", "kehu import customers 文件.csv"),
            tr("a list from Excel or an ERP, saved as CSV", "从 Excel 或 ERP 导出的 CSV 导入"),
        ),
        ("kehu init --adopt", tr("cards for company folders that lie here", "为这里已有的公司文件夹建卡")),
    ];
    Text::new().line().and(Style::Strong, none).line().then(commands(&lines))
}

/// How many more there are than are shown, and how to see them.
fn more(count: usize, command: &str) -> String {
    tr!(" ({count} more: {command})", "（另有 {count} 项：{command}）")
}
