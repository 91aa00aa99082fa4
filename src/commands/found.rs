//! The customer of a row: the keys that every output of customers begins with.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};
use crate::lang::{lang, tr};
use crate::model::choice::{Grade, StageKind};
use crate::model::name::search_key;
use crate::model::{Choose, Country, Date, Settings};
use crate::query::{Facts, Query, Snag, Vocabulary, parse};
use crate::rules::credit::granted;
use crate::rules::money::{Basis, Counted};
use crate::store::{Book, Customer, SETTINGS_FILE};
use crate::views::table::Shown;
use crate::views::{Format, Style};
use crate::{row, tr};

row! {
    /// Who a row is about.
    pub struct Who("customer", "客户") {
        path: String = "folder" "文件夹";
        file: String = "card" "卡片";
        stage: StageKind = "stage" "阶段";
        country: Option<String> = "country" "国家", about("ISO 3166 alpha-2; null where the folder names no country", "ISO 3166 二位代码；文件夹不是国家名时为 null");
        company: String = "company folder" "公司文件夹";
        name: Option<String> = "name" "名称";
        id: Option<String> = "id" "标识";
        code: Option<String> = "code" "客户编号";
        owner: Option<String> = "owner" "负责人";
        grade: Option<Grade> = "grade in force" "核定等级", article("第5条");
    }
}

impl Who {
    /// From a customer as of a day; the grade is the one that counts (第8条).
    pub fn new(customer: &Customer, settings: &Settings, day: Date) -> Self {
        let (location, card) = (&customer.location, &customer.card);
        Self {
            path: location.path.clone(),
            file: location.file.clone(),
            stage: location.kind,
            country: customer.country().map(|country| country.alpha2().to_owned()),
            company: location.company().to_owned(),
            name: card.name.clone(),
            id: card.id.clone(),
            code: card.code.clone(),
            owner: card.owner.clone(),
            grade: granted(card, settings, day).standing.grade,
        }
    }

    /// Of a line that sums many, in tables only.
    pub fn summing(name: String) -> Self {
        Self {
            path: String::new(),
            file: String::new(),
            stage: StageKind::Customer,
            country: None,
            company: String::new(),
            name: Some(name),
            id: None,
            code: None,
            owner: None,
            grade: None,
        }
    }

    /// Of the book itself: a row that is about no customer.
    pub fn of_book(name: String) -> Self {
        Self { file: SETTINGS_FILE.to_owned(), company: name.clone(), ..Self::summing(name) }
    }

    /// What people call the customer: the name on the card, else the folder.
    pub fn called(&self) -> String {
        self.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.company.clone())
    }

    /// The country as people of this language call it; the folder where it names none.
    pub fn country_shown(&self) -> Shown {
        match self.country.as_deref().and_then(Country::find) {
            Some(country) => country.name(lang()).into(),
            None => Shown { text: self.path.split('/').nth(1).unwrap_or_default().to_owned(), style: Style::Warn },
        }
    }

    /// The stage: its folder where the firm named it, else in the reader's language.
    pub fn stage_shown(&self) -> Shown {
        let folder = self.path.split('/').next().unwrap_or_default();
        let words = self.stage.words();
        if folder == words.zh || search_key(folder) == words.en { words.text().into() } else { folder.into() }
    }

    /// The grade as people call it.
    pub fn grade_shown(&self) -> Shown {
        self.grade.map_or_else(|| "".into(), |grade| grade.key().into())
    }

    /// The owner.
    pub fn owner_shown(&self) -> Shown {
        self.owner.clone().unwrap_or_default().into()
    }
}

/// Which customers are meant: by a query, and by flags that say the same of the commonest fields.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Only {
    #[arg(value_name = tr("QUERY", "查询"), help = tr("Only customers that this query means; see kehu help query", "只看符合查询条件的客户；写法见 kehu help query"))]
    query: Vec<String>,
    #[command(flatten)]
    flags: Flags,
}

/// The flags alone.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Flags {
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Only customers of this owner", "只看该负责人的客户"))]
    owner: Option<String>,
    #[arg(long, value_name = tr("COUNTRY", "国家"), value_parser = country, help = tr("Only customers in this country, by any of its names", "只看该国客户；中英文名或代码均可"))]
    country: Option<Country>,
    #[arg(long, value_name = tr("STAGE", "阶段"), help = tr("Only this stage: prospect, customer, or a stage folder", "只看该阶段：prospect、customer 或阶段文件夹名"))]
    stage: Option<String>,
}

fn country(text: &str) -> std::result::Result<Country, String> {
    Country::find(text).ok_or_else(|| {
        let near: Vec<_> = Country::nearest(text).into_iter().map(|country| country.name(lang())).collect();
        match near.as_slice() {
            [] => tr("there is no such country", "没有这个国家").to_owned(),
            near => tr!(
                "there is no such country; did you mean {}?",
                "没有这个国家，是否想写 {}？",
                near.join(tr(", ", "、"))
            ),
        }
    })
}

