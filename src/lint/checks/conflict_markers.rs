//! What a half-finished merge leaves behind.

use crate::formats::toml::conflict;
use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "conflict-markers",
    severity: Severity::Error,
    article: "",
    what: Words::new("git conflict markers in the card", "卡片中有 git 合并冲突标记"),
    why: Words::new(
        "Two people changed the same lines and git asks which to keep; until somebody says so the card cannot be read.",
        "两人改了同一处，git 在问保留哪一份；处理之前卡片读不出来。",
    ),
    bad: &[Sample::Card("<<<<<<< HEAD\nname = 'Acme'\n=======\nname = 'Acme GmbH'\n>>>>>>> origin/main\n")],
    good: &[Sample::Card("name = 'Acme GmbH'\n# ====== 2026 ======\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(text) = source.text else { return };
    let Some(fault) = conflict(text) else { return };
    let places = text.lines().filter(|line| line.starts_with("<<<<<<< ")).count();
    let message = if places > 1 {
        tr!("a merge was left half done, here and in {} more places", "git 合并未完成：此处及另外 {} 处", places - 1)
    } else {
        tr("a merge was left half done here", "git 合并未完成").to_owned()
    };
    out.at(fault.span, message).hint(tr(
        "keep what is right of both sides, delete the lines <<<<<<<, ======= and >>>>>>>, then: git add",
        "保留两边正确的内容，删除 <<<<<<<、=======、>>>>>>> 各行，再 git add",
    ));
}
