//! A quote that was never valid.

use crate::lang::{Words, tr};
use crate::lint::values::{day_in, records};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "quote-validity",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a quote that expired before it was made", "报价有效期早于报价日期"),
    why: Words::new(
        "The reminder before a quote runs out never comes, and the printed quotation is one that nobody can accept.",
        "到期前不会提醒跟进，打印出来的报价单客户也无法接受。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-02-10\ncurrency = 'USD'\nvalid_until = 2025-03-12\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-1'\ndate = 2026-02-10\ncurrency = 'USD'\nvalid_until = 2026-02-10\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for quote in records(document, "quote") {
        let (Some((date, _)), Some((until, span))) = (day_in(quote, "date"), day_in(quote, "valid_until")) else {
            continue;
        };
        if until < date {
            out.at(span, tr!("valid until {until}, but quoted on {date}", "有效期至 {until}，早于报价日期 {date}"))
                .hint(tr(
                    "correct `valid_until`, the last day on which it may be accepted",
                    "请改正 valid_until（可接受的最后一天）",
                ));
        }
    }
}
