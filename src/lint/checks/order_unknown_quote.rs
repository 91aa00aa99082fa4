//! An order that came from a quote nobody made.

use crate::lang::{Words, tr};
use crate::lint::values::papers::nearest;
use crate::lint::values::{records, text_in};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::name::paper_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "order-unknown-quote",
    severity: Severity::Warning,
    article: "",
    what: Words::new("an order names a quote that the card does not hold", "订单所列报价不在该卡片中"),
    why: Words::new(
        "Whether the agreed price was kept can be seen only where the order leads back to its quote.",
        "订单对得上报价，才看得出是否按谈妥的价成交。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-2026-031'\ndate = 2026-02-10\ncurrency = 'USD'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nquote = 'Q-2026-013'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[quote]]\nnumber = 'Q-2026-031'\ndate = 2026-02-10\ncurrency = 'USD'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nquote = 'Q-2026-031'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let quotes: Vec<&str> =
        records(document, "quote").filter_map(|quote| text_in(quote, "number")).map(|(number, _)| number).collect();
    for (wanted, span) in records(document, "order").filter_map(|order| text_in(order, "quote")) {
        if quotes.iter().any(|number| paper_key(number) == paper_key(wanted)) {
            continue;
        }
        let found = out.at(span, tr!("this card holds no quote {wanted}", "该卡片中没有报价 {wanted}"));
        found.hint(match nearest(quotes.iter().copied(), wanted) {
            Some(nearest) => tr!("did you mean {nearest}?", "是否想写 {nearest}？"),
            None => {
                tr("correct the number, or enter the quote: kehu quote NAME", "请改正编号，或补录报价：kehu quote 客户")
                    .to_owned()
            }
        });
    }
}
