//! Two customers with one code.

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, text_in};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::paper_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "duplicate-code",
    severity: Severity::Error,
    article: "",
    what: Words::new("two customers with one code", "两个客户的编号相同"),
    why: Words::new(
        "The code names a customer in commands, lists and the books of accounts; two with one code get each other's orders.",
        "命令、清单和账目都按客户编号找人；编号重复，订单就会记到别家名下。",
    ),
    bad: &[
        Sample::File("潜在客户/德国/Acme/card.toml", "name = 'Acme'\ncode = 'DE-0007'\n"),
        Sample::File("潜在客户/德国/Beta/card.toml", "name = 'Beta'\ncode = 'de-0007 '\n"),
    ],
    good: &[
        Sample::File("潜在客户/德国/Acme/card.toml", "name = 'Acme'\ncode = 'DE-0007'\n"),
        Sample::File("潜在客户/德国/Beta/card.toml", "name = 'Beta'\ncode = 'DE-0008'\n"),
    ],
    run: Run::Claims { claims, clash },
};

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    out.extend(text_in(&document.root, "code").map(|(code, span)| Claim { value: paper_key(code), span }));
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = elsewhere(claimed);
    out.at(claimed.span.clone(), tr!("the code is that of {others} too", "该客户编号也出现在 {others}"))
        .hint(tr("give one of them another code: kehu set NAME code=…", "请给其中一家换编号：kehu set 客户 code=…"));
}
