//! `stats`: sales counted by product, country, month and more, and how customers' buying moved.

pub mod count;
pub mod movement;
mod page;
pub mod row;
mod words;

use std::collections::BTreeMap;

use count::{Counting, Found};
pub use movement::MovementRow;
pub use page::change as change_of;
use page::{Level, rest, table, title};
pub use row::{StatRow, Told};

use super::found::{Flags, Only, Who};
use super::period::{between, named};
use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::lang::{counted as counted_in_words, tr};
use crate::model::choice::{Facet, Stretch};
use crate::model::field::Record;
use crate::model::{Choose, Date};
use crate::rules::grade::Period;
use crate::rules::money::Basis;
use crate::rules::stats::{Cell, Cells, Cut, span};
use crate::tr;
use crate::views::{Column, Format, Report, Style, Text};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv];

/// By how many things sales are counted at once.
const LEVELS: usize = 2;

/// What may be said to `stats`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("BY", "口径"), help = tr(
        "By what: product, family, country, type, grade, owner, month, quarter, year, conduct, source, customer, one or two of them; or movement; without: an overview. Further words: only customers that this query means",
        "统计口径：产品、类别、国家、类型、等级、负责人、月份、季度、年份、付款表现、来源、客户，可给一个或两个；或动态；不给则为概况。其余的词为查询条件，只计符合的客户"))]
    words: Vec<String>,
    #[command(flatten)]
    flags: Flags,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Only sales from this day on", "只计该日起的销售额"))]
    since: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Only sales up to this day", "只计截至该日的销售额"))]
    until: Option<String>,
    #[arg(long, value_name = tr("PERIOD", "期间"), conflicts_with_all = ["since", "until"], help = tr("Only sales of this period: 2026, 2026-06, last-month, this-year", "只计该期间：2026、2026-06、上月、今年"))]
    period: Option<String>,
    #[arg(long, value_name = tr("N", "个数"), value_parser = clap::value_parser!(u32).range(1..), help = tr("Only the first so many; of months the last", "只列前若干项；按时间统计时为最近若干项"))]
    top: Option<u32>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
}

