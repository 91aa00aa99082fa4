//! Notation that TOML has only since version 1.1.

mod scan;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;
use scan::{What, newer};

pub const CHECK: Check = Check {
    code: "toml-1-1",
    severity: Severity::Error,
    article: "",
    what: Words::new("notation that TOML has only since version 1.1", "TOML 1.1 才有的写法"),
    why: Words::new(
        "Most editors and other programs still read TOML 1.0: they refuse the whole card for one such place.",
        "多数编辑器和程序只认 TOML 1.0：有一处这样的写法，整张卡片都读不了。",
    ),
    bad: &[Sample::Card("name = \"Acme\"\npayment_profile = {\n  attitude = \"好\",\n  bank = \"\\x41BC\",\n}\n")],
    good: &[Sample::Card(
        "name = \"Acme\"\npayment_profile = { attitude = \"好\", bank = \"ABC\" }\ntags = [\n  \"重点\", # 07:30 {\n]\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for place in newer(document.text) {
        let what = match place.what {
            What::Newline => tr("a line break inside { }", "{ } 内换行"),
            What::Comment => tr("a comment inside { }", "{ } 内有注释"),
            What::Comma => tr("a comma before }", "} 前有逗号"),
            What::Escape => tr("an escape \\e or \\x", "转义 \\e 或 \\x"),
            What::Time => tr("a time without seconds", "时间没有秒"),
        };
        let found = out.at(place.span, tr!("{what}: TOML 1.1 only", "{what}：TOML 1.1 才有的写法"));
        match place.mend {
            Some((range, text)) => found
                .hint(tr("write it as TOML 1.0: kehu lint --fix", "改成 TOML 1.0 写法：kehu lint --fix"))
                .fix(Fix::Splice(range, text)),
            None => found.hint(tr(
                "put the comment above, and all between { and } on one line; or write a table of its own, as [[order.items]]",
                "请把注释移到上方、{ } 之间写成一行；或改成单独的表，如 [[order.items]]",
            )),
        };
    }
}
