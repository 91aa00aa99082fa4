//! Two folders whose names are one on systems that fold case or compose accents.

use std::collections::BTreeMap;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::model::name::clash_key;
use crate::model::tree::Node;
use crate::tr;

pub const CHECK: Check = Check {
    code: "name-clash",
    severity: Severity::Error,
    article: "",
    what: Words::new(
        "two folders of one country that differ in nothing but case or the encoding of accents",
        "同一国家下两个文件夹的名称只有大小写或重音编码不同",
    ),
    why: Words::new(
        "On Windows and macOS the two are one folder: one of the cards disappears there, and its customer is kept twice.",
        "在 Windows 和 macOS 上两者是同一个文件夹：其中一张卡片会消失；同一客户也就有了两份资料。",
    ),
    bad: &[
        Sample::File("国外客户/德国/Müller/card.toml", "name = 'Müller'\n"),
        Sample::File("国外客户/德国/MÜLLER/card.toml", "name = 'Müller'\n"),
    ],
    good: &[
        Sample::File("国外客户/德国/Müller/card.toml", "name = 'Müller'\n"),
        Sample::File("国外客户/奥地利/MÜLLER/card.toml", "name = 'Müller'\n"),
    ],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let mut first: BTreeMap<(String, String), &Node> = BTreeMap::new();
    for folder in tree.countries().chain(tree.companies()) {
        let Some(earlier) = first.get(&key(folder)) else {
            first.insert(key(folder), folder);
            continue;
        };
        let message = if earlier.folder() != folder.folder() {
            tr!(
                "the same company lies in another folder of this country: {}",
                "同一公司也在该国的另一个文件夹里：{}",
                earlier.path
            )
        } else if earlier.name().to_lowercase() == folder.name().to_lowercase() || !alike(earlier, folder) {
            tr!(
                "one folder with \"{}\" on Windows and macOS",
                "在 Windows 和 macOS 上与“{}”是同一个文件夹",
                earlier.name()
            )
        } else {
            tr!(
                "looks like \"{}\" and is one folder with it on macOS: the accents are encoded in another way",
                "与“{}”看起来相同（重音编码不同），在 macOS 上是同一个文件夹",
                earlier.name()
            )
        };
        out.on(&folder.path, message).hint(tr(
            "put what is only here into the other folder, card entries too, then delete this one",
            "请把只在这里的文件和卡片记录并入另一个文件夹，再删除本文件夹",
        ));
    }
}

/// Folders with one key are one folder, or one company in two folders of a country.
fn key(folder: &Node) -> (String, String) {
    let parent = folder.folder();
    let parent = match (folder.depth(), parent.rsplit_once('/')) {
        (1, Some((stage, country))) => match Country::find(country) {
            Some(country) => format!("{stage}/{}", country.alpha2()),
            None => format!("{stage}/{}", clash_key(country)),
        },
        _ => parent.to_owned(),
    };
    (parent, clash_key(folder.name()))
}

/// Whether the names are the same once composed, case and all.
fn alike(one: &Node, other: &Node) -> bool {
    use unicode_normalization::UnicodeNormalization;
    one.name().nfc().eq(other.name().nfc())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;
    use crate::model::tree::NodeKind;

    #[test]
    fn folders_that_are_one_elsewhere_clash() {
        for (one, other, clash) in [
            ("德国/Müller", "德国/MÜLLER", true),
            ("德国/Müller", "德国/Mu\u{308}ller", true),
            ("德国/Straße", "德国/STRASSE", true),
            ("德国/Müller", "德国/Muller", false),
            ("德国/Müller", "奥地利/Müller", false),
            // the same country in two folders, the same company in both
            ("德国/Acme", "Germany/ACME", true),
            ("Germany/A", "germany/B", true),
            ("归档x/A", "归档X/B", true),
        ] {
            let add = |book: Book, folder: &str| book.other(&format!("国外客户/{folder}"), NodeKind::Folder);
            let book = [one, other].into_iter().fold(Book::default(), add);
            assert_eq!(!book.found("name-clash").is_empty(), clash, "{one} {other}");
        }
    }
}