impl Args {
    /// Counts.
    ///
    /// # Errors
    /// No book, a period that is none, a mistake in the query, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let day = context.today;
        let (facets, query) = facets(&self.words)?;
        let word = query.first().cloned();
        let only = Only::of(query, self.flags.clone());
        let asked = only.asked(&book, day)?;
        let basis = context.basis(&book);
        let given = self.given(day)?;
        let products = book.products()?;
        let counting = Counting { basis: &basis, products: &products, day };
        let period = given.unwrap_or(span::stretch(Stretch::All, day));
        // without a period, movement looks at the last twelve months
        let moving = given.filter(|given| given.since.is_some());
        let moving = moving.unwrap_or(span::stretch(Stretch::TwelveMonths, day));
        let cuts: Vec<Cut<'_>> = match facets.as_slice() {
            [Facet::Movement] => Vec::new(),
            [] => stretches(given, day).into_iter().map(|(_, period)| counting.cut(&[], period)).collect(),
            facets => {
                (0..=facets.len()).map(|level| counting.cut(facets.get(..level).unwrap_or_default(), period)).collect()
            }
        };
        let movement = facets.is_empty() || facets.contains(&Facet::Movement);
        let found = counting.count(&book, &asked, &cuts, movement.then_some(moving), context)?;
        let Some(found) = found else { return Ok(Exit::Trouble) };
        if let Some(word) = word.filter(|_| asked.means_nobody()) {
            misspelt(&word)?;
        }
        let nothing = found.sold == 0;
        match facets.as_slice() {
            [] => self.overview(&found, given, moving, &basis, context)?,
            [Facet::Movement] => self.movement(&found, moving, &basis, context)?,
            facets => self.by(facets, &found, &cuts, &basis, context)?,
        }
        if nothing {
            only.check_owner(&book)?;
            if self.format == Format::Table {
                context.done(asked.nothing(tr("nothing was sold", "没有销售")));
            }
        }
        if found.elsewhere > 0 && self.format == Format::Table {
            let count = found.elsewhere;
            let prospects = counted_in_words(count, "prospect", "prospects");
            let note = tr!(
                "not counted: orders of {prospects}; promote them with kehu promote",
                "未计入：{count} 个潜在客户的订单；请用 kehu promote 转为正式客户"
            );
            context.shell.warn(&Text::new().and(Style::Warn, note));
        }
        Ok(if found.troubled > 0 { Exit::Trouble } else { Exit::Done })
    }

    /// The period that is asked for, if any.
    fn given(&self, today: Date) -> Result<Option<Period>> {
        match (&self.period, &self.since, &self.until) {
            (Some(text), ..) => named(text, today).map(Some),
            (None, None, None) => Ok(None),
            (None, since, until) => between(since.as_deref(), until.as_deref(), today).map(Some),
        }
    }

    fn overview(
        &self,
        found: &Found,
        given: Option<Period>,
        moving: Period,
        basis: &Basis<'_>,
        context: &mut Context<'_>,
    ) -> Result<()> {
        let names = BTreeMap::new();
        let rows: Vec<StatRow> = stretches(given, context.today)
            .into_iter()
            .zip(&found.cells)
            .map(|((stretch, period), cells)| {
                let cell = whole(cells);
                // they overlap: none is a share of the others
                let told = Told::new(basis, &names, rust_decimal::Decimal::ZERO);
                StatRow { group: Some(stretch.key().to_owned()), ..told.total(stretch.to_string(), &cell, period) }
            })
            .collect();
        if !self.is_for_people() {
            return self.report(&rows, &[], context);
        }
        let levels: Vec<Level<'_>> = rows.iter().map(|row| Level { row, inner: false, sum: true }).collect();
        table(tr("period", "期间"), &levels, self.format, context.shell)?;
        let moves = self.moves(found, moving, basis);
        let line = movement::summary(&moves);
        let text = Text::new().line().and(Style::Plain, compared(moving)).line().and(Style::Plain, line);
        context.shell.say(&text.and(Style::Faint, tr(": kehu stats movement", "：kehu stats 动态")).line())?;
        self.note(basis, None, context);
        Ok(())
    }

    fn moves(&self, found: &Found, period: Period, basis: &Basis<'_>) -> Vec<MovementRow> {
        let row = |(who, moved): &(Who, _)| MovementRow::new(who.clone(), moved, period, basis.rates.base());
        let mut rows: Vec<MovementRow> = found.moved.iter().map(row).collect();
        rows.sort_by_cached_key(MovementRow::rank);
        rows
    }

    fn movement(&self, found: &Found, period: Period, basis: &Basis<'_>, context: &mut Context<'_>) -> Result<()> {
        let rows = self.moves(found, period, basis);
        let shown = rows.get(..self.most(rows.len())).unwrap_or(&rows);
        self.report(shown, &movement::columns(), context)?;
        if self.is_for_people() && !rows.is_empty() {
            context.shell.line("")?;
            context.shell.line(movement::summary(&rows))?;
            self.note(basis, Some(period), context);
        }
        Ok(())
    }

    fn by(
        &self,
        facets: &[Facet],
        found: &Found,
        cuts: &[Cut<'_>],
        basis: &Basis<'_>,
        context: &mut Context<'_>,
    ) -> Result<()> {
        let (Some(first), Some(cells)) = (cuts.first(), found.cells.first()) else { return Ok(()) };
        let total = whole(cells);
        let told = Told::new(basis, &found.names, total.sales);
        let level = |level: usize| match (cuts.get(level), found.cells.get(level)) {
            (Some(cut), Some(cells)) => told.rows(cells, cut),
            _ => Vec::new(),
        };
        let outer = level(1);
        let (kept, left) = self.kept(facets, &outer);
        let inner: Vec<StatRow> = if facets.len() < LEVELS { Vec::new() } else { level(2) };
        if !self.is_for_people() {
            let within =
                |row: &&StatRow| kept.iter().any(|group| (&group.group, &group.name) == (&row.group, &row.name));
            let rows: Vec<StatRow> =
                if inner.is_empty() { kept.to_vec() } else { inner.iter().filter(within).cloned().collect() };
            return self.report(&rows, &[], context);
        }
        if outer.is_empty() {
            return Ok(());
        }
        let rest = rest(left, total.sales);
        let total = told.total(tr("total", "合计").to_owned(), &total, first.period);
        let mut levels = Vec::new();
        for row in kept {
            levels.push(Level { row, inner: false, sum: !inner.is_empty() });
            // a month without sales is in the rows for programs, to tell who went quiet
            let own = inner.iter().filter(|inner| inner.orders > 0 || !inner.sales.is_zero());
            let own = own.filter(|inner| (&inner.group, &inner.name) == (&row.group, &row.name));
            levels.extend(own.map(|row| Level { row, inner: true, sum: false }));
        }
        levels.extend(rest.iter().map(|row| Level { row, inner: false, sum: true }));
        levels.push(Level { row: &total, inner: false, sum: true });
        table(&title(facets), &levels, self.format, context.shell)?;
        self.note(basis, Some(first.period), context);
        Ok(())
    }

    /// The rows that are shown, and those that are left out: by time the last are kept, else the first.
    fn kept<'r>(&self, facets: &[Facet], rows: &'r [StatRow]) -> (&'r [StatRow], &'r [StatRow]) {
        let most = self.most(rows.len());
        if facets.first().is_some_and(|facet| span::months(*facet).is_some()) {
            let (left, kept) = rows.split_at_checked(rows.len() - most).unwrap_or((&[], rows));
            return (kept, left);
        }
        rows.split_at_checked(most).unwrap_or((rows, &[]))
    }

    fn most(&self, rows: usize) -> usize {
        self.top.and_then(|top| usize::try_from(top).ok()).unwrap_or(rows).min(rows)
    }

    fn is_for_people(&self) -> bool {
        matches!(self.format, Format::Table | Format::Md)
    }

    fn report<T: serde::Serialize + Record>(
        &self,
        rows: &[T],
        columns: &[Column<T>],
        context: &mut Context<'_>,
    ) -> Result<()> {
        if rows.is_empty() && self.is_for_people() {
            return Ok(());
        }
        Report { rows, columns, path: |_| "" }.emit(self.format, false, context.shell)
    }

    /// In which currency, and against what.
    fn note(&self, basis: &Basis<'_>, period: Option<Period>, context: &mut Context<'_>) {
        if self.format != Format::Table {
            return;
        }
        let base = basis.rates.base();
        let mut note = tr!("sales in {base}", "销售额单位 {base}");
        if let Some(period) = period.filter(|period| period.since.is_some()) {
            note += tr("; ", "；");
            note += &compared(period);
        }
        context.shell.remark(&Text::new().and(Style::Faint, note));
    }
}