impl Only {
    /// Where the query stands elsewhere than behind the command.
    pub fn of(query: Vec<String>, flags: Flags) -> Self {
        Self { query, flags }
    }

    /// Whether certain customers are asked about: then nothing is told that is none of theirs.
    pub fn asks_about_customers(&self) -> bool {
        let Flags { owner, country, stage } = &self.flags;
        !self.query.is_empty() || owner.is_some() || country.is_some() || stage.is_some()
    }

    /// What is asked, in this book on this day.
    ///
    /// # Errors
    /// A mistake in the query, with its column; a stage that the book does not have, for "nothing is due" must not be the
    /// answer to a slip of the pen.
    pub fn asks(&self, book: &Book, today: Date) -> Result<Query> {
        let vocabulary = Vocabulary { stages: &book.stages, today };
        let mut query = parse(&self.query, &vocabulary)?;
        let Flags { owner, country, stage } = &self.flags;
        let country = country.map(Country::alpha2);
        for (field, value) in [("owner", owner.as_deref()), ("country", country), ("stage", stage.as_deref())] {
            if let Some(value) = value {
                query.also(field, value, &vocabulary)?;
            }
        }
        Ok(query)
    }

    /// The same, for reports about those who are meant.
    ///
    /// # Errors
    /// As [`Only::asks`].
    pub fn asked(&self, book: &Book, today: Date) -> Result<Asked> {
        Ok(Asked { query: self.asks(book, today)?, typed: !self.query.is_empty(), met: AtomicBool::new(false) })
    }

    /// Where nothing was found: tells whether the owner asked for is anybody at all.
    ///
    /// # Errors
    /// Neither a card nor kehu.toml names this person.
    pub fn check_owner(&self, book: &Book) -> Result<()> {
        let Some(owner) = self.flags.owner.as_deref() else { return Ok(()) };
        let owners = book.scan(|customer| customer.card.owner.clone());
        let people = book.settings.person.iter().filter_map(|person| person.name.clone());
        let mut known: Vec<String> = owners.rows.into_iter().chain(people).collect();
        known.sort();
        known.dedup();
        // a card that cannot be read may be this person's
        if !owners.errors.is_empty() || known.iter().any(|name| same(name, owner)) {
            return Ok(());
        }
        let error = Error::new(tr!("no customer has the owner \"{owner}\"", "没有负责人为“{owner}”的客户"));
        Err(if known.is_empty() {
            error.next(tr("no card names an owner yet; say it with kehu set", "卡片中都没有负责人；用 kehu set 填写"))
        } else {
            error.next(tr!("the book knows {}", "账套中有：{}", known.join(tr(", ", "、"))))
        })
    }
}

/// Names are compared as people read them: case, accents and width do not matter.
fn same(a: &str, b: &str) -> bool {
    search_key(a.trim()) == search_key(b.trim())
}

/// A query that is put to every customer of the book, and whether any of them was meant: "nothing is due" must not be
/// the answer where nobody was asked about.
pub struct Asked {
    query: Query,
    /// Words were typed; what the flags say is looked at by itself.
    typed: bool,
    met: AtomicBool,
}

impl Asked {
    /// Whether it means a customer whose card was read.
    ///
    /// # Errors
    /// Money that cannot be told.
    pub fn means(&self, customer: &Customer, basis: &Basis<'_>, day: Date) -> Counted<bool> {
        let yes = means(&self.query, customer, basis, day)?;
        if yes {
            self.met.store(true, Ordering::Relaxed);
        }
        Ok(yes)
    }

    /// What to say where there is nothing to show: that nobody was meant, or else what the report says.
    pub fn nothing(&self, otherwise: &'static str) -> &'static str {
        if self.means_nobody() { tr("no such customer", "没有符合条件的客户") } else { otherwise }
    }

    /// Whether words were typed that no customer met.
    pub fn means_nobody(&self) -> bool {
        self.typed && !self.met.load(Ordering::Relaxed)
    }
}

/// Whether a query means a customer whose card was read.
///
/// # Errors
/// Money that cannot be told.
pub fn means(query: &Query, customer: &Customer, basis: &Basis<'_>, day: Date) -> Counted<bool> {
    if query.is_everybody() {
        return Ok(true);
    }
    let facts = Facts::new(&customer.location, &customer.card, basis, day);
    match query.holds(&customer.location, &customer.text, Some(&facts)) {
        Ok(yes) => Ok(yes),
        Err(Snag::Money(problem)) => Err(problem),
        // what was read as a card is TOML
        Err(Snag::Malformed) => Ok(false),
    }
}

/// Refuses `-0` where no paths are printed: `xargs -0` would take a whole table for one path.
///
/// # Errors
/// The format is another than `ids`.
pub fn only_for_ids(null: bool, format: Format) -> Result<()> {
    if null && format != Format::Ids {
        return Err(Error::new(tr("-0 goes with --format ids alone", "-0 只能与 --format ids 同用"))
            .next(tr("write: --format ids -0", "请写：--format ids -0")));
    }
    Ok(())
}
