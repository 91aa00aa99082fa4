//! `report investigation`: what finance hands to the sales manager, in one form for all (第11条 1).

mod page;
mod rows;

use crate::cli::{Context, format_of};
use crate::commands::append::Draft;
use crate::commands::counted;
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::model::card::Investigation;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::rules::investigation::{completed, drafts};
use crate::rules::money::Basis;
use crate::store::{Customer, Location};
use crate::tr;
use crate::views::Format;
use crate::views::emit::json_row;
pub use rows::InvestigationRow;

const FORMATS: &[Format] = &[Format::Text, Format::Md, Format::Html, Format::Json];

/// How many days are named in an error.
const NAMED: usize = 8;

/// What may be said to `report investigation`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Which one, by the day it was begun or completed; the last completed one unless given", "哪一次：开始或完成日期，默认最近完成的一次"))]
    date: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

impl Args {
    /// Writes the report.
    ///
    /// # Errors
    /// Unknown customer, one that was never investigated, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let day = self.day(context.today)?;
        let customer = Customer::new(book.read(&location)?)?;
        let meant = meant(&customer.card, day, &location, context.today)?;
        let basis = Basis::new(&book.settings, &book.policy);
        let (dealings, problem) = match rows::dealings(&customer.card, &basis, context.today) {
            Ok(dealings) => (Some(dealings), None),
            Err(problem) => (None, Some(counted::error(&location, &problem, &book))),
        };
        let row = rows::row(&customer, meant, dealings, &basis, context.today);
        match self.format {
            Format::Json => json_row(context.shell, &row)?,
            format => page::paper(&row, &customer.card, meant, &book, context.today).emit(format, context.shell)?,
        }
        let troubled = context.tell(problem.as_slice());
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }

    fn day(&self, today: Date) -> Result<Option<Date>> {
        let mut draft = Draft::new(Investigation::TYPE, today);
        draft.typed("date", self.date.as_deref())?;
        Ok(draft.date("date"))
    }
}

/// The investigation that is meant: of a day, else the last completed one, else the draft that was begun last.
fn meant<'c>(card: &'c Card, day: Option<Date>, location: &Location, today: Date) -> Result<&'c Investigation> {
    let done = completed(card, today);
    let mut open: Vec<_> = drafts(card, today).collect();
    open.sort_by_key(|(_, draft)| std::cmp::Reverse((draft.date, draft.at)));
    let all: Vec<&Investigation> = done.into_iter().chain(open).map(|(_, one)| one).collect();
    let path = shell_word(&location.path);
    let Some(last) = all.first().copied() else {
        return Err(Error::refused(tr("the customer was never investigated", "该客户还没有调查记录"))
            .next(tr!("begin: kehu investigate {path}", "开始调查：kehu investigate {path}")));
    };
    let Some(day) = day else { return Ok(last) };
    let of_day = |one: &&&Investigation| one.date == Some(day) || one.completed == Some(day);
    all.iter().find(of_day).copied().ok_or_else(|| {
        let days: Vec<String> = all.iter().filter_map(|one| Some(one.date?.to_string())).take(NAMED).collect();
        let days = days.join(tr(", ", "、"));
        Error::refused(tr!("no investigation was begun or completed on {day}", "{day} 没有开始或完成的调查"))
            .next(tr!("they were begun on {days}", "开始日期有：{days}"))
    })
}
