//! Not TOML: every error of the file, each with its place.

use crate::formats::toml::{Document, conflict};
use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::shell_word;
use crate::tr;

pub const CHECK: Check = Check {
    code: "syntax",
    severity: Severity::Error,
    article: "",
    what: Words::new("the card is not valid TOML", "卡片不符合 TOML 语法"),
    why: Words::new(
        "A card that cannot be read is in no list and no total until it is mended.",
        "读不出的卡片在修好之前不会出现在任何清单和合计里。",
    ),
    bad: &[Sample::Card("name = Acme\n")],
    good: &[Sample::Card("name = \"Acme\"\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(text) = source.text else { return };
    if source.document.is_some() || conflict(text).is_some() {
        return; // conflict markers have their own check
    }
    let card = shell_word(&source.location.path);
    for fault in Document::parse(text).err().unwrap_or_default() {
        out.at(fault.span, fault.what)
            .hint(tr!("mend the line by hand: kehu edit {card}", "请手工修改该行：kehu edit {card}"));
    }
}
