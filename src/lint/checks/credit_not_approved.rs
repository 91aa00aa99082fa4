//! Grade, limit or term in force without an approved request.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::shell_word;
use crate::rules::credit::{Lack, lacking};
use crate::tr;

pub const CHECK: Check = Check {
    code: "credit-not-approved",
    severity: Severity::Error,
    article: "第8条",
    what: Words::new("grade, limit or term without an approved request", "等级、额度或账期没有经批准的申请"),
    why: Words::new(
        "Finance proposes, the sales manager and the marketing director approve. From approvals_from on an entry without their word may tighten, never grant: the credit check does not count with it.",
        "财务提出、销售经理和营销总监审批。自审批起算日起，未经批准的条目只能收紧、不能放宽，信用审核不予计算。",
    ),
    bad: &[
        Sample::File(
            "kehu.toml",
            "approvals_from = 2026-01-01\n[[person]]\nname = '罗静宜'\nroles = ['finance']\n[[person]]\nname = '方志恒'\nroles = ['sales_manager']\n[[person]]\nname = '蒋文博'\nroles = ['marketing_director', 'president']\n",
        ),
        Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'A'\n"),
    ],
    good: &[
        Sample::File(
            "kehu.toml",
            "approvals_from = 2026-01-01\n[[person]]\nname = '罗静宜'\nroles = ['finance']\n[[person]]\nname = '方志恒'\nroles = ['sales_manager']\n[[person]]\nname = '蒋文博'\nroles = ['marketing_director', 'president']\n",
        ),
        Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2025-12-31\ngrade = 'A'\n"),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let path = shell_word(&source.location.path);
    for (entry, lack) in lacking(card, source.settings, source.today) {
        let id = entry.request.clone().unwrap_or_default();
        let message = match lack {
            Lack::NoRequest => tr(
                "this entry names no request: it counts only where it tightens",
                "该条目没有审批单号，只在收紧时有效",
            )
            .to_owned(),
            Lack::UnknownRequest => tr!("the card holds no request {id}", "卡片中没有申请 {id}"),
            Lack::NotApproved => tr!("request {id} is not approved", "申请 {id} 未获批准"),
            Lack::Used => {
                tr!("request {id} took effect on an earlier day: it is good once", "申请 {id} 此前已生效，只能用一次")
            }
            Lack::Stopped => {
                tr!(
                    "trading was stopped after {id} was filed: it must be asked anew",
                    "{id} 提交后又停止了交易，须重新申请"
                )
            }
            Lack::Differs => tr!("this entry differs from what {id} asked for", "该条目与 {id} 批准的内容不符"),
        };
        out.at(entry.at..entry.at, message)
            .hint(tr!("ask for it: kehu credit set {path}", "请提交申请：kehu credit set {path}"));
    }
}
