//! One order number for two orders.

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, records, text_in};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::paper_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "duplicate-order-number",
    severity: Severity::Error,
    article: "第12条 1",
    what: Words::new("one order number for two orders", "两张订单的编号相同"),
    why: Words::new(
        "An order that was entered twice counts twice in sales and in debts, and a payment cannot tell which of the two it settles.",
        "同一订单录入两次，销售和应收都会算两遍；收款也分不清核销的是哪一张。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n[[order]]\nnumber = 'pi-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n[[order]]\nnumber = 'PI-2026-012'\ndate = 2026-03-02\ncurrency = 'USD'\n",
    )],
    run: Run::Claims { claims, clash },
};

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    let numbers = records(document, "order").filter_map(|order| text_in(order, "number"));
    out.extend(numbers.map(|(number, span)| Claim { value: paper_key(number), span }));
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = elsewhere(claimed);
    out.at(claimed.span.clone(), tr!("this order number stands in {others} too", "该订单号也出现在 {others}")).hint(
        tr(
            "delete the order that was entered twice, or give one of them its own number",
            "请删除重复录入的订单，或给其中一张换编号",
        ),
    );
}
