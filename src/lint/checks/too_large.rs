//! A file too large to be a card.

use crate::lang::{Words, tr};
use crate::lint::tree::hidden;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::{LARGEST, NodeKind};
use crate::tr;

/// Bytes of a mebibyte.
const MIB: u64 = 1024 * 1024;

pub const CHECK: Check = Check {
    code: "too-large",
    severity: Severity::Error,
    article: "",
    what: Words::new("a file of more than 4 MiB in the place of a card", "卡片文件超过 4 MiB"),
    why: Words::new(
        "No customer fills such a card; kehu does not read it, so that one file cannot stop all lists.",
        "再大的客户也写不满这样的卡片；kehu 不读取它，以免一个文件拖垮所有清单。",
    ),
    bad: &[Sample::Repeated("国外客户/德国/Acme/card.toml", "# 会议记录\n", 300_000)],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    for card in tree.cards() {
        if card.kind == NodeKind::File && card.size > LARGEST && !hidden(&card.path) {
            let size = card.size.div_ceil(MIB);
            let most = LARGEST / MIB;
            out.on(
                &card.path,
                tr!(
                    "too large for a card: {size} MiB, {most} at most",
                    "文件过大，不是卡片：{size} MiB，上限 {most} MiB"
                ),
            )
            .hint(tr("keep papers beside the card, not in it", "资料请放在卡片旁边，不要写进卡片"));
        }
    }
}
