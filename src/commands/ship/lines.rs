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
use crate::model::{Date, Number, Products, currency};
use crate::rules::money::{exact, line};
use crate::store::Book;
use crate::tr;

/// `product;quantity` as a line: price, unit and discount are those of the order.
///
/// # Errors
/// The order has no such line, or none at all; the quantity does not fit; products.toml cannot be read.
pub fn lines(order: &Order, typed: &[String], book: &Book, today: Date) -> Result<Vec<Item>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let products = book.products()?;
    typed.iter().map(|text| one(order, text, &products, today)).collect()
}

/// The line of an order that is meant: by its words, else by another name of its product.
fn meant<'o>(order: &'o Order, name: &str, products: &Products) -> Option<&'o Item> {
    let key = |name: &str| fold(name.trim());
    let of = |own: &dyn Fn(&str) -> bool| order.items.iter().find(|item| item.product.as_deref().is_some_and(own));
    of(&|own| key(own) == key(name)).or_else(|| {
        let product = products.find(name)?;
        of(&|own| products.find(own).is_some_and(|other| std::ptr::eq(other, product)))
    })
}

fn one(order: &Order, text: &str, products: &Products, today: Date) -> Result<Item> {
    let typed = Typed::read(text)?;
    let (product, number) = (typed.product, called(order));
    let Some(item) = meant(order, product, products) else {
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
