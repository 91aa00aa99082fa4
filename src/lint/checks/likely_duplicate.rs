//! Two cards that are probably one customer.

mod providers;

use unicode_normalization::UnicodeNormalization;

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, host, legal_forms, phone, text_in, texts};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

/// The check itself.
pub const CHECK: Check = Check {
    code: "likely-duplicate",
    severity: Severity::Info,
    article: "",
    what: Words::new("two cards that are probably one customer", "两张卡片很可能是同一客户"),
    why: Words::new(
        "Two colleagues quote the same buyer two prices, and neither sees what the other's half of it owes.",
        "两个业务员给同一买家报两个价，欠款和额度也各算一半。",
    ),
    bad: &[
        Sample::File(
            "潜在客户/德国/Müller/card.toml",
            "name = 'Müller Maschinenbau GmbH'\nemail = 'info@mueller.example'\n",
        ),
        Sample::File(
            "国外客户/德国/Mueller/card.toml",
            "name = 'MUELLER Maschinenbau Ltd.'\nwebsite = 'www.mueller.example'\n",
        ),
    ],
    good: &[
        Sample::File(
            "潜在客户/德国/Müller/card.toml",
            "name = 'Müller Maschinenbau GmbH'\nemail = 'mueller@gmail.com'\n",
        ),
        Sample::File("国外客户/德国/Meier/card.toml", "name = 'Meier Maschinenbau GmbH'\nemail = 'meier@gmail.com'\n"),
    ],
    run: Run::Claims { claims, clash },
};

/// What two cards of one customer have in common; stands before what is claimed.
const DOMAIN: &str = "domain:";
const PHONE: &str = "phone:";
const NAME: &str = "name:";

/// Digits of a telephone number below which it says nothing.
const DIGITS: usize = 8;
/// Digits by which two numbers are compared: fewer would clash across area codes.
const TAIL: usize = 9;

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    // a card that names the head of its group shares name, site and switchboard with it, and somebody knows that
    if text_in(&document.root, "parent").is_some() {
        return;
    }
    let mut claim = |kind: &str, value: String, span: std::ops::Range<usize>| {
        let claim = Claim { value: format!("{kind}{value}"), span };
        if !out.iter().any(|other| other.value == claim.value) {
            out.push(claim);
        }
    };
    texts(source, Is::Email, &mut |value, text| {
        let addresses =
            text.split(|c: char| c.is_whitespace() || matches!(c, ';' | '；' | ',' | '，' | '、' | '/' | '<' | '>'));
        for (_, domain) in addresses.filter_map(|address| address.rsplit_once(['@', '＠'])) {
            if let Some(domain) = own_domain(domain) {
                claim(DOMAIN, domain, value.value.span());
            }
        }
    });
    texts(source, Is::Url, &mut |value, text| {
        for address in host::addresses(text).into_iter().filter_map(|piece| text.get(piece)) {
            let whole = host::completed(address).unwrap_or_else(|| address.to_owned());
            if let Some(domain) = host::of_address(&whole).and_then(own_domain) {
                claim(DOMAIN, domain, value.value.span());
            }
        }
    });
    texts(source, Is::Phone, &mut |value, text| {
        for digits in phone::read(text).into_iter().filter_map(|phone| phone.digits) {
            let number = tail(&digits);
            if number.len() >= DIGITS && !placeholder(number) {
                claim(PHONE, number.to_owned(), value.value.span());
            }
        }
    });
    if let Some((name, span)) = text_in(&document.root, "name")
        && let Some(core) = legal_forms::core(name)
    {
        claim(NAME, core, span);
    }
}

/// The domain as it is compared, where it is the firm's own.
fn own_domain(domain: &str) -> Option<String> {
    let folded = domain.nfkc().collect::<String>().to_lowercase();
    let bare = folded.trim_end_matches('.').trim_start_matches("www.");
    (bare.contains('.') && !providers::serves_many(bare)).then(|| bare.to_owned())
}

/// The last digits of a number: what its notations with and without country code and trunk prefix have in common.
/// The numbering plans are not asked: they know nothing of a number without a country.
fn tail(digits: &str) -> &str {
    let number = digits.trim_start_matches(['+', '0']);
    number.get(number.len().saturating_sub(TAIL)..).unwrap_or(number)
}

/// Digits that somebody typed to fill the field: the last eight are of one or two kinds.
fn placeholder(number: &str) -> bool {
    let tail = number.get(number.len().saturating_sub(DIGITS)..).unwrap_or_default();
    let kinds: std::collections::BTreeSet<char> = tail.chars().collect();
    kinds.len() <= 2 || tail == "12345678"
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let (others, why) = (elsewhere(claimed), reason(claimed.value));
    let message = tr!("probably one customer with {others}: {why}", "与 {others} 很可能是同一客户：{why}");
    out.at(claimed.span.clone(), message).hint(tr(
        "one customer: keep one card; one group: put the id of its head into `parent`",
        "同一客户请只留一张卡片；同一集团请在 parent 中填总部客户的标识",
    ));
}

