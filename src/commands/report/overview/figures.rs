//! The figures of the overview, worked out by the rules from what each card brought.

use std::collections::{BTreeMap, HashSet};

use chrono::Datelike;
use rust_decimal::Decimal;

use super::gather::{All, One, Scope, is_graded};
use super::row::{BandRow, FindingRow, LargestRow, MonthRow, OverviewRow, QualityRow, VisitRow, VisitsRow, WeekRow};
use crate::commands::lint::Found;
use crate::commands::owed::{Owed, together, too_much};
use crate::commands::receivables::{Owing, ReceivableRow};
use crate::commands::stats::{StatRow, Told, whole};
use crate::commands::waiting::waiting_at_book;
use crate::error::Result;
use crate::lang::tr;
use crate::model::choice::{DueKind, Grade, Severity, StageKind};
use crate::model::{Choose, Date, Number};
use crate::rules::grade::{Entry, Period, Seller, Standing, bands, edges, propose};
use crate::rules::money::Position;
use crate::rules::money::exact::sum;
use crate::rules::stats::{Cell, Cells, gather, share, span};
use crate::store::Book;

/// How many of a list are shown.
pub const TOP: usize = 10;
/// How many weeks are looked ahead, this one included.
const WEEKS: i64 = 8;

/// The last day of the last week that is looked at.
pub fn horizon(day: Date) -> Date {
    monday(day).plus_days(7 * WEEKS - 1)
}

fn monday(day: Date) -> Date {
    day.plus_days(-i64::from(day.weekday().num_days_from_monday()))
}

/// The figures, and what only the picture needs.
pub struct Figures {
    pub row: OverviewRow,
    /// The cumulated shares of the customers, largest first.
    pub shares: Vec<Decimal>,
    /// Where the bands are cut.
    pub edges: Vec<(Decimal, String)>,
    /// No rate is missing for sales.
    pub sales_told: bool,
    /// No rate is missing for debts.
    pub debts_told: bool,
}

/// The figures of the book.
///
/// # Errors
/// A sum has too many digits.
pub fn figures(all: All, lint: &Found, scope: &Scope<'_>, book: &Book) -> Result<Figures> {
    let (sales_told, debts_told) = (all.sales_told, all.debts_told);
    let graded = grading(&all, scope)?;
    let mut row = OverviewRow {
        date: scope.day,
        since: scope.period.since,
        until: scope.period.until,
        currency: scope.basis.rates.base().to_owned(),
        uncounted: all.troubled,
        prospects_with_orders: prospects(&all),
        total: None,
        months: Vec::new(),
        countries: Vec::new(),
        products: Vec::new(),
        bands: Vec::new(),
        largest: Vec::new(),
        owed: None,
        debtors: Vec::new(),
        exposures: Vec::new(),
        weeks: weeks(&all, book, scope),
        visits: visited(&all),
        next_visits: next(&all),
        quality: quality(&all, lint, &graded),
    };
    if sales_told {
        sold(&mut row, &all, scope)?;
        bought(&mut row, &graded);
    }
    let shares = graded.iter().filter(|(_, entry, _)| entry.sales > Decimal::ZERO);
    let shares = shares.filter_map(|(.., standing)| standing.share(standing.after)).collect();
    let edges = edges(scope.basis.policy).map_err(too_much)?;
    let edges = edges.map(|(grade, edge)| (edge, grade.key().to_owned())).to_vec();
    if debts_told {
        owed(&mut row, all, scope)?;
    }
    Ok(Figures { row, shares, edges, sales_told, debts_told })
}

/// Who is graded with its sales and its place, the largest first.
fn grading<'a>(all: &'a All, scope: &Scope<'_>) -> Result<Vec<(&'a One, &'a Entry, Standing)>> {
    let found = all.graded().filter_map(|one| Some((one, one.sold.as_ref().ok()?.1.as_ref()?)));
    let found: Vec<(&One, &Entry)> = found.collect();
    let sellers: Vec<Seller> =
        found.iter().map(|(one, entry)| Seller { path: one.who.path.clone(), sales: entry.sales }).collect();
    let standings = bands(&sellers, scope.basis.policy).map_err(too_much)?;
    let mut graded: Vec<_> = found.into_iter().zip(standings).map(|((one, entry), at)| (one, entry, at)).collect();
    graded.sort_by(|a, b| (b.1.sales, &a.0.who.path).cmp(&(a.1.sales, &b.0.who.path)));
    Ok(graded)
}

/// Prospects with orders in the period, which the first cut is of.
fn prospects(all: &All) -> usize {
    let sold = |one: &&One| one.sold.as_ref().is_ok_and(|(cells, _)| cells.first().is_some_and(|all| !all.is_empty()));
    all.customers.iter().filter(|one| one.kind == StageKind::Prospect).filter(sold).count()
}

