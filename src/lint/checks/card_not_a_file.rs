//! A folder or something else in the place of a card.

use crate::lang::{Words, tr};
use crate::lint::tree::hidden;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::NodeKind;

pub const CHECK: Check = Check {
    code: "card-not-a-file",
    severity: Severity::Error,
    article: "",
    what: Words::new("card.toml is not a file", "card.toml 不是文件"),
    why: Words::new(
        "The customer has no card as long as something else goes by its name.",
        "只要别的东西占用 card.toml 这个名称，该客户就没有卡片。",
    ),
    bad: &[Sample::Folder("国外客户/德国/Acme/card.toml")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    for card in tree.cards().filter(|card| !hidden(&card.path)) {
        let message = match card.kind {
            NodeKind::Folder => tr("card.toml is a folder", "card.toml 是文件夹"),
            NodeKind::Other => tr("card.toml is a device, a pipe or a socket", "card.toml 是设备、管道或套接字"),
            // a link has a check of its own
            NodeKind::File | NodeKind::Link => continue,
        };
        out.on(&card.path, message)
            .hint(tr("give it another name, then: kehu init --adopt", "请给它改名，再运行：kehu init --adopt"));
    }
}
