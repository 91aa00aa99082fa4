//! The lines of a shipment, as they are typed, by the lines of its order.

use crate::commands::append::{Draft, wrong_value};
use crate::commands::deal::fault;
use crate::commands::deal::item::Typed;
use crate::commands::deal::orders::called;
use crate::commands::deal::sum::Sign;
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::card::{Item, Order};
use crate::model::field::Record;
use crate::model::fold::fold;
use crate::model::{Date, Number, currency};
use crate::rules::money::{exact, line};
use crate::tr;

/// `product;quantity` as a line: price, unit and discount are those of the order.
///
/// # Errors
/// The order has no such line, or none at all; the quantity does not fit.
pub fn lines(order: &Order, typed: &[String], today: Date) -> Result<Vec<Item>> {
    typed.iter().map(|text| one(order, text, today)).collect()
}

fn one(order: &Order, text: &str, today: Date) -> Result<Item> {
    let typed = Typed::read(text)?;
    let (product, number) = (typed.product, called(order));
    let key = |name: &str| fold(name.trim());
    let own = |item: &&Item| item.product.as_deref().is_some_and(|own| key(own) == key(product));
    let Some(item) = order.items.iter().find(own) else {
        let names: Vec<&str> = order.items.iter().filter_map(|item| item.product.as_deref()).collect();
        let error = Error::new(tr!("order {number} has no line \"{product}\"", "订单 {number} 没有明细“{product}”"));
        return Err(if names.is_empty() {
            error.next(tr(
                "only its total is known; say what leaves with --amount",
                "该订单只有总额，请用 --amount 写明本批货值",
            ))
        } else {
            error.next(tr!("its lines are {}", "其明细有：{}", names.join(tr(", ", "、"))))
        });
    };
    if typed.price.is_some() {
        return Err(wrong_value(tr!(
            "\"{text}\": the price is that of the order; write product;quantity",
            "“{text}”：单价以订单为准，只写 品名;数量"
        )));
    }
    let mut draft = Draft::new(Item::TYPE, today);
    draft.typed("quantity", Some(typed.quantity))?;
    let quantity = draft.number("quantity").unwrap_or_default();
    if let Some(wrong) = Sign::Above.wrong(quantity) {
        return Err(wrong_value(tr!("\"{text}\": quantity {wrong}", "“{text}”：数量{wrong}")));
    }
    Ok(Item { quantity: Some(quantity), ..item.clone() })
}

/// What lines come to.
///
/// # Errors
/// A line of the order has no price, or the digits do not suffice.
pub fn worth(lines: &[Item], code: &str) -> Result<Number> {
    let unit = currency::decimals(code);
    let amounts = lines.iter().map(|item| line(item, unit)).collect::<std::result::Result<Vec<_>, _>>();
    let sum = amounts.and_then(|amounts| Ok(exact::sum(amounts)?));
    sum.map(Number::from).map_err(|why| fault::refused(&why))
}
