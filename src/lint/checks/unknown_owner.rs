//! A customer whose owner is nobody of ours, or nobody any more.

use super::unknown_person::{listed, nearest, still_there};
use crate::lang::{Words, tr};
use crate::lint::values::text_in;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "unknown-owner",
    severity: Severity::Warning,
    article: "",
    what: Words::new("the owner is nobody in kehu.toml, or has left", "负责人不在 kehu.toml 中或已离职"),
    why: Words::new(
        "What is due goes to the owner. A customer whose owner is misspelt or gone is followed up by nobody.",
        "到期提醒按负责人分派：负责人写错或已离职，这个客户就没人跟进。",
    ),
    bad: &[
        Sample::File("kehu.toml", "[[person]]\nname = '张伟'\nleft = 2026-01-31\n"),
        Sample::Card("name = 'Acme'\nowner = '张伟'\n"),
    ],
    good: &[Sample::File("kehu.toml", "[[person]]\nname = '张伟'\n"), Sample::Card("name = 'Acme'\nowner = '张伟'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some((owner, span)) = source.document.and_then(|document| text_in(&document.root, "owner")) else { return };
    let settings = source.settings;
    if settings.person.is_empty() || still_there(settings, owner, source.today) {
        return;
    }
    if listed(settings, owner) {
        out.at(span, tr!("{owner} has left", "{owner} 已离职"))
            .hint(tr("name the new owner: kehu set NAME owner=…", "请指定新负责人：kehu set 客户 owner=…"));
    } else {
        out.at(span, tr!("{owner} is nobody in kehu.toml", "kehu.toml 中没有 {owner}")).hint(nearest(settings, owner));
    }
}
