//! A countermeasure before the superior said so.

use crate::lang::{Words, tr};
use crate::lint::values::papers::{alerts, put, reported};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::shell_word;
use crate::rules::alert::breaches;
use crate::tr;

pub const CHECK: Check = Check {
    code: "measure-before-directive",
    severity: Severity::Error,
    article: "第11条 2(1)",
    what: Words::new(
        "a countermeasure taken before the superior directed it, or without any directive",
        "对策早于上级批示，或根本没有批示",
    ),
    why: Words::new(
        "Whoever sees a change of credit reports it; what is done about it is the superior's to say. Acting first may cost the customer, or the claim.",
        "发现信用变化的人只负责上报；怎么处理由上级明确批示。擅自先行，可能既丢客户又丢货款。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '张伟', text = '减少供货' }\nmeasures = [ { date = 2026-11-11, kind = 'reduce' } ]\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '张伟', text = '减少供货' }\nmeasures = [ { date = 2026-11-12, kind = 'reduce' } ]\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for report in alerts(source) {
        let (alert, called) = (report.record, reported(report.record));
        let measures = report.inside("measures", &alert.measures);
        for (at, measure) in breaches(alert) {
            let span = measures.get(at).map_or_else(|| report.span("measures"), |measure| measure.span("date"));
            let kind = measure.kind.map_or_else(|| tr("a measure", "对策").to_owned(), |kind| kind.to_string());
            let path = shell_word(&source.location.path);
            match alert.directive.as_ref().and_then(|directive| directive.date) {
                Some(said) => {
                    let date = measure.date.map(|date| date.to_string()).unwrap_or_default();
                    let (list, measure) = (report.place, at + 1);
                    let command =
                        put(source.location, &format!("alert.{list}.measures.{measure}.date"), &said.to_string());
                    out.at(
                        span,
                        tr!(
                            "{called}: {kind} was taken on {date}, the directive is of {said}",
                            "{called}：{date} 就采取了“{kind}”，{said} 才有批示"
                        ),
                    )
                    .hint(tr!(
                        "if the day is wrong: {command}; if it is right, let the sales manager know",
                        "若日期写错：{command}；若属实，请报销售经理"
                    ));
                }
                None => {
                    let id = alert.id.as_deref().unwrap_or_default().trim();
                    let command = format!("kehu alert directive {path} {id}");
                    out.at(
                        span,
                        tr!("{called}: {kind} was taken without a directive", "{called}：没有批示就采取了“{kind}”"),
                    )
                    .hint(tr!("let the superior say it: {}", "请上级批示：{}", command.trim_end()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn each_early_measure_is_told() {
        let said = "directive = { date = 2026-11-12, by = '张伟', text = 'x' }\n";
        let taken = "measures = [ { date = 2026-11-11, kind = 'reduce' }, { date = 2026-11-13, kind = 'deposit' } ]\n";
        for (more, want) in [
            (said.to_owned() + taken, &["紧急报告 AL-1：2026-11-11 就采取了“减少供货量”，2026-11-12 才有批示"][..]),
            (
                taken.to_owned(),
                &["紧急报告 AL-1：没有批示就采取了“减少供货量”", "紧急报告 AL-1：没有批示就采取了“增加信用保证金”"],
            ),
            (said.to_owned(), &[]),
        ] {
            let book = Book::card(&format!("[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\n{more}"));
            let found: Vec<String> = book.found("measure-before-directive").into_iter().map(|f| f.message).collect();
            assert_eq!(found, want, "{more}");
        }
    }
}
