//! One id for two requests or urgent reports.

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, records, text_in};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "duplicate-paper-id",
    severity: Severity::Error,
    article: "第8条",
    what: Words::new("one id for two requests or urgent reports", "两份申请或紧急报告的编号相同"),
    why: Words::new(
        "An approval names its request by id. Where two have the same, nobody knows which of them was approved.",
        "批复靠编号对应申请；两份同号，就分不清批的是哪一份。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'investigation'\n[[request]]\nid = 'rq-1'\ndate = 2026-03-03\nby = '罗静宜'\nkind = 'investigation'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'investigation'\n[[request]]\nid = 'RQ-2'\ndate = 2026-03-03\nby = '罗静宜'\nkind = 'investigation'\n",
    )],
    run: Run::Claims { claims, clash },
};

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    for list in ["request", "alert"] {
        let ids = records(document, list).filter_map(|record| text_in(record, "id"));
        out.extend(ids.map(|(id, span)| Claim { value: format!("{list} {}", id.to_uppercase()), span }));
    }
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = elsewhere(claimed);
    out.at(claimed.span.clone(), tr!("this id stands in {others} too", "该编号也出现在 {others}")).hint(tr(
        "delete what was entered twice, or give one of them another id, its approvals too",
        "请删除重复的一份，或给其中一份连同其批复换一个编号",
    ));
}
