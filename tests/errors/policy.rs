//! The credit policy: what policy.toml cannot say, and who may approve it.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;

/// A policy.toml with such a line.
fn policy(text: &str) -> Book {
    book().file("policy.toml", text)
}

/// A draft in a firm with a president, a finance officer and somebody who left.
fn drafted() -> Book {
    policy("quiet_customer_days = 45\n").file(
        "kehu.toml",
        "language = 'zh-CN'\n[[person]]\nname = '蒋'\nroles = ['president']\n\
         [[person]]\nname = '罗'\nroles = ['finance']\n\
         [[person]]\nname = '顾'\nroles = ['salesperson']\nleft = 2026-01-31\n",
    )
}

/// The same, approved.
fn approved() -> Book {
    let book = drafted();
    book.run("policy approve --as 蒋 -q").exits(0);
    book
}

/// The stories.
pub const ALL: &[Told] = &[
    // what a figure cannot say
    on(|| policy("quiet = 3\n"))
        .run("due")
        .en("policy.toml:1:1: unknown key `quiet`", "delete the line, or put # before it")
        .zh("policy.toml:1:1：未知字段 quiet", "请删除该行，或在行首加 #"),
    on(|| policy("share_aa = 0.7\n"))
        .run("due")
        .en("policy.toml:1:1: unknown key `share_aa`", "did you mean `share_a`?")
        .zh("policy.toml:1:1：未知字段 share_aa", "是否想写 share_a？"),
    on(|| policy("[[approval]]\nlc_days = 30\n"))
        .run("due")
        .en(
            "policy.toml:2:1: unknown key `lc_days`",
            "below [[approval]] it belongs to the approval: move it above the first one",
        )
        .zh(
            "policy.toml:2:1：未知字段 lc_days",
            "写在 [[approval]] 之后即属于该批准记录：请移到第一个 [[approval]] 之前",
        ),
    on(|| policy("lc_days = 'soon'\n"))
        .run("grade")
        .en(
            "policy.toml:1:11: lc_days: expected a whole number, 0 or more, found \"soon\"",
            "correct this place in policy.toml and run the command again",
        )
        .zh(
            "policy.toml:1:11：lc_days：应为不小于 0 的整数，实为“soon”",
            "请改正 policy.toml 中的这一处后重试",
        ),
    on(|| policy("review_a_months = 0\n"))
        .run("list")
        .en(
            "policy.toml:1:19: review_a_months: expected 1 month to 120 months, found 0 months",
            "choose another value; A investigated every: originally 6 months",
        )
        .zh(
            "policy.toml:1:19：review_a_months：应为 1 个月 至 120 个月，实为 0 个月",
            "请改用合适的值；A级调查间隔，原值 6 个月",
        ),
    on(|| policy("remainder_amount = -1\n"))
        .run("list")
        .en(
            "policy.toml:1:20: remainder_amount: expected 0 or more, found -1",
            "choose another value; remainder at most (base currency): originally 50",
        )
        .zh(
            "policy.toml:1:20：remainder_amount：应不小于 0，实为 -1",
            "请改用合适的值；尾差上限金额（本位币），原值 50",
        ),
    on(|| policy("held_deposit = 30\n"))
        .run("receivables")
        .en("policy.toml:1:16: held_deposit: expected 0% to 100%, found 3,000%", "30 % is written \"0.30\"")
        .zh("policy.toml:1:16：held_deposit：应为 0% 至 100%，实为 3,000%", "30% 请写成 \"0.30\""),
    on(|| policy("share_a = 0.65\n"))
        .run("")
        .en(
            "policy.toml:1:11: the shares of A, B, C, D come to 95%, not to 100%",
            "change share_a, share_b, share_c, share_d so that they come to 1 (第5条)",
        )
        .zh(
            "policy.toml:1:11：A、B、C、D 四级销售占比合计 95%，应为 100%",
            "请调整 share_a、share_b、share_c、share_d，使合计为 1（第5条）",
        ),
    on(|| policy("review_a_months = 2\n"))
        .run("due")
        .en(
            "policy.toml:1:19: review_a_months (2 months) must not be below review_b_months (3 months)",
            "change one of the two: A investigated every; B investigated every",
        )
        .zh(
            "policy.toml:1:19：review_a_months（2 个月）不能低于 review_b_months（3 个月）",
            "请调整其中之一：A级调查间隔；B级调查间隔",
        ),
    // a draft elsewhere
    on(|| book().file("draft.toml", "share_a = 7\n"))
        .run("policy impact draft.toml")
        .en(
            "draft.toml:1:11: share_a: expected 0% to 100%, found 700%",
            "7 % is written \"0.07\"",
        )
        .zh("draft.toml:1:11：share_a：应为 0% 至 100%，实为 700%", "7% 请写成 \"0.07\""),
    on(book)
        .run("policy impact draft.toml")
        .en("draft.toml: not found", "check how the name is written and where the file is")
        .zh("draft.toml：找不到", "请检查名称和位置是否写对"),
    // approving
    on(book)
        .run("policy approve --as 蒋")
        .en(
            "policy.toml: nothing to approve: the document's own figures hold",
            "to have figures of your own: kehu policy show --format toml > policy.toml",
        )
        .zh(
            "policy.toml：无须批准：按制度原有数字执行",
            "要自定数字：kehu policy show --format toml > policy.toml",
        )
        .exits(1),
    on(|| policy("quiet_customer_days = 60\n"))
        .run("policy approve --as 蒋")
        .en(
            "policy.toml: nothing to approve: the document's own figures hold",
            "it changes no figure; see them all: kehu policy show",
        )
        .zh("policy.toml：无须批准：按制度原有数字执行", "其中没有改动任何数字；查看全部：kehu policy show")
        .exits(1),
    on(|| policy("quiet = 3\n"))
        .run("policy approve --as 蒋")
        .en("policy.toml: what is wrong cannot be approved", "see what it is: kehu policy check")
        .zh("policy.toml：政策有误，不能批准", "查看错误：kehu policy check")
        .exits(1),
    on(approved)
        .run("policy approve --as 蒋")
        .en(
            "policy.toml: approved as it stands, by 蒋 on 2026-11-23",
            "after a change of a figure approve it again",
        )
        .zh("policy.toml：现行内容已由 蒋 于 2026-11-23 批准", "改动数字后再批准")
        .exits(1),
    on(drafted)
        .run("policy approve")
        .en("it is not known who is acting", "say it: --as PERSON, or KEHU_AS for this shell")
        .zh("不知道是谁在操作", "请写明：--as 姓名，或设 KEHU_AS"),
    on(|| policy("quiet_customer_days = 45\n"))
        .run("policy approve")
        .en("it is not known who is acting", "say it: --as PERSON, or KEHU_AS for this shell")
        .zh("不知道是谁在操作", "请写明：--as 姓名，或设 KEHU_AS"),
    on(drafted)
        .run("policy approve --as 谁")
        .en("kehu.toml lists no 谁", "one of: 蒋, 罗")
        .zh("kehu.toml 中没有 谁", "可选：蒋、罗"),
    on(drafted)
        .run("policy approve --as 顾")
        .en(
            "顾 is not with the firm on 2026-11-23",
            "name somebody who is, or see since and left in kehu.toml",
        )
        .zh("顾 在 2026-11-23 不在职", "请换在职人员，或核对 kehu.toml 中的 since、left")
        .exits(1),
    on(drafted)
        .run("policy approve --as 罗")
        .en("this takes the role of president (第4条), and 罗 does not hold it", "let 蒋 do it: --as")
        .zh("此事由总裁办理（第4条），罗不是", "请由 蒋 办理：--as")
        .exits(1),
    on(|| drafted().file("kehu.toml", "[[person]]\nname = '蒋'\nroles = ['president']\n[[person]]\nname = '文'\nroles = ['president']\n[[person]]\nname = '罗'\n"))
        .run("policy approve --as 罗")
        .en("this takes the role of president (第4条), and 罗 does not hold it", "let 蒋 or 文 do it: --as")
        .zh("此事由总裁办理（第4条），罗不是", "请由 蒋或文 办理：--as")
        .exits(1),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
