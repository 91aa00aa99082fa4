//! One quote number for two quotes.

use crate::lang::{Words, tr};
use crate::lint::values::{elsewhere, records, text_in};
use crate::lint::{Check, Claim, Claimed, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::paper_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "duplicate-quote-number",
    severity: Severity::Warning,
    article: "",
    what: Words::new("one quote number for two quotes", "两张报价的编号相同"),
    why: Words::new(
        "An order names the quote it came from by its number; of two with one number nobody knows which price was agreed.",
        "订单按编号指明来自哪张报价；两张同号，就说不清谈妥的是哪个价。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n[[quote]]\nnumber = 'q-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\n[[quote]]\nnumber = 'Q-2026-012'\ndate = 2026-03-02\ncurrency = 'USD'\n",
    )],
    run: Run::Claims { claims, clash },
};

fn claims(source: &Source<'_>, out: &mut Vec<Claim>) {
    let Some(document) = source.document else { return };
    let numbers = records(document, "quote").filter_map(|quote| text_in(quote, "number"));
    out.extend(numbers.map(|(number, span)| Claim { value: paper_key(number), span }));
}

fn clash(claimed: &Claimed<'_>, out: &mut Findings<'_>) {
    let others = elsewhere(claimed);
    out.at(claimed.span.clone(), tr!("this quote number stands in {others} too", "该报价单号也出现在 {others}")).hint(
        tr(
            "give a new price a number of its own and name the old one in `replaces`",
            "改价请另用新编号，并在 replaces 中写明被替代的报价",
        ),
    );
}
