//! A product on a card that products.toml knows under a name much like it.

use toml::de::DeValue;

use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::card::Item;
use crate::model::choice::Severity;
use crate::model::field::Record;
use crate::tr;

pub const CHECK: Check = Check {
    code: "unknown-product",
    severity: Severity::Info,
    article: "",
    what: Words::new(
        "a product that products.toml does not have, but one much like it",
        "明细中的品名不在产品目录中，但目录中有相近的",
    ),
    why: Words::new(
        "Statistics put together what is called the same, and papers take HS code and packing from the list. What is only spelt otherwise falls out of both.",
        "统计按品名归类，单证从产品目录取海关编码和包装；品名写法不一致就都对不上。",
    ),
    bad: &[
        Sample::File("products.toml", "[[product]]\nname = '手动叉车 2.5t'\n"),
        Sample::Card(
            "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = '手动插车 2.5t', quantity = 1, unit_price = 5 } ]\n",
        ),
    ],
    good: &[
        Sample::File("products.toml", "[[product]]\nname = '手动叉车 2.5t'\nnames = ['手动叉车2.5T']\n"),
        Sample::Card(
            "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = '手动叉车2.5t', quantity = 1, unit_price = 5 }, { product = '油桶', quantity = 1, unit_price = 5 } ]\n",
        ),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(products) = source.products else { return };
    for value in source.values() {
        let DeValue::String(name) = value.value.get_ref() else { continue };
        if value.field.key != "product" || value.record != Item::TYPE || products.find(name).is_some() {
            continue;
        }
        let Some(near) = products.nearest(name) else { continue };
        out.at(value.value.span(), tr!("{name} is not in the product list", "产品目录中没有“{name}”")).hint(tr!(
            "did you mean {near}? If both are one, write this into its names in products.toml",
            "是否想写 {near}？如为同一产品，请把此名写入 products.toml 中该产品的 names"
        ));
    }
}
