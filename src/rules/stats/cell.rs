//! The cells of a count: what each is of, and its figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::fold::fold;
use crate::rules::money::Exact;
use crate::rules::money::exact::add;

/// A name as it was written first; two are one where they read the same, whatever their case and accents.
#[derive(Clone, Debug)]
pub struct Name {
    folded: String,
    /// As it was written.
    pub spelled: String,
}

impl Name {
    /// A name that says something.
    pub fn new(text: Option<&str>) -> Option<Self> {
        let spelled = text.map(str::trim).filter(|text| !text.is_empty())?.to_owned();
        Some(Self { folded: fold(&spelled), spelled })
    }

    /// A word of ours, which is as it is.
    pub(super) fn exact(text: impl Into<String>) -> Self {
        let spelled = text.into();
        Self { folded: spelled.clone(), spelled }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.folded.cmp(&other.folded)
    }
}

/// What a figure is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// This one: a product, a country's code, a choice's key, a month.
    Named(Name),
    /// Something that is charged for beside the goods.
    Charge(Name),
    /// Whatever is charged for beside the goods.
    Charges,
    /// Nobody says.
    Unknown,
    /// Orders of which only the total is known.
    Lineless,
}

/// How much was sold, where the units agree.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Quantity {
    /// No line says.
    #[default]
    Nothing,
    /// So much, in this unit.
    Of(Decimal, Option<Name>),
    /// In several units: no sum.
    Mixed,
}

impl Quantity {
    pub(super) fn plus(self, other: Self) -> Exact<Self> {
        Ok(match (self, other) {
            (Self::Nothing, other) | (other, Self::Nothing) => other,
            (Self::Of(a, unit), Self::Of(b, same)) if unit == same => Self::Of(add(a, b)?, unit),
            _ => Self::Mixed,
        })
    }
}

/// The figures of one part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Customers that bought.
    pub customers: usize,
    /// Orders, credit notes left out.
    pub orders: usize,
    /// Sales in base currency; credit notes are taken off.
    pub sales: Decimal,
    /// Sales in the period before.
    pub before: Decimal,
    /// How much was sold.
    pub quantity: Quantity,
    /// Customers whose first purchase of all falls into the period.
    pub new: usize,
    /// Customers that had bought before it.
    pub returning: usize,
    /// Customers that bought in the period before and not in this one.
    pub quiet: usize,
}

impl Cell {
    /// Two together.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn plus(self, other: Self) -> Exact<Self> {
        Ok(Self {
            customers: self.customers + other.customers,
            orders: self.orders + other.orders,
            sales: add(self.sales, other.sales)?,
            before: add(self.before, other.before)?,
            quantity: self.quantity.plus(other.quantity)?,
            new: self.new + other.new,
            returning: self.returning + other.returning,
            quiet: self.quiet + other.quiet,
        })
    }
}

/// The figures by part, or by several parts at once.
pub type Cells = BTreeMap<Vec<Part>, Cell>;

/// The figures of many customers together.
///
/// # Errors
/// The digits do not suffice.
pub fn gather(all: &mut Cells, more: Cells) -> Exact<()> {
    for (key, cell) in more {
        let own = all.remove(&key).unwrap_or_default();
        all.insert(key, own.plus(cell)?);
    }
    Ok(())
}
