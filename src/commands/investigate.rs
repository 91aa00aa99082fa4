//! `investigate`: a credit investigation, begun, taken up again, completed, reported (第10–11条).

mod asked;
mod form;
mod plan;
mod reported;
pub(super) mod told;
mod wanted;

use std::path::PathBuf;

use super::append::{DryRun, rewrite};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Investigation;
use crate::model::choice::{Channel, Condition, Grade};
use crate::store::{Book, Location};
pub use asked::keys;

/// What is written into an investigation: a form that is printed, or a report that is handed over, takes none of it.
const CONTENT: [&str; 24] = [
    "channels",
    "basic",
    "basic_source",
    "traits",
    "traits_source",
    "business",
    "business_source",
    "trade",
    "trade_source",
    "finance",
    "finance_source",
    "evidence",
    "conclusion",
    "grade",
    "limit",
    "term",
    "conditions",
    "by",
    "assessed_by",
    "completed",
    "draft",
    "update",
    "confirmed",
    "from",
];

/// What may be said to `investigate`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long = "channel", value_name = tr("CHANNEL", "途径"), value_delimiter = ',', value_parser = choice_of::<Channel>(), help = tr("By which channels, several between commas (第10条); internal for an update unless given", "调查途径，可多个，用逗号分隔（第10条）；例行更新默认内部调查"))]
    channels: Vec<Channel>,
    #[command(flatten)]
    findings: Findings,
    #[arg(long, value_name = tr("FILE", "文件名"), help = tr("A paper in the customer's folder that proves it; may be given again", "客户文件夹中的凭证，可多次给出"))]
    evidence: Vec<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("What finance concludes, apart from the facts", "财务的评估结论，与事实分开写"))]
    conclusion: Option<String>,
    #[arg(long, value_name = tr("GRADE", "等级"), value_parser = choice_of::<Grade>(), help = tr("The grade that is proposed", "建议等级"))]
    grade: Option<Grade>,
    #[arg(long, value_name = tr("AMOUNT", "额度"), help = tr("The limit that is proposed, as \"USD 48000\"", "建议额度，如 \"USD 48000\""))]
    limit: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("The term that is proposed, in days", "建议账期（天）"))]
    term: Option<String>,
    #[arg(long = "condition", value_name = tr("CONDITION", "条件"), value_delimiter = ',', value_parser = choice_of::<Condition>(), help = tr("A condition that the customer must meet, several between commas (第13条)", "附加条件，可多个，用逗号分隔（第13条）"))]
    conditions: Vec<Condition>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who collects; --as unless given", "调查人，默认 --as"))]
    by: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of finance concludes; --as where of finance", "评估人（财务），操作人是财务时默认本人"))]
    assessed_by: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was begun, today unless given; of several drafts, which one", "开始日期，默认今天；有多份草稿时指明哪一份"))]
    date: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), num_args = 0..=1, default_missing_value = "today", help = tr("It is completed, today unless a day is given; else it is kept as a draft", "调查完成，不写日期即今天；不给此项则存为草稿"))]
    completed: Option<String>,
    #[arg(long, help = tr("Keep what is there as a draft where something is missing; ask nothing", "内容不全时存为草稿，不询问"))]
    draft: bool,
    #[arg(long, help = tr("A periodic update: what changed or was confirmed, completed at once (第11条)", "例行更新：只写变化或核实的情况，当即完成（第11条）"))]
    update: bool,
    #[arg(long, value_name = tr("SOURCE", "来源"), requires = "update", conflicts_with_all = ["trade", "trade_source"], help = tr("With --update: nothing changed, by this source", "配合 --update：经核实无变化，写明依据"))]
    confirmed: Option<String>,
    #[arg(long, value_name = tr("FILE", "文件"), help = tr("Take it from a filled form; flags count before it", "由填好的调查表读入，命令行参数优先"))]
    from: Option<PathBuf>,
    #[arg(long, conflicts_with_all = CONTENT, help = tr("Print a form to fill in, with what the card knows", "输出空白调查表，附卡片已有的资料"))]
    form: bool,
    #[arg(long, value_name = tr("DATE", "日期"), num_args = 0..=1, default_missing_value = "today", conflicts_with = "form", conflicts_with_all = CONTENT, help = tr("The report of what is completed is with the sales manager, since today unless a day is given (第11条)", "已完成的调查，报告已交销售经理，不写日期即今天（第11条）"))]
    reported: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), requires = "reported", help = tr("With --reported: who has it; the sales manager unless given", "配合 --reported：交给谁，默认销售经理"))]
    to: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

