//! An order from a customer with whom we do not trade.

use crate::lang::Words;
use crate::lint::values::papers::{called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::shell_word;
use crate::rules::contact::Moment;
use crate::rules::halt::stopped_before;
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::tr;

pub const CHECK: Check = Check {
    code: "order-for-halted",
    severity: Severity::Error,
    article: "第14条",
    what: Words::new("an order taken while supply was suspended or trading halted", "暂停供货或中止交易期间接了订单"),
    why: Words::new(
        "Supply is stopped so that no more goods go after the money that does not come. An order taken all the same undoes it.",
        "停止供货是为了不让货物继续跟着收不回的钱走；此时接单，等于白停。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[credit]]\nfrom = 2026-03-01\nstate = 'suspended'\nreason = '拒付'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-01\ncurrency = 'USD'\namount = '7030.00'\n[[credit]]\nfrom = 2026-03-01\nstate = 'suspended'\nreason = '拒付'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    for order in orders(source) {
        let record = order.record;
        let taken = record.date.filter(|_| !is_cancelled(record, source.today) && !is_credit_note(record));
        let Some(date) = taken else { continue };
        let Some(state) = stopped_before(card, Moment { date, at: record.at }) else { continue };
        let (name, path) = (called(record), shell_word(&source.location.path));
        out.at(order.span("date"), tr!("{name} is of {date}, when the customer was {state}", "{name}：{date} 下单时，该客户已{state}"))
            .hint(tr!(
                "cancel it (kehu set {path} order.{}.status=cancelled), correct the day, or ask to trade again: kehu resume {path}",
                "请取消该单（kehu set {path} order.{}.status=cancelled）、改正日期，或申请恢复交易：kehu resume {path}",
                order.place
            ));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn an_order_in_the_time_of_the_stop_is_found() {
        let order = |date: &str, more: &str| format!("[[order]]\nnumber = 'PI-1'\ndate = {date}\n{more}\n");
        let stop = |state: &str| format!("[[credit]]\nfrom = 2026-03-01\nstate = '{state}'\n");
        let active = "[[credit]]\nfrom = 2026-04-01\nstate = 'active'\n";
        for (card, want) in [
            (stop("suspended") + &order("2026-03-02", ""), Some("订单 PI-1：2026-03-02 下单时，该客户已暂停供货")),
            (stop("halted") + &order("2026-03-01", ""), Some("订单 PI-1：2026-03-01 下单时，该客户已中止交易")),
            (order("2026-03-01", "") + &stop("halted"), None),
            (order("2026-03-02", "") + &stop("halted"), Some("订单 PI-1：2026-03-02 下单时，该客户已中止交易")),
            (stop("halted") + &order("2026-02-28", ""), None),
            (stop("halted") + active + &order("2026-04-01", ""), None),
            (stop("halted") + &order("2026-03-02", "status = 'cancelled'"), None),
            (stop("halted") + &order("2026-03-02", "credits = 'PI-0'"), None),
        ] {
            let found = Book::card(&card).found("order-for-halted");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{card}");
        }
    }
}
