//! `policy impact`: whose grade, review, limit or term would change under a draft, from what to what.

mod row;

use std::path::PathBuf;

use crate::cli::{Context, format_of};
use crate::commands::counted::counted;
use crate::commands::found::Who;
use crate::commands::owed::too_much;
use crate::error::{Exit, Result};
use crate::formats::policy::{Reading, read};
use crate::lang::tr;
use crate::model::choice::{Grade, StageKind};
use crate::rules::grade::{Seller, bands, propose};
use crate::rules::impact::{Consequences, consequences};
use crate::rules::money::Basis;
use crate::store::{LARGEST, decode, read_at_most};
use crate::tr;
use crate::views::{Format, Report, Style, Text};
pub use row::ImpactRow;

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Csv];

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("DRAFT", "草案"), help = tr("A file like policy.toml with the figures that are proposed", "内容同 policy.toml 的草案文件"))]
    draft: PathBuf,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it", "输出格式"))]
    format: Format,
}

impl Args {
    /// Compares the policy in force with the draft.
    ///
    /// # Errors
    /// No book, the draft cannot be read, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let name = self.draft.display().to_string();
        let Reading { policy, faults, .. } = read(&name, &decode(read_at_most(&self.draft, LARGEST)?, &name)?);
        if context.tell(&faults) {
            return Ok(Exit::Trouble);
        }
        let (now, then) = (context.basis(&book), Basis::new(&book.settings, &policy));
        let day = context.today;
        let found = counted(&book, &now, context, |customer| {
            if customer.location.kind != StageKind::Customer {
                return Ok(None);
            }
            let under = |basis| consequences(&customer.card, basis, day);
            Ok(Some((Who::new(customer, &book.settings, day), under(&now)?, under(&then)?)))
        });
        let Some((customers, troubled)) = found else { return Ok(Exit::Trouble) };
        let before = proposals(customers.iter().map(|(of, before, _)| (of, before)), &now)?;
        let after = proposals(customers.iter().map(|(of, _, after)| (of, after)), &then)?;
        let grades = before.into_iter().zip(after);
        let rows = customers
            .into_iter()
            .zip(grades)
            .map(|((of, before, after), grades)| ImpactRow::new(of, now.rates.base(), grades, (&before, &after)));
        let rows: Vec<ImpactRow> = rows.filter(ImpactRow::changes).collect();
        self.show(&rows, now.rates.base(), context)?;
        Ok(if troubled > 0 { Exit::Trouble } else { Exit::Done })
    }

    fn show(&self, rows: &[ImpactRow], base: &str, context: &mut Context<'_>) -> Result<()> {
        let people = matches!(self.format, Format::Table | Format::Md);
        if rows.is_empty() && people {
            context.done(tr("nothing would change for any customer", "对现有客户没有影响"));
            return Ok(());
        }
        let columns = row::columns(rows);
        Report { rows, columns: &columns, path: |row| &row.of.path }.emit(self.format, false, context.shell)?;
        if self.format == Format::Table && rows.iter().any(ImpactRow::weighs) {
            let note = tr!("exposure in {base}", "信用敞口单位 {base}");
            context.shell.remark(&Text::new().and(Style::Faint, note));
        }
        Ok(())
    }
}

/// The grade that is proposed for each customer.
fn proposals<'c>(
    customers: impl Iterator<Item = (&'c Who, &'c Consequences)> + Clone,
    basis: &Basis<'_>,
) -> Result<Vec<Grade>> {
    let seller = |(of, under): (&Who, &Consequences)| Seller { path: of.path.clone(), sales: under.entry.sales };
    let sellers: Vec<Seller> = customers.clone().map(seller).collect();
    let standings = bands(&sellers, basis.policy).map_err(too_much)?;
    let proposal = |((_, under), band): ((&Who, &Consequences), Grade)| propose(band, &under.entry.ceiling).grade;
    Ok(customers.zip(standings.iter().map(|standing| standing.band)).map(proposal).collect())
}
