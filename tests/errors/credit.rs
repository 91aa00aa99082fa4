//! Credit: who may decide what, what an order is refused for, what a limit may be.

use super::books::*;
use super::told::{Told, on};
use crate::common::Book;

const FIRM: &str = "language = 'zh-CN'\napprovals_from = 2026-01-01\n\
    [[rate]]\ncurrency = 'USD'\nvalue = '7'\n\
    [[person]]\nname = '沈'\nroles = ['salesperson']\n\
    [[person]]\nname = '罗'\nroles = ['finance']\n\
    [[person]]\nname = '方'\nroles = ['sales_manager']\n\
    [[person]]\nname = '蒋'\nroles = ['marketing_director']\n";

/// A firm with people, and one customer of whom more is said.
fn firm(more: &str) -> Book {
    card(&format!("name = 'Acme'\n{more}")).file("kehu.toml", FIRM)
}

/// Grade A, bought twice, with a limit; and more.
fn trusted(more: &str) -> Book {
    firm(&format!(
        "created = 2026-09-01\n\
         [[order]]\nnumber = 'O-1'\ndate = 2025-01-01\ncurrency = 'CNY'\namount = 1000\nshipped = 2025-01-02\n\
         [[payment]]\ndate = 2025-01-02\namount = 1000\ncurrency = 'CNY'\norder = 'O-1'\n\
         [[order]]\nnumber = 'O-2'\ndate = 2025-06-01\ncurrency = 'CNY'\namount = 1000\nshipped = 2025-06-02\n\
         [[payment]]\ndate = 2025-06-02\namount = 1000\ncurrency = 'CNY'\norder = 'O-2'\n\
         [[credit]]\nfrom = 2025-12-01\ngrade = 'A'\nlimit = 1000\ncurrency = 'CNY'\nterm_days = 60\n{more}"
    ))
}

/// A request for grade B as finance filed it, and more.
fn asked(more: &str) -> Book {
    firm(&format!(
        "[[request]]\nid = 'RQ-1'\ndate = 2026-11-01\nby = '罗'\nkind = 'grade'\ngrade = 'B'\n\
         digest = 'a50514528c55fe5ea3b2a8e8db6cf8d2140bc2a0d359859326170fb669780056'\n{more}"
    ))
}

fn rejected() -> Book {
    let book = asked("");
    book.run("request reject RQ-1 --as 方 -q").exits(0);
    book
}

fn approved() -> Book {
    let book = asked("");
    book.run("request approve RQ-1 --as 方 -q").exits(0);
    book.run("request approve RQ-1 --as 蒋 -q").exits(0);
    book
}

/// Suspended, asked to be resumed, and then halted.
fn stopped_again() -> Book {
    firm(
        "[[credit]]\nfrom = 2026-11-01\nstate = 'suspended'\n\
         [[request]]\nid = 'RQ-1'\ndate = 2026-11-02\nby = '沈'\nkind = 'resume'\nstate = 'active'\n\
         [[credit]]\nfrom = 2026-11-03\nstate = 'halted'\n",
    )
}

/// On open account, shipped in part, the rest beyond the limit.
fn over() -> Book {
    trusted(
        "[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'CNY'\namount = 1500\npay = { balance = 'oa', days = 60 }\n",
    )
}

const NOT_YET: &str = "[[order]]\nnumber = 'PI-1'\ndate = 2026-11-01\ncurrency = 'CNY'\namount = 100\npay = { balance = 'oa', days = 60 }\n";

