//! A choice written by its label instead of its key.

use toml::de::DeValue;

use crate::formats::toml::quoted;
use crate::lang::{Words, tr};
use crate::lint::fields::chosen;
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

pub const CHECK: Check = Check {
    code: "choice-label",
    severity: Severity::Info,
    article: "",
    what: Words::new("a choice written by its label instead of its key", "选项写的是中文名称，不是英文代码"),
    why: Words::new(
        "kehu reads both; spreadsheets, scripts and editors that go by the schema know the key alone.",
        "kehu 两种都认；按字段规范工作的编辑器、表格和脚本只认英文代码。",
    ),
    bad: &[Sample::Card("name = 'Acme'\ntype = '分销商'\n")],
    good: &[Sample::Card("name = 'Acme'\ntype = 'distributor'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for value in source.values() {
        let (Shape::Choice(choices), DeValue::String(text)) = (value.shape, value.value.get_ref()) else { continue };
        if let Some(choice) = chosen(choices, text).filter(|choice| choice.key != text.as_ref()) {
            let key = choice.key;
            out.at(value.value.span(), tr!("\"{text}\" is read as `{key}`", "“{text}”读作 {key}"))
                .hint(tr("write the key: kehu lint --fix", "改写为代码：kehu lint --fix"))
                .fix(Fix::Splice(value.value.span(), quoted(key)));
        }
    }
}
