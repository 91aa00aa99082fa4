//! Two products of one name or number in products.toml.

use std::collections::HashMap;

use toml::de::DeValue;

use crate::error::line_and_column;
use crate::formats::toml::Document;
use crate::lang::Words;
use crate::lint::tree::products;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::fold::fold;
use crate::tr;

/// The fields that name a product.
const NAMES: &[&str] = &["name", "name_en", "names", "code"];

pub const CHECK: Check = Check {
    code: "duplicate-product",
    severity: Severity::Error,
    article: "",
    what: Words::new(
        "two products of one name or number in products.toml",
        "products.toml 中有两个产品的名称或货号相同",
    ),
    why: Words::new(
        "Quotes and orders take price and unit of the product that is named; of two that are called the same it would be the first.",
        "报价和下单按名称或货号取单价和单位；两个产品同名，取到的只会是第一个。",
    ),
    bad: &[
        Sample::File(
            "products.toml",
            "[[product]]\nname = '手动叉车'\ncode = 'A-1'\n\n[[product]]\nname = '叉车'\ncode = 'a-1'\n",
        ),
        Sample::Card("name = 'Acme'\n"),
    ],
    good: &[
        Sample::File(
            "products.toml",
            "[[product]]\nname = '手动叉车'\nname_en = 'Pallet truck'\nnames = ['pallet truck']\ncode = 'A-1'\n\n[[product]]\nname = '叉车'\ncode = 'A-2'\n",
        ),
        Sample::Card("name = 'Acme'\n"),
    ],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let Some(text) = tree.products else { return };
    let Ok(document) = Document::parse(text) else { return };
    let mut taken: HashMap<String, usize> = HashMap::new();
    for (at, product) in (0..).zip(products(&document)) {
        for value in NAMES.iter().filter_map(|key| product.get(*key)) {
            let one = std::slice::from_ref(value);
            let names = value.get_ref().as_array().map_or(one, |list| list);
            for name in names {
                let DeValue::String(called) = name.get_ref() else { continue };
                let key = fold(called.trim());
                if key.is_empty() || *taken.entry(key).or_insert(at) == at {
                    continue;
                }
                let found = out
                    .on("products.toml", tr!("{called} is the name of another product too", "{called} 与另一产品重名"));
                (found.line, found.column) = line_and_column(text, name.span().start);
                found
                    .hint(tr!("call one of them otherwise than {called}", "请给其中一个换名称或货号（现为 {called}）"));
            }
        }
    }
}
