//! Trading ended though nobody ordered it.

use crate::lang::Words;
use crate::lint::values::papers::credits;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Severity, State};
use crate::model::name::shell_word;
use crate::rules::alert::halting;
use crate::rules::contact::Moment;
use crate::rules::halt::stopped_before;
use crate::tr;

pub const CHECK: Check = Check {
    code: "halt-without-directive",
    severity: Severity::Warning,
    article: "第14条",
    what: Words::new("trading halted without a superior's directive to do so", "中止交易，却没有上级批示中止"),
    why: Words::new(
        "Anybody may suspend supply in an emergency; to give up a customer is the superior's to say.",
        "紧急时谁都可以先暂停供货；放弃一个客户，要由上级批示。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\nreason = '拒付'\n")],
    good: &[Sample::Card(
        "name = 'Acme'\n[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\nreason = '拒付'\nnotified = 2026-11-12\nnotified_how = '快递'\nevidence = ['通知.pdf']\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '张伟', text = '中止', effect = 'halt' }\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    for entry in credits(source) {
        let record = entry.record;
        let Some(from) = record.from.filter(|_| record.state == Some(State::Halted)) else { continue };
        // a later entry of the same halt, that says how the customer was told, needs no directive of its own
        let again = stopped_before(card, Moment { date: from, at: record.at }) == Some(State::Halted);
        if again || halting(card, from, false).is_some() {
            continue;
        }
        let path = shell_word(&source.location.path);
        out.at(
            entry.span("state"),
            tr!(
                "trading was halted on {from}, but no urgent report has the directive to",
                "{from} 中止交易，但没有紧急报告批示中止"
            ),
        )
        .hint(tr!(
            "report it and let the superior say so: kehu alert add {path}",
            "请补报并请上级批示：kehu alert add {path}"
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_directive_comes_first_and_once() {
        let halted = |from: &str| format!("[[credit]]\nfrom = {from}\nstate = 'halted'\n");
        let said = |effect: &str| {
            format!(
                "[[alert]]\ndate = 2026-11-10\ndirective = {{ date = 2026-11-12, by = '张伟', text = 'x', effect = '{effect}' }}\n"
            )
        };
        for (card, want) in [
            (halted("2026-11-12"), 1),
            (halted("2026-11-12") + &halted("2026-11-14"), 1),
            (halted("2026-11-12") + &said("halt"), 0),
            (halted("2026-11-11") + &said("halt"), 1),
            (halted("2026-11-12") + &said("refused"), 1),
            ("[[credit]]\nfrom = 2026-11-12\nstate = 'suspended'\n".to_owned(), 0),
        ] {
            assert_eq!(Book::card(&card).found("halt-without-directive").len(), want, "{card}");
        }
    }
}
