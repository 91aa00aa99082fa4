//! `report urgent` and `report daily`, as their users meet them.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;

const PEOPLE: &str = "language = 'zh-CN'\n\
    [[rate]]\ncurrency = 'USD'\nvalue = '7'\n\
    [[person]]\nname = '李娜'\nroles = ['salesperson']\n\
    [[person]]\nname = '王芳'\nroles = ['sales_manager']\n\
    [seller]\nname = '宁波远航'\nname_en = 'Ningbo Yuanhang'\nphone = '+86 574 5550 0142'\n";
const CARD: &str = "name = 'Acme <GmbH>'\nshort_name = '阿克梅'\nowner = '李娜'\ncreated = 2026-01-01\n\
    [[order]]\nnumber = 'PI-1'\ndate = 2026-09-01\ncurrency = 'USD'\namount = 1000\npay = { balance = 'dp', days = 30 }\nshipments = [ { date = 2026-09-20, amount = 1000, bl = 'BL9' } ]\n\
    [[order]]\nnumber = 'PI-2'\ndate = 2026-11-23\ncurrency = 'USD'\namount = 500\npay = { deposit = '0.3', balance = 'bl_copy' }\nstatus = 'production'\nby = '王芳'\n\
    [[payment]]\ndate = 2026-11-23\namount = '100.5'\ncurrency = 'USD'\norder = 'PI-1'\n\
    [[quote]]\nnumber = 'Q-1'\ndate = 2026-11-23\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = 3, unit_price = '185.00' } ]\n\
    [[sample]]\ndate = 2026-11-23\nproduct = '油泵'\n\
    [[followup]]\ndate = 2026-11-23\nkind = 'call'\nby = '李娜'\nwith = 'Anna'\nsummary = \"催问\\n余款\"\nnext = 2026-11-24\n\
    [[followup]]\ndate = 2026-11-23\nkind = 'report'\nby = '李娜'\nsummary = '口头汇报'\n\
    [[followup]]\ndate = 2026-11-22\nkind = 'collection'\nby = '李娜'\nsummary = '催款'\n\
    [[alert]]\nid = 'AL-1'\ndate = 2026-11-20\nby = '李娜'\nkind = 'deferred'\namount = '899.5'\ncurrency = 'USD'\norder = 'PI-1'\nsummary = '到期未付'\nsource = '银行'\nreported_to = '王芳'\n";
const ACME: &str = "国外客户/德国/Acme/card.toml";

fn firm() -> Book {
    Book::on("2026-11-23").file("kehu.toml", PEOPLE).file(ACME, CARD)
}

#[test]
fn the_urgent_report_says_all_that_the_superior_must_know() {
    firm().run("报告 紧急 Acme").stdout(
        "\
宁波远航
Ningbo Yuanhang
+86 574 5550 0142

紧急报告

编号      AL-1
客户      Acme <GmbH>
国家      德国
负责人    李娜
核定等级  —
类别      延期支付
报告人    李娜
报告对象  王芳
状态      已报告；新订单：不可接
截至日期  2026-11-23

一、情况

获悉日期  2026-11-20
情况      到期未付
信息来源  银行
涉及金额  USD 899.50
订单号    PI-1

二、欠款与敞口

应收账款  CNY 6,296.50
在手承诺  CNY 0.00
押单      CNY 0.00
信用敞口  CNY 6,296.50
信用额度  —
可用额度  —
预收款    CNY 0.00

未到期  逾期 1–30 天  31–60 天  61–90 天  90 天以上  有争议
  0.00          0.00  6,296.50      0.00       0.00    0.00

金额单位 CNY，按 2026-11-23 汇率折算

订单  提单日期    提单号  应收日期    逾期天数        未收  提单在谁手中  货物
PI-1  2026-09-20  BL9     2026-10-20        34  USD 899.50  银行          在途

提单在谁手中按付款方式推定；卡片注明已放货的以卡片为准。

三、在产及未出运货物

订单  订购日期    要求交期  状态        未出运  出运前已收
PI-2  2026-11-23            生产中  USD 500.00    USD 0.00

四、紧急止损

尚未暂停供货。

五、建议对策（第11条 2(2)）

☐ 提供担保人　☐ 提供连带担保人　☐ 增加信用保证金　☐ 合同公证　☐ 减少供货量　☐ 发货限制　☐ 代位偿债　☐ 代物偿债

已有附加条件  —

六、上级批示（第11条 2(1)）

批示：
  ____________________________________

七、执行与收回

执行情况：
  ____________________________________

此后催款  1 次，最近 2026-11-22

日期        类别  订单        金额
2026-11-23  收款  PI-1  USD 100.50

八、结案

结果：
  ____________________________________

报告人：________________  日期：____________
批示人：________________  日期：____________
财务：________________  日期：____________
",
    );
}

