//! An order before the trading card was exchanged.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::{called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Severity, StageKind};
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::tr;

pub const CHECK: Check = Check {
    code: "trading-without-card",
    severity: Severity::Warning,
    article: "第13条 2",
    what: Words::new("a customer ordered before the trading card was exchanged", "未交换客户交易卡就已下单"),
    why: Words::new(
        "The trading card comes first: both sides know then with whom they trade and on what terms. When a dispute comes it is too late for one.",
        "交易之前先交换一式两份的客户交易卡，双方才清楚和谁、按什么条件交易；出了纠纷再补就晚了。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[start]\ntrading_card = 2026-02-20\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let (Some(card), StageKind::Customer) = (source.card, source.location.kind) else { return };
    let mut orders = orders(source);
    orders.retain(|order| !is_cancelled(order.record, source.today) && !is_credit_note(order.record));
    // one without a day comes after those that have one
    let Some(first) = orders.iter().min_by_key(|order| (order.record.date.is_none(), order.record.date)) else {
        return;
    };
    let order = called(first.record);
    let command = set_command(source.location, ["start.trading_card"]);
    match (card.start.trading_card, first.record.date) {
        (None, Some(date)) => out.at(
            first.span("number"),
            tr!(
                "{order} was placed on {date}, but no trading card was exchanged",
                "{order}：{date} 已下单，但没有客户交易卡"
            ),
        ),
        (None, None) => out.at(
            first.span("number"),
            tr!("{order} was placed, but no trading card was exchanged", "{order}：已下单，但没有客户交易卡"),
        ),
        (Some(exchanged), Some(date)) if exchanged > date => {
            let start =
                source.document.and_then(|file| file.root.get("start")?.get_ref().as_table()?.get("trading_card"));
            let message = tr!(
                "the trading card is of {exchanged}, but {order} was placed on {date} already",
                "{order}：{date} 已下单，客户交易卡却是 {exchanged} 才交换的"
            );
            out.at(start.map_or_else(|| first.span("number"), toml::Spanned::span), message).hint(tr!(
                "if the day is wrong: {command}; if it is right, let the sales manager know: the card comes first",
                "若日期写错：{command}；若属实，请报销售经理：应先交换交易卡再下单"
            ));
            return;
        }
        _ => return,
    }
    .hint(tr!(
        "exchange the card in two copies, then write down the day: {command}",
        "请交换一式两份的交易卡，再登记日期：{command}"
    ));
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_card_comes_before_the_first_order() {
        let order = |more: &str| format!("[[order]]\nnumber = 'PI-1'\n{more}\n");
        let start = |date: &str| format!("start = {{ trading_card = {date} }}\n");
        for (card, want) in [
            (order("date = 2026-03-02"), Some("订单 PI-1：2026-03-02 已下单，但没有客户交易卡")),
            (order(""), Some("订单 PI-1：已下单，但没有客户交易卡")),
            (
                order("date = 2026-03-02") + "[[order]]\nnumber = 'PI-0'\ndate = 2026-02-02\n",
                Some("订单 PI-0：2026-02-02 已下单，但没有客户交易卡"),
            ),
            (start("2026-03-02") + &order("date = 2026-03-02"), None),
            (
                start("2026-03-03") + &order("date = 2026-03-02"),
                Some("订单 PI-1：2026-03-02 已下单，客户交易卡却是 2026-03-03 才交换的"),
            ),
            (start("2026-03-03") + &order("date = 2026-03-02\nstatus = 'cancelled'"), None),
            (order("date = 2026-03-02\ncancelled = 2026-03-04"), None),
            (order("date = 2026-03-02\ncredits = 'PI-0'"), None),
            (String::new(), None),
        ] {
            let found = Book::card(&card).found("trading-without-card");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{card}");
        }
        // a prospect is asked for more than that when it is promoted
        let prospect = Book::default().file("潜在客户/德国/Acme/card.toml", order("date = 2026-03-02"));
        assert!(prospect.found("trading-without-card").is_empty());
    }
}
