//! Quotes and orders.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // quotes
    on(acme)
        .run("quote Acme Q-1 -i pump --currency USD")
        .en(
            "\"pump\" is not product;quantity;unit price",
            "as \"Hand pallet truck;40 pcs;185.00\", with ;5% behind it for a discount",
        )
        .zh("“pump”应为 品名;数量;单价", "如 \"手动叉车;40台;185.00\"，有折扣再加 ;5%"),
    on(acme)
        .run("quote Acme Q-1 -i \"pump;0;5\" --currency USD")
        .en("\"pump;0;5\": quantity must be above zero", "nothing was written; correct it and run the command again")
        .zh("“pump;0;5”：数量必须大于零", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("quote Acme Q-1 -i \"pump;many;5\" --currency USD")
        .en(
            "\"pump;many;5\" is not product;quantity;unit price",
            "as \"Hand pallet truck;40 pcs;185.00\", with ;5% behind it for a discount",
        )
        .zh("“pump;many;5”应为 品名;数量;单价", "如 \"手动叉车;40台;185.00\"，有折扣再加 ;5%"),
    on(acme)
        .run("quote Acme Q-1 -i \"pump;1;5\" --currency XYZ")
        .en(
            "\"XYZ\" is no currency; write a code such as USD, EUR, CNY",
            "nothing was written; correct it and run the command again",
        )
        .zh("“XYZ”不是币种；请写代码，如 USD、EUR、CNY", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("quote Acme \" \" -i \"pump;1;5\" --currency USD")
        .en("NUMBER is empty", "write the number")
        .zh("报价单号为空", "请写明单号"),
    on(acme)
        .run("quote Acme Q-1 -i \"pump;1;5\" --currency USD --valid-until 2026-11-01")
        .en(
            "valid until 2026-11-01 lies before the quote's date 2026-11-23",
            "nothing was written; correct it and run the command again",
        )
        .zh("有效期 2026-11-01 早于报价日期 2026-11-23", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("quote Acme Q-1 --outcome won")
        .en("the customer has no quote Q-1", "the card holds no quote yet; note it with kehu quote")
        .zh("该客户没有报价 Q-1", "卡片中还没有报价；用 kehu quote 登记"),
    on(quoted)
        .run("quote Acme Q-1 -i \"pump;1;5\" --currency USD")
        .en("the customer has a quote Q-1 already", "give another number, or --outcome to say how it ended")
        .zh("该客户已有报价 Q-1", "请换一个单号，或用 --outcome 登记结果")
        .exits(1),
    on(quoted)
        .run("quote Acme X-9 --outcome won")
        .en("the customer has no quote X-9", "its quotes are Q-1, Q-2, Q-3")
        .zh("该客户没有报价 X-9", "已有报价：Q-1、Q-2、Q-3"),
    on(quoted)
        .run("quote Acme Q --outcome won")
        .en("\"Q\" fits several quotes", "say which: Q-1, Q-2, Q-3")
        .zh("“Q”对应多张报价", "请指明：Q-1、Q-2、Q-3"),
    on(quoted)
        .run("quote Acme Q-1 --outcome won --date 2026-10-01")
        .en(
            "the quote was made on 2026-11-01; it cannot have ended on 2026-10-01",
            "nothing was written; correct it and run the command again",
        )
        .zh("报价日期为 2026-11-01，不可能在 2026-10-01 了结", "未写入任何内容，请改正后重试"),
    // orders
    on(acme)
        .run("order Acme \" \" --amount 5 --currency USD")
        .en("NUMBER is empty", "write the number")
        .zh("订单号为空", "请写明单号"),
    on(sold)
        .run("order Acme PI-1 --amount 5 --currency USD")
        .en(
            "the customer has an order PI-1 already",
            "give another number; to change that order: kehu set \"国外客户/德国/Acme\" order.PI-1.…",
        )
        .zh("该客户已有订单 PI-1", "请换一个单号；要修改该订单：kehu set \"国外客户/德国/Acme\" order.PI-1.…")
        .exits(1),
    on(acme)
        .run("order Acme PI-1 --amount 0 --currency USD")
        .en("amount 0 must be above zero", "nothing was written; correct it and run the command again")
        .zh("金额 0 必须大于零", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 --amount \"5 USD\" --currency EUR")
        .en("is it USD or EUR?", "nothing was written; correct it and run the command again")
        .zh("币种是 USD 还是 EUR？", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 --amount 5.005 --currency USD")
        .en("USD has only 2 decimals: 5.005", "nothing was written; correct it and run the command again")
        .zh("USD 只有 2 位小数：5.005", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 --amount 5.5 --currency JPY")
        .en("JPY has no decimals: 5.5", "nothing was written; correct it and run the command again")
        .zh("JPY 没有小数：5.5", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 --amount \"5 XYZ\"")
        .en(
            "\"XYZ\" is no currency; write a code such as USD, EUR, CNY",
            "nothing was written; correct it and run the command again",
        )
        .zh("“XYZ”不是币种；请写代码，如 USD、EUR、CNY", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 --amount 5 --currency USD --required 2026-11-01")
        .en(
            "required by 2026-11-01 lies before the order's date 2026-11-23",
            "nothing was written; correct it and run the command again",
        )
        .zh("要求交期 2026-11-01 早于订购日期 2026-11-23", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("order Acme PI-1 -i \"pump;9999999999999999999999999999;9999\" --currency USD")
        .en(
            "the amount is too large: beyond 28 digits nothing is exact",
            "nothing was written; correct it and run the command again",
        )
        .zh("金额过大：超过 28 位数字，无法精确计算", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("order Acme CN-1 --amount 0 --credits PI-1")
        .en("amount 0 must not be zero", "nothing was written; correct it and run the command again")
        .zh("金额 0 不能为零", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("order Acme CN-1 --amount 5 --credits PI-1 --date 2026-01-01")
        .en(
            "PI-1 was placed on 2026-10-01; it cannot be credited on 2026-01-01",
            "nothing was written; correct it and run the command again",
        )
        .zh("PI-1 的订购日期为 2026-10-01，不可能在 2026-01-01 冲减", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("order Acme CN-1 --amount \"5 EUR\" --credits PI-1")
        .en(
            "PI-1 is in CNY; a credit note for it must be too, not in EUR",
            "nothing was written; correct it and run the command again",
        )
        .zh("PI-1 的币种是 CNY，其贷项也须用 CNY，不能用 EUR", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("order Acme CN-2 --amount 5 --credits CN-9")
        .en("the customer has no order CN-9", "its orders are PI-1")
        .zh("该客户没有订单 CN-9", "已有订单：PI-1"),
    on(credited)
        .run("order Acme CN-2 --amount 5 --credits CN-1")
        .en("CN-1 is a credit note itself", "nothing was written; correct it and run the command again")
        .zh("CN-1 本身就是贷项", "未写入任何内容，请改正后重试"),
    on(quoted)
        .run("order Acme PI-1 --quote Q-1")
        .en("quote Q-1 was valid until 2026-11-10", "if that is meant: --yes")
        .zh("报价 Q-1 有效期至 2026-11-10，已过期", "确认无误时加 --yes")
        .exits(1),
    on(quoted)
        .run("order Acme PI-1 --quote Q-2")
        .en("quote Q-2 is lost", "if that is meant: --yes")
        .zh("报价 Q-2 丢单", "确认无误时加 --yes")
        .exits(1),
    on(quoted)
        .run("order Acme PI-2 --quote Q-3")
        .en("order PI-9 won quote Q-3 already", "if that is meant: --yes")
        .zh("报价 Q-3 已由订单 PI-9 成交", "确认无误时加 --yes")
        .exits(1),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
