//! An approval that does not count.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::rules::approval::{Misfit, decided, strays};
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "approval-misfit",
    severity: Severity::Error,
    article: "第8条",
    what: Words::new("an approval that does not count", "不能生效的批复"),
    why: Words::new(
        "An approval holds for exactly what was asked, by somebody who held the role on that day, in the order of the roles, and never for one's own request. Else it approves nothing.",
        "批复只对当时申请的内容有效：须由当日任该职务的人、按职务顺序作出，且不得审批自己的申请；否则等于没有批准。",
    ),
    bad: &[
        Sample::File(
            "kehu.toml",
            "approvals_from = 2026-01-01\n[[person]]\nname = '罗静宜'\nroles = ['finance']\n[[person]]\nname = '方志恒'\nroles = ['sales_manager']\n[[person]]\nname = '蒋文博'\nroles = ['marketing_director', 'president']\n",
        ),
        Sample::Card(
            "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'grade'\ngrade = 'B'\ndigest = '66c1f8a5'\n[[approval]]\nrequest = 'RQ-1'\ndate = 2026-03-03\nby = '罗静宜'\nrole = 'finance'\ndecision = 'approve'\n",
        ),
    ],
    good: &[
        Sample::File(
            "kehu.toml",
            "approvals_from = 2026-01-01\n[[person]]\nname = '罗静宜'\nroles = ['finance']\n[[person]]\nname = '方志恒'\nroles = ['sales_manager']\n[[person]]\nname = '蒋文博'\nroles = ['marketing_director', 'president']\n",
        ),
        Sample::Card(
            "name = 'Acme'\n[[request]]\nid = 'RQ-1'\ndate = 2026-03-02\nby = '罗静宜'\nkind = 'grade'\ngrade = 'B'\n",
        ),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let staff = Staff::new(source.settings);
    let decided = decided(card, staff, source.today);
    let misfits = decided.iter().flat_map(|decided| decided.misfits.iter().copied());
    for (approval, misfit) in misfits.chain(strays(card, source.today)) {
        let id = approval.request.clone().unwrap_or_default();
        let why = why_not(misfit);
        out.at(
            approval.at..approval.at,
            tr!("the approval of {id} does not count: {why}", "对 {id} 的批复无效：{why}"),
        )
        .hint(match misfit {
            Misfit::NotWaived => tr(
                "let that role approve it; if the person came later, say so with since in kehu.toml",
                "请由该职务的人审批；若其后来才任职，请在 kehu.toml 中写明 since",
            )
            .to_owned(),
            Misfit::Edited => tr(
                "put the request back as it was, or file it anew: kehu request add",
                "请恢复申请原文，或重新提交：kehu request add",
            )
            .to_owned(),
            _ => tr!("let those decide who must: kehu request show {id}", "请由应审批的人批复：kehu request show {id}"),
        });
    }
}

/// Why an approval does not count.
pub fn why_not(misfit: Misfit) -> String {
    match misfit {
        Misfit::Edited => tr("the request is not what was approved", "申请内容与批复时不符").to_owned(),
        Misfit::Unsealed => tr("it bears no digest of what was approved", "没有所批申请的摘要").to_owned(),
        Misfit::NoRequest => tr("the card holds no such request", "卡片中没有这份申请").to_owned(),
        Misfit::Gone => tr("nobody of that name was with the firm that day", "当日没有此人在职").to_owned(),
        Misfit::WrongRole => tr("the person did not hold that role that day", "此人当日不任该职务").to_owned(),
        Misfit::NotAsked => tr("that role is not asked", "无须该职务审批").to_owned(),
        Misfit::Own => tr("nobody approves their own request", "不能审批自己的申请").to_owned(),
        Misfit::OutOfOrder(first) => tr!("{first} decides first", "应先由{first}审批"),
        Misfit::TooEarly => tr("it is older than what it decides", "早于所批复的事项").to_owned(),
        Misfit::Late => tr("it had been decided already", "此前已有决定").to_owned(),
        Misfit::NotWaived => tr("somebody else held that role that day", "当日另有人任该职务，不能免复核").to_owned(),
    }
}
