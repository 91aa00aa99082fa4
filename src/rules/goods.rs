//! The goods of a paper: lines with what the product list knows of them, apart from charges; totals of money, packages,
//! weights and measures. What cannot be told of one line cannot be told of all.

use rust_decimal::{Decimal, RoundingStrategy};

use super::money::exact::{mul, rounded, share, sub, sum};
use super::money::{Exact, Slip, line};
use crate::model::card::{Item, PayTerms};
use crate::model::choice::PaymentMethod;
use crate::model::product::{Product, Products};

/// A line of a paper.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The line of the quote, order or shipment.
    pub item: &'a Item,
    /// What the product list knows of it.
    pub product: Option<&'a Product>,
    /// What it comes to.
    pub amount: Decimal,
    /// Packages that are begun, of goods.
    pub packages: Option<Decimal>,
    /// Net weight of all of them, in kilograms.
    pub net_weight: Option<Decimal>,
    /// Gross weight of all of them, in kilograms.
    pub gross_weight: Option<Decimal>,
    /// In cubic metres.
    pub volume: Option<Decimal>,
}

/// The lines of a paper and what they come to.
#[derive(Clone, Debug, Default)]
pub struct Goods<'a> {
    /// The goods.
    pub lines: Vec<Line<'a>>,
    /// Freight, insurance, tools.
    pub charges: Vec<Line<'a>>,
    /// What the goods come to.
    pub goods_total: Decimal,
    /// What the charges come to.
    pub charges_total: Decimal,
    /// How much of the goods; nothing where units differ.
    pub quantity: Option<Decimal>,
    /// All packages, where that is known of every line.
    pub packages: Option<Decimal>,
    /// In kilograms.
    pub net_weight: Option<Decimal>,
    /// In kilograms.
    pub gross_weight: Option<Decimal>,
    /// In cubic metres.
    pub volume: Option<Decimal>,
    /// The longest lead time of the products, in days.
    pub lead_days: Option<u32>,
}

/// The goods of a paper, in a currency of so many decimals.
///
/// # Errors
/// A line lacks quantity or price, or the digits do not suffice.
pub fn goods<'a>(items: &'a [Item], products: &'a Products, unit: u32) -> Slip<Goods<'a>> {
    let lines: Slip<Vec<Line<'a>>> = items.iter().map(|item| of_item(item, products, unit)).collect();
    let is_charge = |line: &Line<'_>| line.product.is_some_and(|product| product.charge == Some(true));
    let (charges, lines): (Vec<_>, Vec<_>) = lines?.into_iter().partition(is_charge);
    let all = |of: fn(&Line<'_>) -> Option<Decimal>| -> Exact<Option<Decimal>> {
        let known: Option<Vec<Decimal>> = lines.iter().map(of).collect();
        known.filter(|known| !known.is_empty()).map(sum).transpose()
    };
    let total = |lines: &[Line<'_>]| sum(lines.iter().map(|line| line.amount)).map(|sum| rounded(sum, unit));
    let first = lines.first().map(unit_of);
    let same = lines.iter().all(|line| Some(unit_of(line)) == first);
    let quantity = if same { all(|line| line.item.quantity.map(|number| *number))? } else { None };
    Ok(Goods {
        goods_total: total(&lines)?,
        charges_total: total(&charges)?,
        quantity,
        packages: all(|line| line.packages)?,
        net_weight: all(|line| line.net_weight)?,
        gross_weight: all(|line| line.gross_weight)?,
        volume: all(|line| line.volume)?,
        lead_days: lines.iter().filter_map(|line| line.product?.lead_days).max(),
        lines,
        charges,
    })
}

/// The unit of a line: its own, else that of the product list.
pub fn unit_of<'a>(line: &Line<'a>) -> Option<&'a str> {
    let own = line.item.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty());
    own.or(line.product.and_then(|product| product.unit.as_deref()))
}

