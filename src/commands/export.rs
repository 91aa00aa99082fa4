//! `export`: the way out, for spreadsheets, address books, calendars, and programs that count.

mod calendar;
mod cards;
mod gather;
mod layout;
mod out;
mod partition;
mod sink;
mod value;
mod what;

use std::path::PathBuf;

use super::found::Only;
use crate::cli::{Context, choice_of, parse_days};
use crate::error::{Error, Exit, Result};
use crate::lang::{counted, tr};
use crate::model::Choose;
use crate::model::schema::rows;
use crate::tr;
use gather::{Gather, Wanted};
use layout::{Layout, Reader};
use out::Out;
use partition::Partition;
use sink::Sink;
pub use what::What;
use what::{By, Kind};

/// What may be said to `export`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "xlsx holds customers, orders, payments, receivables and what is due, a sheet each; columns without any value are hidden.\nA workbook or CSV file of customers, orders or payments may be edited and imported again: kehu import … changes what was edited, and nothing else.\ncsv, json and jsonl hold one of them, customers unless --what says another; vcf holds the contacts, ics what is due.\n--partition writes a folder of jsonl files that DuckDB and Spark read as one table.",
    "xlsx 含客户、订单、收款、应收、到期事项各一张工作表；没有任何内容的列会隐藏。\n客户、订单、收款的 xlsx 或 csv 修改后可再导入：kehu import … 只更新改过的内容。\ncsv、json、jsonl 每次导出一种，默认客户，用 --what 指定；vcf 为联系人名片，ics 为到期事项。\n--partition 按文件夹分区写成 jsonl，DuckDB、Spark 可当作一张表读取。"
))]
pub struct Args {
    #[arg(value_name = tr("FORMAT", "格式"), value_parser = choice_of::<Kind>(), help = tr("What to write", "导出格式"))]
    format: Kind,
    #[command(flatten)]
    only: Only,
    #[arg(short, long, value_name = tr("PATH", "路径"), help = tr("The file to write, with --partition the folder", "写入的文件；用 --partition 时为文件夹"))]
    output: Option<PathBuf>,
    #[arg(long, value_name = tr("WHAT", "内容"), value_delimiter = ',', value_parser = choice_of::<What>(), help = tr("What to export, between commas", "导出内容，逗号分隔"))]
    what: Vec<What>,
    #[arg(long, value_name = tr("FIELDS", "字段"), value_delimiter = ',', value_parser = choice_of::<By>(), help = tr("A folder for each value of these fields, between commas", "按这些字段分文件夹，逗号分隔"))]
    partition: Vec<By>,
    #[arg(long, value_name = tr("DAYS", "天数"), value_parser = parse_days, help = tr("What is due within so many days: 30d for ics, else 0", "今后若干天内到期的事项：ics 默认 30d，其余默认 0"))]
    within: Option<i64>,
    #[arg(long, help = tr("With csv: begin with a byte order mark, for old Excel", "配合 csv：开头写 BOM，供旧版 Excel 识别"))]
    bom: bool,
    #[arg(long, help = tr("With ics: tasks instead of events", "配合 ics：写成待办而不是日程"))]
    todo: bool,
    #[arg(long, help = tr("Replace an earlier export of that name", "替换同名的旧导出文件"))]
    force: bool,
    #[arg(long, help = tr("Only say how much would be written", "只说明将写入多少，不写入"))]
    dry_run: bool,
}