/// Sales, by the cuts of the scope: all, months, months a year ago, countries, products.
fn sold(row: &mut OverviewRow, all: &All, scope: &Scope<'_>) -> Result<()> {
    let mut cells = vec![Cells::new(); scope.cuts.len()];
    for (found, _) in all.graded().filter_map(|one| one.sold.as_ref().ok()) {
        for (sum, found) in cells.iter_mut().zip(found) {
            gather(sum, found.clone()).map_err(too_much)?;
        }
    }
    let names = BTreeMap::new();
    let total = cells.first().map(whole).unwrap_or_default();
    let told = Told::new(scope.basis, &names, total.sales);
    let rows = |index: usize| match (scope.cuts.get(index), cells.get(index)) {
        (Some(cut), Some(cells)) => told.rows(cells, cut),
        _ => Vec::new(),
    };
    row.total = Some(told.total(tr("total", "合计").to_owned(), &total, scope.period));
    let (months, ago, mut countries, mut products) = (rows(1), rows(2), rows(3), rows(4));
    row.months = beside(&told, months, &ago, scope);
    countries.truncate(TOP);
    products.truncate(TOP);
    (row.countries, row.products) = (countries, products);
    Ok(())
}

/// Every month of the period, one without orders too, beside the same one a year ago.
fn beside(told: &Told<'_>, months: Vec<StatRow>, ago: &[StatRow], scope: &Scope<'_>) -> Vec<MonthRow> {
    let facet = crate::model::choice::Facet::Month;
    let first = scope.period.since.map(|since| span::first(facet, since));
    let mut known: BTreeMap<String, StatRow> =
        months.into_iter().filter_map(|row| Some((row.group.clone()?, row))).collect();
    let earliest = ago.first().and_then(|row| row.group.clone());
    let mut rows = Vec::new();
    let mut month = first.unwrap_or(scope.day);
    while month <= scope.period.until {
        let key = span::called(facet, month);
        let before = span::called(facet, month.minus_months(12));
        let last_year = ago.iter().find(|row| row.group.as_ref() == Some(&before)).map(|row| row.sales);
        // nothing sold in a month is something known, once there were orders at all
        let nothing = earliest.as_ref().is_some_and(|earliest| *earliest <= before).then(Number::default);
        let none = StatRow {
            by: Some(facet),
            group: Some(key.clone()),
            share: share(Decimal::ZERO, told.whole).map(Number::from),
            ..told.total(key.clone(), &Cell::default(), scope.period)
        };
        rows.push(MonthRow { of: known.remove(&key).unwrap_or(none), last_year: last_year.or(nothing) });
        month = month.plus_months(1);
    }
    rows
}

/// Bands and the largest customers.
fn bought(row: &mut OverviewRow, graded: &[(&One, &Entry, Standing)]) {
    row.bands = Grade::ALL
        .iter()
        .map(|band| {
            let own: Vec<_> = graded.iter().filter(|(.., at)| at.band == *band).collect();
            let sales = sum(own.iter().map(|(_, entry, _)| entry.sales)).unwrap_or_default();
            let share = own.first().and_then(|(.., at)| at.share(sales));
            BandRow { band: *band, customers: own.len(), sales: sales.into(), share: share.map(Number::from) }
        })
        .collect();
    let largest = graded.iter().filter(|(_, entry, _)| entry.sales > Decimal::ZERO).take(TOP);
    row.largest = largest
        .map(|(one, entry, at)| LargestRow {
            of: one.who.clone(),
            sales: entry.sales.into(),
            share: at.share(entry.sales).map(Number::from),
            cumulative_after: at.share(at.after).map(Number::from),
            band: at.band,
        })
        .collect();
}

/// What is owed: the sum, the worst debtors, the largest exposures.
fn owed(row: &mut OverviewRow, all: All, scope: &Scope<'_>) -> Result<()> {
    let base = scope.basis.rates.base();
    let mut owing: Vec<Owing> = all.customers.into_iter().filter_map(|one| one.owing.ok()).collect();
    owing.retain(|owing| !owing.position.is_empty());
    let sum = owing.iter().try_fold(Position::default(), |sum, owing| together(&sum, &owing.position))?;
    owing.sort_by_cached_key(Owing::rank);
    let rows: Vec<ReceivableRow> = owing.into_iter().map(|owing| owing.row(base)).collect();
    let mut exposed: Vec<&ReceivableRow> = rows.iter().filter(|row| !row.owed.exposure.is_zero()).collect();
    exposed.sort_by_key(|row| (-*row.owed.exposure, row.of.path.clone()));
    row.exposures = exposed.into_iter().take(TOP).cloned().collect();
    row.debtors = rows.iter().filter(|row| !row.owed.receivable.is_zero()).take(TOP).cloned().collect();
    row.owed = Some(Owed::new(base, &sum));
    Ok(())
}

