//! Something that ended before it began.

use crate::lang::{Words, tr};
use crate::lint::values::{date, day_in, shaped};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

pub const CHECK: Check = Check {
    code: "closed-before-date",
    severity: Severity::Warning,
    article: "",
    what: Words::new("something that ended before it began", "结束日期早于开始日期"),
    why: Words::new(
        "One of the two days is a slip. Clocks run from them: reminders, review dates and averages go wrong.",
        "两个日期必有一个写错。提醒、调查期限和平均天数都从日期算起，都会跟着错。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[sample]]\ndate = 2026-02-10\nproduct = '叉车'\nreceived = 2025-02-20\n")],
    good: &[Sample::Card("name = 'Acme'\n[[sample]]\ndate = 2026-02-10\nproduct = '叉车'\nreceived = 2026-02-20\n")],
    run: Run::Card(run),
};

/// Fields that tell how the record they stand in went on; when it began stands in its `date`.
const ENDS: &[&str] = &["closed", "received", "cancelled", "completed", "reported"];

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    shaped(source, &Shape::Date, &mut |value| {
        let began = day_in(value.table, "date").filter(|_| ENDS.contains(&value.field.key));
        let (Some((began, _)), Some(ended)) = (began, date(value.value.get_ref())) else { return };
        if ended < began {
            let (record, label) = (value.record.label.text(), value.field.label.text());
            out.at(
                value.value.span(),
                tr!("{label} {ended}, but the {record} is of {began}", "{label} {ended} 早于{record}日期 {began}"),
            )
            .hint(tr("correct one of the two days", "请改正其中一个日期"));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn only_ends_of_the_same_record_before_its_day() {
        for (record, want) in [
            ("[[quote]]\ndate = 2026-02-10\nclosed = 2026-02-09", 1),
            ("[[quote]]\ndate = 2026-02-10\nclosed = 2026-02-10", 0),
            ("[[quote]]\nclosed = 2026-02-09", 0),
            ("[[order]]\ndate = 2026-02-10\ncancelled = '2026-02-09'", 1),
            ("[[order]]\ndate = 2026-02-10\nshipped = 2026-02-09", 0),
            ("[[order]]\ndate = 2026-02-10\nrequired = 2026-02-09", 0),
            ("[[investigation]]\ndate = 2026-02-10\ncompleted = 2026-02-09\nreported = 2026-02-09", 2),
            ("[[alert]]\ndate = 2026-02-10\nclosed = 2026-02-09", 1),
            ("[[followup]]\ndate = 2026-02-10\nclosed = 2026-02-09", 1),
        ] {
            assert_eq!(Book::card(record).found("closed-before-date").len(), want, "{record}");
        }
    }
}
