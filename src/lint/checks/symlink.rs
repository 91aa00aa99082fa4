//! A link in the place of a folder or a card.

use crate::lang::{Words, tr};
use crate::lint::tree::hidden;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::{CARD_FILE, NodeKind};

pub const CHECK: Check = Check {
    code: "symlink",
    severity: Severity::Error,
    article: "",
    what: Words::new("a link in the place of a country, a company or a card", "国家、公司或卡片的位置上是链接"),
    why: Words::new(
        "kehu follows no links, they may lead out of the book: what is behind one is in no list. A saved card would replace the link and leave the original old.",
        "链接可能指向账套之外，kehu 不跟随：其后的客户不在任何清单里；保存卡片还会替换链接而留下旧的原件。",
    ),
    bad: &[Sample::Link("国外客户/德国/Acme", "/mnt/share/Acme")],
    good: &[Sample::Card("name = 'Acme'\n"), Sample::Link("国外客户/德国/Acme/合同", "/mnt/share/Acme")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    for node in tree.nodes.iter().filter(|node| node.kind == NodeKind::Link && !hidden(&node.path)) {
        if node.name() == CARD_FILE {
            out.on(&node.path, tr("the card is a link; kehu follows none", "卡片是链接；kehu 不跟随链接"))
                .hint(tr("put the file itself in the customer's folder", "请把文件本身放进客户文件夹"));
        } else if node.depth() < 2 {
            out.on(&node.path, tr("a link: customers behind it are not read", "是链接：其后的客户不会被读取"))
                .hint(tr("put the folder itself in its place", "请把文件夹本身放在这里"));
        }
    }
}
