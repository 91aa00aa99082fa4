//! Trading ended without telling the customer.

use crate::lang::Words;
use crate::lint::values::papers::credits;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Severity, State};
use crate::model::name::shell_word;
use crate::rules::halt::{Stop, stop};
use crate::tr;

pub const CHECK: Check = Check {
    code: "halt-not-notified",
    severity: Severity::Warning,
    article: "第14条 2",
    what: Words::new(
        "trading halted, but no entry says when and how the customer was told, with proof",
        "已中止交易，但没登记何时、以何方式通知客户并留凭证",
    ),
    why: Words::new(
        "A customer who was not told may claim delivery of what was ordered, and damages for it.",
        "客户没接到正式通知，仍可要求交货乃至索赔。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\nnotified = 2026-11-12\n")],
    good: &[Sample::Card(
        "name = 'Acme'\n[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\nnotified = 2026-11-12\nnotified_how = '快递 SF123'\nevidence = ['通知.pdf']\n[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nkind = 'anomaly'\nsummary = '停产'\ndirective = { date = 2026-11-12, by = '张伟', text = '中止', effect = 'halt' }\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let Some(stop) = stop(card, source.today).filter(Stop::awaits_notice) else { return };
    let entries = credits(source);
    let mut halting = entries.iter().filter(|entry| entry.record.state == Some(State::Halted));
    let Some(entry) = halting.find(|entry| entry.record.from == Some(stop.since)) else { return };
    let (since, path) = (stop.since, shell_word(&source.location.path));
    out.at(
        entry.span("state"),
        tr!(
            "trading is halted since {since}, but the customer was not told in due form",
            "自 {since} 起中止交易，但尚未正式通知客户"
        ),
    )
    .hint(tr!(
        "tell the customer, then: kehu halt {path} --notified today --how \"…\" --evidence FILE",
        "通知客户后登记：kehu halt {path} --notified 今天 --how \"…\" --evidence 文件"
    ));
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn when_how_and_proof_are_wanted() {
        let halted = "[[credit]]\nfrom = 2026-11-12\nstate = 'halted'\n";
        let told = "notified = 2026-11-13\nnotified_how = '快递'\nevidence = ['a.pdf']\n";
        for (card, want) in [
            (halted.to_owned(), 1),
            (halted.to_owned() + told, 0),
            (halted.to_owned() + "[[credit]]\nfrom = 2026-11-13\n" + told, 0),
            (halted.to_owned() + "notified = 2026-11-13\nnotified_how = '快递'\n", 1),
            (halted.to_owned() + "[[credit]]\nfrom = 2026-11-14\nstate = 'active'\n", 0),
            ("[[credit]]\nfrom = 2026-11-12\nstate = 'suspended'\n".to_owned(), 0),
        ] {
            assert_eq!(Book::card(&card).found("halt-not-notified").len(), want, "{card}");
        }
    }
}
