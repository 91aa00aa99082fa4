//! A request that was edited after it was filed.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::rules::approval::{Outcome, decided};
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "request-edited",
    severity: Severity::Error,
    article: "第8条",
    what: Words::new("a request was edited after it was filed", "申请提交后被改动"),
    why: Words::new(
        "What is decided on must be what was asked: the digest of a request holds it to that. An edited one is approved by nobody.",
        "批的必须是申请的那一件事：申请里的摘要就是凭据。改动过的申请，谁的批复都不算数。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'grade'\ngrade = 'A'\ndigest = '66c1f8a5'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'grade'\ngrade = 'A'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    for decided in decided(card, Staff::new(source.settings), source.today) {
        if decided.outcome != Outcome::Edited {
            continue;
        }
        let at = decided.request.at;
        let id = decided.request.id.clone().unwrap_or_default();
        out.at(at..at, tr!("request {id} was edited after it was filed", "申请 {id} 提交后被改动")).hint(tr(
            "put it back as it was, or file it anew: kehu request add",
            "请恢复原文，或重新提交：kehu request add",
        ));
    }
}
