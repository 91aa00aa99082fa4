//! A directive that the reporter gave himself.

use crate::lang::{Words, or};
use crate::lint::values::papers::{alerts, reported};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::rules::alert::directors;
use crate::rules::staff::Staff;
use crate::tr;

pub const CHECK: Check = Check {
    code: "directive-by-reporter",
    severity: Severity::Warning,
    article: "第11条 2(1)",
    what: Words::new(
        "an urgent report directed by who may not: the reporter, or nobody above",
        "紧急报告由无权的人批示：报告人自己，或并非其上级",
    ),
    why: Words::new(
        "The directive is the superior's, so that two people look at a debt before anything is done about it.",
        "批示须由上级作出：动手之前，欠款至少要经两个人看过。",
    ),
    bad: &[
        Sample::File("kehu.toml", "[[person]]\nname = '李娜'\n[[person]]\nname = '张伟'\nroles = ['sales_manager']\n"),
        Sample::Card(
            "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '李娜', text = '减少供货' }\n",
        ),
    ],
    good: &[
        Sample::File("kehu.toml", "[[person]]\nname = '李娜'\n[[person]]\nname = '张伟'\nroles = ['sales_manager']\n"),
        Sample::Card(
            "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '张伟', text = '减少供货' }\n",
        ),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let staff = Staff::new(source.settings);
    for report in alerts(source) {
        let Some(directive) = &report.record.directive else { continue };
        let (Some(by), Some(date)) = (directive.by.as_deref().map(str::trim), directive.date) else { continue };
        let names = directors(report.record, staff, date);
        // where nobody is listed nobody can be told from another, and a name that is unknown has a check of its own
        if names.is_empty() || !staff.knows(by) || names.contains(&by) {
            continue;
        }
        let called = reported(report.record);
        out.at(
            report.span("directive"),
            tr!("{called}: {by} directed it, who may not", "{called}：由 {by} 批示，但其无权批示"),
        )
        .hint(tr!(
            "let {} look at it, and correct `by` where the name is wrong",
            "请由 {} 复核；若姓名写错请改正 by",
            names.join(or())
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn who_is_alone_may_direct() {
        let people = |more: &str| format!("[[person]]\nname = '李娜'\n{more}");
        let manager = "[[person]]\nname = '张伟'\nroles = ['sales_manager']\n[[person]]\nname = '王芳'\n";
        for (people, by, want) in [
            (people(manager), "李娜", 1),
            (people(manager), "王芳", 1),
            (people(manager), "张伟", 0),
            (people(manager), "谁", 0),
            (people(""), "李娜", 0),
            (String::new(), "李娜", 0),
        ] {
            let card = format!(
                "[[alert]]\ndate = 2026-11-10\nby = '李娜'\ndirective = {{ date = 2026-11-12, by = '{by}', text = 'x' }}\n"
            );
            let book = Book::card(&card).file("kehu.toml", &people);
            assert_eq!(book.found("directive-by-reporter").len(), want, "{people} {by}");
        }
    }
}
