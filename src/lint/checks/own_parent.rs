//! A customer that is its own group.

use crate::lang::{Words, tr};
use crate::lint::values::text_in;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;

pub const CHECK: Check = Check {
    code: "own-parent",
    severity: Severity::Error,
    article: "",
    what: Words::new("the customer is the head of itself", "客户的集团总部是它自己"),
    why: Words::new(
        "`parent` names the head of the group, whose limit caps all of it. The head itself names none.",
        "parent 填集团总部的标识，总部的额度是全集团的上限；总部自己不填。",
    ),
    bad: &[Sample::Card("id = 'k7f3m2q9xz'\nname = 'Acme'\nparent = 'k7f3m2q9xz'\n")],
    good: &[Sample::Card("id = 'k7f3m2q9xz'\nname = 'Acme'\nparent = 'h2s8dkq1fa'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let (Some((id, _)), Some((parent, span))) = (text_in(&document.root, "id"), text_in(&document.root, "parent"))
    else {
        return;
    };
    if id == parent {
        out.at(span, tr("the customer names itself as the head of its group", "客户把自己填作集团总部"))
            .hint(tr("delete the line, or give the id of the head", "请删除该行，或填总部的标识"));
    }
}
