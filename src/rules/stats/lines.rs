//! What was sold, line by line: which product each line is of, and what of the order's sales falls on it.

use rust_decimal::Decimal;

use super::{Name, Part, Quantity};
use crate::model::card::Item;
use crate::model::{Products, currency};
use crate::rules::money::exact::{add, mul, rounded, sub, sum};
use crate::rules::money::sales::Sale;
use crate::rules::money::{Exact, Problem, line};

/// What of an order falls on one product.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The product.
    pub product: Part,
    /// Its family.
    pub family: Part,
    /// In base currency; the pieces of an order sum to its sales exactly.
    pub base: Decimal,
    /// How much of it.
    pub quantity: Quantity,
}

/// The pieces of an order. The lines are converted one after the other, each as what it adds to the
/// rounded sum, so that no cent is lost or made.
///
/// # Errors
/// A line without amount, or the digits do not suffice.
pub fn pieces(sale: &Sale<'_>, products: &Products, unit: u32) -> Result<Vec<Piece>, Problem> {
    let items = &sale.order.items;
    if items.is_empty() {
        return Ok(vec![Piece::whole(sale, &Part::Lineless)]);
    }
    let about = |fault| Problem { at: sale.order.at, name: sale.order.number.clone(), fault };
    let own = currency::decimals(&sale.currency);
    let amounts: Vec<Decimal> = items.iter().map(|item| line(item, own)).collect::<Result<_, _>>().map_err(about)?;
    // a credit note takes back, whichever sign its lines have
    let turned = sale.credit_note && sum(amounts.iter().copied())? > Decimal::ZERO;
    let turn = |number: Decimal| if turned { -number } else { number };
    let (mut before, mut base_before) = (Decimal::ZERO, rounded(Decimal::ZERO, unit));
    items
        .iter()
        .zip(amounts)
        .map(|(item, amount)| {
            let after = add(before, turn(amount))?;
            let base_after = rounded(mul(after, sale.rate)?, unit);
            let base = sub(base_after, base_before)?;
            (before, base_before) = (after, base_after);
            let (product, family) = parts(item, products);
            Ok(Piece { product, family, base, quantity: quantity(item, products, turn) })
        })
        .collect::<Exact<_>>()
        .map_err(Problem::from)
}

impl Piece {
    /// An order in one piece.
    pub fn whole(sale: &Sale<'_>, of: &Part) -> Self {
        Self { product: of.clone(), family: of.clone(), base: sale.base, quantity: Quantity::Nothing }
    }
}

/// The product and the family that a line is of.
fn parts(item: &Item, products: &Products) -> (Part, Part) {
    let Some(written) = Name::new(item.product.as_deref()) else { return (Part::Unknown, Part::Unknown) };
    let Some(listed) = products.find(&written.spelled) else { return (Part::Named(written), Part::Unknown) };
    let name = Name::new(listed.name.as_deref()).unwrap_or(written);
    if listed.charge == Some(true) {
        return (Part::Charge(name), Part::Charges);
    }
    (Part::Named(name), Name::new(listed.family.as_deref()).map_or(Part::Unknown, Part::Named))
}

fn quantity(item: &Item, products: &Products, turn: impl Fn(Decimal) -> Decimal) -> Quantity {
    let Some(number) = item.quantity else { return Quantity::Nothing };
    let listed = item.product.as_deref().and_then(|name| products.find(name));
    let unit = Name::new(item.unit.as_deref()).or_else(|| Name::new(listed?.unit.as_deref()));
    Quantity::Of(turn(*number), unit)
}
