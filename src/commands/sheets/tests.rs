//! Rows of cards.

use super::shown::LONGEST;
use super::*;
use crate::formats::toml::{Document, Step};
use crate::model::choice::StageKind;

const CARD: &str = "name = \"Müller\"\ncode = 'DE-7'\ntags = ['重点', 'VIP']\ntype = '分销商'\n[[contact]]\nname = 'Anna'\nemail = 'a@b.de'\n[[contact]]\nname = 'Otto'\n\n[[order]]\nnumber = 'PI.1'\ndate = 2026-01-02\ncurrency = 'RMB'\nitems = [ { product = 'x', quantity = 2, unit_price = '187.00' }, { product = 'y', quantity = 3.0, unit_price = 1 } ]\n[[order]]\namount = 500\nnote = \"a\\nb\"\n[[payment]]\namount = '10.50'\n";

fn rows_of(subject: Subject, card: &str) -> (Columns, Vec<Row>) {
    let columns = Columns::of(subject);
    let document = Document::parse(card).unwrap();
    let location = Location::of_card("国外客户/德国/Müller/card.toml", StageKind::Customer);
    let rows = columns.rows(&location, &document.root);
    (columns, rows)
}

fn said(columns: &Columns, row: &Row) -> String {
    let value = |(at, value): &(usize, String)| format!("{}={value}", columns.targets()[*at].path);
    row.values.iter().map(value).collect::<Vec<_>>().join("|").replace('\u{1F}', "+")
}

#[test]
fn a_card_is_a_row_a_line_of_an_order_is_one_and_a_payment() {
    for (subject, want) in [
        (
            Subject::Customers,
            vec![(
                "",
                "country=DE|name=Müller|code=DE-7|type=distributor|tags=重点+VIP|contact.name=Anna|contact.email=a@b.de",
            )],
        ),
        (
            Subject::Orders,
            vec![
                (
                    "order.PI.1.1",
                    "customer.code=DE-7|customer.name=Müller|customer.country=DE|number=PI.1|date=2026-01-02|currency=CNY|items.product=x|items.quantity=2|items.unit_price=187.00",
                ),
                (
                    "order.PI.1.2",
                    "customer.code=DE-7|customer.name=Müller|customer.country=DE|number=PI.1|date=2026-01-02|currency=CNY|items.product=y|items.quantity=3.0|items.unit_price=1",
                ),
                ("order.2.0", "customer.code=DE-7|customer.name=Müller|customer.country=DE|amount=500|note=a\nb"),
            ],
        ),
        (
            Subject::Payments,
            vec![("payment.1", "customer.code=DE-7|customer.name=Müller|customer.country=DE|amount=10.50")],
        ),
    ] {
        let (columns, rows) = rows_of(subject, CARD);
        let found: Vec<(String, String)> =
            rows.iter().map(|row| (row.record.to_string(), said(&columns, row))).collect();
        let want: Vec<(String, String)> = want.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found, want);
        for row in &rows {
            assert!(Record::parse(&row.record.to_string()).is_some_and(|record| record.is(&row.record)));
        }
    }
}

#[test]
fn the_digest_knows_a_change_and_no_other_way_of_writing() {
    let digest = |card: &str| rows_of(Subject::Orders, card).1.first().map(|row| row.digest.clone()).unwrap();
    let own = digest(CARD);
    assert_eq!(own.len(), 16);
    for (from, to, same) in [
        ("'187.00'", "187", true),
        ("'RMB'", "\"CNY\"", true),
        ("name = \"Müller\"", "name = \"Mueller\"", true),
        ("quantity = 3.0", "quantity = 4", true),
        ("'187.00'", "'187.01'", false),
        ("2026-01-02", "2026-01-03", false),
        ("product = 'x'", "product = 'X'", false),
    ] {
        assert!(CARD.contains(from));
        assert_eq!(digest(&CARD.replace(from, to)) == own, same, "{from} {to}");
    }
}

#[test]
fn a_value_is_found_again_in_the_card() {
    let step = |text: &str| text.parse::<usize>().map_or_else(|_| Step::from(text), Step::from);
    for (subject, row, path, want) in [
        (Subject::Customers, 0, "contact.email", Some("contact.0.email")),
        (Subject::Customers, 0, "profile.size", Some("profile.size")),
        (Subject::Customers, 0, "country", None),
        (Subject::Orders, 1, "items.unit_price", Some("order.0.items.1.unit_price")),
        (Subject::Orders, 1, "pay.days", Some("order.0.pay.days")),
        (Subject::Orders, 2, "amount", Some("order.1.amount")),
        (Subject::Orders, 2, "items.product", None),
        (Subject::Payments, 0, "amount", Some("payment.0.amount")),
    ] {
        let (_, rows) = rows_of(subject, CARD);
        let want = want.map(|want| want.split('.').map(step).collect::<Vec<_>>());
        assert_eq!(rows[row].path(&subject.target(path).unwrap()), want, "{path}");
    }
}

#[test]
fn no_two_columns_are_called_the_same() {
    for subject in [Subject::Customers, Subject::Orders, Subject::Payments] {
        for lang in [Lang::Zh, Lang::En] {
            let columns = Columns::of(subject);
            let mut headers: Vec<String> =
                columns.targets().iter().map(|target| columns.header(target, lang)).collect();
            headers.sort();
            let all = headers.len();
            headers.dedup();
            assert_eq!(headers.len(), all, "{headers:?}");
        }
    }
}

#[test]
fn cells_show_words_and_are_never_too_long() {
    let target = |path: &str| Subject::Customers.target(path).unwrap();
    for (path, value, want) in [
        ("type", "distributor", "分销商"),
        ("tags", "重点\u{1F}VIP", "重点; VIP"),
        ("country", "DE", "德国"),
        ("country", "Atlantis", "Atlantis"),
        ("contact.decides", "true", "是"),
    ] {
        assert_eq!(shown(&target(path), value), want);
    }
    let long = shown(&target("note"), &"𠮷".repeat(20_000));
    assert_eq!(long.encode_utf16().count(), LONGEST);
    assert!(long.ends_with('…'));
    assert_eq!(shown(&target("note"), &"字".repeat(LONGEST)), "字".repeat(LONGEST));
}
