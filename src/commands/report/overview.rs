//! `report overview`: the book on one page, for whoever decides: sales, debts, what is due, visits, how well the cards are
//! kept, each figure with the command that prints it.

mod figures;
mod gather;
mod page;
mod row;
mod style;

use std::path::{Path, PathBuf};

pub use row::OverviewRow;

use figures::{a_year_ago, figures, horizon, months_back};
use gather::{Scope, gather};

use crate::cli::{Context, format_of};
use crate::commands::append::DryRun;
use crate::commands::lint::{CardChecks, Wanted};
use crate::commands::period::between;
use crate::error::{Error, Exit, Place, Result};
use crate::lang::tr;
use crate::model::choice::Facet;
use crate::rules::stats::Cut;
use crate::store::{exists, read_at_most, write_new, write_over};
use crate::tr;
use crate::views::Format;
use crate::views::emit::json_row;

const FORMATS: &[Format] = &[Format::Html, Format::Json];

/// A page of ours is never larger, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What may be said to `report overview`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(short = 'o', long, value_name = tr("FILE", "文件"), help = tr("Write it into this file, over an earlier overview, never over anything else; without it, print the page", "写入此文件；可覆盖以前的总览，不覆盖其他文件；不给则直接输出"))]
    output: Option<PathBuf>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("Sales from this day on; the last twelve months unless given", "统计该日起的销售，默认最近十二个月"))]
    since: Option<String>,
    #[arg(long, value_name = tr("N", "月数"), conflicts_with = "since", value_parser = clap::value_parser!(u32).range(1..=60), help = tr("Sales of so many months, this one included", "统计最近若干个月的销售，含本月"))]
    months: Option<u32>,
    #[command(flatten)]
    dry_run: DryRun,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "html", help = tr("How to write it", "输出格式"))]
    format: Format,
}

/// Months that the overview looks back unless said.
const MONTHS: u32 = 12;

impl Args {
    /// Makes the page.
    ///
    /// # Errors
    /// No book, a day that is none, a file that is somebody else's, or it cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let day = context.today;
        let period = match &self.since {
            Some(since) => between(Some(since), None, day)?,
            None => months_back(self.months.unwrap_or(MONTHS), day),
        };
        if self.output.is_some() && self.format == Format::Json {
            return Err(Error::new(tr("-o writes the page, not JSON", "-o 只写网页，不写 JSON"))
                .next(tr("write: --format json > FILE", "请写：--format json > 文件")));
        }
        let old = self.output.as_deref().map(ours).transpose()?.flatten();
        let basis = context.basis(&book);
        let products = book.products()?;
        let cut = |facets, period| Cut { facets, period, products: &products };
        let cuts = vec![
            cut(&[], period),
            cut(&[Facet::Month], period),
            cut(&[Facet::Month], a_year_ago(period)),
            cut(&[Facet::Country], period),
            cut(&[Facet::Product], period),
        ];
        let scope = Scope { basis: &basis, day, period, cuts, horizon: horizon(day) };
        let checks = CardChecks::new(&book, &basis, &products, day);
        let mut all = gather(&book, &scope, &checks, context);
        let troubled = all.troubled > 0;
        let lint = checks.book(&Wanted::default(), std::mem::take(&mut all.checked), Vec::new());
        let figures = figures(all, &lint, &scope, &book)?;
        match &self.output {
            _ if self.format == Format::Json => json_row(context.shell, &figures.row)?,
            Some(path) => self.write(path, old.as_deref(), &page::page(&figures, &book), context)?,
            None => context.shell.raw(page::page(&figures, &book).as_bytes())?,
        }
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }

    fn write(&self, path: &Path, old: Option<&[u8]>, text: &str, context: &mut Context<'_>) -> Result<()> {
        let name = path.display();
        if self.dry_run.dry_run {
            return context.shell.line(tr!("{name} would be written", "将写入 {name}"));
        }
        match old {
            Some(old) => write_over(path, old, text.as_bytes())?,
            None => write_new(path, text.as_bytes())?,
        }
        context.done(tr!("written: {name}", "已写入 {name}"));
        Ok(())
    }
}

/// What every overview holds and a file of somebody else's does not.
const OURS: &str = "<meta name=\"generator\" content=\"kehu overview\">";

/// The earlier overview at a path; `None` where nothing is there.
///
/// # Errors
/// What is there is no overview of ours.
fn ours(path: &Path) -> Result<Option<Vec<u8>>> {
    if !exists(path) {
        return Ok(None);
    }
    let old = read_at_most(path, LARGEST)?;
    if !String::from_utf8_lossy(&old).contains(OURS) {
        return Err(Error::refused(tr("this file is no overview of kehu", "该文件不是 kehu 的总览"))
            .at(Place::file(path.display().to_string()))
            .next(tr("give another file", "请换一个文件")));
    }
    Ok(Some(old))
}
