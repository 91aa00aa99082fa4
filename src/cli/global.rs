//! What every command may be told, and what it works with.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::rules::money::Basis;
use crate::rules::policy::{State, state};
use crate::store::{Book, Lock};
use crate::tr;
use crate::views::{Shell, Style, Text};

/// Options of every command.
#[derive(clap::Args)]
#[command(next_help_heading = tr("Global options", "通用选项"))]
pub struct Global {
    #[arg(short = 'C', long, global = true, value_name = tr("DIR", "文件夹"), env = "KEHU_BOOK", hide_env = true,
          help = tr("The book, or a folder in it (KEHU_BOOK)", "账套或其中的文件夹（KEHU_BOOK）"))]
    book: Option<PathBuf>,
    #[arg(long, global = true, value_name = tr("DATE", "日期"), env = "KEHU_TODAY", hide_env = true,
          help = tr("Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)", "以该日为准，如 2026-11-23（KEHU_TODAY）"))]
    today: Option<String>,
    #[arg(long, global = true, value_name = tr("LANGUAGE", "语言"), env = "KEHU_LANG", hide_env = true, value_parser = language,
          help = tr("zh-CN or en (KEHU_LANG)", "zh-CN 或 en（KEHU_LANG）"))]
    lang: Option<String>,
    #[arg(long, global = true, value_name = tr("WHEN", "何时"), env = "KEHU_COLOR", hide_env = true,
          value_parser = ["auto", "always", "never"], help = tr("Colour the output (KEHU_COLOR, NO_COLOR)", "彩色输出（KEHU_COLOR，NO_COLOR）"))]
    color: Option<String>,
    #[arg(short, long, global = true, help = tr("Say nothing but answers and errors", "只输出结果和错误"))]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, help = tr("Answer yes to every question", "对所有询问回答“是”"))]
    yes: bool,
    #[arg(long = "as", global = true, value_name = tr("PERSON", "姓名"), env = "KEHU_AS", hide_env = true,
          help = tr("Who is acting (KEHU_AS)", "操作人（KEHU_AS）"))]
    person: Option<String>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help = tr("Show help", "显示帮助"))]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = tr("Show the version", "显示版本"))]
    version: Option<bool>,
}

fn language(text: &str) -> std::result::Result<String, String> {
    match crate::lang::Lang::find(text) {
        Some(lang) => Ok(lang.tag().to_owned()),
        None => Err(tr("say zh-CN or en", "可写 zh-CN 或 en").to_owned()),
    }
}

/// What a command works with.
pub struct Context<'s> {
    /// Where output goes.
    pub shell: &'s mut Shell,
    /// The day of the report.
    pub today: Date,
    /// Answer yes to every question.
    pub yes: bool,
    person: Option<String>,
    from: PathBuf,
    book: Option<Book>,
    draft_told: bool,
}

impl<'s> Context<'s> {
    /// From the options; the clock is read here and nowhere else.
    ///
    /// # Errors
    /// `--today` is no day.
    pub fn new(global: Global, shell: &'s mut Shell) -> Result<Self> {
        #[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
        let clock = || Date::from(chrono::Local::now().date_naive());
        let today = match &global.today {
            None => clock(),
            Some(text) => crate::formats::typed::day(text, clock()).ok_or_else(|| {
                Error::new(tr!("--today \"{text}\" is no day", "--today “{text}”不是日期"))
                    .next(tr("write it as 2026-11-23", "请写成 2026-11-23"))
            })?,
        };
        let from = global.book.unwrap_or_else(|| PathBuf::from("."));
        Ok(Self { shell, today, yes: global.yes, person: global.person, from, book: None, draft_told: false })
    }

    /// Where the book is looked for.
    pub fn from(&self) -> &std::path::Path {
        &self.from
    }

    /// The book, opened at the first call.
    ///
    /// # Errors
    /// There is none, or its settings cannot be read.
    pub fn book(&mut self) -> Result<&Book> {
        if self.book.is_none() {
            self.book = Some(Book::open(&self.from)?);
        }
        // just filled
        self.book.as_ref().ok_or_else(|| Error::new(""))
    }

    /// The book, by itself, so that the shell can be used beside it.
    ///
    /// # Errors
    /// There is none, or its settings cannot be read.
    pub fn take_book(&mut self) -> Result<Book> {
        match self.book.take() {
            Some(book) => Ok(book),
            None => Book::open(&self.from),
        }
    }

    /// The book whatever its policy.toml is like, and what is wrong with that: for commands that judge it.
    ///
    /// # Errors
    /// There is none, or its settings cannot be read.
    pub fn take_book_unjudged(&mut self) -> Result<(Book, Vec<Error>)> {
        Book::open_unjudged(&self.from)
    }

    /// What the rules count by in an answer. Where that is a policy that nobody has approved, it is said.
    pub fn basis<'b>(&mut self, book: &'b Book) -> Basis<'b> {
        self.tell_draft(book);
        Basis::new(&book.settings, &book.policy)
    }

    /// Says, once, where the policy is one that nobody has approved.
    pub fn tell_draft(&mut self, book: &Book) {
        if self.draft_told || state(book.policy_file.as_ref(), &book.settings) != State::Draft {
            return;
        }
        self.draft_told = true;
        let note = tr(
            "policy.toml is a draft, not approved: kehu policy approve",
            "policy.toml 是草案，尚未批准：kehu policy approve",
        );
        self.shell.remark(&Text::new().and(Style::Warn, note));
    }

    /// Who is acting: `--as`, else the only person of the firm, else unknown.
    pub fn person(&self, book: &Book) -> Option<String> {
        self.person.clone().or_else(|| match book.settings.person.as_slice() {
            [only] => only.name.clone(),
            _ => None,
        })
    }

    /// Keeps other writers out, unless nothing is going to be written.
    ///
    /// # Errors
    /// Another writer does not finish.
    pub fn lock(&self, book: &Book, dry_run: bool) -> Result<Option<Lock>> {
        if dry_run { Ok(None) } else { book.lock().map(Some) }
    }

    /// Tells what could not be read, and whether there was anything.
    pub fn tell(&mut self, errors: &[Error]) -> bool {
        for error in errors {
            self.shell.error(error);
        }
        !errors.is_empty()
    }

    /// A remark about what was done.
    pub fn done(&mut self, text: impl AsRef<str>) {
        self.shell.remark(&Text::plain(text));
    }
}
