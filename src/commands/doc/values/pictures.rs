//! The pictures of the products on a paper: files of the book, read only where a paper shows them.

use std::sync::Arc;

use crate::formats::picture::{LARGEST, Picture};
use crate::formats::template::Value;
use crate::lang::tr;
use crate::model::product::Product;
use crate::rules::goods::Goods;
use crate::store::Book;
use crate::tr;

/// The picture of each line, and what is to be told of those that cannot be shown.
pub fn of_goods(goods: &Goods<'_>, book: &Book) -> (Vec<Value>, Vec<String>) {
    let mut remarks = Vec::new();
    let mut pictures = Vec::new();
    for line in &goods.lines {
        let picture = line.product.and_then(said).and_then(|file| read(file, book, &mut remarks));
        pictures.push(picture.map_or(Value::Empty, |picture| Value::Picture(Arc::new(picture))));
    }
    remarks.dedup();
    (pictures, remarks)
}

/// The file that the product list names.
fn said(product: &Product) -> Option<&str> {
    product.picture.as_deref().map(str::trim).filter(|file| !file.is_empty())
}

/// A picture; where it cannot be shown, why is told.
fn read(file: &str, book: &Book, remarks: &mut Vec<String>) -> Option<Picture> {
    let why = match book.file(file, LARGEST) {
        None => tr("the path leads out of the book", "路径超出账套").to_owned(),
        Some(Err(error)) => error.what,
        Some(Ok(bytes)) => match Picture::read(bytes) {
            Some(picture) => return Some(picture),
            None => tr("no PNG or JPEG picture", "不是 PNG 或 JPEG 图片").to_owned(),
        },
    };
    remarks.push(tr!("picture left out: {file}: {why}", "未放入图片：{file}：{why}"));
    None
}
