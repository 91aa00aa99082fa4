//! Two customers, each the head of the other.

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, text_in};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "parent-circle",
    severity: Severity::Error,
    article: "",
    what: Words::new("two customers name each other as the head of their group", "两家客户互为集团总部"),
    why: Words::new(
        "`parent` names the head of the group, whose limit caps all of it. Where each is the head of the other there is no head, and no limit caps the two.",
        "parent 填集团总部的标识，总部的额度是全集团的上限；两家互为总部就没有总部，也没有上限。",
    ),
    bad: &[
        Sample::Card("id = 'k7f3m2q9xz'\nname = 'Acme'\nparent = 'h2s8dkq1fa'\n"),
        Sample::File("国外客户/法国/Bout/card.toml", "id = 'h2s8dkq1fa'\nname = 'Bout'\nparent = 'k7f3m2q9xz'\n"),
    ],
    good: &[
        Sample::Card("id = 'k7f3m2q9xz'\nname = 'Acme'\nparent = 'h2s8dkq1fa'\n"),
        Sample::File("国外客户/法国/Bout/card.toml", "id = 'h2s8dkq1fa'\nname = 'Bout'\n"),
    ],
    run: Run::Claims { claims, clash },
};

/// Each claims the pair, the lesser id first: only the two of a circle claim the same.
fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    let (Some((id, _)), Some((parent, span))) = (text_in(&document.root, "id"), text_in(&document.root, "parent"))
    else {
        return;
    };
    let (id, parent) = (id.trim(), parent.trim());
    if id != parent && !parent.is_empty() {
        out.push(Claim { value: format!("{} {}", id.min(parent), id.max(parent)), span });
    }
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = elsewhere(claimed);
    out.at(
        claimed.span.clone(),
        tr!("each names the other as the head of its group: {others}", "与 {others} 互为集团总部"),
    )
    .hint(tr("delete the line in the card of the head", "请在总部的卡片中删除该行"));
}
