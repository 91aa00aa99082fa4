//! Investigations and their reports.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;

/// One customer, and a firm with people.
fn staffed() -> Book {
    acme().file(
        "kehu.toml",
        "[[person]]\nname = 'Wang'\nroles = ['salesperson']\n\
         [[person]]\nname = 'Luo'\nroles = ['finance']\nsince = 2026-03-01\n",
    )
}

/// One with these investigations.
fn investigated(list: &[&str]) -> Book {
    let list: Vec<String> = list.iter().map(|one| format!("[[investigation]]\n{one}\n")).collect();
    card(&format!("name = 'Acme'\n{}", list.concat()))
}

/// Beside the customer a form that somebody filled in.
fn form(text: &str) -> Book {
    acme().file("form.toml", text)
}

/// All that a completed one says.
const WHOLE: &str = "channels = ['bank']\nbasic = 'unknown'\ntraits = 'unknown'\nbusiness = 'unknown'\n\
                     trade = 'unknown'\nfinance = 'unknown'\nconclusion = 'fine'\n";

/// The stories.
pub const ALL: &[Told] = &[
    on(acme)
        .run("investigate Acme")
        .en(
            "--channel is missing, and there is no terminal to ask at",
            "give it on the command line: --channel …",
        )
        .zh("缺少 --channel，且没有终端可供询问", "请在命令行给出：--channel …"),
    on(acme)
        .run("investigate Acme --channel bank --completed 2026-11-24")
        .en("completed: 2026-11-24 has not come yet", "nothing was written; correct it and run the command again")
        .zh("完成日期：2026-11-24 还没到", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("investigate Acme --channel bank --basic registered --trade fair --trade-source chamber --completed")
        .en(
            "the investigation is not complete; it lacks source of the basic facts (--basic-source), traits (--traits), business (--business), finance (--finance), conclusion (--conclusion)",
            "give what is missing, or keep it as a draft: --draft",
        )
        .zh(
            "调查尚不完整，缺：基础资料来源（--basic-source）、客户特征（--traits）、业务状况（--business）、财务状况（--finance）、结论（--conclusion）",
            "请补齐，或加 --draft 存为草稿",
        )
        .exits(1),
    on(acme)
        .run("investigate Acme --update")
        .en(
            "the investigation is not complete; it lacks what changed (--trade …) or was confirmed (--confirmed SOURCE)",
            "give what is missing, or keep it as a draft: --draft",
        )
        .zh("调查尚不完整，缺：变化（如 --trade …）或核实依据（--confirmed 来源）", "请补齐，或加 --draft 存为草稿")
        .exits(1),
    on(staffed)
        .run("investigate Acme --update --confirmed slips --as Wang")
        .en(
            "the investigation is not complete; it lacks who of finance concludes (--assessed-by Luo)",
            "give what is missing, or keep it as a draft: --draft",
        )
        .zh("调查尚不完整，缺：财务评估人（--assessed-by Luo）", "请补齐，或加 --draft 存为草稿")
        .exits(1),
    on(staffed)
        .run("investigate Acme --channel bank --assessed-by Wang")
        .en(
            "finance concludes (第11条 1(1)), and Wang is not of finance on 2026-11-23",
            "name somebody who is: --assessed-by Luo",
        )
        .zh("应由财务评估（第11条 1(1)），Wang 在 2026-11-23 不是财务", "请写财务人员：--assessed-by Luo")
        .exits(1),
    on(acme)
        .run("investigate Acme --channel bank --evidence report.pdf")
        .en(
            "report.pdf is not in the customer's folder",
            "put it into \"国外客户/德国/Acme\", or correct the name",
        )
        .zh("客户文件夹中没有 report.pdf", "请放入 \"国外客户/德国/Acme\"，或改正文件名"),
    on(acme)
        .run("investigate Acme --limit 48000")
        .en("the limit 48000 is in no currency", "write both, as USD 48000")
        .zh("建议额度 48000 没有写币种", "请一并写明，如 USD 48000"),
    on(|| investigated(&["date = 2026-11-20\nchannels = ['bank']"]))
        .run("investigate Acme --update --confirmed slips --date 2026-11-20 --completed 2026-11-19")
        .en(
            "the investigation was begun on 2026-11-20; it cannot have been completed on 2026-11-19",
            "nothing was written; correct it and run the command again",
        )
        .zh("调查于 2026-11-20 开始，不可能在 2026-11-19 完成", "未写入任何内容，请改正后重试"),
    // drafts
    on(|| investigated(&["date = 2026-11-10", "date = 2026-11-20"]))
        .run("investigate Acme --channel bank")
        .en(
            "there are several drafts, begun on 2026-11-10 and 2026-11-20",
            "say which one: --date DATE",
        )
        .zh("有多份调查草稿，开始日期为 2026-11-10、2026-11-20", "请指明哪一份：--date 日期"),
    on(|| investigated(&["date = 2026-11-10"]))
        .run("investigate Acme --channel bank --date 2026-11-20")
        .en(
            "the investigation begun on 2026-11-10 is not completed, so none is begun on 2026-11-20",
            "take that one up: leave --date away",
        )
        .zh("2026-11-10 开始的调查尚未完成，不能在 2026-11-20 另开一份", "请接着填写那一份：去掉 --date")
        .exits(1),
    // one that stands already
    on(|| {
        investigated(&[&format!("date = 2026-11-20\n{WHOLE}completed = 2026-11-23")]).file("form.toml", WHOLE)
    })
        .run("investigate Acme --from form.toml --completed")
        .en(
            "the investigation completed on 2026-11-23 says the same already",
            "note what changed: kehu investigate \"国外客户/德国/Acme\" --update; one of another day: --completed DATE",
        )
        .zh(
            "2026-11-23 完成的信用调查内容完全相同，已登记过",
            "登记此后的变化：kehu investigate \"国外客户/德国/Acme\" --update；若是另一天的调查：--completed 日期",
        )
        .exits(1),
    on(|| investigated(&["date = 2026-11-23\nupdate = true\ncompleted = 2026-11-23"]))
        .run("investigate Acme --update --confirmed slips")
        .en("the update of 2026-11-23 stands already", "add to that one: kehu edit \"国外客户/德国/Acme\"")
        .zh("2026-11-23 的例行更新已登记过", "请在那一份里补充：kehu edit \"国外客户/德国/Acme\"")
        .exits(1),
    // forms
    on(|| form("channels = ['bank']\n  conclusions = 'fine'\n"))
        .run("investigate Acme --from form.toml")
        .en("form.toml:2:3: unknown key `conclusions`", "did you mean `conclusion`?")
        .zh("form.toml:2:3：未知字段 conclusions", "是否想写 conclusion？"),
    on(|| form("weather = 'fine'\n"))
        .run("investigate Acme --from form.toml")
        .en("form.toml:1:1: unknown key `weather`", "see the keys: kehu investigate \"国外客户/德国/Acme\" --form")
        .zh("form.toml:1:1：未知字段 weather", "查看可用字段：kehu investigate \"国外客户/德国/Acme\" --form"),
    on(|| form("basic = 'a'\ncompleted = 2026-11-24\n"))
        .run("investigate Acme --from form.toml")
        .en(
            "form.toml:2:13: completed: 2026-11-24 has not come yet",
            "correct this place in the form and run the command again",
        )
        .zh("form.toml:2:13：完成日期：2026-11-24 还没到", "请改正调查表中的这一处后重试"),
    on(|| form("basic = \n"))
        .run("investigate Acme --from form.toml")
        .en("form.toml:1:9: the value is missing", "correct this place in the form and run the command again")
        .zh("form.toml:1:9：缺少值", "请改正调查表中的这一处后重试"),
    on(|| form("reported = 2026-11-23\n"))
        .run("investigate Acme --from form.toml")
        .en(
            "form.toml:1:12: a form does not say when and to whom it was reported",
            "leave it out, and note it afterwards: --reported",
        )
        .zh("form.toml:1:12：调查表中不写报告日期和报告对象", "请删去，交报告后用 --reported 登记"),
    on(acme)
        .run("investigate Acme --channel banks --basic x")
        .en("--channel: \"banks\" is none of bank, trade, internal, field", "did you mean bank?")
        .zh("--channel：“banks”不在以下之列：bank 金融机构、trade 客户或行业组织、internal 内部调查、field 实地调查", "是否想写 bank？"),
    // reports
    on(|| investigated(&["date = 2026-11-10", "completed = 2026-11-01\nreported = 2026-11-02"]))
        .run("investigate Acme --reported")
        .en(
            "no completed investigation waits for its report",
            "complete it first: kehu investigate \"国外客户/德国/Acme\" --completed",
        )
        .zh("没有已完成、待报告的调查", "请先完成调查：kehu investigate \"国外客户/德国/Acme\" --completed")
        .exits(1),
    on(|| investigated(&["completed = 2026-11-20"]))
        .run("investigate Acme --reported 2026-11-19")
        .en(
            "the investigation was completed on 2026-11-20; it cannot have been reported on 2026-11-19",
            "nothing was written; correct it and run the command again",
        )
        .zh("调查于 2026-11-20 完成，不可能在 2026-11-19 报告", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("report investigation Acme")
        .en("the customer was never investigated", "begin: kehu investigate \"国外客户/德国/Acme\"")
        .zh("该客户还没有调查记录", "开始调查：kehu investigate \"国外客户/德国/Acme\"")
        .exits(1),
    on(|| investigated(&["date = 2026-11-10", "date = 2026-11-01\ncompleted = 2026-11-02"]))
        .run("report investigation Acme --date 2026-11-03")
        .en(
            "no investigation was begun or completed on 2026-11-03",
            "they were begun on 2026-11-01, 2026-11-10",
        )
        .zh("2026-11-03 没有开始或完成的调查", "开始日期有：2026-11-01、2026-11-10")
        .exits(1),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
