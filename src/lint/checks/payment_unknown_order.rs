//! A payment for an order that is not there.

use crate::lang::Words;
use crate::lint::values::papers::{by_number, is_old, nearest, number, orders, payments, put, told};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::{paper_key, shell_word};
use crate::tr;

pub const CHECK: Check = Check {
    code: "payment-unknown-order",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a payment names an order that the card does not hold", "收款所列订单不在该卡片中"),
    why: Words::new(
        "The money settles nothing and counts as unapplied, while the order that was meant stays open and becomes overdue.",
        "这笔钱不核销任何订单，只计入预收款；本该核销的订单却一直挂账，直到逾期。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[payment]]\ndate = 2026-03-05\namount = '2109.00'\ncurrency = 'USD'\norder = 'PI-2026-101'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[payment]]\ndate = 2026-03-05\namount = '2109.00'\ncurrency = 'USD'\norder = 'PI-2026-011'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let orders = orders(source);
    let known = by_number(&orders);
    for payment in payments(source) {
        let Some(wanted) = number(payment.record.order.as_deref()) else { continue };
        // what was paid before debts are counted paid an order of that time, which may be left out
        let old = payment.record.date.is_some_and(|date| is_old(source, date));
        if old || known.contains_key(&paper_key(wanted)) {
            continue;
        }
        let what = told(payment.record);
        let found = out.at(
            payment.span("order"),
            tr!(
                "{what} names order {wanted}, which this card does not hold: it settles nothing and counts as unapplied",
                "{what}：订单 {wanted} 不在该卡片中，这笔钱不核销任何订单，只计入预收款"
            ),
        );
        let path = format!("payment.{}.order", payment.place);
        let numbers = orders.iter().filter_map(|order| number(order.record.number.as_deref()));
        found.hint(match nearest(numbers, wanted) {
            Some(nearest) => {
                let command = put(source.location, &path, nearest);
                tr!("did you mean {nearest}? {command}", "是否想写 {nearest}？{command}")
            }
            None => {
                let path = shell_word(&source.location.path);
                tr!(
                    "correct the number, or enter the order: kehu edit {path}",
                    "请改正单号，或补录订单：kehu edit {path}"
                )
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    const ORDER: &str = "[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030'\n";

    #[test]
    fn what_is_not_there_is_told_with_what_was_probably_meant() {
        let path = "\"国外客户/德国/Acme\"";
        for (settings, payment, want) in [
            ("", "order = ' pi-2026-011 '", None),
            ("", "order = ' '", None),
            ("", "", None),
            (
                "",
                "order = 'PI-2026-111'",
                Some(format!("是否想写 PI-2026-011？kehu set {path} payment.1.order=\"PI-2026-011\"")),
            ),
            ("", "order = 'C-77'", Some(format!("请改正单号，或补录订单：kehu edit {path}"))),
            ("receivables_from = 2026-03-06\n", "order = 'C-77'", None),
            // old itself, but here
            ("receivables_from = 2026-03-06\n", "order = 'PI-2026-011'", None),
        ] {
            let card = format!("{ORDER}[[payment]]\ndate = 2026-03-05\namount = '2109'\ncurrency = 'USD'\n{payment}\n");
            let found = Book::card(&card).file("kehu.toml", settings).found("payment-unknown-order");
            assert_eq!(found.first().and_then(|finding| finding.hint.clone()), want, "{settings}{payment}");
        }
    }

    #[test]
    fn the_message_says_which_money() {
        let card =
            "[[payment]]\ndate = 2026-03-05\namount = '1234.5'\ncurrency = 'USD'\nkind = 'refund'\norder = 'X'\n";
        let found = Book::card(card).found("payment-unknown-order");
        assert_eq!(
            found[0].message,
            "2026-03-05 的退款 USD 1,234.50：订单 X 不在该卡片中，这笔钱不核销任何订单，只计入预收款"
        );
    }
}
