//! A temp file that a crash left behind.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::{NodeKind, TEMP_PREFIX, TEMP_SUFFIX};

pub const CHECK: Check = Check {
    code: "stray-temp",
    severity: Severity::Info,
    article: "",
    what: Words::new("a temp file that a crash left behind", "程序中断留下的临时文件"),
    why: Words::new(
        "Somebody pulled the plug while a card was written. The card itself is whole, old or new; the temp file only takes room.",
        "写卡片时程序被中断。卡片本身完好（旧的或新的），临时文件只是占地方。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n"), Sample::File("国外客户/德国/Acme/.kehu-x7Tq2a.tmp", "name = 'Ac")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    for node in tree.nodes.iter().filter(|node| node.kind == NodeKind::File) {
        if node.name().starts_with(TEMP_PREFIX) && node.name().ends_with(TEMP_SUFFIX) {
            out.on(&node.path, tr("a temp file of kehu", "kehu 的临时文件")).hint(tr(
                "look whether the last change is in the card, then delete this file; an hour old, kehu sweeps it at its next write here",
                "请确认最近的修改已在卡片中，再删除此文件；一小时后 kehu 下次写入该文件夹时也会清除",
            ));
        }
    }
}
