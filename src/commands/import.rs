//! `import`: customers, orders and payments from a table: CSV, Excel; customers from business cards too.

mod ahead;
mod append;
mod change;
mod columns;
mod compare;
mod customers;
mod fair;
mod form;
mod held;
mod index;
mod map;
mod orders;
mod outcome;
mod own;
mod payments;
mod people;
mod places;
mod sheet;
mod source;
pub mod subject;
pub mod values;
mod words;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::add::place::{self, find_country};
use crate::cli::{Context, choice_of};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::fresh::Known;
use crate::lang::{Lang, lang, or, tr};
use crate::model::Choose;
use crate::model::choice::StageKind;
use crate::store::{Book, LARGEST, decode, exists, read_at_most};
use crate::tr;
use crate::views::Progress;
use columns::Names;
use fair::Fair;
use held::Duplicates;
use map::Map;
use outcome::Outcome;
use sheet::Sheet;
use source::Source;
use subject::{COUNTRY, Subject, What};

/// An import under way.
struct Work<'a> {
    sheet: &'a Sheet<'a>,
    book: &'a Book,
    /// Nothing is written.
    dry_run: bool,
    /// Records that are there get what the file says differently.
    update: bool,
    duplicates: Duplicates,
    /// What was decided of single rows.
    decided: HashMap<usize, Duplicates>,
    /// What new cards get beside what the file says.
    fair: &'a [Known],
    progress: Progress,
}

impl Work<'_> {
    /// What becomes of a row that is probably a customer who is there.
    fn decision(&self, row: usize) -> Duplicates {
        self.decided.get(&row).copied().unwrap_or(self.duplicates)
    }

    fn outcome(&self, stage: &(String, StageKind)) -> Result<Outcome> {
        match self.sheet.subject {
            Subject::Customers => customers::import(self, stage),
            Subject::Orders => orders::import(self),
            Subject::Payments => payments::import(self),
        }
    }
}

/// What may be said to `import`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "Columns are known by their usual names in English and Chinese; what is not known is named and left out.\nWhat is in the book stays as it is: the same file imported again changes nothing.\nA map says what other columns and values mean, and how days and numbers are written:\n  [columns] \"Cust No\" = \"code\"\n  [values.status] \"Closed\" = \"delivered\"\n  date_order = \"mdy\" or \"dmy\", thousands = \",\", at its top\nA file that `kehu export` wrote changes what was edited in it, cell by cell, without --update.\nCells of Excel that are merged downward count for each row in what says whose a row is, for the first row in sums.\nUTF-8, GBK and UTF-16; up to 64 MiB, 256 columns, 8,000,000 cells of 32,767 characters; 1,048,576 rows of CSV, 250,000 of Excel.",
    "列名按中英文常用叫法识别；不认识的列会指出并略过。\n账套中已有的内容不改：同一文件再次导入不会有任何变化。\n映射文件说明其他列名、取值的含义，以及日期和数字的写法：\n  列名：[columns] \"Cust No\" = \"code\"\n  取值：[values.status] \"Closed\" = \"delivered\"\n  日期：date_order = \"mdy\"（月/日/年）或 \"dmy\"，写在最前面\n  数字：thousands = \",\"，同样写在最前面\nkehu export 导出的文件改后导入，只改动过的单元格会写回卡片，不需要 --update。\nExcel 中纵向合并的单元格：客户、订单号等各行都算，金额、数量只算第一行。\n支持 UTF-8、GBK、UTF-16；上限 64 MiB、256 列、8,000,000 个单元格、每格 32,767 字符；CSV 1,048,576 行，Excel 250,000 行。"
))]
pub struct Args {
    #[arg(value_name = tr("SUBJECT", "内容"), value_parser = choice_of::<What>(), help = tr("What the rows are, or form for a form filled in", "文件中每行是什么；form 为填好的表格"))]
    subject: What,
    #[arg(value_name = tr("FILE", "文件"), help = tr("The file: .xlsx, .csv, .vcf", "文件：.xlsx、.csv、.vcf"))]
    file: PathBuf,
    #[arg(long, value_name = tr("SHEET", "工作表"), help = tr("The sheet of a workbook, by name or number; else the one whose header fits best", "Excel 工作表的名称或序号；默认选表头最匹配的一个"))]
    sheet: Option<String>,
    #[arg(long, value_name = tr("STAGE", "阶段"), help = tr("Where new customers go: prospect (default), customer, or a stage folder", "新客户放入：prospect（默认）、customer 或阶段文件夹名"))]
    stage: Option<String>,
    #[arg(long, value_name = tr("FILE", "文件"), help = tr("What columns and values mean, in TOML", "列名和取值的映射文件（TOML）"))]
    map: Option<PathBuf>,
    #[arg(long, value_name = tr("FILE", "文件"), help = tr("Write the rejected rows there, each with its reason", "把被拒的行连同原因写入该文件"))]
    rejects: Option<PathBuf>,
    #[arg(long, help = tr("Change what is there to what the file says; what is empty changes nothing", "用文件内容更新已有资料；空的不改"))]
    update: bool,
    #[arg(long, value_name = tr("WHAT", "处理"), value_parser = choice_of::<Duplicates>(), help = tr("What becomes of customers who are probably there already (default: hold)", "可能重复的客户如何处理（默认 hold 待定）"))]
    duplicates: Option<Duplicates>,
    #[arg(long, value_name = tr("COUNTRY", "国家"), help = tr("The country of customers of whom the file names none", "文件未写国家的客户所在国家"))]
    country: Option<String>,
    #[command(flatten)]
    fair: Fair,
    #[arg(long, value_name = tr("NAME", "客户"), help = tr("form: whose form it is, where it does not tell", "form：表格属于哪个客户，表中没有写明时给出"))]
    customer: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), num_args = 0..=1, default_missing_value = "today", help = tr("form: both copies of the trading card were exchanged, today unless a day is given", "form：客户交易卡一式两份已交换，不写日期即今天"))]
    exchanged: Option<String>,
    #[arg(long, help = tr("Show what would be added and changed, write nothing", "只列出将新增和修改的内容，不写入"))]
    dry_run: bool,
}

