//! `promote`: a prospect becomes a customer: the trading card first, then the facts, then the folder (第13条 2).

use super::add::place::{self, folder_of};
use super::append::{DryRun, mendable};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::toml::{Document, Edit, Step};
use crate::lang::tr;
use crate::lint::checks::lacking;
use crate::model::choice::StageKind;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::store::{Book, CardFile, Location, link_on_the_way};
use crate::tr;
use crate::views::{Text, diff};

/// What may be said to `promote`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("STAGE", "阶段"), help = tr("The stage folder to move to, where there are several for customers", "转入的阶段文件夹；有多个正式客户阶段时须指定"))]
    stage: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Moves the customer's folder to the customers.
    ///
    /// # Errors
    /// A customer already, something is missing, something is in the way, or the folder cannot be moved.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        of_a_prospect(&location)?;
        complete(&book.read(&location)?, &book, context)?;
        let stage = self.stage(&book, context)?;
        let today = context.today;
        let _lock = context.lock(&book, self.dry_run.dry_run)?;
        // once more: meanwhile somebody may have written
        let file = book.read(&location)?;
        complete(&file, &book, context)?;
        let target = target(&stage, &location, &book)?;
        let edit = Edit::Set { path: vec![Step::from("start"), Step::from("promoted")], value: today.to_string() };
        let text = book.edited(&file, &[edit]).map_err(|error| mendable(error, &location))?;
        if self.dry_run.dry_run {
            let moved = tr!("{} → {target}", "{} → {target}", location.path);
            context.shell.say(&Text::plain(moved).line())?;
            context.shell.say(&diff(&location.file, &file.text, &text))?;
            return Ok(Exit::Done);
        }
        carry_out(&file, &text, &target, &book)?;
        context.done(tr!(
            "{} → {target}: customer since {today}",
            "{} → {target}：{today} 转为正式客户",
            location.path
        ));
        Ok(Exit::Done)
    }

    /// The stage folder of customers that is meant.
    fn stage(&self, book: &Book, context: &mut Context<'_>) -> Result<String> {
        if self.stage.is_some() {
            let (folder, kind) = place::stage(book, self.stage.as_deref())?;
            if kind == StageKind::Customer {
                return Ok(folder);
            }
        }
        let stages = book.stages.iter().filter(|(_, kind)| *kind == StageKind::Customer);
        let stages: Vec<String> = stages.map(|(folder, _)| folder.clone()).collect();
        let named = stages.join(tr(", ", "、"));
        match (&self.stage, stages.as_slice()) {
            (_, []) => Err(Error::new(tr("the book has no stage for customers", "账套没有正式客户阶段")).next(tr(
                "add a [[stage]] with kind = \"customer\" to kehu.toml",
                "请在 kehu.toml 中添加 kind = \"customer\" 的 [[stage]]",
            ))),
            (Some(given), _) => Err(Error::new(tr!("\"{given}\" is a stage of prospects", "“{given}”是潜在客户阶段"))
                .next(tr!("customers are kept in {named}", "正式客户阶段有：{named}"))),
            (None, [only]) => Ok(only.clone()),
            (None, several) if context.shell.can_ask() => {
                let picked =
                    Answer::new(context.shell).select(tr("To which stage?", "转入哪个阶段？"), "--stage", several)?;
                Ok(several.get(picked).cloned().unwrap_or_default())
            }
            _ => Err(Error::new(tr("there are several stages for customers", "有多个正式客户阶段"))
                .next(tr!("say which with --stage: {named}", "请用 --stage 指定：{named}"))),
        }
    }
}

/// Refuses who is no prospect, and what is not kept by the layout: nobody could say what is to be moved.
fn of_a_prospect(location: &Location) -> Result<()> {
    let path = shell_word(&location.path);
    if location.kind == StageKind::Customer {
        return Err(Error::refused(tr!("{} is a customer already", "{} 已是正式客户", location.path))
            .next(tr!("see what comes next: kehu next {path}", "查看下一步：kehu next {path}")));
    }
    if location.depth == 2 {
        return Ok(());
    }
    Err(Error::refused(tr(
        "the card does not lie in stage/country/company, so it is not clear which folder to move",
        "卡片不在“阶段/国家/公司”文件夹中，无法确定要移动哪个文件夹",
    ))
    .at(Place::file(&location.file))
    .next(tr!("see how it should lie: kehu lint {path}", "查看应放的位置：kehu lint {path}")))
}

