//! A decimal number without quotes.

use toml::de::DeValue;

use crate::formats::toml::quoted;
use crate::lang::{Words, tr};
use crate::lint::values::{number, replaced, shaped};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

pub const CHECK: Check = Check {
    code: "money-as-float",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a decimal number without quotes", "小数没有加引号"),
    why: Words::new(
        "kehu reads it exactly, but every other program makes a binary fraction of it: 0.10 becomes almost 0.1, and long amounts lose their cents.",
        "kehu 会准确读取，但其他程序会把它变成二进制小数：金额一长，分就丢了。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[payment]]\ndate = 2026-02-09\namount = 1234.50\ncurrency = 'USD'\n")],
    good: &[Sample::Card("name = 'Acme'\n[[payment]]\ndate = 2026-02-09\namount = \"1234.50\"\ncurrency = 'USD'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    shaped(source, &Shape::Number, &mut |value| {
        let DeValue::Float(_) = value.value.get_ref() else { return };
        let token = document.text.get(value.value.span()).unwrap_or_default();
        // one that is not even exact is told by another check
        if number(value.value.get_ref()).is_some() {
            out.at(value.value.span(), tr!("{token} stands without quotes", "{token} 没有加引号"))
                .hint(tr("put it in quotes: kehu lint --fix", "加上引号：kehu lint --fix"))
                .fix(replaced(value, quoted(token)));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_token_is_kept_to_the_last_digit() {
        for (token, want) in [
            ("1234.50", "\"1234.50\""),
            ("1_234.500", "\"1_234.500\""),
            ("+0.10", "\"+0.10\""),
            ("1234567890123456789.01", "\"1234567890123456789.01\""),
            ("1234", "1234"),
            ("1e3", "1e3"),
            ("'1234.50'", "'1234.50'"),
        ] {
            let book = Book::card(&format!("[[order]]\namount = {token} # 含运费\n")).mended_by("money-as-float");
            let text = book.text("国外客户/德国/Acme/card.toml").unwrap();
            assert_eq!(text, format!("[[order]]\namount = {want} # 含运费\n"));
        }
    }
}
