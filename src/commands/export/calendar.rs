//! What is due as a calendar (RFC 5545): days without hours, each under a name for good, so that the calendar of a later
//! day takes the place of this one's instead of standing beside it.

use std::collections::HashMap;

use super::super::waiting::DueRow;
use crate::formats::content_line::{Lines, escaped};
use crate::model::id::new_id;
use crate::model::{Choose, Date};
use crate::tr;

/// The day from which versions are counted; a calendar of a later day has a higher one.
const FIRST: &str = "2020-01-01";

/// The calendar of a book on a day.
pub fn calendar(due: &[(DueRow, String)], book: &str, todo: bool, today: Date) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//kehu//kehu//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    let name = tr!("{book}: due", "{book} 到期事项");
    lines.text("X-WR-CALNAME", Some(&name));
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (row, record) in due {
        let uid = uid(row, record);
        let again = seen.entry(uid.clone()).or_default();
        *again += 1;
        let uid = if *again > 1 { format!("{uid}-{again}@kehu") } else { format!("{uid}@kehu") };
        entry(row, &uid, todo, today, &mut lines);
    }
    lines.plain("END", "VCALENDAR");
    lines.into_text()
}

/// From the customer, the kind, and the record where the kind alone does not tell.
fn uid(row: &DueRow, record: &str) -> String {
    let customer = row.of.id.as_deref().unwrap_or(&row.of.path);
    let customer = if customer.is_empty() { "book" } else { customer };
    let kind = row.kind.key().replace('_', "-");
    match record.is_empty() {
        true => format!("{}-{kind}", escaped(customer)),
        false => format!("{}-{kind}-{}", escaped(customer), new_id(customer, record)),
    }
}

fn entry(row: &DueRow, uid: &str, todo: bool, today: Date, lines: &mut Lines) {
    let component = if todo { "VTODO" } else { "VEVENT" };
    let stamp = format!("{}T000000Z", basic(today));
    let version = Date::parse(FIRST).map_or(0, |first| today.days_since(first)).max(0);
    let day = row.due.unwrap_or(today);
    lines.plain("BEGIN", component);
    lines.text("UID", Some(uid));
    lines.plain("DTSTAMP", &stamp);
    lines.plain("LAST-MODIFIED", &stamp);
    lines.plain("SEQUENCE", &version.to_string());
    if todo {
        lines.plain("DUE;VALUE=DATE", &basic(day));
        lines.plain("STATUS", "NEEDS-ACTION");
    } else {
        // what is late is to be seen today, not on a day that nobody looks at any more
        let day = day.max(today);
        lines.plain("DTSTART;VALUE=DATE", &basic(day));
        lines.plain("DTEND;VALUE=DATE", &basic(day.plus_days(1)));
        lines.plain("TRANSP", "TRANSPARENT");
    }
    // as everybody counts: 1 highest, 9 lowest
    lines.plain("PRIORITY", &row.urgency.to_string());
    lines.text("CATEGORIES", Some(row.kind.words().text()));
    let (customer, kind) = (row.of.called(), row.kind.words().text());
    lines.text("SUMMARY", Some(&tr!("{customer}: {kind}", "{customer}：{kind}")));
    lines.text("DESCRIPTION", Some(&description(row)));
    lines.plain("END", component);
}

fn description(row: &DueRow) -> String {
    let mut text = vec![row.summary.clone()];
    if let Some(due) = row.due {
        text.push(match row.days_overdue {
            days if days > 0 => {
                let late = crate::lang::counted(days, "day", "days");
                tr!("due {due}, {late} overdue", "到期日 {due}，逾期 {days} 天")
            }
            _ => tr!("due {due}", "到期日 {due}"),
        });
    }
    text.extend(row.of.owner.as_deref().map(|owner| tr!("owner: {owner}", "负责人：{owner}")));
    if !row.of.path.is_empty() {
        text.push(row.of.path.clone());
    }
    text.join("\n")
}

/// A day as calendars write it.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}
