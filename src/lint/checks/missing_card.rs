//! A company folder without a card.

use std::collections::HashSet;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::NodeKind;

pub const CHECK: Check = Check {
    code: "missing-card",
    severity: Severity::Warning,
    article: "第12条",
    what: Words::new("a company folder without a card", "公司文件夹里没有客户卡"),
    why: Words::new(
        "A customer without a card is in no list: nobody is reminded of it, nobody is told that it owes.",
        "没有客户卡的客户不在任何清单里：没人会想起跟进，也没人知道它欠款。",
    ),
    bad: &[Sample::Folder("国外客户/德国/Acme")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    // a folder anywhere above a card is no company that lacks one
    let above_cards: HashSet<&str> = tree
        .nodes
        .iter()
        .filter(|node| node.name() == "card.toml")
        .flat_map(|card| card.path.match_indices('/').map(|(at, _)| &card.path[..at]))
        .collect();
    for node in tree.nodes {
        let company = node.kind == NodeKind::Folder && node.depth() == 1 && !node.path.split('/').any(|part| part.starts_with('.'));
        if company && !above_cards.contains(node.path.as_str()) {
            out.on(&node.path, tr("this company has no card", "该公司没有客户卡"))
                .hint(tr("make cards for all such folders: kehu init --adopt", "为这些文件夹建卡：kehu init --adopt"));
        }
    }
}
