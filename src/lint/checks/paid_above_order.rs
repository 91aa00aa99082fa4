//! More money on an order than it comes to.

use rust_decimal::Decimal;

use crate::lang::Words;
use crate::lint::values::papers::{Paper, called, number, orders, payments, same};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::card::Payment;
use crate::model::choice::{PaymentKind, Severity};
use crate::model::currency;
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::rules::money::Deal;
use crate::rules::money::exact::add;
use crate::tr;

pub const CHECK: Check = Check {
    code: "paid-above-order",
    severity: Severity::Warning,
    article: "",
    what: Words::new("payments for an order settle more than it comes to", "指明某订单的收款超过该订单金额"),
    why: Words::new(
        "Mostly one was entered twice, or one digit too many. What is too much settles other orders, which then look paid.",
        "多半是重复录入或多打一位数。多出的钱会去核销别的订单，使它们看上去已付清。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\npayment = [\n  { date = 2026-03-05, amount = '4921.00', currency = 'USD', order = 'PI-1' },\n  { date = 2026-03-05, amount = '4921.00', currency = 'USD', order = 'PI-1' },\n]\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\npayment = [\n  { date = 2026-03-05, amount = '2109.00', currency = 'USD', order = 'PI-1' },\n  { date = 2026-03-05, amount = '4921.00', currency = 'USD', order = 'PI-1' },\n]\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(Ok(ledger)) = source.ledger() else { return };
    for deal in ledger.deals.iter().filter(|deal| deal.surplus > Decimal::ZERO) {
        let Some(message) = message(deal) else { continue };
        let mine = payments_of(source, deal);
        let twice = mine.iter().find(|other| mine.iter().any(|payment| entered_twice(payment, other)));
        // the one that went too far; a credit note may have done it alone
        let last = mine.iter().max_by_key(|payment| (payment.record.date, payment.place));
        let order =
            || orders(source).iter().find(|paper| paper.record.at == deal.order.at).map(|paper| paper.span("number"));
        let span = twice.or(last).map(|payment| payment.span("amount")).or_else(order);
        let found = match span {
            Some(span) => out.at(span, message),
            None => out.whole(message),
        };
        let path = shell_word(&source.location.path);
        found.hint(if twice.is_some() {
            tr!(
                "the same amount of the same day stands here twice: delete one if it came once: kehu edit {path}",
                "同日同额的款项记了两次：若只到账一次，请删去一笔：kehu edit {path}"
            )
        } else {
            tr!(
                "correct the amount; if that much came in, enter the rest as a payment of its own without `order`: kehu edit {path}",
                "请改正金额；若确实多付，请把多出部分另记一笔、不填 order：kehu edit {path}"
            )
        });
    }
}

/// `订单 PI-1：共 USD 7,030.00，…；多出的 USD 470.00 …`.
fn message(deal: &Deal<'_>) -> Option<String> {
    let order = called(deal.order);
    let named = add(deal.claim, deal.surplus).ok()?;
    let [claim, named, over] = [deal.claim, named, deal.surplus].map(|money| full(&deal.currency, money));
    // the last shipment may have made it more or less than was ordered
    Some(if deal.claim == deal.amount {
        tr!(
            "{order} comes to {claim}, but what names it settles {named}: the {over} above it go to other orders or stay unapplied",
            "{order}：共 {claim}，指明该单的款项合计 {named}；多出的 {over} 转去核销其他订单或计入预收款"
        )
    } else {
        tr!(
            "{claim} of {order} was shipped, but what names it settles {named}: the {over} above it go to other orders or stay unapplied",
            "{order}：共出运 {claim}，指明该单的款项合计 {named}；多出的 {over} 转去核销其他订单或计入预收款"
        )
    })
}

/// The payments up to the day that add to what is paid on an order.
fn payments_of<'a>(source: &Source<'a>, deal: &Deal<'_>) -> Vec<Paper<'a, Payment>> {
    let mut all = payments(source);
    all.retain(|paper| {
        let payment = paper.record;
        let code = payment.currency.as_deref().and_then(currency::find);
        payment.kind != Some(PaymentKind::Refund)
            && payment.date.is_some_and(|date| date <= source.today)
            && (payment.settles.is_some() || code.as_ref() == Some(&deal.currency))
            && number(payment.order.as_deref()).is_some_and(|wanted| same(deal.number(), wanted))
    });
    all
}

/// Whether a payment is the one before it once more: two that the bank numbered are two.
fn entered_twice(one: &Paper<'_, Payment>, other: &Paper<'_, Payment>) -> bool {
    let (place, one, another, other) = (one.place, one.record, other.place, other.record);
    let references = (number(one.reference.as_deref()), number(other.reference.as_deref()));
    place < another
        && (one.date, one.amount, &one.currency, one.kind) == (other.date, other.amount, &other.currency, other.kind)
        && !matches!(references, (Some(one), Some(other)) if !same(one, other))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    fn book(order: &str, payments: &[&str]) -> Book {
        let payments: String =
            payments.iter().map(|payment| format!("[[payment]]\ncurrency = 'USD'\n{payment}\n")).collect();
        Book::card(&format!(
            "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030'\n{order}\n{payments}"
        ))
    }

    #[test]
    fn what_is_too_much_is_told_and_nothing_else() {
        let paid = "date = 2026-03-05\namount = '7030'\norder = 'PI-1'";
        let more = "date = 2026-03-06\namount = '470'\norder = 'pi-1'";
        for (order, payments, want) in [
            ("", &[paid][..], None),
            (
                "",
                &[more, paid],
                Some(
                    "订单 PI-1：共 USD 7,030.00，指明该单的款项合计 USD 7,500.00；多出的 USD 470.00 转去核销其他订单或计入预收款",
                ),
            ),
            // sent back, not come yet, or free to be used
            ("", &[paid, more, "date = 2026-03-07\namount = '470'\nkind = 'refund'\norder = 'PI-1'"], None),
            ("", &[paid, "date = 2026-12-01\namount = '470'\norder = 'PI-1'"], None),
            ("", &[paid, "date = 2026-03-06\namount = '470'"], None),
            ("cancelled = 2026-03-09", &[paid, more], None),
            (
                "status = 'shipped'\nshipments = [ { date = 2026-04-10, amount = '7000' } ]",
                &[paid],
                Some(
                    "订单 PI-1：共出运 USD 7,000.00，指明该单的款项合计 USD 7,030.00；多出的 USD 30.00 转去核销其他订单或计入预收款",
                ),
            ),
        ] {
            let found = book(order, payments).found("paid-above-order");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{order} {payments:?}");
        }
    }

    #[test]
    fn the_payment_that_went_too_far_is_shown() {
        let paid = "date = 2026-03-05\namount = '4000'\norder = 'PI-1'";
        for (payments, line, hint) in [
            (&[paid, "date = 2026-03-06\namount = '4000'\norder = 'PI-1'"][..], 15, "请改正金额"),
            (&["date = 2026-03-06\namount = '4000'\norder = 'PI-1'", paid], 10, "请改正金额"),
            (&[paid, "date = 2026-03-06\namount = '1'\norder = 'PI-1'", paid], 20, "同日同额的款项记了两次"),
            (
                &[
                    "date = 2026-03-05\namount = '4000'\norder = 'PI-1'\nreference = 'TT-1'",
                    "date = 2026-03-05\namount = '4000'\norder = 'PI-1'\nreference = 'TT-2'",
                ],
                16,
                "请改正金额",
            ),
        ] {
            let found = book("", payments).found("paid-above-order");
            assert_eq!(found[0].line, line, "{payments:?}");
            assert!(found[0].hint.as_deref().unwrap().starts_with(hint), "{:?}", found[0].hint);
        }
        // one that settles nothing is not to blame
        let idle = "[[payment]]\ndate = 2026-03-09\namount = 5\ncurrency = 'CNY'\norder = 'PI-1'\n";
        assert_eq!(
            book(idle, &["date = 2026-03-06\namount = '8000'\norder = 'PI-1'"]).found("paid-above-order")[0].line,
            15
        );
        // a credit note alone can do it
        let card = "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = 100\n\
            [[order]]\nnumber = 'CN-1'\ndate = 2026-03-03\ncurrency = 'USD'\namount = 101\ncredits = 'PI-1'\n";
        assert_eq!(Book::card(card).found("paid-above-order")[0].line, 2);
    }
}
