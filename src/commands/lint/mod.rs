//! `lint`: every check over cards and tree, all problems at once.

mod explain;
mod fix;
mod formats;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::Document;
use crate::lang::{counted, tr};
use crate::lint::{Check, Claim, Finding, Source, Tree, check_card, check_claims, check_tree, checks};
use crate::model::choice::Severity;
use crate::model::tree::Location;
use crate::model::{Card, Date, Products};
use crate::row;
use crate::rules::money::Basis;
use crate::store::{Book, CardFile, POLICY_FILE, PRODUCTS_FILE, absolute, companions, exists, read_text};
use crate::tr;
use crate::views::{Format, Text};

pub use formats::human;

const FORMATS: &[Format] = &[Format::Human, Format::Json, Format::Sarif, Format::Github];

/// Rounds of mending, at most.
const ROUNDS: usize = 5;

/// What may be said to `lint`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("PATH", "路径"), help = tr("Only what is found in these folders or cards; everything is compared all the same", "只报告这些文件夹或卡片的问题（比对仍涉及全账）"))]
    paths: Vec<PathBuf>,
    #[arg(long, conflicts_with = "explain", help = tr("Mend what can be mended without losing anything", "自动修复不会丢失内容的问题"))]
    fix: bool,
    #[arg(long, help = tr("Warnings count as errors", "警告也算错误"))]
    strict: bool,
    #[arg(long, value_name = tr("CODE", "代码"), num_args = 0..=1, default_missing_value = "", help = tr("What a check finds and why, with an example; without CODE: all checks", "说明某项检查的内容、理由和示例；不给代码则列出全部"))]
    explain: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "human", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(long, requires = "fix", help = tr("With --fix: show what would be written, write nothing", "配合 --fix：只显示将写入的内容"))]
    dry_run: bool,
}

row! {
    /// One finding.
    pub struct LintRow("finding", "问题") {
        code: String = "code" "代码";
        severity: Severity = "severity" "程度";
        article: Option<String> = "article" "条款";
        file: String = "file" "文件";
        line: Option<usize> = "line" "行", about("From 1; null where the whole file is meant", "从 1 起；整个文件时为 null");
        column: Option<usize> = "column" "列", about("Characters from 1; null where the whole file is meant", "按字符从 1 起；整个文件时为 null");
        message: String = "message" "说明";
        hint: Option<String> = "next step" "下一步";
        fixable: bool = "fixable" "可自动修复";
    }
}

/// What of the findings is wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Folders and cards, relative to the book; none means all.
    paths: Vec<String>,
}

impl Wanted {
    /// Only what is found in one folder.
    pub fn only(path: &str) -> Self {
        Self { paths: vec![path.to_owned()] }
    }

    fn covers(&self, file: &str) -> bool {
        self.paths.is_empty()
            || self.paths.iter().any(|path| {
                path.is_empty()
                    || file == path
                    || file.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('/'))
            })
    }
}

