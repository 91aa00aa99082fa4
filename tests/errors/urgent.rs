//! Urgent reports, suspending and halting.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;

const PEOPLE: &str = "language = 'zh-CN'\n\
    [[person]]\nname = '李娜'\nroles = ['salesperson']\nreports_to = '王芳'\n\
    [[person]]\nname = '王芳'\nroles = ['sales_manager']\n\
    [[person]]\nname = '老周'\nroles = ['sales_manager']\nleft = 2026-06-30\n";
const REPORT: &str = "[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'anomaly'\nsummary = '停产'\nreported_to = '王芳'\n";

/// A customer of a firm whose people are listed.
fn firm(more: &str) -> Book {
    card(&format!("name = 'Acme'\n{more}")).file("kehu.toml", PEOPLE)
}

/// With a report that nobody has directed.
fn reported() -> Book {
    firm(REPORT)
}

/// With one that was directed so.
fn directed(effect: &str) -> Book {
    firm(&format!("{REPORT}directive = {{ date = 2026-11-12, by = '王芳', text = '停止供货', effect = '{effect}' }}\n"))
}

fn cash_only() -> Book {
    directed("cash_only")
}

fn to_be_halted() -> Book {
    directed("halt")
}

/// With two reports that are open.
fn two() -> Book {
    firm(&format!("{REPORT}{}", REPORT.replace("AL-1", "AL-2")))
}

/// With two reports of one day that have no ids.
fn nameless() -> Book {
    firm(&[REPORT, REPORT].concat().replace("id = 'AL-1'\n", ""))
}

/// About money on an order of which nothing came in.
fn owing() -> Book {
    firm(&format!(
        "[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\namount = 1000\n{REPORT}order = 'PI-1'\ncurrency = 'USD'\namount = 500\n"
    ))
}

fn closed() -> Book {
    firm(&format!("{REPORT}closed = 2026-11-20\noutcome = 'paid'\n"))
}

/// Where everybody who could direct it has left.
fn left_alone() -> Book {
    reported().file(
        "kehu.toml",
        "language = 'zh-CN'\n[[person]]\nname = '小吴'\n[[person]]\nname = '李娜'\nleft = 2026-11-01\n",
    )
}

fn halted() -> Book {
    firm("[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\n").file("国外客户/德国/Acme/a.pdf", "x")
}

fn halted_and_told() -> Book {
    firm(
        "[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\nnotified = 2026-11-12\nnotified_how = '快递'\nevidence = ['a.pdf']\n",
    )
}

