//! An investigation concluded by somebody who was not of finance.

use crate::lang::{Words, or};
use crate::lint::values::papers::investigations;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Role, Severity};
use crate::rules::investigation::{Assessor, assessor};
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "investigation-wrong-role",
    severity: Severity::Error,
    article: "第11条 1(1)",
    what: Words::new(
        "an investigation concluded by somebody who was not of finance on that day",
        "信用调查的评估人当时不是财务",
    ),
    why: Words::new(
        "Sales collects, finance analyses and judges. Where nobody was of finance the role is waived, and this is not found.",
        "业务收集资料，财务分析评估。当时没有财务人员的，免此要求。",
    ),
    bad: &[
        Sample::File("kehu.toml", PEOPLE),
        Sample::Card(
            "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nassessed_by = '沈'\nchannels = ['bank']\ncompleted = 2026-11-05\n",
        ),
    ],
    good: &[
        Sample::File("kehu.toml", PEOPLE),
        Sample::Card(
            "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nassessed_by = '罗'\nchannels = ['bank']\ncompleted = 2026-11-05\n",
        ),
    ],
    run: Run::Card(run),
};

const PEOPLE: &str = "[[person]]\nname = '沈'\nroles = ['salesperson']\n[[person]]\nname = '罗'\nroles = ['finance']\nsince = 2026-03-01\n";

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let staff = Staff::new(source.settings);
    for one in investigations(source) {
        let Some(day) = one.record.completed else { continue };
        if assessor(one.record, staff, day) == Assessor::Other {
            let name = one.record.assessed_by.as_deref().unwrap_or_default().trim();
            let finance = staff.holders(Role::Finance, day).join(or());
            out.at(
                one.span("assessed_by"),
                tr!("{name}, who concluded, was not of finance on {day}", "评估人 {name} 在 {day} 不是财务"),
            )
            .hint(tr!(
                "let {finance} conclude, or correct the roles in kehu.toml",
                "请由 {finance} 评估，或改正 kehu.toml 中的职务"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PEOPLE;
    use crate::lint::tests::Book;

    #[test]
    fn the_role_of_the_day_of_completion_counts() {
        for (people, name, day, want) in [
            (PEOPLE, "沈", "2026-11-05", 1),
            (PEOPLE, "罗", "2026-11-05", 0),
            // nobody was of finance yet
            (PEOPLE, "沈", "2026-02-28", 0),
            // told by unknown-person
            (PEOPLE, "谁", "2026-11-05", 0),
            ("language = 'zh-CN'\n", "沈", "2026-11-05", 0),
        ] {
            let card = format!("[[investigation]]\ndate = 2026-01-01\nassessed_by = '{name}'\ncompleted = {day}\n");
            let book = Book::card(&card).file("kehu.toml", people);
            assert_eq!(book.found("investigation-wrong-role").len(), want, "{name} {day}");
        }
    }
}
