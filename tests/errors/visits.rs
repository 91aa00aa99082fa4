//! The visit plan, prospects that become customers, copies of the book.

use super::books::*;
use super::told::{Told, live, on};
use crate::common::Book;

/// A customer that was visited in vain so many times.
fn visited(times: usize) -> Book {
    let visit = "[[followup]]\ndate = 2026-11-02\nkind = 'visit'\nsummary = 'x'\neffective = false\n";
    card(&format!("name = 'Acme'\n{}", visit.repeat(times)))
}

/// A prospect of whom all is known, in this folder, in a book with these stages.
fn ready(stages: &str, folder: &str) -> Book {
    let text = "name = 'Acme'\naddress = 'x'\nphone = '+49 711 5550134'\nowner = 'x'\ncontact = [{ name = 'Anna' }]\n\
        payment_profile = { attitude = 'x', timing = 'x', bank = 'x', controller = 'x', method = 'x' }\n\
        start = { trading_card = 2026-11-01 }\n";
    book().file("kehu.toml", &format!("language = \"zh-CN\"\n{stages}")).card(folder, text)
}

/// The same without a line of its card.
fn lacking(line: &str, settings: &str) -> Book {
    let book = ready(settings, "潜在客户/德国/Acme");
    let text = book.text("潜在客户/德国/Acme/card.toml").replace(line, "");
    book.card("潜在客户/德国/Acme", &text)
}

const PROSPECTS: &str = "[[stage]]\nfolder = 'A'\nkind = 'prospect'\n";
const CUSTOMERS: &str = "[[stage]]\nfolder = 'B'\nkind = 'customer'\n[[stage]]\nfolder = 'C'\nkind = 'customer'\n";

/// A book in a folder, and a finished copy of it beside.
fn copied() -> Book {
    let book = nowhere().file("b/kehu.toml", "");
    book.run("-C b backup c -q");
    book
}