/// Whether a claim is that of a name.
pub fn is_name(claim: &str) -> bool {
    claim.starts_with(NAME)
}

/// What two cards have in common that claim this.
pub fn reason(claim: &str) -> String {
    if let Some(domain) = claim.strip_prefix(DOMAIN) {
        tr!("both use {domain}", "都使用 {domain}")
    } else if let Some(number) = claim.strip_prefix(PHONE) {
        tr!("both have a telephone number that ends in {number}", "电话末位都是 {number}")
    } else {
        tr("the names differ in spelling or legal form only", "名称只有写法或公司形式不同").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    /// How many reasons there are to take two cards, each with its country, for one customer.
    fn reasons(one: (&str, &str), other: (&str, &str)) -> usize {
        let card = |name: &str, text: &str| {
            if text.starts_with("name") { text.to_owned() } else { format!("name = '{name}'\n{text}\n") }
        };
        let book = Book::default()
            .file(&format!("潜在客户/{}/One/card.toml", one.0), card("First Trading", one.1))
            .file(&format!("国外客户/{}/Other/card.toml", other.0), card("Second Trading", other.1));
        let found = book.found("likely-duplicate");
        assert_eq!(found.len() % 2, 0, "both are told");
        found.len() / 2
    }

    #[test]
    fn one_customer_is_recognised() {
        for (one, other, want) in [
            (("德国", "email = 'a@acme.example'"), ("德国", "email = 'b@ACME.example'"), 1),
            (("德国", "email = 'a@acme.example'"), ("法国", "website = 'https://www.acme.example/fr'"), 1),
            (("德国", "email = 'x@gmail.com; a@acme.example'"), ("德国", "[[contact]]\nemail = 'b@acme.example'"), 1),
            (
                ("德国", "website = 'acme.en.alibaba.com'"),
                ("德国", "website = 'https://acme.en.alibaba.com/index.html'"),
                1,
            ),
            (("德国", "phone = '0711 5550134'"), ("法国", "[[contact]]\nphone = '+49 (0)711/555-0134'"), 1),
            (("德国", "phone = '0049 711 5550134'"), ("德国", "fax = '030 5550199; 0711-5550134'"), 1),
            (("美国", "phone = '(520) 878-2491'"), ("美国", "phone = '+1 520-878-2491 ext. 12'"), 1),
            (("德国", "name = 'Müller Maschinenbau GmbH'"), ("德国", "name = 'Mueller Maschinenbau'"), 1),
            (
                ("德国", "name = 'Acme Tools GmbH'\nemail = 'a@acme.example'"),
                ("英国", "name = 'ACME-Tools Ltd'\nemail = 'b@acme.example'"),
                2,
            ),
        ] {
            assert_eq!(reasons(one, other), want, "{one:?} {other:?}");
        }
    }

    #[test]
    fn strangers_are_left_alone() {
        for (one, other) in [
            (("德国", "email = 'a@gmail.com'"), ("法国", "email = 'b@gmail.com'")),
            (("德国", "email = 'a@yahoo.co.uk'"), ("法国", "email = 'b@yahoo.co.uk'")),
            (("德国", "email = 'a@vip.163.com'"), ("法国", "email = 'b@vip.163.com'")),
            (("德国", "email = 'acme'"), ("法国", "email = 'acme'")),
            (
                ("德国", "website = 'https://www.facebook.com/acme'"),
                ("法国", "website = 'https://de-de.facebook.com/beta'"),
            ),
            (("德国", "website = 'https://acme.en.alibaba.com'"), ("法国", "website = 'https://beta.en.alibaba.com'")),
            (("德国", "website = '无'"), ("法国", "website = '无'")),
            (("德国", "phone = '0711 5550134'"), ("德国", "phone = '0221 5550134'")),
            (("德国", "phone = '0711 5550134'"), ("法国", "phone = '07 11 55 50 13'")),
            (("德国", "phone = '00000000'"), ("德国", "phone = '00000000'")),
            (("德国", "phone = '+49 711 5550134'"), ("德国", "phone = '+49 711 5550135'")),
            (("德国", "phone = '5550134'"), ("火星", "phone = '5550134'")),
            (("德国", "name = 'Müller Maschinenbau GmbH'"), ("德国", "name = 'Müller Anlagenbau GmbH'")),
            (("德国", "name = 'AB GmbH'"), ("英国", "name = 'AB Ltd'")),
            (("德国", "name = 'Acme'\nid = 'k7f3m2q9xz'"), ("英国", "name = 'Acme Ltd'\nparent = 'k7f3m2q9xz'")),
        ] {
            assert_eq!(reasons(one, other), 0, "{one:?} {other:?}");
        }
    }

    #[test]
    fn one_card_is_no_duplicate_of_itself() {
        let card = "name = 'Acme'\nphone = '+49 711 5550134'\nfax = '0711 5550134'\nemail = 'a@acme.example'\nwebsite = 'acme.example'\n[[contact]]\nname = 'Anna'\nemail = 'anna@acme.example'\n";
        assert!(Book::card(card).found("likely-duplicate").is_empty());
    }
}