/// The stories.
pub const ALL: &[Told] = &[
    // who acts
    on(reported)
        .run("alert add Acme -k anomaly -s x")
        .en("it is not known who is acting", "say it: --as PERSON, or KEHU_AS for this shell")
        .zh("不知道是谁在操作", "请写明：--as 姓名，或设 KEHU_AS"),
    on(acme)
        .run("alert directive Acme --text x")
        .en("it is not known who is acting", "say it: --as PERSON, or KEHU_AS for this shell")
        .zh("不知道是谁在操作", "请写明：--as 姓名，或设 KEHU_AS"),
    on(reported)
        .run("alert add Acme -k anomaly -s x --as 谁")
        .en("kehu.toml lists no 谁", "one of: 李娜, 王芳")
        .zh("kehu.toml 中没有 谁", "可选：李娜、王芳"),
    on(reported)
        .run("alert add Acme -k anomaly -s x --as 李娜 --to 老周")
        .en("老周 is not with the firm on 2026-11-23", "name somebody who is, or see since and left in kehu.toml")
        .zh("老周 在 2026-11-23 不在职", "请换在职人员，或核对 kehu.toml 中的 since、left")
        .exits(1),
    // filing
    on(reported)
        .run("alert add Acme -k anomaly -s x --as 李娜 --to 李娜")
        .en(
            "an urgent report goes to somebody above, not to the reporter",
            "nothing was written; correct it and run the command again",
        )
        .zh("紧急报告要报给上级，不能报给本人", "未写入任何内容，请改正后重试"),
    on(reported)
        .run("alert add Acme -k dishonoured -s x --as 李娜 --amount 5")
        .en("the amount is in no currency", "write it as --amount \"USD 3153.60\"")
        .zh("金额没有写币种", "请写成 --amount \"USD 3153.60\""),
    on(reported)
        .run("alert add Acme -k dishonoured -s x --as 李娜")
        .en("--amount is missing, and there is no terminal to ask at", "give it on the command line: --amount …")
        .zh("缺少 --amount，且没有终端可供询问", "请在命令行给出：--amount …"),
    on(owing)
        .run("alert add Acme -k other -s x --as 李娜 --order PI-1 --amount 1000.01")
        .en("USD 1,000.01 is at stake, but order PI-1 comes to USD 1,000.00", "if that is meant: --yes")
        .zh("涉及金额 USD 1,000.01 超过订单 PI-1 的金额 USD 1,000.00", "确认无误时加 --yes")
        .exits(1),
    // which report
    on(|| firm(""))
        .run("alert directive Acme --text x --as 王芳")
        .en(
            "the customer has no open urgent report",
            "report what is new: kehu alert add \"国外客户/德国/Acme\"",
        )
        .zh("该客户没有未结案的紧急报告", "有新情况请上报：kehu alert add \"国外客户/德国/Acme\"")
        .exits(1),
    on(two)
        .run("alert directive Acme --text x --as 王芳")
        .en("several urgent reports are open", "say which: AL-1, AL-2")
        .zh("有多份紧急报告未结案", "请指明：AL-1、AL-2"),
    on(two)
        .run("alert directive Acme AL-9 --text x --as 王芳")
        .en("the customer has no urgent report AL-9", "its reports are AL-1, AL-2")
        .zh("该客户没有紧急报告 AL-9", "已有：AL-1、AL-2"),
    on(nameless)
        .run("alert directive Acme 2026-11-10 --text x --as 王芳")
        .en("several urgent reports are called 2026-11-10", "give them ids: kehu edit \"国外客户/德国/Acme\"")
        .zh("有多份紧急报告叫 2026-11-10", "请给它们编号：kehu edit \"国外客户/德国/Acme\""),
    on(closed)
        .run("alert close Acme AL-1 --outcome paid")
        .en(
            "urgent report AL-1 was closed on 2026-11-20",
            "report what is new: kehu alert add \"国外客户/德国/Acme\"",
        )
        .zh("紧急报告 AL-1 已于 2026-11-20 结案", "有新情况请上报：kehu alert add \"国外客户/德国/Acme\"")
        .exits(1),
    // the directive
    on(reported)
        .run("alert directive Acme --text x --as 李娜")
        .en(
            "李娜 may not direct urgent report AL-1: that is for the superior of the reporter (第11条 2(1))",
            "let 王芳 do it: --as",
        )
        .zh("李娜 不能批示紧急报告 AL-1：须由报告人的上级批示（第11条 2(1)）", "请由 王芳 办理：--as")
        .exits(1),
    on(left_alone)
        .run("alert directive Acme --text x --as 小吴")
        .en(
            "小吴 may not direct urgent report AL-1: that is for the superior of the reporter (第11条 2(1))",
            "add a [[person]] with roles = [\"sales_manager\"] to kehu.toml",
        )
        .zh(
            "小吴 不能批示紧急报告 AL-1：须由报告人的上级批示（第11条 2(1)）",
            "请在 kehu.toml 中添加 [[person]]，roles = [\"sales_manager\"]",
        )
        .exits(1),
    on(reported)
        .run("alert directive Acme --text x --as 王芳 --date 2026-11-09")
        .en(
            "the directive is of 2026-11-09, but the report is of 2026-11-10",
            "nothing was written; correct it and run the command again",
        )
        .zh("批示日期 2026-11-09 早于报告日期 2026-11-10", "未写入任何内容，请改正后重试"),
    on(cash_only)
        .run("alert directive Acme --text x --as 王芳")
        .en(
            "urgent report AL-1 has the directive of 王芳, 2026-11-12",
            "it stays as it was said; report what is new: kehu alert add \"国外客户/德国/Acme\"",
        )
        .zh(
            "紧急报告 AL-1 已有批示（王芳 2026-11-12）",
            "原批示保留；有新情况请另行上报：kehu alert add \"国外客户/德国/Acme\"",
        )
        .exits(1),
    // countermeasures
    on(reported)
        .run("alert measure Acme -k reduce")
        .en(
            "AL-1 has no directive yet: acting first is refused (第11条 2(1))",
            "let the superior say it: kehu alert directive \"国外客户/德国/Acme\" AL-1",
        )
        .zh(
            "AL-1 尚无批示：不得先行采取对策（第11条 2(1)）",
            "请上级先批示：kehu alert directive \"国外客户/德国/Acme\" AL-1",
        )
        .exits(1),
    on(cash_only)
        .run("alert measure Acme -k reduce --date 2026-11-11")
        .en(
            "the directive on AL-1 is of 2026-11-12: acting first is refused (第11条 2(1))",
            "nothing was written; give a day from 2026-11-12 on: --date",
        )
        .zh(
            "AL-1 的批示日期是 2026-11-12：不得先行采取对策（第11条 2(1)）",
            "未写入任何内容；日期不得早于 2026-11-12：--date",
        )
        .exits(1),
    on(cash_only)
        .run("alert measure Acme -k recourse")
        .en(
            "recourse to the guarantor needs personal guarantee or joint guarantee, and the customer's conditions hold none (第11条 2(2))",
            "if it was agreed when trading began: kehu set \"国外客户/德国/Acme\" start.conditions+=personal_guarantee",
        )
        .zh(
            "“向担保人追债”须有个人担保或连带担保，而客户的附加条件中没有（第11条 2(2)）",
            "如开始交易时已约定，请登记：kehu set \"国外客户/德国/Acme\" start.conditions+=personal_guarantee",
        )
        .exits(1),
    // the end
    on(reported)
        .run("alert close Acme -o written_off")
        .en(
            "AL-1 had no directive on 2026-11-23, and was not paid (第11条 2(1))",
            "let the superior say it: kehu alert directive \"国外客户/德国/Acme\" AL-1",
        )
        .zh(
            "AL-1 在 2026-11-23 尚无批示，也未收回，不能结案（第11条 2(1)）",
            "请上级先批示：kehu alert directive \"国外客户/德国/Acme\" AL-1",
        )
        .exits(1),
    on(reported)
        .run("alert close Acme -o paid --date 2026-11-09")
        .en(
            "AL-1 is of 2026-11-10, after 2026-11-09",
            "nothing was written; correct it and run the command again",
        )
        .zh("AL-1 的日期是 2026-11-10，晚于 2026-11-09", "未写入任何内容，请改正后重试"),
    on(owing)
        .run("alert close Acme -o paid")
        .en(
            "order PI-1: USD 1,000.00 is not paid; AL-1 is about USD 500.00, but since 2026-11-10 USD 0.00 came in",
            "if that is meant: --yes",
        )
        .zh(
            "订单 PI-1 还有 USD 1,000.00 未收；AL-1 涉及 USD 500.00，而 2026-11-10 以来只收到 USD 0.00",
            "确认无误时加 --yes",
        )
        .exits(1),
    // suspending and halting
    on(halted)
        .run("suspend Acme --reason x --as 李娜")
        .en(
            "the customer is halted since 2026-11-12",
            "report what is new: kehu alert add \"国外客户/德国/Acme\"",
        )
        .zh("该客户自 2026-11-12 起已中止交易", "有新情况请上报：kehu alert add \"国外客户/德国/Acme\"")
        .exits(1),
    on(acme)
        .run("halt Acme")
        .en(
            "no open urgent report has the directive to halt trading (第14条)",
            "file an urgent report and let the superior order it: kehu alert add \"国外客户/德国/Acme\"",
        )
        .zh(
            "没有未结案的紧急报告批示中止交易（第14条）",
            "请先上报，由上级批示中止：kehu alert add \"国外客户/德国/Acme\"",
        )
        .exits(1),
    on(reported)
        .run("halt Acme")
        .en(
            "no open urgent report has the directive to halt trading (第14条)",
            "let the superior order it: kehu alert directive \"国外客户/德国/Acme\" AL-1 --effect halt",
        )
        .zh(
            "没有未结案的紧急报告批示中止交易（第14条）",
            "请上级批示：kehu alert directive \"国外客户/德国/Acme\" AL-1 --effect 中止",
        )
        .exits(1),
    on(halted)
        .run("halt Acme")
        .en(
            "trading is halted since 2026-11-12, but the customer was not told in due form (第14条 2)",
            "tell the customer, then: kehu halt \"国外客户/德国/Acme\" --notified today --how \"…\" --evidence FILE",
        )
        .zh(
            "自 2026-11-12 起已中止交易，但尚未正式通知客户（第14条 2）",
            "通知客户后登记：kehu halt \"国外客户/德国/Acme\" --notified 今天 --how \"…\" --evidence 文件",
        )
        .exits(1),
    on(halted_and_told)
        .run("halt Acme")
        .en(
            "trading is halted since 2026-11-12, and the customer was told on 2026-11-12",
            "to trade again: kehu resume \"国外客户/德国/Acme\"",
        )
        .zh(
            "自 2026-11-12 起已中止交易，并于 2026-11-12 通知客户",
            "要恢复交易：kehu resume \"国外客户/德国/Acme\"",
        )
        .exits(1),
    on(halted)
        .run("halt Acme --notified 2026-11-11 --how x --evidence a.pdf")
        .en(
            "the customer was told on 2026-11-11, but it was ordered on 2026-11-12 only",
            "nothing was written; correct it and run the command again",
        )
        .zh("通知日期 2026-11-11 早于批示日期 2026-11-12", "未写入任何内容，请改正后重试"),
    on(to_be_halted)
        .run("halt Acme --notified today --how x --evidence ../b.pdf")
        .en(
            "国外客户/德国/Acme holds no file \"../b.pdf\"",
            "put the proof into the customer's folder, then give its name",
        )
        .zh("国外客户/德国/Acme 中没有文件“../b.pdf”", "请先把凭证放进客户文件夹，再写文件名"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
