//! Rows of tables that are rejected.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // customers
    on(|| csv("name,country\n,DE\n"))
        .run("import customers a.csv -q")
        .en("a.csv:2: the customer has no name", "fill in the name")
        .zh("a.csv:2：没有客户名称", "请填写名称")
        .exits(1),
    on(|| csv("name,country\nBob,\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:2: the customer has no country",
            "fill it in, or say it once for all in a --map file: [defaults] country = \"DE\"",
        )
        .zh("a.csv:2：没有国家", "请填写国家；各行相同则写入 --map 文件：[defaults] country = \"DE\"")
        .exits(1),
    on(|| csv("name,country\nBob,Germny\n"))
        .run("import customers a.csv -q")
        .en("a.csv:2: there is no country \"Germny\"", "did you mean Germany?")
        .zh("a.csv:2：没有国家“Germny”", "是否想写 德国？")
        .exits(1),
    on(|| csv("name,country\nBob,Nowhere\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:2: there is no country \"Nowhere\"",
            "say which it is in a --map file: [values.country] \"Nowhere\" = \"…\"",
        )
        .zh("a.csv:2：没有国家“Nowhere”", "请在 --map 文件中指明：[values.country] \"Nowhere\" = \"…\"")
        .exits(1),
    on(|| csv("name,country\n..,DE\n"))
        .run("import customers a.csv -q")
        .en("a.csv:2: \"..\" is no name for a company", "correct the name")
        .zh("a.csv:2：“..”不能作为公司名称", "请改正名称")
        .exits(1),
    on(|| csv("name,country\nBob\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:2: the row has 1 field, the header has 2",
            "a cell that holds the delimiter stands in double quotes",
        )
        .zh("a.csv:2：此行有 1 个字段，表头有 2 个", "内容含分隔符的单元格要加双引号")
        .exits(1),
    on(taken)
        .run("import customers a.csv -q --stage customer")
        .en(
            "a.csv:2: the folder 国外客户/德国/Acme holds another customer's card",
            "see what it is: kehu lint; or give this one another name",
        )
        .zh("a.csv:2：文件夹 国外客户/德国/Acme 中已有其他客户的卡片", "用 kehu lint 查看，或给此客户换个名称")
        .exits(1),
    on(|| csv("name,country,type\nBob,DE,brnd\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:2: type: \"brnd\" is none of importer, distributor, agent, brand, retailer, manufacturer, end_user, other; did you mean brand?",
            "say what it means in a --map file: [values.type] \"brnd\" = \"…\"",
        )
        .zh(
            "a.csv:2：type：“brnd”不在以下之列：进口商（importer）、分销商（distributor）、代理商（agent）、品牌商（brand）、零售商（retailer）、生产商（manufacturer）、终端用户（end_user）、其他（other）；是否想写 brand？",
            "请在 --map 文件中说明：[values.type] \"brnd\" = \"…\"",
        )
        .exits(1),
    on(|| csv("name,country,created\nBob,DE,someday\n"))
        .run("import customers a.csv -q")
        .en("a.csv:2: created: \"someday\" is no day", "write it as 2026-11-23")
        .zh("a.csv:2：created：“someday”不是日期", "请写成 2026-11-23")
        .exits(1),
    on(|| csv("name,country,created\nBob,DE,2027-01-01\n"))
        .run("import customers a.csv -q")
        .en("a.csv:2: created: 2027-01-01 has not come yet", "correct the row and import it again")
        .zh("a.csv:2：created：2027-01-01 还没到", "请改正该行后重新导入")
        .exits(1),
    on(|| csv("name,country,created\nBob,DE,03/04/2026\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv:2: created: \"03/04/2026\" may be day/month or month/day",
            "say which in a --map file: date_order = \"dmy\" or date_order = \"mdy\"",
        )
        .zh(
            "a.csv:2：created：“03/04/2026”日、月顺序不明",
            "请在 --map 文件中写明：date_order = \"dmy\"（日/月/年）或 \"mdy\"（月/日/年）",
        )
        .exits(1),
    // orders
    on(|| csv("number,customer,date,currency,amount\n,Acme,2026-11-01,USD,5\n"))
        .run("import orders a.csv -q")
        .en("a.csv:2: the row has no order number", "fill in the number of the order on each of its lines")
        .zh("a.csv:2：没有订单号", "请在订单的每一行填写订单号")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,,2026-11-01,USD,5\n"))
        .run("import orders a.csv -q")
        .en("a.csv:2: the order names no customer", "fill in the customer")
        .zh("a.csv:2：没有客户", "请填写客户")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Bob,2026-11-01,USD,5\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: no customer \"Bob\" in the book",
            "add the customer first, with `kehu add` or `kehu import customers`, or correct the row",
        )
        .zh("a.csv:2：账套中没有客户“Bob”", "请先用 kehu add 或 kehu import customers 新增该客户，或改正此行")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,,USD,5\n"))
        .run("import orders a.csv -q")
        .en("a.csv:2: the order has no date", "fill it in")
        .zh("a.csv:2：没有订购日期", "请填写")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,,5\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: the order has no currency",
            "fill it in, or say it once for all in a --map file: [defaults] currency = \"USD\"",
        )
        .zh("a.csv:2：没有币种", "请填写币种；各行相同则写入 --map 文件：[defaults] currency = \"USD\"")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,\n"))
        .run("import orders a.csv -q")
        .en("a.csv:2: the row has neither quantity and unit price nor an amount", "fill in what is missing")
        .zh("a.csv:2：既没有数量和单价，也没有金额", "请补齐")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,5 pcs\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: amount: \"5 pcs\" is no plain number; write plain digits, e.g. 1187.00, without commas or units",
            "correct the row and import it again",
        )
        .zh("a.csv:2：amount：“5 pcs”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位", "请改正该行后重新导入")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,\"1,000\"\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: amount: \"1,000\" is no plain number; write plain digits, e.g. 1187.00, without commas or units",
            "write plain digits, or say in a --map file: thousands = \",\"",
        )
        .zh(
            "a.csv:2：amount：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位",
            "请只写数字，或在 --map 文件中写明千分位符：thousands = \",\"",
        )
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,1234567890123456\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: amount: \"1234567890123456\" is too large; at most 15 digits before the point",
            "correct the row and import it again",
        )
        .zh("a.csv:2：amount：“1234567890123456”过大，整数部分最多 15 位", "请改正该行后重新导入")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,5\nPI-1,Acme,2026-11-01,USD,6\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:3: line 2 gives the total of this order already; one order has one total",
            "give every line its quantity and unit price, or put the total on one row and leave the others out",
        )
        .zh("a.csv:3：第 2 行已是该订单的总额；一张订单只有一个总额", "请给每行补上数量和单价，或只留一行写总额")
        .exits(1),
    on(|| csv("number,customer,date,currency,amount\nPI-1,Acme,2026-11-01,USD,5\nPI-1,Acme,2026-11-02,USD,\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:3: date is 2026-11-02 here and 2026-11-01 on line 2, though both are lines of one order",
            "make them the same, or give one another order number",
        )
        .zh(
            "a.csv:3：订购日期此行为 2026-11-02，第 2 行为 2026-11-01，但两行属于同一订单",
            "请改成一致，或换一个订单号",
        )
        .exits(1),
    on(|| csv("number,customer,date,currency,amount,product,quantity,unit price\nPI-1,Acme,2026-11-01,USD,5,,,\nPI-1,Acme,2026-11-01,USD,,pump,1,5\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: this row gives a total, but other rows of the order give lines",
            "give every line its quantity and unit price, or put the total on one row and leave the others out",
        )
        .zh("a.csv:2：此行只有总额，而该订单的其他行是明细", "请给每行补上数量和单价，或只留一行写总额")
        .exits(1),
    on(ordered_by_a_twin)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: \"Acme\" fits several customers: 国外客户/德国/Acme, 国外客户/法国/Acme",
            "name the customer by its code, with a column for that",
        )
        .zh("a.csv:2：“Acme”对应多个客户：国外客户/德国/Acme、国外客户/法国/Acme", "请加一列客户编号来指明客户")
        .exits(1),
    on(ordered_by_two)
        .run("import orders a.csv -q")
        .en(
            "a.csv:3: order PI-1 is of 国外客户/法国/Bob here and of 国外客户/德国/Acme on line 2",
            "an order has one customer: correct the customer or the number",
        )
        .zh(
            "a.csv:3：订单 PI-1 此行属于 国外客户/法国/Bob，第 2 行属于 国外客户/德国/Acme",
            "一张订单只有一个客户：请改正客户或订单号",
        )
        .exits(1),
    on(ordered_by_code_and_name)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: \"C-1\" is 国外客户/德国/Acme, but \"Bob\" is 国外客户/法国/Bob",
            "correct the number or the name of the customer",
        )
        .zh("a.csv:2：“C-1”是 国外客户/德国/Acme，而“Bob”是 国外客户/法国/Bob", "请改正客户编号或名称")
        .exits(1),
    on(|| csv("number,code,name,date,currency,amount\nPI-1,C-9,Bob,2026-11-01,USD,5\n"))
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: no customer \"C-9 (Bob)\" in the book",
            "add the customer first, with `kehu add` or `kehu import customers`, or correct the row",
        )
        .zh("a.csv:2：账套中没有客户“C-9（Bob）”", "请先用 kehu add 或 kehu import customers 新增该客户，或改正此行")
        .exits(1),
    on(ordered_otherwise)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: order PI-1 is on the card of 国外客户/德国/Acme already, and differs: amount is 1000 there, 900 here",
            "to take what the file says: --update; or correct the file, or change the card with `kehu edit`",
        )
        .zh(
            "a.csv:2：国外客户/德国/Acme 已有订单 PI-1，但内容不同：金额：卡片为 1000，文件为 900",
            "要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片",
        )
        .exits(1),
    on(ordered_in_more_lines)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: order PI-1 is on the card of 国外客户/德国/Acme already, and differs: the card has 0 lines, the file 1",
            "to take what the file says: --update; or correct the file, or change the card with `kehu edit`",
        )
        .zh(
            "a.csv:2：国外客户/德国/Acme 已有订单 PI-1，但内容不同：卡片有 0 行明细，文件有 1 行",
            "要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片",
        )
        .exits(1),
    on(ordered_by_another)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: order PI-1 is on the card of 国外客户/德国/Acme",
            "correct the customer or the number of the order",
        )
        .zh("a.csv:2：订单 PI-1 在 国外客户/德国/Acme 的卡片上", "请改正客户或订单号")
        .exits(1),
    on(ordered_in_more_words)
        .run("import orders a.csv -q")
        .en(
            "a.csv:2: order PI-1 is on the card of 国外客户/德国/Acme already, and differs: terms is nothing there, FOB Ningbo here",
            "to take what the file says: --update; or correct the file, or change the card with `kehu edit`",
        )
        .zh(
            "a.csv:2：国外客户/德国/Acme 已有订单 PI-1，但内容不同：贸易术语：卡片为 空，文件为 FOB Ningbo",
            "要以文件为准请加 --update；否则请改正文件，或用 kehu edit 修改卡片",
        )
        .exits(1),
    // payments
    on(|| {
        card("name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'USD'\namount = 50\n")
            .file("a.csv", "order,date,amount,currency\nPI-1,2026-11-01,5,EUR\n")
    })
    .run("import payments a.csv -q")
    .en(
        "a.csv:2: PI-1 is in USD, the payment in EUR: how much USD does it settle?",
        "say it in a column \"settles\"",
    )
    .zh("a.csv:2：PI-1 的币种是 USD，收款是 EUR：核销多少 USD？", "请在“核销金额”列中写明")
    .exits(1),
    on(|| csv("customer,order,date,amount,currency\n,,2026-11-01,5,USD\n"))
        .run("import payments a.csv -q")
        .en("a.csv:2: the payment names neither a customer nor an order", "name the customer, by code or name")
        .zh("a.csv:2：既没有客户也没有订单号", "请填写客户编号或名称")
        .exits(1),
    on(|| csv("customer,order,date,amount,currency\n,PI-9,2026-11-01,5,USD\n"))
        .run("import payments a.csv -q")
        .en("a.csv:2: no customer has an order PI-9", "name the customer, by code or name")
        .zh("a.csv:2：没有客户有订单 PI-9", "请填写客户编号或名称")
        .exits(1),
    on(paid_for_one_of_two)
        .run("import payments a.csv -q")
        .en(
            "a.csv:2: several customers have an order PI-1: 国外客户/德国/Acme, 国外客户/法国/Bob",
            "name the customer, by code or name",
        )
        .zh("a.csv:2：多个客户有订单 PI-1：国外客户/德国/Acme、国外客户/法国/Bob", "请填写客户编号或名称")
        .exits(1),
    on(|| csv("customer,order,date,amount,currency\nAcme,,,5,USD\n"))
        .run("import payments a.csv -q")
        .en("a.csv:2: the payment has no date", "fill it in")
        .zh("a.csv:2：没有日期", "请填写")
        .exits(1),
    on(|| csv("customer,order,date,amount,currency\nAcme,,2026-11-01,,USD\n"))
        .run("import payments a.csv -q")
        .en("a.csv:2: the payment has no amount", "fill it in")
        .zh("a.csv:2：没有金额", "请填写")
        .exits(1),
    on(|| csv("customer,order,date,amount,currency\nAcme,,2026-11-01,5,\n"))
        .run("import payments a.csv -q")
        .en("a.csv:2: the payment has no currency", "fill it in")
        .zh("a.csv:2：没有币种", "请填写")
        .exits(1),
    on(|| csv("customer,order,date,amount,currency\nAcme,,2026-11-01,5,XYZ\n"))
        .run("import payments a.csv -q")
        .en(
            "a.csv:2: currency: \"XYZ\" is no currency; write a code such as USD, EUR, CNY",
            "correct the row and import it again",
        )
        .zh("a.csv:2：currency：“XYZ”不是币种；请写代码，如 USD、EUR、CNY", "请改正该行后重新导入")
        .exits(1),
    on(paid_to_a_full_card)
        .run("import payments a.csv -q")
        .en("a.csv:2: the card would be larger than 4 MiB", "keep older records on a card of their own")
        .zh("a.csv:2：卡片会超过 4 MiB", "请把较早的记录另存一张卡片")
        .exits(1),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
