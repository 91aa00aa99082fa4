//! `kehu` alone: today's page. What is urgent, what is due, the week ahead, and how the book is, in one screen.

mod begin;
mod days;
mod health;
mod page;
mod room;

use super::waiting::{Amount, DueRow, gather, overdue, sort, waiting, waiting_at_book};
use crate::cli::Context;
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::lint::checks::lacks_required;
use crate::model::Date;
use crate::model::choice::DueKind;
use crate::rules::credit::granted;
use crate::rules::due::Item;
use crate::rules::money::Basis;
use crate::store::{Book, exists};
use crate::tr;
use crate::views::shell::Size;
use crate::views::{Style, Text};
use days::ahead;
use health::Health;
use page::{Section, page};

/// How many days the week ahead has.
const WEEK: i64 = 7;
/// The least urgent of what is called urgent: urgent reports and bills that were not honoured, then inquiries.
const URGENT: u8 = 2;
/// Off a terminal the page is that of the usual one: what is mailed or piped is what people see. `due` is for programs.
const USUAL: Size = Size { columns: 80, rows: 24 };
/// The page, the prompt below it, and the command itself scrolled away: that is one screen.
const PROMPT: usize = 1;

/// Shows today's page; how to begin, where there is no book or nothing in it.
///
/// # Errors
/// The book cannot be opened, or the output cannot be written.
pub fn run(context: &mut Context<'_>) -> Result<Exit> {
    let from = context.from().to_path_buf();
    if exists(&from) && Book::locate(&from).is_none() {
        return begin::outside(&from, context.shell).map(|()| Exit::Done);
    }
    let book = context.take_book()?;
    let day = context.today;
    let (rows, health) = look(&book, &context.basis(&book), day);
    let size = context.shell.size().unwrap_or(USUAL);
    let size = Size { rows: size.rows.saturating_sub(PROMPT), ..size };
    let first = heading(&book, day);
    if health.is_empty() {
        context.shell.say(&first.cut(size.columns).line())?;
        return begin::empty(context.shell).map(|()| Exit::Done);
    }
    let lines = page(first, &sections(rows, day, &health), health.line(size.columns), size);
    lines.into_iter().try_for_each(|line| context.shell.say(&line.line()))?;
    Ok(if health.is_troubled() { Exit::Trouble } else { Exit::Done })
}

/// Everything that the page tells, from one reading of the book.
fn look(book: &Book, basis: &Basis<'_>, day: Date) -> (Vec<DueRow>, Health) {
    let horizon = day.plus_days(WEEK);
    let soon = |item: &Item| item.due.is_none_or(|due| due <= horizon);
    let scan = book.scan_seen(
        |file, document, _| !lacks_required(document, file.location.kind, &book.settings),
        |customer, complete| {
            let (rows, problem) = waiting(customer, basis, day, Amount::Beside, soon);
            let graded = granted(&customer.card, &book.settings, day).standing.grade.is_some();
            (rows, customer.location.kind, graded, complete, problem.is_none())
        },
    );
    let mut health = Health { unreadable: scan.errors.len(), ..Health::default() };
    let mut all = Vec::new();
    for (rows, kind, graded, complete, counts) in scan.rows {
        health.count(kind, graded, complete, counts);
        all.extend(rows);
    }
    all.extend(waiting_at_book(book, health.ungraded < health.customers, day, soon));
    sort(&mut all);
    (all, health)
}

/// What the page tells, most urgent first.
fn sections(rows: Vec<DueRow>, day: Date, health: &Health) -> Vec<Section> {
    let (now, mut week): (Vec<DueRow>, Vec<DueRow>) =
        rows.into_iter().partition(|row| row.due.is_none_or(|due| due <= day));
    let (urgent, due): (Vec<DueRow>, Vec<DueRow>) = now.into_iter().partition(|row| row.urgency <= URGENT);
    // the sort is stable: within a day the most urgent stays first
    week.sort_by_key(|row| row.due);
    let (requests, due): (Vec<DueRow>, Vec<DueRow>) = due.into_iter().partition(|row| row.kind == DueKind::Request);
    let (due, week) = (gather(&due), gather(&week));
    let mut sections = Vec::new();
    if urgent.is_empty() && requests.is_empty() && due.is_empty() {
        sections.push(Section::sentence(nothing(health)));
    }
    for (title, rows, command) in [
        (tr("Urgent", "紧急"), urgent, "kehu due"),
        (tr("For approval", "待审批"), requests, "kehu request list"),
        (tr("Due", "到期"), due, "kehu due"),
    ] {
        if !rows.is_empty() {
            let heading = titled(title, &late_and_today(&rows));
            sections.push(Section { heading, rows, when: overdue, command });
        }
    }
    if !week.is_empty() {
        let heading = titled(tr("Next 7 days", "未来 7 天"), &tr!("{}", "{} 项", week.len()));
        sections.push(Section { heading, rows: week, when: ahead, command: "kehu due --within 7d" });
    }
    sections
}

/// The day, and which book it is.
fn heading(book: &Book, day: Date) -> Text {
    let name = book.root.file_name().map_or_else(|| book.root.to_string_lossy(), |name| name.to_string_lossy());
    Text::new().and(Style::Strong, days::titled(day)).and(Style::Plain, format!("  {name}"))
}

fn titled(title: &str, count: &str) -> Text {
    Text::new().and(Style::Strong, title).and(Style::Plain, "  ").and(Style::Faint, count)
}

/// `逾期 9 项，今天 2 项`: it says, too, what the numbers below it are.
fn late_and_today(rows: &[DueRow]) -> String {
    let late = rows.iter().filter(|row| row.days_overdue > 0).count();
    let today = rows.len() - late;
    let parts = [(late, tr!("{late} overdue", "逾期 {late} 项")), (today, tr!("{today} today", "今天 {today} 项"))];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    parts.join(tr(", ", "，"))
}

/// A day on which nothing is due. Where not every card could be told, nobody can be sure.
fn nothing(health: &Health) -> Text {
    if health.is_troubled() {
        let text = tr("Nothing is due on the cards that could be read.", "能读取的卡片中没有到期事项。");
        return Text::plain(text);
    }
    Text::new()
        .and(Style::Good, tr("Nothing is due today: time for new customers.", "今天没有到期事项，正好开发新客户。"))
}
