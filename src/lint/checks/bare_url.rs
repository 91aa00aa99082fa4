//! A web address that only people understand.

use crate::lang::Words;
use crate::lint::values::{host, mended, rewritten, span_of, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "bare-url",
    severity: Severity::Info,
    article: "",
    what: Words::new("a web address without https://", "网址缺少 https://"),
    why: Words::new(
        "Without it, spreadsheets, web pages and contact lists made from the card show plain text, nothing to click.",
        "没有 https:// 时，由卡片生成的表格、网页和通讯录里只是文字，无法点击。",
    ),
    bad: &[Sample::Card("name = 'Acme'\nwebsite = 'www.acme.example'\n")],
    good: &[Sample::Card("name = 'Acme'\nwebsite = 'https://www.acme.example'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    texts(source, Is::Url, &mut |value, text| {
        let addresses = host::addresses(text);
        for piece in &addresses {
            let address = text.get(piece.clone()).unwrap_or_default();
            let Some(whole) = whole(address) else { continue };
            out.at(
                span_of(document, value.value, piece),
                tr!("\"{address}\" lacks https://", "“{address}”缺少 https://"),
            )
            .hint(tr!("write {whole}, or: kehu lint --fix", "请写成 {whole}，或运行 kehu lint --fix"))
            .fix(rewritten(value, &mended(text, &addresses, self::whole)));
        }
    });
}

fn whole(address: &str) -> Option<String> {
    if host::of_address(address).is_some() { None } else { host::completed(address) }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn every_address_of_the_field_is_mended_and_the_rest_stays() {
        let book = Book::card("name = 'Acme'\nwebsite = 'www.acme.example; https://acme.com, acme.de' # 官网\n");
        assert_eq!(book.found("bare-url").len(), 2);
        let mended = book.mended_by("bare-url").text("国外客户/德国/Acme/card.toml").unwrap();
        assert_eq!(
            mended,
            "name = 'Acme'\nwebsite = \"https://www.acme.example; https://acme.com, https://acme.de\" # 官网\n"
        );
    }
}