/// The five sections (第10条 4).
#[derive(clap::Args)]
struct Findings {
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("Basic facts: owners, managers, form, since when; what could not be found out is said too, as unknown", "基础资料：股东、经营者、组织形式、开业时间等；没有查到的写“未取得”"))]
    basic: Option<String>,
    #[arg(long, value_name = tr("SOURCE", "来源"), help = tr("Where the basic facts come from", "基础资料来源"))]
    basic_source: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("Traits: size, policy, focus, sales capacity, territory, potential", "客户特征：规模、经营政策、方向特点、销售能力、服务区域、潜力"))]
    traits: Option<String>,
    #[arg(long, value_name = tr("SOURCE", "来源"), help = tr("Where the traits come from", "客户特征来源"))]
    traits_source: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("Business: sales, people, competitors, relation to us, attitude", "业务状况：业绩、人员素质、竞争者、与我方关系、合作态度"))]
    business: Option<String>,
    #[arg(long, value_name = tr("SOURCE", "来源"), help = tr("Where the business facts come from", "业务状况来源"))]
    business_source: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("Trade standing: image, reputation, credit, strengths, terms, problems", "交易现状：形象、声誉、信用、优劣势、交易条件、问题及对策"))]
    trade: Option<String>,
    #[arg(long, value_name = tr("SOURCE", "来源"), help = tr("Where the trade standing comes from", "交易现状来源"))]
    trade_source: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("Finance: assets, liabilities, equity, cash flow", "财务状况：资产、负债、所有者权益、现金流量"))]
    finance: Option<String>,
    #[arg(long, value_name = tr("SOURCE", "来源"), help = tr("Where the finance facts come from", "财务状况来源"))]
    finance_source: Option<String>,
}