#[test]
fn what_was_directed_done_and_ended_stands_in_it() {
    let more = "directive = { date = 2026-11-21, by = '王芳', text = '先停', effect = 'refused' }\n\
                measures = [ { date = 2026-11-22, kind = 'limit_shipment', note = '扣单' } ]\nclosed = 2026-11-23\noutcome = 'resolved'\n\
                [start]\nconditions = ['collateral']\n\
                [[credit]]\nfrom = 2026-11-21\nstate = 'suspended'\nreason = '紧急'\n";
    let book = firm().file(ACME, &format!("{CARD}{more}")).english();
    let text = book.run("report urgent Acme AL-1").text();
    for want in [
        "State           closed\n",
        "State   suspended since 2026-11-21\nReason  紧急\n",
        "☑ shipment limit",
        "☐ accepting the collateral",
        "Conditions held  collateral\n",
        "Directive:\n  先停\n  王芳  2026-11-21\n  New orders: refused\n",
        "2026-11-22  shipment limit  扣单\n",
        "Closed on  2026-11-23\nResult     resolved\n",
    ] {
        assert!(text.contains(want), "{want:?} is not in:\n{text}");
    }
    // as of a day before all that
    let book = book.at("2026-11-20");
    let text = book.run("report urgent Acme").text();
    assert!(
        text.contains("Supply goes on.") && text.contains("State           reported; new orders: refused"),
        "{text}"
    );
    book.at("2026-11-19").run("report urgent Acme AL-1").remarks(&["the customer has no urgent report AL-1"]).exits(2);
}

#[test]
fn markdown_and_html_are_whole_and_harmless() {
    let book = firm();
    let page = book.run("report urgent Acme --format html").text();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\">\n") && page.ends_with("</html>\n"));
    for want in [
        "<title>紧急报告</title>",
        "<meta name=\"viewport\"",
        "@media print",
        "<dt>客户</dt><dd>Acme &lt;GmbH&gt;</dd>",
        "<td>PI-1</td>",
        "<div class=\"room\"><b>批示</b></div>",
    ] {
        assert!(page.contains(want), "{want}");
    }
    assert!(!page.contains("<GmbH>") && !page.contains("src=") && !page.contains("href="), "it stands alone");
    book.run("report urgent Acme --format md").says(&[
        "# 紧急报告\n",
        "- **客户**：Acme \\<GmbH>\n",
        "| PI-1 | 2026-09-20 | BL9 |",
    ]);
}

#[test]
fn a_card_whose_money_cannot_be_told_is_reported_all_the_same() {
    let book = firm().file(ACME, &CARD.replace("amount = 500", "note = 'x'"));
    book.run("report urgent Acme").says(&["欠款无法计算：PI-2：没有金额，或明细缺少数量、单价", "四、紧急止损"]);
}

