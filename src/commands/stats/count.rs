//! The cards counted, each becoming a few cells and then dropped.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::cli::Context;
use crate::commands::counted::counted;
use crate::commands::found::{Asked, Who};
use crate::commands::owed::too_much;
use crate::error::Result;
use crate::model::choice::{Facet, StageKind};
use crate::model::{Country, Date, Products};
use crate::rules::grade::Period;
use crate::rules::money::sales::{Sale, sales};
use crate::rules::money::{Basis, Counted};
use crate::rules::stats::{Cells, Cut, Moved, Whose, cells, gather, moved, span};
use crate::store::{Book, Customer};

/// By what is counted.
pub struct Counting<'a> {
    /// What money is counted by.
    pub basis: &'a Basis<'a>,
    /// What products are called.
    pub products: &'a Products,
    /// The day of the report.
    pub day: Date,
}

/// What was counted.
#[derive(Default)]
pub struct Found {
    /// The figures of each cut.
    pub cells: Vec<Cells>,
    /// Who moved how.
    pub moved: Vec<(Who, Moved)>,
    /// What customers are called, by folder.
    pub names: BTreeMap<String, String>,
    /// Customers with sales.
    pub sold: usize,
    /// Prospects with orders: whoever is graded is counted, and they are not.
    pub elsewhere: usize,
    /// Cards that could not be counted.
    pub troubled: usize,
}

/// What one customer brings.
struct One {
    cells: Vec<Cells>,
    moved: Option<(Who, Moved)>,
    name: Option<(String, String)>,
    elsewhere: bool,
    sold: bool,
}

impl<'a> Counting<'a> {
    /// By these facets over a period.
    pub fn cut(&self, facets: &'a [Facet], period: Period) -> Cut<'a> {
        Cut { facets, period, products: self.products }
    }

    /// Counts all that is asked of everybody who is meant; `None` where a rate is missing, which is told.
    ///
    /// # Errors
    /// The sums have too many digits.
    pub fn count(
        &self,
        book: &Book,
        asked: &Asked,
        cuts: &[Cut<'_>],
        moving: Option<Period>,
        context: &mut Context<'_>,
    ) -> Result<Option<Found>> {
        let found = counted(book, self.basis, context, |customer| {
            if !asked.means(customer, self.basis, self.day)? {
                return Ok(None);
            }
            self.one(customer, cuts, moving).map(Some)
        });
        let Some((all, troubled)) = found else { return Ok(None) };
        let mut found = Found { cells: vec![Cells::new(); cuts.len()], troubled, ..Found::default() };
        for one in all {
            found.elsewhere += usize::from(one.elsewhere && one.sold);
            if one.elsewhere {
                continue;
            }
            found.sold += usize::from(one.sold);
            for (sum, cells) in found.cells.iter_mut().zip(one.cells) {
                gather(sum, cells).map_err(too_much)?;
            }
            found.moved.extend(one.moved);
            found.names.extend(one.name);
        }
        Ok(Some(found))
    }

    fn one(&self, customer: &Customer, cuts: &[Cut<'_>], moving: Option<Period>) -> Counted<One> {
        let (card, path) = (&customer.card, customer.location.path.as_str());
        let whose = Whose { card, country: customer.country().map(Country::alpha2), path };
        let mut sold: BTreeMap<Date, Vec<Sale<'_>>> = BTreeMap::new();
        // what was cancelled later counted until then
        for until in cuts.iter().map(|cut| cut.period.until).chain(moving.map(|period| period.until)) {
            if let Entry::Vacant(place) = sold.entry(until) {
                place.insert(sales(card, self.basis, until)?);
            }
        }
        let of = |until: Date| sold.get(&until).map(Vec::as_slice).unwrap_or_default();
        let found: Vec<Cells> = cuts
            .iter()
            .map(|cut| cells(&whose, of(cut.period.until), cut, self.basis, self.day))
            .collect::<Counted<_>>()?;
        let unit = self.basis.rates.base_unit();
        let moved = match moving.and_then(|period| Some((period, span::before(period)?))) {
            Some((period, before)) => moved(of(period.until), period, before, unit)?,
            None => None,
        };
        let sold = found.iter().any(|cells| !cells.is_empty()) || moved.is_some();
        let named = sold && cuts.iter().any(|cut| cut.facets.contains(&Facet::Customer));
        Ok(One {
            elsewhere: customer.location.kind != StageKind::Customer,
            moved: moved.map(|moved| (Who::new(customer, self.basis.settings, self.day), moved)),
            name: named.then(|| (path.to_owned(), customer.called().to_owned())),
            cells: found,
            sold,
        })
    }
}