impl Findings {
    /// By key of the record.
    fn by_key(&self) -> [(&'static str, Option<&str>); 10] {
        [
            ("basic", self.basic.as_deref()),
            ("basic_source", self.basic_source.as_deref()),
            ("traits", self.traits.as_deref()),
            ("traits_source", self.traits_source.as_deref()),
            ("business", self.business.as_deref()),
            ("business_source", self.business_source.as_deref()),
            ("trade", self.trade.as_deref()),
            ("trade_source", self.trade_source.as_deref()),
            ("finance", self.finance.as_deref()),
            ("finance_source", self.finance_source.as_deref()),
        ]
    }
}

impl Args {
    /// Writes the investigation, as a draft or completed.
    ///
    /// # Errors
    /// Unknown customer, values that do not fit, something that a completed one lacks, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        if self.form {
            let begun = wanted::day("date", self.date.as_deref(), context.today)?;
            return form::print(begun, &book, &location, context);
        }
        if let Some(day) = &self.reported {
            return reported::report(&self, day, &book, &location, context);
        }
        self.write(&book, &location, context)
    }

    fn write(&self, book: &Book, location: &Location, context: &mut Context<'_>) -> Result<Exit> {
        // flags and form first: a slip in them is told before anything is asked
        let mut wanted = self.wanted(book, location, context)?;
        let card = book.read(location)?.card()?;
        let taken = plan::open(&card, wanted.update, wanted.date, context.today)?;
        let open = taken.and_then(|place| card.investigation.get(place));
        // a second update is refused before anything is asked for it
        if let Some(day) = wanted.completed.filter(|_| wanted.update) {
            let update = Investigation { update: Some(true), ..Investigation::default() };
            plan::new(&card, taken, &update, day, &location.path)?;
        }
        if let Some(name) = open.and_then(|open| open.assessed_by.as_deref()).filter(|_| !wanted.holds("assessed_by")) {
            wanted::of_finance(name, wanted.day(context.today), book)?;
        }
        let asking = !self.draft && context.shell.can_ask();
        let mut cancelled = false;
        if asking {
            // nobody types it all again because something is missing
            wanted.keep = true;
            match asked::ask(&mut wanted, &card, open, book, location, context) {
                Err(error) if Answer::was_cancelled(&error) && !wanted.is_empty() => {
                    (cancelled, wanted.completed) = (true, None);
                }
                entered => entered?,
            }
        } else if wanted.is_empty() && wanted.completed.is_none() {
            Answer::new(context.shell).somebody("--channel")?;
        }
        // who acts concludes where that is somebody of finance
        if open.is_none_or(|open| open.assessed_by.is_none())
            && !wanted.holds("assessed_by")
            && let Some(person) = wanted::financier(book, context, wanted.day(context.today))
        {
            wanted.text("assessed_by", &person);
        }
        let (mut record, today) = (wanted.finish()?, context.today);
        if asking && !cancelled && record.completed.is_none() {
            record.completed = completed(&record, book, location, context)?;
        }
        let mut outcome = None;
        let (_, after) = rewrite(context, book, location, self.dry_run, |file| {
            let (edits, what) = plan::edits(file, &record, book, today)?;
            outcome = Some(what);
            Ok(edits)
        })?;
        let Some(outcome) = outcome else { return Ok(Exit::Done) };
        if !self.dry_run.dry_run {
            told::tell(&outcome, &after.card()?, location, book, cancelled, context);
        }
        Ok(if cancelled || (record.completed.is_some() && !outcome.lacks.is_empty()) { Exit::No } else { Exit::Done })
    }
}

/// Asks whether an investigation that lacks nothing is completed.
fn completed(
    record: &wanted::Finished,
    book: &Book,
    location: &Location,
    context: &mut Context<'_>,
) -> Result<Option<Date>> {
    let today = context.today;
    let (_, outcome) = plan::edits(&book.read(location)?, record, book, today)?;
    if !outcome.lacks.is_empty() {
        return Ok(None);
    }
    let yes = context.yes
        || match Answer::new(context.shell).confirm(tr("Is the investigation completed?", "调查是否已完成？")) {
            Err(error) if Answer::was_cancelled(&error) => false,
            answer => answer?,
        };
    Ok(yes.then_some(today))
}

/// Keeps what a form that came back says as a draft, or adds it to the one that is open.
///
/// # Errors
/// A value does not fit, there are several drafts, or the card cannot be written.
pub fn filed(
    literals: &[(&'static str, String)],
    book: &Book,
    location: &Location,
    dry_run: bool,
    context: &mut Context<'_>,
) -> Result<Exit> {
    let today = context.today;
    let mut wanted = wanted::Wanted::draft(context.person(book), today);
    for (key, literal) in literals {
        wanted.literal(key, literal.clone());
    }
    // one that is under way was begun when it was begun
    if plan::open(&book.read(location)?.card()?, false, None, today)?.is_some() {
        wanted.date = None;
    }
    let record = wanted.finish()?;
    let mut outcome = None;
    let (_, after) = rewrite(context, book, location, DryRun { dry_run }, |file| {
        let (edits, what) = plan::edits(file, &record, book, today)?;
        outcome = Some(what);
        Ok(edits)
    })?;
    if let Some(outcome) = outcome.filter(|_| !dry_run) {
        told::tell(&outcome, &after.card()?, location, book, false, context);
    }
    Ok(Exit::Done)
}
