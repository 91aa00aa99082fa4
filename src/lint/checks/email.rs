//! Something that is no e-mail address.

use email_address::{EmailAddress, Options};
use unicode_normalization::UnicodeNormalization;

use crate::lang::{Words, tr};
use crate::lint::values::{mended, pieces, rewritten, span_of, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "email",
    severity: Severity::Warning,
    article: "",
    what: Words::new("not an e-mail address", "不是有效的邮箱地址"),
    why: Words::new("A quotation sent to a mistyped address is never answered.", "发到错误邮箱的报价永远不会有回音。"),
    bad: &[Sample::Card("name = 'Acme'\nemail = 'anna@acme'\n")],
    good: &[Sample::Card("name = 'Acme'\nemail = 'anna@acme.example'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    texts(source, Is::Email, &mut |value, text| {
        let addresses = pieces(text, |c| c.is_whitespace() || matches!(c, ';' | '；' | ',' | '，' | '、' | '/'));
        for piece in &addresses {
            let address = text.get(piece.clone()).unwrap_or_default();
            if is_address(address) {
                continue;
            }
            let found = out
                .at(
                    span_of(document, value.value, piece),
                    tr!("\"{address}\" is no e-mail address", "“{address}”不是邮箱地址"),
                )
                .hint(tr(
                    "write it as name@firm.example; several are parted by ;",
                    "请写成 name@firm.example，多个邮箱用 ; 隔开",
                ));
            if plain(address).is_some() {
                found.fix(rewritten(value, &mended(text, &addresses, plain)));
            }
        }
    });
}

/// The address without full-width letters and the `mailto:` of a copied link.
fn plain(address: &str) -> Option<String> {
    let narrow: String = address.nfkc().collect();
    let bare = narrow.strip_prefix("mailto:").unwrap_or(&narrow);
    (bare != address && is_address(bare)).then(|| bare.to_owned())
}

fn is_address(text: &str) -> bool {
    let options = Options::default().with_required_tld().without_display_text();
    EmailAddress::parse_with_options(text, options).is_ok()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn addresses_as_people_write_them() {
        for (text, want) in [
            ("anna.weber+cn@sales.acme.example", 0),
            ("a@acme.example; b@acme.example", 0),
            ("a@acme.example / b@acme.example", 0),
            ("a@acme.example，b@acme.example", 0),
            ("info@müller.example", 0),
            ("1234567@qq.com", 0),
            ("anna@acme", 1),
            ("anna@@acme.example", 1),
            ("anna.acme.example", 1),
            ("a@acme.example; b@acme", 1),
            ("Weber <anna@acme.example>", 2),
            ("anna＠acme.example", 1),
            ("www.acme.example", 1),
        ] {
            let book = Book::card(&format!("name = 'Acme'\nemail = '{text}'\n"));
            assert_eq!(book.found("email").len(), want, "{text}");
        }
    }

    #[test]
    fn width_and_mailto_are_mended() {
        let book = Book::card("name = 'Acme'\nemail = 'a@acme.example; mailto:ｂ＠acme.example'\n").mended_by("email");
        let text = book.text("国外客户/德国/Acme/card.toml").unwrap();
        assert_eq!(text, "name = 'Acme'\nemail = \"a@acme.example; b@acme.example\"\n");
    }
}
