//! A bill that was not honoured, of nobody knows how much.

use crate::lang::Words;
use crate::lint::values::papers::{alerts, put, reported};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::rules::alert::is_bill;
use crate::tr;

pub const CHECK: Check = Check {
    code: "alert-without-amount",
    severity: Severity::Warning,
    article: "第14条 2",
    what: Words::new(
        "a bill dishonoured or deferred without its amount and currency",
        "拒付或延期支付的紧急报告没写金额和币种",
    ),
    why: Words::new(
        "The superior decides by what is at stake, and everything possible is done to collect it: nobody collects an unknown sum.",
        "上级要看涉及多少钱才能批示；金额不明，也就无从追讨。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'dishonoured'\nsummary = '汇票被退'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'dishonoured'\namount = '3153.60'\ncurrency = 'USD'\nsummary = '汇票被退'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for report in alerts(source) {
        let alert = report.record;
        let Some(kind) = alert.kind.filter(|kind| is_bill(*kind)) else { continue };
        let currency = alert.currency.as_deref().is_some_and(|currency| !currency.trim().is_empty());
        let (called, list) = (reported(alert), report.place);
        if alert.amount.is_none() {
            let command = put(source.location, &format!("alert.{list}.amount"), "…");
            out.at(report.span("kind"), tr!("{called}: {kind}, but no amount", "{called}：{kind}，但没写金额"))
                .hint(tr!("write down what is at stake: {command}", "请补上金额：{command}"));
        } else if !currency {
            let command = put(source.location, &format!("alert.{list}.currency"), "…");
            out.at(report.span("amount"), tr!("{called}: an amount without a currency", "{called}：金额没写币种"))
                .hint(tr!("write down which: {command}", "请补上币种：{command}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn bills_alone_want_an_amount() {
        for (more, want) in [
            ("kind = 'dishonoured'", Some("紧急报告 AL-1：拒付，但没写金额")),
            ("kind = 'deferred'\namount = '5'", Some("紧急报告 AL-1：金额没写币种")),
            ("kind = 'deferred'\namount = '5'\ncurrency = 'USD'", None),
            ("kind = 'anomaly'", None),
            ("kind = 'credit_change'", None),
            ("summary = 'x'", None),
        ] {
            let book = Book::card(&format!("[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\n{more}\n"));
            let found = book.found("alert-without-amount");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{more}");
        }
    }
}
