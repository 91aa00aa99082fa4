//! A change that somebody should have looked at, had there been somebody.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Choose;
use crate::model::choice::{Role, Severity};
use crate::rules::approval::decided;
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "unreviewed-change",
    severity: Severity::Info,
    article: "第8条",
    what: Words::new(
        "a change without review, because nobody else holds the role",
        "因无他人担任该职务而未经复核的变动",
    ),
    why: Words::new(
        "So that a sole trader can work, a role that nobody else holds is waived. What went without review is marked, so that it can be looked at later.",
        "为使一人公司也能运作，无他人担任的职务可免复核；这些变动标为“无复核”，以便日后查看。",
    ),
    bad: &[
        Sample::File(
            "kehu.toml",
            "[[person]]\nname = '罗静宜'\nroles = ['finance', 'sales_manager', 'marketing_director']\n",
        ),
        Sample::Card(
            "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'grade'\ngrade = 'B'\ndigest = '6562acdd95afece9a471bc33ac3bb353b3154e799ea43c135aaa266d251f194f'\n[[approval]]\nrequest = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nrole = 'sales_manager'\ndecision = 'waive'\ndigest = '6562acdd95afece9a471bc33ac3bb353b3154e799ea43c135aaa266d251f194f'\n[[approval]]\nrequest = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nrole = 'marketing_director'\ndecision = 'waive'\ndigest = '6562acdd95afece9a471bc33ac3bb353b3154e799ea43c135aaa266d251f194f'\n",
        ),
    ],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    for decided in decided(card, Staff::new(source.settings), source.today) {
        if decided.waived.is_empty() || !decided.is_approved() {
            continue;
        }
        let (at, id) = (decided.request.at, decided.request.id.clone().unwrap_or_default());
        let words = |role: &Role| role.words().text();
        let waived = decided.waived.iter().map(words).collect::<Vec<_>>().join(tr(", ", "、"));
        out.at(at..at, tr!("{id} took effect unreviewed by {waived}", "{id} 已生效，{waived}无复核"))
            .hint(tr!("look at it once more: kehu request show {id}", "请再看一遍：kehu request show {id}"));
    }
}