#[test]
fn which_report_must_be_clear() {
    let book = firm();
    book.run("report urgent Acme AL-9").stderr("错误：该客户没有紧急报告 AL-9\n  下一步：已有：AL-1\n").exits(2);
    let two =
        book.file(ACME, &format!("{CARD}[[alert]]\nid = 'AL-2'\ndate = 2026-11-21\nkind = 'other'\nsummary = 'x'\n"));
    two.run("report urgent Acme").stderr("错误：有多份紧急报告未结案\n  下一步：请指明：AL-1、AL-2\n").exits(2);
    two.run("report urgent Acme al-2").says(&["编号      AL-2\n"]);
    let none = Book::on("2026-11-23").file(ACME, "name = 'Acme'\n");
    none.run("report urgent Acme").remarks(&["该客户没有未结案的紧急报告"]).exits(1);
}

#[test]
fn the_daily_report_is_drafted_from_the_entries_of_the_day() {
    let book = firm();
    book.run("report daily --as 李娜").stdout(
        "\
宁波远航
Ningbo Yuanhang
+86 574 5550 0142

日报 李娜 2026-11-23

当天事项（4 项）

- 阿克梅：电话（Anna），催问 余款；下次 2026-11-24
- 阿克梅：报价 Q-1，USD 555.00
- 阿克梅：寄样 油泵
- 阿克梅：收款 USD 100.50（PI-1）

下一步（至 2026-11-24）

- 阿克梅：待跟进，催问 余款

已到期 4 项（kehu due --owner \"李娜\"）
",
    );
    book.run("report daily --by 王芳")
        .says(&["日报 王芳 2026-11-23\n\n当天事项（1 项）\n\n- 阿克梅：订单 PI-2，USD 500.00\n"]);
    book.run("report daily").says(&["日报 2026-11-23\n\n李娜\n\n当天事项（4 项）\n", "王芳\n\n当天事项（1 项）\n"]);
    book.run("report daily --date 2026-11-20 --format md --as 李娜")
        .says(&["# 日报 李娜 2026-11-20\n", "- 阿克梅：紧急报告（延期支付 USD 899.50）：到期未付\n"]);
    book.run("report daily --date 2026-09-20 --as 李娜").says(&["- 阿克梅：PI-1 出运，USD 1,000.00，提单 BL9\n"]);
}