impl Args {
    /// Checks, and mends where asked.
    ///
    /// # Errors
    /// No book, a path outside it, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        if let Some(code) = &self.explain {
            return explain::explain(code, context.shell);
        }
        let (mut book, faults) = context.take_book_unjudged()?;
        // what is wrong is not asked to be approved
        book.policy_file = book.policy_file.filter(|_| faults.is_empty());
        let wanted = self.wanted(&book)?;
        for code in book.settings.lint.off.iter().filter(|code| checks::find(code).is_none()) {
            context.done(tr!(
                "kehu.toml: [lint] off names no check \"{code}\"",
                "kehu.toml：[lint] off 中没有检查“{code}”"
            ));
        }
        // a policy that is wrong keeps nothing else from being checked
        let faults = if wanted.covers(POLICY_FILE) { faults } else { Vec::new() };
        let faulty = context.tell(&faults);
        let mut found = findings(&book, context.today, &wanted);
        if self.fix {
            let mut mended = 0;
            // one mend can uncover another, as a quoted number that is then seen to be a date; each round leaves less
            for _ in 0..ROUNDS {
                let done = fix::fix(&book, &found.findings, self.dry_run, context)?;
                if self.dry_run {
                    context.done(tr!("{done} to mend", "可自动修复 {done} 处"));
                    context.tell(&found.errors);
                    found.errors.extend(faults);
                    context.shell.remark(&summary(&found));
                    return Ok(exit(&found, self.strict));
                }
                mended += done;
                found = findings(&book, context.today, &wanted);
                if done == 0 {
                    break;
                }
            }
            context.done(tr!("{mended} mended", "已修复 {mended} 处"));
        }
        let troubled = context.tell(&found.errors) || faulty;
        found.errors.extend(faults);
        match self.format {
            Format::Json => formats::json(&found.findings, context.shell)?,
            Format::Sarif => formats::sarif(&found.findings, context.shell)?,
            Format::Github => formats::github(&found.findings, context.shell)?,
            _ => human(&book, &found, context.shell)?,
        }
        Ok(if troubled { Exit::Trouble } else { exit(&found, self.strict) })
    }

    fn wanted(&self, book: &Book) -> Result<Wanted> {
        let paths = self.paths.iter().map(|path| {
            let meant = [path.clone(), book.root.join(path)].into_iter().filter_map(|path| absolute(&path));
            meant.into_iter().find_map(|path| book.inside(&path)).ok_or_else(|| {
                Error::new(tr!("{} is not in the book", "{} 不在本账套中", path.display()))
                    .next(tr("give a folder or a card of the book", "请给出账套中的文件夹或卡片"))
            })
        });
        Ok(Wanted { paths: paths.collect::<Result<_>>()? })
    }
}

/// What lint found.
pub struct Found {
    /// The findings, in the order of files and lines.
    pub findings: Vec<Finding>,
    /// How many cards were looked at.
    pub cards: usize,
    /// What could not be looked at.
    pub errors: Vec<Error>,
}

/// Runs every check over the whole book; keeps what is wanted.
pub fn findings(book: &Book, today: Date, wanted: &Wanted) -> Found {
    let mut errors = Vec::new();
    let products = book.products_or_all().map_err(|all| errors.extend(all)).unwrap_or_default();
    let basis = Basis::new(&book.settings, &book.policy);
    CardChecks::new(book, &basis, &products, today).book(wanted, HashMap::new(), errors)
}

