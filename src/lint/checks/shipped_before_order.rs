//! An order that left before it was placed.

use std::ops::Range;

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::{Paper, called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Date;
use crate::model::card::Order;
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "shipped-before-order",
    severity: Severity::Error,
    article: "",
    what: Words::new("an order was shipped before it was placed", "订单的出运日期早于订购日期"),
    why: Words::new(
        "The debt begins with the shipment. With the wrong day the payment is due too early or never looked for.",
        "应收从出运日起算；日期写错，到期日和账龄都会错。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\nstatus = 'shipped'\nshipped = 2025-04-10\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\nstatus = 'shipped'\nshipped = 2026-04-10\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for order in orders(source) {
        let Some(placed) = order.record.date else { continue };
        for (path, shipped, span) in shipments(&order).into_iter().filter(|(_, shipped, _)| *shipped < placed) {
            let (called, path) = (called(order.record), format!("order.{}.{path}", order.place));
            let command = set_command(source.location, [path.as_str()]);
            out.at(
                span,
                tr!(
                    "{called} was placed on {placed}, but shipped on {shipped}",
                    "{called}：出运日期 {shipped} 早于订购日期 {placed}"
                ),
            )
            .hint(tr!("correct one of the two days: {command}", "请改正其中一个日期：{command}"));
        }
    }
}

/// The days on which goods left, each with its path below the order and its place.
fn shipments(order: &Paper<'_, Order>) -> Vec<(String, Date, Range<usize>)> {
    let whole = order.record.shipped.map(|day| ("shipped".to_owned(), day, order.span("shipped")));
    let parts = order
        .inside("shipments", &order.record.shipments)
        .into_iter()
        .filter_map(|part| Some((format!("shipments.{}.date", part.place), part.record.date?, part.span("date"))));
    whole.into_iter().chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn each_shipment_is_looked_at() {
        for (order, want) in [
            ("shipped = 2026-03-01", &["order.1.shipped"][..]),
            ("shipped = 2026-03-02", &[]),
            (
                "shipments = [ { date = 2026-03-09, amount = 1 }, { date = '2025-03-09', amount = 1 } ]",
                &["order.1.shipments.2.date"],
            ),
            (
                "shipped = 2025-03-09\n[[order.shipments]]\ndate = 2025-03-09\namount = 1",
                &["order.1.shipped", "order.1.shipments.1.date"],
            ),
            ("shipments = [ { amount = 1 } ]", &[]),
        ] {
            let found = Book::card(&format!("[[order]]\ndate = 2026-03-02\n{order}\n")).found("shipped-before-order");
            let told: Vec<String> = found.iter().filter_map(|finding| finding.hint.clone()).collect();
            let want: Vec<String> = want
                .iter()
                .map(|path| format!("请改正其中一个日期：kehu set \"国外客户/德国/Acme\" {path}=…"))
                .collect();
            assert_eq!(told, want, "{order}");
        }
        let found = Book::card("[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\nshipped = 2026-03-01\n")
            .found("shipped-before-order");
        assert_eq!(found[0].message, "订单 PI-1：出运日期 2026-03-01 早于订购日期 2026-03-02");
    }
}
