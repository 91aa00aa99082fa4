//! A finding that does not say where it comes from.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::investigations;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Choose;
use crate::model::choice::{Section, Severity};
use crate::rules::investigation::lacks_source;
use crate::tr;

pub const CHECK: Check = Check {
    code: "investigation-without-source",
    severity: Severity::Warning,
    article: "第11条 1(3)",
    what: Words::new("a section of an investigation without its source", "信用调查的某项内容没有来源"),
    why: Words::new(
        "A report speaks by records and facts, nothing presumed: without a source nobody can tell one from the other. What could not be found out is said as unknown, and needs none.",
        "调查报告以资料和事实说话，切忌主观臆断；没有来源就分不清事实和猜测。没有查到的写“未取得”，不必写来源。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\ntrade = '无诉讼'\nfinance = '未取得'\n")],
    good: &[Sample::Card(
        "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\ntrade = '无诉讼'\ntrade_source = '商会来函'\nfinance = '未取得'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for one in investigations(source) {
        for section in Section::ALL.iter().filter(|section| lacks_source(one.record, **section)) {
            let path = format!("investigation.{}.{}_source", one.place, section.key());
            out.at(one.span(section.key()), tr!("{section}: no source is given", "{section}没有写来源")).hint(tr!(
                "say where it comes from: {}",
                "请写明来源：{}",
                set_command(source.location, [path.as_str()])
            ));
        }
    }
}