/// Refuses who is not known well enough to trade with; everything that is missing is told, the trading card first.
fn complete(file: &CardFile, book: &Book, context: &mut Context<'_>) -> Result<()> {
    let (card, facts) = file.card_and(|document, _| facts(document, &file.location, book))?;
    let mut missing = missing(&card, facts, &file.location, book, context.today);
    if missing.len() < 2 {
        return missing.pop().map_or(Ok(()), Err);
    }
    context.tell(&missing);
    let (count, path) = (missing.len(), &file.location.path);
    Err(Error::refused(tr!(
        "{path} stays a prospect; still missing: {count}",
        "{path} 仍是潜在客户，转正式还缺 {count} 项"
    ))
    .next(tr!("fill it in, then run: kehu promote {}", "补齐后运行：kehu promote {}", shell_word(path))))
}

/// What lint would ask of the card, were it a customer's.
fn facts(document: &Document<'_>, location: &Location, book: &Book) -> Vec<(String, String)> {
    lacking(document, location, StageKind::Customer, &book.settings)
}

fn missing(card: &Card, facts: Vec<(String, String)>, location: &Location, book: &Book, today: Date) -> Vec<Error> {
    let path = shell_word(&location.path);
    let mut missing = Vec::new();
    if card.start.trading_card.is_none_or(|exchanged| exchanged > today) {
        missing.push(
            Error::refused(tr("the trading card was not exchanged (第13条 2)", "客户交易卡尚未交换（第13条 2）")).next(
                tr!(
                    "exchange it in two copies, then write down the day: kehu set {path} start.trading_card=…",
                    "请交换一式两份的交易卡，再登记日期：kehu set {path} start.trading_card=…"
                ),
            ),
        );
    }
    // the check of required fields asks for a contact too, unless the book has put it off
    if card.contact.is_empty() && book.settings.lint.off.iter().any(|code| code == "required-field") {
        missing.push(
            Error::refused(tr("there is no contact (第12条 1)", "没有联系人（第12条 1）"))
                .next(tr!("add one: kehu set {path} contact.+.name=…", "请添加：kehu set {path} contact.+.name=…")),
        );
    }
    let fact = |(what, command): (String, String)| {
        Error::refused(what).next(tr!("fill it in: {command}", "请填写：{command}"))
    };
    missing.extend(facts.into_iter().map(fact));
    missing
}

/// Where the folder goes: into the country's folder, whatever it is called there.
fn target(stage: &str, location: &Location, book: &Book) -> Result<String> {
    let country = location.country_folder().unwrap_or_default();
    let there = folder_of(book, stage, country, location.country())?;
    let country = there.unwrap_or_else(|| country.to_owned());
    let target = format!("{stage}/{country}/{}", location.company());
    if let Some(link) = link_on_the_way(&book.root, &book.root.join(&target)) {
        return Err(Error::new(tr(
            "this folder is a link; kehu writes through none",
            "该文件夹是链接；kehu 不会通过链接写入",
        ))
        .at(Place::file(book.relative(&link)))
        .next(tr("put the folder itself there", "请把文件夹本身放在这里")));
    }
    let in_the_way = place::named_like(book, &format!("{stage}/{country}"), location.company())?;
    let Some(name) = in_the_way else { return Ok(target) };
    let there = format!("{stage}/{country}/{name}");
    Err(Error::refused(tr!("there is {there} already", "{there} 已存在")).next(tr!(
        "if it is the same customer, put the papers together by hand; else rename the folder {}",
        "若是同一客户，请手工合并资料；否则请给文件夹 {} 改名",
        location.path
    )))
}

/// First the day, then the folder. After a crash between the two the card, whole, says since when the customer should be
/// one and still lies among the prospects: the same command, run again, moves it and writes the day of the move. The other
/// way round it would be a customer that nobody could promote any more, and without a day.
fn carry_out(file: &CardFile, text: &str, target: &str, book: &Book) -> Result<()> {
    book.replace(file, text)?;
    book.move_folder(&file.location.path, target).inspect_err(|_| {
        let written = CardFile { location: file.location.clone(), text: text.to_owned() };
        // should the old text not come back either, the next run sees a prospect all the same
        let _ = book.replace(&written, &file.text);
    })
}
