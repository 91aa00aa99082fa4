//! A total that is not that of its lines.

use rust_decimal::Decimal;

use crate::lang::Words;
use crate::lint::values::papers::{called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::currency;
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::rules::money::exact::{rounded, sub};
use crate::rules::money::{amount, is_credit_note};
use crate::tr;

pub const CHECK: Check = Check {
    code: "amount-differs",
    severity: Severity::Warning,
    article: "第12条 1",
    what: Words::new("an order's lines do not add up to its amount", "订单明细合计与金额不符"),
    why: Words::new(
        "The lines count, so sales and debts are not those that stand there as the amount, and that the customer was perhaps told.",
        "系统按明细计算，销售和应收就与写明的金额不一致，而客户看到的可能正是那个金额。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = 40, unit_price = '185.00', discount = '0.05' } ]\namount = '7400.00'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = 40, unit_price = '185.00', discount = '0.05' } ]\namount = '7030.00'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for order in orders(source).iter().filter(|order| !order.record.items.is_empty()) {
        let (Some(given), Ok((lines, code))) = (order.record.amount, amount(order.record)) else { continue };
        // a credit note may be written with either sign
        let plain = |amount: Decimal| if is_credit_note(order.record) { amount.abs() } else { amount };
        let (given, lines) = (plain(rounded(*given, currency::decimals(&code))), plain(lines));
        let Ok(over) = sub(given, lines) else { continue };
        if over.is_zero() {
            continue;
        }
        let called = called(order.record);
        let [given, lines, over] = [given, lines, over.abs()].map(|money| full(&code, money));
        out.at(
            order.span("amount"),
            tr!(
                "{called}: the amount is {given}, but its lines come to {lines}, a difference of {over}; the lines count",
                "{called}：金额写 {given}，明细合计 {lines}，相差 {over}；以明细为准"
            ),
        )
        .hint(tr!(
            "compare with the contract and correct the one that is wrong; freight and the like are lines too: kehu edit {}",
            "请核对合同，改正写错的一处；运费等也请列为明细：kehu edit {}",
            shell_word(&source.location.path)
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn what_rounds_to_the_same_is_the_same() {
        let told = |order: &str| {
            let found = Book::card(&format!("[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\n{order}\n"))
                .found("amount-differs");
            found.first().map(|finding| finding.message.clone())
        };
        for (order, want) in [
            (
                "currency = 'USD'\namount = 100\nitems = [ { quantity = 3, unit_price = '33.5' } ]",
                Some("订单 PI-1：金额写 USD 100.00，明细合计 USD 100.50，相差 USD 0.50；以明细为准"),
            ),
            ("currency = 'USD'\namount = '100.5'\nitems = [ { quantity = 3, unit_price = '33.50' } ]", None),
            ("currency = 'USD'\namount = '0.125'\nitems = [ { quantity = 1, unit_price = '0.1251' } ]", None),
            ("currency = 'JPY'\namount = 100\nitems = [ { quantity = 3, unit_price = '33.2' } ]", None),
            ("currency = 'USD'\namount = 100", None),
            ("currency = 'USD'\nitems = [ { quantity = 3, unit_price = '33.5' } ]", None),
            // what cannot be counted is told as that
            ("currency = 'USD'\namount = 100\nitems = [ { quantity = 3 } ]", None),
            ("amount = 100\nitems = [ { quantity = 3, unit_price = 3 } ]", None),
            ("currency = 'USD'\ncredits = 'X'\namount = 9\nitems = [ { quantity = -3, unit_price = 3 } ]", None),
            ("currency = 'USD'\ncredits = 'X'\namount = -9\nitems = [ { quantity = 3, unit_price = 3 } ]", None),
            ("currency = 'USD'\namount = -9\nitems = [ { quantity = -3, unit_price = 3 } ]", None),
        ] {
            assert_eq!(told(order).as_deref(), want, "{order}");
        }
    }
}
