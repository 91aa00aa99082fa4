//! A limit below nothing.

use toml::de::DeValue;

use crate::lang::{Words, tr};
use crate::lint::values::{number, records};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;

pub const CHECK: Check = Check {
    code: "negative-limit",
    severity: Severity::Error,
    article: "第6条",
    what: Words::new("a credit limit below zero", "信用额度为负数"),
    why: Words::new(
        "A limit is what a customer may owe at most. To allow nothing, write 0.",
        "额度是客户最多可欠的金额；不给额度写 0。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'A'\nlimit = '-5000'\ncurrency = 'USD'\n",
    )],
    good: &[Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'A'\nlimit = '0'\ncurrency = 'USD'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for (list, keys) in
        [("credit", &["limit", "insured_limit"][..]), ("investigation", &["limit"]), ("request", &["amount"])]
    {
        for record in records(document, list) {
            for value in keys.iter().filter_map(|key| record.get(*key)) {
                let value: &toml::Spanned<DeValue<'_>> = value;
                if number(value.get_ref()).is_some_and(|number| number.is_sign_negative() && !number.is_zero()) {
                    out.at(value.span(), tr("this limit is below zero", "额度为负数"))
                        .hint(tr("write 0 where nothing is allowed", "不给额度请写 0"));
                }
            }
        }
    }
}
