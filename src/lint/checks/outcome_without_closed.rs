//! A quote that was won or lost on no day.

use crate::lang::{Words, tr};
use crate::lint::values::{records, text_in};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Choose;
use crate::model::choice::{QuoteOutcome, Severity};
use crate::tr;

pub const CHECK: Check = Check {
    code: "outcome-without-closed",
    severity: Severity::Info,
    article: "",
    what: Words::new("a quote won or lost without the day on which that was known", "报价已有结果，却没写了结日期"),
    why: Words::new(
        "How long customers take to decide, and how many quotes a month are won, cannot be said without the day.",
        "没有了结日期，就算不出客户多久下决定、每月成交几单。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-02-10\ncurrency = 'USD'\noutcome = 'won'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-02-10\ncurrency = 'USD'\noutcome = 'won'\nclosed = 2026-03-02\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for quote in records(document, "quote") {
        let Some((text, span)) = text_in(quote, "outcome") else { continue };
        let Some(outcome) = QuoteOutcome::find(text) else { continue };
        // a `closed` that cannot be read is told by another check
        if matches!(outcome, QuoteOutcome::Won | QuoteOutcome::Lost) && quote.get("closed").is_none() {
            let words = outcome.words().text();
            out.at(span, tr!("{words}, but `closed` is missing", "{words}，但缺少 closed（了结日期）"))
                .hint(tr("add the day: closed = 2026-11-23", "请补上日期：closed = 2026-11-23"));
        }
    }
}