/// What the checks found in one card, and what it claims for itself alone.
pub type CardFindings = (Vec<Finding>, Vec<(&'static Check, Vec<Claim>)>);

/// The checks, ready for each card.
pub struct CardChecks<'a> {
    book: &'a Book,
    basis: &'a Basis<'a>,
    products: Option<&'a Products>,
    today: Date,
}

impl<'a> CardChecks<'a> {
    /// Of a book on a day.
    pub fn new(book: &'a Book, basis: &'a Basis<'a>, products: &'a Products, today: Date) -> Self {
        let products = Some(products).filter(|list| !list.product.is_empty());
        Self { book, basis, products, today }
    }

    /// Of a card that somebody has read already.
    pub fn seen(&self, file: &CardFile, document: &Document<'_>, card: &Card) -> CardFindings {
        self.run(&file.location, file.text.as_bytes(), Some(&file.text), Some(document), Some(card))
    }

    fn read(&self, location: &Location) -> Result<CardFindings> {
        let bytes = self.book.read_bytes(location)?;
        let text = std::str::from_utf8(&bytes).ok();
        let document = text.and_then(|text| Document::parse(text).ok());
        let card = document.as_ref().and_then(|document| document.read::<Card>().ok());
        Ok(self.run(location, &bytes, text, document.as_ref(), card.as_ref()))
    }

    fn run(
        &self,
        location: &Location,
        bytes: &[u8],
        text: Option<&str>,
        document: Option<&Document<'_>>,
        card: Option<&Card>,
    ) -> CardFindings {
        let settings = &self.book.settings;
        let words = text.unwrap_or_default();
        let mut source = Source::new(location, words, document, card, settings, self.basis, self.today);
        // what is no text is a finding too
        (source.bytes, source.text) = (bytes, text);
        let holds = |name: &str| self.book.holds(location, name);
        source.holds = Some(&holds);
        source.products = self.products;
        let mut findings = Vec::new();
        let claims = check_card(&source, &mut findings);
        (findings, claims)
    }

    /// The book as a whole, and every card but those whose findings are known by their file; keeps what is wanted, of
    /// earlier errors too.
    pub fn book(&self, wanted: &Wanted, mut known: HashMap<String, CardFindings>, mut errors: Vec<Error>) -> Found {
        let book = self.book;
        let (locations, unread) = book.cards();
        errors.extend(unread);
        let read = book.map(&locations, |location| (!known.contains_key(&location.file)).then(|| self.read(location)));
        let results = locations.iter().zip(read).filter_map(|(location, read)| match read {
            Some(read) => Some((location, read)),
            None => Some((location, Ok(known.remove(&location.file)?))),
        });
        let results: Vec<_> = results.collect();
        let mut findings = Vec::new();
        let mut claims: Vec<(String, &'static Check, Claim)> = Vec::new();
        for (location, result) in results {
            match result {
                Ok((some, claimed)) => {
                    findings.extend(some);
                    claims.extend(claimed.into_iter().flat_map(|(check, list)| {
                        list.into_iter().map(move |claim| (location.file.clone(), check, claim))
                    }));
                }
                Err(error) => errors.push(error),
            }
        }
        let text_of = |file: &str| {
            book.location_of(file).and_then(|location| book.read(&location)).map(|file| file.text).unwrap_or_default()
        };
        let ((nodes, unwalked), ()) = rayon::join(|| book.nodes(), || check_claims(&claims, &text_of, &mut findings));
        errors.extend(unwalked);
        let companions: Vec<_> = companions()
            .into_iter()
            .map(|(name, want)| {
                let have = read_text(&book.root.join(&name)).ok();
                (name, want, have)
            })
            .collect();
        let listed = read_text(&book.root.join(PRODUCTS_FILE)).ok();
        check_tree(
            &Tree {
                nodes: &nodes,
                stages: &book.stages,
                companions: &companions,
                settings: &book.settings,
                policy: book.policy_file.as_ref(),
                products: listed.as_deref(),
                holds: Some(&|name: &str| exists(&book.root.join(name))),
            },
            &mut findings,
        );
        // what the tree tells of a card (a link, a folder in its place) need not be told as an error once more
        errors.retain(|error| {
            error.place.as_ref().is_none_or(|place| !findings.iter().any(|finding| finding.file == place.file))
        });
        let off = |check: &Check| book.settings.lint.off.iter().any(|code| code == check.code);
        findings.retain(|finding| wanted.covers(&finding.file) && !off(finding.check));
        errors.retain(|error| error.place.as_ref().is_none_or(|place| wanted.covers(&place.file)));
        findings
            .sort_by(|a, b| (&a.file, a.line, a.column, a.check.code).cmp(&(&b.file, b.line, b.column, b.check.code)));
        let cards = locations.iter().filter(|location| wanted.covers(&location.file)).count();
        Found { findings, cards, errors }
    }
}

/// How a run of lint ends.
pub fn exit(found: &Found, strict: bool) -> Exit {
    let least = if strict { Severity::Warning } else { Severity::Error };
    if found.findings.iter().any(|finding| finding.check.severity <= least) { Exit::No } else { Exit::Done }
}

/// `2 errors, 3 warnings in 17 cards`.
fn summary(found: &Found) -> Text {
    let count = |severity: Severity| found.findings.iter().filter(|finding| finding.check.severity == severity).count();
    // what could not be looked at is told as an error, and counts as one
    let errors = count(Severity::Error) + found.errors.len();
    let (warnings, infos, cards) = (count(Severity::Warning), count(Severity::Info), found.cards);
    let all = counted(cards, "card", "cards");
    Text::plain(if found.findings.is_empty() && errors == 0 {
        tr!("{all}, nothing wrong", "{cards} 张卡片，没有问题")
    } else {
        let bad = [(errors, "error", "errors"), (warnings, "warning", "warnings"), (infos, "note", "notes")];
        let bad = bad.map(|(n, one, many)| counted(n, one, many)).join(", ");
        tr!("{bad} in {all}", "{cards} 张卡片：错误 {errors}，警告 {warnings}，提示 {infos}")
    })
}
