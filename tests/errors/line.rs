//! The command line: what it says too little, too much or in other words, and what does not go together.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // a command line that says too little or too much
    on(book)
        .run("lst")
        .en("there is no command \"lst\"", "did you mean lint or list?")
        .zh("没有命令“lst”", "是否想写 lint 或 list？"),
    on(book)
        .run("show Acme Bob")
        .en("\"Bob\" is too much here", "usage: kehu show [NAME] [OPTIONS]")
        .zh("多余的参数“Bob”", "用法：kehu show [客户] [选项]"),
    on(book)
        .run("list --colour")
        .en("there is no option --colour here", "did you mean --color?")
        .zh("此处没有选项 --colour", "是否想写 --color？"),
    on(book)
        .run("list --nothing-like-it")
        .en("there is no option --nothing-like-it here", "usage: kehu list [QUERY…] [OPTIONS]")
        .zh("此处没有选项 --nothing-like-it", "用法：kehu list [查询…] [选项]"),
    on(book)
        .run("log Acme --kind")
        .en("--kind needs a value", "see kehu log --help")
        .zh("--kind 缺少值", "见 kehu log --help"),
    on(book)
        .run("-C . log Acme --kind")
        .en("--kind needs a value", "see kehu log --help")
        .zh("--kind 缺少值", "见 kehu log --help"),
    on(book)
        .run("-C show list --format")
        .en("--format needs a value", "see kehu list --help")
        .zh("--format 缺少值", "见 kehu list --help"),
    on(book)
        .run("--lang")
        .en("--lang needs a value", "see kehu --help")
        .zh("--lang 缺少值", "见 kehu --help"),
    on(book)
        .run("log Acme x --kind vist")
        .en(
            "--kind: \"vist\" is none of inquiry, call, email, message, visit, meeting, exhibition, complaint, collection, report, other",
            "did you mean visit?",
        )
        .zh(
            "--kind：“vist”不在以下之列：inquiry 询盘、call 电话、email 邮件、message 即时消息、visit 拜访、meeting 会议、exhibition 展会、complaint 投诉、collection 催款、report 汇报、other 其他",
            "是否想写 visit？",
        ),
    on(book)
        .run("log Acme x --kind xyz")
        .en(
            "--kind: \"xyz\" is none of inquiry, call, email, message, visit, meeting, exhibition, complaint, collection, report, other",
            "see kehu log --help",
        )
        .zh(
            "--kind：“xyz”不在以下之列：inquiry 询盘、call 电话、email 邮件、message 即时消息、visit 拜访、meeting 会议、exhibition 展会、complaint 投诉、collection 催款、report 汇报、other 其他",
            "见 kehu log --help",
        ),
    on(book)
        .run("--lang de list")
        .en("--lang: \"de\": say zh-CN or en", "see kehu list --help")
        .zh("--lang：“de”：可写 zh-CN 或 en", "见 kehu list --help"),
    on(book)
        .run("due --within soon")
        .en("--within: \"soon\": write a number of days such as 7d or 2w", "see kehu due --help")
        .zh("--within：“soon”：请写天数，如 7d、2w", "见 kehu due --help"),
    on(book)
        .run("list --country Nowhere")
        .en("--country: \"Nowhere\": there is no such country", "see kehu list --help")
        .zh("--country：“Nowhere”：没有这个国家", "见 kehu list --help"),
    on(book)
        .run("list --country Germny")
        .en("--country: \"Germny\": there is no such country; did you mean Germany?", "see kehu list --help")
        .zh("--country：“Germny”：没有这个国家，是否想写 德国？", "见 kehu list --help"),
    on(book)
        .run("set")
        .en("missing: NAME, PATH=VALUE", "usage: kehu set NAME [PATH=VALUE…] [OPTIONS]")
        .zh("缺少：客户、路径=值", "用法：kehu set 客户 [路径=值…] [选项]"),
    on(book)
        .run("init --adopt --demo")
        .en("--adopt cannot be used with --demo", "usage: kehu init [DIR] [OPTIONS]")
        .zh("--adopt 不能与 --demo 同时使用", "用法：kehu init [文件夹] [选项]"),
    on(book)
        .run("list --quiet=yes")
        .en("--quiet: too many values", "usage: kehu list [QUERY…] [OPTIONS]")
        .zh("--quiet：值太多", "用法：kehu list [查询…] [选项]"),
    on(book)
        .run("import")
        .en("missing: SUBJECT, FILE", "usage: kehu import SUBJECT FILE [OPTIONS]")
        .zh("缺少：内容、文件", "用法：kehu import 内容 文件 [选项]"),
    on(book)
        .run("completions tcsh")
        .en("SHELL: \"tcsh\" is none of bash, zsh, fish, powershell", "did you mean zsh?")
        .zh("SHELL：“tcsh”不在以下之列：bash、zsh、fish、powershell", "是否想写 zsh？"),
    // days, pages and formats
    on(book)
        .run("--today someday list")
        .en("--today \"someday\" is no day", "write it as 2026-11-23")
        .zh("--today “someday”不是日期", "请写成 2026-11-23"),
    on(book)
        .run("list -0")
        .en("-0 goes with --format ids alone", "write: --format ids -0")
        .zh("-0 只能与 --format ids 同用", "请写：--format ids -0"),
    on(book)
        .run("list --stage Nowhere")
        .en("there is no stage \"Nowhere\"", "the stages are 潜在客户, 国外客户")
        .zh("没有阶段“Nowhere”", "阶段有：潜在客户、国外客户"),
    on(book)
        .run("list --owner Nobody")
        .en("no customer has the owner \"Nobody\"", "no card names an owner yet; say it with kehu set")
        .zh("没有负责人为“Nobody”的客户", "卡片中都没有负责人；用 kehu set 填写"),
    on(owned)
        .run("list --owner Nobody")
        .en("no customer has the owner \"Nobody\"", "the book knows 李娜")
        .zh("没有负责人为“Nobody”的客户", "账套中有：李娜"),
    on(acme)
        .run("grade --since someday")
        .en("--since \"someday\" is no day", "write it as 2026-11-23")
        .zh("--since “someday”不是日期", "请写成 2026-11-23"),
    on(acme)
        .run("grade --since 2026-11-01 --until 2026-10-01")
        .en("--since 2026-11-01 lies after 2026-10-01", "exchange them")
        .zh("--since 2026-11-01 晚于 2026-10-01", "请对调两个日期"),
    on(acme)
        .run("stats --period someday")
        .en("--period \"someday\" is no period", "write it as 2026, 2026-06 or last-month")
        .zh("--period “someday”不是期间", "请写成 2026、2026-06 或 上月"),
    on(acme)
        .run("stats --period 2027")
        .en("--period \"2027\" has not begun yet", "write it as 2026, 2026-06 or last-month")
        .zh("--period “2027”尚未开始", "请写成 2026、2026-06 或 上月"),
    on(acme)
        .run("stats contry")
        .en("no customer is meant by \"contry\"", "did you mean kehu stats country?")
        .zh("没有符合“contry”的客户", "是否想写 kehu stats 国家？"),
    on(acme)
        .run("stats country country")
        .en(
            "sales are counted by one thing or by two different ones",
            "write kehu stats country month, or kehu stats movement alone",
        )
        .zh("统计口径只能给一个，或给两个不同的", "如 kehu stats 国家 月份；动态须单独使用"),
    on(acme)
        .run("report overview -o kehu.toml")
        .en("kehu.toml: this file is no overview of kehu", "give another file")
        .zh("kehu.toml：该文件不是 kehu 的总览", "请换一个文件")
        .exits(1),
    on(acme)
        .run("report overview -o a.json --format json")
        .en("-o writes the page, not JSON", "write: --format json > FILE")
        .zh("-o 只写网页，不写 JSON", "请写：--format json > 文件"),
    on(prospect)
        .run("grade --explain Acme")
        .en(
            "潜在客户/德国/Acme is a prospect; only customers are graded",
            "its folder moves to a customer stage when trading begins",
        )
        .zh("潜在客户/德国/Acme 是潜在客户，只有国外客户才评级", "开始交易后请把文件夹移到国外客户之下"),
    on(uncounted)
        .run("grade --explain Acme")
        .above(
            "error: 国外客户/德国/Acme/card.toml: PI-1: the date is missing\n  next: mend the card: kehu edit \"国外客户/德国/Acme\"\n",
            "错误：国外客户/德国/Acme/card.toml：PI-1：缺少日期\n  下一步：请改正卡片：kehu edit \"国外客户/德国/Acme\"\n",
        )
        .en("国外客户/德国/Acme could not be graded", "mend what is told above")
        .zh("无法评级：国外客户/德国/Acme", "请先改正上面列出的问题"),
    on(hidden)
        .run("grade --explain 国外客户/德国/Acme/Sub")
        .en("国外客户/德国/Acme/Sub could not be graded", "check the card: kehu lint \"国外客户/德国/Acme/Sub\"")
        .zh("无法评级：国外客户/德国/Acme/Sub", "请检查卡片：kehu lint \"国外客户/德国/Acme/Sub\""),
    on(acme)
        .run("grade --explain Acme --format csv")
        .en("--explain is written as table or json", "leave --format away")
        .zh("--explain 只能输出为 table 或 json", "请去掉 --format"),
    on(acme)
        .run("receivables --by owner --format ids")
        .en("groups have no paths", "leave --by away, or choose another format")
        .zh("分组没有路径可输出", "请去掉 --by，或换一种格式"),
    on(sold)
        .run("show Acme --order PI-1 --format toml")
        .en("an order has no toml of its own", "leave --order away, or write json")
        .zh("单个订单不能输出为 toml", "请去掉 --order，或输出 json"),
    on(book)
        .run("lint --explain bad-dates")
        .en("there is no check \"bad-dates\"", "did you mean bad-date? all of them: kehu lint --explain")
        .zh("没有检查“bad-dates”", "是否想写 bad-date？全部列表：kehu lint --explain"),
    on(book)
        .run("lint ..")
        .en(".. is not in the book", "give a folder or a card of the book")
        .zh(".. 不在本账套中", "请给出账套中的文件夹或卡片"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
