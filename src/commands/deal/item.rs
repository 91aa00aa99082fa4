//! A line of a quote or an order as it is typed, and as it is written.

use super::listed::Listed;
use super::sum::Sign;
use crate::commands::append::{Draft, wrong_value};
use crate::error::{Error, Result};
use crate::formats::toml::{inline_table, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Item;
use crate::model::field::Record;
use crate::tr;

/// A line as it is typed: `product;quantity [unit][;unit price[;discount]]`.
pub struct Typed<'t> {
    /// What is sold.
    pub product: &'t str,
    /// How much of it.
    pub quantity: &'t str,
    /// What it is counted in, or empty.
    pub unit: &'t str,
    /// The price of one; the product list knows it where it is left out.
    pub price: Option<&'t str>,
    discount: Option<&'t str>,
}

impl<'t> Typed<'t> {
    /// Parts a line.
    ///
    /// # Errors
    /// A part is missing, or there are too many.
    pub fn read(text: &'t str) -> Result<Self> {
        let parts: Vec<&str> = text.split([';', '；']).map(str::trim).collect();
        let (product, quantity, price, discount) = match parts.as_slice() {
            [product, quantity] => (*product, *quantity, None, None),
            [product, quantity, price] => (*product, *quantity, Some(*price), None),
            [product, quantity, price, discount] => (*product, *quantity, Some(*price), Some(*discount)),
            _ => return Err(shape(text)),
        };
        let unit_at = quantity.find(|c: char| c.is_alphabetic()).unwrap_or(quantity.len());
        let (quantity, unit) = quantity.split_at(unit_at);
        if product.is_empty() || quantity.is_empty() {
            return Err(shape(text));
        }
        let price = price.filter(|price| !price.is_empty());
        Ok(Self { product, quantity, unit, price, discount })
    }
}

/// A typed line as an inline table; what the product list knows of it stands in the place of what was left out.
///
/// # Errors
/// A part is missing or does not fit, or the list does not know it in this currency.
pub fn item(text: &str, sign: Sign, list: &Listed, today: Date) -> Result<String> {
    let line = Typed::read(text)?;
    if line.price.is_none() && list.is_empty() {
        return Err(shape(text));
    }
    let known = list.find(line.product);
    let price = match line.price {
        Some(price) => price.to_owned(),
        None => list.price(&line)?.to_string(),
    };
    let unit = known.and_then(|known| known.unit.as_deref()).filter(|_| line.unit.is_empty());
    let mut draft = Draft::new(Item::TYPE, today);
    let mut typed = |key, value| {
        draft
            .typed(key, value)
            .map_err(|error| Error { what: tr!("\"{text}\": {}", "“{text}”：{}", error.what), ..error })
    };
    typed("product", Some(known.and_then(|known| known.name.as_deref()).unwrap_or(line.product)))?;
    typed("quantity", Some(line.quantity))?;
    typed("unit", Some(unit.unwrap_or(line.unit)))?;
    typed("unit_price", Some(&price))?;
    typed("discount", line.discount)?;
    for key in ["quantity", "unit_price"] {
        if let Some(wrong) = draft.number(key).and_then(|number| sign.wrong(number)) {
            let label = Item::TYPE.field(key).map_or(key, |field| field.label.text());
            return Err(wrong_value(tr!("\"{text}\": {label} {wrong}", "“{text}”：{label}{wrong}")));
        }
    }
    Ok(inline_table(&draft.finish()))
}

/// A line that a card holds, as an inline table.
pub fn copied(item: &Item) -> String {
    let text = |text: &Option<String>| text.as_deref().map(quoted);
    let fields = [
        ("product", text(&item.product)),
        ("quantity", item.quantity.map(decimal)),
        ("unit", text(&item.unit)),
        ("unit_price", item.unit_price.map(decimal)),
        ("discount", item.discount.map(decimal)),
    ];
    let fields: Vec<_> = fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
    inline_table(&fields)
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
            assert_eq!(item(text, Sign::Above, &Listed::default(), today).ok().as_deref(), want, "{text}");
        }
    }

    #[test]
    fn the_product_list_fills_in_what_is_left_out() {
        let today = Date::parse("2026-11-23").unwrap();
        let products: crate::model::Products = crate::formats::toml::from_text(
            "product = [ { name = '手动叉车', names = ['叉车'], code = 'A-1', unit = '台', price = '185.00', currency = 'USD' }, { name = '轮子', currency = 'USD' }, { name = '托盘', price = 9 } ]",
        )
        .unwrap();
        let list = Listed::from(products.clone()).in_currency(Some("USD".to_owned()));
        for (text, want) in [
            ("a-1;40", Some(r#"{ product = "手动叉车", quantity = 40, unit = "台", unit_price = "185.00" }"#)),
            ("叉车;40箱;180", Some(r#"{ product = "手动叉车", quantity = 40, unit = "箱", unit_price = 180 }"#)),
            (
                "叉车;40;;5%",
                Some(
                    r#"{ product = "手动叉车", quantity = 40, unit = "台", unit_price = "185.00", discount = "0.05" }"#,
                ),
            ),
            ("油桶;4;5", Some(r#"{ product = "油桶", quantity = 4, unit_price = 5 }"#)),
            ("油桶;4", None),
            ("轮子;4", None),
            ("托盘;4", None),
        ] {
            assert_eq!(item(text, Sign::Above, &list, today).ok().as_deref(), want, "{text}");
        }
        let euro = Listed::from(products).in_currency(Some("EUR".to_owned()));
        assert!(item("叉车;40", Sign::Above, &euro, today).unwrap_err().what.contains("USD"));
        assert!(item("叉车;40;170", Sign::Above, &euro, today).is_ok());
    }

    #[test]
    fn a_line_of_a_credit_note_may_be_negative() {
        let today = Date::parse("2026-11-23").unwrap();
        for (text, fits) in
            [("叉车;-40;185", true), ("叉车;40;-185.00", true), ("叉车;0;185", false), ("叉车;1;-0.0", false)]
        {
            assert_eq!(item(text, Sign::Any, &Listed::default(), today).is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn a_line_is_copied_with_its_decimals() {
        let text = r#"{ product = "PU 轮", quantity = 1.50, unit_price = "2.10", discount = 0 }"#;
        let card: crate::model::card::Order = crate::formats::toml::from_text(&format!("items = [{text}]")).unwrap();
        let want = r#"{ product = "PU 轮", quantity = "1.50", unit_price = "2.10", discount = 0 }"#;
        assert_eq!(card.items.iter().map(copied).collect::<Vec<_>>(), [want]);
    }
}
