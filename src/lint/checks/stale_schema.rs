//! The schema for editors is from another version.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Fix, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::tree::SCHEMA_FILE;
use crate::tr;

pub const CHECK: Check = Check {
    code: "stale-schema",
    severity: Severity::Info,
    article: "",
    what: Words::new("the schema for editors is not this version's", "编辑器用的字段规范不是当前版本"),
    why: Words::new(
        "Editors complete and check cards by kehu.schema.json. An old one calls new fields wrong.",
        "编辑器按 kehu.schema.json 补全和检查卡片；旧规范会把新字段标成错误。",
    ),
    bad: &[Sample::File("kehu.schema.json", "{}\n"), Sample::Card("name = 'Acme'\n")],
    good: &[Sample::Card("name = 'Acme'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    for (name, want, have) in tree.companions {
        // a book without them is somebody's choice; one with old ones is an oversight
        let Some(have) = have else { continue };
        if name == SCHEMA_FILE {
            // git on Windows checks files out with CRLF
            if have.replace("\r\n", "\n") != *want {
                out.on(name, tr("not what this version of kehu would make", "与当前版本 kehu 生成的内容不同"))
                    .hint(tr("make it anew: kehu lint --fix", "重新生成：kehu lint --fix"))
                    .fix(Fix::Companion(name.clone()));
            }
        } else if !have.contains(SCHEMA_FILE) {
            // people put settings of their own into it: it must lead to the schema, the rest is theirs
            out.on(name, tr!("does not lead editors to {SCHEMA_FILE}", "没有指向 {SCHEMA_FILE}")).hint(tr!(
                "let the rule for card.toml say: path = \"./{SCHEMA_FILE}\"",
                "请在针对 card.toml 的规则里写：path = \"./{SCHEMA_FILE}\""
            ));
        }
    }
}
