//! `list`: a table of customers.

use super::found::{Only, Who, only_for_ids};
use crate::cli::{Context, choice_of, format_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::choice::{CustomerType, Grade};
use crate::model::name::search_key;
use crate::row;
use crate::rules::contact;
use crate::store::Customer;
use crate::views::table::Shown;
use crate::views::{Column, Format, Report};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `list`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("WORD", "词"), help = tr("Only customers whose name, folder, code, tags or country hold every word", "只列名称、文件夹、编号、标签或国家含全部这些词的客户"))]
    words: Vec<String>,
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("GRADE", "等级"), value_parser = choice_of::<Grade>(), help = tr("Only this grade in force", "只看该核定等级"))]
    grade: Option<Grade>,
    #[arg(long, value_name = tr("TAG", "标签"), help = tr("Only customers with this tag", "只看有该标签的客户"))]
    tag: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

row! {
    /// One customer.
    pub struct ListRow("customer", "客户") of Who {
        r#type: Option<CustomerType> = "type" "客户类型";
        tags: Vec<String> = "tags" "标签";
        created: Option<Date> = "created" "建卡日期";
        last: Option<Date> = "last contact" "上次联系";
        next: Option<Date> = "next follow-up" "下次跟进";
    }
}

impl Args {
    /// Lists customers.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        self.only.check(&book)?;
        let day = context.today;
        let words: Vec<String> = self.words.iter().map(|word| search_key(word)).collect();
        let scan = book.scan(|customer| {
            let row = || row(customer, day);
            (self.only.covers(customer) && holds(customer, &words)).then(row).filter(|row| self.keeps(row))
        });
        let troubled = context.tell(&scan.errors);
        let columns = columns();
        let report = Report { rows: &scan.rows, columns: &columns, path: |row: &ListRow| &row.of.path };
        match self.format {
            // a table of nothing is nothing; for scripts it is []
            Format::Md if scan.rows.is_empty() => {}
            format => report.emit(format, self.null, context.shell)?,
        }
        if scan.rows.is_empty() {
            self.only.check_owner(&book)?;
            if self.format == Format::Table {
                context.done(tr("no such customer", "没有符合条件的客户"));
            }
        }
        Ok(match (troubled, scan.rows.is_empty()) {
            (true, _) => Exit::Trouble,
            (false, true) => Exit::No,
            (false, false) => Exit::Done,
        })
    }

    fn keeps(&self, row: &ListRow) -> bool {
        self.grade.is_none_or(|grade| row.of.grade == Some(grade))
            && self.tag.as_deref().is_none_or(|tag| row.tags.iter().any(|of| search_key(of) == search_key(tag)))
    }
}

fn holds(customer: &Customer, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let card = &customer.card;
    let names = [&card.name, &card.short_name, &card.code].into_iter().flatten().map(String::as_str);
    let country = customer.country().map(|country| [country.zh(), country.en()]);
    let hay: Vec<String> = names
        .chain([customer.location.path.as_str()])
        .chain(country.into_iter().flatten())
        .chain(card.tags.iter().map(String::as_str))
        .map(search_key)
        .collect();
    words.iter().all(|word| hay.iter().any(|text| text.contains(word.as_str())))
}

fn row(customer: &Customer, day: Date) -> ListRow {
    let card = &customer.card;
    let contacts = contact::contacts(card, day);
    let last = contact::last(&contacts);
    let next = card
        .followup
        .iter()
        .filter(|followup| followup.closed.is_none_or(|closed| closed > day))
        .filter_map(|followup| {
            Some((
                contact::Moment { date: followup.date.filter(|date| *date <= day)?, at: followup.at },
                followup.next?,
            ))
        })
        .filter(|(moment, _)| !contact::since(&contacts, *moment))
        .map(|(_, next)| next)
        .min();
    ListRow {
        of: Who::new(customer, day),
        r#type: card.r#type,
        tags: card.tags.clone(),
        created: card.created,
        last: last.map(|last| last.date),
        next,
    }
}

fn columns() -> Vec<Column<ListRow>> {
    let column =
        |title, spare, elastic, show: fn(&ListRow) -> Shown| Column { title, right: false, spare, elastic, show };
    vec![
        column(tr("customer", "客户"), 0, true, |row| row.of.called().into()),
        column(tr("code", "编号"), 5, false, |row| row.of.code.clone().unwrap_or_default().into()),
        column(tr("country", "国家"), 1, false, |row| row.of.country_shown()),
        column(tr("stage", "阶段"), 4, false, |row| row.of.stage_shown()),
        column(tr("grade", "等级"), 2, false, |row| row.of.grade_shown()),
        column(tr("owner", "负责人"), 3, false, |row| row.of.owner_shown()),
        column(tr("last contact", "上次联系"), 6, false, |row| shown(row.last)),
        column(tr("next", "下次跟进"), 7, false, |row| shown(row.next)),
    ]
}

fn shown(date: Option<Date>) -> Shown {
    date.map(|date| date.to_string()).unwrap_or_default().into()
}
