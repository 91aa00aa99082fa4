//! A paper that a card names and the folder does not hold.

use toml::de::DeValue;

use crate::lang::Words;
use crate::lint::values::shaped;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::model::name::shell_word;
use crate::tr;

pub const CHECK: Check = Check {
    code: "missing-evidence",
    // papers may lie in a drawer, or be named before they are scanned
    severity: Severity::Info,
    article: "第13条 3",
    what: Words::new("a paper that the card names and the folder does not hold", "卡片所列凭证不在客户文件夹中"),
    why: Words::new(
        "The folder keeps all papers of the customer. What a card calls evidence should be found there, by the same name.",
        "客户的资料都存放在客户文件夹里；卡片所列的凭证应能按同名在其中找到。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[start]\nevidence = ['contract.pdf']\n")],
    good: &[
        Sample::Card("name = 'Acme'\n[start]\nevidence = ['contract.pdf', 'https://registry.example/1']\n"),
        Sample::File("国外客户/德国/Acme/contract.pdf", ""),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(holds) = source.holds else { return };
    shaped(source, &Shape::Text, &mut |value| {
        let DeValue::String(name) = value.value.get_ref() else { return };
        // an address of the web may stand for a paper
        if value.field.key != "evidence" || name.trim().is_empty() || name.contains("://") || holds(name.trim()) {
            return;
        }
        out.at(value.value.span(), tr!("{name} is not in the customer's folder", "客户文件夹中没有 {name}")).hint(tr!(
            "put it into {}, or correct the name",
            "请放入 {}，或改正文件名",
            shell_word(&source.location.path)
        ));
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn every_list_of_evidence_is_looked_at() {
        let card = "start = { evidence = ['a.pdf', 'b.pdf'] }\n[[credit]]\nfrom = 2026-11-01\nevidence = ['c.pdf']\n\
                    [[investigation]]\nevidence = ['a.pdf', 'd.pdf', 'http://x', '']\n";
        let book = Book::card(card).file("国外客户/德国/Acme/a.pdf", "");
        let messages: Vec<String> = book.found("missing-evidence").into_iter().map(|found| found.message).collect();
        assert_eq!(messages, ["b.pdf", "c.pdf", "d.pdf"].map(|name| format!("客户文件夹中没有 {name}")));
    }
}
