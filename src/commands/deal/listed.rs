//! What the product list knows of a line that is typed.

use super::item::Typed;
use crate::error::{Error, Result};
use crate::model::card::Item;
use crate::model::{Number, Product, Products, currency};
use crate::store::{Book, PRODUCTS_FILE};
use crate::tr;

/// The product list, for a paper in a currency.
#[derive(Debug, Default)]
pub struct Listed {
    products: Products,
    currency: Option<String>,
}

impl Listed {
    /// The list of a book, for lines that are typed: in the currency of the paper, else, where no line gives a price, in
    /// that of the first product.
    ///
    /// # Errors
    /// products.toml cannot be read.
    pub fn of(book: &Book, currency: Option<&str>, lines: &[String]) -> Result<Self> {
        let products = book.products()?;
        let read: Vec<Typed<'_>> = lines.iter().filter_map(|text| Typed::read(text).ok()).collect();
        // a price that is typed says nothing of its currency, and may be in another
        let unpriced = read.iter().all(|line| line.price.is_none());
        let own = || read.iter().filter(|_| unpriced).find_map(|line| currency_of(products.find(line.product)?));
        let currency = currency.map(str::to_owned).or_else(own);
        Ok(Self { products, currency })
    }

    /// The list for a paper whose currency became known.
    #[must_use]
    pub fn in_currency(self, currency: Option<String>) -> Self {
        Self { currency, ..self }
    }

    /// The currency, where it is known.
    pub fn currency(&self) -> Option<&str> {
        self.currency.as_deref()
    }

    /// Whether the currency must be known before lines are typed: prices of the list are in one.
    pub fn wants_currency(&self) -> bool {
        !self.is_empty() && self.currency.is_none()
    }

    /// Whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.products.product.is_empty()
    }

    /// The product that is meant.
    pub fn find(&self, name: &str) -> Option<&Product> {
        self.products.find(name)
    }

    /// The price of a line that gives none.
    ///
    /// # Errors
    /// The list has no such product, or no price of it in the currency of the paper.
    pub fn price(&self, line: &Typed<'_>) -> Result<Number> {
        let (product, quantity) = (line.product, line.quantity);
        let with_price =
            tr!("or write the price: \"{product};{quantity};185.00\"", "或写明单价：\"{product};{quantity};185.00\"");
        let Some(known) = self.find(product) else {
            let error = Error::new(tr!("\"{product}\" is not in the product list", "产品目录中没有“{product}”"));
            return Err(match self.products.nearest(product) {
                Some(near) => error.next(tr!("did you mean {near}? {with_price}", "是否想写 {near}？{with_price}")),
                None => {
                    error.next(tr!("add it to {PRODUCTS_FILE}, {with_price}", "请加入 {PRODUCTS_FILE}，{with_price}"))
                }
            });
        };
        let wrong = match (known.price, currency_of(known), &self.currency) {
            (Some(price), Some(own), Some(currency)) if own == *currency => return Ok(price),
            (Some(price), Some(own), Some(currency)) => tr!(
                "{product} costs {own} {price} in the product list, and this is in {currency}",
                "产品目录中 {product} 的价格是 {own} {price}，本单币种是 {currency}"
            ),
            (Some(_), Some(own), None) => {
                return Err(Error::new(tr!(
                    "the prices are in which currency? {product} costs {own} in the product list",
                    "单价是什么币种？产品目录中 {product} 以 {own} 计价"
                ))
                .next(tr!("say it: --currency {own}", "请写明：--currency {own}")));
            }
            _ => tr!("the product list says no price of {product}", "产品目录中 {product} 没有单价或币种"),
        };
        Err(Error::new(wrong).next(tr!(
            "write the price: \"{product};{quantity};185.00\"",
            "请写明单价：\"{product};{quantity};185.00\""
        )))
    }

    /// The lines of which less is ordered than the list says is the least, in a sentence each.
    pub fn below_minimum(&self, items: &[Item]) -> Vec<String> {
        let below = |item: &Item| {
            let known = self.find(item.product.as_deref()?)?;
            let (quantity, least) = (item.quantity?, known.moq?);
            let product = known.name.as_deref().unwrap_or_default();
            let below = !quantity.is_sign_negative() && *quantity < *least;
            below.then(|| {
                tr!(
                    "{product}: {quantity} is below the minimum order of {least}",
                    "{product}：数量 {quantity} 低于起订量 {least}"
                )
            })
        };
        items.iter().filter_map(below).collect()
    }
}

impl From<Products> for Listed {
    fn from(products: Products) -> Self {
        Self { products, currency: None }
    }
}

fn currency_of(product: &Product) -> Option<String> {
    product.currency.as_deref().and_then(currency::find)
}
