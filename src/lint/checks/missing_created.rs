//! A card that does not say when it was made.

use crate::lang::{Words, tr};
use crate::lint::fields::set_command;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "missing-created",
    severity: Severity::Info,
    article: "",
    what: Words::new("a card that does not say when it was made", "卡片没有建卡日期"),
    why: Words::new(
        "Clocks that nothing else starts, the first review and the first contact, run from that day.",
        "没有其他记录时，首次调查和首次联系的期限都从建卡日期起算。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\ncreated = 2026-02-10\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    if document.root.get("created").is_none() {
        let command = set_command(source.location, ["created"]);
        out.whole(tr("no day of creation", "没有建卡日期")).hint(tr!(
            "put in the day you first heard of the customer: {command}",
            "填上建卡或初次接触的日期：{command}"
        ));
    }
}