/// What of a debt is past due.
pub fn overdue(owed: &Owed) -> Decimal {
    let parts = [owed.overdue_1_30, owed.overdue_31_60, owed.overdue_61_90, owed.overdue_over_90];
    // the whole debt was counted, and these are parts of it
    sum(parts.map(|part| *part)).unwrap_or_default()
}

/// What is due: overdue, then week by week.
fn weeks(all: &All, book: &Book, scope: &Scope<'_>) -> Vec<WeekRow> {
    let day = scope.day;
    let mut due: Vec<(DueKind, Option<Date>)> = all.customers.iter().flat_map(|one| one.due.clone()).collect();
    let at_book = waiting_at_book(book, is_graded(all), day, |item| item.due.is_none_or(|due| due <= scope.horizon));
    due.extend(at_book.iter().map(|row| (row.kind, row.due)));
    let overdue = WeekRow { since: None, until: day.plus_days(-1), money: 0, contact: 0, credit: 0 };
    let first = monday(day);
    let ahead = (0..WEEKS).map(|week| {
        let since = first.plus_days(7 * week);
        WeekRow { since: Some(since.max(day)), until: since.plus_days(6), ..overdue.clone() }
    });
    let mut weeks: Vec<WeekRow> = std::iter::once(overdue.clone()).chain(ahead).collect();
    for (kind, due) in due {
        // what is due without a day is due already
        let Some(week) = weeks.iter_mut().find(|week| due.is_none_or(|due| due <= week.until)) else { continue };
        match kind {
            DueKind::Payment | DueKind::Deposit | DueKind::Dishonoured => week.money += 1,
            DueKind::Review | DueKind::Report | DueKind::Alert | DueKind::Request => week.credit += 1,
            DueKind::GradeCheck | DueKind::Limit | DueKind::Backup => week.credit += 1,
            _ => week.contact += 1,
        }
    }
    weeks
}

fn visited(all: &All) -> VisitsRow {
    let none = VisitsRow { planned: 0, made: 0, effective: 0, fruitless: 0, unsaid: 0, at_risk: 0, dropped: 0 };
    all.customers.iter().map(|one| &one.visits).fold(none, |sum, one| VisitsRow {
        planned: sum.planned + one.planned,
        made: sum.made + one.made.all(),
        effective: sum.effective + one.made.effective,
        fruitless: sum.fruitless + one.made.fruitless,
        unsaid: sum.unsaid + one.made.unsaid,
        at_risk: sum.at_risk + usize::from(one.at_risk),
        dropped: sum.dropped + usize::from(one.dropped),
    })
}

fn next(all: &All) -> Vec<VisitRow> {
    let mut visits: Vec<VisitRow> = all.customers.iter().flat_map(|one| one.next.clone()).collect();
    visits.sort_by(|a, b| (a.date, &a.path).cmp(&(b.date, &b.path)));
    visits.truncate(TOP);
    visits
}

fn quality(all: &All, lint: &Found, graded: &[(&One, &Entry, Standing)]) -> QualityRow {
    let mut counts: BTreeMap<(Severity, &'static str), (usize, String)> = BTreeMap::new();
    for finding in &lint.findings {
        let what = || finding.check.what.text().to_owned();
        counts.entry((finding.check.severity, finding.check.code)).or_insert_with(|| (0, what())).0 += 1;
    }
    let mut findings: Vec<FindingRow> = counts
        .into_iter()
        .map(|((severity, code), (count, what))| FindingRow { code: code.to_owned(), severity, what, count })
        .collect();
    findings.sort_by_key(|row| (row.severity, std::cmp::Reverse(row.count)));
    let lacking: HashSet<&str> = lint
        .findings
        .iter()
        .filter(|finding| matches!(finding.check.code, "required-field" | "prospect-contact-way"))
        .map(|finding| finding.file.as_str())
        .collect();
    let customers = all.graded().count();
    let provisional = |(_, entry, at): &&(&One, &Entry, Standing)| propose(at.band, &entry.ceiling).provisional;
    QualityRow {
        cards: lint.cards,
        customers,
        prospects: all.customers.len() - customers,
        // a card that cannot be read is not among them
        complete: all.customers.iter().filter(|one| !lacking.contains(one.who.file.as_str())).count(),
        ungraded: all.graded().filter(|one| one.who.grade.is_none()).count(),
        provisional: graded.iter().filter(provisional).count(),
        findings,
    }
}

/// The period of so many months, this one included.
pub fn months_back(months: u32, day: Date) -> Period {
    let first = span::first(crate::model::choice::Facet::Month, day);
    Period { since: Some(first.minus_months(months.saturating_sub(1))), until: day }
}

/// The whole months of a year before a period.
pub fn a_year_ago(period: Period) -> Period {
    let facet = crate::model::choice::Facet::Month;
    let end = span::first(facet, period.until).plus_months(1).minus_months(12);
    Period { since: period.since.map(|since| span::first(facet, since).minus_months(12)), until: end.plus_days(-1) }
}
