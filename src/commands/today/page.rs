//! The page: what is urgent, what is due, what the week brings, and how the book stands.

use chrono::Datelike;

use super::room::share;
use super::{Health, Waiting, more};
use crate::commands::due::{DueRow, overdue};
use crate::lang::{Lang, counted, lang, tr};
use crate::model::Date;
use crate::model::choice::Choose;
use crate::store::Book;
use crate::tr;
use crate::views::table::{Head, Shown, groups};
use crate::views::text::cut;
use crate::views::{Style, Text};

/// The lines of a page that goes to no terminal.
const LINES: usize = 24;

/// The day, its weekday and the book.
pub fn title(book: &Book, day: Date) -> Text {
    let name = book.root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Text::new().and(Style::Strong, format!("{day} {}", weekday(day))).and(Style::Faint, format!("  {name}")).line()
}

/// The page, in so many columns and lines.
pub fn page(
    book: &Book,
    waiting: &Waiting,
    health: Health,
    day: Date,
    columns: Option<usize>,
    lines: Option<usize>,
) -> Text {
    let sections = [&waiting.urgent, &waiting.due, &waiting.week];
    let said = sections.iter().filter(|rows| !rows.is_empty()).count();
    // title and health, a head for each section, and a line for what is typed next
    let fixed = 3 + said + usize::from(waiting.urgent.is_empty() && waiting.due.is_empty());
    let room = lines.unwrap_or(LINES).saturating_sub(fixed);
    let given = share(room, sections.map(Vec::len));
    // blank lines between sections only where nothing has to go for them
    let airy = room > sections.iter().map(|rows| rows.len()).sum::<usize>() + said;
    let shown: Vec<Vec<Vec<Shown>>> = sections
        .iter()
        .zip(given)
        .enumerate()
        .map(|(at, (rows, given))| rows.iter().take(given).map(|row| cells(row, at == 2)).collect())
        .collect();
    let drawn = groups(&heads(), &shown, columns);
    let mut text = title(book, day);
    let gap = || if airy { Text::new().line() } else { Text::new() };
    if waiting.urgent.is_empty() && waiting.due.is_empty() {
        text = text.then(gap()).and(Style::Good, tr("Nothing is due today.", "今天没有到期事项。")).line();
    }
    for (at, ((rows, given), drawn)) in sections.into_iter().zip(given).zip(drawn).enumerate() {
        if !rows.is_empty() {
            text = text.then(gap()).then(head(at, rows.len(), given, columns)).then(drawn);
        }
    }
    text.then(gap()).then(health_line(health, columns))
}

/// The head of a section: what it is, how much, and how to see what has no room.
fn head(at: usize, count: usize, given: usize, columns: Option<usize>) -> Text {
    let (words, style, command) = match at {
        0 => (tr("Urgent", "紧急"), Style::Bad, "kehu due"),
        1 => (tr("Due", "到期"), Style::Warn, "kehu due"),
        _ => (tr("The next seven days", "未来七天"), Style::Hint, "kehu due --within 7d"),
    };
    let more = if count > given { more(count - given, command) } else { String::new() };
    let text = Text::new().and(style, format!("{words} {count}"));
    let room = columns.map_or(usize::MAX, |columns| columns.saturating_sub(crate::views::text::width(words) + 5));
    text.and(Style::Faint, cut(&more, room)).line()
}

fn heads() -> Vec<Head> {
    let head = |right, spare, elastic| Head { title: String::new(), right, spare, elastic };
    // when, what kind, who, whose, what
    vec![head(true, 0, false), head(false, 1, false), head(false, 0, true), head(false, 2, false), head(false, 0, true)]
}

fn cells(row: &DueRow, ahead: bool) -> Vec<Shown> {
    let when = match row.due.filter(|_| ahead) {
        Some(due) => Shown { text: format!("{} {}", due.format("%m-%d"), weekday(due)), style: Style::Faint },
        None => overdue(row),
    };
    let called = Shown { text: row.of.called(), style: Style::Strong };
    vec![when, row.kind.words().text().into(), called, row.of.owner_shown(), row.summary.clone().into()]
}

fn weekday(day: Date) -> &'static str {
    const DAYS: [(&str, &str); 7] = [
        ("Mon", "周一"),
        ("Tue", "周二"),
        ("Wed", "周三"),
        ("Thu", "周四"),
        ("Fri", "周五"),
        ("Sat", "周六"),
        ("Sun", "周日"),
    ];
    let at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    DAYS.get(at).map_or("", |(en, zh)| tr(en, zh))
}

/// How the book stands, in one line; what needs a hand comes with the command for it.
fn health_line(health: Health, columns: Option<usize>) -> Text {
    let said = |count: usize, one, many, zh: &str| match lang() {
        Lang::En => counted(count, one, many),
        Lang::Zh => format!("{zh} {count}"),
    };
    let mut parts = vec![
        (Style::Faint, said(health.customers, "customer", "customers", "国外客户")),
        (Style::Faint, said(health.prospects, "prospect", "prospects", "潜在客户")),
    ];
    if health.unreadable > 0 {
        let cards = said(health.unreadable, "card unreadable", "cards unreadable", "无法读取的卡片");
        parts.push((Style::Bad, tr!("{cards}: kehu lint", "{cards}：kehu lint")));
    }
    if health.uncounted > 0 {
        let cards = said(health.uncounted, "card cannot be counted", "cards cannot be counted", "金额无法计算的卡片");
        parts.push((Style::Bad, tr!("{cards}: kehu due", "{cards}：kehu due")));
    }
    if health.ungraded > 0 {
        let customers = said(health.ungraded, "without a grade", "without a grade", "未评级");
        parts.push((Style::Warn, tr!("{customers}: kehu grade", "{customers}：kehu grade")));
    }
    let mut left = columns.unwrap_or(usize::MAX);
    let mut text = Text::new();
    for (at, (style, part)) in parts.into_iter().enumerate() {
        let part = if at == 0 { part } else { format!(" · {part}") };
        let part = cut(&part, left).into_owned();
        left = left.saturating_sub(crate::views::text::width(&part));
        if !part.is_empty() && part != "…" {
            text = text.and(style, part);
        }
    }
    text.line()
}
