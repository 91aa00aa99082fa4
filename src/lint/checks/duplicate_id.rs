//! Two cards with one id.

use crate::lang::{Words, tr};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "duplicate-id",
    severity: Severity::Error,
    article: "",
    what: Words::new("two cards with one id", "两张卡片的标识相同"),
    why: Words::new(
        "Approvals, spreadsheets and calendars find a customer by its id; two with one id are mixed up.",
        "审批、表格和日历按标识找客户；标识重复会张冠李戴。",
    ),
    bad: &[
        Sample::File("潜在客户/德国/Acme/card.toml", "id = 'k7f3m2q9xz'\nname = 'Acme'\nemail = 'a@acme.example'\n"),
        Sample::File("潜在客户/德国/Beta/card.toml", "id = 'k7f3m2q9xz'\nname = 'Beta'\nemail = 'b@beta.example'\n"),
    ],
    good: &[
        Sample::File("潜在客户/德国/Acme/card.toml", "id = 'k7f3m2q9xz'\nname = 'Acme'\nemail = 'a@acme.example'\n"),
        Sample::File("潜在客户/德国/Beta/card.toml", "id = 'k7f3m2q9xy'\nname = 'Beta'\nemail = 'b@beta.example'\n"),
    ],
    run: Run::Claims { claims, clash },
};

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(id) = source.document.and_then(|document| document.root.get("id")) else { return };
    if let Some(text) = id.get_ref().as_str() {
        out.push(Claim { value: text.to_owned(), span: id.span() });
    }
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = claimed.others.join(", ");
    out.at(claimed.span.clone(), tr!("the id {} stands in {others} too", "标识 {} 也出现在 {others}", claimed.value))
        .hint(tr("delete the id of the copy, then: kehu lint --fix", "请删除副本的 id，再运行 kehu lint --fix"));
}
