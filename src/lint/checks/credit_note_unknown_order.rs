//! A credit note that takes nothing back.

use crate::lang::{Words, tr};
use crate::lint::fields::set_command;
use crate::lint::values::papers::{Paper, by_number, is_old, nearest, number, orders, put, worth};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::card::Order;
use crate::model::choice::Severity;
use crate::model::currency;
use crate::model::name::{paper_key, shell_word};
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::tr;

pub const CHECK: Check = Check {
    code: "credit-note-unknown-order",
    severity: Severity::Warning,
    article: "",
    what: Words::new(
        "a credit note for an order that the card does not hold, or that it cannot settle",
        "贷项冲减的订单不在该卡片中，或无法冲减",
    ),
    why: Words::new(
        "It lowers the sales, but the order that it should take back stays open in full.",
        "销售额已扣减，被冲减的订单却仍全额挂账。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[order]]\nnumber = 'CN-2026-002'\ndate = 2026-05-06\ncurrency = 'USD'\namount = '351.50'\ncredits = 'PI-2026-101'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-2026-011'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n[[order]]\nnumber = 'CN-2026-002'\ndate = 2026-05-06\ncurrency = 'USD'\namount = '351.50'\ncredits = 'PI-2026-011'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let orders = orders(source);
    let known = by_number(&orders);
    for note in &orders {
        let Some(wanted) = number(note.record.credits.as_deref()) else { continue };
        // one of the time before debts are counted settles nothing in any case
        let old = note.record.date.is_some_and(|date| is_old(source, date));
        if old || is_cancelled(note.record, source.today) {
            continue;
        }
        let meant = known.get(&paper_key(wanted)).map_or(&[][..], Vec::as_slice);
        let sold = meant.iter().find(|order| !is_credit_note(order.record)).map(|order| order.record);
        match (sold, meant.first()) {
            (Some(order), _) if is_cancelled(order, source.today) => cancelled(source, note, wanted, out),
            (Some(order), _) => other_currency(source, note, order, wanted, out),
            (None, Some(other)) => no_sale(source, note, other, wanted, out),
            (None, None) => unknown(source, note, wanted, &orders, out),
        }
    }
}

fn unknown(
    source: &Source<'_>,
    note: &Paper<'_, Order>,
    wanted: &str,
    orders: &[Paper<'_, Order>],
    out: &mut Findings<'_>,
) {
    let called = called(note.record);
    let found = out.at(
        note.span("credits"),
        tr!(
            "{called} takes back order {wanted}, which this card does not hold: it settles nothing and counts as unapplied",
            "{called}：订单 {wanted} 不在该卡片中，不核销任何订单，只计入预收款"
        ),
    );
    let sold = orders.iter().map(|order| order.record).filter(|order| !is_credit_note(order));
    found.hint(match nearest(sold.filter_map(|order| number(order.number.as_deref())), wanted) {
        Some(nearest) => {
            let command = put(source.location, &format!("order.{}.credits", note.place), nearest);
            tr!("did you mean {nearest}? {command}", "是否想写 {nearest}？{command}")
        }
        None => {
            let path = shell_word(&source.location.path);
            tr!("correct the number, or enter the order: kehu edit {path}", "请改正单号，或补录订单：kehu edit {path}")
        }
    });
}

/// It names itself, or another credit note.
fn no_sale(
    source: &Source<'_>,
    note: &Paper<'_, Order>,
    other: &Paper<'_, Order>,
    wanted: &str,
    out: &mut Findings<'_>,
) {
    let called = called(note.record);
    let path = format!("order.{}.credits", note.place);
    let command = set_command(source.location, [path.as_str()]);
    let message = if other.place == note.place {
        tr!("{called} takes back itself", "{called}：冲减的是它自己")
    } else {
        tr!("{called} takes back {wanted}, which is a credit note itself", "{called}：所冲减的 {wanted} 本身也是贷项")
    };
    out.at(note.span("credits"), message)
        .hint(tr!("name the order that it takes back: {command}", "请写明所冲减的订单：{command}"));
}

/// A cancelled order is in no sales any more.
fn cancelled(source: &Source<'_>, note: &Paper<'_, Order>, wanted: &str, out: &mut Findings<'_>) {
    let (called, path) = (called(note.record), shell_word(&source.location.path));
    out.at(
        note.span("credits"),
        tr!(
            "{called} takes back order {wanted}, which is cancelled and counts for nothing already: the sales are lowered twice",
            "{called}：所冲减的订单 {wanted} 已取消、本来就不计，销售额被扣减两次"
        ),
    )
    .hint(tr!(
        "keep one of the two, the credit note or the cancellation: kehu edit {path}",
        "请只保留其一：贷项或取消：kehu edit {path}"
    ));
}

/// A credit note has no `settles`: in another currency it waits for ever.
fn other_currency(source: &Source<'_>, note: &Paper<'_, Order>, order: &Order, wanted: &str, out: &mut Findings<'_>) {
    let code = |order: &Order| order.currency.as_deref().and_then(currency::find);
    let (Some(own), Some(theirs)) = (code(note.record), code(order)) else { return };
    if own != theirs {
        let (called, path) = (called(note.record), shell_word(&source.location.path));
        out.at(
            note.span("currency"),
            tr!(
                "{called} takes back order {wanted}, which is in {theirs}: it settles nothing and counts as unapplied",
                "{called}：与订单 {wanted} 币种不同（{theirs}），不能核销，只计入预收款"
            ),
        )
        .hint(tr!(
            "write the credit note in {theirs}: kehu edit {path}",
            "请把贷项改为 {theirs} 金额：kehu edit {path}"
        ));
    }
}

/// What a credit note is called: by its number and what it takes back.
fn called(note: &Order) -> String {
    let name = match (number(note.number.as_deref()), note.date) {
        (Some(number), _) => tr!("credit note {number}", "贷项 {number}"),
        (None, Some(date)) => tr!("the credit note of {date}", "{date} 的贷项"),
        (None, None) => tr("the credit note", "贷项").to_owned(),
    };
    worth(note).map_or(name.clone(), |worth| tr!("{name} over {worth}", "{name}（{worth}）"))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    const ORDER: &str = "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030'\n";

    #[test]
    fn what_keeps_a_credit_note_from_settling_is_told() {
        let note = "[[order]]\nnumber = 'CN-1'\ndate = 2026-05-06\namount = '351.5'\ncurrency";
        for (settings, card, want) in [
            ("", format!("{ORDER}{note} = 'USD'\ncredits = ' pi-1'\n"), None),
            ("", format!("{ORDER}{note} = 'USD'\ncredits = ' '\n"), None),
            (
                "",
                format!("{ORDER}{note} = 'USD'\ncredits = 'X'\n"),
                Some("贷项 CN-1（USD 351.50）：订单 X 不在该卡片中，不核销任何订单，只计入预收款"),
            ),
            ("", format!("{ORDER}{note} = 'USD'\ncredits = 'cn-1'\n"), Some("贷项 CN-1（USD 351.50）：冲减的是它自己")),
            (
                "",
                format!("{ORDER}{note} = 'USD'\ncredits = 'PI-1'\n[[order]]\nnumber = 'CN-2'\ncredits = 'CN-1'\n"),
                Some("贷项 CN-2：所冲减的 CN-1 本身也是贷项"),
            ),
            (
                "",
                format!("{ORDER}{note} = 'EUR'\ncredits = 'PI-1'\n"),
                Some("贷项 CN-1（EUR 351.50）：与订单 PI-1 币种不同（USD），不能核销，只计入预收款"),
            ),
            ("", format!("{ORDER}{note} = 'XXX'\ncredits = 'PI-1'\n"), None),
            (
                "",
                format!("{ORDER}status = 'cancelled'\n{note} = 'USD'\ncredits = 'PI-1'\n"),
                Some("贷项 CN-1（USD 351.50）：所冲减的订单 PI-1 已取消、本来就不计，销售额被扣减两次"),
            ),
            ("", format!("{ORDER}{note} = 'USD'\ncredits = 'X'\nstatus = 'cancelled'\n"), None),
            ("receivables_from = 2026-05-07\n", format!("{ORDER}{note} = 'USD'\ncredits = 'X'\n"), None),
        ] {
            let found = Book::card(&card).file("kehu.toml", settings).found("credit-note-unknown-order");
            assert_eq!(found.first().map(|finding| finding.message.as_str()), want, "{settings}{card}");
        }
    }

    #[test]
    fn the_order_that_was_probably_meant_is_named() {
        let card = "[[order]]\nnumber = 'PI-2026-011'\n[[order]]\nnumber = 'CN-1'\ncredits = 'PI-2026-010'\n";
        assert_eq!(
            Book::card(card).found("credit-note-unknown-order")[0].hint.as_deref(),
            Some("是否想写 PI-2026-011？kehu set \"国外客户/德国/Acme\" order.2.credits=\"PI-2026-011\"")
        );
    }
}
