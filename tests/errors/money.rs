//! Shipments, payments, and what cannot be counted.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // shipments
    on(acme)
        .run("ship Acme \" \"")
        .en("the number of the order is empty", "write the number")
        .zh("订单号为空", "请写明单号"),
    on(acme)
        .run("ship Acme PI-1")
        .en("the customer has no order PI-1", "the card holds no order yet; note it with kehu order")
        .zh("该客户没有订单 PI-1", "卡片中还没有订单；用 kehu order 登记"),
    on(sold)
        .run("ship Acme PI-9")
        .en("the customer has no order PI-9", "its orders are PI-1")
        .zh("该客户没有订单 PI-9", "已有订单：PI-1"),
    on(many)
        .run("ship Acme PI")
        .en("\"PI\" fits several orders", "say which: PI-1, PI-2")
        .zh("“PI”对应多张订单", "请指明：PI-1、PI-2"),
    on(sold)
        .run("ship Acme PI-1 --date 2026-01-01")
        .en(
            "PI-1 was placed on 2026-10-01; it cannot have left on 2026-01-01",
            "nothing was written; correct it and run the command again",
        )
        .zh("PI-1 的订购日期为 2026-10-01，不可能在 2026-01-01 出运", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("ship Acme PI-1 --amount \"5 EUR\"")
        .en("\"5 EUR\" is in EUR, the order in CNY", "nothing was written; correct it and run the command again")
        .zh("“5 EUR”的币种是 EUR，订单是 CNY", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("ship Acme PI-1 --last")
        .en(
            "nothing was shipped of PI-1",
            "to note what leaves: --amount; if nothing will: kehu set \"国外客户/德国/Acme\" order.PI-1.status=cancelled",
        )
        .zh(
            "PI-1 还没有出运",
            "登记最后一批请加 --amount；如不再出运：kehu set \"国外客户/德国/Acme\" order.PI-1.status=cancelled",
        )
        .exits(1),
    on(sold)
        .run("ship Acme PI-1 --last --bl X")
        .en(
            "--last without --amount notes no shipment: no date, B/L or invoice belongs to it",
            "nothing was written; correct it and run the command again",
        )
        .zh("--last 不带 --amount 时不登记出运，不能写日期、提单号或发票号", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("ship Acme PI-1 --amount 2000")
        .en("order PI-1 is of CNY 1,000.00; with this CNY 1,000.00 more would be shipped", "if that is meant: --yes")
        .zh("订单 PI-1 金额 CNY 1,000.00，本次出运后将超出 CNY 1,000.00", "确认无误时加 --yes")
        .exits(1),
    on(shipped)
        .run("ship Acme PI-1")
        .en(
            "order PI-1 was shipped whole on 2026-10-10",
            "to correct the day: kehu set \"国外客户/德国/Acme\" order.PI-1.shipped=DATE",
        )
        .zh("订单 PI-1 已于 2026-10-10 全部出运", "要改日期：kehu set \"国外客户/德国/Acme\" order.PI-1.shipped=日期")
        .exits(1),
    on(parted)
        .run("ship Acme PI-1")
        .en(
            "order PI-1 is shipped whole already, CNY 1,000.00",
            "to correct it: kehu edit \"国外客户/德国/Acme\"; if more will leave: kehu set \"国外客户/德国/Acme\" order.PI-1.status=production",
        )
        .zh(
            "订单 PI-1 已全部出运，共 CNY 1,000.00",
            "要更正：kehu edit \"国外客户/德国/Acme\"；还有货要出：kehu set \"国外客户/德国/Acme\" order.PI-1.status=production",
        )
        .exits(1),
    on(credited)
        .run("ship Acme CN-1")
        .en("CN-1 is a credit note; nothing of it is shipped", "name the order")
        .zh("CN-1 是贷项，没有货物可出运", "请写订单号")
        .exits(1),
    on(|| order("status = 'cancelled'"))
        .run("ship Acme PI-1")
        .en(
            "order PI-1 is cancelled",
            "if it is not: kehu set \"国外客户/德国/Acme\" order.PI-1.status=confirmed order.PI-1.cancelled=",
        )
        .zh(
            "订单 PI-1 已取消",
            "如未取消：kehu set \"国外客户/德国/Acme\" order.PI-1.status=confirmed order.PI-1.cancelled=",
        )
        .exits(1),
    on(|| order("status = 'on_hold'\npay = { balance = 'bl_copy' }"))
        .run("ship Acme PI-1")
        .en("order PI-1 is on hold", "if that is meant: --yes")
        .zh("订单 PI-1 暂缓中", "确认无误时加 --yes")
        .exits(1),
    on(|| order("status = 'disputed'"))
        .run("ship Acme PI-1 --last --amount 5")
        .en(
            "order PI-1 is disputed; whether the rest comes cannot be noted beside that",
            "once it is settled: kehu set \"国外客户/德国/Acme\" order.PI-1.status=production, then --last",
        )
        .zh(
            "订单 PI-1 有争议，不能同时记为余下不再出运",
            "争议解决后：kehu set \"国外客户/德国/Acme\" order.PI-1.status=production，再用 --last",
        )
        .exits(1),
    on(|| order("amount = 5"))
        .run("ship Acme PI-1")
        .en(
            "国外客户/德国/Acme/card.toml: PI-1: the currency is missing",
            "mend the card: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml：PI-1：缺少币种", "请改正卡片：kehu edit \"国外客户/德国/Acme\""),
    // payments
    on(shipped)
        .run("pay Acme much")
        .en(
            "amount: \"much\" is no plain number; write plain digits, e.g. 1187.00, without commas or units",
            "nothing was written; correct it and run the command again",
        )
        .zh("金额：“much”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位", "未写入任何内容，请改正后重试"),
    on(shipped)
        .run("pay Acme 500 --order PI-1 --currency EUR")
        .en("PI-1 is in CNY, the payment in EUR: how much CNY does it settle?", "say it in CNY: --settles AMOUNT")
        .zh("PI-1 的币种是 CNY，收款是 EUR：核销多少 CNY？", "请写明核销的 CNY 金额：--settles 金额"),
    on(shipped)
        .run("pay Acme 500 --order PI-1 --settles 400")
        .en(
            "PI-1 is in CNY too; --settles is for a payment in another currency",
            "nothing was written; correct it and run the command again",
        )
        .zh("PI-1 也是 CNY；--settles 只用于币种不同的收款", "未写入任何内容，请改正后重试"),
    on(credited)
        .run("pay Acme 500 --order CN-1 --settles 400")
        .en(
            "CN-1 is cancelled or a credit note; it settles nothing there",
            "nothing was written; correct it and run the command again",
        )
        .zh("CN-1 已取消或是贷项，不能核销", "未写入任何内容，请改正后重试"),
    on(shipped)
        .run("pay Acme 500 --order PI-1 --settle")
        .en(
            "PI-1 would still lack CNY 400.00; a remainder is at most 5% of the order and CNY 50.00",
            "leave --settle out; a deduction that was agreed is noted by itself, as another payment with --kind bank_charge or discount",
        )
        .zh(
            "PI-1 还差 CNY 400.00；尾差不超过订单的 5% 且不超过 CNY 50.00",
            "请去掉 --settle；双方认可的扣款另记一笔收款，--kind 用 bank_charge（银行扣费）或 discount（折让）",
        )
        .exits(1),
    on(shipped)
        .run("pay Acme 500 --order PI-1 --settle --kind refund")
        .en("--settle does not go with a refund", "nothing was written; correct it and run the command again")
        .zh("退款不能与 --settle 同用", "未写入任何内容，请改正后重试"),
    on(credited)
        .run("pay Acme 500 --order CN-1 --settle")
        .en("nothing is owed on CN-1", "leave --settle out")
        .zh("CN-1 没有应收", "请去掉 --settle")
        .exits(1),
    on(unrated)
        .run("pay Acme 990 --order PI-1 --settle")
        .en(
            "kehu.toml holds no rate of EUR for 2026-10-01",
            "give the rate in kehu.toml, or note the rest by itself, as another payment with --kind bank_charge",
        )
        .zh(
            "kehu.toml 中没有 EUR 在 2026-10-01 的汇率",
            "请在 kehu.toml 中补上汇率，或另记一笔收款，--kind 用 bank_charge（银行扣费）",
        )
        .exits(1),
    on(shipped)
        .run("pay Acme 100 --date 2026-11-20")
        .en("the card holds the same payment already: 2026-11-20, CNY 100.00", "if that is meant: --yes")
        .zh("卡片中已有相同的收款：2026-11-20，CNY 100.00", "确认无误时加 --yes")
        .exits(1),
    // money that cannot be counted
    on(unrated)
        .run("receivables")
        .en(
            "no rate for EUR on 2026-10-01 (国外客户/德国/Acme)",
            "add to kehu.toml what one unit is worth in CNY, from that day on:",
        )
        .zh(
            "缺少汇率：EUR 在 2026-10-01（国外客户/德国/Acme）",
            "请在 kehu.toml 中补上 1 单位外币合多少 CNY（自该日起有效）：",
        )
        .below("\n[[rate]]\ndate = 2026-10-01\ncurrency = \"EUR\"\nvalue = \"…\"\n\n"),
    on(|| card("[[order]]\nnumber = 'PI-1'\namount = 5\ncurrency = 'CNY'\nshipped = 2026-10-01\n"))
        .run("show Acme --order PI-1 --format json")
        .en(
            "国外客户/德国/Acme/card.toml: PI-1: the date is missing",
            "mend the card: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml：PI-1：缺少日期", "请改正卡片：kehu edit \"国外客户/德国/Acme\""),
    on(|| order("amount = 5"))
        .run("show Acme --order PI-1")
        .en(
            "国外客户/德国/Acme/card.toml: the currency is missing",
            "mend the card: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml：缺少币种", "请改正卡片：kehu edit \"国外客户/德国/Acme\""),
    on(|| order("amount = 5\ncurrency = 'XXX'"))
        .run("show Acme --order PI-1")
        .en("国外客户/德国/Acme/card.toml: \"XXX\" is no currency", "mend the card: kehu edit \"国外客户/德国/Acme\"")
        .zh("国外客户/德国/Acme/card.toml：“XXX”不是币种", "请改正卡片：kehu edit \"国外客户/德国/Acme\""),
    on(|| card("[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'CNY'\n"))
        .run("show Acme --order PI-1")
        .en(
            "国外客户/德国/Acme/card.toml: there is no amount, or a line lacks its quantity or price",
            "mend the card: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml：没有金额，或明细缺少数量、单价",
            "请改正卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(rich)
        .run("receivables -q")
        .en(
            "the sum has more digits than can be counted exactly",
            "look for an order with an absurd amount: kehu lint",
        )
        .zh("合计位数过多，无法精确计算", "请查找金额异常的订单：kehu lint"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
