//! `add`: a card for a new customer, after a look whether it is there already.

pub(super) mod place;
mod plan;

use super::append::DryRun;
use super::likely::Likely;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Place, Result};
use crate::lang::tr;
use crate::model::choice::StageKind;
use crate::store::{Book, CardFile, Location, write_new};
use crate::tr;
use crate::views::{Style, Text, diff};
use place::{find_country, stage};
use plan::plan;

/// What may be said to `add`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "Any field of the card may follow:\n  kehu add --name \"Acme GmbH\" --country DE phone=\"+49 711 5550134\" contact.+.name=Anna",
    "其后可跟卡片的任何字段：\n  kehu add --name \"Acme GmbH\" --country 德国 phone=\"+49 711 5550134\" contact.+.name=Anna"
))]
pub struct Args {
    #[arg(long, value_name = tr("NAME", "名称"), help = tr("Full legal name", "公司全称"))]
    name: Option<String>,
    #[arg(long, value_name = tr("COUNTRY", "国家"), help = tr("The country, by any of its names or codes", "国家：中英文名或代码"))]
    country: Option<String>,
    #[arg(long, value_name = tr("STAGE", "阶段"), help = tr("prospect (default), customer, or a stage folder", "prospect（默认）、customer 或阶段文件夹名"))]
    stage: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("The salesperson in charge; --as unless given", "负责人，默认 --as"))]
    owner: Option<String>,
    #[arg(long, value_name = tr("NAME", "姓名"), help = tr("Whom we deal with", "联系人"))]
    contact: Option<String>,
    #[arg(long, value_name = tr("E-MAIL", "邮箱"), help = tr("E-mail of the firm or the contact", "公司或联系人邮箱"))]
    email: Option<String>,
    #[arg(long, value_name = tr("PHONE", "电话"), help = tr("Phone, with country code", "电话，带国家代码"))]
    phone: Option<String>,
    #[arg(long, value_name = tr("TEXT", "来源"), help = tr("Where we met", "客户来源"))]
    source: Option<String>,
    #[arg(value_name = tr("PATH=VALUE", "路径=值"), help = tr("Further fields, as in set", "其他字段，写法同 set"))]
    fields: Vec<String>,
    #[arg(long, help = tr("A card with every field there is, as comments", "写出全部字段（以注释形式）"))]
    full: bool,
    #[command(flatten)]
    dry_run: DryRun,
}

/// What is known of the customer before its card is made.
struct Known {
    name: String,
    country: String,
    contact: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    source: Option<String>,
    owner: Option<String>,
}

impl Args {
    /// Makes the card.
    ///
    /// # Errors
    /// A value is missing or does not fit, the customer is there already, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let stage = stage(&book, self.stage.as_deref())?;
        if let Some(text) = &self.country {
            find_country(text)?;
        }
        let known = self.ask(&book, stage.1, context)?;
        let file = plan(&book, &stage, &known, &self, context.today)?;
        self.duplicates(&book, &file, context)?;
        if self.dry_run.dry_run {
            context.shell.say(&diff(&file.location.file, "", &file.text))?;
            return Ok(Exit::Done);
        }
        let _lock = book.lock()?;
        // looked at again: while the questions stood open, somebody else may have added the same customer
        let file = plan(&book, &stage, &known, &self, context.today)?;
        write_new(&book.root.join(&file.location.file), file.text.as_bytes())
            .map_err(|error| Error { place: Some(Place::file(&file.location.file)), ..error })?;
        context.done(tr!("added {}", "已新增 {}", file.location.file));
        Ok(Exit::Done)
    }

    /// What the flags say; what they leave out is asked for, the lesser things only where anything is asked at all.
    fn ask(&self, book: &Book, kind: StageKind, context: &mut Context<'_>) -> Result<Known> {
        let person = self.owner.clone().or_else(|| context.person(book));
        let asking = (self.name.is_none() || self.country.is_none()) && context.shell.can_ask();
        if asking {
            context.done(match kind {
                StageKind::Prospect => {
                    tr("A new prospect; Ctrl-C leaves without writing", "新增潜在客户（按 Ctrl-C 放弃）")
                }
                StageKind::Customer => {
                    tr("A new customer; Ctrl-C leaves without writing", "新增国外客户（按 Ctrl-C 放弃）")
                }
            });
        }
        let mut answer = Answer::new(context.shell);
        let mut required = |label, flag, given: &Option<String>, check: &dyn Fn(&str) -> Result<()>| match given {
            Some(given) => Ok(given.clone()),
            None => answer.checked(label, flag, true, check).map(Option::unwrap_or_default),
        };
        let name = required(tr("Name", "名称"), "--name", &self.name, &|name| plan::folder_name(name).map(drop))?;
        let country =
            required(tr("Country", "国家"), "--country", &self.country, &|text| find_country(text).map(drop))?;
        let mut optional = |label, flag, given: &Option<String>| match given {
            None if asking => answer.text(label, flag, false),
            given => Ok(given.clone()),
        };
        Ok(Known {
            name: name.trim().to_owned(),
            country,
            contact: optional(tr("Contact", "联系人"), "--contact", &self.contact)?,
            email: optional(tr("E-mail", "邮箱"), "--email", &self.email)?,
            phone: optional(tr("Phone", "电话"), "--phone", &self.phone)?,
            source: optional(tr("Source", "来源"), "--source", &self.source)?,
            owner: optional(tr("Owner", "负责人"), "--owner", &person)?,
        })
    }

    /// Shows cards that are probably the same customer, and asks whether to go on.
    fn duplicates(&self, book: &Book, file: &CardFile, context: &mut Context<'_>) -> Result<()> {
        let likely = Likely::new(book, context.today);
        let mine = likely.marks(file);
        if mine.is_empty() {
            return Ok(());
        }
        let scan = book.scan_files(|other| {
            Ok(likely.marks(&other).iter().any(|mark| mine.contains(mark)).then_some(other.location))
        });
        let twins: Vec<Location> = scan.rows.into_iter().flatten().flatten().collect();
        if twins.is_empty() {
            return Ok(());
        }
        let paths: Vec<&str> = twins.iter().map(|twin| twin.path.as_str()).collect();
        let what = tr!("probably here already: {}", "可能已有此客户：{}", paths.join(tr(", ", "、")));
        if context.yes || self.dry_run.dry_run {
            context.shell.remark(&Text::new().and(Style::Warn, what));
            return Ok(());
        }
        if context.shell.can_ask() {
            context.shell.warn(&Text::new().and(Style::Warn, &what));
            if Answer::new(context.shell).confirm(tr("Add it all the same?", "仍要新增？"))? {
                return Ok(());
            }
            return Err(Error::refused(tr("not added; nothing was written", "没有新增，未写入任何内容")));
        }
        Err(Error::refused(what).next(tr("add it all the same with --yes", "确认不是同一客户时加 --yes")))
    }
}
