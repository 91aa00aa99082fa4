//! A follow-up whose next step was due before it.

use crate::lang::{Words, tr};
use crate::lint::values::{day_in, records};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "next-before-followup",
    severity: Severity::Warning,
    article: "",
    what: Words::new("the next step lies before the follow-up itself", "下次跟进早于本次跟进"),
    why: Words::new(
        "It is overdue the moment it is written, and stays in `due` as long as nobody sees that the date is a slip.",
        "一写下就已逾期，只要没人发现日期写错，就一直挂在到期清单里。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[followup]]\ndate = 2026-11-01\nkind = 'call'\nsummary = '问价'\nnext = 2026-01-15\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[followup]]\ndate = 2026-11-01\nkind = 'call'\nsummary = '问价'\nnext = 2026-11-15\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for followup in records(document, "followup") {
        let (Some((date, _)), Some((next, span))) = (day_in(followup, "date"), day_in(followup, "next")) else {
            continue;
        };
        if next < date {
            out.at(span, tr!("next on {next}, but the follow-up was on {date}", "下次 {next} 早于本次 {date}"))
                .hint(tr("correct `next`, or take it out", "请改正或删除 next"));
        }
    }
}
