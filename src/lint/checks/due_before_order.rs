//! An order that was due before it was placed.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::{called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "due-before-order",
    severity: Severity::Error,
    article: "",
    what: Words::new("an order is due before it was placed", "订单的应收日期早于订购日期"),
    why: Words::new(
        "The debt is overdue from its first day: ageing, dunning and the grade all count from the due date.",
        "货款从第一天起就算逾期：账龄、催款和等级都从应收日期算起。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\ndue = 2025-06-01\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\ndue = 2026-06-01\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for order in orders(source) {
        let (Some(date), Some(due)) = (order.record.date, order.record.due) else { continue };
        if due < date {
            let (called, path) = (called(order.record), format!("order.{}.due", order.place));
            let command = set_command(source.location, [path.as_str()]);
            out.at(
                order.span("due"),
                tr!(
                    "{called} of {date} is due on {due}, before it was placed",
                    "{called}：应收日期 {due} 早于订购日期 {date}"
                ),
            )
            .hint(tr!(
                "correct it (without a day it follows from the payment terms): {command}",
                "请改正（清空则按付款条件推算）：{command}"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_same_day_is_fine() {
        for (order, want) in [
            ("date = 2026-03-02\ndue = 2026-03-01", 1),
            ("date = 2026-03-02\ndue = '2025-03-02'\nstatus = 'cancelled'", 1),
            ("date = 2026-03-02\ndue = 2026-03-02", 0),
            ("date = 2026-03-02", 0),
            ("due = 2026-03-02", 0),
        ] {
            assert_eq!(Book::card(&format!("[[order]]\n{order}\n")).found("due-before-order").len(), want, "{order}");
        }
        let found =
            Book::card("[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ndue = 2026-03-01\n").found("due-before-order");
        assert_eq!(found[0].message, "订单 PI-1：应收日期 2026-03-01 早于订购日期 2026-03-02");
        assert_eq!(
            found[0].hint.as_deref(),
            Some("请改正（清空则按付款条件推算）：kehu set \"国外客户/德国/Acme\" order.1.due=…")
        );
    }
}
