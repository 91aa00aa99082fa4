//! Something that is no web address.

use crate::lang::{Words, tr};
use crate::lint::values::{host, span_of, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "url",
    severity: Severity::Warning,
    article: "",
    what: Words::new("not a web address", "不是有效的网址"),
    why: Words::new(
        "The customer's site is the first thing anybody looks at; a mistyped one leads nowhere, or to somebody else.",
        "了解客户首先看网站；网址写错会打不开，或打开别家的网站。",
    ),
    bad: &[Sample::Card("name = 'Acme'\nwebsite = 'https://acme'\n")],
    good: &[Sample::Card("name = 'Acme'\nwebsite = 'https://www.acme.example'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    texts(source, Is::Url, &mut |value, text| {
        for piece in host::addresses(text) {
            let address = text.get(piece.clone()).unwrap_or_default();
            // one that lacks only https:// is told by another check
            if host::of_address(address).is_none() && host::completed(address).is_none() {
                out.at(
                    span_of(document, value.value, &piece),
                    tr!("\"{address}\" is no web address", "“{address}”不是网址"),
                )
                .hint(tr("write it as https://www.firm.example", "请写成 https://www.firm.example"));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn addresses_as_people_write_them() {
        for (text, code) in [
            ("https://www.acme.example", ""),
            ("http://acme.example/de/über-uns?x=1,2#a", ""),
            ("HTTPS://ACME.EXAMPLE", ""),
            ("https://müller-maschinen.example", ""),
            ("https://客户.公司", ""),
            ("https://acme.example:8443/", ""),
            ("http://192.0.2.7/shop", ""),
            ("https://acme.example; https://acme2.example", ""),
            ("https://acme.example, https://acme2.example", ""),
            ("https://ไทย.example/นก", ""),
            ("www.acme.example", "bare-url"),
            ("acme.example", "bare-url"),
            ("acme.example/about", "bare-url"),
            ("acme.example:8080", "bare-url"),
            ("//acme.example", "bare-url"),
            ("WWW.ACME.COM.CN", "bare-url"),
            ("https://acme", "url"),
            ("http:/acme.example", "url"),
            ("http//www.acme.example", "url"),
            ("https://https://acme.example", "url"),
            ("htps://acme.example", "url"),
            ("ftp://acme.example", "url"),
            ("https://www.acme..example", "url"),
            ("https://", "url"),
            ("anna@acme.example", "url"),
            ("mailto:anna@acme.example", "url"),
            ("acme", "url"),
            ("没有", "url"),
            ("1.5", "url"),
            ("C:\\acme", "url"),
        ] {
            let book = Book::card(&format!("name = 'Acme'\nwebsite = '{text}'\n"));
            for check in ["url", "bare-url"] {
                assert_eq!(book.found(check).len(), usize::from(check == code), "{check}: {text}");
            }
        }
    }
}