/// `2026-01-01 – 2026-11-24 against 2025-01-01 – 2025-11-24`.
fn compared(period: Period) -> String {
    let Some((since, before)) = period.since.zip(span::before(period)) else { return String::new() };
    let (until, first, last) = (period.until, before.since.unwrap_or(before.until), before.until);
    tr!("{since} to {until} against {first} to {last}", "{since} 至 {until}，对比 {first} 至 {last}")
}

/// The stretches of time of the overview.
fn stretches(given: Option<Period>, today: Date) -> Vec<(Stretch, Period)> {
    match given {
        Some(period) => vec![(Stretch::Given, period)],
        None => {
            let all = Stretch::ALL.iter().filter(|stretch| **stretch != Stretch::Given);
            all.map(|stretch| (*stretch, span::stretch(*stretch, today))).collect()
        }
    }
}

/// The figures of everything together.
pub fn whole(cells: &Cells) -> Cell {
    cells.values().next().cloned().unwrap_or_default()
}

/// Refuses a word that means no customer where it is nearly one of those by which sales are counted.
fn misspelt(word: &str) -> Result<()> {
    let own = |facet: &&Facet| [facet.key(), facet.words().zh].iter().any(|name| is_near(word, name));
    let Some(near) = Facet::ALL.iter().find(own) else { return Ok(()) };
    let (en, zh) = (near.key(), near.words().zh);
    Err(Error::new(tr!("no customer is meant by \"{word}\"", "没有符合“{word}”的客户"))
        .next(tr!("did you mean kehu stats {en}?", "是否想写 kehu stats {zh}？")))
}

/// One letter off, two of a longer word.
fn is_near(word: &str, name: &str) -> bool {
    let off = strsim::damerau_levenshtein(&word.to_lowercase(), name);
    off <= if name.chars().count() < 5 { 1 } else { 2 }
}

/// By what sales are counted, and the words behind that, which are a query.
fn facets(words: &[String]) -> Result<(Vec<Facet>, Vec<String>)> {
    let facets: Vec<Facet> = words.iter().map_while(|word| Facet::find(word)).collect();
    let query = words.get(facets.len()..).unwrap_or_default().to_vec();
    let mixed = facets.len() > 1 && facets.contains(&Facet::Movement);
    let twice = facets.iter().enumerate().any(|(at, facet)| facets.iter().skip(at + 1).any(|other| other == facet));
    if facets.len() > LEVELS || mixed || twice {
        return Err(Error::new(tr(
            "sales are counted by one thing or by two different ones",
            "统计口径只能给一个，或给两个不同的",
        ))
        .next(tr(
            "write kehu stats country month, or kehu stats movement alone",
            "如 kehu stats 国家 月份；动态须单独使用",
        )));
    }
    Ok((facets, query))
}
