//! A number in a notation that cannot be read exactly.

use rust_decimal::Decimal;
use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

use crate::lang::{Words, tr};
use crate::lint::values::{number, rewritten, shaped};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Number;
use crate::model::choice::Severity;
use crate::model::field::{Is, Shape};
use crate::tr;

pub const CHECK: Check = Check {
    code: "bad-number",
    severity: Severity::Error,
    article: "",
    what: Words::new("a number that cannot be read exactly", "无法准确读取的数字"),
    why: Words::new(
        "Money is read exactly or not at all: 1,234 is a thousand here and one and a bit there. A card with an unreadable number is in no list and no total.",
        "金额要么准确读取，要么不读：1,234 在有些国家是一千多，在有些国家是一点几。数字读不出，整张卡片就不在任何清单和合计里。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[payment]]\ndate = 2026-02-09\namount = '1,234.50'\ncurrency = 'USD'\n")],
    good: &[Sample::Card("name = 'Acme'\n[[payment]]\ndate = 2026-02-09\namount = '1234.50'\ncurrency = 'USD'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    shaped(source, &Shape::Number, &mut |value| {
        let text = match value.value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => text.as_ref(),
            DeValue::Float(_) | DeValue::Integer(_) => document.text.get(value.value.span()).unwrap_or_default(),
            _ => return,
        };
        if number(value.value.get_ref()).is_some() {
            return;
        }
        let found = out.at(value.value.span(), tr!("\"{text}\" is no plain number", "“{text}”不是普通数字"));
        match meant(text, value.field.is) {
            Some(plain) => {
                found.hint(tr!("write \"{plain}\", or: kehu lint --fix", "请写成 \"{plain}\"，或运行 kehu lint --fix"));
                found.fix(rewritten(value, &plain));
            }
            None => {
                found.hint(advice(text));
            }
        }
    });
}

/// What to do about a number that only its author can mend.
fn advice(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | '_'));
    if plain && digits > 28 {
        return tr("at most 28 digits are kept exactly", "最多准确保存 28 位数字").to_owned();
    }
    if text.contains([',', '，']) {
        return tr("without commas; the decimals behind a point: \"1234.50\"", "不要用逗号，小数用点：\"1234.50\"")
            .to_owned();
    }
    tr(
        "digits and one point only, as \"1234.50\"; units and currency have fields of their own",
        "只写数字和一个小数点，如 \"1234.50\"；单位和币种另有字段",
    )
    .to_owned()
}

/// The plain number that the text can only mean; `None` where it can mean two or none.
fn meant(text: &str, is: Is) -> Option<String> {
    let narrow: String = text.nfkc().map(|c| if matches!(c, '−' | '‐' | '–') { '-' } else { c }).collect();
    let narrow = narrow.trim();
    let (sign, unsigned) = narrow.strip_prefix('-').map_or(("", narrow), |unsigned| ("-", unsigned));
    let (unsigned, percent) = unsigned.strip_suffix('%').map_or((unsigned, false), |share| (share.trim_end(), true));
    let plain = format!("{sign}{}", ungrouped(unsigned)?);
    let number = Number::parse(&plain)?;
    match (percent, is) {
        (false, _) => Some(plain),
        (true, Is::Share) => number.checked_mul(Decimal::new(1, 2)).map(|share| share.to_string()),
        (true, _) => None,
    }
}

/// The digits without thousands separators, where these stand exactly where they must.
fn ungrouped(text: &str) -> Option<String> {
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let (group, point) = match (commas, points) {
        (0, 0 | 1) => (text.chars().find(|c| matches!(c, ' ' | '\'' | '’')), '.'),
        // 1,234 and 1.234: a thousand or one and a bit, that depends on who wrote it
        (1, 0) => return None,
        (_, 0) => (Some(','), '.'),
        (0, _) => (Some('.'), ','),
        (_, 1) if text.rfind(',') < text.find('.') => (Some(','), '.'),
        (1, _) if text.rfind('.') < text.find(',') => (Some('.'), ','),
        _ => return None,
    };
    let (whole, fraction) = text.split_once(point).map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = match group {
        Some(group) => {
            let mut groups = whole.split(group);
            let first = groups.next()?;
            let right =
                (1..=3).contains(&first.len()) && groups.clone().count() > 0 && groups.all(|group| group.len() == 3);
            right.then(|| whole.replace(group, ""))?
        }
        None => whole.to_owned(),
    };
    // .5 and 5. are whole numbers to people
    let whole = if whole.is_empty() { "0" } else { &whole };
    Some(match fraction {
        Some(fraction) if !fraction.is_empty() => format!("{whole}.{fraction}"),
        _ if text == "." || text.is_empty() => return None,
        _ => whole.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::Book;

    #[test]
    fn numbers_that_mean_one_thing_are_understood() {
        for (text, want) in [
            ("1,234.50", "1234.50"),
            ("12,345,678", "12345678"),
            ("-1,234.50", "-1234.50"),
            ("−1,234.50", "-1234.50"),
            ("1.234,50", "1234.50"),
            ("1.234.567,8", "1234567.8"),
            ("1.234.567", "1234567"),
            ("1 234.50", "1234.50"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("1'234.50", "1234.50"),
            ("1’234’567.05", "1234567.05"),
            ("１８７．００", "187.00"),
            ("１，２３４．５０", "1234.50"),
            (" 187.00 ", "187.00"),
            (".5", "0.5"),
            ("5.", "5"),
        ] {
            assert_eq!(meant(text, Is::Plain).as_deref(), Some(want), "{text}");
        }
        for text in [
            "1,234",
            "1,23",
            "187,00",
            "12,34.5",
            "1,2345.0",
            "1234,567.00",
            "1,234,56",
            ",234.5",
            "1 2345",
            "1.234.56",
            "1.234.567.89,1,2",
            "1e400",
            "1e3",
            "1.2E+05",
            "NaN",
            "inf",
            "$100",
            "USD 100",
            "100元",
            "40台",
            "1.5万",
            "(100)",
            "约100",
            "100-200",
            "5%",
            ".",
            "-",
            "--5",
            "12345678901234567890123456789",
            "1,234.5.6",
            "0x10",
        ] {
            assert_eq!(meant(text, Is::Plain), None, "{text}");
        }
        for (text, want) in [("5%", "0.05"), ("30 %", "0.30"), ("12.5%", "0.125"), ("３０％", "0.30"), ("100%", "1.00")]
        {
            assert_eq!(meant(text, Is::Share).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn bare_tokens_that_the_reader_refuses_are_found_too() {
        for (value, want) in [
            ("1e3", 1),
            ("nan", 1),
            ("-inf", 1),
            ("0x10", 1),
            ("12345678901234567890.1234567890", 1),
            ("1_000.50", 0),
            ("1000", 0),
            ("'1000.50'", 0),
            ("''", 0),
            ("true", 0),
            ("2026-02-09", 0),
        ] {
            let book = Book::card(&format!("name = 'Acme'\n[[order]]\namount = {value}\n"));
            assert_eq!(book.found("bad-number").len(), want, "{value}");
        }
    }
}
