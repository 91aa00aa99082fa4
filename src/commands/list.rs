//! `list`: a table of customers.

mod chosen;

use std::cmp::Ordering;

use super::counted::counted;
use super::found::{Only, Who, means, only_for_ids};
use crate::cli::{Context, choice_of, format_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::{CustomerType, Grade};
use crate::model::{Choose, Date};
use crate::query::{Facts, Field, Query, Vocabulary};
use crate::row;
use crate::rules::contact;
use crate::rules::money::Counted;
use crate::store::{Book, Customer};
use crate::views::table::Shown;
use crate::views::{Column, Format, Report, grid};
use chosen::Order;
pub use chosen::said;

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `list`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    only: Only,
    #[arg(long, value_name = tr("GRADE", "等级"), value_parser = choice_of::<Grade>(), help = tr("Only this grade in force", "只看该核定等级"))]
    grade: Option<Grade>,
    #[arg(long, value_name = tr("TAG", "标签"), help = tr("Only customers with this tag", "只看有该标签的客户"))]
    tag: Option<String>,
    #[arg(long, value_name = tr("FIELDS", "字段"), allow_hyphen_values = true, help = tr("Sort by these fields, as country,-sales; - puts the largest first", "按这些字段排序，如 country,-sales；前加 - 为从大到小"))]
    sort: Option<String>,
    #[arg(long, value_name = tr("FIELDS", "字段"), help = tr("Show these fields, as name,phone,sales", "显示这些字段，如 name,phone,sales"))]
    columns: Option<String>,
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
        let query = self.query(&book, context.today)?;
        let orders = self.sort.as_deref().map_or(Ok(Vec::new()), chosen::orders)?;
        let fields = self.columns.as_deref().map(chosen::fields).transpose()?;
        let end = match fields {
            None => self.listed(&query, &orders, &book, context, row, |rows, context| {
                let columns = columns();
                let report = Report { rows: &rows, columns: &columns, path: |row: &ListRow| &row.of.path };
                report.emit(self.format, self.null, context.shell)
            })?,
            Some(mut fields) => {
                if !fields.iter().any(|field| matches!(field.key.as_str(), "name" | "path")) {
                    fields.splice(0..0, Field::find("name"));
                }
                let columns = chosen::columns(&fields);
                let line = |customer: &Customer, facts: &Facts<'_>, _| chosen::line(&fields, customer, facts);
                self.listed(&query, &orders, &book, context, line, |lines, context| {
                    grid::emit(&columns, &lines, self.format, self.null, context.shell)
                })?
            }
        };
        Ok(match end {
            (true, _) => Exit::Trouble,
            (false, true) => Exit::No,
            (false, false) => Exit::Done,
        })
    }

    fn query(&self, book: &Book, today: Date) -> Result<Query> {
        let vocabulary = Vocabulary { stages: &book.stages, today };
        let mut query = self.only.asks(book, today)?;
        if let Some(grade) = self.grade {
            query.also("grade", grade.key(), &vocabulary)?;
        }
        if let Some(tag) = &self.tag {
            query.also("tag", tag, &vocabulary)?;
        }
        Ok(query)
    }

    /// Makes a row of each customer that is meant, sorts them and shows them. Whether there was trouble, and whether
    /// there was nobody.
    fn listed<T: Send>(
        &self,
        query: &Query,
        orders: &[Order],
        book: &Book,
        context: &mut Context<'_>,
        make: impl Fn(&Customer, &Facts<'_>, Date) -> Counted<T> + Sync,
        emit: impl FnOnce(Vec<T>, &mut Context<'_>) -> Result<()>,
    ) -> Result<(bool, bool)> {
        let day = context.today;
        let basis = context.basis(book);
        let found = counted(book, &basis, context, |customer| {
            if !means(query, customer, &basis, day)? {
                return Ok(None);
            }
            let facts = Facts::new(&customer.location, &customer.card, &basis, day);
            let ranks: Counted<Vec<_>> = orders.iter().map(|order| order.rank(customer, &facts)).collect();
            Ok(Some((ranks?, make(customer, &facts, day)?)))
        });
        let Some((mut rows, troubles)) = found else { return Ok((true, false)) };
        // a stable sort: those that are equal stay in the order of the book
        rows.sort_by(|(a, _), (b, _)| {
            let by_each =
                orders.iter().zip(a.iter().zip(b)).map(|(order, (a, b))| order.compare(a.as_ref(), b.as_ref()));
            by_each.fold(Ordering::Equal, Ordering::then)
        });
        let rows: Vec<T> = rows.into_iter().map(|(_, row)| row).collect();
        let empty = rows.is_empty();
        // a table of nothing is nothing; for scripts it is []
        if !(empty && self.format == Format::Md) {
            emit(rows, context)?;
        }
        if empty {
            self.only.check_owner(book)?;
            if self.format == Format::Table {
                context.done(tr("no such customer", "没有符合条件的客户"));
            }
        }
        Ok((troubles > 0, empty))
    }
}

fn row(customer: &Customer, facts: &Facts<'_>, day: Date) -> Counted<ListRow> {
    let card = &customer.card;
    let last = contact::last(&contact::contacts(card, day));
    Ok(ListRow {
        of: Who::new(customer, facts.settings(), day),
        r#type: card.r#type,
        tags: card.tags.clone(),
        created: card.created,
        last: last.map(|last| last.date),
        next: contact::next(card, day),
    })
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
