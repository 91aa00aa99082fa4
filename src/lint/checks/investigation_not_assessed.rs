//! An investigation that nobody concluded.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::investigations;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::rules::investigation::{Assessor, assessor};
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "investigation-not-assessed",
    severity: Severity::Warning,
    article: "第11条 1(1)",
    what: Words::new("a completed investigation that nobody of finance concluded", "已完成的信用调查没有评估人"),
    why: Words::new(
        "Sales collects, finance analyses and judges: who sells to a customer does not also say what it is good for.",
        "业务收集资料，财务分析评估：卖货的人不能同时评定客户的信用。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nchannels = ['bank']\ncompleted = 2026-11-05\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nassessed_by = '罗'\nchannels = ['bank']\ncompleted = 2026-11-05\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let staff = Staff::new(source.settings);
    for one in investigations(source) {
        let Some(day) = one.record.completed else { continue };
        if assessor(one.record, staff, day) == Assessor::Nobody {
            let path = format!("investigation.{}.assessed_by", one.place);
            out.at(
                one.span("assessed_by"),
                tr!("nobody concluded the investigation completed on {day}", "{day} 完成的信用调查没有评估人"),
            )
            .hint(tr!(
                "say who of finance did: {}",
                "请写明财务评估人：{}",
                set_command(source.location, [path.as_str()])
            ));
        }
    }
}
