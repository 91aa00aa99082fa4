//! Figures as a table: nested where there are two levels, with bars and a total.

use rust_decimal::Decimal;

use super::row::StatRow;
use crate::error::Result;
use crate::lang::tr;
use crate::model::choice::Facet;
use crate::rules::stats::share;
use crate::tr;
use crate::views::bar::bar;
use crate::views::grid::{Chosen, Line, emit};
use crate::views::table::{Head, Shown};
use crate::views::{Format, Shell, Style, amount, per_cent};

/// Columns that a bar takes where nobody says how wide the terminal is.
const BAR: usize = 20;
/// The shortest and the longest bar on a terminal, which takes a fifth of it.
const BARS: std::ops::RangeInclusive<usize> = 6..=24;

/// A row of the table.
pub struct Level<'a> {
    /// What is told.
    pub row: &'a StatRow,
    /// It stands below another.
    pub inner: bool,
    /// It sums others: no bar, for that would dwarf theirs.
    pub sum: bool,
}

/// Writes the table, as text or in Markdown.
///
/// # Errors
/// The output cannot be written.
pub fn table(title: &str, levels: &[Level<'_>], format: Format, shell: &mut Shell) -> Result<()> {
    let columns = shell.width().map_or(BAR, |width| (width / 5).clamp(*BARS.start(), *BARS.end()));
    let largest = levels.iter().filter(|level| !level.sum).map(|level| *level.row.sales).max().unwrap_or_default();
    let is_text = format == Format::Table;
    let shows = |of: fn(&StatRow) -> bool| levels.iter().any(|level| of(level.row));
    let shares = shows(|row| row.share.is_some());
    let (quantities, compares) = (shows(|row| row.quantity.is_some()), shows(|row| row.before.is_some()));
    // without a period before, customers are neither new nor quiet
    let all: Vec<(bool, Head, Cell)> = vec![
        (true, head(title, false, 0, true), |level, _| name(level)),
        (true, head(tr("customers", "客户数"), true, 6, false), |level, _| count(level.row.customers)),
        (true, head(tr("orders", "订单数"), true, 5, false), |level, _| count(level.row.orders)),
        (quantities, head(tr("quantity", "数量"), true, 4, false), |level, _| quantity(level.row).into()),
        (true, head(tr("sales", "销售额"), true, 0, false), |level, _| strong(level, amount(*level.row.sales))),
        (shares, head(tr("share", "占比"), true, 2, false), |level, _| shown(level.row.share.map(|share| *share))),
        (is_text && shares, head("", false, 3, false), |level, (largest, columns)| {
            if level.sum { "".into() } else { bar(*level.row.sales, largest, columns).into() }
        }),
        (compares, head(tr("change", "增减"), true, 1, false), |level, _| change(level.row)),
        (compares, head(tr("new", "新客户"), true, 7, false), |level, _| some(level.row.new)),
        (compares, head(tr("returning", "老客户"), true, 9, false), |level, _| some(level.row.returning)),
        (compares, head(tr("gone quiet", "停购"), true, 8, false), |level, _| some(level.row.quiet)),
    ];
    let chosen: Vec<(Head, Cell)> =
        all.into_iter().filter(|(on, ..)| *on).map(|(_, head, cell)| (head, cell)).collect();
    let lines: Vec<Line> = levels
        .iter()
        .map(|level| Line {
            path: String::new(),
            cells: chosen.iter().map(|(_, cell)| cell(level, (largest, columns))).collect(),
            values: Vec::new(),
        })
        .collect();
    let heads: Vec<Chosen> =
        chosen.into_iter().map(|(head, _)| Chosen { head, key: String::new(), typed: true }).collect();
    emit(&heads, &lines, format, false, shell)
}

/// What is shown of a row, given the largest sales and the columns of a bar.
type Cell = fn(&Level<'_>, (Decimal, usize)) -> Shown;

fn head(title: &str, right: bool, spare: u8, elastic: bool) -> Head {
    Head { title: title.to_owned(), right, spare, elastic }
}

fn name(level: &Level<'_>) -> Shown {
    let name = level.row.then_name.as_ref().unwrap_or(&level.row.name);
    // a no-break space, for tables lose plain ones at the front
    if level.inner { format!("\u{3000}{name}").into() } else { strong(level, name.clone()) }
}

fn strong(level: &Level<'_>, text: String) -> Shown {
    Shown { text, style: if level.sum { Style::Strong } else { Style::Plain } }
}

fn count(count: usize) -> Shown {
    if count == 0 { "".into() } else { count.to_string().into() }
}

fn some(number: Option<usize>) -> Shown {
    count(number.unwrap_or(0))
}

fn shown(share: Option<Decimal>) -> Shown {
    share.map(per_cent).unwrap_or_default().into()
}

fn quantity(row: &StatRow) -> String {
    let unit = row.unit.as_deref().unwrap_or_default();
    row.quantity
        .map(|quantity| format!("{} {unit}", amount(quantity.normalize())).trim_end().to_owned())
        .unwrap_or_default()
}

/// How sales moved: an arrow that needs no colour, and by how much.
pub fn change(row: &StatRow) -> Shown {
    moved(*row.sales, row.before.map(|before| *before), row.change.map(|change| *change))
}

/// The same of any two amounts.
pub fn moved(now: Decimal, before: Option<Decimal>, change: Option<Decimal>) -> Shown {
    let Some(before) = before else { return "".into() };
    let (arrow, style) = match now.cmp(&before) {
        std::cmp::Ordering::Greater => ("↑", Style::Good),
        std::cmp::Ordering::Equal => return "".into(),
        std::cmp::Ordering::Less => ("↓", Style::Bad),
    };
    let text = change.map_or_else(|| arrow.to_owned(), |change| format!("{arrow} {}", per_cent(change.abs())));
    Shown { text, style }
}

/// The rest of a list that was cut, as one row.
pub fn rest(rows: &[StatRow], whole: Decimal) -> Option<StatRow> {
    let first = rows.first()?;
    let count = rows.len();
    let sales = rows.iter().fold(Decimal::ZERO, |sum, row| sum.saturating_add(*row.sales));
    Some(StatRow {
        group: None,
        name: tr!("{count} others", "其他 {count} 项"),
        then_name: None,
        charge: false,
        customers: 0,
        orders: 0,
        quantity: None,
        unit: None,
        sales: sales.into(),
        share: share(sales, whole).map(Into::into),
        before: None,
        change: None,
        new: None,
        returning: None,
        quiet: None,
        ..first.clone()
    })
}

/// What stands above the first column.
pub fn title(facets: &[Facet]) -> String {
    let names: Vec<&str> = facets.iter().map(|facet| crate::model::Choose::words(*facet).text()).collect();
    names.join(tr(" / ", "／"))
}
