//! `search`: customers by any word on their cards, with what says so.

mod told;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::counted::{Uncounted, sorted};
use super::found::{Only, Who, only_for_ids};
use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::pieces;
use crate::lang::tr;
use crate::model::Date;
use crate::query::{Facts, Hit, Query, Snag, fields_of};
use crate::row;
use crate::rules::money::Basis;
use crate::store::{CardFile, Customer, Location};
use crate::views::emit::ids;
use crate::views::{Format, Report};

const FORMATS: &[Format] = &[Format::Text, Format::Json, Format::Jsonl, Format::Csv, Format::Ids];

/// What may be said to `search`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    only: Only,
    #[arg(short = 'l', long = "paths", help = tr("Only the customers' folders, as --format ids", "只输出客户文件夹，同 --format ids"))]
    paths: bool,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
    #[arg(short = '0', long = "null", help = tr("With --format ids: end each path with NUL, for xargs -0", "配合 --format ids：路径以 NUL 结尾，供 xargs -0 使用"))]
    null: bool,
}

row! {
    /// One place that answers the query.
    pub struct SearchRow("place found", "命中") of Who {
        field: Option<String> = "field" "字段", about("The path of keys, as contact.name; null in a comment", "字段路径，如 contact.name；注释为 null");
        line: Option<usize> = "line" "行", about("Of the card; null where the value is worked out", "卡片中的行号；计算得出的值为 null");
        text: String = "text" "内容";
    }
}

/// A customer that was found.
pub(super) struct Found {
    /// Its folder.
    path: String,
    /// What it is called.
    called: String,
    hits: Vec<Hit>,
    /// The line of each, where it stands in the card.
    lines: Vec<Option<usize>>,
    /// What tells their records from others, a number, name or date, by the place of the record; and how well it does.
    records: HashMap<usize, (usize, String)>,
    /// For those who read rows.
    who: Option<Box<Who>>,
}

impl Args {
    /// Finds customers.
    ///
    /// # Errors
    /// No book, a mistake in the query, or the output cannot be written.
    pub fn run(mut self, context: &mut Context<'_>) -> Result<Exit> {
        if self.paths {
            self.format = Format::Ids;
        }
        only_for_ids(self.null, self.format)?;
        let book = context.take_book()?;
        let query = self.only.asks(&book, context.today)?;
        if query.is_everybody() {
            return Err(Error::new(tr("nothing to look for", "没有给出要查找的内容"))
                .next(tr("kehu search WORD; everybody: kehu list", "请写 kehu search 词；查看全部客户：kehu list")));
        }
        let basis = context.basis(&book);
        let search = Search { query: &query, basis: &basis, format: self.format, day: context.today };
        let scan = book.scan_texts(|location, text| search.look(location, text));
        let Some((found, troubles)) = sorted(scan, &book, context) else { return Ok(Exit::Trouble) };
        let empty = found.is_empty();
        self.show(found, &query, context)?;
        if empty {
            self.only.check_owner(&book)?;
            if self.format == Format::Text {
                context.done(tr("nothing found", "没有找到"));
            }
        }
        Ok(match (troubles > 0, empty) {
            (true, _) => Exit::Trouble,
            (false, true) => Exit::No,
            (false, false) => Exit::Done,
        })
    }

    fn show(&self, found: Vec<Found>, query: &Query, context: &mut Context<'_>) -> Result<()> {
        match self.format {
            Format::Text => {
                let width = context.shell.width();
                found.iter().try_for_each(|found| context.shell.say(&told::block(found, query, width)))
            }
            Format::Ids => ids(found.iter().map(|found| found.path.as_str()), self.null, context.shell),
            format => {
                let rows: Vec<SearchRow> = found.into_iter().flat_map(Found::rows).collect();
                let report = Report { rows: &rows, columns: &[], path: |row: &SearchRow| &row.of.path };
                report.emit(format, self.null, context.shell)
            }
        }
    }
}

/// What is looked for, and for whom.
struct Search<'a> {
    query: &'a Query,
    basis: &'a Basis<'a>,
    format: Format,
    day: Date,
}