#[test]
fn work_on_credit_stands_in_the_daily_report_of_who_did_it() {
    let credit = "name = 'Acme'\nowner = '李娜'\n\
        [[followup]]\ndate = 2026-11-23\nkind = 'other'\nby = '李娜'\nsummary = '照常办理：老客户'\norder = 'PI-1'\n\
        [[investigation]]\ndate = 2026-11-23\nby = '李娜'\n\
        [[investigation]]\ndate = 2026-11-20\nby = '李娜'\nassessed_by = '罗'\nconclusion = \"可给\\n小额\"\ncompleted = 2026-11-23\n\
        [[investigation]]\ndate = 2026-11-23\nby = '李娜'\nassessed_by = '罗'\nupdate = true\ncompleted = 2026-11-23\n\
        [[investigation]]\ndate = 2026-11-23\nassessed_by = '罗'\nby = '罗'\nupdate = true\ncompleted = 2026-11-23\n\
        [[request]]\nid = 'SP-1'\ndate = 2026-11-23\nby = '李娜'\nkind = 'limit'\namount = 12000\ncurrency = 'USD'\nterm_days = 30\n\
        [[request]]\nid = 'SP-2'\ndate = 2026-11-22\nby = '李娜'\nkind = 'grade'\ngrade = 'B'\n\
        [[request]]\nid = 'SP-3'\ndate = 2026-11-23\nby = '李娜'\nkind = 'investigation'\nreason = '新客户'\n\
        [[approval]]\nrequest = 'SP-2'\ndate = 2026-11-23\nby = '王芳'\nrole = 'sales_manager'\ndecision = 'approve'\n\
        [[approval]]\nrequest = 'SP-2'\ndate = 2026-11-23\nby = '王芳'\nrole = 'marketing_director'\ndecision = 'approve'\n\
        [[approval]]\nrequest = 'SP-2'\ndate = 2026-11-23\nby = '王芳'\nrole = 'president'\ndecision = 'waive'\n\
        [[approval]]\nrequest = 'SP-2'\ndate = 2026-11-23\nby = '李娜'\nrole = 'salesperson'\ndecision = 'acknowledge'\n\
        [[approval]]\nrequest = 'SP-1'\ndate = 2026-11-23\nby = '王芳'\nrole = 'sales_manager'\ndecision = 'reject'\n\
        [[approval]]\nrequest = 'SP-9'\ndate = 2026-11-22\nby = '王芳'\nrole = 'sales_manager'\ndecision = 'reject'\n\
        [[credit]]\nfrom = 2026-11-23\ngrade = 'B'\nlimit = 9000\ncurrency = 'USD'\nterm_days = 15\nreason = '期初'\n\
        [[credit]]\nfrom = 2026-11-23\ngrade = 'B'\nrequest = 'SP-2'\n\
        [[credit]]\nfrom = 2026-11-22\nstate = 'suspended'\n";
    let people = format!("{PEOPLE}[[person]]\nname = '罗'\nroles = ['finance']\n");
    let book = Book::on("2026-11-23").file("kehu.toml", &people).file(ACME, credit);
    let done = |line: &str, book: &Book| {
        let text = book.run(line).text();
        text.lines().filter(|line| line.starts_with("- Acme")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        done("report daily --by 李娜", &book),
        [
            "- Acme：其他，照常办理：老客户（PI-1）",
            "- Acme：信用调查，开始",
            "- Acme：例行更新，开始",
            "- Acme：提交审批：SP-1（额度），USD 12,000.00，账期 30 天",
            "- Acme：提交审批：SP-3（调查申请），新客户",
            "- Acme：信用登记：评为B级，额度 USD 9,000.00，账期 15 天，期初",
        ]
    );
    let book = book.english();
    assert_eq!(
        done("report daily --by 罗", &book),
        [
            "- Acme: credit investigation completed: 可给 小额",
            "- Acme: periodic update completed",
            "- Acme: periodic update completed",
        ]
    );
    assert_eq!(
        done("report daily --by 王芳", &book),
        ["- Acme: approved: SP-2 (grade), grade B", "- Acme: rejected: SP-1 (limit), USD 12,000.00, 30 days",]
    );
    assert_eq!(done("report daily --by 王芳 --date 2026-11-22", &book), ["- Acme: rejected: SP-9"]);
    book.run("report daily --by 李娜").says(&[
        "- Acme: other, 照常办理：老客户 (PI-1)\n",
        "- Acme: credit investigation begun\n- Acme: periodic update begun\n\
         - Acme: asked for: SP-1 (limit), USD 12,000.00, 30 days\n",
        "- Acme: credit entry: grade B, limit USD 9,000.00, 15 days, 期初\n",
    ]);
    book.run("report daily --by 李娜 --date 2026-11-22").says(&["- Acme: credit entry: suspended\n"]);
}

#[test]
fn an_empty_day_says_so_and_a_wrong_one_is_refused() {
    let book = firm().english();
    book.run("report daily --date 2026-11-02").says(&["Daily report, 2026-11-02\n\nNothing was noted on this day.\n"]);
    book.run("report daily --date 2026-11-22 --as 李娜").says(&["- 阿克梅: collection, 催款\n"]);
    book.run("report daily --date tomorrow")
        .stderr("error: date: 2026-11-24 has not come yet\n  next: nothing was written; correct it and run the command again\n")
        .exits(2);
    book.run("report daily --by 谁").stderr("error: kehu.toml lists no 谁\n  next: one of: 李娜, 王芳\n").exits(2);
}

#[test]
fn without_people_and_owners_entries_are_told_all_the_same() {
    let book = Book::on("2026-11-23")
        .file(ACME, "name = 'Acme'\n[[followup]]\ndate = 2026-11-23\nkind = 'call'\nsummary = 'x'\n");
    book.run("report daily")
        .stdout("日报 2026-11-23\n\n未注明\n\n当天事项（1 项）\n\n- Acme：电话，x\n\n已到期 1 项（kehu due）\n");
}
