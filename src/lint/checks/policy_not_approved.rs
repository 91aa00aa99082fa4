//! A policy of the firm's own that nobody has approved as it stands.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::rules::policy::{State, state};

pub const CHECK: Check = Check {
    code: "policy-not-approved",
    severity: Severity::Warning,
    article: "第4条",
    what: Words::new("a policy.toml that is not approved as it stands", "policy.toml 的现行内容未经批准"),
    why: Words::new(
        "Policy and standard of grades are in force once they are approved. An edit makes a draft of them again: its figures are used, and every answer says so.",
        "信用政策及信用等级标准经审批后执行。改动后又成为草案：数字照用，但每份结果都会注明。",
    ),
    bad: &[
        Sample::File(
            "policy.toml",
            "quiet_customer_days = 46\n\n[[approval]]\ndate = 2026-02-10\nby = '张伟'\nrole = 'president'\ndigest = '7ef14b'\n",
        ),
        Sample::Card("name = 'Acme'\n"),
    ],
    good: &[
        Sample::File(
            "policy.toml",
            "quiet_customer_days = 45\n\n[[approval]]\ndate = 2026-02-10\nby = '张伟'\nrole = 'president'\ndigest = '924cff06cde31788d7f9988bacb318e6f79daeaca543f44483c603b23e88a4f2'\n",
        ),
        Sample::Card("name = 'Acme'\n"),
    ],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    if state(tree.policy, tree.settings) == State::Draft {
        out.on("policy.toml", tr("a draft, not approved", "草案，尚未批准"))
            .hint(tr("let the president approve it: kehu policy approve", "请总裁批准：kehu policy approve"));
    }
}