impl Args {
    /// Writes it.
    ///
    /// # Errors
    /// What was asked does not go together, something is there already, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let whats = self.whats()?;
        self.check(context)?;
        let book = context.take_book()?;
        let asked = self.only.asked(&book, context.today)?;
        let basis = context.basis(&book);
        let reader = if matches!(self.format, Kind::Json | Kind::Jsonl) { Reader::Program } else { Reader::Person };
        let layouts: Vec<Layout> = whats.iter().map(|what| Layout::new(*what, reader, book.currency())).collect();
        let days = self.within.unwrap_or(if self.format == Kind::Ics { 30 } else { 0 });
        let horizon = context.today.plus_days(days);
        let wanted = Wanted {
            due: self.format == Kind::Ics || whats.contains(&What::Due),
            contacts: self.format == Kind::Vcf,
            about_book: !self.only.asks_about_customers(),
            horizon,
        };
        let gather =
            Gather { book: &book, asked: &asked, basis: &basis, day: context.today, layouts: &layouts, wanted };
        let progress = context.shell.progress();
        let today = context.today;
        let mut sink = match self.format {
            _ if !self.partition.is_empty() => Sink::Folder(self.folder()?),
            Kind::Xlsx => Sink::excel(self.out(context)?, today, &layouts)?,
            Kind::Csv => Sink::csv(self.out(context)?, self.bom, &layouts)?,
            Kind::Json => Sink::json(self.out(context)?),
            Kind::Jsonl => Sink::jsonl(self.out(context)?),
            Kind::Vcf => Sink::plain(self.out(context)?),
            Kind::Ics => Sink::plain(self.out(context)?),
        };
        let told = gather.all(&mut sink, &progress)?;
        if self.format == Kind::Ics {
            sink.text(&calendar::calendar(&told.due, &book.called(), self.todo, today))?;
        }
        let counts = sink.end(self.dry_run)?;
        drop(progress);
        let troubled = context.tell(&told.errors);
        if let Some(output) = &self.output {
            let output = output.display();
            let counts = match self.format {
                Kind::Ics => entries(told.due.len(), self.todo),
                Kind::Vcf => contacts(told.contacts),
                _ => rows_of(&layouts, &counts),
            };
            context.done(match self.dry_run {
                true => tr!("would write {output}: {counts}", "将写入 {output}：{counts}"),
                false => tr!("written: {output}: {counts}", "已写入 {output}：{counts}"),
            });
        }
        if told.customers == 0 {
            context.done(tr("no such customer", "没有符合条件的客户"));
        }
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }

    /// What is to be exported.
    fn whats(&self) -> Result<Vec<What>> {
        let mut whats = self.what.clone();
        whats.sort();
        whats.dedup();
        if matches!(self.format, Kind::Vcf | Kind::Ics) {
            return if whats.is_empty() {
                Ok(whats)
            } else {
                Err(self.alone("--what", &[Kind::Xlsx, Kind::Csv, Kind::Json, Kind::Jsonl]))
            };
        }
        let many = self.format == Kind::Xlsx || !self.partition.is_empty();
        if !self.partition.is_empty()
            && let Some(what) = whats.iter().find(|what| what.subject().is_none())
        {
            return Err(Error::new(tr!("--partition does not go with {what}", "--partition 不能与{what}同用"))
                .next(tr("say --what customers,orders,payments", "请写 --what customers,orders,payments")));
        }
        match (whats.len(), many) {
            (0, true) => {
                let all = What::ALL.iter().copied();
                Ok(all.filter(|what| self.partition.is_empty() || what.subject().is_some()).collect())
            }
            (0, false) => Ok(vec![What::Customers]),
            (2.., false) => {
                Err(Error::new(tr!("{} holds one kind of rows", "{} 每次只能导出一种内容", self.format.key()))
                    .next(tr("name one with --what, or export xlsx", "请用 --what 只指定一种，或导出 xlsx")))
            }
            _ => Ok(whats),
        }
    }

    /// Whether what was said goes together.
    fn check(&self, context: &Context<'_>) -> Result<()> {
        if self.bom && self.format != Kind::Csv {
            return Err(self.alone("--bom", &[Kind::Csv]));
        }
        if self.todo && self.format != Kind::Ics {
            return Err(self.alone("--todo", &[Kind::Ics]));
        }
        if !self.partition.is_empty() && self.format != Kind::Jsonl {
            return Err(self.alone("--partition", &[Kind::Jsonl]));
        }
        let nowhere = self.output.is_none();
        if nowhere && (!self.partition.is_empty() || (self.format == Kind::Xlsx && context.shell.width().is_some())) {
            return Err(Error::new(tr("where to? -o is missing", "缺少 -o，不知写到哪里")).next(tr(
                "name a file, as -o customers.xlsx; for --partition a new folder",
                "请写文件名，如 -o 客户.xlsx；用 --partition 时写一个新文件夹",
            )));
        }
        Ok(())
    }

    fn alone(&self, flag: &str, with: &[Kind]) -> Error {
        let formats: Vec<&str> = with.iter().map(|kind| kind.key()).collect();
        let formats = formats.join(tr(", ", "、"));
        Error::new(tr!("{flag} does not go with {}", "{flag} 不能与 {} 同用", self.format.key()))
            .next(tr!("it goes with {formats}", "它只能与 {formats} 同用"))
    }

    fn out<'c>(&self, context: &'c mut Context<'_>) -> Result<Out<'c>> {
        Out::new(self.output.as_deref(), self.format.key(), self.force, context.shell)
    }

    fn folder(&self) -> Result<Partition> {
        Partition::begin(self.output.as_deref().unwrap_or_else(|| std::path::Path::new("")), &self.partition)
    }
}

/// The JSON Schema of the rows that programs get.
pub fn schema(what: What) -> serde_json::Value {
    let layout = Layout::new(what, Reader::Program, "");
    rows(what.words(), layout.columns.iter().map(|column| (column.key.as_str(), column.field)))
}

/// How many rows of each kind were written, in words.
fn rows_of(layouts: &[Layout], counts: &[usize]) -> String {
    let counts = layouts.iter().zip(counts).map(|(layout, count)| format!("{} {count}", layout.what));
    counts.collect::<Vec<_>>().join(tr(", ", "、"))
}

fn contacts(count: usize) -> String {
    let en = counted(count, "contact", "contacts");
    tr!("{en}", "{count} 张名片")
}

fn entries(count: usize, todo: bool) -> String {
    let en = if todo { counted(count, "task", "tasks") } else { counted(count, "event", "events") };
    let kind = if todo { "待办" } else { "日程" };
    tr!("{en}", "{count} 项{kind}")
}
