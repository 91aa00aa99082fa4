//! Something that happened tomorrow.

use crate::lang::{Words, tr};
use crate::lint::values::{date, shaped};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::{Is, Shape};
use crate::tr;

pub const CHECK: Check = Check {
    code: "future-date",
    severity: Severity::Warning,
    article: "",
    what: Words::new("something that happened, on a day that has not come", "已发生的事，日期却在未来"),
    why: Words::new(
        "A record counts from its day on: mistyped into next year, a visit, an order or a payment is missing from everything until then.",
        "记录从其日期起才算数：年份写错一年，这次拜访、订单或收款在那之前到处都查不到。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[followup]]\ndate = 2999-02-09\nkind = 'call'\nsummary = '问价'\n")],
    good: &[Sample::Card("name = 'Acme'\n[[followup]]\ndate = 2026-02-09\nkind = 'call'\nsummary = '问价'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    shaped(source, &Shape::Date, &mut |value| {
        let Some(day) = date(value.value.get_ref()).filter(|day| *day > source.today) else { return };
        if value.field.is == Is::Past {
            let label = value.field.label.text();
            out.at(value.value.span(), tr!("{label}: {day} has not come yet", "{label}：{day} 还没有到")).hint(tr(
                "check the year; what is planned goes into `next` or a [[plan]]",
                "请核对年份；计划中的事写进 next 或 [[plan]]",
            ));
        }
    });
}
