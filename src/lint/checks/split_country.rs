//! Two folders of one country in one stage.

use std::collections::BTreeMap;

use crate::lang::{Words, lang};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::model::name::clash_key;
use crate::model::tree::Node;
use crate::tr;

pub const CHECK: Check = Check {
    code: "split-country",
    severity: Severity::Warning,
    article: "",
    what: Words::new("two folders of one country in one stage", "同一阶段下有两个同一国家的文件夹"),
    why: Words::new(
        "Customers of one country lie in two places: one is looked for in the wrong folder and entered a second time.",
        "同一国家的客户分在两处，找的时候会找错地方，于是又建一份。",
    ),
    bad: &[
        Sample::File("国外客户/德国/Acme/card.toml", "name = 'Acme'\n"),
        Sample::File("国外客户/Germany/Beta/card.toml", "name = 'Beta'\n"),
    ],
    good: &[
        Sample::File("国外客户/德国/Acme/card.toml", "name = 'Acme'\n"),
        Sample::File("潜在客户/Germany/Beta/card.toml", "name = 'Beta'\n"),
    ],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let mut by_country: BTreeMap<(&str, Country), Vec<&Node>> = BTreeMap::new();
    for folder in tree.countries() {
        if let Some(country) = Country::find(folder.name()) {
            let folders = by_country.entry((folder.folder(), country)).or_default();
            // germany beside Germany is a clash of names, told as such
            if folders.iter().all(|other| clash_key(other.name()) != clash_key(folder.name())) {
                folders.push(folder);
            }
        }
    }
    let companies = |country: &Node| tree.companies().filter(|company| company.folder() == country.path).count();
    for ((_, country), folders) in by_country.into_iter().filter(|(_, folders)| folders.len() > 1) {
        // the fullest stays, the first of equals
        let Some(kept) = folders.iter().rev().max_by_key(|folder| companies(folder)).copied() else { continue };
        for folder in folders.iter().filter(|folder| folder.path != kept.path) {
            let name = country.name(lang());
            out.on(
                &folder.path,
                tr!("{name} has another folder in this stage: {}", "{name}在此阶段还有另一个文件夹：{}", kept.name()),
            )
            .hint(tr!(
                "move its companies to {} and delete the empty folder",
                "请把其中的公司移到 {}，再删除空文件夹",
                kept.path
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;
    use crate::model::tree::NodeKind;

    #[test]
    fn the_fuller_folder_stays() {
        for (folders, want) in [
            (&["德国/A", "Germany/B"][..], &["国外客户/德国"][..]),
            (&["德国/A", "德国/B", "Germany/C"], &["国外客户/Germany"]),
            (&["德国/A", "Germany/C", "DE/D", "DE/E"], &["国外客户/Germany", "国外客户/德国"]),
            // one folder on most systems: a clash of names
            (&["Germany/A", "germany/B"], &[]),
            (&["德囯/A", "德国/B"], &[]),
        ] {
            let add = |book: Book, folder: &&str| book.other(&format!("国外客户/{folder}"), NodeKind::Folder);
            let found = folders.iter().fold(Book::default(), add).found("split-country");
            assert_eq!(found.iter().map(|finding| finding.file.as_str()).collect::<Vec<_>>(), want);
        }
    }
}
