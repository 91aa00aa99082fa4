//! A line of a quote as it is typed.

use super::super::append::{Draft, wrong_value};
use crate::error::{Error, Result};
use crate::formats::toml::inline_table;
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Item;
use crate::model::field::Record;
use crate::tr;

/// `product;quantity [unit];unit price[;discount]` as an inline table.
///
/// # Errors
/// A part is missing, or does not fit.
pub fn item(text: &str, today: Date) -> Result<String> {
    let parts: Vec<&str> = text.split([';', '；']).map(str::trim).collect();
    let (product, quantity, price, discount) = match parts.as_slice() {
        [product, quantity, price] => (*product, *quantity, *price, None),
        [product, quantity, price, discount] => (*product, *quantity, *price, Some(*discount)),
        _ => return Err(shape(text)),
    };
    if product.is_empty() || quantity.is_empty() || price.is_empty() {
        return Err(shape(text));
    }
    let unit_at = quantity.find(|c: char| c.is_alphabetic()).unwrap_or(quantity.len());
    let (quantity, unit) = quantity.split_at(unit_at);
    if quantity.is_empty() {
        return Err(shape(text));
    }
    let mut draft = Draft::new(Item::TYPE, today);
    let mut typed = |key, value| {
        draft
            .typed(key, value)
            .map_err(|error| Error { what: tr!("\"{text}\": {}", "“{text}”：{}", error.what), ..error })
    };
    typed("product", Some(product))?;
    typed("quantity", Some(quantity))?;
    typed("unit", Some(unit))?;
    typed("unit_price", Some(price))?;
    typed("discount", discount)?;
    for key in ["quantity", "unit_price"] {
        if draft.number(key).is_some_and(|number| number.is_zero() || number.is_sign_negative()) {
            let label = Item::TYPE.field(key).map_or(key, |field| field.label.text());
            return Err(wrong_value(tr!("\"{text}\": {label} must be above zero", "“{text}”：{label}必须大于零")));
        }
    }
    Ok(inline_table(&draft.finish()))
}

fn shape(text: &str) -> Error {
    Error::new(tr!("\"{text}\" is not product;quantity;unit price", "“{text}”应为 品名;数量;单价")).next(tr(
        "as \"Hand pallet truck;40 pcs;185.00\", with ;5% behind it for a discount",
        "如 \"手动叉车;40台;185.00\"，有折扣再加 ;5%",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_as_people_type_them() {
        let today = Date::parse("2026-11-23").unwrap();
        for (text, want) in [
            ("手动叉车;40;185.00", Some(r#"{ product = "手动叉车", quantity = 40, unit_price = "185.00" }"#)),
            (
                "叉车；40 台；185；5%",
                Some(r#"{ product = "叉车", quantity = 40, unit = "台", unit_price = 185, discount = "0.05" }"#),
            ),
            (
                "PU 轮 82A;1.5kg;2.10;0.1",
                Some(
                    r#"{ product = "PU 轮 82A", quantity = "1.5", unit = "kg", unit_price = "2.10", discount = "0.1" }"#,
                ),
            ),
            ("叉车;40", None),
            ("叉车;;185", None),
            (";40;185", None),
            ("叉车;台;185", None),
            ("叉车;1,000;185", None),
            ("叉车;40;185;5;6", None),
            ("叉车;0;185", None),
            ("叉车;40;-185", None),
            ("叉车;40;185;5", None),
        ] {
            assert_eq!(item(text, today).ok().as_deref(), want, "{text}");
        }
    }
}