/// The stories.
pub const ALL: &[Told] = &[
    // the visit plan
    on(|| visited(5))
        .run("plan add Acme --date 3d --place x --purpose y")
        .en(
            "the customer left the visit plan on 2026-11-02: 5 visits in a row without effect (第13条 1)",
            "to visit it all the same, say why: kehu plan restore \"国外客户/德国/Acme\" --reason …",
        )
        .zh(
            "该客户已于 2026-11-02 移出访问计划：连续 5 次访问无实效（第13条 1）",
            "仍要访问请说明理由：kehu plan restore \"国外客户/德国/Acme\" --reason …",
        )
        .exits(1),
    on(owned)
        .run("plan add Acme --date 2026-11-01 --place x --purpose y")
        .en(
            "2026-11-01 has passed: a visit is planned ahead",
            "a visit that was made is noted: kehu log \"国外客户/德国/Acme\" --kind visit --date 2026-11-01 …",
        )
        .zh(
            "2026-11-01 已过，访问计划须提前安排",
            "已经做过的访问请登记：kehu log \"国外客户/德国/Acme\" --kind visit --date 2026-11-01 …",
        ),
    on(|| card("name = 'Acme'\nowner = '李娜'\n[[plan]]\ndate = 2026-12-01\n"))
        .run("plan add Acme --date 2026-12-01 --place x --purpose y")
        .en(
            "a visit on 2026-12-01 is planned already",
            "to change it: kehu set \"国外客户/德国/Acme\" plan.2026-12-01.purpose=…",
        )
        .zh("2026-12-01 已安排访问", "要修改：kehu set \"国外客户/德国/Acme\" plan.2026-12-01.purpose=…")
        .exits(1),
    on(|| visited(4))
        .run("plan restore Acme --reason x")
        .en(
            "the customer did not leave the visit plan: 4 visits in a row without effect, it leaves at 5 (第13条 1)",
            "plan a visit: kehu plan add \"国外客户/德国/Acme\"",
        )
        .zh(
            "该客户没有移出访问计划：连续 4 次无实效，满 5 次才移出（第13条 1）",
            "安排访问：kehu plan add \"国外客户/德国/Acme\"",
        )
        .exits(1),
    // prospects that become customers
    on(acme)
        .run("promote Acme")
        .en("国外客户/德国/Acme is a customer already", "see what comes next: kehu next \"国外客户/德国/Acme\"")
        .zh("国外客户/德国/Acme 已是正式客户", "查看下一步：kehu next \"国外客户/德国/Acme\"")
        .exits(1),
    on(|| ready("", "潜在客户/德国/汉堡/Acme"))
        .run("promote Acme")
        .en(
            "潜在客户/德国/汉堡/Acme/card.toml: the card does not lie in stage/country/company, so it is not clear which folder to move",
            "see how it should lie: kehu lint \"潜在客户/德国/汉堡/Acme\"",
        )
        .zh(
            "潜在客户/德国/汉堡/Acme/card.toml：卡片不在“阶段/国家/公司”文件夹中，无法确定要移动哪个文件夹",
            "查看应放的位置：kehu lint \"潜在客户/德国/汉堡/Acme\"",
        )
        .exits(1),
    on(|| ready("[lint]\noff = ['required-field']\n", "潜在客户/德国/Bob").card("潜在客户/德国/Acme", "name = 'New'\n"))
        .run("promote New")
        .above(
            "error: the trading card was not exchanged (第13条 2)\n  next: exchange it in two copies, then write down the day: kehu set \"潜在客户/德国/Acme\" start.trading_card=…\n\
             error: there is no contact (第12条 1)\n  next: add one: kehu set \"潜在客户/德国/Acme\" contact.+.name=…\n",
            "错误：客户交易卡尚未交换（第13条 2）\n  下一步：请交换一式两份的交易卡，再登记日期：kehu set \"潜在客户/德国/Acme\" start.trading_card=…\n\
             错误：没有联系人（第12条 1）\n  下一步：请添加：kehu set \"潜在客户/德国/Acme\" contact.+.name=…\n",
        )
        .en(
            "潜在客户/德国/Acme stays a prospect; still missing: 2",
            "fill it in, then run: kehu promote \"潜在客户/德国/Acme\"",
        )
        .zh("潜在客户/德国/Acme 仍是潜在客户，转正式还缺 2 项", "补齐后运行：kehu promote \"潜在客户/德国/Acme\"")
        .exits(1),
    on(|| lacking("start = { trading_card = 2026-11-01 }\n", ""))
        .run("promote Acme")
        .en(
            "the trading card was not exchanged (第13条 2)",
            "exchange it in two copies, then write down the day: kehu set \"潜在客户/德国/Acme\" start.trading_card=…",
        )
        .zh(
            "客户交易卡尚未交换（第13条 2）",
            "请交换一式两份的交易卡，再登记日期：kehu set \"潜在客户/德国/Acme\" start.trading_card=…",
        )
        .exits(1),
    on(|| lacking("address = 'x'\n", ""))
        .run("promote Acme")
        .en("missing: address (第12条 1)", "fill it in: kehu set \"潜在客户/德国/Acme\" address=…")
        .zh("缺少地址（第12条 1）", "请填写：kehu set \"潜在客户/德国/Acme\" address=…")
        .exits(1),
    on(|| lacking("contact = [{ name = 'Anna' }]\n", "[lint]\noff = ['required-field']\n"))
        .run("promote Acme")
        .en("there is no contact (第12条 1)", "add one: kehu set \"潜在客户/德国/Acme\" contact.+.name=…")
        .zh("没有联系人（第12条 1）", "请添加：kehu set \"潜在客户/德国/Acme\" contact.+.name=…")
        .exits(1),
    on(|| ready(PROSPECTS, "A/德国/Acme"))
        .run("promote Acme")
        .en("the book has no stage for customers", "add a [[stage]] with kind = \"customer\" to kehu.toml")
        .zh("账套没有正式客户阶段", "请在 kehu.toml 中添加 kind = \"customer\" 的 [[stage]]"),
    on(|| ready(&[PROSPECTS, CUSTOMERS].concat(), "A/德国/Acme"))
        .run("promote Acme")
        .en("there are several stages for customers", "say which with --stage: B, C")
        .zh("有多个正式客户阶段", "请用 --stage 指定：B、C"),
    on(|| ready(&[PROSPECTS, CUSTOMERS].concat(), "A/德国/Acme"))
        .run("promote Acme --stage A")
        .en("\"A\" is a stage of prospects", "customers are kept in B, C")
        .zh("“A”是潜在客户阶段", "正式客户阶段有：B、C"),
    on(|| ready("", "潜在客户/德国/Acme").folder("国外客户/德国/ACME"))
        .run("promote 潜在客户/德国/Acme")
        .en(
            "there is 国外客户/德国/ACME already",
            "if it is the same customer, put the papers together by hand; else rename the folder 潜在客户/德国/Acme",
        )
        .zh("国外客户/德国/ACME 已存在", "若是同一客户，请手工合并资料；否则请给文件夹 潜在客户/德国/Acme 改名")
        .exits(1),
    // copies of the book
    on(book)
        .run("backup")
        .en(
            "it is not said where the copy goes",
            "give a folder: kehu backup DIR, or write [backup] dir = \"…\" into kehu.toml",
        )
        .zh("没有指定备份目录", "请给出目录：kehu backup 目录，或在 kehu.toml 中写 [backup] dir = \"…\""),
    on(book)
        .run("backup x/y")
        .en(
            "x/y: neither the folder nor the one above it is there",
            "is the disk attached? else make the folder first",
        )
        .zh("x/y：该目录及其上级目录都不存在", "备份盘接好了吗？否则请先建好目录"),
    on(book)
        .run("backup x")
        .en(
            "x: a backup in the book itself would be lost with it",
            "give a folder outside of the book, best on another disk",
        )
        .zh("x：备份放在账套里面，会和账套一起丢失", "请给出账套以外的目录，最好在另一块磁盘上")
        .exits(1),
    on(|| nowhere().folder("c/b-2026-11-23"))
        .run("backup --check c/b-2026-11-23")
        .en(
            "c/b-2026-11-23: this is no finished copy: it holds no kehu-backup.toml",
            "give the folder of one copy, or make another: kehu backup",
        )
        .zh(
            "c/b-2026-11-23：这不是完整的备份：没有 kehu-backup.toml",
            "请给出某个备份的文件夹，或重新备份：kehu backup",
        )
        .exits(1),
    on(|| copied().file("c/b-2026-11-23/kehu-backup.toml", "book = 'b'\n"))
        .run("backup --check c/b-2026-11-23")
        .en(
            "c/b-2026-11-23/kehu-backup.toml: the manifest is not as kehu wrote it",
            "do not rely on this copy; make another: kehu backup",
        )
        .zh(
            "c/b-2026-11-23/kehu-backup.toml：清单不是 kehu 写入时的样子",
            "请勿依赖此备份；请重新备份：kehu backup",
        ),
    on(|| copied().file("c/b-2026-11-23/kehu.toml", "x"))
        .run("backup --check c/b-2026-11-23")
        .en("c/b-2026-11-23: the copy is not what it was", "do not rely on it; make another: kehu backup")
        .zh("c/b-2026-11-23：备份已与当初不一致", "请勿依赖此备份；请重新备份：kehu backup")
        .exits(1),
];

#[test]
fn visits_promotions_and_copies() {
    live(ALL);
}
