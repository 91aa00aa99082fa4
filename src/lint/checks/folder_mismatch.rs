//! The folder and the card call the customer by different names.

use unicode_normalization::UnicodeNormalization;

use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::shell_word;
use crate::model::name::{clash_key, folder, search_key};
use crate::tr;

/// Words that many firms share: they tell none from the other.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "as",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holding",
    "inc",
    "international",
    "jsc",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "ltda",
    "mbh",
    "nv",
    "ooo",
    "oy",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sdn",
    "se",
    "sl",
    "spa",
    "srl",
    "the",
    "trading",
];

pub const CHECK: Check = Check {
    code: "folder-mismatch",
    severity: Severity::Info,
    article: "",
    what: Words::new("the folder and the card call the customer by different names", "文件夹名与卡片上的名称不一致"),
    why: Words::new(
        "Perhaps the card was copied from another customer and its name or the folder's was left as it was.",
        "可能是从别的客户复制了卡片，忘了改名称或文件夹名。",
    ),
    bad: &[Sample::Card("name = 'Beta Fördertechnik GmbH'\n")],
    good: &[Sample::File(
        "国外客户/德国/穆勒机械/card.toml",
        "name = 'Müller Maschinenbau GmbH'\nshort_name = '穆勒机械'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let text = |key: &str| {
        document.root.get(key).and_then(|value| value.get_ref().as_str()).filter(|text| !text.trim().is_empty())
    };
    let (Some(name), Some(value)) = (text("name"), document.root.get("name")) else { return };
    let company = source.location.company();
    // a card without a company's folder is told by wrong-depth
    if source.location.depth < 2 {
        return;
    }
    let id = text("id").unwrap_or_default();
    if [Some(name), text("short_name"), text("code")].into_iter().flatten().any(|known| same(company, known, id)) {
        return;
    }
    let (path, short) = (shell_word(&source.location.path), shell_word(company));
    out.at(value.span(), tr!("the folder is called {company}", "文件夹名为“{company}”")).hint(tr!(
        "if that is its short name: kehu set {path} short_name={short}; else rename the folder or correct the name",
        "如果那是简称：kehu set {path} short_name={short}；否则请改文件夹名或名称"
    ));
}

/// Whether somebody who knows the customer by this name would look for it in this folder.
fn same(company: &str, known: &str, id: &str) -> bool {
    if folder(known, id).is_ok_and(|made| clash_key(&made) == clash_key(company)) {
        return true;
    }
    let (ours, theirs) = (words(company), words(known));
    let (Some(first), Some(their_first)) = (ours.first(), theirs.first()) else {
        // nothing but signs or legal forms: nothing to compare
        return true;
    };
    let (all, all_theirs) = (ours.concat(), theirs.concat());
    let contained = all_theirs.contains(&all) || all.contains(&all_theirs);
    let initials: String = search_key(known).split(' ').filter_map(|word| word.chars().next()).collect();
    contained
        || theirs.contains(first)
        || ours.contains(their_first)
        || (all.chars().count() > 1 && initials.starts_with(&all))
}

/// The words of a name without accents, case and legal form; `ue` is `ü` written without its dots.
fn words(name: &str) -> Vec<String> {
    // S.A. and GmbH & Co. KG: points within a word part nothing
    let key = search_key(&name.nfkc().collect::<String>()).replace(['.', '\'', '’'], "");
    key.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !LEGAL_FORMS.contains(word))
        .map(|word| word.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace('ß', "ss"))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn only_names_that_nobody_would_put_together_are_told() {
        for (folder, card, fine) in [
            ("Müller Maschinenbau GmbH", "name = 'Müller Maschinenbau GmbH'", true),
            ("MÜLLER MASCHINENBAU GMBH", "name = 'Müller Maschinenbau GmbH'", true),
            ("Mu\u{308}ller Maschinenbau GmbH", "name = 'Müller Maschinenbau GmbH'", true),
            ("Mueller Maschinenbau", "name = 'Müller Maschinenbau GmbH'", true),
            ("Müller", "name = 'Müller Maschinenbau GmbH'", true),
            ("穆勒机械", "name = 'Müller Maschinenbau GmbH'\nshort_name = '穆勒机械'", true),
            ("穆勒", "name = 'Müller Maschinenbau GmbH'\nshort_name = '穆勒机械'", true),
            ("穆勒机械", "name = 'Müller Maschinenbau GmbH'", false),
            ("穆勒机械 Müller", "name = 'Müller Maschinenbau GmbH'", true),
            ("DE-0007", "name = 'Müller Maschinenbau GmbH'\ncode = 'DE-0007'", true),
            ("DE-0007 Müller", "name = 'Müller Maschinenbau GmbH'", true),
            ("S.p.A", "name = 'S.p.A.'", true),
            ("North／South", "name = 'North/South'", true),
            ("ACME Corp (Hamburg)", "name = 'Acme Corporation'", true),
            ("ABC", "name = 'American Brick Company'", true),
            ("Acme GmbH", "name = 'Beta GmbH'", false),
            ("Acme", "name = 'Beta Ltd.'\nshort_name = '贝塔'", false),
            ("Acme", "name = 1", true),
            ("Acme", "name = ''", true),
            ("Acme", "short_name = 'Beta'", true),
            ("？", "name = 'Beta'", true),
        ] {
            let book = Book::default().file(&format!("国外客户/德国/{folder}/card.toml"), format!("{card}\n"));
            assert_eq!(book.found("folder-mismatch").is_empty(), fine, "{folder}: {card}");
        }
    }
}
