//! `report daily`: the daily report, drafted from the day's entries (第11条 1(2)④: 日常报告).

mod credit;
mod entries;

use std::collections::BTreeMap;

use super::paper::Paper;
use crate::cli::{Context, format_of};
use crate::commands::acting::ours;
use crate::commands::append::Draft;
use crate::commands::waiting::{Amount, DueRow, gather, sort, waiting};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Followup;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::rules::money::Basis;
use crate::store::{Book, Customer};
use crate::tr;
use crate::views::Format;
use entries::{Entry, entries};

const FORMATS: &[Format] = &[Format::Text, Format::Md];

/// What may be said to `report daily`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Whose report; --as unless given, else everybody's", "谁的日报；默认 --as，都不给则列出全部人员"))]
    by: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("Which day; today unless given", "哪一天，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

/// What one person did on the day, and what waits for that person next.
#[derive(Default)]
struct Day {
    entries: Vec<Entry>,
    next: Vec<DueRow>,
    late: usize,
}

impl Args {
    /// Drafts the report.
    ///
    /// # Errors
    /// A day to come, somebody who is nobody of ours, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let mut draft = Draft::new(Followup::TYPE, context.today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        let day = draft.date("date").unwrap_or(context.today);
        let by = self.by.clone().or_else(|| context.person(&book)).map(|by| by.trim().to_owned());
        let by = by.filter(|by| !by.is_empty());
        if let Some(by) = &by {
            ours(by, &book, day)?;
        }
        let scan = book.scan(|customer| Some(seen(customer, by.as_deref(), &book, day)));
        let troubled = context.tell(&scan.errors);
        let mut people: BTreeMap<String, Day> = by.iter().map(|by| (by.clone(), Day::default())).collect();
        for (person, found) in scan.rows.into_iter().flatten() {
            let whole = people.entry(person).or_default();
            whole.entries.extend(found.entries);
            whole.next.extend(found.next);
            whole.late += found.late;
        }
        paper(people, by.as_deref(), &book, day).emit(self.format, context.shell)?;
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }
}

/// The day after which the next working day comes.
fn horizon(day: Date) -> Date {
    day.plus_working_days(1)
}

/// What stands on one card of the day, by person.
fn seen(customer: &Customer, by: Option<&str>, book: &Book, day: Date) -> Vec<(String, Day)> {
    let mut people: BTreeMap<String, Day> = BTreeMap::new();
    for entry in entries(customer, day).into_iter().filter(|entry| by.is_none_or(|by| by == entry.by)) {
        people.entry(entry.by.clone()).or_default().entries.push(entry);
    }
    let owner = customer.card.owner.as_deref().unwrap_or_default().trim();
    if by.is_none_or(|by| by == owner) {
        let basis = Basis::new(&book.settings, &book.policy);
        let horizon = horizon(day);
        let soon = |due: Option<Date>| due.is_none_or(|due| due <= horizon);
        let (rows, _) = waiting(customer, &basis, day, Amount::Within, |item| soon(item.due));
        let (mut next, late): (Vec<DueRow>, Vec<DueRow>) =
            rows.into_iter().partition(|row| row.due.is_some_and(|due| due > day));
        if !next.is_empty() || !late.is_empty() {
            // the short name, as in the entries
            next.iter_mut().for_each(|row| row.of.name = Some(customer.called().to_owned()));
            let own = people.entry(owner.to_owned()).or_default();
            own.late = late.len();
            own.next = next;
        }
    }
    people.into_iter().collect()
}

/// Who did anything comes by name; whoever has only things waiting is left out where everybody is asked about.
fn paper(people: BTreeMap<String, Day>, by: Option<&str>, book: &Book, day: Date) -> Paper {
    let title = match by {
        Some(by) => tr!("Daily report of {by}, {day}", "日报 {by} {day}"),
        None => tr!("Daily report, {day}", "日报 {day}"),
    };
    let paper = Paper::new(title).from(&book.settings.seller);
    let people: Vec<(String, Day)> =
        people.into_iter().filter(|(_, day)| by.is_some() || !day.entries.is_empty()).collect();
    if people.is_empty() {
        return paper.text(tr("Nothing was noted on this day.", "当天没有登记任何事项。"));
    }
    people.into_iter().fold(paper, |paper, (person, found)| {
        let name = Some(person.as_str()).filter(|name| !name.is_empty());
        // of one person the title says it
        let paper = if by.is_some() { paper } else { paper.section(name.unwrap_or(tr("nobody named", "未注明"))) };
        own(paper, name, found, by.is_some(), day)
    })
}

fn own(paper: Paper, name: Option<&str>, mut found: Day, alone: bool, day: Date) -> Paper {
    let heading = |paper: Paper, title: String| if alone { paper.section(title) } else { paper.text(title) };
    let count = found.entries.len();
    let paper = if found.entries.is_empty() {
        paper.text(tr("Nothing was noted on this day.", "当天没有登记任何事项。"))
    } else {
        let paper = heading(paper, tr!("Done ({count})", "当天事项（{count} 项）"));
        found.entries.into_iter().fold(paper, |paper, entry| paper.item(entry.text))
    };
    sort(&mut found.next);
    let paper = if found.next.is_empty() {
        paper
    } else {
        let until = horizon(day);
        let paper = heading(paper, tr!("Next, until {until}", "下一步（至 {until}）"));
        gather(&found.next).iter().fold(paper, |paper, row| {
            let (who, kind, what) = (row.of.called(), row.kind, &row.summary);
            paper.item(tr!("{who}: {kind}, {what}", "{who}：{kind}，{what}"))
        })
    };
    match found.late {
        0 => paper,
        late => {
            // what nobody is in charge of is found among all
            let owner = name.map(|name| format!(" --owner {}", shell_word(name))).unwrap_or_default();
            paper.note(tr!("Due already: {late} (kehu due{owner})", "已到期 {late} 项（kehu due{owner}）"))
        }
    }
}