impl Args {
    /// Adds what the file holds and the book does not.
    ///
    /// # Errors
    /// The file or the map cannot be read, or a card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        self.fitting()?;
        let Some(subject) = self.subject.rows() else { return self.form(&book, context) };
        let stage = place::stage(&book, self.stage.as_deref())?;
        if let Some(path) = self.rejects.as_deref().filter(|path| exists(path)) {
            return Err(Error::refused(tr(
                "this file exists already; nothing was imported",
                "该文件已存在；没有导入任何内容",
            ))
            .at(Place::file(path.display().to_string()))
            .next(tr("name another file after --rejects", "请在 --rejects 后换一个文件名")));
        }
        let source = Source::read(&self.file)?;
        let map = match &self.map {
            Some(path) => Map::read(&map_text(path)?, &path.display().to_string(), subject, context.today)?,
            None => Map::default(),
        };
        let map = match &self.country {
            Some(country) => map.or(subject.target(COUNTRY)?, find_country(country)?.alpha2()),
            None => map,
        };
        let names = Names::of(subject);
        let known = |name: &str| names.know(name) || map.knows(name);
        let workbook = source.workbook(self.sheet.as_deref())?;
        let found = {
            let reading = context.shell.progress();
            source.table(workbook.as_ref(), self.sheet.as_deref(), subject, &known, &|| reading.step(1))?
        };
        let sheet = Sheet::new(subject, found, map, &names, context.today);
        // told before anything else: should the file lack a column, they say which ones it has
        sheet.remarks.iter().for_each(|remark| context.done(remark));
        let fair = self.fair.known(&book, context)?;
        let mut work = Work {
            sheet: &sheet,
            book: &book,
            dry_run: self.dry_run,
            update: self.update,
            duplicates: self.duplicates.unwrap_or(Duplicates::Hold),
            decided: HashMap::new(),
            fair: &fair,
            progress: Progress::new(false),
        };
        let asks = self.duplicates.is_none() && subject == Subject::Customers;
        ahead::look(&mut work, &stage, asks, context)?;
        work.progress = context.shell.progress();
        let outcome = {
            let _lock = context.lock(&book, self.dry_run)?;
            work.outcome(&stage)?
        };
        drop(work);
        outcome.tell(&sheet, self.rejects.as_deref(), self.dry_run, context)
    }

    /// Refuses options that do not go with what the file is.
    fn fitting(&self) -> Result<()> {
        const CUSTOMERS: &[What] = &[What::Customers];
        const LISTS: &[What] = &[What::Customers, What::Orders, What::Payments];
        let given = [
            ("--stage", self.stage.is_some(), CUSTOMERS),
            ("--country", self.country.is_some(), CUSTOMERS),
            ("--duplicates", self.duplicates.is_some(), CUSTOMERS),
            ("--source", self.fair.has_source(), CUSTOMERS),
            ("--log", self.fair.has_log(), CUSTOMERS),
            ("--sheet", self.sheet.is_some(), LISTS),
            ("--map", self.map.is_some(), LISTS),
            ("--rejects", self.rejects.is_some(), LISTS),
            ("--customer", self.customer.is_some(), &[What::Form]),
            ("--exchanged", self.exchanged.is_some(), &[What::Form]),
        ];
        let misplaced = given.into_iter().find(|(_, given, with)| *given && !with.contains(&self.subject));
        let Some((flag, _, with)) = misplaced else { return Ok(()) };
        let called = |what: &What| match lang() {
            Lang::En => what.key().to_owned(),
            Lang::Zh => format!("{}（{what}）", what.key()),
        };
        let with = with.iter().map(called).collect::<Vec<_>>().join(or());
        Err(Error::new(tr!("{flag} goes with {with} alone", "{flag} 只能与 {with}同用"))
            .next(tr!("leave {flag} out", "请去掉 {flag}")))
    }

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
