//! Something that is no currency code.

use unicode_normalization::UnicodeNormalization;

use crate::formats::typed;
use crate::lang::{Words, tr};
use crate::lint::values::{rewritten, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "currency",
    severity: Severity::Warning,
    article: "",
    what: Words::new("not a currency code", "不是币种代码"),
    why: Words::new(
        "Rates go by the codes of ISO 4217; an amount in anything else cannot be added up with the others.",
        "汇率按 ISO 4217 代码查找；币种写成别的，金额就无法换算和合计。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[sample]]\ndate = 2026-02-09\nproduct = '叉车'\ncurrency = 'RMB'\n")],
    good: &[Sample::Card("name = 'Acme'\n[[sample]]\ndate = 2026-02-09\nproduct = '叉车'\ncurrency = 'CNY'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    texts(source, Is::Currency, &mut |value, text| match meant(text) {
        Some(code) if code == text => {}
        Some(code) => {
            out.at(
                value.value.span(),
                tr!("\"{text}\" is no currency code; it means {code}", "“{text}”不是币种代码，应为 {code}"),
            )
            .hint(tr!("write {code}, or: kehu lint --fix", "请写成 {code}，或运行 kehu lint --fix"))
            .fix(rewritten(value, &code));
        }
        None => {
            out.at(value.value.span(), tr!("\"{text}\" is no currency code", "“{text}”不是币种代码"))
                .hint(tr("write a code of ISO 4217, such as USD, EUR, CNY", "请写 ISO 4217 代码，如 USD、EUR、CNY"));
        }
    });
}

/// The code that is meant, where only one can be: `$` and `¥` belong to several.
fn meant(text: &str) -> Option<String> {
    let plain: String = text.nfkc().collect();
    match plain.trim().to_uppercase().as_str() {
        "US$" | "USD$" | "$US" => Some("USD".to_owned()),
        "€" | "EURO" | "EUROS" => Some("EUR".to_owned()),
        "HK$" => Some("HKD".to_owned()),
        "CNH" => Some("CNY".to_owned()),
        other => typed::currency(other).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_what_people_write_for_them() {
        for (text, want) in [
            ("USD", Some("USD")),
            ("usd ", Some("USD")),
            ("ＵＳＤ", Some("USD")),
            ("US$", Some("USD")),
            ("RMB", Some("CNY")),
            ("人民币", Some("CNY")),
            ("€", Some("EUR")),
            ("JPY", Some("JPY")),
            ("$", None),
            ("¥", None),
            ("USDT", None),
            ("ABC", None),
        ] {
            assert_eq!(meant(text).as_deref(), want, "{text}");
        }
    }
}
