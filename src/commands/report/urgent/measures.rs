//! What may be done about it, what was done, what came back, and how it ended.

use super::super::paper::{Paper, left, right};
use super::directive;
use crate::commands::remedies::{dunned, options, paid};
use crate::lang::{counted, lang, tr};
use crate::model::card::Alert;
use crate::model::choice::PaymentKind;
use crate::model::money::full;
use crate::model::{Card, Date, currency};
use crate::rules::alert::conditions;
use crate::tr;

/// The countermeasures to choose from, and the box for the directive.
pub(super) fn section(paper: Paper, alert: &Alert, card: &Card, day: Date) -> Paper {
    let held: Vec<String> = conditions(card, day).iter().map(ToString::to_string).collect();
    paper
        .section(tr("5. Countermeasures proposed (第11条 2(2))", "五、建议对策（第11条 2(2)）"))
        .text(options(alert, card, day, lang()))
        .fact(tr("Conditions held", "已有附加条件"), held.join(tr(", ", "、")))
        .section(tr("6. Directive (第11条 2(1))", "六、上级批示（第11条 2(1)）"))
        .room(tr("Directive", "批示"), directive(alert, day))
}

/// What was carried out, what came back, and the end.
pub(super) fn end(paper: Paper, alert: &Alert, card: &Card, day: Date) -> Paper {
    let measures = alert.measures.iter().filter(|measure| known(measure.date, day));
    let measures: Vec<Vec<String>> = measures
        .map(|measure| {
            vec![
                measure.date.map(|date| date.to_string()).unwrap_or_default(),
                measure.kind.map(|kind| kind.to_string()).unwrap_or_default(),
                measure.note.clone().unwrap_or_default(),
            ]
        })
        .collect();
    let paper = paper.section(tr("7. Execution and recovery", "七、执行与收回"));
    let paper = if measures.is_empty() {
        paper.room(tr("Carried out", "执行情况"), None)
    } else {
        paper.table(vec![left(tr("date", "日期")), left(tr("measure", "对策")), left(tr("note", "说明"))], measures)
    };
    let paper = recovery(paper, alert, card, day);
    let paper = paper.section(tr("8. Closing", "八、结案"));
    match alert.closed.filter(|closed| *closed <= day) {
        None => paper.room(tr("Result", "结果"), None),
        Some(closed) => paper
            .fact(tr("Closed on", "结案日期"), closed.to_string())
            .fact(tr("Result", "结果"), alert.outcome.map(|outcome| outcome.to_string()).unwrap_or_default()),
    }
}

/// How often the customer was dunned since, and what was paid.
fn recovery(paper: Paper, alert: &Alert, card: &Card, day: Date) -> Paper {
    let dunned = dunned(alert, card, day);
    let dunned = match dunned.iter().max() {
        None => String::new(),
        Some(last) => {
            let (times, count) = (counted(dunned.len(), "time", "times"), dunned.len());
            tr!("{times}, last on {last}", "{count} 次，最近 {last}")
        }
    };
    let paid: Vec<Vec<String>> = paid(alert, card, day)
        .into_iter()
        .map(|(_, date, payment)| {
            let code = payment.currency.as_deref().and_then(currency::find).unwrap_or_default();
            vec![
                date.to_string(),
                payment.kind.unwrap_or(PaymentKind::Receipt).to_string(),
                payment.order.clone().unwrap_or_default(),
                payment.amount.map(|amount| full(&code, *amount)).unwrap_or_default(),
            ]
        })
        .collect();
    let heads = vec![
        left(tr("date", "日期")),
        left(tr("kind", "类别")),
        left(tr("order", "订单")),
        right(tr("amount", "金额")),
    ];
    let none = paid.is_empty();
    let paper = paper.fact(tr("Dunned since", "此后催款"), dunned);
    if none { paper.fact(tr("Received since", "此后收款"), "") } else { paper.table(heads, paid) }
}

fn known(date: Option<Date>, day: Date) -> bool {
    date.is_some_and(|date| date <= day)
}
