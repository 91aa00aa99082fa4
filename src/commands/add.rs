//! `add`: a card for a new customer, after a look whether it is there already.

use super::append::DryRun;
use super::set::edits;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::fresh;
use crate::formats::toml::{Document, quoted};
use crate::lang::{lang, tr};
use crate::lint::{Source, checks, claims_of};
use crate::model::choice::StageKind;
use crate::model::id::free_id;
use crate::model::name::{clash_key, folder};
use crate::model::{Card, Choose, Country};
use crate::store::{Book, CARD_FILE, CardFile, Location, write_new};
use crate::tr;
use crate::views::{Style, Text};

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

impl Args {
    /// Makes the card.
    ///
    /// # Errors
    /// A value is missing or does not fit, the customer is there already, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let ask = |label: &str, flag: &str, given: &Option<String>, required: bool| match given {
            Some(given) => Ok(Some(given.clone())),
            None => Answer::new(context.shell).text(label, flag, required),
        };
        let asking = self.name.is_none() || self.country.is_none();
        let name = ask(tr("Name", "名称"), "--name", &self.name, true)?.unwrap_or_default();
        let country_text = ask(tr("Country", "国家"), "--country", &self.country, true)?.unwrap_or_default();
        let optional = |label: &str, flag: &str, given: &Option<String>| if asking { ask(label, flag, given, false) } else { Ok(given.clone()) };
        let contact = optional(tr("Contact", "联系人"), "--contact", &self.contact)?;
        let email = optional(tr("E-mail", "邮箱"), "--email", &self.email)?;
        let phone = optional(tr("Phone", "电话"), "--phone", &self.phone)?;
        let source = optional(tr("Source", "来源"), "--source", &self.source)?;

        let country = find_country(&country_text)?;
        let (stage, kind) = stage(&book, self.stage.as_deref())?;
        let owner = self.owner.clone().or_else(|| context.person(&book));
        let _lock = context.lock(&book, self.dry_run.dry_run)?;

        let taken = book.scan(|customer| Some((customer.card.id.clone(), customer.location.clone())));
        let id = free_id(country.alpha2(), &name, |id| taken.rows.iter().any(|(known, _)| known.as_deref() == Some(id)));
        let company = folder(&name, &id)?;
        let country_folder = country_folder(&book, &stage, country)?;
        let path = format!("{stage}/{country_folder}/{company}");
        let key = clash_key(&path);
        if let Some((_, there)) = taken.rows.iter().find(|(_, location)| clash_key(&location.path) == key) {
            return Err(Error::refused(tr("this customer has a card already", "该客户已有卡片"))
                .at(Place::file(&there.file))
                .next(tr!("see it: kehu show \"{}\"", "查看：kehu show \"{}\"", there.path)));
        }

        let known = known(&[
            ("id", Some(id)),
            ("name", Some(name.trim().to_owned())),
            ("phone", phone),
            ("email", email),
            ("owner", owner),
            ("created", Some(context.today.to_string())),
            ("source", source),
            ("contact.name", contact),
        ]);
        let location = Location::of_card(&format!("{path}/{CARD_FILE}"), kind);
        let bare = CardFile { text: fresh::card(&known, kind, self.full), location: location.clone() };
        let more = edits(&bare, &self.fields, context.today)?;
        let file = CardFile { text: book.edited(&bare, &more)?, location };

        self.duplicates(&book, &file, context)?;
        if self.dry_run.dry_run {
            context.shell.say(&Text::new().and(Style::Hint, &file.location.file).line().and(Style::Plain, &file.text))?;
            return Ok(Exit::Done);
        }
        write_new(&book.root.join(&file.location.file), file.text.as_bytes()).map_err(|error| Error { place: Some(Place::file(&file.location.file)), ..error })?;
        context.done(tr!("added {}", "已新增 {}", file.location.file));
        Ok(Exit::Done)
    }

    /// Shows cards that are probably the same customer, and asks whether to go on.
    fn duplicates(&self, book: &Book, file: &CardFile, context: &mut Context<'_>) -> Result<()> {
        let Some(check) = checks::find("likely-duplicate") else { return Ok(()) };
        let today = context.today;
        let claims = |file: &CardFile| -> Vec<String> {
            let document = Document::parse(&file.text).ok();
            let card = document.as_ref().and_then(|document| document.read::<Card>().ok());
            claims_of(check, &Source::new(&file.location, &file.text, document.as_ref(), card.as_ref(), &book.settings, today))
        };
        let mine = claims(file);
        if mine.is_empty() {
            return Ok(());
        }
        let scan = book.scan_files(|other| Ok(claims(&other).iter().any(|claim| mine.contains(claim)).then_some(other.location)));
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
        }
        Err(Error::refused(what).next(tr("add it all the same with --yes", "确认不是同一客户时加 --yes")))
    }
}

fn known(values: &[(&str, Option<String>)]) -> Vec<fresh::Known> {
    let mut known = Vec::new();
    for (path, value) in values {
        if let Some(value) = value.as_deref().map(str::trim).filter(|value| !value.is_empty()) {
            let literal = if *path == "created" { value.to_owned() } else { quoted(value) };
            known.push(((*path).to_owned(), literal));
        }
    }
    known
}

/// The country that is meant.
///
/// # Errors
/// There is none of that name; the nearest are told.
pub fn find_country(text: &str) -> Result<Country> {
    Country::find(text).ok_or_else(|| {
        let near: Vec<&str> = Country::nearest(text).into_iter().map(|country| country.name(lang())).collect();
        let error = Error::new(tr!("there is no country \"{text}\"", "没有国家“{text}”"));
        match near.as_slice() {
            [] => error.next(tr("write it in Chinese, in English, or as its ISO code", "请写中文名、英文名或 ISO 代码")),
            near => error.next(tr!("did you mean {}?", "是否想写 {}？", near.join(tr(", ", "、")))),
        }
    })
}

/// The stage folder that is meant: by kind, by name; prospects unless said otherwise.
fn stage(book: &Book, text: Option<&str>) -> Result<(String, StageKind)> {
    let Some(text) = text else {
        let first = book.stages.iter().find(|(_, kind)| *kind == StageKind::Prospect).or(book.stages.first());
        return first.cloned().ok_or_else(|| Error::new(tr("kehu.toml has no [[stage]]", "kehu.toml 中没有 [[stage]]")));
    };
    let by_name = book.stages.iter().find(|(folder, _)| folder == text);
    let by_kind = || StageKind::find(text).and_then(|kind| book.stages.iter().find(|(_, stage)| *stage == kind));
    by_name.or_else(by_kind).cloned().ok_or_else(|| {
        let folders: Vec<&str> = book.stages.iter().map(|(folder, _)| folder.as_str()).collect();
        Error::new(tr!("there is no stage \"{text}\"", "没有阶段“{text}”")).next(tr!("the stages are {}", "阶段有：{}", folders.join(tr(", ", "、"))))
    })
}

/// The folder of a country in a stage: the one that is there, whatever it calls the country; else by the book's language.
fn country_folder(book: &Book, stage: &str, country: Country) -> Result<String> {
    let folder = book.root.join(stage);
    let there = if crate::store::exists(&folder) { crate::store::list(&folder)? } else { Vec::new() };
    let found = there.into_iter().find(|(name, is_folder)| *is_folder && Country::find(name) == Some(country));
    Ok(found.map_or_else(|| country.name(lang()).to_owned(), |(name, _)| name))
}
