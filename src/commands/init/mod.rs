//! `init`: a new book, an old tree adopted, or a demo to play with.

mod adopt;
mod demo;
mod demo_files;

use std::path::{Path, PathBuf};

use super::append::wrong_value;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::typed::currency;
use crate::lang::{Lang, counted, lang, tr};
use crate::model::Choose;
use crate::model::choice::StageKind;
use crate::store::{Book, CARD_FILE, NewBook, SETTINGS_FILE, default_stages, exists, list, templates, write_all};
use crate::tr;

/// What may be said to `init`.
#[derive(clap::Args)]
#[command(after_help = tr(
    "The book's language is the one it is made in: kehu init --lang en DIR.",
    "账套语言即建账时的语言；英文账套：kehu init --lang en 文件夹。"
))]
pub struct Args {
    #[arg(value_name = tr("DIR", "文件夹"), help = tr("Where; here unless given", "位置，默认当前文件夹"))]
    dir: Option<PathBuf>,
    #[arg(long, conflicts_with = "demo", help = tr("Make a card for each company folder that has none; nothing else is touched", "为没有卡片的公司文件夹建卡，不动其他任何内容"))]
    adopt: bool,
    #[arg(long, help = tr("Fill it with invented customers, dated around today", "填入虚构的示例客户，日期以今天为准"))]
    demo: bool,
    #[arg(long, conflicts_with_all = ["adopt", "demo"], help = tr("Add the templates of papers that the book lacks; those that are there stay as they are", "补齐账套缺少的单证模板，已有的不动"))]
    templates: bool,
    #[arg(long, value_name = tr("CODE", "币种"), default_value = "CNY", help = tr("The base currency", "本位币"))]
    currency: String,
    #[arg(long = "stage", value_name = tr("FOLDER=KIND", "文件夹=类别"), help = tr("A stage folder and its kind (prospect or customer); may be repeated", "阶段文件夹及其类别（prospect 或 customer），可多次给出"))]
    stages: Vec<String>,
    #[arg(long, help = tr("Show which files would be made, make none", "只列出将新建的文件，不写入"))]
    dry_run: bool,
}

impl Args {
    /// Makes the book.
    ///
    /// # Errors
    /// There is one already (unless adopting), or it cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let dir = self.dir.clone().unwrap_or_else(|| context.from().to_path_buf());
        let currency = currency(&self.currency).map_err(wrong_value)?;
        let stages = self.stages(&dir)?;
        let new = NewBook { lang: lang(), currency: &currency, stages: &stages };
        if exists(&dir) {
            // told once here, not of the first thing that cannot be made in it
            list(&dir)?;
        }
        let outer = Book::locate(&dir).filter(|_| here(&dir).is_none());
        let exit = if self.templates {
            self.restore(&dir, context)?
        } else if self.adopt {
            adopt::adopt(&dir, &new, self.dry_run, context)?
        } else {
            self.make(&dir, &new, context)?;
            Exit::Done
        };
        if let Some(outer) = outer {
            context.done(tr!(
                "note: it lies inside another book, {}",
                "注意：它位于另一个账套 {} 之内",
                outer.display()
            ));
        }
        Ok(exit)
    }

    fn make(&self, dir: &Path, new: &NewBook<'_>, context: &mut Context<'_>) -> Result<()> {
        // where one stands already, the path tells more than a dot, and nobody needs -C
        let (shown, at) = match dir.to_str() {
            Some(".") => (std::path::absolute(dir).unwrap_or_default().display().to_string(), String::new()),
            _ => (dir.display().to_string(), format!(" -C \"{}\"", dir.display())),
        };
        if self.dry_run {
            let files = if self.demo { demo::plan(dir, new, context.today)? } else { new.plan(dir)? };
            return files.iter().try_for_each(|(name, _)| context.shell.line(name));
        }
        if self.demo {
            let files = demo::plan(dir, new, context.today)?;
            write_all(dir, &files)?;
            let count = files.iter().filter(|(name, _)| name.ends_with(CARD_FILE)).count();
            context.done(tr!(
                "made a demo book of {count} customers in {shown}",
                "已在 {shown} 新建示例账套，共 {count} 个客户"
            ));
            context.done(tr!("try: kehu{at} due", "试试：kehu{at} due"));
            return Ok(());
        }
        let book = new.create(dir)?;
        context.done(tr!("made a book in {shown}", "已在 {shown} 建账"));
        match adopt::without_card(&book).len() {
            0 => context.done(tr!("next: kehu{at} add", "下一步：kehu{at} add")),
            count => context.done(tr!(
                "{count} company folders there have no card yet; next: kehu{at} init --adopt",
                "其中 {count} 个公司文件夹还没有卡片；下一步：kehu{at} init --adopt"
            )),
        }
        Ok(())
    }

    /// The templates that the book lacks.
    fn restore(&self, dir: &Path, context: &mut Context<'_>) -> Result<Exit> {
        let book = Book::open(dir)?;
        let _lock = context.lock(&book, self.dry_run)?;
        let files = templates(&book.root, lang())?;
        if !self.dry_run {
            write_all(&book.root, &files)?;
        }
        files.iter().try_for_each(|(name, _)| context.shell.line(name))?;
        let count = files.len();
        let templates = counted(count, "template", "templates");
        context.done(match (count, self.dry_run) {
            (0, _) => tr("no template is missing", "模板齐全，没有缺少的").to_owned(),
            (_, true) => tr!("{templates} would be made", "将新建 {count} 份模板"),
            (_, false) => tr!("{templates} made", "已新建 {count} 份模板"),
        });
        Ok(Exit::Done)
    }

    fn stages(&self, dir: &Path) -> Result<Vec<(String, StageKind)>> {
        if self.stages.is_empty() {
            // folders that are there already keep their names, whatever the language
            let there = |stages: &Vec<(String, StageKind)>| stages.iter().any(|(folder, _)| exists(&dir.join(folder)));
            let known = [lang(), Lang::Zh, Lang::En].map(default_stages).into_iter().find(there);
            return Ok(known.unwrap_or_else(|| default_stages(lang())));
        }
        self.stages
            .iter()
            .map(|text| {
                let parts = text
                    .split_once('=')
                    .and_then(|(folder, kind)| Some((folder.trim().to_owned(), StageKind::find(kind)?)));
                parts
                    .filter(|(folder, _)| {
                        !folder.is_empty()
                            && crate::model::name::unsafe_reason(folder).is_none()
                            && folder != "."
                            && folder != ".."
                    })
                    .ok_or_else(|| {
                        Error::new(tr!("--stage \"{text}\" is not FOLDER=KIND", "--stage “{text}”应为 文件夹=类别"))
                            .next(tr(
                                "as --stage Leads=prospect --stage Customers=customer",
                                "如 --stage 意向客户=prospect --stage 成交客户=customer",
                            ))
                    })
            })
            .collect()
    }
}

/// The book at a folder, if there is one right there.
fn here(dir: &Path) -> Option<Result<Book>> {
    exists(&dir.join(SETTINGS_FILE)).then(|| Book::open(dir))
}