fn of_item<'a>(item: &'a Item, products: &'a Products, unit: u32) -> Slip<Line<'a>> {
    let product = products.find(item.product.as_deref().unwrap_or_default());
    let per = product.and_then(|product| product.per_package).filter(|per| !per.is_zero());
    let packages = item.quantity.zip(per).and_then(|(quantity, per)| begun(*quantity, *per));
    let each = |of: Option<crate::model::Number>| -> Exact<Option<Decimal>> {
        packages.zip(of).map(|(packages, of)| mul(packages, *of)).transpose()
    };
    Ok(Line {
        item,
        product,
        amount: line(item, unit)?,
        packages,
        net_weight: each(product.and_then(|product| product.net_weight))?,
        gross_weight: each(product.and_then(|product| product.gross_weight))?,
        volume: each(product.and_then(|product| product.volume))?,
    })
}

/// How many packages a quantity fills or begins.
fn begun(quantity: Decimal, per: Decimal) -> Option<Decimal> {
    Some(quantity.checked_div(per)?.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero))
}

/// The deposit that is agreed on an amount, and what remains.
///
/// # Errors
/// The digits do not suffice.
pub fn deposit(total: Decimal, pay: Option<&PayTerms>, unit: u32) -> Exact<(Option<Decimal>, Decimal)> {
    let agreed = pay.and_then(|pay| pay.deposit).map(|share| *share).filter(|share| !share.is_zero());
    let whole = agreed.is_none() && pay.is_some_and(|pay| pay.balance == Some(PaymentMethod::Advance));
    match if whole { Some(Decimal::ONE) } else { agreed } {
        Some(part) => {
            let deposit = share(total, part, Decimal::ONE, unit)?;
            Ok((Some(deposit), sub(total, deposit)?))
        }
        None => Ok((None, total)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;
    use crate::model::card::Order;

    fn d(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    fn products() -> Products {
        from_text(
            "[[product]]\nname = '叉车'\nunit = '台'\nper_package = 2\nnet_weight = 130\ngross_weight = '142.5'\nvolume = '0.62'\nlead_days = 35\n\
             [[product]]\nname = '链条'\nunit = '米'\nlead_days = 10\n[[product]]\nname = '海运费'\ncharge = true\n",
        )
        .unwrap()
    }

    #[test]
    fn packages_weights_and_totals() {
        let products = products();
        for (items, quantity, packages, gross, total, charges) in [
            (
                "{ product = '叉车', quantity = 40, unit_price = 185 }",
                Some("40"),
                Some("20"),
                Some("2850"),
                "7400",
                "0",
            ),
            ("{ product = '叉车', quantity = 41, unit_price = 1 }", Some("41"), Some("21"), Some("2992.5"), "41", "0"),
            (
                "{ product = '叉车', quantity = 1, unit_price = 1 }, { product = '海运费', quantity = 1, unit_price = 400 }",
                Some("1"),
                Some("1"),
                Some("142.5"),
                "1",
                "400",
            ),
            (
                "{ product = '叉车', quantity = 1, unit_price = 1 }, { product = '链条', quantity = 5, unit_price = 2 }",
                None,
                None,
                None,
                "11",
                "0",
            ),
            ("", None, None, None, "0", "0"),
        ] {
            let order: Order = from_text(&format!("items = [ {items} ]")).unwrap();
            let found = goods(&order.items, &products, 2).unwrap();
            let told = (found.quantity, found.packages, found.gross_weight, found.goods_total, found.charges_total);
            assert_eq!(told, (quantity.map(d), packages.map(d), gross.map(d), d(total), d(charges)), "{items}");
        }
        let order: Order = from_text("items = [ { product = '叉车' } ]").unwrap();
        assert!(goods(&order.items, &products, 2).is_err());
    }

    #[test]
    fn what_is_paid_ahead_and_what_remains() {
        for (pay, ahead, rest) in [
            ("", None, "100.01"),
            ("deposit = '0.30'", Some("30.00"), "70.01"),
            ("balance = 'advance'", Some("100.01"), "0.00"),
            ("deposit = 0\nbalance = 'oa'", None, "100.01"),
        ] {
            let pay: PayTerms = from_text(pay).unwrap();
            assert_eq!(deposit(d("100.01"), Some(&pay), 2), Ok((ahead.map(d), d(rest))));
        }
    }
}
