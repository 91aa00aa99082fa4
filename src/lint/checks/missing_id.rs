//! A card without an id.

use toml::de::DeValue;

use crate::formats::toml::{Edit, Step, quoted};
use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::id::new_id;

pub const CHECK: Check = Check {
    code: "missing-id",
    severity: Severity::Info,
    article: "",
    what: Words::new("a card without an id", "卡片没有标识"),
    why: Words::new(
        "The id stays when a customer is renamed or moved; without it approvals, calendars and spreadsheets lose it then.",
        "客户改名或移动后标识不变；没有标识，审批、日历和表格到时就对不上了。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n")],
    good: &[Sample::Card("id = 'k7f3m2q9xz'\nname = 'Acme'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let text = |key: &str| document.root.get(key).and_then(|value| value.get_ref().as_str());
    let location = source.location;
    let folder = location.country_folder().unwrap_or_default();
    let country = location.country().map_or(folder, |country| country.alpha2());
    let name = text("name").filter(|name| !name.trim().is_empty()).unwrap_or(location.company());
    let id = quoted(&new_id(country, name));
    let found = match document.root.get("id").map(|id| (id.span(), id.get_ref())) {
        None => out
            .whole(tr("no id", "没有标识"))
            .fix(Fix::Edit(vec![Edit::Set { path: vec![Step::from("id")], value: id }])),
        Some((span, DeValue::String(text))) if text.trim().is_empty() => {
            out.at(span.clone(), tr("the id is empty", "标识为空")).fix(Fix::Splice(span, id))
        }
        Some(_) => return,
    };
    found.hint(tr("have one made: kehu lint --fix", "自动生成：kehu lint --fix"));
}
