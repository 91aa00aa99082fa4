//! An order that left, nobody wrote down when.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::{called, is_debt, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Choose;
use crate::model::choice::{OrderStatus, Severity};
use crate::tr;

pub const CHECK: Check = Check {
    code: "shipped-without-date",
    severity: Severity::Warning,
    article: "",
    what: Words::new("an order is marked as shipped, but without a day", "订单已出运，却没写出运日期"),
    why: Words::new(
        "Debts run from the shipment. Without its day the order counts as shipped on the day it was placed, and falls due too early.",
        "应收从出运日起算。没有日期就按订购当天出运计算，到期日会提前。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\nstatus = 'shipped'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\nstatus = 'shipped'\nshipped = 2026-04-10\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for order in orders(source) {
        let record = order.record;
        // a shipment without its day is told by required-field
        let gone = [OrderStatus::Shipped, OrderStatus::Delivered];
        let Some(status) = record.status.filter(|status| gone.contains(status)) else { continue };
        if record.shipped.is_some() || !record.shipments.is_empty() || !is_debt(source, record) {
            continue;
        }
        let (called, status, path) = (called(record), status.words().text(), format!("order.{}.shipped", order.place));
        let message = match record.date {
            Some(date) => tr!(
                "{called} is marked {status} without a day: it counts as shipped on {date}, when it was placed",
                "{called}：状态为{status}，却没写出运日期；现按订购日期 {date} 出运计算"
            ),
            None => tr!("{called} is marked {status} without a day", "{called}：状态为{status}，却没写出运日期"),
        };
        let command = set_command(source.location, [path.as_str()]);
        out.at(order.span("status"), message).hint(tr!("add the B/L date: {command}", "请补上提单日期：{command}"));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn only_what_left_on_no_day_and_is_a_debt() {
        for (settings, order, want) in [
            (
                "",
                "status = 'shipped'",
                Some("订单 PI-1：状态为已出运，却没写出运日期；现按订购日期 2026-03-02 出运计算"),
            ),
            (
                "",
                "status = 'delivered'",
                Some("订单 PI-1：状态为已到货，却没写出运日期；现按订购日期 2026-03-02 出运计算"),
            ),
            ("", "status = 'disputed'", None),
            ("", "status = 'production'", None),
            ("", "status = 'shipped'\nshipped = 2026-04-10", None),
            ("", "status = 'shipped'\nshipments = [ { date = 2026-04-10, amount = 1 } ]", None),
            ("", "status = 'shipped'\nshipments = [ { amount = 1 } ]", None),
            ("", "status = 'shipped'\ncancelled = 2026-04-10", None),
            ("", "status = 'shipped'\ncredits = 'PI-0'", None),
            ("receivables_from = 2026-03-03\n", "status = 'shipped'", None),
        ] {
            let book = Book::card(&format!("[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\n{order}\n"));
            let found = book.file("kehu.toml", settings).found("shipped-without-date");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{settings}{order}");
        }
    }
}
