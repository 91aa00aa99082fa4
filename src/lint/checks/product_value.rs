//! What products.toml says of a product and cannot be right.

use toml::de::{DeTable, DeValue};

use crate::error::line_and_column;
use crate::formats::toml::{Document, Spanned};
use crate::lang::{Words, tr};
use crate::lint::tree::products;
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::currency;
use crate::tr;

pub const CHECK: Check = Check {
    code: "product-value",
    severity: Severity::Warning,
    article: "",
    what: Words::new(
        "a currency, HS code or picture in products.toml that cannot be right, or a price without a currency",
        "products.toml 中的币种、海关编码、图片有误，或单价没有币种",
    ),
    why: Words::new(
        "Papers show the HS code to the customs and the picture to the customer; a price counts only in its currency.",
        "海关编码会写进报关单据，图片会放进报价单；单价没有币种就不能用于报价和下单。",
    ),
    bad: &[
        Sample::File(
            "products.toml",
            "[[product]]\nname = '手动叉车'\nhs = '8427-手动'\nprice = '185.00'\ncurrency = 'XX'\npicture = '图片/叉车.png'\n",
        ),
        Sample::Card("name = 'Acme'\n"),
    ],
    good: &[
        Sample::File(
            "products.toml",
            "[[product]]\nname = '手动叉车'\nhs = '8427.90.00.00'\nprice = '185.00'\ncurrency = 'USD'\npicture = '图片/叉车.png'\n",
        ),
        Sample::File("图片/叉车.png", ""),
        Sample::Card("name = 'Acme'\n"),
    ],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let Some(text) = tree.products else { return };
    let Ok(document) = Document::parse(text) else { return };
    let mut tell = |start: usize, message: String, hint: &str| {
        let found = out.on("products.toml", message);
        (found.line, found.column) = line_and_column(text, start);
        found.hint(hint);
    };
    for product in products(&document) {
        if let Some((code, start)) = said(product, "currency")
            && currency::find(code).is_none()
        {
            let hint = tr("write a code, as USD, EUR, CNY", "请写币种代码，如 USD、EUR、CNY");
            tell(start, tr!("\"{code}\" is no currency", "“{code}”不是币种"), hint);
        }
        if let Some((hs, start)) = said(product, "hs")
            && !is_hs(hs)
        {
            let hint = tr("write 6 to 13 digits, as 8427.90.00.00", "请写 6 到 13 位数字，如 8427.90.00.00");
            tell(start, tr!("\"{hs}\" is no HS code", "“{hs}”不是海关编码"), hint);
        }
        if let Some((picture, start)) = said(product, "picture")
            && tree.holds.is_some_and(|holds| !holds(picture))
        {
            let hint = tr("put it there, or correct the name", "请放入该文件，或改正文件名");
            tell(start, tr!("{picture} is not in the book", "账套中没有 {picture}"), hint);
        }
        if let Some(price) = product.get("price").filter(|_| said(product, "currency").is_none()) {
            let hint = tr("add its currency, as currency = \"USD\"", "请补上币种，如 currency = \"USD\"");
            tell(price.span().start, tr("the price has no currency", "单价没有币种").to_owned(), hint);
        }
    }
}

/// A text that says something, and where it stands.
fn said<'p>(product: &'p DeTable<'_>, key: &str) -> Option<(&'p str, usize)> {
    let value: &Spanned<DeValue<'_>> = product.get(key)?;
    let text = value.get_ref().as_str()?.trim();
    (!text.is_empty()).then(|| (text, value.span().start))
}

/// Six digits that the world agrees on, and as many as a country puts behind them.
fn is_hs(code: &str) -> bool {
    let digits = code.chars().filter(|c| !matches!(c, '.' | ' ')).collect::<Vec<_>>();
    (6..=13).contains(&digits.len()) && digits.iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::Book;

    #[test]
    fn hs_codes_as_customs_write_them() {
        for (code, want) in [
            ("842790", true),
            ("8427.90.00.00", true),
            ("8427 9000 00 999", true),
            ("8427", false),
            ("84279000000000", false),
            ("8427-90", false),
            ("８４２７９０", false),
        ] {
            assert_eq!(is_hs(code), want, "{code}");
        }
    }

    #[test]
    fn each_slip_is_told_with_its_line() {
        let book =
            Book::of(CHECK.bad).file("products.toml", "[[product]]\nname = 'a'\nprice = 5\n[[product]]\nhs = 'x'\n");
        let found: Vec<(usize, String)> =
            book.found("product-value").into_iter().map(|found| (found.line, found.message)).collect();
        assert_eq!(found, [(3, "单价没有币种".to_owned()), (5, "“x”不是海关编码".to_owned())]);
    }
}
