//! `import`: customers, orders and payments from a CSV file.

mod append;
mod columns;
mod compare;
mod customers;
mod form;
mod index;
mod map;
mod orders;
mod outcome;
mod payments;
mod sheet;
mod subject;
mod values;
mod words;

use std::path::{Path, PathBuf};

use super::add::place;
use crate::cli::{Context, choice_of};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::csv;
use crate::formats::encoding::Encoding;
use crate::lang::tr;
use crate::store::{Book, LARGEST, decode, exists, read_at_most};
use crate::tr;
use crate::views::Progress;
use columns::Names;
use map::Map;
use sheet::Sheet;
use subject::Subject;

/// An import under way.
struct Work<'a> {
    sheet: &'a Sheet<'a>,
    book: &'a Book,
    /// Nothing is written.
    dry_run: bool,
    progress: Progress,
}

/// What may be said to `import`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "Columns are known by their usual names in English and Chinese; what is not known is named and left out.\nWhat is in the book stays as it is: the same file imported again changes nothing.\nA map says what other columns and values mean, and how days and numbers are written:\n  [columns] \"Cust No\" = \"code\"\n  [values.status] \"Closed\" = \"delivered\"\n  date_order = \"mdy\" or \"dmy\", thousands = \",\", at its top\nUTF-8, GBK and UTF-16; up to 64 MiB, 1,048,576 rows, 256 columns, 8,000,000 cells of 32,767 characters.",
    "列名按中英文常用叫法识别；不认识的列会指出并略过。\n账套中已有的内容不改：同一文件再次导入不会有任何变化。\n映射文件说明其他列名、取值的含义，以及日期和数字的写法：\n  列名：[columns] \"Cust No\" = \"code\"\n  取值：[values.status] \"Closed\" = \"delivered\"\n  日期：date_order = \"mdy\"（月/日/年）或 \"dmy\"，写在最前面\n  数字：thousands = \",\"，同样写在最前面\n支持 UTF-8、GBK、UTF-16；上限 64 MiB、1,048,576 行、256 列、8,000,000 个单元格、每格 32,767 字符。"
))]
pub struct Args {
    #[arg(value_name = tr("SUBJECT", "内容"), value_parser = choice_of::<Subject>(), help = tr("What the rows are", "文件中每行是什么"))]
    subject: Subject,
    #[arg(value_name = tr("FILE", "文件"), help = tr("The CSV file", "CSV 文件"))]
    file: PathBuf,
    #[arg(long, value_name = tr("STAGE", "阶段"), help = tr("Where new customers go: prospect (default), customer, or a stage folder", "新客户放入：prospect（默认）、customer 或阶段文件夹名"))]
    stage: Option<String>,
    #[arg(long, value_name = tr("FILE", "文件"), help = tr("What columns and values mean, in TOML", "列名和取值的映射文件（TOML）"))]
    map: Option<PathBuf>,
    #[arg(long, value_name = tr("FILE", "文件"), help = tr("Write the rejected rows there, each with its reason", "把被拒的行连同原因写入该文件"))]
    rejects: Option<PathBuf>,
    #[arg(long, value_name = tr("NAME", "客户"), help = tr("form: whose form it is, where it does not tell", "form：表格属于哪个客户，表中没有写明时给出"))]
    customer: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), num_args = 0..=1, default_missing_value = "today", help = tr("form: both copies of the trading card were exchanged, today unless a day is given", "form：客户交易卡一式两份已交换，不写日期即今天"))]
    exchanged: Option<String>,
    #[arg(long, help = tr("form: replace what the card has already", "form：替换卡片已有的不同内容"))]
    update: bool,
    #[arg(long, help = tr("Show what would be added, write nothing", "只列出将新增的内容，不写入"))]
    dry_run: bool,
}

impl Args {
    /// Adds what the file holds and the book does not.
    ///
    /// # Errors
    /// The file or the map cannot be read, or a card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        if self.subject == Subject::Form {
            return self.form(&book, context);
        }
        if self.stage.is_some() && self.subject != Subject::Customers {
            return Err(Error::new(tr("--stage goes with customers alone", "--stage 只能与 customers（客户）同用"))
                .next(tr(
                    "leave it out: orders and payments go to the cards that are there",
                    "请去掉：订单和收款写入已有卡片",
                )));
        }
        let stage = place::stage(&book, self.stage.as_deref())?;
        if let Some(path) = self.rejects.as_deref().filter(|path| exists(path)) {
            return Err(Error::refused(tr(
                "this file exists already; nothing was imported",
                "该文件已存在；没有导入任何内容",
            ))
            .at(Place::file(path.display().to_string()))
            .next(tr("name another file after --rejects", "请在 --rejects 后换一个文件名")));
        }
        let file = self.file.display().to_string();
        let (text, encoding) = csv::decode(read_at_most(&self.file, csv::LARGEST)?, &file)?;
        let map = match &self.map {
            Some(path) => Map::read(&map_text(path)?, &path.display().to_string(), self.subject, context.today)?,
            None => Map::default(),
        };
        let names = Names::of(self.subject);
        let known = |name: &str| names.know(name) || map.knows(name);
        let table = csv::read(&text, &file, &known)?;
        let mut sheet = Sheet::new(self.subject, &file, table, map, &names, context.today);
        sheet.remarks.splice(0..0, encoding.map(read_as));
        // told before anything else: should the file lack a column, they say which ones it has
        sheet.remarks.iter().for_each(|remark| context.done(remark));
        let work = Work { sheet: &sheet, book: &book, dry_run: self.dry_run, progress: context.shell.progress() };
        let outcome = {
            let _lock = context.lock(&book, self.dry_run)?;
            match self.subject {
                Subject::Customers => customers::import(&work, &stage, context.today)?,
                Subject::Orders => orders::import(&work)?,
                // a form has gone its own way above
                Subject::Payments | Subject::Form => payments::import(&work)?,
            }
        };
        drop(work);
        outcome.tell(&sheet, self.rejects.as_deref(), self.dry_run, context)
    }
}

impl Args {
    fn form(&self, book: &Book, context: &mut Context<'_>) -> Result<Exit> {
        let wish = form::Wish {
            file: &self.file,
            customer: self.customer.as_deref(),
            exchanged: self.exchanged.as_deref(),
            update: self.update,
            dry_run: self.dry_run,
        };
        form::import(&wish, book, context)
    }
}

fn map_text(path: &Path) -> Result<String> {
    decode(read_at_most(path, LARGEST)?, &path.display().to_string())
}

fn read_as(encoding: Encoding) -> String {
    let name = match encoding {
        Encoding::Gbk => "GBK",
        Encoding::Utf16 => "UTF-16",
        Encoding::Western => "Windows-1252",
        Encoding::Damaged => "?",
    };
    tr!("the file is not UTF-8; read as {name}", "文件不是 UTF-8，按 {name} 读取")
}
