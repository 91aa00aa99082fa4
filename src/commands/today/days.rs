//! Days as the page names them.

use chrono::{Datelike, Weekday};

use crate::commands::waiting::DueRow;
use crate::lang::tr;
use crate::model::Date;
use crate::tr;
use crate::views::Style;
use crate::views::table::Shown;

/// The weekday: in English its name, in Chinese what follows 星期 or 周.
fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Mon => tr("Monday", "一"),
        Weekday::Tue => tr("Tuesday", "二"),
        Weekday::Wed => tr("Wednesday", "三"),
        Weekday::Thu => tr("Thursday", "四"),
        Weekday::Fri => tr("Friday", "五"),
        Weekday::Sat => tr("Saturday", "六"),
        Weekday::Sun => tr("Sunday", "日"),
    }
}

/// The day of the page: `2026-11-23 星期一`.
pub fn titled(day: Date) -> String {
    tr!("{} {day}", "{day} 星期{}", weekday(day))
}

/// A day of the week ahead: the weekday and the day of the month say which.
pub fn ahead(row: &DueRow) -> Shown {
    let text = match (row.days_overdue, row.due) {
        (-1, _) => tr("tomorrow", "明天").to_owned(),
        // of an English name three letters
        (_, Some(due)) => tr!("{:.3} {}", "{1}日周{0}", weekday(due), due.day()),
        (_, None) => String::new(),
    };
    Shown { text, style: Style::Faint }
}
