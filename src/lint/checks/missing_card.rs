//! A company folder without a card.

use std::collections::HashMap;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::model::tree::{Node, NodeKind};
use crate::tr;

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
    good: &[Sample::Card("name = 'Acme'\n"), Sample::Folder("国外客户/德国/Acme/合同")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let with_card = tree.with_card();
    let above_cards = tree.above_cards();
    let misnamed: HashMap<&str, &Node> =
        tree.nodes.iter().filter(|node| nearly(node)).map(|node| (node.folder(), node)).collect();
    for folder in tree.companies() {
        let country = folder.folder();
        // papers of a company that lies in the place of a country, or of no customer at all
        let papers = with_card.contains(country)
            || (!above_cards.contains(country) && country.rsplit('/').next().and_then(Country::find).is_none());
        // a folder anywhere above a card is no company that lacks one
        if papers || above_cards.contains(folder.path.as_str()) {
            continue;
        }
        let found = out.on(&folder.path, tr("this company has no card", "该公司没有客户卡"));
        match misnamed.get(folder.path.as_str()) {
            Some(file) => found.hint(tr!("rename {} to card.toml", "请把 {} 改名为 card.toml", file.name())),
            None => found
                .hint(tr("make cards for all such folders: kehu init --adopt", "为这些文件夹建卡：kehu init --adopt")),
        };
    }
}

/// A card under a name that only looks right: Notepad adds `.txt`, phones begin with a capital.
fn nearly(node: &Node) -> bool {
    let name = node.name().to_lowercase();
    node.kind == NodeKind::File && (name == "card.toml" || name == "card.toml.txt" || name == "cards.toml")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;
    use crate::model::tree::NodeKind;

    #[test]
    fn only_companies_lack_cards() {
        for (paths, want) in [
            (&["国外客户/德国/Acme/"][..], &["国外客户/德国/Acme"][..]),
            (&["国外客户/德国/Acme/合同/"], &["国外客户/德国/Acme"]),
            (&["国外客户/德国/.git/"], &[]),
            (&["国外客户/德国/北部/Acme/card.toml"], &[]),
            // papers of a company in the place of a country, of no customer at all
            (&["国外客户/Acme/card.toml", "国外客户/Acme/合同/"], &[]),
            (&["国外客户/归档/2024/"], &[]),
            (&["国外客户/德囯/A/card.toml", "国外客户/德囯/B/"], &["国外客户/德囯/B"]),
            (&["国外客户/德国/Acme/card.toml/"], &[]),
        ] {
            let add = |book: Book, path: &&str| match path.strip_suffix('/') {
                Some(folder) => book.other(folder, NodeKind::Folder),
                None => book.file(path, ""),
            };
            let found = paths.iter().fold(Book::default(), add).found("missing-card");
            assert_eq!(found.iter().map(|finding| finding.file.as_str()).collect::<Vec<_>>(), want, "{paths:?}");
        }
    }

    #[test]
    fn a_card_that_notepad_named_is_pointed_out() {
        let found = Book::default().file("国外客户/德国/Acme/card.toml.txt", "").found("missing-card");
        assert!(found[0].hint.as_ref().unwrap().contains("card.toml.txt"));
    }
}
