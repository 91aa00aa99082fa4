//! products.toml: read when a command asks for it, so that a slip in it stops nothing else.

use super::{Book, document, misread};
use crate::error::Result;
use crate::model::Products;
use crate::model::field::Record;

/// The file that holds the product list, where the firm has one.
pub const PRODUCTS_FILE: &str = "products.toml";

impl Book {
    /// The product list; empty where there is none.
    ///
    /// # Errors
    /// The file cannot be read as one; the place is told.
    pub fn products(&self) -> Result<Products> {
        let Some(text) = self.text_of(PRODUCTS_FILE)? else { return Ok(Products::default()) };
        let document = document(PRODUCTS_FILE, &text, Products::TYPE)?;
        document.read().map_err(|fault| misread(fault, PRODUCTS_FILE, &text))
    }
}
