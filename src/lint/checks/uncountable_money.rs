//! Money with more digits than can be counted exactly.

use std::ops::Range;

use crate::lang::Words;
use crate::lint::values::papers::{Paper, called, orders, payments, told, worth};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::card::Order;
use crate::model::choice::Severity;
use crate::model::currency;
use crate::model::name::shell_word;
use crate::rules::money::{Counted, Fault, Problem, amount, is_cancelled, line, position, sales::sales};
use crate::tr;

pub const CHECK: Check = Check {
    code: "uncountable-money",
    severity: Severity::Error,
    article: "",
    what: Words::new("amounts with more digits than can be counted exactly", "金额位数过多，无法精确计算"),
    why: Words::new(
        "Money is exact or it is not told: no sales, debts or grade of this customer are shown until the number is mended.",
        "金额要么精确，要么不报：改正之前，该客户的销售、应收和等级都算不出。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = '40000000000000000', unit_price = '185.0000000000001' } ]\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = 40, unit_price = '185.00' } ]\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let mut found = false;
    // what is missing, or no currency, is told where it is missing
    for order in orders(source).iter().filter(|order| !is_cancelled(order.record, source.today)) {
        if amount(order.record) == Err(Fault::Overflow) {
            found = true;
            let (called, (figures, span)) = (called(order.record), culprit(order));
            tell(source, out, Some(span), &tr!("{called}: {figures}", "{called}：{figures}"));
        }
    }
    if found {
        return;
    }
    let sales = sales(card, source.basis, source.today).map(drop);
    let debts = || match source.ledger() {
        Some(Ok(ledger)) => position(ledger, source.basis, source.today).map(drop).map_err(Problem::whole),
        Some(Err(problem)) => Err(problem.clone()),
        None => Ok(()),
    };
    let Some(problem) = overflow(sales).or_else(|| overflow(debts())) else { return };
    let of_order = orders(source).iter().find(|order| order.record.at == problem.at).map(|order| {
        let (called, worth) = (called(order.record), worth(order.record).unwrap_or_default());
        let key = if order.record.items.is_empty() { "amount" } else { "items" };
        (tr!("{called}: {worth}", "{called}：{worth}"), order.span(key))
    });
    let of_payment = || {
        let payments = payments(source);
        let payment = payments.iter().find(|payment| payment.record.at == problem.at)?;
        Some((told(payment.record), payment.span("amount")))
    };
    match of_order.or_else(of_payment).filter(|_| problem.at > 0 || problem.name.is_some()) {
        Some((called, span)) => tell(source, out, Some(span), &called),
        None => tell(source, out, None, &tr!("orders and payments together", "订单和收款合计")),
    }
}

fn overflow(counted: Counted<()>) -> Option<Problem> {
    counted.err().filter(|problem| problem.fault == Fault::Overflow)
}

fn tell(source: &Source<'_>, out: &mut Findings<'_>, span: Option<Range<usize>>, what: &str) {
    let message = tr!("{what}: more digits than can be counted exactly", "{what}：位数过多，无法精确计算");
    let found = match span {
        Some(span) => out.at(span, message),
        None => out.whole(message),
    };
    let path = shell_word(&source.location.path);
    found.hint(tr!("look for a slip in the numbers: kehu edit {path}", "请检查数字是否写错：kehu edit {path}"));
}

/// The line that cannot be multiplied; where each can, but not their sum, all of them.
fn culprit(order: &Paper<'_, Order>) -> (String, Range<usize>) {
    let unit = order.record.currency.as_deref().and_then(currency::find).and_then(|code| currency::minor_unit(&code));
    let lines = order.inside("items", &order.record.items);
    let wrong = lines.iter().find(|item| line(item.record, unit.unwrap_or(2)) == Err(Fault::Overflow));
    match wrong {
        Some(item) => {
            let figure =
                |number: Option<crate::model::Number>| number.map(|number| number.to_string()).unwrap_or_default();
            let (quantity, price) = (figure(item.record.quantity), figure(item.record.unit_price));
            (format!("{quantity} × {price}"), item.span("unit_price"))
        }
        None => (tr!("the sum of its lines", "明细合计"), order.span("items")),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn digits_that_do_not_suffice_are_told_where_they_stand() {
        let nines = "9".repeat(26);
        let order = |more: &str| format!("[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\n{more}\n");
        let line = format!("{{ quantity = 1, unit_price = '{nines}.99' }}");
        for (card, want) in [
            (
                order(
                    "currency = 'USD'\nitems = [\n{ quantity = 1, unit_price = 1 },\n{ quantity = '1000000000000000', unit_price = '1.00000000000001' },\n]",
                ),
                "7 订单 PI-1：1000000000000000 × 1.00000000000001：位数过多，无法精确计算",
            ),
            (
                order(&format!("currency = 'USD'\nitems = [ {} ]", [line.as_str(); 9].join(", "))),
                "5 订单 PI-1：明细合计：位数过多，无法精确计算",
            ),
            // in base currency
            (
                order(&format!("currency = 'USD'\namount = '{nines}.99'")),
                "5 订单 PI-1：USD 99,999,999,999,999,999,999,999,999.99：位数过多，无法精确计算",
            ),
            (
                format!("[[payment]]\ndate = 2026-03-05\namount = '{nines}.99'\ncurrency = 'USD'\n"),
                "0 订单和收款合计：位数过多，无法精确计算",
            ),
            (order(&format!("currency = 'USD'\namount = '{nines}.99'\nstatus = 'cancelled'")), ""),
            // told by others
            (order("currency = 'XXX'\namount = 1"), ""),
            (order("currency = 'USD'"), ""),
            (order("currency = 'GBP'\namount = 1"), ""),
            ("[[payment]]\namount = 1\ncurrency = 'USD'\n".to_owned(), ""),
        ] {
            let found = Book::card(&card).found("uncountable-money");
            let told = found.first().map(|finding| format!("{} {}", finding.line, finding.message));
            assert_eq!(told.unwrap_or_default(), want, "{card}");
        }
    }
}
