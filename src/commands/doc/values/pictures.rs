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
    let pictures = goods.lines.iter().map(|line| {
        let said = line.product.and_then(said)?;
        match read(said, book) {
            Ok(picture) => Some(Value::Picture(Arc::new(picture))),
            Err(why) => {
                let remark = tr!("picture left out: {why}", "未放入图片：{why}");
                if !remarks.contains(&remark) {
                    remarks.push(remark);
                }
                None
            }
        }
    });
    let pictures = pictures.map(|picture| picture.unwrap_or(Value::Empty)).collect();
    (pictures, remarks)
}

/// The file that the product list names.
fn said(product: &Product) -> Option<&str> {
    product.picture.as_deref().map(str::trim).filter(|file| !file.is_empty())
}

fn read(file: &str, book: &Book) -> Result<Picture, String> {
    let why = |what: &str| tr!("{file}: {what}", "{file}：{what}");
    let bytes = book.file(file, LARGEST).ok_or_else(|| why(tr("the path leads out of the book", "路径超出账套")))?;
    let bytes = bytes.map_err(|error| why(&error.what))?;
    Picture::read(bytes).ok_or_else(|| why(tr("no PNG or JPEG picture", "不是 PNG 或 JPEG 图片")))
}
