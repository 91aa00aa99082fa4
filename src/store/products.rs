//! products.toml: read when a command asks for it, so that a slip in it stops nothing else.

use super::{Book, document, first, misread};
use crate::error::{Error, Result};
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
        self.products_or_all().map_err(first)
    }

    /// The product list; empty where there is none.
    ///
    /// # Errors
    /// Every place that keeps the file from being read as one.
    pub fn products_or_all(&self) -> std::result::Result<Products, Vec<Error>> {
        let text = self.text_of(PRODUCTS_FILE).map_err(|error| vec![error])?;
        let Some(text) = text else { return Ok(Products::default()) };
        let document = document(PRODUCTS_FILE, &text, Products::TYPE)?;
        document.read().map_err(|fault| vec![misread(fault, PRODUCTS_FILE, &text)])
    }
}