/// The stories.
pub const ALL: &[Told] = &[
    // who decides
    on(|| asked("")).run("request approve RQ-1").en(
        "it is not known who is acting", "say it: --as PERSON, or KEHU_AS for this shell",
    ).zh("不知道是谁在操作", "请写明：--as 姓名，或设 KEHU_AS"),
    on(|| asked("")).run("request approve RQ-1 --as 罗").en(
        "RQ-1 is your own request; nobody approves their own (第8条)", "let 方 decide",
    ).zh("RQ-1 是您自己提交的，不能审批自己的申请（第8条）", "请由 方 批复").exits(1),
    on(|| asked("")).run("request approve RQ-1 --as 蒋").en(
        "sales manager decides first (第8条)", "let 方 decide, then approve",
    ).zh("应先由销售经理审批（第8条）", "请 方 先批复，再由您审批").exits(1),
    on(|| asked("")).run("request reject RQ-1 --as 沈").en(
        "sales manager, marketing director must decide this (第8条), and 沈 is not", "let 方 decide",
    ).zh("此事须由销售经理、营销总监审批（第8条），沈不是", "请由 方 批复").exits(1),
    on(rejected).run("request approve RQ-1 --as 方").en(
        "RQ-1 was rejected on 2026-11-23", "see it: kehu request show RQ-1",
    ).zh("RQ-1 已于 2026-11-23 被驳回", "查看：kehu request show RQ-1").exits(1),
    on(approved).run("request reject RQ-1 --as 方").en(
        "RQ-1 was approved on 2026-11-23", "see it: kehu request show RQ-1",
    ).zh("RQ-1 已于 2026-11-23 获批准", "查看：kehu request show RQ-1").exits(1),
    on(|| firm("[[request]]\nid = 'RQ-1'\ndate = 2026-11-01\nby = '罗'\nkind = 'grade'\ngrade = 'A'\ndigest = 'x'\n"))
        .run("request approve RQ-1 --as 方").en(
        "RQ-1 was edited after it was filed; an approval would approve something else", "file it anew: kehu request add",
    ).zh("RQ-1 提交后被改动，不能审批", "请重新提交：kehu request add").exits(1),
    on(|| asked("")).run("request approve RQ-2 --as 方").en(
        "there is no request RQ-2", "see them all: kehu request list --all",
    ).zh("没有申请 RQ-2", "查看全部：kehu request list --all"),
    on(|| asked("").card("国外客户/法国/Beta", "name = 'Beta'\n[[request]]\nid = 'RQ-1'\ndate = 2026-11-01\nby = '罗'\nkind = 'grade'\n"))
        .run("request show RQ-1").en(
        "several cards hold a request RQ-1: 国外客户/德国/Acme, 国外客户/法国/Beta", "give one of them another id: kehu edit",
    ).zh("多张卡片都有申请 RQ-1：国外客户/德国/Acme、国外客户/法国/Beta", "请给其中一份换一个编号：kehu edit"),
    on(|| asked("")).run("request show RQ-1 --today 2026-10-31").en(
        "RQ-1 was not filed yet on 2026-10-31", "give a later --today",
    ).zh("RQ-1 在 2026-10-31 尚未提交", "请用更晚的 --today").exits(1),
    on(acme).run("request add Acme --grade B --reason x").en(
        "kehu.toml lists nobody who could decide", "add a [[person]] with roles to kehu.toml",
    ).zh("kehu.toml 中没有可以批复的人", "请在 kehu.toml 中添加 [[person]] 和 roles").exits(1),
    on(|| firm("")).run("request add Acme --kind limit --grade B --reason x --as 罗").en(
        "a request of kind limit does not go with these values",
        "grade wants --grade, limit --limit or --term, the others none of them",
    ).zh("“额度”申请与所给内容不符", "等级调整须给 --grade，额度须给 --limit 或 --term，其他类别都不给"),
    on(|| firm("")).run("grade --confirm --as 方").en(
        "this takes the role of finance (第8条), and 方 does not hold it", "let 罗 do it: --as",
    ).zh("此事由财务办理（第8条），方不是", "请由 罗 办理：--as").exits(1),
    // what may be granted
    on(|| firm("")).run("credit set Acme --as 罗").en(
        "there is nothing to set", "give --grade, --limit, --term or --insured",
    ).zh("没有要设定的内容", "请给出 --grade、--limit、--term 或 --insured"),
    on(|| firm("")).run("credit set Acme --limit 500 --as 罗").en(
        "the limit lacks its currency", "write it as --limit \"USD 48000\"",
    ).zh("额度没有币种", "请写成 --limit \"USD 48000\""),
    on(|| firm("")).run("credit set Acme --grade B --valid-until 2026-11-22 --as 罗").en(
        "2026-11-22 is over already", "nothing was written; correct it and run the command again",
    ).zh("2026-11-22 已过", "未写入任何内容，请改正后重试"),
    on(|| firm("")).run("credit set Acme --grade B --from 2026-12-01 --as 罗").en(
        "--from \"2026-12-01\" is no day up to today", "nothing was written; correct it and run the command again",
    ).zh("--from “2026-12-01”不是今天或以前的日期", "未写入任何内容，请改正后重试"),
    on(|| firm("")).run("credit set Acme --grade B --from 2026-02-01 --as 罗").en(
        "2026-02-01 is not before approvals_from 2026-01-01: it needs a request (第8条)", "leave --from away: the request is filed",
    ).zh("2026-02-01 不早于审批起算日 2026-01-01，须走审批（第8条）", "请去掉 --from，改为提交申请").exits(1),
    on(|| firm("")).run("credit set Acme --limit 'CNY 5' --as 罗").en(
        "who is not graded gets no credit (第6条 4)", "give the grade with it: --grade",
    ).zh("未评级的客户不给信用（第6条 4）", "请一并给出等级：--grade").exits(1),
    on(|| firm("")).run("credit set Acme --grade D --term 5 --as 罗").en(
        "grade D gets no credit (第6条 4)", "see what it could be graded: kehu grade --explain",
    ).zh("D级客户不给予任何信用交易（第6条 4）", "查看可评等级：kehu grade --explain").exits(1),
    // may this order be taken
    on(|| firm("")).run("credit check Acme --amount 5").en(
        "the amount lacks its currency", "write it as --amount \"USD 30000\"",
    ).zh("金额没有币种", "请写成 --amount \"USD 30000\""),
    on(|| trusted("")).run("credit check Acme --amount 'EUR 5'").en(
        "kehu.toml: kehu.toml holds no rate of EUR for 2026-11-23",
        "add to kehu.toml a [[rate]] with date = 2026-11-23, currency = \"EUR\" and its value",
    ).zh(
        "kehu.toml：kehu.toml 中没有 EUR 在 2026-11-23 的汇率",
        "请在 kehu.toml 中补一条 [[rate]]：date = 2026-11-23、currency = \"EUR\" 和 value",
    ),
    on(|| trusted("")).run("order Acme PI-1 --amount 'CNY 1001'").en(
        "needs approval: with this order CNY 1.00 beyond the limit of CNY 1,000.00 (第7条)",
        "to be approved by sales manager: run it again with --request",
    ).zh("须审批：加上本单，超出额度 CNY 1,000.00 共 CNY 1.00（第7条）", "须报销售经理批准：加 --request 再次运行即提交申请").exits(1),
    on(|| firm("")).run("order Acme PI-1 --amount 'CNY 5' --pay oa").en(
        "refused: not graded yet: cash, or payment first (第6条 4)", "see why: kehu credit show \"国外客户/德国/Acme\"",
    ).zh("不可接：尚未评级：现款现货或先款后货（第6条 4）", "查看原因：kehu credit show \"国外客户/德国/Acme\"").exits(1),
    on(|| firm("[[credit]]\nfrom = 2025-12-01\ngrade = 'B'\n")).run("order Acme PI-1 --amount 'CNY 5' --pay oa").en(
        "cash only: grade B: cash unless a limit is set first (第6条 2)",
        "take it with --pay before_shipment, or see kehu credit show \"国外客户/德国/Acme\"",
    ).zh(
        "仅限现款：B级客户：未设额度前现款现货（第6条 2）",
        "可改为 --pay 发货前付清，或查看 kehu credit show \"国外客户/德国/Acme\"",
    ).exits(1),
    // who works alone decides alone, but knowingly
    on(|| trusted("").file("kehu.toml", "language = 'zh-CN'\n")).run("order Acme PI-1 --amount 'CNY 1001'").en(
        "needs approval: with this order CNY 1.00 beyond the limit of CNY 1,000.00 (第7条); nobody else looks at it",
        "if that is meant: --yes",
    ).zh("须审批：加上本单，超出额度 CNY 1,000.00 共 CNY 1.00（第7条）；无他人复核", "确认无误时加 --yes").exits(1),
    // may it leave
    on(|| order("")).run("ship Acme PI-1").en(
        "PI-1 (before shipment): CNY 1,000.00 must be in before it leaves (第6条)",
        "note the payment: kehu pay; if it left all the same: --anyway REASON",
    ).zh("PI-1（发货前付清）：出运前须收到 CNY 1,000.00（第6条）", "登记收款：kehu pay；若确已出运：--anyway 理由").exits(1),
    on(|| order("")).run("ship Acme PI-1 --anyway ' '").en(
        "--anyway wants a reason", "nothing was written; correct it and run the command again",
    ).zh("--anyway 须写明理由", "未写入任何内容，请改正后重试"),
    on(over).run("ship Acme PI-1").en(
        "PI-1: what is owed passes the limit by CNY 500.00 (第7条)",
        "see it: kehu credit show \"国外客户/德国/Acme\"; if it left all the same: --anyway REASON",
    ).zh("PI-1：欠款超出额度 CNY 500.00（第7条）", "查看：kehu credit show \"国外客户/德国/Acme\"；若确已出运：--anyway 理由").exits(1),
    on(|| trusted(&format!("{NOT_YET}[[credit]]\nfrom = 2026-11-20\nstate = 'suspended'\n"))).run("ship Acme PI-1").en(
        "suspended: nothing leaves (第14条)", "to trade again: kehu resume \"国外客户/德国/Acme\"",
    ).zh("暂停供货：不得出运（第14条）", "恢复交易：kehu resume \"国外客户/德国/Acme\"").exits(1),
    on(|| trusted(&format!("{NOT_YET}[[alert]]\nid = 'AL-1'\ndate = 2026-11-20\nkind = 'anomaly'\n"))).run("ship Acme PI-1").en(
        "an urgent report waits for the superior's directive: nothing leaves (第11条 2)",
        "see it: kehu report urgent \"国外客户/德国/Acme\"",
    ).zh("紧急报告尚待上级批示：不得出运（第11条 2）", "查看：kehu report urgent \"国外客户/德国/Acme\"").exits(1),
    on(|| trusted(&format!("{NOT_YET}[[alert]]\nid = 'AL-1'\ndate = 2026-11-20\nkind = 'anomaly'\ndirective = {{ date = 2026-11-21, by = '方', text = 'x', effect = 'refused' }}\n")))
        .run("ship Acme PI-1").en(
        "by the directive on the urgent report nothing leaves (第11条 2)",
        "see it: kehu report urgent \"国外客户/德国/Acme\"",
    ).zh("按紧急报告批示不得出运（第11条 2）", "查看：kehu report urgent \"国外客户/德国/Acme\"").exits(1),
    on(book).run("credit -q").en(
        "a command of it is missing: one of show, check, set", "usage: kehu credit COMMAND [OPTIONS]",
    ).zh("还须写明子命令：查看、审核、设额", "用法：kehu credit 命令 [选项]"),
    // to trade again
    on(|| firm("")).run("resume Acme --as 沈 --reason x").en(
        "trading with this customer goes on", "see its credit: kehu credit show \"国外客户/德国/Acme\"",
    ).zh("与该客户的交易没有停止", "查看其信用：kehu credit show \"国外客户/德国/Acme\"").exits(1),
    on(stopped_again).run("request approve RQ-1 --as 方").en(
        "the customer was halted on 2026-11-03, after RQ-1 was asked (第14条)",
        "reject it: kehu request reject RQ-1; it must be asked anew: kehu resume \"国外客户/德国/Acme\"",
    ).zh(
        "RQ-1 提交后，该客户于 2026-11-03 又被中止交易，不能批准（第14条）",
        "请驳回：kehu request reject RQ-1，再重新申请：kehu resume \"国外客户/德国/Acme\"",
    ).exits(1),
    on(|| firm("[[credit]]\nfrom = 2026-11-01\nstate = 'suspended'\n[[request]]\nid = 'RQ-1'\ndate = 2026-11-02\nby = '沈'\nkind = 'resume'\nstate = 'active'\n"))
        .run("resume Acme --as 沈 --reason x").en(
        "RQ-1 asks for it already", "see it: kehu request show RQ-1",
    ).zh("已有申请 RQ-1", "查看：kehu request show RQ-1").exits(1),
    on(|| firm("")).run("report compliance --since someday").en(
        "--since \"someday\" is no day", "write it as 2026-11-23",
    ).zh("--since “someday”不是日期", "请写成 2026-11-23"),
    on(|| firm("")).run("report compliance --since 2026-12-01").en(
        "--since 2026-12-01 lies after 2026-11-23", "give an earlier day",
    ).zh("--since 2026-12-01 晚于 2026-11-23", "请给更早的日期"),
];

#[test]
fn every_error_is_told() {
    super::told::live(ALL);
}