impl Search<'_> {
    /// Whether a card is meant, and what it shows. Most cards are told by their text alone that they are not.
    fn look(&self, location: &Location, text: &str) -> Result<Option<std::result::Result<Found, Uncounted>>> {
        if self.query.is_selective() && !self.query.may_hold(location, text) {
            return Ok(None);
        }
        let rows = !matches!(self.format, Format::Text | Format::Ids);
        let file = || CardFile { location: location.clone(), text: text.to_owned() };
        let customer = if rows || self.query.needs_card() { Some(Customer::new(file())?) } else { None };
        let facts = customer.as_ref().map(|customer| Facts::new(location, &customer.card, self.basis, self.day));
        let answer = if self.format == Format::Ids {
            self.query.holds(location, text, facts.as_ref()).map(|yes| yes.then(Vec::new))
        } else {
            self.query.hits(location, text, facts.as_ref())
        };
        match (answer, &customer) {
            (Ok(None), _) => Ok(None),
            (Ok(Some(hits)), _) => {
                let who = customer
                    .as_ref()
                    .filter(|_| rows)
                    .map(|customer| Box::new(Who::new(customer, self.basis.settings, self.day)));
                let mut found = Found::new(location, text, hits, who);
                if self.format == Format::Text {
                    found.look_up_names(text);
                }
                Ok(Some(Ok(found)))
            }
            (Err(Snag::Money(problem)), Some(customer)) => {
                Ok(Some(Err(Uncounted::new(customer, problem, self.basis, self.day))))
            }
            // the reader of cards says what is wrong, and where
            (Err(_), _) => file().card().map(|_| None),
        }
    }
}

impl Found {
    fn new(location: &Location, text: &str, hits: Vec<Hit>, who: Option<Box<Who>>) -> Self {
        // hits come in the order of the text
        let (mut line, mut seen) = (1, 0);
        let mut line_of = |hit: &Hit| {
            let between = text.get(seen..hit.span.start).unwrap_or_default();
            line += between.bytes().filter(|byte| *byte == b'\n').count();
            seen = seen.max(hit.span.start);
            (hit.derived.is_none()).then_some(line)
        };
        let lines = hits.iter().map(&mut line_of).collect();
        let called = location.company().to_owned();
        Self { path: location.path.clone(), called, hits, lines, records: HashMap::new(), who }
    }

    /// The name on the card, and what the records are called in which something was found.
    fn look_up_names(&mut self, text: &str) {
        let wanted: HashSet<usize> = self.hits.iter().map(|hit| hit.record).collect();
        pieces(text, &mut |piece| {
            match piece.keys {
                [key] if key == "name" && !piece.text.trim().is_empty() => self.called = piece.text.into_owned(),
                keys if wanted.contains(&piece.record) => {
                    let known = self.records.get(&piece.record).map(|(rank, _)| *rank);
                    if let Some(rank) = names_record(keys).filter(|rank| known.is_none_or(|known| *rank < known)) {
                        self.records.insert(piece.record, (rank, piece.text.into_owned()));
                    }
                }
                _ => {}
            }
            ControlFlow::Continue(())
        });
    }

    /// A row for each place; one at least.
    fn rows(self) -> Vec<SearchRow> {
        let Some(who) = self.who else { return Vec::new() };
        if self.hits.is_empty() {
            let text = self.path;
            return vec![SearchRow { of: *who, field: Some("path".to_owned()), line: None, text }];
        }
        let row = |(hit, line): (&Hit, &Option<usize>)| SearchRow {
            of: (*who).clone(),
            field: hit
                .derived
                .as_ref()
                .map(|(key, _)| (*key).to_owned())
                .or_else(|| Some(hit.keys.join(".")).filter(|path| !path.is_empty())),
            line: *line,
            text: hit.text.clone(),
        };
        self.hits.iter().zip(&self.lines).map(row).collect()
    }
}

/// How well a field tells its record from its siblings: 0 is best; `None` where it does not.
fn names_record(keys: &[Cow<'_, str>]) -> Option<usize> {
    let fields = fields_of(keys);
    let (last, above) = fields.split_last()?;
    above.last()?.record()?.keys.iter().position(|key| *key == last.key)
}
