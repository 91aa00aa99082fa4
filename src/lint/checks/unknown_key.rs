//! A key that no field has.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "unknown-key",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a key that is no field of the card", "卡片里没有这个字段"),
    why: Words::new(
        "A misspelt key is kept but never read: the fact behind it is missing everywhere.",
        "写错的字段名会保留但不会被读取，其内容在各处都会缺失。",
    ),
    bad: &[Sample::Card("nmae = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for unknown in source.unknown_keys() {
        let found = out.at(unknown.span.clone(), tr!("`{}` is no field", "没有名为 {} 的字段", unknown.key));
        match unknown.nearest {
            Some(nearest) => found.hint(tr!("did you mean `{nearest}`?", "是否想写 {nearest}？")),
            None => found.hint(tr("put it into `note`, or behind # as a comment", "请写进 note，或加 # 作为注释")),
        };
    }
}
