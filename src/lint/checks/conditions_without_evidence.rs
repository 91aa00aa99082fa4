//! Conditions that were set, with no paper that they were met.

use crate::lang::{Words, tr};
use crate::lint::fields::set_command;
use crate::lint::values::papers::investigations;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Condition, Severity};
use crate::tr;

pub const CHECK: Check = Check {
    code: "conditions-without-evidence",
    severity: Severity::Warning,
    article: "第13条 3",
    what: Words::new("conditions of trade without evidence", "设了附加条件却没有凭证"),
    why: Words::new(
        "A guarantee or a pledge holds by its paper alone. On the day it is wanted it must be in the folder.",
        "合同、担保、抵押都要凭文件；要用的那天，文件必须在文件夹里。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[start]\nconditions = ['personal_guarantee']\n")],
    good: &[
        Sample::Card("name = 'Acme'\n[start]\nconditions = ['personal_guarantee']\nevidence = ['guarantee.pdf']\n"),
        Sample::File("国外客户/德国/Acme/guarantee.pdf", ""),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let (Some(card), Some(file)) = (source.card, source.document) else { return };
    // what the start of trading lists is there for the investigations too
    if !card.start.evidence.is_empty() {
        return;
    }
    let mut tell = |span, conditions: &[Condition], path: &str| {
        let list: Vec<String> = conditions.iter().map(ToString::to_string).collect();
        let list = list.join(tr(", ", "、"));
        out.at(span, tr!("no evidence is listed for: {list}", "没有列出凭证：{list}")).hint(tr!(
            "put the papers into the folder and list them: {}",
            "请把文件放进客户文件夹并登记：{}",
            set_command(source.location, [path])
        ));
    };
    if !card.start.conditions.is_empty() {
        let start = file.root.get("start").and_then(|start| start.get_ref().as_table()?.get("conditions"));
        tell(start.map_or(0..0, toml::Spanned::span), &card.start.conditions, "start.evidence");
    }
    for one in investigations(source) {
        let record = one.record;
        if record.completed.is_some() && record.evidence.is_empty() && !record.conditions.is_empty() {
            tell(one.span("conditions"), &record.conditions, &format!("investigation.{}.evidence", one.place));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn conditions_are_proved_beside_them_or_at_the_start_of_trading() {
        let start = "[start]\nconditions = ['collateral']\n";
        let one = |rest: &str| format!("[[investigation]]\nconditions = ['collateral']\n{rest}\n");
        for (card, want) in [
            (start.to_owned(), 1),
            (format!("{start}evidence = ['a.pdf']\n"), 0),
            (one("completed = 2026-11-05"), 1),
            (one("completed = 2026-11-05\nevidence = ['a.pdf']"), 0),
            (one(""), 0),
            (format!("[start]\nevidence = ['a.pdf']\n{}", one("completed = 2026-11-05")), 0),
        ] {
            assert_eq!(Book::card(&card).found("conditions-without-evidence").len(), want, "{card}");
        }
    }
}
