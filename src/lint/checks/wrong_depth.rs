//! A card that does not lie at stage/country/company/card.toml.

use std::collections::HashSet;

use crate::lang::{Words, tr};
use crate::lint::tree::hidden;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::model::tree::NodeKind;
use crate::tr;

/// Folders above a card, the stage not counted: country and company.
const RIGHT: usize = 2;

pub const CHECK: Check = Check {
    code: "wrong-depth",
    severity: Severity::Warning,
    article: "",
    what: Words::new(
        "a card that does not lie at stage/country/company/card.toml",
        "卡片不在“阶段/国家/公司/card.toml”的位置",
    ),
    why: Words::new(
        "Country and company are read from the folders; a card in the wrong place counts for the wrong country, or is not read at all.",
        "国家和公司由文件夹得知；放错位置的卡片会算到错误的国家，甚至根本不被读取。",
    ),
    bad: &[Sample::File("国外客户/德国/北部/Acme/card.toml", "name = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let with_card = tree.with_card();
    for card in tree.cards() {
        if card.kind != NodeKind::File || card.depth() == RIGHT || hidden(&card.path) {
            continue;
        }
        let parts: Vec<&str> = card.folder().split('/').collect();
        let (message, hint) = match parts.as_slice() {
            [stage, one] => (shallow(), one_folder(stage, one)),
            [stage, middle @ .., last] => match customer(&with_card, card.folder()) {
                Some(customer) => (
                    tr!(
                        "not read: the card of this customer is {customer}/card.toml",
                        "不会被读取：该客户的卡片是 {customer}/card.toml"
                    ),
                    tr!(
                        "another customer goes to {}/{last}; an old copy needs another file name",
                        "如果是另一个客户，请移到 {}/{last}；如果是旧副本，请改文件名",
                        country(stage, middle)
                    ),
                ),
                None => (
                    tr(
                        "too deep: a card lies at stage/country/company/card.toml",
                        "位置过深：应为 阶段/国家/公司/card.toml",
                    )
                    .to_owned(),
                    tr!("move the folder to {}/{last}", "请把文件夹移到 {}/{last}", country(stage, middle)),
                ),
            },
            _ => (
                tr("not read: a card outside a customer's folder", "不会被读取：卡片不在客户文件夹里").to_owned(),
                tr!("move it to {}/COUNTRY/COMPANY/card.toml", "请移到 {}/国家/公司/card.toml", card.folder()),
            ),
        };
        out.on(&card.path, message).hint(hint);
    }
}

fn shallow() -> String {
    tr("not deep enough: a card lies at stage/country/company/card.toml", "位置过浅：应为 阶段/国家/公司/card.toml")
        .to_owned()
}

fn one_folder(stage: &str, folder: &str) -> String {
    match Country::find(folder) {
        Some(_) => tr!(
            "move it into a folder for the company: {stage}/{folder}/COMPANY/card.toml",
            "请移到公司文件夹里：{stage}/{folder}/公司/card.toml"
        ),
        None => tr!(
            "move the folder into its country: {stage}/COUNTRY/{folder}",
            "请把文件夹移到所属国家下：{stage}/国家/{folder}"
        ),
    }
}

/// The folder of the company around this one, where it has a card of its own: then nothing below it is read.
fn customer<'a>(with_card: &HashSet<&str>, folder: &'a str) -> Option<&'a str> {
    let (end, _) = folder.match_indices('/').nth(RIGHT)?;
    folder.get(..end).filter(|company| with_card.contains(company))
}

/// The country to which a card that lies too deep belongs: the folder that names one, else the first.
fn country(stage: &str, folders: &[&str]) -> String {
    let named = folders.iter().find(|folder| Country::find(folder).is_some());
    format!("{stage}/{}", named.or(folders.first()).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_place_where_it_belongs_is_named() {
        for (path, want) in [
            ("国外客户/card.toml", Some("国外客户/国家/公司/card.toml")),
            ("国外客户/Acme/card.toml", Some("国外客户/国家/Acme")),
            ("国外客户/德国/card.toml", Some("国外客户/德国/公司/card.toml")),
            ("国外客户/德国/Acme/card.toml", None),
            ("国外客户/德国/北部/Acme/card.toml", Some("国外客户/德国/Acme")),
            ("国外客户/欧洲/德国/Acme/card.toml", Some("国外客户/德国/Acme")),
            ("国外客户/德国/.git/x/card.toml", None),
        ] {
            let found = Book::default().file(path, "name = 'Acme'\n").found("wrong-depth");
            let hint = found.first().and_then(|finding| finding.hint.as_deref());
            assert_eq!(hint.is_some(), want.is_some(), "{path}");
            assert!(hint.unwrap_or_default().ends_with(want.unwrap_or_default()), "{path}: {hint:?}");
        }
    }

    #[test]
    fn a_card_below_a_customer_is_not_read() {
        let found = Book::card("name = 'Acme'\n").file("国外客户/德国/Acme/旧/card.toml", "").found("wrong-depth");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("国外客户/德国/Acme/card.toml"), "{}", found[0].message);
    }
}
