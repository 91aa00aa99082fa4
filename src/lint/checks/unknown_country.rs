//! A country folder that names no country.

use std::collections::HashSet;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::tr;

/// More folders than these are no slips of the pen: then there is no level of countries at all, and nothing to look up.
const SLIPS: usize = 50;

pub const CHECK: Check = Check {
    code: "unknown-country",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a country folder that names no country", "国家文件夹的名称不是国家"),
    why: Words::new(
        "Customers below it are of no country: filters, figures by country and telephone numbers without country code go wrong.",
        "其下的客户没有国家：按国家筛选、统计会出错，不带国家代码的电话也无法识别。",
    ),
    bad: &[Sample::File("国外客户/德囯/Acme/card.toml", "name = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let with_card = tree.with_card();
    let above_cards = tree.above_cards();
    let above_companies: HashSet<&str> =
        with_card.iter().filter_map(|company| Some(company.rsplit_once('/')?.0)).collect();
    let mut told = 0;
    for folder in tree.countries().filter(|folder| Country::find(folder.name()).is_none()) {
        let path = folder.path.as_str();
        // a company in the place of a country, a continent above countries: wrong-depth tells where they belong
        let company_itself = with_card.contains(path);
        let deeper = above_cards.contains(path) && !above_companies.contains(path);
        if !company_itself && !deeper {
            out.on(path, tr!("\"{}\" is no country", "“{}”不是国家名", folder.name())).hint(if told < SLIPS {
                hint(folder.name())
            } else {
                advice().to_owned()
            });
            told += 1;
        }
    }
}

fn hint(name: &str) -> String {
    // the folders beside it are Chinese or English whatever the language of the reader
    let in_its_script =
        |country: Country| if name.chars().any(|c| c >= '\u{2E80}') { country.zh() } else { country.en() };
    let mut near: Vec<&str> = Country::nearest(name).into_iter().map(in_its_script).collect();
    if near.is_empty() {
        // "01 德国", "德国（DE）": one part of it is a country; codes of two letters could be any word
        let part = name.split(|c: char| !c.is_alphabetic()).filter(|part| part.len() > 3).find_map(Country::find);
        near.extend(part.map(in_its_script));
    }
    match near.as_slice() {
        [] => advice().to_owned(),
        near => tr!("did you mean {}? rename the folder", "是否想写{}？请重命名文件夹", near.join(tr(" or ", "、"))),
    }
}

fn advice() -> &'static str {
    tr(
        "give it the Chinese or English name or the ISO code of a country, as 德国, Germany, DE; what is no country goes elsewhere",
        "请用国家的中文名、英文名或 ISO 代码命名，如 德国、Germany、DE；不是国家的内容请移到别处",
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;
    use crate::model::tree::NodeKind;

    #[test]
    fn the_country_that_was_meant_is_offered_in_the_script_of_the_folder() {
        for (folder, want) in [
            ("德囯", Some("德国")),
            ("Gremany", Some("Germany")),
            ("刚果", Some("刚果（金）")),
            ("01 德国", Some("德国")),
            ("德国（DE）", Some("德国")),
            ("to be done", Some("ISO")),
            ("归档", Some("ISO")),
            ("德国", None),
            ("DE", None),
            (".git", None),
        ] {
            let folder = format!("国外客户/{folder}/Acme");
            let found = Book::default().other(&folder, NodeKind::Folder).found("unknown-country");
            let hint = found.first().and_then(|finding| finding.hint.as_deref());
            assert_eq!(hint.is_some(), want.is_some(), "{folder}");
            assert!(hint.unwrap_or_default().contains(want.unwrap_or_default()), "{folder}: {hint:?}");
        }
    }

    #[test]
    fn what_lies_at_the_wrong_depth_is_told_as_that() {
        for path in ["国外客户/Acme/card.toml", "国外客户/欧洲/德国/Acme/card.toml"] {
            assert!(Book::default().file(path, "").found("unknown-country").is_empty(), "{path}");
        }
    }
}
