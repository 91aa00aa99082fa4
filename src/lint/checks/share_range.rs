//! A share of more than all, or less than nothing.

use rust_decimal::Decimal;

use crate::lang::{Words, tr};
use crate::lint::values::numbers;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "share-range",
    severity: Severity::Error,
    article: "",
    what: Words::new("a share outside 0 to 1", "比例不在 0 到 1 之间"),
    why: Words::new(
        "A discount of 5 is five hundred per cent: the line turns negative, and sales and debts with it.",
        "折扣写 5 就是百分之五百：该行金额变成负数，销售额和欠款跟着错。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-02-09\ncurrency = 'USD'\npay = { deposit = 30 }\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-02-09\ncurrency = 'USD'\npay = { deposit = '0.30' }\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    numbers(source, Is::Share, &mut |value, number| {
        if (Decimal::ZERO..=Decimal::ONE).contains(&*number) {
            return;
        }
        let label = value.field.label.text();
        let percent = Some(*number).filter(|number| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(number));
        let found = out.at(value.value.span(), tr!("{label}: {number} is no share", "{label}：{number} 不是比例"));
        found.hint(match percent.and_then(|percent| percent.checked_mul(Decimal::new(1, 2))) {
            Some(share) => tr!("{number} % is written \"{share}\"", "{number}% 请写成 \"{share}\""),
            None => tr("a share goes from 0 to 1: 5 % is \"0.05\"", "比例在 0 到 1 之间：5% 写作 \"0.05\"").to_owned(),
        });
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn shares_go_from_nothing_to_all() {
        for (deposit, hint) in [
            ("0", None),
            ("'0.30'", None),
            ("1", None),
            ("1.00", None),
            ("30", Some("\"0.30\"")),
            ("'-0.1'", Some("0.05")),
            ("101", Some("0.05")),
        ] {
            let found = Book::card(&format!("[[order]]\npay = {{ deposit = {deposit} }}\n")).found("share-range");
            assert_eq!(found.len(), usize::from(hint.is_some()), "{deposit}");
            let told = found.first().and_then(|finding| finding.hint.as_ref());
            assert!(hint.is_none_or(|hint| told.is_some_and(|told| told.contains(hint))), "{deposit}: {told:?}");
        }
    }
}
