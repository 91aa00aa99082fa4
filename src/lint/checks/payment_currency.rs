//! A payment in another currency than its order, which does not say what it settles.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::{by_number, called, is_debt, number, orders, payments, told};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::currency;
use crate::model::name::paper_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "payment-currency",
    severity: Severity::Error,
    article: "",
    what: Words::new(
        "a payment in another currency than its order does not say what it settles",
        "收款与订单币种不同，却没写核销金额",
    ),
    why: Words::new(
        "At which rate the customer and we agreed nobody can guess. Until it is said the order stays open, and the money counts as unapplied.",
        "双方按什么汇率结算，谁也猜不出。写明之前订单仍挂账，这笔钱只计入预收款。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[payment]]\ndate = 2026-03-05\namount = '14890.00'\ncurrency = 'CNY'\norder = 'PI-1'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[payment]]\ndate = 2026-03-05\namount = '14890.00'\ncurrency = 'CNY'\norder = 'PI-1'\nsettles = '2109.00'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let mut orders = orders(source);
    // to a cancelled or an old order the currency does not matter
    orders.retain(|order| is_debt(source, order.record));
    let known = by_number(&orders);
    for payment in payments(source).iter().filter(|payment| payment.record.settles.is_none()) {
        let Some(wanted) = number(payment.record.order.as_deref()) else { continue };
        let code = |text: &Option<String>| text.as_deref().and_then(currency::find);
        let order = known.get(&paper_key(wanted)).and_then(|orders| orders.first()).map(|order| order.record);
        let Some((order, theirs)) = order.and_then(|order| Some((order, code(&order.currency)?))) else { continue };
        let Some(own) = code(&payment.record.currency).filter(|own| *own != theirs) else { continue };
        let (what, called, path) = (told(payment.record), called(order), format!("payment.{}.settles", payment.place));
        let command = set_command(source.location, [path.as_str()]);
        out.at(
            payment.span("currency"),
            tr!(
                "{what} is in {own}, {called} in {theirs}, and it does not say what it settles: it counts as unapplied",
                "{what}：{called} 为 {theirs}，没写核销金额就不能核销，只计入预收款"
            ),
        )
        .hint(tr!("say how much {theirs} of the order it pays: {command}", "请写明它抵了该单多少 {theirs}：{command}"));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn another_currency_must_say_what_it_settles() {
        let told = "2026-03-05 的收款 CNY 14,890.00：订单 PI-1 为 USD，没写核销金额就不能核销，只计入预收款";
        for (settings, order, payment, want) in [
            ("", "", "currency = 'CNY'\norder = 'pi-1'", Some(told)),
            ("", "", "currency = 'USD'\norder = 'PI-1'", None),
            ("", "", "currency = 'usd'\norder = 'PI-1'", None),
            ("", "", "currency = 'CNY'\norder = 'PI-1'\nsettles = 1", None),
            ("", "", "currency = 'CNY'", None),
            ("", "", "currency = 'CNY'\norder = 'PI-2'", None),
            ("", "", "currency = 'XXX'\norder = 'PI-1'", None),
            ("", "status = 'cancelled'", "currency = 'CNY'\norder = 'PI-1'", None),
            ("receivables_from = 2026-03-03\n", "", "currency = 'CNY'\norder = 'PI-1'", None),
        ] {
            let card = format!(
                "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030'\n{order}\n\
                 [[payment]]\ndate = 2026-03-05\namount = '14890'\n{payment}\n"
            );
            let found = Book::card(&card).file("kehu.toml", settings).found("payment-currency");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{settings}{order}{payment}");
        }
    }
}
