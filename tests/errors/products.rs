//! What the product list does not know, and lines of shipments that the order does not have.

use super::books::*;
use super::told::{Told, on};
use crate::common::Book;

/// A customer and a list of two.
fn listed() -> Book {
    acme().file(
        "products.toml",
        "[[product]]\nname = '手动叉车'\nprice = '185.00'\ncurrency = 'USD'\n[[product]]\nname = '油桶'\n",
    )
}

/// One whose order has lines, and another of which only the total is known.
fn ordered() -> Book {
    card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\nitems = [ { product = 'pump', quantity = 10, unit_price = 5 } ]\n[[order]]\nnumber = 'PI-2'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 50\n",
    )
}

/// The stories.
pub const ALL: &[Told] = &[
    on(listed)
        .run("order Acme PI-1 --item 手动插车;4 --currency USD")
        .en(
            "\"手动插车\" is not in the product list",
            "did you mean 手动叉车? or write the price: \"手动插车;4;185.00\"",
        )
        .zh("产品目录中没有“手动插车”", "是否想写 手动叉车？或写明单价：\"手动插车;4;185.00\""),
    on(listed)
        .run("order Acme PI-1 --item 轮子;4 --currency USD")
        .en("\"轮子\" is not in the product list", "add it to products.toml, or write the price: \"轮子;4;185.00\"")
        .zh("产品目录中没有“轮子”", "请加入 products.toml，或写明单价：\"轮子;4;185.00\""),
    on(listed)
        .run("order Acme PI-1 --item 手动叉车;4 --currency EUR")
        .en(
            "手动叉车 costs USD 185.00 in the product list, and this is in EUR",
            "write the price: \"手动叉车;4;185.00\"",
        )
        .zh("产品目录中 手动叉车 的价格是 USD 185.00，本单币种是 EUR", "请写明单价：\"手动叉车;4;185.00\""),
    on(listed)
        .run("quote Acme Q-1 --item 油桶;4 --currency EUR")
        .en("the product list says no price of 油桶", "write the price: \"油桶;4;185.00\"")
        .zh("产品目录中 油桶 没有单价或币种", "请写明单价：\"油桶;4;185.00\""),
    on(listed)
        .run("quote Acme Q-1 --item 手动叉车;4 --item 油桶;4;5")
        .en("the prices are in which currency? 手动叉车 costs USD in the product list", "say it: --currency USD")
        .zh("单价是什么币种？产品目录中 手动叉车 以 USD 计价", "请写明：--currency USD"),
    on(ordered)
        .run("ship Acme PI-1 --item wheel;4")
        .en("order PI-1 has no line \"wheel\"", "its lines are pump")
        .zh("订单 PI-1 没有明细“wheel”", "其明细有：pump"),
    on(ordered)
        .run("ship Acme PI-2 --item wheel;4")
        .en("order PI-2 has no line \"wheel\"", "only its total is known; say what leaves with --amount")
        .zh("订单 PI-2 没有明细“wheel”", "该订单只有总额，请用 --amount 写明本批货值"),
    on(ordered)
        .run("ship Acme PI-1 --item pump;4;6")
        .en(
            "\"pump;4;6\": the price is that of the order; write product;quantity",
            "nothing was written; correct it and run the command again",
        )
        .zh("“pump;4;6”：单价以订单为准，只写 品名;数量", "未写入任何内容，请改正后重试"),
    on(ordered)
        .run("ship Acme PI-1 --item pump;0")
        .en("\"pump;0\": quantity must be above zero", "nothing was written; correct it and run the command again")
        .zh("“pump;0”：数量必须大于零", "未写入任何内容，请改正后重试"),
];

#[test]
fn every_error_is_told() {
    super::told::live(ALL);
}
