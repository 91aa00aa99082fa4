//! Money from somebody who is not the customer.

use unicode_normalization::UnicodeNormalization;

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::legal_forms;
use crate::lint::values::papers::{number, payments, told};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{PaymentKind, Severity};
use crate::model::name::search_key;
use crate::tr;

pub const CHECK: Check = Check {
    code: "third-party-payer",
    severity: Severity::Warning,
    article: "",
    what: Words::new("somebody else paid, and no note says why", "第三方付款，未说明原因"),
    why: Words::new(
        "Banks send back money from strangers, or freeze it. It is how fraud and money laundering look: have the customer say in writing who pays for them, and why.",
        "银行会退回或冻结陌生第三方的汇款；诈骗和洗钱正是这个样子。应让客户书面说明由谁代付、为什么。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme GmbH'\n[[payment]]\ndate = 2026-03-05\namount = '2109.00'\ncurrency = 'USD'\npayer = 'Golden Sea Trading Ltd'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme GmbH'\n[[payment]]\ndate = 2026-03-05\namount = '2109.00'\ncurrency = 'USD'\npayer = 'Golden Sea Trading Ltd'\nnote = '客户的采购代理，委托付款书见 代付.pdf'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let names = [card.name.as_deref(), card.short_name.as_deref(), Some(source.location.company())];
    for payment in payments(source) {
        let record = payment.record;
        let (Some(payer), None) = (number(record.payer.as_deref()), number(record.note.as_deref())) else { continue };
        // charges and discounts come from nobody
        let received = matches!(record.kind, None | Some(PaymentKind::Receipt));
        if !received || names.into_iter().flatten().any(|name| same(name, payer)) {
            continue;
        }
        let (what, path) = (told(record), format!("payment.{}.note", payment.place));
        let command = set_command(source.location, [path.as_str()]);
        out.at(
            payment.span("payer"),
            tr!(
                "{what} came from {payer}, not from the customer, and no note says why",
                "{what}：付款人“{payer}”不是该客户，也没有备注说明原因"
            ),
        )
        .hint(tr!(
            "have the customer confirm it in writing, then say why: {command}",
            "请先取得客户的书面确认（委托付款书），再写明原因：{command}"
        ));
    }
}

/// Whether two names are one firm's: spelling and legal form aside.
fn same(name: &str, other: &str) -> bool {
    let plain = |name: &str| search_key(&name.nfkc().collect::<String>()).replace(|c: char| !c.is_alphanumeric(), "");
    let core = legal_forms::core(name);
    (core.is_some() && core == legal_forms::core(other)) || plain(name) == plain(other)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn the_customer_by_any_of_its_names_is_no_stranger() {
        let card = "name = 'Müller Maschinenbau GmbH & Co. KG'\nshort_name = '穆勒机械'\n";
        for (payment, want) in [
            ("payer = 'Golden Sea Trading Ltd'", 1),
            ("payer = 'MUELLER MASCHINENBAU GMBH'", 0),
            ("payer = '穆勒机械有限公司'", 0),
            // the folder
            ("payer = 'ACME'", 0),
            ("payer = 'Acme Ltd.'", 0),
            ("payer = 'Müller Anlagenbau GmbH'", 1),
            ("payer = 'Anna Müller'", 1),
            ("payer = ' '", 0),
            ("payer = 'Golden Sea'\nnote = '代理付款'", 0),
            ("payer = 'Golden Sea'\nnote = ' '", 1),
            ("payer = 'Golden Sea'\nkind = 'receipt'", 1),
            ("payer = 'Bank'\nkind = 'bank_charge'", 0),
            ("method = 'T/T'", 0),
        ] {
            let found = Book::card(&format!("{card}[[payment]]\n{payment}\n")).found("third-party-payer");
            assert_eq!(found.len(), want, "{payment}");
        }
        // names of which legal forms leave nothing
        for (payer, want) in [("3M Co", 0), ("3m co.", 0), ("LG Co", 1)] {
            let card = format!("name = '3M Co.'\n[[payment]]\npayer = '{payer}'\n");
            assert_eq!(Book::card(&card).found("third-party-payer").len(), want, "{payer}");
        }
    }

    #[test]
    fn the_message_says_who_and_how_much() {
        let card =
            "name = 'Acme'\n[[payment]]\ndate = 2026-03-05\namount = 2109\ncurrency = 'USD'\npayer = 'Golden Sea'\n";
        let found = Book::card(card).found("third-party-payer");
        assert_eq!(
            found[0].message,
            "2026-03-05 的收款 USD 2,109.00：付款人“Golden Sea”不是该客户，也没有备注说明原因"
        );
        assert_eq!(
            found[0].hint.as_deref(),
            Some("请先取得客户的书面确认（委托付款书），再写明原因：kehu set \"国外客户/德国/Acme\" payment.1.note=…")
        );
    }
}
