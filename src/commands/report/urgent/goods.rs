//! Where the goods are, and who holds the papers that give them out.

use rust_decimal::Decimal;

use super::super::paper::{Paper, left, right};
use crate::commands::holder::{goods, holder};
use crate::lang::tr;
use crate::model::Date;
use crate::model::choice::OrderStatus;
use crate::model::money::full;
use crate::rules::money::{Deal, Ledger};

/// What is owed shipment by shipment, then what is in production and what is afloat.
pub(super) fn sections(paper: Paper, ledger: &Ledger<'_>, day: Date) -> Paper {
    let heads = vec![
        left(tr("order", "订单")),
        left(tr("B/L date", "提单日期")),
        left(tr("B/L number", "提单号")),
        left(tr("due", "应收日期")),
        right(tr("days late", "逾期天数")),
        right(tr("open", "未收")),
        left(tr("papers with", "提单在谁手中")),
        left(tr("goods", "货物")),
    ];
    let open: Vec<Vec<String>> = ledger.deals.iter().flat_map(|deal| shipped(deal, day)).collect();
    let unpaid = !open.is_empty();
    let paper = paper.table(heads, open);
    let paper = if unpaid {
        paper.note(tr(
            "Where the papers are follows from how the order is paid, unless the card says that they were released.",
            "提单在谁手中按付款方式推定；卡片注明已放货的以卡片为准。",
        ))
    } else {
        paper.text(tr("Nothing shipped is unpaid.", "没有已出运未收款的货物。"))
    };
    let paper = paper.section(tr("3. Goods not shipped", "三、在产及未出运货物"));
    let heads = vec![
        left(tr("order", "订单")),
        left(tr("placed", "订购日期")),
        left(tr("required", "要求交期")),
        left(tr("state", "状态")),
        right(tr("not shipped", "未出运")),
        right(tr("received ahead", "出运前已收")),
    ];
    let waiting: Vec<Vec<String>> = ledger.deals.iter().filter_map(unshipped).collect();
    if waiting.is_empty() {
        return paper.text(tr("None.", "无。"));
    }
    paper.table(heads, waiting)
}

/// The shipments of an order that are not paid.
fn shipped(deal: &Deal<'_>, day: Date) -> Vec<Vec<String>> {
    let open =
        deal.parts.iter().filter_map(|part| Some((part, part.open().ok().filter(|open| *open > Decimal::ZERO)?)));
    open.map(|(part, open)| {
        let late = day.days_since(part.due).max(0);
        vec![
            numbered(deal),
            part.date.to_string(),
            part.bl.clone().unwrap_or_default(),
            part.due.to_string(),
            if late > 0 { late.to_string() } else { String::new() },
            full(&deal.currency, open),
            holder(deal).text().to_owned(),
            goods(deal).text().to_owned(),
        ]
    })
    .collect()
}

fn unshipped(deal: &Deal<'_>) -> Option<Vec<String>> {
    let rest = deal.unshipped().ok().filter(|rest| *rest > Decimal::ZERO)?;
    let order = deal.order;
    Some(vec![
        numbered(deal),
        deal.date.to_string(),
        order.required.map(|date| date.to_string()).unwrap_or_default(),
        order.status.unwrap_or(OrderStatus::Confirmed).to_string(),
        full(&deal.currency, rest),
        full(&deal.currency, deal.ahead().unwrap_or_default()),
    ])
}

fn numbered(deal: &Deal<'_>) -> String {
    let number = deal.number();
    if number.is_empty() { tr("without a number", "（无单号）").to_owned() } else { number.to_owned() }
}
